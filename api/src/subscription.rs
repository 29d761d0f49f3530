//! Subscriptions to queries (EPCIS 2.0, section 12.7): what was captured since → signed requests to
//! whoever subscribed a webhook, at least once and in order; and messages to open WebSockets.

mod message;
mod schedule;
mod socket;
mod target;

use serde_json::Value;
use trace::Instant;

use crate::{
    epcis::query::{self, Query},
    event_page,
    store::{self, Db, FoundEvent, Store, StoreError, Subscription},
};

pub use message::{Answered, Post, SendError, Sender, signature};
pub use schedule::{Schedule, ScheduleError};
pub use socket::{Seat, Sockets, Wish, tell};
pub use target::{Target, TargetError, Targets};

/// Events of one message, at the most.
const PER_MESSAGE: usize = 100;
/// How long one node has to deliver before another may, in milliseconds.
const CLAIM_MS: i64 = 120_000;
/// How long after it came an event is looked at, in milliseconds: of two captures at once, the
/// one with the smaller numbers may be done last.
const SETTLE_MS: i64 = 2_000;
/// The first wait after a failure, and the longest, in milliseconds.
const FIRST_WAIT_MS: i64 = 2_000;
const LONGEST_WAIT_MS: i64 = 3_600_000;

/// Sends what is due; how many messages were taken.
pub async fn deliver(store: &Store, sender: &Sender, now: Instant) -> store::Result<usize> {
    let due = store.read(|db| db.due_subscriptions(now)).await?;
    let mut taken = 0;
    for subscription in due {
        taken += one(store, sender, subscription, now).await?;
    }
    Ok(taken)
}

async fn one(
    store: &Store,
    sender: &Sender,
    subscription: Subscription,
    now: Instant,
) -> store::Result<usize> {
    let settled = Instant(now.0 - SETTLE_MS);
    let position = subscription.position;
    let (kept, found) = store
        .read(|db| {
            let query = asked(db, &subscription.brand, &subscription.query)?;
            Ok((query, db.events_behind(position, settled)?))
        })
        .await?;
    let Some(query) = kept else {
        return Ok(0);
    };
    // Whoever wants nothing but events is told nothing while there are none.
    if found.is_empty() && !(subscription.reports_empty && subscription.schedule.is_some()) {
        if let Some(schedule) = &subscription.schedule {
            postpone(store, &subscription, next(schedule, now)).await?;
        }
        return Ok(0);
    }
    let until = Instant(now.0 + CLAIM_MS);
    let id = subscription.id.clone();
    let is_ours = store
        .write(move |tx| tx.claim_subscription(&id, position, now, until))
        .await?;
    if !is_ours {
        return Ok(0);
    }
    let events = matching(&query, &subscription.brand, &found);
    let last = found.last().map_or(position, |(_, event)| event.seq);
    let is_more = found.len() >= store::EVENTS_BEHIND;
    let mut taken = 0;
    for message in messages(events, subscription.reports_empty && !is_more) {
        let document =
            event_page::document(message, &subscription.query, Some(&subscription.id), now);
        if let Err(failure) = sender.send(&subscription, &document, now).await {
            tracing::warn!(
                subscription = subscription.id,
                "subscription.failed {}: {failure}",
                subscription.id
            );
            let wait = FIRST_WAIT_MS << subscription.attempts.clamp(0, 20);
            let due = Instant(now.0 + wait.min(LONGEST_WAIT_MS));
            let (id, failure) = (subscription.id, failure.to_string());
            store
                .write(move |tx| tx.fail_subscription(&id, due, &failure))
                .await?;
            return Ok(taken);
        }
        taken += 1;
    }
    let due = match &subscription.schedule {
        // The rest of what is due now.
        Some(_) if is_more => now,
        Some(schedule) => next(schedule, now),
        None => Instant(0),
    };
    let id = subscription.id;
    store
        .write(move |tx| tx.advance_subscription(&id, last, due, taken > 0, now))
        .await?;
    Ok(taken)
}

/// When a schedule is due again; one that can't be read is never.
fn next(schedule: &str, now: Instant) -> Instant {
    let schedule = serde_json::from_str(schedule).ok();
    let schedule = schedule.and_then(|value: Value| Schedule::parse(&value).ok());
    schedule
        .and_then(|schedule| schedule.next(now))
        .unwrap_or(Instant(i64::MAX))
}

async fn postpone(store: &Store, subscription: &Subscription, due: Instant) -> store::Result<()> {
    let (id, position) = (subscription.id.clone(), subscription.position);
    store
        .write(move |tx| tx.advance_subscription(&id, position, due, false, due))
        .await
}

/// What a query that a brand keeps asks for today; `None` where it keeps none of that name.
fn asked(db: &Db<'_>, brand: &str, name: &str) -> store::Result<Option<Query>> {
    let Some(kept) = db.event_query(brand, name)? else {
        return Ok(None);
    };
    let damaged = |source| StoreError::Record {
        table: "event_query",
        source,
    };
    let parameters = serde_json::from_str(&kept.query).map_err(damaged)?;
    // It was right when it was kept.
    let query = query::from_json(&parameters).unwrap_or_else(|_| Query::none());
    if !query.needs_master_data() {
        return Ok(Some(query));
    }
    let described = event_page::described(db, (brand, ""), &query, usize::MAX)?;
    Ok(Some(described.unwrap_or_else(|_| Query::none())))
}

fn matching(query: &Query, brand: &str, found: &[(String, FoundEvent)]) -> Vec<Value> {
    let mut events = Vec::new();
    for (whose, event) in found {
        if whose != brand {
            continue;
        }
        if let Ok(value) = serde_json::from_str::<Value>(&event.body)
            && query.matches(event, &value)
        {
            events.push(event_page::answered(event, value));
        }
    }
    events
}

/// Events in messages of a size that can be taken; an empty one where that is wanted.
fn messages(events: Vec<Value>, reports_empty: bool) -> Vec<Vec<Value>> {
    if events.is_empty() {
        return if reports_empty {
            vec![Vec::new()]
        } else {
            Vec::new()
        };
    }
    let mut messages: Vec<Vec<Value>> = Vec::new();
    for event in events {
        match messages.last_mut().filter(|last| last.len() < PER_MESSAGE) {
            Some(last) => last.push(event),
            None => messages.push(vec![event]),
        }
    }
    messages
}
