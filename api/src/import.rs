//! A brand's data in: files → records → the store, with a report by line.
//!
//! Files are read in a stream, so their size does not matter. A run is one transaction that is kept
//! whole or not at all, or, where the good lines were asked for, one for every some thousand lines.
//! The same import twice changes nothing.

mod checks;
mod events;
mod faults;
mod feature;
mod inspected;
mod kept;
mod lines;
mod links;
mod log;
mod notice;
mod number;
mod papers;
mod parts;
mod people;
mod picture;
mod piece;
mod points;
mod problems;
mod recall;
mod record;
mod report;
mod restored;
mod sender;
mod source;
mod table;
mod units;
mod watched;

use std::{fs::File, sync::Arc};

pub use report::{Located, Problem, Report};
pub use sender::Sender;
pub use source::{Content, Kind, Pictures, Source};

use crate::store::{self, Outcome, Store, StoreError, Tx};
use log::Log;
use piece::{Piece, Shape, Sink};
use record::{Importer, Kept};

/// What happens to the good lines when others are bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nothing is kept unless everything is good.
    AllOrNothing,
    /// The good ones are kept, some thousand lines at a time: others can write between them, and
    /// what was kept when it ends early stays.
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
    /// Who sends it, over the network; `None` for whoever runs the server.
    pub sender: Option<Arc<Sender>>,
}

impl From<Mode> for Options {
    fn from(mode: Mode) -> Options {
        Options {
            mode,
            kind: None,
            faults: None,
            progress: None,
            sender: None,
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
    let (store, options) = (store.clone(), options.into());
    let running = tokio::task::spawn_blocking(move || run_blocking(&store, sources, options, now));
    running.await.map_err(|_| StoreError::Writer)?
}

/// As [`run`], from a thread that may wait: the command line.
pub fn run_blocking(
    store: &Store,
    sources: Vec<Source>,
    options: impl Into<Options>,
    now: trace::Instant,
) -> store::Result<Report> {
    let options = options.into();
    if options.mode == Mode::KeepGood {
        return parts::run(store, sources, &options, now);
    }
    if sources.iter().all(Source::is_lasting) {
        store.write_or_undo_blocking(move |tx| whole(tx, &sources, &options, now))
    } else {
        store.write_once_blocking(move |tx| whole(tx, &sources, &options, now))
    }
}

/// All of it in one transaction. It may run again from its start: what it says and writes outside
/// of the transaction begins anew.
fn whole(
    tx: &Tx<'_>,
    sources: &[Source],
    options: &Options,
    now: trace::Instant,
) -> store::Result<Outcome<Report>> {
    let mut log = Log::new(options.faults.as_deref(), options.progress.as_deref());
    for source in sources {
        let mut whole = Whole {
            importer: Importer::new(tx, source, options.sender.as_deref(), Kept::default(), now),
            shape: Shape::Records,
            log,
        };
        read(source, options, &mut whole)?;
        whole.importer.flush(&mut whole.log)?;
        log = whole.log;
    }
    let mut report = log.finish();
    report.is_kept = report.wrong == 0;
    Ok(if report.is_kept {
        Outcome::Keep(report)
    } else {
        Outcome::Undo(report)
    })
}

/// Within a transaction of the caller's, all or nothing: one that is not kept is to be undone.
pub fn within(
    tx: &Tx<'_>,
    sources: &[Source],
    options: &Options,
    now: trace::Instant,
) -> store::Result<Report> {
    whole(tx, sources, options, now).map(|outcome| match outcome {
        Outcome::Keep(report) | Outcome::Undo(report) => report,
    })
}

/// Puts each piece in as it comes.
struct Whole<'w, 'c, 'o> {
    importer: Importer<'w, 'c>,
    shape: Shape,
    log: Log<'o>,
}

impl Sink for Whole<'_, '_, '_> {
    fn begin(&mut self, shape: Shape) {
        self.shape = shape;
    }

    fn take(&mut self, piece: Piece) -> store::Result<()> {
        self.importer.piece(&self.shape, &piece, &mut self.log)
    }
}

/// Cuts a source into pieces.
fn read(source: &Source, options: &Options, sink: &mut dyn Sink) -> store::Result<()> {
    let opened = source.open().and_then(|mut reader| {
        let kind = match options.kind {
            Some(kind) => kind,
            None => source.kind(&mut reader)?,
        };
        Ok((reader, kind))
    });
    match opened {
        Ok((_, kind @ (Kind::Events | Kind::Notices | Kind::Features)))
            if options.sender.is_some() =>
        {
            let what = format!("holds {kind}, which are not taken here");
            let advice = match kind {
                Kind::Events => "send events to `POST /epcis/capture`",
                _ => "ask whoever runs the server to `touchstone import` them",
            };
            sink.take(Piece::Fault(None, Problem::new("", what, advice)))
        }
        Ok((reader, Kind::Records)) => lines::read(reader, sink),
        Ok((reader, Kind::Events)) => events::read(reader, sink),
        Ok((reader, Kind::Features)) => feature::read(reader, sink),
        Ok((reader, Kind::Notices)) => notice::read(reader, sink),
        Ok((reader, kind)) => table::read(kind, reader, sink),
        Err(error) => {
            let what = format!("can't be read: {error}");
            let problem = Problem::new("", what, "check the path and its rights");
            sink.take(Piece::Fault(None, problem))
        }
    }
}
