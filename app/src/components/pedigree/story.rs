//! A story as a line of stops: who, where, when, what was found; gaps drawn as gaps.

use std::collections::BTreeSet;

use leptos::prelude::*;
use wire::pedigree::{Gap, Pedigree, Place, Step, Thing};

use super::{called, measured};
use crate::{Context, Words};

/// What is missing between two steps, in a sentence.
pub(super) fn missing(words: Words, gap: &Gap) -> String {
    let days = [("days", gap.days.to_string())];
    words
        .say(&format!("gap-{}", gap.kind), &days)
        .unwrap_or_else(|| gap.kind.clone())
}

fn deed(words: Words, step: &Step) -> AnyView {
    let id = format!("did-{}", step.did.replace('_', "-"));
    let done = words.find(&id).unwrap_or_else(|| words.did_other());
    let was = step.disposition.iter().chain(&step.set).find_map(|word| {
        let said = words.find(&format!("was-{}", word.replace('_', "-")));
        said.map(|was| view! { ": " <span class="was">{was}</span> })
    });
    view! { {done}{was} }.into_any()
}

/// A place as people call it, with its country.
pub(super) fn place(words: Words, place: &Place) -> String {
    let country = (!place.country.is_empty()).then(|| words.country(&place.country));
    let name = (!place.name.is_empty()).then(|| place.name.clone());
    let parts: Vec<String> = [name, country].into_iter().flatten().collect();
    match parts.is_empty() {
        true => words.pedigree_somewhere().to_owned(),
        false => parts.join(words.locale.comma()),
    }
}

/// What belongs to a step beside where and when.
fn details(
    pedigree: &Pedigree,
    step: &Step,
    shown: &mut BTreeSet<usize>,
    context: &Context,
) -> AnyView {
    let words = context.words;
    let error = step.error.as_ref().map(|error| {
        let day = words.day(&error.at);
        view! { <p class="withdrawn">{words.pedigree_error(day)}</p> }
    });
    let quantities: Vec<String> = step
        .quantities
        .iter()
        .filter_map(|of| Some((of, of.quantity?)))
        .map(|(of, quantity)| {
            let role = match &of.role[..] {
                "in" => "→ ",
                "out" => "← ",
                _ => "",
            };
            let uom = of.uom.as_deref().unwrap_or("H87");
            format!("{role}{} · {}", measured(words, quantity, uom), of.class)
        })
        .collect();
    let quantities = (!quantities.is_empty()).then(|| {
        let lines = quantities.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul class="amounts">{lines.collect_view()}</ul> }
    });
    let of_business: Vec<String> = step
        .transactions
        .iter()
        .chain(&step.sources)
        .chain(&step.destinations)
        .map(|(kind, id)| format!("{kind}: {id}"))
        .collect();
    let of_business =
        (!of_business.is_empty()).then(|| view! { <p class="hint">{of_business.join(" · ")}</p> });
    let documents: Vec<AnyView> = step
        .documents
        .iter()
        // What hangs on a place is told at the first step there.
        .filter(|at| shown.insert(**at))
        .filter_map(|at| pedigree.documents.get(*at))
        .map(super::papers::document)
        .collect();
    let documents = (!documents.is_empty()).then(|| view! { <ul class="papers">{documents}</ul> });
    view! { {error} {quantities} {of_business} {documents} }.into_any()
}

fn stop(
    pedigree: &Pedigree,
    thing: &Thing,
    told: usize,
    gaps: &[&Gap],
    shown: &mut BTreeSet<usize>,
    context: &Context,
) -> Option<AnyView> {
    let words = context.words;
    let telling = thing.story.get(told)?;
    let step = pedigree.steps.get(telling.step)?;
    let at = step.place.and_then(|at| pedigree.places.get(at));
    let holder = at.and_then(|at| {
        let holder = at.holder.clone()?;
        (!at.name.contains(&holder)).then_some(holder)
    });
    let picture = at.and_then(|at| at.picture.clone()).map(|source| {
        view! { <img src=source alt="" width="60" height="60" loading="lazy" /> }
    });
    let by = telling.by.and_then(|by| pedigree.things.get(by)).map(|by| {
        let what = called(words, by);
        view! { <p class="hint">{words.pedigree_inside(what)}</p> }
    });
    let missing: Vec<AnyView> = gaps
        .iter()
        .filter(|gap| gap.after == Some(telling.step))
        .map(|gap| view! { <p class="gap">{missing(words, gap)}</p> }.into_any())
        .collect();
    let before: Vec<AnyView> = gaps
        .iter()
        .filter(|gap| gap.after.is_none() && gap.before == Some(telling.step))
        .map(|gap| {
            view! { <li class="stop has-gap unknown"><p class="gap">{self::missing(words, gap)}</p></li> }.into_any()
        })
        .collect();
    let mut class = match missing.is_empty() {
        true => "stop".to_owned(),
        false => "stop has-gap".to_owned(),
    };
    if step.error.is_some() {
        class.push_str(" is-error");
    }
    let when = words.ago(&step.at, &context.now);
    let details = details(pedigree, step, shown, context);
    Some(
        view! {
            {before}
            <li class=class>
                <div>
                    <p class="deed">{deed(words, step)}</p>
                    <p class="where">{at.map(|at| place(words, at))}</p>
                    {holder.map(|holder| view! { <p class="holder">{holder}</p> })}
                    {by}
                    <p class="when"><time datetime=step.at.clone()>{when}</time></p>
                    {details}
                </div>
                {picture}
                {missing}
            </li>
        }
        .into_any(),
    )
}

fn line(pedigree: &Pedigree, index: usize, thing: &Thing, context: &Context) -> AnyView {
    let gaps: Vec<&Gap> = pedigree
        .gaps
        .iter()
        .filter(|gap| gap.thing == index)
        .collect();
    let mut shown = BTreeSet::new();
    let stops: Vec<AnyView> = (0..thing.story.len())
        .filter_map(|told| stop(pedigree, thing, told, &gaps, &mut shown, context))
        .collect();
    match stops.is_empty() {
        true => view! { <p class="empty">{context.words.journey_empty()}</p> }.into_any(),
        false => view! { <ol class="stops">{stops}</ol> }.into_any(),
    }
}

/// The story of the first thing, with that of its batch, by time.
#[component]
pub fn Story(pedigree: Pedigree<'static>, context: Context) -> impl IntoView {
    let words = context.words;
    let Some(first) = pedigree.things.first() else {
        return ().into_any();
    };
    let classes = pedigree.things.iter().filter(|thing| thing.side == "class");
    let mut whole = first.clone();
    whole
        .story
        .extend(classes.flat_map(|class| class.story.clone()));
    whole.story.sort_by_key(|told| (told.step, told.by));
    whole.story.dedup_by_key(|told| told.step);
    view! {
        <section class="journey" aria-labelledby="journey-title">
            <h2 id="journey-title">{words.journey_title()}</h2>
            {line(&pedigree, 0, &whole, &context)}
        </section>
    }
    .into_any()
}

/// What it was made of, each with a line of its own; and, where that is told, what was made of it.
#[component]
pub fn Sources(pedigree: Pedigree<'static>, context: Context) -> impl IntoView {
    let words = context.words;
    let of = |side: &str| {
        let things = pedigree.things.iter().enumerate();
        let lines: Vec<AnyView> = things
            .filter(|(_, thing)| thing.side == side)
            .map(|(index, thing)| {
                let papers = super::papers::of_thing(&pedigree, thing, &context);
                view! {
                    <details class="more" id=format!("thing-{index}")>
                        <summary>{called(words, thing)}</summary>
                        {papers}
                        {line(&pedigree, index, thing, &context)}
                    </details>
                }
                .into_any()
            })
            .collect();
        (!lines.is_empty()).then_some(lines)
    };
    let part = |title: &'static str, lines: Vec<AnyView>| {
        view! { <section class="made-from"><h2>{title}</h2>{lines}</section> }
    };
    view! {
        {of("source").map(|lines| part(words.journey_made_from(), lines))}
        {of("product").map(|lines| part(words.pedigree_made_of_it(), lines))}
        {of("content").map(|lines| part(words.pedigree_contents(), lines))}
    }
    .into_any()
}
