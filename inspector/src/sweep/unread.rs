//! A symbol in view that was not read, and why.

use wire::scan::{Symbol, Trouble};

use super::Sight;

/// A symbol whose modules have fewer pixels can't be read from here.
const LEAST_MODULE: f32 = 2.0;

/// A symbol that was found and not read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// Where.
    pub sight: Sight,
    /// The name of a [`Trouble`], `part` for one of several that say something together, or `no-product`.
    pub why: &'static str,
}

impl Unread {
    /// One that could not be read, with what is in the way.
    pub(super) fn of(symbol: &Symbol, sight: Sight) -> Unread {
        if symbol.part.is_some() {
            let why = "part";
            return Unread { sight, why };
        }
        // The smallest symbols have 10 modules a side, and those that are used for packs some 20.
        let is_small = sight.reach() * std::f32::consts::SQRT_2 < 20.0 * LEAST_MODULE;
        let trouble = match is_small {
            true => Trouble::TooSmall,
            false => symbol.trouble.unwrap_or(Trouble::Damaged),
        };
        Unread {
            sight,
            why: trouble.name(),
        }
    }
}
