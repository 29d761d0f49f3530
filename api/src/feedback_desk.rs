//! The staff's side of feedback: answer it, hide it with a reason, show a photo, take quotes along.

use trace::Instant;
use wire::{convert::rfc3339, feedback};

use crate::{
    answer::text,
    error::ApiError,
    feedback::{MAX_WORDS, consent},
    store::{self, Db, Feedback, FeedbackAnswer, FeedbackHidden, SPAM, Tx},
    submission::short_text,
};

/// Why staff may hide words; the locale files have a sentence for each. There is none for not being
/// liked.
pub const REASONS: [&str; 5] = ["insult", "person", "elsewhere", "unlawful", SPAM];

/// A brand's feedback; `None` for another's, which is not there.
pub fn of_brand(db: &Db<'_>, brand: &str, reference: &str) -> store::Result<Option<Feedback>> {
    let one = db.feedback(reference)?;
    Ok(one.filter(|one| one.brand == brand))
}

/// Changes a brand's feedback.
fn change(
    tx: &Tx<'_>,
    brand: &str,
    reference: &str,
    change: impl FnOnce(&mut Feedback),
) -> store::Result<Result<(), ApiError>> {
    let Some(mut one) = of_brand(tx, brand, reference)? else {
        return Ok(Err(ApiError::NotFound));
    };
    change(&mut one);
    tx.put_feedback(&one)?;
    Ok(Ok(()))
}

/// Answers, in the place of an answer before.
///
/// # Errors
/// Inside: it is another brand's, or the answer is empty or too long.
pub fn answer(
    tx: &Tx<'_>,
    brand: &str,
    reference: &str,
    words: &str,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let words = match short_text("answer", Some(words), MAX_WORDS) {
        Ok(Some(words)) => words,
        Ok(None) => {
            return Ok(Err(ApiError::Field {
                field: "answer",
                detail: "write what you answer".to_owned(),
            }));
        }
        Err(error) => return Ok(Err(error)),
    };
    change(tx, brand, reference, |one| {
        one.record.answer = Some(FeedbackAnswer {
            at: now.0,
            text: words,
        });
    })
}

/// Hides words and photo from others; their author is told why. The stars count on, unless it is
/// spam.
///
/// # Errors
/// Inside: it is another brand's, the reason is none, or what is said beside it too long.
pub fn hide(
    tx: &Tx<'_>,
    brand: &str,
    reference: &str,
    why: &str,
    note: &str,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let Some(why) = REASONS.into_iter().find(|reason| *reason == why) else {
        return Ok(Err(ApiError::Field {
            field: "why",
            detail: "choose why it is hidden: its author is told".to_owned(),
        }));
    };
    let note = match short_text("note", Some(note), MAX_WORDS) {
        Ok(note) => note.unwrap_or_default(),
        Err(error) => return Ok(Err(error)),
    };
    change(tx, brand, reference, |one| {
        one.record.hidden = Some(FeedbackHidden {
            at: now.0,
            why: why.to_owned(),
            note,
        });
    })
}

/// Shows again what was hidden.
///
/// # Errors
/// Inside: it is another brand's.
pub fn show(tx: &Tx<'_>, brand: &str, reference: &str) -> store::Result<Result<(), ApiError>> {
    change(tx, brand, reference, |one| one.record.hidden = None)
}

/// Lets others see the photo, or no longer.
///
/// # Errors
/// Inside: it is another brand's.
pub fn show_photo(
    tx: &Tx<'_>,
    brand: &str,
    reference: &str,
    is_shown: bool,
) -> store::Result<Result<(), ApiError>> {
    change(tx, brand, reference, |one| {
        one.record.photo_shown = is_shown;
    })
}

/// A page of what a brand may quote, with the proof of each yes. What was hidden, taken back or
/// erased is not in it.
///
/// # Errors
/// The database failed.
pub fn quotes(
    db: &Db<'_>,
    brand: &str,
    after: &str,
    language: &str,
) -> store::Result<feedback::Quotes> {
    let rows = db.quotes_after(brand, after)?;
    let last = rows.last().filter(|_| rows.len() == 100);
    let next = last.map(|last| last.reference.clone());
    let mut quotes = Vec::new();
    for one in rows {
        let (Some(words), Some(quote)) = (&one.record.words, &one.record.quote) else {
            continue;
        };
        let Some(product) = db.product_record(one.product)? else {
            continue;
        };
        quotes.push(feedback::Quote {
            gtin: product.gtin.clone(),
            product: text(&product.name, language).unwrap_or_default(),
            batch: one.batch.clone(),
            stars: one.stars,
            words: words.clone(),
            language: one.record.language.clone(),
            at: rfc3339(one.at),
            is_owner: one.is_owner,
            for_points: one.record.for_points,
            consent: consent(quote),
            reference: one.reference,
        });
    }
    Ok(feedback::Quotes { quotes, next })
}

/// The same as a table (RFC 4180) for a spreadsheet.
///
/// # Errors
/// The table could not be written.
pub fn as_csv(quotes: &[feedback::Quote]) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record([
        "reference",
        "gtin",
        "product",
        "batch",
        "stars",
        "words",
        "language",
        "at",
        "is_owner",
        "for_points",
        "consent_at",
        "consent_text",
        "consent_language",
    ])?;
    for quote in quotes {
        table.write_record([
            quote.reference.as_str(),
            &quote.gtin,
            &cell(&quote.product),
            &cell(&quote.batch),
            &quote.stars.to_string(),
            &cell(&quote.words),
            &quote.language,
            &quote.at,
            &quote.is_owner.to_string(),
            &quote.for_points.to_string(),
            &quote.consent.at,
            &cell(&quote.consent.text),
            &quote.consent.language,
        ])?;
    }
    table
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// What strangers wrote is no formula: spreadsheets run what begins like one.
fn cell(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_formulas() {
        let check = |text: &str, expected: &str| assert_eq!(cell(text), expected);
        check("Good.", "Good.");
        check("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")");
        check("-1", "'-1");
        check("", "");
    }
}
