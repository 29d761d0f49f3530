//! How a brand has its checks judged.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Where it differs from the usual; what is missing is as usual.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// Speed above which nothing travels, in km/h, 200 to 5000; 1000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_speed_kmh: Option<f64>,
    /// Distance below which speed says nothing, in km, 20 to 2000; 150.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_travel_km: Option<f64>,
    /// Separate sessions that one household makes, 1 to 100; 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household_sessions: Option<u32>,
    /// Separate sessions that nothing explains, 5 to 100,000; 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_sessions: Option<u32>,
    /// Whether checks outside of a batch's markets count; yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch_markets: Option<bool>,
    /// Whether every shop reports what it sold; no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reports_sales: Option<bool>,
    /// Serials of a product that nobody issued, scanned in a day, that make a burst, 2 to 100,000;
    /// 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub burst_from: Option<u32>,
    /// The weight of all signs together that makes a code suspect, 40 to 1000; 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspect_from: Option<u32>,
    /// The weight of a sign from which on it is told in any case, 1 to 1000; 40.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_from: Option<u32>,
    /// By the name of a signal, what it weighs of its usual weight, in percent, 0 to 1000; 100.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scale: BTreeMap<String, u32>,
}
