//! `/desk/inspections`: what inspectors found, visit by visit.

use leptos::prelude::*;

use super::{Desk, csrf};

/// A visit in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct InspectionRow {
    /// The name that a device gave it.
    pub id: String,
    /// The shop's name.
    pub shop: String,
    /// Its address; may be empty.
    pub address: String,
    /// Why one came.
    pub purpose: String,
    /// Who opened it.
    pub inspector: String,
    /// When, by the device's clock; RFC 3339.
    pub opened_at: String,
    /// When the server last heard of it; RFC 3339.
    pub heard_at: String,
    /// Whether it was closed.
    pub is_closed: bool,
    /// Packs that were judged.
    pub checks: u64,
    /// Findings, withdrawn ones too.
    pub findings: u64,
}

/// An entry of a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryShown {
    /// By the device's clock; RFC 3339.
    pub at: String,
    /// When the server had it; RFC 3339.
    pub received_at: String,
    /// Whether its device was locked by then.
    pub after_lock: bool,
    /// What was done; an identifier.
    pub kind: String,
    /// What it says, part by part.
    pub parts: Vec<String>,
    /// The digests of its photographs, and whether each is here.
    pub photos: Vec<(String, bool)>,
}

/// What one device wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainShown {
    /// The device's name.
    pub device: String,
    /// Why it doesn't hold, where it doesn't.
    pub broken: Option<String>,
    /// In order.
    pub entries: Vec<EntryShown>,
}

/// One visit.
#[derive(Clone, Debug, PartialEq)]
pub struct InspectionShown {
    /// As in the list.
    pub row: InspectionRow,
    /// Degrees north and east.
    pub point: Option<[f64; 2]>,
    /// Device by device.
    pub chains: Vec<ChainShown>,
    /// Whether its packs can be told to the trade: it is a brand's.
    pub may_tell: bool,
    /// Of events that were just told: new, known, refused.
    pub told: Option<[u64; 3]>,
}

/// The list; `older` is where the next page begins.
#[component]
pub(super) fn InspectionsPage(
    desk: Desk,
    rows: Vec<InspectionRow>,
    older: Option<String>,
) -> impl IntoView {
    let words = desk.context.words;
    let rows_shown = rows.iter().map(|row| {
        let href = format!("/desk/inspections/{}", row.id);
        let state = state(&desk, row);
        view! {
            <li>
                <p><a href=href><strong>{row.shop.clone()}</strong></a>" "<span class="hint">{row.address.clone()}</span></p>
                <p class="hint">{words.desk_inspection_by(words.ago(&row.opened_at, &desk.context.now), &row.inspector)}" "{row.purpose.clone()}" · "{state}</p>
                <p>{words.desk_inspection_counts(row.checks.to_string(), row.findings.to_string())}</p>
            </li>
        }
    });
    let list = match rows.is_empty() {
        true => view! { <p class="empty">{words.desk_inspections_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows_shown.collect_view()}</ul> }.into_any(),
    };
    let older = older.map(|older| {
        let href = format!("/desk/inspections?before={older}");
        view! { <p><a href=href>{words.desk_inspections_older()}</a></p> }
    });
    view! {
        <section>
            <h1>{words.desk_inspections_title()}</h1>
            {list}
            {older}
        </section>
    }
    .into_any()
}

fn state(desk: &Desk, row: &InspectionRow) -> &'static str {
    let words = desk.context.words;
    match row.is_closed {
        true => words.desk_inspection_closed(),
        false => words.desk_inspection_open(),
    }
}

/// One visit.
#[component]
pub(super) fn InspectionPage(desk: Desk, shown: InspectionShown) -> impl IntoView {
    let context = &desk.context;
    let words = context.words;
    let row = &shown.row;
    let base = format!("/desk/inspections/{}", row.id);
    let place = shown.point.map(|[lat, lon]| {
        view! { <p class="hint">{words.desk_inspection_place(format!("{lat:.5}°, {lon:.5}°"))}</p> }
    });
    let told = shown.told.map(|[new, known, refused]| {
        let counts = [known, new, refused].map(|count| count.to_string());
        let [known, new, refused] = counts;
        view! { <p role="status"><strong>{words.desk_inspection_told(known, new, refused)}</strong></p> }
    });
    let tell = shown.may_tell.then(|| {
        view! {
            <form method="post" action="/desk/inspections/tell">
                {csrf(context)}
                <input type="hidden" name="id" value=row.id.clone() />
                <button type="submit">{words.desk_inspection_tell()}</button>
                <p class="hint">{words.desk_inspection_tell_hint()}</p>
            </form>
        }
    });
    let chains = shown.chains.iter().map(|chain| {
        let holds = match &chain.broken {
            None => view! { <p>{words.desk_inspection_holds()}</p> }.into_any(),
            Some(why) => view! { <p><strong>{words.desk_inspection_broken(why)}</strong></p> }.into_any(),
        };
        let entries = chain.entries.iter().map(|entry| {
            let photos = entry.photos.iter().map(|(digest, is_here)| match is_here {
                true => {
                    let source = format!("/v1/inspections/photos/{digest}");
                    view! { <img src=source alt=words.desk_inspection_photo() width="160" loading="lazy" /> }.into_any()
                }
                false => view! { <span class="hint">{words.desk_inspection_photo_missing()}</span> }.into_any(),
            });
            let late = entry.after_lock.then(|| {
                view! { <strong>{words.desk_inspection_after_lock()}</strong> }
            });
            let kind = super::word(words, "inspection-entry", &entry.kind);
            view! {
                <li>
                    <p><strong>{kind}</strong>" "{entry.parts.join(" · ")}</p>
                    <p class="hint">{words.desk_inspection_times(&entry.at, &entry.received_at)}" "{late}</p>
                    {photos.collect_view()}
                </li>
            }
        });
        view! {
            <h2>{chain.device.clone()}</h2>
            {holds}
            <ul class="desk-list">{entries.collect_view()}</ul>
        }
    });
    view! {
        <section>
            <h1>{row.shop.clone()}</h1>
            <p>{row.address.clone()}</p>
            <p>{words.desk_inspection_by(words.ago(&row.opened_at, &context.now), &row.inspector)}" "{row.purpose.clone()}" · "{state(&desk, row)}</p>
            {place}
            <p>{words.desk_inspection_counts(row.checks.to_string(), row.findings.to_string())}</p>
            <p>
                <a href=format!("{base}/report") download="">{words.desk_inspection_report()}</a>" · "
                <a href=format!("{base}/entries.csv") download="">{words.desk_inspection_csv()}</a>
            </p>
            <p class="hint">{words.desk_inspection_limit()}</p>
            {told}
            {tell}
            {chains.collect_view()}
        </section>
    }
    .into_any()
}
