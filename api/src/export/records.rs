//! Records as they were imported, in an order in which each follows what it refers to.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use issue::{HiddenKey, IssueKey};
use wire::import::{Event, MasterData, MasterDatum, Picture, Record, SigningKey, State};

use super::{ExportError, Exporter, Part, Result};
use crate::{clock, key::Teller, key_file::FileKey as _, random, store};

/// How many links are held at once.
const LINKS: i64 = 1000;

/// How many names of things are.
const THINGS: usize = 1000;

fn datum(datum: &store::MasterDatum) -> MasterDatum {
    MasterDatum {
        name: datum.what.clone(),
        value: datum.value.clone(),
    }
}

impl Exporter<'_, '_> {
    /// The identifiers of the brands that are written of.
    pub(super) fn brands(&mut self) -> Result<Vec<String>> {
        let mut brands = self.db.brands()?;
        if let Some(only) = &self.options.brand {
            brands.retain(|brand| brand.id == *only);
            if brands.is_empty() {
                return Err(ExportError::Brand(only.clone()));
            }
        }
        let ids = brands.iter().map(|brand| brand.id.clone()).collect();
        if self.wants(Part::Brands) {
            for brand in brands {
                let keys = self.db.signing_keys(&brand.id)?;
                self.line(&Record::Brand(brand))?;
                for key in keys {
                    self.line(&Record::SigningKey(SigningKey {
                        brand: key.brand,
                        id: key.id,
                        public_key: random::hex(&key.public_key),
                        created: clock::rfc3339_ms(key.created_at).unwrap_or_default(),
                        revoked: key.revoked_at.and_then(clock::rfc3339_ms),
                    }))?;
                }
            }
        }
        Ok(ids)
    }

    pub(super) fn places(&mut self) -> Result<()> {
        let mut last = String::new();
        loop {
            let page = self.db.places_after(&last)?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last.clone_from(&end.record.id);
            for place in page {
                let mut record = place.record;
                self.picture(record.picture.as_deref(), place.picture.as_deref())?;
                if let Some(only) = &self.options.brand {
                    record.returns.retain(|brand| brand == only);
                    let mut products = Vec::new();
                    for gtin in record.return_products {
                        let known = gtin.parse().ok();
                        let known = known.map_or(Ok(None), |gtin| self.db.product(&gtin))?;
                        if known.is_some_and(|product| product.record.brand == *only) {
                            products.push(gtin);
                        }
                    }
                    record.return_products = products;
                }
                self.line(&Record::Place(record))?;
            }
        }
    }

    pub(super) fn product(&mut self, product: &store::Product) -> Result<()> {
        self.picture(
            product.record.picture.as_deref(),
            product.picture.as_deref(),
        )?;
        let printed = product.record.printed.as_ref();
        self.picture(
            printed.and_then(|printed| printed.picture.as_deref()),
            product.printed.as_deref(),
        )?;
        self.line(&Record::Product(product.record.clone()))
    }

    /// The picture before the record that names it, unless its name stands for it already.
    pub(super) fn picture(&mut self, name: Option<&str>, digest: Option<&str>) -> Result<()> {
        let (Some(name), Some(digest)) = (name, digest) else {
            return Ok(());
        };
        if self.pictures.get(name).is_some_and(|known| known == digest) {
            return Ok(());
        }
        let Some(picture) = self.db.picture(digest)? else {
            return Ok(());
        };
        self.pictures.insert(name.to_owned(), digest.to_owned());
        self.line(&Record::Picture(Picture {
            name: name.to_owned(),
            base64: BASE64_STANDARD.encode(picture.bytes),
        }))
    }

    pub(super) fn batches(&mut self, product: &store::Product) -> Result<()> {
        if self.wants(Part::Batches) {
            for batch in self.db.batches_of(product.id)? {
                let state = batch.stage.map(|stage| State {
                    gtin: batch.record.gtin.clone(),
                    batch: batch.record.batch.clone(),
                    state: stage.into(),
                    first: None,
                    count: None,
                    correction: false,
                });
                self.line(&Record::Batch(batch.record))?;
                if let Some(state) = state {
                    self.line(&Record::State(state))?;
                }
            }
        }
        if self.wants(Part::Units) {
            self.units(product)?;
        }
        if self.wants(Part::Issued) {
            self.issued(product)?;
        }
        Ok(())
    }

    fn issued(&mut self, product: &store::Product) -> Result<()> {
        let digest = |setting| self.db.key_digest(setting);
        let key = digest(IssueKey::KIND.setting)?.unwrap_or_default();
        let hidden_key = digest(HiddenKey::KIND.setting)?.unwrap_or_default();
        for range in self.db.issue_ranges(product.id)? {
            self.line(&Record::Issued(wire::import::Issued {
                gtin: product.record.gtin.clone(),
                batch: range.batch.clone(),
                first: range.first,
                count: range.count,
                issued_on: range.issued_on,
                key: random::hex(&key),
                hidden_key: range.has_hidden.then(|| random::hex(&hidden_key)),
                signing_key: range.signing_key,
            }))?;
            for (stage, count) in range.reached.stages() {
                self.line(&Record::State(State {
                    gtin: product.record.gtin.clone(),
                    batch: range.batch.clone(),
                    state: stage.into(),
                    first: Some(range.first),
                    count: Some(count),
                    correction: false,
                }))?;
            }
        }
        Ok(())
    }

    pub(super) fn recalls(&mut self, product: &store::Product) -> Result<()> {
        if !self.wants(Part::Recalls) {
            return Ok(());
        }
        let mut recalls = self.db.recalls(product.id)?;
        recalls.sort_by(|one, other| one.record.id.cmp(&other.record.id));
        for recall in recalls {
            self.line(&Record::Recall(recall.record))?;
        }
        Ok(())
    }

    pub(super) fn links(&mut self, brands: &[String]) -> Result<()> {
        for brand in brands {
            let mut last = String::new();
            loop {
                let page = self.db.links_after(brand, &last, LINKS)?;
                let Some(end) = page.last() else {
                    break;
                };
                last.clone_from(&end.id);
                for link in page {
                    self.line(&Record::Link(link))?;
                }
            }
        }
        Ok(())
    }

    /// What headers of documents say, each thing once a teller.
    pub(super) fn master_data(&mut self, brands: &[String]) -> Result<()> {
        for brand in brands {
            let mut last = String::new();
            loop {
                let page = self.db.described_after(brand, &last, THINGS)?;
                let Some(end) = page.last() else {
                    break;
                };
                last.clone_from(end);
                for id in page {
                    let told = self.db.described(brand, &id)?;
                    for told in told.chunk_by(|one, next| one.told_by == next.told_by) {
                        self.line(&Record::MasterData(MasterData {
                            brand: brand.clone(),
                            told_by: Teller::of_capture(&told[0].told_by).map(str::to_owned),
                            id: id.clone(),
                            attributes: told.iter().map(datum).collect(),
                        }))?;
                    }
                }
            }
        }
        Ok(())
    }

    /// In the order in which they came.
    pub(super) fn events(&mut self, brands: &[String]) -> Result<()> {
        let mut last = 0;
        loop {
            let page = self.db.events_after(last)?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last = end.seq;
            for event in page
                .into_iter()
                .filter(|event| brands.contains(&event.brand))
            {
                self.line(&Record::Event(Event {
                    brand: event.brand,
                    recorded: clock::rfc3339_ms(event.record_time),
                    event: serde_json::from_str(&event.body)?,
                }))?;
            }
        }
    }
}
