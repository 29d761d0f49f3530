//! What is missing in a pedigree.

use std::collections::HashSet;

use super::{Account, Pedigree, Side, account::Part};
use crate::{Action, Epc, EventKind, Instant};

/// Silence that is told, in days.
const SILENCE_DAYS: i64 = 45;
/// How long goods may be on their way before nobody's word of them is missed, in days.
const TRANSIT_DAYS: i64 = 60;
const DAY_MS: i64 = 86_400_000;

/// Steps with which things leave a place.
const LEAVING: [&str; 5] = [
    "shipping",
    "departing",
    "loading",
    "transporting",
    "staging_outbound",
];
/// Steps with which things come to a place.
const COMING: [&str; 5] = [
    "receiving",
    "arriving",
    "accepting",
    "unloading",
    "void_shipping",
];
/// After these, whatever happens is too late.
const ENDS: [&str; 3] = ["destroying", "decommissioning", "consuming"];
/// After these, silence is what is expected.
const RESTING: [&str; 7] = [
    "storing",
    "holding",
    "stocking",
    "retail_selling",
    "dispensing",
    "destroying",
    "decommissioning",
];

/// What kind of gap it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingKind {
    /// Nothing is told for a long time.
    Silence,
    /// Nobody tells where it comes from.
    Origin,
    /// It was made, and nobody tells of what, though the recipe says of what it must be.
    Inputs,
    /// It was sent, and nobody tells that it came.
    Receipt,
    /// It came, and nobody tells that it was sent.
    Dispatch,
    /// It was taken out of something that nobody told it was put into.
    Packing,
    /// It is told of after it had ended.
    End,
}

impl MissingKind {
    /// All of them.
    pub const ALL: [MissingKind; 7] = [
        MissingKind::Silence,
        MissingKind::Origin,
        MissingKind::Inputs,
        MissingKind::Receipt,
        MissingKind::Dispatch,
        MissingKind::Packing,
        MissingKind::End,
    ];

    /// A stable name in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            MissingKind::Silence => "silence",
            MissingKind::Origin => "origin",
            MissingKind::Inputs => "inputs",
            MissingKind::Receipt => "receipt",
            MissingKind::Dispatch => "dispatch",
            MissingKind::Packing => "packing",
            MissingKind::End => "end",
        }
    }
}

/// A gap in the story of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// Whose story it is.
    pub thing: usize,
    /// What kind of gap it is.
    pub kind: MissingKind,
    /// The account before it; `None` where it is at the beginning.
    pub after: Option<usize>,
    /// The account behind it; `None` where it reaches until today.
    pub before: Option<usize>,
    /// How long, in days.
    pub days: i64,
}

/// What is missing in the stories of a pedigree's things, by thing and time.
///
/// `needs_inputs` says whether things of that kind are made of others by their recipe.
#[must_use]
pub fn gaps(
    pedigree: &Pedigree,
    now: Instant,
    mut needs_inputs: impl FnMut(&Epc) -> bool,
) -> Vec<Missing> {
    let mut gaps = Vec::new();
    for (index, thing) in pedigree.things.iter().enumerate() {
        // A container's story is told with what it holds; a batch's, with its unit.
        let is_told = matches!(thing.side, Side::Subject | Side::Source | Side::Product);
        if !is_told {
            continue;
        }
        let mut teller = Teller {
            pedigree,
            thing: index,
            now,
            gaps: Vec::new(),
        };
        teller.look(&mut needs_inputs);
        gaps.extend(teller.gaps);
    }
    gaps
}

struct Teller<'p> {
    pedigree: &'p Pedigree,
    thing: usize,
    now: Instant,
    gaps: Vec<Missing>,
}

impl Teller<'_> {
    fn look(&mut self, needs_inputs: &mut impl FnMut(&Epc) -> bool) {
        let pedigree = self.pedigree;
        let thing = &pedigree.things[self.thing];
        // A unit's story is its batch's, too.
        let way = match thing.side {
            Side::Subject => pedigree.way(),
            _ => thing.story.clone(),
        };
        let story: Vec<usize> = way
            .iter()
            .map(|telling| telling.account)
            .filter(|account| pedigree.accounts[*account].counts())
            .collect();
        let Some(first) = story.first().copied() else {
            return;
        };
        self.beginning(first, &story, needs_inputs);
        self.silences(&story);
        self.movements(&story);
        self.packings(&story);
        self.end(&story);
    }

    fn account(&self, index: usize) -> &Account {
        &self.pedigree.accounts[index]
    }

    fn add(&mut self, kind: MissingKind, after: Option<usize>, before: Option<usize>) {
        let time = |index: usize| self.pedigree.accounts[index].event.time;
        let from = after.map(time);
        let until = before.map_or(self.now, time);
        let days = from.map_or(0, |from| (until.0 - from.0) / DAY_MS);
        self.gaps.push(Missing {
            thing: self.thing,
            kind,
            after,
            before,
            days,
        });
    }

    /// The thing itself, and the classes that are told with it.
    fn selves(&self) -> Vec<&Epc> {
        let own = &self.pedigree.things[self.thing];
        let mut selves = vec![&own.epc];
        if own.side == Side::Subject {
            let things = self.pedigree.things.iter();
            selves.extend(
                things
                    .filter(|thing| thing.side == Side::Class)
                    .map(|thing| &thing.epc),
            );
        }
        selves
    }

    fn beginning(
        &mut self,
        first: usize,
        story: &[usize],
        needs_inputs: &mut impl FnMut(&Epc) -> bool,
    ) {
        let selves = self.selves();
        let is_born = |account: usize| {
            let account = self.account(account);
            selves.iter().any(|epc| account.is_birth_of(epc))
        };
        let is_made = story.iter().any(|account| {
            let account = self.account(*account);
            account.event.kind == EventKind::Transformation
                && selves
                    .iter()
                    .any(|epc| account.part_of(epc) == Part::Output)
        });
        let has_origin = story.iter().any(|account| is_born(*account));
        let lacks_inputs = !is_made && selves.iter().any(|epc| needs_inputs(epc));
        if !has_origin {
            self.add(MissingKind::Origin, None, Some(first));
        } else if lacks_inputs {
            self.add(MissingKind::Inputs, None, Some(first));
        }
    }

    fn silences(&mut self, story: &[usize]) {
        for pair in story.windows(2) {
            let (one, next) = (self.account(pair[0]), self.account(pair[1]));
            let days = (next.event.time.0 - one.event.time.0) / DAY_MS;
            if days > SILENCE_DAYS && !RESTING.contains(&one.step()) {
                self.add(MissingKind::Silence, Some(pair[0]), Some(pair[1]));
            }
        }
    }

    /// Sent and never received, received and never sent.
    fn movements(&mut self, story: &[usize]) {
        let mut left: Option<usize> = None;
        let pedigree = self.pedigree;
        let mut at: Option<&str> = None;
        let mut last = None;
        for index in story {
            let account = &pedigree.accounts[*index];
            let (step, place) = (account.step(), account.event.location());
            let is_elsewhere = place.is_some() && at.is_some() && place != at;
            if LEAVING.contains(&step) {
                // Loading and departing are one leaving; from another place, it came there first.
                match left {
                    Some(before) if is_elsewhere && step != "transporting" => {
                        self.add(MissingKind::Receipt, Some(before), Some(*index));
                    }
                    _ => {}
                }
                left = Some(*index);
            } else if COMING.contains(&step) {
                if left.is_none() && is_elsewhere {
                    self.add(MissingKind::Dispatch, last, Some(*index));
                }
                // What arrives at a port is still on its way to whoever receives it.
                left = (step == "arriving").then_some(*index);
            } else if is_elsewhere {
                match left.take() {
                    Some(before) => self.add(MissingKind::Receipt, Some(before), Some(*index)),
                    None => self.add(MissingKind::Dispatch, last, Some(*index)),
                }
            }
            at = place.or(at);
            last = Some(*index);
        }
        let Some(left) = left else {
            return;
        };
        let is_source = self.pedigree.things[self.thing].side == Side::Source;
        let days = (self.now.0 - self.account(left).event.time.0) / DAY_MS;
        // What was used up can't come any more.
        if is_source {
            self.add(
                MissingKind::Receipt,
                Some(left),
                last.filter(|last| *last != left),
            );
        } else if days > TRANSIT_DAYS {
            self.add(MissingKind::Receipt, Some(left), None);
        }
    }

    fn packings(&mut self, story: &[usize]) {
        let mut inside: HashSet<Epc> = HashSet::new();
        let mut missing = Vec::new();
        let selves: Vec<Epc> = self.selves().into_iter().cloned().collect();
        for index in story {
            let account = self.account(*index);
            let Some(parent) = &account.event.parent else {
                continue;
            };
            let is_its = selves
                .iter()
                .any(|epc| account.objects().any(|object| object == epc));
            match account.event.action {
                Some(Action::Add) if is_its => {
                    inside.insert(parent.clone());
                }
                Some(Action::Delete) if is_its && !inside.contains(parent) => missing.push(*index),
                _ => {}
            }
        }
        for index in missing {
            self.add(MissingKind::Packing, None, Some(index));
        }
    }

    fn end(&mut self, story: &[usize]) {
        let own = &self.pedigree.things[self.thing].epc;
        let ended = story.iter().position(|index| {
            let account = self.account(*index);
            let is_whole = account.event.epcs.contains(own);
            is_whole && ENDS.contains(&account.step())
        });
        if let Some(ended) = ended
            && let Some(next) = story.get(ended + 1)
        {
            self.add(MissingKind::End, Some(story[ended]), Some(*next));
        }
    }
}
