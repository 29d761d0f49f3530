//! A label → a printer's dots.

use crate::{Dots, Label, LayoutError, Resolution, font, layout::Placement};

/// Row-major dots; `true` is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raster {
    pub width: usize,
    pub height: usize,
    pub dots: Vec<bool>,
}

/// A label in a printer's dots, before anything is drawn.
pub(crate) struct Plan {
    /// Dots a module.
    pub module: usize,
    /// Dots a point of the font.
    pub point: usize,
    /// The top left of the symbol, inside of its quiet zone.
    pub symbol: (usize, usize),
    /// The top left of each line.
    pub lines: Vec<(usize, usize)>,
    /// The whole label.
    pub width: usize,
    /// The whole label.
    pub height: usize,
}

impl Plan {
    /// # Errors
    /// [`LayoutError::NotWholeDots`].
    pub(crate) fn of(label: &Label, resolution: Resolution) -> Result<Plan, LayoutError> {
        let module = f64::from(Dots::exact(label.module_mm(), resolution)?.count());
        let point = (label.point_mm() * resolution.dots_per_mm())
            .round()
            .max(1.0);
        let Placement {
            width,
            height,
            symbol,
            lines,
        } = label.place(module, point);
        // Centering may leave half a dot over.
        let whole = |(x, y): (f64, f64)| (x as usize, y as usize);
        Ok(Plan {
            module: module as usize,
            point: point as usize,
            symbol: whole(symbol),
            lines: lines.into_iter().map(whole).collect(),
            width: width.ceil() as usize,
            height: height.ceil() as usize,
        })
    }
}

impl Raster {
    /// The whole label.
    pub(crate) fn of(label: &Label, plan: &Plan) -> Raster {
        let mut raster = Raster::blank(plan.width, plan.height);
        raster.draw_symbol(label, plan.symbol, plan.module);
        for (line, at) in label.lines.iter().zip(&plan.lines) {
            raster.draw_line(line, *at, plan.point);
        }
        raster
    }

    /// The symbol alone, without quiet zone.
    pub(crate) fn of_symbol(label: &Label, module: usize) -> Raster {
        let modules = label.modules();
        let mut raster = Raster::blank(modules.cols() * module, modules.rows() * module);
        raster.draw_symbol(label, (0, 0), module);
        raster
    }

    /// Rows of bytes, the first dot in the highest bit, padded with light.
    pub(crate) fn packed_rows(&self) -> impl Iterator<Item = Vec<u8>> {
        let pack = |dots: &[bool]| {
            let bits = dots.iter().enumerate();
            bits.fold(0, |byte, (at, dot)| byte | (u8::from(*dot) << (7 - at)))
        };
        self.dots
            .chunks(self.width)
            .map(move |row| row.chunks(8).map(pack).collect())
    }

    fn blank(width: usize, height: usize) -> Raster {
        Raster {
            width,
            height,
            dots: vec![false; width * height],
        }
    }

    fn draw_symbol(&mut self, label: &Label, (left, top): (usize, usize), module: usize) {
        let modules = label.modules();
        for row in 0..modules.rows() {
            for col in (0..modules.cols()).filter(|col| modules.bit(row, *col)) {
                self.draw_square(left + col * module, top + row * module, module);
            }
        }
    }

    fn draw_line(&mut self, line: &str, (left, top): (usize, usize), point: usize) {
        for (at, character) in line.chars().enumerate() {
            for row in 0..font::HEIGHT {
                for col in (0..font::WIDTH).filter(|col| font::bit(character, row, *col)) {
                    let x = left + (at * font::ADVANCE + col) * point;
                    self.draw_square(x, top + row * point, point);
                }
            }
        }
    }

    fn draw_square(&mut self, left: usize, top: usize, size: usize) {
        for row in top..top + size {
            let start = row * self.width + left;
            self.dots[start..start + size].fill(true);
        }
    }
}
