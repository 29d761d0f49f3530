//! How a brand has its checks judged: its record → `trace::Policy`.

use trace::{Country, Policy, Signal};
use wire::import::{Brand, Thresholds};

/// What is wrong with a brand's thresholds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub advice: String,
}

/// By what a brand's checks are judged.
#[must_use]
pub fn policy(brand: &Brand) -> Policy {
    let usual = Policy::default();
    let Some(own) = &brand.thresholds else {
        return usual;
    };
    let scale = own
        .scale
        .iter()
        .filter_map(|(name, percent)| Some((Signal::from_name(name)?, *percent)));
    Policy {
        max_speed_kmh: own.max_speed_kmh.unwrap_or(usual.max_speed_kmh),
        min_travel_km: own.min_travel_km.unwrap_or(usual.min_travel_km),
        household_sessions: own.household_sessions.unwrap_or(usual.household_sessions),
        max_sessions: own.max_sessions.unwrap_or(usual.max_sessions),
        watch_markets: own.watch_markets.unwrap_or(usual.watch_markets),
        reports_sales: own.reports_sales.unwrap_or(usual.reports_sales),
        burst_from: own.burst_from.unwrap_or(usual.burst_from),
        suspect_from: own.suspect_from.unwrap_or(usual.suspect_from),
        told_from: own.told_from.unwrap_or(usual.told_from),
        scale: scale.collect(),
    }
}

/// The countries that a batch was made for.
#[must_use]
pub fn markets(batch: &wire::import::Batch) -> Vec<Country> {
    let markets = batch.markets.iter();
    markets.filter_map(|market| Country::new(market)).collect()
}

/// A threshold that is a number.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// The field.
    pub field: &'static str,
    /// The least and the most that it may be.
    pub range: (f64, f64),
    /// Whether it counts whole things.
    pub is_whole: bool,
    /// What a brand wrote.
    pub get: fn(&Thresholds) -> Option<f64>,
    /// Writes it; `None` for what is usual.
    pub set: fn(&mut Thresholds, Option<f64>),
    /// What is usual.
    pub usual: fn(&Policy) -> f64,
}

macro_rules! numbers {
    ($($name:ident: $low:literal to $high:literal, $whole:literal, $from:expr, $into:expr;)*) => {
        /// Every threshold that is a number.
        pub const NUMBERS: &[Number] = &[$(Number {
            field: concat!("thresholds.", stringify!($name)),
            range: ($low, $high),
            is_whole: $whole,
            get: |own| own.$name.map($from),
            set: |own, value| own.$name = value.map($into),
            usual: |policy| $from(policy.$name),
        },)*];
    };
}

numbers! {
    max_speed_kmh: 200.0 to 5000.0, false, f64::from, f64::from;
    min_travel_km: 20.0 to 2000.0, false, f64::from, f64::from;
    household_sessions: 1.0 to 100.0, true, f64::from, whole;
    max_sessions: 5.0 to 100_000.0, true, f64::from, whole;
    burst_from: 2.0 to 100_000.0, true, f64::from, whole;
    suspect_from: 40.0 to 1000.0, true, f64::from, whole;
    told_from: 1.0 to 1000.0, true, f64::from, whole;
}

/// What a signal may weigh of its usual weight, in percent.
pub const SCALE: (f64, f64) = (0.0, 1000.0);

/// What lies outside of what a count can be is the nearest that can.
fn whole(value: f64) -> u32 {
    value as u32
}

/// Every fault of a brand's thresholds.
#[must_use]
pub fn faults(own: &Thresholds) -> Vec<Fault> {
    let mut faults: Vec<Fault> = NUMBERS
        .iter()
        .filter_map(|number| range(number.field, (number.get)(own)?, number.range))
        .collect();
    for (name, percent) in &own.scale {
        if Signal::from_name(name).is_none() {
            let names: Vec<&str> = Signal::ALL.iter().map(|signal| signal.name()).collect();
            faults.push(Fault {
                field: "thresholds.scale",
                what: format!("there is no signal `{name}`"),
                advice: format!("write one of `{}`", names.join("`, `")),
            });
        }
        faults.extend(range("thresholds.scale", f64::from(*percent), SCALE));
    }
    faults
}

fn range(field: &'static str, value: f64, (low, high): (f64, f64)) -> Option<Fault> {
    (!(low..=high).contains(&value)).then(|| Fault {
        field,
        what: format!("{value} is out of range"),
        advice: format!("write {low} to {high}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brand(thresholds: Option<Thresholds>) -> Brand {
        Brand {
            id: "acme".to_owned(),
            name: "Acme".to_owned(),
            prefixes: Vec::new(),
            gln: None,
            domains: Vec::new(),
            origins: Vec::new(),
            contact: wire::answer::Contact::default(),
            thresholds,
            registers_sold_only: false,
        }
    }

    #[test]
    fn what_a_brand_does_not_say_is_as_usual() {
        assert_eq!(policy(&brand(None)), Policy::default());
        let own = Thresholds {
            reports_sales: Some(true),
            scale: [("travel".to_owned(), 50)].into(),
            ..Thresholds::default()
        };
        assert!(faults(&own).is_empty());
        let policy = policy(&brand(Some(own)));
        assert!(policy.reports_sales);
        assert_eq!(policy.weigh(Signal::Travel, 100), 50);
        assert_eq!(policy.max_speed_kmh, Policy::default().max_speed_kmh);
    }

    #[test]
    fn each_fault_names_its_field() {
        let check = |own: Thresholds, field: &str| {
            let faults = faults(&own);
            assert_eq!(faults.len(), 1, "{own:?}");
            assert_eq!(faults[0].field, field);
        };
        let usual = Thresholds::default;
        check(
            Thresholds {
                max_speed_kmh: Some(f64::NAN),
                ..usual()
            },
            "thresholds.max_speed_kmh",
        );
        check(
            Thresholds {
                suspect_from: Some(0),
                ..usual()
            },
            "thresholds.suspect_from",
        );
        check(
            Thresholds {
                scale: [("luck".to_owned(), 100)].into(),
                ..usual()
            },
            "thresholds.scale",
        );
    }
}
