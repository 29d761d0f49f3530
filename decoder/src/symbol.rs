//! What was found in a picture, and what it carries.

use crate::{Corners, ModuleGrid, Payload, Trouble};

/// The kinds of symbol that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Symbology {
    /// ISO/IEC 18004, Model 2.
    QrCode,
    /// ISO/IEC 18004, versions M1 to M4.
    MicroQrCode,
    /// ISO/IEC 23941, rMQR.
    RectangularMicroQrCode,
    /// ISO/IEC 16022, ECC 200, square and rectangular.
    DataMatrix,
}

impl Symbology {
    /// The name that interfaces use: `QRCode`, `MicroQRCode`, `rMQR`, `DataMatrix`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Symbology::QrCode => "QRCode",
            Symbology::MicroQrCode => "MicroQRCode",
            Symbology::RectangularMicroQrCode => "rMQR",
            Symbology::DataMatrix => "DataMatrix",
        }
    }
}

/// Why a symbol that was found could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum SymbolError {
    /// What was sampled is not valid for the symbology.
    #[error("not a valid symbol of its kind")]
    Format,
    /// More modules are wrong than error correction can mend.
    #[error("too many modules are unreadable")]
    Checksum,
    /// A valid symbol with a feature that is not read here.
    #[error("a feature that is not supported")]
    Unsupported,
}

/// A symbol in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// What kind.
    pub symbology: Symbology,
    /// Where, in pixels of the picture.
    pub corners: Corners,
    /// Modules down and across, without quiet zone.
    pub modules: (usize, usize),
    /// Light on dark.
    pub is_inverted: bool,
    /// Seen from behind.
    pub is_mirrored: bool,
    /// What it carries, or why that could not be read. An error is a value here: that a symbol is
    /// there is worth knowing.
    pub payload: Result<Payload, SymbolError>,
    /// How sure it is, 0 to 1: the share of error correction that was left over, in the block that had
    /// the least. 0 where it could not be read.
    pub confidence: f32,
    /// What is in the way of one that could not be read.
    pub trouble: Option<Trouble>,
}

/// What a grid that is the right way round carries, and the share of error correction that was left over.
pub(crate) type Read = Result<(Payload, f32), SymbolError>;

impl Symbol {
    /// Reads a grid as it is and, failing that, from behind: `turned` mirrors it as its symbology does.
    pub(crate) fn of(
        symbology: Symbology,
        grid: &ModuleGrid,
        is_inverted: bool,
        turned: fn(&ModuleGrid) -> ModuleGrid,
        read: fn(&ModuleGrid) -> Read,
    ) -> Symbol {
        let mut found = (read(grid), grid.corners, false);
        if found.0.is_err() {
            let turned = turned(grid);
            let again = read(&turned);
            if again.is_ok() {
                found = (again, turned.corners, true);
            }
        }
        let (read, corners, is_mirrored) = found;
        let confidence = read.as_ref().map_or(0.0, |(_, spare)| *spare);
        Symbol {
            symbology,
            corners,
            modules: (grid.rows, grid.cols),
            is_inverted,
            is_mirrored,
            payload: read.map(|(payload, _)| payload),
            confidence,
            trouble: None,
        }
    }
    /// One that is surely there and holds too many wrong modules.
    pub(crate) fn unread(
        symbology: Symbology,
        corners: Corners,
        modules: (usize, usize),
        is_inverted: bool,
    ) -> Symbol {
        Symbol {
            symbology,
            corners,
            modules,
            is_inverted,
            is_mirrored: false,
            payload: Err(SymbolError::Checksum),
            confidence: 0.0,
            trouble: None,
        }
    }
}
