//! What is known of a unit, as a list of facts.

use leptos::prelude::*;
use wire::returns::ReturnOffer;

use crate::{Context, Words, components::Serial};

/// One fact; nothing where it isn't known.
pub(super) fn fact(title: &'static str, value: Option<String>) -> Option<AnyView> {
    value.map(|value| view! { <div><dt>{title}</dt><dd>{value}</dd></div> }.into_any())
}

/// A serial, in its groups.
pub(super) fn number(title: &'static str, value: Option<String>) -> Option<AnyView> {
    value
        .map(|value| view! { <div><dt>{title}</dt><dd><Serial text=value /></dd></div> }.into_any())
}

/// A batch, which keeps its own direction.
pub(super) fn batch(title: &'static str, value: Option<String>) -> Option<AnyView> {
    value.map(|value| {
        view! { <div><dt>{title}</dt><dd><bdi class="value">{value}</bdi></dd></div> }.into_any()
    })
}

/// What the registration rests on.
pub(super) fn evidence(words: Words, name: &str) -> Option<String> {
    words
        .find(&format!("return-evidence-{name}"))
        .map(str::to_owned)
}

/// All that is known of a unit when a return is opened.
pub(super) fn known(offer: &ReturnOffer, context: &Context) -> AnyView {
    let words = context.words;
    let unknown = || Some(words.return_not_said().to_owned());
    let bought = offer.bought_on.as_ref().map(|on| words.day(on));
    let warranty = match (&offer.warranty, offer.warranty_months) {
        (Some(term), _) => Some(match term.runs {
            true => words.return_warranty_runs(words.day(&term.until)),
            false => words.return_warranty_ended(words.day(&term.until)),
        }),
        (None, Some(months)) => Some(words.return_warranty_months(months)),
        (None, None) => Some(words.return_warranty_none().to_owned()),
    };
    let no_fault = match (&offer.no_fault, offer.days) {
        (Some(term), _) => Some(match term.runs {
            true => words.return_days_run(words.day(&term.until)),
            false => words.return_days_ended(words.day(&term.until)),
        }),
        (None, Some(days)) => Some(words.return_days_count(days)),
        (None, None) => None,
    };
    view! {
        <dl class="known">
            {number(words.return_serial(), Some(offer.serial.clone()))}
            {batch(words.return_batch(), offer.batch.clone())}
            {fact(words.register_bought_on(), bought.or_else(unknown))}
            {fact(words.register_shop(), offer.shop.clone().or_else(unknown))}
            {fact(words.return_warranty(), warranty)}
            {fact(words.return_days(), no_fault)}
            {fact(words.return_registered(), evidence(words, &offer.evidence))}
        </dl>
    }
    .into_any()
}
