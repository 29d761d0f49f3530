//! The finder patterns of Data Matrix symbols: modules that are known before anything is read.

/// Rows, columns, data regions down and across (ISO/IEC 16022, table 7; ISO/IEC 21471 for the
/// extended rectangles).
pub(crate) const SIZES: [(usize, usize, usize, usize); 48] = [
    (10, 10, 1, 1),
    (12, 12, 1, 1),
    (14, 14, 1, 1),
    (16, 16, 1, 1),
    (18, 18, 1, 1),
    (20, 20, 1, 1),
    (22, 22, 1, 1),
    (24, 24, 1, 1),
    (26, 26, 1, 1),
    (32, 32, 2, 2),
    (36, 36, 2, 2),
    (40, 40, 2, 2),
    (44, 44, 2, 2),
    (48, 48, 2, 2),
    (52, 52, 2, 2),
    (64, 64, 4, 4),
    (72, 72, 4, 4),
    (80, 80, 4, 4),
    (88, 88, 4, 4),
    (96, 96, 4, 4),
    (104, 104, 4, 4),
    (120, 120, 6, 6),
    (132, 132, 6, 6),
    (144, 144, 6, 6),
    (8, 18, 1, 1),
    (8, 32, 1, 2),
    (12, 26, 1, 1),
    (12, 36, 1, 2),
    (16, 36, 1, 2),
    (16, 48, 1, 2),
    (8, 48, 1, 2),
    (8, 64, 1, 4),
    (8, 80, 1, 4),
    (8, 96, 1, 4),
    (8, 120, 1, 6),
    (8, 144, 1, 6),
    (12, 64, 1, 4),
    (12, 88, 1, 4),
    (16, 64, 1, 4),
    (20, 36, 1, 2),
    (20, 44, 1, 2),
    (20, 64, 1, 4),
    (22, 48, 1, 2),
    (24, 48, 1, 2),
    (24, 64, 1, 4),
    (26, 40, 1, 2),
    (26, 48, 1, 2),
    (26, 64, 1, 4),
];

/// 1 dark, −1 light, 0 data; row-major. Each data region has a solid side to the left and at the
/// bottom, and alternates along the top and the right.
pub(crate) fn known((rows, cols, down, across): (usize, usize, usize, usize)) -> Vec<i8> {
    let (height, width) = (rows / down, cols / across);
    let mut out = vec![0; rows * cols];
    for row in 0..rows {
        for col in 0..cols {
            let (y, x) = (row % height, col % width);
            out[row * cols + col] = if x == 0 || y == height - 1 {
                1
            } else if y == 0 {
                if x % 2 == 0 { 1 } else { -1 }
            } else if x == width - 1 {
                if y % 2 == 1 { 1 } else { -1 }
            } else {
                0
            };
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_modules_are_those_of_an_encoder() {
        for (symbology, length) in [
            (label::Symbology::DataMatrix, 3),
            (label::Symbology::DataMatrix, 20),
            (label::Symbology::DataMatrix, 150),
            (label::Symbology::RectangularDataMatrix, 20),
            (label::Symbology::RectangularDataMatrix, 40),
        ] {
            let modules = label::encode(&label::Request {
                symbology,
                gs1: false,
                content: &"Ab1"
                    .repeat(length)
                    .chars()
                    .take(length)
                    .collect::<String>(),
            })
            .unwrap();
            let (rows, cols) = (modules.rows(), modules.cols());
            let size = SIZES
                .into_iter()
                .find(|size| (size.0, size.1) == (rows, cols))
                .unwrap();
            for (index, known) in known(size).into_iter().enumerate() {
                let is_dark = modules.bit(index / cols, index % cols);
                assert!(known == 0 || is_dark == (known > 0), "{size:?} {index}");
            }
        }
    }
}
