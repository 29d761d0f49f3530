//! Moves a lattice until it fits what is seen best.

use crate::{Point, budget::Budget, field::Field, lattice::Lattice};

/// Fits a lattice to known modules, and to the contrast of the others.
pub(crate) struct Fit<'a> {
    pub(crate) field: Field<'a>,
    /// 1 dark, −1 light, 0 unknown; row-major.
    pub(crate) known: &'a [i8],
    /// Half of the contrast between dark and light: what lies beyond counts no more.
    pub(crate) contrast: f32,
    pub(crate) budget: &'a Budget,
}

/// Modules that are looked at for one lattice, at the most; of larger symbols every nth.
const MOST_MODULES: usize = 600;

/// What a module of unknown color weighs against a known one.
const UNKNOWN: f32 = 0.5;

/// What may be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Free {
    /// The bottom right corner only.
    BottomRight,
    /// The top right corner only.
    TopRight,
    /// Both right corners.
    Right,
    /// All corners.
    Corners,
    /// All corners, and a bend both ways.
    Bends,
}

impl Fit<'_> {
    /// How well the lattice fits: 1 where every module is as dark or light as can be.
    pub(crate) fn score(&self, lattice: &Lattice) -> f32 {
        let mapper = lattice.mapper();
        let count = lattice.rows * lattice.cols;
        let every = count.div_ceil(MOST_MODULES).max(1);
        self.budget.spend(count / every);
        let scale = 1.0 / self.contrast.max(1.0);
        let (mut sum, mut weight) = (0.0, 0.0);
        for index in 0..count {
            let known = self.known.get(index).copied().unwrap_or(0);
            if known == 0 && index % every != 0 {
                continue;
            }
            let (row, col) = (index / lattice.cols, index % lattice.cols);
            let point = mapper.map(col as f32 + 0.5, row as f32 + 0.5);
            let dark = (self.field.darkness(point) * scale).clamp(-1.0, 1.0);
            if known == 0 {
                sum += dark.abs() * UNKNOWN;
                weight += UNKNOWN;
            } else {
                sum += dark * f32::from(known);
                weight += 1.0;
            }
        }
        sum / f32::max(weight, 1.0)
    }

    /// How well the known modules fit, 1 where each is as dark or light as can be.
    fn known_score(&self, lattice: &Lattice) -> f32 {
        let mapper = lattice.mapper();
        let scale = 1.0 / self.contrast.max(1.0);
        let (mut sum, mut count) = (0.0, 0);
        for (row, line) in self.known.chunks(lattice.cols.max(1)).enumerate() {
            for (col, known) in line.iter().enumerate().filter(|(_, known)| **known != 0) {
                let point = mapper.map(col as f32 + 0.5, row as f32 + 0.5);
                let dark = (self.field.darkness(point) * scale).clamp(-1.0, 1.0);
                sum += dark * f32::from(*known);
                count += 1;
            }
        }
        self.budget.spend(count);
        sum / count.max(1) as f32
    }

    /// The share of known modules that are as they should be, from −1 to 1.
    pub(crate) fn known_share(&self, lattice: &Lattice) -> f32 {
        self.budget.spend(self.known.len() / 4);
        let mapper = lattice.mapper();
        let (mut sum, mut count) = (0i32, 0);
        for (index, known) in self
            .known
            .iter()
            .enumerate()
            .filter(|(_, known)| **known != 0)
        {
            let (row, col) = (index / lattice.cols, index % lattice.cols);
            let dark = self
                .field
                .darkness(mapper.map(col as f32 + 0.5, row as f32 + 0.5));
            let is_right = (dark > 0.0) == (*known > 0);
            sum += if is_right { 1 } else { -1 };
            count += 1;
        }
        sum as f32 / count.max(1) as f32
    }

    /// Moves one value after the other by ever smaller steps, for as long as it helps; steps in
    /// modules.
    pub(crate) fn climb(&self, lattice: &mut Lattice, free: Free, steps: &[f32]) -> f32 {
        self.climb_by(|moved| self.score(moved), lattice, free, steps)
    }

    /// The same by the known modules alone, which are few.
    pub(crate) fn climb_known(&self, lattice: &mut Lattice, free: Free, steps: &[f32]) -> f32 {
        let score = |moved: &Lattice| self.known_score(moved);
        self.climb_by(score, lattice, free, steps)
    }

    fn climb_by(
        &self,
        score_of: impl Fn(&Lattice) -> f32,
        lattice: &mut Lattice,
        free: Free,
        steps: &[f32],
    ) -> f32 {
        let mut best = score_of(lattice);
        let module = lattice.module();
        for step in steps {
            for _ in 0..4 {
                let before = best;
                for at in moves(free) {
                    for (dx, dy) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                        let mut moved = *lattice;
                        let point = point_of(&mut moved, at);
                        point.x += dx * step * module;
                        point.y += dy * step * module;
                        let score = score_of(&moved);
                        if score > best && moved.is_convex() {
                            (best, *lattice) = (score, moved);
                        }
                    }
                }
                if best <= before + 0.001 || self.budget.is_spent() {
                    break;
                }
            }
        }
        best
    }
}

/// Which points may be moved: corners 0 to 3, bends 4 and 5.
fn moves(free: Free) -> std::ops::Range<usize> {
    match free {
        Free::BottomRight => 2..3,
        Free::TopRight => 1..2,
        Free::Right => 1..3,
        Free::Corners => 0..4,
        Free::Bends => 0..6,
    }
}

fn point_of(lattice: &mut Lattice, at: usize) -> &mut Point {
    match at {
        4 | 5 => &mut lattice.bend[at - 4],
        corner => &mut lattice.corners[corner % 4],
    }
}
