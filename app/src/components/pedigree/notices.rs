//! What does not fit, each in a sentence; or that everything that was told does.

use leptos::prelude::*;
use wire::pedigree::{Finding, Pedigree};

use super::{called, measured, number, story::missing, unit};
use crate::{Context, Words};

/// What does not add up, in a sentence, with its figures where the reader may see them.
fn finding(words: Words, finding: &Finding) -> AnyView {
    let certificate = finding.certificate.as_deref().unwrap_or_default();
    let values = [
        ("about", finding.about.clone()),
        ("input", finding.input.clone().unwrap_or_default()),
        ("certificate", named(words, certificate)),
        (
            "until",
            finding
                .until
                .as_deref()
                .map_or_else(|| "–".to_owned(), |day| words.day(day)),
        ),
    ];
    let sentence = words.say(&format!("finding-{}", finding.kind), &values);
    let sentence = sentence.unwrap_or_else(|| finding.kind.clone());
    let figures = finding
        .found
        .zip(finding.expected)
        .map(|(found, expected)| {
            let uom = finding.uom.as_deref().unwrap_or_default();
            let (found, expected) = (measured(words, found, uom), measured(words, expected, uom));
            let told = match &finding.kind[..] {
                "too-much-made" => words.figures_at_least(expected, found),
                _ => words.figures_at_most(expected, found),
            };
            view! { <span class="limit">{told}</span> }
        });
    view! { {sentence} {figures} }.into_any()
}

/// A kind of certificate as people call it.
pub(super) fn named(words: Words, kind: &str) -> String {
    let known = words.find(&format!("certificate-{kind}"));
    known.map_or_else(|| kind.to_owned(), str::to_owned)
}

/// Everything that does not fit; the first things to know.
#[component]
pub fn Notices(pedigree: Pedigree<'static>, context: Context) -> impl IntoView {
    let words = context.words;
    let mut notices: Vec<AnyView> = Vec::new();
    for found in &pedigree.findings {
        notices.push(finding(words, found));
    }
    for curve in pedigree.exposures.iter().filter(|curve| curve.is_broken) {
        let broken = curve.spells.iter().filter(|spell| spell.is_broken);
        for spell in broken {
            let hours = number(words, spell.minutes as f64 / 60.0);
            let worst = format!("{} {}", number(words, spell.worst), unit(words, &curve.uom));
            let told = words.pedigree_broken(hours, words.day(&spell.from), worst);
            notices.push(view! { <a href="#curve">{told}</a> }.into_any());
        }
    }
    for gap in &pedigree.gaps {
        let told = missing(words, gap);
        let whose = pedigree
            .things
            .get(gap.thing)
            .map(|thing| called(words, thing));
        let whose = whose.filter(|_| gap.thing > 0);
        let told = match whose {
            Some(whose) => format!("{whose}: {told}"),
            None => told,
        };
        notices.push(told.into_any());
    }
    if let Some(cut) = &pedigree.cut {
        let told = words.find(&format!("cut-{cut}")).unwrap_or_default();
        notices.push(told.into_any());
    }
    let is_told = pedigree.things.iter().any(|thing| !thing.story.is_empty());
    if notices.is_empty() {
        let fits = is_told.then(|| view! { <p class="good">{words.pedigree_fits()}</p> });
        return view! { {fits} }.into_any();
    }
    let items = notices
        .into_iter()
        .map(|notice| view! { <li class="reason">{notice}</li> });
    view! {
        <section class="reasons notices" aria-labelledby="notices-title">
            <h2 id="notices-title">{words.pedigree_notices()}</h2>
            <ul>{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}
