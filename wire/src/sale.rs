//! Sales, as a till tells them.

use serde::{Deserialize, Serialize};

/// `POST /v1/sales`: packs that were sold together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaleRequest {
    /// The codes as they were scanned, 1 to 1000: Digital Links, element strings, bracketed or not.
    pub codes: Vec<String>,
    /// When, RFC 3339 with the till's own offset.
    pub sold_at: String,
    /// Where: a GLN, or the identifier of a location in any spelling of GS1's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What only the buyer and the shop have, such as the number on the receipt: 6 to 64 letters and
    /// digits; others beside them don't count. Who registers one of the packs with it has proven that
    /// it was sold to them. Only a keyed digest of it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sold {
    /// The event that tells it: its hash (CBV 2.0).
    pub event: String,
    /// How many packs it names.
    pub packs: usize,
    /// Whether it was told before.
    pub known: bool,
}
