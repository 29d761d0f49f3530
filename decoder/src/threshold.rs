//! Luma → levels between dark and light, block by block, and a picture in black and white.

use crate::{Luma, Point};

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
}

impl Binary {
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
        Binary {
            width,
            height,
            bits,
        }
    }
}

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
        Levels::new(luma, false)
    }

    /// For faint print: less contrast counts in a quiet picture, and even blocks do not where others are
    /// near.
    pub(crate) fn of_faint(luma: &Luma<'_>) -> Levels {
        Levels::new(luma, true)
    }

    fn new(luma: &Luma<'_>, is_faint: bool) -> Levels {
        let (across, down) = (
            luma.width().div_ceil(BLOCK).max(1),
            luma.height().div_ceil(BLOCK).max(1),
        );
        let (means, uneven) = block_means(luma, (across, down), is_faint);
        let mut levels = vec![0u8; across * down];
        for by in 0..down {
            let rows = by.saturating_sub(2)..(by + 3).min(down);
            for bx in 0..across {
                let cols = bx.saturating_sub(2)..(bx + 3).min(across);
                let (mut sum, count) = (0u32, (rows.len() * cols.len()) as u32);
                let (mut sum_uneven, mut count_uneven) = (0u32, 0u32);
                for row in rows.clone() {
                    let range = row * across + cols.start..row * across + cols.end;
                    for (mean, uneven) in means[range.clone()].iter().zip(&uneven[range]) {
                        sum += u32::from(*mean);
                        sum_uneven += u32::from(*mean) * u32::from(*uneven);
                        count_uneven += u32::from(*uneven);
                    }
                }
                levels[by * across + bx] = if is_faint && count_uneven >= LEAST_UNEVEN {
                    (sum_uneven / count_uneven) as u8
                } else {
                    (sum / count.max(1)) as u8
                };
            }
        }
        Levels {
            across,
            down,
            levels,
        }
    }

    /// The level for a point of the picture.
    pub(crate) fn at(&self, point: Point) -> u8 {
        let index = |value: f32, count: usize| {
            ((value.max(0.0) as usize) / BLOCK).min(count.saturating_sub(1))
        };
        self.levels[index(point.y, self.down) * self.across + index(point.x, self.across)]
    }

    /// Black and white by these levels.
    pub(crate) fn binary(&self, luma: &Luma<'_>) -> Binary {
        let (width, height) = (luma.width(), luma.height());
        let mut bits = vec![0u8; width * height];
        for y in 0..height {
            let levels = &self.levels[y / BLOCK * self.across..][..self.across];
            let out = bits[y * width..(y + 1) * width].chunks_mut(BLOCK);
            for ((out, row), level) in out.zip(luma.row(y).chunks(BLOCK)).zip(levels) {
                for (bit, value) in out.iter_mut().zip(row) {
                    *bit = u8::from(value <= level);
                }
            }
        }
        Binary {
            width,
            height,
            bits,
        }
    }
}

/// Sum, least and greatest level of a block.
#[derive(Clone, Copy)]
struct Block {
    sum: u32,
    count: u32,
    least: u8,
    most: u8,
}

const EMPTY: Block = Block {
    sum: 0,
    count: 0,
    least: u8::MAX,
    most: 0,
};

/// The mean of each block, and whether it has contrast.
fn block_means(
    luma: &Luma<'_>,
    (across, down): (usize, usize),
    is_faint: bool,
) -> (Vec<u8>, Vec<u8>) {
    let mut blocks = vec![EMPTY; across * down];
    for y in 0..luma.height() {
        let line = &mut blocks[y / BLOCK * across..][..across];
        for (block, levels) in line.iter_mut().zip(luma.row(y).chunks(BLOCK)) {
            for level in levels {
                block.sum += u32::from(*level);
                block.least = block.least.min(*level);
                block.most = block.most.max(*level);
            }
            block.count += levels.len() as u32;
        }
    }
    let even = if is_faint {
        even_range(&blocks)
    } else {
        EVEN.1
    };
    let mut means = vec![0u8; across * down];
    for by in 0..down {
        for bx in 0..across {
            let block = &blocks[by * across + bx];
            means[by * across + bx] = mean_of(block, even, &means, across, bx, by);
        }
    }
    let has_contrast = |block: &Block| u8::from(block.most.saturating_sub(block.least) > even);
    (means, blocks.iter().map(has_contrast).collect())
}

/// The contrast that even surfaces of this picture have: twice that of its quietest blocks, so that faint
/// print stands out of a quiet picture and grain does not.
fn even_range(blocks: &[Block]) -> u8 {
    let mut counts = [0usize; 256];
    for block in blocks {
        counts[usize::from(block.most.saturating_sub(block.least))] += 1;
    }
    let (mut below, mut range) = (0, 0u8);
    for (at, count) in (0..=u8::MAX).zip(counts) {
        below += count;
        range = at;
        if below * 4 >= blocks.len() {
            break;
        }
    }
    range.saturating_mul(2).clamp(EVEN.0, EVEN.1)
}

fn mean_of(block: &Block, even: u8, means: &[u8], across: usize, bx: usize, by: usize) -> u8 {
    if block.most.saturating_sub(block.least) > even {
        return (block.sum / block.count.max(1)) as u8;
    }
    let half = block.least / 2;
    if bx == 0 || by == 0 {
        return half;
    }
    let at = |x: usize, y: usize| u16::from(means[y * across + x]);
    let around = (at(bx, by - 1) + 2 * at(bx - 1, by) + at(bx - 1, by - 1)) / 4;
    if u16::from(block.least) < around {
        around as u8
    } else {
        half
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
