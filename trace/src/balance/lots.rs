//! Open quantities: how much of a lot there ever was, what was taken of it, what is left.

use std::{borrow::Borrow, collections::BTreeMap};

use super::{Amount, Content, Dimension, makings::makings};
use crate::{Account, Action, Epc, EventKind, Instant};

/// A lot's account book.
#[derive(Clone, Debug, PartialEq)]
pub struct Lot {
    /// The lot.
    pub epc: Epc,
    /// In what it is measured.
    pub dimension: Dimension,
    /// How much there ever was, by what events tell; `None` where none does.
    pub had: Option<f64>,
    /// How much was used up in transformations.
    pub taken: f64,
    /// Each taking: the account that tells it, when, and how much.
    pub takings: Vec<(usize, Instant, f64)>,
    /// Whether its making or harvest is told; otherwise what there was is what came in.
    pub is_born: bool,
}

impl Lot {
    /// What is left; below 0 where more was taken than there was.
    #[must_use]
    pub fn left(&self) -> Option<f64> {
        self.had.map(|had| had - self.taken)
    }
}

/// The lots that transformations took from, by their EPC. `content` tells how a thing's quantities
/// convert.
///
/// What can't be measured in one dimension is left out of the sums.
#[must_use]
pub fn lots(
    accounts: &[impl Borrow<Account>],
    mut content: impl FnMut(&Epc) -> Content,
) -> Vec<Lot> {
    let makings = makings(accounts);
    let mut entries: BTreeMap<&Epc, Entries> = BTreeMap::new();
    for making in &makings {
        for portion in making.inputs.iter().filter(|portion| !portion.is_single) {
            let taken = &mut entries.entry(&portion.epc).or_default().taken;
            let taking = |amount| (making.account, making.time, amount);
            taken.extend(portion.amount.map(taking));
        }
    }
    for portion in makings.iter().flat_map(|making| &making.outputs) {
        if let Some(own) = entries.get_mut(&portion.epc) {
            own.made.extend(portion.amount);
        }
    }
    let accounts = accounts.iter().map(Borrow::borrow);
    for account in accounts.filter(|account: &&Account| account.counts()) {
        let event = &account.event;
        if event.kind != EventKind::Object {
            continue;
        }
        for quantity in &event.quantities {
            let Some(own) = entries.get_mut(&quantity.class) else {
                continue;
            };
            match event.action {
                Some(Action::Add) => own.begun.extend(Amount::of(quantity)),
                Some(Action::Observe) => own.seen.extend(Amount::of(quantity)),
                _ => {}
            }
        }
    }
    entries
        .into_iter()
        .filter_map(|(epc, entries)| entries.lot(epc, &content(epc)))
        .collect()
}

/// What events tell of a lot.
#[derive(Default)]
struct Entries {
    taken: Vec<(usize, Instant, Amount)>,
    made: Vec<Amount>,
    begun: Vec<Amount>,
    seen: Vec<Amount>,
}

impl Entries {
    fn lot(&self, epc: &Epc, content: &Content) -> Option<Lot> {
        let dimension = self.taken.first()?.2.dimension;
        let measured = |amount: &Amount| Some(amount.to(dimension, content)?.value);
        let sum = |amounts: &[Amount]| amounts.iter().filter_map(measured).sum::<f64>();
        let takings: Vec<(usize, Instant, f64)> = self
            .taken
            .iter()
            .filter_map(|(account, time, amount)| Some((*account, *time, measured(amount)?)))
            .collect();
        let is_born = !self.made.is_empty() || !self.begun.is_empty();
        let had = match is_born {
            // A lot that is made, and then declared as begun, is told of twice.
            true => Some(sum(&self.made).max(sum(&self.begun))),
            // What came in was no less than the most that was ever seen at once.
            false => self.seen.iter().filter_map(measured).reduce(f64::max),
        };
        Some(Lot {
            epc: epc.clone(),
            dimension,
            had,
            taken: takings.iter().map(|(_, _, amount)| amount).sum(),
            takings,
            is_born,
        })
    }
}
