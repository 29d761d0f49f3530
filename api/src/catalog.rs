//! What this node remembers of products and batches, so that a look-up asks the database for the
//! unit alone.
//!
//! Nothing here is believed for its age: the question about the unit brings the count of all changes
//! with it (`store/version.rs`), and what was read at another count is read again. So a recall is in
//! every answer from its commit on, on every node. A program of the release before doesn't count
//! what it changes, so nothing is believed for longer than `MAX_AGE` either.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use gs1::Gtin;
use quick_cache::sync::Cache;

use crate::{
    code::Code,
    issue_key::IssueKeyFile,
    known::{Asked, Known, More},
    shelf::{Lot, Shelf},
    store::{self, Db, Store, UnitQuestion, Version},
};

/// For how long anything is remembered.
const MAX_AGE: Duration = Duration::from_secs(5);
/// Products that are remembered.
const SHELVES: usize = 4096;
/// Batches that are remembered.
const LOTS: usize = 16_384;

/// The memory of a node.
pub struct Catalog {
    shelves: Cache<Gtin, Remembered<Shelf>>,
    lots: Cache<(i64, String), Remembered<Lot>>,
}

/// Something that was read, or that is not there.
struct Remembered<T> {
    value: Option<Arc<T>>,
    version: Version,
    read_at: Instant,
}

impl<T> Clone for Remembered<T> {
    fn clone(&self) -> Remembered<T> {
        Remembered {
            value: self.value.clone(),
            ..*self
        }
    }
}

impl<T> Remembered<T> {
    fn new(value: Option<Arc<T>>, version: Version) -> Remembered<T> {
        Remembered {
            value,
            version,
            read_at: Instant::now(),
        }
    }

    fn is_fresh(&self) -> bool {
        self.read_at.elapsed() < MAX_AGE
    }
}

impl Default for Catalog {
    fn default() -> Catalog {
        Catalog {
            shelves: Cache::new(SHELVES),
            lots: Cache::new(LOTS),
        }
    }
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kept = (self.shelves.len(), self.lots.len());
        f.debug_tuple("Catalog").field(&kept).finish()
    }
}

impl Catalog {
    /// As [`known::look_up`](crate::known::look_up), with what is remembered.
    pub async fn look_up(
        &self,
        store: &Store,
        issue_key: &IssueKeyFile,
        code: &Code,
    ) -> store::Result<Known> {
        let Some(gtin) = code.gtin() else {
            return Ok(Known::default());
        };
        if let Some(known) = self.recall(store, issue_key, gtin, code).await? {
            return Ok(known);
        }
        store.read(|db| self.learn(db, issue_key, gtin, code)).await
    }

    /// What is known, out of memory but for the unit; `None` where that doesn't reach.
    async fn recall(
        &self,
        store: &Store,
        issue_key: &IssueKeyFile,
        gtin: &Gtin,
        code: &Code,
    ) -> store::Result<Option<Known>> {
        let Some(shelf) = self.shelves.get(gtin).filter(Remembered::is_fresh) else {
            return Ok(None);
        };
        let version = shelf.version;
        let Some(shelf) = shelf.value else {
            let record = store.unit_record(UnitQuestion::default()).await?;
            let is_so = record.version.records == version.records;
            return Ok(is_so.then(Known::default));
        };
        let Some(asked) = Asked::new(&shelf, issue_key, code) else {
            return Ok(None);
        };
        let record = store.unit_record(asked.question()).await?;
        if record.version.records != version.records || asked.needs_more(&record) {
            return Ok(None);
        }
        let lot = match asked.batch(&record) {
            None => None,
            Some(number) => {
                let lot = self.lots.get(&(shelf.id, number.to_owned()));
                let lot = lot.filter(|lot| lot.is_fresh() && lot.version == record.version);
                let Some(lot) = lot else {
                    return Ok(None);
                };
                lot.value
            }
        };
        Ok(Some(asked.known(lot.as_deref(), record, More::default())))
    }

    /// Reads all there is, in one snapshot, and remembers it.
    fn learn(
        &self,
        db: &Db<'_>,
        issue_key: &IssueKeyFile,
        gtin: &Gtin,
        code: &Code,
    ) -> store::Result<Known> {
        let Some(shelf) = Shelf::read(db, gtin)?.map(Arc::new) else {
            let version = db.unit_record(&UnitQuestion::default())?.version;
            self.shelves.insert(*gtin, Remembered::new(None, version));
            return Ok(Known::default());
        };
        let asked = Asked::with_key(db, &shelf, issue_key, code)?;
        let record = db.unit_record(&asked.question())?;
        let lot = match asked.batch(&record) {
            None => None,
            Some(number) => {
                let lot = shelf.lot(db, number)?.map(Arc::new);
                let remembered = Remembered::new(lot.clone(), record.version);
                self.lots.insert((shelf.id, number.to_owned()), remembered);
                lot
            }
        };
        let remembered = Remembered::new(Some(shelf.clone()), record.version);
        self.shelves.insert(*gtin, remembered);
        let more = asked.more(db, &record)?;
        Ok(asked.known(lot.as_deref(), record, more))
    }
}
