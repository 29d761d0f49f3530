//! What this node remembers of products and batches, so that a look-up asks the database for the
//! unit alone.
//!
//! Nothing here is believed for its age: the question about the unit brings the count of all changes
//! with it (`store/version.rs`), and what was read at another count is read again. So a recall is in
//! every answer from its commit on, on every node. A program of the release before doesn't count
//! what it changes, so nothing is believed for longer than `MAX_AGE` either.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use gs1::Gtin;
use quick_cache::sync::Cache;
use trace::Policy;

use crate::{
    code::Code,
    issue_key::IssueKeyFile,
    known::{Asked, Known, More},
    shelf::{Lot, Shelf},
    store::{
        self, CheckEntry, Checked, Db, Store, UnitCheck, UnitChecked, UnitQuestion, UnitRecord,
        Version,
    },
};

/// For how long anything is remembered.
const MAX_AGE: Duration = Duration::from_secs(5);
/// From then on one request reads it anew, while the others still believe it: what all of a busy product's
/// would read at once, they would all wait for.
const RENEW: Duration = Duration::from_secs(3);
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
    /// Whether somebody reads it anew.
    is_renewed: Arc<AtomicBool>,
}

impl<T> Clone for Remembered<T> {
    fn clone(&self) -> Remembered<T> {
        Remembered {
            value: self.value.clone(),
            is_renewed: self.is_renewed.clone(),
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
            is_renewed: Arc::default(),
        }
    }

    /// Whether to believe it. Who is told no, reads it anew: from a certain age on, one.
    fn is_fresh(&self) -> bool {
        match self.read_at.elapsed() {
            age if age < RENEW => true,
            age if age < MAX_AGE => self.is_renewed.swap(true, Ordering::Relaxed),
            _ => false,
        }
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
    ) -> store::Result<Box<Known>> {
        let Some(gtin) = code.gtin() else {
            return Ok(Box::default());
        };
        if let Some(shelf) = self.shelf(gtin)
            && let Some(known) = self.recall(store, issue_key, shelf, code).await?
        {
            return Ok(known);
        }
        self.read_anew(store, issue_key, gtin, code).await
    }

    /// All there is, boxed: few requests go this way, and the others would carry it along.
    async fn read_anew(
        &self,
        store: &Store,
        issue_key: &IssueKeyFile,
        gtin: &Gtin,
        code: &Code,
    ) -> store::Result<Box<Known>> {
        Box::pin(store.read(|db| self.learn(db, issue_key, gtin, code))).await
    }

    /// What is remembered of a product, where it is to be believed.
    fn shelf(&self, gtin: &Gtin) -> Option<Remembered<Shelf>> {
        self.shelves.get(gtin).filter(Remembered::is_fresh)
    }

    /// As [`Catalog::look_up`], and counts a check: where memory reaches, with one question to the
    /// store. `entry` is the check as it is folded by a brand's rules, without its unit.
    pub async fn check(
        &self,
        store: &Store,
        issue_key: &IssueKeyFile,
        code: &Code,
        entry: impl Fn(&Arc<Policy>) -> CheckEntry,
    ) -> store::Result<(Box<Known>, Checked)> {
        let mut known = match code.gtin() {
            None => Box::default(),
            Some(gtin) => match self.shelf(gtin) {
                None => self.read_anew(store, issue_key, gtin, code).await?,
                Some(shelf) => {
                    let found = self.recall_and_count(store, issue_key, shelf, code, &entry);
                    if let Some(found) = found.await? {
                        return Ok(found);
                    }
                    Box::pin(self.look_up(store, issue_key, code)).await?
                }
            },
        };
        let unit = known.unit_key();
        let entry = CheckEntry {
            known: unit.is_some().then(|| std::mem::take(&mut known.checks)),
            unit,
            ..entry(&known.policy)
        };
        let checked = Box::pin(store.count(entry)).await?;
        Ok((known, checked))
    }

    /// `None` where memory doesn't reach; nothing was counted then.
    async fn recall_and_count(
        &self,
        store: &Store,
        issue_key: &IssueKeyFile,
        remembered: Remembered<Shelf>,
        code: &Code,
        entry: impl Fn(&Arc<Policy>) -> CheckEntry,
    ) -> store::Result<Option<(Box<Known>, Checked)>> {
        let records = remembered.version.records;
        let Some(shelf) = remembered.value else {
            return Ok(None);
        };
        let Some(asked) = Asked::new(&shelf, issue_key, code) else {
            return Ok(None);
        };
        let check = UnitCheck {
            question: asked.question(),
            records,
            entry: entry(&shelf.policy),
        };
        let UnitChecked { record, checked } = store.look_up_and_count(check).await?;
        let Some(checked) = checked else {
            return Ok(None);
        };
        if let Some(known) = self.complete(&asked, shelf.id, record) {
            return Ok(Some((known, checked)));
        }
        let known = self.read_anew(store, issue_key, &shelf.gtin, code).await?;
        Ok(Some((known, checked)))
    }

    /// What is known with what is on record of the unit, as it was read at the count of the shelf; `None`
    /// where more of it is to be read.
    fn complete(&self, asked: &Asked<'_>, product: i64, record: UnitRecord) -> Option<Box<Known>> {
        asked.remember_range(&record);
        if asked.needs_more(&record) {
            return None;
        }
        let lot = match asked.batch(&record) {
            None => None,
            Some(number) => {
                let lot = self.lots.get(&(product, number.to_owned()))?;
                let is_true = lot.is_fresh() && lot.version == record.version;
                is_true.then_some(lot.value)?
            }
        };
        Some(Box::new(asked.known(
            lot.as_deref(),
            record,
            More::default(),
        )))
    }

    /// What is known, out of memory but for the unit; `None` where that doesn't reach.
    async fn recall(
        &self,
        store: &Store,
        issue_key: &IssueKeyFile,
        remembered: Remembered<Shelf>,
        code: &Code,
    ) -> store::Result<Option<Box<Known>>> {
        let version = remembered.version;
        let Some(shelf) = remembered.value else {
            let record = store.unit_record(UnitQuestion::default()).await?;
            let is_so = record.version.records == version.records;
            return Ok(is_so.then(Box::default));
        };
        let Some(asked) = Asked::new(&shelf, issue_key, code) else {
            return Ok(None);
        };
        let record = store.unit_record(asked.question()).await?;
        if record.version.records != version.records {
            return Ok(None);
        }
        Ok(self.complete(&asked, shelf.id, record))
    }

    /// Reads all there is, in one snapshot, and remembers it.
    fn learn(
        &self,
        db: &Db<'_>,
        issue_key: &IssueKeyFile,
        gtin: &Gtin,
        code: &Code,
    ) -> store::Result<Box<Known>> {
        let Some(shelf) = Shelf::read(db, gtin)?.map(Arc::new) else {
            let version = db.unit_record(&UnitQuestion::default())?.version;
            self.shelves.insert(*gtin, Remembered::new(None, version));
            return Ok(Box::default());
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
        asked.remember_range(&record);
        let remembered = Remembered::new(Some(shelf.clone()), record.version);
        self.shelves.insert(*gtin, remembered);
        let more = asked.more(db, &record)?;
        Ok(Box::new(asked.known(lot.as_deref(), record, more)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(age: Duration, expected: [bool; 3]) {
        let remembered = Remembered::<Shelf> {
            read_at: Instant::now()
                .checked_sub(age)
                .expect("the machine runs longer than that"),
            ..Remembered::new(None, Version::default())
        };
        let told = expected.map(|_| remembered.clone().is_fresh());
        assert_eq!(told, expected, "{age:?}");
    }

    #[test]
    fn one_reads_anew_while_the_others_believe() {
        check(Duration::ZERO, [true, true, true]);
        check(RENEW, [false, true, true]);
        check(MAX_AGE, [false, false, false]);
    }
}
