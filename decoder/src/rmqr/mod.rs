//! rMQR, the rectangular Micro QR Code (ISO/IEC 23941): one finder pattern, 7 to 17 rows of 27 to 139 modules.

mod codewords;
pub(crate) mod detect;
mod pattern;
mod stream;

use crate::{ModuleGrid, Symbol, Symbology, symbol::Read};

/// Reads a grid whose finder pattern is at the top left, as the symbol has it: one that is seen from behind
/// was sampled from behind.
pub(crate) fn decode(grid: &ModuleGrid, is_inverted: bool, is_mirrored: bool) -> Symbol {
    let read = read(grid);
    let confidence = read.as_ref().map_or(0.0, |(_, spare)| *spare);
    Symbol {
        symbology: Symbology::RectangularMicroQrCode,
        corners: grid.corners,
        modules: (grid.rows, grid.cols),
        is_inverted,
        is_mirrored,
        payload: read.map(|(payload, _)| payload),
        confidence,
        trouble: None,
    }
}

/// What a grid carries, and the share of error correction that was left over.
pub(crate) fn read(grid: &ModuleGrid) -> Read {
    let data = codewords::data(grid)?;
    Ok((stream::payload(&data)?, data.spare))
}
