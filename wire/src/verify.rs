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

/// What the scanner asks: a [`VerifyRequest`] without a place, which it never sends, and so without
/// the code that writes numbers.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct CodeCheck {
    /// See [`VerifyRequest::code`].
    pub code: String,
    /// See [`VerifyRequest::symbology_identifier`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbology_identifier: Option<String>,
    /// See [`VerifyRequest::typed`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub typed: bool,
    /// See [`VerifyRequest::session`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// See [`VerifyRequest::scanned_at`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scanned_at: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_scanner_asks_is_a_verify_request() {
        let asked = CodeCheck {
            code: "x".to_owned(),
            symbology_identifier: Some("]d2".to_owned()),
            typed: true,
            session: Some("s".to_owned()),
            scanned_at: Some("2026-11-24T10:00:00Z".to_owned()),
        };
        let text = serde_json::to_string(&asked).unwrap();
        let read: VerifyRequest = serde_json::from_str(&text).unwrap();
        assert_eq!((read.code, read.typed), (asked.code, true));
        assert_eq!(read.scanned_at, asked.scanned_at);
    }
}
