//! Application identifiers that the dictionary doesn't have, for those who want to read on.

use super::{CharacterSet, Component, Dictionary, Entry, notation::exactly, notation::row};
use crate::Ai;

/// What becomes of identifiers that the dictionary doesn't have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UnknownAis {
    /// They are a fault.
    #[default]
    Refuse,
    /// They are elements, where their length can be told from the identifiers that begin like them;
    /// as data attributes of Digital Links they stay a fault.
    Keep,
    /// They are elements and data attributes.
    KeepAsAttributes,
}

/// What GS1 has fixed for all identifiers that begin so, given out or not (General Specifications,
/// "Element strings with predefined length using GS1 Application Identifiers").
const fn predefined(prefix: usize) -> u8 {
    match prefix {
        0 => 18,
        1..=3 => 14,
        4 => 16,
        11..=19 | 31..=36 => 6,
        20 => 2,
        41 => 13,
        _ => 0,
    }
}

const fn pseudo(flags: &'static str, components: &'static [Component]) -> Entry {
    // The identifier is never looked at.
    row("00", "00", flags, components, "", "", None, "")
}

const VARIABLE: Component = Component {
    set: CharacterSet::X,
    min: 1,
    max: 90,
    is_optional: false,
    linters: [None; super::MAX_LINTERS],
};

macro_rules! pseudo_entries {
    ($($name:ident $flags:literal $component:expr;)*) => {
        $(static $name: [Entry; 2] = [
            pseudo($flags, &[$component]),
            pseudo(concat!($flags, "?"), &[$component]),
        ];)*
    };
}

pseudo_entries! {
    OPEN "" VARIABLE;
    FIXED_2 "*" exactly(CharacterSet::X, 2, []);
    FIXED_6 "*" exactly(CharacterSet::X, 6, []);
    FIXED_13 "*" exactly(CharacterSet::X, 13, []);
    FIXED_14 "*" exactly(CharacterSet::X, 14, []);
    FIXED_16 "*" exactly(CharacterSet::X, 16, []);
    FIXED_18 "*" exactly(CharacterSet::X, 18, []);
}

impl Dictionary {
    /// The same dictionary with another way with unknown identifiers.
    #[must_use]
    pub fn with_unknown(mut self, unknown: UnknownAis) -> Dictionary {
        self.unknown = unknown;
        self
    }

    /// Rules for an identifier that is not in the dictionary, where they can be told.
    pub(super) fn unknown_named(&self, ai: Ai) -> Option<&'static Entry> {
        let which = match self.unknown {
            UnknownAis::Refuse => return None,
            UnknownAis::Keep => 0,
            UnknownAis::KeepAsAttributes => 1,
        };
        let is_begun = self.entries().iter().any(|entry| {
            let known = entry.first.as_str();
            known.starts_with(ai.as_str()) || ai.as_str().starts_with(known)
        });
        let len = self.len_of_prefix(ai.prefix());
        if is_begun || len.is_some_and(|len| len != ai.len()) {
            return None;
        }
        // A length is predefined for identifiers whose own length is known, too.
        let entries = match len.map_or(0, |_| predefined(ai.prefix())) {
            2 => &FIXED_2,
            6 => &FIXED_6,
            13 => &FIXED_13,
            14 => &FIXED_14,
            16 => &FIXED_16,
            18 => &FIXED_18,
            _ => &OPEN,
        };
        Some(&entries[which])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_ones_are_told_by_their_beginning() {
        let keeping = Dictionary::BUILTIN.with_unknown(UnknownAis::Keep);
        let lengths = |text: &str| {
            let found = keeping.named(text).map(|(_, entry)| entry);
            found.map(|entry| (entry.lengths(), entry.is_fixed, entry.is_attribute))
        };
        assert_eq!(lengths("89"), Some(((1, 90), false, false)));
        assert_eq!(lengths("3999"), Some(((1, 90), false, false)));
        assert_eq!(lengths("236"), Some(((1, 90), false, false)));
        assert_eq!(lengths("419"), Some(((13, 13), true, false)));
        assert_eq!(lengths("3199"), Some(((6, 6), true, false)));
        for text in ["011", "800", "80", "399", "2367", "4199"] {
            assert_eq!(lengths(text), None, "{text}");
        }
        assert!(Dictionary::BUILTIN.named("89").is_none());
    }
}
