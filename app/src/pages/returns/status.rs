//! How a return stands, every change of it, and what its holder can do.

use leptos::prelude::*;
use wire::form::ClaimView;

use super::facts::{batch, evidence, fact, number};
use crate::{
    Context,
    components::Places,
    pages::{done::claim_steps, mine::keepsake},
};

/// The whole page.
#[component]
pub fn ReturnStatus(view: ClaimView, context: Context) -> impl IntoView {
    let words = context.words;
    let code = view.code.as_ref().map(|code| {
        view! {
            <p>{words.claim_done_text()}</p>
            <dl>{keepsake(words.reference_label(), &view.reference)}{keepsake(words.code_label(), code)}</dl>
        }
        .into_any()
    });
    let title = match view.status.as_str() {
        "open" => words.return_open_title(&view.brand),
        _ => words.return_status_title(&view.reference),
    };
    view! {
        <section class="return">
            <h1>{title}</h1>
            <p class="status">{words.claim_status("return", &view.status)}</p>
            {answer(&view, &context)}
            {code}
            {to_bring(&view, &context)}
            {claim_steps(&view, &context)}
            <h2><a href=view.path.clone()>{view.product.clone()}</a></h2>
            {given(&view, &context)}
            {withdraw(&view, &context)}
        </section>
    }
    .into_any()
}

/// What staff asked for is answered where it is read.
fn answer(view: &ClaimView, context: &Context) -> Option<AnyView> {
    let words = context.words;
    // Their question stands last among the steps; here it is beside its answer.
    let asked = view.steps.last().map(|step| step.message.clone());
    (view.status == "need-more").then(|| {
        view! {
            <p class="claim-said">{asked}</p>
            <form method="post" action=format!("/returns/{}/answer", view.reference)>
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <input type="hidden" name="reference" value=view.reference.clone() />
                <input type="hidden" name="code" value="" />
                <label for="answer">{words.claim_answer_label()}</label>
                <textarea id="answer" name="message" rows="4" maxlength="2000" required></textarea>
                <button type="submit" class="primary">{words.claim_answer_send()}</button>
            </form>
        }
        .into_any()
    })
}

/// Where it is to be brought, and the slip that goes with it: for as long as that is to come.
fn to_bring(view: &ClaimView, context: &Context) -> Option<AnyView> {
    let words = context.words;
    let returned = view.returned.as_ref()?;
    let is_to_come = matches!(view.status.as_str(), "open" | "need-more" | "accepted");
    let place = returned.place.clone();
    is_to_come.then(|| {
        let wait = (view.status != "accepted").then(|| {
            view! { <p class="hint">{words.return_wait(&view.brand)}</p> }
        });
        let place = place.map(|place| {
            view! {
                <h2>{words.return_place()}</h2>
                <Places places=vec![place] context=context.clone() />
            }
            .into_any()
        });
        view! {
            {place}
            {wait}
            <p><a class="step" href=format!("/returns/{}/slip", view.reference)>{words.return_slip_open()}</a></p>
        }
        .into_any()
    })
}

/// What it was opened with.
fn given(view: &ClaimView, context: &Context) -> Option<AnyView> {
    let words = context.words;
    let returned = view.returned.as_ref()?;
    let say = |kind: &str, id: &str| words.find(&format!("{kind}-{id}")).map(str::to_owned);
    let day = |on: &Option<String>| on.as_ref().map(|on| words.day(on));
    let photo = returned
        .has_photo
        .then(|| words.return_photo_kept().to_owned());
    let facts = view! {
        <dl class="known">
            {fact(words.return_opened(), Some(words.ago(&view.opened_at, &context.now)))}
            {fact(words.return_reason(), say("return-reason", &returned.reason))}
            {fact(words.return_said(), view.note.clone())}
            {fact(words.return_photo(), photo)}
            {fact(words.return_wish(), say("return-remedy", &view.remedy))}
            {fact(words.return_email(), view.email.clone())}
            {number(words.return_serial(), Some(returned.serial.clone()))}
            {batch(words.return_batch(), returned.batch.clone())}
            {fact(words.register_bought_on(), day(&returned.bought_on))}
            {fact(words.register_shop(), returned.shop.clone())}
            {fact(words.return_warranty(), day(&returned.warranty_until))}
            {fact(words.return_registered(), evidence(words, &returned.evidence))}
        </dl>
    };
    Some(facts.into_any())
}

fn withdraw(view: &ClaimView, context: &Context) -> Option<AnyView> {
    let words = context.words;
    view.returned.as_ref()?.can_withdraw.then(|| {
        view! {
            <details class="more">
                <summary>{words.return_withdraw_offer()}</summary>
                <form method="post" action=format!("/returns/{}/withdraw", view.reference)>
                    <input type="hidden" name="csrf" value=context.csrf.clone() />
                    <p>{words.return_withdraw_why()}</p>
                    <button type="submit" class="danger">{words.return_withdraw()}</button>
                </form>
            </details>
        }
        .into_any()
    })
}

/// What this browser asked for; nothing where that is nothing.
pub(in crate::pages) fn own_returns(context: &Context, own: &[ClaimView]) -> Option<AnyView> {
    let words = context.words;
    let rows = own.iter().map(|view| {
        let is = words.find(&format!("claim-is-{}", view.status));
        view! {
            <li>
                <a class="step" href=format!("/returns/{}", view.reference)>{view.product.clone()}</a>
                " "<span class="hint">{view.reference.clone()}", "{is}", "{words.mine_opened_at(words.ago(&view.opened_at, &context.now))}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    (!own.is_empty()).then(|| {
        view! { <h2>{words.return_own_title()}</h2><ul class="facts">{rows}</ul> }.into_any()
    })
}
