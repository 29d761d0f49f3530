//! Module grid of a QR Code → symbol.

use crate::{ModuleGrid, Symbol, Symbology, symbol::Read};

use super::{codewords, stream};

/// Reads the grid as it is and, failing that, from behind.
pub(crate) fn decode(grid: &ModuleGrid, is_inverted: bool) -> Symbol {
    Symbol::of(
        Symbology::QrCode,
        grid,
        is_inverted,
        ModuleGrid::transposed,
        read,
    )
}

/// What a grid that is the right way round carries, and the share of error correction that was left over.
pub(crate) fn read(grid: &ModuleGrid) -> Read {
    let data = codewords::data(grid)?;
    Ok((stream::payload(&data)?, data.spare))
}
