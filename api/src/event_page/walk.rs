//! The walk through the events of a brand, or those that a partner told it: the index that finds the
//! fewest gives candidates in order, and the query looks at each.

use std::collections::VecDeque;

use serde_json::Value;

use super::{
    described::{MAX_NAMED, described},
    document::answered,
    paging::{Bookmark, Paging, question},
    source::Source,
};
use crate::{
    epcis::{
        Exception, ExceptionKind,
        query::Query,
        term::{self, Index, Term},
    },
    key::Teller,
    store::{self, Db, FoundEvent, Order, Position, Sort},
};

/// Events looked at for one page, at the most.
pub(super) const MAX_LOOKED_AT: usize = 20_000;
/// From so many on, counting what a term finds stops.
const MANY: i64 = 500;
/// Candidates that are read at once.
const BATCH: usize = 200;

/// A page.
#[derive(Debug)]
pub struct Found {
    /// As they are answered.
    pub events: Vec<Value>,
    /// What names the page behind it.
    pub next: Option<String>,
}

/// A question on its way through the events of a brand.
#[derive(Debug)]
pub struct Walk<'q> {
    brand: &'q str,
    /// What the names of captures begin with whose events are seen.
    told_by: String,
    pub(super) query: &'q Query,
    pub(super) per_page: usize,
    pub(super) from: Option<Bookmark>,
    pub(super) question: [u8; 8],
}

impl<'q> Walk<'q> {
    /// For the page that was asked for.
    pub fn new(
        teller: &'q Teller,
        query: &'q Query,
        paging: &Paging,
        path: &str,
        pairs: &[(String, String)],
    ) -> Result<Walk<'q>, Exception> {
        let question = question(path, pairs);
        let from = match &paging.token {
            Some(token) => Some(Bookmark::read(token, question)?),
            None => None,
        };
        Ok(Walk {
            brand: &teller.brand,
            told_by: teller.prefix(),
            query,
            per_page: paging.per_page,
            from,
            question,
        })
    }

    /// For everything, on one page.
    #[must_use]
    pub fn whole(teller: &'q Teller, query: &'q Query) -> Walk<'q> {
        Walk {
            brand: &teller.brand,
            told_by: teller.prefix(),
            query,
            per_page: 1_000,
            from: None,
            question: [0; 8],
        }
    }

    /// The page.
    pub fn page(&self, db: &Db<'_>) -> store::Result<Result<Found, Exception>> {
        if !self.query.needs_master_data() {
            return self.page_of(db);
        }
        let whose = (self.brand, &self.told_by[..]);
        match described(db, whose, self.query, MAX_NAMED)? {
            Ok(query) => {
                let walk = Walk {
                    query: &query,
                    told_by: self.told_by.clone(),
                    ..*self
                };
                walk.page_of(db)
            }
            Err(exception) => Ok(Err(exception)),
        }
    }

    fn page_of(&self, db: &Db<'_>) -> store::Result<Result<Found, Exception>> {
        if let (Some(max), None) = (self.query.max, self.from) {
            match self.count(db, max)? {
                Ok(count) if count <= max => {}
                Ok(_) => {
                    let detail =
                        format!("More than {max} events match. Ask for fewer, or allow more.");
                    return Ok(Err(ExceptionKind::QueryTooLarge.because(detail)));
                }
                Err(exception) => return Ok(Err(exception)),
            }
        }
        let given = self.from.map_or(0, |from| from.given);
        let left = self
            .query
            .limit
            .map_or(u64::MAX, |limit| limit.saturating_sub(given));
        let wanted = usize::try_from(left)
            .unwrap_or(usize::MAX)
            .min(self.per_page);
        if self.query.is_by_extension() {
            return self.ordered_page(db, (wanted, left));
        }
        let mut candidates = self.candidates(db, self.from.map(|from| from.at))?;
        let mut events = Vec::new();
        let mut at = None;
        let mut is_more = false;
        while let Some(found) = candidates.next()? {
            // One more than fits says that there is a next page.
            let event = match serde_json::from_str::<Value>(&found.body) {
                Ok(event) if self.matches(&found, &event) => event,
                _ => {
                    if candidates.looked_at >= MAX_LOOKED_AT {
                        if events.is_empty() {
                            return Ok(Err(too_complex()));
                        }
                        is_more = true;
                        break;
                    }
                    continue;
                }
            };
            if events.len() == wanted {
                is_more = left > self.per_page as u64;
                break;
            }
            at = Some(candidates.position(&found));
            events.push(answered(&found, event));
        }
        let next = at.filter(|_| is_more).map(|at| {
            let bookmark = Bookmark {
                at,
                given: given + events.len() as u64,
            };
            bookmark.token(self.question)
        });
        Ok(Ok(Found { events, next }))
    }

    pub(super) fn matches(&self, found: &FoundEvent, event: &Value) -> bool {
        found.capture.starts_with(&self.told_by) && self.query.matches(found, event)
    }

    /// How many match, up to one more than `max`.
    fn count(&self, db: &Db<'_>, max: u64) -> store::Result<Result<u64, Exception>> {
        let mut candidates = self.candidates(db, None)?;
        let mut count = 0;
        while let Some(found) = candidates.next()? {
            let event = serde_json::from_str::<Value>(&found.body);
            if event.is_ok_and(|event| self.matches(&found, &event)) {
                count += 1;
                if count > max {
                    break;
                }
            } else if candidates.looked_at >= MAX_LOOKED_AT {
                return Ok(Err(too_complex()));
            }
        }
        Ok(Ok(count))
    }

    pub(super) fn candidates<'d>(
        &'d self,
        db: &'d Db<'d>,
        from: Option<Position>,
    ) -> store::Result<Candidates<'d>> {
        let sort = self.query.sort();
        let from = from.unwrap_or_else(|| self.query.start());
        let mut fewest: Option<(i64, Vec<Term>)> = None;
        for terms in self.query.terms() {
            let mut count = 0;
            for term in &terms {
                count += match term::index_of(term) {
                    Index::Identifiers => 1,
                    Index::Things => db.count_of_thing(self.brand, &term.1)?,
                    Index::Terms => db.count_of_term(self.key(term))?,
                };
            }
            if fewest.as_ref().is_none_or(|(known, _)| count < *known) {
                fewest = Some((count, terms));
            }
        }
        let mut candidates = Candidates {
            walk: self,
            db,
            sort,
            streams: Vec::new(),
            looked_at: 0,
            last: None,
        };
        match (fewest, sort) {
            // In the index, events stand by their own time.
            (Some((count, terms)), Sort::RecordTime) if count < MANY => {
                candidates.streams.push(self.sorted(db, &terms, from)?);
            }
            (Some((_, terms)), Sort::EventTime) => {
                candidates.streams = terms
                    .iter()
                    .flat_map(|term| self.sources(term))
                    .map(|source| Stream::of(source, from))
                    .collect();
            }
            _ => candidates.streams.push(Stream::of(Source::All, from)),
        }
        Ok(candidates)
    }

    fn key(&self, (name, value): &Term) -> i64 {
        term::key(self.brand, name, value)
    }

    /// What finds the events of a term; declarations of errors have rows of their own always.
    fn sources(&self, term: &Term) -> Vec<Source> {
        let own = Source::Term(self.key(term));
        match term::index_of(term) {
            Index::Identifiers => vec![Source::Identifier(term.1.clone()), own],
            Index::Things => vec![Source::Thing(term.1.clone()), own],
            Index::Terms => vec![own],
        }
    }

    /// Everything that a few terms find, by record time.
    fn sorted(&self, db: &Db<'_>, terms: &[Term], from: Position) -> store::Result<Stream> {
        let order = self.query.order();
        let start = Position {
            time: i64::MIN,
            seq: i64::MIN,
        };
        let mut all = Vec::new();
        for source in terms.iter().flat_map(|term| self.sources(term)) {
            let sort = Sort::EventTime;
            all.extend(source.read(db, self.brand, sort, start, Order::Ascending, MANY)?);
        }
        let place = |found: &FoundEvent| Position {
            time: found.record_time.0,
            seq: found.seq,
        };
        all.retain(|found| match order {
            Order::Ascending => place(found) > from,
            Order::Descending => place(found) < from,
        });
        all.sort_by_key(place);
        if order == Order::Descending {
            all.reverse();
        }
        Ok(Stream {
            source: Source::All,
            from,
            ahead: all.into(),
            is_done: true,
        })
    }
}

pub(super) fn too_complex() -> Exception {
    let detail = format!(
        "{MAX_LOOKED_AT} events were looked at and the answer is not complete. Ask for a shorter \
         time, or by something that events are found by, such as a thing, a place or a step."
    );
    ExceptionKind::QueryTooComplex.because(detail)
}

/// Events that may match, in the query's order, each once.
pub(super) struct Candidates<'d> {
    walk: &'d Walk<'d>,
    db: &'d Db<'d>,
    sort: Sort,
    streams: Vec<Stream>,
    pub(super) looked_at: usize,
    last: Option<i64>,
}

/// The events that one source finds.
struct Stream {
    source: Source,
    from: Position,
    ahead: VecDeque<FoundEvent>,
    is_done: bool,
}

impl Stream {
    fn of(source: Source, from: Position) -> Stream {
        Stream {
            source,
            from,
            ahead: VecDeque::new(),
            is_done: false,
        }
    }
}

impl Candidates<'_> {
    pub(super) fn position(&self, found: &FoundEvent) -> Position {
        let time = match self.sort {
            Sort::EventTime => found.event_time,
            Sort::RecordTime => found.record_time,
        };
        Position {
            time: time.0,
            seq: found.seq,
        }
    }

    pub(super) fn next(&mut self) -> store::Result<Option<FoundEvent>> {
        loop {
            self.fill()?;
            let order = self.walk.query.order();
            let heads = self.streams.iter().enumerate();
            let heads =
                heads.filter_map(|(at, stream)| Some((self.position(stream.ahead.front()?), at)));
            let first = match order {
                Order::Ascending => heads.min(),
                Order::Descending => heads.max(),
            };
            let Some((_, at)) = first else {
                return Ok(None);
            };
            let Some(found) = self.streams[at].ahead.pop_front() else {
                return Ok(None);
            };
            let time = match self.sort {
                Sort::EventTime => found.event_time,
                Sort::RecordTime => found.record_time,
            };
            if self.walk.query.is_past(self.sort, time) {
                return Ok(None);
            }
            // Several terms may find the same event.
            if self.last == Some(found.seq) {
                continue;
            }
            self.last = Some(found.seq);
            self.looked_at += 1;
            return Ok(Some(found));
        }
    }

    fn fill(&mut self) -> store::Result<()> {
        let (brand, order) = (self.walk.brand, self.walk.query.order());
        let batch = (BATCH / self.streams.len().max(1)).max(10) as i64;
        for at in 0..self.streams.len() {
            let stream = &self.streams[at];
            if !stream.ahead.is_empty() || stream.is_done {
                continue;
            }
            let (sort, from) = (self.sort, stream.from);
            let found = stream
                .source
                .read(self.db, brand, sort, from, order, batch)?;
            let last = found.last().map(|found| self.position(found));
            let stream = &mut self.streams[at];
            stream.is_done = (found.len() as i64) < batch;
            stream.from = last.unwrap_or(stream.from);
            stream.ahead = found.into();
        }
        Ok(())
    }
}
