//! What is shown of feedback: to everybody on a pack's page, and to its author.

use trace::{Instant, reward::Act};
use wire::{
    answer::Answer,
    convert::rfc3339,
    feedback::{Answered, Consent, Feedback as Shown, Hidden, OwnFeedback, Said, Sums},
};

use super::{Pack, asks_quote, is_asked, registered_by};
use crate::{
    answer::text,
    code::Code,
    error::ApiError,
    reward,
    session::Session,
    state::App,
    store::{self, Db, Feedback, FeedbackRecord, FeedbackSums, Quote, RewardStatus},
};

/// How many words of others a page shows.
const SHOWN: usize = 5;

/// Puts what people think of it into an answer that becomes a page.
///
/// # Errors
/// The database failed.
pub async fn show(
    app: &App,
    code: &Code,
    session: Option<Session>,
    answer: &mut Answer,
) -> Result<(), ApiError> {
    let Some(pack) = Pack::of(code, answer) else {
        return Ok(());
    };
    let is_asked = is_asked(answer);
    let language = answer.language.clone();
    let read = app
        .store
        .read(|db| shown(db, &pack, session, is_asked, &language));
    answer.feedback = read.await?;
    Ok(())
}

fn shown(
    db: &Db<'_>,
    pack: &Pack,
    session: Option<Session>,
    is_asked: bool,
    language: &str,
) -> store::Result<Option<Shown>> {
    let Some(product) = db.product(&pack.gtin)? else {
        return Ok(None);
    };
    let own = match (session, &pack.key) {
        (Some(session), Some(key)) => db.feedback_of(&session.for_feedback(), key)?,
        _ => None,
    };
    if !is_asked && own.is_none() {
        return Ok(None);
    }
    let sums = match is_asked {
        true => db.feedback_sums(product.id)?,
        false => FeedbackSums::default(),
    };
    let said = match sums == FeedbackSums::default() {
        true => Vec::new(),
        false => said(db, product.id, &pack.batch, own.as_ref())?,
    };
    let registered = match (session, &pack.serial) {
        (Some(session), Some(serial)) => registered_by(db, product.id, serial, session)?,
        _ => None,
    };
    Ok(Some(Shown {
        is_open: is_asked && pack.key.is_some(),
        batch: pack.batch.clone(),
        sums: sums_shown(sums),
        said,
        own: match &own {
            Some(own) => Some(own_view(db, own, language)?),
            None => None,
        },
        is_owner: registered.is_some(),
        asks_quote: asks_quote(&product.record),
        points: match pack.serial {
            Some(_) => reward::rules_of(db, &product.record.brand)?.review,
            None => 0,
        },
    }))
}

fn sums_shown(sums: FeedbackSums) -> Sums {
    let count = |count: i64| u32::try_from(count).unwrap_or_default();
    Sums {
        stars: sums.stars.map(count),
        hidden: count(sums.hidden),
        owners: count(sums.owners),
    }
}

/// The newest words, those about this batch first, without the reader's own.
fn said(
    db: &Db<'_>,
    product: i64,
    batch: &str,
    own: Option<&Feedback>,
) -> store::Result<Vec<Said>> {
    let is_other = |one: &Feedback| own.is_none_or(|own| own.reference != one.reference);
    let of_batch = db.feedback_of_batch(product, batch)?;
    let mut said: Vec<Feedback> = of_batch.into_iter().filter(is_other).take(SHOWN).collect();
    if said.len() < SHOWN {
        let of_product = db.feedback_of_product(product)?.into_iter();
        said.extend(of_product.filter(|one| is_other(one) && one.batch != batch));
        said.truncate(SHOWN);
    }
    said.into_iter().map(|one| said_view(db, one)).collect()
}

fn said_view(db: &Db<'_>, one: Feedback) -> store::Result<Said> {
    let has_photo = one.record.photo_shown && db.has_feedback_photo(&one.reference)?;
    Ok(Said {
        stars: one.stars,
        at: rfc3339(one.at),
        batch: one.batch.clone(),
        is_owner: one.is_owner,
        for_points: one.record.for_points,
        photo: has_photo.then(|| photo_path(&one.reference)),
        answer: answered(&one.record),
        words: one.record.words.unwrap_or_default(),
    })
}

fn photo_path(reference: &str) -> String {
    format!("/feedback/{reference}/photo")
}

pub(crate) fn answered(record: &FeedbackRecord) -> Option<Answered> {
    record.answer.as_ref().map(|answer| Answered {
        at: rfc3339(Instant(answer.at)),
        text: answer.text.clone(),
        is_before: record.changed.is_some_and(|changed| changed > answer.at),
    })
}

pub(crate) fn hidden(record: &FeedbackRecord) -> Option<Hidden> {
    record.hidden.as_ref().map(|hidden| Hidden {
        at: rfc3339(Instant(hidden.at)),
        why: hidden.why.clone(),
        note: hidden.note.clone(),
    })
}

/// A yes to being quoted, as it crosses the wire.
pub(crate) fn consent(quote: &Quote) -> Consent {
    Consent {
        at: rfc3339(Instant(quote.at)),
        text: quote.text.clone(),
        language: quote.language.clone(),
    }
}

/// What somebody said, as they see it themselves.
pub fn own_view(db: &Db<'_>, one: &Feedback, language: &str) -> store::Result<OwnFeedback> {
    let product = db.product_record(one.product)?;
    let brand = db.brand(&one.brand)?;
    let reward = db.reward(Act::Review, &one.reference)?;
    let (points, points_waiting) = match reward.map(|one| (one.status, one.points)) {
        Some((RewardStatus::Granted, points)) => (points, 0),
        Some((RewardStatus::Held(_), points)) => (0, points),
        _ => (0, 0),
    };
    let record = &one.record;
    Ok(OwnFeedback {
        reference: one.reference.clone(),
        path: record.path.clone(),
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        brand: brand.map(|brand| brand.name).unwrap_or_default(),
        batch: one.batch.clone(),
        stars: one.stars,
        words: record.words.clone(),
        at: rfc3339(one.at),
        changed_at: record.changed.map(|at| rfc3339(Instant(at))),
        is_owner: one.is_owner,
        has_photo: db.has_feedback_photo(&one.reference)?,
        photo_shown: record.photo_shown,
        photo: None,
        quote: record.quote.as_ref().map(consent),
        answer: answered(record),
        hidden: hidden(record),
        points,
        points_waiting,
    })
}
