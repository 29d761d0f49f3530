//! Signs of cloning and diversion, from checks folded as the server folds them: each signal on both sides
//! of its threshold.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

mod clones;
mod memory;
mod sales;

use gs1::Date;
use trace::{
    Astray, BatchFacts, Check, CheckState, CodeFacts, Country, Evidence, Facts, Hidden, Input,
    Instant, Life, Place, PlaceSource, Point, Policy, ProductFacts, ReasonKind, Role, Serials,
    Signal, Standing, Step, Traded, UnitFacts, UnitState, judge, signs,
};

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};
const HOUR_MS: i64 = 3_600_000;

fn place(name: &str, country: &str, lat: f64, lon: f64, source: PlaceSource) -> Place {
    Place {
        source,
        country: Country::new(country),
        point: Point::new(lat, lon),
        accuracy_m: Some(5_000.0),
        name: Some(name.to_owned()),
    }
}

fn lisbon() -> Place {
    place("Lisbon", "PT", 38.72, -9.14, PlaceSource::Device)
}

fn warsaw() -> Place {
    place("Warsaw", "PL", 52.23, 21.01, PlaceSource::Device)
}

fn check(hours: i64, session: u64, place: Option<Place>) -> Check {
    Check {
        at: Instant(hours * HOUR_MS),
        role: Role::Consumer,
        session,
        place,
    }
}

fn fold(checks: &[Check]) -> CheckState {
    let policy = Policy::default();
    checks.iter().fold(CheckState::default(), |state, check| {
        state.after(check, &policy)
    })
}

fn facts(checks: CheckState, markets: &[&str], state: UnitState) -> Facts {
    let code = CodeFacts {
        is_identity: true,
        serial: Some("S1".to_owned()),
        ..CodeFacts::default()
    };
    let mut facts = Facts::unknown(Input::Scanned, code);
    facts.product = Some(ProductFacts {
        brand: "Northbeam".to_owned(),
        safety_critical: false,
        serials: Serials::Declared(None),
        is_in_house: false,
    });
    facts.batch = Some(BatchFacts {
        number: "L1".to_owned(),
        markets: markets
            .iter()
            .filter_map(|code| Country::new(code))
            .collect(),
        ..BatchFacts::default()
    });
    facts.unit = Some(UnitFacts {
        life: Life {
            state,
            since: None,
            location: None,
        },
        ..UnitFacts::default()
    });
    facts.place = checks.recent.last().and_then(|seen| seen.place.clone());
    facts.checks = checks;
    facts
}

fn kinds(facts: &Facts) -> (Standing, Vec<ReasonKind>) {
    let verdict = judge(facts, &Policy::default(), TODAY);
    (
        verdict.standing,
        verdict.reasons.iter().map(|reason| reason.kind).collect(),
    )
}

/// What a signal weighs; 0 where it is not there.
fn weight(facts: &Facts, signal: Signal) -> u32 {
    let signs = signs(facts, &Policy::default());
    let sign = signs.iter().find(|sign| sign.signal == signal);
    sign.map_or(0, |sign| sign.weight)
}

fn sale(hours: i64, location: &str, place: Option<Place>) -> Traded {
    Traded {
        at: Instant(hours * HOUR_MS),
        is_sale: true,
        location: Some(location.to_owned()),
        place,
    }
}
