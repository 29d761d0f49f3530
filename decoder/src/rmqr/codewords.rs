//! Module grid of an rMQR symbol → data bytes: format information, the one mask, blocks, error correction
//! (ISO/IEC 23941, sections 7.5 to 7.9).

use crate::{
    ModuleGrid, SymbolError,
    qr::codewords::{Blocks, Data, codewords, mended},
};

use super::pattern::{SIZES, format_places, known, size};

/// Codewords of error correction a block and blocks, for M and H, by version indicator.
const BLOCKS: [[(u8, u8); 2]; 32] = [
    [(7, 1), (10, 1)],
    [(9, 1), (14, 1)],
    [(12, 1), (22, 1)],
    [(16, 1), (30, 1)],
    [(24, 1), (22, 2)],
    [(9, 1), (14, 1)],
    [(12, 1), (22, 1)],
    [(18, 1), (16, 2)],
    [(24, 1), (22, 2)],
    [(18, 2), (22, 3)],
    [(8, 1), (10, 1)],
    [(12, 1), (20, 1)],
    [(16, 1), (16, 2)],
    [(24, 1), (22, 2)],
    [(16, 2), (30, 2)],
    [(24, 2), (30, 3)],
    [(9, 1), (14, 1)],
    [(14, 1), (28, 1)],
    [(22, 1), (20, 2)],
    [(16, 2), (28, 2)],
    [(20, 2), (26, 3)],
    [(20, 3), (28, 4)],
    [(18, 1), (18, 2)],
    [(26, 1), (24, 2)],
    [(18, 2), (24, 3)],
    [(24, 2), (22, 4)],
    [(24, 3), (26, 5)],
    [(22, 1), (20, 2)],
    [(16, 2), (30, 2)],
    [(22, 2), (28, 3)],
    [(20, 3), (26, 4)],
    [(20, 4), (26, 6)],
];

/// What the format information is masked with beside the finder pattern, and beside the sub-pattern.
const MASKS: [u32; 2] = [0x1fab2, 0x20a7b];

/// Bits that may be wrong in one copy, and in both: any two codes differ in eight bits of each.
const FORMAT_ERRORS: (u32, u32) = (3, 7);

/// The data of a grid that is the right way round.
///
/// # Errors
/// `Format` where it is no rMQR symbol; `Checksum` where it may be one and can't be mended.
pub(super) fn data(grid: &ModuleGrid) -> Result<Data, SymbolError> {
    let format = format(grid).ok_or(SymbolError::Format)?;
    let indicator = format % SIZES.len();
    let (rows, cols) = (grid.rows, grid.cols);
    if size(indicator) != (rows, cols) {
        return Err(SymbolError::Format);
    }
    let mut is_function: Vec<bool> = known((rows, cols)).iter().map(|one| *one != 0).collect();
    for (row, col) in format_places((rows, cols)).flatten() {
        is_function[row * cols + col] = true;
    }
    let rights = (1..cols - 1).rev().step_by(2);
    let codewords = codewords(grid, &is_function, rights, |row, col| {
        (row / 2 + col / 3).is_multiple_of(2)
    });
    let (checks, count) = BLOCKS[indicator][format / SIZES.len()];
    let blocks = Blocks {
        checks: usize::from(checks),
        count: usize::from(count),
        guards: 0,
    };
    mended(&codewords, indicator, blocks).ok_or(SymbolError::Checksum)
}

/// Six bits: the level, and five of the version indicator.
fn format(grid: &ModuleGrid) -> Option<usize> {
    let size = (grid.rows, grid.cols);
    if size.0 < 7 || size.1 < 27 {
        return None;
    }
    let mut seen = [0u32; 2];
    for (bit, places) in format_places(size).enumerate() {
        for (copy, (row, col)) in seen.iter_mut().zip(places) {
            *copy |= u32::from(grid.bit(row, col)) << bit;
        }
    }
    let distances = |data: usize| {
        let [first, second] = [0, 1].map(|copy| (code(data, copy) ^ seen[copy]).count_ones());
        (first + second, first.min(second))
    };
    let nearest = (0..64).min_by_key(|data| distances(*data))?;
    let (both, least) = distances(nearest);
    (both <= FORMAT_ERRORS.1 && least <= FORMAT_ERRORS.0).then_some(nearest)
}

/// Six bits with their twelve of error correction, under the mask of that copy.
pub(super) fn code(data: usize, copy: usize) -> u32 {
    let data = data as u32;
    let rest = (0..12).fold(data, |rest, _| (rest << 1) ^ ((rest >> 11) * 0x1f25));
    (data << 12 | rest) ^ MASKS[copy]
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use label::scene::{Random, Segment, rmqr};

    use super::*;
    use crate::Corners;

    /// A symbol's grid.
    fn grid(indicator: usize, level: usize, segments: &[Segment<'_>]) -> ModuleGrid {
        let symbol = rmqr(indicator, level == 1, segments).unwrap();
        let (rows, cols) = (symbol.rows(), symbol.cols());
        let bits = (0..rows * cols).map(|at| symbol.bit(at / cols, at % cols));
        ModuleGrid {
            rows,
            cols,
            bits: bits.collect(),
            corners: Corners::default(),
        }
    }

    /// Eight modules for each codeword.
    fn places(grid: &ModuleGrid) -> Vec<usize> {
        let size = (grid.rows, grid.cols);
        let mut is_function: Vec<bool> = known(size).iter().map(|one| *one != 0).collect();
        for (row, col) in format_places(size).flatten() {
            is_function[row * grid.cols + col] = true;
        }
        let places = RefCell::new(Vec::new());
        let rights = (1..grid.cols - 1).rev().step_by(2);
        codewords(grid, &is_function, rights, |row, col| {
            places.borrow_mut().push(row * grid.cols + col);
            false
        });
        places.into_inner()
    }

    #[test]
    fn as_many_wrong_codewords_as_half_of_the_checks_in_each_block() {
        let mut random = Random::new(11);
        for (indicator, levels) in BLOCKS.into_iter().enumerate() {
            for (level, (checks, count)) in levels.into_iter().enumerate() {
                let whole = grid(indicator, level, &[Segment::Numeric("12345")]);
                let expected = data(&whole).unwrap();
                assert_eq!((expected.spare, expected.least_pads), (1.0, None));
                let places = places(&whole);
                let (checks, count) = (usize::from(checks), usize::from(count));
                let data_count = places.len() / 8 - checks * count;
                // What stands where, of the block with that index: the last codeword of data is only in some.
                let codeword = |block: usize, at: usize| {
                    let short = data_count / count;
                    match at.checked_sub(short) {
                        Some(check) => data_count + check * count + block,
                        None => at * count + block,
                    }
                };
                let mut damaged = whole.clone();
                let mut turn = |codeword: usize| {
                    damaged.bits[places[codeword * 8 + random.below(8)]] ^= true;
                };
                for block in 0..count {
                    (0..checks / 2).for_each(|at| turn(codeword(block, at)));
                }
                let again = data(&damaged).unwrap();
                assert_eq!(again.bytes, expected.bytes, "{indicator} {level}");
                assert_eq!((again.spare, again.least_pads), (0.0, Some(0)));
                let one_more = places[codeword(0, checks / 2) * 8];
                damaged.bits[one_more] ^= true;
                assert_eq!(data(&damaged), Err(SymbolError::Checksum));
            }
        }
    }

    #[test]
    fn either_copy_of_the_format_may_be_damaged() {
        let whole = grid(20, 1, &[Segment::Numeric("7")]);
        let size = (whole.rows, whole.cols);
        for (copy, bits, is_read) in [(0, 3, true), (1, 7, true), (0, 8, false), (1, 8, false)] {
            let mut damaged = whole.clone();
            for places in format_places(size).take(bits) {
                let (row, col) = places[copy];
                damaged.bits[row * size.1 + col] ^= true;
            }
            assert_eq!(data(&damaged).is_ok(), is_read, "{copy} {bits}");
        }
    }

    #[test]
    fn no_other_size() {
        let mut other = grid(3, 0, &[Segment::Numeric("7")]);
        // R7x99 says so: cut off to R7x77 it is no symbol, and what is smaller than any is none.
        for cols in [77, 26, 1, 0] {
            let rows = other.bits.chunks(99).flat_map(|row| &row[..cols]).copied();
            let cut = ModuleGrid {
                cols,
                bits: rows.collect(),
                ..other.clone()
            };
            assert_eq!(data(&cut), Err(SymbolError::Format), "{cols}");
        }
        (other.rows, other.cols) = (1, 693);
        assert_eq!(data(&other), Err(SymbolError::Format));
    }

    #[test]
    fn codes_of_the_format() {
        // ISO/IEC 23941, annex C: the first, the second and the last of each side.
        for (data, first, second) in [
            (0, 0x1fab2, 0x20a7b),
            (1, 0x1e597, 0x2155e),
            (63, 0x20137, 0x1f1fe),
        ] {
            assert_eq!((code(data, 0), code(data, 1)), (first, second));
        }
        for a in 0..64 {
            for b in 0..a {
                assert!((code(a, 0) ^ code(b, 0)).count_ones() >= 8, "{a} {b}");
            }
        }
    }
}
