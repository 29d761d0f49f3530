//! The store's records out again: JSON Lines that an import takes into an empty database.
//!
//! What others refer to comes first; what has no order of its own is sorted, so that the same
//! records make the same bytes. Nothing is held in memory but a page.

mod checks;
mod inspected;
mod kept;
mod papers;
mod points;
mod records;
mod units;
mod watched;

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    io::Write,
};

use wire::import::Record;

use crate::store::{Db, Product, Store, StoreError};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// Brands.
    Brands,
    /// Places, with their pictures.
    Places,
    /// Products, with their pictures.
    Products,
    /// Batches.
    Batches,
    /// Units with rows of their own.
    Units,
    /// Ranges of issued serials, without their key.
    Issued,
    /// Number pools, and what lines reported of their serials.
    Pools,
    /// Recalls.
    Recalls,
    /// Links.
    Links,
    /// Recipes, how products are kept, certificates and documents.
    Papers,
    /// Which units' hidden codes were revealed.
    Reveals,
    /// What the checks of units amount to, and what was watched over them.
    Checks,
    /// What brands give points for, and kinds of vouchers.
    Campaigns,
    /// Points that people have, what they earned them with, and vouchers that they took.
    Points,
    /// Registrations, with what people gave.
    Registrations,
    /// Claims, with what people gave.
    Claims,
    /// Inspections: their devices, lines and photographs, and what was said about them; the lists that
    /// inspectors choose from are written without being asked for, too.
    Inspections,
    /// EPCIS events, and what documents say in their headers.
    Events,
}

impl Part {
    /// Whether it holds what a person gave: names of shops, e-mail addresses, notes.
    fn is_of_people(self) -> bool {
        matches!(
            self,
            Part::Points | Part::Registrations | Part::Claims | Part::Inspections
        )
    }
}

/// What of it all.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only these; empty for everything but what people gave.
    pub parts: Vec<Part>,
    /// What people gave, too. It is left out unless it is asked for: a file that was handed on
    /// can't be called back, and one that lacks something can be written again.
    pub with_people: bool,
    /// Only what is this brand's; places are everybody's.
    pub brand: Option<String>,
}

/// What an export wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Lines.
    pub lines: usize,
    /// Points, registrations, claims and inspections that nobody asked for.
    pub left_out: usize,
}

/// Why an export ended early.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What it was written to.
    #[error("can't write")]
    Write(#[from] io::Error),
    /// A record that has no JSON.
    #[error("a record can't be written")]
    Record(#[from] serde_json::Error),
    /// There is no such brand.
    #[error("the brand `{0}` is not known here")]
    Brand(String),
}

type Result<T> = std::result::Result<T, ExportError>;

/// Writes what was asked for, all from one snapshot; `progress` is told from time to time how many
/// lines there are.
pub fn run_blocking(
    store: &Store,
    options: Options,
    out: Box<dyn Write + Send>,
    progress: impl Fn(usize) + Send + 'static,
) -> Result<Written> {
    let secret = *store.secret();
    store.read_blocking(move |db| {
        let mut exporter = Exporter {
            db,
            secret,
            options,
            out,
            progress: &progress,
            lines: 0,
            left_out: 0,
            pictures: BTreeMap::new(),
        };
        Ok(exporter.everything().map(|()| Written {
            lines: exporter.lines,
            left_out: exporter.left_out,
        }))
    })?
}

/// How many lines lie between two words on progress.
const STEP: usize = 1 << 10;

struct Exporter<'e, 'c> {
    db: &'e Db<'c>,
    /// Codes of vouchers are made of it.
    secret: [u8; 32],
    options: Options,
    out: Box<dyn Write + Send>,
    progress: &'e dyn Fn(usize),
    lines: usize,
    left_out: usize,
    /// What each picture's name stands for so far: digests.
    pictures: BTreeMap<String, String>,
}

impl Exporter<'_, '_> {
    fn everything(&mut self) -> Result<()> {
        let brands = self.brands()?;
        if self.wants(Part::Places) {
            self.places()?;
        }
        let mut products = Vec::new();
        for brand in &brands {
            products.extend(self.db.products_of(brand)?);
        }
        let products = old_numbers_first(products);
        if self.wants(Part::Products) {
            for product in &products {
                self.product(product)?;
            }
        }
        for product in &products {
            self.batches(product)?;
        }
        self.pools(&brands, &products)?;
        for product in &products {
            self.recalls(product)?;
        }
        if self.wants(Part::Links) {
            self.links(&brands)?;
        }
        self.papers(&brands, &products)?;
        self.reveals(&products)?;
        self.checks(&products)?;
        self.watched(&brands, &products)?;
        self.campaigns(&brands)?;
        self.points(&brands, &products)?;
        self.registrations(&products)?;
        self.former_registrations(&products)?;
        self.claims(&products)?;
        self.inspected()?;
        if self.wants(Part::Events) {
            self.master_data(&brands)?;
            self.events(&brands)?;
        }
        self.out.flush()?;
        Ok(())
    }

    fn wants(&self, part: Part) -> bool {
        let Options {
            parts, with_people, ..
        } = &self.options;
        if part.is_of_people() {
            *with_people || parts.contains(&part)
        } else {
            parts.is_empty() || parts.contains(&part)
        }
    }

    fn line(&mut self, record: &Record) -> Result<()> {
        serde_json::to_writer(&mut self.out, record)?;
        self.out.write_all(b"\n")?;
        self.lines += 1;
        if self.lines.is_multiple_of(STEP) {
            (self.progress)(self.lines);
        }
        Ok(())
    }
}

/// A product after those whose place it took, and else as they are.
fn old_numbers_first(mut waiting: Vec<Product>) -> Vec<Product> {
    let mut sorted: Vec<Product> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_waited_for: BTreeSet<i64> = waiting
            .iter()
            .filter_map(|product| product.successor)
            .collect();
        let (later, now): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|product| is_waited_for.contains(&product.id));
        if now.is_empty() {
            // In a circle everybody waits: it is written as it is, and an import tells of it.
            sorted.extend(later);
            break;
        }
        sorted.extend(now);
        waiting = later;
    }
    sorted
}
