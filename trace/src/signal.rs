//! Signs of cloning and diversion: `Facts` → reasons, each with the evidence that it rests on.

use crate::{Evidence, Facts, Place, PlaceSource, Policy, Reason, ReasonKind, UnitState};

/// Every sign that the facts give, strongest first.
///
/// Travel between places that are known from network addresses alone is a sign too, and its
/// evidence names that source; the verdict never rises above [`Suspect`](crate::Standing::Suspect)
/// for any of them.
#[must_use]
pub fn signals(facts: &Facts, policy: &Policy) -> Vec<Reason> {
    let found = [
        impossible_travel(facts),
        wrong_market(facts, policy),
        many_sessions(facts, policy),
    ];
    found.into_iter().flatten().collect()
}

fn impossible_travel(facts: &Facts) -> Option<Reason> {
    let travel = facts.checks.travel.as_ref()?;
    Some(
        Reason::new(ReasonKind::ImpossibleTravel)
            .with("from", Evidence::Text(travel.from.clone()))
            .with("to", Evidence::Text(travel.to.clone()))
            .with("km", Evidence::Number(travel.km.round() as i64))
            .with(
                "hours",
                Evidence::Number((travel.ms as f64 / 3_600_000.0).ceil() as i64),
            )
            .with("source", Evidence::Source(travel.source)),
    )
}

/// A place that is wrong by its address may be a VPN's; only what the person or the device said
/// counts here. A unit that was sold may travel with its owner.
fn wrong_market(facts: &Facts, policy: &Policy) -> Option<Reason> {
    let batch = facts.batch.as_ref()?;
    let unit = facts.unit.as_ref()?;
    if !policy.watch_markets || batch.markets.is_empty() || unit.life.state == UnitState::Sold {
        return None;
    }
    let is_foreign = |place: &&Place| {
        place.source != PlaceSource::Address
            && place
                .country
                .is_some_and(|country| !batch.markets.contains(&country))
    };
    let remembered = facts
        .checks
        .recent
        .iter()
        .rev()
        .filter_map(|seen| seen.place.as_ref());
    let place = facts.place.iter().chain(remembered).find(is_foreign)?;
    Some(
        Reason::new(ReasonKind::WrongMarket)
            .with("intended", Evidence::Countries(batch.markets.clone()))
            .with_some("seen", place.country.map(Evidence::Country))
            .with("source", Evidence::Source(place.source)),
    )
}

fn many_sessions(facts: &Facts, policy: &Policy) -> Option<Reason> {
    (facts.checks.sessions > policy.max_sessions).then(|| {
        Reason::new(ReasonKind::ManySessions)
            .with(
                "sessions",
                Evidence::Number(i64::from(facts.checks.sessions)),
            )
            .with("days", Evidence::Number(facts.checks.span_days()))
    })
}
