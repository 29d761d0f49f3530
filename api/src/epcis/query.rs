//! The EPCIS query language: parameters → [`Query`], which says of an event whether it is asked for.
//!
//! Follows `SimpleEventQuery` (EPCIS 2.0, section 8.2.7.1) in both forms: the query part of an
//! address, where a list is written with `|` between its items, and the JSON of a named query.

mod condition;
mod described;
mod extension;
mod parse;
mod sort_key;

use serde_json::Value;
use trace::Instant;

use super::{Context, Exception, ExceptionKind, term};
use crate::store::{self, FoundEvent, Order, Position, Sort};
use condition::Condition;

pub use described::Wanted;
pub use parse::{from_json, from_pairs};
pub use sort_key::SortKey;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// From when on they happened.
    pub from: Option<Instant>,
    /// Until before when they happened.
    pub until: Option<Instant>,
    recorded_from: Option<Instant>,
    recorded_until: Option<Instant>,
    conditions: Vec<Condition>,
    /// What they are sorted by, where that is said.
    order_by: Option<Sort>,
    /// The extension that they are sorted by, in place of that.
    order_by_field: Option<extension::Field>,
    order: Option<Order>,
    /// At most so many, the first of them.
    pub limit: Option<u64>,
    /// More than so many are refused.
    pub max: Option<u64>,
}

impl Query {
    /// One that asks for nothing.
    #[must_use]
    pub fn none() -> Query {
        Query {
            conditions: vec![Condition::Terms(Vec::new())],
            ..Query::default()
        }
    }

    /// What the answer is sorted by.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.order_by.unwrap_or(Sort::EventTime)
    }

    /// In which direction; the standard's default is the newest first where a field is named.
    #[must_use]
    pub fn order(&self) -> Order {
        let is_named = self.is_ordered();
        self.order.unwrap_or(match is_named {
            true => Order::Descending,
            false => Order::Ascending,
        })
    }

    /// Whether it is said what they are sorted by.
    fn is_ordered(&self) -> bool {
        self.order_by.is_some() || self.order_by_field.is_some()
    }

    /// Whether an extension is what they are sorted by, and [`Query::sort`] is not.
    #[must_use]
    pub fn is_by_extension(&self) -> bool {
        self.order_by_field.is_some()
    }

    /// What an event is sorted by, where that is an extension; `None` for one that lacks it, too.
    #[must_use]
    pub fn sort_key(&self, event: &Value) -> Option<SortKey> {
        let context = Context::of(event.get("@context"));
        let seen = condition::Seen {
            event,
            context: &context,
            terms: &[],
        };
        SortKey::of(self.order_by_field.as_ref()?, &seen)
    }

    /// Before the first event that may be asked for, in that direction.
    #[must_use]
    pub fn start(&self) -> Position {
        let (from, until) = self.bounds(self.sort());
        match self.order() {
            // Behind everything of the millisecond before.
            Order::Ascending => Position {
                time: from.map_or(i64::MIN, |from| from.0.saturating_sub(1)),
                seq: i64::MAX,
            },
            Order::Descending => Position {
                time: until.map_or(i64::MAX, |until| until.0),
                seq: i64::MIN,
            },
        }
    }

    /// Whether nothing behind an event of that time can be asked for any more.
    #[must_use]
    pub fn is_past(&self, sort: Sort, time: Instant) -> bool {
        let (from, until) = self.bounds(sort);
        match self.order() {
            Order::Ascending => until.is_some_and(|until| time >= until),
            Order::Descending => from.is_some_and(|from| time < from),
        }
    }

    fn bounds(&self, sort: Sort) -> (Option<Instant>, Option<Instant>) {
        match sort {
            Sort::EventTime => (self.from, self.until),
            Sort::RecordTime => (self.recorded_from, self.recorded_until),
        }
    }

    /// The terms by which all that is asked for can be found: one list for each condition that has
    /// an index, and any of a list is enough.
    #[must_use]
    pub fn terms(&self) -> Vec<Vec<term::Term>> {
        self.conditions
            .iter()
            .filter_map(Condition::terms)
            .collect()
    }

    /// Whether master data decides about what is asked for.
    #[must_use]
    pub fn needs_master_data(&self) -> bool {
        self.conditions
            .iter()
            .any(|condition| matches!(condition, Condition::Described(..) | Condition::Within(..)))
    }

    /// The same with what master data says in place of what it was asked; `find` tells the
    /// identifiers.
    ///
    /// # Errors
    /// Those of `find`.
    pub fn resolved(
        &self,
        mut find: impl FnMut(&Wanted) -> store::Result<Vec<String>>,
    ) -> store::Result<Query> {
        let mut query = self.clone();
        for condition in &mut query.conditions {
            match condition {
                Condition::Described(naming, wanted) => {
                    let ids = find(wanted)?;
                    *condition = naming.any_of(&ids);
                }
                Condition::Within(name, terms, wanted) => {
                    let below = find(wanted)?.into_iter().map(|id| ((*name).to_owned(), id));
                    let mut terms = std::mem::take(terms);
                    terms.extend(below);
                    *condition = Condition::Terms(terms);
                }
                _ => {}
            }
        }
        Ok(query)
    }

    /// Whether an event is asked for.
    #[must_use]
    pub fn matches(&self, found: &FoundEvent, event: &Value) -> bool {
        let is_in = |time: Instant, from: Option<Instant>, until: Option<Instant>| {
            from.is_none_or(|from| time >= from) && until.is_none_or(|until| time < until)
        };
        if !is_in(found.event_time, self.from, self.until)
            || !is_in(found.record_time, self.recorded_from, self.recorded_until)
        {
            return false;
        }
        if self.conditions.is_empty() {
            return true;
        }
        let context = Context::of(event.get("@context"));
        let hash = found
            .digest
            .split_once('#')
            .map_or(&found.digest[..], |(hash, _)| hash);
        let terms = term::terms(event, &context, hash);
        let seen = condition::Seen {
            event,
            context: &context,
            terms: &terms,
        };
        self.conditions
            .iter()
            .all(|condition| condition.holds(&seen))
    }
}

/// A parameter that is wrong.
fn wrong(name: &str, detail: &str) -> Exception {
    ExceptionKind::QueryParameter.because(format!("The parameter `{name}` {detail}."))
}
