//! The picture with the parts to compare, and a yes or no to each.

use leptos::prelude::*;
use wire::{
    answer::{Look, Product},
    import::Spot,
};

use crate::Context;

/// How many are asked; whatever else there is to see is told.
const ASKED: usize = 3;

/// The picture with a number at each part that is asked about.
#[component]
pub fn MarkedPicture(
    source: String,
    /// What it shows, for who doesn't see it.
    alt: String,
    /// The numbers with where they stand.
    marks: Vec<(usize, Spot)>,
) -> impl IntoView {
    let marks = marks.into_iter().map(|(number, spot)| {
        let (x, y) = (spot.x.to_string(), spot.y.to_string());
        view! {
            <g>
                <circle cx=x.clone() cy=y.clone() r="6" />
                <text x=x y=y dy="2.8" text-anchor="middle">{number.to_string()}</text>
            </g>
        }
    });
    view! {
        <figure class="marked">
            <img src=source alt=alt width="320" height="320" loading="lazy" />
            <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">{marks.collect_view()}</svg>
        </figure>
    }
    .into_any()
}

/// The questions, as a plain form; nothing where the brand says of nothing how it looks.
#[component]
pub fn CompareForm(product: Product, path: String, context: Context) -> impl IntoView {
    if product.looks.is_empty() {
        return ().into_any();
    }
    let words = context.words;
    let (asked, more) = product.looks.split_at(product.looks.len().min(ASKED));
    let marks: Vec<(usize, Spot)> = numbered(asked)
        .filter_map(|(number, look)| Some((number, look.at?)))
        .collect();
    let picture = product.picture.clone().map(|source| {
        view! { <MarkedPicture source=source alt=product.name.clone() marks=marks /> }
    });
    let questions = numbered(asked)
        .map(|(number, look)| question(number, look, &context))
        .collect_view();
    let more = (!more.is_empty()).then(|| {
        let lines = more
            .iter()
            .map(|look| view! { <li>{look.look.clone()}</li> });
        view! { <h3>{words.look_more()}</h3><ul class="compare">{lines.collect_view()}</ul> }
    });
    view! {
        <section class="look" id="compare" aria-labelledby="compare-title">
            <h2 id="compare-title">{words.look_title()}</h2>
            <p>{words.look_why()}</p>
            {picture}
            <form method="post" action="/compare" aria-labelledby="compare-title">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <input type="hidden" name="path" value=path />
                {questions}
                <button type="submit" class="primary">{words.look_send()}</button>
                <p class="form-result" role="status"></p>
            </form>
            {more}
        </section>
    }
    .into_any()
}

fn numbered(looks: &[Look]) -> impl Iterator<Item = (usize, &Look)> {
    looks
        .iter()
        .enumerate()
        .map(|(index, look)| (index + 1, look))
}

fn question(number: usize, look: &Look, context: &Context) -> impl IntoView + use<> {
    let words = context.words;
    let legend = match &look.part {
        Some(part) => words.look_legend(number, part),
        None => words.look_legend_line(number),
    };
    let name = format!("look{number}");
    view! {
        <fieldset class="yes-no">
            <legend><strong>{legend}</strong>" "{look.look.clone()}</legend>
            <label class="choice"><input type="radio" name=name.clone() value="yes" required />{words.look_yes()}</label>
            <label class="choice"><input type="radio" name=name value="no" />{words.look_no()}</label>
        </fieldset>
    }
}
