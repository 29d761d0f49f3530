//! A bitmap font of our own for human-readable text: printable ASCII in cells of 6 × 10 points.
//!
//! A cell is as wide as Courier's characters are (0.6 of the size), so a line takes the same room
//! in every format, and a glyph is one of Zebra's font A (5 × 9).

/// The glyphs from U+0020 on, 16 a band; what they look like can be read there.
const SHEET: &str = include_str!("font.txt");

/// Columns of a glyph, without the gap.
pub(crate) const WIDTH: usize = 5;
/// Rows of a glyph, descenders included.
pub(crate) const HEIGHT: usize = 9;
/// Columns from one glyph to the next.
pub(crate) const ADVANCE: usize = WIDTH + 1;
/// Rows from one line to the next, and the size of the font.
pub(crate) const LINE: usize = HEIGHT + 1;
/// Rows above the baseline.
pub(crate) const ASCENT: usize = 7;

/// Glyphs a band.
const BAND: usize = 16;
/// Bytes a row of the sheet, the line feed included.
const STRIDE: usize = BAND * ADVANCE;

/// Whether there is a glyph.
pub(crate) fn has(character: char) -> bool {
    matches!(character, ' '..='~')
}

/// Whether the point is dark; characters without a glyph are blank.
pub(crate) fn bit(character: char, row: usize, col: usize) -> bool {
    if !has(character) || row >= HEIGHT || col >= WIDTH {
        return false;
    }
    let index = character as usize - ' ' as usize;
    // A ruled line parts the bands.
    let line = index / BAND * LINE + row;
    SHEET
        .as_bytes()
        .get(line * STRIDE + index % BAND * ADVANCE + col)
        == Some(&b'#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_is_in_shape() {
        assert_eq!(SHEET.len(), (6 * LINE - 1) * STRIDE);
        assert!(SHEET.lines().all(|line| line.len() == STRIDE - 1));
    }

    #[test]
    fn glyphs_are_there_and_differ() {
        let glyph = |character: char| -> Vec<bool> {
            (0..HEIGHT * WIDTH)
                .map(|at| bit(character, at / WIDTH, at % WIDTH))
                .collect()
        };
        let all: Vec<Vec<bool>> = (' '..='~').map(glyph).collect();
        for (at, one) in all.iter().enumerate() {
            assert_eq!(one.contains(&true), at > 0);
            assert!(
                !all[at + 1..].contains(one),
                "{}",
                (b' ' + at as u8) as char
            );
        }
        assert!(bit('L', 6, 4) && !bit('L', 0, 4) && bit('g', 8, 1));
    }
}
