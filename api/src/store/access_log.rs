//! Who did what, and whose it was. There is no way to change or remove a line.

use trace::Instant;

use super::{Db, Result, Tx};
use crate::access::Act;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessEntry {
    /// When.
    pub at: Instant,
    /// Whose thing it was.
    pub organisation: String,
    /// Whom the one who did it works for.
    pub by_organisation: String,
    /// Who did it; empty for the command line.
    pub by_staff: String,
    /// What was done: an identifier with words in the locale files.
    pub act: String,
    /// What it was done to: a name, a GTIN, a role.
    pub subject: String,
}

impl AccessEntry {
    /// What the command line did to something of an organisation's.
    #[must_use]
    pub fn of_command(organisation: &str, act: Act, subject: &str, at: Instant) -> AccessEntry {
        AccessEntry {
            at,
            organisation: organisation.to_owned(),
            by_organisation: String::new(),
            by_staff: String::new(),
            act: act.id().to_owned(),
            subject: subject.to_owned(),
        }
    }

    /// What a machine of an organisation's did to its own, by an API key.
    #[must_use]
    pub fn of_machine(organisation: &str, act: Act, subject: &str, at: Instant) -> AccessEntry {
        AccessEntry {
            by_organisation: organisation.to_owned(),
            ..AccessEntry::of_command(organisation, act, subject, at)
        }
    }
}

impl Db<'_> {
    /// The lines that an organisation may read, the newest first: what was done to its own, and
    /// what its people did. `before` is where the last page ended; each with its number.
    pub fn access_log(
        &self,
        organisation: &str,
        before: i64,
        limit: i64,
    ) -> Result<Vec<(i64, AccessEntry)>> {
        self.rows(
            "select seq, at, organisation, by_organisation, by_staff, act, subject from access_log
             where (organisation = ?1 or by_organisation = ?1) and seq < ?2
             order by seq desc
             limit ?3",
            (organisation, before, limit),
            |row| {
                Ok((
                    row.get(0)?,
                    AccessEntry {
                        at: Instant(row.get(1)?),
                        organisation: row.get(2)?,
                        by_organisation: row.get(3)?,
                        by_staff: row.get(4)?,
                        act: row.get(5)?,
                        subject: row.get(6)?,
                    },
                ))
            },
        )
    }
}

impl Tx<'_> {
    /// Adds a line.
    pub fn log_access(&self, entry: &AccessEntry) -> Result<()> {
        self.execute(
            "insert into access_log (at, organisation, by_organisation, by_staff, act, subject)
             values (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                entry.at.0,
                &entry.organisation,
                &entry.by_organisation,
                &entry.by_staff,
                &entry.act,
                &entry.subject,
            ),
        )?;
        Ok(())
    }
}
