//! After somebody said what they think of a pack, took it back, or took back a yes.

use leptos::prelude::*;
use wire::feedback::OwnFeedback;

use crate::{
    Context,
    components::{MainAction, own_said},
};

/// Which of them; what was taken back leads to the path of its pack.
#[derive(Clone, Debug, PartialEq)]
pub enum FeedbackPart {
    /// It is kept.
    Given(Box<OwnFeedback>),
    /// It is erased.
    Erased(String),
    /// The words may not be quoted any more.
    Unquoted(String),
}

/// What was done, and the way back to the pack.
#[component]
pub fn FeedbackPage(part: FeedbackPart, context: Context) -> impl IntoView {
    let words = context.words;
    let (title, content, path) = match part {
        FeedbackPart::Given(own) => (
            words.feedback_done_title(),
            given(&context, &own),
            own.path.clone(),
        ),
        FeedbackPart::Erased(path) => (
            words.feedback_erased_title(),
            view! { <p>{words.feedback_erased_text()}</p> }.into_any(),
            path,
        ),
        FeedbackPart::Unquoted(path) => (
            words.feedback_unquoted_title(),
            view! { <p>{words.feedback_unquoted_text()}</p> }.into_any(),
            path,
        ),
    };
    view! {
        <section class="done" role="status">
            <h1>{title}</h1>
            {content}
            <MainAction href=path text=words.look_back().to_owned() />
        </section>
    }
    .into_any()
}

fn given(context: &Context, own: &OwnFeedback) -> AnyView {
    let words = context.words;
    let says = match (&own.hidden, &own.words) {
        (Some(_), _) => words.feedback_done_hidden(&own.brand),
        (None, Some(_)) => words.feedback_done_text().to_owned(),
        (None, None) => words.feedback_done_stars().to_owned(),
    };
    let who = match own.is_owner {
        true => words.feedback_done_owner(),
        false => words.feedback_done_nobody(),
    };
    let quote = own
        .quote
        .as_ref()
        .map(|_| view! { <li>{words.feedback_done_quote(&own.brand)}</li> });
    let points = (own.points > 0).then(|| {
        view! { <li><a href="/rewards">{words.feedback_done_points(own.points)}</a></li> }
    });
    let waiting = (own.points_waiting > 0).then(|| {
        view! { <li><a href="/rewards">{words.feedback_done_waiting(own.points_waiting)}</a></li> }
    });
    view! {
        <p>{says}</p>
        <h2><a href=own.path.clone()>{own.product.clone()}</a></h2>
        <ul class="facts">
            <li>{who}</li>
            {quote}
            {points}
            {waiting}
            <li>{words.feedback_done_again()}</li>
        </ul>
        {own_said(context, own)}
    }
    .into_any()
}
