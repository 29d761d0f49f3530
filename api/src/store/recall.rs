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

impl Db<'_> {
    /// The recalls of a brand's products, by identifier.
    pub fn recalls_of_brand(&self, brand: &str) -> Result<Vec<Recall>> {
        self.rows(
            "select recall.product, recall.record from recall
             join product on product.id = recall.product
             where product.brand = ?1 order by recall.id",
            [brand],
            |row| {
                Ok(Recall {
                    product: row.get(0)?,
                    record: from_json("recall", &row.get::<String>(1)?)?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Puts a recall in, or its new record in the place of the old one.
    pub fn put_recall(&self, product: i64, record: &wire::import::Recall) -> Result<Change> {
        let known = self.recall(&record.id)?;
        let record = &said(known.as_ref(), record);
        let change = match known {
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

/// A notice that comes again keeps what staff said of it.
fn said(known: Option<&Recall>, record: &wire::import::Recall) -> wire::import::Recall {
    let mut record = record.clone();
    let known = known.and_then(|known| known.record.notice.as_ref());
    if let (Some(known), Some(notice)) = (known, &mut record.notice)
        && !notice.confirmed
        && !notice.dismissed
    {
        notice.confirmed = known.confirmed;
        notice.dismissed = known.dismissed;
    }
    record
}
