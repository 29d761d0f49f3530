//! The server.
#![allow(missing_docs, reason = "skeleton")]
