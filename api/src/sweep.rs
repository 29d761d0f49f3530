//! A sweep: codes → for each the consumer's verdict and the inspector's view.
//!
//! Each code goes the way of a single check (`verify.rs`) under the inspector's own session, which
//! counts as the trade's; what is seen beyond that hangs on whose product it is (`sweep/view.rs`).

mod parents;
pub(crate) use parents::stop;
mod view;

use std::{collections::BTreeMap, sync::Arc};

use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use gs1::Date;
use trace::{Country, Instant, ReasonKind, Signal};
use wire::{
    answer::Reason,
    convert::rfc3339,
    inspect::{Expiry, SweepAnswer, Swept, SweptProduct, SweptReason, SweptRecall},
};

use crate::{
    access::Act,
    answer::Reader,
    code::Code,
    error::ApiError,
    http::desk::Desk,
    place,
    session::Session,
    state::App,
    store::AccessEntry,
    verify::{Counts, Given, Question, Verified, verified},
};

/// Codes that are judged at once: their counts share a commit.
const AT_ONCE: usize = 32;

/// What is swept, where and by whom.
#[derive(Debug)]
pub struct Sweep {
    /// The codes, and when each was scanned.
    pub codes: Vec<(Code, Option<Instant>)>,
    /// Where.
    pub given: Given,
    /// By whom.
    pub inspector: Desk,
}

/// Judges all of them.
pub async fn sweep(app: &App, sweep: Sweep) -> Result<SweepAnswer, ApiError> {
    let now = app.clock.now();
    let inspector = &sweep.inspector;
    let market = market(app, &sweep.given).await?;
    // Of one sweep, and of nobody: who checked is in no count of consumers.
    let session = Session::new()?;
    let mut asked = Vec::with_capacity(sweep.codes.len());
    for (code, at) in &sweep.codes {
        asked.push(one(app, inspector, &sweep.given, session, code, *at));
    }
    let judged = stream::iter(asked).buffered(AT_ONCE);
    let judged: Vec<Verified> = judged.try_collect().await?;

    let today = now.date();
    let words = inspector.visitor.words;
    let told = rfc3339(now);
    let mut answers = Vec::with_capacity(judged.len());
    let mut looked = Vec::new();
    for ((code, _), verified) in sweep.codes.iter().zip(&judged) {
        let view = app.store.read(|db| {
            let depth = view::depth(db, &inspector.organisation, code, &verified.known)?;
            let Some(depth) = depth else { return Ok(None) };
            view::view(db, depth, code, verified, market, today).map(Some)
        });
        let view = view.await?;
        if view.is_some() && inspector.organisation.kind.is_granted() {
            looked.extend(entry(inspector, verified, now));
        }
        let mut swept = consumers(verified, code, today, |reason| SweptReason {
            kind: reason.kind.clone(),
            evidence: reason.evidence.clone(),
            sentence: words.reason(reason, &told),
            limit: words.limit(&reason.kind).map(str::to_owned),
            signal: signal(&reason.kind),
        });
        swept.view = view;
        answers.push(swept);
    }
    first_expired_first(&mut answers);
    if !looked.is_empty() {
        let write = app.store.write(move |tx| {
            for entry in &looked {
                tx.log_access(entry)?;
            }
            Ok(())
        });
        write.await?;
    }
    Ok(SweepAnswer {
        judged_at: told,
        language: inspector.visitor.language().to_owned(),
        market: market.map(|market| market.as_str().to_owned()),
        answers,
    })
}

/// One code, as a consumer has it answered.
async fn one(
    app: &App,
    inspector: &Desk,
    given: &Given,
    session: Session,
    code: &Code,
    at: Option<Instant>,
) -> Result<Verified, ApiError> {
    let visitor = &inspector.visitor;
    let question = Question {
        code,
        given: Some(given.clone()),
        origin: &visitor.origin,
        reader: Reader {
            language: visitor.language().to_owned(),
            near: None,
            country: None,
        },
        counts: Counts::Check {
            session,
            at,
            delivery: None,
        },
        // A shelf is more than what one place may ask about; who asks is known.
        client: None,
        staff: visitor.staff,
    };
    verified(app, question).await
}

/// As they said, or else by where they are.
async fn market(app: &App, given: &Given) -> Result<Option<Country>, ApiError> {
    if given.market.is_some() {
        return Ok(given.market);
    }
    let Some((point, _)) = given.point else {
        return Ok(None);
    };
    let around = app.store.read(|db| place::whereabouts(db, point)).await?;
    Ok(around.country)
}

/// The consumer's answer, in short.
fn consumers(
    verified: &Verified,
    code: &Code,
    today: Date,
    reason: impl Fn(&Reason) -> SweptReason,
) -> Swept {
    let answer = &verified.answer;
    let product = answer.product.as_ref().map(|product| SweptProduct {
        gtin: product.gtin.clone(),
        name: product.name.clone(),
        picture: product.picture.clone(),
        safety_critical: product.safety_critical,
    });
    let recalls = answer.recalls.iter().map(|recall| SweptRecall {
        number: recall.number.clone(),
        on: recall.on.clone(),
        hazard: recall.hazard.clone(),
        certainty: recall.certainty.clone(),
    });
    let on_record = verified.known.batch.as_ref();
    Swept {
        form: answer.code.form.clone(),
        path: answer.code.path.clone(),
        faults: answer.code.faults.clone(),
        standing: answer.verdict.standing.clone(),
        also: answer.verdict.also.clone(),
        reasons: answer.verdict.reasons.iter().map(reason).collect(),
        steps: answer.verdict.steps.clone(),
        caution: answer.verdict.caution.clone(),
        brand: answer.brand.as_ref().map(|brand| brand.name.clone()),
        product,
        batch: code
            .batch()
            .map(str::to_owned)
            .or_else(|| on_record.map(|batch| batch.batch.clone())),
        serial: code.serial().map(str::to_owned),
        expiry: expiry(on_record.map(Arc::as_ref), code, today),
        recalls: recalls.collect(),
        view: None,
    }
}

/// By the record, or else by the code.
fn expiry(batch: Option<&wire::import::Batch>, code: &Code, today: Date) -> Option<Expiry> {
    let of_batch = |text: Option<&String>| text.and_then(|text| text.parse::<Date>().ok());
    let of_code = |text: Option<&String>| text.and_then(|text| Date::from_yymmdd(text, today));
    let identity = code.identity.as_ref();
    let found = [
        ("expiry", of_batch(batch.and_then(|it| it.expiry.as_ref()))),
        (
            "best-before",
            of_batch(batch.and_then(|it| it.best_before.as_ref())),
        ),
        (
            "expiry",
            of_code(identity.and_then(|it| it.expiry.as_ref())),
        ),
        (
            "best-before",
            of_code(identity.and_then(|it| it.best_before.as_ref())),
        ),
    ];
    let (kind, on) = found.into_iter().find_map(|(kind, on)| Some((kind, on?)))?;
    Some(Expiry {
        on: on.to_string(),
        kind: kind.to_owned(),
        days_left: i64::from(on.days()) - i64::from(today.days()),
        order: 0,
    })
}

/// First expired, first out: the place of each among those of its product.
fn first_expired_first(answers: &mut [Swept]) {
    let mut dates: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for swept in answers.iter() {
        if let (Some(product), Some(expiry)) = (&swept.product, &swept.expiry) {
            let of_product = dates.entry(product.gtin.clone()).or_default();
            of_product.push(expiry.on.clone());
        }
    }
    for of_product in dates.values_mut() {
        of_product.sort_unstable();
        of_product.dedup();
    }
    for swept in answers {
        let (Some(product), Some(expiry)) = (&swept.product, &mut swept.expiry) else {
            continue;
        };
        let place = dates
            .get(&product.gtin)
            .and_then(|dates| dates.binary_search(&expiry.on).ok());
        expiry.order = place.map_or(0, |place| place as u32 + 1);
    }
}

/// The signal that a reason tells of, where it is one.
fn signal(kind: &str) -> Option<String> {
    let of_kind = |signal: &&Signal| ReasonKind::name(signal.reason()) == kind;
    let found = Signal::ALL.iter().find(of_kind)?;
    Some(found.name().to_owned())
}

/// An authority's look is in the brand's log.
fn entry(inspector: &Desk, verified: &Verified, now: Instant) -> Option<AccessEntry> {
    let brand = verified.known.brand.as_ref()?;
    let path = verified.answer.code.path.as_deref()?;
    Some(AccessEntry {
        organisation: brand.id.clone(),
        ..inspector.entry(Act::Looked, path.trim_start_matches('/'), now)
    })
}
