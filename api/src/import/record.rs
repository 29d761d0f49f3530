//! One record: `wire::import::Record` → the store, or everything that is wrong with it.

use gs1::{Date, Gln, Gtin};
use trace::{Country, Point};
use wire::import::{Batch, Brand, Part, Place, Product, Recall, Record, Text, Units};

use super::{Pictures, Problem, Report, picture};
use crate::store::{self, Change, Serial, Tx};

/// Materials that parts are made of and recycling places take.
const MATERIALS: [&str; 12] = [
    "glass",
    "paper",
    "cardboard",
    "pet",
    "plastic",
    "metal",
    "aluminium",
    "organic",
    "electronics",
    "batteries",
    "medicine",
    "residual",
];

/// Remedies of a recall (GPSR, Article 37).
const REMEDIES: [&str; 3] = ["refund", "repair", "replacement"];

const ADVICE_GTIN: &str = "write 8, 12, 13 or 14 digits as they are on the pack";
const ADVICE_DATE: &str = "write it as 2026-11-24";
const ADVICE_CSET: &str = "use 1 to 20 characters of GS1's character set 82: no spaces, no accents";

/// Puts records in.
pub(super) struct Importer<'i, 'c> {
    pub(super) tx: &'i Tx<'c>,
    pub(super) pictures: &'i Pictures,
}

/// What is wrong so far.
#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, field: &str, what: impl Into<String>, advice: &str) {
        self.0.push(Problem::new(field, what, advice));
    }

    fn gtin(&mut self, text: &str) -> Option<Gtin> {
        text.parse()
            .map_err(|error| self.add("gtin", format!("`{text}`: {error}"), ADVICE_GTIN))
            .ok()
    }

    fn date(&mut self, field: &str, text: Option<&String>) -> Option<Date> {
        let text = text?;
        text.parse()
            .map_err(|error| self.add(field, format!("`{text}`: {error}"), ADVICE_DATE))
            .ok()
    }

    fn name(&mut self, field: &str, text: &Text) {
        if text.values().all(|words| words.trim().is_empty()) {
            self.add(field, "is empty", "write it in one language at least");
        }
    }

    fn country(&mut self, field: &str, text: &str) {
        if Country::new(text).is_none() {
            self.add(
                field,
                format!("`{text}` is no country"),
                "write two letters, as PL",
            );
        }
    }

    fn material(&mut self, field: &str, text: &str) {
        if !MATERIALS.contains(&text) {
            let advice = format!("use one of: {}", MATERIALS.join(", "));
            self.add(
                field,
                format!("`{text}` is no material known here"),
                &advice,
            );
        }
    }

    fn cset82(&mut self, field: &str, text: &str) -> Option<Serial> {
        let serial = Serial::new(text);
        if serial.is_none() {
            self.add(field, format!("`{text}` is not possible"), ADVICE_CSET);
        }
        serial
    }
}

impl Importer<'_, '_> {
    /// Puts one record in; what is wrong with it goes into the report, and none of it is kept.
    pub(super) fn put(
        &self,
        record: &Record,
        source: &str,
        line: usize,
        report: &mut Report,
    ) -> store::Result<()> {
        let mut problems = Problems::default();
        let changes = match record {
            Record::Brand(brand) => self.brand(brand, &mut problems)?,
            Record::Product(product) => self.product(product, &mut problems)?,
            Record::Batch(batch) => self.batch(batch, &mut problems)?,
            Record::Units(units) => self.units(units, &mut problems)?,
            Record::Place(place) => self.place(place, &mut problems)?,
            Record::Recall(recall) => self.recall(recall, &mut problems)?,
        };
        for change in changes {
            report.count(change);
        }
        for problem in problems.0 {
            report.problem(source, Some(line), problem);
        }
        Ok(())
    }

    fn brand(&self, brand: &Brand, problems: &mut Problems) -> store::Result<Vec<Change>> {
        let is_id = !brand.id.is_empty()
            && brand
                .id
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if !is_id {
            problems.add(
                "id",
                format!("`{}` is no identifier", brand.id),
                "use lower-case letters, digits and hyphens",
            );
        }
        if brand.name.trim().is_empty() {
            problems.add("name", "is empty", "write the brand's name");
        }
        for prefix in &brand.prefixes {
            let is_prefix = (4..=12).contains(&prefix.len())
                && prefix.bytes().all(|byte| byte.is_ascii_digit());
            if !is_prefix {
                problems.add(
                    "prefixes",
                    format!("`{prefix}` is no GS1 Company Prefix"),
                    "write its 4 to 12 digits",
                );
            }
            for (known, owner) in self.tx.prefixes()? {
                let overlaps = known.starts_with(prefix) || prefix.starts_with(&known);
                if overlaps && owner != brand.id {
                    problems.add(
                        "prefixes",
                        format!("`{prefix}` belongs to the brand `{owner}`"),
                        "a prefix has one owner: check the licence",
                    );
                }
            }
        }
        if !problems.0.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![self.tx.put_brand(brand)?])
    }

    fn product(&self, product: &Product, problems: &mut Problems) -> store::Result<Vec<Change>> {
        let gtin = problems.gtin(&product.gtin);
        problems.name("name", &product.name);
        problems.date("serials_since", product.serials_since.as_ref());
        for part in &product.parts {
            check_part(part, problems);
        }
        match (self.tx.brand(&product.brand)?, gtin) {
            (None, _) => problems.add(
                "brand",
                format!("`{}` is not known here", product.brand),
                "put the brand's record before its products",
            ),
            (Some(brand), Some(gtin)) => {
                let digits = &gtin.as_str()[1..];
                let is_its_own = brand
                    .prefixes
                    .iter()
                    .any(|prefix| digits.starts_with(prefix));
                if !is_its_own {
                    problems.add(
                        "gtin",
                        format!("`{gtin}` begins with none of the brand's prefixes"),
                        "add the GS1 Company Prefix to the brand's record",
                    );
                }
            }
            (Some(_), None) => {}
        }
        let picture = self.picture(product.picture.as_deref(), problems)?;
        let Some(gtin) = gtin.filter(|_| problems.0.is_empty()) else {
            return Ok(Vec::new());
        };
        let change = self.tx.put_product(&gtin, product, picture.as_deref())?;
        Ok(vec![change])
    }

    fn batch(&self, batch: &Batch, problems: &mut Problems) -> store::Result<Vec<Change>> {
        let product = self.known_product(&batch.gtin, problems)?;
        problems.cset82("batch", &batch.batch);
        let produced = problems.date("produced", batch.produced.as_ref());
        for (field, text) in [
            ("expiry", batch.expiry.as_ref()),
            ("best_before", batch.best_before.as_ref()),
        ] {
            let end = problems.date(field, text);
            if produced
                .zip(end)
                .is_some_and(|(produced, end)| end < produced)
            {
                problems.add(
                    field,
                    "lies before the day of production",
                    "check both dates",
                );
            }
        }
        for market in &batch.markets {
            problems.country("markets", market);
        }
        let Some(product) = product.filter(|_| problems.0.is_empty()) else {
            return Ok(Vec::new());
        };
        Ok(vec![self.tx.put_batch(product, batch)?])
    }

    fn units(&self, units: &Units, problems: &mut Problems) -> store::Result<Vec<Change>> {
        let product = self.known_product(&units.gtin, problems)?;
        problems.date("issued_on", units.issued_on.as_ref());
        let batch = match product {
            Some(product) => self.tx.batch(product, &units.batch)?,
            None => None,
        };
        if product.is_some() && batch.is_none() {
            problems.add(
                "batch",
                format!("`{}` is not known here", units.batch),
                "put the batch's record before its units",
            );
        }
        let serials: Vec<Serial> = units
            .serials
            .iter()
            .filter_map(|serial| problems.cset82("serials", serial))
            .collect();
        let (Some(product), Some(batch), true) = (product, batch, problems.0.is_empty()) else {
            return Ok(Vec::new());
        };
        serials
            .iter()
            .map(|serial| {
                self.tx
                    .put_unit(product, batch.id, serial, units.issued_on.as_deref())
            })
            .collect()
    }

    fn place(&self, place: &Place, problems: &mut Problems) -> store::Result<Vec<Change>> {
        let looks_like_gln =
            place.id.len() == 13 && place.id.bytes().all(|byte| byte.is_ascii_digit());
        if place.id.trim().is_empty() {
            problems.add(
                "id",
                "is empty",
                "write a GLN, or an identifier of your own",
            );
        } else if looks_like_gln && place.id.parse::<Gln>().is_err() {
            problems.add(
                "id",
                format!("`{}` has a wrong check digit", place.id),
                "write the GLN as it was issued",
            );
        }
        problems.country("country", &place.country);
        if Point::new(place.lat, place.lon).is_none() {
            problems.add(
                "lat",
                format!("{}, {} is no point on earth", place.lat, place.lon),
                "write degrees north (−90 to 90) and east (−180 to 180)",
            );
        }
        for material in &place.accepts {
            problems.material("accepts", material);
        }
        for brand in &place.returns {
            if self.tx.brand(brand)?.is_none() {
                problems.add(
                    "returns",
                    format!("the brand `{brand}` is not known here"),
                    "put the brand's record first",
                );
            }
        }
        let picture = self.picture(place.picture.as_deref(), problems)?;
        if !problems.0.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![self.tx.put_place(place, picture.as_deref())?])
    }

    fn recall(&self, recall: &Recall, problems: &mut Problems) -> store::Result<Vec<Change>> {
        let product = self.known_product(&recall.gtin, problems)?;
        problems.date("on", Some(&recall.on));
        problems.name("hazard", &recall.hazard);
        problems.name("instruction", &recall.instruction);
        for batch in &recall.batches {
            let is_known = match product {
                Some(product) => self.tx.batch(product, batch)?.is_some(),
                None => true,
            };
            if !is_known {
                problems.add(
                    "batches",
                    format!("`{batch}` is not known here"),
                    "put the batch's record first",
                );
            }
        }
        for serial in &recall.serials {
            problems.cset82("serials", serial);
        }
        if recall.remedies.is_empty() {
            problems.add("remedies", "is empty", "offer one remedy at least");
        }
        for remedy in &recall.remedies {
            if !REMEDIES.contains(&remedy.as_str()) {
                let advice = format!("use one of: {}", REMEDIES.join(", "));
                problems.add("remedies", format!("`{remedy}` is no remedy"), &advice);
            }
        }
        let Some(product) = product.filter(|_| problems.0.is_empty()) else {
            return Ok(Vec::new());
        };
        Ok(vec![self.tx.put_recall(product, recall)?])
    }

    fn known_product(&self, gtin: &str, problems: &mut Problems) -> store::Result<Option<i64>> {
        let Some(gtin) = problems.gtin(gtin) else {
            return Ok(None);
        };
        let product = self.tx.product(&gtin)?;
        if product.is_none() {
            problems.add(
                "gtin",
                format!("the product `{gtin}` is not known here"),
                "put the product's record first",
            );
        }
        Ok(product.map(|product| product.id))
    }

    fn picture(
        &self,
        name: Option<&str>,
        problems: &mut Problems,
    ) -> store::Result<Option<String>> {
        let Some(name) = name else {
            return Ok(None);
        };
        match picture::put(self.tx, self.pictures, name)? {
            Ok(digest) => Ok(Some(digest)),
            Err(problem) => {
                problems.0.push(problem);
                Ok(None)
            }
        }
    }
}

fn check_part(part: &Part, problems: &mut Problems) {
    problems.name("parts.name", &part.name);
    problems.material("parts.material", &part.material);
    problems.name("parts.advice", &part.advice);
    if part
        .grams
        .is_some_and(|grams| grams < 0.0 || !grams.is_finite())
    {
        problems.add(
            "parts.grams",
            "is less than nothing",
            "write its mass in grams",
        );
    }
}
