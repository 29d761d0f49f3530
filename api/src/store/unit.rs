//! Units with serials of the brand's own.

use super::{Change, Db, Result, Serial, Tx};

/// A unit on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its batch's number.
    pub batch: String,
    /// When it was issued, ISO 8601.
    pub issued_on: Option<String>,
}

impl Db<'_> {
    /// The unit of a product's serial.
    pub fn unit(&self, product: i64, serial: &Serial) -> Result<Option<Unit>> {
        self.row(
            "select batch.number, unit.issued_on
             from unit join batch on batch.id = unit.batch
             where unit.product = ?1 and unit.serial = ?2",
            (product, serial),
            |row| {
                Ok(Unit {
                    batch: row.get(0)?,
                    issued_on: row.get(1)?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Puts a unit in. A serial that is known already keeps its row unless batch or date differ.
    pub fn put_unit(
        &self,
        product: i64,
        batch: i64,
        serial: &Serial,
        issued_on: Option<&str>,
    ) -> Result<Change> {
        let added = self.execute(
            "insert into unit (product, serial, batch, issued_on) values (?1, ?2, ?3, ?4)
             on conflict (product, serial) do nothing",
            (product, serial, batch, issued_on),
        )?;
        if added == 1 {
            return Ok(Change::Added);
        }
        let changed = self.execute(
            "update unit set batch = ?3, issued_on = ?4
             where product = ?1 and serial = ?2 and (batch <> ?3 or issued_on is not ?4)",
            (product, serial, batch, issued_on),
        )?;
        Ok(if changed == 1 {
            Change::Changed
        } else {
            Change::Unchanged
        })
    }
}
