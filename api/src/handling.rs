//! Packs on a desk of a brand or of a partner that a brand lets: codes → what is told of them, all or none.
//!
//! A shop tells a sale, a processor what became of packs, and either undoes what it told. Nothing is kept
//! beside the events (`told.rs`); whose packs an organisation may tell of is asked for each (`granted.rs`).

mod asked;
mod told;

use std::collections::BTreeMap;

use gs1::Date;
use trace::{Epc, Instant, Theft, UnitState};

pub use self::asked::{Asked, Fields};
use crate::{
    access::Act,
    code::Code,
    error::ApiError,
    facts, granted,
    key::Teller,
    known::{self, Known},
    organisation::Organisation,
    role::Permission,
    sale,
    state::App,
    store::{self, Checked, Db, Tx},
};

/// What a page of the desk tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trade {
    /// What a shop sells.
    Sale,
    /// What becomes of packs at a processor.
    Processing,
}

impl Trade {
    /// What one needs to tell of it.
    #[must_use]
    pub fn permission(self) -> Permission {
        match self {
            Trade::Sale => Permission::Selling,
            Trade::Processing => Permission::Processing,
        }
    }

    /// What the access log calls it.
    #[must_use]
    pub fn logged(self) -> Act {
        match self {
            Trade::Sale => Act::SaleTold,
            Trade::Processing => Act::ProcessingTold,
        }
    }

    /// What the names of its captures begin with, behind whoever told them.
    fn capture(self) -> &'static str {
        match self {
            Trade::Sale => sale::CAPTURE,
            Trade::Processing => "processing:",
        }
    }

    /// Whether it may have put a unit into a state.
    fn makes(self, state: UnitState) -> bool {
        match self {
            Trade::Sale => state == UnitState::Sold,
            Trade::Processing => matches!(state, UnitState::Destroyed | UnitState::Consumed),
        }
    }
}

/// What is told of packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They were sold.
    Sell,
    /// They were taken for recycling.
    Recycle,
    /// They were destroyed.
    Destroy,
    /// They were made into something else.
    Reprocess,
    /// What the same organisation told of them last was wrong.
    Undo,
}

impl Deed {
    /// Those of a page, in the order of its keys.
    #[must_use]
    pub fn of(trade: Trade) -> &'static [Deed] {
        match trade {
            Trade::Sale => &[Deed::Sell, Deed::Undo],
            Trade::Processing => &[Deed::Recycle, Deed::Destroy, Deed::Reprocess, Deed::Undo],
        }
    }

    /// As forms have it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Deed::Sell => "sell",
            Deed::Recycle => "recycle",
            Deed::Destroy => "destroy",
            Deed::Reprocess => "reprocess",
            Deed::Undo => "undo",
        }
    }
}

/// What came of one pack; its words are in the locale files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is told.
    Done,
    /// It could be told, and another pack of the form could not.
    Waits,
    /// Its product is not known here.
    UnknownProduct,
    /// Its brand doesn't let the organisation tell of it.
    NotGranted,
    /// The serial is not on record.
    UnknownSerial,
    /// It is recalled.
    Recalled,
    /// It has expired.
    Expired,
    /// It is sold, or gone, already.
    Already,
    /// It is reported stolen.
    Stolen,
    /// It is out of the trade.
    Blocked,
    /// Somebody has registered it since it was sold.
    Registered,
    /// The organisation told nothing of it that still stands, or something came after that.
    NothingToUndo,
}

impl Outcome {
    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Waits => "waits",
            Outcome::UnknownProduct => "unknown-product",
            Outcome::NotGranted => "not-granted",
            Outcome::UnknownSerial => "unknown-serial",
            Outcome::Recalled => "recalled",
            Outcome::Expired => "expired",
            Outcome::Already => "already",
            Outcome::Stolen => "stolen",
            Outcome::Blocked => "blocked",
            Outcome::Registered => "registered",
            Outcome::NothingToUndo => "nothing-to-undo",
        }
    }
}

/// One pack of a form.
#[derive(Debug)]
pub struct Pack {
    /// Its code.
    pub code: Code,
    /// What is known of it; `None` where the organisation may not tell of it.
    pub known: Option<Known>,
    /// What came of it.
    pub outcome: Outcome,
    /// Whose it is, and who tells of it.
    teller: Option<Teller>,
}

impl Pack {
    fn without(code: Code, outcome: Outcome) -> Pack {
        Pack {
            code,
            known: None,
            outcome,
            teller: None,
        }
    }

    fn epc(&self) -> Epc {
        self.code.unit_epc().unwrap_or(Epc(String::new()))
    }

    fn link(&self) -> String {
        format!("{}/{}", gs1::CANONICAL_STEM, self.epc().0)
    }
}

/// What came of a form.
#[derive(Debug)]
pub struct Handled {
    /// Whether it is told.
    pub is_done: bool,
    /// In the order of the form.
    pub packs: Vec<Pack>,
    /// What the access log says, by brand.
    pub told: BTreeMap<String, String>,
}

/// Tells what a form says, if it may be told of each of its packs. `id` is a random name for captures.
///
/// # Errors
/// Inside: a field is wrong, or an event is refused, as at every door.
pub fn handle(
    tx: &Tx<'_>,
    app: &App,
    organisation: &Organisation,
    asked: &Asked,
    id: &str,
    now: Instant,
) -> store::Result<Result<Handled, ApiError>> {
    let mut packs = Vec::new();
    for code in &asked.codes {
        packs.push(judged(tx, app, organisation, asked, code, now.date())?);
    }
    let mut told = BTreeMap::new();
    let is_done = packs.iter().all(|pack| pack.outcome == Outcome::Done);
    if is_done {
        let mut by_brand: BTreeMap<&str, (&Teller, Vec<&Pack>)> = BTreeMap::new();
        for pack in &packs {
            if let Some(teller) = &pack.teller {
                let of = by_brand.entry(&teller.brand);
                of.or_insert_with(|| (teller, Vec::new())).1.push(pack);
            }
        }
        let telling = told::Telling {
            app,
            organisation,
            asked,
            id,
            now,
        };
        for (brand, (teller, packs)) in by_brand {
            if let Err(error) = telling.tell(tx, teller, &packs)? {
                return Ok(Err(error));
            }
            told.insert(brand.to_owned(), said(asked.deed, &packs));
        }
    } else {
        for pack in &mut packs {
            if pack.outcome == Outcome::Done {
                pack.outcome = Outcome::Waits;
            }
        }
    }
    Ok(Ok(Handled {
        is_done,
        packs,
        told,
    }))
}

/// What was told of which packs; the first of them where they are many.
fn said(deed: Deed, packs: &[&Pack]) -> String {
    let first = packs.iter().take(3).map(|pack| pack.epc().0);
    let first = first.collect::<Vec<_>>().join(", ");
    match packs.len() {
        0..=3 => format!("{}: {first}", deed.id()),
        count => format!("{}: {first}, + {}", deed.id(), count - 3),
    }
}

/// A pack with [`Outcome::Done`] where it can be told. Of one that is not granted nothing is looked up.
fn judged(
    db: &Db<'_>,
    app: &App,
    organisation: &Organisation,
    asked: &Asked,
    code: &Code,
    today: Date,
) -> store::Result<Pack> {
    let code = code.clone();
    let product = match code.gtin() {
        Some(gtin) => db.product(gtin)?,
        None => None,
    };
    let Some(product) = product else {
        return Ok(Pack::without(code, Outcome::UnknownProduct));
    };
    let Some(teller) = granted::teller(db, organisation, &product)? else {
        return Ok(Pack::without(code, Outcome::NotGranted));
    };
    let known = known::look_up(db, &app.issue_key, &code)?;
    let outcome = match (known.unit.is_some(), asked.deed) {
        (false, _) => Outcome::UnknownSerial,
        (true, Deed::Undo) => undone(db, asked.trade, &teller, &code, &known)?,
        (true, Deed::Sell) => sold(&known, &code, today),
        (true, Deed::Recycle | Deed::Destroy | Deed::Reprocess) => processed(&known),
    };
    Ok(Pack {
        code,
        known: Some(known),
        outcome,
        teller: Some(teller),
    })
}

/// Whether a pack can be sold.
fn sold(known: &Known, code: &Code, today: Date) -> Outcome {
    let facts = facts::facts(known, code, Checked::default(), None, today);
    let expiry = facts.batch.as_ref().and_then(|batch| batch.expiry);
    match known.life.state {
        UnitState::Stolen => Outcome::Stolen,
        _ if known.theft() == Theft::Supported => Outcome::Stolen,
        _ if facts.is_recalled() => Outcome::Recalled,
        UnitState::Sold => Outcome::Already,
        UnitState::Active if expiry.is_some_and(|expiry| expiry < today) => Outcome::Expired,
        UnitState::Active => Outcome::Done,
        _ => Outcome::Blocked,
    }
}

/// Whether a pack can end. What was recalled, has expired or may not be sold is what processors get.
fn processed(known: &Known) -> Outcome {
    match known.life.state {
        UnitState::Stolen => Outcome::Stolen,
        _ if known.theft() == Theft::Supported => Outcome::Stolen,
        UnitState::Destroyed | UnitState::Consumed => Outcome::Already,
        _ => Outcome::Done,
    }
}

/// Whether there is something to undo: nothing came after it, and the same organisation told it.
fn undone(
    db: &Db<'_>,
    trade: Trade,
    teller: &Teller,
    code: &Code,
    known: &Known,
) -> store::Result<Outcome> {
    if !trade.makes(known.life.state) {
        return Ok(Outcome::NothingToUndo);
    }
    let epc = code.unit_epc().unwrap_or(Epc(String::new()));
    let last = told::last_told(db, trade, teller, &epc, known.life.since)?;
    Ok(match last {
        None => Outcome::NothingToUndo,
        // A holder's registration may rest on that sale: giving back is for the returns desk.
        Some(_) if trade == Trade::Sale && known.registered.is_some() => Outcome::Registered,
        Some(_) => Outcome::Done,
    })
}

fn field(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.to_owned(),
    }
}
