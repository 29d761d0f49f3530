//! What things and places of a pedigree are called: each looked up once.

use std::collections::HashMap;

use gs1::Gtin;
use trace::Epc;

use crate::{
    answer::{picture_path, text},
    place,
    store::{self, Db},
};

/// What was looked up so far.
pub(super) struct Names<'d, 'c> {
    db: &'d Db<'c>,
    /// Whose events are told.
    brand: String,
    language: String,
    products: HashMap<String, Option<store::Product>>,
    batches: HashMap<Epc, Option<wire::import::Batch>>,
    places: HashMap<String, usize>,
    /// The places, in the order in which they were asked for.
    pub(super) found: Vec<wire::pedigree::Place>,
}

/// What an EPC names of a trade item.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parts {
    pub(super) gtin: String,
    pub(super) batch: Option<String>,
    pub(super) serial: Option<String>,
}

impl Parts {
    /// `None` for what is no trade item.
    pub(super) fn of(epc: &Epc) -> Option<Parts> {
        let mut segments = epc.0.strip_prefix("01/")?.split('/');
        let mut parts = Parts {
            gtin: segments.next()?.to_owned(),
            ..Parts::default()
        };
        while let (Some(ai), Some(value)) = (segments.next(), segments.next()) {
            let value = percent_encoding::percent_decode_str(value);
            let value = value.decode_utf8_lossy().into_owned();
            match ai {
                "10" => parts.batch = Some(value),
                "21" => parts.serial = Some(value),
                _ => {}
            }
        }
        Some(parts)
    }
}

impl<'d, 'c> Names<'d, 'c> {
    pub(super) fn new(db: &'d Db<'c>, brand: &str, language: &str) -> Names<'d, 'c> {
        Names {
            db,
            brand: brand.to_owned(),
            language: language.to_owned(),
            products: HashMap::new(),
            batches: HashMap::new(),
            places: HashMap::new(),
            found: Vec::new(),
        }
    }

    pub(super) fn product(&mut self, gtin: &str) -> store::Result<Option<&store::Product>> {
        if !self.products.contains_key(gtin) {
            let found = match gtin.parse::<Gtin>() {
                Ok(gtin) => self.db.product(&gtin)?,
                Err(_) => None,
            };
            self.products.insert(gtin.to_owned(), found);
        }
        Ok(self.products.get(gtin).and_then(Option::as_ref))
    }

    /// The record of a batch.
    pub(super) fn batch(&mut self, epc: &Epc) -> store::Result<Option<&wire::import::Batch>> {
        if !self.batches.contains_key(epc) {
            let found = match Parts::of(epc) {
                Some(Parts {
                    gtin,
                    batch: Some(batch),
                    serial: None,
                }) => match self.product(&gtin)?.map(|product| product.id) {
                    Some(product) => self.db.batch(product, &batch)?,
                    None => None,
                },
                _ => None,
            };
            self.batches
                .insert(epc.clone(), found.map(|found| found.record));
        }
        Ok(self.batches.get(epc).and_then(Option::as_ref))
    }

    /// How a product is made and kept.
    pub(super) fn rules(&mut self, gtin: &str) -> store::Result<store::ProductRules> {
        match self.product(gtin)?.map(|product| product.id) {
            Some(product) => self.db.product_rules(product),
            None => Ok(store::ProductRules::default()),
        }
    }

    /// What a product is called, and its picture.
    pub(super) fn name(&mut self, gtin: &str) -> store::Result<(Option<String>, Option<String>)> {
        let language = self.language.clone();
        let Some(product) = self.product(gtin)? else {
            return Ok((None, None));
        };
        let picture = product.picture.as_deref().map(picture_path);
        Ok((text(&product.record.name, &language), picture))
    }

    /// A thing as people call it: name and batch, or its path.
    pub(super) fn called(&mut self, epc: &Epc) -> store::Result<String> {
        let Some(parts) = Parts::of(epc) else {
            return Ok(epc.0.clone());
        };
        let (name, _) = self.name(&parts.gtin)?;
        let name = name.unwrap_or(parts.gtin);
        Ok(match parts.batch.or(parts.serial) {
            Some(which) => format!("{name} ({which})"),
            None => name,
        })
    }

    /// The index of a place among those that were found.
    pub(super) fn place(&mut self, id: &str, is_named: bool) -> store::Result<usize> {
        if let Some(at) = self.places.get(id) {
            return Ok(*at);
        }
        let found = self.db.place(id)?;
        let mut place = match found {
            Some(found) => wire::pedigree::Place {
                name: place::name_of(&found.record),
                country: found.record.country,
                holder: found.record.holder,
                point: Some([found.record.lat, found.record.lon]),
                picture: found.picture.as_deref().map(picture_path),
                id: None,
            },
            None => self.described(id)?,
        };
        place.id = is_named.then(|| id.to_owned());
        self.found.push(place);
        self.places.insert(id.to_owned(), self.found.len() - 1);
        Ok(self.found.len() - 1)
    }

    /// A place that is on no record, as the brand's own documents describe it. What its partners say of
    /// places is for queries alone.
    fn described(&self, id: &str) -> store::Result<wire::pedigree::Place> {
        let is_gln = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        let link = match is_gln {
            true => format!("https://id.gs1.org/414/{id}"),
            false => id.to_owned(),
        };
        let told = self.db.described(&self.brand, &link)?;
        let value = |name: &str| {
            let own = told.iter().filter(|datum| datum.told_by.is_empty());
            let mut own =
                own.filter(|datum| datum.what.strip_prefix("urn:epcglobal:cbv:mda:") == Some(name));
            own.next().map(|datum| datum.value.clone())
        };
        let degrees = |name: &str, most: f64| {
            let degrees: f64 = value(name)?.trim().parse().ok()?;
            (degrees.abs() <= most).then_some(degrees)
        };
        let country = value("countryCode").map(|code| code.trim().to_ascii_uppercase());
        let country = country.filter(|code| trace::Country::new(code).is_some());
        let point = degrees("latitude", 90.0).zip(degrees("longitude", 180.0));
        Ok(wire::pedigree::Place {
            name: value("name").unwrap_or_default(),
            country: country.unwrap_or_default(),
            point: point.map(|(lat, lon)| [lat, lon]),
            ..wire::pedigree::Place::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_an_epc() {
        let check = |epc: &str, batch: Option<&str>, serial: Option<&str>| {
            let parts = Parts::of(&Epc(epc.to_owned())).unwrap();
            assert_eq!(parts.gtin, "09506000134352");
            assert_eq!(
                (parts.batch.as_deref(), parts.serial.as_deref()),
                (batch, serial)
            );
        };
        check("01/09506000134352", None, None);
        check("01/09506000134352/10/L%2F7", Some("L/7"), None);
        check("01/09506000134352/21/A1", None, Some("A1"));
        assert_eq!(Parts::of(&Epc("00/095060000000000015".to_owned())), None);
    }
}
