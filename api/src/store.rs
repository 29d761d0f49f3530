//! What is kept: SQLite, embedded. The only module that knows SQL.
//!
//! Reads run inline on the calling thread, from a pool of connections with prepared statements.
//! Writes go to one thread that gathers what has arrived into one transaction (group commit):
//! `synchronous=FULL` makes a commit an fsync, and one fsync can carry many checks.
//! An answer is given only after its commit.

mod backup;
mod db;
mod schema;
mod serial;
mod writer;

mod api_key;
mod batch;
mod brand;
mod capture;
mod check;
mod claim;
mod event;
mod issue_range;
mod ledger;
mod picture;
mod place;
mod product;
mod recall;
mod registration;
mod retention;
mod reveal;
mod setting;
mod signing_key;
mod unit;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::Connection;

pub use api_key::ApiKey;
pub use backup::{BackupError, backup, check, restore};
pub use batch::Batch;
pub use capture::{Capture, CaptureFault, Stored};
pub use check::{CheckEntry, Checked, UnitKey};
pub use claim::{Claim, NewClaim};
pub use db::{Db, Tx};
pub use event::{CapturedEvent, EventRow};
pub use issue_range::{IssueRange, Reached};
pub use ledger::LedgerEntry;
pub use picture::Picture;
pub use place::Place;
pub use product::Product;
pub use recall::Recall;
pub use registration::{NewRegistration, Registration};
pub use reveal::{Guesses, Reveal, Revealed};
pub use serial::Serial;
pub use signing_key::SigningKey;
pub use unit::{NewUnits, Tally, Unit, UnitState};
pub use writer::Outcome;

use writer::Writer;

/// What can go wrong between us and the database. None of it is the caller's fault.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database itself: disk full, file gone, page damaged.
    #[error("the database failed")]
    Database(#[from] rusqlite::Error),
    /// A record that this version wrote can't be read back.
    #[error("a stored record of `{table}` can't be read")]
    Record {
        /// Where it stands.
        table: &'static str,
        /// What is wrong with it.
        #[source]
        source: serde_json::Error,
    },
    /// A file of another program, or of a version that this one doesn't know.
    #[error(
        "`{path}` has schema {found}, and this version knows schema {known}; `touchstone migrate` \
         brings an older one up to date"
    )]
    Schema {
        /// The file.
        path: PathBuf,
        /// Its version; 0 for a file that holds other tables.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// What rests on a key can't be made or checked.
    #[error("{0}")]
    Key(#[source] Box<crate::key_file::KeyFileError>),
    /// The writing thread is gone or gave up this write; nothing of it was kept.
    #[error("the writer gave up")]
    Writer,
    /// The commit failed for everything in its group; nothing of it was kept.
    #[error("the commit failed: {0}")]
    Commit(String),
}

/// A result of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// What became of a record that was put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It was there, and differed.
    Changed,
    /// It was there, just so.
    Unchanged,
}

/// The database: cheap to clone, shared by every handler.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    path: PathBuf,
    /// Connections that nobody reads with just now.
    readers: Mutex<Vec<Connection>>,
    writer: Writer,
    /// 32 random bytes, made with the database: what tokens and derived references rest on.
    secret: [u8; 32],
}

impl Store {
    /// Opens the file, makes it where there is none, and refuses a schema that it doesn't know.
    pub fn open(path: &Path) -> Result<Store> {
        let mut connection = connect(path)?;
        schema::prepare(&mut connection, path)?;
        let secret = setting::secret(&mut connection)?;
        let inner = Inner {
            path: path.to_owned(),
            readers: Mutex::new(Vec::new()),
            writer: Writer::start(connection),
            secret,
        };
        Ok(Store(Arc::new(inner)))
    }

    /// Brings the tables of a file up to date; how many steps that took.
    ///
    /// A file of a later version, or of another program, is refused as it stands.
    pub fn migrate(path: &Path) -> Result<usize> {
        schema::migrate(&mut connect(path)?, path)
    }

    /// Looks things up, all in one snapshot. Inline: it takes microseconds.
    pub fn read<T>(&self, look_up: impl FnOnce(&Db<'_>) -> Result<T>) -> Result<T> {
        let idle = self.readers().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect(&self.0.path)?,
        };
        connection.prepare_cached("begin")?.execute([])?;
        let found = look_up(&Db::new(&connection));
        // A failed end leaves a connection that must not be used again: it is dropped here.
        connection.prepare_cached("commit")?.execute([])?;
        self.readers().push(connection);
        found
    }

    /// Writes, and returns when it is on the disk. On an error nothing of it is kept.
    pub async fn write<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.write_or_undo(move |tx| act(tx).map(Outcome::Keep))
            .await
    }

    /// As [`Store::write`], and the act itself says whether what it wrote is kept.
    pub async fn write_or_undo<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<T> {
        let answer = self.0.writer.send(act)?;
        answer.await.map_err(|_| StoreError::Writer)?
    }

    /// As [`Store::write_or_undo`], from a thread that may wait: the command line.
    pub fn write_or_undo_blocking<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<T> {
        let answer = self.0.writer.send(act)?;
        answer.blocking_recv().map_err(|_| StoreError::Writer)?
    }

    /// Moves what was written into the main file and empties the log, so that what was erased is
    /// in neither.
    pub async fn sweep(&self) -> Result<()> {
        let answer = self.0.writer.sweep()?;
        answer.await.map_err(|_| StoreError::Writer)?
    }

    /// The server's own secret.
    #[must_use]
    pub fn secret(&self) -> &[u8; 32] {
        &self.0.secret
    }

    fn readers(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // A list of idle connections is never half-changed: a poisoned lock holds a good one.
        self.0
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Store").field(&self.0.path).finish()
    }
}

fn connect(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(128);
    // FULL: NORMAL loses acknowledged checks on power loss.
    // secure_delete: what a person had erased is overwritten, not only unlinked.
    connection.execute_batch(
        "pragma journal_mode = wal;
         pragma synchronous = full;
         pragma foreign_keys = on;
         pragma secure_delete = on;",
    )?;
    Ok(connection)
}
