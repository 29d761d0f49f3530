//! `/desk/claims`: what people claim, and what is decided about it.

use leptos::prelude::*;

use super::{Desk, csrf, word};
use crate::Words;

/// A claim in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimRow {
    /// As its holder has it.
    pub reference: String,
    /// The product's name.
    pub product: String,
    /// The unit's serial, where there is one.
    pub serial: Option<String>,
    /// What is asked for; an identifier.
    pub remedy: String,
    /// How it stands; an identifier.
    pub status: String,
    /// RFC 3339.
    pub opened_at: String,
}

/// Those that stand alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    /// How they stand.
    pub status: &'static str,
    /// How many stand how.
    pub counts: Vec<(&'static str, u64)>,
    /// The longest open first.
    pub rows: Vec<ClaimRow>,
    /// What the next page comes after.
    pub next: Option<String>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// RFC 3339.
    pub at: String,
    /// How the claim stands since.
    pub status: String,
    /// Who of the staff; `None` for the holder.
    pub by: Option<String>,
    /// What was said with it.
    pub message: String,
}

/// One claim.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimShown {
    /// As in the list.
    pub row: ClaimRow,
    /// The path of its pack's page.
    pub path: String,
    /// The recall that it rests on.
    pub recall: String,
    /// As given.
    pub note: Option<String>,
    /// As given.
    pub email: Option<String>,
    /// In order.
    pub steps: Vec<Taken>,
    /// What may come next.
    pub next: Vec<&'static str>,
}

/// The list.
#[component]
pub(super) fn ClaimsPage(desk: Desk, claims: Claims) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let tabs = claims.counts.iter().map(|(status, count)| {
        let current = (*status == claims.status).then_some("page");
        let href = format!("/desk/claims?status={status}");
        view! { <li><a href=href aria-current=current>{word(words, "claim-is", status)}" "<span class="hint">{count.to_string()}</span></a></li> }
    });
    let tabs = tabs.collect_view();
    let rows = claims.rows.iter().map(|row| {
        view! {
            <li>
                <p><a class="step" href=format!("/desk/claims/{}", row.reference)>{row.reference.clone()}</a>" "{row.product.clone()}" "<span class="value">{row.serial.clone()}</span> <span class="hint">{asked(words, row)}" "{words.mine_opened_at(words.ago(&row.opened_at, &context.now))}</span></p>
            </li>
        }
    });
    let list = match claims.rows.is_empty() {
        true => view! { <p class="empty">{words.desk_claims_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    let next = claims.next.as_ref().map(|after| {
        let after = after.replace(' ', "+");
        let href = format!("/desk/claims?status={}&after={after}", claims.status);
        view! { <p><a href=href>{words.desk_claims_next()}</a></p> }
    });
    view! {
        <section>
            <h1>{words.desk_claims_title()}</h1>
            <nav aria-label=words.desk_claims_title()><ul class="claim-tabs">{tabs}</ul></nav>
            {list}
            {next}
        </section>
    }
    .into_any()
}

fn asked(words: Words, row: &ClaimRow) -> Option<String> {
    let remedy = words.find(&format!("claim-wants-{}", row.remedy))?;
    Some(words.desk_claim_asks(remedy))
}

/// One of them.
#[component]
pub(super) fn ClaimPage(desk: Desk, claim: ClaimShown) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let row = &claim.row;
    let steps = claim.steps.iter().map(|step| {
        let by = match &step.by {
            Some(name) if !name.is_empty() => name.clone(),
            Some(_) => words.desk_claim_somebody().to_owned(),
            None => words.desk_claim_holder().to_owned(),
        };
        let message = Some(step.message.clone()).filter(|message| !message.is_empty());
        view! {
            <li>
                <p><strong>{word(words, "claim-is", &step.status)}</strong>" "<span class="hint">{by}", "{words.ago(&step.at, &context.now)}</span>
                {message.map(|message| view! { <span class="claim-said">{message}</span> })}</p>
            </li>
        }
    });
    let steps = steps.collect_view();
    let keys = claim.next.iter().map(|next| {
        let class = if *next == "refused" { "danger" } else { "primary" };
        view! { <button type="submit" name="to" value=*next class=class>{word(words, "claim-do", next)}</button> }
    });
    let keys = keys.collect_view();
    let fact = |title: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{title}</dt><dd>{value}</dd></div> })
    };
    view! {
        <section>
            <h1>{words.desk_claim_title(&row.reference)}</h1>
            <p class="about"><strong>{word(words, "claim-is", &row.status)}</strong>". "{asked(words, row)}" "{words.mine_opened_at(words.ago(&row.opened_at, &context.now))}</p>
            <dl class="desk-facts">
                <div><dt>{words.desk_packs_product()}</dt><dd><a href=claim.path.clone()>{row.product.clone()}</a></dd></div>
                {fact(words.desk_packs_serial(), row.serial.clone())}
                {fact(words.desk_claim_recall(), Some(claim.recall.clone()))}
                {fact(words.desk_claim_note(), claim.note.clone())}
                {fact(words.desk_claim_email(), claim.email.clone())}
            </dl>
            <h2>{words.desk_claim_steps()}</h2>
            <ul class="desk-list">{steps}</ul>
            <h2>{words.desk_claim_decide()}</h2>
            <form method="post" action="/desk/claims/decide">
                {csrf(&context)}
                <input type="hidden" name="reference" value=row.reference.clone() />
                <input type="hidden" name="from" value=row.status.clone() />
                <label for="claim-message">{words.desk_claim_message()}</label>
                <textarea id="claim-message" name="message" maxlength="2000" rows="4" aria-describedby="claim-message-hint"></textarea>
                <p class="hint" id="claim-message-hint">{words.desk_claim_message_hint()}</p>
                <div class="pack-acts">{keys}</div>
            </form>
            <p><a href="/desk/claims">{words.desk_claims_title()}</a></p>
        </section>
    }
    .into_any()
}
