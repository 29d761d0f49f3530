//! Pedigrees: what a thing was made of, was in and became, by the events of one brand.
//!
//! Nothing of it is gathered for a check: only where a page or an answer shows it.

mod answer;
mod gather;
mod memory;
mod names;
mod papers;
mod rules;

pub use memory::Memory;

use std::sync::Arc;

use trace::{Epc, Limits, Way};

use crate::{error::ApiError, state::Shared, store};

/// How much of a pedigree somebody gets to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Everybody: where it was, what is missing, which certificates; without quantities, papers of
    /// business, identifiers of events, and what else was made of the same.
    Public,
    /// The brand, and whom it lets look.
    Full,
}

impl View {
    /// As answers name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            View::Public => "public",
            View::Full => "full",
        }
    }
}

/// What somebody wants to know.
#[derive(Clone, Debug)]
pub struct Question {
    /// Whose events count.
    pub brand: String,
    /// The thing.
    pub thing: Epc,
    /// What it belongs to: its batch.
    pub classes: Vec<Epc>,
    /// Which way.
    pub way: Way,
    /// How far.
    pub limits: Limits,
    /// How much is shown.
    pub view: View,
    /// BCP 47.
    pub language: String,
}

/// Puts a pedigree together and writes it, on a thread that may wait: it can take tens of
/// milliseconds, and checks must not.
pub async fn pedigree<T: Send + 'static>(
    app: &Shared,
    question: Question,
    write: impl FnOnce(wire::pedigree::Pedigree<'_>) -> T + Send + 'static,
) -> Result<T, ApiError> {
    let (app, now) = (Arc::clone(app), app.clock.now());
    let read = move || {
        app.store.read_blocking(|db| {
            let brand = db.brand(&question.brand)?;
            let name = brand.map_or_else(|| question.brand.clone(), |brand| brand.name);
            let pedigree = gather::gather(db, &app.accounts, &question)?;
            let answer = answer::answer(db, &question, &pedigree, name, now)?;
            Ok(write(answer))
        })
    };
    let answer: store::Result<_> = tokio::task::spawn_blocking(read)
        .await
        .map_err(|error| ApiError::Internal(error.into()))?;
    Ok(answer?)
}
