//! Issuing serials: a range of counters → a code each.
//!
//! The range is on record before the first of its codes is given out; codes can be given out again,
//! and are the same then.

use std::io::{self, Write};

use gs1::{Form, Message};
use issue::{HiddenIssuer, HiddenKey, IssueKey, Issuer};
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

/// The codes of a product's batch, around the serial.
///
/// A serial is the same characters in every form, so that a code is what stands before it, the
/// serial, and what stands behind it.
#[derive(Debug)]
pub struct Codes {
    csv: [String; 4],
    link: [String; 2],
    element_string: [String; 2],
}

impl Codes {
    /// `stem` is what stands before the link's path, such as `https://id.example`.
    ///
    /// `None` where the stem is none, or a value of the batch is none of GS1's.
    #[must_use]
    pub fn new(product: &Product, batch: &Batch, issuer: &Issuer, stem: &str) -> Option<Codes> {
        let sample = issuer.serial(0).ok()?;
        let sample = sample.as_str();
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
        let element_string = right(&full)?.bracketed();
        // The server knows the batch of a serial: a shorter link has larger modules.
        let link = right(&format!("(01){gtin}(21){sample}"))?.digital_link(stem)?;
        right(&link).filter(|message| message.form == Form::DigitalLink)?;
        let around = |code: &str| -> Option<[String; 2]> {
            let (before, after) = code.rsplit_once(sample)?;
            Some([before.to_owned(), after.to_owned()])
        };
        let line = format!(
            "{gtin},{},{sample},{},{}",
            quoted(&record.batch),
            quoted(&link),
            quoted(&element_string)
        );
        let parts: Vec<String> = line.split(sample).map(str::to_owned).collect();
        Some(Codes {
            csv: parts.try_into().ok()?,
            link: around(&link)?,
            element_string: around(&element_string)?,
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
        let parts: &[String] = match format {
            Format::Csv => {
                writeln!(out, "gtin,batch,serial,digital_link,element_string")?;
                &self.csv
            }
            Format::Links => &self.link,
            Format::ElementStrings => &self.element_string,
        };
        if let Some(hidden) = &mut hidden {
            writeln!(hidden.out, "serial,hidden_code")?;
        }
        let serials = issuer.serials(range.first..range.first + range.count);
        for (written, serial) in (1..).zip(serials) {
            out.write_all(parts[0].as_bytes())?;
            for part in &parts[1..] {
                out.write_all(serial.as_bytes())?;
                out.write_all(part.as_bytes())?;
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
pub fn key_to_make<'k, K: FileKey>(
    store: &Store,
    file: &'k KeyFile<K>,
) -> store::Result<(&'k KnownKey<K>, bool)> {
    // The borrow of the snapshot ends here; that of the file goes on.
    store.read(|db| file.key_to_make(db))
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
