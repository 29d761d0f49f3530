//! A consignment against the packs that were swept: what of it was seen, what is missing, what is no part
//! of it.

use std::collections::{BTreeMap, BTreeSet};

use wire::inspect::ConsignmentFound;

use crate::sweep::{Pack, Said, Sweep};

/// So many of one product and batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// 14 digits.
    pub gtin: String,
    /// The product's name, where the server gave it.
    pub name: Option<String>,
    /// The batch, where events say one.
    pub batch: Option<String>,
    /// How many there should be.
    pub expected: u32,
    /// How many of these were swept.
    pub seen: u32,
}

/// What a sweep says of a consignment.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Against {
    /// By product and batch.
    pub rows: Vec<Row>,
    /// Cases and pallets: how many there should be, how many were swept.
    pub cases: (u32, u32),
    /// Serials that should be there and were not swept.
    pub missing: Vec<String>,
    /// Packs of the sweep that are no part of it; empty where the list is not whole.
    pub strangers: Vec<usize>,
}

impl Against {
    /// How many packs there should be, and how many of these were swept.
    #[must_use]
    pub fn total(&self) -> (u32, u32) {
        self.rows.iter().fold((0, 0), |(expected, seen), row| {
            (expected + row.expected, seen + row.seen)
        })
    }
}

type Key = (String, Option<String>);

/// Compares what events say is in a consignment with what was swept.
///
/// A pack with a number is looked for by that number. One whose product is only counted there takes the
/// place of one of those, as long as there is one left.
#[must_use]
pub fn against(found: &ConsignmentFound, sweep: &Sweep) -> Against {
    let mut rows: BTreeMap<Key, Row> = BTreeMap::new();
    let mut numbered: BTreeMap<(&str, &str), Key> = BTreeMap::new();
    let mut counted: BTreeMap<Key, u32> = BTreeMap::new();
    let mut cases: BTreeSet<&str> = BTreeSet::new();
    for thing in &found.things {
        if let Some(sscc) = &thing.sscc {
            cases.insert(sscc);
        }
        let Some(gtin) = &thing.gtin else { continue };
        let key = (gtin.clone(), thing.batch.clone());
        // Half a kilogram is no number of packs: what is weighed is one thing.
        let many = thing.quantity.map_or(1, |many| many.max(1.0) as u32);
        rows.entry(key.clone())
            .or_insert_with(|| Row {
                gtin: gtin.clone(),
                name: None,
                batch: thing.batch.clone(),
                expected: 0,
                seen: 0,
            })
            .expected += many;
        match &thing.serial {
            Some(serial) => {
                numbered.insert((gtin, serial), key);
            }
            None => *counted.entry(key).or_default() += many,
        }
    }
    let mut against = Against {
        cases: (cases.len() as u32, 0),
        ..Against::default()
    };
    for (at, pack) in sweep.packs().iter().enumerate() {
        if let Some(sscc) = pack.element("00") {
            against.cases.1 += u32::from(cases.remove(sscc));
            continue;
        }
        let Some(gtin) = pack.element("01") else {
            continue;
        };
        let key = pack
            .serial()
            .and_then(|serial| numbered.remove(&(gtin, serial)))
            .or_else(|| take(&mut counted, gtin, batch(pack)));
        match key.and_then(|key| rows.get_mut(&key)) {
            Some(row) => {
                row.seen += 1;
                if let Said::Server(swept) = &pack.said {
                    let product = swept.product.as_ref();
                    row.name = product.map(|product| product.name.clone());
                }
            }
            None if !found.is_cut => against.strangers.push(at),
            None => {}
        }
    }
    let missing = numbered.into_keys().map(|(_, serial)| serial.to_owned());
    against.missing = missing.collect();
    against.rows = rows.into_values().collect();
    against
}

/// One of those that are only counted: of its batch, or of a product whose batch nobody said.
fn take(counted: &mut BTreeMap<Key, u32>, gtin: &str, batch: Option<&str>) -> Option<Key> {
    let own = (gtin.to_owned(), batch.map(str::to_owned));
    let any = (gtin.to_owned(), None);
    for key in [own, any] {
        if let Some(left) = counted.get_mut(&key).filter(|left| **left > 0) {
            *left -= 1;
            return Some(key);
        }
    }
    None
}

fn batch(pack: &Pack) -> Option<&str> {
    let said = match &pack.said {
        Said::Server(swept) => swept.batch.as_deref(),
        _ => None,
    };
    said.or_else(|| pack.element("10"))
}

#[cfg(test)]
mod tests {
    use wire::{answer::Element, inspect::PackedThing, scan::Content};

    use super::*;

    const GTIN: &str = "09506000134352";

    fn thing(
        sscc: Option<&str>,
        batch: Option<&str>,
        serial: Option<&str>,
        quantity: Option<f64>,
    ) -> PackedThing {
        PackedThing {
            sscc: sscc.map(str::to_owned),
            gtin: sscc.is_none().then(|| GTIN.to_owned()),
            batch: batch.map(str::to_owned),
            serial: serial.map(str::to_owned),
            quantity,
            ..PackedThing::default()
        }
    }

    fn take(sweep: &mut Sweep, elements: &[(&str, &str)]) -> usize {
        let elements = elements.iter().map(|(ai, value)| Element {
            ai: (*ai).to_owned(),
            title: String::new(),
            value: (*value).to_owned(),
        });
        let elements: Vec<Element> = elements.collect();
        let content = Content {
            text: format!("{elements:?}"),
            form: "element-string".to_owned(),
            path: Some(format!("/{}", sweep.packs().len())),
            host: None,
            elements,
            faults: Vec::new(),
        };
        sweep.take(&content, "t").expect("a product's").0
    }

    fn consignment(things: Vec<PackedThing>) -> ConsignmentFound {
        ConsignmentFound {
            things,
            ..ConsignmentFound::default()
        }
    }

    #[test]
    fn numbered_packs_are_looked_for_by_their_numbers() {
        let found = consignment(vec![
            thing(Some("106141412345678908"), None, None, None),
            thing(None, Some("A"), Some("1"), None),
            thing(None, Some("A"), Some("2"), None),
        ]);
        let mut sweep = Sweep::default();
        take(&mut sweep, &[("00", "106141412345678908")]);
        take(&mut sweep, &[("01", GTIN), ("10", "A"), ("21", "2")]);
        let stranger = take(&mut sweep, &[("01", GTIN), ("10", "A"), ("21", "3")]);
        let told = against(&found, &sweep);
        assert_eq!(told.cases, (1, 1));
        assert_eq!(told.total(), (2, 1));
        assert_eq!(told.missing, ["1"]);
        assert_eq!(told.strangers, [stranger]);
    }

    #[test]
    fn counted_packs_take_the_places_that_are_left() {
        let found = consignment(vec![
            thing(None, Some("A"), None, Some(1.0)),
            thing(None, None, None, Some(1.0)),
        ]);
        let mut sweep = Sweep::default();
        take(&mut sweep, &[("01", GTIN), ("10", "A"), ("21", "1")]);
        take(&mut sweep, &[("01", GTIN), ("10", "A"), ("21", "2")]);
        let over = take(&mut sweep, &[("01", GTIN), ("10", "A"), ("21", "3")]);
        let told = against(&found, &sweep);
        let seen: Vec<_> = told
            .rows
            .iter()
            .map(|row| (row.batch.as_deref(), row.expected, row.seen))
            .collect();
        assert_eq!(seen, [(None, 1, 1), (Some("A"), 1, 1)]);
        assert_eq!(told.strangers, [over]);
    }

    #[test]
    fn a_list_that_is_not_whole_calls_nothing_a_stranger() {
        let mut found = consignment(vec![thing(None, Some("A"), Some("1"), None)]);
        found.is_cut = true;
        let mut sweep = Sweep::default();
        take(&mut sweep, &[("01", GTIN), ("21", "9")]);
        assert_eq!(against(&found, &sweep).strangers, Vec::<usize>::new());
    }
}
