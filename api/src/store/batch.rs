//! Batches.

use super::{
    Change, Db, Result, Tx,
    db::{from_json, to_json},
};

/// A batch with its number in this database.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Its number in this database.
    pub id: i64,
    /// As imported.
    pub record: wire::import::Batch,
}

impl Db<'_> {
    /// The batch of a product.
    pub fn batch(&self, product: i64, number: &str) -> Result<Option<Batch>> {
        let row: Option<(i64, String)> = self.row(
            "select id, record from batch where product = ?1 and number = ?2",
            (product, number),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        row.map(|(id, record)| {
            Ok(Batch {
                id,
                record: from_json("batch", &record)?,
            })
        })
        .transpose()
    }
}

impl Db<'_> {
    /// The batches of a product, by number.
    pub fn batches_of(&self, product: i64) -> Result<Vec<Batch>> {
        let rows: Vec<(i64, String)> = self.rows(
            "select id, record from batch where product = ?1 order by number",
            [product],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter()
            .map(|(id, record)| {
                Ok(Batch {
                    id,
                    record: from_json("batch", &record)?,
                })
            })
            .collect()
    }
}

impl Tx<'_> {
    /// Puts a batch in, or its new record in the place of the old one.
    pub fn put_batch(&self, product: i64, record: &wire::import::Batch) -> Result<Change> {
        let change = match self.batch(product, &record.batch)? {
            Some(known) if known.record == *record => return Ok(Change::Unchanged),
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.execute(
            "insert into batch (product, number, record) values (?1, ?2, ?3)
             on conflict (product, number) do update set record = excluded.record",
            (product, &record.batch, to_json("batch", record)?),
        )?;
        Ok(change)
    }
}
