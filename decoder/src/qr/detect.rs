//! Luma → module grids of QR Codes.

use crate::{
    Corners, Luma, ModuleGrid,
    budget::Budget,
    engine,
    engine::rxing::Threshold,
    field::Field,
    guard,
    lattice::Lattice,
    refine::{Fit, Free},
    sampled::Sampled,
    sort,
    threshold::{Binary, Levels},
};

use super::{
    align::Warp,
    finder,
    locate::{Located, locate},
    pattern,
    rhythm::has_timing,
    triple::triples,
};

/// A picture with all that our own search needs.
pub(crate) struct Look<'a> {
    pub(crate) luma: Luma<'a>,
    pub(crate) levels: &'a Levels,
    pub(crate) binary: &'a Binary,
    pub(crate) budget: &'a Budget,
}

/// The fit from which on a symbol is surely there, so that a closer look is worth its time.
const SURE_FIT: f32 = 0.95;

/// Grids by our own search: finder patterns in black and white, modules sampled from the levels of
/// gray.
///
/// `found` says whether a grid could be read: then its finder patterns are not tried again. Gives how
/// many finder patterns were seen, and the corners of symbols that are surely there and could not be
/// read.
pub(crate) fn by_finders(
    look: &Look<'_>,
    mut found: impl FnMut(&Sampled) -> bool,
) -> (usize, Vec<Corners>) {
    let finders = finder::find_in(&look.luma, look.binary);
    look.budget.spend(look.binary.bits.len() / 8);
    let mut used = vec![false; finders.len()];
    let mut unread: Vec<(Located, [usize; 3])> = Vec::new();
    for triple in triples(&finders) {
        let indices = [triple.top_left, triple.top_right, triple.bottom_left];
        if indices.iter().any(|index| used[*index]) {
            continue;
        }
        if look.budget.is_spent() {
            break;
        }
        let three = indices.map(|index| finders[index]);
        look.budget.spend(20);
        if !has_timing(look.binary, three.each_ref()) {
            continue;
        }
        let field = look.field(three[0].is_inverted);
        for located in locate(field, three, look.budget) {
            let is_read = found(&Sampled::new(&field, &located.lattice))
                || look.read_aligned(field, &located, &located.lattice, &mut found);
            if is_read {
                for index in indices {
                    used[index] = true;
                }
                break;
            }
            if located.fit > SURE_FIT {
                unread.push((located, indices));
            }
        }
    }
    sort::by_key(&mut unread, |(located, _)| -located.fit);
    let mut left = Vec::new();
    for (located, indices) in unread {
        if indices.iter().any(|index| used[*index]) {
            continue;
        }
        let field = look.field(finders[indices[0]].is_inverted);
        if look.read_closely(field, &located, &mut found) {
            for index in indices {
                used[index] = true;
            }
        } else {
            left.push(located.lattice.corners());
        }
    }
    (finders.len(), left)
}

impl<'a> Look<'a> {
    fn field(&self, is_inverted: bool) -> Field<'a> {
        Field {
            luma: self.luma,
            levels: self.levels,
            is_inverted,
        }
    }

    /// Large symbols lie on no single plane: every alignment pattern says where its surroundings are.
    fn read_aligned(
        &self,
        field: Field<'_>,
        located: &Located,
        lattice: &Lattice,
        found: &mut impl FnMut(&Sampled) -> bool,
    ) -> bool {
        let fit = Fit {
            field,
            known: &[],
            contrast: located.contrast,
            budget: self.budget,
        };
        let mapper = lattice.mapper();
        let Some(warp) = Warp::seen(&fit, &mapper, lattice.cols) else {
            return false;
        };
        found(&Sampled::by(&field, lattice, &|col, row| {
            warp.map(&mapper, col, row)
        }))
    }

    /// Moves the lattice's corners and bends it until the symbol can be read.
    fn read_closely(
        &self,
        field: Field<'_>,
        located: &Located,
        found: &mut impl FnMut(&Sampled) -> bool,
    ) -> bool {
        let mut lattice = located.lattice;
        let known = pattern::known(lattice.cols);
        let fit = Fit {
            field,
            known: &known,
            contrast: located.contrast,
            budget: self.budget,
        };
        [Free::Corners, Free::Bends].into_iter().any(|free| {
            if self.budget.is_spent() {
                return false;
            }
            fit.climb(&mut lattice, free, &[0.5, 0.2, 0.1]);
            found(&Sampled::new(&field, &lattice))
                || self.read_aligned(field, located, &lattice, found)
        })
    }
}

/// Grids by finder patterns in a thresholded picture; `found` says whether one could be read, so
/// that its finder patterns are not tried again.
pub(crate) fn in_threshold(
    threshold: &Threshold,
    try_harder: bool,
    found: impl FnMut(ModuleGrid) -> bool,
) {
    guard::or_nothing(|| threshold.qr(try_harder, found));
}

/// Grids by the second detector, which samples many-code frames and skewed ones differently.
pub(crate) fn in_luma(luma: &Luma<'_>) -> Vec<ModuleGrid> {
    guard::or_nothing(|| engine::rqrr::detect(luma))
}
