//! Moves a lattice until it fits what is seen best.

use crate::{Point, budget::Budget, field::Field, lattice::Lattice};

/// Fits a lattice to known modules, and to the contrast of the others.
pub(crate) struct Fit<'a> {
    pub(crate) field: Field<'a>,
    /// 1 dark, −1 light, 0 unknown; row-major. Of all modules, or of none where nothing is fitted.
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

/// Modules that are mapped at once.
const LANES: usize = 4;

/// Some modules that are looked at for a fit. Where there are fewer, the last ones count nothing.
#[derive(Clone, Copy, Debug, Default)]
struct Looks {
    /// Their middles, in modules.
    cols: [f32; LANES],
    rows: [f32; LANES],
    /// What darkness counts where the color is known: 1 for a dark module, −1 for a light one.
    known: [f32; LANES],
    /// What contrast counts where it is not.
    unknown: [f32; LANES],
    /// What they count at the most, together.
    weight: f32,
}

impl Fit<'_> {
    /// How well the lattice fits: 1 where every module is as dark or light as can be.
    #[inline(never)]
    pub(crate) fn score(&self, lattice: &Lattice) -> f32 {
        self.score_by(&self.looks(lattice, false), lattice, -1.0)
    }

    /// The modules that are looked at: those of known color, and of the others as many as are enough.
    fn looks(&self, lattice: &Lattice, is_known_only: bool) -> Vec<Looks> {
        let every = self.known.len().div_ceil(MOST_MODULES).max(1);
        let mut looks: Vec<Looks> = Vec::new();
        let mut count = 0;
        for (index, known) in self.known.iter().enumerate() {
            if *known == 0 && (is_known_only || index % every != 0) {
                continue;
            }
            let lane = count % LANES;
            if lane == 0 {
                looks.push(Looks::default());
            }
            count += 1;
            let Some(last) = looks.last_mut() else {
                continue;
            };
            last.cols[lane] = (index % lattice.cols) as f32 + 0.5;
            last.rows[lane] = (index / lattice.cols) as f32 + 0.5;
            last.known[lane] = f32::from(*known);
            last.unknown[lane] = if *known == 0 { UNKNOWN } else { 0.0 };
            last.weight += if *known == 0 { UNKNOWN } else { 1.0 };
        }
        looks
    }

    /// How well these modules fit; or −1, as soon as it can't be more than `least`.
    fn score_by(&self, looks: &[Looks], lattice: &Lattice, least: f32) -> f32 {
        self.budget.spend(looks.len() * LANES);
        let mapper = lattice.mapper();
        let scale = 1.0 / self.contrast.max(1.0);
        let whole = looks.iter().map(|of| of.weight).sum::<f32>().max(1.0);
        // What the modules that were not looked at yet would bring if each were as it should be.
        let (mut sum, mut rest) = (0.0, whole);
        for of in looks {
            let points = mapper.map_each(of.cols, of.rows);
            for (lane, point) in points.into_iter().enumerate() {
                let dark = (self.field.darkness(point) * scale).clamp(-1.0, 1.0);
                sum += dark * of.known[lane] + dark.abs() * of.unknown[lane];
            }
            rest -= of.weight;
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
    #[inline(never)]
    pub(crate) fn climb(&self, lattice: &mut Lattice, free: Free, steps: &[f32]) {
        self.climb_by(&self.looks(lattice, false), lattice, free, steps);
    }

    /// The same by the known modules alone, which are few.
    #[inline(never)]
    pub(crate) fn climb_known(&self, lattice: &mut Lattice, free: Free, steps: &[f32]) {
        self.climb_by(&self.looks(lattice, true), lattice, free, steps);
    }

    fn climb_by(&self, looks: &[Looks], lattice: &mut Lattice, free: Free, steps: &[f32]) {
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
