//! How dark a picture is at a point, between the pixels and against the light around it.

use crate::{Luma, Point, lattice::Lattice, threshold::Levels};

/// A picture with its levels, seen as dark on light whatever its polarity.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    pub(crate) luma: Luma<'a>,
    pub(crate) levels: &'a Levels,
    pub(crate) is_inverted: bool,
}

impl Field<'_> {
    /// Levels below the threshold: positive dark, negative light.
    pub(crate) fn darkness(&self, point: Point) -> f32 {
        let below = f32::from(self.levels.at(point)) + 0.5 - self.luma.level(point);
        if self.is_inverted { -below } else { below }
    }

    /// Whether the pixel at a point is dark: enough to count changes of color by. Outside of the picture the
    /// edge goes on.
    pub(crate) fn is_dark(&self, point: Point) -> bool {
        let (width, height) = (self.luma.width(), self.luma.height());
        if width == 0 || height == 0 {
            return false;
        }
        let x = (point.x.max(0.0) as usize).min(width - 1);
        let y = (point.y.max(0.0) as usize).min(height - 1);
        (self.luma.row(y)[x] <= self.levels.of_block(x, y)) != self.is_inverted
    }

    /// The darkness at the center of each module, row-major, where `map` says that it lies; large modules are looked at in five
    /// places.
    pub(crate) fn modules(&self, lattice: &Lattice, map: &dyn Fn(f32, f32) -> Point) -> Vec<f32> {
        let is_large = lattice.module() > 2.5;
        let mut out = Vec::with_capacity(lattice.rows * lattice.cols);
        for row in 0..lattice.rows {
            for col in 0..lattice.cols {
                let at = |dx: f32, dy: f32| {
                    self.darkness(map(col as f32 + 0.5 + dx, row as f32 + 0.5 + dy))
                };
                let mut level = at(0.0, 0.0);
                if is_large {
                    let around = at(0.22, 0.0) + at(-0.22, 0.0) + at(0.0, 0.22) + at(0.0, -0.22);
                    level = (level + around) / 5.0;
                }
                out.push(level);
            }
        }
        out
    }
}
