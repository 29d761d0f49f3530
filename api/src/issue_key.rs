//! The keys that serials and hidden codes are made with: a file each, never in the database.

use std::sync::Arc;

use gs1::Gtin;
use issue::{HiddenIssuer, HiddenKey, IssueKey, Issuer, Serial};

use crate::{
    key_file::{FileKey, KeyFile, KeyKind, KnownKey},
    store::{self, Db, IssueRange},
};

/// The file of the key that serials are made and opened with.
pub type IssueKeyFile = KeyFile<IssueKey>;

/// The file of the key that hidden codes are made and checked with.
pub type HiddenKeyFile = KeyFile<HiddenKey>;

impl FileKey for IssueKey {
    const KIND: KeyKind = KeyKind {
        name: "issue key",
        makes: "serials",
        flag: "--issue-key",
        prefix: "touchstone_issue_",
        purpose: "issue-key",
        setting: "issue_key",
    };

    fn from_bytes(bytes: [u8; 32]) -> IssueKey {
        IssueKey::new(bytes)
    }
}

impl FileKey for HiddenKey {
    const KIND: KeyKind = KeyKind {
        name: "hidden key",
        makes: "hidden codes",
        flag: "--hidden-key",
        prefix: "touchstone_hidden_",
        purpose: "hidden-key",
        setting: "hidden_key",
    };

    fn from_bytes(bytes: [u8; 32]) -> HiddenKey {
        HiddenKey::new(bytes)
    }
}

impl KnownKey<IssueKey> {
    /// Makes and opens the serials of a product.
    #[must_use]
    pub fn issuer(&self, gtin: &Gtin) -> Issuer {
        Issuer::new(&self.key, number(gtin))
    }
}

impl KnownKey<HiddenKey> {
    /// Makes and checks the hidden codes of a product.
    #[must_use]
    pub fn issuer(&self, gtin: &Gtin) -> HiddenIssuer {
        HiddenIssuer::new(&self.key, number(gtin))
    }
}

fn number(gtin: &Gtin) -> u64 {
    let digits = gtin.as_str().bytes();
    digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}

/// How a serial was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Its counter.
    pub counter: u64,
    /// The range that the counter is in.
    pub range: Arc<IssueRange>,
}

impl IssueKeyFile {
    /// The counter that a serial was made of; `None` where it was not made with the key.
    ///
    /// # Errors
    /// The database holds serials of a key, and this file doesn't hold it.
    pub fn counter(&self, db: &Db<'_>, gtin: &Gtin, serial: &str) -> store::Result<Option<u64>> {
        let Ok(serial) = serial.parse::<Serial>() else {
            return Ok(None);
        };
        let key = self.key(db)?;
        Ok(key.and_then(|key| key.issuer(gtin).open(&serial)))
    }
}
