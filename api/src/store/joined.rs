//! What was kept under one session is kept under another from now on: two devices are one person's.

use super::{Result, Tx, UnitKey};

impl Tx<'_> {
    /// Registrations held and held before, wishes of a buyer, wishes to be told, points and vouchers.
    pub fn rename_account(&self, from: &str, to: &str) -> Result<()> {
        let both = (from, to);
        self.execute(
            "update registration set account = ?2 where account = ?1",
            both,
        )?;
        self.execute(
            "update former_registration set account = ?2 where account = ?1",
            both,
        )?;
        self.execute("update transfer set account = ?2 where account = ?1", both)?;
        self.execute("update follow set account = ?2 where account = ?1", both)?;
        self.execute("update reward set account = ?2 where account = ?1", both)?;
        self.execute("update voucher set account = ?2 where account = ?1", both)?;
        // Nothing moves points from one person to another, so no movement has lines of both.
        self.execute(
            "update ledger_line set account = ?2 where account = ?1",
            both,
        )?;
        Ok(())
    }

    /// Claims.
    pub fn rename_claims(&self, from: &str, to: &str) -> Result<()> {
        self.execute("update claim set owner = ?2 where owner = ?1", (from, to))?;
        Ok(())
    }

    /// Reports.
    pub fn rename_reports(&self, from: &str, to: &str) -> Result<()> {
        self.execute("update report set owner = ?2 where owner = ?1", (from, to))?;
        Ok(())
    }

    /// Feedback; nothing of it may be about a pack that the other has some about.
    pub fn rename_feedback(&self, from: &str, to: &str) -> Result<()> {
        self.execute(
            "update feedback set owner = ?2 where owner = ?1",
            (from, to),
        )?;
        Ok(())
    }

    /// Revealed hidden codes.
    pub fn rename_reveals(&self, from: u64, to: u64) -> Result<()> {
        self.execute(
            "update reveal set session = ?2 where session = ?1",
            (from.cast_signed(), to.cast_signed()),
        )?;
        Ok(())
    }

    /// The checks of a day in the log.
    pub fn rename_checks(&self, day: i64, from: u64, to: u64) -> Result<()> {
        self.execute(
            "update scan_log set session = ?3 where day = ?1 and session = ?2",
            (day, from.cast_signed(), to.cast_signed()),
        )?;
        Ok(())
    }

    /// Who checked a unit, in what its checks amount to.
    ///
    /// # Errors
    /// `Conflict` where the unit was checked meanwhile: then it is to be tried again.
    pub fn rename_checker(&self, unit: &UnitKey, from: u64, to: u64) -> Result<()> {
        self.rewrite_checks(unit, from, |state| state.joined(from, to))
    }
}
