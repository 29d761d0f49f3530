//! The rules of each application identifier, as the generated table holds them.
//!
//! Source: GS1 Barcode Syntax Dictionary. An entry covers a range of identifiers that differ in
//! their last digit only.

use crate::{Ai, lint::Lint, table::TABLE};

/// What a component's characters may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    /// Digits.
    N,
    /// Character set 82.
    X,
    /// Character set 39.
    Y,
    /// Character set 64, base64url.
    Z,
}

/// A part of a value; only the last one of an entry may vary in length.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Component {
    pub(crate) set: Set,
    /// Characters, at the least; where the component is optional, once it is there.
    pub(crate) min: u8,
    /// Characters, at the most.
    pub(crate) max: u8,
    pub(crate) is_optional: bool,
    /// Further checks, in order.
    pub(crate) lints: &'static [Lint],
}

/// One line of the dictionary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// The first identifier of the range.
    pub(crate) first: &'static str,
    /// The last one; the same where it is no range.
    pub(crate) last: &'static str,
    /// Whether its length is predefined, so that no separator follows.
    pub(crate) is_fixed: bool,
    /// Whether it may be a data attribute of a Digital Link.
    pub(crate) is_attribute: bool,
    /// For a primary key of Digital Links: the permitted rows of qualifiers, in order.
    pub(crate) qualifiers: Option<&'static [&'static [&'static str]]>,
    pub(crate) components: &'static [Component],
    pub(crate) title: &'static str,
}

impl Entry {
    /// Characters of the whole value: the least and the most.
    pub(crate) fn lengths(&self) -> (usize, usize) {
        let required = self
            .components
            .iter()
            .filter(|component| !component.is_optional);
        (
            required.map(|component| usize::from(component.min)).sum(),
            self.components
                .iter()
                .map(|component| usize::from(component.max))
                .sum(),
        )
    }
}

/// The entry of an identifier.
pub(crate) fn find(ai: Ai) -> Option<&'static Entry> {
    let text = ai.as_str();
    let index = TABLE.partition_point(|entry| entry.last < text);
    TABLE
        .get(index)
        .filter(|entry| entry.first <= text && entry.first.len() == text.len())
}

/// The identifier that an element string goes on with, and its entry.
///
/// No identifier is the beginning of another, so the first that fits is the only one.
pub(crate) fn at_start(text: &str) -> Option<(Ai, &'static Entry)> {
    (2..=4).find_map(|len| {
        let ai: Ai = text.get(..len)?.parse().ok()?;
        Some((ai, find(ai)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_sorted() {
        let count: usize = TABLE
            .iter()
            .map(|entry| {
                let number = |text: &str| text.parse::<usize>().unwrap();
                number(entry.last) - number(entry.first) + 1
            })
            .sum();
        assert_eq!(count, 541);
        for pair in TABLE.windows(2) {
            assert!(
                pair[0].last < pair[1].first,
                "{} {}",
                pair[0].last,
                pair[1].first
            );
        }
    }

    #[test]
    fn no_identifier_begins_another() {
        for a in TABLE {
            for b in TABLE {
                let is_prefix = a.first.len() < b.first.len() && b.first.starts_with(a.first);
                assert!(!is_prefix, "{} begins {}", a.first, b.first);
            }
        }
    }

    #[test]
    fn found_by_range() {
        let title = |text: &str| find(text.parse().unwrap()).map(|entry| entry.title);
        assert_eq!(title("01"), Some("GTIN"));
        assert_eq!(title("3103"), Some("NET WEIGHT (kg)"));
        assert_eq!(title("3106"), None);
        assert_eq!(title("310"), None);
        assert_eq!(title("04"), None);
    }
}
