//! The Leptos app: csr in the browser, ssr for the server's pages; the target decides which.
//!
//! Components are synchronous and take data as props, so the server can render each of them to
//! complete HTML; every act on them is a form or a link first, and the browser only makes it nicer.

#![expect(
    clippy::needless_pass_by_value,
    clippy::redundant_clone,
    reason = "a component owns its props and clones what several children need"
)]

pub mod components;
mod context;
pub mod pages;
pub mod words;

pub use context::Context;
pub use words::{Locale, Words};

/// All style sheets, one after the other.
#[cfg(not(target_arch = "wasm32"))]
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));
