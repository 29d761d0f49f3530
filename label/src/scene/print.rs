//! What is in a picture beside its symbols: lines of text, bars, and what covers a symbol.

use crate::font;

use super::Random;

/// Print that is no symbol.
#[derive(Clone, Debug)]
pub enum Print {
    /// A line of text in the font of labels.
    Text {
        /// Printable ASCII.
        line: String,
        /// Top left, in pixels.
        at: (usize, usize),
        /// Pixels a point of the font, which is 6 × 10 points a character.
        point: usize,
        /// Luma.
        ink: f64,
    },
    /// Bars and gaps of one to four modules, as a linear barcode has them; no encoder made them.
    Bars {
        /// Top left, in pixels.
        at: (usize, usize),
        /// In pixels.
        height: usize,
        /// Pixels a module.
        module: usize,
        /// Bars with the gaps after them.
        count: usize,
        /// For their widths.
        seed: u64,
        /// Luma of bars and gaps.
        ink: (f64, f64),
    },
    /// A rectangle of modules that are dark or light by chance, as no encoder makes them; with two
    /// solid sides where `has_sides`.
    Texture {
        /// Top left, in pixels.
        at: (usize, usize),
        /// Pixels a module.
        module: usize,
        /// Modules a side.
        count: usize,
        /// Whether the left and the bottom are dark all along.
        has_sides: bool,
        /// For the modules.
        seed: u64,
        /// Luma of dark and light modules.
        ink: (f64, f64),
    },
}

impl Print {
    pub(super) fn draw(&self, light: &mut [f64], width: usize, height: usize) {
        let mut fill = |left: usize, top: usize, across: usize, down: usize, level: f64| {
            for y in top..(top + down).min(height) {
                for x in left..(left + across).min(width) {
                    light[y * width + x] = level;
                }
            }
        };
        match self {
            Print::Text {
                line,
                at: (left, top),
                point,
                ink,
            } => {
                for (index, character) in line.chars().enumerate() {
                    for row in 0..font::HEIGHT {
                        for col in 0..font::WIDTH {
                            if font::bit(character, row, col) {
                                let x = left + (index * font::ADVANCE + col) * point;
                                fill(x, top + row * point, *point, *point, *ink);
                            }
                        }
                    }
                }
            }
            Print::Bars {
                at: (left, top),
                height,
                module,
                count,
                seed,
                ink,
            } => {
                let mut random = Random::new(*seed);
                let mut x = *left;
                for _ in 0..*count {
                    for level in [ink.0, ink.1] {
                        let wide = module * (1 + random.below(4));
                        fill(x, *top, wide, *height, level);
                        x += wide;
                    }
                }
            }
            Print::Texture {
                at: (left, top),
                module,
                count,
                has_sides,
                seed,
                ink,
            } => {
                let mut random = Random::new(*seed);
                for row in 0..*count {
                    for col in 0..*count {
                        let is_side = *has_sides && (col == 0 || row == count - 1);
                        let is_dark = random.below(2) == 0 || is_side;
                        let level = if is_dark { ink.0 } else { ink.1 };
                        fill(
                            left + col * module,
                            top + row * module,
                            *module,
                            *module,
                            level,
                        );
                    }
                }
            }
        }
    }
}

/// A spot on a symbol: dirt, a scratch, a sticker.
#[derive(Clone, Debug)]
pub struct Cover {
    /// In pixels.
    pub center: (f64, f64),
    /// In pixels.
    pub radius: f64,
    /// Luma.
    pub level: f64,
}

impl Cover {
    pub(super) fn draw(&self, light: &mut [f64], width: usize, height: usize) {
        for (index, level) in light.iter_mut().enumerate().take(width * height) {
            let (x, y) = ((index % width) as f64 + 0.5, (index / width) as f64 + 0.5);
            if (x - self.center.0).hypot(y - self.center.1) < self.radius {
                *level = self.level;
            }
        }
    }
}
