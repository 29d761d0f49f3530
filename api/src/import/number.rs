//! A product's number: in-house ones, and those that it had before.

use gs1::Gtin;
use wire::import::Product;

use super::{problems::Problems, record::Importer};
use crate::store;

impl Importer<'_, '_> {
    /// In-house numbers are nobody's: here the first brand that uses one has it.
    pub(super) fn check_in_house(
        &self,
        gtin: &Gtin,
        product: &Product,
        problems: &mut Problems,
    ) -> store::Result<()> {
        let other = self.tx.product(gtin)?.map(|known| known.record.brand);
        if let Some(other) = other.filter(|other| *other != product.brand) {
            problems.add(
                "gtin",
                format!("the in-house number `{gtin}` is in use here by the brand `{other}`"),
                "take another one",
            );
        }
        Ok(())
    }

    /// The products whose place one takes: known ones of the same brand, and no circle of them.
    pub(super) fn replaced(
        &self,
        gtin: &Gtin,
        product: &Product,
        problems: &mut Problems,
    ) -> store::Result<Vec<i64>> {
        let own = self.tx.product(gtin)?;
        let mut replaced = Vec::new();
        for text in &product.replaces {
            let old = match text.parse() {
                Ok(gtin) => self.tx.product(&gtin)?,
                Err(_) => None,
            };
            let Some(old) = old.filter(|old| old.record.brand == product.brand) else {
                problems.add(
                    "replaces",
                    format!("the brand has no product `{text}` here"),
                    "put the record of the old number first",
                );
                continue;
            };
            let is_circle = old.gtin == *gtin
                || match &own {
                    Some(own) => self.leads_to(own, old.id)?,
                    None => false,
                };
            let successor = self.tx.current_product(&old)?;
            let is_taken =
                old.successor.is_some() && old.successor != own.as_ref().map(|own| own.id);
            if is_circle {
                problems.add(
                    "replaces",
                    format!("`{text}` is this product, or took its place"),
                    "name only numbers that it had before",
                );
            } else if let Some(successor) = successor.filter(|_| is_taken) {
                problems.add(
                    "replaces",
                    format!("`{text}` was replaced by `{}`", successor.gtin),
                    "name the one that this product takes the place of now",
                );
            } else {
                replaced.push(old.id);
            }
        }
        Ok(replaced)
    }

    /// Whether a product was replaced, at whatever remove, by that one.
    fn leads_to(&self, product: &store::Product, id: i64) -> store::Result<bool> {
        if product.successor == Some(id) {
            return Ok(true);
        }
        let current = self.tx.current_product(product)?;
        Ok(current.is_some_and(|current| current.id == id))
    }
}
