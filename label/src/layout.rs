//! Modules → a label: sizes in millimeters, quiet zone, human-readable lines.

use crate::{Correction, LabelError, Modules, Request, Symbology, encode_with, font};

/// What a symbol is printed for, and so how large its modules may be.
///
/// The numbers are those of the GS1 General Specifications, section 5.12.3, "GS1 symbol specification
/// tables": GS1 DataMatrix, GS1 QR Code, and both with a Digital Link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Use {
    /// 0.254 mm (0.0100", three dots at 300 dpi) to 1.0 mm: the widest that any of the tables for
    /// labels allows, such as the one for healthcare items. Direct part marks may be smaller.
    #[default]
    General,
    /// 0.396 to 0.990 mm: one and a half times what EAN/UPC symbols have in the table for trade
    /// items that a retail checkout scans.
    RetailCheckout,
}

impl Use {
    /// The smallest and the largest module, in millimeters.
    #[must_use]
    pub fn modules_mm(self) -> (f64, f64) {
        match self {
            Use::General => (0.254, 1.0),
            Use::RetailCheckout => (0.396, 0.990),
        }
    }
}

/// Why there is no such label.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LayoutError {
    /// There is no such symbol.
    #[error(transparent)]
    Symbol(#[from] LabelError),
    /// The module is smaller or larger than GS1 allows for the use.
    #[error("a module of {module_mm} mm is not between {smallest_mm} and {largest_mm} mm")]
    ModuleSize {
        /// What was asked for.
        module_mm: f64,
        /// What is allowed.
        smallest_mm: f64,
        /// What is allowed.
        largest_mm: f64,
    },
    /// The printer cannot make modules of that size, only of those next to it.
    #[error(
        "a module of {module_mm} mm is not whole dots at {dpi} dpi; {nearest_mm:.3} mm would be"
    )]
    NotWholeDots {
        /// What was asked for.
        module_mm: f64,
        /// What comes closest.
        nearest_mm: f64,
        /// The printer's dots per inch.
        dpi: u32,
    },
    /// The text's size is not between 0.8 and 10 mm.
    #[error("a text size of {0} mm is not between 0.8 and 10 mm")]
    TextSize(f64),
    /// The text has a character outside of printable ASCII, for which there is no glyph.
    #[error("there is no glyph for {0:?}")]
    Glyph(char),
}

/// How a label is to look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Design {
    /// The error correction level of QR Codes. Default M.
    pub correction: Correction,
    /// The width of a module (the X-dimension), in millimeters. Default 0.5.
    pub module_mm: f64,
    /// What the module's width is judged by. Default: general.
    pub usage: Use,
    /// The size of the text, from line to line, in millimeters, 0.8 to 10. Default 2. Pictures for
    /// printers round it to what their dots allow.
    pub text_mm: f64,
}

impl Default for Design {
    fn default() -> Design {
        Design {
            correction: Correction::default(),
            module_mm: 0.5,
            usage: Use::default(),
            text_mm: 2.0,
        }
    }
}

/// A symbol with its quiet zone, and lines of text centered below; or such lines alone.
///
/// ```
/// use label::{Design, Label, Request, Symbology};
///
/// let request = Request {
///     symbology: Symbology::DataMatrix,
///     gs1: true,
///     content: "010950600013435221A1",
/// };
/// let label = Label::new(&request, Design::default(), &[])?;
/// // 16 modules and one of quiet zone on each side.
/// assert_eq!((label.width_mm(), label.height_mm()), (9.0, 9.0));
/// # Ok::<(), label::LayoutError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub(crate) modules: Modules,
    pub(crate) design: Design,
    pub(crate) lines: Vec<String>,
    /// `None` where there is no symbol, which needs no quiet zone.
    symbology: Option<Symbology>,
}

/// Where things are on a label, in the unit that was asked for; the origin is the top left.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placement {
    /// The whole label.
    pub width: f64,
    /// The whole label.
    pub height: f64,
    /// The top left of the symbol, inside of its quiet zone.
    pub symbol: (f64, f64),
    /// The top left of each line's first glyph.
    pub lines: Vec<(f64, f64)>,
}

impl Label {
    /// Encodes and lays out. `hri` are the human-readable lines, in printable ASCII, which all of
    /// GS1's characters are; they are never wrapped: a line that is wider than the symbol widens
    /// the label.
    ///
    /// # Errors
    /// [`LayoutError`] where the content has no symbol, a size is not allowed, or a character has
    /// no glyph.
    pub fn new(
        request: &Request<'_>,
        design: Design,
        hri: &[String],
    ) -> Result<Label, LayoutError> {
        let (smallest_mm, largest_mm) = design.usage.modules_mm();
        // Three dots at 300 dpi are 0.254 mm but for the last bit.
        let slack = 1e-9;
        let allowed = smallest_mm - slack..=largest_mm + slack;
        if !allowed.contains(&design.module_mm) {
            return Err(LayoutError::ModuleSize {
                module_mm: design.module_mm,
                smallest_mm,
                largest_mm,
            });
        }
        check_text(design, hri)?;
        Ok(Label {
            modules: encode_with(request, design.correction)?,
            design,
            lines: hri.to_vec(),
            symbology: Some(request.symbology),
        })
    }

    /// Lines of text without a symbol, such as a hidden code for under a seal, in printable ASCII.
    ///
    /// ```
    /// use label::{Design, Label};
    ///
    /// let design = Design { text_mm: 2.5, ..Design::default() };
    /// let label = Label::of_text(design, &["7K3M 9XQ2 M5PRA".to_owned()])?;
    /// assert!(label.modules().rows() == 0 && label.width_mm() > 15.0);
    /// # Ok::<(), label::LayoutError>(())
    /// ```
    ///
    /// # Errors
    /// [`LayoutError`] where the text's size is not allowed, or a character has no glyph.
    pub fn of_text(design: Design, lines: &[String]) -> Result<Label, LayoutError> {
        check_text(design, lines)?;
        Ok(Label {
            modules: Modules::new(0, 0, Vec::new()),
            design,
            lines: lines.to_vec(),
            symbology: None,
        })
    }

    /// The symbol; of no rows where there is none.
    #[must_use]
    pub fn modules(&self) -> &Modules {
        &self.modules
    }

    /// The width of a module, in millimeters.
    #[must_use]
    pub fn module_mm(&self) -> f64 {
        self.design.module_mm
    }

    /// With quiet zone and text, in millimeters.
    #[must_use]
    pub fn width_mm(&self) -> f64 {
        self.in_mm().width
    }

    /// With quiet zone and text, in millimeters.
    #[must_use]
    pub fn height_mm(&self) -> f64 {
        self.in_mm().height
    }

    /// The width of the font's points, in millimeters.
    pub(crate) fn point_mm(&self) -> f64 {
        self.design.text_mm / font::LINE as f64
    }

    pub(crate) fn in_mm(&self) -> Placement {
        self.place(self.design.module_mm, self.point_mm())
    }

    /// Lays out with a module and a point of the font of that size.
    pub(crate) fn place(&self, module: f64, point: f64) -> Placement {
        let quiet = self.symbology.map_or(0, Symbology::quiet_zone) as f64 * module;
        let symbol_width = self.modules.cols() as f64 * module + 2.0 * quiet;
        let symbol_height = self.modules.rows() as f64 * module + 2.0 * quiet;
        let line_width = |line: &String| line.chars().count() as f64 * font::ADVANCE as f64 * point;
        // A point of air at both ends of a line.
        let widest = self.lines.iter().map(line_width).fold(0.0, f64::max);
        let width = symbol_width.max(if widest > 0.0 { widest + point } else { 0.0 });
        let line_height = font::LINE as f64 * point;
        let lines: Vec<(f64, f64)> = self
            .lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                // The last glyph's gap does not count for the center.
                let x = (width - line_width(line) + point) / 2.0;
                (x, symbol_height + point + at as f64 * line_height)
            })
            .collect();
        let text_height = if lines.is_empty() {
            0.0
        } else {
            lines.len() as f64 * line_height + point
        };
        Placement {
            width,
            height: symbol_height + text_height,
            symbol: ((width - symbol_width) / 2.0 + quiet, quiet),
            lines,
        }
    }
}

fn check_text(design: Design, lines: &[String]) -> Result<(), LayoutError> {
    if !(0.8..=10.0).contains(&design.text_mm) {
        return Err(LayoutError::TextSize(design.text_mm));
    }
    let mut characters = lines.iter().flat_map(|line| line.chars());
    match characters.find(|character| !font::has(*character)) {
        Some(other) => Err(LayoutError::Glyph(other)),
        None => Ok(()),
    }
}

impl Symbology {
    /// The light modules that a symbol needs on each side: QR Code 4, Data Matrix 1.
    #[must_use]
    pub fn quiet_zone(self) -> usize {
        match self {
            Symbology::QrCode => 4,
            Symbology::DataMatrix | Symbology::RectangularDataMatrix => 1,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) const GTIN_SERIAL: &str = "010950600013435221K7M4Q2XT9PWB";
    pub(crate) const LINK: &str = "https://id.example.com/01/09506000134352/21/K7M4Q2XT9PWB";

    pub(crate) fn hri() -> Vec<String> {
        let scanned = format!("]d2{GTIN_SERIAL}");
        let (message, faults) = gs1::parse(&scanned, None);
        assert!(faults.is_empty());
        message.hri()
    }

    /// A GS1 Data Matrix, or a QR Code with a Digital Link.
    pub(crate) fn label(symbology: Symbology, module_mm: f64, hri: &[String]) -> Label {
        let gs1 = symbology != Symbology::QrCode;
        let request = Request {
            symbology,
            gs1,
            content: if gs1 { GTIN_SERIAL } else { LINK },
        };
        let design = Design {
            module_mm,
            ..Design::default()
        };
        Label::new(&request, design, hri).unwrap()
    }

    #[test]
    fn quiet_zones_and_lines_add_up() {
        let bare = label(Symbology::QrCode, 0.5, &[]);
        assert_eq!(bare.modules().cols(), 33);
        assert_eq!(bare.width_mm(), 20.5);
        assert_eq!(bare.height_mm(), 20.5);
        assert_eq!(bare.in_mm().symbol, (2.0, 2.0));

        let hri = hri();
        assert_eq!(hri, ["(01) 09506000134352", "(21) K7M4Q2XT9PWB"]);
        let with_text = label(Symbology::QrCode, 0.5, &hri);
        // 19 characters of 1.2 mm and a point.
        assert!((with_text.width_mm() - 23.0).abs() < 1e-9);
        assert!((with_text.height_mm() - 24.7).abs() < 1e-9);
        let placement = with_text.in_mm();
        assert!((placement.symbol.0 - 3.25).abs() < 1e-9);
        assert!((placement.lines[0].0 - 0.2).abs() < 1e-9);
        assert!((placement.lines[1].1 - 22.7).abs() < 1e-9);
    }

    #[test]
    fn what_is_not_allowed() {
        let request = Request {
            symbology: Symbology::DataMatrix,
            gs1: true,
            content: GTIN_SERIAL,
        };
        let with = |module_mm, usage, text_mm, hri: &str| {
            let design = Design {
                module_mm,
                usage,
                text_mm,
                ..Design::default()
            };
            Label::new(&request, design, &[hri.to_owned()]).map(|_| ())
        };
        assert_eq!(with(0.254, Use::General, 2.0, "~"), Ok(()));
        for (module_mm, usage) in [
            (0.25, Use::General),
            (1.01, Use::General),
            (0.375, Use::RetailCheckout),
            (f64::NAN, Use::General),
        ] {
            let error = with(module_mm, usage, 2.0, "").unwrap_err();
            assert!(matches!(error, LayoutError::ModuleSize { .. }), "{error}");
        }
        assert_eq!(
            with(0.5, Use::General, 0.5, ""),
            Err(LayoutError::TextSize(0.5))
        );
        assert_eq!(
            with(0.5, Use::General, 2.0, "Größe"),
            Err(LayoutError::Glyph('ö'))
        );
    }
}
