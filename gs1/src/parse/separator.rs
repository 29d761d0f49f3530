//! What separates elements: GS as scanners send it, `^` as GS1's engine writes FNC1, and what
//! becomes of GS when it is pasted, printed or typed by a keyboard wedge.

use std::ops::Range;

use crate::{Dictionary, GS};

/// How scanners, keyboards, tools and people write GS where it can't be typed.
const SPELLINGS: [&str; 19] = [
    "{GS}", "<GS>", "[GS]", "(GS)", "␝", "{FNC1}", "<FNC1>", "[FNC1]", "(FNC1)", "\\x1d", "\\x1D",
    "\\u001d", "\\u001D", "\\035", "&#29;", "&#x1d;", "&#x1D;", "^]",
    // The glyph of the code 29 on consoles, and so of the keys Alt+29.
    "↔",
];

/// What ends a value that has no predefined length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator<'d> {
    /// GS, 0x1D.
    Gs,
    /// `^`, and nothing else.
    Caret,
    /// One of the spellings.
    Spelled(&'d Dictionary),
    /// One of the spellings, or any character that no value can have, where an identifier of the
    /// dictionary follows.
    Leftover(&'d Dictionary),
}

impl<'d> Separator<'d> {
    /// For a symbol that promised element strings: GS, unless somebody wrote it out.
    pub(super) fn promised(body: &str, dictionary: &'d Dictionary) -> Separator<'d> {
        let is_spelled = !body.contains(GS) && first_spelling(body, dictionary).is_some();
        if is_spelled {
            Separator::Spelled(dictionary)
        } else {
            Separator::Gs
        }
    }

    /// For a text that nothing came with: how its elements are separated and where they stand, if
    /// it convinces that it is an element string at all.
    pub(super) fn bare(
        text: &str,
        range: Range<usize>,
        dictionary: &'d Dictionary,
    ) -> Option<(Separator<'d>, Range<usize>)> {
        let body = &text[range.clone()];
        if body.starts_with('^') && !body.starts_with("^]") {
            return Some((Separator::Caret, range));
        }
        let separator = if body.contains(GS) {
            Separator::Gs
        } else {
            Separator::Leftover(dictionary)
        };
        let mut start = range.start;
        while let Some(len) = separator.at_start(&text[start..range.end]) {
            start += len;
        }
        let begins_with_one = start > range.start;
        let rest = &text[start..range.end];
        let (ai, entry) = dictionary.at_start(rest.as_bytes())?;
        // Digits alone could be anything: they must be a key, and a key's whole length of it.
        let value_start = start + ai.len();
        let value_end = separator
            .next(text, value_start, range.end)
            .map_or(range.end, |found| found.start);
        let is_whole_key =
            entry.is_key() && entry.is_fixed() && value_end - value_start >= entry.lengths().1;
        let is_contained = matches!(ai.as_str(), "02" | "8006" | "253" | "255")
            && value_end - value_start >= entry.lengths().0;
        let has_gs = separator == Separator::Gs;
        (begins_with_one || has_gs || is_whole_key || is_contained)
            .then_some((separator, start..range.end))
    }

    /// Bytes of the separator that the text begins with.
    fn at_start(self, text: &str) -> Option<usize> {
        match self {
            Separator::Gs => text.starts_with(GS).then_some(1),
            Separator::Caret => text.starts_with('^').then_some(1),
            Separator::Spelled(dictionary) | Separator::Leftover(dictionary) => {
                // Code 128 and Data Matrix readers of old send their own code for FNC1.
                let raw = ['è', 'ñ', 'Ê'].iter().find(|raw| text.starts_with(**raw));
                spelling_at_start(text, dictionary).or_else(|| raw.map(|raw| raw.len_utf8()))
            }
        }
    }

    /// The next separator at or behind `from`.
    pub(super) fn next(self, text: &str, from: usize, end: usize) -> Option<Range<usize>> {
        let rest = text.get(from..end)?;
        let found = |at: usize, len: usize| from + at..from + at + len;
        match self {
            Separator::Gs => {
                let at = rest.bytes().position(|byte| byte == b'\x1d')?;
                Some(found(at, 1))
            }
            Separator::Caret => rest.find('^').map(|at| found(at, 1)),
            Separator::Spelled(dictionary) => {
                first_spelling(rest, dictionary).map(|(at, len)| found(at, len))
            }
            Separator::Leftover(dictionary) => {
                let spelled = first_spelling(rest, dictionary);
                let leftover = rest
                    .char_indices()
                    .take_while(|(at, _)| spelled.is_none_or(|(first, _)| *at < first))
                    .filter(|(_, character)| !super::value::is_cset82(*character))
                    .map(|(at, character)| (at, character.len_utf8()))
                    .find(|(at, len)| dictionary.at_start(&rest.as_bytes()[at + len..]).is_some());
                leftover.or(spelled).map(|(at, len)| found(at, len))
            }
        }
    }
}

/// Bytes of the spelling that the text begins with.
///
/// `(GS)` and the like may stand in a value, too: they separate where an identifier or nothing
/// follows.
fn spelling_at_start(text: &str, dictionary: &Dictionary) -> Option<usize> {
    let spelling = SPELLINGS
        .iter()
        .find(|spelling| text.starts_with(**spelling))?;
    let rest = &text.as_bytes()[spelling.len()..];
    let separates = !spelling.chars().all(super::value::is_cset82)
        || rest.is_empty()
        || dictionary.at_start(rest).is_some();
    separates.then_some(spelling.len())
}

/// The place and the bytes of the first spelling.
fn first_spelling(text: &str, dictionary: &Dictionary) -> Option<(usize, usize)> {
    text.char_indices()
        .find_map(|(at, _)| Some((at, spelling_at_start(&text[at..], dictionary)?)))
}
