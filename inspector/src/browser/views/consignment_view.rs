//! A consignment beside what was swept of it.

use evidence::Consignment;
use leptos::prelude::*;
use web_sys::SubmitEvent;
use wire::inspect::{ConsignmentFound, LastPlace};

use super::{custody::typed, time::moment};
use crate::{
    browser::{consignment::Answer, state::State},
    manifest::{self, Against},
};

/// Serials and packs that are named one by one.
const NAMED: usize = 30;

/// The consignment of the visit, or the field that opens one.
#[component]
pub fn ConsignmentView(state: State) -> impl IntoView {
    let words = state.words;
    let shown = move || {
        let opened = state.consignment()?;
        let title = match &opened.consignment {
            Consignment::Sscc(id) => words.consignment_title(id),
            Consignment::DespatchNote(id) => words.despatch_title(id),
        };
        let body = match &opened.answer {
            Answer::Waiting => view! { <p>{words.consignment_waiting()}</p> }.into_any(),
            Answer::Refused(why) => view! { <p class="problem">{why.clone()}</p> }.into_any(),
            Answer::Found(found, at) => {
                view! { <Found state=state found=(**found).clone() at=at.clone() /> }.into_any()
            }
        };
        Some(view! {
            <h2>{title}</h2>
            {body}
            <button type="button" on:click=move |_| state.ask_for_consignment()>{words.consignment_again()}</button>
        })
    };
    view! {
        <section class="consignment">
            {shown}
            <OpenForm state=state />
        </section>
    }
}

#[component]
fn OpenForm(state: State) -> impl IntoView {
    let words = state.words;
    let field = NodeRef::<leptos::html::Input>::new();
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(consignment) = Consignment::read(&typed(field)) {
            state.open_consignment(consignment);
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
        }
    };
    view! {
        <form class="typed" on:submit=open>
            <label for="consignment">{words.consignment_label()}</label>
            <div class="row">
                <input id="consignment" autocomplete="off" spellcheck="false" maxlength="200" node_ref=field />
                <button type="submit">{words.consignment_open()}</button>
            </div>
        </form>
    }
}

#[component]
fn Found(state: State, found: ConsignmentFound, at: String) -> impl IntoView {
    let words = state.words;
    let way = [
        (words.consignment_sent(), found.shipped.as_ref()),
        (words.consignment_received(), found.received.as_ref()),
    ];
    let way = way.map(|(name, place)| {
        place.map(|place| {
            view! { <div><dt>{name}</dt><dd>{told(state, place)}</dd></div> }
        })
    });
    let is_cut = found
        .is_cut
        .then(|| view! { <p class="hint">{words.consignment_cut()}</p> });
    let unpacked = found.unpacked.as_ref().map(|place| {
        view! { <p class="evidence">{words.consignment_unpacked(told(state, place))}</p> }
    });
    let compared = move || {
        let against = state.sweep.with(|sweep| manifest::against(&found, sweep));
        view! { <Compared state=state against=against /> }
    };
    view! {
        <dl class="facts">{way}</dl>
        {unpacked}
        {compared}
        {is_cut}
        <p class="hint">{words.consignment_as_of(moment(words, &at))}</p>
    }
}

fn told(state: State, place: &LastPlace) -> String {
    let words = state.words;
    let where_to = match &place.holder {
        Some(holder) if *holder != place.place => format!("{}, {holder}", place.place),
        _ => place.place.clone(),
    };
    format!("{where_to} · {}", moment(words, &place.at))
}

/// How much of it was seen, row by row, and what does not fit.
#[component]
fn Compared(state: State, against: Against) -> impl IntoView {
    let words = state.words;
    let (expected, seen) = against.total();
    let (cases, cases_seen) = against.cases;
    let cases = (cases > 0).then(|| view! { <p>{words.consignment_cases(cases, cases_seen)}</p> });
    let rows = against.rows.into_iter().map(|row| {
        let name = row.name.unwrap_or(row.gtin);
        let is_whole = row.seen >= row.expected;
        view! {
            <tr class:whole=is_whole>
                <th scope="row">{name}</th>
                <td><bdi>{row.batch.unwrap_or_default()}</bdi></td>
                <td>{words.consignment_of(row.expected, row.seen)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = (expected > 0).then(|| {
        view! {
            <table>
                <thead><tr>
                    <th>{words.fact_product()}</th><th>{words.fact_batch()}</th><th>{words.consignment_seen()}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let missing = (seen > 0 && !against.missing.is_empty()).then(|| {
        let many = against.missing.len();
        let named = against.missing.into_iter().take(NAMED);
        let named = named.map(|serial| view! { <li><bdi class="serial">{serial}</bdi></li> });
        view! {
            <details>
                <summary>{words.consignment_missing(many)}</summary>
                <ul class="serials">{named.collect_view()}</ul>
            </details>
        }
    });
    let strangers = (!against.strangers.is_empty()).then(|| {
        let many = against.strangers.len();
        let named = against.strangers.into_iter().take(NAMED);
        let named = named.filter_map(|at| {
            let serial = state.sweep.with_untracked(|sweep| {
                let pack = sweep.get(at)?;
                Some(pack.serial().unwrap_or(&pack.text).to_owned())
            })?;
            let choose = move |_| {
                state.chosen.set(Some(at));
                state.tab.set(crate::browser::state::Tab::Sweep);
            };
            Some(view! {
                <li><button type="button" on:click=choose><bdi class="serial">{serial}</bdi></button></li>
            })
        });
        view! {
            <details open>
                <summary class="evidence">{words.consignment_strangers(many)}</summary>
                <ul class="serials">{named.collect_view()}</ul>
            </details>
        }
    });
    view! {
        <p><strong>{words.consignment_total(expected, seen)}</strong></p>
        {cases}{table}{strangers}{missing}
    }
}
