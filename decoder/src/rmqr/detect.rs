//! Lone finder patterns → module grids of rMQR symbols.
//!
//! ```text
//! finder pattern, 6 modules of the upper timing ──▶ strip ──format information──▶ rows and columns
//!     ──▶ all rows ──▶ more and more columns, each time fitted to the modules that are known ──▶ grid
//! ```
//!
//! One finder pattern says too little of where modules lie that are up to nineteen times its width away; but
//! timing and alignment patterns go along both edges, so what was fitted says where the next few are.

use crate::{
    Point,
    budget::Budget,
    field::Field,
    lattice::Lattice,
    qr::outline::contrast,
    refine::{Fit, Free},
    sampled::Sampled,
};

use super::{
    codewords::code,
    pattern::{SIZES, format_places, known, size},
};

/// Modules of the upper edge that are looked at first, behind the finder pattern: its separator, and the
/// timing pattern's.
const FIRST: std::ops::Range<usize> = 7..13;

/// Modules that are known must be seen for this much, from −1 to 1: in the strip with the finder pattern, as
/// it grows, and in the whole symbol.
const LEAST_STRIP: f32 = 0.85;
const LEAST_GROWING: f32 = 0.6;
const LEAST_KNOWN: f32 = 0.8;

/// Known modules that are seen for less may be so because the lattice has slipped.
const LEAST_CLEAR: f32 = 0.9;

/// Bits of the first format information that may be wrong: any two of its 64 codes differ in eight.
const FORMAT_ERRORS: u32 = 2;

/// A symbol's modules, found, and whether it is seen from behind.
pub(crate) struct Found {
    pub(crate) sampled: Sampled,
    pub(crate) is_mirrored: bool,
}

/// Tries each of the four corners that the finder pattern may be at, from the front and from behind; `corners`
/// are those of the finder pattern's own outline.
pub(crate) fn by_finder(
    field: Field<'_>,
    corners: [Point; 4],
    budget: &Budget,
    mut found: impl FnMut(&Found) -> bool,
) -> bool {
    for turn in 0..8 {
        let is_mirrored = turn >= 4;
        let mut turned = [0, 1, 2, 3].map(|at| corners[(at + turn) % 4]);
        if is_mirrored {
            turned.swap(1, 3);
        }
        let finder = Lattice::new(7, 7, turned);
        budget.spend(2 * FIRST.len());
        if budget.is_spent() {
            return false;
        }
        if !begins(&field, &finder) {
            continue;
        }
        let look = Look {
            field,
            contrast: contrast(&field, &finder),
            budget,
        };
        let mut found = |lattice: &Lattice| {
            found(&Found {
                sampled: Sampled::new(&field, lattice),
                is_mirrored,
            })
        };
        if look.read(&finder, &mut found) {
            return true;
        }
    }
    false
}

/// Whether a separator and a timing pattern may follow the finder pattern.
fn begins(field: &Field<'_>, finder: &Lattice) -> bool {
    let mapper = finder.mapper();
    let is_dark = |col: f32, row: f32| field.darkness(mapper.map(col, row)) > 0.0;
    let wrong = FIRST.filter(|col| is_dark(*col as f32 + 0.5, 0.5) != (col % 2 == 0));
    let separator = [2.5, 3.5, 4.5].into_iter().filter(|row| is_dark(7.5, *row));
    wrong.count() + separator.count() <= 1
}

/// Columns at the right end of a growing lattice of which all known modules are looked at.
const NEW: usize = 36;

/// The known modules of the first rows and columns of a symbol, row-major. Far from the right end, where they
/// have been seen before, a quarter of them is enough.
fn part(known: &[i8], cols: usize, (rows, some): (usize, usize)) -> Vec<i8> {
    let mut out = Vec::with_capacity(rows * some);
    for line in known.chunks(cols).take(rows) {
        out.extend(line[..some].iter().enumerate().map(|(col, known)| {
            let is_looked_at = col + NEW >= some || col / 2 % 4 == 0;
            if is_looked_at { *known } else { 0 }
        }));
    }
    out
}

/// Beside one finder pattern.
struct Look<'a> {
    field: Field<'a>,
    contrast: f32,
    budget: &'a Budget,
}

impl Look<'_> {
    fn fit<'b>(&'b self, known: &'b [i8]) -> Fit<'b> {
        Fit {
            field: self.field,
            known,
            contrast: self.contrast,
            budget: self.budget,
        }
    }

    fn read(&self, finder: &Lattice, found: &mut impl FnMut(&Lattice) -> bool) -> bool {
        let Some((strip, format)) = self.strip(finder) else {
            return false;
        };
        let size = size(format);
        let mut known = known(size);
        for (bit, places) in format_places(size).enumerate() {
            for (copy, (row, col)) in places.into_iter().enumerate() {
                let is_dark = code(format, copy) >> bit & 1 == 1;
                known[row * size.1 + col] = if is_dark { 1 } else { -1 };
            }
        }
        let Some(mut lattice) = self.grown(strip, &known, size) else {
            return false;
        };
        let fit = self.fit(&known);
        if fit.known_share(&lattice) < LEAST_KNOWN {
            return false;
        }
        if found(&lattice) {
            return true;
        }
        fit.climb_known(&mut lattice, Free::Corners, &[0.3, 0.1]);
        if found(&lattice) {
            return true;
        }
        fit.climb(&mut lattice, Free::Bends, &[0.3, 0.1]);
        found(&lattice)
    }

    /// The first rows and columns, and what the format information in them says.
    fn strip(&self, finder: &Lattice) -> Option<(Lattice, usize)> {
        let (rows, cols) = (7, FIRST.end);
        let mut strip = resized(finder, (rows, cols));
        // As in any version of more than seven rows: below, this one may have data.
        let known = part(&known((17, 27)), 27, (rows, cols));
        let fit = self.fit(&known);
        fit.climb(&mut strip, Free::Corners, &[0.4, 0.15]);
        if !strip.is_convex() || fit.known_share(&strip) < LEAST_STRIP {
            return None;
        }
        let mapper = strip.mapper();
        let mut seen = 0u32;
        for (bit, [(row, col), _]) in format_places((17, 27)).enumerate() {
            let dark = (self.field).darkness(mapper.map(col as f32 + 0.5, row as f32 + 0.5));
            seen |= u32::from(dark > 0.0) << bit;
        }
        let distance = |format: usize| (code(format, 0) ^ seen).count_ones();
        let nearest = (0..2 * SIZES.len()).min_by_key(|format| distance(*format))?;
        (distance(nearest) <= FORMAT_ERRORS).then_some((strip, nearest))
    }

    /// The lattice of the whole symbol: all rows first, and then a few more columns at a time.
    fn grown(&self, strip: Lattice, known: &[i8], (rows, cols): (usize, usize)) -> Option<Lattice> {
        let mut lattice = strip;
        for some in [11.min(rows), rows] {
            let size = (some, lattice.cols);
            let free = Free::Corners;
            lattice = self.fitted(resized(&lattice, size), free, &part(known, cols, size))?;
        }
        while lattice.cols < cols {
            let size = (rows, (lattice.cols * 8 / 7 + 4).min(cols));
            // Two corners are enough: the left end is where it was.
            let free = Free::Right;
            lattice = self.fitted(resized(&lattice, size), free, &part(known, cols, size))?;
        }
        Some(lattice)
    }

    /// Moved until the known modules are seen; `None` where they are not.
    fn fitted(&self, mut lattice: Lattice, free: Free, known: &[i8]) -> Option<Lattice> {
        let fit = self.fit(known);
        if self.budget.is_spent() || !lattice.is_convex() {
            return None;
        }
        fit.climb_known(&mut lattice, free, &[0.4, 0.15]);
        let mut share = fit.known_share(&lattice);
        if share < LEAST_CLEAR {
            // The far end may be off by a module, from where small steps lead nowhere.
            for (along, across) in SHIFTS {
                let mut moved = shifted(&lattice, along, across);
                if moved.is_convex() {
                    fit.climb_known(&mut moved, Free::Corners, &[0.5, 0.2]);
                    let moved_share = fit.known_share(&moved);
                    if moved_share > share {
                        (share, lattice) = (moved_share, moved);
                    }
                }
            }
        }
        (share >= LEAST_GROWING).then_some(lattice)
    }
}

/// How far the right end is moved where it is not seen clearly, in modules, along the rows and across.
const SHIFTS: [(f32, f32); 6] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 0.8),
    (0.0, -0.8),
    (2.0, 0.0),
    (-2.0, 0.0),
];

/// The right corners moved by so many modules.
fn shifted(lattice: &Lattice, along: f32, across: f32) -> Lattice {
    let mapper = lattice.mapper();
    let (cols, rows) = (lattice.cols as f32, lattice.rows as f32);
    let mut moved = *lattice;
    moved.corners[1] = mapper.map(cols + along, across);
    moved.corners[2] = mapper.map(cols + along, rows + across);
    moved
}

/// More rows and columns of the same plane.
fn resized(lattice: &Lattice, (rows, cols): (usize, usize)) -> Lattice {
    let (mapper, right, bottom) = (lattice.mapper(), cols as f32, rows as f32);
    let corners = [(0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)];
    Lattice::new(rows, cols, corners.map(|(x, y)| mapper.map(x, y)))
}
