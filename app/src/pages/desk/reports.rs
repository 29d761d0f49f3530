//! `/desk/reports`: what people say is wrong with packs, and what was found out.

use leptos::prelude::*;

use super::{Desk, csrf, word};

/// A report in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportRow {
    /// As its sender has it.
    pub reference: String,
    /// The product's name.
    pub product: String,
    /// The path of its pack's page.
    pub path: String,
    /// RFC 3339.
    pub at: String,
    /// How it stands; an identifier.
    pub status: String,
    /// What is wrong, as they say it.
    pub words: Option<String>,
    /// What they compared and found different.
    pub differs: Option<String>,
    /// Where, by name.
    pub place: Option<String>,
    /// Whether a picture came with it.
    pub has_photo: bool,
}

/// Those that stand alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Reports {
    /// How they stand.
    pub status: &'static str,
    /// How many stand how.
    pub counts: Vec<(&'static str, u64)>,
    /// The latest first.
    pub rows: Vec<ReportRow>,
    /// What the next page comes behind.
    pub older: Option<String>,
}

/// One report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportShown {
    /// As in the list.
    pub row: ReportRow,
    /// How many others there are about the same code.
    pub others: u64,
    /// Degrees north and east, to about 5 km.
    pub point: Option<[f64; 2]>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// BCP 47.
    pub language: String,
    /// What was found out, once it is closed.
    pub finding: Option<String>,
    /// Whether whoever looks may close it.
    pub may_close: bool,
    /// Points that wait for what is found out.
    pub points: Option<u32>,
}

/// The list.
#[component]
pub(super) fn ReportsPage(desk: Desk, reports: Reports) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let tabs = reports.counts.iter().map(|(status, count)| {
        let current = (*status == reports.status).then_some("page");
        let href = format!("/desk/reports?status={status}");
        view! { <li><a href=href aria-current=current>{word(words, "report-is", status)}" "<span class="hint">{count.to_string()}</span></a></li> }
    });
    let tabs = tabs.collect_view();
    let rows = reports.rows.iter().map(|row| {
        let photo = row.has_photo.then(|| words.desk_report_has_photo());
        let hints = [
            row.place.clone(),
            photo.map(str::to_owned),
            Some(words.desk_report_came(words.ago(&row.at, &context.now))),
        ];
        let hints: Vec<String> = hints.into_iter().flatten().collect();
        let said = row.words.clone().or_else(|| row.differs.clone());
        view! {
            <li>
                <p><a class="step" href=format!("/desk/reports/{}", row.reference)>{row.reference.clone()}</a>" "{row.product.clone()}" "<span class="hint">{hints.join(" · ")}</span></p>
                {said.map(|said| view! { <p class="claim-said">{said}</p> })}
            </li>
        }
    });
    let list = match reports.rows.is_empty() {
        true => view! { <p class="empty">{words.desk_reports_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    let older = reports.older.as_ref().map(|behind| {
        let behind = behind.replace(' ', "+");
        let href = format!("/desk/reports?status={}&behind={behind}", reports.status);
        view! { <p><a href=href rel="next">{words.desk_reports_older()}</a></p> }
    });
    view! {
        <section>
            <h1>{words.desk_reports_title()}</h1>
            <p class="hint">{words.desk_reports_hint()}</p>
            <nav aria-label=words.desk_reports_title()><ul class="claim-tabs">{tabs}</ul></nav>
            {list}
            {older}
        </section>
    }
    .into_any()
}

/// One of them.
#[component]
pub(super) fn ReportPage(desk: Desk, report: ReportShown) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let row = &report.row;
    let fact = |title: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{title}</dt><dd>{value}</dd></div> })
    };
    let place = [
        row.place.clone(),
        report.country.as_ref().map(|code| words.country(code)),
    ];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let place = Some(place.join(", ")).filter(|place| !place.is_empty());
    let point = report.point.map(|[lat, lon]| format!("{lat:.2}, {lon:.2}"));
    let photo = row.has_photo.then(|| {
        let source = format!("/desk/reports/{}/photo", row.reference);
        view! { <figure class="report-photo"><img src=source alt=words.desk_report_photo() loading="lazy" /></figure> }
    });
    let others = words.desk_report_others(report.others.to_string());
    let close = (report.may_close && row.status == "open").then(|| {
        view! {
            <h2>{words.desk_report_close()}</h2>
            <form method="post" action="/desk/reports/close">
                {csrf(&context)}
                <input type="hidden" name="reference" value=row.reference.clone() />
                <label for="finding">{words.desk_report_finding()}</label>
                <textarea id="finding" name="finding" maxlength="2000" rows="4" required aria-describedby="finding-hint"></textarea>
                <p class="hint" id="finding-hint">{words.desk_report_close_hint()}</p>
                {report.points.map(|_| view! { <label class="choice"><input type="checkbox" name="right" value="yes" />{words.desk_report_right()}</label> })}
                <button type="submit" class="primary">{words.desk_report_close()}</button>
            </form>
        }
    });
    view! {
        <section>
            <h1>{words.desk_report_title(&row.reference)}</h1>
            <p class="about"><strong>{word(words, "report-is", &row.status)}</strong>". "{words.desk_report_came(words.ago(&row.at, &context.now))}". "{others}"."</p>
            <dl class="desk-facts">
                <div><dt>{words.desk_packs_product()}</dt><dd>{row.product.clone()}</dd></div>
                <div><dt>{words.desk_report_pack()}</dt><dd><a href=row.path.clone()><bdi class="value">{row.path.clone()}</bdi></a></dd></div>
                {fact(words.desk_report_differs(), row.differs.clone())}
                {fact(words.desk_report_words(), row.words.clone())}
                {fact(words.desk_report_place(), place)}
                {fact(words.desk_report_point(), point)}
                {fact(words.desk_report_language(), Some(report.language.clone()))}
                {fact(words.desk_report_finding(), report.finding.clone())}
            </dl>
            {photo}
            {close}
            <p><a href="/desk/reports">{words.desk_reports_title()}</a></p>
        </section>
    }
    .into_any()
}
