//! The thresholds of the judge; each brand may set its own.

use crate::Signal;

/// Thresholds, with the defaults that every brand starts from.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Speed above which nothing travels, in km/h. Default 1000: faster than an airliner with its
    /// way to and from the airport.
    pub max_speed_kmh: f64,
    /// Distance below which speed says nothing, in km: coarse places are this far off. Default 150.
    pub min_travel_km: f64,
    /// Separate sessions that one household makes; each further one weighs. Default 4.
    pub household_sessions: u32,
    /// Separate sessions above which nothing explains them, not even a piece on display. Default
    /// 200.
    pub max_sessions: u32,
    /// Whether a check outside the intended markets counts as a sign of diversion. Default yes.
    pub watch_markets: bool,
    /// Whether every shop of the brand's reports what it sold, so that a pack abroad that nobody
    /// sold did not travel with its owner. Default no.
    pub reports_sales: bool,
    /// Serials of one product that nobody issued, scanned in a day, from which on that is a burst
    /// for the brand to look into. Default 20.
    pub burst_from: u32,
    /// The weight of all signs of one kind of trouble from which on a code is suspect. Default 100.
    pub suspect_from: u32,
    /// The weight from which on a sign is told though the code is not suspect. Default 40.
    pub told_from: u32,
    /// In percent, what each signal weighs of its usual weight; 100 where it is not listed.
    pub scale: Vec<(Signal, u32)>,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            max_speed_kmh: 1000.0,
            min_travel_km: 150.0,
            household_sessions: 4,
            max_sessions: 200,
            watch_markets: true,
            reports_sales: false,
            burst_from: 20,
            suspect_from: 100,
            told_from: 40,
            scale: Vec::new(),
        }
    }
}

impl Policy {
    /// A usual weight as this brand weighs the signal.
    #[must_use]
    pub fn weigh(&self, signal: Signal, weight: u32) -> u32 {
        let scale = self.scale.iter().find(|(of, _)| *of == signal);
        let percent = scale.map_or(100, |(_, percent)| *percent);
        let weight = u64::from(weight) * u64::from(percent) / 100;
        u32::try_from(weight).unwrap_or(u32::MAX)
    }

    /// The same without one signal.
    #[must_use]
    pub fn without(mut self, signal: Signal) -> Policy {
        self.scale.retain(|(of, _)| *of != signal);
        self.scale.push((signal, 0));
        self
    }
}
