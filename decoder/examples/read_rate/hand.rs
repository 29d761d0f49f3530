//! A phone in a hand before a pack, as a pinhole camera sees it: millimeters and diopters, so that nothing is
//! chosen in pixels.
//!
//! The camera has 1280 × 720 pixels, 30 frames a second and 65° of view, as a phone's main one; the
//! lens is 2.8 mm wide (5 mm of focal length at f/1.8). What differs from video to video is drawn from these
//! ranges, evenly:
//!
//! | | from | to |
//! |---|---|---|
//! | module of a QR Code, Data Matrix (GS1's general specifications) | 0.40, 0.30 mm | 0.75, 0.50 mm |
//! | distance at first | 250 mm | 400 mm |
//! | where the hand comes to rest; four fifths of that, not below 80 mm, from the second second on | 90 mm | 160 mm |
//! | time until then | 0.5 s | 1.2 s |
//! | off the middle at first, of the view's width | −0.25 | 0.25 |
//! | drift, at 0.3 to 0.8 Hz | 1.5 mm | 5 mm |
//! | tremor, at 8 to 11 Hz | 0.05 mm | 0.3 mm |
//! | tilt, each axis; it sways by up to 4° | −25° | 25° |
//! | exposure, with noise of 3 to 12 levels (short and little in daylight) | 1/120 s | 1/30 s |
//! | the lens follows the distance after | 0.12 s | 0.35 s |
//! | it looks for its focus anew for 0.5 s, in one of two videos, by | 1.5 dpt | 3 dpt |
//! | blur of lens and sensor at best, in pixels | 0.5 | 0.8 |
//! | paper, ink, in levels | 150, 25 | 230, 80 |
//! | darker at the right edge than at the left, of 1 | 0 | 0.5 |
//! | radius of the bottle or can, in one of three videos | 20 mm | 40 mm |
//! | a lamp's reflection, in one of three videos; it wanders as the pack sways | 60 levels | 200 levels |

use std::f64::consts::TAU;

use label::{
    Modules, Request, Symbology, encode,
    scene::{Glare, Pose, Print, Random, Scene},
};

/// In pixels.
pub const SIZE: (usize, usize) = (1280, 720);

/// Between two frames, in ms.
pub const FRAME_MS: f64 = 1000.0 / 30.0;

/// Frames of each video: eight seconds, so that the slowest twentieth of every reader lies within.
pub const FRAMES: usize = 240;

/// Half the view's width is that many times the distance.
const HALF_VIEW: f64 = 0.637;

/// A swing of the hand.
#[derive(Clone, Copy)]
struct Swing {
    size: f64,
    hz: f64,
    phase: f64,
}

impl Swing {
    fn of(random: &mut Random, size: f64, hz: (f64, f64)) -> Swing {
        Swing {
            size,
            hz: random.between(hz.0, hz.1),
            phase: random.between(0.0, TAU),
        }
    }

    fn at(self, s: f64) -> f64 {
        self.size * (TAU * self.hz * s + self.phase).sin()
    }
}

/// One video.
pub struct Film {
    /// What the symbol says.
    pub text: String,
    modules: Modules,
    seed: u64,
    module_mm: f64,
    /// Distances at first, at rest and once nothing came of that, in mm; when the hand rests, in s.
    way: (f64, f64, f64, f64),
    /// Of the view's width, at first.
    off: (f64, f64),
    drift: [Swing; 2],
    tremor: [Swing; 2],
    sway: [Swing; 3],
    tilt: (f64, f64),
    rotation: f64,
    exposure_s: f64,
    noise: f64,
    lag_s: f64,
    /// When the lens looks for its focus anew, in s, and how far off it goes, in diopters.
    hunt: Option<(f64, f64)>,
    blur: f64,
    ink: (f64, f64),
    ground: f64,
    shade: f64,
    /// Of the bottle, in mm.
    radius: Option<f64>,
    /// Where it lies beside the symbol's middle, in its sides; radius in pixels, levels.
    glare: Option<(f64, f64, f64, f64)>,
}

impl Film {
    /// The same number gives the same video: odd ones show a Data Matrix symbol.
    pub fn of(video: u64) -> Film {
        let mut random = Random::new(video * 7907 + 3);
        let is_qr = video.is_multiple_of(2);
        let serial = 100_000_000 + random.below(900_000_000);
        let (symbology, text) = if is_qr {
            let text = format!("https://id.example.com/01/09506000134352/21/{serial}");
            (Symbology::QrCode, text)
        } else {
            let text = format!(
                "010950600013435221{serial}\u{1d}10L{}\u{1d}17271130",
                serial % 997
            );
            (Symbology::DataMatrix, text)
        };
        let request = Request {
            symbology,
            gs1: !is_qr,
            content: &text,
        };
        let modules = encode(&request).unwrap();
        let rest = random.between(90.0, 160.0);
        let dim = random.unit();
        let tremor = random.between(0.05, 0.3);
        let drift = random.between(1.5, 5.0);
        let sway = |random: &mut Random| Swing::of(random, 4.0, (0.3, 0.8));
        let paper = random.between(150.0, 230.0);
        Film {
            module_mm: match is_qr {
                true => random.between(0.40, 0.75),
                false => random.between(0.30, 0.50),
            },
            way: (
                random.between(250.0, 400.0),
                rest,
                (0.8 * rest).max(80.0),
                random.between(0.5, 1.2),
            ),
            off: (random.between(-0.25, 0.25), random.between(-0.14, 0.14)),
            drift: [(); 2].map(|()| Swing::of(&mut random, drift, (0.3, 0.8))),
            tremor: [(); 2].map(|()| Swing::of(&mut random, tremor, (8.0, 11.0))),
            sway: [(); 3].map(|()| sway(&mut random)),
            tilt: (random.between(-25.0, 25.0), random.between(-25.0, 25.0)),
            rotation: 90.0 * random.below(4) as f64 + random.between(-20.0, 20.0),
            exposure_s: 1.0 / 120.0 + dim * (1.0 / 30.0 - 1.0 / 120.0),
            noise: 3.0 + 9.0 * dim,
            lag_s: random.between(0.12, 0.35),
            hunt: (random.below(2) == 0)
                .then(|| (random.between(0.8, 3.0), random.between(1.5, 3.0))),
            blur: random.between(0.5, 0.8),
            ink: (random.between(25.0, 80.0), paper),
            ground: paper * random.between(0.6, 1.0),
            shade: random.between(0.0, 0.5),
            radius: (random.below(3) == 0).then(|| random.between(20.0, 40.0)),
            glare: (random.below(3) == 0).then(|| {
                let (x, y) = (random.between(-0.8, 0.8), random.between(-0.8, 0.8));
                (
                    x,
                    y,
                    random.between(15.0, 60.0),
                    random.between(60.0, 200.0),
                )
            }),
            seed: random.bits(),
            text,
            modules,
        }
    }

    /// In mm.
    fn distance(&self, s: f64) -> f64 {
        let (first, rest, near, arrives) = self.way;
        first + (rest - first) * smooth(s / arrives) + (near - rest) * smooth((s - 2.0) / 0.8)
    }

    /// What the lens is set to, in diopters: it follows the distance, and looks for its focus at times.
    fn lens(&self, s: f64) -> f64 {
        let steps = 40;
        let (mut sum, mut weights) = (0.0, 0.0);
        for step in 0..steps {
            let ago = 5.0 * self.lag_s * f64::from(step) / f64::from(steps);
            let weight = (-ago / self.lag_s).exp();
            sum += weight * 1000.0 / self.distance((s - ago).max(0.0));
            weights += weight;
        }
        let hunt = self.hunt.map_or(0.0, |(begins, size)| {
            let through = (s - begins) / 0.5;
            match (0.0..1.0).contains(&through) {
                true => size * (std::f64::consts::PI * through).sin(),
                false => 0.0,
            }
        });
        sum / weights + hunt
    }

    /// Where the symbol is, and pixels a millimeter.
    fn place(&self, s: f64) -> ((f64, f64), f64) {
        let (width, height) = (SIZE.0 as f64, SIZE.1 as f64);
        let scale = width / 2.0 / HALF_VIEW / self.distance(s);
        let far = 1.0 - smooth(s / self.way.3);
        let at = |axis: usize| scale * (self.drift[axis].at(s) + self.tremor[axis].at(s));
        let center = (
            width / 2.0 + self.off.0 * far * width + at(0),
            height / 2.0 + self.off.1 * far * width + at(1),
        );
        (center, scale)
    }

    /// What the camera takes: luma of [`SIZE`].
    pub fn frame(&self, index: usize) -> Vec<u8> {
        let mut pixels = self.scene(index).render().pixels;
        let mut random = Random::new(self.seed ^ (index as u64).wrapping_mul(0x9e37_79b9));
        for pixel in &mut pixels {
            // Four even numbers of 16 bits: near enough to the normal distribution, and cheap.
            let bits = random.bits();
            let sum: u64 = (0..4).map(|at| bits >> (16 * at) & 0xffff).sum();
            let normal = (sum as f64 / 65_536.0 - 2.0) * 3.0_f64.sqrt();
            *pixel = (f64::from(*pixel) + self.noise * normal)
                .round()
                .clamp(0.0, 255.0) as u8;
        }
        pixels
    }

    fn scene(&self, index: usize) -> Scene {
        let s = index as f64 * FRAME_MS / 1000.0;
        let (center, scale) = self.place(s);
        let (before, after) = (
            self.place((s - self.exposure_s / 2.0).max(0.0)).0,
            self.place(s + self.exposure_s / 2.0).0,
        );
        let (x, y) = (after.0 - before.0, after.1 - before.1);
        let module = self.module_mm * scale;
        let across = self.modules.cols() as f64 * self.module_mm;
        let pose = Pose {
            center,
            module,
            rotation: self.rotation + self.sway[0].at(s),
            tilt: (
                self.tilt.0 + self.sway[1].at(s),
                self.tilt.1 + self.sway[2].at(s),
            ),
            bend: self
                .radius
                .map_or(0.0, |radius| (across / radius).to_degrees().min(100.0)),
            ..Pose::upright(SIZE.0, SIZE.1, module)
        };
        // The disk that a point becomes has a quarter of its width as standard deviation, roughly.
        let off_focus = (self.lens(s) - 1000.0 / self.distance(s)).abs();
        let disk = SIZE.0 as f64 / 2.0 / HALF_VIEW * 2.8e-3 * off_focus;
        let mut scene = Scene::new(SIZE.0, SIZE.1);
        scene.blur = self.blur.hypot(disk / 4.0);
        // Less is what a pixel evens out anyway.
        if x.hypot(y) > 0.7 {
            scene.motion = (x.hypot(y), y.atan2(x).to_degrees());
        }
        scene.shade = self.shade;
        (scene.ink, scene.ground) = (self.ink, self.ground);
        scene.prints = self.prints(center, scale);
        // A surface that turns sends a far lamp's light on by twice the angle.
        let wander = |swing: Swing| 2.0 * self.distance(s) * swing.at(s).to_radians().tan();
        scene.glares = (self.glare.iter())
            .map(|(x, y, radius, strength)| Glare {
                center: (
                    center.0 + (x * across + wander(self.sway[1])) * scale,
                    center.1 + (y * across + wander(self.sway[2])) * scale,
                ),
                radius: *radius,
                strength: *strength,
            })
            .collect();
        scene.symbols = vec![(self.modules.clone(), pose, 4.0)];
        scene
    }

    /// Lines of text and a linear barcode on the same pack, which come closer with it.
    fn prints(&self, center: (f64, f64), scale: f64) -> Vec<Print> {
        const LINES: [&str; 4] = [
            "LOT 4711-B  EXP 2027-11-30",
            "Keep out of the reach of children",
            "Made in a place of good repute",
            "www.example.com/product?id=552",
        ];
        let mut random = Random::new(self.seed);
        let mut prints = Vec::new();
        for index in 0..8 {
            let at = (random.between(-90.0, 60.0), random.between(-50.0, 50.0));
            let (x, y) = (center.0 + at.0 * scale, center.1 + at.1 * scale);
            let seed = random.bits();
            if x < 0.0 || y < 0.0 {
                continue;
            }
            let at = (x as usize, y as usize);
            prints.push(if index == 0 {
                Print::Bars {
                    at,
                    height: (9.0 * scale) as usize,
                    module: ((0.33 * scale).round() as usize).max(1),
                    count: 30,
                    seed,
                    ink: self.ink,
                }
            } else {
                Print::Text {
                    line: LINES[index % LINES.len()].to_owned(),
                    at,
                    point: ((0.3 * scale).round() as usize).max(1),
                    ink: self.ink.0,
                }
            });
        }
        prints
    }
}

/// From 0 at 0 to 1 at 1 without a jerk.
fn smooth(at: f64) -> f64 {
    let at = at.clamp(0.0, 1.0);
    at * at * (3.0 - 2.0 * at)
}
