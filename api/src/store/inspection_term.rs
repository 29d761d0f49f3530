//! The lists that an organisation's inspectors choose from.

use std::collections::BTreeMap;

use trace::Instant;

use super::{
    Db, Result, Tx,
    db::{from_json, to_json},
    value::Row,
};

/// A reason of findings, or a ground of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectionTerm {
    /// `reason` or `ground`.
    pub list: String,
    /// As entries name it: 1 to 40 small letters, digits and hyphens.
    pub id: String,
    /// What people call it, by language (BCP 47); never empty.
    pub words: BTreeMap<String, String>,
    /// Of a reason: `minor`, `major` or `critical`, unless the inspector says otherwise.
    pub severity: Option<String>,
    /// Of a ground: `release`, `detain`, `seize`; empty for everything.
    pub decisions: Vec<String>,
    /// Its place in the list, the least first.
    pub position: i64,
    /// When it was taken out of the list: it is offered no more, and is still known.
    pub removed_at: Option<Instant>,
}

fn read(row: &Row<'_>) -> Result<InspectionTerm> {
    let decisions: String = row.get(4)?;
    Ok(InspectionTerm {
        list: row.get(0)?,
        id: row.get(1)?,
        words: from_json("inspection_term", &row.get::<String>(2)?)?,
        severity: row.get(3)?,
        decisions: decisions.split_whitespace().map(str::to_owned).collect(),
        position: row.get(5)?,
        removed_at: row.get::<Option<i64>>(6)?.map(Instant),
    })
}

impl Db<'_> {
    /// Every term of an organisation, those that were taken out too, in the order of its lists.
    pub fn inspection_terms(&self, organisation: &str) -> Result<Vec<InspectionTerm>> {
        self.rows(
            "select list, id, words, severity, decisions, position, removed_at
             from inspection_term where organisation = ?1 order by list, position, id",
            [organisation],
            read,
        )
    }
}

impl Tx<'_> {
    /// Puts a term in, or in the place of the one of the same name.
    pub fn put_inspection_term(&self, organisation: &str, term: &InspectionTerm) -> Result<()> {
        self.execute(
            "insert into inspection_term
                 (organisation, list, id, words, severity, decisions, position, removed_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             on conflict (organisation, list, id) do update
             set words = excluded.words, severity = excluded.severity,
                 decisions = excluded.decisions, position = excluded.position,
                 removed_at = excluded.removed_at",
            (
                organisation,
                &term.list,
                &term.id,
                &to_json("inspection_term", &term.words)?,
                term.severity.as_deref(),
                &term.decisions.join(" "),
                term.position,
                term.removed_at.map(|at| at.0),
            ),
        )?;
        Ok(())
    }
}
