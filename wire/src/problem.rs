//! Errors as RFC 9457 `application/problem+json`.

use serde::{Deserialize, Serialize};

/// What went wrong and what to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A path that names the kind, such as `/problems/body-too-large`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// This case in a sentence that says what to do.
    pub detail: String,
    /// The request's identifier, to be named when asking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// What is wrong in a code, where that is the problem.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<crate::answer::Fault>,
    /// What is wrong in a document, where that is the problem.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Place>,
}

/// One thing that is wrong in what was sent, as RFC 9457 has it in its own example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Place {
    /// A JSON Pointer (RFC 6901) to it.
    pub pointer: String,
    /// What is wrong, in a sentence.
    pub detail: String,
}
