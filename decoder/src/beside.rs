//! Several symbols of one size, as on a sheet, a tray or a shelf: where those may be that were not read, by
//! those that were.

use crate::{Corners, Luma, Point, geometry::Area};

/// Cells along a symbol's side.
const CELLS: usize = 4;

/// Of the change of brightness in what was read, that much is busy: others may be fainter.
const BUSY: f32 = 0.35;

/// Centers of symbols that do not overlap lie further apart, in sides.
const APART: f32 = 0.8;

/// From the center of what is looked at to its edge, in sides: a symbol with its corner up, and as much around it.
const REACH: f32 = 0.95;

/// Squares about the size of what was read, and about as busy, in which nothing was read; the busiest first,
/// at most that many.
pub(crate) fn spots(luma: &Luma<'_>, read: &[Corners], most: usize) -> Vec<Area> {
    let mut sides: Vec<f32> = read.iter().map(|corners| corners.size()).collect();
    crate::sort::by_key(&mut sides, |side| *side);
    let Some(side) = sides.get(sides.len() / 2).copied() else {
        return Vec::new();
    };
    let cell = (side / CELLS as f32) as usize;
    let (cols, rows) = match cell {
        0..3 => return Vec::new(),
        _ => (luma.width() / cell, luma.height() / cell),
    };
    if cols < CELLS || rows < CELLS {
        return Vec::new();
    }
    let changes = changes(luma, cell, cols, rows);
    let window = |col: usize, row: usize| -> f32 {
        let row_of = |row: usize| &changes[row * cols + col..][..CELLS];
        (row..row + CELLS).flat_map(row_of).sum()
    };
    let center = |col: usize, row: usize| Point {
        x: ((col + CELLS / 2) * cell) as f32,
        y: ((row + CELLS / 2) * cell) as f32,
    };
    let at = |point: Point| {
        let to_cell = |value: f32, cells: usize| {
            ((value / cell as f32).round() as usize)
                .saturating_sub(CELLS / 2)
                .min(cells - CELLS)
        };
        window(to_cell(point.x, cols), to_cell(point.y, rows))
    };
    let centers: Vec<Point> = read.iter().map(|corners| corners.center()).collect();
    let least = BUSY
        * centers
            .iter()
            .map(|center| at(*center))
            .fold(f32::MAX, f32::min);
    let mut busy = Vec::new();
    for row in 0..=rows - CELLS {
        for col in 0..=cols - CELLS {
            let change = window(col, row);
            let center = center(col, row);
            if change > least
                && centers
                    .iter()
                    .all(|one| one.distance(center) > APART * side)
            {
                busy.push((change, center));
            }
        }
    }
    crate::sort::by_key(&mut busy, |(change, _)| -change);
    let mut spots: Vec<Point> = Vec::new();
    for (_, center) in busy {
        if spots.len() == most {
            break;
        }
        if spots.iter().all(|one| one.distance(center) > APART * side) {
            spots.push(center);
        }
    }
    let reach = REACH * side;
    let area = |center: Point| Area {
        left: center.x - reach,
        top: center.y - reach,
        right: center.x + reach,
        bottom: center.y + reach,
    };
    spots.into_iter().map(area).collect()
}

/// How much brightness changes within each cell, row-major, in levels a pixel.
fn changes(luma: &Luma<'_>, cell: usize, cols: usize, rows: usize) -> Vec<f32> {
    let mut out = vec![0.0; cols * rows];
    for row in 0..rows {
        let lines = (row * cell..(row + 1) * cell).step_by(2);
        let count = (lines.len() * cell) as f32;
        for y in lines {
            let line = luma.row(y);
            for col in 0..cols {
                let pixels = &line[col * cell..((col + 1) * cell + 2).min(line.len())];
                let sum: u32 = pixels
                    .iter()
                    .zip(&pixels[2.min(pixels.len())..])
                    .map(|(a, b)| u32::from(a.abs_diff(*b)))
                    .sum();
                out[row * cols + col] += sum as f32 / count;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checkered squares of 40 pixels on white paper, with that much contrast.
    fn sheet(squares: &[(usize, usize, u8)]) -> Vec<u8> {
        let mut pixels = vec![220; 400 * 200];
        for (left, top, contrast) in squares {
            for y in *top..top + 40 {
                for x in *left..left + 40 {
                    if (x / 4 + y / 4) % 2 == 0 {
                        pixels[y * 400 + x] -= contrast;
                    }
                }
            }
        }
        pixels
    }

    fn corners(left: f32, top: f32) -> Corners {
        let at = |x: f32, y: f32| Point {
            x: left + x,
            y: top + y,
        };
        Corners::from_array([at(0.0, 0.0), at(40.0, 0.0), at(40.0, 40.0), at(0.0, 40.0)])
    }

    #[test]
    fn what_is_as_busy_as_what_was_read() {
        let pixels = sheet(&[(20, 20, 180), (200, 100, 180), (340, 30, 90), (120, 20, 30)]);
        let luma = Luma::new(&pixels, 400, 200, 400).unwrap();
        let spots = spots(&luma, &[corners(20.0, 20.0)], 9);
        assert_eq!(spots.len(), 2, "{spots:?}");
        for (spot, (x, y)) in spots.iter().zip([(220.0, 120.0), (360.0, 50.0)]) {
            let center = spot.center();
            assert!(center.distance(Point { x, y }) < 15.0, "{center:?}");
            assert!(spot.contains(Point { x, y }));
        }
    }

    #[test]
    fn nothing_beside_nothing() {
        let pixels = sheet(&[(200, 100, 180)]);
        let luma = Luma::new(&pixels, 400, 200, 400).unwrap();
        assert!(spots(&luma, &[], 9).is_empty());
        assert!(spots(&luma, &[corners(200.0, 100.0)], 9).is_empty());
        assert!(spots(&luma, &[corners(200.0, 100.0).scaled(0.01)], 9).is_empty());
        let tiny = Luma::new(&pixels, 20, 20, 400).unwrap();
        assert!(spots(&tiny, &[corners(0.0, 0.0)], 9).is_empty());
    }
}
