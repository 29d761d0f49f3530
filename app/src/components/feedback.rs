//! What people think of a pack: stars and how many gave them, the newest words with their batch, and
//! what this browser said itself.

use leptos::prelude::*;
use wire::feedback::{Answered, Feedback, OwnFeedback, Said, Sums};

use super::FeedbackForm;
use crate::{Context, Words};

/// The section of a pack's page.
#[component]
pub fn FeedbackSection(
    feedback: Feedback,
    path: String,
    brand: String,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    let said = feedback.said.iter().map(|said| {
        view! { <li>{said_by(&context, said, &feedback.batch, &brand)}</li> }
    });
    let said =
        (!feedback.said.is_empty()).then(|| view! { <ul class="said">{said.collect_view()}</ul> });
    let own = feedback.own.as_ref();
    let stands = own.map(|own| own_said(&context, own));
    let write = match (feedback.is_open, own) {
        (true, own) => {
            let summary = match own {
                Some(_) => words.feedback_change(),
                None => words.feedback_write(),
            };
            let form = view! { <FeedbackForm feedback=feedback.clone() path=path brand=brand.clone() context=context.clone() /> };
            view! { <details class="more"><summary>{summary}</summary>{form}</details> }.into_any()
        }
        (false, Some(_)) => ().into_any(),
        (false, None) => view! { <p class="hint">{words.feedback_needs_batch()}</p> }.into_any(),
    };
    let erase = own.map(|own| erase(&context, own));
    view! {
        <section class="feedback" id="feedback" aria-labelledby="feedback-title">
            <h2 id="feedback-title">{words.feedback_title()}</h2>
            {sums(words, &feedback)}
            {said}
            {stands}
            {write}
            {erase}
        </section>
    }
    .into_any()
}

/// The average, and how many gave how many stars: each line a bar with its number.
fn sums(words: Words, feedback: &Feedback) -> Option<AnyView> {
    let Sums {
        stars,
        hidden,
        owners,
    } = feedback.sums;
    let Some(tenths) = feedback.sums.average_tenths() else {
        let is_silent = feedback.is_open && feedback.own.is_none();
        return is_silent.then(|| view! { <p class="hint">{words.feedback_none()}</p> }.into_any());
    };
    let count = feedback.sums.count();
    let average = words.decimal(&format!("{}.{}", tenths / 10, tenths % 10));
    let bars = (1..=5_u8).zip(stars).rev().map(|(nth, of_these)| {
        let width = (u64::from(of_these) * 100).checked_div(u64::from(count));
        view! {
            <li>
                <span>{words.feedback_stars(nth)}</span>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="all" width="100" height="8" />
                    <rect class="these" width=width.unwrap_or_default().to_string() height="8" />
                </svg>
                <span class="count">{of_these.to_string()}</span>
            </li>
        }
    });
    let hidden =
        (hidden > 0).then(|| view! { <p class="hint">{words.feedback_hidden_count(hidden)}</p> });
    Some(
        view! {
            <p class="average">{words.feedback_average(average, count)}</p>
            <ul class="bars">{bars.collect_view()}</ul>
            <p class="hint">{words.feedback_owners(owners)}</p>
            {hidden}
        }
        .into_any(),
    )
}

/// So many stars, for the eye and for the ear.
#[component]
pub fn Stars(stars: u32, words: Words) -> impl IntoView {
    let full = stars.min(5) as usize;
    let drawn = format!("{}{}", "★".repeat(full), "☆".repeat(5 - full));
    view! {
        <span class="stars" aria-hidden="true">{drawn}</span>
        <span class="visually-hidden">{words.feedback_of_five(stars)}</span>
    }
    .into_any()
}

fn said_by(context: &Context, said: &Said, batch: &str, brand: &str) -> AnyView {
    let words = context.words;
    let of_batch = match said.batch == batch {
        true => words.feedback_this_batch(&said.batch),
        false => words.feedback_other_batch(&said.batch),
    };
    let who = match said.is_owner {
        true => words.feedback_owner(),
        false => words.feedback_nobody(),
    };
    let points = said
        .for_points
        .then(|| words.feedback_for_points().to_owned());
    let hints = [
        Some(of_batch),
        Some(who.to_owned()),
        points,
        Some(words.ago(&said.at, &context.now)),
    ];
    let hints: Vec<String> = hints.into_iter().flatten().collect();
    let photo = said.photo.clone().map(|photo| {
        view! { <img class="said-photo" src=photo alt=words.feedback_photo_alt() loading="lazy" /> }
    });
    let answer = said
        .answer
        .as_ref()
        .map(|answer| answered(context, answer, brand));
    view! {
        <p class="said-stars"><Stars stars=said.stars words=words /></p>
        <p class="said-words" dir="auto">{said.words.clone()}</p>
        {photo}
        <p class="hint">{hints.join(" · ")}</p>
        {answer}
    }
    .into_any()
}

/// What a brand answers.
pub fn answered(context: &Context, answer: &Answered, brand: &str) -> AnyView {
    let words = context.words;
    let when = words.ago(&answer.at, &context.now);
    let is_before = answer
        .is_before
        .then(|| view! { <p class="hint">{words.feedback_answer_before()}</p> });
    view! {
        <div class="answered">
            <p><strong>{words.feedback_answers(brand, when)}</strong></p>
            <p class="said-words" dir="auto">{answer.text.clone()}</p>
            {is_before}
        </div>
    }
    .into_any()
}

/// What this browser said, and what became of it.
pub fn own_said(context: &Context, own: &OwnFeedback) -> AnyView {
    let words = context.words;
    let said = own
        .words
        .clone()
        .map(|said| view! { <p class="said-words" dir="auto">{said}</p> });
    let photo = own.has_photo.then(|| {
        let source = format!("/feedback/{}/photo", own.reference);
        let stands = match own.photo_shown {
            true => words.feedback_photo_shown().to_owned(),
            false => words.feedback_photo_waits(&own.brand),
        };
        view! {
            <img class="said-photo" src=source alt=words.feedback_photo_alt() loading="lazy" />
            <p class="hint">{stands}</p>
        }
    });
    let answer = own
        .answer
        .as_ref()
        .map(|answer| answered(context, answer, &own.brand));
    let quote = own.quote.as_ref().map(|_| unquote(context, own));
    view! {
        <div class="own-said">
            <h3>{words.feedback_own_title()}</h3>
            <p class="said-stars"><Stars stars=own.stars words=words />" "<span class="hint">{words.ago(&own.at, &context.now)}</span></p>
            {said}
            {photo}
            {hidden(context, own)}
            {answer}
            {quote}
        </div>
    }
    .into_any()
}

/// Why nobody else sees it.
fn hidden(context: &Context, own: &OwnFeedback) -> Option<AnyView> {
    let words = context.words;
    let hidden = own.hidden.as_ref()?;
    let why = words.find(&format!("hidden-because-{}", hidden.why));
    let why = why.unwrap_or(&hidden.why);
    let when = words.ago(&hidden.at, &context.now);
    let then = match &hidden.why[..] {
        "spam" => words.feedback_is_hidden_spam(&own.brand, &own.reference),
        _ => words.feedback_is_hidden_counts(&own.brand),
    };
    let note = (!hidden.note.is_empty())
        .then(|| view! { <p class="said-words" dir="auto">{hidden.note.clone()}</p> });
    Some(
        view! {
            <div class="trouble">
                <p>{words.feedback_is_hidden(&own.brand, when, why)}</p>
                {note}
                <p>{then}</p>
            </div>
        }
        .into_any(),
    )
}

/// The yes to being quoted, with the way to take it back.
fn unquote(context: &Context, own: &OwnFeedback) -> AnyView {
    let words = context.words;
    view! {
        <form class="feedback-unquote" method="post" action="/feedback/unquote">
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="reference" value=own.reference.clone() />
            <p>{words.feedback_quoted(&own.brand)}</p>
            <button type="submit" class="quiet">{words.feedback_unquote()}</button>
        </form>
    }
    .into_any()
}

fn erase(context: &Context, own: &OwnFeedback) -> AnyView {
    let words = context.words;
    view! {
        <details class="more">
            <summary>{words.feedback_erase()}</summary>
            <form method="post" action="/feedback/erase">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <input type="hidden" name="reference" value=own.reference.clone() />
                <p>{words.feedback_erase_why()}</p>
                <button type="submit" class="danger">{words.feedback_erase()}</button>
                <p class="form-result" role="status"></p>
            </form>
        </details>
    }
    .into_any()
}
