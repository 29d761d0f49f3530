//! Pictures of symbols as a phone's camera would take them: perspective, blur, noise, uneven light.
//!
//! Everything follows from the numbers given, so a scene is the same on every machine.

mod random;
mod y4m;

pub use random::Random;
pub use y4m::{Y4m, wobble};

use crate::Modules;

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
    /// Standard deviation of the blur, in pixels; 0 for none.
    pub blur: f64,
    /// Standard deviation of the noise, in levels; 0 for none.
    pub noise: f64,
    /// How much darker the right edge is than the left one: 0 even, 1 black.
    pub shade: f64,
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
            blur: 0.0,
            noise: 0.0,
            shade: 0.0,
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
        for (modules, pose, quiet_zone) in &self.symbols {
            self.draw(&mut light, modules, pose, *quiet_zone);
        }
        if self.blur > 0.0 {
            light = blurred(&light, self.width, self.height, self.blur);
        }
        let pixels = light.iter().enumerate().map(|(index, level)| {
            let across = (index % self.width) as f64 / self.width as f64;
            let lit = level * (1.0 - self.shade * across) + self.noise * random.normal();
            lit.round().clamp(0.0, 255.0) as u8
        });
        Picture {
            width: self.width,
            height: self.height,
            pixels: pixels.collect(),
        }
    }

    fn draw(&self, light: &mut [f64], modules: &Modules, pose: &Pose, quiet_zone: f64) {
        let (cols, rows) = (modules.cols() as f64, modules.rows() as f64);
        let plane = Plane::new(pose, cols.max(rows) * pose.module);
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
                    let (u, v) = plane.unproject(point);
                    let u = if pose.is_mirrored { -u } else { u };
                    let (col, row) = (u / pose.module + cols / 2.0, v / pose.module + rows / 2.0);
                    if col < -quiet_zone
                        || row < -quiet_zone
                        || col > cols + quiet_zone
                        || row > rows + quiet_zone
                    {
                        continue;
                    }
                    let is_dark =
                        col >= 0.0 && row >= 0.0 && modules.bit(row as usize, col as usize);
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

/// The plane that a symbol lies in, seen by a pinhole camera.
struct Plane {
    center: (f64, f64),
    distance: f64,
    /// The two axes of the plane in camera coordinates, and so the rows of the rotation.
    u: [f64; 3],
    v: [f64; 3],
}

impl Plane {
    fn new(pose: &Pose, size: f64) -> Plane {
        let (sin, cos) = pose.rotation.to_radians().sin_cos();
        let (sin_y, cos_y) = pose.tilt.0.to_radians().sin_cos();
        let (sin_x, cos_x) = pose.tilt.1.to_radians().sin_cos();
        // Turn in the plane, then about the vertical axis, then about the horizontal one.
        let turn = |x: f64, y: f64| {
            let (x, z) = (x * cos_y, -x * sin_y);
            [x, y * cos_x - z * sin_x, y * sin_x + z * cos_x]
        };
        Plane {
            center: pose.center,
            distance: size * 2.5,
            u: turn(cos, sin),
            v: turn(-sin, cos),
        }
    }

    /// Pixel → plane coordinates, in pixels at the center's distance.
    fn unproject(&self, (x, y): (f64, f64)) -> (f64, f64) {
        // The ray (x, y, d) meets a·u + b·v + (0, 0, d): two equations in a and b.
        let (x, y) = (
            (x - self.center.0) / self.distance,
            (y - self.center.1) / self.distance,
        );
        let row = |axis: &[f64; 3], t: f64, at: usize| axis[at] - t * axis[2];
        let (a, b) = (row(&self.u, x, 0), row(&self.v, x, 0));
        let (c, d) = (row(&self.u, y, 1), row(&self.v, y, 1));
        let determinant = a * d - b * c;
        let (p, q) = (x * self.distance, y * self.distance);
        ((p * d - b * q) / determinant, (a * q - p * c) / determinant)
    }
}

/// Gaussian blur, separable, borders repeated.
fn blurred(light: &[f64], width: usize, height: usize, sigma: f64) -> Vec<f64> {
    let radius = (3.0 * sigma).ceil() as isize;
    let weights: Vec<f64> = (-radius..=radius)
        .map(|at| (-(at * at) as f64 / (2.0 * sigma * sigma)).exp())
        .collect();
    let total: f64 = weights.iter().sum();
    let pass = |from: &[f64], dx: isize, dy: isize| -> Vec<f64> {
        let sample = |x: isize, y: isize| {
            let x = x.clamp(0, width as isize - 1) as usize;
            let y = y.clamp(0, height as isize - 1) as usize;
            from[y * width + x]
        };
        let mut out = Vec::with_capacity(from.len());
        for y in 0..height as isize {
            for x in 0..width as isize {
                let steps = weights.iter().zip(-radius..=radius);
                let sum: f64 = steps
                    .map(|(weight, at)| weight * sample(x + at * dx, y + at * dy))
                    .sum();
                out.push(sum / total);
            }
        }
        out
    };
    pass(&pass(light, 1, 0), 0, 1)
}
