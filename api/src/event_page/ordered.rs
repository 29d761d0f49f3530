//! Pages in the order of an extension, which no index has: all that match are sorted for each page.

use std::collections::HashMap;

use serde_json::Value;

use super::{
    document::answered,
    paging::Bookmark,
    walk::{Found, MAX_LOOKED_AT, Walk, too_complex},
};
use crate::{
    epcis::{Exception, query::SortKey},
    store::{self, Db, Order, Position},
};

impl Walk<'_> {
    /// The page of so many events, of `left` that may still be given.
    ///
    /// What lacks the extension comes last. A page begins behind the last event of the page before it, so
    /// an event that came in between is given once, or not at all where it belongs on an earlier page.
    pub(super) fn ordered_page(
        &self,
        db: &Db<'_>,
        (wanted, left): (usize, u64),
    ) -> store::Result<Result<Found, Exception>> {
        let mut all: Vec<(Option<SortKey>, Position)> = Vec::new();
        let mut candidates = self.candidates(db, None)?;
        while let Some(found) = candidates.next()? {
            if candidates.looked_at > MAX_LOOKED_AT {
                return Ok(Err(too_complex()));
            }
            if let Ok(event) = serde_json::from_str::<Value>(&found.body)
                && self.matches(&found, &event)
            {
                all.push((self.query.sort_key(&event), candidates.position(&found)));
            }
        }
        let order = self.query.order();
        all.sort_by(|(one, at), (two, other)| {
            let by_key = match (one, two) {
                (Some(one), Some(two)) if order == Order::Descending => two.cmp(one),
                (Some(one), Some(two)) => one.cmp(two),
                (one, two) => two.is_some().cmp(&one.is_some()),
            };
            by_key.then(at.cmp(other))
        });
        let given = self.from.map_or(0, |from| from.given);
        let start = self.from.map_or(0, |from| {
            let last = all.iter().position(|(_, at)| *at == from.at);
            last.map_or_else(|| usize::try_from(given).unwrap_or(usize::MAX), |at| at + 1)
        });
        let start = start.min(all.len());
        let end = start.saturating_add(wanted).min(all.len());
        let turns = all[start..end].iter().enumerate();
        let turns: HashMap<i64, usize> = turns.map(|(turn, (_, at))| (at.seq, turn)).collect();
        let mut events = vec![Value::Null; turns.len()];
        let mut missing = turns.len();
        let mut candidates = self.candidates(db, None)?;
        while missing > 0
            && let Some(found) = candidates.next()?
        {
            if let Some(turn) = turns.get(&found.seq)
                && let Ok(event) = serde_json::from_str::<Value>(&found.body)
            {
                events[*turn] = answered(&found, event);
                missing -= 1;
            }
        }
        let is_more = end < all.len() && left > self.per_page as u64;
        let last = all[start..end].last().filter(|_| is_more);
        let next = last.map(|(_, at)| {
            let bookmark = Bookmark {
                at: *at,
                given: given + events.len() as u64,
            };
            bookmark.token(self.question)
        });
        Ok(Ok(Found { events, next }))
    }
}
