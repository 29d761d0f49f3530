//! Finder patterns → threes that may belong to one symbol, the likeliest first.

use crate::{geometry::length, sort};

use super::finder::Finder;

/// Three finder patterns, as indices into the list that they came from, with the top left at the
/// right angle and the others so that the symbol is seen from its front.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Triple {
    pub(crate) top_left: usize,
    pub(crate) top_right: usize,
    pub(crate) bottom_left: usize,
    /// The less, the likelier.
    pub(crate) cost: f32,
}

/// Threes that are tried in a picture, at the most.
const MAX_TRIPLES: usize = 4000;

/// Neighbours that may be at the other end of a side, at the most.
const MAX_ARMS: usize = 24;

/// From this many finder patterns on, half as many neighbours are enough: a sheet of codes has its own
/// nearest, and grain has no end of them.
const CROWD: usize = 200;

/// Every plausible three.
pub(crate) fn triples(finders: &[Finder]) -> Vec<Triple> {
    let mut out = Vec::new();
    for corner in 0..finders.len() {
        let near = arms(finders, corner);
        for (index, a) in near.iter().enumerate() {
            for b in &near[index + 1..] {
                out.extend(triple(finders, corner, *a, *b));
            }
        }
    }
    sort::by_key(&mut out, |triple| triple.cost);
    out.truncate((100 + 12 * finders.len()).min(MAX_TRIPLES));
    out
}

/// The finder patterns that may be at the other end of a side.
fn arms(finders: &[Finder], corner: usize) -> Vec<usize> {
    let from = &finders[corner];
    let is_arm = |index: &usize| {
        let to = &finders[*index];
        let modules = from.center.distance(to.center) / f32::midpoint(from.module, to.module);
        *index != corner
            && to.is_inverted == from.is_inverted
            && (0.45..2.2).contains(&(to.module / from.module))
            // 14 modules between the centers in version 1, 170 in version 40; tilted ones less.
            && (6.0..240.0).contains(&modules)
    };
    let mut arms: Vec<usize> = (0..finders.len()).filter(is_arm).collect();
    let distance = |index: &usize| from.center.distance(finders[*index].center);
    sort::by_key(&mut arms, distance);
    arms.truncate(if finders.len() > CROWD {
        MAX_ARMS / 2
    } else {
        MAX_ARMS
    });
    arms
}

/// How far two lengths are from being the same: 0 where they are, 2 at the most. Nearly the logarithm of
/// their ratio, as long as neither is twice the other.
fn apart(one: f32, other: f32) -> f32 {
    2.0 * (one - other).abs() / (one + other)
}

fn triple(finders: &[Finder], corner: usize, a: usize, b: usize) -> Option<Triple> {
    let (at, to_a, to_b) = (&finders[corner], &finders[a], &finders[b]);
    let (ax, ay) = (to_a.center.x - at.center.x, to_a.center.y - at.center.y);
    let (bx, by) = (to_b.center.x - at.center.x, to_b.center.y - at.center.y);
    let (length_a, length_b) = (length(ax, ay), length(bx, by));
    let cosine = (ax * bx + ay * by) / (length_a * length_b).max(1.0);
    let sides = apart(length_a, length_b);
    if cosine.abs() > 0.7 || sides > 1.0 {
        return None;
    }
    let modules = [at.module, to_a.module, to_b.module];
    let most = modules.iter().copied().fold(0.0, f32::max);
    let least = modules.iter().copied().fold(f32::MAX, f32::min);
    let size = (length_a + length_b) / (modules.iter().sum::<f32>() / 1.5);
    let cost = cosine.abs() + 0.8 * sides + 1.2 * apart(most, least) + 0.004 * size;
    // A real one is seen in each of the three modules' rows across its center; what looks like one
    // in data or clutter is seen in a row or two.
    let weak = [at, to_a, to_b]
        .into_iter()
        .filter(|finder| (finder.hits as f32) < finder.module.clamp(1.5, 12.0))
        .count();
    let (top_right, bottom_left) = if ax * by - ay * bx > 0.0 {
        (a, b)
    } else {
        (b, a)
    };
    Some(Triple {
        top_left: corner,
        top_right,
        bottom_left,
        cost: cost + 0.25 * weak as f32,
    })
}
