//! What became of records that were sent to `POST /v1/imports`, or of a recall.

use serde::{Deserialize, Serialize};

use crate::import::Recall;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportReport {
    /// Lines that were read.
    pub lines: usize,
    /// Records and units that are new.
    pub added: usize,
    /// Records and units that differed from what was on record.
    pub changed: usize,
    /// Records and units that were on record, just so.
    pub unchanged: usize,
    /// How much was wrong.
    pub wrong: usize,
    /// Whether anything was kept.
    pub kept: bool,
    /// What was wrong, the first hundred of it.
    pub problems: Vec<ImportProblem>,
    /// What is to be mended all the same, the first hundred of it.
    pub notes: Vec<ImportProblem>,
}

/// One thing that is wrong with what was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportProblem {
    /// The line, from 1; missing for the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Which field; empty for the record as a whole.
    pub field: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub advice: String,
}

/// A recall as it is on record now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublishedRecall {
    /// The recall.
    pub recall: Recall,
    /// What its notice lacks of what GPSR, Article 36(2), asks for; it counts all the same.
    pub lacks: Vec<ImportProblem>,
}
