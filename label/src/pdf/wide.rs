//! The fonts that a file gets a part of: letters beyond those that every PDF reader has.
//!
//! DejaVu Sans Condensed has Latin with its extensions, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic;
//! Noto Sans Devanagari has Devanagari. What neither has is written as □, so that a reader sees that
//! something is missing. How letters become glyphs is in `line.rs`.

use std::{collections::BTreeSet, sync::LazyLock};

use ttf_parser::{Face, GlyphId};

/// What stands for what can't be written.
pub(super) const MISSING: char = '□';

/// A font that is embedded, as far as it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wide {
    DejaVu,
    Devanagari,
}

/// `None` only for a font that is broken, which a test says it isn't.
static DEJAVU: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(Wide::DejaVu.data(), 0).ok());
static DEVANAGARI: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(Wide::Devanagari.data(), 0).ok());

/// Blocks of Unicode whose letters DejaVu has and that are set by its own tables. It has others (N'Ko,
/// Lao, …) that nobody here has looked at.
const DEJAVU_BLOCKS: [(char, char); 18] = [
    (' ', '~'),
    ('\u{a0}', '\u{2ff}'),
    ('\u{300}', '\u{36f}'),
    ('\u{370}', '\u{3ff}'),
    ('\u{400}', '\u{58f}'),
    // Hebrew and Arabic, which run from right to left.
    ('\u{590}', '\u{6ff}'),
    ('\u{750}', '\u{77f}'),
    ('\u{10a0}', '\u{10ff}'),
    ('\u{1e00}', '\u{1fff}'),
    ('\u{2010}', '\u{2027}'),
    ('\u{2030}', '\u{205e}'),
    ('\u{20a0}', '\u{20bf}'),
    ('\u{2100}', '\u{214f}'),
    ('\u{2190}', '\u{22ff}'),
    ('\u{25a0}', '\u{25ff}'),
    ('\u{fb00}', '\u{fb4f}'),
    ('\u{fb50}', '\u{fdff}'),
    ('\u{fe70}', '\u{fefc}'),
];
const DEVANAGARI_BLOCKS: [(char, char); 3] = [
    ('\u{900}', '\u{97f}'),
    ('\u{1cd0}', '\u{1cff}'),
    ('\u{a8e0}', '\u{a8ff}'),
];

impl Wide {
    /// The fonts; a letter is of the first that has it.
    pub(super) const ALL: [Wide; 2] = [Wide::DejaVu, Wide::Devanagari];

    /// How it is named in pages.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Wide::DejaVu => "Wide",
            Wide::Devanagari => "WideDeva",
        }
    }

    /// What a font is called of which not everything is in the file.
    pub(super) const fn base(self) -> &'static str {
        match self {
            Wide::DejaVu => "TOUCHS+DejaVuSansCondensed",
            Wide::Devanagari => "TOUCHS+NotoSansDevanagari",
        }
    }

    /// How much smaller it is set than Helvetica, beside which its letters are large.
    pub(super) const fn scale(self) -> f64 {
        match self {
            Wide::DejaVu => 0.94,
            Wide::Devanagari => 1.0,
        }
    }

    /// The whole font.
    pub(super) fn data(self) -> &'static [u8] {
        match self {
            Wide::DejaVu => dejavu::sans_condensed::regular(),
            Wide::Devanagari => include_bytes!("../../fonts/NotoSansDevanagari-Regular.ttf"),
        }
    }

    /// The same, read.
    pub(super) fn face(self) -> Option<&'static Face<'static>> {
        match self {
            Wide::DejaVu => DEJAVU.as_ref(),
            Wide::Devanagari => DEVANAGARI.as_ref(),
        }
    }

    fn blocks(self) -> &'static [(char, char)] {
        match self {
            Wide::DejaVu => &DEJAVU_BLOCKS,
            Wide::Devanagari => &DEVANAGARI_BLOCKS,
        }
    }

    /// The glyph of a letter that stands alone; `None` where this font is not for it.
    pub(super) fn glyph(self, letter: char) -> Option<GlyphId> {
        let is_for_it = |(first, last): &(char, char)| (*first..=*last).contains(&letter);
        let face = self
            .face()
            .filter(|_| self.blocks().iter().any(is_for_it))?;
        face.glyph_index(letter)
    }

    /// The font of a letter.
    pub(super) fn of(letter: char) -> Option<Wide> {
        Wide::ALL
            .into_iter()
            .find(|font| font.glyph(letter).is_some())
    }

    /// Glyphs of it that a page uses, by its content.
    pub(super) fn used(self, content: &str) -> impl Iterator<Item = u16> {
        let begin = format!("BT /{} ", self.name());
        let texts: Vec<u16> = content
            .split(&begin)
            .skip(1)
            .filter_map(|rest| Some(rest.split_once("ET\n")?.0))
            .flat_map(|text| text.split('<').skip(1))
            .filter_map(|rest| Some(rest.split_once("> Tj")?.0))
            .flat_map(|text| text.as_bytes().chunks_exact(4))
            .filter_map(|four| u16::from_str_radix(std::str::from_utf8(four).ok()?, 16).ok())
            .collect();
        texts.into_iter()
    }

    /// What a file needs to show some of its glyphs; `None` where the font can't be read, which never is.
    pub(super) fn subset(self, glyphs: &BTreeSet<u16>) -> Option<Subset> {
        let face = self.face()?;
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
        let font = subsetter::subset(self.data(), 0, subsetter::Profile::pdf(&kept)).ok()?;
        Some(Subset {
            font,
            widths: widths.collect(),
            shape,
            letters: self.letters(glyphs),
        })
    }

    /// Which letter each glyph is, as PDF readers take it to copy and search text (ISO 32000-1, 9.10.3).
    /// What letters became when they were joined is in the page itself (`line.rs`).
    fn letters(self, glyphs: &BTreeSet<u16>) -> String {
        let all = self
            .blocks()
            .iter()
            .flat_map(|(first, last)| *first..=*last);
        let known = all.filter_map(|letter| {
            let glyph = self.glyph(letter)?.0;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_has_its_font() {
        for (letters, font) in [
            ("Łőțāģķ€№™→≤", Wide::DejaVu),
            ("ΞбЇґİ", Wide::DejaVu),
            ("مرحبا", Wide::DejaVu),
            ("שלום", Wide::DejaVu),
            ("नमस्ते।", Wide::Devanagari),
        ] {
            for letter in letters.chars() {
                assert_eq!(Wide::of(letter), Some(font), "{letter}");
            }
        }
        for letter in "日🙂\u{202e}กመ".chars() {
            assert_eq!(Wide::of(letter), None, "{letter}");
        }
    }

    #[test]
    fn a_subset_has_the_outlines_that_are_used_and_no_others() {
        for (font, text, others) in [(Wide::DejaVu, "Łódź", "Жa"), (Wide::Devanagari, "नम", "पक")]
        {
            let glyph = |letter: char| font.glyph(letter).expect("the whole font has it");
            let kept: BTreeSet<u16> = text.chars().map(|letter| glyph(letter).0).collect();
            let subset = font.subset(&kept).expect("the font is whole");
            assert!(subset.font.len() < font.data().len() / 4);
            let face = Face::parse(&subset.font, 0);
            let face = face.expect("a part of it is a font, too");
            let outlined = |letter: char| face.glyph_bounding_box(glyph(letter)).is_some();
            assert!(text.chars().all(outlined));
            assert!(!others.chars().any(outlined));
            for letter in text.chars() {
                let code = format!("<{:04X}>", u32::from(letter));
                assert!(subset.letters.contains(&code), "{}", subset.letters);
            }
            assert_eq!(subset.widths.matches('[').count(), kept.len());
        }
    }

    #[test]
    fn nothing_else_in_a_page_is_taken_for_glyphs() {
        let page =
            "BT /Wide 4 Tf <0041> Tj ET\nBT /WideDeva 4 Tf <0042> Tj ET\n(a < b > c) Tj <0043> Tj";
        let used = |font: Wide| font.used(page).collect::<Vec<_>>();
        assert_eq!(used(Wide::DejaVu), [0x41]);
        assert_eq!(used(Wide::Devanagari), [0x42]);
        assert!(
            Wide::DejaVu
                .used("BT /Wide <zz> Tj <12> Tj ET\n")
                .next()
                .is_none()
        );
    }
}
