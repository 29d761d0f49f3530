//! The verdict rule: `Facts` + policy + today → `Verdict`. Total and pure.

use gs1::Date;

use crate::{
    Caution, Evidence, Facts, Hidden, Input, Policy, Reason, ReasonKind, Serials, Signature, Stage,
    Standing, Step, Theft, UnitFacts, UnitState, signals,
};

/// What is said of a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The most serious one.
    pub standing: Standing,
    /// The other troubles, most serious first; a second trouble is never hidden behind the first.
    pub also: Vec<Standing>,
    /// Why, the standing's own reasons first.
    pub reasons: Vec<Reason>,
    /// What to do, the main step first; never empty.
    pub steps: Vec<Step>,
    /// For a safety-critical product in trouble.
    pub caution: Option<Caution>,
}

/// Judges. The same facts give the same verdict, wherever this runs.
///
/// `today` is the civil date in the time zone that the server states its dates in.
#[must_use]
pub fn judge(facts: &Facts, policy: &Policy, today: Date) -> Verdict {
    let mut reasons = Vec::new();
    reasons.extend(recalls(facts));
    reasons.extend(foreign_link(facts));
    reasons.extend(identity(facts));
    if let Some(unit) = &facts.unit {
        reasons.extend(blocked(unit));
        reasons.extend(signals(facts, policy));
        reasons.extend(last_seen(facts, &reasons));
        reasons.extend(mismatches(facts, unit));
        reasons.extend(checks(facts));
    }
    reasons.extend(signature(facts));
    reasons.extend(dates(facts, today));
    reasons.extend(facts.unit.as_ref().and_then(issued_when_made));
    reasons.extend(in_house(facts));

    let mut standings: Vec<Standing> = reasons
        .iter()
        .filter_map(|reason| reason.standing())
        .collect();
    standings.push(floor(facts));
    standings.sort_unstable();
    standings.dedup();
    let standing = standings[0];
    let also = standings[1..]
        .iter()
        .copied()
        .filter(|other| other.is_trouble())
        .collect();

    // The headline's own reasons come first; otherwise the order of the rules stands.
    reasons.sort_by_key(|reason| match reason.standing() {
        Some(of) if of == standing => (0, of),
        Some(of) if of.is_trouble() => (1, of),
        None if reason.is_note => (1, Standing::Confirmed),
        _ => (2, Standing::Confirmed),
    });
    let caution = caution(facts, standing);
    let is_foreign = |reason: &Reason| reason.kind == ReasonKind::ForeignLink;
    let is_past_best_before = |reason: &Reason| reason.kind == ReasonKind::PastBestBefore;
    let mut steps = match standing {
        // What it looks like says nothing of where its code leads.
        Standing::Suspect if reasons.iter().any(is_foreign) => {
            vec![Step::ScanAnother, Step::AskBrand, Step::Report]
        }
        // It may be good yet: throwing it away is not the first thing to do.
        Standing::Expired if reasons.iter().any(is_past_best_before) => {
            vec![Step::AskBrand, Step::Recycle]
        }
        _ => steps(facts, standing),
    };
    if caution.is_some() {
        // Whether to take a medicine is nothing to decide by a picture.
        steps.retain(|step| *step != Step::ComparePack);
    }
    if !standing.is_trouble() && reasons.iter().any(|reason| reason.is_note) {
        // What asks for care asks to look closely first.
        steps.retain(|step| *step != Step::ComparePack);
        steps.insert(0, Step::ComparePack);
    }
    Verdict {
        standing,
        also,
        reasons,
        steps,
        caution,
    }
}

/// The standing of a code with no trouble at all.
fn floor(facts: &Facts) -> Standing {
    match (&facts.product, &facts.unit) {
        (None, _) => Standing::Unknown,
        (Some(_), Some(unit)) if matches!(unit.hidden, Hidden::ByReader(_)) => Standing::Confirmed,
        (Some(_), Some(_)) => Standing::Issued,
        (Some(_), None) if facts.code.batch.is_some() => Standing::Batch,
        (Some(_), None) => Standing::Product,
    }
}

fn recalls(facts: &Facts) -> impl Iterator<Item = Reason> {
    facts.recalls.iter().map(|recall| {
        let kind = match recall.is_certain {
            true => ReasonKind::Recalled,
            false => ReasonKind::PossiblyRecalled,
        };
        Reason::new(kind)
            .with("on", Evidence::Date(recall.on))
            .with("scope", Evidence::Text(recall.scope.to_owned()))
    })
}

/// Whoever prints a link of their own on a pack wants somebody to open it.
fn foreign_link(facts: &Facts) -> Option<Reason> {
    let (product, host) = (facts.product.as_ref()?, facts.leads_to.as_ref()?);
    let reason = Reason::new(ReasonKind::ForeignLink)
        .with("brand", Evidence::Text(product.brand.clone()))
        .with("host", Evidence::Text(host.clone()));
    Some(reason)
}

/// Whether the code is one of a brand's, and how that is known.
fn identity(facts: &Facts) -> Vec<Reason> {
    let Some(product) = &facts.product else {
        let kind = if facts.code.is_identity {
            ReasonKind::UnknownProduct
        } else {
            ReasonKind::NotAnIdentity
        };
        return vec![Reason::new(kind)];
    };
    let brand = || Evidence::Text(product.brand.clone());
    if let Some(unit) = &facts.unit {
        return std::iter::once(issued(unit, brand()))
            .chain(revealed(unit.hidden))
            .collect();
    }
    let mut reasons = Vec::new();
    if facts.code.serial.is_some() {
        reasons.push(match (product.serials, facts.input) {
            (Serials::Declared(_), Input::Typed) => {
                Reason::new(ReasonKind::NeverIssuedTyped).with("brand", brand())
            }
            (Serials::Declared(since), Input::Scanned) => Reason::new(ReasonKind::NeverIssued)
                .with("brand", brand())
                .with_some("since", since.map(Evidence::Date)),
            (Serials::Partial | Serials::NotNumbered, _) => {
                Reason::new(ReasonKind::UnknownSerial).with("brand", brand())
            }
        });
    } else {
        reasons.push(Reason::new(ReasonKind::NoSerial).with("brand", brand()));
    }
    if let (Some(batch), None) = (&facts.code.batch, &facts.batch) {
        reasons.push(
            Reason::new(ReasonKind::UnknownBatch)
                .with("brand", brand())
                .with("batch", Evidence::Text(batch.clone())),
        );
    }
    reasons
}

/// Whether a serial that the brand made counts as issued.
///
/// One that does not is the brand's own all the same: calling it false would be wrong on every pack
/// whose report is late, and calling it issued would be wrong on every stolen list of codes.
fn issued(unit: &UnitFacts, brand: Evidence) -> Reason {
    if !unit.is_issued() {
        return Reason::new(ReasonKind::NotYetIssued)
            .with("brand", brand)
            .with("state", Evidence::Text(unit.stage.name().to_owned()));
    }
    Reason::new(ReasonKind::Issued)
        .with("brand", brand)
        .with_some("on", unit.issued_on.map(Evidence::Date))
}

/// Says so where nothing but the making of the number is known.
fn issued_when_made(unit: &UnitFacts) -> Option<Reason> {
    let is_only_made = unit.stage == Stage::Allocated && unit.hidden == Hidden::Sealed;
    (unit.is_issued() && is_only_made).then(|| Reason::new(ReasonKind::IssuedWhenMade))
}

/// Another shop may have given the same number to something else.
fn in_house(facts: &Facts) -> Option<Reason> {
    let product = facts
        .product
        .as_ref()
        .filter(|product| product.is_in_house)?;
    let brand = Evidence::Text(product.brand.clone());
    Some(Reason::new(ReasonKind::InHouseNumber).with("brand", brand))
}

/// Only whoever revealed the code holds the pack that it was hidden in: the visible code of that
/// pack may be on others, and their holders must not be told that theirs is confirmed.
fn revealed(hidden: Hidden) -> Option<Reason> {
    match hidden {
        Hidden::Sealed => None,
        Hidden::ByReader(at) => {
            Some(Reason::new(ReasonKind::Revealed).with("at", Evidence::At(at)))
        }
        Hidden::ByAnother(at) => {
            Some(Reason::new(ReasonKind::RevealedBefore).with("at", Evidence::At(at)))
        }
        Hidden::Again { first, again } => Some(
            Reason::new(ReasonKind::RevealedAgain)
                .with("first", Evidence::At(first))
                .with("again", Evidence::At(again)),
        ),
    }
}

/// What keeps it from being used or sold. Anybody can register a pack by the code that all can see:
/// what such a holder says of a theft is told, and blocks nothing.
fn blocked(unit: &UnitFacts) -> Option<Reason> {
    let life = &unit.life;
    let kind = match life.state {
        UnitState::Active | UnitState::Sold => {
            return match unit.theft {
                Theft::None => None,
                Theft::Said => Some(Reason::new(ReasonKind::SaidStolen)),
                Theft::Supported => Some(Reason::new(ReasonKind::UnitStolen)),
            };
        }
        UnitState::Stolen => ReasonKind::UnitStolen,
        UnitState::Destroyed => ReasonKind::UnitDestroyed,
        UnitState::Exported => ReasonKind::UnitExported,
        UnitState::Consumed => ReasonKind::UnitConsumed,
        UnitState::Decommissioned => ReasonKind::UnitDecommissioned,
        UnitState::Rejected => ReasonKind::UnitRejected,
        UnitState::Locked => ReasonKind::UnitLocked,
    };
    let reason = Reason::new(kind)
        .with_some("since", life.since.map(Evidence::At))
        .with_some("place", life.location.clone().map(Evidence::Text));
    Some(reason)
}

/// Only a brand that is here has keys to judge by.
fn signature(facts: &Facts) -> Option<Reason> {
    let product = facts.product.as_ref()?;
    let (kind, key, on) = match &facts.signature {
        Signature::Absent => return None,
        Signature::Wrong => return Some(Reason::new(ReasonKind::SignatureWrong)),
        Signature::Missing => (ReasonKind::SignatureMissing, None, None),
        Signature::Valid { key } => (ReasonKind::SignatureValid, Some(key), None),
        Signature::Revoked { key, on } => (ReasonKind::SignatureRevoked, Some(key), Some(*on)),
        Signature::UnknownKey { key } => (ReasonKind::SignatureUnknownKey, Some(key), None),
    };
    let reason = Reason::new(kind)
        .with("brand", Evidence::Text(product.brand.clone()))
        .with_some("key", key.map(|key| Evidence::Text(key.clone())))
        .with_some("on", on.map(Evidence::Date));
    Some(reason)
}

/// Diversion answers with the last legitimate place.
fn last_seen(facts: &Facts, so_far: &[Reason]) -> Option<Reason> {
    so_far
        .iter()
        .find(|reason| matches!(reason.kind, ReasonKind::WrongMarket | ReasonKind::LotAstray))?;
    let station = facts.journey.last_legitimate()?;
    let reason = Reason::new(ReasonKind::LastSeen)
        .with("at", Evidence::At(station.time))
        .with_some("place", station.location.clone().map(Evidence::Text))
        .with_some("holder", facts.holder.clone().map(Evidence::Text));
    Some(reason)
}

fn mismatches(facts: &Facts, unit: &UnitFacts) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let (Some(code), Some(record)) = (&facts.code.batch, &unit.batch)
        && code != record
    {
        reasons.push(
            Reason::new(ReasonKind::BatchDiffers)
                .with("code", Evidence::Text(code.clone()))
                .with("record", Evidence::Text(record.clone())),
        );
    }
    let record = facts.batch.as_ref().and_then(|batch| batch.expiry);
    if let (Some(code), Some(record)) = (facts.code.expiry, record)
        && code != record
    {
        reasons.push(
            Reason::new(ReasonKind::ExpiryDiffers)
                .with("code", Evidence::Date(code))
                .with("record", Evidence::Date(record)),
        );
    }
    reasons
}

/// The record's date counts; the code's own only where the record has none.
fn dates(facts: &Facts, today: Date) -> Option<Reason> {
    let batch = facts.batch.as_ref();
    let expiry = batch.and_then(|batch| batch.expiry).or(facts.code.expiry);
    let best_before = batch
        .and_then(|batch| batch.best_before)
        .or(facts.code.best_before);
    facts.product.as_ref()?;
    let (on, past) = match (expiry, best_before) {
        (Some(on), _) => (on, ReasonKind::Expired),
        (None, Some(on)) => (on, ReasonKind::PastBestBefore),
        (None, None) => return None,
    };
    // A pack is good until the end of its date.
    let days = on.days() - today.days();
    let (kind, days) = if days < 0 {
        (past, -days)
    } else {
        (ReasonKind::GoodUntil, days)
    };
    let reason = Reason::new(kind)
        .with("on", Evidence::Date(on))
        .with("days", Evidence::Number(i64::from(days)));
    Some(reason)
}

fn checks(facts: &Facts) -> Option<Reason> {
    let first = facts.checks.first.as_ref()?;
    if facts.checks.sessions <= 1 {
        let kind = if facts.is_same_session {
            ReasonKind::CheckedByYou
        } else {
            ReasonKind::FirstCheck
        };
        return Some(Reason::new(kind));
    }
    let place = first.place.as_ref().and_then(|place| place.name.clone());
    let reason = Reason::new(ReasonKind::CheckedBefore)
        .with("checks", Evidence::Number(i64::from(facts.checks.sessions)))
        .with("first", Evidence::At(first.at))
        .with_some("place", place.map(Evidence::Text));
    Some(reason)
}

fn caution(facts: &Facts, standing: Standing) -> Option<Caution> {
    if !facts.product.as_ref()?.safety_critical {
        return None;
    }
    match standing {
        Standing::Recalled | Standing::Blocked | Standing::NotIssued | Standing::Expired => {
            Some(Caution::DoNotUse)
        }
        Standing::PossiblyRecalled | Standing::Suspect | Standing::Mismatch | Standing::Unknown => {
            Some(Caution::DoNotUseUntilClear)
        }
        Standing::Product | Standing::Batch | Standing::Issued | Standing::Confirmed => None,
    }
}

fn steps(facts: &Facts, standing: Standing) -> Vec<Step> {
    match standing {
        Standing::Recalled => vec![Step::StopUsing, Step::Claim, Step::AskBrand],
        Standing::Blocked => vec![Step::DoNotAccept, Step::AskBrand],
        // A good copy looks like the original.
        Standing::NotIssued => vec![Step::DoNotAccept, Step::AskBrand, Step::Report],
        Standing::PossiblyRecalled => vec![Step::CheckBatch, Step::AskBrand],
        // Of two packs with one code, both may look right.
        Standing::Suspect => vec![Step::AskBrand, Step::ComparePack, Step::Report],
        Standing::Mismatch => vec![Step::ComparePack, Step::AskBrand, Step::Report],
        Standing::Expired => vec![Step::Recycle, Step::AskBrand],
        Standing::Unknown if facts.input == Input::Typed => {
            vec![Step::CheckTyping, Step::ScanAnother]
        }
        Standing::Unknown if facts.product.is_some() => vec![Step::ComparePack, Step::AskBrand],
        Standing::Unknown => vec![Step::ScanAnother],
        Standing::Product | Standing::Batch => vec![Step::ComparePack, Step::Recycle],
        // A code alone can't tell a copy from the original.
        Standing::Issued => vec![Step::ComparePack, Step::Register, Step::Recycle],
        Standing::Confirmed => vec![Step::Register, Step::ComparePack, Step::Recycle],
    }
}
