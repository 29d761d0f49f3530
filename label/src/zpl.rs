//! A label → ZPL II, for printers that are sent commands and not pictures.

use std::{fmt::Write as _, io};

use crate::{
    Label, OutputError, Resolution, font,
    raster::{Plan, Raster},
};

impl Label {
    /// Writes one label, `^XA` to `^XZ`, to be written any number of times to the same `out`.
    ///
    /// The symbol is a graphic (`^GFA`) of our own modules rather than `^BX` or `^BQ`, which would
    /// have the printer encode once more: what is printed is what was checked, GS1 QR Codes
    /// included, which `^BQ` cannot write. The text is the printer's font A, which has our glyphs'
    /// size.
    ///
    /// # Errors
    /// [`OutputError::Layout`] where the module is not whole dots, [`OutputError::Io`] where `out`
    /// does not take it.
    pub fn write_zpl(
        &self,
        out: &mut impl io::Write,
        resolution: Resolution,
    ) -> Result<(), OutputError> {
        let plan = Plan::of(self, resolution)?;
        // `^CI0` because other national sets have other signs in some of ASCII's places.
        writeln!(out, "^XA^CI0^LH0,0^PW{}^LL{}", plan.width, plan.height)?;
        if self.modules().rows() > 0 {
            self.write_symbol(out, &plan)?;
        }
        let (height, width) = (font::HEIGHT * plan.point, font::WIDTH * plan.point);
        for (line, (x, y)) in self.lines.iter().zip(&plan.lines) {
            writeln!(
                out,
                "^FO{x},{y}^AAN,{height},{width}^FH_^FD{}^FS",
                escaped(line)
            )?;
        }
        writeln!(out, "^XZ")?;
        Ok(())
    }

    fn write_symbol(&self, out: &mut impl io::Write, plan: &Plan) -> io::Result<()> {
        let raster = Raster::of_symbol(self, plan.module);
        let stride = raster.width.div_ceil(8);
        let bytes = stride * raster.height;
        write!(
            out,
            "^FO{},{}^GFA,{bytes},{bytes},{stride},",
            plan.symbol.0, plan.symbol.1
        )?;
        for row in raster.packed_rows() {
            out.write_all(hex(&row).as_bytes())?;
        }
        writeln!(out, "^FS")
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(hex, "{byte:02X}");
    }
    hex
}

/// `^` and `~` begin commands, `_` begins an escape (`^FH_`), `\` is one in field blocks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '^' | '~' | '_' | '\\' => {
                let _ = write!(out, "_{:02X}", character as u32);
            }
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use decoder::{Luma, Options, scan};

    use super::*;
    use crate::{
        Design, Request, Symbology,
        layout::tests::{GTIN_SERIAL, hri, label},
    };

    fn zpl(label: &Label, resolution: Resolution) -> String {
        let mut out = Vec::new();
        label.write_zpl(&mut out, resolution).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_small_label() {
        let request = Request {
            symbology: Symbology::DataMatrix,
            gs1: false,
            content: "A1",
        };
        let design = Design {
            module_mm: 0.375,
            text_mm: 1.25,
            ..Design::default()
        };
        let label = Label::new(&request, design, &["(21) A^~_\\".to_owned()]).unwrap();
        insta::assert_snapshot!(zpl(&label, Resolution::Dpi203), @r"
        ^XA^CI0^LH0,0^PW61^LL47
        ^FO15,3^GFA,120,120,4,E38E38E0E38E38E0E38E38E0E001F81CE001F81CE001F81CFF81F8E0FF81F8E0FF81F8E0E38E38FCE38E38FCE38E38FCE3F1C000E3F1C000E3F1C000E38E38FCE38E38FCE38E38FCFFFE38E0FFFE38E0FFFE38E0FC71C0FCFC71C0FCFC71C0FCFC000700FC000700FC000700FFFFFFFCFFFFFFFCFFFFFFFC^FS
        ^FO1,37^AAN,9,5^FH_^FD(21) A_5E_7E_5F_5C^FS
        ^XZ
        ");
    }

    #[test]
    fn the_graphic_reads_back() {
        let zpl = zpl(
            &label(Symbology::DataMatrix, 0.375, &hri()),
            Resolution::Dpi203,
        );
        let field = zpl
            .split("^GFA,")
            .nth(1)
            .unwrap()
            .split("^FS")
            .next()
            .unwrap();
        let parts: Vec<&str> = field.split(',').collect();
        let [total, same, stride, data] = parts[..] else {
            panic!("{field}");
        };
        let (total, stride): (usize, usize) = (total.parse().unwrap(), stride.parse().unwrap());
        assert_eq!((same, data.len()), (total.to_string().as_str(), 2 * total));
        // A quiet zone of 8 pixels around it.
        let (width, rows) = (stride * 8 + 16, total / stride);
        let mut pixels = vec![255; width * (rows + 16)];
        for (at, digit) in data.chars().enumerate() {
            let nibble = digit.to_digit(16).unwrap();
            let (row, col) = (at / (2 * stride), at % (2 * stride) * 4);
            for bit in (0..4).filter(|bit| nibble & (8 >> bit) != 0) {
                pixels[(row + 8) * width + col + bit + 8] = 0;
            }
        }
        let luma = Luma::new(&pixels, width, rows + 16, width).unwrap();
        let payload = scan(&luma, &Options::default()).remove(0).payload.unwrap();
        assert_eq!(payload.text(), GTIN_SERIAL);
    }
}
