//! `/desk/granted/{gtin}/look`: a batch or a pack, as deep as its brand lets an authority look.

use leptos::prelude::*;
use wire::{
    granted::{Evidence, Look, Sighting},
    import::Batch,
    pedigree::Pedigree,
};

use super::{Desk, word};
use crate::{
    Context,
    components::pedigree::{Certificates, Curve, Graph, Notices, Route, Sources, Story},
};

/// What is seen of it.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantedLook {
    /// The product's name.
    pub name: String,
    /// What is on record, and the checks behind warnings.
    pub look: Look,
    /// Where it was, where one may look that deep.
    pub way: Option<Pedigree<'static>>,
}

/// The page.
#[component]
pub(super) fn GrantedLookPage(desk: Desk, shown: GrantedLook) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let GrantedLook { name, look, way } = shown;
    let back = format!("/desk/granted/{}", look.product.gtin);
    let critical = look
        .product
        .safety_critical
        .then(|| view! { <p class="caution">{words.desk_granted_critical()}</p> });
    let recalls = look.recalls.iter().map(|recall| {
        let told = words.desk_look_recalled(&recall.id, words.day(&recall.on));
        view! { <p class="caution">{told}</p> }
    });
    let recalls = recalls.collect_view();
    let evidence = look.evidence.clone().map(|evidence| {
        view! { <Checks evidence=evidence context=context.clone() /> }
    });
    let way = way.map(|way| view! { <WholeWay way=way context=context.clone() /> });
    view! {
        <section>
            <p class="hint"><a href=back>{words.desk_granted_title()}</a></p>
            <h1>{name}</h1>
            <p class="value">{look.path.trim_start_matches('/').to_owned()}</p>
            {critical}
            {recalls}
            <OnRecord look=look context=context.clone() />
            {evidence}
            <p class="hint">{words.desk_granted_logged()}</p>
        </section>
        {way}
    }
    .into_any()
}

/// The pack and its batch.
#[component]
fn OnRecord(look: Look, context: Context) -> impl IntoView {
    let words = context.words;
    let row = |title: &'static str, value: String| {
        view! { <div><dt>{title}</dt><dd>{value}</dd></div> }.into_any()
    };
    let mut rows = Vec::new();
    let asks_for_pack = look.path.contains("/21/");
    if let Some(unit) = &look.unit {
        rows.push(row(
            words.desk_look_state(),
            word(words, "pack-state", &unit.state),
        ));
        if let Some(since) = &unit.since {
            rows.push(row(words.desk_look_since(), words.ago(since, &context.now)));
        }
        rows.push(row(
            words.desk_look_stage(),
            word(words, "stage", &unit.stage),
        ));
        if let Some(issued) = &unit.issued_on {
            rows.push(row(words.desk_look_issued(), words.day(issued)));
        }
    }
    if let Some(batch) = &look.batch {
        rows.push(row(words.desk_look_batch(), batch.batch.clone()));
        for (title, date) in dates(words, batch) {
            rows.push(row(title, words.day(date)));
        }
        if !batch.markets.is_empty() {
            rows.push(row(words.batch_markets(), words.countries(&batch.markets)));
        }
    }
    let missing = match (asks_for_pack && look.unit.is_none(), rows.is_empty()) {
        (true, _) => Some(words.desk_look_no_pack()),
        (false, true) => Some(words.desk_look_no_batch()),
        (false, false) => None,
    };
    view! {
        {missing.map(|missing| view! { <p class="caution">{missing}</p> })}
        <dl class="rows">{rows}</dl>
    }
    .into_any()
}

fn dates(words: crate::Words, batch: &Batch) -> impl Iterator<Item = (&'static str, &str)> {
    [
        (words.batch_produced(), &batch.produced),
        (words.batch_expiry(), &batch.expiry),
        (words.batch_best_before(), &batch.best_before),
    ]
    .into_iter()
    .filter_map(|(title, date)| Some((title, date.as_deref()?)))
}

/// The checks behind warnings.
#[component]
fn Checks(evidence: Evidence, context: Context) -> impl IntoView {
    let words = context.words;
    let signals = evidence.signals.iter().map(|seen| {
        let dismissed = seen.dismissed_at.as_ref();
        let dismissed = dismissed.map(|_| format!(". {}", words.desk_look_dismissed()));
        view! {
            <li><p><strong>{word(words, "signal", &seen.signal)}</strong>" "<span class="value">{seen.subject.clone()}</span> <span class="hint">{words.desk_signal_seen(words.ago(&seen.last_at, &context.now))}{dismissed}</span></p></li>
        }
    });
    let signals = match evidence.signals.is_empty() {
        true => view! { <p class="empty">{words.desk_look_no_signals()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{signals.collect_view()}</ul> }.into_any(),
    };
    let recent = evidence.recent.iter().rev();
    let seen = recent
        .map(|seen| view! { <li>{sighting(seen, &context)}</li> })
        .collect_view();
    view! {
        <h2>{words.desk_look_checks()}</h2>
        {signals}
        <p>{words.desk_look_sessions(evidence.sessions)}</p>
        <ul>{seen}</ul>
    }
    .into_any()
}

fn sighting(seen: &Sighting, context: &Context) -> String {
    let words = context.words;
    let when = words.ago(&seen.at, &context.now);
    let country = seen
        .country
        .as_deref()
        .map(|country| words.country(country));
    let point = seen.lat.zip(seen.lon);
    let point = point.map(|(lat, lon)| format!("{lat:.2}, {lon:.2}"));
    let told = [Some(when), country, point];
    told.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// As on the page of its own, with all that the brand knows.
#[component]
pub(super) fn WholeWay(way: Pedigree<'static>, context: Context) -> impl IntoView {
    view! {
        <article class="pedigree">
            <div class="columns">
                <div class="column">
                    <Notices pedigree=way.clone() context=context.clone() />
                    <Story pedigree=way.clone() context=context.clone() />
                    <Curve pedigree=way.clone() context=context.clone() />
                </div>
                <div class="column">
                    <Graph pedigree=way.clone() context=context.clone() />
                    <Route pedigree=way.clone() context=context.clone() />
                    <Sources pedigree=way.clone() context=context.clone() />
                    <Certificates pedigree=way context=context />
                </div>
            </div>
        </article>
    }
    .into_any()
}
