//! Luma → where a code seems to be that can't be read yet: a guide for the hand, never an answer.
//!
//! Code is print that changes as often across as down. The picture is cut into cells; those that change
//! enough both ways are joined into patches, at several sizes, because a cell of a code that is near
//! holds less than one module. A patch with finder patterns in it comes before one without.

use crate::{Luma, qr::finder, threshold::Levels};

/// Pixels a side of a cell, in the picture that it is counted in.
const CELL: usize = 8;

/// How many times smaller the pictures are that are looked at.
const FACTORS: [usize; 4] = [1, 2, 4, 8];

/// Changes from dark to light, or back, that a cell of a code has each way at the least.
const CHANGES: u32 = 3;

/// Tenths that a patch changes more often one way than the other, at the most.
const EVENNESS: u32 = 16;

/// Levels between the darkest and the lightest pixel of a cell of print at the least: more than a noisy
/// even surface has.
const CONTRAST: u8 = 40;

/// Where a code seems to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glimpse {
    /// In pixels of the picture, from its left edge.
    pub left: f32,
    /// In pixels of the picture, from its top edge.
    pub top: f32,
    /// In pixels of the picture, from its left edge.
    pub right: f32,
    /// In pixels of the picture, from its top edge.
    pub bottom: f32,
    /// Pixels a module, roughly; at least 0.5.
    pub module: f32,
}

/// The patch of the picture that looks most like a code; `None` where nothing does. Some 5 ms for a
/// frame of 1280 × 720.
#[must_use]
pub fn glimpse(luma: &Luma<'_>) -> Option<Glimpse> {
    let mut best: Option<(f32, Glimpse)> = None;
    for factor in FACTORS {
        let (width, height) = (luma.width() / factor, luma.height() / factor);
        if width.min(height) < 5 * CELL {
            continue;
        }
        let pixels = shrunk(luma, factor);
        let Ok(small) = Luma::new(&pixels, width, height, width) else {
            continue;
        };
        for (score, glimpse) in Cells::of(&small).patches() {
            let scaled = glimpse.scaled(factor as f32);
            // What is seen at full size is seen more exactly.
            let score = score * factor as f32;
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, scaled));
            }
        }
    }
    best.map(|(_, glimpse)| glimpse)
}

impl Glimpse {
    fn scaled(self, by: f32) -> Glimpse {
        Glimpse {
            left: self.left * by,
            top: self.top * by,
            right: self.right * by,
            bottom: self.bottom * by,
            module: self.module * by,
        }
    }
}

/// Each pixel the mean of `factor` × `factor`.
fn shrunk(luma: &Luma<'_>, factor: usize) -> Vec<u8> {
    let (width, height) = (luma.width() / factor, luma.height() / factor);
    let mut out = Vec::with_capacity(width * height);
    let mut sums = vec![0u32; width];
    for y in 0..height {
        sums.fill(0);
        for row in y * factor..(y + 1) * factor {
            for (sum, levels) in sums.iter_mut().zip(luma.row(row).chunks_exact(factor)) {
                *sum += levels.iter().map(|level| u32::from(*level)).sum::<u32>();
            }
        }
        let pixels = (factor * factor) as u32;
        out.extend(sums.iter().map(|sum| (sum / pixels) as u8));
    }
    out
}

/// What changes in each cell of a picture.
struct Cells {
    across: usize,
    down: usize,
    /// Changes from pixel to pixel across and down.
    changes: Vec<(u32, u32)>,
    /// Finder patterns that are centered in the cell.
    finders: Vec<u32>,
}

impl Cells {
    fn of(luma: &Luma<'_>) -> Cells {
        let binary = Levels::by_blocks(luma).binary(luma);
        let (across, down) = (luma.width() / CELL, luma.height() / CELL);
        let mut changes = vec![(0u32, 0u32); across * down];
        let mut extremes = vec![(u8::MAX, 0u8); across * down];
        for y in 0..down * CELL {
            let row = binary.row(y);
            let below = (y + 1 < luma.height()).then(|| binary.row(y + 1));
            for (x, level) in luma.row(y)[..across * CELL].iter().enumerate() {
                let index = y / CELL * across + x / CELL;
                let (least, most) = &mut extremes[index];
                (*least, *most) = ((*least).min(*level), (*most).max(*level));
                let cell = &mut changes[index];
                let is_dark = row[x];
                cell.0 += u32::from(row.get(x + 1).is_some_and(|next| *next != is_dark));
                cell.1 += u32::from(below.is_some_and(|below| below[x] != is_dark));
            }
        }
        for (changes, (least, most)) in changes.iter_mut().zip(extremes) {
            if most.saturating_sub(least) < CONTRAST {
                *changes = (0, 0);
            }
        }
        let mut finders = vec![0u32; across * down];
        for found in finder::find(&binary, 2) {
            let (x, y) = (
                found.center.x as usize / CELL,
                found.center.y as usize / CELL,
            );
            if x < across && y < down && found.hits > 1 {
                finders[y * across + x] += 1;
            }
        }
        Cells {
            across,
            down,
            changes,
            finders,
        }
    }

    fn is_busy(&self, index: usize) -> bool {
        let (across, down) = self.changes[index];
        across.min(down) >= CHANGES && across.max(down) <= 3 * across.min(down)
    }

    /// Each patch of busy cells that touch, with how much it looks like a code.
    fn patches(&self) -> Vec<(f32, Glimpse)> {
        let mut is_seen = vec![false; self.changes.len()];
        let mut patches = Vec::new();
        let mut open = Vec::new();
        for start in 0..self.changes.len() {
            if is_seen[start] || !self.is_busy(start) {
                continue;
            }
            is_seen[start] = true;
            open.push(start);
            let mut patch = Patch::at(start % self.across, start / self.across);
            while let Some(index) = open.pop() {
                let (x, y) = (index % self.across, index / self.across);
                patch.add(x, y, self.changes[index], self.finders[index]);
                for ny in y.saturating_sub(1)..(y + 2).min(self.down) {
                    for nx in x.saturating_sub(1)..(x + 2).min(self.across) {
                        let next = ny * self.across + nx;
                        if !is_seen[next] && self.is_busy(next) {
                            is_seen[next] = true;
                            open.push(next);
                        }
                    }
                }
            }
            patches.extend(patch.weighed(self.across, self.down));
        }
        patches
    }
}

/// Busy cells that touch.
struct Patch {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
    cells: u32,
    changes: (u32, u32),
    finders: u32,
}

impl Patch {
    fn at(x: usize, y: usize) -> Patch {
        Patch {
            left: x,
            right: x,
            top: y,
            bottom: y,
            cells: 0,
            changes: (0, 0),
            finders: 0,
        }
    }

    fn add(&mut self, x: usize, y: usize, changes: (u32, u32), finders: u32) {
        self.left = self.left.min(x);
        self.right = self.right.max(x);
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
        self.cells += 1;
        self.changes.0 += changes.0;
        self.changes.1 += changes.1;
        self.finders += finders;
    }

    /// `None` for what is too small, too thin or too full of holes to be a code; one that the picture's
    /// edge cuts may have any shape.
    fn weighed(&self, cells_across: usize, cells_down: usize) -> Option<(f32, Glimpse)> {
        let (wide, high) = (self.right - self.left + 1, self.bottom - self.top + 1);
        let is_cut = self.left == 0
            || self.top == 0
            || self.right + 1 >= cells_across
            || self.bottom + 1 >= cells_down;
        let fill = self.cells as f32 / (wide * high) as f32;
        let thinness = wide.max(high) as f32 / wide.min(high) as f32;
        let most = if is_cut { 6.0 } else { 2.6 };
        // Bars and lines of text change more often one way than the other.
        let (across, down) = self.changes;
        let is_even = 10 * across.max(down) <= EVENNESS * across.min(down);
        if self.cells < 9 || fill < 0.4 || thinness > most || !is_even {
            return None;
        }
        let pixels = (self.cells as usize * CELL * CELL) as f32;
        let changes = (self.changes.0 + self.changes.1) as f32 / 2.0;
        // Every other module differs from the one before it.
        let module = (0.5 * pixels / changes).max(0.5);
        let modules = |cells: usize| (cells * CELL) as f32 / module;
        // The smallest code has ten modules a side, or eight by eighteen.
        let (longer, shorter) = match is_cut {
            true => (8.0, 4.0),
            false => (10.0, 7.0),
        };
        if modules(wide.max(high)) < longer || modules(wide.min(high)) < shorter {
            return None;
        }
        let cell = CELL as f32;
        let score =
            pixels * fill * fill / thinness.sqrt() * (1.0 + 8.0 * self.finders.min(3) as f32);
        let glimpse = Glimpse {
            left: self.left as f32 * cell,
            top: self.top as f32 * cell,
            right: (self.right + 1) as f32 * cell,
            bottom: (self.bottom + 1) as f32 * cell,
            module,
        };
        Some((score, glimpse))
    }
}
