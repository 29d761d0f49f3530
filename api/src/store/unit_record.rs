//! All that is on record of one unit, in one question.

use trace::{Epc, Instant};

use super::{
    Db, Evidence, IssueRange, Result, Reveal, Serial, Unit, UnitKey, Version,
    check_state::ReadState,
    issue_range,
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
    pub range: Option<IssueRange>,
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

    fn params<'q>(&'q self, none: &'q Serial) -> Vec<Value<'q>> {
        let serial = self.serial.as_ref().unwrap_or(none);
        vec![
            Value::Int(self.product),
            serial.value(),
            // No range begins before the first counter.
            Value::Int(self.counter.map_or(-1, u64::cast_signed)),
            Value::Text(&self.brand),
            Value::Text(self.epc.as_ref().map_or("", |epc| &epc.0)),
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
        let none = Serial::lowest();
        let params: Vec<Vec<Value<'_>>> = questions
            .iter()
            .map(|question| question.params(&none))
            .collect();
        let records = self.row_for_each(
            "select
                 (select /*pg cast(coalesce(sum(*/version/*pg ), 0) as bigint)*/
                  from reference_version where scope = ''),
                 (select /*pg cast(coalesce(sum(*/version/*pg ), 0) as bigint)*/
                  from reference_version where scope = ?4),
                 unit_batch.number, coalesce(unit.issued_on, unit_batch.issued_on), unit.state,
                 part.first, part.length, part_batch.number, part.issued_on, part.hidden,
                 part.printed, part.applied, part.shipped, part.signing_key,
                 (select state from check_state
                  where /*pg shard = ?6 and */product = ?1 and serial = ?2),
                 reveal.first_at, reveal.session, reveal.again_at,
                 case when unit.batch is null then null else (
                     select evidence * 2 + case when stolen_at is null then 0 else 1 end
                     from registration
                     where /*pg shard = ?6 and */product = ?1 and serial = ?2) end,
                 (select 1 from unit_report
                  where /*pg shard = ?6 and */product = ?1 and serial = ?2 limit 1),
                 case when ?5 = '' then null else (
                     select 1 from event_epc where brand = ?4 and epc = ?5 limit 1) end
             from (select 1 as one) as asked
             left join unit
                 on /*pg unit.shard = ?6 and */unit.product = ?1 and unit.serial = ?2
             left join batch as unit_batch on unit_batch.id = unit.batch
             left join issue_range as part on part.product = ?1 and part.first = (
                 select max(first) from issue_range where product = ?1 and first <= ?3)
             left join batch as part_batch on part_batch.id = part.batch
             left join reveal
                 on part.hidden <> 0 and /*pg reveal.shard = ?6 and */reveal.product = ?1
                    and reveal.serial = ?2
             /*all
             select
                 (select cast(coalesce(sum(version), 0) as bigint)
                  from reference_version where scope = ''),
                 cast(coalesce(brands.version, 0) as bigint),
                 unit_batch.number, coalesce(unit.issued_on, unit_batch.issued_on), unit.state,
                 part.first, part.length, part.number, part.issued_on, part.hidden,
                 part.printed, part.applied, part.shipped, part.signing_key,
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
                 case when asked.epc = '' then null else (
                     select 1 from event_epc
                     where brand = asked.brand and epc = asked.epc limit 1) end,
                 asked.place
             from unnest(cast(?1 as bigint[]), cast(?2 as bytea[]), cast(?3 as bigint[]),
                         cast(?4 as text[]), cast(?5 as text[]), cast(?6 as smallint[]))
                 with ordinality
                 as asked (product, serial, counter, brand, epc, shard, place)
             left join unit on unit.shard = asked.shard and unit.product = asked.product
                 and unit.serial = asked.serial
             left join batch as unit_batch on unit_batch.id = unit.batch
             left join lateral (
                 select issue_range.first, issue_range.length, batch.number,
                        issue_range.issued_on, issue_range.hidden, issue_range.printed,
                        issue_range.applied, issue_range.shipped, issue_range.signing_key
                 from issue_range join batch on batch.id = issue_range.batch
                 where issue_range.product = asked.product and issue_range.first <= asked.counter
                 order by issue_range.first desc limit 1
             ) as part on true
             left join check_state on check_state.shard = asked.shard
                 and check_state.product = asked.product and check_state.serial = asked.serial
             left join (
                 select scope, sum(version) as version from reference_version
                 where scope = any (?4) group by scope
             ) as brands on brands.scope = asked.brand
             left join lateral (
                 select first_at, session, again_at from reveal
                 where part.hidden <> 0 and shard = asked.shard
                   and product = asked.product and serial = asked.serial
                 limit 1
             ) as reveal on true
             */",
            &params,
            |index, row| read(row, questions.get(index).copied()),
        )?;
        Ok(records.into_iter().map(Option::unwrap_or_default).collect())
    }
}

fn read(row: &Row<'_>, question: Option<&UnitQuestion>) -> Result<UnitRecord> {
    let is_there = |column| -> Result<bool> { Ok(row.get::<Option<i64>>(column)?.is_some()) };
    let counter = question.and_then(|question| question.counter);
    let unit = match row.get(2)? {
        Some(batch) => Some(unit::read_after(batch, row, 3)?),
        None => None,
    };
    let range = match row.get::<Option<i64>>(5)? {
        Some(first) => Some(issue_range::read_after(first.cast_unsigned(), row, 6)?),
        None => None,
    };
    Ok(UnitRecord {
        version: Version {
            records: row.get::<Option<i64>>(0)?.unwrap_or(0),
            events: row.get::<Option<i64>>(1)?.unwrap_or(0),
        },
        unit,
        range: range
            .zip(counter)
            .and_then(|(range, counter)| (counter - range.first < range.count).then_some(range)),
        checks: ReadState::read(row.get(14)?)?,
        reveal: match row.get::<Option<i64>>(15)? {
            None => None,
            Some(first_at) => Some(Reveal {
                first_at: Instant(first_at),
                session: row.get::<i64>(16)?.cast_unsigned(),
                again_at: row.get::<Option<i64>>(17)?.map(Instant),
            }),
        },
        registered: row.get::<Option<i64>>(18)?.map(|told| Registered {
            evidence: Evidence::from_number(told / 2),
            is_stolen: told % 2 == 1,
        }),
        has_reports: is_there(19)?,
        has_events: is_there(20)?,
    })
}
