//! Luma → levels between dark and light, block by block, and a picture in black and white.

use std::cell::OnceCell;

use crate::{Luma, Point, edges::Edges};

/// Pixels a side of a block that has a level of its own.
pub(crate) const BLOCK: usize = 8;

/// Less contrast than this many levels within a block is an even surface, however quiet the picture is,
/// and more is none, however noisy it is.
const EVEN: (u8, u8) = (9, 24);

/// From this many blocks with contrast on, of 25, what lies among them is told by them alone: an even
/// surface beside faint print says nothing of it.
const LEAST_UNEVEN: u32 = 4;

/// A picture in black and white: a byte a pixel, 1 dark.
pub(crate) struct Binary {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) bits: Vec<u8>,
    edges: OnceCell<Edges>,
}

impl Binary {
    /// Of `width` × `height` bytes, each 0 or 1.
    pub(crate) fn new(width: usize, height: usize, bits: Vec<u8>) -> Binary {
        Binary {
            width,
            height,
            bits,
            edges: OnceCell::new(),
        }
    }

    /// Where the color changes along each row; looked for once.
    pub(crate) fn edges(&self) -> &Edges {
        self.edges.get_or_init(|| Edges::of(self))
    }

    pub(crate) fn row(&self, y: usize) -> &[u8] {
        &self.bits[y * self.width..(y + 1) * self.width]
    }

    /// Whether the pixel is dark; `None` outside of the picture.
    pub(crate) fn get(&self, x: i32, y: i32) -> Option<bool> {
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        (x < self.width && y < self.height).then(|| self.bits[y * self.width + x] == 1)
    }

    /// By the mean of the `window` × `window` pixels around each one, less `offset` levels.
    pub(crate) fn by_mean(luma: &Luma<'_>, window: usize, offset: i32) -> Binary {
        let (width, height) = (luma.width(), luma.height());
        let half = window / 2;
        let mut bits = vec![0u8; width * height];
        // Sums down each column of the window, kept up to date from row to row.
        let mut columns = vec![0i32; width];
        for y in 0..half.min(height) {
            add(&mut columns, luma.row(y), 1);
        }
        for y in 0..height {
            if y + half < height {
                add(&mut columns, luma.row(y + half), 1);
            }
            if y > half {
                add(&mut columns, luma.row(y - half - 1), -1);
            }
            let rows = ((y + half + 1).min(height) - y.saturating_sub(half)) as i32;
            let mut sum: i32 = columns[..half.min(width)].iter().sum();
            let out = &mut bits[y * width..(y + 1) * width];
            for (x, level) in luma.row(y).iter().enumerate() {
                if x + half < width {
                    sum += columns[x + half];
                }
                if x > half {
                    sum -= columns[x - half - 1];
                }
                let count = rows * ((x + half + 1).min(width) - x.saturating_sub(half)) as i32;
                out[x] = u8::from((i32::from(*level) + offset) * count < sum);
            }
        }
        Binary::new(width, height, bits)
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn add(columns: &mut [i32], row: &[u8], sign: i32) {
    for (sum, level) in columns.iter_mut().zip(row) {
        *sum += sign * i32::from(*level);
    }
}

/// The level between dark and light for each block of [`BLOCK`] × [`BLOCK`] pixels.
pub(crate) struct Levels {
    across: usize,
    down: usize,
    levels: Vec<u8>,
}

impl Levels {
    /// From the means of the 5 × 5 blocks around each one; even blocks count as light unless their
    /// neighbours say otherwise.
    pub(crate) fn by_blocks(luma: &Luma<'_>) -> Levels {
        Levels::of(&Blocks::of(luma))
    }

    /// The same of blocks that are known.
    pub(crate) fn of(blocks: &Blocks) -> Levels {
        let (means, _) = blocks.means(EVEN.1);
        let sums = blocks.around(&means);
        let counts = blocks.around(&vec![1; means.len()]);
        let levels = sums.iter().zip(counts);
        blocks.levels(levels.map(|(sum, count)| sum / count.max(1)))
    }

    /// For faint print: less contrast counts in a quiet picture, and even blocks do not where others are
    /// near.
    pub(crate) fn of_faint(blocks: &Blocks) -> Levels {
        let (means, uneven) = blocks.means(blocks.even_range());
        let sums = blocks.around(&means);
        let counts = blocks.around(&vec![1; means.len()]);
        let only: Vec<u16> = (means.iter().zip(&uneven))
            .map(|(mean, uneven)| mean * uneven)
            .collect();
        let (sums_uneven, counts_uneven) = (blocks.around(&only), blocks.around(&uneven));
        let all = sums.iter().zip(counts);
        let uneven = sums_uneven.iter().zip(counts_uneven);
        let levels = all.zip(uneven).map(|((sum, count), (sum_uneven, of))| {
            if u32::from(of) >= LEAST_UNEVEN {
                sum_uneven / of
            } else {
                sum / count.max(1)
            }
        });
        blocks.levels(levels)
    }

    /// The mean of the 5 × 5 blocks around each one, less `offset` levels: as [`Binary::by_mean`] with a
    /// window of 40, for a hundredth of its time.
    pub(crate) fn of_means(blocks: &Blocks, offset: u16) -> Levels {
        let means: Vec<u16> = blocks.blocks.iter().map(|of| u16::from(of.mean)).collect();
        let sums = blocks.around(&means);
        let counts = blocks.around(&vec![1; means.len()]);
        let levels = sums.iter().zip(counts);
        blocks.levels(levels.map(|(sum, count)| (sum / count.max(1)).saturating_sub(offset + 1)))
    }

    /// The level for a point of the picture.
    pub(crate) fn at(&self, point: Point) -> u8 {
        let index = |value: f32, count: usize| {
            ((value.max(0.0) as usize) / BLOCK).min(count.saturating_sub(1))
        };
        self.levels[index(point.y, self.down) * self.across + index(point.x, self.across)]
    }

    /// The level for the pixel in that column and row of the picture.
    pub(crate) fn of_block(&self, x: usize, y: usize) -> u8 {
        self.levels[y / BLOCK * self.across + x / BLOCK]
    }

    /// Black and white by these levels.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(crate) fn binary(&self, luma: &Luma<'_>) -> Binary {
        let (width, height) = (luma.width(), luma.height());
        let mut bits = vec![0u8; width * height];
        // A level for each pixel of a row: lanes that a processor takes many of at once.
        let mut line = vec![0u8; width];
        for y in 0..height {
            if y % BLOCK == 0 {
                let levels = &self.levels[y / BLOCK * self.across..][..self.across];
                for (pixels, level) in line.chunks_mut(BLOCK).zip(levels) {
                    pixels.fill(*level);
                }
            }
            let out = bits[y * width..(y + 1) * width].iter_mut();
            for ((bit, value), level) in out.zip(luma.row(y)).zip(&line) {
                *bit = u8::from(value <= level);
            }
        }
        Binary::new(width, height, bits)
    }
}

/// Blocks of [`BLOCK`] × [`BLOCK`] pixels: what their levels are, row by row.
pub(crate) struct Blocks {
    across: usize,
    down: usize,
    blocks: Vec<Block>,
}

/// Mean, least and greatest level of a block.
#[derive(Clone, Copy, Default)]
struct Block {
    mean: u8,
    least: u8,
    most: u8,
}

impl Block {
    fn range(self) -> u8 {
        self.most - self.least
    }
}

impl Blocks {
    /// Of a picture, which needs no pixel.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(crate) fn of(luma: &Luma<'_>) -> Blocks {
        let (width, height) = (luma.width(), luma.height());
        let (across, down) = (width.div_ceil(BLOCK).max(1), height.div_ceil(BLOCK).max(1));
        let mut blocks = vec![Block::default(); across * down];
        // Column by column first: lanes that a processor takes many of at once.
        let mut sums = vec![0u16; width];
        let (mut least, mut most) = (vec![0u8; width], vec![0u8; width]);
        for by in 0..height.div_ceil(BLOCK) {
            let rows = by * BLOCK..((by + 1) * BLOCK).min(height);
            sums.fill(0);
            least.fill(u8::MAX);
            most.fill(0);
            for y in rows.clone() {
                let row = luma.row(y);
                for (sum, level) in sums.iter_mut().zip(row) {
                    *sum += u16::from(*level);
                }
                for (least, level) in least.iter_mut().zip(row) {
                    *least = (*least).min(*level);
                }
                for (most, level) in most.iter_mut().zip(row) {
                    *most = (*most).max(*level);
                }
            }
            let extremes = least.chunks(BLOCK).zip(most.chunks(BLOCK));
            let line = &mut blocks[by * across..][..across];
            for ((block, sums), (least, most)) in
                line.iter_mut().zip(sums.chunks(BLOCK)).zip(extremes)
            {
                let count = (rows.len() * sums.len()) as u32;
                let sum: u32 = sums.iter().map(|sum| u32::from(*sum)).sum();
                *block = Block {
                    mean: (sum / count.max(1)) as u8,
                    least: least.iter().fold(u8::MAX, |a, b| a.min(*b)),
                    most: most.iter().fold(0, |a, b| a.max(*b)),
                };
            }
        }
        Blocks {
            across,
            down,
            blocks,
        }
    }

    /// The mean of each block, as that of a light surface where it has `even` levels of contrast or
    /// less; and 1 for each block with more.
    fn means(&self, even: u8) -> (Vec<u16>, Vec<u16>) {
        let mut means = vec![0u16; self.blocks.len()];
        for by in 0..self.down {
            for bx in 0..self.across {
                let block = self.blocks[by * self.across + bx];
                means[by * self.across + bx] = self.mean_of(block, even, &means, bx, by);
            }
        }
        let is_uneven = |block: &Block| u16::from(block.range() > even);
        (means, self.blocks.iter().map(is_uneven).collect())
    }

    fn mean_of(&self, block: Block, even: u8, means: &[u16], bx: usize, by: usize) -> u16 {
        if block.range() > even {
            return u16::from(block.mean);
        }
        let half = u16::from(block.least / 2);
        if bx == 0 || by == 0 {
            return half;
        }
        let at = |x: usize, y: usize| means[y * self.across + x];
        let around = (at(bx, by - 1) + 2 * at(bx - 1, by) + at(bx - 1, by - 1)) / 4;
        if u16::from(block.least) < around {
            around
        } else {
            half
        }
    }

    /// For each block the sum over the 5 × 5 blocks around it, as far as they are there.
    fn around(&self, values: &[u16]) -> Vec<u16> {
        let (across, down) = (self.across, self.down);
        let mut sums = vec![0u16; values.len()];
        // Down each column first, kept up to date from row to row.
        let mut columns = vec![0u16; across];
        let row = |by: usize| &values[by * across..(by + 1) * across];
        for by in 0..2.min(down) {
            for (sum, value) in columns.iter_mut().zip(row(by)) {
                *sum += value;
            }
        }
        for by in 0..down {
            if by + 2 < down {
                for (sum, value) in columns.iter_mut().zip(row(by + 2)) {
                    *sum += value;
                }
            }
            if by > 2 {
                for (sum, value) in columns.iter_mut().zip(row(by - 3)) {
                    *sum -= value;
                }
            }
            for (bx, out) in sums[by * across..(by + 1) * across].iter_mut().enumerate() {
                *out = columns[bx.saturating_sub(2)..(bx + 3).min(across)]
                    .iter()
                    .sum();
            }
        }
        sums
    }

    fn levels(&self, levels: impl Iterator<Item = u16>) -> Levels {
        Levels {
            across: self.across,
            down: self.down,
            levels: levels.map(|level| level as u8).collect(),
        }
    }

    /// The contrast that even surfaces of this picture have: twice that of its quietest blocks, so that
    /// faint print stands out of a quiet picture and grain does not.
    fn even_range(&self) -> u8 {
        let mut counts = [0usize; 256];
        for block in &self.blocks {
            counts[usize::from(block.range())] += 1;
        }
        let (mut below, mut range) = (0, 0u8);
        for (at, count) in (0..=u8::MAX).zip(counts) {
            below += count;
            range = at;
            if below * 4 >= self.blocks.len() {
                break;
            }
        }
        range.saturating_mul(2).clamp(EVEN.0, EVEN.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dark_square_stands_out() {
        let mut pixels = vec![200u8; 64 * 48];
        for y in 16..32 {
            pixels[y * 64 + 20..y * 64 + 40].fill(40);
        }
        let luma = Luma::new(&pixels, 64, 48, 64).unwrap();
        let by_blocks = Levels::by_blocks(&luma).binary(&luma);
        let by_mean = Binary::by_mean(&luma, 41, 5);
        for binary in [by_blocks, by_mean] {
            assert_eq!(binary.get(30, 24), Some(true));
            assert_eq!(binary.get(10, 24), Some(false));
            assert_eq!(binary.get(64, 24), None);
            assert_eq!(binary.get(-1, 24), None);
            let dark: usize = binary.bits.iter().map(|bit| usize::from(*bit)).sum();
            assert_eq!(dark, 16 * 20);
        }
    }

    #[test]
    fn no_pixels_are_no_trouble() {
        for (width, height) in [(0, 0), (1, 1), (3, 100)] {
            let pixels = vec![7u8; width * height];
            let luma = Luma::new(&pixels, width, height, width).unwrap();
            let _ = Levels::by_blocks(&luma).binary(&luma);
            let _ = Binary::by_mean(&luma, 41, 5);
        }
    }
}
