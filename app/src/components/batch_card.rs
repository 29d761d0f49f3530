//! The batch: its dates, where it comes from, and what holds for it alone.

use leptos::prelude::*;
use wire::answer::{Batch, Unit};

use super::Serial;
use crate::Context;

/// The batch, and the number of the single pack where it has one.
#[component]
pub fn BatchCard(batch: Option<Batch>, unit: Option<Unit>, context: Context) -> impl IntoView {
    let words = context.words;
    let serial = unit.map(|unit| {
        view! { <p class="unit">{words.unit_serial()} " " <Serial text=unit.serial /></p> }
    });
    let title = batch.as_ref().map(|batch| {
        view! { <h2>{words.batch_title(&batch.number)}</h2> }
    });
    let body = batch.map(|batch| {
        let line = |text: Option<String>| text.map(|text| view! { <li>{text}</li> });
        let dates = view! {
            <ul class="dates">
                {line(batch.produced.as_ref().map(|on| words.batch_produced(words.day(on))))}
                {line(batch.expiry.as_ref().map(|on| words.batch_expiry(words.day(on))))}
                {line(batch.best_before.as_ref().map(|on| words.batch_best_before(words.day(on))))}
                {line((!batch.markets.is_empty())
                    .then(|| words.batch_markets(words.countries(&batch.markets))))}
            </ul>
        };
        let part = |title: &'static str, text: Option<String>| {
            text.map(|text| view! { <h3>{title}</h3><p>{text}</p> })
        };
        view! {
            {dates}
            {part(words.batch_advice(), batch.advice)}
            {part(words.batch_origin(), batch.origin)}
        }
    });
    view! { <section class="batch">{title}{serial}{body}</section> }.into_any()
}
