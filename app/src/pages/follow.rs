//! Something that is followed: how it stands, the link to keep, and the way to end it.

use leptos::prelude::*;
use wire::follow::{FollowRecall, FollowView};

use crate::{Context, components::Streak};

/// What led here.
#[derive(Clone, Debug, PartialEq)]
pub enum FollowState {
    /// The form.
    New,
    /// The private link.
    Shown,
    /// The first mail's link, with its token: the yes is missing.
    Asked {
        /// The token.
        token: String,
    },
    /// The yes.
    Confirmed,
    /// The end.
    Ended,
}

/// One page for all of it.
#[component]
pub fn FollowPage(
    context: Context,
    follow: FollowView,
    state: FollowState,
    /// The whole address of its private page.
    address: String,
) -> impl IntoView {
    let words = context.words;
    let product = follow.product.clone();
    let said = match &state {
        FollowState::Ended => {
            return view! {
                <section class="done followed">
                    <h1>{words.follow_ended_title()}</h1>
                    <p class="good" role="status">{words.follow_ended(&product)}</p>
                    <p><a href=follow.path.clone()>{words.follow_to_pack()}</a></p>
                </section>
            }
            .into_any();
        }
        FollowState::Asked { token } => {
            return view! {
                <section class="done followed">
                    <h1>{words.follow_asked_title()}</h1>
                    <p>{words.follow_asked(&product, &follow.brand)}</p>
                    <form method="post" action=format!("/follow/{token}/confirm")>
                        <button type="submit" class="primary">{words.follow_yes()}</button>
                    </form>
                    <p class="hint">{words.follow_mail_ignore()}</p>
                </section>
            }
            .into_any();
        }
        FollowState::New | FollowState::Confirmed => Some(told_by(&context, &follow)),
        FollowState::Shown => None,
    };
    let title = match state {
        FollowState::New | FollowState::Confirmed => words.follow_done_title(),
        _ => words.follow_page_title(),
    };
    view! {
        <section class="done followed">
            <h1>{title}</h1>
            {said}
            <h2><a href=follow.path.clone()>{product}</a></h2>
            {stands(&context, &follow)}
            {keep(&context, &follow, address)}
        </section>
    }
    .into_any()
}

/// How who follows hears of it.
fn told_by(context: &Context, follow: &FollowView) -> AnyView {
    let words = context.words;
    let said = match (follow.channel.as_str(), follow.confirmed) {
        ("mail", false) => words.follow_done_mail(),
        ("mail", true) => words.follow_done_confirmed(),
        ("push", _) => words.follow_done_push(),
        _ => words.follow_done_link(),
    };
    view! { <p class="good" role="status">{said}</p> }.into_any()
}

/// What has changed since, or that nothing has.
pub(super) fn stands(context: &Context, follow: &FollowView) -> AnyView {
    let words = context.words;
    let since = words.ago(&follow.since, &context.now);
    if follow.recalls.is_empty() {
        return view! {
            <p class="follow-stands">
                <span class="stone"><Streak standing="issued".to_owned() /></span>
                <span>{words.follow_nothing(since)}</span>
            </p>
        }
        .into_any();
    }
    let recalls = follow
        .recalls
        .iter()
        .map(|recall| recalled(context, follow, recall))
        .collect_view();
    view! { <ul class="follow-recalls">{recalls}</ul> }.into_any()
}

fn recalled(context: &Context, follow: &FollowView, recall: &FollowRecall) -> AnyView {
    let words = context.words;
    let on = words.day(&recall.on);
    let (standing, said) = match recall.certainty.as_str() {
        "possible" => ("possibly-recalled", words.follow_possible(on)),
        _ => ("recalled", words.follow_recalled(on)),
    };
    let new = recall
        .is_new
        .then(|| view! { " "<span class="tag">{words.follow_new()}</span> });
    view! {
        <li>
            <span class="stone"><Streak standing=standing.to_owned() /></span>
            <div>
                <p><strong>{said}</strong>{new}</p>
                <p>{recall.hazard.clone()}</p>
                <p><a href=follow.path.clone()>{words.follow_what_to_do()}</a></p>
            </div>
        </li>
    }
    .into_any()
}

/// The link, and the end of it.
fn keep(context: &Context, follow: &FollowView, address: String) -> AnyView {
    let words = context.words;
    view! {
        <h2>{words.follow_keep_title()}</h2>
        <p>{words.follow_keep()}</p>
        <p class="follow-address"><a href=follow.link.clone()>{address}</a></p>
        <form method="post" action=format!("{}/end", follow.link)>
            <button type="submit" class="danger">{words.follow_end()}</button>
        </form>
    }
    .into_any()
}
