//! The batch: what can harm before everything else, its dates with the days that are left, and what
//! holds for it alone.

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
    // Counted, because nobody subtracts dates in a kitchen.
    if let Some(days) = batch.as_ref().and_then(|batch| batch.days_left) {
        let left = match days {
            0.. => words.batch_days_left(days),
            past => words.batch_days_past(-past),
        };
        rows.push(row(
            words.batch_days(),
            view! { <strong>{left}</strong> }.into_any(),
        ));
    }
    let first = batch.as_ref().map(|batch| {
        let part = |title: &'static str, text: &Option<String>| {
            text.clone()
                .map(|text| view! { <p><strong>{title}</strong>" "{text}</p> })
        };
        let is_silent = batch.allergens.is_none() && batch.safety.is_none();
        (!is_silent).then(|| {
            view! {
                <div class="mind">
                    {part(words.batch_allergens(), &batch.allergens)}
                    {part(words.batch_safety(), &batch.safety)}
                </div>
            }
        })
    });
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
            {part(words.batch_dose(), batch.dose)}
            {part(words.batch_serving(), batch.serving)}
            {part(words.batch_storage(), batch.storage)}
            {part(words.batch_care(), batch.care)}
            {part(words.batch_advice(), batch.advice)}
            {part(words.batch_origin(), batch.origin)}
        }
    });
    let rows = (!rows.is_empty()).then(|| view! { <dl class="rows">{rows}</dl> });
    view! {
        <section class="batch" aria-labelledby="batch-title">
            <h2 id="batch-title">{title}</h2>
            {first}
            {rows}
            {texts}
        </section>
    }
    .into_any()
}
