//! The seam between detection and decoding.

use crate::Corners;

/// Modules as sampled from a picture, row-major, dark = `true` whatever the picture's polarity;
/// without quiet zone.
#[derive(Clone, Debug, PartialEq)]
pub struct ModuleGrid {
    /// Modules from top to bottom.
    pub rows: usize,
    /// Modules from left to right.
    pub cols: usize,
    /// `rows` × `cols`.
    pub bits: Vec<bool>,
    /// Where it was found, in pixels of the picture.
    pub corners: Corners,
}

impl ModuleGrid {
    /// Whether the module is dark.
    #[must_use]
    pub fn bit(&self, row: usize, col: usize) -> bool {
        self.bits[row * self.cols + col]
    }

    /// Mirrored at the diagonal through the bottom left, where a Data Matrix symbol's two solid
    /// sides meet.
    #[must_use]
    pub fn anti_transposed(&self) -> ModuleGrid {
        let mut turned = self.transposed();
        turned.bits.reverse();
        let [top_left, top_right, bottom_right, bottom_left] = self.corners.to_array();
        turned.corners = Corners::from_array([bottom_right, top_right, top_left, bottom_left]);
        turned
    }

    /// Mirrored at the diagonal through the top left, where a QR Code has its middle finder
    /// pattern.
    #[must_use]
    pub fn transposed(&self) -> ModuleGrid {
        let bits = (0..self.cols)
            .flat_map(|col| (0..self.rows).map(move |row| (row, col)))
            .map(|(row, col)| self.bit(row, col));
        let [top_left, top_right, bottom_right, bottom_left] = self.corners.to_array();
        ModuleGrid {
            rows: self.cols,
            cols: self.rows,
            bits: bits.collect(),
            corners: Corners::from_array([top_left, bottom_left, bottom_right, top_right]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mirror_keeps_its_own_corner() {
        let grid = ModuleGrid {
            rows: 2,
            cols: 3,
            bits: vec![true, false, false, false, true, true],
            corners: Corners::default(),
        };
        let turned = grid.transposed();
        assert_eq!((turned.rows, turned.cols), (3, 2));
        assert_eq!(turned.bits, [true, false, false, true, false, true]);
        let turned = grid.anti_transposed();
        assert_eq!(turned.bits, [true, false, true, false, false, true]);
        assert_eq!(turned.bit(2, 0), grid.bit(1, 0), "the bottom left stays");
        assert_eq!(turned.anti_transposed(), grid);
    }
}
