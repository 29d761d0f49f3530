//! Pages of brands that register units from their own sites: which origin may for which product.

use gs1::Gtin;

use crate::store::{self, Db};

/// Whether a brand lists an origin.
pub fn is_listed(db: &Db<'_>, origin: &str) -> store::Result<bool> {
    let brands = db.brands()?;
    Ok(brands
        .iter()
        .any(|brand| brand.origins.iter().any(|listed| listed == origin)))
}

/// The origins that the brand of a product lists; none for a product that is not here.
pub fn of_product(db: &Db<'_>, gtin: &Gtin) -> store::Result<Vec<String>> {
    let Some(product) = db.product(gtin)? else {
        return Ok(Vec::new());
    };
    let brand = db.brand(&product.record.brand)?;
    Ok(brand.map(|brand| brand.origins).unwrap_or_default())
}
