//! A pedigree: things, the bonds between them, and what events tell of each.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{Account, Cut};
use crate::{Epc, Instant};

/// What a thing is to the one that was asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// It is that one.
    Subject,
    /// That one is of this batch or kind.
    Class,
    /// It was, or is, inside of this.
    Container,
    /// This was, or is, inside of it.
    Content,
    /// It was made out of this.
    Source,
    /// This was made out of it.
    Product,
}

impl Side {
    /// A stable name in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Side::Subject => "subject",
            Side::Class => "class",
            Side::Container => "container",
            Side::Content => "content",
            Side::Source => "source",
            Side::Product => "product",
        }
    }
}

/// A thing in a pedigree.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// What it is.
    pub epc: Epc,
    /// What it is to the subject.
    pub side: Side,
    /// Steps through transformations: below 0 what it was made of, above 0 what was made of it.
    pub level: i32,
    /// What is told of it, and of what it was in while it was in it; by time.
    pub story: Vec<Telling>,
}

/// An account in a thing's story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Telling {
    /// Its index.
    pub account: usize,
    /// The container that it is told of; `None` where it is told of the thing itself.
    pub by: Option<usize>,
}

/// How two things are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BondKind {
    /// The first was used up to make the second.
    Made,
    /// The first was put into the second.
    Packed,
    /// The first is one of the second.
    Member,
}

impl BondKind {
    /// A stable name in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            BondKind::Made => "made",
            BondKind::Packed => "packed",
            BondKind::Member => "member",
        }
    }
}

/// A tie between two things.
#[derive(Clone, Debug, PartialEq)]
pub struct Bond {
    /// The index of the first.
    pub from: usize,
    /// The index of the second.
    pub to: usize,
    /// What it is.
    pub kind: BondKind,
    /// The account that tells it; `None` for what is by record.
    pub account: Option<usize>,
    /// Since when.
    pub since: Instant,
    /// Until when; `None` where it still holds, or just happened.
    pub until: Option<Instant>,
}

/// The whole of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pedigree {
    /// What events tell, by time.
    pub accounts: Vec<Arc<Account>>,
    /// The things; the first is the one that was asked about.
    pub things: Vec<Thing>,
    /// How they are tied.
    pub bonds: Vec<Bond>,
    /// Where the walk stopped before it was done.
    pub cut: Option<Cut>,
}

/// Why a thing is walked to.
#[derive(Clone, Debug)]
pub(super) enum Stay {
    /// It is where the walk begins.
    Made,
    /// It is a class of that.
    Member { of: Epc },
    /// It holds that.
    Holds { child: Epc, account: usize },
    /// It is held by that.
    In { parent: Epc, account: usize },
    /// That was made of it.
    Into { output: Epc, account: usize },
    /// It was made of that.
    OutOf { input: Epc, account: usize },
}

/// A step of the walk: a thing, and from when until when it is of this story.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) epc: Epc,
    pub(super) side: Side,
    pub(super) level: i32,
    pub(super) from: Instant,
    pub(super) until: Instant,
    stay: Stay,
}

const EVER: (Instant, Instant) = (Instant(i64::MIN), Instant(i64::MAX));

impl Step {
    pub(super) fn new(epc: &Epc, side: Side, level: i32, stay: Stay) -> Step {
        Step {
            epc: epc.clone(),
            side,
            level,
            from: EVER.0,
            until: EVER.1,
            stay,
        }
    }

    /// Whether what it was in belongs to the story.
    pub(super) fn may_enter(&self) -> bool {
        self.side != Side::Content
    }

    /// Whether what is inside of it belongs to the story.
    pub(super) fn has_contents(&self) -> bool {
        matches!(self.side, Side::Subject | Side::Content)
    }

    pub(super) fn leads_up(&self) -> bool {
        !matches!(self.side, Side::Product | Side::Container)
    }

    pub(super) fn leads_down(&self) -> bool {
        !matches!(self.side, Side::Source | Side::Container)
    }

    pub(super) fn container(
        &self,
        parent: &Epc,
        account: usize,
        time: Instant,
        out: Option<Instant>,
    ) -> Step {
        let child = self.epc.clone();
        Step {
            from: time,
            until: out.unwrap_or(self.until).min(self.until),
            ..Step::new(
                parent,
                Side::Container,
                self.level,
                Stay::Holds { child, account },
            )
        }
    }

    pub(super) fn content(&self, child: &Epc, account: usize, out: Option<Instant>) -> Step {
        let parent = self.epc.clone();
        Step {
            until: out.unwrap_or(self.until).min(self.until),
            ..Step::new(
                child,
                Side::Content,
                self.level,
                Stay::In { parent, account },
            )
        }
    }

    pub(super) fn up(&self, input: &Epc, account: usize, time: Instant) -> Step {
        let output = self.epc.clone();
        Step {
            until: time,
            ..Step::new(
                input,
                Side::Source,
                self.level - 1,
                Stay::Into { output, account },
            )
        }
    }

    pub(super) fn down(&self, output: &Epc, account: usize, time: Instant) -> Step {
        let input = self.epc.clone();
        Step {
            from: time,
            ..Step::new(
                output,
                Side::Product,
                self.level + 1,
                Stay::OutOf { input, account },
            )
        }
    }
}

impl Pedigree {
    pub(super) fn new(
        accounts: Vec<Arc<Account>>,
        naming: &BTreeMap<Epc, Vec<usize>>,
        steps: &[Step],
        cut: Option<Cut>,
    ) -> Pedigree {
        // By time; what is at one time, in the order in which it came.
        let mut order: Vec<usize> = (0..accounts.len()).collect();
        order.sort_by_key(|index| (accounts[*index].event.time, *index));
        let mut place = vec![0; accounts.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old] = new;
        }
        let accounts: Vec<Arc<Account>> = order
            .iter()
            .map(|old| Arc::clone(&accounts[*old]))
            .collect();
        let mut pedigree = Pedigree {
            accounts,
            cut,
            ..Pedigree::default()
        };
        pedigree.put_things(steps, naming, &place);
        pedigree.put_bonds(steps, &place);
        pedigree.inherit();
        pedigree
    }

    /// Each thing once, with what is told of itself in all of its times.
    fn put_things(&mut self, steps: &[Step], naming: &BTreeMap<Epc, Vec<usize>>, place: &[usize]) {
        let mut index: HashMap<&Epc, usize> = HashMap::new();
        let mut things: Vec<(Thing, Vec<(Instant, Instant)>)> = Vec::new();
        for step in steps {
            // What is only named, and was not asked for, is no thing of this pedigree.
            if !naming.contains_key(&step.epc) {
                continue;
            }
            let at = *index.entry(&step.epc).or_insert_with(|| {
                let thing = Thing {
                    epc: step.epc.clone(),
                    side: step.side,
                    level: step.level,
                    story: Vec::new(),
                };
                things.push((thing, Vec::new()));
                things.len() - 1
            });
            let span = (step.from, step.until);
            if !things[at].1.contains(&span) {
                things[at].1.push(span);
            }
        }
        things.sort_by(|(one, _), (other, _)| {
            let order = |thing: &Thing| (thing.side, thing.level.abs());
            order(one)
                .cmp(&order(other))
                .then_with(|| one.epc.cmp(&other.epc))
        });
        let spans: Vec<Vec<(Instant, Instant)>>;
        (self.things, spans) = things.into_iter().unzip();
        for (thing, spans) in self.things.iter_mut().zip(&spans) {
            let named = naming.get(&thing.epc).map_or(&[][..], Vec::as_slice);
            let own = named.iter().map(|old| place[*old]).filter(|account| {
                let time = self.accounts[*account].event.time;
                spans
                    .iter()
                    .any(|(from, until)| *from <= time && time <= *until)
            });
            thing.story = own.map(|account| Telling { account, by: None }).collect();
        }
    }

    fn put_bonds(&mut self, steps: &[Step], place: &[usize]) {
        let index: HashMap<&Epc, usize> = self
            .things
            .iter()
            .enumerate()
            .map(|(at, thing)| (&thing.epc, at))
            .collect();
        let mut bonds = Vec::new();
        for step in steps {
            let until = (step.until != EVER.1).then_some(step.until);
            let (from, to, kind, account, until) = match &step.stay {
                Stay::Made => continue,
                Stay::Member { of } => (of, &step.epc, BondKind::Member, None, None),
                Stay::Holds { child, account } => {
                    (child, &step.epc, BondKind::Packed, Some(*account), until)
                }
                Stay::In { parent, account } => {
                    (&step.epc, parent, BondKind::Packed, Some(*account), until)
                }
                Stay::Into { output, account } => {
                    (&step.epc, output, BondKind::Made, Some(*account), None)
                }
                Stay::OutOf { input, account } => {
                    (input, &step.epc, BondKind::Made, Some(*account), None)
                }
            };
            let (Some(from), Some(to)) = (index.get(from), index.get(to)) else {
                continue;
            };
            let account = account.map(|old| place[old]);
            bonds.push(Bond {
                from: *from,
                to: *to,
                kind,
                account,
                since: account.map_or(EVER.0, |account| self.accounts[account].event.time),
                until,
            });
        }
        bonds.sort_by_key(|bond| (bond.from, bond.to, bond.kind, bond.account));
        bonds.dedup_by_key(|bond| (bond.from, bond.to, bond.kind, bond.account));
        self.bonds = bonds;
    }

    /// What happens to a container happens to what is in it: a thing's story takes it over, for
    /// as long as the thing is in it.
    fn inherit(&mut self) {
        let own: Vec<Vec<Telling>> = self
            .things
            .iter()
            .map(|thing| thing.story.clone())
            .collect();
        for at in 0..self.things.len() {
            let mut story = own[at].clone();
            let mut spans = vec![(at, EVER.0, EVER.1)];
            let mut next = 0;
            while let Some((inside, from, until)) = spans.get(next).copied() {
                next += 1;
                for bond in self.packings_of(inside) {
                    let span = (
                        bond.to,
                        bond.since.max(from),
                        bond.until.unwrap_or(EVER.1).min(until),
                    );
                    if span.1 <= span.2 && bond.to != at && !spans.contains(&span) {
                        spans.push(span);
                    }
                }
            }
            for (container, from, until) in spans.iter().skip(1) {
                let told = own[*container].iter().filter(|telling| {
                    let time = self.accounts[telling.account].event.time;
                    *from <= time && time <= *until
                });
                story.extend(told.map(|telling| Telling {
                    account: telling.account,
                    by: Some(*container),
                }));
            }
            story.sort();
            // Of its own and of its container, it is its own.
            story.dedup_by_key(|telling| telling.account);
            self.things[at].story = story;
        }
    }

    fn packings_of(&self, thing: usize) -> impl Iterator<Item = &Bond> {
        let from = self.bonds.partition_point(|bond| bond.from < thing);
        self.bonds[from..]
            .iter()
            .take_while(move |bond| bond.from == thing)
            .filter(|bond| bond.kind == BondKind::Packed)
    }

    /// The thing of that identifier.
    #[must_use]
    pub fn thing(&self, epc: &Epc) -> Option<usize> {
        self.things.iter().position(|thing| thing.epc == *epc)
    }

    /// The subject's own way with that of its batch, by time.
    #[must_use]
    pub fn way(&self) -> Vec<Telling> {
        let own = self
            .things
            .iter()
            .filter(|thing| matches!(thing.side, Side::Subject | Side::Class) && thing.level == 0);
        let mut way: Vec<Telling> = own.flat_map(|thing| thing.story.iter().copied()).collect();
        way.sort();
        way.dedup_by_key(|telling| telling.account);
        way
    }

    /// A story without what was declared to be an error.
    pub fn told<'p>(&'p self, story: &'p [Telling]) -> impl Iterator<Item = &'p Account> {
        story
            .iter()
            .map(|telling| &*self.accounts[telling.account])
            .filter(|account| account.counts())
    }
}
