//! The thread that brings pages from the write-ahead log back into the database, so that no check
//! waits for it: log → file, while others go on reading and writing.
//!
//! Left to itself, SQLite does this within a commit, each time the log has grown by a thousand pages;
//! under load that was several times a second, and whatever was committed then waited for all of
//! these pages. Only what this thread left over is still done there, when the log has become large.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use super::settle;

/// A log of so many bytes is worth the work: what SQLite takes by itself, a thousand pages of 4 KB.
const WORTH: u64 = 4 << 20;
/// How often the log is looked at.
const EVERY: Duration = Duration::from_millis(100);
/// How long changes gather: a page that was written many times meanwhile is brought back once.
const GATHER: Duration = Duration::from_secs(1);
/// From so many bytes on nothing gathers any more: what is left over once the log is full, a commit waits for.
const MUCH: u64 = PAGES as u64 / 2 * 4096;

/// How many pages the log may hold before a commit does what is left over; 512 MB. Only a load without any pause
/// comes so far: in each pause the log is brought back whole, and begins anew. A database that was cut off
/// reads all of it when it is opened, 0.6 s a GB on a slow machine.
pub(super) const PAGES: u32 = 131_072;

/// The thread; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Checkpointer {
    /// Nothing is ever sent.
    _end: mpsc::Sender<()>,
}

impl Checkpointer {
    pub(super) fn start(database: &Path) -> Checkpointer {
        let (end, ended) = mpsc::channel();
        let database = database.to_owned();
        thread::spawn(move || run(&database, &ended));
        Checkpointer { _end: end }
    }
}

fn run(database: &Path, ended: &mpsc::Receiver<()>) {
    let log = with_ending(database, "-wal");
    let mut connection = None;
    let mut last = Instant::now();
    while ended.recv_timeout(EVERY) == Err(mpsc::RecvTimeoutError::Timeout) {
        // No log is a small one, and so is that of a file that was moved.
        let length = fs::metadata(&log).map_or(0, |data| data.len());
        if length < WORTH {
            // A connection that is open keeps the log where it is, once all others are closed.
            connection = None;
            continue;
        }
        if length < MUCH && last.elapsed() < GATHER {
            continue;
        }
        last = Instant::now();
        if let Err(error) = checkpoint(database, &mut connection) {
            // The next commit that finds the log too large tries it, too, and says what is wrong.
            tracing::debug!(%error, "database.checkpoint failed: {error}");
            connection = None;
        }
    }
}

fn checkpoint(
    database: &Path,
    known: &mut Option<rusqlite::Connection>,
) -> crate::store::Result<()> {
    let connection = match known {
        Some(connection) => connection,
        None => {
            // Never a new file in the place of one that is gone.
            let mut flags = rusqlite::OpenFlags::default();
            flags.remove(rusqlite::OpenFlags::SQLITE_OPEN_CREATE);
            let connection = rusqlite::Connection::open_with_flags(database, flags)?;
            settle(&connection)?;
            known.insert(connection)
        }
    };
    // Passive: waits for nobody, and nobody waits for it.
    Ok(connection.query_row("pragma wal_checkpoint(passive)", [], |_| Ok(()))?)
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(ending);
    path.into()
}
