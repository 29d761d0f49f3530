//! One pack: what is said of it, from what, how old that is, and what only an inspector sees.

use evidence::Consignment;
use leptos::prelude::*;
use wire::inspect::{InspectorView, LastPlace, Swept};

use super::{sweep_view::Form, time::moment};
use crate::{
    browser::state::{State, Tab},
    sweep::{FromPhone, Said},
};

/// The details, with the way to a finding.
#[component]
pub fn PackDetails(state: State, at: usize, is_finding: RwSignal<bool>) -> impl IntoView {
    let words = state.words;
    let head = move || {
        state.sweep.with(|sweep| {
            let pack = sweep.get(at)?;
            let mark = pack.mark();
            let twice = pack
                .is_twice
                .then(|| view! { <p class="evidence">{words.twice()}</p> });
            Some(view! {
                <h2>
                    <Form kind=mark.kind letter=Some(mark.letter) />
                    <span>{state.answer_word(mark)}</span>
                </h2>
                <p class="code"><bdi>{pack.serial().unwrap_or(&pack.text).to_owned()}</bdi></p>
                {twice}
            })
        })
    };
    let said = move || {
        let said = state.sweep.with(|sweep| Some(sweep.get(at)?.said.clone()));
        match said {
            None | Some(Said::Waiting) => view! { <p>{words.said_waiting()}</p> }.into_any(),
            Some(Said::Phone(phone)) => by_phone(state, &phone),
            Some(Said::Server(swept)) => by_server(state, &swept),
        }
    };
    let find = move |_| is_finding.set(true);
    let may_find = move || state.visit().is_some();
    let close = move |_| state.chosen.set(None);
    // A label on a pallet: what is in it is opened in the visit.
    let consignment = move || {
        let sscc = state.sweep.with(|sweep| {
            let sscc = sweep.get(at)?.element("00")?;
            Some(sscc.to_owned())
        })?;
        let open = move |_| {
            state.open_consignment(Consignment::Sscc(sscc.clone()));
            state.chosen.set(None);
            state.tab.set(Tab::Visit);
        };
        Some(view! {
            <button type="button" hidden=move || !may_find() on:click=open>{words.consignment_look()}</button>
        })
    };
    view! {
        <article class="details" aria-live="polite">
            {head}
            {said}
            <div class="row">
                <button type="button" class="primary" hidden=move || !may_find() on:click=find>
                    {words.finding_add()}
                </button>
                {consignment}
                <button type="button" on:click=close>{words.close()}</button>
            </div>
            <p class="hint" hidden=may_find>{words.visit_needed()}</p>
        </article>
    }
}

fn line(name: &'static str, value: String) -> AnyView {
    view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> }.into_any()
}

/// Only the words that may be used without a network.
fn by_phone(state: State, phone: &FromPhone) -> AnyView {
    let words = state.words;
    let as_of = moment(words, &phone.as_of);
    let sentence = match (phone.answer.as_str(), phone.one_in) {
        ("listed-as-issued", Some(one_in)) => words.phone_listed(one_in),
        ("recalled", _) => words.phone_recalled(&as_of),
        ("possibly-recalled", _) => words.phone_possibly_recalled(&as_of),
        ("blocked", _) => words.phone_blocked(&as_of),
        ("not-listed", _) => words.phone_not_listed().to_owned(),
        ("signature-valid", _) => words.phone_signature_valid().to_owned(),
        ("product", _) => words.phone_product().to_owned(),
        _ => words.phone_not_in_pack().to_owned(),
    };
    let doubts = phone
        .doubts
        .iter()
        .filter_map(|doubt| words.find(&format!("doubt-{doubt}")));
    let doubts: Vec<AnyView> = doubts
        .map(|text| view! { <li>{text}</li> }.into_any())
        .collect();
    let ago = words.common().ago(&phone.as_of, &app::browser::page::now());
    view! {
        <p>{sentence}</p>
        <ul class="reasons">{doubts}</ul>
        <p class="hint">{words.phone_from(as_of, ago)}</p>
    }
    .into_any()
}

fn by_server(state: State, swept: &Swept) -> AnyView {
    let words = state.words;
    let reasons: Vec<AnyView> = swept
        .reasons
        .iter()
        .map(|reason| {
            let limit = reason
                .limit
                .clone()
                .map(|limit| view! { <span class="hint">" "{limit}</span> });
            view! { <li>{reason.sentence.clone()}{limit}</li> }.into_any()
        })
        .collect();
    let recalls: Vec<AnyView> = swept
        .recalls
        .iter()
        .map(|recall| {
            let text = words.recall_line(&recall.hazard, words.common().day(&recall.on));
            view! { <li class="evidence">{text}</li> }.into_any()
        })
        .collect();
    let mut facts = Vec::new();
    if let Some(product) = &swept.product {
        facts.push(line(words.fact_product(), product.name.clone()));
    }
    if let Some(batch) = &swept.batch {
        facts.push(line(words.fact_batch(), batch.clone()));
    }
    if let Some(expiry) = &swept.expiry {
        let day = words.common().day(&expiry.on);
        let left = if expiry.days_left < 0 {
            words.expired_since(day, expiry.days_left.unsigned_abs())
        } else {
            words.expires_in(day, expiry.days_left.unsigned_abs())
        };
        facts.push(line(
            words.fact_expiry(),
            words.expiry_order(left, expiry.order),
        ));
    }
    if let Some(view) = &swept.view {
        facts.extend(by_inspector(state, view));
    }
    let ungranted = (swept.view.is_none() && swept.product.is_some())
        .then(|| view! { <p class="hint">{words.ungranted()}</p> });
    let evidence = swept.view.as_ref().and_then(|view| view.evidence.as_ref());
    let evidence = evidence.map(|evidence| signals(state, evidence));
    let link = swept.path.clone().map(|path| {
        view! { <p><a href=path target="_blank" rel="noopener">{words.consumer_page()}</a></p> }
    });
    view! {
        <ul class="reasons">{recalls}{reasons}</ul>
        <dl class="facts">{facts}</dl>
        {evidence}{ungranted}{link}
    }
    .into_any()
}

fn by_inspector(state: State, view: &InspectorView) -> Vec<AnyView> {
    let words = state.words;
    let mut facts = Vec::new();
    if !view.markets.is_empty() {
        let markets = view.markets.join(", ");
        let text = match view.is_in_market {
            Some(true) => words.market_right(markets),
            Some(false) => words.market_wrong(markets, state.market.get_untracked()),
            None => markets,
        };
        facts.push(line(words.fact_market(), text));
    }
    if let Some(last) = &view.last {
        facts.push(line(words.fact_last(), placed(state, last)));
    }
    for parent in &view.parents {
        let name = parent.sscc.clone().unwrap_or_else(|| parent.epc.clone());
        let received = parent.received.as_ref().map(|last| placed(state, last));
        let text = match (&parent.until, received) {
            (Some(until), _) => words.parent_left(name, moment(words, until)),
            (None, Some(received)) => words.parent_received(name, received),
            (None, None) => name,
        };
        facts.push(line(words.fact_parent(), text));
    }
    if let Some(age) = &view.age {
        let text = words
            .find(&format!("age-{}", age.from))
            .map(|text| format!("{text} {}", words.common().days_ago(age.days)));
        facts.push(line(
            words.fact_age(),
            text.unwrap_or_else(|| age.on.clone()),
        ));
    }
    if let Some(named) = &view.state {
        let named = words
            .find(&format!("state-{named}"))
            .map_or(named.clone(), str::to_owned);
        facts.push(line(words.fact_state(), named));
    }
    if let Some(count) = view.professional_checks {
        facts.push(line(words.fact_checks(), count.to_string()));
    }
    facts
}

fn placed(state: State, last: &LastPlace) -> String {
    let words = state.words;
    let when = moment(words, &last.at);
    match &last.holder {
        Some(holder) if !holder.is_empty() => words.last_held(&last.place, when, holder),
        _ => words.last_at(&last.place, when),
    }
}

/// What checks tell: the signals with their evidence, as the brand grants them.
fn signals(state: State, evidence: &wire::granted::Evidence) -> AnyView {
    let words = state.words;
    let rows: Vec<AnyView> = evidence
        .signals
        .iter()
        .map(|signal| {
            let name = words.find(&format!("signal-{}", signal.signal));
            let name = name.map_or(signal.signal.clone(), str::to_owned);
            let text = words.signal_line(name, moment(words, &signal.last_at));
            view! { <li class="evidence">{text}</li> }.into_any()
        })
        .collect();
    view! {
        <h3>{words.signals()}</h3>
        <p>{words.checks_counted(evidence.sessions)}</p>
        <ul class="reasons">{rows}</ul>
    }
    .into_any()
}
