//! What is kept, in SQLite or PostgreSQL. The only module that knows SQL.
//!
//! Every statement is written once and runs on both engines (`engine.rs`); what they do differently
//! is in `engine/`.
//! Reads run on the calling thread, from a pool of connections with prepared statements.
//! Writes go to one thread that gathers what has arrived into one transaction (group commit):
//! `synchronous=FULL` makes a commit an fsync, and one fsync can carry many checks.
//! An answer is given only after its commit.

mod address;
mod backup;
mod db;
mod engine;
mod schema;
mod seal_public_key;
mod serial;
mod traffic;
mod value;
mod writer;

mod access_log;
mod alert;
mod api_key;
mod batch;
mod brand;
mod capture;
mod check;
mod check_state;
mod claim;
mod erasure;
mod event;
mod event_query;
mod feedback;
mod follow;
mod grant;
mod inspection;
mod inspection_follow_up;
mod inspection_photo;
mod inspection_term;
mod inspector_device;
mod invite;
mod issue_range;
mod joined;
mod keyring;
mod known_checks;
mod ledger;
mod link;
mod mail;
mod master_data;
mod named_query;
mod number_pool;
mod organisation;
mod organisation_key;
mod ownership;
mod paper;
mod passkey;
mod pedigree;
mod person;
mod picture;
mod place;
mod product;
mod reader;
mod recall;
mod receipt;
mod registration;
mod report;
mod retention;
mod reveal;
mod reward;
mod sale_receipt;
mod setting;
mod signal;
mod signing_key;
mod staff;
mod staff_session;
mod subscription;
mod suggestion;
mod unit;
mod unit_record;
mod version;
mod voucher;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::{Semaphore, oneshot},
};

pub use access_log::AccessEntry;
pub use address::Address;
pub use alert::{Push, RecallNews};
pub use api_key::{ApiKey, ApiKeyRow};
pub use backup::{BackupError, backup, check, restore};
pub use batch::Batch;
pub use capture::{Capture, CaptureFault, Stored};
pub use check::{CheckEntry, Checked, UnitCheck, UnitChecked, UnitKey};
pub use check_state::ReadState;
pub use claim::{Claim, ClaimStep, Ground, NewClaim, Return};
pub use db::{Db, Tx};
pub use event::{CapturedEvent, Declared, EventRow, Finding};
pub use event_query::{FoundEvent, Order, Position, Sort};
pub use feedback::{
    Feedback, FeedbackAnswer, FeedbackHidden, FeedbackRecord, FeedbackSums, Quote, SPAM,
};
pub use follow::{Follow, Told};
pub use grant::Grant;
pub use inspection::{Inspection, InspectionLine, InspectionsWanted};
pub use inspection_follow_up::FollowUp;
pub use inspection_photo::InspectionPhoto;
pub use inspection_term::InspectionTerm;
pub use inspector_device::{DevicePut, InspectorDevice};
pub use invite::Invite;
pub use issue_range::{IssueRange, Reached};
pub use keyring::{KeyringDevice, KeyringPasskey};
pub use ledger::{Account, LedgerEntry, Moved, Movement, PERSONS};
pub use link::{Link, MAX_LEVELS};
pub use mail::Mail;
pub use master_data::MasterDatum;
pub use named_query::EventQuery;
pub use number_pool::{NumberPool, PoolReport, ReportKind, UnitReport};
pub use organisation_key::OrganisationKey;
pub use ownership::{Dispute, Ended, Former, Transfer};
pub use paper::{Found as PaperFound, Paper, PaperKind, ProductRules};
pub use passkey::PasskeyRow;
pub use pedigree::Naming;
pub use person::OwnCheck;
pub use picture::Picture;
pub use place::Place;
pub use product::Product;
pub use recall::Recall;
pub use receipt::Receipt;
pub use registration::{Evidence, NewRegistration, Registration};
pub use report::{Report, ReportRecord};
pub use reveal::{Guesses, Reveal, Revealed};
pub use reward::{BrandRules, Reward, RewardStatus};
pub use sale_receipt::SaleReceipt;
pub use seal_public_key::SealPublicKey;
pub use serial::Serial;
pub use signal::{BURST, SignalRow};
pub use signing_key::SigningKey;
pub use staff::Staff;
pub use staff_session::StaffSession;
pub use subscription::{EVENTS_BEHIND, Subscription};
pub use unit::{NewUnits, Tally, Unit, UnitState};
pub use unit_record::{Registered, UnitQuestion, UnitRecord};
pub use version::Version;
pub use voucher::{Voucher, VoucherKind};
pub use writer::Outcome;

use engine::{Connection, Engine, postgres::Postgres, sqlite::Sqlite};
use reader::Reader;
use traffic::{Load, Traffic};
use writer::Writer;

/// What can go wrong between us and the database. None of it is the caller's fault.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database itself: disk full, file gone, page damaged, server gone.
    #[error("the database failed")]
    Database(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Another node was in the way: what was tried is to be tried again.
    #[error("another node was in the way")]
    Conflict,
    /// Others were in the way for too long.
    #[error("the database is busy; nothing was kept, try again")]
    Busy,
    /// A column holds something else than what this version writes there.
    #[error("column {column} of a stored row is no {wanted}")]
    Column {
        /// Counted from 0.
        column: usize,
        /// The type that was asked for.
        wanted: &'static str,
    },
    /// A record that this version wrote can't be read back.
    #[error("a stored record of `{table}` can't be read")]
    Record {
        /// Where it stands.
        table: &'static str,
        /// What is wrong with it.
        #[source]
        source: serde_json::Error,
    },
    /// What was stored of a unit's checks can't be read back.
    #[error("what is stored of a unit's checks can't be read")]
    State,
    /// A captured event can't be read back.
    #[error("the stored event `{0}` can't be read")]
    Event(String),
    /// A file of another program, or of a version that this one doesn't know.
    #[error(
        "`{database}` has schema {found}, and this version knows schema {known}; `touchstone \
         migrate` brings an older one up to date"
    )]
    Schema {
        /// Its address, without the password.
        database: String,
        /// Its version; 0 for a database that holds other tables.
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

impl StoreError {
    /// Whether something that is stored can't be read back: to try again changes nothing.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(
            self,
            StoreError::Column { .. }
                | StoreError::Record { .. }
                | StoreError::State
                | StoreError::Event(_)
        )
    }
}

impl StoreError {
    /// Whether what was tried is to be tried again.
    fn is_conflict(&self) -> bool {
        matches!(self, StoreError::Conflict)
    }
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
    address: Address,
    engine: Arc<dyn Engine>,
    /// Connections that nobody reads with just now.
    idle: Mutex<Vec<Box<dyn Connection>>>,
    /// Leave to read, where only so many may at once.
    permits: Option<Semaphore>,
    /// What reads units, where many are read at once.
    reader: Option<Reader>,
    writer: Writer,
    /// How the writer gets on.
    traffic: Arc<Traffic>,
    /// 32 random bytes, made with the database: what tokens and derived references rest on.
    secret: [u8; 32],
}

impl Store {
    /// Opens the database, makes its tables where there are none, and refuses a schema that it
    /// doesn't know.
    pub fn open(address: &Address) -> Result<Store> {
        let engine = engine_of(address)?;
        let connection = engine.connect()?;
        schema::prepare(&*engine, &*connection, &address.to_string())?;
        // Nothing is written where it is there: another process may be writing for long.
        let secret = match setting::known_secret(&Db::new(&*connection))? {
            Some(secret) => secret,
            None => made_once(&*connection, setting::secret)?,
        };
        let traffic = Arc::new(Traffic::default());
        let inner = Inner {
            address: address.clone(),
            idle: Mutex::new(Vec::new()),
            permits: engine.readers().map(Semaphore::new),
            reader: engine.readers().map(|_| Reader::start(&engine)),
            writer: Writer::start(engine.clone(), connection, traffic.clone()),
            traffic,
            engine,
            secret,
        };
        Ok(Store(Arc::new(inner)))
    }

    /// Brings the tables of a database up to date; how many steps that took.
    ///
    /// A database of a later version, or of another program, is refused as it stands.
    pub fn migrate(address: &Address) -> Result<usize> {
        let engine = engine_of(address)?;
        let connection = engine.connect()?;
        schema::migrate(&*engine, &*connection, &address.to_string())
    }

    /// Prepares a statement of this module, as a test does with each.
    #[doc(hidden)]
    pub fn prepare(&self, sql: &'static str) -> Result<()> {
        self.0.engine.connect()?.prepare(sql)
    }

    /// When a connection that writes calls something written, in the engine's own word: `full` on
    /// SQLite and `on` on PostgreSQL are "when it is on the disk".
    ///
    /// # Errors
    /// Where the database can't be asked.
    pub fn durability(&self) -> Result<String> {
        self.0.engine.connect()?.durability()
    }

    /// Looks things up, all in one snapshot.
    ///
    /// On SQLite it runs inline, for it takes microseconds. On PostgreSQL it blocks its thread
    /// while the server answers, and only so many do at once; the others wait without a thread.
    pub async fn read<T>(&self, look_up: impl FnOnce(&Db<'_>) -> Result<T>) -> Result<T> {
        let Some(permits) = &self.0.permits else {
            return self.read_blocking(look_up);
        };
        let permit = tokio::time::timeout(PATIENCE, permits.acquire()).await;
        let _permit = permit
            .map_err(|_| StoreError::Busy)?
            .map_err(|_| StoreError::Busy)?;
        match Handle::current().runtime_flavor() {
            RuntimeFlavor::MultiThread => {
                tokio::task::block_in_place(|| self.read_blocking(look_up))
            }
            // The only thread of a test: the database's bytes are moved by another.
            _ => self.read_blocking(look_up),
        }
    }

    /// What is on record of a unit.
    pub async fn unit_record(&self, question: UnitQuestion) -> Result<UnitRecord> {
        if let Some(reader) = &self.0.reader {
            return reader.ask(question).await;
        }
        let connection = self.connection()?;
        connection.may_read()?;
        let record = Db::new(&*connection).unit_record(&question)?;
        self.idle().push(connection);
        Ok(record)
    }

    /// Counts a check, and returns when that is on the disk.
    pub async fn count(&self, entry: CheckEntry) -> Result<Checked> {
        let answer = self.0.writer.count(entry)?;
        self.answered(Load::Checks, answer).await
    }

    /// Reads what is on record of a unit and counts a check of it, in one act, and returns when that
    /// is on the disk.
    pub async fn look_up_and_count(&self, check: UnitCheck) -> Result<UnitChecked> {
        let answer = self.0.writer.look_up_and_count(check)?;
        self.answered(Load::Checks, answer).await
    }

    /// One that nobody reads with.
    fn connection(&self) -> Result<Box<dyn Connection>> {
        let idle = self.idle().pop();
        match idle.filter(|connection| !connection.is_broken()) {
            Some(connection) => Ok(connection),
            None => self.0.engine.connect(),
        }
    }

    /// As [`Store::read`], from a thread that may wait: the command line.
    pub fn read_blocking<T>(&self, look_up: impl FnOnce(&Db<'_>) -> Result<T>) -> Result<T> {
        let connection = self.connection()?;
        connection.begin_read()?;
        let found = look_up(&Db::new(&*connection));
        // A failed end leaves a connection that must not be used again: it is dropped here.
        connection.end_read()?;
        self.idle().push(connection);
        found
    }

    /// Writes, and returns when it is on the disk. On an error nothing of it is kept.
    ///
    /// An act may run several times before one run of it is kept.
    pub async fn write<T: Send + 'static>(
        &self,
        mut act: impl FnMut(&Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.write_or_undo(move |tx| act(tx).map(Outcome::Keep))
            .await
    }

    /// As [`Store::write`], and the act itself says whether what it wrote is kept.
    pub async fn write_or_undo<T: Send + 'static>(
        &self,
        act: impl FnMut(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<T> {
        let answer = self.0.writer.send(act)?;
        self.answered(Load::Acts, answer).await
    }

    /// As [`Store::write_or_undo`], for an act that can't run twice: where another node is in its
    /// way, nothing of it is kept and the caller is told.
    pub async fn write_once<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<T> {
        let answer = self.0.writer.send_once(act)?;
        self.answered(Load::Acts, answer).await
    }

    /// As [`Store::write_once`], from a thread that may wait: the command line.
    pub fn write_once_blocking<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<T> {
        let answer = self.0.writer.send_once(act)?;
        answer.blocking_recv().map_err(|_| StoreError::Writer)?
    }

    /// As [`Store::write_or_undo`], from a thread that may wait: the command line.
    pub fn write_or_undo_blocking<T: Send + 'static>(
        &self,
        act: impl FnMut(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<T> {
        let answer = self.0.writer.send(act)?;
        answer.blocking_recv().map_err(|_| StoreError::Writer)?
    }

    /// Moves what was written into the main file and empties the log, so that what was erased is
    /// in neither. On PostgreSQL that is the database's own housekeeping.
    pub async fn sweep(&self) -> Result<()> {
        let answer = self.0.writer.sweep()?;
        answer.await.map_err(|_| StoreError::Writer)?
    }

    /// How the writer gets on.
    #[must_use]
    pub fn traffic(&self) -> &Traffic {
        &self.0.traffic
    }

    async fn answered<T>(&self, load: Load, answer: oneshot::Receiver<Result<T>>) -> Result<T> {
        let since = Instant::now();
        let answer = answer.await;
        self.0.traffic.waited(load, since);
        answer.map_err(|_| StoreError::Writer)?
    }

    /// The server's own secret.
    #[must_use]
    pub fn secret(&self) -> &[u8; 32] {
        &self.0.secret
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Box<dyn Connection>>> {
        // A list of idle connections is never half-changed: a poisoned lock holds a good one.
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Store").field(&self.0.address).finish()
    }
}

/// How long a question waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

fn engine_of(address: &Address) -> Result<Arc<dyn Engine>> {
    Ok(match address {
        Address::Sqlite(path) => Arc::new(Sqlite::new(path)),
        Address::Postgres(url) => Arc::new(Postgres::new(url)?),
    })
}

/// Runs an act at the start, before there is a writer; again where another node did so too.
fn made_once<T>(connection: &dyn Connection, act: fn(&Tx<'_>) -> Result<T>) -> Result<T> {
    loop {
        connection.begin_write()?;
        let made = act(&Tx::new(connection)).and_then(|made| {
            connection.batch("commit")?;
            Ok(made)
        });
        match made {
            Err(error) if error.is_conflict() => connection.batch("rollback")?,
            other => return other,
        }
    }
}
