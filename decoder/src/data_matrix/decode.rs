//! Module grid of a Data Matrix symbol → symbol.

use crate::{ModuleGrid, Payload, Symbol, SymbolError, Symbology, engine, guard};

/// GS, what FNC1 becomes in the text.
const GS: u8 = 0x1d;

/// Reads the grid as it is and, failing that, from behind.
pub(crate) fn decode(grid: &ModuleGrid, is_inverted: bool) -> Option<Symbol> {
    let read = |grid: &ModuleGrid| {
        guard::or_nothing(|| Some(engine::rxing::decode_data_matrix(grid)))
            .unwrap_or(Err(SymbolError::Format))
    };
    let (payload, corners, is_mirrored) = match read(grid) {
        Ok(payload) => (Ok(payload), grid.corners, false),
        Err(error) => {
            let turned = grid.anti_transposed();
            match read(&turned) {
                Ok(payload) => (Ok(payload), turned.corners, true),
                Err(_) => (Err(error), grid.corners, false),
            }
        }
    };
    let payload = payload.map(without_leading_fnc1);
    Some(Symbol {
        symbology: Symbology::DataMatrix,
        corners,
        is_inverted,
        is_mirrored,
        payload,
    })
}

/// FNC1 in the first position is said by the symbology identifier and is no part of the data.
fn without_leading_fnc1(mut payload: Payload) -> Payload {
    if &payload.symbology_identifier == b"]d2" {
        if payload.bytes.first() == Some(&GS) {
            payload.bytes.remove(0);
        }
        if payload.text.starts_with(char::from(GS)) {
            payload.text.remove(0);
        }
    }
    payload
}
