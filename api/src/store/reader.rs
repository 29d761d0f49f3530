//! Threads that read for many at once, where each question is a journey: units → [`UnitRecord`]s.
//!
//! While one question is under way, those that come are gathered for the next.

use std::{
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
};

use tokio::sync::oneshot;

use super::{
    Db, Result, StoreError, UnitQuestion, UnitRecord,
    engine::{Connection, Engine},
};

/// Units in one question, at the most.
const TOGETHER: usize = 256;
/// Questions under way at once.
const THREADS: usize = 2;

struct Asking {
    question: UnitQuestion,
    answer: oneshot::Sender<Result<UnitRecord>>,
}

/// The way to the reading threads; they end when this is dropped.
pub(super) struct Reader {
    questions: mpsc::Sender<Asking>,
}

impl Reader {
    pub(super) fn start(engine: &Arc<dyn Engine>) -> Reader {
        let (questions, inbox) = mpsc::channel();
        let inbox = Arc::new(Mutex::new(inbox));
        for _ in 0..THREADS {
            let (engine, inbox) = (engine.clone(), inbox.clone());
            thread::spawn(move || run(&*engine, &inbox));
        }
        Reader { questions }
    }

    pub(super) async fn ask(&self, question: UnitQuestion) -> Result<UnitRecord> {
        let (answer, receiver) = oneshot::channel();
        self.questions
            .send(Asking { question, answer })
            .map_err(|_| StoreError::Busy)?;
        receiver.await.map_err(|_| StoreError::Busy)?
    }
}

fn run(engine: &dyn Engine, inbox: &Mutex<mpsc::Receiver<Asking>>) {
    let mut known: Option<Box<dyn Connection>> = None;
    loop {
        let asking: Vec<Asking> = {
            // A queue is never half-changed: a poisoned lock holds a good one.
            let inbox = inbox.lock().unwrap_or_else(PoisonError::into_inner);
            let Ok(first) = inbox.recv() else {
                return;
            };
            let more = inbox.try_iter().take(TOGETHER - 1);
            std::iter::once(first).chain(more).collect()
        };
        let (questions, answers): (Vec<_>, Vec<_>) = asking
            .into_iter()
            .map(|asking| (asking.question, asking.answer))
            .unzip();
        let found = ask_all(engine, &mut known, &questions);
        if found.is_err() {
            known = None;
        }
        match found {
            Ok(records) => {
                for (answer, record) in answers.into_iter().zip(records) {
                    // Nobody waits any more where the caller hung up.
                    let _ = answer.send(Ok(record));
                }
            }
            Err(error) => {
                tracing::error!(%error, "database.read failed: {error}");
                for answer in answers {
                    let error = StoreError::Database(error.to_string().into());
                    let _ = answer.send(Err(error));
                }
            }
        }
    }
}

fn ask_all(
    engine: &dyn Engine,
    known: &mut Option<Box<dyn Connection>>,
    questions: &[UnitQuestion],
) -> Result<Vec<UnitRecord>> {
    let connection = match known.take().filter(|known| !known.is_broken()) {
        Some(connection) => connection,
        None => engine.connect_for_units()?,
    };
    let questions: Vec<&UnitQuestion> = questions.iter().collect();
    Db::new(&**known.insert(connection)).unit_records(&questions)
}
