//! What is said, in the reader's language.
//!
//! The locale files are turned into tables when this crate is built (`build.rs`); a message without
//! variables costs nothing to look up, one with variables is filled in by a small interpreter.

#[cfg(not(target_arch = "wasm32"))]
mod evidence;
#[cfg(not(target_arch = "wasm32"))]
mod place;
mod time;

pub use time::Moment;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language that everything is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// English.
    En,
    /// German.
    De,
}

impl Locale {
    /// All of them, in the order of the language menu.
    pub const ALL: [Locale; 2] = [Locale::En, Locale::De];

    /// BCP 47.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::De => "de",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::De => "Deutsch",
        }
    }

    /// `ltr` or `rtl`.
    #[must_use]
    pub fn direction(self) -> &'static str {
        match self {
            Locale::En | Locale::De => "ltr",
        }
    }

    /// The locale of a BCP 47 tag, whatever its region.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Locale::ALL
            .into_iter()
            .find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }
}

/// All messages of one locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Which.
    pub locale: Locale,
}

impl Words {
    /// Of that locale.
    #[must_use]
    pub fn new(locale: Locale) -> Words {
        Words { locale }
    }

    /// What the reader asked for (`?lang=`, a cookie), or else the best of `Accept-Language`
    /// (RFC 9110, section 12.5.4), or else English.
    #[must_use]
    pub fn choose(asked: Option<&str>, accept_language: Option<&str>) -> Words {
        let accepted = accept_language.and_then(best_of);
        let locale = asked
            .and_then(Locale::from_tag)
            .or(accepted)
            .unwrap_or(Locale::En);
        Words { locale }
    }

    fn table(self) -> &'static [&'static str] {
        match self.locale {
            Locale::En => &EN,
            Locale::De => &DE,
        }
    }

    fn pattern(self, index: usize) -> &'static str {
        self.table()[index]
    }

    /// The pattern of an id, where there is one; for ids that are put together at run time.
    #[must_use]
    pub fn find(self, id: &str) -> Option<&'static str> {
        KEYS.binary_search(&id)
            .ok()
            .map(|index| self.pattern(index))
    }

    /// A message by an id that is put together at run time, filled in; `None` where there is none.
    #[must_use]
    pub fn say(self, id: &str, values: &[(&str, String)]) -> Option<String> {
        self.find(id).map(|pattern| self.filled(pattern, values))
    }

    fn fill(self, index: usize, values: &[(&str, String)]) -> String {
        self.filled(self.pattern(index), values)
    }

    fn filled(self, pattern: &str, values: &[(&str, String)]) -> String {
        let mut out = String::new();
        let mut rest = pattern;
        while let Some(start) = rest.find('{') {
            out.push_str(&rest[..start]);
            let end = closing(rest, start);
            let inside = &rest[start + 1..end];
            let value = |name: &str| {
                let found = values.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| value.as_str())
            };
            match inside.split_once('?') {
                None => out.push_str(value(inside).unwrap_or("…")),
                Some((name, choices)) => {
                    let choice = chosen(choices, value(name).unwrap_or("none"));
                    out.push_str(&self.filled(choice, values));
                }
            }
            rest = &rest[(end + 1).min(rest.len())..];
        }
        out.push_str(rest);
        out
    }
}

/// Where the brace that opens at `start` closes.
fn closing(text: &str, start: usize) -> usize {
    let mut depth = 0usize;
    for (index, byte) in text.bytes().enumerate().skip(start) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return index,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The variant for a value: that of the very value, or `one` for 1, or the last one; a value that is
/// missing chooses `none`.
fn chosen<'a>(choices: &'a str, value: &str) -> &'a str {
    let mut last = "";
    for choice in split_top(choices) {
        let (key, text) = choice.split_once('=').unwrap_or(("", choice));
        if key == value || (key == "one" && value == "1") {
            return text;
        }
        last = text;
    }
    last
}

/// Splits at the bars that stand outside of braces.
fn split_top(choices: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0usize;
    choices.split(move |character| {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == '|' && depth == 0
    })
}

fn best_of(accept_language: &str) -> Option<Locale> {
    let mut best: Option<(f32, Locale)> = None;
    for range in accept_language.split(',') {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let quality = parameters
            .trim()
            .strip_prefix("q=")
            .and_then(|q| q.parse().ok());
        let quality: f32 = quality.unwrap_or(1.0);
        if let Some(locale) = Locale::from_tag(tag.trim())
            && quality > best.map_or(0.0, |(known, _)| known)
        {
            best = Some((quality, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_s_own_choice_comes_first() {
        let check = |asked: Option<&str>, accept: Option<&str>, expected| {
            assert_eq!(
                Words::choose(asked, accept).locale,
                expected,
                "{asked:?} {accept:?}"
            );
        };
        check(None, None, Locale::En);
        check(Some("de"), Some("en"), Locale::De);
        check(Some("xx"), Some("de-AT,en;q=0.5"), Locale::De);
        check(None, Some("fr, de;q=0.4, en;q=0.8"), Locale::En);
        check(None, Some("fr"), Locale::En);
        check(None, Some("de;q=0"), Locale::En);
    }

    #[test]
    fn numbers_choose_their_words() {
        let words = Words::new(Locale::En);
        assert_eq!(words.days_ago(1), "yesterday");
        assert_eq!(words.days_ago(12), "12 days ago");
        assert_eq!(words.reason_good_until(0, "x"), "Good until today.");
        assert_eq!(
            words.reason_good_until(1, "3 May"),
            "Good until 3 May, one more day."
        );
        assert_eq!(
            words.reason_good_until(9, "3 May"),
            "Good until 3 May, 9 more days."
        );
    }

    #[test]
    fn a_brace_in_a_value_stays_what_it_is() {
        let words = Words::new(Locale::En);
        assert_eq!(words.standing_issued("{brand}"), "Issued by {brand}");
    }

    #[test]
    fn no_message_is_empty_in_any_locale() {
        for locale in Locale::ALL {
            for (key, pattern) in KEYS.iter().zip(Words::new(locale).table()) {
                assert!(!pattern.trim().is_empty(), "{} {key}", locale.tag());
            }
        }
    }
}
