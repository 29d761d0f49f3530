//! A report of several pages: headings, lines, and photographs where they belong.

use std::io;

use super::{
    file::{File, text},
    page::{Begin, broken},
};

/// A page's size, and how far its edge is from what is written, in millimeters: A4.
const PAGE: (f64, f64) = (210.0, 297.0);
const MARGIN: f64 = 20.0;
/// The widest and the highest that a photograph is, in millimeters.
const PICTURE: (f64, f64) = (80.0, 60.0);

/// A part of a report, from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What the report is.
    Title(String),
    /// What comes next.
    Heading(String),
    /// Something that is said; broken where it is too long.
    Line(String),
    /// The same in small letters: digests, signatures.
    Small(String),
    /// A photograph.
    Picture {
        /// A baseline or progressive JPEG in gray or color.
        jpeg: Vec<u8>,
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
}

/// Writes a report as PDF, with numbered pages, from right to left where its title runs so. Letters that readers' own fonts lack come with the file,
/// and what can't be written is □ (`lacks`).
///
/// # Errors
/// What `out` reports.
pub fn write_report<W: io::Write>(out: W, foot: &str, blocks: &[Block]) -> io::Result<W> {
    let mut file = File::new(out)?;
    let mut page = Page::default();
    let mut number = 1;
    let title = blocks.iter().find_map(|block| match block {
        Block::Title(title) => Some(title.as_str()),
        _ => None,
    });
    let begin = Begin::of(title.unwrap_or_default(), (MARGIN, PAGE.0 - MARGIN));
    for block in blocks {
        let (size, gap) = match block {
            Block::Title(_) => (7.0, 4.0),
            Block::Heading(_) => (4.8, 3.0),
            Block::Line(_) | Block::Picture { .. } => (3.6, 1.2),
            Block::Small(_) => (2.5, 0.8),
        };
        match block {
            Block::Title(said) | Block::Heading(said) | Block::Line(said) | Block::Small(said) => {
                // Letters of Helvetica are about half as wide as they are high.
                let most = ((PAGE.0 - 2.0 * MARGIN) / (size * 0.52)) as usize;
                for part in broken(said, most.max(1)) {
                    page.room_for(size * 1.4, &mut file, foot, &mut number)?;
                    page.y += size * 1.4;
                    page.content
                        .push_str(&begin.line(size, page.y, &part, said));
                }
            }
            Block::Picture {
                jpeg,
                width,
                height,
            } => {
                let (wide, high) = (f64::from(*width).max(1.0), f64::from(*height).max(1.0));
                let scale = (PICTURE.0 / wide).min(PICTURE.1 / high);
                let (wide, high) = (wide * scale, high * scale);
                page.room_for(high + 2.0, &mut file, foot, &mut number)?;
                let object = file.jpeg(jpeg, *width, *height)?;
                let name = page.pictures.len() + 1;
                page.pictures.push(object);
                page.y += high + 2.0;
                // An image fills the unit square, upwards.
                page.content.push_str(&format!(
                    "q {wide:.3} 0 0 {:.3} {MARGIN:.3} {:.3} cm /P{name} Do Q\n",
                    -high, page.y
                ));
            }
        }
        page.y += gap;
    }
    page.end(&mut file, foot, number)?;
    file.finish()
}

/// The page that is being filled.
struct Page {
    content: String,
    y: f64,
    pictures: Vec<usize>,
}

impl Default for Page {
    fn default() -> Page {
        Page {
            content: String::new(),
            y: MARGIN,
            pictures: Vec::new(),
        }
    }
}

impl Page {
    /// Begins the next page where so much does not fit on this one.
    fn room_for<W: io::Write>(
        &mut self,
        high: f64,
        file: &mut File<W>,
        foot: &str,
        number: &mut u32,
    ) -> io::Result<()> {
        if self.y + high > PAGE.1 - MARGIN {
            self.end(file, foot, *number)?;
            *number += 1;
            *self = Page::default();
        }
        Ok(())
    }

    fn end<W: io::Write>(&mut self, file: &mut File<W>, foot: &str, number: u32) -> io::Result<()> {
        let below = (MARGIN, PAGE.1 - MARGIN / 2.0);
        let foot = format!("{foot}    {number}");
        self.content.push_str(&text("Helvetica", 2.6, below, &foot));
        file.page_with(PAGE, &self.content, &self.pictures)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests, *};

    #[test]
    fn what_does_not_fit_goes_on_and_pictures_come_along() {
        let mut blocks = vec![Block::Title("Inspection".to_owned())];
        blocks.extend((0..120).map(|at| Block::Line(format!("Entry {at}"))));
        blocks.push(Block::Picture {
            jpeg: b"\xff\xd8 not looked into \xff\xd9".to_vec(),
            width: 1600,
            height: 1200,
        });
        let pdf = write_report(Vec::new(), "foot", &blocks).unwrap();
        assert!(tests::check_structure(&pdf) >= 3);
        let written = String::from_utf8_lossy(&pdf);
        assert!(written.contains("/Filter /DCTDecode"), "{written}");
        assert!(written.contains("/XObject << /P1"), "{written}");
    }
}
