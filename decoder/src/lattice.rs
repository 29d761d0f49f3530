//! From modules to pixels: a plane seen in perspective, and a little bent.

use crate::{Corners, Point};

/// A projective map of the plane, row-major.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Projection([f32; 9]);

impl Projection {
    /// The unit square's corners (0,0), (1,0), (1,1), (0,1) onto four points.
    pub(crate) fn to_quad([a, b, c, d]: [Point; 4]) -> Projection {
        let (sum_x, sum_y) = (a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y);
        let (x1, x2) = (b.x - c.x, d.x - c.x);
        let (y1, y2) = (b.y - c.y, d.y - c.y);
        let base = x1 * y2 - x2 * y1;
        let base = if base.abs() < 1e-6 { 1e-6 } else { base };
        let g = (sum_x * y2 - x2 * sum_y) / base;
        let h = (x1 * sum_y - sum_x * y1) / base;
        Projection([
            b.x - a.x + g * b.x,
            d.x - a.x + h * d.x,
            a.x,
            b.y - a.y + g * b.y,
            d.y - a.y + h * d.y,
            a.y,
            g,
            h,
            1.0,
        ])
    }

    /// Points of the unit square, several at once: their x and their y.
    fn map_each<const N: usize>(&self, u: [f32; N], v: [f32; N]) -> [[f32; N]; 2] {
        let m = &self.0;
        let (mut x, mut y) = ([0.0; N], [0.0; N]);
        for at in 0..N {
            let (u, v) = (u[at], v[at]);
            let depth = m[6] * u + m[7] * v + m[8];
            let scale = 1.0 / if depth.abs() < 1e-6 { 1e-6 } else { depth };
            x[at] = (m[0] * u + m[1] * v + m[2]) * scale;
            y[at] = (m[3] * u + m[4] * v + m[5]) * scale;
        }
        [x, y]
    }
}

/// Where the modules of a symbol lie in the picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lattice {
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    /// Of the whole symbol: top left, top right, bottom right, bottom left.
    pub(crate) corners: [Point; 4],
    /// How far the middle of the columns is pushed aside, and that of the rows, in pixels: what a
    /// round bottle does.
    pub(crate) bend: [Point; 2],
}

impl Lattice {
    pub(crate) fn new(rows: usize, cols: usize, corners: [Point; 4]) -> Lattice {
        Lattice {
            rows,
            cols,
            corners,
            bend: [Point::default(); 2],
        }
    }

    /// Ready to map many modules.
    pub(crate) fn mapper(&self) -> Mapper {
        Mapper {
            projection: Projection::to_quad(self.corners),
            bend: self.bend,
            per_row: 1.0 / self.rows.max(1) as f32,
            per_col: 1.0 / self.cols.max(1) as f32,
        }
    }

    /// Pixels a module, on average.
    pub(crate) fn module(&self) -> f32 {
        let [a, b, c, d] = self.corners;
        let across = (a.distance(b) + c.distance(d)) / (2 * self.cols.max(1)) as f32;
        let down = (a.distance(d) + b.distance(c)) / (2 * self.rows.max(1)) as f32;
        f32::midpoint(across, down)
    }

    /// The four corners, of which none may lie on the wrong side of the others.
    pub(crate) fn is_convex(&self) -> bool {
        let turn = |at: usize| {
            let (a, b, c) = (
                self.corners[at],
                self.corners[(at + 1) % 4],
                self.corners[(at + 2) % 4],
            );
            (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
        };
        let turns = [0, 1, 2, 3].map(turn);
        turns.iter().all(|turn| *turn > 0.5) || turns.iter().all(|turn| *turn < -0.5)
    }

    pub(crate) fn corners(&self) -> Corners {
        Corners::from_array(self.corners)
    }
}

/// A lattice that is ready to use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mapper {
    projection: Projection,
    bend: [Point; 2],
    per_row: f32,
    per_col: f32,
}

impl Mapper {
    /// In modules from the top left; the center of the first module is (0.5, 0.5).
    pub(crate) fn map(&self, col: f32, row: f32) -> Point {
        let [point] = self.map_each([col], [row]);
        point
    }

    /// The same of several at once.
    pub(crate) fn map_each<const N: usize>(&self, cols: [f32; N], rows: [f32; N]) -> [Point; N] {
        let u = cols.map(|col| col * self.per_col);
        let v = rows.map(|row| row * self.per_row);
        let [mut x, mut y] = self.projection.map_each(u, v);
        for at in 0..N {
            let (along, across) = (4.0 * u[at] * (1.0 - u[at]), 4.0 * v[at] * (1.0 - v[at]));
            x[at] += self.bend[0].x * along + self.bend[1].x * across;
            y[at] += self.bend[0].y * along + self.bend[1].y * across;
        }
        std::array::from_fn(|at| Point { x: x[at], y: y[at] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_and_bends() {
        let at = |x, y| Point { x, y };
        let corners = [
            at(10.0, 20.0),
            at(90.0, 10.0),
            at(110.0, 120.0),
            at(5.0, 80.0),
        ];
        let mut lattice = Lattice::new(10, 20, corners);
        assert!(lattice.is_convex());
        let places = [(0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0)];
        for ((col, row), corner) in places.into_iter().zip(corners) {
            assert!(lattice.mapper().map(col, row).distance(corner) < 0.01);
        }
        let middle = lattice.mapper().map(10.0, 0.0);
        lattice.bend[0] = at(0.0, 7.0);
        let bent = lattice.mapper().map(10.0, 0.0);
        assert!((bent.y - middle.y - 7.0).abs() < 0.01 && (bent.x - middle.x).abs() < 0.01);
        lattice.corners.swap(1, 2);
        assert!(!lattice.is_convex());
    }
}
