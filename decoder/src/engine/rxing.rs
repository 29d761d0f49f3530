//! rxing: QR and Data Matrix detection. Its decoders are what ours are compared with.
//!
//! The helper API is avoided: it asks for the time, which wasm32 does not have.

use rxing::{
    Point as EnginePoint,
    common::{BitMatrix, DetectorRXingResult},
    datamatrix::detector::zxing_cpp_detector,
    qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR},
};

use crate::{Corners, ModuleGrid, Point, threshold::Binary};

/// A picture in black and white; `true` is dark.
pub(crate) struct Threshold(BitMatrix);

impl Threshold {
    /// A copy of our own.
    pub(crate) fn new(binary: &Binary) -> Option<Threshold> {
        let size = |value: usize| u32::try_from(value).ok();
        let mut matrix = BitMatrix::new(size(binary.width)?, size(binary.height)?).ok()?;
        for y in 0..binary.height {
            for (x, bit) in binary.row(y).iter().enumerate() {
                if *bit == 1 {
                    matrix.set(x as u32, y as u32);
                }
            }
        }
        Some(Threshold(matrix))
    }

    pub(crate) fn pixels(&self) -> usize {
        self.0.width() as usize * self.0.height() as usize
    }

    /// Dark and light exchanged.
    pub(crate) fn inverted(mut self) -> Threshold {
        self.0.flip_self();
        self
    }

    /// Makes the rectangle around a symbol light, so that the next look sees what lay behind it.
    pub(crate) fn erase(&mut self, corners: Corners) {
        let corners = corners.to_array();
        let limit = |value: f32, size: u32| value.clamp(0.0, size as f32) as u32;
        let (width, height) = (self.0.width(), self.0.height());
        let least = |of: fn(&Point) -> f32| corners.iter().map(of).fold(f32::MAX, f32::min);
        let most = |of: fn(&Point) -> f32| corners.iter().map(of).fold(f32::MIN, f32::max);
        let (left, right) = (
            limit(least(|at| at.x) - 2.0, width),
            limit(most(|at| at.x) + 3.0, width),
        );
        let (top, bottom) = (
            limit(least(|at| at.y) - 2.0, height),
            limit(most(|at| at.y) + 3.0, height),
        );
        for y in top..bottom {
            for x in left..right {
                self.0.unset(x, y);
            }
        }
    }

    /// QR Codes. Finder patterns that a decoded symbol used are not tried again.
    pub(crate) fn qr(&self, try_harder: bool, mut found: impl FnMut(ModuleGrid) -> bool) {
        if self.0.width() < 21 || self.0.height() < 21 {
            return;
        }
        let mut patterns = FindFinderPatterns(&self.0, try_harder, 0);
        let mut used = Vec::new();
        for set in GenerateFinderPatternSets(&mut patterns) {
            if [&set.bl, &set.tl, &set.tr]
                .into_iter()
                .any(|pattern| used.contains(pattern))
            {
                continue;
            }
            let Ok(sampled) = SampleQR(&self.0, &set) else {
                continue;
            };
            // Its points go top left, top right, bottom left, bottom right.
            let points = sampled.getPoints();
            let Some(&[a, b, c, d]) = points.first_chunk::<4>() else {
                continue;
            };
            let Some(grid) = module_grid(sampled.getBits(), &[a, b, d, c]) else {
                continue;
            };
            if found(grid) {
                used.extend([set.bl, set.tl, set.tr]);
            }
        }
    }

    /// Data Matrix symbols; `try_harder` looks off the picture's center lines too.
    pub(crate) fn data_matrix(&self, try_harder: bool) -> Vec<ModuleGrid> {
        if self.0.width() < 16 || self.0.height() < 16 {
            return Vec::new();
        }
        let found = zxing_cpp_detector::detect(&self.0, try_harder, true).unwrap_or_default();
        let grids = found
            .iter()
            .filter_map(|one| module_grid(one.getBits(), one.getPoints()));
        grids.collect()
    }
}

fn module_grid(bits: &BitMatrix, points: &[EnginePoint]) -> Option<ModuleGrid> {
    let corners: [EnginePoint; 4] = points.get(..4)?.try_into().ok()?;
    let (rows, cols) = (bits.height() as usize, bits.width() as usize);
    let modules =
        (0..rows).flat_map(|row| (0..cols).map(move |col| bits.get(col as u32, row as u32)));
    Some(ModuleGrid {
        rows,
        cols,
        bits: modules.collect(),
        corners: Corners::from_array(corners.map(|point| Point {
            x: point.x,
            y: point.y,
        })),
    })
}
