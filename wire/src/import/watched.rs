//! What was watched over a brand's codes, as `touchstone export` writes it and an import takes it
//! back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Something that a brand should look into, or has looked into.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignalSeen {
    /// The brand's identifier.
    pub brand: String,
    /// A path of GS1's: a unit (`01/…/21/…`), a batch (`01/…/10/…`) or a product.
    pub subject: String,
    /// The signal's name, or `burst`.
    pub signal: String,
    /// What it weighs; of a batch its units there, of a burst its serials.
    pub weight: u32,
    /// When it was first seen, RFC 3339.
    pub first: String,
    /// When it was last seen, RFC 3339.
    pub last: String,
    /// When staff found nothing wrong, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dismissed: Option<String>,
}

/// Where the units of a batch were checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LotSeen {
    /// The product's GTIN.
    pub gtin: String,
    /// AI 10.
    pub batch: String,
    /// Units by country, ISO 3166-1 alpha-2.
    pub countries: BTreeMap<String, u32>,
}

/// How many different serials of a product were scanned that nobody issued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NeverIssued {
    /// The product's GTIN.
    pub gtin: String,
    /// By day, ISO 8601.
    pub days: BTreeMap<String, u32>,
}
