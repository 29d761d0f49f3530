//! What an import did, and what was wrong, by line.

use std::fmt;

use crate::store::Change;

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
    /// What was wrong.
    pub problems: Vec<Located>,
    /// Whether anything was kept.
    pub is_kept: bool,
}

impl Report {
    pub(super) fn count(&mut self, change: Change) {
        match change {
            Change::Added => self.added += 1,
            Change::Changed => self.changed += 1,
            Change::Unchanged => self.unchanged += 1,
        }
    }

    pub(super) fn problem(&mut self, source: &str, line: Option<usize>, problem: Problem) {
        self.problems.push(Located {
            source: source.to_owned(),
            line,
            problem,
        });
    }
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
        let Report {
            lines,
            added,
            changed,
            unchanged,
            ..
        } = self;
        if self.is_kept {
            writeln!(
                f,
                "{lines} lines read: {added} added, {changed} changed, {unchanged} unchanged, {} wrong",
                self.problems.len()
            )
        } else {
            writeln!(
                f,
                "{lines} lines read, {} wrong: nothing was kept; `--keep-good` keeps the others",
                self.problems.len()
            )
        }
    }
}
