//! Products.

use gs1::Gtin;

use super::{
    Change, Db, Result, Tx,
    db::{from_json, to_json},
    value::Row,
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
    /// The digest of the picture that shows where batch, date and serial stand.
    pub printed: Option<String>,
    /// The number in this database of the product that took its place.
    pub successor: Option<i64>,
    /// As imported.
    pub record: wire::import::Product,
}

/// How often a product may have changed its number.
const MAX_SUCCESSORS: usize = 16;

impl Product {
    /// Its number on packs of today; that of the code may be an older one.
    #[must_use]
    pub fn current_gtin(&self) -> Gtin {
        self.record.gtin.parse().unwrap_or(self.gtin)
    }
}

type Columns = (
    i64,
    String,
    Option<String>,
    Option<String>,
    Option<i64>,
    String,
);

fn columns(row: &Row<'_>) -> Result<Columns> {
    Ok((
        row.get(0)?,
        row.get(1)?,
        row.get(2)?,
        row.get(3)?,
        row.get(4)?,
        row.get(5)?,
    ))
}

/// `None` where the GTIN is none, which an import refuses.
fn read((id, gtin, picture, printed, successor, record): Columns) -> Result<Option<Product>> {
    let record = from_json("product", &record)?;
    Ok(gtin.parse().ok().map(|gtin| Product {
        id,
        gtin,
        picture,
        printed,
        successor,
        record,
    }))
}

impl Db<'_> {
    /// The product of that GTIN.
    pub fn product(&self, gtin: &Gtin) -> Result<Option<Product>> {
        let row = self.row(
            "select id, gtin, picture, printed, successor, record from product where gtin = ?1",
            [gtin.as_str()],
            columns,
        )?;
        Ok(row.map(read).transpose()?.flatten())
    }

    /// The product that a product's codes answer as: the last one that took its place.
    pub fn current_product(&self, product: &Product) -> Result<Option<Product>> {
        let mut current = None;
        let mut next = product.successor;
        // An import makes no circle; one that is there all the same ends.
        for _ in 0..MAX_SUCCESSORS {
            let Some(id) = next else {
                break;
            };
            let row = self.row(
                "select id, gtin, picture, printed, successor, record from product where id = ?1",
                [id],
                columns,
            )?;
            let Some(found) = row.map(read).transpose()?.flatten() else {
                break;
            };
            next = found.successor;
            current = Some(found);
        }
        Ok(current)
    }

    /// The products of a brand, by GTIN.
    pub fn products_of(&self, brand: &str) -> Result<Vec<Product>> {
        let rows = self.rows(
            "select id, gtin, picture, printed, successor, record from product
             where brand = ?1 order by gtin",
            [brand],
            columns,
        )?;
        let products = rows.into_iter().map(read);
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
    /// Notes which products a product took the place of: these, and no others.
    pub fn put_replaced(&self, product: i64, replaced: &[i64]) -> Result<()> {
        let before = self.execute(
            "update product set successor = null where successor = ?1",
            [product],
        )?;
        if before > 0 || !replaced.is_empty() {
            self.change_records()?;
        }
        for id in replaced {
            self.execute(
                "update product set successor = ?1 where id = ?2",
                (product, id),
            )?;
        }
        Ok(())
    }

    /// Puts a product in, or its new record in the place of the old one; its brand must be there.
    pub fn put_product(
        &self,
        gtin: &Gtin,
        record: &wire::import::Product,
        picture: Option<&str>,
        printed: Option<&str>,
    ) -> Result<Change> {
        let pictures = (picture, printed);
        let change = match self.product(gtin)? {
            Some(known)
                if known.record == *record
                    && (known.picture.as_deref(), known.printed.as_deref()) == pictures =>
            {
                return Ok(Change::Unchanged);
            }
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.change_records()?;
        self.execute(
            "insert into product (gtin, brand, picture, printed, record)
             values (?1, ?2, ?3, ?4, ?5)
             on conflict (gtin) do update
             set brand = excluded.brand, picture = excluded.picture, printed = excluded.printed,
                 record = excluded.record",
            (
                gtin.as_str(),
                &record.brand,
                picture,
                printed,
                to_json("product", record)?,
            ),
        )?;
        Ok(change)
    }
}
