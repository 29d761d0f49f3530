//! `/desk/feedback`: what people think of a brand's packs.

use leptos::prelude::*;
use wire::feedback::{Answered, Consent, Hidden};

use super::{Desk, choice, csrf, word};
use crate::{
    Context,
    components::{Stars, answered},
};

/// A feedback in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackRow {
    /// As its author has it.
    pub reference: String,
    /// The product's name.
    pub product: String,
    /// The path of its pack's page.
    pub path: String,
    /// The batch's number.
    pub batch: String,
    /// RFC 3339.
    pub at: String,
    /// 1 to 5.
    pub stars: u32,
    /// As they say it.
    pub words: Option<String>,
    /// Whether they had registered the unit.
    pub is_owner: bool,
    /// Whether points were given for it, or wait.
    pub for_points: bool,
    /// Whether a picture came with it.
    pub has_photo: bool,
    /// Whether others don't see it.
    pub is_hidden: bool,
    /// Whether the brand answered.
    pub is_answered: bool,
    /// Whether the words may be quoted.
    pub may_quote: bool,
}

/// Which are shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FeedbackFilter {
    /// A batch's number; empty for all.
    pub batch: String,
    /// 1 to 5; 0 for all.
    pub stars: u32,
}

/// Some of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedbacks {
    /// Which.
    pub filter: FeedbackFilter,
    /// The latest first.
    pub rows: Vec<FeedbackRow>,
    /// What the next page comes behind.
    pub older: Option<String>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackShown {
    /// As in the list.
    pub row: FeedbackRow,
    /// What they read, BCP 47.
    pub language: String,
    /// What was answered.
    pub answer: Option<Answered>,
    /// Why others don't see it.
    pub hidden: Option<Hidden>,
    /// The yes to being quoted.
    pub quote: Option<Consent>,
    /// Whether others see the photo.
    pub photo_shown: bool,
    /// Identifiers of reasons to hide it.
    pub reasons: Vec<&'static str>,
}

/// The list.
#[component]
pub(super) fn FeedbacksPage(desk: Desk, feedbacks: Feedbacks) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let rows = feedbacks.rows.iter().map(|row| listed(&context, row));
    let list = match feedbacks.rows.is_empty() {
        true => view! { <p class="empty">{words.desk_feedback_empty()}</p> }.into_any(),
        false => {
            view! { <ul class="desk-list feedback-list">{rows.collect_view()}</ul> }.into_any()
        }
    };
    let FeedbackFilter { batch, stars } = feedbacks.filter;
    let older = feedbacks.older.as_ref().map(|behind| {
        let behind = behind.replace(' ', "+");
        let href = format!(
            "/desk/feedback?batch={}&stars={stars}&behind={behind}",
            encoded(&batch)
        );
        view! { <p><a href=href rel="next">{words.desk_feedback_older()}</a></p> }
    });
    let options = (1..=5_u32).rev().map(|nth| {
        view! { <option value=nth.to_string() selected=nth == stars>{words.feedback_stars(nth)}</option> }
    });
    view! {
        <section>
            <h1>{words.desk_feedback_title()}</h1>
            <p class="hint">{words.desk_feedback_hint()}</p>
            <form class="feedback-filter" method="get" action="/desk/feedback">
                <div><label for="batch">{words.desk_feedback_batch()}</label>
                <input id="batch" name="batch" value=batch maxlength="20" autocomplete="off" /></div>
                <div><label for="stars">{words.desk_feedback_stars()}</label>
                <select id="stars" name="stars">
                    <option value="">{words.desk_feedback_any()}</option>
                    {options.collect_view()}
                </select></div>
                <button type="submit">{words.desk_feedback_filter()}</button>
            </form>
            {list}
            {older}
            <h2>{words.desk_feedback_quotes_title()}</h2>
            <p><a class="step" href="/desk/feedback/quotes" download="quotes.csv">{words.desk_feedback_quotes()}</a></p>
            <p class="hint">{words.desk_feedback_quotes_hint()}</p>
        </section>
    }
    .into_any()
}

/// A batch's number as it stands in a query (RFC 3986).
fn encoded(batch: &str) -> String {
    let mut out = String::new();
    for byte in batch.bytes() {
        match byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn hints(context: &Context, row: &FeedbackRow) -> String {
    let words = context.words;
    let who = match row.is_owner {
        true => words.feedback_owner(),
        false => words.feedback_nobody(),
    };
    let when = |is: bool, says: &'static str| is.then(|| says.to_owned());
    let hints = [
        Some(who.to_owned()),
        when(row.for_points, words.feedback_for_points()),
        when(row.has_photo, words.desk_report_has_photo()),
        when(row.is_hidden, words.desk_feedback_is_hidden()),
        when(row.is_answered, words.desk_feedback_answered()),
        when(row.may_quote, words.desk_feedback_may_quote()),
        Some(words.desk_feedback_came(words.ago(&row.at, &context.now))),
    ];
    let hints: Vec<String> = hints.into_iter().flatten().collect();
    hints.join(" · ")
}

fn listed(context: &Context, row: &FeedbackRow) -> AnyView {
    let words = context.words;
    let batch = format!("{} {}", words.desk_feedback_batch(), row.batch);
    let said = row
        .words
        .clone()
        .map(|said| view! { <p class="claim-said" dir="auto">{said}</p> });
    view! {
        <li>
            <p>
                <a class="step" href=format!("/desk/feedback/{}", row.reference)>{row.reference.clone()}</a>
                " "<Stars stars=row.stars words=words />" "{row.product.clone()}", "{batch}
                <span class="hint">{hints(context, row)}</span>
            </p>
            {said}
        </li>
    }
    .into_any()
}

/// One of them.
#[component]
pub(super) fn FeedbackPage(desk: Desk, feedback: FeedbackShown) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let row = &feedback.row;
    let fact = |title: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{title}</dt><dd>{value}</dd></div> })
    };
    let quote = match &feedback.quote {
        Some(quote) => format!(
            "{} ({}, {})",
            quote.text,
            words.ago(&quote.at, &context.now),
            quote.language
        ),
        None => words.desk_feedback_no_quote().to_owned(),
    };
    let brand = desk.organisation.clone();
    let answer = feedback
        .answer
        .as_ref()
        .map(|answer| answered(&context, answer, &brand));
    view! {
        <section>
            <h1>{words.desk_feedback_one(&row.reference)}</h1>
            <p class="about"><Stars stars=row.stars words=words />" "<span class="hint">{hints(&context, row)}</span></p>
            <dl class="desk-facts">
                <div><dt>{words.desk_packs_product()}</dt><dd>{row.product.clone()}</dd></div>
                <div><dt>{words.desk_feedback_batch()}</dt><dd>{row.batch.clone()}</dd></div>
                <div><dt>{words.desk_report_pack()}</dt><dd><a href=row.path.clone()><bdi class="value">{row.path.clone()}</bdi></a></dd></div>
                {fact(words.desk_feedback_said(), row.words.clone())}
                {fact(words.desk_report_language(), Some(feedback.language.clone()))}
                {fact(words.desk_feedback_quote(), row.words.as_ref().map(|_| quote))}
            </dl>
            {photo(&context, &feedback)}
            <h2>{words.desk_feedback_answer()}</h2>
            {answer}
            {answer_form(&context, &feedback)}
            {hide(&context, &feedback)}
            <p><a href="/desk/feedback">{words.desk_feedback_title()}</a></p>
        </section>
    }
    .into_any()
}

fn reference(row: &FeedbackRow) -> AnyView {
    view! { <input type="hidden" name="reference" value=row.reference.clone() /> }.into_any()
}

fn photo(context: &Context, feedback: &FeedbackShown) -> Option<AnyView> {
    let words = context.words;
    let row = &feedback.row;
    let source = format!("/desk/feedback/{}/photo", row.reference);
    let (show, text) = match feedback.photo_shown {
        true => ("no", words.desk_feedback_photo_hide()),
        false => ("yes", words.desk_feedback_photo_show()),
    };
    row.has_photo.then(|| {
        view! {
            <figure class="report-photo"><img src=source alt=words.desk_feedback_photo() loading="lazy" /></figure>
            <form method="post" action="/desk/feedback/photo">
                {csrf(context)}
                {reference(row)}
                <input type="hidden" name="show" value=show />
                <button type="submit">{text}</button>
            </form>
        }
        .into_any()
    })
}

fn answer_form(context: &Context, feedback: &FeedbackShown) -> AnyView {
    let words = context.words;
    let text = feedback.answer.as_ref().map(|answer| answer.text.clone());
    view! {
        <form method="post" action="/desk/feedback/answer">
            {csrf(context)}
            {reference(&feedback.row)}
            <label for="answer">{words.desk_feedback_answer()}</label>
            <textarea id="answer" name="answer" maxlength="2000" rows="4" required dir="auto" aria-describedby="answer-hint">{text}</textarea>
            <p class="hint" id="answer-hint">{words.desk_feedback_answer_hint()}</p>
            <button type="submit" class="primary">{words.desk_feedback_answer_send()}</button>
        </form>
    }
    .into_any()
}

/// Hiding it, with a reason that its author is told; or showing it again.
fn hide(context: &Context, feedback: &FeedbackShown) -> AnyView {
    let words = context.words;
    if let Some(hidden) = &feedback.hidden {
        let why = word(words, "hide-why", &hidden.why);
        let note = hidden.note.clone();
        return view! {
            <h2>{words.desk_feedback_is_hidden()}</h2>
            <p>{words.desk_feedback_hide_why()}" "{why}". "<span dir="auto">{note}</span></p>
            <form method="post" action="/desk/feedback/show">
                {csrf(context)}
                {reference(&feedback.row)}
                <button type="submit">{words.desk_feedback_show()}</button>
            </form>
        }
        .into_any();
    }
    view! {
        <h2>{words.desk_feedback_hide()}</h2>
        <form class="feedback-hide" method="post" action="/desk/feedback/hide">
            {csrf(context)}
            {reference(&feedback.row)}
            <p class="hint">{words.desk_feedback_hide_hint()}</p>
            <label for="why">{words.desk_feedback_hide_why()}</label>
            {choice(words, "why", "why", "hide-why", &feedback.reasons, "")}
            <label for="note">{words.desk_feedback_hide_note()}" "<span class="optional">{words.optional()}</span></label>
            <textarea id="note" name="note" maxlength="2000" rows="2" dir="auto"></textarea>
            <button type="submit" class="danger">{words.desk_feedback_hide()}</button>
        </form>
    }
    .into_any()
}
