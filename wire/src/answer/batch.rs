//! The batch, and what its brand advises about it.

use serde::{Deserialize, Serialize};

/// The batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Batch {
    /// Its number.
    pub number: String,
    /// When it was made, ISO 8601.
    pub produced: Option<String>,
    /// Not to be used after, ISO 8601.
    pub expiry: Option<String>,
    /// Best before, ISO 8601.
    pub best_before: Option<String>,
    /// Where its contents come from.
    pub origin: Option<String>,
    /// What is to be said of this very batch beside the rest.
    pub advice: Option<String>,
    /// What people may be allergic to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allergens: Option<String>,
    /// What can harm, and how not to be harmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<String>,
    /// How to prepare or serve it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serving: Option<String>,
    /// How to keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storage: Option<String>,
    /// How much of it to take, and how often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dose: Option<String>,
    /// How to care for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub care: Option<String>,
    /// Days until its date is over, the expiry before the best before: 0 on the last one, below 0
    /// once it is past.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// The markets that it was made for.
    pub markets: Vec<String>,
}
