//! Pictures of receipts, for as long as nobody has decided about them.

use trace::Instant;

use super::{Db, Result, Tx, picture::Picture, value::Row};

/// What became of a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The registration that it is for.
    pub registration: String,
    /// Whose staff look at it.
    pub brand: String,
    /// When it was sent.
    pub sent_at: Instant,
    /// `open`, `supported` or `refused`.
    pub status: String,
    /// Why it was refused; empty otherwise.
    pub reason: String,
}

fn read(row: &Row<'_>) -> Result<Receipt> {
    Ok(Receipt {
        registration: row.get(0)?,
        brand: row.get(1)?,
        sent_at: Instant(row.get(2)?),
        status: row.get(3)?,
        reason: row.get(4)?,
    })
}

impl Db<'_> {
    /// The receipt of a registration.
    pub fn receipt(&self, registration: &str) -> Result<Option<Receipt>> {
        self.row(
            "select registration, brand, sent_at, status, reason
             from receipt where registration = ?1",
            [registration],
            read,
        )
    }

    /// A brand's receipts that nobody has decided about, the longest first: some hundred.
    pub fn open_receipts_of(&self, brand: &str) -> Result<Vec<Receipt>> {
        self.rows(
            "select registration, brand, sent_at, status, reason
             from receipt where brand = ?1 and status = 'open' order by sent_at limit 100",
            [brand],
            read,
        )
    }

    /// Its picture; `None` once it was decided about.
    pub fn receipt_photo(&self, registration: &str) -> Result<Option<Picture>> {
        self.row(
            "select content_type, bytes from receipt
             where registration = ?1 and status = 'open'",
            [registration],
            |row| {
                Ok(Picture {
                    content_type: row.get(0)?,
                    bytes: row.get(1)?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Keeps a receipt, in the place of one that was refused. `false` where one waits or was enough.
    pub fn put_receipt(&self, new: &Receipt, photo: &Picture) -> Result<bool> {
        self.execute(
            "delete from receipt where registration = ?1 and status = 'refused'",
            [&new.registration],
        )?;
        if self.receipt(&new.registration)?.is_some() {
            return Ok(false);
        }
        self.execute(
            "insert into receipt
                 (registration, brand, sent_at, status, reason, content_type, bytes)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                &new.registration,
                &new.brand,
                new.sent_at.0,
                &new.status,
                &new.reason,
                &photo.content_type,
                photo.bytes.as_slice(),
            ),
        )?;
        Ok(true)
    }

    /// Decides about a receipt; its picture goes. `false` where that is done already.
    pub fn decide_receipt(&self, registration: &str, status: &str, reason: &str) -> Result<bool> {
        let nothing: &[u8] = &[];
        let decided = self.execute(
            "update receipt set status = ?1, reason = ?2, bytes = ?3
             where registration = ?4 and status = 'open'",
            (status, reason, nothing, registration),
        )?;
        Ok(decided == 1)
    }

    /// Forgets a registration's receipt.
    pub(super) fn forget_receipt(&self, registration: &str) -> Result<()> {
        self.execute(
            "delete from receipt where registration = ?1",
            [registration],
        )?;
        Ok(())
    }
}
