//! One value of an event → the one form in which the event hash takes it.

use std::borrow::Cow;

use serde_json::Value;

use crate::epcis::{context::Context, link};

/// What a value is by its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Anything.
    Text,
    /// A date and time.
    Time,
    /// A word of a vocabulary.
    Word(Word),
}

/// The vocabularies whose words may be bare.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Word {
    /// Business steps.
    BizStep,
    /// Dispositions.
    Disposition,
    /// Types of business transactions.
    BusinessTransaction,
    /// Types of sources and destinations.
    SourceDestination,
    /// What a value of a sensor is a part of.
    Component,
    /// The GS1 Web Vocabulary: measurements and alerts.
    Gs1,
}

impl Word {
    /// What a bare word begins with when it is written out.
    fn stem(self) -> &'static str {
        match self {
            Word::BizStep => "https://ref.gs1.org/cbv/BizStep-",
            Word::Disposition => "https://ref.gs1.org/cbv/Disp-",
            Word::BusinessTransaction => "https://ref.gs1.org/cbv/BTT-",
            Word::SourceDestination => "https://ref.gs1.org/cbv/SDT-",
            Word::Component => "https://ref.gs1.org/cbv/Comp-",
            Word::Gs1 => "https://gs1.org/voc/",
        }
    }

    /// The word as a URI, whatever form it has (rules 14 to 16).
    #[must_use]
    pub fn written_out(self, text: &str, context: &Context) -> String {
        let text = text.trim();
        match is_bare(text) {
            true => format!("{}{text}", self.stem()),
            false => plain(text, context),
        }
    }

    /// A standard word without what it begins with; the URI of any other.
    #[must_use]
    pub fn bare(self, text: &str, context: &Context) -> String {
        let written = self.written_out(text, context);
        match written.strip_prefix(self.stem()) {
            Some(bare) => bare.to_owned(),
            None => written,
        }
    }
}

/// CBV's URNs and what replaced them (rule 14).
const URNS: [(&str, &str); 6] = [
    ("bizstep:", "BizStep-"),
    ("disp:", "Disp-"),
    ("btt:", "BTT-"),
    ("sdt:", "SDT-"),
    ("er:", "ER-"),
    ("comp:", "Comp-"),
];

/// The value in its one form; `None` for what has none (`null`, an object).
pub(super) fn canonical(value: &Value, kind: Kind, context: &Context) -> Option<String> {
    let text = match value {
        Value::String(text) => Cow::Borrowed(text.trim()),
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::Bool(truth) => Cow::Owned(truth.to_string()),
        _ => return None,
    };
    Some(match kind {
        Kind::Time => time(&text),
        Kind::Text => plain(&text, context),
        Kind::Word(word) => word.written_out(&text, context),
    })
}

/// Rule 16.
fn is_bare(text: &str) -> bool {
    !text.is_empty() && !text.contains(':')
}

fn plain(text: &str, context: &Context) -> String {
    // Rule 15.
    let text = &*context.value(text);
    if let Some(word) = text.strip_prefix("urn:epcglobal:cbv:") {
        let known = URNS
            .iter()
            .find_map(|(urn, stem)| Some((stem, word.strip_prefix(urn)?)));
        if let Some((stem, word)) = known {
            return format!("https://ref.gs1.org/cbv/{stem}{word}");
        }
    }
    if let Some(number) = number(text) {
        return number;
    }
    if let Some(link) = link::constrained(text) {
        return link;
    }
    text.to_owned()
}

/// In UTC, to the millisecond, rounded half up (rules 8 and 9); as it is where it is no time.
fn time(text: &str) -> String {
    let Ok(timestamp) = text.parse::<jiff::Timestamp>() else {
        return text.to_owned();
    };
    let ms = (timestamp.as_nanosecond() + 500_000).div_euclid(1_000_000);
    let rounded = i64::try_from(ms)
        .ok()
        .and_then(|ms| jiff::Timestamp::from_millisecond(ms).ok());
    match rounded {
        Some(rounded) => format!("{rounded:.3}"),
        None => text.to_owned(),
    }
}

/// A number without sign, zeros and point that it doesn't need (rule 6), digit by digit: a float
/// would make two long numbers one. `None` for what is no number.
fn number(text: &str) -> Option<String> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => ("-", &text[1..]),
        b'+' => ("", &text[1..]),
        _ => ("", text),
    };
    if digits.contains(['e', 'E']) {
        return exponential(text);
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    Some(match (whole, fraction) {
        ("", "") => "0".to_owned(),
        (whole, "") => format!("{sign}{whole}"),
        ("", fraction) => format!("{sign}0.{fraction}"),
        (whole, fraction) => format!("{sign}{whole}.{fraction}"),
    })
}

fn exponential(text: &str) -> Option<String> {
    let is_number = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let number: f64 = text.parse().ok().filter(|_| is_number)?;
    if !number.is_finite() {
        return None;
    }
    if number == number.trunc() {
        return Some(format!("{:.0}", if number == 0.0 { 0.0 } else { number }));
    }
    if number.abs() >= 1e-4 {
        return Some(number.to_string());
    }
    // The reference writes small ones with two digits of exponent.
    let written = format!("{number:e}");
    let (mantissa, exponent) = written.split_once("e-")?;
    Some(format!("{mantissa}e-{exponent:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let check = |text: &str, expected: &str| {
            assert_eq!(number(text).as_deref(), Some(expected), "{text}");
        };
        check("1.0", "1");
        check("0.3434000", "0.3434");
        check("00", "0");
        check("-0.0", "0");
        check("+007.50", "7.5");
        check("-3", "-3");
        check(".5", "0.5");
        check("26.0", "26");
        check("1e3", "1000");
        check("1.5e-7", "1.5e-07");
        check("2.5E-1", "0.25");
        check("111100001111000011110000", "111100001111000011110000");
        for text in [
            "", ".", "1.2.3", "A1", "+01:00", "1_000", "e5", "nan", "--1", "0x10",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn times() {
        let check = |text: &str, expected: &str| assert_eq!(time(text), expected);
        check("2020-03-04T11:00:30+01:00", "2020-03-04T10:00:30.000Z");
        check(
            "2005-04-03T20:33:31.116000-06:00",
            "2005-04-04T02:33:31.116Z",
        );
        // The reference implementation's own cases of rounding.
        check("2023-02-02T11:04:03.1415Z", "2023-02-02T11:04:03.142Z");
        check("2023-02-02T11:04:03.1414Z", "2023-02-02T11:04:03.141Z");
        check("2023-12-31T23:59:59.9996Z", "2024-01-01T00:00:00.000Z");
        check("yesterday", "yesterday");
    }

    #[test]
    fn words() {
        let context = Context::default();
        let check = |text: &str, expected: &str| {
            assert_eq!(Word::BizStep.written_out(text, &context), expected);
        };
        let shipping = "https://ref.gs1.org/cbv/BizStep-shipping";
        check(" shipping ", shipping);
        check("urn:epcglobal:cbv:bizstep:shipping", shipping);
        check("cbv:BizStep-shipping", shipping);
        check(shipping, shipping);
        check(
            "https://acme.example/BizStep-x",
            "https://acme.example/BizStep-x",
        );
    }
}
