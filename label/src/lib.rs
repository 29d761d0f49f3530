//! Text in, modules out: QR Code and Data Matrix symbols, as SVG, in a terminal, and (feature
//! `scene`) as camera frames.
//!
//! The encoders share no code with the decoder's engines, so what these symbols say is a truth that
//! the decoder had no hand in.

mod encode;
mod modules;
#[cfg(feature = "scene")]
pub mod scene;
mod svg;
mod terminal;

pub use encode::{LabelError, Request, Symbology, encode};
pub use modules::Modules;
pub use svg::to_svg;
pub use terminal::to_terminal;
