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
