//! `/desk/claims` and `/desk/returns`: what people claim or bring back, and what is decided about it.

use leptos::prelude::*;

use super::{
    Desk, HandlingLeave, csrf,
    handling::{leave_of, nobody_lets},
    word,
};
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
    /// `recall` or `return`.
    pub kind: &'static str,
    /// How they stand.
    pub status: &'static str,
    /// How many stand how.
    pub counts: Vec<(&'static str, u64)>,
    /// The longest open first.
    pub rows: Vec<ClaimRow>,
    /// What the next page comes after.
    pub next: Option<String>,
    /// What brands let a partner take back; `None` for a brand.
    pub leave: Option<Vec<HandlingLeave>>,
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
    /// The recall that it rests on, where it does.
    pub recall: Option<String>,
    /// What a return was opened with.
    pub returned: Option<ReturnShown>,
    /// As given.
    pub note: Option<String>,
    /// As given.
    pub email: Option<String>,
    /// In order.
    pub steps: Vec<Taken>,
    /// What may come next.
    pub next: Vec<&'static str>,
}

/// What staff see of a return beside that.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnShown {
    /// What is wrong; an identifier.
    pub reason: String,
    /// AI 10.
    pub batch: Option<String>,
    /// As registered, ISO 8601.
    pub bought_on: Option<String>,
    /// As registered.
    pub shop: Option<String>,
    /// The warranty's last day, ISO 8601.
    pub warranty_until: Option<String>,
    /// What the registration rested on; an identifier.
    pub evidence: String,
    /// Where it is brought.
    pub place: Option<String>,
    /// Whether the registration still stands.
    pub is_held: bool,
    /// Whether a picture waits for a look.
    pub has_photo: bool,
}

/// The path that a kind's pages are below.
fn base(kind: &str) -> &'static str {
    match kind {
        "return" => "/desk/returns",
        _ => "/desk/claims",
    }
}

/// The list.
#[component]
pub(super) fn ClaimsPage(desk: Desk, claims: Claims) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let base = base(claims.kind);
    let (title, find) = match claims.kind {
        "return" => (words.desk_returns_title(), Some(find_form(words))),
        _ => (words.desk_claims_title(), None),
    };
    let tabs = claims.counts.iter().map(|(status, count)| {
        let current = (*status == claims.status).then_some("page");
        let href = format!("{base}?status={status}");
        view! { <li><a href=href aria-current=current>{word(words, "claim-is", status)}" "<span class="hint">{count.to_string()}</span></a></li> }
    });
    let tabs = tabs.collect_view();
    let rows = claims.rows.iter().map(|row| {
        view! {
            <li>
                <p><a class="step" href=format!("{base}/{}", row.reference)>{row.reference.clone()}</a>" "{row.product.clone()}" "<span class="value">{row.serial.clone()}</span> <span class="hint">{asked(words, row)}" "{words.mine_opened_at(words.ago(&row.opened_at, &context.now))}</span></p>
            </li>
        }
    });
    let list = match claims.rows.is_empty() {
        true => view! { <p class="empty">{words.desk_claims_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    let next = claims.next.as_ref().map(|after| {
        let after = after.replace(' ', "+");
        let href = format!("{base}?status={}&after={after}", claims.status);
        view! { <p><a href=href>{words.desk_claims_next()}</a></p> }
    });
    let leave = leave_of(words, claims.leave.as_deref());
    let find = match &claims.leave {
        Some(leave) if leave.is_empty() => Some(nobody_lets(words, &desk.organisation)),
        Some(_) => {
            Some(view! { {find} <p class="hint">{words.desk_returns_partner()}</p> }.into_any())
        }
        None => find,
    };
    view! {
        <section>
            <h1>{title}</h1>
            {find}
            <nav aria-label=title><ul class="claim-tabs">{tabs}</ul></nav>
            {list}
            {next}
            {leave}
        </section>
    }
    .into_any()
}

/// A hand scanner types what is on the slip, and Enter.
fn find_form(words: Words) -> AnyView {
    view! {
        <form class="near" method="get" action="/desk/returns" role="search">
            <label for="find-return">{words.desk_return_find()}</label>
            <div class="row">
                <input id="find-return" name="reference" maxlength="40" autocomplete="off" autocapitalize="characters" required />
                <button type="submit">{words.desk_return_find_send()}</button>
            </div>
        </form>
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
    let (kind, title, back) = match claim.returned {
        None => (
            "recall",
            words.desk_claim_title(&row.reference),
            words.desk_claims_title(),
        ),
        Some(_) => (
            "return",
            words.desk_return_title(&row.reference),
            words.desk_returns_title(),
        ),
    };
    let ends = claim
        .next
        .iter()
        .any(|next| matches!(*next, "paid" | "replaced"));
    let afterwards = (ends && kind == "return").then(|| afterwards(words));
    let returned = claim.returned.as_ref();
    let decide = (!claim.next.is_empty()).then(|| {
        view! {
            <h2>{words.desk_claim_decide()}</h2>
            <form method="post" action=format!("{}/decide", base(kind))>
                {csrf(&context)}
                <input type="hidden" name="reference" value=row.reference.clone() />
                <input type="hidden" name="from" value=row.status.clone() />
                <label for="claim-message">{words.desk_claim_message()}</label>
                <textarea id="claim-message" name="message" maxlength="2000" rows="4" aria-describedby="claim-message-hint"></textarea>
                <p class="hint" id="claim-message-hint">{words.desk_claim_message_hint()}</p>
                {afterwards}
                <div class="pack-acts">{keys}</div>
            </form>
        }
        .into_any()
    });
    view! {
        <section>
            <h1>{title}</h1>
            <p class="about"><strong>{word(words, "claim-is", &row.status)}</strong>". "{asked(words, row)}" "{words.mine_opened_at(words.ago(&row.opened_at, &context.now))}</p>
            <dl class="desk-facts">
                <div><dt>{words.desk_packs_product()}</dt><dd><a href=claim.path.clone()>{row.product.clone()}</a></dd></div>
                {fact(words.desk_packs_serial(), row.serial.clone())}
                {fact(words.desk_claim_recall(), claim.recall.clone())}
                {returned.map(|returned| return_facts(words, returned))}
                {fact(words.desk_claim_note(), claim.note.clone())}
                {fact(words.desk_claim_email(), claim.email.clone())}
            </dl>
            {returned.filter(|one| one.has_photo).map(|_| photo(words, &row.reference))}
            <h2>{words.desk_claim_steps()}</h2>
            <ul class="desk-list">{steps}</ul>
            {decide}
            <p><a href=base(kind)>{back}</a></p>
        </section>
    }
    .into_any()
}

/// What was known of the unit when it was opened.
fn return_facts(words: Words, returned: &ReturnShown) -> AnyView {
    let fact = |title: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{title}</dt><dd>{value}</dd></div> })
    };
    let day = |on: &Option<String>| on.as_ref().map(|on| words.day(on));
    let held = match returned.is_held {
        true => word(words, "desk-evidence", &returned.evidence),
        false => words.desk_return_not_held().to_owned(),
    };
    view! {
        {fact(words.return_reason(), Some(word(words, "return-reason", &returned.reason)))}
        {fact(words.return_batch(), returned.batch.clone())}
        {fact(words.register_bought_on(), day(&returned.bought_on))}
        {fact(words.register_shop(), returned.shop.clone())}
        {fact(words.return_warranty(), day(&returned.warranty_until))}
        {fact(words.desk_return_held(), Some(held))}
        {fact(words.desk_return_place(), returned.place.clone())}
    }
    .into_any()
}

fn photo(words: Words, reference: &str) -> AnyView {
    let src = format!("/desk/returns/{reference}/photo");
    view! { <p class="report-photo"><a href=src.clone()><img src=src.clone() alt=words.desk_return_photo() loading="lazy" /></a></p> }
        .into_any()
}

/// What becomes of it once it is the brand's again.
fn afterwards(words: Words) -> AnyView {
    view! {
        <label for="afterwards">{words.desk_return_afterwards()}</label>
        <select id="afterwards" name="afterwards" aria-describedby="afterwards-hint">
            <option value="not-sellable">{words.desk_return_not_sellable()}</option>
            <option value="sellable">{words.desk_return_sellable()}</option>
        </select>
        <p class="hint" id="afterwards-hint">{words.desk_return_afterwards_hint()}</p>
    }
    .into_any()
}
