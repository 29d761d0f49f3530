//! Batches.

use trace::Stage;

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
    /// How far all of its units have come, where that was told.
    pub stage: Option<Stage>,
}

fn stage(stored: Option<i64>) -> Option<Stage> {
    Stage::ALL.get(usize::try_from(stored?).ok()?).copied()
}

impl Db<'_> {
    /// The batch of a product.
    pub fn batch(&self, product: i64, number: &str) -> Result<Option<Batch>> {
        let row: Option<(i64, String, Option<i64>)> = self.row(
            "select id, record, state from batch where product = ?1 and number = ?2",
            (product, number),
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        row.map(|(id, record, state)| {
            Ok(Batch {
                id,
                record: from_json("batch", &record)?,
                stage: stage(state),
            })
        })
        .transpose()
    }
}

impl Db<'_> {
    /// The batches of a product, by number.
    pub fn batches_of(&self, product: i64) -> Result<Vec<Batch>> {
        let rows: Vec<(i64, String, Option<i64>)> = self.rows(
            "select id, record, state from batch where product = ?1 order by number",
            [product],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        rows.into_iter()
            .map(|(id, record, state)| {
                Ok(Batch {
                    id,
                    record: from_json("batch", &record)?,
                    stage: stage(state),
                })
            })
            .collect()
    }
}

impl Tx<'_> {
    /// Notes how far all units of a batch have come. It never goes back, unless that is a correction.
    pub fn put_batch_stage(&self, batch: i64, stage: Stage, is_correction: bool) -> Result<Change> {
        let changed = self.execute(
            "update batch set state = ?2
             where id = ?1 and (state is null or state < ?2 or (?3 = 1 and state > ?2))",
            (batch, stage as i64, i64::from(is_correction)),
        )?;
        if changed == 0 {
            return Ok(Change::Unchanged);
        }
        self.change_records()?;
        Ok(Change::Changed)
    }

    /// Puts a batch in, or its new record in the place of the old one.
    pub fn put_batch(&self, product: i64, record: &wire::import::Batch) -> Result<Change> {
        let change = match self.batch(product, &record.batch)? {
            Some(known) if known.record == *record => return Ok(Change::Unchanged),
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.change_records()?;
        self.execute(
            "insert into batch (product, number, record) values (?1, ?2, ?3)
             on conflict (product, number) do update set record = excluded.record",
            (product, &record.batch, to_json("batch", record)?),
        )?;
        // Its dates may be what a recall asks for.
        self.put_recall_news(product)?;
        Ok(change)
    }
}
