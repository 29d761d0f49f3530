//! A pack whose code can't be read: its batch and date, or its number, with where they stand on it.

use leptos::prelude::*;
use wire::{
    answer::{Answer, Printed, Product},
    form::BatchTyped,
    import::Spot,
};

use super::MarkedPicture;
use crate::Context;

/// What was typed before.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct TypedBefore {
    /// Batch and date.
    pub batch: BatchTyped,
    /// The serial.
    pub serial: String,
}

/// The forms at the end of the reasons, where a code told no pack from another.
#[component]
pub fn TypedSection(answer: Answer, path: String, context: Context) -> impl IntoView {
    let product = answer.product.as_deref().cloned();
    let Some(product) = product.filter(|_| answer.unit.is_none()) else {
        return ().into_any();
    };
    let element = |ai: &str| {
        let mut elements = answer.code.elements.iter();
        elements.find(|element| element.ai == ai)
    };
    let has_batch = answer.batch.is_some();
    // A number that was scanned was read, whatever is known of it.
    let is_read = element("21").is_some() && !answer.code.typed;
    if is_read || has_batch && !product.serialized {
        return ().into_any();
    }
    let value = |ai: &str| element(ai).map(|element| element.value.clone());
    let before = TypedBefore {
        batch: BatchTyped {
            batch: value("10").unwrap_or_default(),
            ..BatchTyped::default()
        },
        serial: value("21").unwrap_or_default(),
    };
    let words = context.words;
    view! {
        <section class="typed-pack" id="typed" aria-labelledby="typed-title">
            <h2 id="typed-title">{words.typed_title()}</h2>
            <p>{words.typed_why()}</p>
            <TypedForms product=product path=path before=before asks_batch=!has_batch context=context.clone() />
        </section>
    }
    .into_any()
}

/// The picture and the forms.
#[component]
pub fn TypedForms(
    product: Product,
    path: String,
    before: TypedBefore,
    /// Whether batch and date are asked for, too.
    asks_batch: bool,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    let printed = product.printed.clone();
    let picture = printed.as_ref().and_then(|printed| {
        let source = printed.picture.clone()?;
        let marks = marks(printed, asks_batch, product.serialized);
        let alt = words.typed_picture(&product.name);
        Some(view! { <MarkedPicture source=source alt=alt marks=marks /> })
    });
    let hint = printed
        .and_then(|printed| printed.hint)
        .map(|hint| view! { <p>{hint}</p> });
    let batch = asks_batch.then(|| batch_form(&path, before.batch, &context));
    let serial = product
        .serialized
        .then(|| serial_form(&path, before.serial, asks_batch, &context));
    view! { {picture} {hint} {batch} {serial} }.into_any()
}

/// 1 the batch, 2 the date, 3 the number; the number alone is 1.
fn marks(printed: &Printed, asks_batch: bool, asks_serial: bool) -> Vec<(usize, Spot)> {
    let batch = [printed.batch, printed.date].map(|spot| spot.filter(|_| asks_batch));
    let serial = printed.serial.filter(|_| asks_serial);
    let number = if asks_batch { 3 } else { 1 };
    [(1, batch[0]), (2, batch[1]), (number, serial)]
        .into_iter()
        .filter_map(|(number, spot)| Some((number, spot?)))
        .collect()
}

fn batch_form(path: &str, before: BatchTyped, context: &Context) -> AnyView {
    let words = context.words;
    view! {
        <form method="post" action="/typed/batch" aria-label=words.typed_batch_send()>
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="path" value=path.to_owned() />
            <input type="hidden" name="again" value=before.again />
            <label for="typed-batch">{words.typed_batch()}</label>
            <input id="typed-batch" name="batch" required maxlength="20" autocomplete="off"
                autocapitalize="characters" spellcheck="false" value=before.batch />
            <label for="typed-date">{words.typed_date()}</label>
            <input id="typed-date" name="date" maxlength="20" autocomplete="off" value=before.date
                aria-describedby="typed-date-hint" />
            <p class="hint" id="typed-date-hint">{words.typed_date_hint()}</p>
            <button type="submit" class="primary">{words.typed_batch_send()}</button>
            <p class="form-result" role="status"></p>
        </form>
    }
    .into_any()
}

fn serial_form(path: &str, before: String, is_third: bool, context: &Context) -> AnyView {
    let words = context.words;
    let label = match is_third {
        true => words.typed_serial_third(),
        false => words.typed_serial(),
    };
    view! {
        <form method="post" action="/typed/serial" aria-label=words.typed_serial_send()>
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="path" value=path.to_owned() />
            <label for="typed-serial">{label}</label>
            <input id="typed-serial" name="serial" required maxlength="40" autocomplete="off"
                autocapitalize="characters" spellcheck="false" value=before
                aria-describedby="typed-serial-hint" />
            <p class="hint" id="typed-serial-hint">{words.typed_serial_hint()}</p>
            <button type="submit">{words.typed_serial_send()}</button>
            <p class="form-result" role="status"></p>
        </form>
    }
    .into_any()
}
