//! `/mine`: what a reference and its code stand for, and this session's points.

use leptos::prelude::*;
use wire::{
    feedback::OwnFeedback,
    follow::FollowView,
    form::{ClaimView, RegistrationView},
    reward::Rewards,
    suggestion::{Suggestion, Suggestions},
};

use super::{
    Keeping,
    done::{claim_facts, registration_facts},
    follow::stands,
    keyring, ownership,
    returns::own_returns,
};
use crate::{
    Context,
    components::{Serial, SuggestionSection, own_said},
};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Nothing was asked for yet.
    NotAsked,
    /// Nothing has this reference and code.
    Nothing,
    /// A registration, with the code that it was asked with (empty where the session opened it), and a
    /// link that was just made.
    Registration(Box<RegistrationView>, String, Option<BuyerLink>),
    /// A claim, with the code that it was asked with.
    Claim(Box<ClaimView>, String),
    /// It was erased; its reference.
    Erased(String),
}

/// A link that shows a buyer whose a unit is.
#[derive(Clone, Debug, PartialEq)]
pub struct BuyerLink {
    /// The whole of it.
    pub url: String,
    /// When it ends, RFC 3339.
    pub ends_at: String,
}

/// Look up and erase.
#[component]
pub fn MinePage(
    context: Context,
    found: Found,
    own: Vec<RegistrationView>,
    rewards: Rewards,
    follows: Vec<FollowView>,
    said: Vec<OwnFeedback>,
    suggested: Option<Vec<Suggestion>>,
    keeping: Keeping,
    returns: Vec<ClaimView>,
) -> impl IntoView {
    let words = context.words;
    let result = match found {
        Found::NotAsked => ().into_any(),
        Found::Nothing => {
            view! { <p class="trouble" role="alert">{words.mine_unknown()}</p> }.into_any()
        }
        Found::Erased(reference) => {
            view! { <p class="good" role="status">{words.mine_erased(reference)}</p> }.into_any()
        }
        Found::Claim(claim, code) => {
            let answer = (claim.status == "need-more").then(|| answer_form(&context, &claim, code));
            view! { <section class="found">{claim_facts(&claim, &context)}{answer}</section> }
                .into_any()
        }
        Found::Registration(registration, code, link) => {
            let is_open = registration.state == "held" || !code.is_empty();
            let erase = is_open.then(|| {
                view! {
                    <form method="post" action="/mine/erase">
                        {ownership::hidden(&context, &registration.reference, &code)}
                        <p>{words.mine_erase_why()}</p>
                        <button type="submit" class="danger">{words.mine_erase()}</button>
                    </form>
                }
            });
            view! {
                <section class="found">
                    {registration_facts(&registration, &context)}
                    {ownership::acts(&context, &registration, &code, link)}
                    {erase}
                </section>
            }
            .into_any()
        }
    };
    let waiting: u32 = rewards.brands.iter().map(|brand| brand.waiting).sum();
    let waiting = (waiting > 0).then(|| {
        view! { <p class="hint">{words.rewards_waiting(waiting)}</p> }
    });
    let points = match rewards.brands.is_empty() {
        true => view! { <p>{words.rewards_empty()}</p> }.into_any(),
        false => view! {
            <p class="sum">{words.rewards_sum(rewards.points)}</p>
            {waiting}
            <p><a class="step" href="/rewards">{words.rewards_all()}</a></p>
        }
        .into_any(),
    };
    // Nothing is suggested to who registered nothing, and so nothing is asked.
    let suggestions = (suggested.is_some() || !own.is_empty()).then(|| {
        let suggestions = Suggestions {
            is_on: suggested.is_some(),
            list: suggested.unwrap_or_default(),
        };
        view! { <SuggestionSection suggestions=suggestions path="/mine".to_owned() context=context.clone() /> }
            .into_any()
    });
    let signed_out = (keeping == Keeping::SignedOut)
        .then(|| view! { <p class="caution" role="status">{words.keyring_signed_out()}</p> });
    let has_some =
        !(own.is_empty() && rewards.brands.is_empty() && follows.is_empty() && said.is_empty());
    view! {
        <section class="mine">
            <h1>{words.mine_title()}</h1>
            {signed_out}
            {result}
            {ownership::own_list(&context, &own, keeping == Keeping::Open)}
            {own_returns(&context, &returns)}
            {keyring::offer(&context, keeping, has_some)}
            {followed(&context, &follows)}
            {said_of(&context, &said)}
            {suggestions}
            <form class="holder" method="post" action="/mine">
                <p>{words.mine_intro()}</p>
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <label for="reference">{words.reference_label()}</label>
                <input id="reference" name="reference" autocomplete="off" autocapitalize="characters" maxlength="40" required />
                <label for="holder-code">{words.code_label()}</label>
                <input id="holder-code" name="code" autocomplete="off" autocapitalize="characters" maxlength="60" required />
                <button type="submit" class="primary">{words.mine_look_up()}</button>
            </form>
            <h2>{words.rewards_title()}</h2>
            {points}
        </section>
    }
    .into_any()
}

/// What this browser asked to be told of, each with how it stands; nothing where it asked for nothing.
fn followed(context: &Context, follows: &[FollowView]) -> Option<AnyView> {
    let words = context.words;
    let rows = follows
        .iter()
        .map(|follow| {
            view! {
                <li>
                    <h3><a href=follow.link.clone()>{follow.product.clone()}</a></h3>
                    {(!follow.confirmed).then(|| view! { <p class="hint">{words.follow_waits()}</p> })}
                    {stands(context, follow)}
                </li>
            }
        })
        .collect_view();
    (!follows.is_empty()).then(|| {
        view! {
            <h2>{words.follow_mine_title()}</h2>
            <ul class="follows">{rows}</ul>
        }
        .into_any()
    })
}

/// What this browser said of packs, each with what became of it; nothing where it said nothing.
fn said_of(context: &Context, said: &[OwnFeedback]) -> Option<AnyView> {
    let words = context.words;
    let rows = said
        .iter()
        .map(|one| {
            let href = format!("{}#feedback", one.path);
            view! {
                <li>
                    <h3><a href=one.path.clone()>{one.product.clone()}</a></h3>
                    {own_said(context, one)}
                    <p><a class="step" href=href>{words.feedback_mine_open()}</a></p>
                </li>
            }
        })
        .collect_view();
    (!said.is_empty()).then(|| {
        view! {
            <h2>{words.feedback_mine_title()}</h2>
            <ul class="follows">{rows}</ul>
        }
        .into_any()
    })
}

/// What staff asked for is answered where it is read.
fn answer_form(context: &Context, claim: &ClaimView, code: String) -> AnyView {
    let words = context.words;
    view! {
        <form method="post" action="/mine/answer">
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="reference" value=claim.reference.clone() />
            <input type="hidden" name="code" value=code />
            <label for="answer">{words.claim_answer_label()}</label>
            <textarea id="answer" name="message" rows="4" maxlength="2000" required></textarea>
            <button type="submit" class="primary">{words.claim_answer_send()}</button>
        </form>
    }
    .into_any()
}

/// A reference or code to keep.
pub(super) fn keepsake(label: &'static str, text: &str) -> impl IntoView + use<> {
    view! { <div class="keepsake"><dt>{label}</dt><dd><Serial text=text.to_owned() /></dd></div> }
}
