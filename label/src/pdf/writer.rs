//! Labels → the pages of a sheet, one page in memory at a time.

use std::{fmt::Write as _, io};

use super::{
    Sheet,
    file::{File, text},
};
use crate::{Label, OutputError, font, number::Mm};

/// How much a label may stick out of its place, in millimeters: less than any printer's feed is
/// off by.
const SLACK: f64 = 0.01;

/// Writes labels onto sheets, row by row, each in the middle of its place.
///
/// ```
/// use label::{Design, Label, Request, Sheet, SheetWriter, Symbology};
///
/// let request = Request { symbology: Symbology::QrCode, gs1: false, content: "HELLO" };
/// let label = Label::new(&request, Design::default(), &["HELLO".to_owned()])?;
/// let mut writer = SheetWriter::new(Vec::new(), Sheet::A4_3X8)?;
/// writer.push(&label)?;
/// let pdf = writer.finish()?;
/// assert!(pdf.starts_with(b"%PDF-"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct SheetWriter<W> {
    file: File<W>,
    sheet: Sheet,
    /// The next place on the page.
    place: usize,
    content: String,
}

impl<W: io::Write> SheetWriter<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// What `out` reports.
    pub fn new(out: W, sheet: Sheet) -> io::Result<SheetWriter<W>> {
        Ok(SheetWriter {
            file: File::new(out)?,
            sheet,
            place: 0,
            content: String::new(),
        })
    }

    /// Leaves that many places empty: those of a sheet that was used before.
    ///
    /// # Errors
    /// What the output reports.
    pub fn skip(&mut self, places: usize) -> io::Result<()> {
        for _ in 0..places {
            self.advance()?;
        }
        Ok(())
    }

    /// Puts a label into the next place.
    ///
    /// # Errors
    /// [`OutputError::TooLarge`] where it does not fit; then the place is still free.
    /// [`OutputError::Io`] where the output does not take the page.
    pub fn push(&mut self, label: &Label) -> Result<(), OutputError> {
        let (width, height) = (self.sheet.label_width, self.sheet.label_height);
        let (label_width, label_height) = (label.width_mm(), label.height_mm());
        if label_width > width + SLACK || label_height > height + SLACK {
            return Err(OutputError::TooLarge {
                label_width,
                label_height,
                width,
                height,
            });
        }
        let (x, y) = self.sheet.place(self.place);
        let at = (
            x + (width - label_width) / 2.0,
            y + (height - label_height) / 2.0,
        );
        draw(&mut self.content, label, at);
        self.advance()?;
        Ok(())
    }

    /// Writes the last page and ends the file. A file without labels has one empty page, because
    /// readers refuse files without pages.
    ///
    /// # Errors
    /// What the output reports.
    pub fn finish(mut self) -> io::Result<W> {
        if self.place > 0 || self.file.is_empty() {
            self.end_page()?;
        }
        self.file.finish()
    }

    fn advance(&mut self) -> io::Result<()> {
        self.place += 1;
        if self.place >= self.sheet.places() {
            self.end_page()?;
        }
        Ok(())
    }

    fn end_page(&mut self) -> io::Result<()> {
        let size = (self.sheet.page_width, self.sheet.page_height);
        self.file.page(size, &self.content)?;
        self.content.clear();
        self.place = 0;
        Ok(())
    }
}

fn draw(content: &mut String, label: &Label, (left, top): (f64, f64)) {
    let placement = label.in_mm();
    let module = Mm(label.module_mm());
    let (x, y) = (left + placement.symbol.0, top + placement.symbol.1);
    let _ = writeln!(content, "q {module} 0 0 {module} {} {} cm", Mm(x), Mm(y));
    // All runs in one path, so that no seams show between the rows.
    for (row, columns) in label.modules().runs() {
        let _ = write!(content, "{} {row} {} 1 re ", columns.start, columns.len());
    }
    content.push_str("f Q\n");
    let ascent = font::ASCENT as f64 * label.point_mm();
    for (line, (x, y)) in label.lines.iter().zip(&placement.lines) {
        let at = (left + x, top + y + ascent);
        content.push_str(&text("Courier", label.design.text_mm, at, line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Symbology,
        layout::tests::{hri, label},
        pdf::tests::{check_structure, streams},
    };

    fn pdf(sheet: Sheet, label: &Label, skip: usize, count: usize) -> Vec<u8> {
        let mut writer = SheetWriter::new(Vec::new(), sheet).unwrap();
        writer.skip(skip).unwrap();
        for _ in 0..count {
            writer.push(label).unwrap();
        }
        writer.finish().unwrap()
    }

    #[test]
    fn as_many_pages_as_needed() {
        let label = label(Symbology::QrCode, 0.5, &hri());
        for (count, pages) in [(0, 1), (1, 1), (24, 1), (25, 2), (60, 3)] {
            let pdf = pdf(Sheet::A4_3X8, &label, 0, count);
            assert_eq!(check_structure(&pdf), pages, "{count} labels");
            let texts = streams(&pdf).concat().matches("K7M4").count();
            assert_eq!(texts, count);
        }
        assert_eq!(check_structure(&pdf(Sheet::A4_3X8, &label, 20, 5)), 2);
        assert_eq!(check_structure(&pdf(Sheet::A4_3X8, &label, 24, 0)), 1);
        assert_eq!(
            check_structure(&pdf(Sheet::single(30.0, 30.0), &label, 0, 3)),
            3
        );
    }

    #[test]
    fn every_built_in_sheet_holds_a_label() {
        let label = label(Symbology::DataMatrix, 0.5, &hri());
        for sheet in [Sheet::A4_3X7, Sheet::A4_5X13, Sheet::LETTER_3X10] {
            let pdf = pdf(sheet, &label, 0, sheet.places() + 1);
            assert_eq!(check_structure(&pdf), 2);
        }
    }

    #[test]
    fn in_the_middle_of_its_place() {
        let label = label(Symbology::DataMatrix, 0.5, &["(21)".to_owned()]);
        assert_eq!((label.width_mm(), label.height_mm()), (11.0, 13.2));
        let streams = streams(&pdf(Sheet::A4_3X8, &label, 4, 1));
        // Place 4 is at (70, 37.5); the quiet zone is half a millimeter.
        assert!(
            streams[0].contains("q 0.5 0 0 0.5 100 49.9 cm\n0 0 1 1 re"),
            "{}",
            streams[0]
        );
        assert!(streams[0].contains("(\\(21\\)) Tj"));
    }

    #[test]
    fn too_large_is_said_and_takes_no_place() {
        let label = label(Symbology::QrCode, 0.99, &[]);
        let mut writer = SheetWriter::new(Vec::new(), Sheet::A4_5X13).unwrap();
        for _ in 0..70 {
            let error = writer.push(&label);
            assert!(matches!(error, Err(OutputError::TooLarge { .. })));
        }
        assert_eq!(check_structure(&writer.finish().unwrap()), 1);
    }
}
