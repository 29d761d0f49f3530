//! A recall notice with the content that GPSR Article 36(2) asks for.

use leptos::prelude::*;
use wire::answer::{Contact, Recall};

use super::{ClaimForm, NearForm, Places};
use crate::Context;

/// The ways to ask somebody, each a link.
#[component]
pub fn ContactLines(contact: Contact) -> impl IntoView {
    let line = |href: Option<String>, text: Option<String>| {
        href.zip(text)
            .map(|(href, text)| view! { <li><a href=href>{text}</a></li> })
    };
    let phone = contact
        .phone
        .as_ref()
        .map(|phone| format!("tel:{}", phone.replace(' ', "")));
    let email = contact
        .email
        .as_ref()
        .map(|email| format!("mailto:{email}"));
    view! {
        <ul class="contact">
            {line(phone, contact.phone.clone())}
            {line(email, contact.email.clone())}
            {line(contact.url.clone(), contact.url.clone())}
        </ul>
    }
    .into_any()
}

/// The notice, where to bring the product, and the claim.
#[component]
pub fn RecallNotice(recall: Recall, path: String, context: Context) -> impl IntoView {
    let words = context.words;
    let remedies = recall.remedies.iter().filter_map(|remedy| {
        words
            .find(&format!("remedy-{remedy}"))
            .map(|text| view! { <li>{text}</li> })
    });
    let places = (!recall.return_places.is_empty()).then(|| {
        view! {
            <h3 id="return-places">{words.recall_places()}</h3>
            <NearForm id="near-return" title="return-places" action=format!("{path}#return-places") context=context.clone() />
            <Places places=recall.return_places.clone() context=context.clone() />
        }
    });
    view! {
        <section class="recall" aria-labelledby="recall-title">
            <h2 id="recall-title">{words.recall_title()}</h2>
            <p class="published">{words.recall_published(words.day(&recall.on))}</p>
            <h3>{words.recall_hazard()}</h3>
            <p class="hazard">{recall.hazard.clone()}</p>
            <h3>{words.recall_instruction()}</h3>
            <p>{recall.instruction.clone()}</p>
            <h3>{words.recall_remedies()}</h3>
            <ul class="remedies">{remedies.collect_view()}</ul>
            {places}
            <ClaimForm recall=recall.clone() path=path context=context.clone() />
            <h3>{words.recall_contact()}</h3>
            <ContactLines contact=recall.contact.clone() />
        </section>
    }
    .into_any()
}
