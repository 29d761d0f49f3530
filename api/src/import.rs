//! A brand's data in: files → records → the store, with a report by line.
//!
//! Files are read in a stream, so their size does not matter. A run is one transaction: it is kept
//! whole, or not at all, unless the good lines were asked for. The same import twice changes
//! nothing.

mod events;
mod lines;
mod log;
mod number;
mod picture;
mod problems;
mod record;
mod report;
mod restored;
mod source;
mod table;
mod units;

use std::{fs::File, sync::Arc};

pub use report::{Problem, Report};
pub use source::{Content, Kind, Pictures, Source};

use crate::store::{self, Outcome, Store, Tx};
use log::Log;
use record::Importer;

/// What happens to the good lines when others are bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nothing is kept unless everything is good.
    AllOrNothing,
    /// The good ones are kept.
    KeepGood,
}

/// How a run is done; a [`Mode`] alone will do.
#[derive(Clone)]
pub struct Options {
    /// What happens to the good lines when others are bad.
    pub mode: Mode,
    /// What the sources hold; `None` looks into each.
    pub kind: Option<Kind>,
    /// Where everything that was wrong goes, as CSV; the report itself holds the first of it.
    pub faults: Option<Arc<File>>,
    /// Told from time to time how many lines and events were read.
    pub progress: Option<Arc<dyn Fn(usize) + Send + Sync>>,
}

impl From<Mode> for Options {
    fn from(mode: Mode) -> Options {
        Options {
            mode,
            kind: None,
            faults: None,
            progress: None,
        }
    }
}

/// Imports on the writing thread, and waits for it.
pub async fn run(
    store: &Store,
    sources: Vec<Source>,
    options: impl Into<Options>,
    now: trace::Instant,
) -> store::Result<Report> {
    let options = options.into();
    store
        .write_or_undo(move |tx| in_transaction(tx, &sources, &options, now))
        .await
}

/// As [`run`], from the command line.
pub fn run_blocking(
    store: &Store,
    sources: Vec<Source>,
    options: impl Into<Options>,
    now: trace::Instant,
) -> store::Result<Report> {
    let options = options.into();
    if sources.iter().all(Source::is_lasting) {
        store.write_or_undo_blocking(move |tx| in_transaction(tx, &sources, &options, now))
    } else {
        store.write_once_blocking(move |tx| in_transaction(tx, &sources, &options, now))
    }
}

/// May run again from its start: what it says and writes outside of the transaction begins anew.
fn in_transaction(
    tx: &Tx<'_>,
    sources: &[Source],
    options: &Options,
    now: trace::Instant,
) -> store::Result<Outcome<Report>> {
    let mut log = Log::new(options.faults.as_deref(), options.progress.as_deref());
    for source in sources {
        one(tx, source, options.kind, now, &mut log)?;
    }
    let mut report = log.finish();
    report.is_kept = options.mode == Mode::KeepGood || report.wrong == 0;
    Ok(if report.is_kept {
        Outcome::Keep(report)
    } else {
        Outcome::Undo(report)
    })
}

fn one(
    tx: &Tx<'_>,
    source: &Source,
    kind: Option<Kind>,
    now: trace::Instant,
    log: &mut Log<'_>,
) -> store::Result<()> {
    let opened = source.open().and_then(|mut reader| {
        let kind = match kind {
            Some(kind) => kind,
            None => source.kind(&mut reader)?,
        };
        Ok((reader, kind))
    });
    let (reader, kind) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            let what = format!("can't be read: {error}");
            log.problem(
                &source.name,
                None,
                Problem::new("", what, "check the path and its rights"),
            );
            return Ok(());
        }
    };
    let mut importer = Importer::new(tx, source, now);
    match kind {
        Kind::Records => lines::import(&mut importer, reader, log)?,
        Kind::Events => events::import(&mut importer, reader, log)?,
        kind => table::import(&mut importer, kind, reader, log)?,
    }
    importer.flush(log)
}
