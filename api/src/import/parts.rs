//! An import that keeps what is good: a transaction for every some thousand lines, and a pause
//! behind each, so that a server on the same database goes on.

use std::{
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use super::{
    Options, Report, Source,
    log::Log,
    piece::{Piece, Shape, Sink},
    read,
    record::{Importer, Kept},
    sender::Sender,
};
use crate::store::{self, Outcome, Store};

/// Pieces in a transaction, at the most.
const PIECES: usize = 1 << 13;

/// Bytes of pieces in a transaction, about: a line may tell of a thousand units.
const BYTES: usize = 1 << 19;

/// What part of the time that a transaction took is left to others behind it.
const PAUSE: u32 = 3;

/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_millis(100);

pub(super) fn run(
    store: &Store,
    sources: Vec<Source>,
    options: &Options,
    now: trace::Instant,
) -> store::Result<Report> {
    let mut log = Log::new(options.faults.as_deref(), options.progress.as_deref());
    for source in sources {
        let mut parts = Parts {
            store,
            source: Arc::new(source),
            sender: options.sender.clone(),
            now,
            shape: Arc::new(Shape::Records),
            kept: Kept::default(),
            waiting: Vec::new(),
            bytes: 0,
            log,
        };
        read(&parts.source.clone(), options, &mut parts)?;
        parts.commit()?;
        log = parts.log;
    }
    let mut report = log.finish();
    report.is_kept = true;
    Ok(report)
}

struct Parts<'p, 'o> {
    store: &'p Store,
    source: Arc<Source>,
    sender: Option<Arc<Sender>>,
    now: trace::Instant,
    shape: Arc<Shape>,
    kept: Kept,
    waiting: Vec<Piece>,
    bytes: usize,
    log: Log<'o>,
}

impl Parts<'_, '_> {
    /// Puts in what waits. Nothing is told of it before it is on the disk.
    fn commit(&mut self) -> store::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let pieces = std::mem::take(&mut self.waiting);
        self.bytes = 0;
        let (source, shape) = (self.source.clone(), self.shape.clone());
        let (kept, now, sender) = (self.kept.clone(), self.now, self.sender.clone());
        let began = Instant::now();
        let (part, kept) = self.store.write_or_undo_blocking(move |tx| {
            let mut log = Log::of_part();
            let mut importer = Importer::new(tx, &source, sender.as_deref(), kept.clone(), now);
            for piece in &pieces {
                importer.piece(&shape, piece, &mut log)?;
            }
            importer.flush(&mut log)?;
            Ok(Outcome::Keep((log.finish(), importer.kept)))
        })?;
        self.kept = kept;
        self.log.absorb(part);
        thread::park_timeout((began.elapsed() / PAUSE).min(LONGEST_PAUSE));
        Ok(())
    }
}

impl Sink for Parts<'_, '_> {
    fn begin(&mut self, shape: Shape) {
        self.shape = Arc::new(shape);
    }

    fn take(&mut self, piece: Piece) -> store::Result<()> {
        self.bytes += piece.size();
        self.waiting.push(piece);
        if self.waiting.len() >= PIECES || self.bytes >= BYTES {
            self.commit()?;
        }
        Ok(())
    }
}
