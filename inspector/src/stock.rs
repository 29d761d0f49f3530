//! What stands on the shelf, counted by product, batch and date.

use std::collections::BTreeMap;

use crate::sweep::{Said, Sweep};

/// So many packs of one product, batch and date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stock {
    /// 14 digits.
    pub gtin: String,
    /// The product's name, where the server gave it.
    pub name: Option<String>,
    /// Its batch.
    pub lot: Option<String>,
    /// `YYYY-MM-DD`, where the server gave it.
    pub expiry: Option<String>,
    /// Days until then; negative after it.
    pub days_left: Option<i64>,
    /// How many.
    pub quantity: u32,
}

/// Counts a sweep: by product, and within it what expires first comes first.
#[must_use]
pub fn counted(sweep: &Sweep) -> Vec<Stock> {
    type Key = (String, String, Option<String>);
    let mut counts: BTreeMap<Key, Stock> = BTreeMap::new();
    for pack in sweep.packs() {
        let Some(gtin) = pack.element("01") else {
            continue;
        };
        let swept = match &pack.said {
            Said::Server(swept) => Some(swept),
            _ => None,
        };
        let expiry = swept.and_then(|swept| swept.expiry.as_ref());
        let lot = swept
            .and_then(|swept| swept.batch.clone())
            .or_else(|| pack.element("10").map(str::to_owned));
        let on = expiry.map(|expiry| expiry.on.clone());
        // Without a date comes last.
        let order = on.clone().unwrap_or_else(|| "~".to_owned());
        let stock = counts
            .entry((gtin.to_owned(), order, lot.clone()))
            .or_insert_with(|| Stock {
                gtin: gtin.to_owned(),
                name: None,
                lot,
                expiry: on,
                days_left: expiry.map(|expiry| expiry.days_left),
                quantity: 0,
            });
        stock.quantity += 1;
        if let Some(product) = swept.and_then(|swept| swept.product.as_ref()) {
            stock.name = Some(product.name.clone());
        }
    }
    counts.into_values().collect()
}

#[cfg(test)]
mod tests {
    use wire::{
        answer::Element,
        inspect::{Expiry, Swept},
        scan::Content,
    };

    use super::*;

    fn pack(sweep: &mut Sweep, serial: &str, lot: &str, on: Option<(&str, i64)>) {
        let element = |ai: &str, value: &str| Element {
            ai: ai.to_owned(),
            title: String::new(),
            value: value.to_owned(),
        };
        let content = Content {
            text: serial.to_owned(),
            form: "element-string".to_owned(),
            path: Some(format!("/01/09506000134352/21/{serial}")),
            host: None,
            elements: vec![
                element("01", "09506000134352"),
                element("10", lot),
                element("21", serial),
            ],
            faults: Vec::new(),
        };
        let (at, _) = sweep.take(&content, "t").expect("a product's");
        if let Some((on, days_left)) = on {
            let swept = Swept {
                form: String::new(),
                path: None,
                faults: Vec::new(),
                standing: "issued".to_owned(),
                also: Vec::new(),
                reasons: Vec::new(),
                steps: Vec::new(),
                caution: None,
                brand: None,
                product: None,
                batch: Some(lot.to_owned()),
                serial: None,
                expiry: Some(Expiry {
                    on: on.to_owned(),
                    kind: "expiry".to_owned(),
                    days_left,
                    order: 1,
                }),
                recalls: Vec::new(),
                view: None,
            };
            sweep.say(at, Said::Server(Box::new(swept)));
        }
    }

    #[test]
    fn what_expires_first_comes_first() {
        let mut sweep = Sweep::default();
        pack(&mut sweep, "1", "B", Some(("2027-01-31", 64)));
        pack(&mut sweep, "2", "A", Some(("2026-12-01", 3)));
        pack(&mut sweep, "3", "B", Some(("2027-01-31", 64)));
        pack(&mut sweep, "4", "C", None);
        let counted: Vec<_> = counted(&sweep)
            .into_iter()
            .map(|stock| {
                (
                    stock.lot.unwrap_or_default(),
                    stock.days_left,
                    stock.quantity,
                )
            })
            .collect();
        assert_eq!(
            counted,
            [
                ("A".to_owned(), Some(3), 1),
                ("B".to_owned(), Some(64), 2),
                ("C".to_owned(), None, 1)
            ]
        );
    }
}
