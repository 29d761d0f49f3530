//! The code itself, for those who want to know; the jargon lives here.

use leptos::prelude::*;
use wire::answer::Code;

use crate::Context;

/// The text with the faulty pieces marked.
fn marked(code: &Code) -> AnyView {
    let mut spans: Vec<[usize; 2]> = code.faults.iter().map(|fault| fault.span).collect();
    spans.sort_unstable();
    let mut at = 0;
    let mut parts = Vec::new();
    let shown = |text: &str| text.replace('\u{1d}', "␝");
    for [from, to] in spans {
        let (Some(before), Some(piece)) = (code.text.get(at..from), code.text.get(from..to)) else {
            continue;
        };
        parts.push(view! { <span>{shown(before)}</span> }.into_any());
        parts.push(view! { <mark>{shown(piece)}</mark> }.into_any());
        at = to;
    }
    let rest = code.text.get(at..).map(shown).unwrap_or_default();
    parts.push(view! { <span>{rest}</span> }.into_any());
    view! { <bdi class="code-text">{parts}</bdi> }.into_any()
}

/// Open where something is wrong, closed elsewhere.
#[component]
pub fn CodeDetails(code: Code, context: Context) -> impl IntoView {
    let words = context.words;
    let faults = (!code.faults.is_empty()).then(|| {
        let lines = code.faults.iter().map(|fault| {
            view! { <li>{words.fault(fault, &code.text)}</li> }
        });
        view! { <h2>{words.code_faults()}</h2><ul class="faults">{lines.collect_view()}</ul> }
    });
    let rows = code.elements.iter().map(|element| {
        view! {
            <tr>
                <th scope="row"><bdi>{format!("({})", element.ai)}</bdi></th>
                <td>{element.title.clone()}</td>
                <td><bdi class="value">{element.value.clone()}</bdi></td>
            </tr>
        }
    });
    let elements = (!code.elements.is_empty()).then(|| {
        view! { <h2>{words.code_elements()}</h2><table class="elements">{rows.collect_view()}</table> }
    });
    let typed = code.typed.then(|| view! { <p>{words.code_typed()}</p> });
    view! {
        <details class="code" open=!code.faults.is_empty()>
            <summary>{words.code_title()}</summary>
            {faults}
            <h2>{words.code_text()}</h2>
            <p>{marked(&code)}</p>
            {typed}
            {elements}
        </details>
    }
    .into_any()
}
