//! What a product's holders may be told of beside it, by rules that the brand states.

use serde::{Deserialize, Serialize};

/// A rule: another product, and why somebody who has this one may want it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Suggests {
    /// `goes-with`, `refill-due` (needs `after_days`) or `replaces` (the other took its place).
    pub kind: String,
    /// The other product's GTIN; for a refill it may be the same.
    pub gtin: String,
    /// For a refill: how many days after it was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_days: Option<u32>,
    /// Where the other is sold, ISO 3166-1 alpha-2; none for everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markets: Vec<String>,
}
