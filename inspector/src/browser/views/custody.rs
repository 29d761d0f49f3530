//! What becomes of goods: samples and seizures with their seals, and the decision.

use evidence::{Act, Custody, CustodyKind, Decision};
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::finding::{Photos, take_pictures};
use crate::browser::{journal::Picture, state::State};

/// What of the visit is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Nothing.
    Nothing,
    /// A finding.
    Finding,
    /// A sample or a seizure.
    Custody,
    /// What becomes of it.
    Decision,
}

/// A field's text by its id.
pub fn typed(field: NodeRef<leptos::html::Input>) -> String {
    let field = field.get_untracked();
    field
        .map(|field| field.value().trim().to_owned())
        .unwrap_or_default()
}

/// A decision's word.
pub fn decided(state: State, decision: Decision) -> &'static str {
    match decision {
        Decision::Release => state.words.decision_release(),
        Decision::Detain => state.words.decision_detain(),
        Decision::Seize => state.words.decision_seize(),
    }
}

/// Grounds to choose from for a decision: identifier and text.
fn grounds(state: State, decision: Decision) -> Vec<(String, String)> {
    let me = state.me.get_untracked().unwrap_or_default();
    if !me.grounds.is_empty() {
        let name = match decision {
            Decision::Release => "release",
            Decision::Detain => "detain",
            Decision::Seize => "seize",
        };
        let mut grounds = me.grounds;
        grounds.retain(|(id, _)| {
            let mut said = me.ground_decisions.iter().filter(|(known, _)| known == id);
            let is_for_all = said.clone().next().is_none();
            is_for_all || said.any(|(_, decision)| decision == name)
        });
        return grounds;
    }
    let text = |id: &&str| {
        let text = state.words.find(&format!("ground-{id}"))?;
        Some(((*id).to_owned(), text.to_owned()))
    };
    wire::inspect::GROUNDS.iter().filter_map(text).collect()
}

/// Buttons of which one is chosen.
fn choices<T: Clone + PartialEq + Send + Sync + 'static>(
    chosen: RwSignal<T>,
    offered: Vec<(T, String)>,
) -> impl IntoView {
    let buttons = offered.into_iter().map(|(value, text)| {
        let own = value.clone();
        let pressed = move || (chosen.get() == own).to_string();
        let choose = move |_| chosen.set(value.clone());
        view! { <button type="button" class="choice" aria-pressed=pressed on:click=choose>{text}</button> }
    });
    view! { <div class="choices">{buttons.collect_view()}</div> }
}

/// A sample, a seizure, or that something was handed on.
#[component]
pub fn CustodyForm(state: State, writing: RwSignal<Writing>) -> impl IntoView {
    let words = state.words;
    let what = RwSignal::new(CustodyKind::Sample);
    let ground = RwSignal::new(String::new());
    let [seal, from, to, note] = std::array::from_fn(|_| NodeRef::<leptos::html::Input>::new());
    let quantity = RwSignal::new(1_u32);
    let pictures = RwSignal::new_local(Vec::<Picture>::new());
    let problem = RwSignal::new(None::<&'static str>);
    let items: Vec<String> = state
        .chosen
        .get_untracked()
        .and_then(|at| {
            state
                .sweep
                .with_untracked(|sweep| Some(sweep.get(at)?.text.clone()))
        })
        .into_iter()
        .collect();
    let taken = move |event| take_pictures(&event, pictures, problem, words.photo_unreadable());
    let kinds = vec![
        (CustodyKind::Sample, words.custody_sample().to_owned()),
        (CustodyKind::Seizure, words.custody_seizure().to_owned()),
        (CustodyKind::HandOver, words.custody_hand_over().to_owned()),
    ];
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let (seal, from, to) = (typed(seal), typed(from), typed(to));
        if seal.is_empty() || from.is_empty() || to.is_empty() {
            problem.set(Some(words.custody_missing()));
            return;
        }
        if what.get_untracked() == CustodyKind::Seizure && ground.get_untracked().is_empty() {
            problem.set(Some(words.ground_missing()));
            return;
        }
        let kept = pictures.get_untracked();
        let custody = Custody {
            what: what.get_untracked(),
            seal,
            items: items.clone(),
            quantity: quantity.get_untracked(),
            ground: ground.get_untracked(),
            from,
            to,
            note: typed(note),
            photos: kept.iter().map(|picture| picture.photo.clone()).collect(),
        };
        state.note(Act::Custody(custody), kept, move |written| {
            if written.is_ok() {
                writing.try_set(Writing::Nothing);
            }
        });
    };
    let field = |label: &'static str, id: &'static str, node: NodeRef<leptos::html::Input>| {
        view! { <label for=id>{label}</label> <input id=id maxlength="200" autocomplete="off" node_ref=node /> }
    };
    let count = move |event| {
        let number = event_target_value(&event).parse().unwrap_or(1);
        quantity.set(number);
    };
    view! {
        <form class="finding" on:submit=keep>
            <h2>{words.custody_title()}</h2>
            {choices(what, kinds)}
            {field(words.custody_seal(), "seal", seal)}
            {field(words.custody_from(), "from", from)}
            {field(words.custody_to(), "to", to)}
            <label for="count">{words.quantity_label()}</label>
            <input id="count" type="number" min="1" max="1000000" inputmode="numeric" value="1" on:change=count />
            <fieldset><legend>{words.ground_label()}</legend>{choices(ground, grounds(state, Decision::Seize))}</fieldset>
            {field(words.note_label(), "custody-note", note)}
            <Photos pictures=pictures taken=taken label=words.photo_take() remove=words.photo_remove() />
            <p class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button type="submit" class="primary">{words.custody_keep()}</button>
                <button type="button" on:click=move |_| writing.set(Writing::Nothing)>{words.close()}</button>
            </div>
        </form>
    }
}

/// Release, detain or seize.
#[component]
pub fn DecisionForm(state: State, writing: RwSignal<Writing>) -> impl IntoView {
    let words = state.words;
    let decision = RwSignal::new(Decision::Release);
    let ground = RwSignal::new(String::new());
    let note = NodeRef::<leptos::html::Input>::new();
    let problem = RwSignal::new(None::<&'static str>);
    let offered = [Decision::Release, Decision::Detain, Decision::Seize]
        .map(|decision| (decision, decided(state, decision).to_owned()));
    let offered_grounds = move || {
        let offered = grounds(state, decision.get());
        // One that is for another decision is chosen no more.
        if ground.with_untracked(|ground| offered.iter().all(|(id, _)| id != ground)) {
            ground.set(String::new());
        }
        choices(ground, offered)
    };
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        if ground.get_untracked().is_empty() {
            problem.set(Some(words.ground_missing()));
            return;
        }
        let act = Act::Decided {
            decision: decision.get_untracked(),
            ground: ground.get_untracked(),
            note: typed(note),
            consignment: state.consignment_untracked(),
        };
        state.note(act, Vec::new(), move |written| {
            if written.is_ok() {
                writing.try_set(Writing::Nothing);
            }
        });
    };
    view! {
        <form class="finding" on:submit=keep>
            <h2>{words.decision_title()}</h2>
            {choices(decision, offered.to_vec())}
            <fieldset><legend>{words.ground_label()}</legend>{offered_grounds}</fieldset>
            <label for="decision-note">{words.note_label()}</label>
            <input id="decision-note" maxlength="2000" node_ref=note />
            <p class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button type="submit" class="primary">{words.decision_keep()}</button>
                <button type="button" on:click=move |_| writing.set(Writing::Nothing)>{words.close()}</button>
            </div>
        </form>
    }
}
