//! EPCIS events as captured, found by what they name.

use trace::{Epc, Instant};

use super::{Db, Result, Tx};

/// An event as it is stored.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// Over the event's own JSON: the same event has the same digest.
    pub digest: String,
    /// The identifier that the capturing party gave it.
    pub event_id: Option<String>,
    /// When it happened.
    pub event_time: Instant,
    /// When it came here.
    pub record_time: Instant,
    /// The capture job that brought it.
    pub capture: String,
    /// As captured.
    pub body: String,
    /// What it names, in canonical form.
    pub epcs: Vec<Epc>,
}

/// An event in the order of all of them.
#[derive(Clone, Debug)]
pub struct CapturedEvent {
    /// Where it stands in that order.
    pub seq: i64,
    /// Whose it is.
    pub brand: String,
    /// When it came here.
    pub record_time: Instant,
    /// As captured.
    pub body: String,
}

/// What became of an event that was put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is new.
    Added,
    /// It was there already.
    Known,
    /// Another event has its identifier.
    IdTaken,
}

impl Db<'_> {
    /// The bodies of a brand's events that name an EPC, by event time.
    pub fn events_of(&self, brand: &str, epc: &Epc) -> Result<Vec<(String, String)>> {
        self.rows(
            "select event.digest, event.body
             from event_epc join event on event.seq = event_epc.event
             where event_epc.brand = ?1 and event_epc.epc = ?2
             order by event.event_time, event.seq",
            (brand, &epc.0),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// The next events in the order in which they came, some hundreds; none where that was the
    /// last.
    pub fn events_after(&self, seq: i64) -> Result<Vec<CapturedEvent>> {
        self.rows(
            "select seq, brand, record_time, body from event
             where seq > ?1 order by seq limit 500",
            [seq],
            |row| {
                Ok(CapturedEvent {
                    seq: row.get(0)?,
                    brand: row.get(1)?,
                    record_time: Instant(row.get(2)?),
                    body: row.get(3)?,
                })
            },
        )
    }

    /// The digest of a brand's event of that identifier.
    pub fn event_of_id(&self, brand: &str, id: &str) -> Result<Option<String>> {
        self.row(
            "select digest from event where brand = ?1 and event_id = ?2",
            (brand, id),
            |row| row.get(0),
        )
    }

    /// How many events a brand has captured.
    pub fn count_events(&self, brand: &str) -> Result<u64> {
        let count: Option<i64> = self.row(
            "select count(*) from event where brand = ?1",
            [brand],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }
}

impl Tx<'_> {
    /// Puts an event in; one that is there already changes nothing.
    pub fn put_event(&self, brand: &str, event: &EventRow) -> Result<Stored> {
        let known: Option<i64> = self.row(
            "select seq from event where brand = ?1 and digest = ?2",
            (brand, &event.digest),
            |row| row.get(0),
        )?;
        if known.is_some() {
            return Ok(Stored::Known);
        }
        if let Some(id) = &event.event_id {
            let taken: Option<i64> = self.row(
                "select seq from event where brand = ?1 and event_id = ?2",
                (brand, id),
                |row| row.get(0),
            )?;
            if taken.is_some() {
                return Ok(Stored::IdTaken);
            }
        }
        self.change_events(brand)?;
        let seq: Option<i64> = self.row(
            "insert into event (digest, brand, event_id, event_time, record_time, capture, body)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             returning seq",
            (
                &event.digest,
                brand,
                &event.event_id,
                event.event_time.0,
                event.record_time.0,
                &event.capture,
                &event.body,
            ),
            |row| row.get(0),
        )?;
        for epc in &event.epcs {
            self.execute(
                "insert into event_epc (brand, epc, event) values (?1, ?2, ?3)
                 on conflict (brand, epc, event) do nothing",
                (brand, &epc.0, seq),
            )?;
        }
        Ok(Stored::Added)
    }
}
