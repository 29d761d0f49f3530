//! Luma in, symbols out: QR Code, Micro QR Code, rMQR and Data Matrix.
//!
//! The walk, one step a file:
//!
//! ```text
//! luma ──detect──▶ module grid ──decode──▶ symbol
//!       qr/detect.rs           qr/decode.rs
//!       data_matrix/detect.rs  data_matrix/decode.rs
//! ```
//!
//! The module grid is the seam: any detector can hand one to any bit-stream decoder, so each half
//! can be replaced alone. The engines (rqrr, rxing) are named in `engine/` and nowhere else.
//! The crate knows nothing of GS1 beyond FNC1 and the symbology identifier, and has no clock.

mod luma;
pub use luma::{Luma, LumaError};
mod geometry;
pub use geometry::{Corners, Point};
mod micro_qr;
mod module_grid;
pub use module_grid::ModuleGrid;
mod charset;
pub use charset::Charset;
mod payload;
pub use payload::{Mark, Payload, StructuredAppend};
mod symbol;
mod trouble;
pub use symbol::{Symbol, SymbolError, Symbology};
pub use trouble::Trouble;
#[cfg_attr(
    not(feature = "ablation"),
    allow(unreachable_pub, reason = "for a bench alone")
)]
mod ablation;
#[cfg(feature = "ablation")]
pub use ablation::{Stage, leave_out};
mod assembly;
pub use assembly::Assembly;
mod beside;
mod budget;
pub use budget::Clock;
mod components;
mod data_matrix;
mod edges;
mod engine;
mod field;
mod fusion;
mod glimpse;
pub use glimpse::{Glimpse, glimpse};
mod guard;
mod lattice;
#[cfg(test)]
mod oracle;
mod photograph;
mod qr;
mod reed_solomon;
mod refine;
mod region;
mod rmqr;
mod sampled;
mod scan;
mod search;
mod sort;
mod stream;
pub use scan::{Effort, Options, scan};
pub use stream::Stream;
mod threshold;

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
