//! `POST /v1/verify`: what is asked.

use serde::{Deserialize, Serialize};

/// One check of one code.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VerifyRequest {
    /// The text as scanned, GS separators (U+001D) included; at most 4096 bytes.
    pub code: String,
    /// The ISO/IEC 15424 identifier of the symbol, such as `]d2`, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbology_identifier: Option<String>,
    /// Whether a person typed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub typed: bool,
    /// An idempotency id of an offline queue; never trusted over the session cookie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// When it was scanned, RFC 3339; may lie in the past, and is clamped to the last 31 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scanned_at: Option<String>,
    /// Where, as far as the person gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceGiven>,
    /// The market that the person is in, ISO 3166-1 alpha-2, where they said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
}

/// A location that the device gave with the person's consent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaceGiven {
    /// Degrees north, −90 to 90.
    pub lat: f64,
    /// Degrees east, −180 to 180.
    pub lon: f64,
    /// Radius in meters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy_m: Option<f64>,
}
