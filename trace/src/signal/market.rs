//! Signs that a pack is where it was not meant to be.

use crate::{Evidence, Facts, Place, PlaceSource, Policy, UnitState};

use super::{Sign, Signal};

pub(super) fn signs(facts: &Facts, policy: &Policy) -> Vec<Sign> {
    let found = [lot_astray(facts), wrong_market(facts, policy)];
    found.into_iter().flatten().collect()
}

/// A place that is wrong by its address may be a VPN's, and one pack may be on a journey; a unit
/// that was sold may travel with its owner.
fn wrong_market(facts: &Facts, policy: &Policy) -> Option<Sign> {
    let batch = facts.batch.as_ref()?;
    let unit = facts.unit.as_ref()?;
    if !policy.watch_markets || batch.markets.is_empty() || unit.life.state == UnitState::Sold {
        return None;
    }
    let foreign = |place: &&Place| {
        let is_meant = |country| batch.markets.contains(&country);
        place.country.is_some_and(|country| !is_meant(country))
    };
    let remembered = facts.checks.recent.iter().rev();
    let seen: Vec<&Place> = remembered.filter_map(|seen| seen.place.as_ref()).collect();
    // A question that does not count is not among them.
    let asked = facts.place.iter().filter(|_| seen.is_empty());
    let abroad: Vec<&Place> = seen.iter().copied().chain(asked).filter(foreign).collect();
    let strongest = abroad.iter().min_by_key(|place| place.source)?;
    let by_address = |place: &&&Place| place.source == PlaceSource::Address;
    let addresses = abroad.iter().filter(by_address).count() as u32;
    let told = abroad.len() as u32 - addresses;
    let weight = match told {
        // One person behind a VPN has one address abroad.
        0 => (15 * addresses).saturating_sub(15).min(100),
        _ if policy.reports_sales => 100,
        _ => (15 + 25 * told + 15 * addresses).min(100),
    };
    Some(
        Sign::new(Signal::WrongMarket, weight)
            .with("intended", Evidence::Countries(batch.markets.clone()))
            .with_some("seen", strongest.country.map(Evidence::Country))
            .with("source", Evidence::Source(strongest.source)),
    )
}

/// Holds for a pack that is in that very country, or was.
fn lot_astray(facts: &Facts) -> Option<Sign> {
    let astray = facts.batch.as_ref()?.astray.as_ref()?;
    let remembered = facts.checks.recent.iter().rev();
    let seen = remembered.filter_map(|seen| seen.place.as_ref());
    let there = facts
        .place
        .iter()
        .chain(seen)
        .find(|place| place.country == Some(astray.country))?;
    Some(
        Sign::new(Signal::LotAstray, 100)
            .with("seen", Evidence::Country(astray.country))
            .with("units", Evidence::Number(i64::from(astray.units)))
            .with("of", Evidence::Number(i64::from(astray.of)))
            .with("source", Evidence::Source(there.source)),
    )
}
