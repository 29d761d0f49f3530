//! Reads a label back with our own decoder before it is printed, also as a poor print would be.

use std::fmt;

use decoder::{Effort, Luma, Options, scan};

use crate::{
    Label, LayoutError, Request, Resolution, Symbology,
    raster::{Plan, Raster},
};

/// What the print is put through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// As the printer is sent it.
    AsIs,
    /// Out of focus: Gaussian blur with a standard deviation of 0.45 modules, so with a spot of 1.06
    /// modules at half its height; half as wide again as a spot of 0.7 modules. Neighbors of
    /// different color keep 37 % of their contrast.
    Blurred,
    /// Dark modules grow by 10 % of a module in each direction.
    InkGain,
    /// Both at once: dark modules that grew, out of focus.
    BlurredInkGain,
    /// Dark modules shrink by 10 % of a module in each direction.
    InkLoss,
}

impl Condition {
    /// All of them.
    pub const ALL: [Condition; 5] = [
        Condition::AsIs,
        Condition::Blurred,
        Condition::InkGain,
        Condition::BlurredInkGain,
        Condition::InkLoss,
    ];

    /// By how much of a module the dark ones grow, on each side.
    fn growth(self) -> f64 {
        match self {
            Condition::AsIs | Condition::Blurred => 0.0,
            Condition::InkGain | Condition::BlurredInkGain => 0.1,
            Condition::InkLoss => -0.1,
        }
    }

    /// Standard deviation in modules.
    fn blur(self) -> f64 {
        match self {
            Condition::Blurred | Condition::BlurredInkGain => 0.45,
            _ => 0.0,
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Condition::AsIs => "as it is",
            Condition::Blurred => "blurred",
            Condition::InkGain => "with ink gain",
            Condition::BlurredInkGain => "blurred, with ink gain",
            Condition::InkLoss => "with ink loss",
        })
    }
}

/// Why a label should not be printed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReadBack {
    /// It cannot be laid out for that printer.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// Nothing could be read.
    #[error("nothing could be read {condition}")]
    Nothing {
        /// What the print was put through.
        condition: Condition,
    },
    /// Something else was read, or something besides.
    #[error("{identifier}{text:?} was read {condition}")]
    Other {
        /// What the print was put through.
        condition: Condition,
        /// The symbology identifier, such as `]d2`.
        identifier: String,
        /// What was read.
        text: String,
    },
}

/// How many samples a dot and direction stand for its area, so that ink gain comes out to a tenth
/// of a dot.
const SAMPLES: usize = 10;

/// What lies around the label, in levels: neither ink nor paper, so that only the label's own quiet
/// zone helps.
const GROUND: f32 = 150.0;

/// Levels of print and paper.
const INK: f32 = 25.0;
const PAPER: f32 = 225.0;

impl Label {
    /// Whether our decoder reads `request`, and nothing else, from the label as a printer of that
    /// resolution makes it: under every [`Condition`], at one pixel a dot, on a gray ground.
    ///
    /// # Errors
    /// [`ReadBack`] of the first condition that fails.
    pub fn read_back(&self, request: &Request<'_>, resolution: Resolution) -> Result<(), ReadBack> {
        let plan = Plan::of(self, resolution)?;
        for condition in Condition::ALL {
            let picture = Picture::of(self, &plan, condition);
            picture.check(request, condition)?;
        }
        Ok(())
    }
}

/// The label with some ground around it.
struct Picture {
    width: usize,
    height: usize,
    light: Vec<f32>,
}

impl Picture {
    fn of(label: &Label, plan: &Plan, condition: Condition) -> Picture {
        let print = Raster::of(label, plan);
        let margin = 4 * plan.module;
        let (width, height) = (print.width + 2 * margin, print.height + 2 * margin);
        let mut picture = Picture {
            width,
            height,
            light: vec![GROUND; width * height],
        };
        for (y, row) in print.dots.chunks(print.width).enumerate() {
            let start = (y + margin) * width + margin;
            for (x, dot) in row.iter().enumerate() {
                picture.light[start + x] = if *dot { INK } else { PAPER };
            }
        }
        if condition.growth() != 0.0 {
            let at = (plan.symbol.0 + margin, plan.symbol.1 + margin);
            picture.draw_grown(label, at, plan.module, condition.growth());
        }
        if condition.blur() > 0.0 {
            picture.blur(condition.blur() * plan.module as f64);
        }
        picture
    }

    /// The symbol with dark modules that grew by that share of a module on each side.
    fn draw_grown(
        &mut self,
        label: &Label,
        (left, top): (usize, usize),
        module: usize,
        growth: f64,
    ) {
        let modules = label.modules();
        let reach = growth.abs();
        let dark = |col: isize, row: isize| {
            let (Ok(col), Ok(row)) = (usize::try_from(col), usize::try_from(row)) else {
                return false;
            };
            modules.bit(row, col)
        };
        let columns = axis(modules.cols(), module, reach);
        let rows = axis(modules.rows(), module, reach);
        for (y, rows) in rows.iter().enumerate() {
            for (x, columns) in columns.iter().enumerate() {
                let mut samples = 0;
                for row in rows {
                    for column in columns {
                        let corners = [
                            dark(column.first, row.first),
                            dark(column.last, row.first),
                            dark(column.first, row.last),
                            dark(column.last, row.last),
                        ];
                        let is_dark = if growth > 0.0 {
                            corners.contains(&true)
                        } else {
                            !corners.contains(&false)
                        };
                        samples += if is_dark {
                            row.samples * column.samples
                        } else {
                            0
                        };
                    }
                }
                let share = samples as f32 / (SAMPLES * SAMPLES) as f32;
                self.light[(top + y - 1) * self.width + left + x - 1] =
                    PAPER + (INK - PAPER) * share;
            }
        }
    }

    /// Gaussian blur, separable, borders repeated.
    fn blur(&mut self, sigma: f64) {
        let radius = (3.0 * sigma).ceil() as isize;
        let weights: Vec<f32> = (-radius..=radius)
            .map(|at| (-(at * at) as f64 / (2.0 * sigma * sigma)).exp() as f32)
            .collect();
        let total: f32 = weights.iter().sum();
        let (width, height) = (self.width as isize, self.height as isize);
        for (dx, dy) in [(1, 0), (0, 1)] {
            let from = std::mem::take(&mut self.light);
            let sample = |x: isize, y: isize| {
                let (x, y) = (x.clamp(0, width - 1), y.clamp(0, height - 1));
                from[(y * width + x) as usize]
            };
            self.light = (0..width * height)
                .map(|index| {
                    let (x, y) = (index % width, index / width);
                    let steps = weights.iter().zip(-radius..=radius);
                    let sum: f32 = steps
                        .map(|(weight, at)| weight * sample(x + at * dx, y + at * dy))
                        .sum();
                    sum / total
                })
                .collect();
        }
    }

    fn check(&self, request: &Request<'_>, condition: Condition) -> Result<(), ReadBack> {
        let pixels: Vec<u8> = self.light.iter().map(|light| light.round() as u8).collect();
        let options = Options {
            effort: Effort::Still,
            ..Options::default()
        };
        let found = match Luma::new(&pixels, self.width, self.height, self.width) {
            Ok(luma) => scan(&luma, &options),
            // The buffer has the size that was said; there is nothing to read in another one.
            Err(_) => Vec::new(),
        };
        let read: Vec<_> = found
            .iter()
            .filter_map(|symbol| symbol.payload.as_ref().ok())
            .collect();
        let is_expected = |payload: &decoder::Payload| {
            payload.symbology_identifier() == identifier(request)
                && payload.bytes == request.content.as_bytes()
        };
        match read.iter().find(|payload| !is_expected(payload)) {
            Some(other) => Err(ReadBack::Other {
                condition,
                identifier: other.symbology_identifier().to_owned(),
                text: other.text(),
            }),
            None if read.is_empty() => Err(ReadBack::Nothing { condition }),
            None => Ok(()),
        }
    }
}

/// Neighboring samples of a dot whose surroundings touch the same modules.
struct Samples {
    /// The first module within reach; those of the quiet zone are outside of the symbol.
    first: isize,
    /// The last, which is this one or the next.
    last: isize,
    samples: usize,
}

/// Along one axis, what each dot's samples touch that are `reach` of a module, less than half, away;
/// with a dot about the symbol, for what grew over its edge.
fn axis(modules: usize, module: usize, reach: f64) -> Vec<Vec<Samples>> {
    let dot = |dot: usize| {
        let mut parts: Vec<Samples> = Vec::new();
        for sample in 0..SAMPLES {
            let dots = dot as f64 - 1.0 + (sample as f64 + 0.5) / SAMPLES as f64;
            let at = dots / module as f64;
            let (first, last) = ((at - reach).floor() as isize, (at + reach).floor() as isize);
            match parts.last_mut() {
                Some(part) if (part.first, part.last) == (first, last) => part.samples += 1,
                _ => parts.push(Samples {
                    first,
                    last,
                    samples: 1,
                }),
            }
        }
        parts
    };
    (0..modules * module + 2).map(dot).collect()
}

/// What a reader says before the content.
fn identifier(request: &Request<'_>) -> &'static str {
    match (request.symbology, request.gs1) {
        (Symbology::QrCode, false) => "]Q1",
        (Symbology::QrCode, true) => "]Q3",
        (_, false) => "]d1",
        (_, true) => "]d2",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Design, Dots,
        layout::tests::{GTIN_SERIAL, LINK, hri},
    };

    const CASES: [(Symbology, bool, &str); 4] = [
        (Symbology::QrCode, false, LINK),
        (Symbology::QrCode, true, GTIN_SERIAL),
        (Symbology::DataMatrix, true, GTIN_SERIAL),
        (Symbology::RectangularDataMatrix, true, GTIN_SERIAL),
    ];

    fn read(
        (symbology, gs1, content): (Symbology, bool, &str),
        mm: f64,
        resolution: Resolution,
    ) -> Result<(), ReadBack> {
        let request = Request {
            symbology,
            gs1,
            content,
        };
        let design = Design {
            module_mm: Dots::nearest(mm, resolution).mm(),
            ..Design::default()
        };
        let label = Label::new(&request, design, &hri())?;
        label.read_back(&request, resolution)
    }

    #[test]
    fn labels_read_back() {
        for case in CASES {
            for (mm, resolution) in [
                (0.375, Resolution::Dpi203),
                (0.5, Resolution::Dpi203),
                (0.254, Resolution::Dpi300),
                (0.5, Resolution::Dpi300),
                (0.3, Resolution::Dpi600),
            ] {
                assert_eq!(read(case, mm, resolution), Ok(()), "{case:?} {mm} mm");
            }
        }
    }

    #[test]
    fn other_serials_read_back_too() {
        for number in 0..12u64 {
            // Spread over all digits, so that the modules differ everywhere.
            let serial = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let content = format!("010950600013435221{serial:016X}");
            let link = format!("https://id.example.com/01/09506000134352/21/{serial:016X}");
            for case in [
                (Symbology::DataMatrix, true, content.as_str()),
                (Symbology::QrCode, false, link.as_str()),
            ] {
                for resolution in [Resolution::Dpi203, Resolution::Dpi300] {
                    assert_eq!(read(case, 0.375, resolution), Ok(()), "{case:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let request = Request {
            symbology: Symbology::DataMatrix,
            gs1: true,
            content: GTIN_SERIAL,
        };
        let design = Design {
            module_mm: 0.5,
            ..Design::default()
        };
        let mut label = Label::new(&request, design, &[]).unwrap();
        let other = Request {
            gs1: false,
            ..request
        };
        assert_eq!(
            label.read_back(&other, Resolution::Dpi203),
            Err(ReadBack::Other {
                condition: Condition::AsIs,
                identifier: "]d2".to_owned(),
                text: GTIN_SERIAL.to_owned(),
            })
        );
        assert!(matches!(
            label.read_back(&request, Resolution::Dpi300),
            Err(ReadBack::Layout(LayoutError::NotWholeDots { .. }))
        ));
        // A symbol without its left and lower edge.
        let (rows, cols) = (label.modules.rows(), label.modules.cols());
        let bits = (0..rows * cols).map(|at| {
            let (row, col) = (at / cols, at % cols);
            row + 1 < rows && col > 0 && label.modules.bit(row, col)
        });
        label.modules = crate::Modules::new(rows, cols, bits.collect());
        assert_eq!(
            label.read_back(&request, Resolution::Dpi203),
            Err(ReadBack::Nothing {
                condition: Condition::AsIs
            })
        );
    }

    #[test]
    fn ink_grows_by_a_tenth_of_a_module() {
        let request = Request {
            symbology: Symbology::DataMatrix,
            gs1: false,
            content: "A1",
        };
        let label = Label::new(&request, Design::default(), &[]).unwrap();
        let plan = Plan::of(&label, Resolution::Dpi203).unwrap();
        assert_eq!(plan.module, 4, "0.5 mm, so that a tenth is 0.4 dots");
        // The lower edge is a bar, with paper below it.
        let margin = 4 * plan.module;
        let x = plan.symbol.0 + margin + 4 * plan.module;
        let below = plan.symbol.1 + margin + label.modules().rows() * plan.module;
        let shares = |condition| {
            let picture = Picture::of(&label, &plan, condition);
            [below - 1, below].map(|y| {
                let light = picture.light[y * picture.width + x];
                ((PAPER - light) / (PAPER - INK) * 100.0).round()
            })
        };
        assert_eq!(shares(Condition::AsIs), [100.0, 0.0]);
        assert_eq!(shares(Condition::InkGain), [100.0, 40.0]);
        assert_eq!(shares(Condition::InkLoss), [60.0, 0.0]);
    }
}
