//! Issuing serials: a range of counters → a code each.
//!
//! The range is on record before the first of its codes is given out; codes can be given out again,
//! and are the same then.

use std::{
    io::{self, Write},
    sync::Arc,
};

use gs1::{Form, Message};
use issue::{HiddenIssuer, HiddenKey, IssueKey, Issuer, TypedSerial};
use signed::{AI, PARAMETER, SEAL_LEN, SigningKey, Statement};
use trace::Instant;

use crate::{
    key_file::{FileKey, KeyDigest, KeyFile, KnownKey},
    store::{self, Batch, IssueRange, Outcome, Product, Reached, Store, Tx},
};

/// How codes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A header; then GTIN, batch, serial, link and element string of each unit.
    Csv,
    /// A Digital Link a line, for QR Codes.
    Links,
    /// A bracketed element string a line, for GS1 Data Matrix.
    ElementStrings,
    /// A header; then each serial, and the same as people type it: four groups, each with a check
    /// character of its own.
    Typed,
}

/// So many serials of a batch.
#[derive(Clone, Debug)]
pub struct Order {
    /// The product's number in the store.
    product: i64,
    /// The batch's number in the store.
    batch_id: i64,
    batch: String,
    count: u64,
    issued_on: String,
    issue_key: KeyDigest<IssueKey>,
    /// The key of the hidden codes, where each serial has one.
    hidden_key: Option<KeyDigest<HiddenKey>>,
    /// The name of the key that signs their codes, where one does.
    signing_key: Option<String>,
}

impl Order {
    /// For the next `count` serials of a batch, each with a hidden code where there is a key for it.
    #[must_use]
    pub fn new(
        product: &Product,
        batch: &Batch,
        count: u64,
        issue_key: &KnownKey<IssueKey>,
        hidden_key: Option<&KnownKey<HiddenKey>>,
        now: Instant,
    ) -> Order {
        Order {
            product: product.id,
            batch_id: batch.id,
            batch: batch.record.batch.clone(),
            count,
            issued_on: now.date().to_string(),
            issue_key: issue_key.digest(),
            hidden_key: hidden_key.map(KnownKey::digest),
            signing_key: None,
        }
    }

    /// With codes that this key signs.
    #[must_use]
    pub fn signed_with(self, key: Option<&SigningKey>) -> Order {
        Order {
            signing_key: key.map(|key| key.public().id().to_string()),
            ..self
        }
    }

    /// Takes them; `None` where the product has not so many left.
    pub fn take(&self, tx: &Tx<'_>) -> store::Result<Option<IssueRange>> {
        self.issue_key.keep(tx)?;
        if let Some(hidden_key) = self.hidden_key {
            hidden_key.keep(tx)?;
        }
        let range = IssueRange {
            first: 0,
            count: self.count,
            batch: self.batch.clone(),
            issued_on: self.issued_on.clone(),
            has_hidden: self.hidden_key.is_some(),
            reached: Reached::default(),
            signing_key: self.signing_key.clone(),
        };
        let first = tx.issue(self.product, self.batch_id, &range)?;
        Ok(first.map(|first| IssueRange { first, ..range }))
    }

    /// Takes them, from a thread that may wait.
    pub fn take_blocking(self, store: &Store) -> store::Result<Option<IssueRange>> {
        store.write_or_undo_blocking(move |tx| self.take(tx).map(Outcome::Keep))
    }
}

/// Where the hidden codes of units go while their serials go elsewhere.
pub struct HiddenOut<'o> {
    issuer: HiddenIssuer,
    out: &'o mut dyn Write,
}

impl<'o> HiddenOut<'o> {
    /// Of a product's units.
    pub fn new(issuer: HiddenIssuer, out: &'o mut dyn Write) -> HiddenOut<'o> {
        HiddenOut { issuer, out }
    }
}

impl std::fmt::Debug for HiddenOut<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HiddenOut(..)")
    }
}

/// The codes of a product's batch, around what differs from unit to unit.
///
/// A serial is the same characters in every form, and so is a signature.
#[derive(Debug)]
pub struct Codes<'k> {
    csv: Vec<Piece>,
    link: Vec<Piece>,
    element_string: Vec<Piece>,
    /// What signs, and what of: a unit's statement differs in its serial alone.
    signing: Option<(&'k SigningKey, Statement)>,
}

/// A part of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Serial,
    Seal,
}

/// The code of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCode {
    /// Its serial.
    pub serial: String,
    /// For QR Codes.
    pub digital_link: String,
    /// For GS1 Data Matrix, bracketed.
    pub element_string: String,
}

impl<'k> Codes<'k> {
    /// `stem` is what stands before the link's path, such as `https://id.example`.
    ///
    /// `None` where the stem is none, or a value of the batch is none of GS1's.
    #[must_use]
    pub fn new(
        product: &Product,
        batch: &Batch,
        issuer: &Issuer,
        stem: &str,
        signing_key: Option<&'k SigningKey>,
    ) -> Option<Codes<'k>> {
        let sample = issuer.serial(0).ok()?;
        let sample = sample.as_str();
        let sample_seal = "A".repeat(SEAL_LEN);
        let gtin = product.gtin.as_str();
        let record = &batch.record;
        // Fixed lengths first, so that the symbol needs one separator at most.
        let mut full = format!("(01){gtin}");
        for (ai, date) in [("17", &record.expiry), ("15", &record.best_before)] {
            if let Some(date) = date {
                let date: gs1::Date = date.parse().ok()?;
                let digits = date.to_string().replace('-', "");
                full.push_str(&format!("({ai}){}", &digits[2..]));
            }
        }
        full.push_str(&format!("(10){}(21){sample}", record.batch));
        let signing = match signing_key {
            Some(key) => Some((key, Statement::of(&right(&full)?)?)),
            None => None,
        };
        let (link, element_string) = match signing_key {
            // The server knows the batch of a serial: a shorter link has larger modules.
            None => (
                right(&format!("(01){gtin}(21){sample}"))?.digital_link(stem)?,
                full,
            ),
            // A verifier without a network must find in the code whatever was signed.
            Some(_) => {
                let link = right(&full)?.digital_link(stem)?;
                let separator = if link.contains('?') { '&' } else { '?' };
                (
                    format!("{link}{separator}{PARAMETER}={sample_seal}"),
                    format!("{full}({AI}){sample_seal}"),
                )
            }
        };
        let element_string = right(&element_string)?.bracketed();
        right(&link).filter(|message| message.form == Form::DigitalLink)?;
        let line = format!(
            "{gtin},{},{sample},{},{}",
            quoted(&record.batch),
            quoted(&link),
            quoted(&element_string)
        );
        let pieces = |code: &str, serials: usize| {
            let pieces = pieces(code, sample, &sample_seal);
            let found = pieces.iter().filter(|piece| **piece == Piece::Serial);
            (found.count() == serials).then_some(pieces)
        };
        Some(Codes {
            csv: pieces(&line, 3)?,
            link: pieces(&link, 1)?,
            element_string: pieces(&element_string, 1)?,
            signing,
        })
    }

    /// The codes of a range, one by one.
    pub fn units<'c>(
        &'c self,
        issuer: &'c Issuer,
        range: &IssueRange,
    ) -> impl Iterator<Item = UnitCode> + use<'c, 'k> {
        let serials = issuer.serials(range.first..range.first + range.count);
        serials.map(|serial| {
            let seal = self.seal(serial.as_str());
            let fill = |pieces: &[Piece]| {
                let parts = pieces.iter().map(|piece| match piece {
                    Piece::Text(text) => text.as_str(),
                    Piece::Serial => serial.as_str(),
                    Piece::Seal => seal.as_str(),
                });
                parts.collect()
            };
            UnitCode {
                serial: serial.to_string(),
                digital_link: fill(&self.link),
                element_string: fill(&self.element_string),
            }
        })
    }

    /// Empty where codes are not signed.
    fn seal(&self, serial: &str) -> String {
        let signing = self.signing.as_ref();
        signing.map_or_else(String::new, |(key, statement)| {
            key.seal(&statement.with_serial(serial)).to_string()
        })
    }

    /// Writes the codes of a range, a line each, and elsewhere their hidden codes, each beside its
    /// serial; `progress` is told how many were written, after each million.
    pub fn write(
        &self,
        out: &mut dyn Write,
        mut hidden: Option<HiddenOut<'_>>,
        format: Format,
        issuer: &Issuer,
        range: &IssueRange,
        mut progress: impl FnMut(u64),
    ) -> io::Result<()> {
        let pieces: &[Piece] = match format {
            Format::Csv => {
                writeln!(out, "gtin,batch,serial,digital_link,element_string")?;
                &self.csv
            }
            Format::Links => &self.link,
            Format::ElementStrings => &self.element_string,
            Format::Typed => {
                writeln!(out, "serial,typed")?;
                &[]
            }
        };
        if let Some(hidden) = &mut hidden {
            writeln!(hidden.out, "serial,hidden_code")?;
        }
        let serials = issuer.serials(range.first..range.first + range.count);
        for (written, serial) in (1..).zip(serials) {
            let seal = self.seal(serial.as_str());
            for piece in pieces {
                out.write_all(match piece {
                    Piece::Text(text) => text.as_bytes(),
                    Piece::Serial => serial.as_bytes(),
                    Piece::Seal => seal.as_bytes(),
                })?;
            }
            if format == Format::Typed {
                write!(out, "{serial},{}", TypedSerial::new(serial))?;
            }
            out.write_all(b"\n")?;
            if let Some(hidden) = &mut hidden {
                let code = hidden.issuer.code(range.first + written - 1);
                writeln!(hidden.out, "{serial},{code}")?;
            }
            if written % 1_000_000 == 0 {
                progress(written);
            }
        }
        if let Some(hidden) = hidden {
            hidden.out.flush()?;
        }
        out.flush()
    }
}

/// The key to make something with, and whether it is new.
pub fn key_to_make<K: FileKey>(
    store: &Store,
    file: &KeyFile<K>,
) -> store::Result<(Arc<KnownKey<K>>, bool)> {
    store.read_blocking(|db| file.key_to_make(db))
}

/// A code with its samples taken out.
fn pieces(code: &str, serial: &str, seal: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, part) in code.split(seal).enumerate() {
        if at > 0 {
            pieces.push(Piece::Seal);
        }
        for (at, text) in part.split(serial).enumerate() {
            if at > 0 {
                pieces.push(Piece::Serial);
            }
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            }
        }
    }
    pieces
}

fn right(text: &str) -> Option<Message<'_>> {
    let (message, faults) = gs1::parse(text, None);
    faults.is_empty().then_some(message)
}

/// A field of CSV (RFC 4180).
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
