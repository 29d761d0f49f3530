//! What is to be done about an inspection, word by word.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};

/// One word about an inspection; the last one holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The inspection.
    pub inspection: String,
    /// 1 for the first.
    pub number: i64,
    /// Whether it is done.
    pub is_done: bool,
    /// The member who looks after it.
    pub assignee: Option<String>,
    /// What is to be done, or was; may be empty.
    pub note: String,
    /// The member who wrote this.
    pub written_by: String,
    /// When.
    pub written_at: Instant,
}

fn read(row: &Row<'_>) -> Result<FollowUp> {
    Ok(FollowUp {
        inspection: row.get(0)?,
        number: row.get(1)?,
        is_done: row.get::<String>(2)? == "done",
        assignee: row.get(3)?,
        note: row.get(4)?,
        written_by: row.get(5)?,
        written_at: Instant(row.get(6)?),
    })
}

impl Db<'_> {
    /// Everything that was said about an inspection, the newest first.
    pub fn follow_ups(&self, inspection: &str) -> Result<Vec<FollowUp>> {
        self.rows(
            "select inspection, number, state, assignee, note, written_by, written_at
             from inspection_follow_up where inspection = ?1 order by number desc",
            [inspection],
            read,
        )
    }
}

impl Tx<'_> {
    /// Adds a word.
    pub fn add_follow_up(&self, follow_up: &FollowUp) -> Result<()> {
        self.execute(
            "insert into inspection_follow_up
                 (inspection, number, state, assignee, note, written_by, written_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                &follow_up.inspection,
                follow_up.number,
                if follow_up.is_done { "done" } else { "open" },
                follow_up.assignee.as_deref(),
                &follow_up.note,
                &follow_up.written_by,
                follow_up.written_at.0,
            ),
        )?;
        Ok(())
    }
}
