//! Segments → modules of an rMQR symbol (ISO/IEC 23941), every version and both levels: what readers are
//! tested with. No label is printed of it.

use crate::Modules;

/// What follows each other in a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Digits.
    Numeric(&'a str),
    /// Digits, capital letters and ` $%*+-./:`, as they are: in a symbol with FNC1, `%` stands for it.
    Alphanumeric(&'a str),
    /// Bytes of whatever character set.
    Bytes(&'a [u8]),
    /// Characters of Shift JIS, two bytes each, from `0x8140` on.
    Kanji(&'a [u16]),
    /// From here on the character set is that of this number, below 128.
    Eci(u8),
    /// GS1: FNC1 in the first position.
    Fnc1,
    /// An AIM application: FNC1 in the second position with that indicator.
    Application(u8),
}

impl<'a> Segment<'a> {
    /// The whole text in the mode that takes the least room.
    #[must_use]
    pub fn of(text: &'a str) -> Segment<'a> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            Segment::Numeric(text)
        } else if text.bytes().all(|byte| alphanumeric(byte).is_some()) {
            Segment::Alphanumeric(text)
        } else {
            Segment::Bytes(text.as_bytes())
        }
    }
}

/// One of the 32 sizes.
struct Version {
    rows: usize,
    cols: usize,
    /// By level, M and H: codewords of error correction a block, blocks, codewords of data in all.
    blocks: [(usize, usize, usize); 2],
    /// Bits of a count of digits, alphanumeric characters, bytes and kanji.
    counts: [usize; 4],
}

const fn version(
    (rows, cols): (usize, usize),
    m: (usize, usize, usize),
    h: (usize, usize, usize),
    counts: [usize; 4],
) -> Version {
    Version {
        rows,
        cols,
        blocks: [m, h],
        counts,
    }
}

/// ISO/IEC 23941, tables 1, 3 and 8, by version indicator.
const VERSIONS: [Version; 32] = [
    version((7, 43), (7, 1, 6), (10, 1, 3), [4, 3, 3, 2]),
    version((7, 59), (9, 1, 12), (14, 1, 7), [5, 5, 4, 3]),
    version((7, 77), (12, 1, 20), (22, 1, 10), [6, 5, 5, 4]),
    version((7, 99), (16, 1, 28), (30, 1, 14), [7, 6, 5, 5]),
    version((7, 139), (24, 1, 44), (22, 2, 24), [7, 6, 6, 5]),
    version((9, 43), (9, 1, 12), (14, 1, 7), [5, 5, 4, 3]),
    version((9, 59), (12, 1, 21), (22, 1, 11), [6, 5, 5, 4]),
    version((9, 77), (18, 1, 31), (16, 2, 17), [7, 6, 5, 5]),
    version((9, 99), (24, 1, 42), (22, 2, 22), [7, 6, 6, 5]),
    version((9, 139), (18, 2, 63), (22, 3, 33), [8, 7, 6, 6]),
    version((11, 27), (8, 1, 7), (10, 1, 5), [4, 4, 3, 2]),
    version((11, 43), (12, 1, 19), (20, 1, 11), [6, 5, 5, 4]),
    version((11, 59), (16, 1, 31), (16, 2, 15), [7, 6, 5, 5]),
    version((11, 77), (24, 1, 43), (22, 2, 23), [7, 6, 6, 5]),
    version((11, 99), (16, 2, 57), (30, 2, 29), [8, 7, 6, 6]),
    version((11, 139), (24, 2, 84), (30, 3, 42), [8, 7, 7, 6]),
    version((13, 27), (9, 1, 12), (14, 1, 7), [5, 5, 4, 3]),
    version((13, 43), (14, 1, 27), (28, 1, 13), [6, 6, 5, 5]),
    version((13, 59), (22, 1, 38), (20, 2, 20), [7, 6, 6, 5]),
    version((13, 77), (16, 2, 53), (28, 2, 29), [7, 7, 6, 6]),
    version((13, 99), (20, 2, 73), (26, 3, 35), [8, 7, 7, 6]),
    version((13, 139), (20, 3, 106), (28, 4, 54), [8, 8, 7, 7]),
    version((15, 43), (18, 1, 33), (18, 2, 15), [7, 6, 6, 5]),
    version((15, 59), (26, 1, 48), (24, 2, 26), [7, 7, 6, 5]),
    version((15, 77), (18, 2, 67), (24, 3, 31), [8, 7, 7, 6]),
    version((15, 99), (24, 2, 88), (22, 4, 48), [8, 7, 7, 6]),
    version((15, 139), (24, 3, 127), (26, 5, 69), [9, 8, 7, 7]),
    version((17, 43), (22, 1, 39), (20, 2, 21), [7, 6, 6, 5]),
    version((17, 59), (16, 2, 56), (30, 2, 28), [8, 7, 6, 6]),
    version((17, 77), (22, 2, 78), (28, 3, 38), [8, 7, 7, 6]),
    version((17, 99), (20, 3, 100), (26, 4, 56), [8, 8, 7, 6]),
    version((17, 139), (20, 4, 152), (26, 6, 76), [9, 8, 8, 7]),
];

/// How many sizes there are.
pub const RMQR_VERSIONS: usize = VERSIONS.len();

/// A symbol of the size with that version indicator (0 is R7x43, 31 is R17x139), at level H or M; `None`
/// where the segments do not fit or hold what their mode can't say.
#[must_use]
pub fn rmqr(indicator: usize, is_high: bool, segments: &[Segment<'_>]) -> Option<Modules> {
    let version = VERSIONS.get(indicator)?;
    let (checks, blocks, data) = version.blocks[usize::from(is_high)];
    let bytes = data_codewords(version, segments, data)?;
    let codewords = interleaved(&bytes, checks, blocks);
    let mut canvas = Canvas::of(version);
    canvas.functions();
    canvas.format(indicator | usize::from(is_high) << 5);
    canvas.fill(&codewords);
    let bits = canvas.cells.into_iter().map(|cell| cell == Some(true));
    Some(Modules::new(version.rows, version.cols, bits.collect()))
}

/// The place of a byte among the 45 alphanumeric characters.
fn alphanumeric(byte: u8) -> Option<u32> {
    let all = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let at = all.iter().position(|one| *one == byte)?;
    u32::try_from(at).ok()
}

/// Bits, the first one first.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    fn push(&mut self, count: usize, value: u32) {
        self.0
            .extend((0..count).rev().map(|at| value >> at & 1 == 1));
    }

    /// A mode's indicator and how many characters follow, where the field is wide enough.
    fn head(&mut self, mode: u32, width: usize, count: usize) -> Option<()> {
        if count >= 1 << width {
            return None;
        }
        self.push(3, mode);
        self.push(width, u32::try_from(count).ok()?);
        Some(())
    }
}

fn data_codewords(version: &Version, segments: &[Segment<'_>], capacity: usize) -> Option<Vec<u8>> {
    let [digits, letters, octets, pairs] = version.counts;
    let mut bits = Bits::default();
    for segment in segments {
        match segment {
            Segment::Numeric(text) => {
                bits.head(1, digits, text.len())?;
                for three in text.as_bytes().chunks(3) {
                    let value = std::str::from_utf8(three).ok()?.parse().ok()?;
                    bits.push([0, 4, 7, 10][three.len()], value);
                }
            }
            Segment::Alphanumeric(text) => {
                bits.head(2, letters, text.len())?;
                for two in text.as_bytes().chunks(2) {
                    match two {
                        [a, b] => bits.push(11, alphanumeric(*a)? * 45 + alphanumeric(*b)?),
                        one => bits.push(6, alphanumeric(one[0])?),
                    }
                }
            }
            Segment::Bytes(bytes) => {
                bits.head(3, octets, bytes.len())?;
                for byte in *bytes {
                    bits.push(8, u32::from(*byte));
                }
            }
            Segment::Kanji(characters) => {
                bits.head(4, pairs, characters.len())?;
                for character in *characters {
                    let base = if *character >= 0xe040 { 0xc140 } else { 0x8140 };
                    let value = u32::from(character.checked_sub(base)?);
                    bits.push(13, (value >> 8) * 0xc0 + (value & 0xff));
                }
            }
            Segment::Eci(number) => {
                bits.push(3, 7);
                bits.push(8, u32::from(*number & 0x7f));
            }
            Segment::Fnc1 => bits.push(3, 5),
            Segment::Application(indicator) => {
                bits.push(3, 6);
                bits.push(8, u32::from(*indicator));
            }
        }
    }
    let room = capacity * 8;
    if bits.0.len() > room {
        return None;
    }
    let end = (bits.0.len() + 3).min(room).next_multiple_of(8);
    bits.0.resize(end, false);
    let eights = bits.0.chunks(8);
    let mut bytes: Vec<u8> = eights
        .map(|eight| eight.iter().fold(0, |byte, bit| byte * 2 + u8::from(*bit)))
        .collect();
    let pads = [0b1110_1100, 0b0001_0001].into_iter().cycle();
    bytes.extend(pads.take(capacity - bytes.len()));
    Some(bytes)
}

/// The blocks' data, a codeword of each in turn, and then their error correction.
fn interleaved(data: &[u8], checks: usize, count: usize) -> Vec<u8> {
    let (mut blocks, mut rest) = (Vec::new(), data);
    for index in 0..count {
        let (block, after) = rest.split_at(rest.len() / (count - index));
        blocks.push(block);
        rest = after;
    }
    let corrections: Vec<Vec<u8>> = blocks
        .iter()
        .map(|block| remainder(block, checks))
        .collect();
    let mut out = Vec::new();
    for at in 0..data.len().div_ceil(count) {
        out.extend(blocks.iter().filter_map(|block| block.get(at)));
    }
    for at in 0..checks {
        out.extend(corrections.iter().map(|correction| correction[at]));
    }
    out
}

/// A product in the field of 256 elements, bit by bit.
fn times(a: u8, b: u8) -> u8 {
    let (mut product, mut shifted) = (0, a);
    for bit in 0..8 {
        if b >> bit & 1 == 1 {
            product ^= shifted;
        }
        let carry = shifted >> 7;
        shifted = (shifted << 1) ^ (carry * 0x1d);
    }
    product
}

/// What is left of the data times xⁿ, divided by (x − 1)(x − 2)(x − 4)… with n factors.
fn remainder(data: &[u8], count: usize) -> Vec<u8> {
    // The highest coefficient, which is 1, is left out.
    let mut generator = vec![0; count];
    generator[count - 1] = 1;
    let mut root = 1;
    for _ in 0..count {
        for at in 0..count {
            let next = generator.get(at + 1).copied().unwrap_or(0);
            generator[at] = times(generator[at], root) ^ next;
        }
        root = times(root, 2);
    }
    let mut rest = vec![0; count];
    for byte in data {
        let factor = byte ^ rest.remove(0);
        rest.push(0);
        for (one, coefficient) in rest.iter_mut().zip(&generator) {
            *one ^= times(*coefficient, factor);
        }
    }
    rest
}

/// What is drawn so far; `None` where there is room for data.
struct Canvas {
    rows: usize,
    cols: usize,
    cells: Vec<Option<bool>>,
}

impl Canvas {
    fn of(version: &Version) -> Canvas {
        let (rows, cols) = (version.rows, version.cols);
        Canvas {
            rows,
            cols,
            cells: vec![None; rows * cols],
        }
    }

    fn set(&mut self, row: usize, col: usize, is_dark: bool) {
        if row < self.rows && col < self.cols {
            self.cells[row * self.cols + col] = Some(is_dark);
        }
    }

    /// Lines of `#` and `.`, their top left at that place.
    fn draw(&mut self, top: usize, left: usize, lines: &[&str]) {
        for (row, line) in lines.iter().enumerate() {
            for (col, cell) in line.bytes().enumerate() {
                self.set(top + row, left + col, cell == b'#');
            }
        }
    }

    /// Timing, alignment, corners, finder pattern and sub-finder pattern, in this order: what comes later
    /// lies on top.
    fn functions(&mut self) {
        let (bottom, right) = (self.rows - 1, self.cols - 1);
        for col in 0..self.cols {
            self.set(0, col, col % 2 == 0);
            self.set(bottom, col, col % 2 == 0);
        }
        let centers: &[usize] = match self.cols {
            43 => &[21],
            59 => &[19, 39],
            77 => &[25, 51],
            99 => &[23, 49, 75],
            139 => &[27, 55, 83, 111],
            _ => &[],
        };
        for col in [0, right].iter().chain(centers) {
            for row in 0..self.rows {
                self.set(row, *col, row % 2 == 0);
            }
        }
        for col in centers {
            self.draw(0, col - 1, &["###", "#.#", "###"]);
            self.draw(bottom - 2, col - 1, &["###", "#.#", "###"]);
        }
        self.draw(0, right - 1, &["##", ".#"]);
        if self.rows > 9 {
            self.draw(bottom - 1, 0, &["#.", "##"]);
        } else {
            self.draw(bottom, 0, &["##"]);
        }
        let finder = [
            "#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.",
        ];
        self.draw(0, 0, &finder);
        if self.rows > 7 {
            self.draw(7, 0, &["........"]);
        }
        let sub = ["#####", "#...#", "#.#.#", "#...#", "#####"];
        self.draw(bottom - 4, right - 4, &sub);
    }

    /// Level and version, twice, each under a mask of its own.
    fn format(&mut self, data: usize) {
        let mut rest = data << 12;
        for bit in (12..18).rev() {
            if rest >> bit & 1 == 1 {
                rest ^= 0b1_1111_0010_0101 << (bit - 12);
            }
        }
        let code = data << 12 | rest;
        let (left, right) = (code ^ 0x1fab2, code ^ 0x20a7b);
        for bit in 0..18 {
            // Columns of five from the top left, the last of three.
            self.set(1 + bit % 5, 8 + bit / 5, left >> bit & 1 == 1);
            let (row, col) = match bit {
                0..15 => (self.rows - 6 + bit % 5, self.cols - 8 + bit / 5),
                _ => (self.rows - 6, self.cols - 5 + (bit - 15)),
            };
            self.set(row, col, right >> bit & 1 == 1);
        }
    }

    /// Two columns at a time, from the right edge's neighbors on, up and down.
    fn fill(&mut self, codewords: &[u8]) {
        let mut bits = codewords
            .iter()
            .flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1 == 1));
        let mut upward = true;
        for right in (2..self.cols).rev().step_by(2).map(|col| col - 1) {
            for step in 0..self.rows {
                let row = if upward { self.rows - 1 - step } else { step };
                for col in [right, right - 1] {
                    if self.cells[row * self.cols + col].is_none() {
                        let is_masked = (row / 2 + col / 3).is_multiple_of(2);
                        let bit = bits.next().unwrap_or(false);
                        self.set(row, col, bit != is_masked);
                    }
                }
            }
            upward = !upward;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(modules: &Modules) -> Vec<String> {
        let line = |row| {
            let cells =
                (0..modules.cols()).map(|col| if modules.bit(row, col) { '#' } else { '.' });
            cells.collect()
        };
        (0..modules.rows()).map(line).collect()
    }

    #[test]
    fn a_symbol_that_another_encoder_made() {
        // zxing-cpp's test of its reader, from Zint.
        let modules = rmqr(0, false, &[Segment::Alphanumeric("ABCDEFG")]).unwrap();
        let expected = [
            "#######.#.#.#.#.#.#.###.#.#.#.#.#.#.#.#.###",
            "#.....#..#.###..#####.###......#.#.##...#.#",
            "#.###.#.#.###.#.#.#.####.####.#..#.########",
            "#.###.#..##....#####...######...#.#...#...#",
            "#.###.#...##..###...#######..#.#..##..#.#.#",
            "#.....#.#####.###.###.#####....######.#...#",
            "#######.#.#.#.#.#.#.###.#.#.#.#.#.#.#.#####",
        ];
        assert_eq!(drawn(&modules), expected);
    }

    #[test]
    fn data_fills_every_version() {
        for (indicator, version) in VERSIONS.iter().enumerate() {
            let mut canvas = Canvas::of(version);
            canvas.functions();
            canvas.format(indicator);
            let room = canvas.cells.iter().filter(|cell| cell.is_none()).count();
            for (checks, blocks, data) in version.blocks {
                let all = checks * blocks + data;
                assert_eq!(room / 8, all, "R{}x{}", version.rows, version.cols);
            }
        }
    }

    #[test]
    fn what_does_not_fit() {
        let text = "1".repeat(12);
        assert!(rmqr(0, false, &[Segment::of(&text)]).is_some());
        assert!(rmqr(0, true, &[Segment::of(&text)]).is_none());
        assert!(rmqr(31, false, &[Segment::Alphanumeric("a")]).is_none());
        assert!(rmqr(32, false, &[]).is_none());
    }
}
