//! What the buyer of a unit shares with the shop that sold it.

use trace::Instant;

use super::{Db, Result, Tx, UnitKey};

/// What was told with a unit's last sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaleReceipt {
    /// When it was sold.
    pub sold_at: Instant,
    /// A keyed digest of what is on the receipt.
    pub digest: [u8; 32],
}

impl Db<'_> {
    /// What was told with a unit's last sale, where anything was.
    pub fn sale_receipt(&self, unit: &UnitKey) -> Result<Option<SaleReceipt>> {
        self.row(
            "select sold_at, digest from sale_receipt where product = ?1 and serial = ?2",
            (unit.product, &unit.serial),
            |row| {
                Ok(SaleReceipt {
                    sold_at: Instant(row.get(0)?),
                    digest: row.get(1)?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Keeps what was told with a sale; an older one than what is known is over.
    pub fn put_sale_receipt(&self, unit: &UnitKey, receipt: SaleReceipt) -> Result<()> {
        self.execute(
            "insert into sale_receipt (product, serial, sold_at, digest) values (?1, ?2, ?3, ?4)
             on conflict (product, serial) do update
             set sold_at = excluded.sold_at, digest = excluded.digest
             where excluded.sold_at >= sale_receipt.sold_at",
            (
                unit.product,
                &unit.serial,
                receipt.sold_at.0,
                receipt.digest.as_slice(),
            ),
        )?;
        Ok(())
    }

    /// Forgets what was told with a sale that was none.
    pub fn forget_sale_receipt(&self, unit: &UnitKey, sold_at: Instant) -> Result<()> {
        self.execute(
            "delete from sale_receipt where product = ?1 and serial = ?2 and sold_at = ?3",
            (unit.product, &unit.serial, sold_at.0),
        )?;
        Ok(())
    }
}
