//! Convex hulls → the solid sides of a Data Matrix symbol: two straight edges that meet, dark all
//! along within and light without.

use crate::{Point, field::Field, geometry::length};

/// The corners that the solid sides tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sides {
    pub(crate) top_left: Point,
    pub(crate) bottom_left: Point,
    pub(crate) bottom_right: Point,
}

/// The share of a solid side that must be dark.
const SOLID: f32 = 0.88;

/// Every corner of the hull with solid sides both ways.
pub(crate) fn sides(field: &Field<'_>, hull: &[Point]) -> Vec<Sides> {
    let corners = simplified(hull);
    let count = corners.len();
    if !(3..=9).contains(&count) {
        return Vec::new();
    }
    let center = mean(hull);
    let solid: Vec<bool> = (0..count)
        .map(|at| is_solid(field, corners[at], corners[(at + 1) % count], center))
        .collect();
    let mut out = Vec::new();
    for at in 0..count {
        let before = (at + count - 1) % count;
        if !solid[before] || !solid[at] {
            continue;
        }
        let (a, b, c) = (corners[before], corners[at], corners[(at + 1) % count]);
        let cross = (c.x - b.x) * (a.y - b.y) - (c.y - b.y) * (a.x - b.x);
        let sine = cross / (a.distance(b) * b.distance(c)).max(1.0);
        if sine.abs() < 0.4 {
            continue;
        }
        let (top_left, bottom_right) = if cross < 0.0 { (a, c) } else { (c, a) };
        out.push(Sides {
            top_left,
            bottom_left: b,
            bottom_right,
        });
    }
    out
}

/// Whether a piece may be the rest of a symbol of which a side is broken: busy, and solid along one side.
pub(crate) fn is_remnant(field: &Field<'_>, hull: &[Point]) -> bool {
    let least = |of: fn(&Point) -> f32| hull.iter().map(of).fold(f32::MAX, f32::min);
    let most = |of: fn(&Point) -> f32| hull.iter().map(of).fold(f32::MIN, f32::max);
    let (left, right) = (least(|at| at.x), most(|at| at.x));
    let (top, bottom) = (least(|at| at.y), most(|at| at.y));
    let around = Sides {
        top_left: Point { x: left, y: top },
        bottom_left: Point { x: left, y: bottom },
        bottom_right: Point {
            x: right,
            y: bottom,
        },
    };
    if !around.is_busy(field) {
        return false;
    }
    let corners = simplified(hull);
    let center = mean(hull);
    let count = corners.len();
    let size = (right - left).max(bottom - top);
    (0..count).any(|at| {
        let (from, to) = (corners[at], corners[(at + 1) % count]);
        from.distance(to) > 0.4 * size && is_solid(field, from, to, center)
    })
}

/// Changes of color that a symbol has along a line across it, and those along two that cross.
const BUSY: (u32, u32) = (3, 9);

impl Sides {
    /// Whether what lies between the sides changes its color both ways, as modules do, and bars, blocks
    /// and most letters don't.
    pub(crate) fn is_busy(&self, field: &Field<'_>) -> bool {
        let along = |from: Point, to: Point| Point {
            x: to.x - from.x,
            y: to.y - from.y,
        };
        let right = along(self.bottom_left, self.bottom_right);
        let up = along(self.bottom_left, self.top_left);
        let changes = |first: Point, second: Point, offset: f32| {
            let steps = (length(first.x, first.y) as usize).clamp(16, 300);
            let is_dark = |step: usize| {
                let share = 0.05 + 0.9 * step as f32 / steps as f32;
                field.is_dark(Point {
                    x: self.bottom_left.x + first.x * share + second.x * offset,
                    y: self.bottom_left.y + first.y * share + second.y * offset,
                })
            };
            let (mut count, mut before) = (0u32, is_dark(0));
            for step in 1..=steps {
                let now = is_dark(step);
                count += u32::from(now != before);
                before = now;
            }
            count
        };
        let most = |first: Point, second: Point| {
            let lines = [0.3, 0.5, 0.7].map(|offset| changes(first, second, offset));
            lines.into_iter().fold(0, u32::max)
        };
        let (across, down) = (most(right, up), most(up, right));
        across.min(down) >= BUSY.0 && across + down >= BUSY.1
    }
}

fn mean(points: &[Point]) -> Point {
    let count = points.len().max(1) as f32;
    Point {
        x: points.iter().map(|point| point.x).sum::<f32>() / count,
        y: points.iter().map(|point| point.y).sum::<f32>() / count,
    }
}

/// Without the corners whose loss changes the outline least, while that is little.
fn simplified(hull: &[Point]) -> Vec<Point> {
    let mut corners = hull.to_vec();
    let size = hull
        .iter()
        .map(|point| point.distance(hull[0]))
        .fold(0.0, f32::max);
    let slack = (0.025 * size).max(1.2);
    while corners.len() > 3 {
        let count = corners.len();
        let height = |at: usize| {
            let (a, b, c) = (
                corners[(at + count - 1) % count],
                corners[at],
                corners[(at + 1) % count],
            );
            let area = (c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x);
            area.abs() / a.distance(c).max(0.1)
        };
        let least = (0..count).min_by(|a, b| height(*a).total_cmp(&height(*b)));
        match least {
            Some(at) if height(at) < slack => {
                corners.remove(at);
            }
            _ => break,
        }
    }
    corners
}

/// Dark all along a little within, and mostly light a little without.
fn is_solid(field: &Field<'_>, from: Point, to: Point, center: Point) -> bool {
    let length = from.distance(to);
    if length < 7.0 {
        return false;
    }
    let (along_x, along_y) = ((to.x - from.x) / length, (to.y - from.y) / length);
    let (mut in_x, mut in_y) = (-along_y, along_x);
    if (center.x - from.x) * in_x + (center.y - from.y) * in_y < 0.0 {
        (in_x, in_y) = (-in_x, -in_y);
    }
    let depth = (length / 80.0).max(0.9);
    let count = (length as usize).clamp(12, 120);
    let is_dark = |index: usize, depth: f32| {
        let at = (index as f32 + 0.5) / count as f32 * length;
        field.darkness(Point {
            x: from.x + along_x * at + in_x * depth,
            y: from.y + along_y * at + in_y * depth,
        }) > 0.0
    };
    // A side that is bowed inward lies deeper in its middle than at its ends.
    let within = (0..count).filter(|index| is_dark(*index, depth) || is_dark(*index, 2.0 * depth));
    let without = (0..count).filter(|index| is_dark(*index, -1.5 * depth));
    let share = |dark: usize| dark as f32 / count as f32;
    share(within.count()) > SOLID && share(without.count()) < 0.45
}
