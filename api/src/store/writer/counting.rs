//! Checks on their way through a counter: those of a group, with their callers, who wait.

use tokio::sync::oneshot;

use crate::store::{
    CheckEntry, Checked, Result, StoreError, Tx, UnitChecked, UnitQuestion, UnitRecord,
    value::Value,
};

/// A check with its caller, who waits.
pub(super) struct Counting {
    pub(super) entry: CheckEntry,
    pub(super) caller: Caller,
}

/// Who waits for a check.
pub(super) enum Caller {
    /// Whoever looked the unit up.
    Known(oneshot::Sender<Result<Checked>>),
    /// Whoever has it looked up first.
    Asking(Box<Asking>),
}

/// Who wants to know what is on record of the unit, too.
pub(super) struct Asking {
    pub(super) question: UnitQuestion,
    /// See [`UnitCheck::records`](crate::store::UnitCheck::records).
    pub(super) records: i64,
    /// As it was found last.
    pub(super) record: UnitRecord,
    pub(super) answer: oneshot::Sender<Result<UnitChecked>>,
}

impl Counting {
    /// Takes what is on record of the unit, where that is asked for.
    pub(super) fn found(&mut self, found: UnitRecord) {
        if let Caller::Asking(asking) = &mut self.caller {
            asking.record = found;
            let unit = asking.question.key();
            self.entry.unit = unit.filter(|_| asking.record.is_on_record());
            let is_there = self.entry.unit.is_some();
            self.entry.known = is_there.then(|| std::mem::take(&mut asking.record.checks));
        }
    }

    /// Which of the places that units are spread over is its own.
    pub(super) fn shard(&self) -> u64 {
        let shard = self
            .question()
            .map_or_else(|| self.entry.shard(), UnitQuestion::shard);
        match shard {
            Value::Shard(shard) => shard.unsigned_abs(),
            _ => 0,
        }
    }

    /// Whether it counts: what its caller remembers has not changed.
    pub(super) fn counts(&self) -> bool {
        match &self.caller {
            Caller::Known(_) => true,
            Caller::Asking(asking) => asking.record.version.records == asking.records,
        }
    }

    /// What is to be looked up.
    pub(super) fn question(&self) -> Option<&UnitQuestion> {
        match &self.caller {
            Caller::Known(_) => None,
            Caller::Asking(asking) => Some(&asking.question),
        }
    }

    /// Answers the caller; `None` for a check that did not count.
    pub(super) fn tell(self, checked: Result<Option<Checked>>) {
        // Nobody waits any more where the caller hung up; the check stands.
        match self.caller {
            Caller::Known(answer) => {
                let checked = checked.and_then(|checked| checked.ok_or(StoreError::Writer));
                let _ = answer.send(checked);
            }
            Caller::Asking(asking) => {
                let Asking { record, answer, .. } = *asking;
                let checked = checked.map(|checked| UnitChecked { record, checked });
                let _ = answer.send(checked);
            }
        }
    }
}

/// Looks up what is to be looked up, and counts.
pub(super) fn counted(tx: &Tx<'_>, checks: &mut [Counting]) -> Result<Vec<Option<Checked>>> {
    let questions: Vec<&UnitQuestion> = checks.iter().filter_map(Counting::question).collect();
    let records = match questions.is_empty() {
        true => Vec::new(),
        false => tx.unit_records(&questions)?,
    };
    let asking = checks.iter_mut().filter(|check| check.question().is_some());
    for (check, record) in asking.zip(records) {
        check.found(record);
    }
    let counting = checks.iter().filter(|check| check.counts());
    let entries: Vec<&CheckEntry> = counting.map(|check| &check.entry).collect();
    let mut counted = tx.record_checks(&entries)?.into_iter();
    let of_each = checks.iter().map(|check| match check.counts() {
        true => counted.next(),
        false => None,
    });
    Ok(of_each.collect())
}
