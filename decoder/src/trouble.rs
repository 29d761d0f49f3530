//! A symbol that was found and could not be read → what is in the way.

use crate::{Corners, Luma, Point, lattice::Lattice, sort};

/// What keeps a symbol that was found from being read: what to do about it follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// Its modules have too few pixels.
    TooSmall,
    /// It reaches out of the picture.
    CutOff,
    /// Light that is reflected lies on it.
    Glare,
    /// Its modules run into each other: out of focus, or moved.
    Blurred,
    /// None of those: it is dirty, scratched, covered or printed badly.
    Damaged,
    /// It was read, and has a feature that is not supported: no other picture helps.
    Unsupported,
}

impl Trouble {
    /// The name that interfaces use: `too-small`, `cut-off`, `glare`, `blurred`, `damaged`, `unsupported`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Trouble::TooSmall => "too-small",
            Trouble::CutOff => "cut-off",
            Trouble::Glare => "glare",
            Trouble::Blurred => "blurred",
            Trouble::Damaged => "damaged",
            Trouble::Unsupported => "unsupported",
        }
    }
}

/// Fewer pixels a module are too few, however sharp they are.
const SMALL: f32 = 1.9;

/// Fewer pixels a module are too few where they are blurred: nearer brings more than a better focus.
const SMALL_AND_BLURRED: f32 = 2.6;

/// The share of the modules that may lie outside of the picture.
const OUTSIDE: f32 = 0.02;

/// The share of the modules that may lie amid light ones only: data that is masked hardly has three by
/// three of a color, and light that is reflected makes nothing else.
const WASHED: f32 = 0.03;

/// Neighbours differ by half of the contrast where modules are sharp, for half of them are of the other
/// color; by a smaller share they are blurred.
const SHARP: f32 = 0.3;

/// Levels from which on a pixel is nearly as light as any can be.
const WHITE: f32 = 235.0;

/// What is in the way of a symbol of so many modules at these corners.
pub(crate) fn trouble(luma: &Luma<'_>, corners: Corners, (rows, cols): (usize, usize)) -> Trouble {
    let lattice = Lattice::new(rows, cols, corners.to_array());
    let mapper = lattice.mapper();
    let mut levels = Vec::with_capacity(rows * cols);
    let mut outside = 0;
    for row in 0..rows {
        for col in 0..cols {
            let point = mapper.map(col as f32 + 0.5, row as f32 + 0.5);
            outside += usize::from(!is_within(luma, point));
            levels.push(luma.level(point));
        }
    }
    if outside as f32 > OUTSIDE * levels.len() as f32 {
        return Trouble::CutOff;
    }
    let module = lattice.module();
    if module < SMALL {
        return Trouble::TooSmall;
    }
    let modules = Modules { levels, rows, cols };
    let (dark, light) = modules.range();
    if modules.washed(dark, light) > WASHED {
        return Trouble::Glare;
    }
    if modules.steepness() < SHARP * (light - dark) {
        return if module < SMALL_AND_BLURRED {
            Trouble::TooSmall
        } else {
            Trouble::Blurred
        };
    }
    Trouble::Damaged
}

fn is_within(luma: &Luma<'_>, point: Point) -> bool {
    let is_in = |value: f32, size: usize| (0.0..size as f32).contains(&value);
    is_in(point.x, luma.width()) && is_in(point.y, luma.height())
}

/// The level at the middle of each module, row-major.
struct Modules {
    levels: Vec<f32>,
    rows: usize,
    cols: usize,
}

impl Modules {
    fn at(&self, row: usize, col: usize) -> f32 {
        self.levels[row * self.cols + col]
    }

    /// The levels that a tenth of the modules lie under and over.
    fn range(&self) -> (f32, f32) {
        let mut sorted = self.levels.clone();
        sort::by_key(&mut sorted, |level| *level);
        let at = |tenths: usize| sorted.get(sorted.len() * tenths / 10).copied();
        (at(1).unwrap_or(0.0), at(9).unwrap_or(0.0))
    }

    /// The share of the modules amid three by three that are as light as the picture can show.
    fn washed(&self, dark: f32, light: f32) -> f32 {
        let least = WHITE.max(dark + 0.6 * (light - dark));
        let mut count = 0;
        for row in 1..self.rows.saturating_sub(1) {
            for col in 1..self.cols.saturating_sub(1) {
                let around = (0..9).map(|at| self.at(row + at / 3 - 1, col + at % 3 - 1));
                count += usize::from(around.into_iter().all(|level| level >= least));
            }
        }
        count as f32 / self.levels.len().max(1) as f32
    }

    /// How many levels neighbours differ by on average, the way in which that is less: a picture may be
    /// moved along one way only.
    fn steepness(&self) -> f32 {
        let mean = |down: usize, right: usize| {
            let (rows, cols) = (self.rows - down, self.cols - right);
            let all = (0..rows * cols).map(|at| (at / cols, at % cols));
            let steps =
                all.map(|(row, col)| (self.at(row, col) - self.at(row + down, col + right)).abs());
            steps.sum::<f32>() / (rows * cols).max(1) as f32
        };
        mean(0, 1).min(mean(1, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use label::{
        Request, Symbology, encode,
        scene::{Glare, Picture, Pose, Scene},
    };

    fn scene(module: f64) -> (Scene, (usize, usize)) {
        let modules = encode(&Request {
            symbology: Symbology::QrCode,
            gs1: false,
            content: "https://id.example.com/01/09506000134352/21/K7M4Q2XT9PWB",
        })
        .unwrap();
        let size = (modules.rows(), modules.cols());
        let mut scene = Scene::new(320, 320);
        let pose = Pose {
            module,
            ..Pose::upright(320, 320, 1.0)
        };
        scene.symbols = vec![(modules, pose, 4.0)];
        (scene, size)
    }

    /// The corners of a symbol in the middle of 320 × 320 pixels, moved.
    fn judged(picture: &Picture, module: f64, size: (usize, usize), right: f32) -> Trouble {
        let luma = Luma::new(
            &picture.pixels,
            picture.width,
            picture.height,
            picture.width,
        )
        .unwrap();
        let half = module as f32 * size.0 as f32 / 2.0;
        let at = |x: f32, y: f32| Point {
            x: 160.0 + x * half + right,
            y: 160.0 + y * half,
        };
        let corners = [at(-1.0, -1.0), at(1.0, -1.0), at(1.0, 1.0), at(-1.0, 1.0)];
        trouble(&luma, Corners::from_array(corners), size)
    }

    #[test]
    fn each_has_its_name() {
        let (sharp, size) = scene(6.0);
        assert_eq!(judged(&sharp.render(), 6.0, size, 0.0), Trouble::Damaged);
        assert_eq!(judged(&sharp.render(), 6.0, size, 100.0), Trouble::CutOff);
        let (mut blurred, size) = scene(6.0);
        blurred.blur = 5.0;
        assert_eq!(judged(&blurred.render(), 6.0, size, 0.0), Trouble::Blurred);
        let (small, size) = scene(1.6);
        assert_eq!(judged(&small.render(), 1.6, size, 0.0), Trouble::TooSmall);
        let (mut small, size) = scene(2.4);
        small.blur = 2.0;
        assert_eq!(judged(&small.render(), 2.4, size, 0.0), Trouble::TooSmall);
        let (mut glaring, size) = scene(6.0);
        glaring.glares = vec![Glare {
            center: (160.0, 160.0),
            radius: 40.0,
            strength: 400.0,
        }];
        assert_eq!(judged(&glaring.render(), 6.0, size, 0.0), Trouble::Glare);
    }
}
