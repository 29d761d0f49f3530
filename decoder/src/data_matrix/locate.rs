//! Solid sides → lattices: the number of modules, the corner where the timing patterns meet.

use crate::{
    Point,
    budget::Budget,
    field::Field,
    lattice::Lattice,
    refine::{Fit, Free},
    sort,
};

use super::{
    outline::Sides,
    pattern::{SIZES, known},
    timing::Timing,
};

/// A lattice with the size that it was made for and how well its finder pattern is seen, −1 to 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Located {
    pub(crate) lattice: Lattice,
    pub(crate) size: (usize, usize, usize, usize),
    pub(crate) fit: f32,
}

/// The fit from which on a symbol is surely there.
pub(crate) const SURE_FIT: f32 = 0.85;

/// Less than this is no symbol.
const LEAST_FIT: f32 = 0.6;

/// Less of the finder pattern than this, with the corner moved to where most of it is, is clutter.
const LEAST_KNOWN: f32 = 0.4;

/// From this fit on, a bend is worth a try.
const BOWED: f32 = 0.4;

/// Timing patterns that alternate less than this, before anything was moved, are clutter.
const LEAST_ROUGH: f32 = 0.16;

/// From this share on, a timing pattern lies where the lattice has it.
const EVEN_FIT: f32 = 0.8;

/// Up to this share of both, one of them does not.
const UNEVEN_FIT: f32 = 0.6;

/// How far a corner is moved at once, in modules.
const STEPS: &[f32] = &[1.0, 0.5, 0.25];

/// Sizes that are looked at closely.
const CLOSE: usize = 3;

/// The lattices worth a try, the best first; nothing where `read` could read one by its finder pattern
/// alone, which costs a tenth of what fitting all modules does.
pub(crate) fn locate(
    field: Field<'_>,
    sides: Sides,
    budget: &Budget,
    read: &mut dyn FnMut(&Located) -> bool,
) -> Option<Vec<Located>> {
    let Sides {
        top_left,
        bottom_left,
        bottom_right,
    } = sides;
    let top_right = Point {
        x: top_left.x + bottom_right.x - bottom_left.x,
        y: top_left.y + bottom_right.y - bottom_left.y,
    };
    let corners = [top_left, top_right, bottom_right, bottom_left];
    let (across, down) = (
        bottom_left.distance(bottom_right),
        bottom_left.distance(top_left),
    );
    let mut rough: Vec<Located> = Vec::new();
    let mut uneven: Vec<Located> = Vec::new();
    for size in SIZES {
        let both_ways = [(size.0, size.1), (size.1, size.0)];
        let ways = if size.0 == size.1 { 1 } else { 2 };
        for (rows, cols) in both_ways.into_iter().take(ways) {
            // A rectangle seen from behind has its long side where the short one is expected.
            let turned = rows != size.0;
            let shape = (across / down) / (cols as f32 / rows as f32);
            let module = (across / cols as f32).min(down / rows as f32);
            let most = if rows == cols { 1.9 } else { 1.35 };
            if !(1.0 / most..most).contains(&shape) || module < 1.1 {
                continue;
            }
            let size = if turned {
                (rows, cols, size.3, size.2)
            } else {
                size
            };
            let lattice = Lattice::new(rows, cols, corners);
            let [along_top, along_right] = timing_shares(&field, &lattice);
            budget.spend(2 * (rows + cols));
            let fit = f32::midpoint(along_top, along_right);
            let located = Located { lattice, size, fit };
            // Where one of the timing patterns fits and the other does not, modules may be of
            // different widths.
            let most = along_top.max(along_right);
            if most > EVEN_FIT && fit < UNEVEN_FIT {
                budget.spend(10 * (rows + cols));
                if Timing::seen(&field, &lattice).is_some_and(|timing| timing.is_whole) {
                    uneven.push(Located {
                        fit: most,
                        ..located
                    });
                }
            }
            rough.push(located);
        }
    }
    sort::by_key(&mut rough, |located| -located.fit);
    rough.truncate(CLOSE);
    rough.retain(|located| located.fit > LEAST_ROUGH);
    for is_outline in [true, false] {
        for located in &mut rough {
            let known = known(located.size);
            let fit = Fit {
                field,
                known: &known,
                contrast: contrast(&field, &located.lattice),
                budget,
            };
            if is_outline {
                let mut outline = *located;
                fit.climb_known(&mut outline.lattice, Free::TopRight, STEPS);
                outline.fit = fit.known_share(&outline.lattice);
                if outline.fit > SURE_FIT && read(&outline) {
                    return None;
                }
                located.fit = outline.fit;
                continue;
            }
            // Clutter does not have a finder pattern.
            if located.fit < LEAST_KNOWN {
                continue;
            }
            fit.climb(&mut located.lattice, Free::TopRight, STEPS);
            located.fit = fit.known_share(&located.lattice);
            // A bowed symbol fits no plane, but better than clutter does.
            if (BOWED..LEAST_FIT).contains(&located.fit) && !budget.is_spent() {
                fit.climb(&mut located.lattice, Free::Bends, STEPS);
                located.fit = fit.known_share(&located.lattice);
            }
        }
    }
    rough.retain(|located| located.fit > LEAST_FIT);
    rough.extend(uneven);
    sort::by_key(&mut rough, |located| -located.fit);
    Some(rough)
}

/// Half of the contrast of the modules.
pub(crate) fn contrast(field: &Field<'_>, lattice: &Lattice) -> f32 {
    let mapper = lattice.mapper();
    let mut sum = 0.0;
    for at in 0..lattice.rows {
        let point = mapper.map(0.5, at as f32 + 0.5);
        sum += field.darkness(point).abs();
    }
    (sum / lattice.rows.max(1) as f32).clamp(4.0, 100.0)
}

/// How far the modules along the top and the right alternate, each from −1 to 1.
fn timing_shares(field: &Field<'_>, lattice: &Lattice) -> [f32; 2] {
    let mapper = lattice.mapper();
    let (rows, cols) = (lattice.rows, lattice.cols);
    let vote = |col: usize, row: usize, dark: bool| {
        let point = mapper.map(col as f32 + 0.5, row as f32 + 0.5);
        let is_dark = field.darkness(point) > 0.0;
        if is_dark == dark { 1.0 } else { -1.0 }
    };
    let top: f32 = (0..cols).map(|col| vote(col, 0, col % 2 == 0)).sum();
    let right: f32 = (0..rows).map(|row| vote(cols - 1, row, row % 2 == 1)).sum();
    [top / cols as f32, right / rows as f32]
}
