//! The claim for a refund, repair or replacement.

use leptos::prelude::*;
use wire::answer::Recall;

use crate::Context;

/// A plain form; the remedies are those that the recall offers.
#[component]
pub fn ClaimForm(
    recall: Recall,
    /// Which recall of the page's, from 0.
    place: usize,
    path: String,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    let named = |name: &str| match place {
        0 => name.to_owned(),
        _ => format!("{name}-{place}"),
    };
    let remedies = recall
        .remedies
        .iter()
        .enumerate()
        .filter_map(|(index, remedy)| {
            let text = words.find(&format!("remedy-{remedy}"))?;
            Some(view! {
                <label class="choice">
                    <input type="radio" name="remedy" value=remedy.clone() checked=index == 0 required />
                    <span>{text}</span>
                </label>
            })
        })
        .collect_view();
    view! {
        <form class="claim" id=named("claim") method="post" action="/claim" aria-labelledby=named("claim-title")>
            <h3 id=named("claim-title")>{words.claim_title()}</h3>
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="path" value=path />
            <input type="hidden" name="recall" value=recall.id.clone() />
            <fieldset><legend>{words.claim_remedy()}</legend>{remedies}</fieldset>
            <label for=named("claim-note")>{words.claim_note()} " " <span class="optional">{words.optional()}</span></label>
            <textarea id=named("claim-note") name="note" rows="3" maxlength="2000"></textarea>
            <label for=named("claim-email")>{words.claim_email()} " " <span class="optional">{words.optional()}</span></label>
            <input id=named("claim-email") name="email" type="email" autocomplete="email" maxlength="254" />
            <button type="submit" class="primary">{words.claim_send()}</button>
            <p class="form-result" role="status"></p>
        </form>
    }
    .into_any()
}
