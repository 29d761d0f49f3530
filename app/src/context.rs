//! What every page needs beside its data.

use crate::Words;

/// The reader's language, the time, and what forms carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// The reader's language.
    pub words: Words,
    /// When the page is made, RFC 3339 in UTC.
    pub now: String,
    /// The token against forged forms; empty in the browser, which sends JSON from its own origin.
    pub csrf: String,
    /// The place that the reader typed for distances.
    pub near: Option<String>,
}
