//! The one thread that writes: acts in → group commit → answers out.
//!
//! The acts of a group run one after the other in one transaction. Where one of them fails, or wants
//! to be undone, the group is undone and run again with a savepoint around each act, so that one
//! that fails takes nothing with it. Where another node was in the way (SQLSTATE 40001), the group
//! is run again too. So an act may run more than once; only the last run is kept.
//!
//! The answers of a group leave only after its commit, so an acknowledged write is on the disk.
//!
//! Checks are most of what is written. They are counted together, a few statements for a whole group,
//! in a transaction of their own.

mod counting;
mod patience;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, mpsc},
    thread,
};

use tokio::sync::oneshot;

use self::{
    counting::{Asking, Caller, Counting, counted},
    patience::{Patience, pause},
};
use super::{
    CheckEntry, Checked, Result, StoreError, Tx, UnitCheck, UnitChecked, UnitRecord,
    engine::{Connection, Engine},
    traffic::{Load, Traffic},
};

/// Acts in one commit, at the most: the first of them waits for the last.
const GROUP: usize = 256;
/// How often a group is, before it is split: one of them is undone and run again with savepoints.
const TRIES_TOGETHER: u32 = 4;
/// How often a transaction is begun; each time has waited some seconds already.
const BEGINNINGS: u32 = 12;

/// Whether what an act wrote is kept.
pub enum Outcome<T> {
    /// Kept.
    Keep(T),
    /// Undone; the value still comes back.
    Undo(T),
}

/// What became of a run of an act.
enum Ran {
    /// What it wrote is kept.
    Kept,
    /// It failed, or wants to be undone.
    Undone,
    /// Another node was in its way.
    Conflict,
}

/// An act with its caller, who waits.
trait Act: Send {
    fn run(&mut self, connection: &dyn Connection) -> Ran;
    /// Answers the caller with what the last run left, unless the commit failed.
    fn tell(self: Box<Self>, committed: std::result::Result<(), String>);
}

struct Waiting<T, F> {
    act: F,
    outcome: Option<Result<Outcome<T>>>,
    answer: oneshot::Sender<Result<T>>,
}

impl<T, F> Act for Waiting<T, F>
where
    T: Send,
    F: FnMut(&Tx<'_>) -> Result<Outcome<T>> + Send,
{
    fn run(&mut self, connection: &dyn Connection) -> Ran {
        let ran = catch_unwind(AssertUnwindSafe(|| (self.act)(&Tx::new(connection))));
        self.outcome = ran.ok();
        match &self.outcome {
            Some(Ok(Outcome::Keep(_))) => Ran::Kept,
            Some(Err(error)) if error.is_conflict() => Ran::Conflict,
            _ => Ran::Undone,
        }
    }

    fn tell(self: Box<Self>, committed: std::result::Result<(), String>) {
        let result = match (self.outcome, committed) {
            (Some(Ok(_)), Err(error)) => Err(StoreError::Commit(error)),
            (Some(Ok(Outcome::Keep(value) | Outcome::Undo(value))), Ok(())) => Ok(value),
            (Some(Err(error)), _) => Err(error),
            (None, Err(error)) => Err(StoreError::Commit(error)),
            (None, Ok(())) => Err(StoreError::Writer),
        };
        // Nobody waits any more where the caller hung up; the write stands.
        let _ = self.answer.send(result);
    }
}

/// Acts of one transaction.
type Acts = [Box<dyn Act>];

enum Job {
    Check(Box<Counting>),
    Act(Box<dyn Act>),
    /// An act that can't run twice.
    Once(Box<dyn Act>),
    Sweep(oneshot::Sender<Result<()>>),
}

/// The way to the writing thread, and to those that count checks beside it; they end when this is
/// dropped.
pub(super) struct Writer {
    jobs: mpsc::Sender<Job>,
    /// A unit's checks are always counted by the same one, so that none is in another's way.
    counters: Vec<mpsc::Sender<Counting>>,
}

impl Writer {
    pub(super) fn start(
        engine: Arc<dyn Engine>,
        connection: Box<dyn Connection>,
        traffic: Arc<Traffic>,
    ) -> Writer {
        let counters = (0..engine.counters()).map(|_| {
            let (checks, inbox) = mpsc::channel();
            let thread = Thread {
                engine: engine.clone(),
                traffic: traffic.clone(),
                connect: |engine| engine.connect_for_units(),
                connection: None,
            };
            thread::spawn(move || thread.run_counting(&inbox));
            checks
        });
        let counters = counters.collect();
        let (jobs, inbox) = mpsc::channel();
        let thread = Thread {
            engine,
            traffic,
            connect: |engine| engine.connect(),
            connection: Some(connection),
        };
        thread::spawn(move || thread.run(&inbox));
        Writer { jobs, counters }
    }

    fn send_check(&self, check: Counting) -> Result<()> {
        let place = check.shard() as usize % self.counters.len().max(1);
        let sent = match self.counters.get(place) {
            Some(counter) => counter.send(check).is_ok(),
            None => self.jobs.send(Job::Check(Box::new(check))).is_ok(),
        };
        sent.then_some(()).ok_or(StoreError::Writer)
    }

    /// Queues a check.
    pub(super) fn count(&self, entry: CheckEntry) -> Result<oneshot::Receiver<Result<Checked>>> {
        let (answer, receiver) = oneshot::channel();
        self.send_check(Counting {
            entry,
            caller: Caller::Known(answer),
        })?;
        Ok(receiver)
    }

    /// Queues a check of a unit that is looked up first.
    pub(super) fn look_up_and_count(
        &self,
        check: UnitCheck,
    ) -> Result<oneshot::Receiver<Result<UnitChecked>>> {
        let (answer, receiver) = oneshot::channel();
        let UnitCheck {
            question,
            records,
            entry,
        } = check;
        self.send_check(Counting {
            entry,
            caller: Caller::Asking(Box::new(Asking {
                question,
                records,
                record: UnitRecord::default(),
                answer,
            })),
        })?;
        Ok(receiver)
    }

    /// Queues an act.
    pub(super) fn send<T: Send + 'static>(
        &self,
        act: impl FnMut(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<oneshot::Receiver<Result<T>>> {
        let (answer, receiver) = oneshot::channel();
        self.jobs
            .send(Job::Act(Box::new(Waiting {
                act,
                outcome: None,
                answer,
            })))
            .map_err(|_| StoreError::Writer)?;
        Ok(receiver)
    }

    /// Queues an act that can't run twice: it gets a transaction of its own, and is told where
    /// another node was in its way.
    pub(super) fn send_once<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Tx<'_>) -> Result<Outcome<T>> + Send + 'static,
    ) -> Result<oneshot::Receiver<Result<T>>> {
        let mut act = Some(act);
        let (answer, receiver) = oneshot::channel();
        self.jobs
            .send(Job::Once(Box::new(Waiting {
                act: move |tx: &Tx<'_>| match act.take() {
                    Some(act) => act(tx),
                    None => Err(StoreError::Busy),
                },
                outcome: None,
                answer,
            })))
            .map_err(|_| StoreError::Writer)?;
        Ok(receiver)
    }

    /// Queues the removal of what was erased.
    pub(super) fn sweep(&self) -> Result<oneshot::Receiver<Result<()>>> {
        let (answer, receiver) = oneshot::channel();
        self.jobs
            .send(Job::Sweep(answer))
            .map_err(|_| StoreError::Writer)?;
        Ok(receiver)
    }
}

struct Thread {
    engine: Arc<dyn Engine>,
    traffic: Arc<Traffic>,
    /// What opens one.
    connect: fn(&dyn Engine) -> Result<Box<dyn Connection>>,
    /// `None` after a failure, until a new one is opened.
    connection: Option<Box<dyn Connection>>,
}

impl Thread {
    fn run(mut self, inbox: &mpsc::Receiver<Job>) {
        while let Ok(first) = inbox.recv() {
            let mut checks = Vec::new();
            let mut acts = Vec::new();
            let mut once = Vec::new();
            let mut sweeps = Vec::new();
            for job in std::iter::once(first).chain(inbox.try_iter().take(GROUP - 1)) {
                match job {
                    Job::Check(check) => checks.push(*check),
                    Job::Act(act) => acts.push(act),
                    Job::Once(act) => once.push(act),
                    Job::Sweep(answer) => sweeps.push(answer),
                }
            }
            if !checks.is_empty() {
                self.traffic.committed(Load::Checks, checks.len());
                self.count(checks);
            }
            if !acts.is_empty() {
                self.traffic.committed(Load::Acts, acts.len());
                self.commit(acts, Self::group, Patience::begins());
            }
            for act in once {
                self.traffic.committed(Load::Acts, 1);
                self.commit(
                    vec![act],
                    |thread, acts, _| thread.alone(acts),
                    Patience::begins(),
                );
            }
            for answer in sweeps {
                let swept = self.connection().and_then(Connection::sweep);
                let _ = answer.send(swept);
            }
        }
    }

    fn run_counting(mut self, inbox: &mpsc::Receiver<Counting>) {
        while let Ok(first) = inbox.recv() {
            let more = inbox.try_iter().take(GROUP - 1);
            let checks: Vec<Counting> = std::iter::once(first).chain(more).collect();
            self.traffic.committed(Load::Checks, checks.len());
            self.count(checks);
        }
    }

    fn connection(&mut self) -> Result<&dyn Connection> {
        let connection = match self.connection.take().filter(|known| !known.is_broken()) {
            Some(connection) => connection,
            None => (self.connect)(&*self.engine)?,
        };
        Ok(&**self.connection.insert(connection))
    }

    /// Runs acts, commits them and answers; in ever smaller groups, where other nodes are in the way
    /// of a large one. All of them together have that patience.
    fn commit(
        &mut self,
        mut acts: Vec<Box<dyn Act>>,
        run: fn(&mut Thread, &mut Acts, Patience) -> Result<()>,
        patience: Patience,
    ) {
        let committed = match run(self, &mut acts, patience) {
            Err(StoreError::Conflict) if acts.len() > 1 => {
                let rest = acts.split_off(acts.len() / 2);
                self.commit(acts, run, patience);
                return self.commit(rest, run, patience);
            }
            Err(StoreError::Conflict) => Err(StoreError::Busy),
            other => other,
        };
        let committed = committed.map_err(|error| {
            tracing::error!(%error, "database.commit failed: {error}");
            self.connection = None;
            error.to_string()
        });
        for act in acts {
            act.tell(committed.clone());
        }
    }

    /// Counts checks and answers; one by one where together they can't be.
    fn count(&mut self, mut checks: Vec<Counting>) {
        let counted = match self.try_count(&mut checks) {
            Ok(counted) => counted.into_iter().map(Ok).collect(),
            // What is damaged is one unit's.
            Err(StoreError::Record { .. } | StoreError::Column { .. } | StoreError::State)
                if checks.len() > 1 =>
            {
                let rest = checks.split_off(checks.len() / 2);
                self.count(checks);
                return self.count(rest);
            }
            Err(error) => {
                tracing::error!(%error, "database.commit failed: {error}");
                self.connection = None;
                let failed = || Err(StoreError::Commit(error.to_string()));
                checks.iter().map(|_| failed()).collect::<Vec<_>>()
            }
        };
        for (check, checked) in checks.into_iter().zip(counted) {
            check.tell(checked);
        }
    }

    /// Counts checks in one transaction, again while other nodes are in the way; `None` for those that
    /// did not count.
    fn try_count(&mut self, checks: &mut [Counting]) -> Result<Vec<Option<Checked>>> {
        // What an offline queue delivers is remembered by a statement of its own.
        let has_deliveries = checks.iter().any(|check| check.entry.delivery.is_some());
        let patience = Patience::begins();
        let mut attempt = 0;
        while patience.has_any_for(attempt) {
            let is_one = self.connection()?.is_remote() && !has_deliveries;
            let connection = match is_one {
                true => self.connected()?,
                false => self.begin(|connection| connection.begin_guarded_write())?,
            };
            let counted = counted(&Tx::new(connection), checks).and_then(|counted| {
                if !is_one {
                    connection.batch("commit")?;
                }
                Ok(counted)
            });
            match counted {
                Err(error) if error.is_conflict() => {
                    if !is_one {
                        connection.batch("rollback")?;
                    }
                    // Whoever was in the way may have counted a check of the same unit.
                    for check in &mut *checks {
                        check.entry.known = None;
                    }
                    if attempt > 0 {
                        thread::park_timeout(pause(attempt));
                    }
                    attempt += 1;
                }
                Err(error) if is_one => return Err(error),
                Err(error) => return Err(undone(connection, error)),
                Ok(counted) => return Ok(counted),
            }
        }
        Err(StoreError::Busy)
    }

    /// Begins a transaction, however long another process writes, within reason.
    fn begin(&mut self, begin: fn(&dyn Connection) -> Result<()>) -> Result<&dyn Connection> {
        for _ in 0..BEGINNINGS {
            match begin(self.connection()?) {
                Err(error) if error.is_conflict() => {}
                Err(error) => return Err(error),
                Ok(()) => return self.connected(),
            }
        }
        Err(StoreError::Busy)
    }

    /// The connection that a transaction was begun on.
    fn connected(&self) -> Result<&dyn Connection> {
        self.connection.as_deref().ok_or(StoreError::Writer)
    }

    /// Runs acts once, whatever comes of it.
    fn alone(&mut self, acts: &mut Acts) -> Result<()> {
        let connection = self.begin(|connection| connection.begin_write())?;
        match plain(connection, acts) {
            Ran::Kept => connection
                .batch("commit")
                .map_err(|error| undone(connection, error)),
            Ran::Undone | Ran::Conflict => connection.batch("rollback"),
        }
    }

    /// Runs the acts until one run of them all is committed.
    ///
    /// # Errors
    /// `Conflict` where others were in the way each time.
    fn group(&mut self, acts: &mut Acts, patience: Patience) -> Result<()> {
        let mut is_guarded = false;
        let mut attempt = 0;
        let may_try = |acts: &Acts, attempt| match acts.len() {
            1 => patience.has_any_for(attempt),
            _ => attempt < TRIES_TOGETHER,
        };
        while may_try(acts, attempt) {
            let connection = self.begin(|connection| connection.begin_write())?;
            let ran = if is_guarded {
                guarded(connection, acts)?
            } else {
                plain(connection, acts)
            };
            match ran {
                Ran::Kept => match connection.batch("commit") {
                    Err(error) if error.is_conflict() => {}
                    Ok(()) => return Ok(()),
                    // Without a place on the disk, a transaction can still stand open.
                    Err(error) => return Err(undone(connection, error)),
                },
                Ran::Undone => {
                    connection.batch("rollback")?;
                    if acts.len() == 1 {
                        // It stands undone as it is.
                        return Ok(());
                    }
                    is_guarded = true;
                    attempt += 1;
                    continue;
                }
                Ran::Conflict => {}
            }
            if connection.batch("rollback").is_err() {
                self.connection = None;
            }
            thread::park_timeout(pause(attempt));
            attempt += 1;
        }
        Err(StoreError::Conflict)
    }
}

/// The error of a transaction that was given up.
fn undone(connection: &dyn Connection, error: StoreError) -> StoreError {
    if let Err(error) = connection.batch("rollback") {
        tracing::error!(%error, "database.rollback failed: {error}");
    }
    error
}

/// One after the other, as long as each is to be kept.
fn plain(connection: &dyn Connection, acts: &mut Acts) -> Ran {
    for act in acts {
        match act.run(connection) {
            Ran::Kept => {}
            other => return other,
        }
    }
    Ran::Kept
}

/// Each in a savepoint of its own.
fn guarded(connection: &dyn Connection, acts: &mut Acts) -> Result<Ran> {
    for act in acts {
        connection.batch("savepoint act")?;
        match act.run(connection) {
            Ran::Kept => {}
            Ran::Undone => connection.batch("rollback to savepoint act")?,
            Ran::Conflict => return Ok(Ran::Conflict),
        }
        connection.batch("release savepoint act")?;
    }
    Ok(Ran::Kept)
}
