//! Where the units of a lot were checked, as small counts: what no single unit can show.

use crate::Country;

/// The share of a lot that is checked in a country that it was not made for, without anything being
/// wrong: journeys, gifts, people from across a border, VPNs.
const STRAY: f64 = 0.10;
/// How unlikely more than that must be by chance.
const BY_CHANCE: f64 = 3e-3;
/// Fewer units than this are never a lot astray.
const FEWEST: u32 = 4;
/// A unit that was checked by more sessions than this says nothing about its lot: its code may be
/// on many packs.
pub const LOT_SESSIONS: u32 = 4;

/// Units of a lot by the country where they were checked.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LotSeen(pub Vec<(Country, u32)>);

/// More of a lot is in a country than should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Astray {
    /// Where.
    pub country: Country,
    /// Units that were checked there.
    pub units: u32,
    /// Units of the lot whose country is known.
    pub of: u32,
}

impl LotSeen {
    /// With so many more units in a country.
    #[must_use]
    pub fn with(mut self, country: Country, units: u32) -> LotSeen {
        match self.0.iter_mut().find(|(of, _)| *of == country) {
            Some((_, count)) => *count = count.saturating_add(units),
            None => self.0.push((country, units)),
        }
        self
    }

    /// The country outside of `markets` where most are, where these are more than strayed there.
    #[must_use]
    pub fn astray(&self, markets: &[Country]) -> Option<Astray> {
        if markets.is_empty() {
            return None;
        }
        let of = self
            .0
            .iter()
            .fold(0_u32, |sum, (_, count)| sum.saturating_add(*count));
        let abroad = self.0.iter().filter(|(of, _)| !markets.contains(of));
        let (country, units) = abroad.max_by_key(|(country, count)| (*count, *country))?;
        (*units >= FEWEST && at_least(*units, of, STRAY) < BY_CHANCE).then_some(Astray {
            country: *country,
            units: *units,
            of,
        })
    }
}

/// How likely `count` of `of` or more are, where each is with that probability.
fn at_least(count: u32, of: u32, probability: f64) -> f64 {
    // From the likelihood of none, each from the one before it, in logarithms: large lots underflow.
    let (p, q) = (probability.ln(), (1.0 - probability).ln());
    let mut log = f64::from(of) * q;
    let mut below = 0.0;
    for k in 0..count {
        below += log.exp();
        log += (f64::from(of - k) / f64::from(k + 1)).ln() + p - q;
    }
    (1.0 - below).max(0.0)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]
mod tests {
    use super::*;

    #[test]
    fn tails_are_those_of_the_binomial() {
        let check = |count, of, expected: f64| {
            let tail = at_least(count, of, 0.1);
            assert!((tail - expected).abs() < 1e-6, "{count} of {of}: {tail}");
        };
        check(0, 10, 1.0);
        check(1, 1, 0.1);
        check(2, 2, 0.01);
        // 1 − 0.9^10 − 10 · 0.1 · 0.9^9.
        check(2, 10, 0.263_901_1);
    }

    #[test]
    fn a_lot_is_astray_where_more_are_than_travel_there() {
        let country = |code| Country::new(code).unwrap();
        let check = |home: u32, abroad: u32, expected: bool| {
            let seen = LotSeen::default()
                .with(country("PL"), home)
                .with(country("TR"), abroad)
                .with(country("US"), 1);
            let astray = seen.astray(&[country("PL")]);
            assert_eq!(astray.is_some(), expected, "{home} {abroad}");
            assert_eq!(seen.astray(&[]), None);
        };
        check(20, 1, false);
        check(100, 12, false);
        check(0, 3, false);
        check(5, 9, true);
        check(100, 40, true);
        check(100_000, 60_000, true);
    }
}
