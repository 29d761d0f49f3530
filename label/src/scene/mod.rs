//! Pictures of symbols as a phone's camera would take them: perspective, blur, noise, uneven light.
//!
//! Everything follows from the numbers given, so a scene is the same on every machine.

pub mod hard;
mod light;
mod micro_qr;
mod plane;
mod print;
mod random;
mod rmqr;
mod structured_append;
mod y4m;

pub use light::{Glare, Shadow};
pub use micro_qr::micro_qr;
pub use print::{Cover, Print};
pub use random::Random;
pub use rmqr::{RMQR_VERSIONS, Segment, rmqr};
pub use structured_append::structured_append;
pub use y4m::{Y4m, wobble};

use crate::Modules;
use plane::Plane;

/// A picture in luma, row-major, 0 black to 255 white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// `width` × `height` bytes.
    pub pixels: Vec<u8>,
}

/// How a symbol lies before the camera.
#[derive(Clone, Debug)]
pub struct Pose {
    /// Center, in pixels.
    pub center: (f64, f64),
    /// Pixels a module.
    pub module: f64,
    /// Clockwise, in degrees.
    pub rotation: f64,
    /// Tilt about the vertical and the horizontal axis, in degrees; the camera stands 2.5 symbol
    /// sizes away.
    pub tilt: (f64, f64),
    /// The part of a round bottle or can that the symbol's width takes, in degrees, about the
    /// symbol's own vertical axis; 0 flat.
    pub bend: f64,
    /// Light on dark.
    pub is_inverted: bool,
    /// Seen from behind.
    pub is_mirrored: bool,
}

impl Pose {
    /// Upright in the middle of a picture of that size, `module` pixels a module.
    #[must_use]
    pub fn upright(width: usize, height: usize, module: f64) -> Pose {
        Pose {
            center: (width as f64 / 2.0, height as f64 / 2.0),
            module,
            rotation: 0.0,
            tilt: (0.0, 0.0),
            bend: 0.0,
            is_inverted: false,
            is_mirrored: false,
        }
    }
}

/// A picture to be taken.
#[derive(Clone, Debug)]
pub struct Scene {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Each symbol with its pose and its quiet zone in modules.
    pub symbols: Vec<(Modules, Pose, f64)>,
    /// Print and bars that are no symbol, below the symbols.
    pub prints: Vec<Print>,
    /// What lies on top of the symbols.
    pub covers: Vec<Cover>,
    /// The diameter of dark modules that are dots, in modules; 0 for squares.
    pub dots: f64,
    /// Standard deviation of the blur, in pixels; 0 for none.
    pub blur: f64,
    /// How far the picture moves while it is taken, in pixels, and which way, in degrees.
    pub motion: (f64, f64),
    /// Standard deviation of the noise, in levels; 0 for none.
    pub noise: f64,
    /// How much darker the right edge is than the left one: 0 even, 1 black.
    pub shade: f64,
    /// Bright spots.
    pub glares: Vec<Glare>,
    /// Where light is kept off.
    pub shadow: Option<Shadow>,
    /// Luma of dark and light print.
    pub ink: (f64, f64),
    /// Luma of what lies around.
    pub ground: f64,
    /// Bars and blocks in the background that are no symbol.
    pub clutter: usize,
    /// For noise and clutter.
    pub seed: u64,
}

impl Scene {
    /// An empty, even, noiseless gray picture.
    #[must_use]
    pub fn new(width: usize, height: usize) -> Scene {
        Scene {
            width,
            height,
            symbols: Vec::new(),
            prints: Vec::new(),
            covers: Vec::new(),
            dots: 0.0,
            blur: 0.0,
            motion: (0.0, 0.0),
            noise: 0.0,
            shade: 0.0,
            glares: Vec::new(),
            shadow: None,
            ink: (25.0, 225.0),
            ground: 150.0,
            clutter: 0,
            seed: 1,
        }
    }

    /// Takes the picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        let mut random = Random::new(self.seed);
        let mut light = vec![self.ground; self.width * self.height];
        for _ in 0..self.clutter {
            self.draw_clutter(&mut light, &mut random);
        }
        for print in &self.prints {
            print.draw(&mut light, self.width, self.height);
        }
        for (modules, pose, quiet_zone) in &self.symbols {
            self.draw(&mut light, modules, pose, *quiet_zone);
        }
        for cover in &self.covers {
            cover.draw(&mut light, self.width, self.height);
        }
        if self.blur > 0.0 {
            light = light::blurred(&light, self.width, self.height, self.blur);
        }
        if self.motion.0 > 0.0 {
            light = light::moved(&light, self.width, self.height, self.motion);
        }
        self.shine(&mut light);
        let pixels = light.iter().enumerate().map(|(index, level)| {
            let across = (index % self.width) as f64 / self.width as f64;
            let noise = if self.noise > 0.0 {
                self.noise * random.normal()
            } else {
                0.0
            };
            let lit = level * (1.0 - self.shade * across) + noise;
            lit.round().clamp(0.0, 255.0) as u8
        });
        Picture {
            width: self.width,
            height: self.height,
            pixels: pixels.collect(),
        }
    }

    /// Shadow first: a lamp shines into it.
    fn shine(&self, light: &mut [f64]) {
        if self.shadow.is_none() && self.glares.is_empty() {
            return;
        }
        for (index, level) in light.iter_mut().enumerate() {
            let (x, y) = ((index % self.width) as f64, (index / self.width) as f64);
            let kept = self.shadow.as_ref().map_or(1.0, |shadow| shadow.at(x, y));
            let added: f64 = self.glares.iter().map(|glare| glare.at(x, y)).sum();
            *level = *level * kept + added;
        }
    }

    fn draw(&self, light: &mut [f64], modules: &Modules, pose: &Pose, quiet_zone: f64) {
        let (cols, rows) = (modules.cols() as f64, modules.rows() as f64);
        let plane = Plane::new(pose, cols.max(rows) * pose.module, cols * pose.module);
        let reach = (cols.max(rows) / 2.0 + quiet_zone) * pose.module * 2.2;
        let range = |center: f64, size: usize| {
            let from = (center - reach).floor().max(0.0) as usize;
            let to = (center + reach).ceil().clamp(0.0, size as f64) as usize;
            from..to
        };
        for y in range(pose.center.1, self.height) {
            for x in range(pose.center.0, self.width) {
                // Three by three samples a pixel stand for the sensor's area.
                let (mut sum, mut hits) = (0.0, 0.0);
                for sub in 0..9 {
                    let at = |n: usize| (n as f64 + 0.5) / 3.0;
                    let point = (x as f64 + at(sub % 3), y as f64 + at(sub / 3));
                    let Some((u, v)) = plane.unproject(point) else {
                        continue;
                    };
                    let u = if pose.is_mirrored { -u } else { u };
                    let (col, row) = (u / pose.module + cols / 2.0, v / pose.module + rows / 2.0);
                    if col < -quiet_zone
                        || row < -quiet_zone
                        || col > cols + quiet_zone
                        || row > rows + quiet_zone
                    {
                        continue;
                    }
                    let is_dark = col >= 0.0
                        && row >= 0.0
                        && modules.bit(row as usize, col as usize)
                        && self.is_inked(col, row);
                    sum += if is_dark != pose.is_inverted {
                        self.ink.0
                    } else {
                        self.ink.1
                    };
                    hits += 1.0;
                }
                let pixel = &mut light[y * self.width + x];
                *pixel = (sum + *pixel * (9.0 - hits)) / 9.0;
            }
        }
    }

    /// Whether a dark module's mark reaches there.
    fn is_inked(&self, col: f64, row: f64) -> bool {
        let (x, y) = (col.fract() - 0.5, row.fract() - 0.5);
        self.dots <= 0.0 || x.hypot(y) < self.dots / 2.0
    }

    /// A row of bars, as a linear barcode or a line of text would have them.
    fn draw_clutter(&self, light: &mut [f64], random: &mut Random) {
        let (left, top) = (random.below(self.width), random.below(self.height));
        let height = 4 + random.below(40);
        let mut x = left;
        for _ in 0..12 + random.below(40) {
            let bar = 1 + random.below(5);
            let level = if random.below(2) == 0 {
                self.ink.0
            } else {
                self.ink.1
            };
            for column in x..(x + bar).min(self.width) {
                for row in top..(top + height).min(self.height) {
                    light[row * self.width + column] = level;
                }
            }
            x += bar;
        }
    }
}
