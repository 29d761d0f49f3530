//! Letters beyond those that every PDF reader has: glyphs of DejaVu Sans Condensed, of which a file gets
//! those that it uses.
//!
//! Latin with its extensions, Greek and Cyrillic are letter after letter, which is all that is done here.
//! What has to be shaped or runs from right to left (Arabic, Hebrew, Devanagari, …) and what the font lacks
//! is written as □, so that a reader sees that something is missing.

use std::{collections::BTreeSet, sync::LazyLock};

use ttf_parser::{Face, GlyphId};

/// How the font is named in pages.
pub(super) const NAME: &str = "Wide";
/// What a font is called of which not everything is in the file.
pub(super) const BASE: &str = "TOUCHS+DejaVuSansCondensed";
/// Beside Helvetica its letters are large.
pub(super) const SCALE: f64 = 0.94;
/// What stands for what can't be written.
const MISSING: char = '□';

/// `None` only for a font that is broken, which a test says it isn't.
static FACE: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(dejavu::sans_condensed::regular(), 0).ok());

/// Blocks of Unicode of which letters stand side by side, from left to right.
const SIMPLE: [(char, char); 12] = [
    (' ', '~'),
    ('\u{a0}', '\u{2ff}'),
    // Accents that are letters of their own: the font sets them back over the one before.
    ('\u{300}', '\u{36f}'),
    ('\u{370}', '\u{3ff}'),
    ('\u{400}', '\u{52f}'),
    ('\u{1e00}', '\u{1fff}'),
    ('\u{2010}', '\u{2027}'),
    ('\u{2030}', '\u{205e}'),
    ('\u{20a0}', '\u{20bf}'),
    ('\u{2100}', '\u{214f}'),
    ('\u{2190}', '\u{22ff}'),
    ('\u{25a0}', '\u{25ff}'),
];

fn glyph(letter: char) -> Option<GlyphId> {
    let is_simple = SIMPLE
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&letter));
    let face = FACE.as_ref().filter(|_| is_simple)?;
    face.glyph_index(letter)
}

/// Whether something of a text can't be written.
#[must_use]
pub fn lacks(text: &str) -> bool {
    let can_be = |letter: char| letter.is_whitespace() || glyph(letter).is_some();
    !text.chars().all(can_be)
}

/// A text as the glyphs of the font: four hexadecimal digits each.
pub(super) fn glyphs(text: &str) -> String {
    let each = text.chars().map(|letter| {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        let glyph = glyph(letter).or_else(|| glyph(MISSING));
        format!("{:04X}", glyph.map_or(0, |glyph| glyph.0))
    });
    each.collect()
}

/// The glyphs that a page uses, by its content: hexadecimal texts are of this font alone.
pub(super) fn used(content: &str) -> impl Iterator<Item = u16> {
    let texts = content.split('<').skip(1);
    let texts = texts.filter_map(|rest| Some(rest.split_once("> Tj")?.0));
    texts.flat_map(|text| {
        let digits = text.as_bytes().chunks_exact(4);
        digits.filter_map(|four| {
            let four = std::str::from_utf8(four).ok()?;
            u16::from_str_radix(four, 16).ok()
        })
    })
}

/// What a file needs to show some glyphs.
pub(super) struct Subset {
    /// A TrueType font that has these alone.
    pub(super) font: Vec<u8>,
    /// The array `W` of a font of type 0: the width of each, in thousandths of its size.
    pub(super) widths: String,
    /// The entries of a font descriptor that are about its shape.
    pub(super) shape: String,
    /// Which letter each glyph is, as a CMap.
    pub(super) letters: String,
}

/// `None` where the font can't be read, which never is.
pub(super) fn subset(glyphs: &BTreeSet<u16>) -> Option<Subset> {
    let face = FACE.as_ref()?;
    let em = f64::from(face.units_per_em());
    let thousandths = |units: i16| (f64::from(units) * 1000.0 / em).round();
    let widths = glyphs.iter().map(|glyph| {
        let width = face.glyph_hor_advance(GlyphId(*glyph)).unwrap_or(0);
        let width = (f64::from(width) * 1000.0 / em).round();
        format!("{glyph} [{width}] ")
    });
    let bounds = face.global_bounding_box();
    let [left, low, right, high] =
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(thousandths);
    let capital = face.capital_height().unwrap_or(face.ascender());
    let shape = format!(
        "/Flags 4 /FontBBox [{left} {low} {right} {high}] /ItalicAngle 0 /Ascent {} /Descent {} /CapHeight {} /StemV 80",
        thousandths(face.ascender()),
        thousandths(face.descender()),
        thousandths(capital),
    );
    let kept: Vec<u16> = glyphs.iter().copied().collect();
    let data = dejavu::sans_condensed::regular();
    let font = subsetter::subset(data, 0, subsetter::Profile::pdf(&kept)).ok()?;
    Some(Subset {
        font,
        widths: widths.collect(),
        shape,
        letters: letters(glyphs),
    })
}

/// As PDF readers take it to copy and search text (ISO 32000-1, 9.10.3).
fn letters(glyphs: &BTreeSet<u16>) -> String {
    let all = SIMPLE.iter().flat_map(|(first, last)| *first..=*last);
    let known = all.filter_map(|letter| {
        let glyph = glyph(letter)?.0;
        // All of these are in the plane of four digits.
        glyphs
            .contains(&glyph)
            .then(|| format!("<{glyph:04X}> <{:04X}>\n", u32::from(letter)))
    });
    let known: Vec<String> = known.collect();
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    // A block has a hundred at the most.
    for block in known.chunks(100) {
        map.push_str(&format!("{} beginbfchar\n", block.len()));
        map.push_str(&block.concat());
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_europe_can_be_written_and_others_are_seen_to_be_missing() {
        for text in [
            "Zażółć gęślą jaźń",
            "Příliš žluťoučký kůň",
            "Ő ű ș ț ā ē ģ ķ",
            "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
            "Съешь же ещё этих булок, Їжак ґанок",
            "Türkiye İstanbul",
            "→ ≤ € № ™",
        ] {
            assert!(!lacks(text), "{text}");
            assert!(!glyphs(text).contains("0000"), "{text}");
        }
        for text in ["مرحبا", "שלום", "नमस्ते", "日本", "🙂", "\u{202e}"] {
            assert!(lacks(text), "{text}");
        }
        let missing = glyphs("□");
        assert_eq!(glyphs("日a"), format!("{missing}{}", glyphs("a")));
    }

    #[test]
    fn a_subset_has_the_outlines_that_are_used_and_no_others() {
        let text = "Łódź";
        let content = format!("BT <{}> Tj ET", glyphs(text));
        let kept: BTreeSet<u16> = used(&content).collect();
        assert_eq!(kept.len(), 4);
        let subset = subset(&kept).expect("the font is whole");
        assert!(subset.font.len() < dejavu::sans_condensed::regular().len() / 4);
        let face = Face::parse(&subset.font, 0);
        let face = face.expect("a part of it is a font, too");
        let outlined = |letter: char| {
            let glyph = glyph(letter).expect("the whole font has it");
            face.glyph_bounding_box(glyph).is_some()
        };
        assert!(text.chars().all(outlined));
        assert!(!outlined('Ж') && !outlined('a'));
        assert!(subset.letters.contains("<0141>"), "{}", subset.letters);
        assert_eq!(subset.widths.matches('[').count(), 4);
    }

    #[test]
    fn nothing_else_in_a_page_is_taken_for_glyphs() {
        let none: Vec<u16> = used("(a < b > c) Tj <zz> Tj <12> Tj").collect();
        assert!(none.is_empty(), "{none:?}");
    }
}
