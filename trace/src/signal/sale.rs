//! Signs from what the trade tells of this very unit.

use crate::{Evidence, Facts, Place, PlaceSource, Policy, Traded, check::too_fast};

use super::{Sign, Signal};

pub(super) fn signs(facts: &Facts, policy: &Policy) -> Vec<Sign> {
    let found = [sold_elsewhere(facts, policy), two_places(facts, policy)];
    found.into_iter().flatten().collect()
}

/// Between its sale, or any later stop, and where a device saw it.
fn sold_elsewhere(facts: &Facts, policy: &Policy) -> Option<Sign> {
    let seen = facts.checks.recent.iter().filter(|seen| {
        let place = seen.place.as_ref();
        place.is_some_and(|place| place.source == PlaceSource::Device)
    });
    let mut pairs = seen.flat_map(|seen| {
        let sales = facts.trade.iter().filter(|traded| traded.is_sale);
        sales.map(move |sale| (sale, seen))
    });
    let (sale, travel) = pairs.find_map(|(sale, seen)| {
        let travel = too_fast(
            (sale.at, sale.place.as_ref()?),
            (seen.at, seen.place.as_ref()?),
            policy,
        )?;
        Some((sale, travel))
    })?;
    let hours = (travel.ms as f64 / 3_600_000.0).ceil() as i64;
    Some(
        Sign::new(Signal::SoldElsewhere, 100)
            .with("sold", Evidence::At(sale.at))
            .with("from", Evidence::Text(travel.from))
            .with("to", Evidence::Text(travel.to))
            .with("km", Evidence::Number(travel.km.round() as i64))
            .with("hours", Evidence::Number(hours)),
    )
}

/// Two reports that no one pack explains.
fn two_places(facts: &Facts, policy: &Policy) -> Option<Sign> {
    let pairs = || facts.trade.windows(2).map(|pair| (&pair[0], &pair[1]));
    let is_apart = |one: &Traded, other: &Traded| {
        let places = one.place.as_ref().zip(other.place.as_ref());
        places.is_some_and(|(from, to)| too_fast((one.at, from), (other.at, to), policy).is_some())
    };
    // A till that sends a sale twice sends it from one place.
    let is_sold_twice = |one: &Traded, other: &Traded| {
        one.is_sale && other.is_sale && one.location.is_some() && one.location != other.location
    };
    let (one, other) =
        pairs().find(|(one, other)| is_apart(one, other) || is_sold_twice(one, other))?;
    Some(
        Sign::new(Signal::TwoPlaces, 100)
            .with("first", Evidence::At(one.at))
            .with("again", Evidence::At(other.at))
            .with_some("from", name(one))
            .with_some("to", name(other)),
    )
}

fn name(traded: &Traded) -> Option<Evidence> {
    let named = |place: &Place| place.name.clone();
    traded.place.as_ref().and_then(named).map(Evidence::Text)
}
