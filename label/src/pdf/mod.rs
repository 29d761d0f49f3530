//! Labels → PDF: sheets of labels, and a page to measure the printer's scale by.
//!
//! The symbols are vectors. The text is in Courier and Helvetica, two of the fourteen fonts that
//! every PDF reader has; they are not embedded, so this is no PDF/A. A line with a letter that these lack
//! is in fonts of which the file gets what it uses (`wide.rs`), set as its scripts want it (`line.rs`). The
//! files are PDF 1.6 because they ask for printing without scaling (`PrintScaling`).

mod file;
mod line;
mod page;
mod report;
mod scale_test;
mod sheet;
mod wide;
mod writer;

pub use line::lacks;
pub use page::write_text_page;
pub use report::{Block, write_report};
pub use scale_test::write_scale_test;
pub use sheet::Sheet;
pub use writer::SheetWriter;

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    /// The packed streams of a file, unpacked.
    pub(crate) fn streams(pdf: &[u8]) -> Vec<String> {
        let find = |from: usize, what: &[u8]| {
            let at = pdf[from..].windows(what.len()).position(|at| at == what);
            at.map(|at| from + at)
        };
        let mut streams = Vec::new();
        let mut from = 0;
        while let Some(start) = find(from, b"\nstream\n") {
            let start = start + 8;
            let end = find(start, b"\nendstream\n").unwrap();
            let mut bytes = Vec::new();
            let mut unpacked = flate2::read::ZlibDecoder::new(&pdf[start..end]);
            unpacked.read_to_end(&mut bytes).unwrap();
            streams.push(String::from_utf8_lossy(&bytes).into_owned());
            from = end;
        }
        streams
    }

    /// Checks the cross-reference table, object by object, and gives the number of pages.
    #[track_caller]
    pub(crate) fn check_structure(pdf: &[u8]) -> usize {
        assert!(pdf.starts_with(b"%PDF-1.6\n"));
        let text = String::from_utf8_lossy(&pdf[pdf.len() - 64..]).into_owned();
        let tail = text.split("startxref\n").nth(1).unwrap();
        let start: usize = tail.strip_suffix("\n%%EOF\n").unwrap().parse().unwrap();
        let table = std::str::from_utf8(&pdf[start..]).unwrap();
        let mut lines = table.split_inclusive('\n');
        assert_eq!(lines.next(), Some("xref\n"));
        let count: usize = lines.next().unwrap()[2..].trim().parse().unwrap();
        assert_eq!(lines.next(), Some("0000000000 65535 f \n"));
        let mut pages = 0;
        for number in 1..count {
            let line = lines.next().unwrap();
            assert_eq!(line.len(), 20);
            let at: usize = line[..10].parse().unwrap();
            let head = format!("{number} 0 obj\n<<");
            assert!(pdf[at..].starts_with(head.as_bytes()), "object {number}");
            let object = String::from_utf8_lossy(&pdf[at..(at + 60).min(pdf.len())]).into_owned();
            pages += usize::from(object.contains("/Type /Page "));
        }
        assert!(lines.next().unwrap().starts_with("trailer"));
        assert!(table.contains(&format!("/Size {count} ")));
        pages
    }
}
