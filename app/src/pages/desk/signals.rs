//! `/desk/signals`: what a brand should look into.

use leptos::prelude::*;

use super::{Desk, csrf, word};

/// A signal that nobody dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct SignalSeen {
    /// A path of GS1's: a unit, a batch or a product.
    pub subject: String,
    /// The same as a part of an address's query.
    pub query: String,
    /// Its name.
    pub signal: String,
    /// What it weighs; of a batch its units there, of a burst its serials.
    pub weight: u32,
    /// RFC 3339.
    pub last_at: String,
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Signals {
    /// Whether whoever looks may dismiss.
    pub may_dismiss: bool,
    /// The latest first.
    pub signals: Vec<SignalSeen>,
    /// Where older ones are.
    pub older: Option<String>,
}

/// The page.
#[component]
pub(super) fn SignalsPage(desk: Desk, signals: Signals) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let rows = signals.signals.iter().map(|seen| {
        let dismiss = signals.may_dismiss.then(|| {
            view! {
                <form method="post" action="/desk/signals/dismiss">
                    {csrf(&context)}
                    <input type="hidden" name="subject" value=seen.subject.clone() />
                    <input type="hidden" name="signal" value=seen.signal.clone() />
                    <button type="submit" class="quiet">{words.desk_signal_dismiss()}</button>
                </form>
            }
        });
        view! {
            <li>
                <p><strong>{word(words, "signal", &seen.signal)}</strong>" "<a class="value" href=format!("/desk/pedigree?thing={}", seen.query)>{seen.subject.clone()}</a> <span class="hint">{words.desk_signal_weight(seen.weight)}". "{words.desk_signal_seen(words.ago(&seen.last_at, &context.now))}</span></p>
                {dismiss}
            </li>
        }
    });
    let rows = match signals.signals.is_empty() {
        true => view! { <p class="empty">{words.desk_signals_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    let older = signals
        .older
        .map(|older| view! { <p><a href=older rel="next">{words.desk_log_older()}</a></p> });
    view! {
        <section>
            <h1>{words.desk_signals_title()}</h1>
            <p class="hint">{words.desk_signals_hint()}</p>
            <p><a href="/desk/signals/thresholds">{words.desk_thresholds_title()}</a></p>
            {rows}
            {older}
        </section>
    }
    .into_any()
}
