//! Character sets, as ECIs name them, and the text of bytes where no table is needed for it.

use std::char::{REPLACEMENT_CHARACTER, decode_utf16};

/// What bytes mean (AIM ECI, part 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// Nothing is said: UTF-8 where it is valid, else Shift JIS where it looks so, else ISO 8859-1.
    Unsaid,
    /// ISO 8859-1: a byte is a character.
    Latin1,
    /// IBM's code page 437.
    Cp437,
    /// UTF-8.
    Utf8,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// One that needs a table, by the label that the Encoding Standard has for it.
    Labelled(&'static str),
    /// An ECI that names no character set that is known here; shown as ISO 8859-1.
    Other(u32),
}

/// Labels of the ECIs 4 to 18; the gaps name nothing.
const ISO_8859: [&str; 15] = [
    "iso-8859-2",
    "iso-8859-3",
    "iso-8859-4",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-8",
    "iso-8859-9",
    "iso-8859-10",
    "iso-8859-11",
    "",
    "iso-8859-13",
    "iso-8859-14",
    "iso-8859-15",
    "iso-8859-16",
];

/// The upper half of code page 437.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
                     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

impl Charset {
    /// By the number of an ECI.
    #[must_use]
    pub fn of_eci(number: u32) -> Charset {
        match number {
            0 | 2 => Charset::Cp437,
            // ASCII is the lower half of it.
            1 | 3 | 27 | 170 => Charset::Latin1,
            4..=18 => match ISO_8859[number as usize - 4] {
                "" => Charset::Other(number),
                label => Charset::Labelled(label),
            },
            20 => Charset::Labelled("shift_jis"),
            21 => Charset::Labelled("windows-1250"),
            22 => Charset::Labelled("windows-1251"),
            23 => Charset::Labelled("windows-1252"),
            24 => Charset::Labelled("windows-1256"),
            25 => Charset::Utf16Be,
            26 => Charset::Utf8,
            28 => Charset::Labelled("big5"),
            29 | 32 => Charset::Labelled("gb18030"),
            30 => Charset::Labelled("euc-kr"),
            31 => Charset::Labelled("gbk"),
            33 => Charset::Utf16Le,
            other => Charset::Other(other),
        }
    }

    /// The text of bytes; what needs a table is asked of `table`, with its label.
    pub(crate) fn text(
        self,
        bytes: &[u8],
        table: &mut dyn FnMut(&'static str, &[u8]) -> Option<String>,
    ) -> String {
        match self {
            Charset::Unsaid => guessed(bytes, table),
            Charset::Latin1 | Charset::Other(_) => latin1(bytes),
            Charset::Cp437 => bytes.iter().map(|byte| cp437(*byte)).collect(),
            Charset::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Charset::Utf16Be => utf16(bytes, u16::from_be_bytes),
            Charset::Utf16Le => utf16(bytes, u16::from_le_bytes),
            Charset::Labelled(label) => table(label, bytes).unwrap_or_else(|| latin1(bytes)),
        }
    }
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn cp437(byte: u8) -> char {
    match usize::from(byte).checked_sub(128) {
        Some(at) => CP437.chars().nth(at).unwrap_or(REPLACEMENT_CHARACTER),
        None => char::from(byte),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    decode_utf16(units)
        .map(|character| character.unwrap_or(REPLACEMENT_CHARACTER))
        .collect()
}

fn guessed(bytes: &[u8], table: &mut dyn FnMut(&'static str, &[u8]) -> Option<String>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    if looks_like_shift_jis(bytes)
        && let Some(text) = table("shift_jis", bytes)
    {
        return text;
    }
    latin1(bytes)
}

/// Valid throughout, with three characters of it in a row: Western text has single accents.
fn looks_like_shift_jis(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    let (mut in_a_row, mut most) = (0, 0);
    while let [first, after @ ..] = rest {
        let is_lead = matches!(first, 0x81..=0x9f | 0xe0..=0xfc);
        let is_katakana = matches!(first, 0xa1..=0xdf);
        in_a_row = if is_lead || is_katakana {
            in_a_row + 1
        } else {
            0
        };
        most = most.max(in_a_row);
        rest = match (is_lead, after) {
            (true, [0x40..=0x7e | 0x80..=0xfc, after @ ..]) => after,
            (true, _) => return false,
            (false, _) if *first < 0x80 || is_katakana => after,
            (false, _) => return false,
        };
    }
    most >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(charset: Charset, bytes: &[u8], expected: &str) {
        let mut table =
            |label: &'static str, bytes: &[u8]| Some(format!("{label}:{}", bytes.len()));
        assert_eq!(charset.text(bytes, &mut table), expected);
    }

    #[test]
    fn texts() {
        check(Charset::Unsaid, b"plain", "plain");
        check(Charset::Unsaid, "Köln".as_bytes(), "Köln");
        check(Charset::Unsaid, b"K\xf6ln", "Köln");
        check(Charset::Unsaid, b"\xe9t\xe9", "été");
        check(Charset::Unsaid, b"\x93\xfa\x96\x7b\x8c\xea", "shift_jis:6");
        check(Charset::Latin1, b"\xe9", "é");
        check(Charset::of_eci(2), b"a\x81\xe1\xff", "aüß\u{a0}");
        check(Charset::of_eci(26), "é\u{20ac}".as_bytes(), "é€");
        check(Charset::of_eci(26), b"\xff", "\u{fffd}");
        check(Charset::of_eci(25), b"\x20\xac\0A", "€A");
        check(Charset::of_eci(33), b"\xac\x20A\0", "€A");
        check(Charset::of_eci(9), b"abc", "iso-8859-7:3");
        check(Charset::of_eci(14), b"\xe9", "é");
        check(Charset::of_eci(899), b"\xe9", "é");
    }

    #[test]
    fn the_code_page_is_whole() {
        assert_eq!(CP437.chars().count(), 128);
    }
}
