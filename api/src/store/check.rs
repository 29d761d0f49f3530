//! Checks: a small state per unit, and the log that nobody waits for.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use trace::{Check, CheckState, Country, Instant, Policy};

use super::{
    Db, Result, Serial, StoreError, Tx,
    check_state::{ReadState, state_text, stored_state},
    serial::{shard, spread},
    value::{Param as _, Value},
};

/// The unit that a check is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitKey {
    /// The product's number in this database.
    pub product: i64,
    /// Its serial.
    pub serial: Serial,
}

impl UnitKey {
    /// Where the unit's rows live, in an engine that spreads them.
    pub(super) fn shard(&self) -> Value<'static> {
        shard(self.product, &self.serial)
    }
}

/// A check on its way into the store.
#[derive(Clone, Debug)]
pub struct CheckEntry {
    /// The check itself.
    pub check: Check,
    /// When it came here.
    pub received_at: Instant,
    /// What the code names, for the log.
    pub gtin: Option<String>,
    /// What the code names, for the log.
    pub serial: Option<String>,
    /// The unit on record, where there is one: only its state is kept.
    pub unit: Option<UnitKey>,
    /// What its checks amounted to when it was looked up; `None` where nobody looked.
    pub known: Option<ReadState>,
    /// An offline queue's identifier of this delivery.
    pub delivery: Option<[u8; 32]>,
    /// By what it is folded into the unit's state.
    pub policy: Arc<Policy>,
}

/// What a unit's checks amount to once one more is counted.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// This check included.
    pub state: CheckState,
    /// Whether the session had checked the unit before.
    pub is_same_session: bool,
    /// The check's country, where the unit was not known to have been there.
    pub new_country: Option<Country>,
}

impl CheckEntry {
    /// Beside its unit, where there is one.
    fn shard(&self) -> Value<'static> {
        match &self.unit {
            Some(unit) => unit.shard(),
            None => {
                let code = self.gtin.iter().chain(&self.serial);
                spread(code.flat_map(|text| text.as_bytes()))
            }
        }
    }
}

/// Where a check stands in its day's log: its millisecond, then 36 random bits, so that no node
/// has to ask another for a number.
fn sequence(at: Instant) -> Result<i64> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Writer)?;
    let random = i64::from_be_bytes(bytes) & ((1 << 36) - 1);
    Ok(at.0.rem_euclid(86_400_000) << 36 | random)
}

impl Db<'_> {
    /// What the checks of a unit amount to.
    pub fn check_state(&self, unit: &UnitKey) -> Result<CheckState> {
        let state: Option<String> = self.row(
            "select state from check_state
             where /*pg shard = ?3 and */product = ?1 and serial = ?2",
            (unit.product, &unit.serial, unit.shard()),
            |row| row.get(0),
        )?;
        match state {
            Some(state) => stored_state(&state),
            None => Ok(CheckState::default()),
        }
    }

    /// How many checks the log holds.
    pub fn count_checks(&self) -> Result<u64> {
        let count: Option<i64> = self.row("select count(*) from scan_log", [], |row| row.get(0))?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }
}

impl Tx<'_> {
    /// Counts checks in their order: folds each into its unit's state and appends it to the log. A
    /// delivery that was counted before counts nothing. With `believes`, a state that its entry knows
    /// is not read again.
    ///
    /// # Errors
    /// `Conflict` where a check of one of the units was counted since they were read.
    pub fn record_checks(&self, entries: &[&CheckEntry], believes: bool) -> Result<Vec<Checked>> {
        let is_new = self.take_deliveries(entries)?;
        let mut states = self.states_of(entries, believes)?;
        let mut checked = Vec::with_capacity(entries.len());
        for (entry, is_new) in entries.iter().zip(&is_new) {
            let state = entry.unit.as_ref().and_then(|unit| states.get_mut(unit));
            let before = state.as_ref().map(|state| state.now.clone());
            let is_same_session = before
                .as_ref()
                .is_some_and(|before| before.knows(entry.check.session));
            let new_country = before
                .as_ref()
                .filter(|_| *is_new)
                .and_then(|before| before.new_country(&entry.check));
            let after = match (before, *is_new) {
                (Some(before), true) => before.after(&entry.check, &entry.policy),
                (before, _) => before.unwrap_or_default(),
            };
            if let Some(state) = state {
                state.now = after.clone();
                state.is_changed |= *is_new;
            }
            checked.push(Checked {
                state: after,
                is_same_session,
                new_country,
            });
        }
        self.keep_states(&states)?;
        let new = entries.iter().zip(is_new).filter(|(_, is_new)| *is_new);
        self.log(new.map(|(entry, _)| *entry))?;
        Ok(checked)
    }

    /// Which of the checks were not delivered before; their deliveries are remembered.
    fn take_deliveries(&self, entries: &[&CheckEntry]) -> Result<Vec<bool>> {
        let delivered: Vec<(usize, &[u8; 32])> = entries
            .iter()
            .enumerate()
            .filter_map(|(index, entry)| Some((index, entry.delivery.as_ref()?)))
            .collect();
        let mut is_new = vec![true; entries.len()];
        if delivered.is_empty() {
            return Ok(is_new);
        }
        let mut seen = HashSet::new();
        let mut params = Vec::new();
        let mut asked = Vec::new();
        for (index, delivery) in delivered {
            is_new[index] = false;
            // The same one twice among these: the first counts.
            if seen.insert(delivery) {
                let day = day_of(entries[index].received_at);
                params.push(vec![Value::Blob(delivery), Value::Int(day)]);
                asked.push(index);
            }
        }
        let inserted = self.row_for_each(
            "insert into check_delivery (id, day) values (?1, ?2) on conflict (id) do nothing
             returning day
             /*all
             with asked as (
                 select * from unnest(cast(?1 as bytea[]), cast(?2 as bigint[]))
                     with ordinality as asked (id, day, place)
             ), added as (
                 insert into check_delivery (id, day)
                 select id, day from asked order by id
                 on conflict (id) do nothing returning id
             )
             select asked.day, asked.place from asked join added on added.id = asked.id
             */",
            &params,
            |_, row| row.get::<i64>(0),
        )?;
        for (index, inserted) in asked.into_iter().zip(inserted) {
            is_new[index] = inserted.is_some();
        }
        Ok(is_new)
    }

    /// What the checks so far amount to, of every unit that is named.
    fn states_of<'e>(
        &self,
        entries: &[&'e CheckEntry],
        believes: bool,
    ) -> Result<BTreeMap<&'e UnitKey, Folding>> {
        let mut states = BTreeMap::new();
        let mut unread: Vec<&UnitKey> = Vec::new();
        for entry in entries {
            let Some(unit) = &entry.unit else { continue };
            // A delivery that comes twice writes nothing that would say that its state is old.
            let believes = believes && entry.delivery.is_none();
            match entry.known.as_ref().filter(|_| believes) {
                // Where two know it differently, one of them is late, and the write will say so.
                Some(known) => {
                    states.entry(unit).or_insert_with(|| known.clone().into());
                }
                None => unread.push(unit),
            }
        }
        unread.retain(|unit| !states.contains_key(unit));
        unread.sort();
        unread.dedup();
        if unread.is_empty() {
            return Ok(states);
        }
        let params: Vec<Vec<Value<'_>>> = unread
            .iter()
            .map(|unit| vec![Value::Int(unit.product), unit.serial.value(), unit.shard()])
            .collect();
        let stored = self.row_for_each(
            "select state from check_state
             where /*pg shard = ?3 and */product = ?1 and serial = ?2
             /*all
             select check_state.state, asked.place
             from unnest(cast(?1 as bigint[]), cast(?2 as bytea[]), cast(?3 as smallint[]))
                 with ordinality as asked (product, serial, shard, place)
             join check_state on check_state.shard = asked.shard
                 and check_state.product = asked.product and check_state.serial = asked.serial
             */",
            &params,
            |_, row| row.get::<String>(0),
        )?;
        for (unit, stored) in unread.into_iter().zip(stored) {
            states.insert(unit, ReadState::read(stored)?.into());
        }
        Ok(states)
    }

    /// Writes states back, each in the place of the one that it was made of, and of no other.
    fn keep_states(&self, states: &BTreeMap<&UnitKey, Folding>) -> Result<()> {
        let changed: Vec<(&UnitKey, &Folding)> = states
            .iter()
            .filter(|(_, state)| state.is_changed)
            .map(|(unit, state)| (*unit, state))
            .collect();
        if changed.is_empty() {
            return Ok(());
        }
        let texts: Vec<String> = changed
            .iter()
            .map(|(_, state)| state_text(&state.now))
            .collect();
        let params: Vec<Vec<Value<'_>>> = changed
            .iter()
            .zip(&texts)
            .map(|((unit, state), text)| {
                vec![
                    Value::Int(unit.product),
                    unit.serial.value(),
                    Value::Text(text),
                    Value::Text(&state.stored),
                    unit.shard(),
                ]
            })
            .collect();
        let kept = self.execute_for_each(
            "insert into check_state (product, serial, state/*pg , shard*/)
             values (?1, ?2, ?3/*pg , ?5*/)
             on conflict (/*pg shard, */product, serial) do update
             set state = excluded.state where check_state.state = ?4
             /*all
             with asked as (
                 select * from unnest(cast(?1 as bigint[]), cast(?2 as bytea[]),
                                      cast(?3 as text[]), cast(?4 as text[]),
                                      cast(?5 as smallint[]))
                     as asked (product, serial, state, before, shard)
             ), changed as (
                 update check_state set state = asked.state from asked
                 where asked.before <> '' and check_state.shard = asked.shard
                     and check_state.product = asked.product
                     and check_state.serial = asked.serial
                     and check_state.state = asked.before
                 returning 1
             ), added as (
                 insert into check_state (product, serial, state, shard)
                 select product, serial, state, shard from asked where before = ''
                 on conflict (shard, product, serial) do nothing
                 returning 1
             )
             select 1 from changed union all select 1 from added
             */",
            &params,
        )?;
        if kept == changed.len() {
            Ok(())
        } else {
            Err(StoreError::Conflict)
        }
    }

    fn log<'e>(&self, entries: impl Iterator<Item = &'e CheckEntry>) -> Result<()> {
        let lines: Vec<(&CheckEntry, i64, Option<String>)> = entries
            .map(|entry| {
                let country = entry.check.place.as_ref().and_then(|place| place.country);
                let country = country.map(|country| country.to_string());
                Ok((entry, sequence(entry.received_at)?, country))
            })
            .collect::<Result<_>>()?;
        let params: Vec<Vec<Value<'_>>> = lines
            .iter()
            .map(|(entry, sequence, country)| {
                let point = entry.check.place.as_ref().and_then(|place| place.point);
                let degrees = |degrees: Option<f64>| degrees.map_or(Value::Null, Value::Real);
                vec![
                    Value::Int(day_of(entry.received_at)),
                    Value::Int(*sequence),
                    Value::Int(entry.check.at.0),
                    Value::Int(entry.received_at.0),
                    entry.gtin.value(),
                    entry.serial.value(),
                    Value::Int(entry.check.session.cast_signed()),
                    degrees(point.map(|point| point.lat)),
                    degrees(point.map(|point| point.lon)),
                    country.value(),
                    entry.shard(),
                ]
            })
            .collect();
        if params.is_empty() {
            return Ok(());
        }
        self.execute_for_each(
            "insert into scan_log
                 (day, seq, checked_at, received_at, gtin, serial, session, lat, lon, country
                  /*pg , shard*/)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10/*pg , ?11*/)
             /*all
             insert into scan_log
                 (day, seq, checked_at, received_at, gtin, serial, session, lat, lon, country,
                  shard)
             select * from unnest(
                 cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as bigint[]),
                 cast(?4 as bigint[]), cast(?5 as text[]), cast(?6 as text[]),
                 cast(?7 as bigint[]), cast(?8 as double precision[]),
                 cast(?9 as double precision[]), cast(?10 as text[]), cast(?11 as smallint[]))
             */",
            &params,
        )?;
        Ok(())
    }
}

/// A unit's state while checks are folded into it.
struct Folding {
    /// As it was stored; empty where it was not.
    stored: String,
    now: CheckState,
    is_changed: bool,
}

impl From<ReadState> for Folding {
    fn from(ReadState { state, stored }: ReadState) -> Folding {
        Folding {
            stored,
            now: state,
            is_changed: false,
        }
    }
}

/// Days since 1970.
fn day_of(at: Instant) -> i64 {
    at.0.div_euclid(86_400_000)
}
