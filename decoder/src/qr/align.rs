//! Alignment patterns of large QR Codes → how far the modules around each are off the plane
//! (ISO/IEC 18004, alignment patterns).

use crate::{Point, geometry::length, lattice::Mapper, refine::Fit};

use super::pattern;

/// How far a lattice is off, in pixels, at the centers of all alignment patterns.
pub(crate) struct Warp {
    /// Rows and columns of the centers.
    centers: Vec<usize>,
    /// Row-major.
    offsets: Vec<Point>,
}

/// The least likeness to an alignment pattern, from −1 to 1, for it to be one.
const LEAST: f32 = 0.4;

/// Half modules to each side of where a pattern is expected.
const REACH: i32 = 4;

impl Warp {
    /// Looks for every alignment pattern, from the top left on: each is expected to be off as its
    /// neighbours are. `None` where there is but one, which the lattice has been fitted to.
    pub(crate) fn seen(fit: &Fit<'_>, mapper: &Mapper, size: usize) -> Option<Warp> {
        let centers = pattern::alignment_centers(size);
        let count = centers.len();
        if count < 3 {
            return None;
        }
        let mut offsets = vec![Point::default(); count * count];
        for row in 0..count {
            for col in 0..count {
                let at = |row: usize, col: usize| offsets[row * count + col];
                let expected = match (row, col) {
                    // The corners with finder patterns are where the lattice has them.
                    (0, 0) => continue,
                    (0, col) if col == count - 1 => continue,
                    (row, 0) if row == count - 1 => continue,
                    (0, col) => at(0, col - 1),
                    (row, 0) => at(row - 1, 0),
                    (row, col) => {
                        let (left, above) = (at(row, col - 1), at(row - 1, col));
                        let before = at(row - 1, col - 1);
                        Point {
                            x: left.x + above.x - before.x,
                            y: left.y + above.y - before.y,
                        }
                    }
                };
                let place = (centers[col] as f32 + 0.5, centers[row] as f32 + 0.5);
                offsets[row * count + col] = nearest(fit, mapper, place, expected);
            }
        }
        fit.budget.spend(count * count * 81 * 8);
        Some(Warp { centers, offsets })
    }

    /// Where a point of the symbol lies, in modules from its top left.
    pub(crate) fn map(&self, mapper: &Mapper, col: f32, row: f32) -> Point {
        let point = mapper.map(col, row);
        let ((left, u), (top, v)) = (self.between(col), self.between(row));
        let at = |row: usize, col: usize| self.offsets[row * self.centers.len() + col];
        let mix = |of: fn(Point) -> f32| {
            let upper = of(at(top, left)) * (1.0 - u) + of(at(top, left + 1)) * u;
            let lower = of(at(top + 1, left)) * (1.0 - u) + of(at(top + 1, left + 1)) * u;
            upper * (1.0 - v) + lower * v
        };
        Point {
            x: point.x + mix(|point| point.x),
            y: point.y + mix(|point| point.y),
        }
    }

    /// The centers before and after a place, as the index of the first and the share of the way.
    fn between(&self, place: f32) -> (usize, f32) {
        let center = |at: usize| self.centers[at] as f32 + 0.5;
        let last = self.centers.len() - 2;
        let at = (0..last).find(|at| place < center(at + 1)).unwrap_or(last);
        let share = (place - center(at)) / (center(at + 1) - center(at));
        (at, share.clamp(-0.3, 1.3))
    }
}

/// How far the pattern is off that looks most like one; what is expected where none does.
fn nearest(fit: &Fit<'_>, mapper: &Mapper, (col, row): (f32, f32), expected: Point) -> Point {
    let likeness = |right: f32, down: f32| {
        let mut sum = 0.0;
        for cell in 0..25i32 {
            let (x, y) = (cell % 5 - 2, cell / 5 - 2);
            let sign = if x.abs().max(y.abs()) == 1 { -1.0 } else { 1.0 };
            let mut point = mapper.map(col + right + x as f32, row + down + y as f32);
            point.x += expected.x;
            point.y += expected.y;
            let dark = fit.field.darkness(point) / fit.contrast;
            sum += sign * dark.clamp(-1.0, 1.0);
        }
        // What lies nearer is likelier.
        sum / 25.0 - 0.04 * length(right, down)
    };
    let mut best = (LEAST, 0.0, 0.0);
    for at in 0..(2 * REACH + 1).pow(2) {
        let right = (at % (2 * REACH + 1) - REACH) as f32 * 0.5;
        let down = (at / (2 * REACH + 1) - REACH) as f32 * 0.5;
        let score = likeness(right, down);
        if score > best.0 {
            best = (score, right, down);
        }
    }
    let (_, right, down) = best;
    for (dx, dy) in [(0.25, 0.0), (-0.25, 0.0), (0.0, 0.25), (0.0, -0.25)] {
        if best.0 > LEAST && likeness(right + dx, down + dy) > best.0 {
            best = (likeness(right + dx, down + dy), right + dx, down + dy);
        }
    }
    let (from, to) = (mapper.map(col, row), mapper.map(col + best.1, row + best.2));
    Point {
        x: expected.x + to.x - from.x,
        y: expected.y + to.y - from.y,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_mixed() {
        let at = |x, y| Point { x, y };
        let mut offsets = vec![Point::default(); 9];
        offsets[4] = at(4.0, -2.0);
        let warp = Warp {
            centers: vec![6, 22, 38],
            offsets,
        };
        let corners = [at(0.0, 0.0), at(90.0, 0.0), at(90.0, 90.0), at(0.0, 90.0)];
        let mapper = crate::lattice::Lattice::new(45, 45, corners).mapper();
        let off = |col: f32, row: f32| {
            let (plain, warped) = (mapper.map(col, row), warp.map(&mapper, col, row));
            at(warped.x - plain.x, warped.y - plain.y)
        };
        for (col, row, expected) in [
            (22.5, 22.5, at(4.0, -2.0)),
            (6.5, 6.5, at(0.0, 0.0)),
            (14.5, 22.5, at(2.0, -1.0)),
            (30.5, 30.5, at(1.0, -0.5)),
        ] {
            assert!(off(col, row).distance(expected) < 0.01, "{col} {row}");
        }
    }
}
