//! Module grid of a QR Code → symbol.

use crate::{ModuleGrid, Symbol, Symbology, engine, guard};

/// `None` where the grid is too far from a QR Code to be called one.
pub(crate) fn decode(grid: &ModuleGrid, is_inverted: bool) -> Option<Symbol> {
    let decoded = guard::or_nothing(|| Some(engine::rxing::decode_qr(grid)))?;
    let (payload, is_mirrored) = match decoded {
        Ok((payload, is_mirrored)) => (Ok(payload), is_mirrored),
        Err(error) => (Err(error), false),
    };
    let corners = if is_mirrored {
        grid.transposed().corners
    } else {
        grid.corners
    };
    Some(Symbol {
        symbology: Symbology::QrCode,
        corners,
        is_inverted,
        is_mirrored,
        payload,
    })
}
