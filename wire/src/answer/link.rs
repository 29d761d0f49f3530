//! Where a brand's own pages are.

use serde::{Deserialize, Serialize};

/// A link of the brand's, which leads away from here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Link {
    /// Its type, as a URI: `https://ref.gs1.org/voc/pip`.
    pub kind: String,
    /// What the brand calls it.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// The host that it leads to.
    pub host: String,
    /// The language of what is found there, BCP 47, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
