//! The events of a pedigree: a round of questions a level.

use std::{collections::HashMap, sync::Arc};

use trace::{Account, Declaration, Gather, Pedigree};

use super::{
    Question,
    memory::{Memory, in_error},
};
use crate::{
    epcis::account::{self, Kept},
    store::{self, Db, Naming, StoreError},
};

/// How many events are looked into at once.
const HEARD: usize = 2_000;

/// Asks level by level, until there is nothing more to ask or a limit is met.
pub(super) fn gather(db: &Db<'_>, memory: &Memory, question: &Question) -> store::Result<Pedigree> {
    let errors = Errors::read(db, &question.brand)?;
    let mut gather = Gather::new(
        &question.thing,
        &question.classes,
        question.way,
        question.limits,
    );
    loop {
        let asks = gather.asks();
        if asks.is_empty() {
            return Ok(gather.finish());
        }
        // One more than there is room for tells that there are more.
        let found = db.events_naming(&question.brand, &asks, gather.room() + 1)?;
        for found in found.chunks(HEARD) {
            let kept = kept(db, memory, &gather, found)?;
            for (place, naming) in found.iter().enumerate() {
                let tell = || tell(db, naming, kept.get(place), &errors);
                gather.hear(naming.ask, naming.seq, tell)?;
            }
        }
        tie(db, memory, &errors, &mut gather, &question.brand)?;
        gather.close_round();
    }
}

/// Asks for the other events of transformations that come in several.
fn tie(
    db: &Db<'_>,
    memory: &Memory,
    errors: &Errors<'_>,
    gather: &mut Gather,
    brand: &str,
) -> store::Result<()> {
    let ids = gather.ties();
    if ids.is_empty() {
        return Ok(());
    }
    let found = db.events_of_transformations(brand, &ids, gather.room() + 1)?;
    for found in found.chunks(HEARD) {
        let kept = kept(db, memory, gather, found)?;
        for (place, naming) in found.iter().enumerate() {
            let Some(id) = ids.get(naming.ask) else {
                continue;
            };
            gather.tie(id, naming.seq, || tell(db, naming, kept.get(place), errors))?;
        }
    }
    Ok(())
}

/// What is kept of events; of none where there is no room for what is new.
fn kept(
    db: &Db<'_>,
    memory: &Memory,
    gather: &Gather,
    found: &[Naming],
) -> store::Result<Vec<Kept>> {
    let wanted: Vec<i64> = match gather.room() {
        0 => Vec::new(),
        _ => found.iter().map(|naming| naming.seq).collect(),
    };
    memory.kept(db, &wanted)
}

fn tell(
    db: &Db<'_>,
    naming: &Naming,
    kept: Option<&Kept>,
    errors: &Errors<'_>,
) -> store::Result<Arc<Account>> {
    let kept = kept.ok_or_else(|| StoreError::Event(naming.seq.to_string()))?;
    let id = kept.event_id.as_deref().unwrap_or_default();
    let error = errors.of(db, [&kept.account.event.id, id])?;
    Ok(match error {
        Some(error) => in_error(kept, error),
        None => Arc::clone(&kept.account),
    })
}

/// Which of a brand's events were declared to be errors.
struct Errors<'b> {
    brand: &'b str,
    /// By name; `None` where there are too many to hold.
    known: Option<HashMap<String, i64>>,
}

impl<'b> Errors<'b> {
    fn read(db: &Db<'_>, brand: &'b str) -> store::Result<Errors<'b>> {
        let known = db.declared_errors(brand)?;
        Ok(Errors {
            brand,
            known: known.map(|known| known.into_iter().collect()),
        })
    }

    fn of(&self, db: &Db<'_>, names: [&str; 2]) -> store::Result<Option<Declaration>> {
        let declared = match &self.known {
            Some(known) if known.is_empty() => None,
            Some(known) => names.iter().find_map(|name| known.get(*name)).copied(),
            None => db.declared_error(self.brand, names)?,
        };
        let Some(seq) = declared else {
            return Ok(None);
        };
        let told = db
            .event_body(seq)?
            .and_then(|(_, body)| account::declaration(&body));
        // That it was declared is certain, whatever can be read of the declaration.
        Ok(Some(told.unwrap_or(Declaration {
            at: trace::Instant(0),
            reason: None,
            corrected_by: Vec::new(),
        })))
    }
}
