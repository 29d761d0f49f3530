//! Links of the brands' own, as a resolver gives them out.

use serde::{Deserialize, Serialize};

/// A link about an item: a product, a variant, batch, pack or range of packs of it, anything else
/// that a key of GS1's names, or everything of a brand's where none of these is said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The brand's identifier.
    pub brand: String,
    /// What the brand calls the link: 1 to 64 letters, digits, hyphens, dots and underscores; unique
    /// among its own.
    pub id: String,
    /// The product's GTIN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
    /// With a GTIN: only this variant of it (AI 22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// With a GTIN: only this batch of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// With a GTIN: only the pack of this serial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// With a GTIN: only packs whose serials lie there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serials: Option<SerialRange>,
    /// Another key with its qualifiers, as the path of a Digital Link: `/414/9506000900018/254/7`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What is found there: a type of the GS1 Web Vocabulary (`gs1:pip`), a relation of IANA's
    /// (`license`), or the full URI of another vocabulary's.
    pub link_type: String,
    /// Where it leads, an `https` address.
    pub href: String,
    /// What people read of it.
    pub title: String,
    /// The languages of what is found there, as `de` or `de-AT`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Its media type, as `application/pdf`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// For whom it is, as `context` of a request says it: a market, a group of people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<String>,
    /// Whether programs are sent there that ask for no type of link; one of an item's links.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub default_link: bool,
    /// Whether it is one of those that a program's language, media type or context chooses from
    /// before it is sent to the default link.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub default_link_multi: bool,
    /// Whether it is taken among links of its type where a request prefers none of them.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub preferred: bool,
}

/// Serials of the same length between two, in the order of ASCII.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SerialRange {
    /// The first.
    pub from: String,
    /// The last.
    pub to: String,
}

impl SerialRange {
    /// Whether a serial lies there.
    #[must_use]
    pub fn holds(&self, serial: &str) -> bool {
        serial.len() == self.from.len() && (self.from.as_str()..=self.to.as_str()).contains(&serial)
    }
}
