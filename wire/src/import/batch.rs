//! A batch, and what its brand advises about it.

use serde::{Deserialize, Serialize};

use super::{Stage, Text};

/// A batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// The product's GTIN.
    pub gtin: String,
    /// AI 10: 1 to 20 characters of GS1's character set 82.
    pub batch: String,
    /// ISO 8601.
    #[serde(default)]
    pub produced: Option<String>,
    /// ISO 8601.
    #[serde(default)]
    pub expiry: Option<String>,
    /// ISO 8601.
    #[serde(default)]
    pub best_before: Option<String>,
    /// ISO 3166-1 alpha-2; empty says nothing.
    #[serde(default)]
    pub markets: Vec<String>,
    /// Where its contents come from.
    #[serde(default)]
    pub origin: Text,
    /// What is to be said of this very batch beside the rest.
    #[serde(default)]
    pub advice: Text,
    /// What people may be allergic to.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub allergens: Text,
    /// What can harm, and how not to be harmed.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub safety: Text,
    /// How to prepare or serve it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub serving: Text,
    /// How to keep it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub storage: Text,
    /// How much of it to take, and how often.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub dose: Text,
    /// How to care for it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub care: Text,
    /// How far a unit must have come to count as issued; `allocated` where it isn't said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts_from: Option<Stage>,
}
