//! Timing patterns → where each column and row lies, in symbols whose modules are not all as wide:
//! round packs, and prints that a roller stretched.

use crate::{
    Point,
    field::Field,
    lattice::{Lattice, Mapper},
};

/// Where columns and rows begin, in modules of the lattice; one more than there are.
pub(crate) struct Timing {
    /// Whether both patterns could be followed from end to end.
    pub(crate) is_whole: bool,
    cols: Vec<f32>,
    rows: Vec<f32>,
}

/// Less than this many modules off the lattice is no news.
const NEWS: f32 = 0.2;

impl Timing {
    /// Follows the timing patterns along the top and the right. `None` where neither can be followed
    /// from end to end, or both say what the lattice says.
    pub(crate) fn seen(field: &Field<'_>, lattice: &Lattice) -> Option<Timing> {
        let mapper = lattice.mapper();
        let (cols, rows) = (lattice.cols, lattice.rows);
        let across = edges(cols, |at| field.darkness(mapper.map(at, 0.5)));
        let right = cols as f32 - 0.5;
        // The right begins with a light module where the top begins with a dark one.
        let down = edges(rows, |at| -field.darkness(mapper.map(right, at)));
        let is_whole = across.is_some() && down.is_some();
        let even = |count: usize| (0..=count).map(|at| at as f32).collect();
        let cols = across.unwrap_or_else(|| even(cols));
        let rows = down.unwrap_or_else(|| even(rows));
        (is_news(&cols) || is_news(&rows)).then_some(Timing {
            is_whole,
            cols,
            rows,
        })
    }

    /// Where a point of the symbol lies, in modules from its top left.
    pub(crate) fn map(&self, mapper: &Mapper, col: f32, row: f32) -> Point {
        mapper.map(place(&self.cols, col), place(&self.rows, row))
    }
}

fn place(begins: &[f32], at: f32) -> f32 {
    let index = (at.max(0.0) as usize).min(begins.len().saturating_sub(2));
    begins[index] + (at - index as f32) * (begins[index + 1] - begins[index])
}

/// Whether the lattice is not where all of that is.
fn is_news(begins: &[f32]) -> bool {
    let mut off = begins
        .iter()
        .zip(0..)
        .map(|(begin, at)| (begin - at as f32).abs());
    off.any(|off| off > NEWS)
}

/// Where a pattern of that many modules changes its color; it begins dark. `None` where it changes
/// more or less often than it should.
fn edges(count: usize, darkness: impl Fn(f32) -> f32) -> Option<Vec<f32>> {
    let mut edges = vec![0.0];
    let mut last = darkness(0.3);
    for step in 4..count * 10 - 2 {
        let at = step as f32 * 0.1;
        let now = darkness(at);
        let is_dark = edges.len() % 2 == 1;
        if (now > 0.0) != is_dark {
            edges.push(at - 0.1 + 0.1 * last / (last - now));
            if edges.len() > count {
                return None;
            }
        }
        last = now;
    }
    edges.push(count as f32);
    let is_whole = edges.len() == count + 1;
    let is_even = edges
        .windows(2)
        .all(|two| (0.3..2.5).contains(&(two[1] - two[0])));
    (is_whole && is_even).then_some(edges)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_gets_narrower() {
        let begins = [0.0, 1.3, 2.6, 3.6, 4.6, 5.3, 6.0];
        let darkness = |at: f32| {
            let index = begins.iter().filter(|begin| at > **begin).count();
            if index % 2 == 1 { 10.0 } else { -10.0 }
        };
        let found = edges(6, darkness).unwrap();
        for (found, expected) in found.iter().zip(begins) {
            assert!((found - expected).abs() < 0.11, "{found} {expected}");
        }
        assert!((place(&found, 2.5) - 3.1).abs() < 0.11);
        assert!(is_news(&found));
        assert_eq!(edges(8, darkness), None, "too few");
        assert_eq!(edges(3, |at| darkness(2.0 * at)), None, "too many");
    }

    #[test]
    fn an_even_pattern_is_no_news() {
        let darkness = |at: f32| {
            if (at as usize).is_multiple_of(2) {
                9.0
            } else {
                -9.0
            }
        };
        assert!(!is_news(&edges(10, darkness).unwrap()));
    }
}
