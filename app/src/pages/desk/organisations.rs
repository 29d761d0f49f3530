//! `/desk/organisations`: partners and authorities, for the operator.

use leptos::prelude::*;

use super::{Desk, act_on, choice, csrf, secret, word};

/// An organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Admitted {
    /// Its identifier.
    pub id: String,
    /// What it is; an identifier.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Whether its people can do nothing.
    pub is_suspended: bool,
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisations {
    /// Admitted ones, then brands.
    pub rows: Vec<Admitted>,
    /// The kinds that are admitted.
    pub kinds: Vec<&'static str>,
    /// The roles of whoever comes first.
    pub roles: Vec<&'static str>,
    /// The link of an invitation that was just made.
    pub link: Option<String>,
}

/// The page.
#[component]
pub(super) fn OrganisationsPage(desk: Desk, organisations: Organisations) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let rows = organisations.rows.iter().map(|row| {
        let act = match (row.kind, row.is_suspended) {
            ("brand", _) => None,
            (_, false) => Some(act_on(&context, "/desk/organisations/suspend", &row.id, words.desk_organisation_suspend())),
            (_, true) => Some(act_on(&context, "/desk/organisations/resume", &row.id, words.desk_organisation_resume())),
        };
        let suspended = row.is_suspended.then(|| view! { " "<span class="tag">{words.desk_organisation_suspended()}</span> });
        view! {
            <li>
                <p><strong>{row.name.clone()}</strong>" "<span class="value">{row.id.clone()}</span> <span class="hint">{word(words, "kind", row.kind)}{suspended}</span></p>
                {act}
            </li>
        }
    });
    let rows = rows.collect_view();
    let options = organisations.rows.iter().map(|row| {
        view! { <option value=row.id.clone()>{row.name.clone()}</option> }
    });
    let options = options.collect_view();
    let link = organisations
        .link
        .as_ref()
        .map(|link| secret(link, words.desk_invite_link_once()));
    view! {
        <section>
            <h1>{words.desk_organisations_title()}</h1>
            {link}
            <ul class="desk-list">{rows}</ul>
            <h2>{words.desk_organisation_new()}</h2>
            <form method="post" action="/desk/organisations/admit">
                {csrf(&context)}
                <label for="new-name">{words.desk_name_label()}</label>
                <input id="new-name" name="name" autocomplete="off" maxlength="80" required />
                <label for="new-id">{words.desk_organisation_id()}</label>
                <input id="new-id" name="id" autocomplete="off" autocapitalize="none" maxlength="64" pattern="[a-z0-9\\-]{2,64}" aria-describedby="new-id-hint" required />
                <p class="hint" id="new-id-hint">{words.desk_organisation_id_hint()}</p>
                <label for="new-kind">{words.desk_organisation_kind()}</label>
                {choice(words, "new-kind", "kind", "kind", &organisations.kinds, "")}
                <button type="submit" class="primary">{words.desk_organisation_admit()}</button>
            </form>
            <h2>{words.desk_organisation_invite()}</h2>
            <form method="post" action="/desk/organisations/invite">
                {csrf(&context)}
                <label for="first-id">{words.desk_organisation_which()}</label>
                <select id="first-id" name="id">{options}</select>
                <label for="first-role">{words.desk_role_label()}</label>
                {choice(words, "first-role", "role", "role", &organisations.roles, "")}
                <label for="first-name">{words.desk_name_label()}" "<span class="optional">{words.optional()}</span></label>
                <input id="first-name" name="name" autocomplete="off" maxlength="80" />
                <p class="hint">{words.desk_invite_how()}</p>
                <button type="submit">{words.desk_invite_make()}</button>
            </form>
        </section>
    }
    .into_any()
}
