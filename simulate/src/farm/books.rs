//! What the server keeps of registrations and their points, as far as a season needs it.

use std::collections::{BTreeMap, BTreeSet};

use trace::reward::{Act, Basis, Deed, History, Reward, Rules, Why, reward};

use super::{Does, POINTS, Step};
use crate::world::DAY_MS;

#[derive(Clone, Copy, Debug)]
enum Status {
    Granted,
    Held(Why),
    Returned,
}

struct Kept {
    person: u32,
    network: u32,
    basis: Basis,
    status: Status,
}

/// What the server keeps.
pub(super) struct Books<'r> {
    rules: &'r Rules,
    rewards: BTreeMap<u32, Kept>,
    /// When rewards were granted, and whether each was proven.
    by_person: BTreeMap<u32, Vec<i64>>,
    by_network: BTreeMap<u32, Vec<i64>>,
    /// Who holds a unit, and on what.
    holders: BTreeMap<u32, (u32, Basis)>,
    waiting: BTreeMap<u32, BTreeSet<u32>>,
}

impl<'r> Books<'r> {
    pub(super) fn new(rules: &'r Rules) -> Books<'r> {
        Books {
            rules,
            rewards: BTreeMap::new(),
            by_person: BTreeMap::new(),
            by_network: BTreeMap::new(),
            holders: BTreeMap::new(),
            waiting: BTreeMap::new(),
        }
    }

    pub(super) fn take(&mut self, step: &Step) {
        match step.deed {
            Does::Register(basis) => self.register(step, basis),
            Does::Prove => self.prove(step),
            Does::Erase => self.erase(step),
            Does::Look => self.look(step),
            Does::ShowReceipt => self.show_receipt(step),
        }
    }

    fn register(&mut self, step: &Step, basis: Basis) {
        if let Some((holder, on)) = self.holders.get(&step.unit).copied() {
            // Only what was claimed gives way, and only to a proof.
            if holder == step.person || (on, basis) != (Basis::Claimed, Basis::Proven) {
                return;
            }
            if self.is_held(step.unit) {
                self.give_back(step.unit);
            }
        }
        self.holders.insert(step.unit, (step.person, basis));
        let before = self.rewards.get(&step.unit);
        let history = History {
            is_rewarded: before.is_some_and(|one| !matches!(one.status, Status::Returned)),
            was_taken_back: before.is_some(),
            ..self.pace(step.person, step.network, step.at)
        };
        let status = match reward(deed(basis), self.rules, &history) {
            Reward::Granted(_) => Status::Granted,
            Reward::Held(_, why) => Status::Held(why),
            Reward::None(_) => return,
        };
        let kept = Kept {
            person: step.person,
            network: step.network,
            basis,
            status,
        };
        match status {
            Status::Granted => self.note(&kept, step.at),
            _ => drop(
                self.waiting
                    .entry(step.person)
                    .or_default()
                    .insert(step.unit),
            ),
        }
        self.rewards.insert(step.unit, kept);
    }

    fn is_held(&self, unit: u32) -> bool {
        let known = self.rewards.get(&unit);
        known.is_some_and(|one| matches!(one.status, Status::Held(_)))
    }

    fn pace(&self, person: u32, network: u32, now: i64) -> History {
        let since = |granted: Option<&Vec<i64>>, days: i64| {
            let granted = granted.into_iter().flatten();
            granted.filter(|at| **at > now - days * DAY_MS).count() as u32
        };
        History {
            person_day: since(self.by_person.get(&person), 1),
            person_month: since(self.by_person.get(&person), 30),
            network_day: since(self.by_network.get(&network), 1),
            ..History::default()
        }
    }

    fn note(&mut self, kept: &Kept, at: i64) {
        self.by_person.entry(kept.person).or_default().push(at);
        if kept.basis < Basis::Proven {
            self.by_network.entry(kept.network).or_default().push(at);
        }
    }

    fn prove(&mut self, step: &Step) {
        if let Some(holder) = self.holders.get_mut(&step.unit)
            && holder.0 == step.person
        {
            holder.1 = Basis::Proven;
        }
        if let Some(one) = self.rewards.get_mut(&step.unit)
            && one.person == step.person
        {
            one.basis = Basis::Proven;
            self.again(step.unit, step.at);
        }
    }

    fn again(&mut self, unit: u32, at: i64) {
        let Some(one) = self.rewards.get(&unit) else {
            return;
        };
        let Status::Held(why) = one.status else {
            return;
        };
        if !why.may_pass(one.basis) {
            return;
        }
        let history = History {
            was_taken_back: why == Why::Again,
            ..self.pace(one.person, one.network, at)
        };
        let judged = reward(deed(one.basis), self.rules, &history);
        if let Some(mut one) = self.rewards.remove(&unit) {
            match judged {
                Reward::Granted(_) => {
                    one.status = Status::Granted;
                    self.note(&one, at);
                }
                Reward::Held(_, why) => one.status = Status::Held(why),
                Reward::None(_) => {}
            }
            self.rewards.insert(unit, one);
        }
    }

    fn look(&mut self, step: &Step) {
        let waiting = self.waiting.get(&step.person).cloned();
        for unit in waiting.into_iter().flatten() {
            let known = self.rewards.get(&unit);
            if known.is_some_and(|one| one.person == step.person) {
                self.again(unit, step.at);
            }
        }
    }

    /// Staff grant what is held.
    fn show_receipt(&mut self, step: &Step) {
        if let Some(one) = self.rewards.get_mut(&step.unit)
            && one.person == step.person
            && let Status::Held(_) = one.status
        {
            one.basis = Basis::Proven;
            one.status = Status::Granted;
        }
    }

    fn give_back(&mut self, unit: u32) {
        if let Some(one) = self.rewards.get_mut(&unit) {
            one.status = Status::Returned;
        }
    }

    fn erase(&mut self, step: &Step) {
        let holder = self.holders.get(&step.unit);
        if holder.is_some_and(|(holder, _)| *holder == step.person) {
            self.holders.remove(&step.unit);
            self.give_back(step.unit);
        }
    }

    /// What each person was granted, in points.
    pub(super) fn earned(&self) -> BTreeMap<u32, u64> {
        let mut earned = BTreeMap::new();
        for one in self.rewards.values() {
            if let Status::Granted = one.status {
                *earned.entry(one.person).or_default() += u64::from(POINTS);
            }
        }
        earned
    }
}

fn deed(basis: Basis) -> Deed {
    Deed {
        act: Act::Registration,
        basis,
        points: POINTS,
    }
}
