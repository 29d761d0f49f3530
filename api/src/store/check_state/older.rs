//! States as they were stored as JSON, before there was a text of their own.

use serde::Deserialize;
use trace::{CheckState, Country, Instant, Place, Point, Sighting, Signal, Travel};

use super::source_of;
use crate::store::{Result, db::from_json};

/// The state that this JSON was stored for.
pub(super) fn read(text: &str) -> Result<CheckState> {
    Ok(from_json::<StateRecord>("check_state", text)?.into())
}

#[derive(Deserialize)]
struct StateRecord {
    sessions: u32,
    first: Option<SightingRecord>,
    recent: Vec<SightingRecord>,
    travel: Option<TravelRecord>,
    professional: u32,
    #[serde(default)]
    returned: u32,
    /// By name; one that this program doesn't know is left out.
    #[serde(default)]
    dismissed: Vec<String>,
}

#[derive(Deserialize)]
struct SightingRecord {
    at: i64,
    /// Missing where the session looked once.
    #[serde(default)]
    since: Option<i64>,
    session: u64,
    place: Option<PlaceRecord>,
}

#[derive(Deserialize)]
struct PlaceRecord {
    source: u64,
    country: Option<String>,
    point: Option<(f64, f64)>,
    accuracy_m: Option<f64>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct TravelRecord {
    from: String,
    to: String,
    km: f64,
    ms: u64,
    source: u64,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_of_then() {
        let state = read(
            r#"{"sessions":2,"first":{"at":5,"session":9,"place":null},
                "recent":[{"at":7,"since":5,"session":9,"place":{"source":0,"country":"PL",
                "point":[52.25,21.0],"accuracy_m":4000.0,"name":"Warszawa"}}],
                "travel":null,"professional":1}"#,
        )
        .unwrap();
        assert_eq!(
            (state.sessions, state.professional, state.returned),
            (2, 1, 0)
        );
        assert_eq!(state.first.unwrap().session, 9);
        assert_eq!(state.recent[0].since, Instant(5));
        let place = state.recent[0].place.as_ref().unwrap();
        assert_eq!(place.country, Country::new("PL"));
        assert_eq!(place.name.as_deref(), Some("Warszawa"));
    }
}
