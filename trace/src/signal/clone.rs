//! Signs that a code is on more packs than one, from the checks alone.

use crate::{Country, Evidence, Facts, Place, PlaceSource, Point, Policy, Sighting};

use super::{Sign, Signal};

/// Places nearer than this to each other are one town with its surroundings, in km.
const TOWN_KM: f64 = 60.0;

pub(super) fn signs(facts: &Facts, policy: &Policy) -> Vec<Sign> {
    let found = [
        travel(facts),
        sessions(facts, policy),
        owners(facts),
        countries(facts),
        towns(facts),
        first_seen_expired(facts),
        after_end(facts),
    ];
    found.into_iter().flatten().collect()
}

fn travel(facts: &Facts) -> Option<Sign> {
    let travel = facts.checks.travel.as_ref()?;
    let (signal, weight) = match travel.source {
        PlaceSource::Device => (Signal::Travel, 100),
        PlaceSource::Typed | PlaceSource::Address => (Signal::AddressTravel, 40),
    };
    let hours = (travel.ms as f64 / 3_600_000.0).ceil() as i64;
    Some(
        Sign::new(signal, weight)
            .with("from", Evidence::Text(travel.from.clone()))
            .with("to", Evidence::Text(travel.to.clone()))
            .with("km", Evidence::Number(travel.km.round() as i64))
            .with("hours", Evidence::Number(hours))
            .with("source", Evidence::Source(travel.source)),
    )
}

fn sessions(facts: &Facts, policy: &Policy) -> Option<Sign> {
    let sessions = facts.checks.sessions;
    let more = sessions.saturating_sub(policy.household_sessions);
    // What was sold is on display no more.
    let is_sold = facts.trade.iter().any(|traded| traded.is_sale);
    let most = match is_sold || sessions > policy.max_sessions {
        true => 100,
        false => 75,
    };
    let weight = more.saturating_mul(15).min(most);
    let days = facts.checks.span_days();
    (more > 0).then(|| {
        Sign::new(Signal::Sessions, weight)
            .with("sessions", Evidence::Number(i64::from(sessions)))
            .with("days", Evidence::Number(days))
    })
}

/// Passers-by before a shop window look once.
fn owners(facts: &Facts) -> Option<Sign> {
    let owners = facts.checks.returned;
    let more = owners
        .saturating_sub(1)
        .saturating_sub(facts.checks.sessions / 16);
    (more > 0).then(|| {
        Sign::new(Signal::Owners, more.saturating_mul(25).min(75))
            .with("people", Evidence::Number(i64::from(owners)))
    })
}

/// Where each remembered session was last, as far as known.
fn places(facts: &Facts) -> impl Iterator<Item = &Place> {
    let seen = |sighting: &'_ Sighting| sighting.place.is_some();
    let remembered = facts.checks.recent.iter().filter(move |seen_| seen(seen_));
    remembered.filter_map(|sighting| sighting.place.as_ref())
}

fn countries(facts: &Facts) -> Option<Sign> {
    let mut counts: Vec<(Country, u32)> = Vec::new();
    for country in places(facts).filter_map(|place| place.country) {
        match counts.iter_mut().find(|(of, _)| *of == country) {
            Some((_, count)) => *count += 1,
            None => counts.push((country, 1)),
        }
    }
    counts.sort_by_key(|(country, count)| (std::cmp::Reverse(*count), *country));
    let all: u32 = counts.iter().map(|(_, count)| count).sum();
    let elsewhere: u32 = counts.iter().skip(1).map(|(_, count)| count).sum();
    let more = elsewhere.saturating_sub(1).saturating_sub(all / 6);
    (more > 0).then(|| {
        let countries = counts.iter().map(|(country, _)| *country).collect();
        Sign::new(Signal::Countries, (more * 40).min(100))
            .with("countries", Evidence::Countries(countries))
    })
}

fn towns(facts: &Facts) -> Option<Sign> {
    let mut towns: Vec<(Point, &Place)> = Vec::new();
    for place in places(facts).filter(|place| place.source == PlaceSource::Device) {
        let Some(point) = place.point else { continue };
        let off_km = place.accuracy_m.unwrap_or(0.0) / 1000.0;
        let is_far = |other: &(Point, &Place)| other.0.distance_km(point) > TOWN_KM + off_km;
        if towns.iter().all(is_far) {
            towns.push((point, place));
        }
    }
    let more = u32::try_from(towns.len()).ok()?.saturating_sub(1);
    (more > 0).then(|| {
        Sign::new(Signal::Towns, (more * 25).min(90))
            .with("towns", Evidence::Number(i64::from(more) + 1))
    })
}

/// The first look at a code comes within the life of what it is on.
fn first_seen_expired(facts: &Facts) -> Option<Sign> {
    let batch = facts.batch.as_ref()?;
    let expiry = batch.expiry.or(batch.best_before)?;
    let first = facts.checks.first.as_ref()?;
    (first.at.date().days() > expiry.days()).then(|| {
        Sign::new(Signal::FirstSeenExpired, 30)
            .with("first", Evidence::At(first.at))
            .with("on", Evidence::Date(expiry))
    })
}

/// Clocks differ, and who destroys things writes it down before or after: a day is nothing.
fn after_end(facts: &Facts) -> Option<Sign> {
    let life = &facts.unit.as_ref()?.life;
    let since = life
        .since
        .filter(|_| life.state == crate::UnitState::Destroyed)?;
    let last = facts.checks.recent.last()?;
    (last.at > since.plus_days(1)).then(|| {
        Sign::new(Signal::AfterEnd, 100)
            .with("since", Evidence::At(since))
            .with("last", Evidence::At(last.at))
    })
}
