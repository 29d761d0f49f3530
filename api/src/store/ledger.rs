//! Points, in double entry: every movement has two lines that sum to 0.

use trace::Instant;

use super::{Db, Result, Tx};

/// A line of an account with its movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerEntry {
    /// When it was booked.
    pub at: Instant,
    /// `registration` or `registration-erased`.
    pub reason: String,
    /// May be negative.
    pub points: i64,
    /// What it was for: a registration's reference.
    pub reference: String,
}

impl Db<'_> {
    /// The lines of an account, newest first.
    pub fn ledger(&self, account: &str) -> Result<Vec<LedgerEntry>> {
        self.rows(
            "select booked_at, reason, points, reference
             from ledger_line join ledger_movement on ledger_movement.id = ledger_line.movement
             where account = ?1
             order by ledger_movement.id desc",
            [account],
            |row| {
                Ok(LedgerEntry {
                    at: Instant(row.get(0)?),
                    reason: row.get(1)?,
                    points: row.get(2)?,
                    reference: row.get(3)?,
                })
            },
        )
    }

    /// The sum over every line of every account: 0, or something is wrong.
    pub fn ledger_sum(&self) -> Result<i64> {
        let sum: Option<i64> = self.row(
            "select cast(coalesce(sum(points), 0) as bigint) from ledger_line",
            [],
            |row| row.get(0),
        )?;
        Ok(sum.unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Moves points from one account to another; 0 points move nothing.
    pub(super) fn book(
        &self,
        now: Instant,
        reason: &str,
        reference: &str,
        from: &str,
        to: &str,
        points: i64,
    ) -> Result<()> {
        if points == 0 {
            return Ok(());
        }
        let movement: Option<i64> = self.row(
            "insert into ledger_movement (booked_at, reason, reference) values (?1, ?2, ?3)
             returning id",
            (now.0, reason, reference),
            |row| row.get(0),
        )?;
        for (account, points) in [(from, -points), (to, points)] {
            self.execute(
                "insert into ledger_line (movement, account, points) values (?1, ?2, ?3)",
                (movement, account, points),
            )?;
        }
        Ok(())
    }
}
