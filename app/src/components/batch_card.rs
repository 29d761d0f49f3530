//! The batch: its dates, where it comes from, and what holds for it alone.

use leptos::prelude::*;
use wire::answer::{Batch, Unit};

use super::Serial;
use crate::Context;

/// The batch, and the number of the single pack where it has one.
#[component]
pub fn BatchCard(batch: Option<Batch>, unit: Option<Unit>, context: Context) -> impl IntoView {
    let words = context.words;
    let row = |title: &'static str, value: AnyView| {
        view! { <div><dt>{title}</dt><dd>{value}</dd></div> }.into_any()
    };
    let mut rows: Vec<AnyView> = Vec::new();
    if let Some(unit) = unit {
        let serial = view! { <Serial text=unit.serial /> };
        rows.push(row(words.unit_serial(), serial.into_any()));
    }
    let dates = batch.iter().flat_map(|batch| {
        [
            (words.batch_produced(), &batch.produced),
            (words.batch_expiry(), &batch.expiry),
            (words.batch_best_before(), &batch.best_before),
        ]
    });
    for (title, date) in dates {
        if let Some(date) = date {
            rows.push(row(title, words.day(date).into_any()));
        }
    }
    let title = batch.as_ref().map_or_else(
        || words.unit_title().to_owned(),
        |batch| words.batch_title(&batch.number),
    );
    let texts = batch.map(|batch| {
        if !batch.markets.is_empty() {
            let markets = words.countries(&batch.markets);
            rows.push(row(words.batch_markets(), markets.into_any()));
        }
        let part = |title: &'static str, text: Option<String>| {
            text.map(|text| view! { <h3>{title}</h3><p>{text}</p> })
        };
        view! {
            {part(words.batch_advice(), batch.advice)}
            {part(words.batch_origin(), batch.origin)}
        }
    });
    let rows = (!rows.is_empty()).then(|| view! { <dl class="rows">{rows}</dl> });
    view! {
        <section class="batch" aria-labelledby="batch-title">
            <h2 id="batch-title">{title}</h2>
            {rows}
            {texts}
        </section>
    }
    .into_any()
}
