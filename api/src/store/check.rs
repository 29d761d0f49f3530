//! Checks: a small state per unit, and the log that nobody waits for.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use trace::{Check, CheckState, Country, Instant, Policy};

use super::{
    Db, Result, Serial, StoreError, Tx, UnitQuestion, UnitRecord,
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

/// A check of a unit of which nothing was read yet: what is on record of it is read in the act that
/// counts the check.
#[derive(Clone, Debug)]
pub struct UnitCheck {
    /// The unit.
    pub question: UnitQuestion,
    /// How often what the caller remembers had changed ([`Version::records`](super::Version::records)) when it was read. Where
    /// more has changed since, nothing is counted: the check may be to be folded by other rules.
    pub records: i64,
    /// The check, without its unit and what is known of it.
    pub entry: CheckEntry,
}

/// What became of a [`UnitCheck`].
#[derive(Clone, Debug, Default)]
pub struct UnitChecked {
    /// What is on record of the unit; its checks so far stand in `checked`.
    pub record: UnitRecord,
    /// What its checks amount to now; `None` where nothing was counted.
    pub checked: Option<Checked>,
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
    pub(super) fn shard(&self) -> Value<'static> {
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
fn sequence(at: Instant, random: [u8; 8]) -> i64 {
    let random = i64::from_be_bytes(random) & ((1 << 36) - 1);
    at.0.rem_euclid(86_400_000) << 36 | random
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
    /// delivery that was counted before counts nothing. A state that its entry knows is not read
    /// again.
    ///
    /// # Errors
    /// `Conflict` where a check of one of the units was counted since they were read.
    pub fn record_checks(&self, entries: &[&CheckEntry]) -> Result<Vec<Checked>> {
        let is_new = self.take_deliveries(entries)?;
        let mut states = self.states_of(entries)?;
        let checked = fold(entries, &is_new, &mut states);
        if !self.is_remote() {
            self.keep_states(&states)?;
        }
        let new = entries.iter().zip(is_new).filter(|(_, is_new)| *is_new);
        self.log(new.map(|(entry, _)| *entry), &states)?;
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
    fn states_of<'e>(&self, entries: &[&'e CheckEntry]) -> Result<BTreeMap<&'e UnitKey, Folding>> {
        let mut states = BTreeMap::new();
        let mut unread: Vec<&UnitKey> = Vec::new();
        for entry in entries {
            let Some(unit) = &entry.unit else { continue };
            // A delivery that comes twice writes nothing that would say that its state is old.
            match entry.known.as_ref().filter(|_| entry.delivery.is_none()) {
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

    /// Writes states back, each in the place of the one that it was made of, and of no other, where
    /// [`Tx::log`] does not.
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
             set state = excluded.state where check_state.state = ?4",
            &params,
        )?;
        if kept == changed.len() {
            Ok(())
        } else {
            Err(StoreError::Conflict)
        }
    }

    /// Appends checks to the log. Where each statement is a journey, the same one writes the states,
    /// each in the place of the one that it was made of, and of no other.
    ///
    /// # Errors
    /// `Conflict` where another state stands in such a place: nothing is written then.
    fn log<'e>(
        &self,
        entries: impl Iterator<Item = &'e CheckEntry>,
        states: &BTreeMap<&UnitKey, Folding>,
    ) -> Result<()> {
        let mut states: BTreeMap<&UnitKey, &Folding> = match self.is_remote() {
            true => states.iter().map(|(unit, state)| (*unit, state)).collect(),
            false => BTreeMap::new(),
        };
        let entries: Vec<&CheckEntry> = entries.collect();
        // The system is asked once for all of them.
        let mut random = vec![[0; 8]; entries.len()];
        getrandom::fill(random.as_flattened_mut()).map_err(|_| StoreError::Writer)?;
        let mut lines: Vec<Line<'_>> = entries
            .into_iter()
            .zip(random)
            .map(|(entry, random)| {
                let unit = entry.unit.as_ref();
                let state = unit.and_then(|unit| states.remove(unit));
                Line::new(entry, random, state.filter(|state| state.is_changed))
            })
            .collect();
        if lines.is_empty() {
            return Ok(());
        }
        // Everybody writes states in the same order, so that nobody waits for who waits for them.
        lines.sort_by_key(|line| line.entry.unit.as_ref());
        let params: Vec<Vec<Value<'_>>> = lines.iter().map(Line::params).collect();
        // Where a state was not kept, it divides by zero: the one thing that undoes a whole
        // statement and is spelled alike everywhere.
        self.execute_for_each(
            "insert into scan_log
                 (day, seq, checked_at, received_at, gtin, serial, session, lat, lon, country
                  /*pg , shard*/)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10/*pg , ?11*/)
             /*all
             with asked as (
                 select * from unnest(
                     cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as bigint[]),
                     cast(?4 as bigint[]), cast(?5 as text[]), cast(?6 as text[]),
                     cast(?7 as bigint[]), cast(?8 as double precision[]),
                     cast(?9 as double precision[]), cast(?10 as text[]),
                     cast(?11 as smallint[]), cast(?12 as bigint[]), cast(?13 as bytea[]),
                     cast(?14 as text[]), cast(?15 as text[]))
                     as asked (day, seq, checked_at, received_at, gtin, serial, session, lat, lon,
                               country, shard, product, unit, state, before)
             ), logged as (
                 insert into scan_log
                     (day, seq, checked_at, received_at, gtin, serial, session, lat, lon, country,
                      shard)
                 select day, seq, checked_at, received_at, gtin, serial, session, lat, lon, country,
                        shard
                 from asked
             ), changed as (
                 update check_state set state = asked.state from asked
                 where asked.before <> '' and check_state.shard = asked.shard
                     and check_state.product = asked.product
                     and check_state.serial = asked.unit
                     and check_state.state = asked.before
                 returning 1
             ), added as (
                 insert into check_state (product, serial, state, shard)
                 select product, unit, state, shard from asked where before = ''
                 on conflict (shard, product, serial) do nothing
                 returning 1
             )
             select 1 / cast((select count(*) from changed) + (select count(*) from added)
                             = (select count(state) from asked) as integer)
             */",
            &params,
        )?;
        Ok(())
    }
}

/// A check on its way into the log, and where it changes the state of its unit, that.
struct Line<'e> {
    entry: &'e CheckEntry,
    sequence: i64,
    country: Option<String>,
    /// The new one, and the one in whose place it is written; empty where there was none.
    state: Option<(String, &'e str)>,
}

impl<'e> Line<'e> {
    fn new(entry: &'e CheckEntry, random: [u8; 8], state: Option<&'e Folding>) -> Line<'e> {
        let place = entry.check.place.as_ref();
        let country = place.and_then(|place| place.country);
        Line {
            entry,
            sequence: sequence(entry.received_at, random),
            country: country.map(|country| country.to_string()),
            state: state.map(|state| (state_text(&state.now), &*state.stored)),
        }
    }

    fn params(&self) -> Vec<Value<'_>> {
        let entry = self.entry;
        let point = entry.check.place.as_ref().and_then(|place| place.point);
        let degrees = |degrees: Option<f64>| degrees.map_or(Value::Null, Value::Real);
        let mut params = Vec::with_capacity(15);
        params.extend([
            Value::Int(day_of(entry.received_at)),
            Value::Int(self.sequence),
            Value::Int(entry.check.at.0),
            Value::Int(entry.received_at.0),
            entry.gtin.value(),
            entry.serial.value(),
            Value::Int(entry.check.session.cast_signed()),
            degrees(point.map(|point| point.lat)),
            degrees(point.map(|point| point.lon)),
            self.country.value(),
            entry.shard(),
        ]);
        if let (Some(unit), Some((state, before))) = (&entry.unit, &self.state) {
            params.extend([
                Value::Int(unit.product),
                unit.serial.value(),
                Value::Text(state),
                Value::Text(before),
            ]);
        }
        params
    }
}

/// Folds new checks into the states of their units; what each comes to.
fn fold(
    entries: &[&CheckEntry],
    is_new: &[bool],
    states: &mut BTreeMap<&UnitKey, Folding>,
) -> Vec<Checked> {
    let mut checked = Vec::with_capacity(entries.len());
    for (entry, is_new) in entries.iter().zip(is_new) {
        let Some(state) = entry.unit.as_ref().and_then(|unit| states.get_mut(unit)) else {
            checked.push(Checked::default());
            continue;
        };
        let is_same_session = state.now.knows(entry.check.session);
        let mut new_country = None;
        if *is_new {
            new_country = state.now.new_country(&entry.check);
            let before = std::mem::take(&mut state.now);
            state.now = before.after(&entry.check, &entry.policy);
            state.is_changed = true;
        }
        checked.push(Checked {
            state: state.now.clone(),
            is_same_session,
            new_country,
        });
    }
    checked
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
