//! Module grid of a Data Matrix symbol → symbol.

use crate::{ModuleGrid, Payload, Symbol, SymbolError, Symbology};

use super::{codewords, stream};

/// Reads the grid as it is and, failing that, from behind.
pub(crate) fn decode(grid: &ModuleGrid, is_inverted: bool) -> Symbol {
    let (payload, corners, is_mirrored) = match payload(grid) {
        Ok(payload) => (Ok(payload), grid.corners, false),
        Err(error) => {
            let turned = grid.anti_transposed();
            match self::payload(&turned) {
                Ok(payload) => (Ok(payload), turned.corners, true),
                Err(_) => (Err(error), grid.corners, false),
            }
        }
    };
    Symbol {
        symbology: Symbology::DataMatrix,
        corners,
        is_inverted,
        is_mirrored,
        payload,
    }
}

/// What a grid that is the right way round carries.
pub(crate) fn payload(grid: &ModuleGrid) -> Result<Payload, SymbolError> {
    stream::payload(&codewords::data(grid)?)
}
