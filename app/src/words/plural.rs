//! Which words go with a number (CLDR's plural rules for cardinal numbers, as far as they are integers).

use super::Locale;

/// The variant for a value among `key=text|key=text|…`: that of the very value, or that of its plural
/// category, or the last one. A value that is missing is `none`.
pub(super) fn chosen<'a>(locale: Locale, choices: &'a str, value: &str) -> &'a str {
    let category = value.parse().ok().map(|number| category(locale, number));
    let (mut last, mut fitting) = ("", None);
    for choice in split_top(choices) {
        let (key, text) = choice.split_once('=').unwrap_or(("", choice));
        if key == value {
            return text;
        }
        if Some(key) == category {
            fitting = Some(text);
        }
        last = text;
    }
    fitting.unwrap_or(last)
}

fn category(locale: Locale, number: u64) -> &'static str {
    match (locale, number, number % 100) {
        (_, 1, _) => "one",
        (Locale::Fr | Locale::Hi, 0, _) => "one",
        (Locale::Ar, 0, _) => "zero",
        (Locale::Ar, 2, _) => "two",
        (Locale::Ar, _, 3..=10) => "few",
        (Locale::Ar, _, 11..=99) => "many",
        _ => "other",
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_counts_its_own_way() {
        let check = |locale, value: &str, expected: &str| {
            let choices = "0=today|one=day|two=both|few={n} few|other=many";
            assert_eq!(
                chosen(locale, choices, value),
                expected,
                "{locale:?} {value}"
            );
        };
        check(Locale::En, "0", "today");
        check(Locale::En, "1", "day");
        check(Locale::En, "2", "many");
        check(Locale::De, "7", "many");
        check(Locale::En, "none", "many");
        check(Locale::Es, "1", "day");
        let without_zero = "one={n}|other=many";
        for locale in [Locale::Fr, Locale::Hi] {
            assert_eq!(chosen(locale, without_zero, "0"), "{n}", "{locale:?}");
            assert_eq!(chosen(locale, without_zero, "2"), "many", "{locale:?}");
        }
        assert_eq!(chosen(Locale::Es, without_zero, "0"), "many");
        check(Locale::Ar, "0", "today");
        check(Locale::Ar, "2", "both");
        check(Locale::Ar, "10", "{n} few");
        check(Locale::Ar, "11", "many");
        check(Locale::Ar, "100", "many");
        check(Locale::Ar, "103", "{n} few");
    }
}
