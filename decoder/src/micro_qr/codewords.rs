//! Module grid of a Micro QR Code → data bits: format information, mask, error correction (ISO/IEC 18004,
//! sections 7.4 to 7.9).

use crate::{ModuleGrid, SymbolError, qr::codewords::FIELD};

/// The data of a symbol, mended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Data {
    /// The last one has four bits, its highest, in versions M1 and M3.
    pub(crate) bytes: Vec<u8>,
    /// 1 to 4.
    pub(crate) version: usize,
    /// Bits of data.
    pub(crate) bits: usize,
    /// Whether so many codewords were wrong that all that follows the end must be as the standard fills it.
    pub(crate) is_doubtful: bool,
    /// The share of error correction that was left over.
    pub(crate) spare: f32,
}

/// By symbol number: version, bits of data, codewords of error correction, codewords that it may mend.
const KINDS: [(usize, usize, usize, usize); 8] = [
    (1, 20, 2, 0),
    (2, 40, 5, 1),
    (2, 32, 6, 2),
    (3, 84, 6, 2),
    (3, 68, 8, 4),
    (4, 128, 8, 3),
    (4, 112, 10, 5),
    (4, 80, 14, 7),
];

/// Bits of the format information that may be wrong: any two of its codes differ in seven at the least.
const FORMAT_ERRORS: u32 = 2;

/// The data of a grid that is the right way round.
///
/// # Errors
/// `Format` where it is no Micro QR Code; `Checksum` where it may be one and can't be mended.
pub(crate) fn data(grid: &ModuleGrid) -> Result<Data, SymbolError> {
    let size = grid.rows;
    if grid.cols != size || !(11..=17).contains(&size) || size.is_multiple_of(2) {
        return Err(SymbolError::Format);
    }
    let (number, mask) = format(grid).ok_or(SymbolError::Format)?;
    let (version, bits, checks, most) = KINDS[number];
    if size != 2 * version + 9 {
        return Err(SymbolError::Format);
    }
    let stream = masked_bits(grid, mask);
    let half = bits % 8 == 4;
    let (data, rest) = stream.split_at(bits);
    let codewords: Vec<u8> = (data.chunks(8).chain(rest.chunks_exact(8)))
        .map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit)))
        .collect();
    let last = bits / 8;
    let mut block = codewords;
    if half {
        block[last] <<= 4;
    }
    block.truncate(bits.div_ceil(8) + checks);
    let seen = block.get(last).copied();
    let wrong = FIELD
        .correct(&mut block, checks, 0, most)
        .ok_or(SymbolError::Checksum)?;
    let mut is_doubtful = most == 0 || wrong * 4 > most * 3;
    if half && block[last] & 15 != 0 {
        // Some encoder counts a last pad of eight ones in the error correction and draws four zeros
        // (a sample of zxing-cpp's): what is drawn counts then, and all pads must be right.
        let is_padded = block[last] == 0xff && seen == Some(0) && wrong * 2 <= most;
        if !is_padded {
            return Err(SymbolError::Checksum);
        }
        block[last] = 0;
        is_doubtful = true;
    }
    block.truncate(bits.div_ceil(8));
    Ok(Data {
        bytes: block,
        version,
        bits,
        is_doubtful,
        spare: 1.0 - wrong as f32 / most.max(1) as f32,
    })
}

/// Symbol number and mask of the nearest of the 32 formats.
fn format(grid: &ModuleGrid) -> Option<(usize, u8)> {
    let mut seen = 0u16;
    for at in 0..15 {
        let (row, col) = if at < 8 { (8, at + 1) } else { (15 - at, 8) };
        seen = seen << 1 | u16::from(grid.bit(row, col));
    }
    let distance = |data: u16| (code(data) ^ seen).count_ones();
    let nearest = (0..32).min_by_key(|data| distance(*data))?;
    (distance(nearest) <= FORMAT_ERRORS).then_some((usize::from(nearest >> 2), (nearest & 3) as u8))
}

/// Five bits with their ten of error correction, masked.
fn code(data: u16) -> u16 {
    let rest = (0..10).fold(data, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
    (data << 10 | rest) ^ 0x4445
}

/// Bits in the order in which they stand, without their mask: two columns at a time from the right, up and
/// down.
fn masked_bits(grid: &ModuleGrid, mask: u8) -> Vec<bool> {
    let size = grid.rows;
    let is_masked = |row: usize, col: usize| {
        let product = row * col;
        let rest = match mask {
            0 => row % 2,
            1 => (row / 2 + col / 3) % 2,
            2 => (product % 2 + product % 3) % 2,
            _ => ((row + col) % 2 + product % 3) % 2,
        };
        rest == 0
    };
    let mut out = Vec::with_capacity(size * size);
    for (turn, right) in (1..size).rev().step_by(2).enumerate() {
        for step in 0..size {
            let row = if turn % 2 == 0 { size - 1 - step } else { step };
            for col in [right, right - 1] {
                if row > 0 && col > 0 && (row > 8 || col > 8) {
                    out.push(grid.bit(row, col) != is_masked(row, col));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_bits_as_the_standard_says() {
        for (version, bits, checks, _) in KINDS {
            let size = 2 * version + 9;
            let grid = ModuleGrid {
                rows: size,
                cols: size,
                bits: vec![false; size * size],
                corners: crate::Corners::default(),
            };
            assert_eq!(masked_bits(&grid, 0).len(), bits + 8 * checks, "M{version}");
        }
    }

    /// What eight ones in the last data codeword add to the error correction of M3-M.
    const ONES: [u8; 8] = [0xe2, 0xb7, 0x85, 0xe5, 0xa9, 0x7b, 0xf8, 0xe0];

    #[test]
    fn a_last_pad_of_ones_that_is_not_drawn() {
        let symbol = label::scene::micro_qr(3, label::Correction::M, "ezik").unwrap();
        let bits = (0..15 * 15).map(|at| symbol.bit(at / 15, at % 15));
        let mut grid = ModuleGrid {
            rows: 15,
            cols: 15,
            bits: bits.collect(),
            corners: crate::Corners::default(),
        };
        let expected = data(&grid).unwrap();
        assert!(!expected.is_doubtful && expected.bits == 68);
        // Where each bit stands: what changes where its module does.
        let plain = masked_bits(&grid, 0);
        let mut places = vec![0; plain.len()];
        for at in 0..grid.bits.len() {
            let mut other = grid.clone();
            other.bits[at] ^= true;
            let other = masked_bits(&other, 0);
            if let Some(bit) = (0..plain.len()).find(|bit| plain[*bit] != other[*bit]) {
                places[bit] = at;
            }
        }
        for (index, byte) in ONES.into_iter().enumerate() {
            for bit in (0..8).filter(|bit| byte >> (7 - bit) & 1 == 1) {
                grid.bits[places[68 + index * 8 + bit]] ^= true;
            }
        }
        let read = data(&grid).unwrap();
        assert_eq!(read.bytes, expected.bytes);
        assert!(read.is_doubtful);
        // With one wrong codeword more it is read, with two more it is not.
        grid.bits[places[0]] ^= true;
        assert_eq!(data(&grid).unwrap().bytes, expected.bytes);
        grid.bits[places[8]] ^= true;
        assert_eq!(data(&grid), Err(SymbolError::Checksum));
    }

    #[test]
    fn formats_differ() {
        assert_eq!(code(0), 0x4445);
        for a in 0..32 {
            for b in 0..a {
                assert!((code(a) ^ code(b)).count_ones() >= 7);
            }
        }
    }
}
