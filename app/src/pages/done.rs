//! After a registration, a claim or a reveal: what to keep, and what was kept.

use leptos::prelude::*;
use wire::form::{ClaimView, RegistrationView, RevealView};

use super::{Keeping, mine::keepsake};
use crate::{Context, components::MainAction};

/// What is known of a registration.
pub(super) fn registration_facts(view: &RegistrationView, context: &Context) -> AnyView {
    let words = context.words;
    let warranty = view.warranty_until.as_ref().map(|on| {
        view! { <li>{words.warranty_until(words.day(on))}</li> }
    });
    let points = (view.points > 0).then(|| view! { <li>{words.points_earned(view.points)}</li> });
    let waiting = (view.points_waiting > 0).then(
        || view! { <li><a href="/rewards">{words.points_waiting(view.points_waiting)}</a></li> },
    );
    let code = view
        .code
        .as_ref()
        .map(|code| keepsake(words.code_label(), code));
    view! {
        <h2><a href=view.path.clone()>{view.product.clone()}</a></h2>
        <dl>{keepsake(words.reference_label(), &view.reference)}{code}</dl>
        <ul class="facts">
            <li>{words.mine_registered_at(words.ago(&view.registered_at, &context.now))}</li>
            {view.shop.clone().map(|shop| view! { <li>{shop}</li> })}
            {warranty}
            {points}
            {waiting}
        </ul>
        {super::ownership::standing(view, context)}
    }
    .into_any()
}

/// What is known of a claim.
pub(super) fn claim_facts(view: &ClaimView, context: &Context) -> AnyView {
    let words = context.words;
    let remedy = words.find(&format!("remedy-{}", view.remedy));
    let status = words.claim_status("recall", &view.status);
    let code = view
        .code
        .as_ref()
        .map(|code| keepsake(words.code_label(), code));
    view! {
        <h2><a href=view.path.clone()>{view.product.clone()}</a></h2>
        <dl>{keepsake(words.reference_label(), &view.reference)}{code}</dl>
        <ul class="facts">
            <li>{words.mine_opened_at(words.ago(&view.opened_at, &context.now))}</li>
            {remedy.map(|remedy| view! { <li>{words.claim_asked(remedy)}</li> })}
            {view.note.clone().map(|note| view! { <li>{note}</li> })}
        </ul>
        <p class="status">{status}</p>
        {claim_steps(view, context)}
    }
    .into_any()
}

/// What became of it, the newest first; nothing where nothing did.
pub(super) fn claim_steps(view: &ClaimView, context: &Context) -> Option<AnyView> {
    let words = context.words;
    let steps = view.steps.iter().rev().map(|step| {
        let who = match (&step.by_partner, step.by_brand) {
            (Some(partner), _) => partner.clone(),
            (None, true) => view.brand.clone(),
            (None, false) => words.claim_by_you().to_owned(),
        };
        let is = words
            .find(&format!("claim-is-{}", step.status))
            .map_or_else(|| step.status.clone(), str::to_owned);
        let said = Some(step.message.clone()).filter(|message| !message.is_empty());
        view! {
            <li>
                <p><strong>{is}</strong>" "<span class="hint">{who}", "{words.ago(&step.at, &context.now)}</span></p>
                {said.map(|message| view! { <p class="claim-said">{message}</p> })}
            </li>
        }
    });
    let steps = steps.collect_view();
    (!view.steps.is_empty()).then(|| {
        view! { <h3>{words.claim_steps_title()}</h3><ol class="claim-steps" reversed>{steps}</ol> }
            .into_any()
    })
}

/// The reference and the code, once.
#[component]
pub fn RegistrationDone(
    registration: RegistrationView,
    keeping: Keeping,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    let keep = matches!(keeping, Keeping::Guest | Keeping::SignedOut).then(|| {
        view! { <p><a class="step" href="/mine/passkeys">{words.keyring_offer_make()}</a></p> }
    });
    view! {
        <section class="done" role="status">
            <h1>{words.register_done_title()}</h1>
            <p>{words.register_done_text()}</p>
            {registration_facts(&registration, &context)}
            <MainAction href="/mine".to_owned() text=words.see_mine().to_owned() />
            {keep}
        </section>
    }
    .into_any()
}

/// The reference and the code of a dispute about a unit that another has registered, once.
#[component]
pub fn ContestDone(registration: RegistrationView, context: Context) -> impl IntoView {
    let words = context.words;
    view! {
        <section class="done" role="status">
            <h1>{words.contest_done_title(&registration.brand)}</h1>
            <p>{words.contest_done_text()}</p>
            {registration_facts(&registration, &context)}
            <MainAction href="/mine".to_owned() text=words.see_mine().to_owned() />
        </section>
    }
    .into_any()
}

/// The reference and the code, once.
#[component]
pub fn ClaimDone(claim: ClaimView, context: Context) -> impl IntoView {
    let words = context.words;
    view! {
        <section class="done" role="status">
            <h1>{words.claim_done_title(&claim.brand)}</h1>
            <p>{words.claim_done_text()}</p>
            {claim_facts(&claim, &context)}
            <MainAction href="/mine".to_owned() text=words.see_mine().to_owned() />
        </section>
    }
    .into_any()
}

/// What the hidden code told.
#[component]
pub fn RevealDone(reveal: RevealView, context: Context) -> impl IntoView {
    let words = context.words;
    let when = words.ago(&reveal.first_at, &context.now);
    let (title, text) = match reveal.outcome.as_str() {
        "first" => (
            words.reveal_first_title(),
            words.reveal_first_text(&reveal.brand),
        ),
        "yours" => (words.reveal_yours_title(), words.reveal_is_yours(when)),
        _ => (
            words.reveal_before_title(),
            words.reveal_before_text(&reveal.brand, when),
        ),
    };
    view! {
        <section class="done" role="status">
            <h1>{title}</h1>
            <p>{text}</p>
            <h2><a href=reveal.path.clone()>{reveal.product.clone()}</a></h2>
            <MainAction href=reveal.path.clone() text=words.reveal_back().to_owned() />
        </section>
    }
    .into_any()
}
