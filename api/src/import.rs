//! A brand's data in: files → records → the store, with a report by line.
//!
//! Files are read line by line, so their size does not matter. A run is one transaction: it is kept
//! whole, or not at all, unless the good lines were asked for. The same import twice changes
//! nothing.

mod events;
mod picture;
mod record;
mod report;
mod source;

use std::io::BufRead;

pub use report::{Problem, Report};
pub use source::{Content, Pictures, Source};

use crate::store::{self, Outcome, Store, Tx};
use record::Importer;

/// What happens to the good lines when others are bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nothing is kept unless everything is good.
    AllOrNothing,
    /// The good ones are kept.
    KeepGood,
}

/// The longest line that is read, in bytes.
const MAX_LINE: usize = 16 * 1024 * 1024;

/// Imports on the writing thread, and waits for it.
pub async fn run(
    store: &Store,
    sources: Vec<Source>,
    mode: Mode,
    now: trace::Instant,
) -> store::Result<Report> {
    store
        .write_or_undo(move |tx| in_transaction(tx, sources, mode, now))
        .await
}

/// As [`run`], from the command line.
pub fn run_blocking(
    store: &Store,
    sources: Vec<Source>,
    mode: Mode,
    now: trace::Instant,
) -> store::Result<Report> {
    store.write_or_undo_blocking(move |tx| in_transaction(tx, sources, mode, now))
}

fn in_transaction(
    tx: &Tx<'_>,
    sources: Vec<Source>,
    mode: Mode,
    now: trace::Instant,
) -> store::Result<Outcome<Report>> {
    let mut report = Report::default();
    for source in sources {
        one(tx, source, now, &mut report)?;
    }
    report.is_kept = mode == Mode::KeepGood || report.problems.is_empty();
    Ok(if report.is_kept {
        Outcome::Keep(report)
    } else {
        Outcome::Undo(report)
    })
}

fn one(tx: &Tx<'_>, source: Source, now: trace::Instant, report: &mut Report) -> store::Result<()> {
    let reader = match source.open() {
        Ok(reader) => reader,
        Err(error) => {
            report.problem(
                &source.name,
                None,
                Problem::new(
                    "",
                    format!("can't be read: {error}"),
                    "check the path and its rights",
                ),
            );
            return Ok(());
        }
    };
    if source.is_epcis() {
        return events::import(tx, &source, reader, now, report);
    }
    lines(tx, &source, reader, report)
}

fn lines(
    tx: &Tx<'_>,
    source: &Source,
    mut reader: Box<dyn BufRead>,
    report: &mut Report,
) -> store::Result<()> {
    let importer = Importer {
        tx,
        pictures: &source.pictures,
    };
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let mut limited = std::io::Read::take(&mut reader, MAX_LINE as u64 + 1);
        let read = match limited.read_until(b'\n', &mut line) {
            Ok(read) => read,
            Err(error) => {
                report.problem(
                    &source.name,
                    Some(number),
                    Problem::new("", format!("can't be read: {error}"), "check the file"),
                );
                return Ok(());
            }
        };
        if read == 0 {
            return Ok(());
        }
        if read > MAX_LINE {
            report.problem(
                &source.name,
                Some(number),
                Problem::new(
                    "",
                    format!("the line is longer than {MAX_LINE} bytes"),
                    "split its list over several lines",
                ),
            );
            return Ok(());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        report.lines += 1;
        match serde_json::from_slice::<wire::import::Record>(&line) {
            Ok(record) => importer.put(&record, &source.name, number, report)?,
            Err(error) => report.problem(
                &source.name,
                Some(number),
                Problem::new(
                    "",
                    format!("not a record: {error}"),
                    "write one JSON object a line, with `type` and the fields of that type",
                ),
            ),
        }
    }
    Ok(())
}
