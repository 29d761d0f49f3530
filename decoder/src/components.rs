//! Black and white → connected pieces of one color, with their convex hulls.

use crate::{Point, sort, threshold::Binary};

/// A stretch of one color in a row.
struct Run {
    y: usize,
    from: usize,
    to: usize,
    parent: usize,
}

/// More runs than this are noise that no symbol is found in; the rest of the picture is left out.
const MAX_RUNS: usize = 400_000;

/// The convex hulls of pieces (dark ones, or light ones) at least `least` pixels wide and high,
/// counter-clockwise as seen with y upward, the largest first.
pub(crate) fn hulls(binary: &Binary, is_dark: bool, least: usize) -> Vec<Vec<Point>> {
    let mut runs = runs(binary, u8::from(is_dark));
    join(&mut runs);
    // Bounding boxes first: most pieces are too small.
    let mut boxes = vec![(usize::MAX, 0, usize::MAX, 0); runs.len()];
    for index in 0..runs.len() {
        let root = root(&mut runs, index);
        let run = &runs[index];
        let of = &mut boxes[root];
        *of = (
            of.0.min(run.from),
            of.1.max(run.to),
            of.2.min(run.y),
            of.3.max(run.y + 1),
        );
    }
    let is_large = |of: &(usize, usize, usize, usize)| {
        of.1.saturating_sub(of.0) >= least && of.3.saturating_sub(of.2) >= least
    };
    let mut places = vec![usize::MAX; runs.len()];
    let mut pieces: Vec<Piece> = Vec::new();
    for index in 0..runs.len() {
        let root = root(&mut runs, index);
        if !is_large(&boxes[root]) {
            continue;
        }
        if places[root] == usize::MAX {
            places[root] = pieces.len();
            let (_, _, top, bottom) = boxes[root];
            pieces.push(Piece {
                top,
                lines: vec![(usize::MAX, 0); bottom - top + 1],
                runs: 0,
            });
        }
        pieces[places[root]].add(&runs[index]);
    }
    sort::by_key(&mut pieces, |piece| -(piece.runs as f32));
    pieces.iter().map(Piece::hull).collect()
}

/// How far a piece reaches to both sides, on each of the lines between the rows.
#[derive(Clone)]
struct Piece {
    top: usize,
    lines: Vec<(usize, usize)>,
    runs: usize,
}

impl Piece {
    fn add(&mut self, run: &Run) {
        self.runs += 1;
        for line in run.y - self.top..run.y - self.top + 2 {
            let line = &mut self.lines[line];
            *line = (line.0.min(run.from), line.1.max(run.to));
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

fn runs(binary: &Binary, color: u8) -> Vec<Run> {
    let mut runs = Vec::new();
    for y in 0..binary.height {
        let row = binary.row(y);
        let mut x = 0;
        while x < row.len() {
            if row[x] != color {
                x += 1;
                continue;
            }
            let from = x;
            while x < row.len() && row[x] == color {
                x += 1;
            }
            runs.push(Run {
                y,
                from,
                to: x,
                parent: runs.len(),
            });
        }
        if runs.len() > MAX_RUNS {
            break;
        }
    }
    runs
}

/// Joins runs that touch, at corners too.
fn join(runs: &mut [Run]) {
    let mut above = 0;
    for index in 0..runs.len() {
        let (y, from, to) = (runs[index].y, runs[index].from, runs[index].to);
        while runs[above].y + 1 < y || (runs[above].y + 1 == y && runs[above].to < from) {
            above += 1;
        }
        let mut at = above;
        while runs[at].y + 1 == y && runs[at].from <= to {
            let (a, b) = (root(runs, at), root(runs, index));
            runs[a.max(b)].parent = a.min(b);
            at += 1;
        }
    }
}

fn root(runs: &mut [Run], mut index: usize) -> usize {
    while runs[index].parent != index {
        let parent = runs[index].parent;
        runs[index].parent = runs[parent].parent;
        index = parent;
    }
    index
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
        let binary = Binary {
            width,
            height,
            bits,
        };
        let found = hulls(&binary, true, 8);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].len(), 5, "{found:?}");
        assert_eq!(hulls(&binary, false, 8).len(), 1);
    }
}
