//! Why a label could not be written.

use std::io;

use crate::LayoutError;

/// Why a label could not be written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// It cannot be laid out for that printer.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// It is larger than the places on the sheet; in millimeters.
    #[error(
        "a label of {label_width} × {label_height} mm is larger than its place of {width} × {height} mm"
    )]
    TooLarge {
        /// The label's.
        label_width: f64,
        /// The label's.
        label_height: f64,
        /// The place's.
        width: f64,
        /// The place's.
        height: f64,
    },
    /// What it was written to did not take it.
    #[error(transparent)]
    Io(#[from] io::Error),
}
