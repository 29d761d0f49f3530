//! "Something is wrong?": words, a photo and a place, and nothing about who says so.

use leptos::prelude::*;

use crate::Context;

/// The form; `differs` is what was compared and found different, where that led here.
#[component]
pub fn ReportForm(path: String, differs: String, context: Context) -> impl IntoView {
    let words = context.words;
    let optional = || view! { <span class="optional">{words.optional()}</span> };
    view! {
        <form class="report" method="post" action="/report" enctype="multipart/form-data" aria-labelledby="report-title">
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="path" value=path />
            <input type="hidden" name="differs" value=differs />
            <label for="report-words">{words.report_words()}</label>
            <textarea id="report-words" name="words" rows="3" maxlength="2000"></textarea>
            <label for="report-photo">{words.report_photo()}" "{optional()}</label>
            <input id="report-photo" name="photo" type="file" accept="image/*" capture="environment" aria-describedby="report-photo-hint" />
            <p class="hint" id="report-photo-hint">{words.report_photo_hint()}</p>
            <label for="report-near">{words.report_near()}" "{optional()}</label>
            <input id="report-near" name="near" maxlength="120" autocomplete="off" aria-describedby="report-near-hint" />
            <button type="button" class="quiet" data-locate="fill" hidden>{words.recycling_near_me()}</button>
            <p class="hint" id="report-near-hint">{words.report_near_hint()}</p>
            <label class="choice"><input type="checkbox" name="points" value="yes" />{words.report_points()}</label>
            <button type="submit" class="primary">{words.report_send()}</button>
            <p class="form-result" role="status"></p>
        </form>
    }
    .into_any()
}

/// The same at the end of a pack's page, closed until somebody needs it.
#[component]
pub fn ReportSection(path: String, brand: String, context: Context) -> impl IntoView {
    let words = context.words;
    view! {
        <section class="wrong" id="report" aria-labelledby="report-title">
            <details class="more">
                <summary><h2 id="report-title">{words.report_title()}</h2></summary>
                <p>{words.report_why(brand)}</p>
                <ReportForm path=path differs=String::new() context=context.clone() />
            </details>
        </section>
    }
    .into_any()
}
