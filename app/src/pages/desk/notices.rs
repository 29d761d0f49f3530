//! `/desk/notices`: what authorities published that seems to be about a brand's products.

use leptos::prelude::*;

use super::{Desk, csrf, word};

/// A notice that waits for a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeRow {
    /// The recall that it would be.
    pub id: String,
    /// The product's name.
    pub product: String,
    /// When it was published, ISO 8601.
    pub on: String,
    /// Whose notice; an identifier.
    pub source: String,
    /// Its number there.
    pub reference: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// How well it fits, 0 to 100.
    pub confidence: u8,
    /// What that rests on; identifiers.
    pub grounds: Vec<String>,
    /// The danger.
    pub hazard: String,
    /// The batches that it names.
    pub batches: Vec<String>,
}

/// The page.
#[component]
pub(super) fn NoticesPage(desk: Desk, rows: Vec<NoticeRow>) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let list = rows.iter().map(|row| {
        let grounds: Vec<String> = row.grounds.iter().map(|ground| word(words, "ground", ground)).collect();
        let read = row.url.clone().map(|url| {
            view! { <p><a href=url rel="noreferrer">{words.desk_notice_read()}</a></p> }
        });
        let batches = (!row.batches.is_empty()).then(|| view! { <p>{words.recall_batches(row.batches.join(", "))}</p> });
        view! {
            <li>
                <p><strong>{row.product.clone()}</strong>" "<span class="hint">{word(words, "notice", &row.source)}", "{row.reference.clone()}", "{words.day(&row.on)}</span></p>
                <p>{row.hazard.clone()}</p>
                {batches}
                <p class="hint">{words.desk_notice_fits(row.confidence, grounds.join(", "))}</p>
                {read}
                <form method="post" action="/desk/notices/decide">
                    {csrf(&context)}
                    <input type="hidden" name="recall" value=row.id.clone() />
                    <div class="pack-acts">
                        <button type="submit" name="is" value="confirmed" class="primary">{words.desk_notice_confirm()}</button>
                        <button type="submit" name="is" value="dismissed">{words.desk_notice_dismiss()}</button>
                    </div>
                </form>
            </li>
        }
    });
    let list = match rows.is_empty() {
        true => view! { <p class="empty">{words.desk_notices_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{list.collect_view()}</ul> }.into_any(),
    };
    view! {
        <section>
            <h1>{words.desk_notices_title()}</h1>
            <p class="hint">{words.desk_notices_hint()}</p>
            {list}
        </section>
    }
    .into_any()
}
