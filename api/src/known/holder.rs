//! What is known of who holds a unit: its hidden code, and its registration.

use trace::{Hidden, Theft};

use super::Known;
use crate::store::{Evidence, Registered, Reveal};

impl Known {
    /// What the unit's hidden code is made from; `None` where it has none.
    #[must_use]
    pub fn hidden_counter(&self) -> Option<u64> {
        let issued = self.issued.as_ref().filter(|_| self.unit.is_some())?;
        issued.range.has_hidden.then_some(issued.counter)
    }

    /// What became of the unit's hidden code, for the session that asks.
    #[must_use]
    pub fn hidden(&self) -> Hidden {
        match self.reveal {
            None => Hidden::Sealed,
            Some(Reveal {
                first_at,
                again_at: Some(again),
                ..
            }) => Hidden::Again {
                first: first_at,
                again,
            },
            Some(reveal) if self.reader == Some(reveal.session) => {
                Hidden::ByReader(reveal.first_at)
            }
            Some(reveal) => Hidden::ByAnother(reveal.first_at),
        }
    }

    /// Whether its holder reports the unit stolen, and whether anything backs that it is theirs.
    #[must_use]
    pub fn theft(&self) -> Theft {
        match self.registered {
            Some(Registered {
                is_stolen: true,
                evidence: Evidence::Claimed,
            }) => Theft::Said,
            Some(Registered {
                is_stolen: true, ..
            }) => Theft::Supported,
            _ => Theft::None,
        }
    }

    /// Whether whoever asks could register the unit: nobody has, or somebody on the visible code
    /// alone, and they have revealed the hidden one.
    #[must_use]
    pub fn is_registrable(&self) -> bool {
        match self.registered {
            None => true,
            Some(Registered { evidence, .. }) => {
                evidence == Evidence::Claimed && matches!(self.hidden(), Hidden::ByReader(_))
            }
        }
    }
}
