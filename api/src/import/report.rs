//! What an import did, and what was wrong, by line.

use std::fmt;

/// One thing that is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which field; empty for the record as a whole.
    pub field: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub advice: String,
}

impl Problem {
    pub(super) fn new(
        field: impl Into<String>,
        what: impl Into<String>,
        advice: impl Into<String>,
    ) -> Problem {
        Problem {
            field: field.into(),
            what: what.into(),
            advice: advice.into(),
        }
    }
}

/// Where a problem is, and the problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The file.
    pub source: String,
    /// The line, from 1; `None` for the file as a whole.
    pub line: Option<usize>,
    /// The problem.
    pub problem: Problem,
}

/// What a run did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Lines and events read.
    pub lines: usize,
    /// Records and units that are new.
    pub added: usize,
    /// Records and units that differed.
    pub changed: usize,
    /// Records and units that were there, just so.
    pub unchanged: usize,
    /// How much was wrong.
    pub wrong: usize,
    /// What was wrong, the first of it.
    pub problems: Vec<Located>,
    /// What is to be mended all the same, the first of it.
    pub notes: Vec<Located>,
    /// Why the list of everything that was wrong could not be written.
    pub unwritten: Option<String>,
    /// Whether anything was kept.
    pub is_kept: bool,
}

/// `brand.jsonl:12: gtin: wrong check digit; print the code anew`
impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.source)?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        if !self.problem.field.is_empty() {
            write!(f, " {}:", self.problem.field)?;
        }
        write!(f, " {}; {}", self.problem.what, self.problem.advice)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        for note in &self.notes {
            writeln!(f, "note: {note}")?;
        }
        let Report {
            lines,
            added,
            changed,
            unchanged,
            wrong,
            ..
        } = self;
        let untold = wrong - self.problems.len();
        if untold > 0 {
            writeln!(f, "… and {untold} more; `--report FILE` writes all of them")?;
        }
        if let Some(error) = &self.unwritten {
            writeln!(f, "the list of what was wrong can't be written: {error}")?;
        }
        if self.is_kept {
            writeln!(
                f,
                "{lines} lines read: {added} added, {changed} changed, {unchanged} unchanged, {wrong} wrong"
            )
        } else {
            writeln!(
                f,
                "{lines} lines read, {wrong} wrong: nothing was kept; `--keep-good` keeps the others"
            )
        }
    }
}
