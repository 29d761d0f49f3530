//! What waits on the phone, and how far each thing has come.

use serde::{Deserialize, Serialize};

/// How far something has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// On this phone alone.
    Here,
    /// On its way, or the answer never came: it may be there, and is sent again, which changes nothing.
    Sent,
    /// The server has said that it has it.
    Confirmed,
}

impl Stage {
    /// For style sheets and messages.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Stage::Here => "here",
            Stage::Sent => "sent",
            Stage::Confirmed => "confirmed",
        }
    }
}

/// Whether something may be taken away from the phone: there is something of it, and the server has said
/// of every part that it has it.
#[must_use]
pub fn may_go(parts: impl IntoIterator<Item = Stage>) -> bool {
    let mut parts = parts.into_iter().peekable();
    parts.peek().is_some() && parts.all(|stage| stage == Stage::Confirmed)
}

/// Between two attempts, in milliseconds: twice as long each time, five minutes at most.
#[must_use]
pub fn pause_ms(failures: u32) -> i32 {
    let doubled = 2_000_i32.saturating_mul(1 << failures.min(10));
    doubled.min(300_000)
}

/// Of a photograph, what is sent at once: small enough for a network that carries little.
pub const PIECE: u64 = 64 * 1024;

/// The next piece of something of which the server has so much: from where to where.
#[must_use]
pub fn piece(there: u64, whole: u64) -> Option<(u64, u64)> {
    (there < whole).then(|| (there, (there + PIECE).min(whole)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        assert_eq!([0, 1, 5].map(pause_ms), [2_000, 4_000, 64_000]);
        assert_eq!(pause_ms(u32::MAX), 300_000);
    }

    #[test]
    fn only_what_is_there_whole_may_go() {
        assert!(may_go([Stage::Confirmed, Stage::Confirmed]));
        assert!(!may_go([Stage::Confirmed, Stage::Sent]));
        assert!(!may_go([]));
    }

    #[test]
    fn pieces_are_the_whole() {
        let whole = 3 * PIECE + 17;
        let mut there = 0;
        let mut count = 0;
        while let Some((from, to)) = piece(there, whole) {
            assert_eq!(from, there);
            there = to;
            count += 1;
        }
        assert_eq!((there, count), (whole, 4));
        assert_eq!(piece(0, 0), None);
    }
}
