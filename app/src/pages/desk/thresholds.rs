//! `/desk/signals/thresholds`: by what a brand has its checks judged.

use leptos::prelude::*;

use super::{Desk, choice, csrf};
use crate::{Context, Words};

/// A number, as it is written in the form.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberShown {
    /// The name of its field; of a signal's weight, `scale.` and the signal.
    pub name: String,
    /// Empty for what is usual.
    pub value: String,
    /// What is usual.
    pub usual: f64,
    /// The least and the most.
    pub range: (f64, f64),
    /// Whether it can't be kept as it is written.
    pub is_wrong: bool,
}

/// Something that is so or not.
#[derive(Clone, Debug, PartialEq)]
pub struct SwitchShown {
    /// The name of its field.
    pub name: &'static str,
    /// `yes`, `no`, or something else for what is usual.
    pub value: String,
    /// What is usual.
    pub usual: bool,
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ThresholdsShown {
    /// Whether whoever looks may set them.
    pub may_set: bool,
    /// Whether they were just kept.
    pub is_kept: bool,
    /// Whether something can't be kept.
    pub is_wrong: bool,
    /// Limits and counts.
    pub numbers: Vec<NumberShown>,
    /// Choices.
    pub switches: Vec<SwitchShown>,
    /// Of each signal, what it weighs of its usual weight, in percent.
    pub scales: Vec<NumberShown>,
}

/// A number as people write it.
fn plain(words: Words, value: f64) -> String {
    words.decimal(&value.to_string())
}

fn number(words: Words, shown: &NumberShown) -> AnyView {
    let signal = shown.name.strip_prefix("scale.");
    let label = match signal {
        Some(signal) => words.find(&format!("signal-{signal}")),
        None => words.find(&format!("threshold-{}", shown.name.replace('_', "-"))),
    };
    let label = label.map_or_else(|| shown.name.clone(), str::to_owned);
    let id = shown.name.replace('.', "-");
    let hint_id = format!("{id}-hint");
    let (low, high) = (plain(words, shown.range.0), plain(words, shown.range.1));
    let hint = words.desk_thresholds_usual(high, low, plain(words, shown.usual));
    let hint = match shown.is_wrong {
        true => view! { <p class="caution" id=hint_id.clone()>{words.desk_thresholds_wrong()}" "{hint}</p> }.into_any(),
        false => view! { <p class="hint" id=hint_id.clone()>{hint}</p> }.into_any(),
    };
    let invalid = shown.is_wrong.then_some("true");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input id=id name=shown.name.clone() inputmode="decimal" autocomplete="off" maxlength="12"
                placeholder=plain(words, shown.usual) value=shown.value.clone()
                aria-describedby=hint_id aria-invalid=invalid />
            {hint}
        </div>
    }
    .into_any()
}

fn switch(words: Words, shown: &SwitchShown) -> AnyView {
    let label = words.find(&format!("threshold-{}", shown.name.replace('_', "-")));
    let usual = match shown.usual {
        true => "usual-yes",
        false => "usual-no",
    };
    let chosen = match &shown.value[..] {
        "yes" => "yes",
        "no" => "no",
        _ => "usual",
    };
    let ids = ["usual", "yes", "no"];
    let kind = match usual {
        "usual-yes" => "threshold-if-yes",
        _ => "threshold-if-no",
    };
    view! {
        <div class="field">
            <label for=shown.name>{label}</label>
            {choice(words, shown.name, shown.name, kind, &ids, chosen)}
        </div>
    }
    .into_any()
}

/// The page.
#[component]
pub(super) fn ThresholdsPage(desk: Desk, shown: ThresholdsShown) -> impl IntoView {
    let context: Context = desk.context;
    let words = context.words;
    let told = match (shown.is_wrong, shown.is_kept) {
        (true, _) => Some(
            view! { <p class="caution" role="alert">{words.desk_thresholds_faults()}</p> }
                .into_any(),
        ),
        (_, true) => Some(
            view! { <p class="good" role="status">{words.desk_thresholds_kept()}</p> }.into_any(),
        ),
        _ => None,
    };
    let may_set = shown.may_set;
    let numbers = shown.numbers.iter();
    let numbers = numbers.map(|one| number(words, one)).collect_view();
    let scales = shown.scales.iter();
    let scales = scales.map(|one| number(words, one)).collect_view();
    let switches = shown.switches.iter();
    let switches = switches.map(|one| switch(words, one)).collect_view();
    let save = match may_set {
        true => {
            view! { <button type="submit" class="primary">{words.desk_thresholds_save()}</button> }
                .into_any()
        }
        false => view! { <p class="hint">{words.desk_thresholds_read_only()}</p> }.into_any(),
    };
    view! {
        <section>
            <p class="hint"><a href="/desk/signals">{words.desk_signals_title()}</a></p>
            <h1>{words.desk_thresholds_title()}</h1>
            <p class="about">{words.desk_thresholds_about()}</p>
            {told}
            <form method="post" action="/desk/signals/thresholds">
                {csrf(&context)}
                <fieldset disabled=!may_set>
                    <legend>{words.desk_thresholds_limits()}</legend>
                    {numbers}
                    {switches}
                </fieldset>
                <fieldset disabled=!may_set>
                    <legend>{words.desk_thresholds_weights()}</legend>
                    <p class="hint">{words.desk_thresholds_weights_hint()}</p>
                    {scales}
                </fieldset>
                {save}
            </form>
        </section>
    }
    .into_any()
}
