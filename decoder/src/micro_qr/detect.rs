//! Lone finder patterns → module grids of Micro QR Codes.

use crate::{
    Point,
    budget::Budget,
    field::Field,
    lattice::Lattice,
    qr::finder::Finder,
    refine::{Fit, Free},
    sampled::Sampled,
};

/// Rays from the center to the finder pattern's edge.
const RAYS: usize = 48;

/// Modules that are known must be seen for this much, from −1 to 1: there is but one finder pattern.
const LEAST_KNOWN: f32 = 0.9;

/// Timing patterns that alternate less than this, before anything was moved, are none.
const LEAST_TIMING: f32 = 0.5;

/// Tries each size at each of the four corners that the finder pattern may be at.
pub(crate) fn by_finder(
    field: Field<'_>,
    finder: &Finder,
    budget: &Budget,
    mut found: impl FnMut(&Sampled) -> bool,
) -> bool {
    budget.spend(RAYS * 16);
    let Some(corners) = outline(&field, finder) else {
        return false;
    };
    for turn in 0..4 {
        let turned = [0, 1, 2, 3].map(|at| corners[(at + turn) % 4]);
        let mapper = Lattice::new(7, 7, turned).mapper();
        for size in [17, 15, 13, 11] {
            let far = size as f32;
            let corners = [(0.0, 0.0), (far, 0.0), (far, far), (0.0, far)];
            let mut lattice = Lattice::new(size, size, corners.map(|(x, y)| mapper.map(x, y)));
            budget.spend(2 * size);
            if budget.is_spent() {
                return false;
            }
            if !lattice.is_convex() || timing_share(&field, &lattice) < LEAST_TIMING {
                continue;
            }
            let known = known(size);
            let fit = Fit {
                field,
                known: &known,
                contrast: contrast(&field, &lattice),
                budget,
            };
            fit.climb(&mut lattice, Free::Corners, &[0.6, 0.3, 0.1]);
            if fit.known_share(&lattice) >= LEAST_KNOWN && found(&Sampled::new(&field, &lattice)) {
                return true;
            }
        }
    }
    false
}

/// Dark 1, light −1, 0 what is data or format information; row-major.
fn known(size: usize) -> Vec<i8> {
    let mut out = vec![0; size * size];
    for row in 0..size {
        for col in 0..size {
            let ring = row.abs_diff(3).max(col.abs_diff(3));
            out[row * size + col] = match (row, col) {
                (0..8, 0..8) if ring == 2 || ring == 4 => -1,
                (0..8, 0..8) => 1,
                (0, at) | (at, 0) if at % 2 == 0 => 1,
                (0, _) | (_, 0) => -1,
                _ => 0,
            };
        }
    }
    out
}

/// How far both timing patterns alternate, −1 to 1: the worse of both.
fn timing_share(field: &Field<'_>, lattice: &Lattice) -> f32 {
    let mapper = lattice.mapper();
    let (mut across, mut down) = (0i32, 0i32);
    for at in 7..lattice.cols {
        let vote = |col: usize, row: usize| {
            let point = mapper.map(col as f32 + 0.5, row as f32 + 0.5);
            if (field.darkness(point) > 0.0) == (at % 2 == 0) {
                1
            } else {
                -1
            }
        };
        across += vote(at, 0);
        down += vote(0, at);
    }
    across.min(down) as f32 / (lattice.cols - 7) as f32
}

/// Half of the contrast between the finder pattern's core and the ring around it.
fn contrast(field: &Field<'_>, lattice: &Lattice) -> f32 {
    let mapper = lattice.mapper();
    let at = |col: f32, row: f32| field.darkness(mapper.map(col, row));
    let ring = at(1.5, 3.5) + at(5.5, 3.5) + at(3.5, 1.5) + at(3.5, 5.5);
    ((at(3.5, 3.5) - ring / 4.0) / 2.0).clamp(4.0, 100.0)
}

/// The corners of the finder pattern, by rays to its outer edge: the farthest of all, the farthest from
/// that one, and those farthest from the line between both. In the order in which they follow each other,
/// so that the symbol is seen from its front.
fn outline(field: &Field<'_>, finder: &Finder) -> Option<[Point; 4]> {
    let edges: Vec<Point> = (0..RAYS)
        .filter_map(|ray| {
            let angle = ray as f32 / RAYS as f32 * std::f32::consts::TAU;
            edge(
                field,
                finder,
                Point {
                    x: angle.cos(),
                    y: angle.sin(),
                },
            )
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
    is_square.then_some([first, second, third, fourth])
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
