//! `/desk/log`: who did what.

use leptos::prelude::*;

use super::{Desk, word};

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct LogLine {
    /// RFC 3339.
    pub at: String,
    /// Who, where they are of one's own organisation; empty for the command line.
    pub person: Option<String>,
    /// Whose people, where they are of another one; empty for the command line.
    pub organisation: Option<String>,
    /// Whose thing it was, where it was another organisation's.
    pub of: Option<String>,
    /// What; an identifier.
    pub act: String,
    /// With what.
    pub subject: String,
}

/// The page.
#[component]
pub(super) fn LogPage(desk: Desk, lines: Vec<LogLine>, next: Option<i64>) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let rows = lines.iter().map(|line| {
        let who = line.person.as_deref().or(line.organisation.as_deref());
        let who = match who.unwrap_or_default() {
            "" => words.desk_log_command().to_owned(),
            name => name.to_owned(),
        };
        // A role or a depth alone has a word of its own.
        let subject = match words.find(&format!("role-{}", line.subject)) {
            Some(role) => role.to_owned(),
            None => line.subject.clone(),
        };
        let of = line
            .of
            .as_ref()
            .map(|of| view! { " "<span class="hint">{of.clone()}</span> });
        let time = line.at.get(11..16).unwrap_or_default().to_owned();
        view! {
            <tr>
                <td><time datetime=line.at.clone()>{words.day(&line.at)}" "{time}</time></td>
                <td>{who}</td>
                <td>{word(words, "act", &line.act)}</td>
                <td>{subject}{of}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let older = next.map(|next| {
        view! { <a class="step" href=format!("/desk/log?before={next}")>{words.desk_log_older()}</a> }
    });
    view! {
        <section>
            <h1>{words.desk_log_title()}</h1>
            <p class="hint">{words.desk_log_hint()}</p>
            <table class="desk-table">
                <thead>
                    <tr>
                        <th scope="col">{words.desk_log_when()}</th>
                        <th scope="col">{words.desk_log_who()}</th>
                        <th scope="col">{words.desk_log_what()}</th>
                        <th scope="col">{words.desk_log_with()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {older}
        </section>
    }
    .into_any()
}
