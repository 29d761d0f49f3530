//! What is said, in the reader's language.
//!
//! The locale files are turned into tables when this crate is built (`build.rs`); a message without
//! variables costs nothing to look up, one with variables is filled in by a small interpreter.

#[cfg(not(target_arch = "wasm32"))]
mod claim;
#[cfg(not(target_arch = "wasm32"))]
mod evidence;
#[cfg(not(target_arch = "wasm32"))]
mod place;
mod plural;
mod time;

pub use time::Moment;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language that what people see is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Hindi.
    Hi,
    /// Arabic.
    Ar,
    /// English in accents, a third longer and between brackets: for whoever looks for text that does not
    /// come from the locale files, or does not fit. Nobody is offered it.
    Pseudo,
}

impl Locale {
    /// Those that people choose from, in the order of the language menu.
    pub const ALL: [Locale; 6] = [
        Locale::En,
        Locale::De,
        Locale::Fr,
        Locale::Es,
        Locale::Hi,
        Locale::Ar,
    ];

    /// Those that the desk is written in; it answers the others in English.
    pub const DESK: [Locale; 2] = [Locale::En, Locale::De];

    /// BCP 47.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::De => "de",
            Locale::Fr => "fr",
            Locale::Es => "es",
            Locale::Hi => "hi",
            Locale::Ar => "ar",
            Locale::Pseudo => "en-XA",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::De => "Deutsch",
            Locale::Fr => "Français",
            Locale::Es => "Español",
            Locale::Hi => "हिन्दी",
            Locale::Ar => "العربية",
            Locale::Pseudo => "[Ëñĝļîšĥ]",
        }
    }

    /// `ltr` or `rtl`.
    #[must_use]
    pub fn direction(self) -> &'static str {
        match self {
            Locale::Ar => "rtl",
            Locale::En | Locale::De | Locale::Fr | Locale::Es | Locale::Hi | Locale::Pseudo => {
                "ltr"
            }
        }
    }

    /// What separates the whole part of a number from its fraction.
    #[must_use]
    pub fn decimal_mark(self) -> char {
        match self {
            Locale::De | Locale::Fr | Locale::Es => ',',
            // With the digits 0 to 9, as everything here, Arabic takes a point.
            Locale::En | Locale::Hi | Locale::Ar | Locale::Pseudo => '.',
        }
    }

    /// What stands between the things of a list.
    #[must_use]
    pub fn comma(self) -> &'static str {
        match self {
            Locale::Ar => "، ",
            Locale::En | Locale::De | Locale::Fr | Locale::Es | Locale::Hi | Locale::Pseudo => ", ",
        }
    }

    /// What stands between a title and what it is the title of.
    #[must_use]
    pub fn colon(self) -> &'static str {
        match self {
            Locale::Fr => "\u{a0}: ",
            _ => ": ",
        }
    }

    /// The locale of a BCP 47 tag, whatever its region; the pseudo-locale has one of its own.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Locale> {
        if tag.eq_ignore_ascii_case(Locale::Pseudo.tag()) {
            return Some(Locale::Pseudo);
        }
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

    /// The same, or English where the language is none of those that staff's pages are written in.
    #[must_use]
    pub fn of_desk(self) -> Words {
        let locale = Locale::DESK.iter().find(|locale| **locale == self.locale);
        Words::new(locale.copied().unwrap_or(Locale::En))
    }

    fn table(self) -> &'static [&'static str] {
        match self.locale {
            Locale::En => &EN,
            Locale::De => &DE,
            Locale::Fr => &FR,
            Locale::Es => &ES,
            Locale::Hi => &HI,
            Locale::Ar => &AR,
            Locale::Pseudo => &EN_XA,
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

    /// A pattern in this crate's notation, filled in; for whoever has messages of their own.
    #[must_use]
    pub fn filled(self, pattern: &str, values: &[(&str, String)]) -> String {
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
                None => self.put(&mut out, value(inside).unwrap_or("…")),
                Some((name, choices)) => {
                    let value = value(name).unwrap_or("none");
                    let choice = plural::chosen(self.locale, choices, value);
                    out.push_str(&self.filled(choice, values));
                }
            }
            rest = &rest[(end + 1).min(rest.len())..];
        }
        out.push_str(rest);
        out
    }

    /// A value in its place; among words from right to left isolated (UAX #9) where it has letters of
    /// another script, so that a serial or a name keeps its own order and leaves that of the words around
    /// it. An address is not: it would be opened with what isolates it.
    fn put(self, out: &mut String, value: &str) {
        let is_other =
            |letter: char| letter.is_alphabetic() && !('\u{590}'..'\u{900}').contains(&letter);
        let is_isolated = self.locale.direction() == "rtl"
            && value.contains(is_other)
            && !value.starts_with("http");
        if is_isolated {
            out.push('\u{2068}');
            out.push_str(value);
            out.push('\u{2069}');
        } else {
            out.push_str(value);
        }
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
        check(None, Some("pl, de;q=0.4, en;q=0.8"), Locale::En);
        check(None, Some("pl"), Locale::En);
        check(None, Some("fr-CA"), Locale::Fr);
        check(None, Some("pl, es-419;q=0.7, hi;q=0.4"), Locale::Es);
        check(Some("hi"), Some("en"), Locale::Hi);
        check(None, Some("de;q=0"), Locale::En);
        check(None, Some("ar-EG, en;q=0.5"), Locale::Ar);
        check(Some("en-XA"), None, Locale::Pseudo);
        check(Some("en-GB"), None, Locale::En);
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
    fn a_value_among_words_from_right_to_left_is_isolated() {
        let words = Words::new(Locale::Ar);
        assert_eq!(
            words.standing_issued("Northbeam 2"),
            "أصدرته \u{2068}Northbeam 2\u{2069}"
        );
        assert_eq!(words.days_ago(12), "قبل 12 يومًا");
        assert_eq!(words.day("2026-08-16"), "16 أغسطس 2026");
        let mailed = words.alert_where("https://example.org/01/09506000134352");
        assert!(
            mailed.ends_with(" https://example.org/01/09506000134352"),
            "{mailed}"
        );
    }

    #[test]
    fn a_pseudo_text_is_longer_and_keeps_its_values() {
        let words = Words::new(Locale::Pseudo);
        let said = words.standing_issued("Northbeam");
        assert!(said.starts_with('[') && said.ends_with(']'), "{said}");
        assert!(
            said.contains("Northbeam") && !said.contains("Issued"),
            "{said}"
        );
        let said = words.days_ago(12);
        assert!(said.contains("12") && !said.contains("days"), "{said}");
    }

    #[test]
    fn no_message_is_empty_in_any_locale() {
        for locale in Locale::ALL.into_iter().chain([Locale::Pseudo]) {
            for (key, pattern) in KEYS.iter().zip(Words::new(locale).table()) {
                assert!(!pattern.trim().is_empty(), "{} {key}", locale.tag());
            }
        }
    }
}
