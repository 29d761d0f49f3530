//! Which events a pedigree wants, level by level.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use super::{
    Account,
    account::Part,
    graph::{Pedigree, Side, Stay, Step},
};
use crate::{Action, Epc, EventKind, Instant};

/// Which way to walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// What it was made of.
    Up,
    /// What became of it.
    Down,
    /// Both.
    Both,
}

/// How far to walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps through transformations, either way.
    pub levels: i32,
    /// Things whose events are asked for.
    pub things: usize,
    /// Events.
    pub events: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            levels: 16,
            things: 2_000,
            events: 20_000,
        }
    }
}

/// Where the walk stopped before it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cut {
    /// At the deepest level.
    Levels,
    /// At the number of things.
    Things,
    /// At the number of events.
    Events,
}

impl Cut {
    /// A stable name in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Cut::Levels => "levels",
            Cut::Things => "things",
            Cut::Events => "events",
        }
    }
}

/// The walk: what it has, and what it wants next.
#[derive(Debug)]
pub struct Gather {
    way: Way,
    limits: Limits,
    accounts: Vec<Arc<Account>>,
    /// Accounts by the number that they are stored under.
    known: HashMap<i64, usize>,
    /// Accounts of transformations that come in several events, by what ties these together.
    making: HashMap<String, Vec<usize>>,
    /// What ties together transformations whose other events nobody asked for yet.
    untied: Vec<String>,
    /// The accounts that name each thing that was asked for.
    naming: HashMap<Epc, Vec<usize>>,
    steps: Vec<Step>,
    seen: HashSet<(Epc, Side, Instant, Instant)>,
    /// What is to be walked once its events are here.
    open: Vec<Step>,
    /// What was asked for in this round.
    asked: Vec<Epc>,
    cut: Option<Cut>,
}

impl Gather {
    /// Begins at a thing; `classes` are what it belongs to, such as its batch.
    #[must_use]
    pub fn new(thing: &Epc, classes: &[Epc], way: Way, limits: Limits) -> Gather {
        let mut gather = Gather {
            way,
            limits,
            accounts: Vec::new(),
            known: HashMap::new(),
            making: HashMap::new(),
            untied: Vec::new(),
            naming: HashMap::new(),
            steps: Vec::new(),
            seen: HashSet::new(),
            open: Vec::new(),
            asked: Vec::new(),
            cut: None,
        };
        gather.want(Step::new(thing, Side::Subject, 0, Stay::Made));
        for class in classes {
            let of = Stay::Member { of: thing.clone() };
            gather.want(Step::new(class, Side::Class, 0, of));
        }
        gather
    }

    /// The things whose events are wanted next; empty when the walk is done.
    pub fn asks(&mut self) -> Vec<Epc> {
        self.asked.clear();
        if self.accounts.len() >= self.limits.events {
            return Vec::new();
        }
        for step in &self.open {
            if self.naming.contains_key(&step.epc) {
                continue;
            }
            if self.naming.len() >= self.limits.things {
                self.cut = self.cut.or(Some(Cut::Things));
                break;
            }
            self.naming.insert(step.epc.clone(), Vec::new());
            self.asked.push(step.epc.clone());
        }
        self.asked.clone()
    }

    /// How many events may still come.
    #[must_use]
    pub fn room(&self) -> usize {
        self.limits.events.saturating_sub(self.accounts.len())
    }

    /// Takes an event that names the thing at that place of what was asked for. `tell` makes the
    /// account of it, where it isn't here yet.
    ///
    /// # Errors
    /// Those of `tell`.
    pub fn hear<E>(
        &mut self,
        ask: usize,
        seq: i64,
        tell: impl FnOnce() -> Result<Arc<Account>, E>,
    ) -> Result<(), E> {
        if ask >= self.asked.len() {
            return Ok(());
        }
        let index = match self.known.get(&seq).copied() {
            Some(index) => index,
            None if self.is_full() => return Ok(()),
            None => {
                let account = tell()?;
                self.learn(seq, account)
            }
        };
        if let Some(naming) = self.naming.get_mut(&self.asked[ask]) {
            naming.push(index);
        }
        Ok(())
    }

    /// What ties transformations together that came in several events, of which one was heard: the
    /// others may name no thing that was asked for. Each is given out once.
    pub fn ties(&mut self) -> Vec<String> {
        std::mem::take(&mut self.untied)
    }

    /// Takes an event of a transformation that comes in several.
    ///
    /// # Errors
    /// Those of `tell`.
    pub fn tie<E>(
        &mut self,
        id: &str,
        seq: i64,
        tell: impl FnOnce() -> Result<Arc<Account>, E>,
    ) -> Result<(), E> {
        if self.known.contains_key(&seq) || self.is_full() {
            return Ok(());
        }
        let account = tell()?;
        if transformation(&account) == Some(id) && account.counts() {
            self.learn(seq, account);
        }
        Ok(())
    }

    /// Whether no more events may come, which is told.
    fn is_full(&mut self) -> bool {
        let is_full = self.accounts.len() >= self.limits.events;
        if is_full {
            self.cut = self.cut.or(Some(Cut::Events));
        }
        is_full
    }

    fn learn(&mut self, seq: i64, account: Arc<Account>) -> usize {
        let index = self.accounts.len();
        if let Some(id) = transformation(&account).filter(|_| account.counts()) {
            if !self.making.contains_key(id) {
                self.untied.push(id.to_owned());
            }
            self.making.entry(id.to_owned()).or_default().push(index);
        }
        self.accounts.push(account);
        self.known.insert(seq, index);
        index
    }

    /// Ends a round: what came says what is wanted next.
    pub fn close_round(&mut self) {
        for epc in &self.asked {
            if let Some(naming) = self.naming.get_mut(epc) {
                naming.sort_by_key(|index| (self.accounts[*index].event.time, *index));
            }
        }
        // Things that are here already are walked at once.
        let mut unanswered = Vec::new();
        while let Some(step) = self.open.pop() {
            match self.naming.contains_key(&step.epc) {
                true => self.walk(&step),
                false => unanswered.push(step),
            }
        }
        self.open = unanswered;
    }

    fn want(&mut self, step: Step) {
        if step.level.abs() > self.limits.levels {
            self.cut = self.cut.or(Some(Cut::Levels));
            return;
        }
        // The same way to a thing over several events is one, but each is a bond of its own.
        let is_new = self
            .seen
            .insert((step.epc.clone(), step.side, step.from, step.until));
        if is_new {
            self.open.push(step.clone());
        }
        self.steps.push(step);
    }

    /// What the events of a thing lead to.
    fn walk(&mut self, step: &Step) {
        let indexes = self.naming.get(&step.epc).cloned().unwrap_or_default();
        let mut wanted = Vec::new();
        for (place, index) in indexes.iter().enumerate() {
            let account = &self.accounts[*index];
            let time = account.event.time;
            if !account.counts() || time < step.from || time > step.until {
                continue;
            }
            let is_add = account.event.action == Some(Action::Add);
            match account.part_of(&step.epc) {
                Part::Child if is_add && step.may_enter() => {
                    if let Some(parent) = &account.event.parent {
                        let out = self.leaves(&indexes[place + 1..], &step.epc, parent);
                        wanted.push(step.container(parent, *index, time, out));
                    }
                }
                Part::Parent if is_add && step.has_contents() => {
                    for child in account.objects() {
                        let out = self.leaves(&indexes[place + 1..], child, &step.epc);
                        wanted.push(step.content(child, *index, out));
                    }
                }
                Part::Output if self.way != Way::Down && step.leads_up() => {
                    for input in self.all_inputs(*index) {
                        wanted.push(step.up(&input, *index, time));
                    }
                }
                Part::Input if self.way != Way::Up && step.leads_down() => {
                    for output in self.all_outputs(*index) {
                        wanted.push(step.down(&output, *index, time));
                    }
                }
                _ => {}
            }
        }
        for next in wanted {
            self.want(next);
        }
    }

    /// When a thing left its parent, by the events that follow.
    ///
    /// An empty list of children empties the parent (EPCIS 2.0 section 7.4.3).
    fn leaves(&self, later: &[usize], child: &Epc, parent: &Epc) -> Option<Instant> {
        let of = later.iter().map(|index| &self.accounts[*index]);
        let mut leaves = of.filter(|account| {
            let event = &account.event;
            let is_tie = matches!(event.kind, EventKind::Aggregation | EventKind::Association);
            let is_out = account.counts()
                && is_tie
                && event.action == Some(Action::Delete)
                && event.parent.as_ref() == Some(parent);
            let is_empty = event.epcs.is_empty() && event.quantities.is_empty();
            is_out && (is_empty || account.objects().any(|object| object == child))
        });
        leaves.next().map(|account| account.event.time)
    }

    /// The inputs of a transformation, also where they came in events of their own.
    fn all_inputs(&self, index: usize) -> Vec<Epc> {
        self.all_of(index, |account| account.inputs().cloned().collect())
    }

    fn all_outputs(&self, index: usize) -> Vec<Epc> {
        self.all_of(index, |account| account.outputs().cloned().collect())
    }

    fn all_of(&self, index: usize, of: impl Fn(&Account) -> Vec<Epc>) -> Vec<Epc> {
        let mut all = of(&self.accounts[index]);
        let id = transformation(&self.accounts[index]);
        let others = id.and_then(|id| self.making.get(id));
        for other in others.into_iter().flatten() {
            all.extend(of(&self.accounts[*other]));
        }
        all.sort();
        all.dedup();
        all
    }

    /// Puts together what came.
    #[must_use]
    pub fn finish(mut self) -> Pedigree {
        if self.accounts.len() >= self.limits.events && !self.open.is_empty() {
            self.cut = self.cut.or(Some(Cut::Events));
        }
        let naming: BTreeMap<Epc, Vec<usize>> = self.naming.into_iter().collect();
        Pedigree::new(self.accounts, &naming, &self.steps, self.cut)
    }
}

/// What ties the events of one transformation together, where it has several.
pub(crate) fn transformation(account: &Account) -> Option<&str> {
    account.more.as_ref()?.transformation.as_deref()
}
