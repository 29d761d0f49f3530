//! The function patterns of an rMQR symbol (ISO/IEC 23941, sections 5.1 and 5.3): modules that are known
//! before anything is read.

/// Rows and columns, by version indicator.
pub(super) const SIZES: [(u8, u8); 32] = [
    (7, 43),
    (7, 59),
    (7, 77),
    (7, 99),
    (7, 139),
    (9, 43),
    (9, 59),
    (9, 77),
    (9, 99),
    (9, 139),
    (11, 27),
    (11, 43),
    (11, 59),
    (11, 77),
    (11, 99),
    (11, 139),
    (13, 27),
    (13, 43),
    (13, 59),
    (13, 77),
    (13, 99),
    (13, 139),
    (15, 43),
    (15, 59),
    (15, 77),
    (15, 99),
    (15, 139),
    (17, 43),
    (17, 59),
    (17, 77),
    (17, 99),
    (17, 139),
];

/// Rows and columns of the version with that indicator, of which the lowest five bits count.
pub(super) fn size(indicator: usize) -> (usize, usize) {
    let (rows, cols) = SIZES[indicator % SIZES.len()];
    (usize::from(rows), usize::from(cols))
}

/// Columns of the alignment patterns' centers, which are those of the inner timing patterns.
fn alignment_centers(cols: usize) -> &'static [usize] {
    match cols {
        43 => &[21],
        59 => &[19, 39],
        77 => &[25, 51],
        99 => &[23, 49, 75],
        139 => &[27, 55, 83, 111],
        _ => &[],
    }
}

/// Row and column of each bit of the format information, the lowest first: beside the finder pattern and
/// beside the finder sub-pattern.
pub(super) fn format_places(
    (rows, cols): (usize, usize),
) -> impl Iterator<Item = [(usize, usize); 2]> {
    (0..18).map(move |bit| {
        let (down, right) = (bit % 5, bit / 5);
        let far = match right {
            3 => (rows - 6, cols - 5 + down),
            _ => (rows - 6 + down, cols - 8 + right),
        };
        [(1 + down, 8 + right), far]
    })
}

/// Dark 1, light −1, 0 what is data or format information; row-major.
pub(super) fn known((rows, cols): (usize, usize)) -> Vec<i8> {
    let centers = alignment_centers(cols);
    let mut out = Vec::with_capacity(rows * cols);
    for row in 0..rows {
        for col in 0..cols {
            out.push(match color((rows, cols), centers, (row, col)) {
                Some(true) => 1,
                Some(false) => -1,
                None => 0,
            });
        }
    }
    out
}

/// Whether the module is dark; `None` where it is not known.
fn color(
    (rows, cols): (usize, usize),
    centers: &[usize],
    (row, col): (usize, usize),
) -> Option<bool> {
    // From the bottom and from the right, 0 at the edge.
    let (below, beyond) = (rows - 1 - row, cols - 1 - col);
    if row < 8 && col < 8 {
        // The finder pattern and its separator.
        let ring = row.abs_diff(3).max(col.abs_diff(3));
        return Some(!matches!(ring, 2 | 4));
    }
    if below < 5 && beyond < 5 {
        return Some(below.abs_diff(2).max(beyond.abs_diff(2)) != 1);
    }
    let edge = row.min(below);
    for center in centers {
        match col.abs_diff(*center) {
            // An alignment pattern is a ring of eight modules.
            0 if edge == 1 => return Some(false),
            0 | 1 if edge < 3 => return Some(true),
            0 => return Some(row % 2 == 0),
            _ => {}
        }
    }
    // Two modules beside the corner and the one between them and the symbol's middle.
    for (a, b) in [(row, beyond), (below, col)] {
        // In nine rows the separator, which is seen to above, takes a part of the lower one.
        if a < 2 && b < 2 {
            return Some((a, b) != (1, 1));
        }
    }
    if edge == 0 {
        Some(col % 2 == 0)
    } else if col == 0 || beyond == 0 {
        Some(row % 2 == 0)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use label::scene::{Segment, rmqr};

    #[test]
    fn known_modules_are_those_of_an_encoder() {
        for indicator in 0..SIZES.len() {
            let (rows, cols) = size(indicator);
            let symbols = ["0", "1234567"].map(|text| {
                let symbol = rmqr(indicator, false, &[Segment::Numeric(text)]).unwrap();
                assert_eq!((symbol.rows(), symbol.cols()), (rows, cols));
                symbol
            });
            for (index, known) in known((rows, cols)).into_iter().enumerate() {
                let (row, col) = (index / cols, index % cols);
                for symbol in &symbols {
                    let is_dark = symbol.bit(row, col);
                    assert!(
                        known == 0 || is_dark == (known > 0),
                        "R{rows}x{cols}: row {row}, column {col}"
                    );
                }
            }
        }
    }
}
