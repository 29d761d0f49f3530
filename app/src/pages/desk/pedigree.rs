//! `/desk/pedigree`: the whole way of a thing, with all that its brand knows.

use leptos::prelude::*;
use wire::pedigree::Pedigree;

use super::{Desk, choice, look::WholeWay, word};
use crate::components::pedigree::called;

/// Which way one can look; identifiers.
pub const DIRECTIONS: [&str; 3] = ["up", "down", "both"];

/// What was asked for, and what is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PedigreeShown {
    /// As it was typed; empty before that.
    pub thing: String,
    /// One of [`DIRECTIONS`].
    pub direction: String,
    /// Its way.
    pub way: Option<Pedigree<'static>>,
    /// Why there is none; an identifier.
    pub wrong: Option<&'static str>,
}

/// The page.
#[component]
pub(super) fn PedigreePage(desk: Desk, shown: PedigreeShown) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let PedigreeShown {
        thing,
        direction,
        way,
        wrong,
    } = shown;
    let wrong = wrong.map(|wrong| {
        view! { <p class="caution" role="alert">{word(words, "desk-pedigree-wrong", wrong)}</p> }
    });
    let told = way.as_ref().map(|way| {
        let cut = way.cut.as_ref().map(|_| words.desk_pedigree_cut());
        let what = way.things.first().map(|first| called(words, first));
        view! {
            <h2>{what}</h2>
            <p class="value">{way.path.trim_start_matches('/').to_owned()}</p>
            {cut.map(|cut| view! { <p class="caution">{cut}</p> })}
        }
    });
    let way = way.map(|way| view! { <WholeWay way=way context=context.clone() /> });
    view! {
        <section>
            <h1>{words.desk_pedigree_title()}</h1>
            <p class="hint">{words.desk_pedigree_hint()}</p>
            {wrong}
            <form method="get" action="/desk/pedigree">
                <label for="thing">{words.desk_pedigree_thing()}</label>
                <p class="hint" id="thing-hint">{words.desk_pedigree_thing_hint()}</p>
                <input id="thing" name="thing" value=thing maxlength="2000" autocomplete="off" spellcheck="false" aria-describedby="thing-hint" required />
                <label for="direction">{words.desk_pedigree_direction()}</label>
                {choice(words, "direction", "direction", "desk-pedigree-direction", &DIRECTIONS, &direction)}
                <button type="submit" class="primary">{words.desk_pedigree_show()}</button>
            </form>
            {told}
        </section>
        {way}
    }
    .into_any()
}
