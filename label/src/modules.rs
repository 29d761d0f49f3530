//! The modules of a symbol.

use std::ops::Range;

/// Row-major modules without quiet zone; `true` is dark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    rows: usize,
    cols: usize,
    bits: Vec<bool>,
}

impl Modules {
    /// `bits` holds `rows` × `cols` modules, row by row; missing ones are light.
    pub(crate) fn new(rows: usize, cols: usize, mut bits: Vec<bool>) -> Modules {
        bits.resize(rows * cols, false);
        Modules { rows, cols, bits }
    }

    /// How many rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns.
    #[must_use]
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// Whether the module is dark; outside of the symbol everything is light.
    #[must_use]
    pub fn bit(&self, row: usize, col: usize) -> bool {
        row < self.rows && col < self.cols && self.bits[row * self.cols + col]
    }

    /// The runs of dark modules, row by row: the row, and from which column to before which.
    pub(crate) fn runs(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        (0..self.rows).flat_map(move |row| {
            let mut from = 0;
            std::iter::from_fn(move || {
                let start = (from..self.cols).find(|col| self.bit(row, *col))?;
                let end = (start..self.cols).find(|col| !self.bit(row, *col));
                from = end.unwrap_or(self.cols);
                Some((row, start..from))
            })
        })
    }
}
