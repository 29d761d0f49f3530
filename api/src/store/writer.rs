//! The one thread that writes: acts in → group commit → answers out.
//!
//! Each act runs in a savepoint of its own: one that fails takes nothing with it.
//! The answers of a group leave only after its commit, so an acknowledged write is on the disk.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::{Result, StoreError, Tx};

/// Acts in one commit, at the most: the first of them waits for the last.
const GROUP: usize = 256;

/// Whether what an act wrote is kept.
pub enum Outcome<T> {
    /// Kept.
    Keep(T),
    /// Undone; the value still comes back.
    Undo(T),
}

/// What an act left behind: whether it is kept, and how its caller is told.
struct Left {
    is_kept: bool,
    tell: Box<dyn FnOnce(std::result::Result<(), String>) + Send>,
}

type Act = Box<dyn FnOnce(&Connection) -> Left + Send>;

enum Job {
    Act(Act),
    Sweep(oneshot::Sender<Result<()>>),
}

/// The way to the writing thread; it ends when this is dropped.
pub(super) struct Writer {
    jobs: mpsc::Sender<Job>,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> Writer {
        let (jobs, inbox) = mpsc::channel();
        thread::spawn(move || run(&connection, &inbox));
        Writer { jobs }
    }

    /// Queues an act.
    pub(super) fn send<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<oneshot::Receiver<Result<T>>> {
        let (answer, receiver) = oneshot::channel();
        let act: Act = Box::new(move |connection| {
            let outcome = act(&Tx::new(connection));
            let is_kept = matches!(outcome, Ok(Outcome::Keep(_)));
            let tell = Box::new(move |committed: std::result::Result<(), String>| {
                let result = match (outcome, committed) {
                    (Ok(Outcome::Keep(_)), Err(error)) => Err(StoreError::Commit(error)),
                    (Ok(Outcome::Keep(value) | Outcome::Undo(value)), _) => Ok(value),
                    (Err(error), _) => Err(error),
                };
                // Nobody waits any more where the caller hung up; the write stands.
                let _ = answer.send(result);
            });
            Left { is_kept, tell }
        });
        self.jobs
            .send(Job::Act(act))
            .map_err(|_| StoreError::Writer)?;
        Ok(receiver)
    }

    /// Queues a checkpoint that empties the write-ahead log.
    pub(super) fn sweep(&self) -> Result<oneshot::Receiver<Result<()>>> {
        let (answer, receiver) = oneshot::channel();
        self.jobs
            .send(Job::Sweep(answer))
            .map_err(|_| StoreError::Writer)?;
        Ok(receiver)
    }
}

fn run(connection: &Connection, inbox: &mpsc::Receiver<Job>) {
    while let Ok(first) = inbox.recv() {
        let mut acts = Vec::new();
        let mut sweeps = Vec::new();
        for job in std::iter::once(first).chain(inbox.try_iter().take(GROUP - 1)) {
            match job {
                Job::Act(act) => acts.push(act),
                Job::Sweep(answer) => sweeps.push(answer),
            }
        }
        if !acts.is_empty() {
            commit(connection, acts);
        }
        for answer in sweeps {
            let swept = connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()));
            let _ = answer.send(swept.map_err(StoreError::from));
        }
    }
}

fn commit(connection: &Connection, acts: Vec<Act>) {
    if let Err(error) = execute(connection, "begin immediate") {
        // Without a transaction nothing may run: the dropped acts tell their callers `Writer`.
        tracing::error!(%error, "database.begin failed: {error}");
        return;
    }
    let left: Vec<Left> = acts
        .into_iter()
        .filter_map(|act| in_savepoint(connection, act))
        .collect();
    let committed = execute(connection, "commit").map_err(|error| {
        tracing::error!(%error, "database.commit failed: {error}");
        if let Err(error) = execute(connection, "rollback") {
            tracing::error!(%error, "database.rollback failed: {error}");
        }
        error.to_string()
    });
    for left in left {
        (left.tell)(committed.clone());
    }
}

/// `None` where the act panicked or its savepoint failed: its caller is told by the dropped channel.
fn in_savepoint(connection: &Connection, act: Act) -> Option<Left> {
    execute(connection, "savepoint act").ok()?;
    let left = catch_unwind(AssertUnwindSafe(|| act(connection))).ok();
    if !left.as_ref().is_some_and(|left| left.is_kept) {
        execute(connection, "rollback to act").ok()?;
    }
    execute(connection, "release act").ok()?;
    left
}

fn execute(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(|_| ())
}
