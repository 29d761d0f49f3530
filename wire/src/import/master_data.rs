//! What captured documents say in their headers, as `touchstone export` writes it.

use serde::{Deserialize, Serialize};

/// What a brand's documents say of a place, a product or a word (EPCIS 2.0, section 9.4.4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MasterData {
    /// The identifier of the brand whose documents they are.
    pub brand: String,
    /// The identifier of the partner who told it; missing where the brand itself did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<String>,
    /// The URI of what it is about.
    pub id: String,
    /// In the order of the document; a name may come more than once.
    pub attributes: Vec<MasterDatum>,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MasterDatum {
    /// An IRI, such as `urn:epcglobal:cbv:mda:name`, one in `{namespace}name`, or `child`, whose value is
    /// the URI of a part.
    pub name: String,
    /// At the most 2,000 bytes.
    pub value: String,
}
