//! Products.

use gs1::Gtin;

use super::{
    Change, Db, Result, Tx,
    db::{from_json, to_json},
};

/// A product with what the store knows beside its record.
#[derive(Clone, Debug)]
pub struct Product {
    /// Its number in this database.
    pub id: i64,
    /// Which product.
    pub gtin: Gtin,
    /// The digest of its picture.
    pub picture: Option<String>,
    /// As imported.
    pub record: wire::import::Product,
}

impl Db<'_> {
    /// The product of that GTIN.
    pub fn product(&self, gtin: &Gtin) -> Result<Option<Product>> {
        let row: Option<(i64, Option<String>, String)> = self.row(
            "select id, picture, record from product where gtin = ?1",
            [gtin.as_str()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        let Some((id, picture, record)) = row else {
            return Ok(None);
        };
        Ok(Some(Product {
            id,
            gtin: *gtin,
            picture,
            record: from_json("product", &record)?,
        }))
    }

    /// The products of a brand, by GTIN.
    pub fn products_of(&self, brand: &str) -> Result<Vec<Product>> {
        let rows: Vec<(i64, Option<String>, String)> = self.rows(
            "select id, picture, record from product where brand = ?1 order by gtin",
            [brand],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        let products = rows.into_iter().map(|(id, picture, record)| {
            let record: wire::import::Product = from_json("product", &record)?;
            // A stored record was checked.
            let gtin = record.gtin.parse().ok();
            Ok(gtin.map(|gtin| Product {
                id,
                gtin,
                picture,
                record,
            }))
        });
        products.filter_map(Result::transpose).collect()
    }

    /// The record of the product of that number.
    pub fn product_record(&self, id: i64) -> Result<Option<wire::import::Product>> {
        let record: Option<String> =
            self.row("select record from product where id = ?1", [id], |row| {
                row.get(0)
            })?;
        record
            .map(|record| from_json("product", &record))
            .transpose()
    }
}

impl Tx<'_> {
    /// Puts a product in, or its new record in the place of the old one; its brand must be there.
    pub fn put_product(
        &self,
        gtin: &Gtin,
        record: &wire::import::Product,
        picture: Option<&str>,
    ) -> Result<Change> {
        let change = match self.product(gtin)? {
            Some(known) if known.record == *record && known.picture.as_deref() == picture => {
                return Ok(Change::Unchanged);
            }
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.execute(
            "insert into product (gtin, brand, picture, record) values (?1, ?2, ?3, ?4)
             on conflict (gtin) do update
             set brand = excluded.brand, picture = excluded.picture, record = excluded.record",
            (
                gtin.as_str(),
                &record.brand,
                picture,
                to_json("product", record)?,
            ),
        )?;
        Ok(change)
    }
}
