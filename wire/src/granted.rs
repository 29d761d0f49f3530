//! What a brand lets an authority see of its products, batches and packs.

use serde::{Deserialize, Serialize};

use crate::import;

/// `GET /v1/granted`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Grants {
    /// By brand.
    pub grants: Vec<Grant>,
}

/// Leave to look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Grant {
    /// The brand's identifier.
    pub brand: String,
    /// The product's GTIN; missing for every product of the brand, later ones too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
    /// `record`, `journey` or `evidence`; each holds the ones before it.
    pub depth: String,
    /// Since when, RFC 3339.
    pub given_at: String,
}

/// `GET /v1/granted/{thing}`: a product, a batch or a pack, as deep as its brand lets one look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Look {
    /// The path of its Digital Link.
    pub path: String,
    /// `record`, `journey` or `evidence`.
    pub depth: String,
    /// Whose it is: the brand's identifier.
    pub brand: String,
    /// The product.
    pub product: Product,
    /// The batch that was asked for, or the pack's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<import::Batch>,
    /// The pack that was asked for; missing where its serial is on no record, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The recalls that cover it.
    pub recalls: Vec<import::Recall>,
    /// The checks behind warnings, where one may look that deep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
}

/// A product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Product {
    /// 14 digits.
    pub gtin: String,
    /// Its name, by language.
    pub name: import::Text,
    /// As the brand says.
    pub sector: String,
    /// Whether a trouble with it can hurt.
    pub safety_critical: bool,
}

/// A pack on record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Unit {
    /// AI 21.
    pub serial: String,
    /// Its batch's number.
    pub batch: String,
    /// When its serial was issued, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<String>,
    /// `allocated`, `printed`, `applied` or `shipped`.
    pub stage: String,
    /// As a desk in the trade sees it: `active`, `supplied`, `stolen`, …
    pub state: String,
    /// Since when, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// What checks tell. A session is known by nothing but that it is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Evidence {
    /// How many sessions of consumers checked the pack; 0 for what is no pack.
    pub sessions: u32,
    /// The earliest, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Sighting>,
    /// The latest, the newest last; at most twelve.
    pub recent: Vec<Sighting>,
    /// Warnings about it and, of a product, about its batches and packs; at most a hundred.
    pub signals: Vec<Signal>,
}

/// One session's look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sighting {
    /// When, RFC 3339.
    pub at: String,
    /// Where, ISO 3166-1 alpha-2, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// About where, rounded to 5 km, where the person let their device say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Beside `lat`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
}

/// A warning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Signal {
    /// What it is about: a path of GS1's.
    pub subject: String,
    /// Its name, as in the table of signals.
    pub signal: String,
    /// When it was first seen, RFC 3339.
    pub first_at: String,
    /// When it was last seen, RFC 3339.
    pub last_at: String,
    /// When the brand found nothing wrong, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dismissed_at: Option<String>,
}
