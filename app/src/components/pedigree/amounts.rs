//! How much: of what went from one thing into another, and of what is left of a thing.

use std::collections::BTreeSet;

use wire::pedigree::{Bond, Pedigree, Quantity, Thing};

use super::measured;
use crate::Words;

/// What went along a tie, by all steps that tell it; `None` where none says how much.
pub(super) fn moved(pedigree: &Pedigree, bond: &Bond, words: Words) -> Option<String> {
    let from = pedigree.things.get(bond.from)?;
    let role = match &bond.kind[..] {
        "made" => "in",
        "packed" => "of",
        _ => return None,
    };
    let same = pedigree
        .bonds
        .iter()
        .filter(|other| (other.from, other.to) == (bond.from, bond.to) && other.kind == bond.kind);
    let steps: BTreeSet<usize> = same.filter_map(|bond| bond.step).collect();
    sum(pedigree, steps, role, &from.path, words)
}

/// What is left of a lot that others took from, or how much of it was made; `None` where nobody says.
pub(super) fn of_thing(pedigree: &Pedigree, thing: &Thing, words: Words) -> Option<String> {
    let lot = pedigree.lots.iter().find(|lot| lot.path == thing.path);
    if let Some(lot) = lot {
        let taken = measured(words, lot.taken, &lot.uom);
        return Some(match lot.had {
            Some(had) => {
                let left = measured(words, had - lot.taken, &lot.uom);
                words.graph_left(measured(words, had, &lot.uom), left)
            }
            None => words.graph_taken(taken),
        });
    }
    let steps = thing.story.iter().filter(|told| told.by.is_none());
    let steps: BTreeSet<usize> = steps.map(|told| told.step).collect();
    sum(pedigree, steps, "out", &thing.path, words)
}

/// The quantities of a class in that role, each unit of measure for itself. What was declared to be an
/// error counts for nothing.
fn sum(
    pedigree: &Pedigree,
    steps: BTreeSet<usize>,
    role: &str,
    class: &str,
    words: Words,
) -> Option<String> {
    let steps = steps.into_iter().filter_map(|at| pedigree.steps.get(at));
    let told = steps.filter(|step| step.error.is_none());
    let is_its = |quantity: &&Quantity<'_>| quantity.role == role && quantity.class == class;
    let mut sums: Vec<(&str, f64)> = Vec::new();
    for own in told.flat_map(|step| &step.quantities).filter(is_its) {
        let uom = own.uom.as_deref().unwrap_or("H87");
        let Some(amount) = own.quantity else {
            continue;
        };
        match sums.iter_mut().find(|(known, _)| *known == uom) {
            Some((_, sum)) => *sum += amount,
            None => sums.push((uom, amount)),
        }
    }
    let sums: Vec<String> = sums
        .into_iter()
        .map(|(uom, sum)| measured(words, sum, uom))
        .collect();
    (!sums.is_empty()).then(|| sums.join(" + "))
}
