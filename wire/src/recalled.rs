//! `POST /v1/recalled`: which of some codes a recall covers. It is no check of any.

use serde::{Deserialize, Serialize};

/// The most codes of one question.
pub const MAX_CODES: usize = 200;

/// Codes that were scanned before.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecalledRequest {
    /// The texts as scanned; at most [`MAX_CODES`], of 4096 bytes each.
    pub codes: Vec<String>,
}

/// Those that a recall covers, or may.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RecalledAnswer {
    /// In the order of the question.
    pub recalled: Vec<Recalled>,
}

/// A code that a recall covers, or may.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Recalled {
    /// The code, as it was asked about.
    pub code: String,
    /// `certain` or `possible`.
    pub certainty: String,
}
