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

/// A module that is looked at for a fit.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    /// Its middle, in modules.
    col: f32,
    row: f32,
    /// What its darkness counts where its color is known: 1 for a dark one, −1 for a light one.
    known: f32,
    /// What its contrast counts where it is not.
    unknown: f32,
}

/// Modules that are mapped at once.
pub(crate) const LANES: usize = 4;

impl Fit<'_> {
    /// How well the lattice fits: 1 where every module is as dark or light as can be.
    pub(crate) fn score(&self, lattice: &Lattice) -> f32 {
        self.score_by(&self.looks(lattice, false), lattice, -1.0)
    }

    /// The modules that are looked at: those of known color, and of the others as many as are enough.
    fn looks(&self, lattice: &Lattice, is_known_only: bool) -> Vec<Look> {
        let count = lattice.rows * lattice.cols;
        let every = count.div_ceil(MOST_MODULES).max(1);
        let mut looks = Vec::with_capacity(count);
        for row in 0..lattice.rows {
            for col in 0..lattice.cols {
                let index = row * lattice.cols + col;
                let known = self.known.get(index).copied().unwrap_or(0);
                if known == 0 && (is_known_only || index % every != 0) {
                    continue;
                }
                looks.push(Look {
                    col: col as f32 + 0.5,
                    row: row as f32 + 0.5,
                    known: f32::from(known),
                    unknown: if known == 0 { UNKNOWN } else { 0.0 },
                });
            }
        }
        looks
    }

    /// How well these modules fit; or −1, as soon as it can't be more than `least`.
    fn score_by(&self, looks: &[Look], lattice: &Lattice, least: f32) -> f32 {
        self.budget.spend(looks.len());
        let mapper = lattice.mapper();
        let scale = 1.0 / self.contrast.max(1.0);
        let weight = |look: &Look| look.known.abs() + look.unknown;
        let whole = looks.iter().map(weight).sum::<f32>().max(1.0);
        // What the modules that were not looked at yet would bring if each were as it should be.
        let (mut sum, mut rest) = (0.0, whole);
        for chunk in looks.chunks(LANES) {
            let lane = |at: usize| chunk.get(at).copied().unwrap_or_default();
            let lanes: [Look; LANES] = std::array::from_fn(lane);
            let points = mapper.map_each(lanes.map(|look| look.col), lanes.map(|look| look.row));
            for (look, point) in chunk.iter().zip(points) {
                let dark = (self.field.darkness(point) * scale).clamp(-1.0, 1.0);
                sum += dark * look.known + dark.abs() * look.unknown;
                rest -= weight(look);
            }
            if sum + rest < least * whole {
                return -1.0;
            }
        }
        sum / whole
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
    pub(crate) fn climb(&self, lattice: &mut Lattice, free: Free, steps: &[f32]) {
        self.climb_by(&self.looks(lattice, false), lattice, free, steps);
    }

    /// The same by the known modules alone, which are few.
    pub(crate) fn climb_known(&self, lattice: &mut Lattice, free: Free, steps: &[f32]) {
        self.climb_by(&self.looks(lattice, true), lattice, free, steps);
    }

    fn climb_by(&self, looks: &[Look], lattice: &mut Lattice, free: Free, steps: &[f32]) {
        let mut best = self.score_by(looks, lattice, -1.0);
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
                        let score = self.score_by(looks, &moved, best);
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
