//! Where a symbol may be that was not read: what the next frame of a camera looks at first.

use crate::{Symbology, geometry::Area};

/// A part of the picture that something speaks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Region {
    pub(crate) symbology: Symbology,
    /// In pixels of the picture that came.
    pub(crate) area: Area,
    /// The more, the likelier: 1 for what clutter looks like too, 4 for what is surely a symbol.
    pub(crate) weight: f32,
    /// Attempts that were made here before.
    pub(crate) tries: u32,
}

/// Regions that are kept from frame to frame, at the most.
const MOST: usize = 4;

impl Region {
    pub(crate) fn new(symbology: Symbology, area: Area, weight: f32) -> Region {
        Region {
            symbology,
            area,
            weight,
            tries: 0,
        }
    }

    /// Whether both are of one thing: the same kind, and the center of either lies in the other.
    fn is_same(&self, other: &Region) -> bool {
        self.symbology == other.symbology
            && (self.area.contains(other.area.center()) || other.area.contains(self.area.center()))
    }
}

/// The likeliest of what was seen, each with the tries that it had before; what was tried least comes
/// first among equals.
pub(crate) fn merged(seen: Vec<Region>, before: &[Region]) -> Vec<Region> {
    let mut out: Vec<Region> = Vec::new();
    for mut region in seen {
        if let Some(known) = before.iter().find(|known| known.is_same(&region)) {
            region.tries = known.tries;
        }
        match out.iter_mut().find(|other| other.is_same(&region)) {
            Some(other) if other.weight < region.weight => *other = region,
            Some(_) => {}
            None => out.push(region),
        }
    }
    crate::sort::by_key(&mut out, |region| region.tries as f32 * 0.2 - region.weight);
    out.truncate(MOST);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(left: f32, weight: f32) -> Region {
        let area = Area {
            left,
            top: 0.0,
            right: left + 100.0,
            bottom: 100.0,
        };
        Region::new(Symbology::QrCode, area, weight)
    }

    #[test]
    fn what_was_seen_twice_is_one_and_keeps_its_tries() {
        let before = [Region {
            tries: 3,
            ..region(10.0, 1.0)
        }];
        let seen = vec![region(0.0, 1.0), region(20.0, 4.0), region(500.0, 2.0)];
        let merged = merged(seen, &before);
        assert_eq!(merged.len(), 2);
        assert_eq!((merged[0].weight, merged[0].tries), (4.0, 3));
        assert_eq!((merged[1].weight, merged[1].tries), (2.0, 0));
    }
}
