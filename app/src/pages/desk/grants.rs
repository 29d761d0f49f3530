//! `/desk/grants`: which authorities a brand lets look.

use leptos::prelude::*;

use super::{Desk, act_on, choice, csrf, word};

/// An authority that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Authority {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A grant.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// What the form calls it by.
    pub id: String,
    /// To whom.
    pub authority: String,
    /// Which product; `None` for every one.
    pub gtin: Option<String>,
    /// How deep; an identifier.
    pub depth: &'static str,
    /// Whether their people may also tell what they do with packs.
    pub tells: bool,
    /// RFC 3339.
    pub given_at: String,
    /// By whom.
    pub given_by: String,
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Grants {
    /// Those that the operator has admitted.
    pub authorities: Vec<Authority>,
    /// The shallowest first.
    pub depths: Vec<&'static str>,
    /// By authority.
    pub given: Vec<Given>,
}

/// The page.
#[component]
pub(super) fn GrantsPage(desk: Desk, grants: Grants) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let rows = grants.given.iter().map(|grant| {
        let product = match &grant.gtin {
            Some(gtin) => gtin.clone(),
            None => words.desk_grant_all().to_owned(),
        };
        let tells = grant.tells.then(|| format!("{} ", words.desk_grant_tells_given()));
        view! {
            <li>
                <p><strong>{grant.authority.clone()}</strong>" "<span class="value">{product}</span> <span class="hint">{word(words, "depth", grant.depth)}". "{tells}{words.desk_grant_given(&grant.given_by, words.ago(&grant.given_at, &context.now))}</span></p>
                {act_on(&context, "/desk/grants/end", &grant.id, words.desk_grant_end())}
            </li>
        }
    });
    let rows = match grants.given.is_empty() {
        true => view! { <p class="empty">{words.desk_grants_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    let first = grants.depths.first().copied().unwrap_or_default();
    let options = grants.authorities.iter().map(|authority| {
        view! { <option value=authority.id.clone()>{authority.name.clone()}</option> }
    });
    let form = match grants.authorities.is_empty() {
        true => view! { <p class="empty">{words.desk_grants_nobody()}</p> }.into_any(),
        false => view! {
            <form method="post" action="/desk/grants/give">
                {csrf(&context)}
                <label for="grant-authority">{words.desk_grant_authority()}</label>
                <select id="grant-authority" name="authority">{options.collect_view()}</select>
                <label for="grant-gtin">{words.desk_grant_product()}</label>
                <input id="grant-gtin" name="gtin" inputmode="numeric" autocomplete="off" maxlength="14" aria-describedby="grant-gtin-hint" />
                <p class="hint" id="grant-gtin-hint">{words.desk_grant_product_hint()}</p>
                <label for="grant-depth">{words.desk_grant_depth()}</label>
                {choice(words, "grant-depth", "depth", "depth", &grants.depths, first)}
                <label class="choice"><input type="checkbox" name="tells" value="yes" aria-describedby="grant-tells-hint" />{words.desk_grant_tells()}</label>
                <p class="hint" id="grant-tells-hint">{words.desk_grant_tells_hint()}</p>
                <button type="submit" class="primary">{words.desk_grant_give()}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <section>
            <h1>{words.desk_grants_title()}</h1>
            {rows}
            <h2>{words.desk_grant_new()}</h2>
            {form}
        </section>
    }
    .into_any()
}
