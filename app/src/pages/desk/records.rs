//! `/desk/records`: a brand's products, and files of records.

use leptos::prelude::*;
use wire::imported::{ImportProblem, ImportReport};

use super::{Desk, csrf};
use crate::Words;

/// What is on record, and what came of what was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordsShown {
    /// The brand's products, by GTIN.
    pub products: Vec<ProductRow>,
    /// What came of a file.
    pub sent: Option<RecordsSent>,
}

/// A product.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductRow {
    /// 14 digits.
    pub gtin: String,
    /// Its name.
    pub name: String,
    /// How many batches it has.
    pub batches: usize,
    /// How many recalls cover something of it.
    pub recalls: usize,
    /// Whether people see what it looks like.
    pub has_picture: bool,
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordsSent {
    /// What it is called.
    pub name: String,
    /// What it did.
    pub report: ImportReport,
}

/// The page.
#[component]
pub(super) fn RecordsPage(desk: Desk, shown: RecordsShown) -> impl IntoView {
    let words = desk.context.words;
    let sent = shown.sent.map(|sent| came(words, &sent));
    let rows = shown.products.iter().map(|product| {
        let picture = (!product.has_picture).then(|| {
            view! { <span class="hint">{words.desk_records_no_picture()}</span> }
        });
        view! {
            <tr>
                <td><span class="code">{product.gtin.clone()}</span></td>
                <td>{product.name.clone()}{picture}</td>
                <td data-head=words.desk_records_batches()>{product.batches}</td>
                <td data-head=words.desk_records_recalls()>{product.recalls}</td>
            </tr>
        }
    });
    let list = match shown.products.is_empty() {
        true => view! { <p class="empty">{words.desk_records_empty()}</p> }.into_any(),
        false => view! {
            <table class="desk-table totals">
                <thead><tr>
                    <th scope="col">"GTIN"</th>
                    <th scope="col">{words.desk_records_product()}</th>
                    <th scope="col">{words.desk_records_batches()}</th>
                    <th scope="col">{words.desk_records_recalls()}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any(),
    };
    view! {
        <section>
            <h1>{words.desk_records_title()}</h1>
            {sent}
            <h2>{words.desk_records_send()}</h2>
            <p class="hint">{words.desk_records_hint()}</p>
            <form method="post" action="/desk/records/send" enctype="multipart/form-data">
                {csrf(&desk.context)}
                <label for="file">{words.desk_records_file()}</label>
                <input id="file" type="file" name="file" accept=".jsonl,.csv,.json,.txt" />
                <label for="text">{words.desk_records_paste()}</label>
                <textarea id="text" name="text" rows="5" spellcheck="false" autocapitalize="none"></textarea>
                <label><input type="checkbox" name="mode" value="keep-good" />" "{words.desk_records_keep_good()}</label>
                <button type="submit" class="primary">{words.desk_records_take()}</button>
            </form>
            <h2>{words.desk_records_products()}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn came(words: Words, sent: &RecordsSent) -> AnyView {
    let report = &sent.report;
    let (class, title) = match (report.kept, report.wrong) {
        (true, 0) => ("good", words.desk_records_kept(&sent.name)),
        (true, _) => ("alert", words.desk_records_part(&sent.name)),
        (false, _) => ("alert", words.desk_records_nothing(&sent.name)),
    };
    let untold = report.wrong.saturating_sub(report.problems.len());
    let untold = (untold > 0).then(|| view! { <p>{words.desk_records_more(untold)}</p> });
    view! {
        <div class=class role="status">
            <p><strong>{title}</strong></p>
            <p>{words.desk_records_counts(report.added, report.changed, report.unchanged, report.wrong)}</p>
            {problems(words, &report.problems)}
            {untold}
            {problems(words, &report.notes)}
        </div>
    }
    .into_any()
}

/// What is wrong, or lacks: where, what, and what to do.
pub(super) fn problems(words: Words, problems: &[ImportProblem]) -> Option<AnyView> {
    let items = problems.iter().map(|problem| {
        let line = problem.line.map(|line| format!("{} ", words.desk_records_line(line)));
        let field = (!problem.field.is_empty()).then(|| {
            view! { <span class="code">{problem.field.clone()}</span>" " }
        });
        // The importer says it in English, whoever reads it.
        view! { <li>{line}{field}<span lang="en" dir="ltr">{problem.what.clone()}"; "{problem.advice.clone()}"."</span></li> }
    });
    (!problems.is_empty()).then(|| view! { <ul>{items.collect_view()}</ul> }.into_any())
}
