//! The field inspector's page: sweep a shelf, judge, write down what is wrong, sync later.
//!
//! ```text
//! camera / hardware scanner / typing ──▶ Sweep ──ask──▶ POST /v1/sweep, or the offline pack
//!                                          │                     │
//!                                          └─── Pack ◀── Said ───┘
//!                                                │
//!          Entry (evidence) ◀── what the inspector does ──▶ Journal (IndexedDB) ──▶ server
//! ```
//!
//! It is an entry page of its own (`/inspect`) with a bundle of its own: what consumers load does not
//! grow by it. Camera, worker and parts of the look are `app`'s. What can be decided without a browser is
//! here and tested natively; `browser/` exists on wasm32 only.

#![cfg_attr(target_arch = "wasm32", deny(clippy::unwrap_used, clippy::expect_used))]

pub mod manifest;
pub mod mark;
pub mod phone;
pub mod stock;
pub mod sweep;
pub mod waiting;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod browser;
