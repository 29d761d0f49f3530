//! Issuing serials: a range of counters → a code each.
//!
//! The range is on record before the first of its codes is given out; codes can be given out again,
//! and are the same then.

use std::io::{self, Write};

use gs1::{Form, Message};
use issue::Issuer;
use trace::Instant;

use crate::{
    issue_key::{IssueKeyError, IssueKeyFile, KnownKey},
    store::{self, Batch, IssueRange, Outcome, Product, Store},
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

/// Takes the next `count` serials of a batch; `None` where the product has not so many left.
pub fn issue_blocking(
    store: &Store,
    key: &KnownKey,
    product: &Product,
    batch: &Batch,
    count: u64,
    now: Instant,
) -> store::Result<Option<IssueRange>> {
    let (product, batch_id, digest) = (product.id, batch.id, key.digest());
    let issued_on = now.date().to_string();
    let on = issued_on.clone();
    let first = store.write_or_undo_blocking(move |tx| {
        // Another process may have issued with another key since this one was read.
        if tx.issue_key_digest()?.is_some_and(|known| known != digest) {
            return Err(IssueKeyError::Raced.into());
        }
        tx.put_issue_key_digest(&digest)?;
        tx.issue(product, batch_id, count, &on).map(Outcome::Keep)
    })?;
    Ok(first.map(|first| IssueRange {
        first,
        count,
        batch: batch.record.batch.clone(),
        issued_on,
    }))
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

    /// Writes the codes of a range, a line each; `progress` is told how many were written, after
    /// each million.
    pub fn write(
        &self,
        out: &mut dyn Write,
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
        let serials = issuer.serials(range.first..range.first + range.count);
        for (written, serial) in (1..).zip(serials) {
            out.write_all(parts[0].as_bytes())?;
            for part in &parts[1..] {
                out.write_all(serial.as_bytes())?;
                out.write_all(part.as_bytes())?;
            }
            out.write_all(b"\n")?;
            if written % 1_000_000 == 0 {
                progress(written);
            }
        }
        out.flush()
    }
}

/// The key to issue with, and whether it is new.
pub fn key_to_issue<'k>(
    store: &Store,
    file: &'k IssueKeyFile,
) -> store::Result<(&'k KnownKey, bool)> {
    // The borrow of the snapshot ends here; that of the file goes on.
    store.read(|db| file.key_to_issue(db))
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
