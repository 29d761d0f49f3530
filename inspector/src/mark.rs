//! The mark that stands on a pack in the picture: a form, a letter and a color for its standing.

use crate::sweep::Said;

/// How a pack stands, at arm's length. Each has a form, a sound and a color of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Not to be sold, or not what it says: an octagon, low.
    Bad,
    /// Something to look into: a triangle.
    Care,
    /// Nobody here knows it: a diamond.
    Unknown,
    /// Not judged yet: a ring.
    Waiting,
    /// Known, and without a number of its own: a square.
    Plain,
    /// Nothing against it: a disc, high.
    Good,
}

impl Kind {
    /// In the order in which they are counted: what needs a look first.
    pub const ALL: [Kind; 6] = [
        Kind::Bad,
        Kind::Care,
        Kind::Unknown,
        Kind::Waiting,
        Kind::Plain,
        Kind::Good,
    ];

    /// For style sheets and messages.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Kind::Bad => "bad",
            Kind::Care => "care",
            Kind::Unknown => "unknown",
            Kind::Waiting => "waiting",
            Kind::Plain => "plain",
            Kind::Good => "good",
        }
    }

    /// Its form, in a box from −1 to 1, as an SVG path.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Kind::Bad => "M-.41-1H.41L1-.41V.41L.41 1H-.41L-1 .41V-.41Z",
            Kind::Care => "M0-1.1 1.2 1H-1.2Z",
            Kind::Unknown => "M0-1.15 1.15 0 0 1.15-1.15 0Z",
            Kind::Plain => "M-.9-.9H.9V.9H-.9Z",
            Kind::Waiting | Kind::Good => "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z",
        }
    }

    /// What the phone shakes: milliseconds on, off, on.
    #[must_use]
    pub fn shakes(self) -> &'static [u32] {
        match self {
            Kind::Bad => &[140, 60, 140, 60, 140],
            Kind::Care | Kind::Unknown => &[70, 60, 70],
            Kind::Waiting | Kind::Plain | Kind::Good => &[35],
        }
    }

    /// What sounds: pitch in Hz and after how many seconds.
    #[must_use]
    pub fn tones(self) -> &'static [(f32, f64)] {
        match self {
            Kind::Bad => &[(220.0, 0.0), (165.0, 0.16), (220.0, 0.32)],
            Kind::Care | Kind::Unknown => &[(520.0, 0.0), (390.0, 0.14)],
            Kind::Waiting | Kind::Plain => &[(660.0, 0.0)],
            Kind::Good => &[(1320.0, 0.0)],
        }
    }
}

/// A pack's mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its form.
    pub kind: Kind,
    /// Its letter; none is used for two kinds.
    pub letter: char,
    /// The answer's identifier, whose word is `answer-…`.
    pub answer: &'static str,
}

/// Standings and offline answers with their marks.
const MARKS: [(&str, Kind, char); 18] = [
    ("confirmed", Kind::Good, 'C'),
    ("issued", Kind::Good, 'I'),
    ("signature-valid", Kind::Good, 'V'),
    ("listed-as-issued", Kind::Good, 'L'),
    ("product", Kind::Plain, 'P'),
    ("batch", Kind::Plain, 'P'),
    ("unknown", Kind::Unknown, '?'),
    ("not-in-pack", Kind::Unknown, '?'),
    ("unchecked", Kind::Waiting, '…'),
    ("suspect", Kind::Care, 'S'),
    ("mismatch", Kind::Care, 'M'),
    ("expired", Kind::Care, 'E'),
    ("possibly-recalled", Kind::Care, 'Q'),
    ("not-listed", Kind::Care, 'X'),
    ("wrong-market", Kind::Care, 'W'),
    ("not-issued", Kind::Bad, 'N'),
    ("blocked", Kind::Bad, 'B'),
    ("recalled", Kind::Bad, 'R'),
];

impl Mark {
    /// The mark of an answer. One that this page doesn't know is something to look into, never good.
    #[must_use]
    pub fn of(answer: &str) -> Mark {
        let known = MARKS.iter().find(|(known, _, _)| *known == answer);
        known.map_or(
            Mark {
                kind: Kind::Care,
                letter: '!',
                answer: "other",
            },
            |(answer, kind, letter)| Mark {
                kind: *kind,
                letter: *letter,
                answer,
            },
        )
    }

    /// The mark of what is said of a pack. What is good by itself and stands in the wrong market is not.
    #[must_use]
    pub fn said(said: &Said) -> Mark {
        match said {
            Said::Waiting => Mark::of("unchecked"),
            Said::Phone(phone) => {
                let mark = Mark::of(&phone.answer);
                let worse = phone.doubts.iter().find_map(|doubt| of_doubt(doubt));
                worse.filter(|_| is_calm(mark)).unwrap_or(mark)
            }
            Said::Server(swept) => {
                let mark = Mark::of(&swept.standing);
                let view = swept.view.as_ref();
                let is_astray = view.is_some_and(|view| view.is_in_market == Some(false));
                if is_astray && is_calm(mark) {
                    Mark::of("wrong-market")
                } else {
                    mark
                }
            }
        }
    }
}

fn is_calm(mark: Mark) -> bool {
    matches!(mark.kind, Kind::Good | Kind::Plain | Kind::Unknown)
}

/// Doubts that are worth a look by themselves; the others only limit what is said.
fn of_doubt(doubt: &str) -> Option<Mark> {
    match doubt {
        "signature-wrong" | "signature-revoked" | "date-differs" => Some(Mark::of("mismatch")),
        "expired" => Some(Mark::of("expired")),
        "other-market" => Some(Mark::of("wrong-market")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_letter_tells_the_kind_without_color() {
        let mut kinds = BTreeMap::new();
        for (answer, kind, letter) in MARKS {
            let before = kinds.insert(letter, kind);
            assert!(before.is_none_or(|before| before == kind), "{answer}");
        }
    }

    #[test]
    fn every_standing_has_its_mark() {
        for standing in trace::Standing::ALL {
            let standing = standing.name();
            assert_ne!(Mark::of(standing).answer, "other", "{standing}");
        }
    }

    #[test]
    fn what_is_not_known_here_is_never_good() {
        assert_eq!(Mark::of("something-new").kind, Kind::Care);
    }
}
