//! Being told of a recall that comes later, without an account.

use leptos::prelude::*;
use wire::follow::FollowOffer;

use crate::Context;

/// Every way that there is here, and for a way that there isn't, why.
#[component]
pub fn FollowForm(offer: FollowOffer, path: String, context: Context) -> impl IntoView {
    let words = context.words;
    let mail = offer.mail.then(|| {
        view! {
            <form class="follow-mail" method="post" action="/follow" aria-labelledby="follow-title">
                {hidden(&context, &path, "mail")}
                <label for="follow-email">{words.follow_email()}</label>
                <input id="follow-email" name="email" type="email" autocomplete="email" maxlength="254" required />
                <button type="submit">{words.follow_by_mail()}</button>
                <p class="form-result" role="status"></p>
            </form>
        }
        .into_any()
    });
    view! {
        <section class="follow" id="follow" aria-labelledby="follow-title">
            <h2 id="follow-title">{words.follow_title()}</h2>
            <p>{words.follow_why()}</p>
            {push(&offer, &path, &context)}
            {mail}
            <form class="follow-link" method="post" action="/follow" aria-labelledby="follow-title">
                {hidden(&context, &path, "link")}
                <button type="submit">{words.follow_by_link()}</button>
                <p class="hint">{words.follow_link_why()}</p>
                <p class="form-result" role="status"></p>
            </form>
        </section>
    }
    .into_any()
}

fn hidden(context: &Context, path: &str, channel: &'static str) -> AnyView {
    view! {
        <input type="hidden" name="csrf" value=context.csrf.clone() />
        <input type="hidden" name="path" value=path.to_owned() />
        <input type="hidden" name="channel" value=channel />
    }
    .into_any()
}

/// Notices on this device: a script asks the browser, and says what is in the way. Without one, that
/// it takes a script.
fn push(offer: &FollowOffer, path: &str, context: &Context) -> AnyView {
    let words = context.words;
    let Some(key) = offer.push_key.clone() else {
        return view! { <p class="hint">{words.follow_push_none()}</p> }.into_any();
    };
    let sentences = [
        ("done", words.follow_done_push()),
        ("install", words.follow_push_install()),
        ("unable", words.follow_push_unable()),
        ("denied", words.follow_push_denied()),
        ("failed", words.follow_push_failed()),
    ];
    let sentences = sentences
        .into_iter()
        .map(|(name, sentence)| view! { <p data-push-says=name hidden>{sentence}</p> })
        .collect_view();
    view! {
        <div class="follow-push" data-push-key=key data-path=path.to_owned()>
            <button type="button" hidden>{words.follow_by_push()}</button>
            <div role="status">{sentences}</div>
            <noscript><p class="hint">{words.follow_push_script()}</p></noscript>
        </div>
    }
    .into_any()
}
