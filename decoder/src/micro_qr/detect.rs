//! Lone finder patterns → module grids of Micro QR Codes.

use crate::{
    Point,
    budget::Budget,
    field::Field,
    lattice::Lattice,
    qr::outline::contrast,
    refine::{Fit, Free},
    sampled::Sampled,
};

/// Modules that are known must be seen for this much, from −1 to 1: there is but one finder pattern.
const LEAST_KNOWN: f32 = 0.9;

/// Timing patterns that alternate less than this, before anything was moved, are none.
const LEAST_TIMING: f32 = 0.5;

/// Tries each size at each of the four corners that the finder pattern may be at; `corners` are those of the
/// finder pattern's own outline.
pub(crate) fn by_finder(
    field: Field<'_>,
    corners: [Point; 4],
    budget: &Budget,
    mut found: impl FnMut(&Sampled) -> bool,
) -> bool {
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
