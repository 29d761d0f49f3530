//! What an import says while it runs: counts, what is wrong, how far it is.

use std::{
    fs::File,
    io::{BufWriter, Seek as _},
};

use super::{Problem, Report, report::Located};
use crate::store::{Change, Tally};

/// How many of the things that are wrong the report of a whole run holds.
const MAX_TOLD: usize = 100;

/// How many lines lie between two words on progress.
const STEP: usize = 1 << 13;

/// A report in the making.
pub(super) struct Log<'o> {
    report: Report,
    /// How many of the things that are wrong the report holds; the others are counted.
    told: usize,
    faults: Option<csv::Writer<BufWriter<&'o File>>>,
    progress: Option<&'o (dyn Fn(usize) + Send + Sync)>,
}

impl<'o> Log<'o> {
    /// `faults` is emptied first.
    pub(super) fn new(
        faults: Option<&'o File>,
        progress: Option<&'o (dyn Fn(usize) + Send + Sync)>,
    ) -> Log<'o> {
        let mut log = Log {
            report: Report::default(),
            told: MAX_TOLD,
            faults: None,
            progress,
        };
        if let Some(mut file) = faults {
            match file.set_len(0).and_then(|()| file.rewind()) {
                Ok(()) => log.faults = Some(csv::Writer::from_writer(BufWriter::new(file))),
                Err(error) => log.report.unwritten = Some(error.to_string()),
            }
            log.write(["file", "line", "field", "what", "advice"]);
        }
        log
    }

    /// One that holds everything, for another to [`Log::absorb`].
    pub(super) fn of_part() -> Log<'static> {
        Log {
            report: Report::default(),
            told: usize::MAX,
            faults: None,
            progress: None,
        }
    }

    /// Tells on what a part of the run came to.
    pub(super) fn absorb(&mut self, part: Report) {
        let before = self.report.lines;
        self.report.lines += part.lines;
        self.tally(Tally {
            added: part.added,
            changed: part.changed,
            unchanged: part.unchanged,
        });
        for note in part.notes {
            self.note(&note.source, note.line, note.problem);
        }
        for Located {
            source,
            line,
            problem,
        } in part.problems
        {
            self.problem(&source, line, problem);
        }
        if before / STEP < self.report.lines / STEP
            && let Some(progress) = self.progress
        {
            progress(self.report.lines);
        }
    }

    /// A line or event was read.
    pub(super) fn line(&mut self) {
        self.report.lines += 1;
        if self.report.lines.is_multiple_of(STEP)
            && let Some(progress) = self.progress
        {
            progress(self.report.lines);
        }
    }

    pub(super) fn count(&mut self, change: Change) {
        let mut tally = Tally::default();
        tally.count(change);
        self.tally(tally);
    }

    pub(super) fn tally(&mut self, tally: Tally) {
        self.report.added += tally.added;
        self.report.changed += tally.changed;
        self.report.unchanged += tally.unchanged;
    }

    /// Something that is to be mended, and keeps nothing back.
    pub(super) fn note(&mut self, source: &str, line: Option<usize>, problem: Problem) {
        if self.report.notes.len() < self.told {
            self.report.notes.push(Located {
                source: source.to_owned(),
                line,
                problem,
            });
        }
    }

    pub(super) fn problem(&mut self, source: &str, line: Option<usize>, problem: Problem) {
        self.report.wrong += 1;
        let number = line.map(|line| line.to_string()).unwrap_or_default();
        let Problem {
            field,
            what,
            advice,
        } = &problem;
        self.write([source, &number, field, what, advice]);
        if self.report.problems.len() < self.told {
            self.report.problems.push(Located {
                source: source.to_owned(),
                line,
                problem,
            });
        }
    }

    /// A list that can't be written is told once, and ends no import.
    fn write(&mut self, cells: [&str; 5]) {
        let written = self.faults.as_mut().map(|out| out.write_record(cells));
        if let Some(Err(error)) = written {
            self.report.unwritten = Some(error.to_string());
            self.faults = None;
        }
    }

    pub(super) fn finish(mut self) -> Report {
        let flushed = self.faults.as_mut().map(csv::Writer::flush);
        if let Some(Err(error)) = flushed {
            self.report.unwritten = Some(error.to_string());
        }
        self.report
    }
}
