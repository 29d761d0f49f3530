//! `/desk/inspections`: what inspectors found, visit by visit.

use leptos::prelude::*;

use super::{Desk, InspectionTotals, csrf, inspection_totals};

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
    /// Degrees north and east, as the device believed.
    pub point: Option<[f64; 2]>,
    /// What holds about it; `None` where nothing was said.
    pub follow: Option<FollowShown>,
}

/// What was said about a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowShown {
    /// Whether nothing is to be done any more.
    pub is_done: bool,
    /// Who looks after it, by name; empty for nobody.
    pub assignee: String,
    /// In their words; may be empty.
    pub note: String,
    /// Who wrote it, by name.
    pub written_by: String,
    /// When, RFC 3339.
    pub written_at: String,
}

/// What the list was asked for; what is empty was not.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct InspectionFilter {
    /// Somewhere in shop, address or purpose.
    pub text: String,
    /// `open` or `closed`.
    pub state: String,
    /// Those alone in which something was found.
    pub has_findings: bool,
    /// The identifier of the member who opened it.
    pub inspector: String,
    /// `YYYY-MM-DD`.
    pub since: String,
    /// `YYYY-MM-DD`.
    pub until: String,
    /// `open` or `done`: how it is followed up.
    pub follow: String,
    /// The identifier of the member who looks after it.
    pub assignee: String,
    /// The address of what was found in all of them.
    pub findings: String,
    /// Members to choose from: identifier and name.
    pub members: Vec<(String, String)>,
}

impl InspectionFilter {
    /// Whether anything is left out.
    #[must_use]
    pub fn is_set(&self) -> bool {
        let texts = [
            &self.text,
            &self.state,
            &self.inspector,
            &self.since,
            &self.until,
            &self.follow,
            &self.assignee,
        ];
        self.has_findings || texts.iter().any(|text| !text.is_empty())
    }
}

/// An entry of a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryShown {
    /// By the device's clock; RFC 3339.
    pub at: String,
    /// When the server had it; RFC 3339.
    pub received_at: String,
    /// What was done, in words.
    pub what: String,
    /// Who wrote it, by name.
    pub by: String,
    /// What a reader should know beside it.
    pub marks: Vec<String>,
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
    /// What its entries come to.
    pub totals: InspectionTotals,
    /// Device by device.
    pub chains: Vec<ChainShown>,
    /// What was said about it, the newest first.
    pub follow_ups: Vec<FollowShown>,
    /// Members who can look after it: identifier and name.
    pub members: Vec<(String, String)>,
    /// Whether its packs can be told to the trade: it is a brand's.
    pub may_tell: bool,
    /// Of events that were just told: new, known, refused.
    pub told: Option<[u64; 3]>,
}

/// The list; `older` is the address of the next page.
#[component]
pub(super) fn InspectionsPage(
    desk: Desk,
    rows: Vec<InspectionRow>,
    older: Option<String>,
    filter: InspectionFilter,
) -> impl IntoView {
    let words = desk.context.words;
    let rows_shown = rows.iter().enumerate().map(|(at, row)| {
        let number = row.point.map(|_| format!("{}. ", at + 1));
        let follow = row.follow.as_ref().map(|follow| followed(&desk, follow));
        let href = format!("/desk/inspections/{}", row.id);
        let state = state(&desk, row);
        view! {
            <li>
                <p>{number}<a href=href><strong>{row.shop.clone()}</strong></a>" "<span class="hint">{row.address.clone()}</span></p>
                <p class="hint">{words.desk_inspection_by(words.ago(&row.opened_at, &desk.context.now), &row.inspector)}" "{row.purpose.clone()}" · "{state}</p>
                <p>{words.desk_inspection_counts(row.checks.to_string(), row.findings.to_string())}</p>
                {follow}
            </li>
        }
    });
    let list = match rows.is_empty() {
        true => view! { <p class="empty">{words.desk_inspections_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows_shown.collect_view()}</ul> }.into_any(),
    };
    let older = older.map(|href| {
        view! { <p><a href=href>{words.desk_inspections_older()}</a></p> }
    });
    view! {
        <section>
            <h1>{words.desk_inspections_title()}</h1>
            {filter_form(&desk, &filter)}
            <p><a href=filter.findings.clone()>{words.desk_findings_of_these()}</a></p>
            {map(&desk, &rows)}
            {list}
            {older}
        </section>
    }
    .into_any()
}

fn filter_form(desk: &Desk, filter: &InspectionFilter) -> AnyView {
    let words = desk.context.words;
    let states = [
        ("", words.desk_inspection_any()),
        ("open", words.desk_inspection_open()),
        ("closed", words.desk_inspection_closed()),
    ];
    let states = states.map(|(value, text)| {
        view! { <option value=value selected=value == filter.state>{text}</option> }
    });
    let follows = [
        ("", words.desk_inspection_any_follow_up()),
        ("open", words.desk_inspection_to_do()),
        ("done", words.desk_inspection_done()),
    ];
    let follows = follows.map(|(value, text)| {
        view! { <option value=value selected=value == filter.follow>{text}</option> }
    });
    view! {
        <details class="more filter" open=filter.is_set()>
            <summary>{words.desk_inspection_choose()}</summary>
            <form method="get" action="/desk/inspections" role="search">
                <div><label for="q">{words.desk_inspection_search()}</label>
                <input id="q" name="q" value=filter.text.clone() maxlength="100" /></div>
                <div><label for="state">{words.desk_inspection_state()}</label>
                <select id="state" name="state">{states.collect_view()}</select></div>
                <div><label for="inspector">{words.desk_inspection_inspector()}</label>
                <select id="inspector" name="inspector">{people(&filter.members, &filter.inspector, words.desk_inspection_anybody())}</select></div>
                <div><label for="follow">{words.desk_inspection_follow_up()}</label>
                <select id="follow" name="follow">{follows.collect_view()}</select></div>
                <div><label for="looks-after">{words.desk_inspection_assignee()}</label>
                <select id="looks-after" name="assignee">{people(&filter.members, &filter.assignee, words.desk_inspection_anybody())}</select></div>
                <div><label for="since">{words.desk_inspection_since()}</label>
                <input id="since" name="since" type="date" value=filter.since.clone() /></div>
                <div><label for="until">{words.desk_inspection_until()}</label>
                <input id="until" name="until" type="date" value=filter.until.clone() /></div>
                <div><label><input type="checkbox" name="found" checked=filter.has_findings />" "{words.desk_inspection_found()}</label></div>
                <button type="submit">{words.desk_inspection_filter()}</button>
            </form>
        </details>
    }
    .into_any()
}

fn people(members: &[(String, String)], chosen: &str, nobody: &'static str) -> AnyView {
    let nobody = (String::new(), nobody.to_owned());
    let options = std::iter::once(&nobody).chain(members).map(|(id, name)| {
        view! { <option value=id.clone() selected=id == chosen>{name.clone()}</option> }
    });
    options.collect_view().into_any()
}

/// Where the visits of this page were, north up; their numbers are those of the list, which says the rest.
fn map(desk: &Desk, rows: &[InspectionRow]) -> Option<AnyView> {
    let words = desk.context.words;
    let points: Vec<(usize, [f64; 2])> = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| Some((at + 1, row.point?)))
        .collect();
    let (_, [first_lat, first_lon]) = *points.first()?;
    let mut least = [first_lat, first_lon];
    let mut most = least;
    for (_, point) in &points {
        for axis in 0..2 {
            least[axis] = least[axis].min(point[axis]);
            most[axis] = most[axis].max(point[axis]);
        }
    }
    // A degree east is shorter the further north it lies.
    let shrink = (f64::midpoint(least[0], most[0]))
        .to_radians()
        .cos()
        .max(0.05);
    let span = (most[0] - least[0])
        .max((most[1] - least[1]) * shrink)
        .max(0.01);
    let marks = points.iter().map(|(number, [lat, lon])| {
        let x = 50.0 + ((lon - f64::midpoint(least[1], most[1])) * shrink / span) * 84.0;
        let y = 50.0 - ((lat - f64::midpoint(least[0], most[0])) / span) * 84.0;
        let place = format!("translate({x:.1} {y:.1})");
        view! {
            <g transform=place>
                <circle r="4.5" fill="none" stroke="currentColor" />
                <text text-anchor="middle" dy="1.6" font-size="4.5" fill="currentColor">{*number}</text>
            </g>
        }
    });
    let kilometers = (span * 111.2).round();
    Some(
        view! {
            <figure>
                <svg viewBox="0 0 100 100" width="320" height="320" role="img" aria-label=words.desk_inspection_map(points.len())>
                    <rect x="0.5" y="0.5" width="99" height="99" fill="none" stroke="currentColor" />
                    {marks.collect_view()}
                </svg>
                <figcaption class="hint">{words.desk_inspection_map_scale(kilometers.to_string())}</figcaption>
            </figure>
        }
        .into_any(),
    )
}

/// What holds about a visit, in a line.
fn followed(desk: &Desk, follow: &FollowShown) -> AnyView {
    let words = desk.context.words;
    let state = match follow.is_done {
        true => words.desk_inspection_done(),
        false => words.desk_inspection_to_do(),
    };
    let who = match follow.assignee.is_empty() {
        true => words.desk_inspection_nobody(),
        false => &follow.assignee,
    };
    let ago = words.ago(&follow.written_at, &desk.context.now);
    let by = words.desk_inspection_said(&follow.written_by, ago);
    view! {
        <p><strong>{state}</strong>" · "{who.to_owned()}" · "{follow.note.clone()}" "<span class="hint">{by}</span></p>
    }
    .into_any()
}

/// What was said about a visit, and what is to be said next.
fn follow_up(desk: &Desk, shown: &InspectionShown) -> AnyView {
    let words = desk.context.words;
    let said = shown.follow_ups.iter().map(|follow| {
        view! { <li>{followed(desk, follow)}</li> }
    });
    view! {
        <h2>{words.desk_inspection_follow_up()}</h2>
        <ul class="desk-list">{said.collect_view()}</ul>
        <form method="post" action="/desk/inspections/follow-up">
            {csrf(&desk.context)}
            <input type="hidden" name="id" value=shown.row.id.clone() />
            <label for="follow-state">{words.desk_inspection_state()}</label>
            <select id="follow-state" name="state">
                <option value="open">{words.desk_inspection_to_do()}</option>
                <option value="done">{words.desk_inspection_done()}</option>
            </select>
            <label for="assignee">{words.desk_inspection_assignee()}</label>
            <select id="assignee" name="assignee">{people(&shown.members, "", words.desk_inspection_nobody())}</select>
            <label for="follow-note">{words.desk_inspection_note()}</label>
            <textarea id="follow-note" name="note" rows="3" maxlength="1000"></textarea>
            <button type="submit">{words.desk_inspection_say()}</button>
        </form>
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
    let place = row.point.map(|[lat, lon]| {
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
            let marks = entry.marks.iter().map(|mark| {
                view! { <p><strong>{mark.clone()}</strong></p> }
            });
            view! {
                <li>
                    <p><strong>{entry.what.clone()}</strong>" "{entry.parts.join(" · ")}</p>
                    {marks.collect_view()}
                    <p class="hint">{words.inspection_said_by(&entry.by)}" · "{words.desk_inspection_times(&entry.at, &entry.received_at)}</p>
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
            {inspection_totals::tables(words, &shown.totals)}
            {told}
            {tell}
            {follow_up(&desk, &shown)}
            {chains.collect_view()}
        </section>
    }
    .into_any()
}
