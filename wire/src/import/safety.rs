//! What a brand says to whoever holds a safety-critical product that is in trouble.

use serde::{Deserialize, Serialize};

use super::Text;
use crate::answer::Contact;

/// Said before everything but a recall.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Safety {
    /// Whether to use it meanwhile, and what else instead.
    #[serde(default)]
    pub meanwhile: Text,
    /// Whom to ask: "Your pharmacist, or the poison line".
    #[serde(default)]
    pub ask: Text,
    /// How to reach them.
    #[serde(default)]
    pub contact: Contact,
}
