//! How what is kept about one browser is erased: rows go where they are its own, and lose what leads
//! to it where others rest on them.

use trace::CheckState;

use super::{
    Claim, Ground, OwnCheck, Report, ReportRecord, Result, Return, StoreError, Tx, UnitKey,
    check_state::{state_text, stored_state},
    claim,
    db::to_json,
};

/// The digest of no code at all: nobody can look such a claim up.
const NO_CODE: [u8; 32] = [0; 32];

impl Tx<'_> {
    /// Takes everything off a claim but what a brand's books and the next claim for the same pack
    /// rest on: recall or what was wrong, pack, remedy, how it stands, and when.
    pub fn blank_claim(&self, claim: &Claim) -> Result<()> {
        let record = claim::Record {
            remedy: claim.remedy.clone(),
            note: None,
            email: None,
            language: String::new(),
            returned: match &claim.ground {
                Ground::Recall(_) => None,
                Ground::Return(returned) => Some(Box::new(Return {
                    reason: returned.reason.clone(),
                    ..Return::default()
                })),
            },
        };
        self.execute(
            "update claim set code_digest = ?2, record = ?3, owner = null where reference = ?1",
            (
                &claim.reference,
                NO_CODE.as_slice(),
                to_json("claim", &record)?,
            ),
        )?;
        self.execute(
            "update claim_step set message = '' where reference = ?1",
            [&claim.reference],
        )?;
        self.forget_claim_photo(&claim.reference)?;
        self.drop_mail_about(&claim.reference)
    }

    /// A claim goes on for whoever has its reference and code; it leads to no browser any more.
    pub fn disown_claim(&self, reference: &str) -> Result<()> {
        self.execute(
            "update claim set owner = null where reference = ?1",
            [reference],
        )?;
        Ok(())
    }

    /// Takes everything off a report but that there was one about this pack, when, and what staff
    /// found out.
    pub fn blank_report(&self, report: &Report) -> Result<()> {
        let record = ReportRecord {
            finding: report.record.finding.clone(),
            ..ReportRecord::default()
        };
        self.execute(
            "update report set record = ?2, owner = null where reference = ?1",
            (&report.reference, to_json("report", &record)?),
        )?;
        self.execute(
            "delete from report_photo where reference = ?1",
            [&report.reference],
        )?;
        Ok(())
    }

    /// Units stay revealed, by nobody in particular.
    pub fn forget_reveals_of(&self, session: u64, stand_in: u64) -> Result<()> {
        self.execute(
            "update reveal set session = ?2 where session = ?1",
            (session.cast_signed(), stand_in.cast_signed()),
        )?;
        Ok(())
    }

    /// The lines of an account stay, so that the sum of all stays 0, in an account of nobody's, and
    /// say no more what they were for.
    pub fn forget_account(&self, account: &str, stand_in: &str) -> Result<()> {
        self.execute(
            "update ledger_movement set reference = ''
             where id in (select movement from ledger_line where account = ?1)",
            [account],
        )?;
        self.execute(
            "update ledger_line set account = ?2 where account = ?1",
            (account, stand_in),
        )?;
        self.execute(
            "update reward set account = ?2, network = '' where account = ?1",
            (account, stand_in),
        )?;
        Ok(())
    }

    /// Takes a check out of the log.
    pub fn forget_check(&self, check: &OwnCheck) -> Result<()> {
        self.execute(
            "delete from scan_log where day = ?1 and seq = ?2",
            (check.day, check.seq),
        )?;
        Ok(())
    }

    /// A unit's checks amount to what they did, but say no more that this session made one of them,
    /// or where.
    ///
    /// # Errors
    /// `Conflict` where the unit was checked meanwhile: then it is to be tried again.
    pub fn forget_checker(&self, unit: &UnitKey, session: u64, stand_in: u64) -> Result<()> {
        self.rewrite_checks(unit, session, |state| state.without(session, stand_in))
    }

    /// What a unit's checks amount to, written anew where a session made one of them.
    pub(super) fn rewrite_checks(
        &self,
        unit: &UnitKey,
        session: u64,
        anew: impl FnOnce(CheckState) -> CheckState,
    ) -> Result<()> {
        let stored: Option<String> = self.row(
            "select state from check_state
             where /*pg shard = ?3 and */product = ?1 and serial = ?2",
            (unit.product, &unit.serial, unit.shard()),
            |row| row.get(0),
        )?;
        let Some(stored) = stored else {
            return Ok(());
        };
        let state = stored_state(&stored)?;
        if !state.knows(session) {
            return Ok(());
        }
        let changed = self.execute(
            "update check_state set state = ?3
             where /*pg shard = ?5 and */product = ?1 and serial = ?2 and state = ?4",
            (
                unit.product,
                &unit.serial,
                state_text(&anew(state)),
                stored,
                unit.shard(),
            ),
        )?;
        match changed {
            0 => Err(StoreError::Conflict),
            _ => Ok(()),
        }
    }
}
