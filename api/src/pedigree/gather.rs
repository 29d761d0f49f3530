//! The events of a pedigree: a round of questions a level.

use std::collections::HashMap;

use trace::{Account, Declaration, Gather, Pedigree};

use super::Question;
use crate::{
    epcis::account,
    store::{self, Db, Naming, StoreError},
};

/// Asks level by level, until there is nothing more to ask or a limit is met.
pub fn gather(db: &Db<'_>, question: &Question) -> store::Result<Pedigree> {
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
        let mut found = Vec::new();
        // One more than there is room for tells that there are more.
        db.accounts_naming(&question.brand, &asks, gather.room() + 1, |naming| {
            found.push(naming);
            Ok(())
        })?;
        for naming in found {
            let (ask, seq) = (naming.ask, naming.seq);
            gather.hear(ask, seq, || tell(db, naming, &errors))?;
        }
        gather.close_round();
    }
}

fn tell(db: &Db<'_>, naming: Naming, errors: &Errors<'_>) -> store::Result<Account> {
    let kept = match &naming.account {
        Some(text) => account::kept(text),
        None => match db.event_body(naming.seq)? {
            Some((digest, body)) => account::of_body(&digest, &body),
            None => None,
        },
    };
    // A pedigree without what can't be read could say that all is well.
    let kept = kept.ok_or_else(|| StoreError::Event(naming.seq.to_string()))?;
    let mut account = kept.account;
    let id = kept.event_id.as_deref().unwrap_or_default();
    account.error = errors.of(db, [&account.event.id, id])?;
    Ok(account)
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
