//! Micro QR Code (ISO/IEC 18004): one finder pattern, 11 to 17 modules a side.

mod codewords;
pub(crate) mod detect;
mod stream;

use crate::{ModuleGrid, Symbol, Symbology};

/// Reads the grid as it is and, failing that, from behind.
pub(crate) fn decode(grid: &ModuleGrid, is_inverted: bool) -> Symbol {
    let read = |grid: &ModuleGrid| {
        let data = codewords::data(grid)?;
        Ok((stream::payload(&data)?, data.spare))
    };
    let turned = grid.transposed();
    let (read, corners, is_mirrored) = match read(grid) {
        Err(error) => match read(&turned) {
            Ok(found) => (Ok(found), turned.corners, true),
            Err(_) => (Err(error), grid.corners, false),
        },
        found => (found, grid.corners, false),
    };
    let (payload, confidence) = match read {
        Ok((payload, confidence)) => (Ok(payload), confidence),
        Err(error) => (Err(error), 0.0),
    };
    Symbol {
        symbology: Symbology::MicroQrCode,
        corners,
        modules: (grid.rows, grid.cols),
        is_inverted,
        is_mirrored,
        payload,
        confidence,
        trouble: None,
    }
}
