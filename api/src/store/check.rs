//! Checks: a small state per unit, and the log that nobody waits for.

use serde::{Deserialize, Serialize};
use trace::{
    Check, CheckState, Country, Instant, Place, PlaceSource, Point, Policy, Sighting, Travel,
};

use super::{
    Db, Result, Serial, StoreError, Tx,
    db::{from_json, to_json},
    serial::{shard, spread},
    value::Value,
};

/// The unit that a check is about.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// An offline queue's identifier of this delivery.
    pub delivery: Option<[u8; 32]>,
}

/// What a unit's checks amount to once one more is counted.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// This check included.
    pub state: CheckState,
    /// Whether the session had checked the unit before.
    pub is_same_session: bool,
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
            Some(state) => Ok(from_json::<StateRecord>("check_state", &state)?.into()),
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
    /// Counts a check: folds it into its unit's state and appends it to the log. A delivery that
    /// was counted before counts nothing.
    pub fn record_check(&self, entry: &CheckEntry, policy: &Policy) -> Result<Checked> {
        let before = match &entry.unit {
            Some(unit) => self.check_state(unit)?,
            None => CheckState::default(),
        };
        let is_same_session = before.knows(entry.check.session);
        let day = entry.received_at.0.div_euclid(86_400_000);
        if let Some(delivery) = &entry.delivery {
            let is_new = self.execute(
                "insert into check_delivery (id, day) values (?1, ?2) on conflict (id) do nothing",
                (delivery.as_slice(), day),
            )?;
            if is_new == 0 {
                return Ok(Checked {
                    state: before,
                    is_same_session,
                });
            }
        }
        let point = entry.check.place.as_ref().and_then(|place| place.point);
        let country = entry.check.place.as_ref().and_then(|place| place.country);
        self.execute(
            "insert into scan_log
                 (day, seq, checked_at, received_at, gtin, serial, session, lat, lon, country
                  /*pg , shard*/)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10/*pg , ?11*/)",
            (
                day,
                sequence(entry.received_at)?,
                entry.check.at.0,
                entry.received_at.0,
                &entry.gtin,
                &entry.serial,
                entry.check.session.cast_signed(),
                point.map(|point| point.lat),
                point.map(|point| point.lon),
                country.map(|country| country.to_string()),
                entry.shard(),
            ),
        )?;
        let Some(unit) = &entry.unit else {
            return Ok(Checked {
                state: before,
                is_same_session,
            });
        };
        let state = before.after(&entry.check, policy);
        self.execute(
            "insert into check_state (product, serial, state/*pg , shard*/)
             values (?1, ?2, ?3/*pg , ?4*/)
             on conflict (/*pg shard, */product, serial) do update set state = excluded.state",
            (
                unit.product,
                &unit.serial,
                to_json("check_state", &StateRecord::from(&state))?,
                unit.shard(),
            ),
        )?;
        Ok(Checked {
            state,
            is_same_session,
        })
    }
}

/// [`CheckState`] as it is stored.
#[derive(Serialize, Deserialize)]
struct StateRecord {
    sessions: u32,
    first: Option<SightingRecord>,
    recent: Vec<SightingRecord>,
    travel: Option<TravelRecord>,
    professional: u32,
}

#[derive(Serialize, Deserialize)]
struct SightingRecord {
    at: i64,
    session: u64,
    place: Option<PlaceRecord>,
}

#[derive(Serialize, Deserialize)]
struct PlaceRecord {
    source: u8,
    country: Option<String>,
    point: Option<(f64, f64)>,
    accuracy_m: Option<f64>,
    name: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct TravelRecord {
    from: String,
    to: String,
    km: f64,
    ms: u64,
    source: u8,
}

fn source_number(source: PlaceSource) -> u8 {
    match source {
        PlaceSource::Device => 0,
        PlaceSource::Typed => 1,
        PlaceSource::Address => 2,
    }
}

/// The weakest for a number that nobody wrote.
fn source_of(number: u8) -> PlaceSource {
    match number {
        0 => PlaceSource::Device,
        1 => PlaceSource::Typed,
        _ => PlaceSource::Address,
    }
}

impl From<&CheckState> for StateRecord {
    fn from(state: &CheckState) -> StateRecord {
        StateRecord {
            sessions: state.sessions,
            first: state.first.as_ref().map(SightingRecord::from),
            recent: state.recent.iter().map(SightingRecord::from).collect(),
            travel: state.travel.as_ref().map(|travel| TravelRecord {
                from: travel.from.clone(),
                to: travel.to.clone(),
                km: travel.km,
                ms: travel.ms,
                source: source_number(travel.source),
            }),
            professional: state.professional,
        }
    }
}

impl From<StateRecord> for CheckState {
    fn from(record: StateRecord) -> CheckState {
        CheckState {
            sessions: record.sessions,
            first: record.first.map(Sighting::from),
            recent: record.recent.into_iter().map(Sighting::from).collect(),
            travel: record.travel.map(|travel| Travel {
                from: travel.from,
                to: travel.to,
                km: travel.km,
                ms: travel.ms,
                source: source_of(travel.source),
            }),
            professional: record.professional,
        }
    }
}

impl From<&Sighting> for SightingRecord {
    fn from(sighting: &Sighting) -> SightingRecord {
        SightingRecord {
            at: sighting.at.0,
            session: sighting.session,
            place: sighting.place.as_ref().map(|place| PlaceRecord {
                source: source_number(place.source),
                country: place.country.map(|country| country.to_string()),
                point: place.point.map(|point| (point.lat, point.lon)),
                accuracy_m: place.accuracy_m,
                name: place.name.clone(),
            }),
        }
    }
}

impl From<SightingRecord> for Sighting {
    fn from(record: SightingRecord) -> Sighting {
        Sighting {
            at: Instant(record.at),
            session: record.session,
            place: record.place.map(|place| Place {
                source: source_of(place.source),
                country: place.country.as_deref().and_then(Country::new),
                point: place.point.and_then(|(lat, lon)| Point::new(lat, lon)),
                accuracy_m: place.accuracy_m,
                name: place.name,
            }),
        }
    }
}
