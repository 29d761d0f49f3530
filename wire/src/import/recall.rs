//! Recalls, and the notices of authorities that some are taken from.

use serde::{Deserialize, Serialize};

use super::{SerialRange, Text};
use crate::answer::Contact;

/// A recall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Recall {
    /// Unique here.
    pub id: String,
    /// The product's GTIN.
    pub gtin: String,
    /// The batches; empty covers the whole product.
    #[serde(default)]
    pub batches: Vec<String>,
    /// Serials within those batches; empty covers all.
    #[serde(default)]
    pub serials: Vec<String>,
    /// When it was published, ISO 8601.
    pub on: String,
    /// The hazard.
    pub hazard: Text,
    /// What to do now.
    pub instruction: Text,
    /// `refund`, `repair`, `replacement`; at least one.
    pub remedies: Vec<String>,
    /// Where to ask about it.
    #[serde(default)]
    pub contact: Contact,
    /// Ranges of serials within those batches, beside `serials`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serial_ranges: Vec<SerialRange>,
    /// Batches that were produced in these days alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub produced: Option<Days>,
    /// Packs whose expiry or best-before date is one of these days alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Days>,
    /// Its number with an authority, where that is another than `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Where on the product its batch or number stands, and how else it is known.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub identification: Text,
    /// When, where and by whom it was sold.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub sold: Text,
    /// The notice of an authority that it was taken from, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// When the brand took it back, ISO 8601: it covers nothing any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}

impl Recall {
    /// Whether it covers nothing: it was taken back, or staff said of its notice that it is about
    /// something else.
    #[must_use]
    pub fn is_void(&self) -> bool {
        self.withdrawn.is_some() || self.notice.as_ref().is_some_and(|notice| notice.dismissed)
    }
}

/// Days from one to another, both of them too; an end that is missing is open.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Days {
    /// The first, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// An authority's notice that a recall was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// `openfda`, `cpsc` or `safety-gate`.
    pub source: String,
    /// Its number there.
    pub reference: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How well it fits the product, 0 to 100.
    pub confidence: u8,
    /// What that rests on: `gtin`, `brand`, `name`, `batch`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<String>,
    /// Whether it seems to name batches that are not on record: others than `batches` may be meant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub names_more: bool,
    /// Whether staff of the brand said that it does. Before, nothing of it is certain.
    pub confirmed: bool,
    /// Whether they said that it doesn't: it then covers nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dismissed: bool,
}
