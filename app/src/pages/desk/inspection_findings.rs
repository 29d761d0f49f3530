//! `/desk/inspections/findings`: what was found and done, over all visits.

use leptos::prelude::*;

use super::Desk;

/// A finding, a sample, a seizure, or that goods are held.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingRow {
    /// The name of the visit.
    pub inspection: String,
    /// Where it was.
    pub shop: String,
    /// When the visit began, by the device's clock; RFC 3339.
    pub opened_at: String,
    /// When it was written down, by the device's clock; RFC 3339.
    pub at: String,
    /// Who wrote it, by name.
    pub by: String,
    /// What was done, in words.
    pub what: String,
    /// What it says, part by part.
    pub parts: Vec<String>,
    /// What a reader should know beside it.
    pub marks: Vec<String>,
    /// How its visit is followed up, `open` or `done`, and who looks after it; both may be empty.
    pub follow: (String, String),
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The newest visit's first.
    pub rows: Vec<FindingRow>,
    /// The address of the same as a table.
    pub table: String,
    /// Whether there are older visits that were not looked through.
    pub is_cut: bool,
}

/// The page.
#[component]
pub(super) fn InspectionFindingsPage(desk: Desk, findings: Findings) -> impl IntoView {
    let words = desk.context.words;
    let rows = findings.rows.iter().map(|row| {
        let href = format!("/desk/inspections/{}", row.inspection);
        let marks = row.marks.iter().map(|mark| {
            view! { <p><strong>{mark.clone()}</strong></p> }
        });
        let follow = match row.follow.0.as_str() {
            "" => None,
            state => {
                let state = match state {
                    "done" => words.desk_inspection_done(),
                    _ => words.desk_inspection_to_do(),
                };
                let who = match row.follow.1.is_empty() {
                    true => words.desk_inspection_nobody().to_owned(),
                    false => row.follow.1.clone(),
                };
                Some(view! { <p class="hint">{state}" · "{who}</p> })
            }
        };
        let ago = words.ago(&row.at, &desk.context.now);
        view! {
            <li>
                <p><strong>{row.what.clone()}</strong>" "{row.parts.join(" · ")}</p>
                {marks.collect_view()}
                <p><a href=href>{row.shop.clone()}</a>" "<span class="hint">{words.desk_inspection_by(ago, &row.by)}</span></p>
                {follow}
            </li>
        }
    });
    let list = match findings.rows.is_empty() {
        true => view! { <p class="empty">{words.desk_findings_empty()}</p> }.into_any(),
        false => view! {
            <p><a href=findings.table.clone() download="">{words.desk_inspection_csv()}</a></p>
            <ul class="desk-list">{rows.collect_view()}</ul>
        }
        .into_any(),
    };
    let cut = findings
        .is_cut
        .then(|| view! { <p class="hint">{words.desk_findings_cut()}</p> });
    view! {
        <section>
            <h1>{words.desk_findings_title()}</h1>
            <p><a href="/desk/inspections">{words.desk_inspections_title()}</a></p>
            {list}
            {cut}
        </section>
    }
    .into_any()
}
