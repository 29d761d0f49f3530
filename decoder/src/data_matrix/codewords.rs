//! Module grid of a Data Matrix symbol → data codewords: placement, interleaved blocks, error
//! correction (ISO/IEC 16022, annexes E and F; ISO/IEC 21471).

use crate::{ModuleGrid, SymbolError, reed_solomon::Field};

use super::pattern::SIZES;

/// The data of a symbol, mended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Data {
    pub(crate) bytes: Vec<u8>,
    /// Whether so many codewords were wrong that what they say needs a second look.
    pub(crate) is_doubtful: bool,
    /// The share of error correction that was left over, in the block that had the least.
    pub(crate) spare: f32,
}

static FIELD: Field = Field::new(0x12d);

/// Codewords of error correction a block, and blocks, in the order of [`SIZES`].
const CHECKS: [(u8, u8); 48] = [
    (5, 1),
    (7, 1),
    (10, 1),
    (12, 1),
    (14, 1),
    (18, 1),
    (20, 1),
    (24, 1),
    (28, 1),
    (36, 1),
    (42, 1),
    (48, 1),
    (56, 1),
    (68, 1),
    (42, 2),
    (56, 2),
    (36, 4),
    (48, 4),
    (56, 4),
    (68, 4),
    (56, 6),
    (68, 6),
    (62, 8),
    (62, 10),
    (7, 1),
    (11, 1),
    (14, 1),
    (18, 1),
    (24, 1),
    (28, 1),
    (15, 1),
    (18, 1),
    (22, 1),
    (28, 1),
    (32, 1),
    (36, 1),
    (27, 1),
    (36, 1),
    (36, 1),
    (28, 1),
    (34, 1),
    (42, 1),
    (38, 1),
    (41, 1),
    (46, 1),
    (38, 1),
    (42, 1),
    (50, 1),
];

/// The data of a grid that is the right way round.
///
/// # Errors
/// `Format` where there is no symbol of that size; `Checksum` where it can't be mended.
pub(crate) fn data(grid: &ModuleGrid) -> Result<Data, SymbolError> {
    let index = SIZES
        .iter()
        .position(|size| (size.0, size.1) == (grid.rows, grid.cols))
        .ok_or(SymbolError::Format)?;
    let (_, _, down, across) = SIZES[index];
    let (checks, blocks) = CHECKS[index];
    let codewords = Placement::new(grid, down, across).codewords();
    mended(&codewords, usize::from(checks), usize::from(blocks)).ok_or(SymbolError::Checksum)
}

/// The data region, without its borders, while codewords are taken out of it.
struct Placement<'a> {
    grid: &'a ModuleGrid,
    /// Modules a data region, with its border.
    region: (usize, usize),
    rows: i32,
    cols: i32,
    taken: Vec<bool>,
}

/// The places of a codeword's eight modules, the highest bit first.
type Shape = [(i32, i32); 8];

/// Most codewords, from their last module.
const USUAL: Shape = [
    (-2, -2),
    (-2, -1),
    (-1, -2),
    (-1, -1),
    (-1, 0),
    (0, -2),
    (0, -1),
    (0, 0),
];

/// In corners; negative places count from the end, −1 being the last.
const CORNERS: [Shape; 4] = [
    [
        (-1, 0),
        (-1, 1),
        (-1, 2),
        (0, -2),
        (0, -1),
        (1, -1),
        (2, -1),
        (3, -1),
    ],
    [
        (-3, 0),
        (-2, 0),
        (-1, 0),
        (0, -4),
        (0, -3),
        (0, -2),
        (0, -1),
        (1, -1),
    ],
    [
        (-3, 0),
        (-2, 0),
        (-1, 0),
        (0, -2),
        (0, -1),
        (1, -1),
        (2, -1),
        (3, -1),
    ],
    [
        (-1, 0),
        (-1, -1),
        (0, -3),
        (0, -2),
        (0, -1),
        (1, -3),
        (1, -2),
        (1, -1),
    ],
];

impl<'a> Placement<'a> {
    fn new(grid: &'a ModuleGrid, down: usize, across: usize) -> Placement<'a> {
        let (rows, cols) = (grid.rows - 2 * down, grid.cols - 2 * across);
        Placement {
            grid,
            region: (grid.rows / down, grid.cols / across),
            rows: rows as i32,
            cols: cols as i32,
            taken: vec![false; rows * cols],
        }
    }

    /// The walk of annex F: up and down along diagonals.
    fn codewords(mut self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.taken.len() / 8);
        let (mut row, mut col) = (4, 0);
        while row < self.rows || col < self.cols {
            if let Some(corner) = self.corner(row, col) {
                out.push(self.in_corner(&CORNERS[corner]));
            }
            while row >= 0 && col < self.cols {
                if row < self.rows && col >= 0 {
                    out.extend(self.usual(row, col));
                }
                (row, col) = (row - 2, col + 2);
            }
            (row, col) = (row + 1, col + 3);
            while row < self.rows && col >= 0 {
                if row >= 0 && col < self.cols {
                    out.extend(self.usual(row, col));
                }
                (row, col) = (row + 2, col - 2);
            }
            (row, col) = (row + 3, col + 1);
        }
        out.truncate(self.taken.len() / 8);
        out
    }

    /// The shape that a codeword has instead where the walk begins anew.
    fn corner(&self, row: i32, col: i32) -> Option<usize> {
        let (rows, cols) = (self.rows, self.cols);
        match (row - rows, col) {
            (0, 0) => Some(0),
            (-2, 0) if cols % 8 == 4 => Some(2),
            (-2, 0) if cols % 4 != 0 => Some(1),
            (4, 2) if cols % 8 == 0 => Some(3),
            _ => None,
        }
    }

    fn in_corner(&mut self, shape: &Shape) -> u8 {
        let from_end = |at: i32, count: i32| if at < 0 { at + count } else { at };
        let (rows, cols) = (self.rows, self.cols);
        shape.iter().fold(0, |byte, (row, col)| {
            byte << 1 | self.take(from_end(*row, rows), from_end(*col, cols))
        })
    }

    /// `None` where a codeword was taken there before.
    fn usual(&mut self, row: i32, col: i32) -> Option<u8> {
        if self.taken[(row * self.cols + col) as usize] {
            return None;
        }
        Some(USUAL.iter().fold(0, |byte, (down, right)| {
            let (row, col) = self.wrapped(row + down, col + right);
            byte << 1 | self.take(row, col)
        }))
    }

    /// What would lie outside goes on at the other side.
    fn wrapped(&self, mut row: i32, mut col: i32) -> (i32, i32) {
        if row < 0 {
            row += self.rows;
            col += 4 - (self.rows + 4) % 8;
        }
        if col < 0 {
            col += self.cols;
            row += 4 - (self.cols + 4) % 8;
        }
        if row >= self.rows {
            row -= self.rows;
        }
        (row, col)
    }

    fn take(&mut self, row: i32, col: i32) -> u8 {
        let (row, col) = (row as usize, col as usize);
        self.taken[row * self.cols as usize + col] = true;
        let (height, width) = (self.region.0 - 2, self.region.1 - 2);
        let row = row + 1 + 2 * (row / height);
        let col = col + 1 + 2 * (col / width);
        u8::from(self.grid.bit(row, col))
    }
}

/// The data codewords in their order, every block mended.
fn mended(codewords: &[u8], checks: usize, blocks: usize) -> Option<Data> {
    let total = codewords.len().checked_sub(checks * blocks)?;
    let mut out = vec![0; total];
    let (mut is_doubtful, mut most_wrong) = (false, 0);
    for index in 0..blocks {
        let data = codewords[..total].iter().skip(index).step_by(blocks);
        // Where the last blocks are shorter, their error correction comes first.
        let first = (index + blocks - total % blocks) % blocks;
        let rest = codewords[total..].iter().skip(first).step_by(blocks);
        let mut block: Vec<u8> = data.chain(rest).copied().collect();
        let wrong = FIELD.correct(&mut block, checks, 1, checks / 2)?;
        most_wrong = most_wrong.max(wrong);
        is_doubtful |= wrong > 0 && wrong * 4 > checks / 2 * 3;
        let places = out.iter_mut().skip(index).step_by(blocks);
        for (place, byte) in places.zip(&block) {
            *place = *byte;
        }
    }
    Some(Data {
        bytes: out,
        is_doubtful,
        spare: 1.0 - most_wrong as f32 / (checks / 2).max(1) as f32,
    })
}
