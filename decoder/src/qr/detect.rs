//! Luma → module grids of QR Codes.

use crate::{
    Corners, Luma, ModuleGrid, Point,
    ablation::Stage,
    budget::Budget,
    engine,
    engine::rxing::Threshold,
    field::Field,
    geometry::Area,
    guard,
    lattice::Lattice,
    refine::{Fit, Free},
    sampled::Sampled,
    sort,
    threshold::{Binary, Levels},
};

use super::{
    align::Warp,
    finder::{self, Finder},
    locate::{Located, locate, settled},
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

/// The fit from which on a symbol may be read as it lies, before anything is moved.
const CLEAR_FIT: f32 = 1.1;

/// What was seen of symbols that were not read.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// How many finder patterns there were, those of symbols that were read too.
    pub(crate) finders: usize,
    /// Symbols that are surely there.
    pub(crate) sure: Vec<Corners>,
    /// Where three finder patterns with something like a timing pattern between them are.
    pub(crate) threes: Vec<Area>,
    /// Those that belong to no symbol that was read, and may be all that a symbol has.
    pub(crate) lone: Vec<Finder>,
}

impl Seen {
    /// Around each of the lone ones that were seen in most of their rows, as much as small versions have.
    pub(crate) fn lone_areas(&self) -> Vec<Area> {
        let around = |finder: &Finder| {
            let at = Area::around(&[finder.center]);
            at.map(|at| at.grown(AROUND * finder.module))
        };
        self.lone
            .iter()
            .filter(|finder| finder.hits as f32 >= (1.8 * finder.module).max(3.0))
            .take(MOST_SEEN)
            .filter_map(around)
            .collect()
    }
}

/// What is remembered of each kind, at the most.
const MOST_SEEN: usize = 4;

/// Lone finder patterns that are looked at, at the most.
const MOST_LONE: usize = 8;

/// Modules around a lone finder pattern in which the rest of a symbol may lie.
const AROUND: f32 = 30.0;

/// Work that a symbol brings that was read.
const EARNED: u64 = 100_000;

/// Grids by our own search: finder patterns in black and white, modules sampled from the levels of
/// gray.
///
/// `is_known` says that a symbol was read there before; `found` whether a grid could be read: then its
/// finder patterns are not tried again.
pub(crate) fn by_finders(
    look: &Look<'_>,
    is_known: impl Fn(Point) -> bool,
    found: &mut dyn FnMut(&Sampled) -> bool,
) -> Seen {
    let mut finders = finder::find_in(&look.luma, look.binary);
    let all = finders.len();
    finders.retain(|finder| !is_known(finder.center));
    let mut used = vec![false; finders.len()];
    let mut unread: Vec<(Located, [usize; 3])> = Vec::new();
    let mut seen = Seen {
        finders: all,
        ..Seen::default()
    };
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
        if seen.threes.len() < MOST_SEEN {
            let outer = 8.0 * three[0].module;
            let area = Area::around(&parallelogram(&three)).map(|area| area.grown(outer));
            seen.threes.extend(area);
        }
        let field = look.field(three[0].is_inverted);
        let rough = locate(field, three, look.budget);
        let clear = rough.first().filter(|located| located.fit > CLEAR_FIT);
        let is_read = clear.is_some_and(|located| found(&Sampled::new(&field, &located.lattice)))
            || settled(field, rough, look.budget)
                .into_iter()
                .any(|located| {
                    let is_read = found(&Sampled::new(&field, &located.lattice))
                        || look.read_aligned(field, &located, &located.lattice, found);
                    if !is_read && located.fit > SURE_FIT {
                        unread.push((located, indices));
                    }
                    is_read
                });
        if is_read {
            look.budget.earn(EARNED);
            indices.iter().for_each(|index| used[*index] = true);
        }
    }
    sort::by_key(&mut unread, |(located, _)| -located.fit);
    for (located, indices) in unread {
        if indices.iter().any(|index| used[*index]) {
            continue;
        }
        let field = look.field(finders[indices[0]].is_inverted);
        if look.read_closely(field, &located, found) {
            indices.iter().for_each(|index| used[*index] = true);
        } else {
            seen.sure.push(located.lattice.corners());
        }
    }
    let lone = finders.iter().zip(&used).filter(|(finder, used)| {
        // Clutter is seen in a row or two, what is turned by 45 degrees in those of one module of its
        // center's three.
        !**used && finder.hits as f32 >= (0.8 * finder.module).max(3.0)
    });
    let lone = lone.map(|(finder, _)| *finder);
    seen.lone.extend(lone.take(MOST_LONE));
    seen
}

/// The three centers, and where a fourth one would be.
fn parallelogram([a, b, c]: &[Finder; 3]) -> [Point; 4] {
    let (a, b, c) = (a.center, b.center, c.center);
    let fourth = Point {
        x: b.x + c.x - a.x,
        y: b.y + c.y - a.y,
    };
    [a, b, c, fourth]
}

impl<'a> Look<'a> {
    /// Of a look along all rows, whatever comes of it.
    pub(crate) fn cost(&self) -> usize {
        self.binary.bits.len() / 10 + self.binary.edges().count()
    }

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
        found: &mut dyn FnMut(&Sampled) -> bool,
    ) -> bool {
        let fit = Fit {
            field,
            known: &[],
            contrast: located.contrast,
            budget: self.budget,
        };
        if Stage::Aligned.is_left_out() {
            return false;
        }
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
        found: &mut dyn FnMut(&Sampled) -> bool,
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
            if self.budget.is_spent() || Stage::Closely.is_left_out() {
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
