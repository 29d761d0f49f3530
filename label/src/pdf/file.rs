//! The objects of a PDF file, written as they come; only their offsets are kept.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write as _},
};

use flate2::{Compression, write::ZlibEncoder};

use super::{
    line::{Line, runs_left},
    wide::Wide,
};
use crate::number::Mm;

/// Points a millimeter.
const POINTS: f64 = 72.0 / 25.4;

/// The numbers of the objects that there is one of; the rest follow.
const CATALOG: usize = 1;
const PAGES: usize = 2;
const COURIER: usize = 3;
const HELVETICA: usize = 4;

/// A file that is being written.
pub(super) struct File<W> {
    out: W,
    /// Bytes written.
    length: u64,
    /// Where each object begins, by its number less one; the catalog and the page tree come last.
    offsets: Vec<u64>,
    /// The numbers of the pages' objects.
    pages: Vec<usize>,
    /// The fonts of letters that Helvetica lacks, once a page has some: their objects' numbers and glyphs.
    wide: BTreeMap<Wide, (usize, BTreeSet<u16>)>,
}

impl<W: io::Write> File<W> {
    pub(super) fn new(out: W) -> io::Result<File<W>> {
        let mut file = File {
            out,
            length: 0,
            offsets: vec![0; PAGES],
            pages: Vec::new(),
            wide: BTreeMap::new(),
        };
        // The second line's high bytes tell transfer programs that this is no text.
        file.write(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")?;
        for (number, name) in [(COURIER, "Courier"), (HELVETICA, "Helvetica")] {
            file.offsets.push(file.length);
            file.write(
                format!("{number} 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>\nendobj\n")
                    .as_bytes(),
            )?;
        }
        Ok(file)
    }

    /// Whether there is no page yet.
    pub(super) fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Adds a page of that size in millimeters. Its content, too, is in millimeters, from the top
    /// left.
    pub(super) fn page(&mut self, size: (f64, f64), content: &str) -> io::Result<()> {
        self.page_with(size, content, &[])
    }

    /// Adds a photograph to be shown on a page: its object's number.
    pub(super) fn jpeg(&mut self, jpeg: &[u8], width: u32, height: u32) -> io::Result<usize> {
        let number = self.offsets.len() + 1;
        self.offsets.push(self.length);
        let head = format!(
            "{number} 0 obj\n<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {} >>\nstream\n",
            jpeg.len()
        );
        self.write(head.as_bytes())?;
        self.write(jpeg)?;
        self.write(b"\nendstream\nendobj\n")?;
        Ok(number)
    }

    /// The same with photographs, which its content calls `/P1`, `/P2`, …
    pub(super) fn page_with(
        &mut self,
        (width, height): (f64, f64),
        content: &str,
        pictures: &[usize],
    ) -> io::Result<()> {
        let (width, height) = (Mm(width * POINTS), Mm(height * POINTS));
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
        let scale = format!("{POINTS:.9}");
        write!(packed, "{scale} 0 0 -{scale} 0 {height} cm\n{content}")?;
        let packed = packed.finish()?;

        let stream = self.stream(&packed, "")?;
        let mut wide = String::new();
        for font in Wide::ALL {
            let glyphs: BTreeSet<u16> = font.used(content).collect();
            if glyphs.is_empty() {
                continue;
            }
            let entry = self.wide.entry(font).or_insert_with(|| {
                // Written at the end, when all of its glyphs are known.
                self.offsets.push(0);
                (self.offsets.len(), BTreeSet::new())
            });
            entry.1.extend(glyphs);
            wide.push_str(&format!(" /{} {} 0 R", font.name(), entry.0));
        }

        let page = self.offsets.len() + 1;
        self.offsets.push(self.length);
        self.pages.push(page);
        let named = pictures.iter().enumerate();
        let named: String = named
            .map(|(at, object)| format!(" /P{} {object} 0 R", at + 1))
            .collect();
        let images = match named.is_empty() {
            true => String::new(),
            false => format!(" /XObject <<{named} >>"),
        };
        let object = format!(
            "{page} 0 obj\n<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 {width} {height}] /Contents {stream} 0 R /Resources << /Font << /Courier {COURIER} 0 R /Helvetica {HELVETICA} 0 R{wide} >>{images} >> >>\nendobj\n"
        );
        self.write(object.as_bytes())
    }

    /// Adds packed bytes, with more entries for their dictionary: their object's number.
    fn stream(&mut self, packed: &[u8], entries: &str) -> io::Result<usize> {
        let number = self.offsets.len() + 1;
        self.offsets.push(self.length);
        let head = format!(
            "{number} 0 obj\n<< /Length {} /Filter /FlateDecode{entries} >>\nstream\n",
            packed.len()
        );
        self.write(head.as_bytes())?;
        self.write(packed)?;
        self.write(b"\nendstream\nendobj\n")?;
        Ok(number)
    }

    /// Adds an object that is a dictionary: its number.
    fn dictionary(&mut self, entries: &str) -> io::Result<usize> {
        self.offsets.push(self.length);
        let number = self.offsets.len();
        self.write(format!("{number} 0 obj\n<< {entries} >>\nendobj\n").as_bytes())?;
        Ok(number)
    }

    /// Writes a font of letters that Helvetica lacks, with the glyphs that pages use (ISO 32000-1,
    /// 9.7).
    fn write_wide(&mut self, wide: Wide, number: usize, glyphs: &BTreeSet<u16>) -> io::Result<()> {
        let subset = wide.subset(glyphs);
        let subset = subset.ok_or_else(|| io::Error::other("the font is broken"))?;
        let base = wide.base();
        let length = subset.font.len();
        let font = self.stream(&pack(&subset.font)?, &format!(" /Length1 {length}"))?;
        let shape = subset.shape;
        let descriptor = self.dictionary(&format!(
            "/Type /FontDescriptor /FontName /{base} {shape} /FontFile2 {font} 0 R"
        ))?;
        let widths = subset.widths;
        let descendant = self.dictionary(&format!(
            "/Type /Font /Subtype /CIDFontType2 /BaseFont /{base} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 0 /W [{widths}] /CIDToGIDMap /Identity"
        ))?;
        let letters = self.stream(&pack(subset.letters.as_bytes())?, "")?;
        self.offsets[number - 1] = self.length;
        let object = format!(
            "{number} 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {letters} 0 R >>\nendobj\n"
        );
        self.write(object.as_bytes())
    }

    /// Writes what only the end knows: the page tree, the catalog, the cross-reference table.
    pub(super) fn finish(mut self) -> io::Result<W> {
        for (font, (number, glyphs)) in std::mem::take(&mut self.wide) {
            self.write_wide(font, number, &glyphs)?;
        }
        self.offsets[PAGES - 1] = self.length;
        self.write(
            format!(
                "{PAGES} 0 obj\n<< /Type /Pages /Count {} /Kids [",
                self.pages.len()
            )
            .as_bytes(),
        )?;
        for page in std::mem::take(&mut self.pages) {
            self.write(format!("{page} 0 R\n").as_bytes())?;
        }
        self.write(b"] >>\nendobj\n")?;
        self.offsets[CATALOG - 1] = self.length;
        let catalog = format!(
            "{CATALOG} 0 obj\n<< /Type /Catalog /Pages {PAGES} 0 R /ViewerPreferences << /PrintScaling /None >> >>\nendobj\n"
        );
        self.write(catalog.as_bytes())?;

        let start = self.length;
        let count = self.offsets.len() + 1;
        self.write(format!("xref\n0 {count}\n0000000000 65535 f \n").as_bytes())?;
        for offset in std::mem::take(&mut self.offsets) {
            self.write(format!("{offset:010} 00000 n \n").as_bytes())?;
        }
        let trailer = format!(
            "trailer\n<< /Size {count} /Root {CATALOG} 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        self.write(trailer.as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.length += bytes.len() as u64;
        self.out.write_all(bytes)
    }
}

fn pack(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes)?;
    packed.finish()
}

/// What WinAnsiEncoding has from 0x80 to 0x9f, where Latin-1 has nothing to see.
const WIN_ANSI: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/// A letter as WinAnsiEncoding has it; `None` for those that it lacks.
fn win_ansi(letter: char) -> Option<u32> {
    match letter {
        ' '..='~' | '\u{a0}'..='\u{ff}' => Some(u32::from(letter)),
        '\0' => None,
        _ => {
            let at = WIN_ANSI.chars().position(|known| known == letter)?;
            Some(0x80 + u32::try_from(at).ok()?)
        }
    }
}

/// A line of text whose baseline begins there; `font` is `Courier` or `Helvetica`, everything is in
/// millimeters. A line with letters that these lack is in fonts that are embedded.
pub(super) fn text(font: &str, size: f64, (x, y): (f64, f64), text: &str) -> String {
    let Some(escaped) = escaped(text) else {
        let line = Line::of(text, runs_left(text).unwrap_or(false));
        return line.content(size, (x, y));
    };
    // The page counts downwards, the glyphs must not stand on their heads.
    format!(
        "BT /{font} {} Tf 1 0 0 -1 {} {} Tm ({escaped}) Tj ET\n",
        Mm(size),
        Mm(x),
        Mm(y)
    )
}

/// The same for a line of a paragraph on a page that runs from right to left: it ends at `right`.
/// `is_left` is whether the paragraph does, too.
pub(super) fn text_from_right(
    size: f64,
    (right, y): (f64, f64),
    text: &str,
    is_left: bool,
) -> String {
    let line = Line::of(text, is_left);
    line.content(size, (right - size * line.width, y))
}

/// A text as WinAnsiEncoding has it in a literal; `None` where it lacks a letter.
fn escaped(text: &str) -> Option<String> {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match win_ansi(letter)? {
            _ if matches!(letter, '(' | ')' | '\\') => escaped.extend(['\\', letter]),
            0x20..=0x7e => escaped.push(letter),
            code => escaped.push_str(&format!("\\{code:03o}")),
        }
    }
    Some(escaped)
}
