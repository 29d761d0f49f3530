//! EPCIS events as captured, found by what they name.

use std::collections::BTreeSet;

use trace::{Epc, Instant};

use super::{Db, Result, Tx, value::Value};

/// An event as it is stored.
#[derive(Clone, Debug)]
pub struct EventRow<'e> {
    /// The event hash; for a declaration of an error, and what was declared.
    pub digest: &'e str,
    /// The digest that named such an event before the event hash did; `None` where no event is
    /// stored under such.
    pub former: Option<String>,
    /// The identifier that the capturing party gave it.
    pub event_id: Option<&'e str>,
    /// What it declares to be an error.
    pub declares: Option<&'e Declared>,
    /// When it happened.
    pub event_time: Instant,
    /// When it came here.
    pub record_time: Instant,
    /// The capture job that brought it.
    pub capture: &'e str,
    /// As captured.
    pub body: &'e str,
    /// What a pedigree tells of it.
    pub account: &'e str,
    /// What it names, in canonical form.
    pub epcs: &'e [Epc],
    /// What a query finds it by: names and values.
    pub terms: &'e [(String, String)],
    /// What of it the top-level resources list: kinds and values.
    pub listed: &'e [(String, String)],
}

/// What events are found by that were put in, until it is written: all of it together, in the order
/// of its keys, so that neighbors share a page, and one question to a server instead of one a row.
#[derive(Debug, Default)]
pub struct Finding<'e> {
    /// Events and what pedigrees tell of them.
    accounts: Vec<(i64, &'e str)>,
    /// Things and events.
    things: Vec<(&'e str, i64)>,
    /// Terms, times and events.
    pub(super) terms: Vec<(i64, i64, i64)>,
    /// Kinds and values.
    pub(super) listed: BTreeSet<(&'e str, &'e str)>,
}

/// The event that a declaration says was an error.
#[derive(Clone, Debug)]
pub struct Declared {
    /// Every digest and identifier that it may be stored under.
    pub names: Vec<String>,
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
    /// The bodies of a brand's events that name an EPC, by event time, without those that were
    /// declared to be errors.
    pub fn events_of(&self, brand: &str, epc: &Epc) -> Result<Vec<(String, String)>> {
        self.rows(
            "select event.digest, event.body
             from event_epc join event on event.seq = event_epc.event
             where event_epc.brand = ?1 and event_epc.epc = ?2
             and not exists (
                 select 1 from event_error
                 where event_error.brand = ?1 and event_error.name in (event.digest, event.event_id)
             )
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

    /// Whether a brand has events that are stored under the digests of before the event hash.
    pub fn has_former_events(&self, brand: &str) -> Result<bool> {
        let one: Option<i64> = self.row(
            "select 1 from event where brand = ?1 and digest < 'ni:' limit 1",
            [brand],
            |row| row.get(0),
        )?;
        Ok(one.is_some())
    }

    /// The digest of a brand's event of that identifier.
    pub fn event_of_id(&self, brand: &str, id: &str) -> Result<Option<String>> {
        self.row(
            "select digest from event where brand = ?1 and event_id = ?2",
            (brand, id),
            |row| row.get(0),
        )
    }

    /// What a brand's events of that hash or identifier were captured under.
    pub fn captures_of(&self, brand: &str, name: &str) -> Result<Vec<String>> {
        self.rows(
            "select capture from event
             where brand = ?1 and (digest = ?2 or event_id = ?2) order by seq",
            (brand, name),
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
    /// Puts an event in; one that is there already changes nothing. It is found once what `finding`
    /// gathers is written.
    pub fn put_event<'e>(
        &self,
        brand: &str,
        event: &EventRow<'e>,
        finding: &mut Finding<'e>,
    ) -> Result<Stored> {
        if self.has_event(brand, event.digest)? {
            return Ok(Stored::Known);
        }
        if let Some(former) = &event.former
            && self.has_event(brand, former)?
        {
            return Ok(Stored::Known);
        }
        // A declaration has the identifier of the event that it is about.
        let own_id = event.event_id.filter(|_| event.declares.is_none());
        if let Some(id) = own_id {
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
            "insert into event
                 (digest, brand, event_id, event_time, record_time, capture, body, is_indexed)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)
             returning seq",
            (
                &event.digest,
                brand,
                &own_id,
                event.event_time.0,
                event.record_time.0,
                &event.capture,
                &event.body,
            ),
            |row| row.get(0),
        )?;
        if let Some(seq) = seq {
            finding.accounts.push((seq, event.account));
            finding.tell(brand, seq, event.event_time, event.terms, event.listed);
            if event.declares.is_none() {
                let things = event.epcs.iter().map(|epc| (&epc.0[..], seq));
                finding.things.extend(things);
            }
        }
        match event.declares {
            Some(declared) => self.put_error(brand, declared, seq),
            None => Ok(Stored::Added),
        }
    }

    fn has_event(&self, brand: &str, digest: &str) -> Result<bool> {
        let known: Option<i64> = self.row(
            "select seq from event where brand = ?1 and digest = ?2",
            (brand, digest),
            |row| row.get(0),
        )?;
        Ok(known.is_some())
    }

    /// Lets events be found that were put in.
    pub fn put_finding(&self, brand: &str, mut finding: Finding<'_>) -> Result<()> {
        finding.things.sort_unstable();
        let things: Vec<Vec<Value<'_>>> = finding
            .things
            .iter()
            .map(|(epc, seq)| vec![Value::Text(brand), Value::Text(epc), Value::Int(*seq)])
            .collect();
        self.execute_for_each(
            "insert into event_epc (brand, epc, event) values (?1, ?2, ?3)
             on conflict (brand, epc, event) do nothing
             /*all
             insert into event_epc (brand, epc, event)
             select * from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as bigint[]))
             on conflict (brand, epc, event) do nothing
             */",
            &things,
        )?;
        let accounts: Vec<Vec<Value<'_>>> = finding
            .accounts
            .iter()
            .map(|(seq, account)| vec![Value::Int(*seq), Value::Text(account)])
            .collect();
        self.put_accounts(&accounts)?;
        self.put_terms(brand, finding)
    }

    /// Puts in what a declaration says; journeys go by neither event from then on.
    pub(super) fn put_error(
        &self,
        brand: &str,
        declared: &Declared,
        seq: Option<i64>,
    ) -> Result<Stored> {
        for name in &declared.names {
            self.execute(
                "insert into event_error (brand, name, declaration) values (?1, ?2, ?3)
                 on conflict (brand, name, declaration) do nothing",
                (brand, name, seq),
            )?;
        }
        Ok(Stored::Added)
    }
}
