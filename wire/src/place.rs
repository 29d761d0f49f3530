//! Places where things are brought: `GET /v1/recycling`.

use serde::{Deserialize, Serialize};

/// A place that takes something back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RecyclingPlace {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Street and town, as one writes it there.
    pub address: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Degrees north and east.
    pub point: [f64; 2],
    /// From the place asked for, in km, one decimal; `None` where none was given.
    pub km: Option<f64>,
    /// Which way it lies from there, in degrees clockwise from north, 0 to 359.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bearing: Option<u16>,
    /// Opening hours, as the place writes them or as OpenStreetMap does (`Mo-Fr 08:00-18:00`).
    pub hours: Option<String>,
    /// Materials that it takes.
    pub accepts: Vec<String>,
    /// What it gives for a product that is brought back, as far as that is offered; empty where it
    /// doesn't say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<String>,
}

/// The answer of `GET /v1/recycling?lat&lon&near&material`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RecyclingAnswer {
    /// The place that the distances are from, where one was given and found.
    pub near: Option<String>,
    /// Nearest first; at most ten, and for a product the nearest of each of its materials, too.
    pub places: Vec<RecyclingPlace>,
}
