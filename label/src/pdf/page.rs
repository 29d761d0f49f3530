//! A page of text: a title, then lines.

use std::io;

use super::{
    file::{File, text, text_from_right},
    line::runs_left,
};

/// From the page's edge, in millimeters.
const MARGIN: f64 = 25.0;
/// The title's letters, and those of the lines, in millimeters.
const SIZES: (f64, f64) = (7.0, 4.0);

/// Writes an A4 page: a title, and lines that are broken where they are too long for it; from right to
/// left where the title runs so. Letters that the readers' own fonts lack come with the file, and what
/// can't be written is □ (`lacks`).
///
/// # Errors
/// What `out` reports.
pub fn write_text_page<W: io::Write>(out: W, title: &str, lines: &[String]) -> io::Result<W> {
    let (width, height) = (210.0, 297.0);
    let begin = Begin::of(title, (MARGIN, width - MARGIN));
    let mut content = begin.line(SIZES.0, MARGIN + SIZES.0, title, title);
    let mut y = MARGIN + 2.5 * SIZES.0;
    // Letters of Helvetica are about half as wide as they are high.
    let most = ((width - 2.0 * MARGIN) / (SIZES.1 * 0.52)) as usize;
    for line in lines {
        for part in broken(line, most) {
            content.push_str(&begin.line(SIZES.1, y, &part, line));
            y += SIZES.1 * 1.5;
        }
        y += SIZES.1 * 0.5;
    }
    let mut file = File::new(out)?;
    file.page((width, height), &content)?;
    file.finish()
}

/// Where the lines of a page begin.
#[derive(Clone, Copy)]
pub(super) enum Begin {
    /// At the left, so far from the page's edge.
    Left(f64),
    /// At the right, so far from the page's left edge.
    Right(f64),
}

impl Begin {
    /// Of a page by its title, between two margins in millimeters.
    pub(super) fn of(title: &str, (left, right): (f64, f64)) -> Begin {
        match runs_left(title) {
            Some(true) => Begin::Right(right),
            _ => Begin::Left(left),
        }
    }

    /// A line of a paragraph as the page's content.
    pub(super) fn line(self, size: f64, y: f64, line: &str, paragraph: &str) -> String {
        match self {
            Begin::Left(left) => text("Helvetica", size, (left, y), line),
            Begin::Right(right) => {
                let is_left = runs_left(paragraph).unwrap_or(true);
                text_from_right(size, (right, y), line, is_left)
            }
        }
    }
}

/// At blanks, into parts of at most that many characters where there are enough blanks.
pub(super) fn broken(line: &str, most: usize) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match parts.last_mut() {
            Some(part) if part.chars().count() + 1 + word.chars().count() <= most => {
                part.push(' ');
                part.push_str(word);
            }
            _ => parts.push(word.to_owned()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{super::tests, *};

    #[test]
    fn a_page_holds_its_lines() {
        let lines = ["Serial: 7".to_owned(), "word ".repeat(40)];
        let pdf = write_text_page(Vec::new(), "Title", &lines).unwrap();
        assert_eq!(tests::check_structure(&pdf), 1);
        let content = tests::streams(&pdf).concat();
        assert!(content.contains("(Title) Tj"), "{content}");
        assert!(content.contains("(Serial: 7) Tj"), "{content}");
        assert!(
            content.matches("(word").count() > 1,
            "a long line is broken"
        );
    }

    #[test]
    fn letters_that_readers_lack_come_with_the_file() {
        let lines = ["Cafés cost 3 €".to_owned(), "Łódź, Ελλάδα, Київ".to_owned()];
        let pdf = write_text_page(Vec::new(), "Quality", &lines).unwrap();
        assert_eq!(tests::check_structure(&pdf), 1);
        let streams = tests::streams(&pdf);
        // Those that every reader has stay in its own font.
        assert!(
            streams[0].contains("(Caf\\351s cost 3 \\200) Tj"),
            "{}",
            streams[0]
        );
        assert_eq!(streams[0].matches("/Wide ").count(), 1, "{}", streams[0]);
        // And the letters can be found and copied.
        let letters = streams.last().unwrap();
        for letter in "ŁódźΕλλάδαКиїв".chars() {
            let code = format!("<{:04X}>", u32::from(letter));
            assert!(letters.contains(&code), "{letter}: {letters}");
        }
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("/Subtype /CIDFontType2") && text.contains("/FontFile2"));
        assert!(pdf.len() < 40_000, "{} bytes", pdf.len());
        let plain = write_text_page(Vec::new(), "Quality", &lines[..1]).unwrap();
        assert!(!String::from_utf8_lossy(&plain).contains("DejaVu"));
    }

    /// Where the glyphs of a page begin that are of the embedded fonts, in millimeters from the left.
    fn lefts(content: &str) -> Vec<f64> {
        let begins = content.split(" Tf 1 0 0 -1 ").skip(1);
        begins
            .map(|rest| rest.split(' ').next().unwrap().parse().unwrap())
            .collect()
    }

    #[test]
    fn an_arabic_page_ends_at_the_right() {
        let lines = [
            "Lumi headphones".to_owned(),
            "الرقم التسلسلي: 7RFX".to_owned(),
        ];
        let pdf = write_text_page(Vec::new(), "شهادة تسجيل", &lines).unwrap();
        assert_eq!(tests::check_structure(&pdf), 1);
        let content = tests::streams(&pdf).remove(0);
        assert!(!content.contains("/Helvetica "), "{content}");
        assert!(
            lefts(&content).iter().all(|left| *left > 100.0),
            "{content}"
        );
        let hindi = ["सीरियल नंबर: 7RFX".to_owned()];
        let pdf = write_text_page(Vec::new(), "रजिस्ट्रेशन सर्टिफ़िकेट", &hindi).unwrap();
        let content = tests::streams(&pdf).remove(0);
        assert_eq!(lefts(&content).first(), Some(&MARGIN));
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("NotoSansDevanagari") && text.contains("/WideDeva "));
        assert!(pdf.len() < 60_000, "{} bytes", pdf.len());
    }

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(broken("one two three", 7), ["one two", "three"]);
        assert_eq!(broken("incomprehensible", 4), ["incomprehensible"]);
        assert!(broken("  ", 4).is_empty());
    }
}
