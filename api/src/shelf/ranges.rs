//! The ranges of a product's serials that were read already: counter → [`IssueRange`].
//!
//! They lie apart and none is ever taken back, so a new one makes no other untrue; how far one has come is
//! counted as a change, like all else that a shelf rests on.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use crate::store::IssueRange;

/// So many are remembered of a product: lines that order numbers by the thousand make a great many.
const MOST: usize = 1024;

/// By their first counters.
#[derive(Debug, Default)]
pub struct Ranges(RwLock<BTreeMap<u64, Arc<IssueRange>>>);

impl Ranges {
    /// The one that holds a counter, where it was read.
    #[must_use]
    pub fn of(&self, counter: u64) -> Option<Arc<IssueRange>> {
        // A map is never half-changed: a poisoned lock holds a good one.
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (_, range) = known.range(..=counter).next_back()?;
        range.holds(counter).then(|| range.clone())
    }

    /// Remembers one; where there are too many, in the place of all others.
    pub fn remember(&self, range: &Arc<IssueRange>) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(range.first, range.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Reached;

    fn range(first: u64, count: u64) -> Arc<IssueRange> {
        Arc::new(IssueRange {
            first,
            count,
            batch: "L1".to_owned(),
            issued_on: "2026-11-29".to_owned(),
            has_hidden: false,
            signing_key: None,
            reached: Reached::default(),
        })
    }

    #[test]
    fn a_counter_finds_the_range_that_holds_it() {
        let ranges = Ranges::default();
        ranges.remember(&range(10, 5));
        ranges.remember(&range(20, 1));
        let check = |counter, expected: Option<u64>| {
            let found = ranges.of(counter).map(|range| range.first);
            assert_eq!(found, expected, "{counter}");
        };
        check(9, None);
        check(10, Some(10));
        check(14, Some(10));
        check(15, None);
        check(20, Some(20));
        check(21, None);
    }

    #[test]
    fn no_more_than_so_many_are_kept() {
        let ranges = Ranges::default();
        for first in 0..=MOST as u64 {
            ranges.remember(&range(first, 1));
        }
        assert_eq!(ranges.of(0), None);
        assert_eq!(ranges.of(MOST as u64), Some(range(MOST as u64, 1)));
    }
}
