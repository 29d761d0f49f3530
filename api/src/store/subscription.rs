//! Webhook subscriptions to a brand's queries, and how far each has come.

use trace::Instant;

use super::{Db, FoundEvent, Result, Tx, value::Row};

/// Events that are looked at for one subscription at once.
pub const EVENTS_BEHIND: usize = 500;

/// A subscription.
#[derive(Clone, Debug, PartialEq)]
pub struct Subscription {
    /// Its identifier: random.
    pub id: String,
    /// Whose it is.
    pub brand: String,
    /// The name of its query.
    pub query: String,
    /// Where messages go.
    pub dest: String,
    /// What they are signed with, where the subscriber gave something.
    pub token: Option<String>,
    /// When they are due, as JSON; `None` as soon as there is something.
    pub schedule: Option<String>,
    /// Whether there is a message without events, too.
    pub reports_empty: bool,
    /// When it was made.
    pub created_at: Instant,
    /// The last event that it has passed.
    pub position: i64,
    /// When it is due.
    pub due_at: Instant,
    /// Failures since the last success.
    pub attempts: i64,
    /// When a message was taken last.
    pub notified_at: Option<Instant>,
}

fn subscription(row: &Row<'_>) -> Result<Subscription> {
    Ok(Subscription {
        id: row.get(0)?,
        brand: row.get(1)?,
        query: row.get(2)?,
        dest: row.get(3)?,
        token: row.get(4)?,
        schedule: row.get(5)?,
        reports_empty: row.get(6)?,
        created_at: Instant(row.get(7)?),
        position: row.get(8)?,
        due_at: Instant(row.get(9)?),
        attempts: row.get(10)?,
        notified_at: row.get::<Option<i64>>(11)?.map(Instant),
    })
}

impl Db<'_> {
    /// The subscriptions to a brand's query, by identifier.
    pub fn subscriptions(&self, brand: &str, query: &str) -> Result<Vec<Subscription>> {
        self.rows(
            "select id, brand, query, dest, token, schedule, reports_empty, created_at, position,
                 due_at, attempts, notified_at
             from event_subscription where brand = ?1 and query = ?2 order by id",
            (brand, query),
            subscription,
        )
    }

    /// How many subscriptions a brand has.
    pub fn count_subscriptions(&self, brand: &str) -> Result<i64> {
        let count: Option<i64> = self.row(
            "select count(*) from event_subscription where brand = ?1",
            [brand],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }

    /// The subscriptions that are due and that nobody is delivering.
    pub fn due_subscriptions(&self, now: Instant) -> Result<Vec<Subscription>> {
        self.rows(
            "select id, brand, query, dest, token, schedule, reports_empty, created_at, position,
                 due_at, attempts, notified_at
             from event_subscription where due_at <= ?1 and claimed_until <= ?1 order by id",
            [now.0],
            subscription,
        )
    }

    /// Every brand's events behind a place that came until then, with whose they are, some hundreds.
    pub fn events_behind(&self, seq: i64, until: Instant) -> Result<Vec<(String, FoundEvent)>> {
        let mut found: Vec<(String, FoundEvent)> = self.rows(
            "select brand, seq, digest, event_time, record_time, body, capture from event
             where seq > ?1 order by seq limit ?2",
            (seq, EVENTS_BEHIND as i64),
            |row| {
                let event = FoundEvent {
                    seq: row.get(1)?,
                    digest: row.get(2)?,
                    event_time: Instant(row.get(3)?),
                    record_time: Instant(row.get(4)?),
                    body: row.get(5)?,
                    capture: row.get(6)?,
                };
                Ok((row.get(0)?, event))
            },
        )?;
        let unsettled = found
            .iter()
            .position(|(_, event)| event.record_time > until);
        found.truncate(unsettled.unwrap_or(found.len()));
        Ok(found)
    }

    /// The place before the first event of a brand that came then or later; the last of all where
    /// there is none.
    pub fn place_before(&self, brand: &str, at: Option<Instant>) -> Result<i64> {
        if let Some(at) = at {
            let first: Option<Option<i64>> = self.row(
                "select min(seq) from event where brand = ?1 and record_time >= ?2",
                (brand, at.0),
                |row| row.get(0),
            )?;
            if let Some(first) = first.flatten() {
                return Ok(first - 1);
            }
        }
        let last: Option<Option<i64>> =
            self.row("select max(seq) from event", (), |row| row.get(0))?;
        Ok(last.flatten().unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Puts a subscription in.
    pub fn put_subscription(&self, subscription: &Subscription) -> Result<()> {
        self.execute(
            "insert into event_subscription
                 (id, brand, query, dest, token, schedule, reports_empty, created_at, position,
                  due_at, attempts, claimed_until)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0)",
            (
                &subscription.id,
                &subscription.brand,
                &subscription.query,
                &subscription.dest,
                &subscription.token,
                &subscription.schedule,
                subscription.reports_empty,
                subscription.created_at.0,
                subscription.position,
                subscription.due_at.0,
            ),
        )?;
        Ok(())
    }

    /// Takes a subscription for one node; whether it was free and where it was known to be.
    pub fn claim_subscription(
        &self,
        id: &str,
        position: i64,
        now: Instant,
        until: Instant,
    ) -> Result<bool> {
        let claimed = self.execute(
            "update event_subscription set claimed_until = ?4
             where id = ?1 and position = ?2 and claimed_until <= ?3",
            (id, position, now.0, until.0),
        )?;
        Ok(claimed > 0)
    }

    /// Lets a subscription pass events, whether it was told of any or not, and frees it.
    pub fn advance_subscription(
        &self,
        id: &str,
        position: i64,
        due: Instant,
        is_told: bool,
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "update event_subscription
             set position = ?2, due_at = ?3, attempts = 0, failure = null, claimed_until = 0,
                 notified_at = case when ?4 = 1 then ?5 else notified_at end
             where id = ?1",
            (id, position, due.0, i64::from(is_told), now.0),
        )?;
        Ok(())
    }

    /// Notes a failure, and frees a subscription until it is tried again.
    pub fn fail_subscription(&self, id: &str, due: Instant, failure: &str) -> Result<()> {
        self.execute(
            "update event_subscription
             set due_at = ?2, attempts = attempts + 1, failure = ?3, claimed_until = 0
             where id = ?1",
            (id, due.0, failure),
        )?;
        Ok(())
    }

    /// Forgets a subscription; whether it was there.
    pub fn remove_subscription(&self, brand: &str, query: &str, id: &str) -> Result<bool> {
        let removed = self.execute(
            "delete from event_subscription where brand = ?1 and query = ?2 and id = ?3",
            (brand, query, id),
        )?;
        Ok(removed > 0)
    }

    /// Forgets all subscriptions to a query.
    pub fn remove_subscriptions(&self, brand: &str, query: &str) -> Result<()> {
        self.execute(
            "delete from event_subscription where brand = ?1 and query = ?2",
            (brand, query),
        )?;
        Ok(())
    }
}
