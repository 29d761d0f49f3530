//! Recalls.

use super::{
    Change, Db, Result, Tx,
    db::{from_json, to_json},
};

/// A recall of a product.
#[derive(Clone, Debug, PartialEq)]
pub struct Recall {
    /// The product's number in this database.
    pub product: i64,
    /// As imported.
    pub record: wire::import::Recall,
}

impl Db<'_> {
    /// The recall of that identifier.
    pub fn recall(&self, id: &str) -> Result<Option<Recall>> {
        let row: Option<(i64, String)> = self.row(
            "select product, record from recall where id = ?1",
            [id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        row.map(|(product, record)| {
            Ok(Recall {
                product,
                record: from_json("recall", &record)?,
            })
        })
        .transpose()
    }

    /// Every recall of a product, newest first.
    pub fn recalls(&self, product: i64) -> Result<Vec<Recall>> {
        let mut recalls = self.rows(
            "select record from recall where product = ?1 order by id",
            [product],
            |row| {
                Ok(Recall {
                    product,
                    record: from_json("recall", &row.get::<String>(0)?)?,
                })
            },
        )?;
        recalls.sort_by(|a, b| b.record.on.cmp(&a.record.on));
        Ok(recalls)
    }
}

impl Tx<'_> {
    /// Puts a recall in, or its new record in the place of the old one.
    pub fn put_recall(&self, product: i64, record: &wire::import::Recall) -> Result<Change> {
        let change = match self.recall(&record.id)? {
            Some(known) if known.record == *record && known.product == product => {
                return Ok(Change::Unchanged);
            }
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.change_records()?;
        self.execute(
            "insert into recall (id, product, record) values (?1, ?2, ?3)
             on conflict (id) do update set product = excluded.product, record = excluded.record",
            (&record.id, product, to_json("recall", record)?),
        )?;
        self.put_recall_news(product)?;
        Ok(change)
    }
}
