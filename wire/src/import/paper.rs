//! What a brand puts on record for pedigrees: how its products are made and kept, certificates and
//! documents.

use serde::{Deserialize, Serialize};

/// How a product is made. One a product; a later one takes its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// The product's GTIN.
    pub gtin: String,
    /// How much of the product the amounts of `inputs` are for; more than 0.
    pub makes: f64,
    /// In which unit, UN/CEFACT Recommendation 20; pieces where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uom: Option<String>,
    /// How quantities of the product convert.
    #[serde(default, skip_serializing_if = "Content::is_unsaid")]
    pub content: Content,
    /// What it is made of.
    pub inputs: Vec<Ingredient>,
    /// How much of what goes in gets lost, in percent, from and to: at least 0, less than 100.
    #[serde(default)]
    pub loss_percent: [f64; 2],
    /// How far measured quantities may be off, in percent.
    #[serde(default = "two")]
    pub tolerance_percent: f64,
}

fn two() -> f64 {
    2.0
}

/// One of the things that a product is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Ingredient {
    /// Its GTIN.
    pub gtin: String,
    /// How much of it is in the recipe's amount of the product; what gets lost not counted.
    pub quantity: f64,
    /// In which unit, UN/CEFACT Recommendation 20; pieces where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uom: Option<String>,
    /// How its quantities convert.
    #[serde(default, skip_serializing_if = "Content::is_unsaid")]
    pub content: Content,
    /// The kind of certificate that each lot of it must have when it is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

/// How quantities of a thing convert; each more than 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Kilograms of one piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kg_per_piece: Option<f64>,
    /// Litres of one piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub litres_per_piece: Option<f64>,
    /// Kilograms of one litre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kg_per_litre: Option<f64>,
}

impl Content {
    fn is_unsaid(&self) -> bool {
        *self == Content::default()
    }
}

/// How a product must be kept. One a product and measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// The product's GTIN.
    pub gtin: String,
    /// What is measured, in lower case, as sensors' reports name it: `temperature`.
    pub measure: String,
    /// The unit of the limits, UN/CEFACT Recommendation 20 (`CEL`).
    pub uom: String,
    /// Not below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Not above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Minutes outside of the limits that do no harm.
    #[serde(default)]
    pub minutes: u32,
}

/// A certificate of a product, a batch or a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The brand's identifier.
    pub brand: String,
    /// What the brand calls it: 1 to 64 letters, digits, hyphens, dots and underscores.
    pub id: String,
    /// What it certifies, in lower case: `organic`, `gmp`, `fair-trade`.
    pub kind: String,
    /// What people read of it.
    pub title: String,
    /// The product that it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
    /// With a GTIN: the batch that it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// The place that it is for, by its identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The first day, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last day, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Where it is described, an `https` address: `certificationInfo` of an event names it, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// A document or picture of a product, a batch, a place or an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The brand's identifier.
    pub brand: String,
    /// What the brand calls it: 1 to 64 letters, digits, hyphens, dots and underscores.
    pub id: String,
    /// What it is, in lower case: `picture`, `analysis`, `delivery-note`.
    pub kind: String,
    /// What people read of it.
    pub title: String,
    /// The product that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
    /// With a GTIN: the batch that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// The place that it is about, by its identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The event that it is about, by its hash: `ni:///sha-256;…?ver=CBV2.0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Where it is, an `https` address; or else `picture`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// A file name in the import's `pictures` folder, kept here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// Its language, BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Whether everybody may see it; otherwise the brand and whom it lets look.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub public: bool,
}
