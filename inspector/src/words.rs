//! What the page says: English and German, as the desk.

use app::Locale;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// All messages of one locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(app::Words);

impl Words {
    /// Of that locale, or English where it is none of staff's.
    #[must_use]
    pub fn new(words: app::Words) -> Words {
        let is_pseudo = words.locale == Locale::Pseudo;
        Words(if is_pseudo { words } else { words.of_desk() })
    }

    /// What consumers' pages say in the same language.
    #[must_use]
    pub fn common(self) -> app::Words {
        self.0
    }

    fn table(self) -> &'static [&'static str] {
        match self.0.locale {
            Locale::De => &DE,
            Locale::Pseudo => &EN_XA,
            _ => &EN,
        }
    }

    fn pattern(self, index: usize) -> &'static str {
        self.table()[index]
    }

    fn fill(self, index: usize, values: &[(&str, String)]) -> String {
        self.0.filled(self.pattern(index), values)
    }

    /// The message of an id that is put together at run time; `None` where there is none.
    #[must_use]
    pub fn find(self, id: &str) -> Option<&'static str> {
        KEYS.binary_search(&id)
            .ok()
            .map(|index| self.pattern(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_read_english_or_german() {
        let of = |locale| Words::new(app::Words::new(locale)).sweep_title();
        assert_eq!(
            of(Locale::De),
            DE[KEYS.binary_search(&"sweep-title").unwrap()]
        );
        assert_eq!(of(Locale::Hi), of(Locale::En));
        assert_ne!(of(Locale::Pseudo), of(Locale::En));
    }

    #[test]
    fn no_message_is_empty() {
        for locale in [Locale::En, Locale::De, Locale::Pseudo] {
            let words = Words::new(app::Words::new(locale));
            for (key, pattern) in KEYS.iter().zip(words.table()) {
                assert!(!pattern.trim().is_empty(), "{} {key}", locale.tag());
            }
        }
    }
}
