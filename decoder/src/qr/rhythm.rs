//! Three finder patterns → whether something between them may be a timing pattern: a look at black and
//! white that costs a hundredth of a closer one.

use crate::{Point, geometry::length, sort, threshold::Binary};

use super::finder::Finder;

/// How far the line that is looked along lies from where the centers have it, in modules.
const OFFSETS: [f32; 5] = [0.0, 0.5, -0.5, 1.0, -1.0];

/// Runs that are this much shorter or longer than the one in the middle are not of a timing pattern.
const EVEN: std::ops::Range<f32> = 0.45..1.75;

/// The share of the line that even runs must take. Where colors are as chance has them, it is a third.
const LEAST_EVEN: f32 = 0.6;

/// Fewer and more modules than these times as many as the distance has are no timing pattern, however
/// it is tilted.
const COUNT: std::ops::Range<f32> = 0.4..2.6;

/// Whether the color changes about once a module along either timing pattern (ISO/IEC 18004, timing
/// pattern), which lie three modules from the centers; top left, top right, bottom left.
pub(super) fn has_timing(binary: &Binary, [corner, right, down]: [&Finder; 3]) -> bool {
    runs_along(binary, [corner, right], down.center)
        || runs_along(binary, [corner, down], right.center)
}

/// Along the side between two finder patterns, on the side of it where the third one lies.
fn runs_along(binary: &Binary, [from, to]: [&Finder; 2], inward: Point) -> bool {
    let (dx, dy) = (to.center.x - from.center.x, to.center.y - from.center.y);
    let (inward_x, inward_y) = (inward.x - from.center.x, inward.y - from.center.y);
    let side = length(dx, dy).max(1.0);
    let depth = length(inward_x, inward_y).max(1.0);
    let (inward_x, inward_y) = (inward_x / depth, inward_y / depth);
    // Modules along the side are as the finder patterns are, or nearly: tilted ones are shorter.
    let module = f32::midpoint(from.module, to.module);
    let expected = (side / module - 8.0).max(3.0);
    // From behind the finder patterns' dark rings, with their light separators.
    let (begin, end) = (4.0 * from.module / side, 1.0 - 4.0 * to.module / side);
    if end <= begin {
        return true;
    }
    let steps = ((end - begin) * side * 1.5).clamp(8.0, 2000.0) as usize;
    let mut runs: Vec<f32> = Vec::new();
    OFFSETS.into_iter().any(|offset| {
        let at = |finder: &Finder| {
            let away = (3.0 + offset) * finder.module;
            (
                finder.center.x + inward_x * away,
                finder.center.y + inward_y * away,
            )
        };
        let (start, stop) = (at(from), at(to));
        runs.clear();
        let mut last = None;
        for step in 0..=steps {
            let share = begin + (end - begin) * step as f32 / steps as f32;
            let x = start.0 + (stop.0 - start.0) * share;
            let y = start.1 + (stop.1 - start.1) * share;
            let now = binary.get(x as i32, y as i32);
            match runs.last_mut() {
                Some(run) if now == last => *run += 1.0,
                _ => runs.push(1.0),
            }
            last = now;
        }
        COUNT.contains(&(runs.len() as f32 / expected)) && is_even(&mut runs)
    })
}

/// Whether runs of about one length take most of a line.
fn is_even(runs: &mut Vec<f32>) -> bool {
    sort::by_key(runs, |run| *run);
    let middle = runs.get(runs.len() / 2).copied().unwrap_or(0.0);
    let even = runs.iter().filter(|run| EVEN.contains(&(**run / middle)));
    even.sum::<f32>() >= LEAST_EVEN * runs.iter().sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_and_uneven_runs() {
        assert!(is_even(&mut vec![3.0, 4.0, 3.0, 3.0, 4.0, 9.0, 3.0]));
        assert!(!is_even(&mut vec![3.0, 9.0, 3.0, 6.0, 3.0, 12.0, 3.0]));
    }
}
