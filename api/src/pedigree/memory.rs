//! What pedigrees told of events before: an event never changes, so what was read of it once stays
//! true, whoever asks. Whether it was declared an error is looked up each time.

use std::{collections::HashMap, fmt, sync::Arc};

use quick_cache::{Weighter, sync::Cache};

use crate::{
    epcis::account::{self, Kept},
    store::{self, Db, StoreError},
};

/// How much is remembered, in bytes, about: some fifty thousand events.
const BYTES: u64 = 64 << 20;
/// What an account takes beside its texts, in bytes, about.
const ACCOUNT: u64 = 600;

/// The memory of a node, by the numbers that events are stored under.
pub struct Memory(Cache<i64, Remembered, Weight>);

#[derive(Clone)]
struct Remembered {
    kept: Kept,
    bytes: u64,
}

#[derive(Clone)]
struct Weight;

impl Weighter<i64, Remembered> for Weight {
    fn weight(&self, _: &i64, own: &Remembered) -> u64 {
        own.bytes
    }
}

impl Default for Memory {
    fn default() -> Memory {
        let events = BYTES / (2 * ACCOUNT);
        Memory(Cache::with_weighter(events as usize, BYTES, Weight))
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Memory").field(&self.0.len()).finish()
    }
}

impl Memory {
    /// What is kept of events, in their order.
    ///
    /// # Errors
    /// Also where an event can't be read: a pedigree without it could say that all is well.
    pub(super) fn kept(&self, db: &Db<'_>, events: &[i64]) -> store::Result<Vec<Kept>> {
        let known: Vec<Option<Kept>> = events.iter().map(|seq| self.known(*seq)).collect();
        let mut missing: Vec<i64> = known
            .iter()
            .zip(events)
            .filter_map(|(known, seq)| known.is_none().then_some(*seq))
            .collect();
        missing.sort_unstable();
        missing.dedup();
        let read = self.read(db, &missing)?;
        let all = known.into_iter().zip(events).map(|(known, seq)| {
            let kept = known.or_else(|| read.get(seq).cloned());
            kept.ok_or_else(|| StoreError::Event(seq.to_string()))
        });
        all.collect()
    }

    fn known(&self, seq: i64) -> Option<Kept> {
        Some(self.0.get(&seq)?.kept)
    }

    /// Reads what is not known, and remembers it.
    fn read(&self, db: &Db<'_>, events: &[i64]) -> store::Result<HashMap<i64, Kept>> {
        let mut read = HashMap::with_capacity(events.len());
        db.accounts_of(events, |place, text| {
            if let Some((seq, kept)) = events.get(place).zip(account::kept(text)) {
                read.insert(*seq, (kept, text.len()));
            }
        })?;
        for seq in events {
            if !read.contains_key(seq)
                && let Some((digest, body)) = db.event_body(*seq)?
                && let Some(kept) = account::of_body(&digest, &body)
            {
                read.insert(*seq, (kept, body.len()));
            }
        }
        let remembered = read.into_iter().map(|(seq, (kept, length))| {
            let bytes = ACCOUNT + 2 * length as u64;
            let own = Remembered {
                kept: kept.clone(),
                bytes,
            };
            self.0.insert(seq, own);
            (seq, kept)
        });
        Ok(remembered.collect())
    }
}

/// The account of an event that was declared to be an error.
pub(super) fn in_error(kept: &Kept, error: trace::Declaration) -> Arc<trace::Account> {
    let mut account = trace::Account::clone(&kept.account);
    account.error = Some(error);
    Arc::new(account)
}
