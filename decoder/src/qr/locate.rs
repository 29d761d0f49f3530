//! Three finder patterns → lattices: outlines of the finder patterns, the number of modules, the
//! corner that has no finder pattern, the alignment pattern.

use crate::{
    Point,
    budget::Budget,
    field::Field,
    geometry,
    lattice::Lattice,
    refine::{Fit, Free},
    sort,
};

use super::{
    finder::Finder,
    line::{Line, step},
    pattern::{self, SIZES},
};

/// A lattice with how well the function patterns are seen in it: −1.5 to 1.5, the timing patterns
/// a third of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Located {
    pub(crate) lattice: Lattice,
    pub(crate) fit: f32,
    /// Half of the contrast between dark and light.
    pub(crate) contrast: f32,
}

/// The three finder patterns with what is measured around them.
struct Frame<'a> {
    field: Field<'a>,
    /// Top left, top right, bottom left.
    finders: [Finder; 3],
    /// One module to the right and down, in pixels, at each of them.
    right: [Point; 3],
    down: [Point; 3],
}

/// Less than this is no symbol.
const LEAST_FIT: f32 = 0.55;

/// The lattices that the finder patterns and the last alignment pattern tell, the best first.
pub(crate) fn locate(field: Field<'_>, finders: [Finder; 3], budget: &Budget) -> Vec<Located> {
    budget.spend(400);
    let frame = Frame::new(field, finders);
    let contrast = frame.contrast();
    let mut out: Vec<Located> = Vec::new();
    let outlines = frame.outlines();
    for size in frame.sizes() {
        let known = pattern::known(size);
        let fit = Fit {
            field,
            known: &known,
            contrast,
            budget,
        };
        out.extend(frame.best_lattice(&fit, &outlines, size));
    }
    sort::by_key(&mut out, |located| -located.fit);
    out
}

/// Those lattices with the corner that has no finder pattern moved to where all modules fit best; those
/// that are worth a try, the best first.
pub(crate) fn settled(field: Field<'_>, rough: Vec<Located>, budget: &Budget) -> Vec<Located> {
    let mut out = rough;
    for located in &mut out {
        let known = pattern::known(located.lattice.cols);
        let fit = Fit {
            field,
            known: &known,
            contrast: located.contrast,
            budget,
        };
        fit.climb(&mut located.lattice, Free::BottomRight, &[0.7, 0.3]);
        located.fit = seen(&fit, &located.lattice);
    }
    out.retain(|located| located.fit > LEAST_FIT);
    sort::by_key(&mut out, |located| -located.fit);
    out.truncate(2);
    out
}

/// How well the function patterns are seen: −1.5 to 1.5.
fn seen(fit: &Fit<'_>, lattice: &Lattice) -> f32 {
    fit.known_share(lattice) + 0.5 * timing_share(&fit.field, lattice)
}

impl<'a> Frame<'a> {
    fn new(field: Field<'a>, finders: [Finder; 3]) -> Frame<'a> {
        let centers = finders.map(|finder| finder.center);
        let toward = |from: Point, to: Point| {
            let length = from.distance(to).max(1.0);
            Point {
                x: (to.x - from.x) / length,
                y: (to.y - from.y) / length,
            }
        };
        let (right, down) = (
            toward(centers[0], centers[1]),
            toward(centers[0], centers[2]),
        );
        let mut frame = Frame {
            field,
            finders,
            right: [right; 3],
            down: [down; 3],
        };
        for (index, finder) in finders.iter().enumerate() {
            for direction in [&mut frame.right[index], &mut frame.down[index]] {
                let module = module_along(&field, finder, *direction).unwrap_or(finder.module);
                direction.x *= module;
                direction.y *= module;
            }
        }
        frame
    }

    /// Half of the difference between the dark centers and the light rings.
    fn contrast(&self) -> f32 {
        let mut sum = 0.0;
        for (index, finder) in self.finders.iter().enumerate() {
            let at = |right: f32, down: f32| {
                let point = step(finder.center, self.right[index], right);
                self.field.darkness(step(point, self.down[index], down))
            };
            let ring = [(2.0, 0.0), (-2.0, 0.0), (0.0, 2.0), (0.0, -2.0)];
            let light: f32 = ring.iter().map(|(right, down)| at(*right, *down)).sum();
            sum += at(0.0, 0.0) - light / 4.0;
        }
        (sum / 6.0).clamp(4.0, 100.0)
    }

    /// Numbers of modules a side that the distances allow.
    fn sizes(&self) -> Vec<usize> {
        let [top_left, top_right, bottom_left] = self.finders.map(|finder| finder.center);
        let length = |point: Point| geometry::length(point.x, point.y);
        let across = top_left.distance(top_right)
            / f32::midpoint(length(self.right[0]), length(self.right[1])).max(0.1);
        let down = top_left.distance(bottom_left)
            / f32::midpoint(length(self.down[0]), length(self.down[2])).max(0.1);
        let modules = f32::midpoint(across, down) + 7.0;
        let nearest = ((modules - 17.0) / 4.0).round() as i64;
        // The more modules, the less the distances say.
        let reach = 1 + i64::from(modules > 40.0) + i64::from(modules > 80.0);
        let sizes = (nearest - reach..=nearest + reach)
            .filter_map(|version| usize::try_from(version * 4 + 17).ok());
        sizes.filter(|size| SIZES.contains(size)).collect()
    }

    fn best_lattice(&self, fit: &Fit<'_>, outlines: &[[Point; 4]], size: usize) -> Option<Located> {
        let mut best: Option<(f32, Lattice)> = None;
        for corners in outlines {
            let lattice = Lattice::new(size, size, *corners);
            let timing = timing_share(&self.field, &lattice);
            fit.budget.spend(2 * size);
            if !lattice.is_convex() || timing < LEAST_TIMING {
                continue;
            }
            let score = fit.score(&lattice) + 0.5 * timing;
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, lattice));
            }
        }
        let (_, mut lattice) = best?;
        if fit.known_share(&lattice) < LEAST_KNOWN {
            return None;
        }
        if let Some(aligned) = aligned(fit, &lattice)
            && fit.score(&aligned) > fit.score(&lattice)
        {
            lattice = aligned;
        }
        Some(Located {
            lattice,
            fit: seen(fit, &lattice),
            contrast: fit.contrast,
        })
    }

    /// Corners of the whole symbol, whatever its number of modules: by the outer edges of the finder
    /// patterns, and by the parallelogram over three corners.
    fn outlines(&self) -> Vec<[Point; 4]> {
        let [top_left, top_right, bottom_left] = [0, 1, 2].map(|index| self.corner(index));
        let parallelogram = Point {
            x: top_right.x + bottom_left.x - top_left.x,
            y: top_right.y + bottom_left.y - top_left.y,
        };
        let mut out = vec![[top_left, top_right, parallelogram, bottom_left]];
        if let Some(by_edges) = self.outline_by_edges() {
            out.push(by_edges);
        }
        out
    }

    /// The symbol's corner at a finder pattern, by the measured modules.
    fn corner(&self, index: usize) -> Point {
        let (right, down) = [(-3.5, -3.5), (3.5, -3.5), (-3.5, 3.5)][index];
        let center = self.finders[index].center;
        step(
            step(center, self.right[index], right),
            self.down[index],
            down,
        )
    }

    /// Where the lines along the outer edges of the finder patterns meet.
    fn outline_by_edges(&self) -> Option<[Point; 4]> {
        let (up, left) = (self.down.map(negated), self.right.map(negated));
        let side = |index: usize, outward: &[Point; 3], along: &[Point; 3]| {
            edge(
                &self.field,
                self.finders[index].center,
                outward[index],
                along[index],
            )
        };
        let mut top = side(0, &up, &self.right);
        top.extend(side(1, &up, &self.right));
        let mut west = side(0, &left, &self.down);
        west.extend(side(2, &left, &self.down));
        let east = side(1, &self.right, &self.down);
        let bottom = side(2, &self.down, &self.right);
        let (top, west) = (Line::through(&top)?, Line::through(&west)?);
        let (east, bottom) = (Line::through(&east)?, Line::through(&bottom)?);
        Some([
            top.meets(&west)?,
            top.meets(&east)?,
            bottom.meets(&east)?,
            bottom.meets(&west)?,
        ])
    }
}

/// Fewer known modules that are right than this are clutter, before anything was moved.
const LEAST_KNOWN: f32 = 0.4;

/// Less alternation than this along the timing patterns is none.
const LEAST_TIMING: f32 = 0.25;

/// How far the timing patterns alternate (ISO/IEC 18004, timing pattern), from −1 to 1: the better
/// of both.
fn timing_share(field: &Field<'_>, lattice: &Lattice) -> f32 {
    let mapper = lattice.mapper();
    let (mut across, mut down) = (0i32, 0i32);
    for at in 8..lattice.cols - 8 {
        let vote = |col: f32, row: f32| {
            let is_dark = field.darkness(mapper.map(col, row)) > 0.0;
            if is_dark == (at % 2 == 0) { 1 } else { -1 }
        };
        across += vote(at as f32 + 0.5, 6.5);
        down += vote(6.5, at as f32 + 0.5);
    }
    across.max(down) as f32 / (lattice.cols - 16) as f32
}

fn negated(point: Point) -> Point {
    Point {
        x: -point.x,
        y: -point.y,
    }
}

/// Pixels a module through a finder pattern's center, from outer edge to outer edge.
fn module_along(field: &Field<'_>, finder: &Finder, direction: Point) -> Option<f32> {
    let reach = |direction: Point| {
        let limit = finder.module * 7.0 + 2.0;
        let (mut walked, mut changes, mut is_dark) = (0.0, 0, true);
        let mut last = field.darkness(finder.center);
        while walked < limit {
            walked += 0.5;
            let now = field.darkness(step(finder.center, direction, walked));
            if (now > 0.0) != is_dark {
                (is_dark, changes) = (!is_dark, changes + 1);
                if changes == 3 {
                    return Some(walked - 0.5 + 0.5 * last / (last - now).max(0.01));
                }
            }
            last = now;
        }
        None
    };
    let module = (reach(direction)? + reach(negated(direction))?) / 7.0;
    (0.4..2.5)
        .contains(&(module / finder.module))
        .then_some(module)
}

/// Points of a finder pattern's outer edge, by walks from within the dark ring outward.
fn edge(field: &Field<'_>, center: Point, outward: Point, along: Point) -> Vec<Point> {
    let mut points = Vec::new();
    for index in -6..=6 {
        let from = step(center, along, index as f32 * 0.5);
        let mut last: Option<(f32, f32)> = None;
        for tick in 0..14 {
            let at = 2.8 + tick as f32 * 0.13;
            let dark = field.darkness(step(from, outward, at));
            match last {
                Some((before, darkness)) if dark <= 0.0 => {
                    let share = darkness / (darkness - dark).max(0.01);
                    points.push(step(from, outward, before + (at - before) * share));
                    break;
                }
                None if dark <= 0.0 => {}
                _ => last = Some((at, dark)),
            }
        }
    }
    points
}

/// The lattice with its bottom right corner moved so that the last alignment pattern lies where it
/// is seen; `None` where there is none, or none is seen.
fn aligned(fit: &Fit<'_>, lattice: &Lattice) -> Option<Lattice> {
    let size = lattice.cols;
    let center = *pattern::alignment_centers(size).last()? as f32 + 0.5;
    let mapper = lattice.mapper();
    let reach = (2 + size / 12) as i32 * 2;
    let mut best = (0.45, (0.0, 0.0));
    for down in -reach..=reach {
        for right in -reach..=reach {
            let (dx, dy) = (right as f32 * 0.5, down as f32 * 0.5);
            let mut sum = 0.0;
            for cell in 0..25i32 {
                let (col, row) = (cell % 5 - 2, cell / 5 - 2);
                let sign = if col.abs().max(row.abs()) == 1 {
                    -1.0
                } else {
                    1.0
                };
                let place = mapper.map(center + dx + col as f32, center + dy + row as f32);
                let dark = fit.field.darkness(place) / fit.contrast;
                sum += sign * dark.clamp(-1.0, 1.0);
            }
            // What lies nearer is likelier.
            let score = sum / 25.0 - 0.01 * geometry::length(dx, dy);
            if score > best.0 {
                best = (score, (dx, dy));
            }
        }
    }
    (best.0 > 0.45).then(|| {
        let (dx, dy) = best.1;
        let target = mapper.map(center + dx, center + dy);
        let mut moved = *lattice;
        for _ in 0..6 {
            let now = moved.mapper().map(center, center);
            let pull = size as f32 / center;
            moved.corners[2].x += (target.x - now.x) * pull;
            moved.corners[2].y += (target.y - now.y) * pull;
        }
        moved
    })
}
