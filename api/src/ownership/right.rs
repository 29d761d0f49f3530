//! What opens a registration: the code that was shown with it, or the session that it is kept under.
//!
//! The code opens what became of it, too, from any device. A session opens what is registered under it
//! now, and nothing that ended: in the browser that registered it, and wherever a passkey has opened
//! that person's products.

use subtle::ConstantTimeEq as _;
use wire::form::Holder;

use super::Held;
use crate::{
    error::ApiError,
    reference::{Purpose, Reference, SecretCode},
    registration::{parse_holder, parse_reference},
    session::Session,
};

/// What somebody shows for a registration.
#[derive(Clone, Debug)]
pub enum Right {
    /// Its reference and its code.
    Code(Reference, SecretCode),
    /// Its reference, and the account of the session that asks.
    Session(Reference, String),
}

impl Right {
    /// Of whoever sends a form: a code counts where there is one, and else their session.
    ///
    /// # Errors
    /// What was typed has a slip, or there is neither.
    pub fn read(holder: &Holder, session: Option<Session>) -> Result<Right, ApiError> {
        match session.filter(|_| holder.code.trim().is_empty()) {
            Some(session) => Ok(Right::Session(
                parse_reference(Purpose::Registration, &holder.reference)?,
                session.account(),
            )),
            None => {
                let (reference, code) = parse_holder(Purpose::Registration, holder)?;
                Ok(Right::Code(reference, code))
            }
        }
    }

    /// Which registration it is about.
    #[must_use]
    pub fn reference(&self) -> &str {
        let (Right::Code(reference, _) | Right::Session(reference, _)) = self;
        reference.as_str()
    }

    /// Whether it opens what that reference stands for.
    #[must_use]
    pub(crate) fn opens(&self, held: Option<&Held>) -> bool {
        match (self, held) {
            (Right::Code(_, code), held) => {
                let known = held.map_or([0; 32], Held::code_digest);
                let is_right: bool = known.ct_eq(&code.digest()).into();
                is_right && held.is_some()
            }
            (Right::Session(_, account), Some(Held::Present(registration))) => {
                registration.account == *account
            }
            (Right::Session(..), _) => false,
        }
    }
}
