//! Module grid of a QR Code → symbol.

use crate::{ModuleGrid, Payload, Symbol, SymbolError, Symbology};

use super::{codewords, stream};

/// Reads the grid as it is and, failing that, from behind.
pub(crate) fn decode(grid: &ModuleGrid, is_inverted: bool) -> Symbol {
    let (payload, corners, is_mirrored) = match read(grid) {
        Ok(payload) => (Ok(payload), grid.corners, false),
        Err(error) => {
            let turned = grid.transposed();
            match read(&turned) {
                Ok(payload) => (Ok(payload), turned.corners, true),
                Err(_) => (Err(error), grid.corners, false),
            }
        }
    };
    let (payload, confidence) = match payload {
        Ok((payload, confidence)) => (Ok(payload), confidence),
        Err(error) => (Err(error), 0.0),
    };
    Symbol {
        symbology: Symbology::QrCode,
        corners,
        modules: (grid.rows, grid.cols),
        is_inverted,
        is_mirrored,
        payload,
        confidence,
        trouble: None,
    }
}

/// What a grid that is the right way round carries, and the share of error correction that was left over.
pub(crate) fn read(grid: &ModuleGrid) -> Result<(Payload, f32), SymbolError> {
    let data = codewords::data(grid)?;
    Ok((stream::payload(&data)?, data.spare))
}
