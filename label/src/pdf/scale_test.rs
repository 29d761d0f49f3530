//! A page that tells whether a printer keeps to the size: rulers and squares to be measured.

use std::{fmt::Write as _, io};

use super::file::{File, text};
use crate::number::Mm;

/// The rulers' length, in millimeters.
const RULER: usize = 100;

/// Writes a page of that size in millimeters, at least 150 × 200, with two rulers of 100 mm, squares
/// of 50, 20 and 10 mm, and words (in English) about what to measure.
///
/// # Errors
/// What `out` reports.
pub fn write_scale_test<W: io::Write>(out: W, page_width: f64, page_height: f64) -> io::Result<W> {
    let (left, top) = (25.0, 25.0);
    let mut content = String::new();
    let mut say = |size: f64, x: f64, y: f64, words: &str| {
        content.push_str(&text("Helvetica", size, (x, y), words));
    };
    say(7.0, left, top, "Scale test");
    let lines = [
        "Print this page at 100 %, without \"fit to page\".",
        "Measure both rulers from the first to the last line: each must be 100 mm,",
        "not less than 99.5 mm and not more than 100.5 mm.",
        "Measure the squares from edge to edge: 50, 20 and 10 mm.",
        "If anything differs, correct the printer's scaling before you print labels.",
    ];
    for (at, line) in lines.iter().enumerate() {
        say(4.0, left, top + 8.0 + at as f64 * 6.0, line);
    }
    let ruler = (left, top + 45.0);
    say(4.0, ruler.0 + 104.0, ruler.1 + 1.4, "100 mm");
    say(4.0, ruler.0 - 4.0, ruler.1 + 118.0, "100 mm");
    for tick in (0..=RULER).step_by(10) {
        let number = tick.to_string();
        let at = tick as f64;
        say(
            3.0,
            ruler.0 + at - 0.8 * number.len() as f64,
            ruler.1 - 2.0,
            &number,
        );
    }
    let squares = [
        (left + 25.0, 50.0),
        (left + 85.0, 20.0),
        (left + 115.0, 10.0),
    ];
    let square_top = ruler.1 + 22.0;
    for (x, size) in squares {
        say(4.0, x, square_top + size + 5.5, &format!("{} mm", Mm(size)));
    }

    // Lines are drawn as filled rectangles about their middle: what is measured is exact.
    let mut fill = |x: f64, y: f64, width: f64, height: f64| {
        let _ = writeln!(
            content,
            "{} {} {} {} re f",
            Mm(x),
            Mm(y),
            Mm(width),
            Mm(height)
        );
    };
    let (thin, length) = (0.2, RULER as f64);
    let vertical = (ruler.0, ruler.1 + 12.0);
    fill(ruler.0 - thin / 2.0, ruler.1, length + thin, thin);
    fill(vertical.0, vertical.1 - thin / 2.0, thin, length + thin);
    for tick in 0..=RULER {
        let at = tick as f64 - thin / 2.0;
        let tall = match tick {
            _ if tick % 10 == 0 => 6.0,
            _ if tick % 5 == 0 => 4.5,
            _ => 3.0,
        };
        fill(ruler.0 + at, ruler.1, thin, tall);
        fill(vertical.0, vertical.1 + at, tall, thin);
    }
    for (x, size) in squares {
        fill(x, square_top, size, size);
    }

    let mut file = File::new(out)?;
    file.page((page_width, page_height), &content)?;
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::tests::{check_structure, streams};

    #[test]
    fn rulers_and_squares_have_their_size() {
        let pdf = write_scale_test(Vec::new(), 210.0, 297.0).unwrap();
        assert_eq!(check_structure(&pdf), 1);
        let content = streams(&pdf).concat();
        for line in [
            // First and last tick of the horizontal ruler, 100 mm apart.
            "24.9 70 0.2 6 re f",
            "124.9 70 0.2 6 re f",
            "25 81.9 6 0.2 re f",
            "25 181.9 6 0.2 re f",
            "50 92 50 50 re f",
            "110 92 20 20 re f",
            "140 92 10 10 re f",
        ] {
            assert!(content.contains(&format!("\n{line}\n")), "{line}");
        }
        assert!(content.contains("(Scale test) Tj"));
    }
}
