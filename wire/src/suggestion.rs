//! What a page suggests by a brand's rules, to whoever wants that.

use serde::{Deserialize, Serialize};

/// What is suggested; nothing unless the person said yes.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Suggestions {
    /// Whether this browser said yes.
    pub is_on: bool,
    /// In the order of the brand's rules.
    pub list: Vec<Suggestion>,
}

/// One of them, with its reason.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// `goes-with`, `refill-due` or `replaces`; the locale files have its reason.
    pub kind: String,
    /// The path of the other product's page.
    pub path: String,
    /// The other product's name.
    pub name: String,
    /// The product that it is suggested for.
    pub of: String,
    /// The brand whose rule it is.
    pub brand: String,
    /// For a refill: how many days ago this one was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
}
