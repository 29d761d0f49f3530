//! `/desk/sales` and `/desk/processing`: packs at a shop's or a processor's desk, one form after another.

use leptos::prelude::*;

use super::{Desk, csrf, word};
use crate::{Context, Words};

/// What the desk remembers from one form to the next, and what came of the last one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handling {
    /// What can be told, the first one first; identifiers.
    pub acts: Vec<&'static str>,
    /// The site, as it was typed.
    pub site: String,
    /// The codes that were sent, where they have to be sent again.
    pub codes: String,
    /// The receipt's number, then.
    pub receipt: String,
    /// What the packs were made into, then.
    pub into: String,
    /// What came of them.
    pub came: Option<PacksHandled>,
    /// Which field could not be read, an identifier, and why.
    pub wrong: Option<(&'static str, String)>,
    /// What brands let a partner tell of; `None` for a brand.
    pub leave: Option<Vec<HandlingLeave>>,
}

/// Of what a brand lets a partner tell.
#[derive(Clone, Debug, PartialEq)]
pub struct HandlingLeave {
    /// The brand's name.
    pub brand: String,
    /// The product's name; `None` for every product of the brand.
    pub product: Option<String>,
}

/// What came of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct PacksHandled {
    /// What was to be told; an identifier.
    pub act: String,
    /// Whether it is told.
    pub is_done: bool,
    /// In the order of the form.
    pub packs: Vec<PackHandled>,
}

/// What came of one pack.
#[derive(Clone, Debug, PartialEq)]
pub struct PackHandled {
    /// The product's name, or its number.
    pub product: String,
    /// The serial.
    pub serial: String,
    /// What came of it; an identifier.
    pub outcome: &'static str,
    /// Since when it stands as it did before, RFC 3339.
    pub since: Option<String>,
}

/// The shop's page.
#[component]
pub(super) fn SalesPage(desk: Desk, page: Handling) -> impl IntoView {
    let words = desk.context.words;
    let receipt = view! {
        <label for="receipt">{words.desk_sales_receipt()}</label>
        <input id="receipt" name="receipt" maxlength="80" autocomplete="off" value=page.receipt.clone() aria-describedby="receipt-hint" />
        <p class="hint" id="receipt-hint">{words.desk_sales_receipt_hint()}</p>
    }
    .into_any();
    frame(
        &desk,
        "/desk/sales",
        words.desk_sales_title(),
        &page,
        receipt,
    )
}

/// The processor's page.
#[component]
pub(super) fn ProcessingPage(desk: Desk, page: Handling) -> impl IntoView {
    let words = desk.context.words;
    let into = view! {
        <label for="into">{words.desk_processing_into()}</label>
        <input id="into" name="into" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false" value=page.into.clone() aria-describedby="into-hint" />
        <p class="hint" id="into-hint">{words.desk_processing_into_hint()}</p>
    }
    .into_any();
    let title = words.desk_processing_title();
    frame(&desk, "/desk/processing", title, &page, into)
}

fn frame(
    desk: &Desk,
    action: &'static str,
    title: &'static str,
    page: &Handling,
    more: AnyView,
) -> AnyView {
    let context = &desk.context;
    let words = context.words;
    let form = match &page.leave {
        Some(leave) if leave.is_empty() => nobody_lets(words, &desk.organisation),
        _ => form(context, action, page, more),
    };
    view! {
        <section>
            <h1>{title}</h1>
            {wrong_of(words, page)}
            {page.came.as_ref().map(|came| came_of(words, &context.now, came))}
            {form}
            {leave_of(words, page.leave.as_deref())}
        </section>
    }
    .into_any()
}

fn form(context: &Context, action: &'static str, page: &Handling, more: AnyView) -> AnyView {
    let words = context.words;
    let keys = page.acts.iter().enumerate().map(|(at, act)| {
        let class = if at == 0 { "primary" } else { "quiet" };
        view! { <button type="submit" name="act" value=*act class=class>{word(words, "handling-act", act)}</button> }
    });
    let keys = keys.collect_view();
    view! {
        <form method="post" action=action>
            {csrf(context)}
            <label for="codes">{words.desk_handling_codes()}</label>
            <textarea id="codes" name="codes" rows="4" required=true autofocus=true autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="codes-hint">{page.codes.clone()}</textarea>
            <p class="hint" id="codes-hint">{words.desk_handling_codes_hint()}</p>
            <label for="site">{words.desk_packs_site()}</label>
            <input id="site" name="site" required=true inputmode="numeric" autocomplete="off" value=page.site.clone() />
            {more}
            <div class="pack-acts">{keys}</div>
        </form>
    }
    .into_any()
}

fn wrong_of(words: Words, page: &Handling) -> Option<AnyView> {
    let (field, detail) = page.wrong.as_ref()?;
    let said = words.find(&format!("handling-wrong-{field}"));
    Some(
        view! {
            <div class="pack-came halt" role="alert">
                <p class="pack-said">{said.map(str::to_owned)}</p>
                <p class="hint" lang="en">{detail.clone()}</p>
            </div>
        }
        .into_any(),
    )
}

/// A sentence that says it from arm's length, and each pack below.
fn came_of(words: Words, now: &str, came: &PacksHandled) -> AnyView {
    let act = word(words, "handling-act", &came.act);
    let (class, mark, sentence) = match came.is_done {
        true => (
            "pack-came fine",
            "✓",
            words.desk_handling_done(came.packs.len().to_string()),
        ),
        false => ("pack-came halt", "!", words.desk_handling_none().to_owned()),
    };
    let packs = came.packs.iter().map(|pack| {
        let since = pack.since.as_ref().filter(|_| !came.is_done);
        let since = since.map(|since| words.desk_handling_since(words.ago(since, now)));
        view! {
            <li>
                <p><strong>{pack.product.clone()}</strong>" "<span class="value">{pack.serial.clone()}</span> <span class="hint">{word(words, "handling", pack.outcome)}" "{since}</span></p>
            </li>
        }
    });
    view! {
        <div class=class role="status">
            <p class="pack-said"><span aria-hidden="true">{mark}</span>" "<strong>{act}</strong>": "{sentence}</p>
            <ul class="desk-list">{packs.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// What a partner reads where no brand lets it tell.
pub(super) fn nobody_lets(words: Words, organisation: &str) -> AnyView {
    view! { <p class="empty">{words.desk_handling_nobody(organisation)}</p> }.into_any()
}

/// Of what a partner may tell.
pub(super) fn leave_of(words: Words, leave: Option<&[HandlingLeave]>) -> Option<AnyView> {
    let leave = leave.filter(|leave| !leave.is_empty())?;
    let rows = leave.iter().map(|leave| {
        let product = leave.product.clone();
        let product = product.unwrap_or_else(|| words.desk_grant_all().to_owned());
        view! { <li><p><strong>{leave.brand.clone()}</strong>" "{product}</p></li> }
    });
    Some(
        view! {
            <h2>{words.desk_handling_leave()}</h2>
            <ul class="desk-list">{rows.collect_view()}</ul>
            <p class="hint">{words.desk_handling_logged()}</p>
        }
        .into_any(),
    )
}
