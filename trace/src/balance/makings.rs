//! Transformations, each whole: what went in and what came out.

use std::{borrow::Borrow, collections::BTreeMap};

use super::{Amount, Uom};
use crate::{Account, Epc, EventKind, Instant, Quantity};

/// One transformation.
#[derive(Clone, Debug)]
pub(super) struct Making {
    /// The account that tells of it first.
    pub(super) account: usize,
    /// When.
    pub(super) time: Instant,
    pub(super) inputs: Vec<Portion>,
    pub(super) outputs: Vec<Portion>,
}

/// Some of a thing.
#[derive(Clone, Debug)]
pub(super) struct Portion {
    pub(super) epc: Epc,
    /// `None` where nobody said how much, or in a unit that is not known here.
    pub(super) amount: Option<Amount>,
    /// Whether it is one numbered thing.
    pub(super) is_single: bool,
}

/// The transformations of accounts, by time; those that came in several events are one.
pub(super) fn makings(accounts: &[impl Borrow<Account>]) -> Vec<Making> {
    let mut makings: Vec<Making> = Vec::new();
    let mut tied: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, account) in accounts.iter().enumerate() {
        let account: &Account = account.borrow();
        let event = &account.event;
        if event.kind != EventKind::Transformation || !account.counts() {
            continue;
        }
        let id = account
            .more
            .as_ref()
            .and_then(|more| more.transformation.as_deref());
        let known = id.and_then(|id| tied.get(id)).copied();
        let at = known.unwrap_or_else(|| {
            makings.push(Making {
                account: index,
                time: event.time,
                inputs: Vec::new(),
                outputs: Vec::new(),
            });
            makings.len() - 1
        });
        if let Some(id) = id {
            tied.insert(id, at);
        }
        let making = &mut makings[at];
        making
            .inputs
            .extend(portions(&event.inputs, &event.input_quantities));
        making
            .outputs
            .extend(portions(&event.outputs, &event.output_quantities));
    }
    makings
}

fn portions<'e>(epcs: &'e [Epc], quantities: &'e [Quantity]) -> impl Iterator<Item = Portion> + 'e {
    let singles = epcs.iter().map(|epc| Portion {
        epc: epc.clone(),
        amount: Some(Amount::new(1.0, Uom::PIECE)),
        is_single: true,
    });
    let classes = quantities.iter().map(|quantity| Portion {
        epc: quantity.class.clone(),
        amount: Amount::of(quantity),
        is_single: false,
    });
    singles.chain(classes)
}
