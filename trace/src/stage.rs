//! How far a serial has come on its way onto a pack and out of the house.

use crate::{Epc, Journey};

/// Each includes those before it: `Ord` is their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Stage {
    /// The serial was made; nothing says yet that anything bears it.
    #[default]
    Allocated,
    /// It is on a label.
    Printed,
    /// The label is on a pack.
    Applied,
    /// The pack has left the brand.
    Shipped,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Stage; 4] = [
        Stage::Allocated,
        Stage::Printed,
        Stage::Applied,
        Stage::Shipped,
    ];

    /// A stable name in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Allocated => "allocated",
            Stage::Printed => "printed",
            Stage::Applied => "applied",
            Stage::Shipped => "shipped",
        }
    }
}

/// What is done to packs that have left, by the bare names of the Core Business Vocabulary.
const SHIPPED_STEPS: [&str; 8] = [
    "shipping",
    "departing",
    "transporting",
    "arriving",
    "receiving",
    "accepting",
    "retail_selling",
    "dispensing",
];

/// What packs are that have left.
const SHIPPED_DISPOSITIONS: [&str; 3] = ["in_transit", "retail_sold", "dispensed"];

impl Journey {
    /// How far the unit has come by the events that name it or what contained it; `None` where none
    /// does. What is told of `batch`, the class that it belongs to, says nothing of this one.
    #[must_use]
    pub fn stage(&self, batch: Option<&Epc>) -> Option<Stage> {
        self.stations
            .iter()
            .filter(|station| station.depth == 0 && Some(&station.subject) != batch)
            .map(|station| {
                let disposition = station.disposition.as_deref();
                let has_left = SHIPPED_STEPS.contains(&station.step.as_str())
                    || disposition.is_some_and(|now| SHIPPED_DISPOSITIONS.contains(&now));
                // Whatever an event names is there to be named: the label is on a pack.
                if has_left {
                    Stage::Shipped
                } else {
                    Stage::Applied
                }
            })
            .max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Instant, Station};

    #[test]
    fn events_say_how_far_a_unit_has_come() {
        let station = |step: &str, disposition: &str, subject: &str, depth| Station {
            event: String::new(),
            time: Instant(0),
            offset_min: 0,
            step: step.to_owned(),
            disposition: Some(disposition.to_owned()),
            location: None,
            depth,
            subject: Epc(subject.to_owned()),
            inputs: Vec::new(),
        };
        let batch = Epc("01/1/10/B".to_owned());
        let check = |stations: Vec<Station>, expected| {
            let journey = Journey {
                stations,
                ..Journey::default()
            };
            assert_eq!(journey.stage(Some(&batch)), expected, "{journey:?}");
        };
        check(Vec::new(), None);
        check(
            vec![station("commissioning", "active", "01/1/21/S", 0)],
            Some(Stage::Applied),
        );
        check(
            vec![
                station("shipping", "in_transit", "00/1", 0),
                station("packing", "in_progress", "01/1/21/S", 0),
            ],
            Some(Stage::Shipped),
        );
        check(vec![station("shipping", "in_transit", &batch.0, 0)], None);
        check(
            vec![station("shipping", "in_transit", "01/2/10/X", 1)],
            None,
        );
    }
}
