//! A recall notice with the content that GPSR Article 36(2) asks for.

use leptos::prelude::*;
use wire::{
    answer::{Contact, Product, Recall},
    import::Days,
};

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

/// The notice, where to bring the product, and the claim; where it is only possible that it is about
/// this pack, what to compare first.
#[component]
pub fn RecallNotice(
    recall: Recall,
    /// Which one of the page's, from 0.
    place: usize,
    /// What is recalled, as an answer has it.
    product: Option<Product>,
    /// Whose it is.
    brand: String,
    path: String,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    let is_possible = recall.certainty == "possible";
    let gtin = product
        .as_ref()
        .map(|product| product.gtin.clone())
        .unwrap_or_default();
    let remedies = recall.remedies.iter().filter_map(|remedy| {
        words
            .find(&format!("remedy-{remedy}"))
            .map(|text| view! { <li>{text}</li> })
    });
    let remedies = remedies.collect_view();
    let has_remedies = !recall.remedies.is_empty();
    let is_first = place == 0;
    // Places are told in the order of their distance, where that is known.
    let is_near = recall.return_places.iter().any(|place| place.km.is_some());
    let unknown = context.near.clone().filter(|_| !is_near);
    let unknown = unknown.map(|near| {
        view! { <p class="empty" role="status">{words.near_unknown(near)}</p> }
    });
    let places = (!recall.return_places.is_empty()).then(|| {
        let (id, form) = match is_first {
            true => (
                "return-places".to_owned(),
                Some(view! {
                    <NearForm id="near-return" title="return-places" action=format!("{path}#return-places") context=context.clone() />
                    {unknown}
                }),
            ),
            false => (format!("return-places-{place}"), None),
        };
        view! {
            <h3 id=id>{words.recall_places()}</h3>
            {form}
            <Places places=recall.return_places.clone() context=context.clone() />
        }
        .into_any()
    });
    let title = match is_possible {
        true => words.recall_possible_title(),
        false => words.recall_title(),
    };
    let class = match is_possible {
        true => "recall recall-possible",
        false => "recall",
    };
    let claim = (!is_possible && has_remedies).then(|| {
        view! { <ClaimForm recall=recall.clone() place=place path=path context=context.clone() /> }
            .into_any()
    });
    let can_ask = recall.contact != Contact::default();
    let contact = can_ask.then(|| {
        view! {
            <h3>{words.recall_contact()}</h3>
            <ContactLines contact=recall.contact.clone() />
        }
        .into_any()
    });
    let (id, title_id) = match place {
        0 => ("recall".to_owned(), "recall-title".to_owned()),
        _ => (format!("recall-{place}"), format!("recall-title-{place}")),
    };
    view! {
        <section class=class id=id aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{title}</h2>
            <p class="published">{words.recall_number(&recall.number)}" · "{words.recall_published(words.day(&recall.on))}</p>
            {doubt(&recall, &brand, &context)}
            <h3>{words.recall_what()}</h3>
            {what(&recall, product, &brand, &context)}
            {(is_first && is_possible).then(|| batch_form(&recall, gtin, &context))}
            <h3>{words.recall_hazard()}</h3>
            <p class="hazard">{recall.hazard.clone()}</p>
            <h3>{words.recall_instruction()}</h3>
            <p>{recall.instruction.clone()}</p>
            {has_remedies.then(|| view! { <h3>{words.recall_remedies()}</h3><ul class="remedies">{remedies}</ul> })}
            {places}
            {claim}
            {contact}
            <p class="hint">{words.recall_share()}</p>
        </section>
    }
    .into_any()
}

/// Why it is not certain, and whose notice it was taken from.
fn doubt(recall: &Recall, brand: &str, context: &Context) -> AnyView {
    let words = context.words;
    let notice = recall.notice.as_ref().map(|notice| {
        let source = words.find(&format!("notice-{}", notice.source));
        let source = source.unwrap_or(&notice.source).to_owned();
        let said = match notice.confirmed {
            true => words.recall_notice_source(&notice.reference, source),
            false => words.recall_possible_notice(brand, &notice.reference, source),
        };
        view! { <p class="hint">{said}</p> }
    });
    let compare =
        (recall.certainty == "possible").then(|| view! { <p>{words.recall_possible()}</p> });
    view! { {notice} {compare} }.into_any()
}

/// What is recalled: its picture and name, and by what it is known.
fn what(recall: &Recall, product: Option<Product>, brand: &str, context: &Context) -> AnyView {
    let words = context.words;
    let name = product.map(|product| product.name).unwrap_or_default();
    let picture = recall.picture.clone().map(|src| {
        view! { <img src=src alt=name.clone() width="96" height="96" loading="lazy" /> }
    });
    let days = |days: &Days| {
        let from = days.from.as_ref().map(|day| words.day(day));
        let to = days.to.as_ref().map(|day| words.day(day));
        match (from, to) {
            (Some(from), Some(to)) => words.recall_days(from, to),
            (Some(from), None) => words.recall_days_from(from),
            (None, Some(to)) => words.recall_days_to(to),
            (None, None) => String::new(),
        }
    };
    let list = |items: &[String]| (!items.is_empty()).then(|| items.join(words.locale.comma()));
    let known_by = [
        list(&recall.batches).map(|batches| words.recall_batches(batches)),
        list(&recall.serials).map(|serials| words.recall_serials(serials)),
        recall
            .produced
            .as_ref()
            .map(|produced| words.recall_produced(days(produced))),
        recall
            .expires
            .as_ref()
            .map(|expires| words.recall_expires(days(expires))),
    ];
    let known_by = known_by
        .into_iter()
        .flatten()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    let more = |title: &'static str, text: &Option<String>| {
        text.clone()
            .map(|text| view! { <p><strong>{title}{words.locale.colon()}</strong>{text}</p> })
    };
    view! {
        <div class="recalled-thing">
            {picture}
            <div>
                <p class="name">{name}", "{brand.to_owned()}</p>
                <ul>{known_by}</ul>
            </div>
        </div>
        {more(words.recall_where_to_look(), &recall.identification)}
        {more(words.recall_sold(), &recall.sold)}
    }
    .into_any()
}

/// Asks again with the batch that is printed on the pack, where batches decide.
fn batch_form(recall: &Recall, gtin: String, context: &Context) -> Option<AnyView> {
    let words = context.words;
    (!recall.batches.is_empty() && !gtin.is_empty()).then(|| {
        view! {
            <form class="check-batch" method="get" action="/check" aria-labelledby="recall-title">
                <input type="hidden" name="gtin" value=gtin />
                <label for="recall-batch">{words.recall_check_batch()}</label>
                <div class="row">
                    <input id="recall-batch" name="batch" maxlength="20" autocomplete="off" autocapitalize="characters" required />
                    <button type="submit">{words.recall_check_send()}</button>
                </div>
            </form>
        }
        .into_any()
    })
}
