//! All that is on record of one unit, in one question.

use std::sync::Arc;

use trace::{Epc, Instant};

use super::{
    Db, Evidence, IssueRange, Result, Reveal, Serial, Unit, UnitKey, Version,
    check_state::ReadState,
    serial::shard,
    unit,
    value::{Param as _, Row, Value},
};

/// Which unit.
#[derive(Clone, Debug, Default)]
pub struct UnitQuestion {
    /// The product's number in this database; 0 for a product that is not here.
    pub product: i64,
    /// Its serial; `None` where a code names none.
    pub serial: Option<Serial>,
    /// The counter that its serial was made of, where the issue key opens it.
    pub counter: Option<u64>,
    /// The range that holds the counter, where the caller remembers it: it is not read again.
    pub range: Option<Arc<IssueRange>>,
    /// The brand whose events count; empty where there is none.
    pub brand: String,
    /// The unit in events.
    pub epc: Option<Epc>,
}

/// What a unit's registration amounts to for whoever checks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    /// What it rests on.
    pub evidence: Evidence,
    /// Whether its holder reports the unit stolen.
    pub is_stolen: bool,
}

/// What is on record.
#[derive(Clone, Debug, Default)]
pub struct UnitRecord {
    /// How often what may be remembered had changed when this was read.
    pub version: Version,
    /// Its own row, where it has one.
    pub unit: Option<Unit>,
    /// The range that its counter is in.
    pub range: Option<Arc<IssueRange>>,
    /// What its checks amount to.
    pub checks: ReadState,
    /// What became of its hidden code, where it was revealed.
    pub reveal: Option<Reveal>,
    /// Its registration, where somebody registered it.
    pub registered: Option<Registered>,
    /// Whether production lines reported anything of it.
    pub has_reports: bool,
    /// Whether its brand captured events that name it.
    pub has_events: bool,
}

impl UnitRecord {
    /// Whether its product has such a unit: a row of its own, or a place in a range.
    #[must_use]
    pub fn is_on_record(&self) -> bool {
        self.unit.is_some() || self.range.is_some()
    }
}

impl UnitQuestion {
    /// The unit's key.
    pub(super) fn key(&self) -> Option<UnitKey> {
        Some(UnitKey {
            product: self.product,
            serial: self.serial.clone()?,
        })
    }

    /// Where the unit's rows live, in an engine that spreads them.
    pub(super) fn shard(&self) -> Value<'static> {
        match &self.serial {
            Some(serial) => shard(self.product, serial),
            None => shard(self.product, &Serial::lowest()),
        }
    }

    fn params<'q>(&'q self, none: &'q Serial, has_hidden: bool) -> Vec<Value<'q>> {
        let serial = self.serial.as_ref().unwrap_or(none);
        vec![
            Value::Int(self.product),
            serial.value(),
            Value::Text(&self.brand),
            Value::Text(self.epc.as_ref().map_or("", |epc| &epc.0)),
            Value::Int(i64::from(has_hidden)),
            shard(self.product, serial),
        ]
    }
}

impl Db<'_> {
    /// What is on record of one unit.
    pub fn unit_record(&self, question: &UnitQuestion) -> Result<UnitRecord> {
        let mut records = self.unit_records(&[question])?;
        Ok(records.pop().unwrap_or_default())
    }

    /// What is on record of several units, in their order.
    pub fn unit_records(&self, questions: &[&UnitQuestion]) -> Result<Vec<UnitRecord>> {
        let ranges = self.ranges_of(questions)?;
        let none = Serial::lowest();
        let asked = questions.iter().zip(&ranges);
        let params: Vec<Vec<Value<'_>>> = asked
            .map(|(question, range)| {
                let has_hidden = range.as_ref().is_some_and(|range| range.has_hidden);
                question.params(&none, has_hidden)
            })
            .collect();
        let records = self.row_for_each(
            "select
                 (select /*pg cast(coalesce(sum(*/version/*pg ), 0) as bigint)*/
                  from reference_version where scope = ''),
                 brands.version,
                 unit_batch.number, coalesce(unit.issued_on, unit_batch.issued_on), unit.state,
                 (select state from check_state
                  where /*pg shard = ?6 and */product = ?1 and serial = ?2),
                 case when ?5 = 0 then null else (
                     select first_at from reveal
                     where /*pg shard = ?6 and */product = ?1 and serial = ?2) end,
                 case when ?5 = 0 then null else (
                     select session from reveal
                     where /*pg shard = ?6 and */product = ?1 and serial = ?2) end,
                 case when ?5 = 0 then null else (
                     select again_at from reveal
                     where /*pg shard = ?6 and */product = ?1 and serial = ?2) end,
                 case when unit.batch is null then null else (
                     select evidence * 2 + case when stolen_at is null then 0 else 1 end
                     from registration
                     where /*pg shard = ?6 and */product = ?1 and serial = ?2) end,
                 (select 1 from unit_report
                  where /*pg shard = ?6 and */product = ?1 and serial = ?2 limit 1),
                 case when ?4 = '' or brands.version is null then null else (
                     select 1 from event_epc where brand = ?3 and epc = ?4 limit 1) end
             from (select 1 as one) as asked
             left join /*pg (
                 select scope, cast(sum(version) as bigint) as version from */reference_version/*pg
                 where scope = ?3 group by scope)*/ as brands on brands.scope = ?3
             left join unit
                 on /*pg unit.shard = ?6 and */unit.product = ?1 and unit.serial = ?2
             left join batch as unit_batch on unit_batch.id = unit.batch
             /*all
             select
                 (select cast(coalesce(sum(version), 0) as bigint)
                  from reference_version where scope = ''),
                 brands.version,
                 unit_batch.number, coalesce(unit.issued_on, unit_batch.issued_on), unit.state,
                 check_state.state,
                 reveal.first_at, reveal.session, reveal.again_at,
                 case when unit.batch is null then null else (
                     select evidence * 2 + case when stolen_at is null then 0 else 1 end
                     from registration
                     where shard = asked.shard and product = asked.product
                       and serial = asked.serial) end,
                 (select 1 from unit_report
                  where shard = asked.shard and product = asked.product
                    and serial = asked.serial limit 1),
                 case when asked.epc = '' or brands.version is null then null else (
                     select 1 from event_epc
                     where brand = asked.brand and epc = asked.epc limit 1) end,
                 asked.place
             from unnest(cast(?1 as bigint[]), cast(?2 as bytea[]), cast(?3 as text[]),
                         cast(?4 as text[]), cast(?5 as bigint[]), cast(?6 as smallint[]))
                 with ordinality
                 as asked (product, serial, brand, epc, hidden, shard, place)
             left join unit on unit.shard = asked.shard and unit.product = asked.product
                 and unit.serial = asked.serial
             left join batch as unit_batch on unit_batch.id = unit.batch
             left join check_state on check_state.shard = asked.shard
                 and check_state.product = asked.product and check_state.serial = asked.serial
             left join (
                 select scope, cast(sum(version) as bigint) as version from reference_version
                 where scope = any (?3) group by scope
             ) as brands on brands.scope = asked.brand
             left join lateral (
                 select first_at, session, again_at from reveal
                 where asked.hidden <> 0 and shard = asked.shard
                   and product = asked.product and serial = asked.serial
                 limit 1
             ) as reveal on true
             */",
            &params,
            |_, row| read(row),
        )?;
        let records = records.into_iter().map(Option::unwrap_or_default);
        let with_ranges = records
            .zip(ranges)
            .map(|(record, range)| UnitRecord { range, ..record });
        Ok(with_ranges.collect())
    }

    /// The ranges that their counters are in: as they are remembered, or else as they are read.
    fn ranges_of(&self, questions: &[&UnitQuestion]) -> Result<Vec<Option<Arc<IssueRange>>>> {
        let mut ranges: Vec<_> = questions
            .iter()
            .map(|question| question.range.clone())
            .collect();
        let unknown = questions.iter().enumerate();
        let unknown = unknown.filter(|(_, question)| question.range.is_none());
        let (places, counters): (Vec<usize>, Vec<(i64, u64)>) = unknown
            .filter_map(|(place, question)| Some((place, (question.product, question.counter?))))
            .unzip();
        if places.is_empty() {
            return Ok(ranges);
        }
        let found = self.ranges_up_to(&counters)?;
        for ((place, (_, counter)), range) in places.into_iter().zip(counters).zip(found) {
            ranges[place] = range.filter(|range| range.holds(counter)).map(Arc::new);
        }
        Ok(ranges)
    }
}

fn read(row: &Row<'_>) -> Result<UnitRecord> {
    let is_there = |column| -> Result<bool> { Ok(row.get::<Option<i64>>(column)?.is_some()) };
    let unit = match row.get(2)? {
        Some(batch) => Some(unit::read_after(batch, row, 3)?),
        None => None,
    };
    Ok(UnitRecord {
        version: Version {
            records: row.get::<Option<i64>>(0)?.unwrap_or(0),
            events: row.get::<Option<i64>>(1)?.unwrap_or(0),
        },
        unit,
        range: None,
        checks: ReadState::read(row.get(5)?)?,
        reveal: match row.get::<Option<i64>>(6)? {
            None => None,
            Some(first_at) => Some(Reveal {
                first_at: Instant(first_at),
                session: row.get::<i64>(7)?.cast_unsigned(),
                again_at: row.get::<Option<i64>>(8)?.map(Instant),
            }),
        },
        registered: row.get::<Option<i64>>(9)?.map(|told| Registered {
            evidence: Evidence::from_number(told / 2),
            is_stolen: told % 2 == 1,
        }),
        has_reports: is_there(10)?,
        has_events: is_there(11)?,
    })
}
