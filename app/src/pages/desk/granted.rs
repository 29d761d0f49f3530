//! `/desk/granted`: what brands let an authority see.

use leptos::prelude::*;

use super::{Desk, word};

/// A grant, as the one who got it sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantedRow {
    /// Whose product.
    pub brand: String,
    /// Its name, where it is one product.
    pub product: Option<String>,
    /// 14 digits; `None` for every product of the brand.
    pub gtin: Option<String>,
    /// How deep; an identifier.
    pub depth: &'static str,
    /// RFC 3339.
    pub given_at: String,
}

/// A product that may be looked into.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantedProduct {
    /// 14 digits.
    pub gtin: String,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub brand: String,
    /// As the brand says.
    pub sector: String,
    /// Whether a trouble with it can hurt.
    pub is_safety_critical: bool,
    /// How deep one may look; an identifier.
    pub depth: &'static str,
}

/// The list.
#[component]
pub(super) fn GrantedPage(desk: Desk, rows: Vec<GrantedRow>) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let list = rows.iter().map(|row| {
        let what = match &row.gtin {
            Some(gtin) => {
                let name = row.product.clone().unwrap_or_else(|| gtin.clone());
                view! { <a href=format!("/desk/granted/{gtin}")>{name}</a> }.into_any()
            }
            None => view! { <span>{words.desk_grant_all()}</span> }.into_any(),
        };
        view! {
            <li>
                <p><strong>{row.brand.clone()}</strong>" "{what} <span class="hint">{word(words, "depth", row.depth)}". "{words.desk_granted_since(words.ago(&row.given_at, &context.now))}</span></p>
            </li>
        }
    });
    let list = match rows.is_empty() {
        true => view! { <p class="empty">{words.desk_granted_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{list.collect_view()}</ul> }.into_any(),
    };
    view! {
        <section>
            <h1>{words.desk_granted_title()}</h1>
            <p class="hint">{words.desk_granted_logged()}</p>
            {list}
        </section>
    }
    .into_any()
}

/// One product.
#[component]
pub(super) fn GrantedProductPage(desk: Desk, product: GrantedProduct) -> impl IntoView {
    let words = desk.context.words;
    let page = format!("/01/{}", product.gtin);
    let look = format!("/desk/granted/{}/look", product.gtin);
    let critical = product
        .is_safety_critical
        .then(|| view! { <p class="caution">{words.desk_granted_critical()}</p> });
    view! {
        <section>
            <p class="hint"><a href="/desk/granted">{words.desk_granted_title()}</a></p>
            <h1>{product.name.clone()}</h1>
            <p class="about">{words.desk_granted_by(&product.brand)}</p>
            {critical}
            <dl class="rows">
                <div><dt>{words.desk_grant_gtin()}</dt><dd class="value">{product.gtin.clone()}</dd></div>
                <div><dt>{words.desk_granted_sector()}</dt><dd>{product.sector.clone()}</dd></div>
                <div><dt>{words.desk_grant_depth()}</dt><dd>{word(words, "depth", product.depth)}</dd></div>
            </dl>
            <form method="get" action=look>
                <h2>{words.desk_look_title()}</h2>
                <label for="look-serial">{words.desk_look_serial()}</label>
                <input id="look-serial" name="serial" autocomplete="off" autocapitalize="characters" maxlength="20" />
                <label for="look-batch">{words.desk_look_batch()}</label>
                <input id="look-batch" name="batch" autocomplete="off" maxlength="20" />
                <button type="submit" class="primary">{words.desk_look_go()}</button>
            </form>
            <a class="step" href=page>{words.desk_granted_open()}</a>
            <p class="hint">{words.desk_granted_logged()}</p>
        </section>
    }
    .into_any()
}
