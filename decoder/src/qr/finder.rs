//! Black and white → finder patterns (ISO/IEC 18004, finder pattern): three nested squares, of
//! which every line through the center sees dark, light, dark, light, dark as 1:1:3:1:1.

use crate::{Luma, Point, sort, threshold::Binary};

/// The center of a finder pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Finder {
    /// In pixels.
    pub(crate) center: Point,
    /// Pixels a module, the mean of both directions.
    pub(crate) module: f32,
    /// Rows in which it was seen.
    pub(crate) hits: u32,
    /// Light on dark.
    pub(crate) is_inverted: bool,
}

/// More than these are clutter; those that were seen in the most rows are kept.
const MAX_FINDERS: usize = 400;

/// Modules smaller than this, in pixels, are as large as the grain of a sensor.
const GRAIN: f32 = 2.5;

/// Levels between the dark and the light of such modules: grain has less.
const LEAST_CONTRAST: f32 = 24.0;

/// Finder patterns of both polarities, looked for in every `step`th row; those that were seen in the
/// most rows come first.
pub(crate) fn find(binary: &Binary, step: usize) -> Vec<Finder> {
    best(seen(binary, step, |_| true))
}

/// Those that are more than a sensor's grain, looked for in every row.
pub(crate) fn find_in(luma: &Luma<'_>, binary: &Binary) -> Vec<Finder> {
    best(seen(binary, 1, |finder| {
        finder.module >= GRAIN || contrast(luma, finder) >= LEAST_CONTRAST
    }))
}

fn best(mut found: Vec<Finder>) -> Vec<Finder> {
    sort::by_key(&mut found, |finder| -(finder.hits as f32));
    found.truncate(MAX_FINDERS);
    found
}

/// How many levels the core is darker than the light ring around it.
fn contrast(luma: &Luma<'_>, finder: &Finder) -> f32 {
    let mean = |places: &[(f32, f32)]| {
        let levels = places.iter().map(|(x, y)| {
            luma.level(Point {
                x: finder.center.x + x * finder.module,
                y: finder.center.y + y * finder.module,
            })
        });
        levels.sum::<f32>() / places.len() as f32
    };
    let core = mean(&[(0.0, 0.0), (0.7, 0.0), (-0.7, 0.0), (0.0, 0.7), (0.0, -0.7)]);
    let (long, short) = (2.0, 0.8);
    let ring = mean(&[
        (long, short),
        (long, -short),
        (-long, short),
        (-long, -short),
        (short, long),
        (short, -long),
        (-short, long),
        (-short, -long),
    ]);
    if finder.is_inverted {
        core - ring
    } else {
        ring - core
    }
}

/// What has the runs, and is believed when it is seen first.
fn seen(binary: &Binary, step: usize, is_believed: impl Fn(&Finder) -> bool) -> Vec<Finder> {
    let mut found = Found::within(binary.width);
    let edges = binary.edges();
    for y in (0..binary.height).step_by(step.max(1)) {
        let starts_dark = binary.row(y).first() == Some(&1);
        for (index, window) in edges.row(y).windows(6).enumerate() {
            let runs = [0, 1, 2, 3, 4].map(|at| window[at + 1] - window[at]);
            // Most fail here already, without a division.
            if runs[2] * 6 < runs[1].max(runs[3]) * 5 || window[5] - window[0] < 7 {
                continue;
            }
            let Some(module) = module_of(runs.map(|run| run as f32), 0.5) else {
                continue;
            };
            let is_dark = (index % 2 == 0) == starts_dark;
            let x = (window[2] + window[3]) / 2;
            let at = (x as i32, y as i32);
            add(binary, &mut found, at, module, is_dark, &is_believed);
        }
    }
    let mut found = found.finders;
    // A real one is seen in most rows across its center, clutter in one or two.
    found.retain(|finder| step > 1 || finder.hits as f32 >= (0.6 * finder.module).clamp(1.0, 6.0));
    found
}

/// What was seen so far, by where it is.
struct Found {
    finders: Vec<Finder>,
    /// Which lie in each strip of [`STRIP`] columns.
    strips: Vec<Vec<u32>>,
}

/// Pixels; a power of two.
const STRIP: usize = 32;

impl Found {
    fn within(width: usize) -> Found {
        Found {
            finders: Vec::new(),
            strips: vec![Vec::new(); width / STRIP + 1],
        }
    }

    /// The same one, seen before.
    fn known(&mut self, hit: &Finder) -> Option<&mut Finder> {
        let reach = 3.0 * hit.module;
        let strip = |x: f32| (x.max(0.0) as usize / STRIP).min(self.strips.len() - 1);
        let (first, last) = (strip(hit.center.x - reach), strip(hit.center.x + reach));
        let near = self.strips[first..=last].iter().flatten();
        let at = near
            .map(|at| *at as usize)
            .find(|at| is_same(&self.finders[*at], hit))?;
        self.finders.get_mut(at)
    }

    fn push(&mut self, hit: Finder) {
        let strip = (hit.center.x.max(0.0) as usize / STRIP).min(self.strips.len() - 1);
        self.strips[strip].push(self.finders.len() as u32);
        self.finders.push(hit);
    }
}

/// Pixels a module, where the runs are near enough to 1:1:3:1:1; `slack` in modules.
fn module_of(runs: [f32; 5], slack: f32) -> Option<f32> {
    let total: f32 = runs.iter().sum();
    if total < 7.0 {
        return None;
    }
    let module = total / 7.0;
    // Small modules are off by the pixels' own size, too.
    let most = (module * slack).max(0.9) + 0.25;
    let is_single = |run: f32| (run - module).abs() < most;
    let is_finder = [0, 1, 3, 4].into_iter().all(|at| is_single(runs[at]))
        && (runs[2] - 3.0 * module).abs() < 2.0 * most
        && runs[2] * 1.2 > runs[1].max(runs[3]);
    is_finder.then_some(module)
}

/// Looks across a hit in the other directions, and adds it or confirms one that is there.
fn add(
    binary: &Binary,
    found: &mut Found,
    (x, y): (i32, i32),
    module: f32,
    is_dark: bool,
    is_believed: impl Fn(&Finder) -> bool,
) {
    let Some((up, down)) = runs_along(binary, (x, y), (0, 1), is_dark, module) else {
        return;
    };
    let Some(vertical) = module_of(joined(up, down), 0.6) else {
        return;
    };
    if !(0.35..2.9).contains(&(vertical / module)) {
        return;
    }
    let center_y = y as f32 + 0.5 + middle(up, down);
    let on_center = (x, center_y.floor() as i32);
    let Some((left, right)) = runs_along(binary, on_center, (1, 0), is_dark, module) else {
        return;
    };
    let Some(horizontal) = module_of(joined(left, right), 0.6) else {
        return;
    };
    let center_x = x as f32 + 0.5 + middle(left, right);
    let hit = Finder {
        center: Point {
            x: center_x,
            y: center_y,
        },
        module: f32::midpoint(horizontal, vertical),
        hits: 1,
        is_inverted: !is_dark,
    };
    if let Some(known) = found.known(&hit) {
        let weight = known.hits as f32;
        let mean = |a: f32, b: f32| (a * weight + b) / (weight + 1.0);
        known.center.x = mean(known.center.x, center_x);
        known.center.y = mean(known.center.y, center_y);
        known.module = mean(known.module, hit.module);
        known.hits += 1;
        return;
    }
    if !is_believed(&hit) {
        return;
    }
    let on_center = (center_x.floor() as i32, center_y.floor() as i32);
    let diagonals = [(1, 1), (1, -1)].into_iter().filter(|direction| {
        runs_along(binary, on_center, *direction, is_dark, hit.module)
            .and_then(|(back, forth)| module_of(joined(back, forth), 0.85))
            .is_some()
    });
    if diagonals.count() >= 1 {
        found.push(hit);
    }
}

fn is_same(a: &Finder, b: &Finder) -> bool {
    let reach = 1.5 * a.module.max(b.module);
    a.is_inverted == b.is_inverted
        && (a.center.x - b.center.x).abs() < reach
        && (a.center.y - b.center.y).abs() < reach
}

/// Pixels of the center, the light ring and the dark ring, away from the center.
type Arm = [f32; 3];

/// Walks from the center both ways; the center pixel counts to the first arm.
fn runs_along(
    binary: &Binary,
    from: (i32, i32),
    (dx, dy): (i32, i32),
    is_dark: bool,
    module: f32,
) -> Option<(Arm, Arm)> {
    let limit = (module * 5.0) as i32 + 3;
    let back = arm(binary, from, (-dx, -dy), is_dark, limit)?;
    let mut forth = arm(binary, from, (dx, dy), is_dark, limit)?;
    forth[0] -= 1.0;
    Some((back, forth))
}

fn arm(
    binary: &Binary,
    (mut x, mut y): (i32, i32),
    (dx, dy): (i32, i32),
    is_dark: bool,
    limit: i32,
) -> Option<Arm> {
    let mut arm = [0.0; 3];
    for (index, length) in arm.iter_mut().enumerate() {
        let color = is_dark == (index != 1);
        let mut count = 0;
        while binary.get(x, y) == Some(color) {
            (x, y, count) = (x + dx, y + dy, count + 1);
            if count > limit {
                return None;
            }
        }
        if count == 0 {
            return None;
        }
        *length = count as f32;
    }
    Some(arm)
}

fn joined(back: Arm, forth: Arm) -> [f32; 5] {
    [back[2], back[1], back[0] + forth[0], forth[1], forth[2]]
}

/// How far the center lies from the pixel where the walk began: the mean of what the innermost
/// and the outermost edges say.
fn middle(back: Arm, forth: Arm) -> f32 {
    let sum = |arm: Arm| arm.iter().sum::<f32>();
    let inner = (forth[0] - back[0] + 1.0) / 2.0;
    let outer = (sum(forth) - sum(back) + 1.0) / 2.0;
    f32::midpoint(inner, outer)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A finder pattern of `module` pixels a module with its top left at (10, 10).
    fn picture(module: usize, is_inverted: bool) -> Binary {
        let (width, height) = (20 + 7 * module, 22 + 7 * module);
        let mut bits = vec![u8::from(is_inverted); width * height];
        for y in 0..7 * module {
            for x in 0..7 * module {
                let ring = |at: usize| (at / module).abs_diff(3);
                let is_dark = ring(x).max(ring(y)) != 2;
                bits[(y + 10) * width + x + 10] = u8::from(is_dark != is_inverted);
            }
        }
        Binary::new(width, height, bits)
    }

    #[test]
    fn one_pattern_of_either_polarity() {
        for module in [1, 2, 3, 10] {
            for is_inverted in [false, true] {
                let found = find(&picture(module, is_inverted), 1);
                assert_eq!(found.len(), 1, "{module} {is_inverted}: {found:?}");
                let center = 10.0 + 3.5 * module as f32;
                assert!((found[0].center.x - center).abs() < 0.26, "{found:?}");
                assert!((found[0].center.y - center).abs() < 0.26, "{found:?}");
                assert!((found[0].module - module as f32).abs() < 0.1);
                assert_eq!(found[0].is_inverted, is_inverted);
            }
        }
    }

    #[test]
    fn even_pictures_have_none() {
        for bit in [0, 1] {
            let bits = vec![bit; 100];
            assert_eq!(find(&Binary::new(10, 10, bits), 1), []);
        }
    }
}
