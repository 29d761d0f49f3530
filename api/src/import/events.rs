//! EPCIS documents in an import: through the same reading and storing as the capture interface.

use std::io::{BufRead, Read};

use super::{Problem, Report, Source};
use crate::{
    capture,
    store::{self, Change, Stored, Tx},
};

/// The largest document, in bytes.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

pub(super) fn import(
    tx: &Tx<'_>,
    source: &Source,
    reader: Box<dyn BufRead>,
    now: trace::Instant,
    report: &mut Report,
) -> store::Result<()> {
    let mut wrong = |what: String, advice: &str| {
        report.problem(&source.name, None, Problem::new("", what, advice));
        Ok(())
    };
    let document: serde_json::Value = match serde_json::from_reader(reader.take(MAX_BYTES)) {
        Ok(document) => document,
        Err(error) => {
            return wrong(format!("not JSON: {error}"), "write an EPCIS 2.0 document");
        }
    };
    let brand = match &source.brand {
        Some(brand) => tx.brand(brand)?.map(|brand| brand.id),
        None => match &tx.brands()?[..] {
            [only] => Some(only.id.clone()),
            _ => None,
        },
    };
    let Some(brand) = brand else {
        return wrong(
            "no brand for these events".to_owned(),
            "name one that is imported with `--brand`",
        );
    };
    let captured = capture::store(
        tx,
        &brand,
        &document,
        capture::ErrorBehaviour::Proceed,
        &format!("import:{}", source.name),
        now,
    )?;
    for fault in captured.faults {
        report.problem(
            &source.name,
            None,
            Problem::new(fault.pointer, fault.detail, "correct the event"),
        );
    }
    for stored in captured.stored {
        report.lines += 1;
        report.count(match stored {
            Stored::Added => Change::Added,
            Stored::Known | Stored::IdTaken => Change::Unchanged,
        });
    }
    Ok(())
}
