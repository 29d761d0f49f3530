//! Text in, labels out: QR Code and Data Matrix symbols with a size in millimeters, as SVG, PNG, PDF
//! and ZPL, in a terminal, and (feature `scene`) as camera frames.
//!
//! The walk, one step a file:
//!
//! ```text
//! text ──encode──▶ modules ──layout──▶ label ──svg, png, pdf, zpl──▶ printer
//!                                        └──check (feature `check`)──▶ what a scanner will read
//! ```
//!
//! The encoders share no code with the decoder's engines, so what these symbols say is a truth that
//! the decoder had no hand in.

mod advise;
#[cfg(feature = "check")]
mod check;
mod encode;
mod font;
mod layout;
mod modules;
mod number;
mod output;
mod pdf;
mod png;
mod raster;
mod resolution;
#[cfg(feature = "scene")]
pub mod scene;
mod svg;
mod terminal;
mod zpl;

pub use advise::{Advice, Area, Choice, Method, Miss, Need, Reason, advise};
#[cfg(feature = "check")]
pub use check::{Condition, ReadBack};
pub use encode::{Correction, LabelError, Request, Symbology, encode, encode_with};
pub use layout::{Design, Label, LayoutError, Use};
pub use modules::Modules;
pub use output::OutputError;
pub use pdf::{Block, Sheet, SheetWriter, lacks, write_report, write_scale_test, write_text_page};
pub use resolution::{Dots, Resolution};
pub use svg::to_svg;
pub use terminal::to_terminal;

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
