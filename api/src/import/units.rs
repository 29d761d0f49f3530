//! Units on their way in: gathered by what is told of them, so that many go in together.

use std::collections::HashMap;

use super::{Problem, log::Log, problems::Problems, record::Importer, sender::closed};
use crate::store::{self, NewUnits, Serial, UnitState};

/// Units that wait to go in, at the most. They go in by serial, so that a page of the table is
/// touched once for all of those that belong on it.
const MAX_WAITING: usize = 1 << 17;

/// What is told of a unit beside its serial.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'t> {
    pub(super) gtin: &'t str,
    pub(super) batch: &'t str,
    pub(super) issued_on: Option<&'t str>,
    pub(super) state: Option<UnitState>,
}

/// Units of which the same is told.
struct Group {
    gtin: String,
    batch: String,
    issued_on: Option<String>,
    state: Option<UnitState>,
    /// Each with the line that it stands in.
    serials: Vec<(Serial, usize)>,
}

/// Units that wait.
#[derive(Default)]
pub(super) struct Waiting {
    groups: Vec<Group>,
    by_told: HashMap<String, usize>,
    /// The key of the group that was asked for last; reused.
    key: String,
    last: Option<usize>,
    count: usize,
}

impl Group {
    fn is_of(&self, told: &Told<'_>) -> bool {
        self.gtin == told.gtin
            && self.batch == told.batch
            && self.issued_on.as_deref() == told.issued_on
            && self.state == told.state
    }
}

impl Waiting {
    fn group(&mut self, told: &Told<'_>) -> &mut Group {
        let index = match self.last {
            Some(last) if self.groups[last].is_of(told) => last,
            _ => self.find(told),
        };
        self.last = Some(index);
        &mut self.groups[index]
    }

    fn find(&mut self, told: &Told<'_>) -> usize {
        self.key.clear();
        for part in [told.gtin, told.batch, told.issued_on.unwrap_or("")] {
            self.key.push_str(part);
            self.key.push('\n');
        }
        if let Some(state) = told.state {
            self.key.push_str(state.stage.name());
            self.key.push(if state.is_corrected { '!' } else { '.' });
        }
        if let Some(index) = self.by_told.get(&self.key) {
            return *index;
        }
        self.groups.push(Group {
            gtin: told.gtin.to_owned(),
            batch: told.batch.to_owned(),
            issued_on: told.issued_on.map(str::to_owned),
            state: told.state,
            serials: Vec::new(),
        });
        let index = self.groups.len() - 1;
        self.by_told.insert(self.key.clone(), index);
        index
    }
}

impl Importer<'_, '_> {
    /// Takes a unit; it goes in with others, before anything else does.
    pub(super) fn unit(
        &mut self,
        told: &Told<'_>,
        serial: Serial,
        line: usize,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        self.waiting.group(told).serials.push((serial, line));
        self.waiting.count += 1;
        if self.waiting.count >= MAX_WAITING {
            self.flush(log)?;
        }
        Ok(())
    }

    /// Puts in what waits.
    pub(super) fn flush(&mut self, log: &mut Log<'_>) -> store::Result<()> {
        if self.waiting.count == 0 {
            return Ok(());
        }
        let waiting = std::mem::take(&mut self.waiting);
        for group in waiting.groups {
            self.put_group(group, log)?;
        }
        Ok(())
    }

    fn put_group(&mut self, mut group: Group, log: &mut Log<'_>) -> store::Result<()> {
        let mut problems = Problems::default();
        if self.sender.is_some_and(|sender| !sender.may_issue()) {
            problems.0.push(closed());
        }
        let product = self.known_product(&group.gtin, &mut problems)?;
        problems.date("issued_on", group.issued_on.as_ref());
        let batch = match product {
            Some(product) => self.known_batch(product, &group.batch)?,
            None => None,
        };
        if product.is_some() && batch.is_none() {
            problems.add(
                "batch",
                format!("`{}` is not known here", group.batch),
                "put the batch's record before its units",
            );
        }
        let (Some(product), Some(batch), true) = (product, batch, problems.0.is_empty()) else {
            self.tell_each(&group, &problems.0, log);
            return Ok(());
        };
        group.serials.sort_unstable();
        let news = NewUnits {
            issued_on: group.issued_on.as_deref(),
            state: group.state,
        };
        let serials = group.serials.iter().map(|(serial, _)| serial);
        log.tally(self.tx.put_units(product, batch, news, serials)?);
        Ok(())
    }

    /// What is wrong with a group is wrong with every line of it.
    fn tell_each(&self, group: &Group, problems: &[Problem], log: &mut Log<'_>) {
        let mut lines: Vec<usize> = group.serials.iter().map(|(_, line)| *line).collect();
        lines.dedup();
        for line in lines {
            for problem in problems {
                self.problem(line, problem.clone(), log);
            }
        }
    }
}
