//! rxing's decoders: what ours are compared with.

use rxing::{common::BitMatrix, datamatrix::decoder::Decoder, qrcode::cpp_port::decoder::Decode};

use crate::ModuleGrid;

fn matrix(grid: &ModuleGrid) -> Option<BitMatrix> {
    let size = |value: usize| u32::try_from(value).ok();
    let mut matrix = BitMatrix::new(size(grid.cols)?, size(grid.rows)?).ok()?;
    for row in 0..grid.rows {
        for col in 0..grid.cols {
            if grid.bit(row, col) {
                matrix.set(col as u32, row as u32);
            }
        }
    }
    Some(matrix)
}

/// Symbology identifier and text.
pub(crate) fn qr(grid: &ModuleGrid) -> Option<(String, String)> {
    let result = Decode(&matrix(grid)?).ok()?;
    if result.error().is_some() || !result.isValid() || result.isMirrored() {
        return None;
    }
    let modifier = char::from(result.content().symbology.modifier);
    Some((format!("]Q{modifier}"), result.text()))
}

/// Symbology identifier and text.
pub(crate) fn data_matrix(grid: &ModuleGrid) -> Option<(String, String)> {
    let rows: Vec<Vec<bool>> = grid.bits.chunks(grid.cols).map(<[bool]>::to_vec).collect();
    let result = Decoder::new().decode_bools(&rows).ok()?;
    let modifier = result.getSymbologyModifier();
    Some((format!("]d{modifier}"), result.getText().to_owned()))
}
