//! What a unit's checks amount to, as it is stored: [`CheckState`] ↔ text.

use serde::{Deserialize, Serialize};
use trace::{CheckState, Country, Instant, Place, PlaceSource, Point, Sighting, Signal, Travel};

use super::{
    Result,
    db::{from_json, to_json},
};

/// What is stored of a state.
pub(super) fn state_text(state: &CheckState) -> Result<String> {
    to_json("check_state", &StateRecord::from(state))
}

/// The state that this text was stored for.
pub(super) fn stored_state(text: &str) -> Result<CheckState> {
    Ok(from_json::<StateRecord>("check_state", text)?.into())
}

/// [`CheckState`] as it is stored.
#[derive(Serialize, Deserialize)]
struct StateRecord {
    sessions: u32,
    first: Option<SightingRecord>,
    recent: Vec<SightingRecord>,
    travel: Option<TravelRecord>,
    professional: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    returned: u32,
    /// By name; one that this program doesn't know is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dismissed: Vec<String>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

#[derive(Serialize, Deserialize)]
struct SightingRecord {
    at: i64,
    /// Missing where the session looked once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<i64>,
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
            returned: state.returned,
            dismissed: state
                .dismissed
                .iter()
                .map(|signal| signal.name().to_owned())
                .collect(),
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
            returned: record.returned,
            dismissed: record
                .dismissed
                .iter()
                .filter_map(|name| Signal::from_name(name))
                .collect(),
        }
    }
}

impl From<&Sighting> for SightingRecord {
    fn from(sighting: &Sighting) -> SightingRecord {
        SightingRecord {
            at: sighting.at.0,
            since: (sighting.since != sighting.at).then_some(sighting.since.0),
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
            since: Instant(record.since.unwrap_or(record.at)),
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
