//! The thresholds of the judge; each brand may set its own.

/// Thresholds, with the defaults that every brand starts from.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Speed above which nothing travels, in km/h. Default 1000: faster than an airliner with its
    /// way to and from the airport.
    pub max_speed_kmh: f64,
    /// Distance below which speed says nothing, in km: coarse places are this far off. Default 150.
    pub min_travel_km: f64,
    /// Separate sessions above which one unit does not explain them. Default 12.
    pub max_sessions: u32,
    /// Whether a check outside the intended markets counts as a sign of diversion. Default yes.
    pub watch_markets: bool,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            max_speed_kmh: 1000.0,
            min_travel_km: 150.0,
            max_sessions: 12,
            watch_markets: true,
        }
    }
}
