//! Black and white → connected pieces of one color, with their convex hulls.

use crate::{Point, sort, threshold::Binary};

/// Stretches of one color, row by row from the left.
struct Runs {
    /// From the first pixel of each to behind its last.
    spans: Vec<(u32, u32)>,
    /// Where each row's begin, and where the last one's end.
    starts: Vec<usize>,
    /// One that each touches, before it; itself where it is the first of its piece.
    parents: Vec<u32>,
}

/// More runs than this are noise that no symbol is found in; the rest of the picture is left out.
const MAX_RUNS: usize = 400_000;

/// What a piece reaches over.
#[derive(Clone, Copy)]
struct Extent {
    left: u32,
    right: u32,
    top: u32,
    bottom: u32,
    runs: u32,
}

const NOTHING: Extent = Extent {
    left: u32::MAX,
    right: 0,
    top: u32::MAX,
    bottom: 0,
    runs: 0,
};

/// The convex hulls of pieces (dark ones, or light ones) at least `least` pixels wide and high,
/// counter-clockwise as seen with y upward: the `most` largest, the largest first.
pub(crate) fn hulls(binary: &Binary, is_dark: bool, least: u32, most: usize) -> Vec<Vec<Point>> {
    let mut runs = Runs::of(binary, is_dark);
    runs.join();
    // Extents first: most pieces are too small.
    let extents = runs.extents();
    let is_large = |of: &Extent| of.right - of.left >= least && of.bottom - of.top >= least;
    let roots = (0..extents.len()).filter(|root| extents[*root].runs > 0);
    let mut roots: Vec<usize> = roots.filter(|root| is_large(&extents[*root])).collect();
    sort::by_key(&mut roots, |root| -(extents[*root].runs as f32));
    roots.truncate(most);
    let mut places = vec![u32::MAX; extents.len()];
    let mut pieces: Vec<Piece> = Vec::new();
    for root in roots {
        places[root] = pieces.len() as u32;
        pieces.push(Piece::within(&extents[root]));
    }
    for y in 0..runs.starts.len() - 1 {
        for index in runs.starts[y]..runs.starts[y + 1] {
            if let Some(piece) = pieces.get_mut(places[runs.parents[index] as usize] as usize) {
                piece.add(y, runs.spans[index]);
            }
        }
    }
    pieces.iter().map(Piece::hull).collect()
}

/// How far a piece reaches to both sides, on each of the lines between the rows.
#[derive(Clone)]
struct Piece {
    top: usize,
    lines: Vec<(u32, u32)>,
}

impl Piece {
    fn within(extent: &Extent) -> Piece {
        let rows = (extent.bottom - extent.top) as usize;
        Piece {
            top: extent.top as usize,
            lines: vec![(u32::MAX, 0); rows + 1],
        }
    }

    fn add(&mut self, y: usize, (from, to): (u32, u32)) {
        for line in &mut self.lines[y - self.top..][..2] {
            *line = (line.0.min(from), line.1.max(to));
        }
    }

    /// Andrew's monotone chain: down and up again.
    fn hull(&self) -> Vec<Point> {
        let lines = self.lines.iter().zip(self.top..);
        let points: Vec<Point> = lines
            .flat_map(|(line, y)| [line.0, line.1].map(|x| (x, y)))
            .map(|(x, y)| Point {
                x: x as f32,
                y: y as f32,
            })
            .collect();
        let mut out: Vec<Point> = Vec::new();
        let mut extend = |points: &mut dyn Iterator<Item = &Point>| {
            let start = out.len();
            for point in points {
                while out.len() >= start + 2 {
                    let (a, b) = (out[out.len() - 2], out[out.len() - 1]);
                    let turn = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
                    if turn > 0.0 {
                        break;
                    }
                    out.pop();
                }
                out.push(*point);
            }
            out.pop();
        };
        extend(&mut points.iter());
        extend(&mut points.iter().rev());
        out
    }
}

impl Runs {
    fn of(binary: &Binary, is_dark: bool) -> Runs {
        let edges = binary.edges();
        let mut runs = Runs {
            spans: Vec::new(),
            starts: vec![0],
            parents: Vec::new(),
        };
        for y in 0..binary.height {
            let is_first = binary.row(y).first() == Some(&u8::from(is_dark));
            let edges = edges.row(y).get(usize::from(!is_first)..).unwrap_or(&[]);
            let pairs = edges.chunks_exact(2);
            runs.spans.extend(pairs.map(|pair| (pair[0], pair[1])));
            runs.starts.push(runs.spans.len());
            if runs.spans.len() > MAX_RUNS {
                break;
            }
        }
        runs.parents = (0..runs.spans.len() as u32).collect();
        runs
    }

    /// Joins runs that touch, at corners too; the parent of each is then the first of its piece.
    fn join(&mut self) {
        for y in 1..self.starts.len() - 1 {
            let (mut above, mut at) = (self.starts[y - 1], self.starts[y]);
            let (end_above, end) = (at, self.starts[y + 1]);
            while above < end_above && at < end {
                let ((from_above, to_above), (from, to)) = (self.spans[above], self.spans[at]);
                if from_above <= to && from <= to_above {
                    self.unite(above as u32, at as u32);
                }
                // Whichever ends first touches nothing more.
                if to_above < to {
                    above += 1;
                } else {
                    at += 1;
                }
            }
        }
        for index in 0..self.parents.len() {
            self.parents[index] = self.parents[self.parents[index] as usize];
        }
    }

    fn unite(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b) as usize] = a.min(b);
    }

    fn root(&mut self, mut index: u32) -> u32 {
        loop {
            let parent = self.parents[index as usize];
            if parent == index {
                return index;
            }
            let above = self.parents[parent as usize];
            self.parents[index as usize] = above;
            index = above;
        }
    }

    /// Of each piece, at the place of its first run.
    fn extents(&self) -> Vec<Extent> {
        let mut extents = vec![NOTHING; self.spans.len()];
        for (y, rows) in (0u32..).zip(self.starts.windows(2)) {
            for index in rows[0]..rows[1] {
                let (from, to) = self.spans[index];
                let of = &mut extents[self.parents[index] as usize];
                *of = Extent {
                    left: of.left.min(from),
                    right: of.right.max(to),
                    top: of.top.min(y),
                    bottom: y + 1,
                    runs: of.runs + 1,
                };
            }
        }
        extents
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_l_has_a_hull_of_five() {
        let (width, height) = (30, 30);
        let mut bits = vec![0; width * height];
        for at in 5..25 {
            bits[at * width + 5] = 1;
            bits[24 * width + at] = 1;
        }
        bits[3 * width + 20] = 1;
        let binary = Binary::new(width, height, bits);
        let found = hulls(&binary, true, 8, 9);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].len(), 5, "{found:?}");
        assert_eq!(hulls(&binary, false, 8, 9).len(), 1);
    }
}
