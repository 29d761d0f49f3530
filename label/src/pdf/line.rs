//! A line of text → glyphs in their places: in the order in which they are seen (UAX #9), joined and
//! stacked as their scripts want it, each in a font that has it.

use std::{fmt::Write as _, ops::Range, sync::LazyLock};

use harfrust::{Buffer, Direction, Font, ShapeOptions, ShaperFont};
use ttf_parser::GlyphId;
use unicode_bidi::{Level, ParagraphBidiInfo};

use super::wide::{MISSING, Wide};
use crate::number::Mm;

/// Letters that are never seen and tell how others stand: joiners, marks of direction, isolates.
/// Embeddings and overrides (U+202A to U+202E) are none of them: in what people typed they deceive.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{ad}')
}

/// Whether something of a text can't be written.
#[must_use]
pub fn lacks(text: &str) -> bool {
    let can_be =
        |letter: char| letter.is_whitespace() || is_silent(letter) || Wide::of(letter).is_some();
    !text.chars().all(can_be)
}

/// Whether a text runs from right to left, by its first letter that has a direction; `None` where none
/// has.
pub(super) fn runs_left(text: &str) -> Option<bool> {
    match unicode_bidi::get_base_direction(text) {
        unicode_bidi::Direction::Ltr => Some(false),
        unicode_bidi::Direction::Rtl => Some(true),
        unicode_bidi::Direction::Mixed => None,
    }
}

/// A line that is set.
pub(super) struct Line {
    pieces: Vec<Piece>,
    /// The text, as it is copied.
    text: String,
    /// In sizes of the letters.
    pub(super) width: f64,
}

/// Glyphs of one font, one after the other as they are seen.
struct Piece {
    font: Wide,
    placed: Vec<Placed>,
}

/// Glyphs that stand side by side as the font itself has them.
struct Placed {
    glyphs: Vec<u16>,
    /// Where the first one is: right of the line's beginning and above its baseline, in sizes of the
    /// letters.
    at: (f64, f64),
}

impl Line {
    /// Sets a text in one line. `is_left` is whether the paragraph that it is of runs from right to left.
    pub(super) fn of(text: &str, is_left: bool) -> Line {
        let shown = |letter: char| match letter {
            _ if letter.is_whitespace() => ' ',
            _ if is_silent(letter) || Wide::of(letter).is_some() => letter,
            _ => MISSING,
        };
        let text: String = text.chars().map(shown).collect();
        let base = if is_left { Level::rtl() } else { Level::ltr() };
        let order = ParagraphBidiInfo::new(&text, Some(base));
        let (levels, runs) = order.visual_runs(0..text.len());
        let mut line = Line {
            pieces: Vec::new(),
            text: String::new(),
            width: 0.0,
        };
        for run in runs {
            let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
            let mut parts = by_font(&text, run);
            if is_rtl {
                parts.reverse();
            }
            for (font, part) in parts {
                line.push(font, &text[part], is_rtl);
            }
        }
        line.text = text;
        line
    }

    fn push(&mut self, font: Wide, text: &str, is_rtl: bool) {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(match is_rtl {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        });
        buffer.guess_segment_properties();
        let Some((shaper, em)) = shaper(font) else {
            return;
        };
        if harfrust::shape(&shaper, &mut buffer, ShapeOptions::new()).is_err() {
            return;
        }
        let sizes = |units: i32| f64::from(units) / em * font.scale();
        let advance = |glyph: u16| font.face()?.glyph_hor_advance(GlyphId(glyph));
        let mut placed: Vec<Placed> = Vec::new();
        // Whether the next glyph stands where the font itself would put it.
        let mut goes_on = false;
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            // A TrueType font has no more than so many.
            let glyph = u16::try_from(info.glyph_id).unwrap_or_default();
            let is_plain = (position.x_offset, position.y_offset) == (0, 0);
            match placed.last_mut() {
                Some(last) if goes_on && is_plain => last.glyphs.push(glyph),
                _ => placed.push(Placed {
                    glyphs: vec![glyph],
                    at: (
                        self.width + sizes(position.x_offset),
                        sizes(position.y_offset),
                    ),
                }),
            }
            goes_on = is_plain && advance(glyph).map(i32::from) == Some(position.x_advance);
            self.width += sizes(position.x_advance);
        }
        self.pieces.push(Piece { font, placed });
    }

    /// The line as a page's content: its left end and baseline at `(x, y)`, letters of that size, in
    /// millimeters from the top left; with the text for whoever copies it (ISO 32000-1, 14.9.4).
    pub(super) fn content(&self, size: f64, (x, y): (f64, f64)) -> String {
        let mut content = String::from("/Span << /ActualText <FEFF");
        for unit in self.text.encode_utf16() {
            let _ = write!(content, "{unit:04X}");
        }
        content.push_str("> >> BDC\n");
        for piece in &self.pieces {
            let name = piece.font.name();
            let _ = write!(content, "BT /{name} {} Tf", Mm(size * piece.font.scale()));
            for Placed { glyphs, at } in &piece.placed {
                let (right, down) = (Mm(x + size * at.0), Mm(y - size * at.1));
                let digits: String = glyphs.iter().map(|glyph| format!("{glyph:04X}")).collect();
                let _ = write!(content, " 1 0 0 -1 {right} {down} Tm <{digits}> Tj");
            }
            content.push_str(" ET\n");
        }
        content.push_str("EMC\n");
        content
    }
}

/// The parts of a run that are of one font each, in the order in which they are read. What has no font of
/// its own, or may be of any, stays with what stands before it.
fn by_font(text: &str, run: Range<usize>) -> Vec<(Wide, Range<usize>)> {
    let mut parts: Vec<(Wide, Range<usize>)> = Vec::new();
    for (at, letter) in text[run.clone()].char_indices() {
        let at = run.start + at;
        let range = at..at + letter.len_utf8();
        let before = parts.last().map(|(font, _)| *font);
        let font = match before {
            Some(before) if is_silent(letter) => before,
            before => Wide::of(letter).or(before).unwrap_or(Wide::DejaVu),
        };
        match parts.last_mut() {
            Some((known, part)) if *known == font => part.end = range.end,
            _ => parts.push((font, range)),
        }
    }
    parts
}

/// The fonts as the shaper reads them, in the order of `Wide::ALL`; `None` only for a broken one.
static FONTS: LazyLock<[Option<Font>; 2]> =
    LazyLock::new(|| Wide::ALL.map(|font| Font::new(font.data(), 0)));

/// What shapes letters of a font, and its units in a size of its letters.
fn shaper(font: Wide) -> Option<(ShaperFont<'static, 'static>, f64)> {
    let fonts: &'static [Option<Font>; 2] = &FONTS;
    let known = Wide::ALL
        .iter()
        .zip(fonts)
        .find(|(known, _)| **known == font);
    let font = known?.1.as_ref()?;
    Some((ShaperFont::new(font), f64::from(font.units_per_em())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The glyphs of a line, from left to right, and where each piece of them begins.
    fn set(text: &str, is_left: bool) -> (Vec<u16>, Line) {
        let line = Line::of(text, is_left);
        let glyphs = line.pieces.iter().flat_map(|piece| &piece.placed);
        (
            glyphs.flat_map(|placed| placed.glyphs.clone()).collect(),
            line,
        )
    }

    fn alone(text: &str) -> Vec<u16> {
        let glyph = |letter| Wide::of(letter).and_then(|font| font.glyph(letter));
        text.chars()
            .map(|letter| glyph(letter).unwrap().0)
            .collect()
    }

    #[test]
    fn what_has_no_font_is_seen_to_be_missing() {
        for text in [
            "Zażółć gęślą jaźń",
            "Příliš žluťoučký kůň",
            "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
            "Съешь же ещё этих булок, Їжак ґанок",
            "→ ≤ € № ™",
            "مرحبا بالعالم، ٣",
            "שלום",
            "नमस्ते दुनिया।",
            "أصدرته \u{2068}Northbeam\u{2069}",
        ] {
            assert!(!lacks(text), "{text}");
            assert!(!set(text, false).0.contains(&0), "{text}");
        }
        for text in ["日本", "🙂", "\u{202e}"] {
            assert!(lacks(text), "{text}");
        }
        assert_eq!(set("日a", false).0, alone("□a"));
    }

    #[test]
    fn arabic_letters_join_and_run_from_right_to_left() {
        let (glyphs, line) = set("سلام", true);
        // Other glyphs than those that stand alone; lam and alef are one.
        assert_eq!(glyphs.len(), 3);
        assert!(glyphs.iter().all(|glyph| !alone("سلا").contains(glyph)));
        // Meem, at the end, stands alone behind alef; and it is seen first.
        assert_eq!(glyphs[0], alone("م")[0]);
        assert!(line.width > 1.0 && line.width < 4.0, "{}", line.width);
    }

    #[test]
    fn numbers_and_names_keep_their_own_order_among_arabic_letters() {
        let latin = alone("AB12");
        let find = |glyphs: &[u16]| glyphs.windows(4).position(|four| *four == latin[..]);
        let (glyphs, _) = set("الرقم AB12", true);
        assert_eq!(find(&glyphs), Some(0), "at the left end: {glyphs:?}");
        let (glyphs, _) = set("AB12 الرقم", true);
        assert_eq!(find(&glyphs), Some(glyphs.len() - 4), "{glyphs:?}");
        // In a line that runs from left to right the same begins at the left.
        let (glyphs, _) = set("AB12 الرقم", false);
        assert_eq!(find(&glyphs), Some(0), "{glyphs:?}");
    }

    #[test]
    fn devanagari_stacks_and_changes_places() {
        // The vowel sign i is written before its letter.
        let (glyphs, _) = set("कि", false);
        assert_eq!(glyphs.len(), 2);
        assert_eq!(glyphs[1], alone("क")[0]);
        // Ka, virama and ssa are one.
        assert_eq!(set("क्ष", false).0.len(), 1);
        // A brand's name beside them is in the other font.
        let (_, line) = set("Northbeam का पैक", false);
        let fonts: Vec<Wide> = line.pieces.iter().map(|piece| piece.font).collect();
        assert_eq!(fonts.first(), Some(&Wide::DejaVu));
        assert!(fonts.contains(&Wide::Devanagari));
    }

    #[test]
    fn accents_stand_where_the_font_puts_them_and_the_text_can_be_copied() {
        let line = Line::of("q\u{303}", false);
        let content = line.content(4.0, (10.0, 20.0));
        assert!(content.contains("/ActualText <FEFF00710303>"), "{content}");
        assert!(content.starts_with("/Span") && content.ends_with("EMC\n"));
        let (glyphs, _) = set("Łódź", false);
        assert_eq!(glyphs, alone("Łódź"));
        let plain = Line::of("Łódź", false);
        assert_eq!(plain.content(4.0, (0.0, 0.0)).matches(" Tm <").count(), 1);
    }

    #[test]
    fn a_text_says_whence_it_runs() {
        assert_eq!(runs_left("سلام Northbeam"), Some(true));
        assert_eq!(runs_left("Northbeam سلام"), Some(false));
        assert_eq!(runs_left("12–34"), None);
    }
}
