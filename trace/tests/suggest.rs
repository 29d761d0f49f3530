//! Each rule, and each reason not to say it.

use gs1::Date;
use trace::{
    Country,
    suggest::{Facts, Kind, Why, WhyNot, suggest},
};

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn country(code: &str) -> Country {
    Country::new(code).expect("a country")
}

#[track_caller]
fn check(kind: Kind, markets: &[&str], facts: &Facts, expected: Result<Why, WhyNot>) {
    let markets: Vec<Country> = markets.iter().map(|code| country(code)).collect();
    let judged = suggest(kind, &markets, facts, date("2026-11-24"));
    assert_eq!(judged, expected, "{kind:?} {markets:?} {facts:?}");
}

const KINDS: [Kind; 3] = [Kind::GoesWith, Kind::RefillDue(30), Kind::Replaces];

fn held(since: &str) -> Facts {
    Facts {
        held_since: Some(date(since)),
        ..Facts::default()
    }
}

#[test]
fn each_has_its_reason() {
    let long_ago = held("2026-10-24");
    check(Kind::GoesWith, &[], &Facts::default(), Ok(Why::GoesWith));
    check(Kind::Replaces, &[], &Facts::default(), Ok(Why::Replaces));
    check(Kind::RefillDue(30), &[], &long_ago, Ok(Why::RefillDue(31)));
    check(Kind::RefillDue(31), &[], &long_ago, Ok(Why::RefillDue(31)));
}

#[test]
fn never_what_is_recalled() {
    for kind in KINDS {
        let facts = Facts {
            is_recalled: true,
            market: Some(country("PL")),
            ..held("2026-01-01")
        };
        check(kind, &["PL"], &facts, Err(WhyNot::Recalled));
    }
}

#[test]
fn never_what_is_not_sold_there_or_who_knows() {
    for kind in KINDS {
        let here = |market: Option<&str>| Facts {
            market: market.map(country),
            ..held("2026-01-01")
        };
        check(
            kind,
            &["PL", "DE"],
            &here(Some("FR")),
            Err(WhyNot::OutOfMarket),
        );
        check(kind, &["PL", "DE"], &here(None), Err(WhyNot::OutOfMarket));
        for facts in [here(Some("DE")), here(Some("PL"))] {
            let markets = [country("PL"), country("DE")];
            assert!(suggest(kind, &markets, &facts, date("2026-11-24")).is_ok());
        }
        assert!(suggest(kind, &[], &here(None), date("2026-11-24")).is_ok());
    }
}

#[test]
fn never_what_they_own() {
    let owns = |other: &str| Facts {
        other_since: Some(date(other)),
        ..held("2026-01-01")
    };
    check(Kind::GoesWith, &[], &owns("2020-01-01"), Err(WhyNot::Owned));
    check(Kind::Replaces, &[], &owns("2020-01-01"), Err(WhyNot::Owned));
    // Of a refill, what they got after this one.
    let refill = Kind::RefillDue(30);
    check(refill, &[], &owns("2026-01-02"), Err(WhyNot::Owned));
    check(refill, &[], &owns("2026-01-01"), Ok(Why::RefillDue(327)));
    check(refill, &[], &owns("2025-01-01"), Ok(Why::RefillDue(327)));
}

#[test]
fn a_refill_is_for_who_has_one_that_is_used_up() {
    let refill = Kind::RefillDue(30);
    check(refill, &[], &Facts::default(), Err(WhyNot::NotHeld));
    check(refill, &[], &held("2026-10-26"), Err(WhyNot::NotDue));
    check(refill, &[], &held("2026-12-24"), Err(WhyNot::NotDue));
}
