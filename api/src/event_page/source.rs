//! Where candidates of a query come from: an index and a place in it → the next events.

use crate::store::{self, Db, FoundEvent, Order, Position, Sort};

/// What finds events.
pub(super) enum Source {
    /// All of them.
    All,
    /// By a term's own rows.
    Term(i64),
    /// By a thing or class.
    Thing(String),
    /// By an event's identifier or hash.
    Identifier(String),
}

impl Source {
    /// The next events behind a place, in the order of that time.
    pub(super) fn read(
        &self,
        db: &Db<'_>,
        brand: &str,
        sort: Sort,
        from: Position,
        order: Order,
        limit: i64,
    ) -> store::Result<Vec<FoundEvent>> {
        match self {
            Source::All => db.events_by(brand, sort, from, order, limit),
            Source::Term(term) => db.events_of_term(brand, *term, from, order, limit),
            Source::Thing(epc) => db.events_of_thing(brand, epc, from, order, limit),
            Source::Identifier(id) => {
                let mut found = db.events_of_identifier(brand, id)?;
                let place = |found: &FoundEvent| Position {
                    time: found.event_time.0,
                    seq: found.seq,
                };
                found.sort_by_key(place);
                if order == Order::Descending {
                    found.reverse();
                }
                found.retain(|found| match order {
                    Order::Ascending => place(found) > from,
                    Order::Descending => place(found) < from,
                });
                Ok(found)
            }
        }
    }
}
