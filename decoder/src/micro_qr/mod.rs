//! Micro QR Code (ISO/IEC 18004): one finder pattern, 11 to 17 modules a side.

mod codewords;
pub(crate) mod detect;
mod stream;

use crate::{ModuleGrid, Symbol, Symbology, symbol::Read};

/// Reads the grid as it is and, failing that, from behind.
pub(crate) fn decode(grid: &ModuleGrid, is_inverted: bool) -> Symbol {
    Symbol::of(
        Symbology::MicroQrCode,
        grid,
        is_inverted,
        ModuleGrid::transposed,
        read,
    )
}

/// What a grid that is the right way round carries, and the share of error correction that was left over.
fn read(grid: &ModuleGrid) -> Read {
    let data = codewords::data(grid)?;
    Ok((stream::payload(&data)?, data.spare))
}
