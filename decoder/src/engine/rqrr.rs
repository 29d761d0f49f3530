//! rqrr: QR finder patterns → module grids.
//!
//! Only its detection is used: its bit-stream decoder has no FNC1 mode and drops the ECI.

use rqrr::{BitGrid, PreparedImage};

use crate::{Corners, Luma, ModuleGrid, Point};

/// Every grid that it finds in a dark-on-light picture.
pub(crate) fn detect(luma: &Luma<'_>) -> Vec<ModuleGrid> {
    if luma.width() < 21 || luma.height() < 21 {
        return Vec::new();
    }
    let mut image =
        PreparedImage::prepare_from_greyscale(luma.width(), luma.height(), |x, y| luma.row(y)[x]);
    let grids = image.detect_grids();
    grids
        .iter()
        .map(|grid| module_grid(&grid.grid, grid.bounds))
        .collect()
}

fn module_grid(grid: &impl BitGrid, bounds: [rqrr::Point; 4]) -> ModuleGrid {
    let size = grid.size();
    let bits = (0..size).flat_map(|row| (0..size).map(move |col| grid.bit(row, col)));
    let corners = bounds.map(|point| Point {
        x: point.x as f32,
        y: point.y as f32,
    });
    ModuleGrid {
        rows: size,
        cols: size,
        bits: bits.collect(),
        corners: Corners::from_array(corners),
    }
}
