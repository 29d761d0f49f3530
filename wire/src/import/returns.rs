//! What a brand does about a product that doesn't work, or that somebody doesn't want to keep.

use serde::{Deserialize, Serialize};

use super::Text;
use crate::answer::Contact;

/// What may be asked for about a registered unit.
pub const RETURN_REMEDIES: [&str; 4] = ["repair", "replacement", "refund", "advice"];

/// How a brand takes a product back, or that it doesn't.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Returns {
    /// What it offers, of [`RETURN_REMEDIES`]; where that is nothing, it takes none back here.
    #[serde(default)]
    pub remedies: Vec<String>,
    /// For so many days from the purchase it can be brought back without anything being wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// The manufacturer's service.
    #[serde(default)]
    pub contact: Contact,
    /// How it goes, in the brand's words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
    /// What whoever bought it has by law, in the brand's words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub rights: Text,
}
