//! `/desk/keys`: API keys of one's organisation.

use leptos::prelude::*;

use super::{Desk, act_on, csrf, secret, word};

/// A key that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Its number, which opens nothing.
    pub id: String,
    /// What it is called; may be empty.
    pub name: String,
    /// The partner that it was made for, where it was; its name.
    pub partner: Option<String>,
    /// What it opens; identifiers.
    pub scopes: Vec<&'static str>,
    /// RFC 3339.
    pub made_at: String,
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Keys {
    /// What a key can open.
    pub scopes: Vec<&'static str>,
    /// The newest first.
    pub keys: Vec<Key>,
    /// Partners that a key can be made for, by identifier and name.
    pub partners: Vec<(String, String)>,
    /// A key that was just made.
    pub new: Option<String>,
}

/// The page.
#[component]
pub(super) fn KeysPage(desk: Desk, keys: Keys) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let rows = keys.keys.iter().map(|key| {
        let scopes: Vec<String> = key.scopes.iter().map(|scope| word(words, "scope", scope)).collect();
        let name = match key.name.as_str() {
            "" => words.desk_key_nameless().to_owned(),
            name => name.to_owned(),
        };
        let partner = key.partner.as_ref().map(|partner| format!("{} ", words.desk_key_of_partner(partner)));
        view! {
            <li>
                <p><strong>{name}</strong>" "<span class="value">{key.id.clone()}</span> <span class="hint">{partner}{scopes.join(", ")}". "{words.desk_key_made(words.ago(&key.made_at, &context.now))}</span></p>
                {act_on(&context, "/desk/keys/revoke", &key.id, words.desk_key_revoke())}
            </li>
        }
    });
    let rows = match keys.keys.is_empty() {
        true => view! { <p class="empty">{words.desk_keys_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    let scopes = keys.scopes.iter().map(|scope| {
        view! {
            <label class="choice"><input type="checkbox" name=*scope value="yes" checked=Some(scope) == keys.scopes.first() />{word(words, "scope", scope)}</label>
        }
    });
    let scopes = scopes.collect_view();
    let partners = keys.partners.iter().map(|(id, name)| {
        view! { <option value=id.clone()>{name.clone()}</option> }
    });
    let partners = (!keys.partners.is_empty()).then(|| {
        view! {
            <label for="key-partner">{words.desk_key_partner()}</label>
            <select id="key-partner" name="partner" aria-describedby="key-partner-hint">
                <option value="">{words.desk_key_partner_none()}</option>
                {partners.collect_view()}
            </select>
            <p class="hint" id="key-partner-hint">{words.desk_key_partner_hint()}</p>
        }
    });
    let new = keys
        .new
        .as_ref()
        .map(|key| secret(key, words.desk_key_once()));
    view! {
        <section>
            <h1>{words.desk_keys_title()}</h1>
            {new}
            {rows}
            <h2>{words.desk_key_new()}</h2>
            <form method="post" action="/desk/keys/create">
                {csrf(&context)}
                <label for="key-name">{words.desk_key_name_label()}</label>
                <input id="key-name" name="name" autocomplete="off" maxlength="80" required />
                {partners}
                <fieldset><legend>{words.desk_key_scopes()}</legend>{scopes}</fieldset>
                <button type="submit" class="primary">{words.desk_key_make()}</button>
            </form>
        </section>
    }
    .into_any()
}
