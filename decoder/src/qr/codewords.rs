//! Module grid of a QR Code → data bytes: format information, mask, interleaved blocks, error
//! correction (ISO/IEC 18004, sections 7.4 to 7.9).

use crate::{ModuleGrid, SymbolError, reed_solomon::Field};

use super::pattern;

/// The data of a symbol, mended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Data {
    pub(crate) bytes: Vec<u8>,
    /// 1 to 40; the version indicator of rMQR, 0 to 31.
    pub(crate) version: usize,
    /// Where so many codewords were wrong that a second look is needed: how many pads must follow
    /// the data, each as the standard has it.
    pub(crate) least_pads: Option<usize>,
    /// The share of error correction that was left over, in the block that had the least.
    pub(crate) spare: f32,
}

/// That of all kinds of QR Code.
pub(crate) static FIELD: Field = Field::new(0x11d);

/// Codewords of error correction a block, by level (L, M, Q, H) and version.
const CHECKS: [[u8; 40]; 4] = [
    [
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30,
        30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ],
    [
        13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30,
        30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
        17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
];

/// Blocks, by level and version.
const BLOCKS: [[u8; 40]; 4] = [
    [
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13,
        14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
    ],
    [
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23,
        25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ],
    [
        1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29,
        34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
    ],
    [
        1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35,
        37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
    ],
];

/// Rows of those tables, by the two bits that say the level.
const LEVELS: [usize; 4] = [1, 0, 3, 2];

/// What the format information says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Format {
    level: usize,
    mask: u8,
}

/// The data of a grid that is the right way round.
///
/// # Errors
/// `Format` where it is no QR Code; `Checksum` where it may be one and can't be mended.
pub(crate) fn data(grid: &ModuleGrid) -> Result<Data, SymbolError> {
    let size = grid.rows;
    if grid.cols != size || !pattern::SIZES.contains(&size) || size % 4 != 1 {
        return Err(SymbolError::Format);
    }
    let format = format(grid).ok_or(SymbolError::Format)?;
    let version = pattern::version(size);
    // The timing pattern's column is left out.
    let rights = (7..size).rev().step_by(2).chain([5, 3, 1]);
    let codewords = codewords(grid, &function_modules(size), rights, |row, col| {
        is_masked(format.mask, row, col)
    });
    let blocks = Blocks {
        checks: usize::from(CHECKS[format.level][version - 1]),
        count: usize::from(BLOCKS[format.level][version - 1]),
        guards: guards(version, format.level),
    };
    mended(&codewords, version, blocks).ok_or(SymbolError::Checksum)
}

/// The nearest of the 32 formats; up to three bits may be wrong in either copy.
fn format(grid: &ModuleGrid) -> Option<Format> {
    let size = grid.rows;
    let [mut first, mut second] = [0u16; 2];
    for bit in 0..15 {
        let (row, col) = match bit {
            0..=5 => (bit, 8),
            6 | 7 => (bit + 1, 8),
            8 => (8, 7),
            _ => (8, 14 - bit),
        };
        first |= u16::from(grid.bit(row, col)) << bit;
        let (row, col) = if bit < 8 {
            (8, size - 1 - bit)
        } else {
            (size - 15 + bit, 8)
        };
        second |= u16::from(grid.bit(row, col)) << bit;
    }
    let distance = |data: u16| {
        let code = format_code(data);
        let [first, second] = [first, second].map(|bits| (bits ^ code).count_ones());
        (first.min(second), first + second)
    };
    let nearest = (0..32).min_by_key(|data| distance(*data))?;
    (distance(nearest).0 <= 3).then_some(Format {
        level: LEVELS[usize::from(nearest >> 3)],
        mask: (nearest & 7) as u8,
    })
}

/// Five bits with their ten of error correction, masked.
fn format_code(data: u16) -> u16 {
    let rest = (0..10).fold(data, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
    (data << 10 | rest) ^ 0x5412
}

fn is_masked(mask: u8, row: usize, col: usize) -> bool {
    let product = row * col;
    let rest = match mask {
        0 => (row + col) % 2,
        1 => row % 2,
        2 => col % 3,
        3 => (row + col) % 3,
        4 => (row / 2 + col / 3) % 2,
        5 => product % 2 + product % 3,
        6 => (product % 2 + product % 3) % 2,
        _ => ((row + col) % 2 + product % 3) % 2,
    };
    rest == 0
}

/// Codewords in the order in which they stand: two columns at a time, of which `rights` are the right ones, up
/// and down; without modules that hold no data.
pub(crate) fn codewords(
    grid: &ModuleGrid,
    is_function: &[bool],
    rights: impl Iterator<Item = usize>,
    is_masked: impl Fn(usize, usize) -> bool,
) -> Vec<u8> {
    let (rows, cols) = (grid.rows, grid.cols);
    let mut out = Vec::with_capacity(rows * cols / 8);
    let (mut byte, mut bits) = (0u8, 0);
    let mut is_upward = true;
    for right in rights {
        for step in 0..rows {
            let row = if is_upward { rows - 1 - step } else { step };
            for col in [right, right - 1] {
                if is_function[row * cols + col] {
                    continue;
                }
                let bit = grid.bit(row, col) != is_masked(row, col);
                byte = byte << 1 | u8::from(bit);
                bits += 1;
                if bits == 8 {
                    out.push(byte);
                    (byte, bits) = (0, 0);
                }
            }
        }
        is_upward = !is_upward;
    }
    out
}

/// Modules that hold no data.
fn function_modules(size: usize) -> Vec<bool> {
    let known = pattern::known(size);
    let mut out: Vec<bool> = known.iter().map(|known| *known != 0).collect();
    for at in (0..9).chain(size - 8..size) {
        out[8 * size + at] = true;
        out[at * size + 8] = true;
    }
    if pattern::version(size) >= 7 {
        for at in 0..18 {
            let (near, far) = (at / 3, size - 11 + at % 3);
            out[near * size + far] = true;
            out[far * size + near] = true;
        }
    }
    out
}

/// How a symbol's codewords are divided.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Blocks {
    /// Codewords of error correction in each.
    pub(crate) checks: usize,
    /// How many blocks.
    pub(crate) count: usize,
    /// Codewords that guard against wrong corrections.
    pub(crate) guards: usize,
}

/// The data codewords in their order, every block mended, and the pads that must confirm it.
pub(crate) fn mended(codewords: &[u8], version: usize, blocks: Blocks) -> Option<Data> {
    let Blocks {
        checks,
        count,
        guards,
    } = blocks;
    let most = checks / 2;
    let safe = (checks - guards) / 2;
    // The last blocks have one codeword of data more.
    let short = codewords.len() / count;
    let long_from = count - codewords.len() % count;
    let mut out = Vec::with_capacity(codewords.len());
    let (mut least_pads, mut most_wrong) = (None, 0);
    for index in 0..count {
        let is_long = index >= long_from;
        let data = (0..short - checks).map(|at| codewords[at * count + index]);
        let more = is_long.then(|| codewords[(short - checks) * count + index - long_from]);
        let start = (short - checks) * count + (count - long_from);
        let rest = (0..checks).map(|at| codewords[start + at * count + index]);
        let mut block: Vec<u8> = data.chain(more).chain(rest).collect();
        let wrong = FIELD.correct(&mut block, checks, 0, most)?;
        most_wrong = most_wrong.max(wrong);
        if wrong > safe {
            least_pads = Some(PADS_BEYOND);
        } else if wrong > 0 && wrong * 4 > most * 3 {
            least_pads = least_pads.max(Some(0));
        }
        out.extend(&block[..block.len() - checks]);
    }
    Some(Data {
        bytes: out,
        version,
        least_pads,
        spare: 1.0 - most_wrong as f32 / most.max(1) as f32,
    })
}

/// Pads that confirm a correction which leaves nothing to guard it.
const PADS_BEYOND: usize = 2;

/// Codewords that guard against wrong corrections in the smallest symbols (ISO/IEC 18004, table 9).
fn guards(version: usize, level: usize) -> usize {
    match (version, level) {
        (1, 0) => 3,
        (1, 1) | (2, 0) => 2,
        (1, 2 | 3) | (3, 0) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_format() {
        // ISO/IEC 18004, annex C: level M with mask 5.
        assert_eq!(format_code(0b00101), 0b100_0000_1100_1110);
        assert_eq!(format_code(0), 0x5412);
    }

    #[test]
    fn as_many_codewords_as_the_standard_says() {
        for (version, codewords) in [
            (1, 26),
            (2, 44),
            (7, 196),
            (14, 581),
            (32, 2465),
            (40, 3706),
        ] {
            let size = version * 4 + 17;
            let free = function_modules(size).iter().filter(|one| !**one).count();
            assert_eq!(free / 8, codewords, "version {version}");
        }
    }
}
