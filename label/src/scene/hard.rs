//! Pictures that are hard to read, set by set, each with what it says: seeded, so that they are the
//! same everywhere.
//!
//! Odd pictures have Data Matrix symbols, even ones QR Codes, where a set is not of one kind.

use crate::{Correction, LabelError, Modules, Request, Symbology, encode_with};

use super::{Cover, Glare, Picture, Pose, Print, Random, Scene, Shadow};

/// A picture with the texts of the symbols in it.
#[derive(Clone, Debug)]
pub struct Hard {
    /// The picture.
    pub picture: Picture,
    /// What its symbols say, GS as U+001D.
    pub texts: Vec<String>,
}

/// A set: what is hard about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// 1280 × 720 pixels, one code, nothing hard about it: what a camera sees when all is well.
    Plain,
    /// Modules of 1.5 to 2.2 pixels.
    Small,
    /// A lens out of focus by 0.4 to 0.8 modules.
    Focus,
    /// Moved by 0.8 to 2 modules.
    Motion,
    /// Noise of 25 to 60 levels.
    Noise,
    /// 12 to 40 levels between dark and light.
    Contrast,
    /// Bright spots on the symbol.
    Glare,
    /// A gradient and the edge of a shadow.
    Uneven,
    /// Tilted by 35 to 60 degrees.
    Perspective,
    /// Around a bottle, 30 to 100 degrees of it.
    Curved,
    /// Light on dark.
    Inverted,
    /// Seen from behind.
    Mirrored,
    /// Nothing around the symbol but dark ground or print.
    NoQuietZone,
    /// Dots that were punched, as large as 0.65 to 0.95 modules.
    Dots,
    /// Rectangular Data Matrix, the extended sizes too.
    Rectangular,
    /// 10 to 25 percent of the symbol covered.
    Damaged,
    /// One of the QR Code's finder patterns, or one of the Data Matrix symbol's sides, covered in part.
    Finder,
    /// Three to six symbols of both kinds.
    Several,
    /// One symbol among linear barcodes and text.
    Print,
    /// 1280 × 720 pixels of print, bars and textures, and no symbol.
    Nothing,
}

impl Set {
    /// All of them.
    pub const ALL: [Set; 20] = [
        Set::Plain,
        Set::Small,
        Set::Focus,
        Set::Motion,
        Set::Noise,
        Set::Contrast,
        Set::Glare,
        Set::Uneven,
        Set::Perspective,
        Set::Curved,
        Set::Inverted,
        Set::Mirrored,
        Set::NoQuietZone,
        Set::Dots,
        Set::Rectangular,
        Set::Damaged,
        Set::Finder,
        Set::Several,
        Set::Print,
        Set::Nothing,
    ];

    /// The name that benches use; that of the set without a symbol begins with `none-`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Set::Plain => "made-plain-720p",
            Set::Small => "made-small",
            Set::Focus => "made-focus",
            Set::Motion => "made-motion",
            Set::Noise => "made-noise",
            Set::Contrast => "made-contrast",
            Set::Glare => "made-glare",
            Set::Uneven => "made-uneven",
            Set::Perspective => "made-perspective",
            Set::Curved => "made-curved",
            Set::Inverted => "made-inverted",
            Set::Mirrored => "made-mirrored",
            Set::NoQuietZone => "made-no-quiet-zone",
            Set::Dots => "made-dots",
            Set::Rectangular => "made-rectangular",
            Set::Damaged => "made-damaged",
            Set::Finder => "made-finder",
            Set::Several => "made-several",
            Set::Print => "made-among-print",
            Set::Nothing => "none-made-720p",
        }
    }

    /// Takes one of its pictures; the same index gives the same picture.
    ///
    /// # Errors
    /// Where a text cannot be encoded, which none of these does.
    pub fn take(self, index: u64) -> Result<Hard, LabelError> {
        let mut making = Making {
            random: Random::new(index * 1009 + self as u64 * 7919 + 17),
            is_data_matrix: index % 2 == 1,
            texts: Vec::new(),
        };
        let scene = making.scene(self)?;
        Ok(Hard {
            picture: scene.render(),
            texts: making.texts,
        })
    }
}

/// A picture in the making.
struct Making {
    random: Random,
    is_data_matrix: bool,
    texts: Vec<String>,
}

impl Making {
    /// One code of middling size, a little turned, a little blurred, a little noisy, in 640 × 480
    /// pixels; then what the set is about.
    fn scene(&mut self, set: Set) -> Result<Scene, LabelError> {
        let is_large = matches!(set, Set::Plain | Set::Nothing | Set::Several | Set::Print);
        let (width, height) = if is_large { (1280, 720) } else { (640, 480) };
        let mut scene = Scene::new(width, height);
        scene.seed = self.random.bits();
        (scene.blur, scene.noise) = (0.6, self.random.between(2.0, 5.0));
        scene.ground = self.random.between(90.0, 200.0);
        let one = match set {
            Set::Nothing => {
                self.nothing(&mut scene);
                return Ok(scene);
            }
            Set::Several => {
                self.several(&mut scene)?;
                return Ok(scene);
            }
            Set::Rectangular => self.symbol(Symbology::RectangularDataMatrix, Correction::M)?,
            Set::Dots => self.symbol(Symbology::DataMatrix, Correction::M)?,
            // Where a quarter is covered, nobody reads a code with less.
            Set::Damaged => self.any(Correction::H)?,
            _ => self.any(Correction::M)?,
        };
        let across = one.cols().max(one.rows()) as f64;
        let module = match set {
            Set::Small => self.random.between(1.5, 2.2),
            Set::Focus | Set::Motion => self.random.between(3.0, 5.0),
            Set::Noise | Set::Contrast => self.random.between(4.0, 6.0),
            Set::Plain | Set::Print => self.random.between(3.0, 8.0),
            _ => self.random.between(3.5, 6.0),
        };
        let module = module.min(f64::from(u32::try_from(height).unwrap_or(480)) * 0.75 / across);
        let mut pose = Pose::upright(width, height, module);
        pose.center.0 += self.random.between(-40.0, 40.0);
        pose.center.1 += self.random.between(-20.0, 20.0);
        pose.rotation = self.random.between(-180.0, 180.0);
        pose.tilt = (
            self.random.between(-8.0, 8.0),
            self.random.between(-8.0, 8.0),
        );
        scene.symbols = vec![(one, pose, 4.0)];
        self.harden(set, &mut scene, across * module);
        Ok(scene)
    }

    /// `size` is the symbol's longer side in pixels.
    fn harden(&mut self, set: Set, scene: &mut Scene, size: f64) {
        let random = &mut self.random;
        let (modules, pose, quiet_zone) = &mut scene.symbols[0];
        let center = pose.center;
        match set {
            Set::Focus => scene.blur = pose.module * random.between(0.4, 0.8),
            Set::Motion => {
                let length = pose.module * random.between(0.8, 2.0);
                scene.motion = (length, random.between(0.0, 180.0));
            }
            Set::Noise => scene.noise = random.between(25.0, 60.0),
            Set::Contrast => {
                let (dark, most) = (random.between(60.0, 150.0), random.between(12.0, 40.0));
                scene.ink = (dark, dark + most);
                (scene.ground, scene.noise) = (dark + most * 0.8, most / 12.0);
            }
            Set::Glare => {
                for _ in 0..1 + random.below(3) {
                    scene.glares.push(Glare {
                        center: around(random, center, size * 0.45),
                        radius: size * random.between(0.1, 0.3),
                        strength: random.between(120.0, 400.0),
                    });
                }
            }
            Set::Uneven => {
                scene.shade = random.between(0.3, 0.8);
                scene.shadow = Some(Shadow {
                    through: around(random, center, size * 0.3),
                    degrees: random.between(0.0, 360.0),
                    strength: random.between(0.5, 0.8),
                    softness: random.between(2.0, 30.0),
                });
            }
            Set::Perspective => {
                let (tilt, way) = (random.between(35.0, 60.0), random.between(0.0, 360.0));
                pose.tilt = if way < 180.0 {
                    (tilt, 0.0)
                } else {
                    (0.0, tilt)
                };
                pose.rotation = way;
                pose.module = random.between(5.0, 7.0).min(360.0 / size * pose.module);
            }
            Set::Curved => {
                pose.bend = random.between(30.0, 100.0);
                pose.rotation = random.between(-30.0, 30.0);
            }
            Set::Inverted => pose.is_inverted = true,
            Set::Mirrored => pose.is_mirrored = true,
            Set::NoQuietZone => {
                *quiet_zone = if random.below(2) == 0 { 0.0 } else { 0.5 };
                scene.ground = random.between(20.0, 90.0);
                scene.clutter = random.below(60);
            }
            Set::Dots => {
                scene.dots = random.between(0.65, 0.95);
                pose.module = random.between(6.0, 9.0);
                scene.blur = random.between(0.8, 1.5);
                scene.ink = (random.between(30.0, 80.0), random.between(130.0, 200.0));
                scene.noise = random.between(4.0, 12.0);
            }
            Set::Damaged => {
                let area = (modules.cols() * modules.rows()) as f64 * pose.module * pose.module;
                let wanted = area * random.between(0.10, 0.25);
                let mut covered = 0.0;
                while covered < wanted {
                    let radius = pose.module * random.between(1.0, 3.0);
                    scene.covers.push(Cover {
                        center: around(random, center, size * 0.42),
                        radius,
                        level: random.between(0.0, 255.0),
                    });
                    covered += std::f64::consts::PI * radius * radius;
                }
            }
            Set::Finder => {
                // The corners of a QR Code with a finder pattern; the ends and the corner of the L.
                let corners = [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0)];
                let l = [(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)];
                let at = if self.is_data_matrix { l } else { corners }[random.below(3)];
                let (cols, rows) = (modules.cols() as f64, modules.rows() as f64);
                let deep = if self.is_data_matrix { 0.5 } else { 2.5 };
                let (x, y) = (
                    at.0 * (cols / 2.0 - deep) * pose.module,
                    at.1 * (rows / 2.0 - deep) * pose.module,
                );
                let (sin, cos) = pose.rotation.to_radians().sin_cos();
                pose.tilt = (0.0, 0.0);
                scene.covers.push(Cover {
                    center: (center.0 + x * cos - y * sin, center.1 + x * sin + y * cos),
                    radius: pose.module * random.between(1.0, 2.2),
                    level: random.between(0.0, 255.0),
                });
            }
            Set::Print => {
                self.print(scene, 14);
                scene.ground = 225.0;
            }
            _ => {}
        }
    }

    /// Symbols in a row of places, none over another.
    fn several(&mut self, scene: &mut Scene) -> Result<(), LabelError> {
        self.print(scene, 4);
        let count = 3 + self.random.below(4);
        for place in 0..count {
            self.is_data_matrix = place % 2 == 1;
            let modules = self.any(Correction::M)?;
            let across = modules.cols().max(modules.rows()) as f64;
            let mut pose = Pose::upright(scene.width, scene.height, 1.0);
            pose.center = (
                220.0 + 420.0 * (place % 3) as f64 + self.random.between(-20.0, 20.0),
                190.0 + 340.0 * (place / 3) as f64 + self.random.between(-10.0, 10.0),
            );
            pose.module = self.random.between(3.0, 5.0).min(210.0 / across);
            pose.rotation = self.random.between(-180.0, 180.0);
            scene.symbols.push((modules, pose, 3.0));
        }
        Ok(())
    }

    /// Print, bars, textures with and without solid sides.
    fn nothing(&mut self, scene: &mut Scene) {
        let kind = self.random.below(4);
        scene.clutter = self.random.below(25);
        if kind != 0 {
            self.print(scene, 4 + 8 * kind);
        }
        for _ in 0..self.random.below(4) {
            let at = (
                self.random.below(scene.width),
                self.random.below(scene.height),
            );
            scene.prints.push(Print::Texture {
                at,
                module: 2 + self.random.below(6),
                count: 8 + self.random.below(26),
                has_sides: self.random.below(2) == 0,
                seed: self.random.bits(),
                ink: scene.ink,
            });
        }
        scene.shade = self.random.between(0.0, 0.6);
        scene.blur = self.random.between(0.3, 2.0);
        scene.noise = self.random.between(1.0, 10.0);
    }

    fn print(&mut self, scene: &mut Scene, count: usize) {
        const LINES: [&str; 6] = [
            "LOT 4711-B  EXP 2027-11-30",
            "Take one tablet twice a day.",
            "(01)09506000134352(21)K7M4Q2XT9PWB",
            "Keep out of the reach of children",
            "Made in a place of good repute",
            "www.example.com/product?id=552",
        ];
        for index in 0..count {
            let at = (
                self.random.below(scene.width),
                self.random.below(scene.height),
            );
            scene.prints.push(if index % 3 == 0 {
                Print::Bars {
                    at,
                    height: 30 + self.random.below(90),
                    module: 1 + self.random.below(3),
                    count: 24 + self.random.below(30),
                    seed: self.random.bits(),
                    ink: scene.ink,
                }
            } else {
                Print::Text {
                    line: LINES[self.random.below(LINES.len())].to_owned(),
                    at,
                    point: 1 + self.random.below(4),
                    ink: scene.ink.0,
                }
            });
        }
    }

    fn any(&mut self, correction: Correction) -> Result<Modules, LabelError> {
        let symbology = if self.is_data_matrix {
            Symbology::DataMatrix
        } else {
            Symbology::QrCode
        };
        self.symbol(symbology, correction)
    }

    /// A symbol that says what no other one says: an element string, or a link.
    fn symbol(
        &mut self,
        symbology: Symbology,
        correction: Correction,
    ) -> Result<Modules, LabelError> {
        let serial = 100_000_000 + self.random.below(900_000_000);
        let gs1 = symbology != Symbology::QrCode || self.random.below(3) == 0;
        let text = if gs1 {
            format!(
                "010950600013435221{serial}\u{1d}10L{}\u{1d}17271130",
                serial % 997
            )
        } else {
            format!("https://id.example.com/01/09506000134352/21/{serial}")
        };
        let modules = encode_with(
            &Request {
                symbology,
                gs1,
                content: &text,
            },
            correction,
        )?;
        self.texts.push(text);
        Ok(modules)
    }
}

/// A point in the square around a point that reaches that far to each side.
fn around(random: &mut Random, (x, y): (f64, f64), reach: f64) -> (f64, f64) {
    (
        x + random.between(-reach, reach),
        y + random.between(-reach, reach),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_the_same_twice_and_says_what_is_in_it() {
        for set in Set::ALL {
            let hard = set.take(3).unwrap();
            let Picture {
                width,
                height,
                pixels,
            } = &hard.picture;
            assert_eq!(pixels.len(), width * height, "{set:?}");
            assert_eq!(pixels, &set.take(3).unwrap().picture.pixels, "{set:?}");
            assert_ne!(pixels, &set.take(5).unwrap().picture.pixels, "{set:?}");
            assert_eq!(hard.texts.is_empty(), set.name().starts_with("none-"));
        }
    }
}
