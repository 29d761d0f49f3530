//! The keys that a verifier knows: code + keys → what to say of its signature.

use gs1::{Date, Message};
use trace::Signature;

use crate::{PublicKey, SealFound, Statement};

/// A key that a verifier knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownKey {
    /// The key.
    pub key: PublicKey,
    /// What the GTINs that it may sign for begin with, after their first digit of 14: a brand's key
    /// says nothing about another brand's products.
    pub prefixes: Vec<String>,
    /// When it was revoked.
    pub revoked_on: Option<Date>,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyRing(pub Vec<KnownKey>);

impl KeyRing {
    /// What is to be said of the signature in a code.
    ///
    /// Something in its place that is no signature at all is a wrong one. So is a signature on a
    /// code that doesn't say product and serial: nothing is stated there to be signed.
    #[must_use]
    pub fn judge(&self, message: &Message<'_>) -> Signature {
        let seal = match SealFound::of(message) {
            SealFound::Absent => return Signature::Absent,
            SealFound::Malformed => return Signature::Wrong,
            SealFound::Seal(seal) => seal,
        };
        let Some(statement) = Statement::of(message) else {
            return Signature::Wrong;
        };
        let key = seal.key.to_string();
        let mut named = self
            .0
            .iter()
            .filter(|known| known.key.id() == seal.key && known.signs_for(statement.gtin()))
            .peekable();
        if named.peek().is_none() {
            return Signature::UnknownKey { key };
        }
        // Identifiers are short: two keys may have the same.
        match named.find(|known| known.key.has_sealed(&statement, &seal)) {
            None => Signature::Wrong,
            Some(known) => match known.revoked_on {
                Some(on) => Signature::Revoked { key, on },
                None => Signature::Valid { key },
            },
        }
    }
}

impl KnownKey {
    fn signs_for(&self, gtin: &str) -> bool {
        let number = gtin.get(1..).unwrap_or_default();
        self.prefixes
            .iter()
            .any(|prefix| number.starts_with(prefix.as_str()))
    }
}
