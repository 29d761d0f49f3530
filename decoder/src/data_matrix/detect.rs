//! Luma → module grids of Data Matrix symbols.

use crate::{
    Corners, Luma, ModuleGrid, Point,
    budget::Budget,
    components,
    engine::rxing::Threshold,
    field::Field,
    geometry::Area,
    guard,
    lattice::Lattice,
    refine::{Fit, Free},
    sampled::Sampled,
    threshold::{Binary, Levels},
};

use super::{
    locate::{Located, SURE_FIT, contrast, locate},
    outline::{is_remnant, sides},
    pattern,
    timing::Timing,
};

/// Grids by the engine's edge tracer in a thresholded picture.
pub(crate) fn in_threshold(threshold: &Threshold, try_harder: bool) -> Vec<ModuleGrid> {
    guard::or_nothing(|| threshold.data_matrix(try_harder))
}

/// Pieces that are looked at, at the most.
const MAX_PIECES: usize = 400;

/// What a search saw that it did not read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// Symbols that are surely there: their corners, and modules down and across.
    pub(crate) sure: Vec<(Corners, (usize, usize))>,
    /// One or two solid sides with something busy between them: a symbol may be there.
    pub(crate) is_likely: bool,
    /// Where that is; those of sure ones first.
    pub(crate) areas: Vec<Area>,
}

/// Areas that are remembered, at the most.
const MOST_AREAS: usize = 4;

/// Work that a symbol brings that was read.
const EARNED: u64 = 100_000;

impl Evidence {
    pub(crate) fn is_sure(&self) -> bool {
        !self.sure.is_empty()
    }

    fn add(&mut self, hull: &[Point], sure: Option<&Located>) {
        self.is_likely = true;
        let is_sure = sure.is_some();
        let seen = sure.map(|located| (located.lattice.corners(), located.size));
        self.sure
            .extend(seen.map(|(corners, (rows, cols, ..))| (corners, (rows, cols))));
        // The timing patterns' sides are no part of the piece.
        let area = Area::around(hull).map(|area| area.grown(4.0 + area.size() / 6.0));
        match area {
            Some(area) if is_sure => self.areas.insert(0, area),
            Some(area) if self.areas.len() < MOST_AREAS => self.areas.push(area),
            _ => {}
        }
        self.areas.truncate(MOST_AREAS);
    }
}

/// Grids by our own search: pieces with two solid sides, modules sampled from the levels of gray.
///
/// `is_known` says that a symbol was read there before; `found` whether a grid could be read. Gives
/// what was seen of symbols that were not.
pub(crate) fn by_sides(
    luma: &Luma<'_>,
    levels: &Levels,
    binary: &Binary,
    is_inverted: bool,
    budget: &Budget,
    is_known: impl Fn(Point) -> bool,
    found: &mut dyn FnMut(&Sampled, f32) -> bool,
) -> Evidence {
    let field = Field {
        luma: *luma,
        levels,
        is_inverted,
    };
    let mut evidence = Evidence::default();
    let hulls = components::hulls(binary, !is_inverted, 9, MAX_PIECES);
    for hull in &hulls {
        budget.spend(hull.len() * 4);
        let found_sides = sides(&field, hull);
        if found_sides.is_empty() && !evidence.is_likely {
            budget.spend(100);
            if is_remnant(&field, hull) {
                evidence.add(hull, None);
            }
        }
        for sides in found_sides {
            let middle = Point {
                x: f32::midpoint(sides.top_left.x, sides.bottom_right.x),
                y: f32::midpoint(sides.top_left.y, sides.bottom_right.y),
            };
            if budget.is_spent() {
                return evidence;
            }
            if is_known(middle) {
                continue;
            }
            budget.spend(100);
            if !sides.is_busy(&field) {
                continue;
            }
            let located = locate(field, sides, budget, &mut |outlined| {
                outlined.fit >= least_fit(outlined)
                    && found(&Sampled::new(&field, &outlined.lattice), outlined.fit)
            });
            let is_read = located.as_ref().is_none_or(|located| {
                located
                    .iter()
                    .any(|located| read_any(field, located, budget, found))
            });
            if is_read {
                budget.earn(EARNED);
            } else {
                let sure = located.iter().flatten();
                let sure = sure.filter(|located| located.fit > SURE_FIT);
                evidence.add(hull, sure.max_by(|a, b| a.fit.total_cmp(&b.fit)));
            }
        }
    }
    evidence
}

/// Of finding the pieces of a picture, whatever comes of it.
pub(crate) fn cost(binary: &Binary) -> usize {
    binary.bits.len() / 32 + 4 * binary.edges().count()
}

/// The fit that a symbol must have to be believed. Few codewords of error correction let one in a
/// million random symbols pass, so of small ones (up to 12 × 12 and 8 × 18) nearly all of the finder
/// pattern must be seen.
fn least_fit(located: &Located) -> f32 {
    let (rows, cols, ..) = located.size;
    if rows * cols <= 144 { 0.9 } else { 0.65 }
}

/// Tries the lattice as it is, with its corners moved, and bent.
fn read_any(
    field: Field<'_>,
    located: &Located,
    budget: &Budget,
    found: &mut dyn FnMut(&Sampled, f32) -> bool,
) -> bool {
    let mut lattice = located.lattice;
    let least = least_fit(located);
    if located.fit >= least
        && (found(&Sampled::new(&field, &lattice), located.fit)
            || read_timed(field, &lattice, located.fit, found))
    {
        return true;
    }
    let known = pattern::known(located.size);
    let fit = Fit {
        field,
        known: &known,
        contrast: contrast(&field, &lattice),
        budget,
    };
    [Free::Corners, Free::Bends].into_iter().any(|free| {
        fit.climb(&mut lattice, free, &[0.4, 0.2, 0.1]);
        let share = fit.known_share(&lattice);
        share >= least
            && (found(&Sampled::new(&field, &lattice), share)
                || read_timed(field, &lattice, share, found))
    })
}

/// Tries columns and rows where the timing patterns have them.
fn read_timed(
    field: Field<'_>,
    lattice: &Lattice,
    fit: f32,
    found: &mut dyn FnMut(&Sampled, f32) -> bool,
) -> bool {
    let Some(timing) = Timing::seen(&field, lattice) else {
        return false;
    };
    let mapper = lattice.mapper();
    let sampled = Sampled::by(&field, lattice, &|col, row| timing.map(&mapper, col, row));
    found(&sampled, fit)
}
