//! What pedigrees are made of: accounts of events by what they name, and what declares errors.

use trace::Epc;

use super::{
    Db, Result, Tx,
    value::{Param as _, Value},
};
use crate::epcis::{account, term};

/// How many declarations of errors are read at once; with more, each event is asked about.
const DECLARATIONS: i64 = 5_000;

/// An event that names something that was asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Which of the things that were asked about.
    pub ask: usize,
    /// The event.
    pub seq: i64,
}

impl Db<'_> {
    /// A brand's events that name things, at most so many of each.
    pub fn events_naming(&self, brand: &str, things: &[Epc], most: usize) -> Result<Vec<Naming>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut found = Vec::new();
        let params: Vec<Vec<Value<'_>>> = things
            .iter()
            .map(|thing| vec![Value::Text(brand), Value::Text(&thing.0), most.value()])
            .collect();
        self.rows_for_each(
            "select event from event_epc where brand = ?1 and epc = ?2 order by event limit ?3
             /*all
             select found.event, asked.place
             from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as bigint[]))
                 with ordinality as asked (brand, epc, most, place)
             cross join lateral (
                 select event_epc.event from event_epc
                 where event_epc.brand = asked.brand and event_epc.epc = asked.epc
                 order by event_epc.event limit asked.most
             ) as found
             */",
            &params,
            |ask, row| {
                let seq = row.get(0)?;
                found.push(Naming { ask, seq });
                Ok(())
            },
        )?;
        Ok(found)
    }

    /// A brand's events with what ties a transformation together, at most so many of each, with
    /// the place of that among what was asked for; without declarations of errors. Others may be
    /// among them.
    pub fn events_of_transformations(
        &self,
        brand: &str,
        ids: &[String],
        most: usize,
    ) -> Result<Vec<Naming>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut found = Vec::new();
        let params: Vec<Vec<Value<'_>>> = ids
            .iter()
            .map(|id| {
                let term = term::transformation(brand, id);
                vec![Value::Text(brand), Value::Int(term), most.value()]
            })
            .collect();
        self.rows_for_each(
            "select event_term.event
             from event_term join event on event.seq = event_term.event
             where event.brand = ?1 and event_term.term = ?2 and event.digest not like '%#%'
             order by event_term.event_time, event_term.event limit ?3
             /*all
             select found.event, asked.place
             from unnest(cast(?1 as text[]), cast(?2 as bigint[]), cast(?3 as bigint[]))
                 with ordinality as asked (brand, term, most, place)
             cross join lateral (
                 select event_term.event
                 from event_term join event on event.seq = event_term.event
                 where event.brand = asked.brand and event_term.term = asked.term
                 and event.digest not like '%#%'
                 order by event_term.event_time, event_term.event limit asked.most
             ) as found
             */",
            &params,
            |ask, row| {
                let seq = row.get(0)?;
                found.push(Naming { ask, seq });
                Ok(())
            },
        )?;
        Ok(found)
    }

    /// What pedigrees tell of events, each with its place among those that were asked for; missing
    /// is that of an event that a program of before put in.
    pub fn accounts_of(&self, events: &[i64], mut each: impl FnMut(usize, &str)) -> Result<()> {
        let params: Vec<Vec<Value<'_>>> = events.iter().map(|seq| vec![seq.value()]).collect();
        self.rows_for_each(
            "select account from event_account where event = ?1
             /*all
             select event_account.account, asked.place
             from unnest(cast(?1 as bigint[])) with ordinality as asked (event, place)
             join event_account on event_account.event = asked.event
             */",
            &params,
            |place, row| {
                each(place, row.text(0)?);
                Ok(())
            },
        )
    }

    /// An event as captured, with what it is stored under.
    pub fn event_body(&self, seq: i64) -> Result<Option<(String, String)>> {
        self.row(
            "select digest, body from event where seq = ?1",
            [seq],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// The names of a brand's events that were declared to be errors, each with the declaration;
    /// `None` where there are too many to be read at once.
    pub fn declared_errors(&self, brand: &str) -> Result<Option<Vec<(String, i64)>>> {
        let found = self.rows(
            "select name, declaration from event_error where brand = ?1
             order by brand, name, declaration limit ?2",
            (brand, DECLARATIONS + 1),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok((found.len() as i64 <= DECLARATIONS).then_some(found))
    }

    /// The declaration that an event of any of two names was an error.
    pub fn declared_error(&self, brand: &str, names: [&str; 2]) -> Result<Option<i64>> {
        self.row(
            "select min(declaration) from event_error where brand = ?1 and name in (?2, ?3)
             having count(*) > 0",
            (brand, names[0], names[1]),
            |row| row.get(0),
        )
    }
}

impl Tx<'_> {
    /// Keeps what pedigrees tell of events: each with its account.
    pub(super) fn put_accounts(&self, accounts: &[Vec<Value<'_>>]) -> Result<()> {
        self.execute_for_each(
            "insert into event_account (event, account) values (?1, ?2)
             on conflict (event) do nothing
             /*all
             insert into event_account (event, account)
             select * from unnest(cast(?1 as bigint[]), cast(?2 as text[]))
             on conflict (event) do nothing
             */",
            accounts,
        )?;
        Ok(())
    }

    /// Keeps the accounts of events that have none, some hundreds from one on; the last of them.
    fn tell_more(&self, after: i64) -> Result<Option<i64>> {
        let found: Vec<(i64, String, String)> = self.rows(
            "select seq, digest, body from event where seq > ?1 order by seq limit 500",
            [after],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        // What can't be read fails verdicts as it ever did, and pedigrees too.
        let accounts = found
            .iter()
            .filter_map(|(seq, digest, body)| Some((*seq, account::text_of_body(digest, body)?)));
        let accounts: Vec<(i64, String)> = accounts.collect();
        let rows: Vec<Vec<Value<'_>>> = accounts
            .iter()
            .map(|(seq, account)| vec![seq.value(), account.value()])
            .collect();
        self.put_accounts(&rows)?;
        Ok(found.last().map(|(seq, _, _)| *seq))
    }
}

/// Keeps the accounts of the events of a database of before.
pub(super) fn tell_all(tx: &Tx<'_>) -> Result<()> {
    let mut last = 0;
    while let Some(end) = tx.tell_more(last)? {
        last = end;
    }
    Ok(())
}
