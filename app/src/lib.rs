//! The Leptos app: csr in the browser, ssr for the server's pages; the target decides which.
//!
//! Components are synchronous and take data as props, so the server can render each of them to
//! complete HTML; every act on them is a form or a link first, and the browser only makes it nicer.

#![cfg_attr(target_arch = "wasm32", deny(clippy::unwrap_used, clippy::expect_used))]

pub mod aim;
pub mod components;
mod context;
pub mod history;
pub mod pages;
pub mod scan;
pub mod shown;
pub mod wedge;
pub mod words;

pub use context::Context;
pub use words::{Locale, Words};

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod camera;
#[cfg(target_arch = "wasm32")]
pub mod lookup;

/// All style sheets, one after the other.
#[cfg(not(target_arch = "wasm32"))]
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));
