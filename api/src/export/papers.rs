//! What brands have on record for pedigrees.

use wire::import::Record;

use super::{Exporter, Part, Result};
use crate::store::{self, PaperFound};

impl Exporter<'_, '_> {
    /// How products are made and kept, then certificates and documents.
    pub(super) fn papers(&mut self, brands: &[String], products: &[store::Product]) -> Result<()> {
        if !self.wants(Part::Papers) {
            return Ok(());
        }
        for product in products {
            let rules = self.db.product_rules(product.id)?;
            if let Some(recipe) = rules.recipe {
                self.line(&Record::Recipe(recipe))?;
            }
            for storage in rules.storage {
                self.line(&Record::Storage(storage))?;
            }
        }
        for brand in brands {
            self.papers_of(brand)?;
        }
        Ok(())
    }

    fn papers_of(&mut self, brand: &str) -> Result<()> {
        let mut last = (String::new(), String::new());
        loop {
            let page = self.db.papers_after(brand, &last.0, &last.1)?;
            let Some((kind, id, _)) = page.last() else {
                return Ok(());
            };
            last = (kind.clone(), id.clone());
            for (_, _, found) in page {
                match found {
                    PaperFound::Certificate(record) => self.line(&Record::Certificate(record))?,
                    PaperFound::Document(record, picture) => {
                        self.picture(record.picture.as_deref(), picture.as_deref())?;
                        self.line(&Record::Document(record))?;
                    }
                }
            }
        }
    }
}
