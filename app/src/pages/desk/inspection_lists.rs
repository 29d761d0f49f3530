//! `/desk/inspections/lists`: what inspectors choose from.

use leptos::prelude::*;

use super::{Desk, csrf, word};

/// A list.
#[derive(Clone, Debug, PartialEq)]
pub struct InspectionList {
    /// `reason` or `ground`.
    pub list: &'static str,
    /// Whether the organisation has changed it.
    pub is_own: bool,
    /// What is offered, in order; never empty.
    pub terms: Vec<InspectionTermShown>,
    /// What was taken out, as people called it.
    pub removed: Vec<String>,
}

/// A reason or a ground.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct InspectionTermShown {
    /// As entries name it.
    pub id: String,
    /// As the reader calls it.
    pub called: String,
    /// In English; may be empty.
    pub en: String,
    /// In German; may be empty.
    pub de: String,
    /// Of a reason: how bad, unless said otherwise; empty for none.
    pub severity: String,
    /// Of a ground: what it is for; empty for everything.
    pub decisions: Vec<String>,
    /// Its place; 0 for one that is not there yet.
    pub position: i64,
}

/// The page.
#[component]
pub(super) fn InspectionListsPage(
    desk: Desk,
    lists: Vec<InspectionList>,
    is_kept: bool,
) -> impl IntoView {
    let words = desk.context.words;
    let kept = is_kept.then(|| {
        view! { <p role="status"><strong>{words.desk_lists_kept()}</strong></p> }
    });
    let lists = lists.iter().map(|list| one(&desk, list)).collect_view();
    view! {
        <section>
            <h1>{words.desk_lists_title()}</h1>
            <p>{words.desk_lists_hint()}</p>
            {kept}
            {lists}
        </section>
    }
    .into_any()
}

fn one(desk: &Desk, list: &InspectionList) -> AnyView {
    let words = desk.context.words;
    let is_reason = list.list == "reason";
    let (title, add) = match is_reason {
        true => (words.desk_lists_reasons(), words.desk_lists_add_reason()),
        false => (words.desk_lists_grounds(), words.desk_lists_add_ground()),
    };
    let default = (!list.is_own).then(|| {
        view! { <p class="hint">{words.desk_lists_default()}</p> }
    });
    let is_last = list.terms.len() == 1;
    let rows = list.terms.iter().map(|term| {
        let said = match is_reason {
            true if term.severity.is_empty() => String::new(),
            true => word(words, "inspection-severity", &term.severity),
            false if term.decisions.is_empty() => words.desk_lists_for_all().to_owned(),
            false => {
                let each = term.decisions.iter();
                let each = each.map(|decision| word(words, "inspection-decision", decision));
                each.collect::<Vec<String>>().join(", ")
            }
        };
        let remove = (!is_last).then(|| {
            view! {
                <form class="act" method="post" action="/desk/inspections/lists/remove">
                    {csrf(&desk.context)}
                    <input type="hidden" name="list" value=list.list />
                    <input type="hidden" name="id" value=term.id.clone() />
                    <button type="submit" class="danger">{words.desk_lists_remove()}</button>
                </form>
            }
        });
        view! {
            <li>
                <p><strong>{term.called.clone()}</strong>" "<span class="hint">{said}</span></p>
                <details>
                    <summary>{words.desk_lists_change()}</summary>
                    {form(desk, list.list, term, words.desk_lists_keep())}
                    {remove}
                </details>
            </li>
        }
    });
    let removed = (!list.removed.is_empty()).then(|| {
        view! { <p class="hint">{words.desk_lists_removed(list.removed.join(", "))}</p> }
    });
    view! {
        <h2>{title}</h2>
        {default}
        <ul class="desk-list">{rows.collect_view()}</ul>
        {removed}
        <details>
            <summary>{add}</summary>
            {form(desk, list.list, &InspectionTermShown::default(), add)}
        </details>
    }
    .into_any()
}

fn form(
    desk: &Desk,
    list: &'static str,
    term: &InspectionTermShown,
    submit: &'static str,
) -> AnyView {
    let words = desk.context.words;
    let is_new = term.position == 0;
    let name = match is_new {
        true => format!("{list}-new"),
        false => format!("{list}-{}", term.id),
    };
    let id = match is_new {
        true => view! {
            <label for=format!("{name}-id")>{words.desk_lists_id()}</label>
            <input id=format!("{name}-id") name="id" required maxlength="40" pattern="[a-z0-9\\-]+" autocapitalize="none" />
            <p class="hint">{words.desk_lists_id_hint()}</p>
        }
        .into_any(),
        false => view! { <input type="hidden" name="id" value=term.id.clone() /> }.into_any(),
    };
    let detail = match list {
        "reason" => severity(desk, term),
        _ => decisions(desk, term),
    };
    let position = (!is_new).then(|| term.position.to_string());
    view! {
        <form method="post" action="/desk/inspections/lists/put">
            {csrf(&desk.context)}
            <input type="hidden" name="list" value=list />
            {id}
            <label for=format!("{name}-en")>{words.desk_lists_en()}</label>
            <input id=format!("{name}-en") name="en" maxlength="120" value=term.en.clone() lang="en" />
            <label for=format!("{name}-de")>{words.desk_lists_de()}</label>
            <input id=format!("{name}-de") name="de" maxlength="120" value=term.de.clone() lang="de" />
            {detail}
            <label for=format!("{name}-position")>{words.desk_lists_position()}</label>
            <input id=format!("{name}-position") name="position" type="number" min="1" max="9999" value=position />
            <button type="submit">{submit}</button>
        </form>
    }
    .into_any()
}

fn severity(desk: &Desk, term: &InspectionTermShown) -> AnyView {
    let words = desk.context.words;
    let none = view! {
        <option value="" selected=term.severity.is_empty()>{words.desk_lists_any_severity()}</option>
    };
    let options = ["minor", "major", "critical"].map(|id| {
        view! { <option value=id selected=id == term.severity>{word(words, "inspection-severity", id)}</option> }
    });
    view! {
        <label>{words.desk_lists_severity()}" "<select name="severity">{none}{options.collect_view()}</select></label>
    }
    .into_any()
}

fn decisions(desk: &Desk, term: &InspectionTermShown) -> AnyView {
    let words = desk.context.words;
    let boxes = ["release", "detain", "seize"].map(|id| {
        let is_on = term.decisions.iter().any(|decision| decision == id);
        view! {
            <label><input type="checkbox" name=id checked=is_on />" "{word(words, "inspection-decision", id)}</label>
        }
    });
    view! {
        <fieldset>
            <legend>{words.desk_lists_for()}</legend>
            {boxes.collect_view()}
        </fieldset>
    }
    .into_any()
}
