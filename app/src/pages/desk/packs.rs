//! `/desk/packs`: a pharmacy's desk, one pack after another.

use leptos::prelude::*;

use super::{Desk, csrf, word};
use crate::Words;

/// What the desk remembers from one pack to the next, and what came of the last one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packs {
    /// The site, as it was typed.
    pub site: String,
    /// The desk of it.
    pub desk: String,
    /// The code that was sent, where it has to be sent again.
    pub code: String,
    /// What came of it.
    pub came: Option<Came>,
    /// Which field could not be read; an identifier.
    pub wrong: Option<&'static str>,
}

/// What came of one act.
#[derive(Clone, Debug, PartialEq)]
pub struct Came {
    /// The answer itself.
    pub answer: wire::pack::PackAnswer,
    /// The product's name, in the reader's language.
    pub product: String,
}

/// Acts with a button of their own; the others are behind one more step.
const FIRST: [(&str, &str); 3] = [
    ("verify", "quiet"),
    ("supply", "primary"),
    ("undo", "quiet"),
];
const OTHERS: [&str; 6] = [
    "destroy",
    "export",
    "sample",
    "free-sample",
    "lock",
    "stolen",
];

/// The page.
#[component]
pub(super) fn PacksPage(desk: Desk, packs: Packs) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let came = packs
        .came
        .as_ref()
        .map(|came| came_of(words, &context.now, came));
    let wrong = packs.wrong.map(
        |field| view! { <p class="pack-came halt" role="alert">{word(words, "pack-wrong", field)}</p> },
    );
    let button = |(act, class): (&'static str, &'static str)| {
        view! { <button type="submit" name="act" value=act class=class>{word(words, "pack-act", act)}</button> }
    };
    let first = FIRST.map(button).collect_view();
    let others = OTHERS.map(|act| button((act, "quiet"))).collect_view();
    view! {
        <section>
            <h1>{words.desk_packs_title()}</h1>
            {wrong}
            {came}
            <form method="post" action="/desk/packs">
                {csrf(&context)}
                <label for="pack-code">{words.desk_packs_code()}</label>
                <input id="pack-code" name="code" required=true autofocus=true autocomplete="off" autocapitalize="off" spellcheck="false" value=packs.code.clone() aria-describedby="pack-code-hint" />
                <p class="hint" id="pack-code-hint">{words.desk_packs_code_hint()}</p>
                <div class="pack-acts">{first}</div>
                <label for="pack-site">{words.desk_packs_site()}</label>
                <input id="pack-site" name="site" required=true inputmode="numeric" autocomplete="off" value=packs.site.clone() />
                <label for="pack-desk">{words.desk_packs_desk()}</label>
                <input id="pack-desk" name="desk" maxlength="40" autocomplete="off" value=packs.desk.clone() aria-describedby="pack-desk-hint" />
                <p class="hint" id="pack-desk-hint">{words.desk_packs_desk_hint()}</p>
                <details>
                    <summary>{words.desk_packs_others()}</summary>
                    <div class="pack-acts">{others}</div>
                </details>
            </form>
        </section>
    }
    .into_any()
}

/// A sentence that says it from arm's length, and the facts below.
fn came_of(words: Words, now: &str, came: &Came) -> AnyView {
    let answer = &came.answer;
    let (class, mark) = match (&answer.alert, answer.outcome.as_str()) {
        (Some(_), _) => ("pack-came alert", "✕"),
        (None, "done" | "active" | "same-scan") => ("pack-came fine", "✓"),
        (None, _) => ("pack-came halt", "!"),
    };
    let sentence = word(words, "pack-outcome", &answer.outcome);
    let state = answer
        .state
        .as_deref()
        .map(|state| word(words, "pack-state", state));
    let since = answer.since.as_deref().map(|since| words.ago(since, now));
    let row = |title: &'static str, class: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{title}</dt><dd class=class>{value}</dd></div> })
    };
    let (word_like, code_like) = ("", "value");
    view! {
        <div class=class role="status">
            <p class="pack-said"><span aria-hidden="true">{mark}</span>" "<strong>{word(words, "pack-act", &answer.act)}</strong>": "{sentence}</p>
            <dl class="desk-facts">
                {row(words.desk_packs_state(), word_like, state)}
                {row(words.desk_packs_since(), word_like, since)}
                {row(words.desk_packs_product(), word_like, Some(came.product.clone()))}
                {row(words.desk_packs_serial(), code_like, Some(answer.serial.clone()))}
                {row(words.desk_packs_batch(), code_like, answer.batch.clone())}
                {row(words.desk_packs_expiry(), code_like, answer.expiry.clone())}
                {row(words.desk_packs_alert(), code_like, answer.alert.clone())}
            </dl>
        </div>
    }
    .into_any()
}
