//! What a phone without a network judges packs by.
//!
//! Before leaving, an inspector takes an offline pack along: products, batches, recalls, blocked
//! units and a compact filter of issued serials, all of it signed by the server. What is judged by it
//! is never called *confirmed*: it says what it was judged from, and how old that is.
//!
//! ```text
//! server: serials ──Filter──▶ Listed ─┐
//!         records ───────────▶ Pack ──┴─seal──▶ bytes ──open──▶ Pack ─┐
//! phone:  code ──gs1──▶ Asked, and what its signature amounts to ─────┴─judge──▶ OfflineAnswer
//! ```
//!
//! The crate has no clock, no files and no randomness, and compiles to wasm32. How the bytes lie is in
//! `docs/offline-pack.md`.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod filter;
pub use filter::{Filter, FilterError, Fingerprint, MOST};
mod pack;
pub use pack::{
    Batch, Blocked, Brand, Days, Listed, MAGIC, Names, Numbered, Pack, PackError, PackKey,
    PackKeyId, Product, Recall, SerialRange, VERSION,
};
mod covers;
mod judge;
pub use judge::{Asked, Doubt, OfflineAnswer, Word, judge};
