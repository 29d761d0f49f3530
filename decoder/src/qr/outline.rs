//! A finder pattern → the corners of its outer edge, for symbols that have but one.

use crate::{Point, budget::Budget, field::Field, lattice::Lattice};

use super::{finder::Finder, line::Line};

/// Rays from the center to the finder pattern's edge.
const RAYS: usize = 48;

/// Cosine and sine of the angle from one ray to the next: the library's would weigh more than the search.
const TURN: Point = Point {
    x: 0.991_444_9,
    y: 0.130_526_2,
};

/// The corners of the finder pattern, by rays to its outer edge: the farthest of all, the farthest from
/// that one, and those farthest from the line between both. In the order in which they follow each other,
/// so that the symbol is seen from its front.
pub(crate) fn outline(field: &Field<'_>, finder: &Finder, budget: &Budget) -> Option<[Point; 4]> {
    budget.spend(RAYS * 16);
    let mut way = Point { x: 1.0, y: 0.0 };
    let edges: Vec<Point> = (0..RAYS)
        .filter_map(|_| {
            let edge = edge(field, finder, way);
            way = Point {
                x: way.x * TURN.x - way.y * TURN.y,
                y: way.x * TURN.y + way.y * TURN.x,
            };
            edge
        })
        .collect();
    if edges.len() * 8 < RAYS * 7 {
        return None;
    }
    let farthest = |of: &dyn Fn(&Point) -> f32| {
        let mut best = (f32::MIN, Point::default());
        for point in &edges {
            let far = of(point);
            if far > best.0 {
                best = (far, *point);
            }
        }
        best
    };
    let (_, first) = farthest(&|point| point.distance(finder.center));
    let (long, third) = farthest(&|point| point.distance(first));
    let (x, y) = ((third.x - first.x) / long, (third.y - first.y) / long);
    let aside = |point: &Point| (point.x - first.x) * y - (point.y - first.y) * x;
    let (right, second) = farthest(&|point| aside(point));
    let (left, fourth) = farthest(&|point| -aside(point));
    let is_square = [right, left]
        .into_iter()
        .all(|far| (0.25..0.75).contains(&(far / long)));
    is_square.then(|| straightened(&edges, [first, second, third, fourth]))
}

/// Rays meet the edge up to a third of a module beside its corners: those lie where the lines along the sides
/// meet, where there are such.
fn straightened(edges: &[Point], rough: [Point; 4]) -> [Point; 4] {
    let sides = [0, 1, 2, 3].map(|at| {
        let (from, to) = (rough[at], rough[(at + 1) % 4]);
        let (x, y) = (to.x - from.x, to.y - from.y);
        let square = (x * x + y * y).max(1.0);
        let is_beside = |point: &&Point| {
            let (dx, dy) = (point.x - from.x, point.y - from.y);
            let (along, aside) = ((dx * x + dy * y) / square, (dx * y - dy * x) / square);
            MIDDLE.contains(&along) && aside.abs() < ASIDE
        };
        let points: Vec<Point> = edges.iter().filter(is_beside).copied().collect();
        Line::through(&points)
    });
    [0, 1, 2, 3].map(|at| {
        let lines = sides[(at + 3) % 4].as_ref().zip(sides[at].as_ref());
        let corner = lines.and_then(|(before, after)| before.meets(after));
        let near = corner.filter(|corner| corner.distance(rough[at]) < 1.5 * spacing(rough));
        near.unwrap_or(rough[at])
    })
}

/// Where points of a side lie, as a share of the way along it and of its length aside.
const MIDDLE: std::ops::Range<f32> = 0.08..0.92;
const ASIDE: f32 = 0.12;

/// About a module.
fn spacing([a, b, c, d]: [Point; 4]) -> f32 {
    (a.distance(b) + b.distance(c) + c.distance(d) + d.distance(a)) / 28.0
}

/// Where a ray leaves the outer dark ring: dark, light, dark, light.
fn edge(field: &Field<'_>, finder: &Finder, direction: Point) -> Option<Point> {
    let at = |walked: f32| Point {
        x: finder.center.x + direction.x * walked,
        y: finder.center.y + direction.y * walked,
    };
    let (mut walked, mut changes, mut is_dark) = (0.0, 0, true);
    let mut last = field.darkness(finder.center);
    // The corner lies five modules away, and further where the pattern is tilted.
    while walked < 8.0 * finder.module {
        walked += 0.5;
        let now = field.darkness(at(walked));
        if (now > 0.0) != is_dark {
            (is_dark, changes) = (!is_dark, changes + 1);
            if changes == 3 {
                return Some(at(walked - 0.5 + 0.5 * last / (last - now).max(0.01)));
            }
        }
        last = now;
    }
    None
}

/// Half of the contrast between the finder pattern's core and the ring around it; `lattice` begins with
/// that pattern.
pub(crate) fn contrast(field: &Field<'_>, lattice: &Lattice) -> f32 {
    let mapper = lattice.mapper();
    let at = |col: f32, row: f32| field.darkness(mapper.map(col, row));
    let ring = at(1.5, 3.5) + at(5.5, 3.5) + at(3.5, 1.5) + at(3.5, 5.5);
    ((at(3.5, 3.5) - ring / 4.0) / 2.0).clamp(4.0, 100.0)
}
