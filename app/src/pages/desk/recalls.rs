//! `/desk/recalls`: a brand's recalls; `/desk/recalls/new`: writing one.

use leptos::prelude::*;
use wire::imported::ImportProblem;

use super::{Desk, act_on, csrf, records::problems, word};

/// A brand's recalls.
#[derive(Clone, Debug, PartialEq)]
pub struct Recalls {
    /// The newest first.
    pub rows: Vec<RecallRow>,
}

/// A recall.
#[derive(Clone, Debug, PartialEq)]
pub struct RecallRow {
    /// What it is called.
    pub id: String,
    /// The product's name.
    pub product: String,
    /// When it was published, ISO 8601.
    pub on: String,
    /// The danger.
    pub hazard: String,
    /// The batches that it names; none for every one.
    pub batches: Vec<String>,
    /// `published`, `open` for a notice that nobody decided about, `void` for one that covers nothing.
    pub state: &'static str,
    /// When it was taken back, ISO 8601.
    pub withdrawn: Option<String>,
    /// Whether it can be taken back here.
    pub can_withdraw: bool,
}

/// A recall that is being written.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct RecallDraft {
    /// Empty until it was rehearsed.
    pub id: String,
    /// The product's GTIN.
    pub gtin: String,
    /// Between commas.
    pub batches: String,
    /// The first serial; empty for all.
    pub from: String,
    /// The last serial; empty for all.
    pub to: String,
    /// In English and German.
    pub hazard: [String; 2],
    /// In English and German.
    pub instruction: [String; 2],
    /// In English and German.
    pub identification: [String; 2],
    /// Identifiers.
    pub remedies: Vec<&'static str>,
    /// Where to call.
    pub phone: String,
    /// Where to read on.
    pub url: String,
}

/// What would come of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsed {
    /// Whether it can be published.
    pub is_right: bool,
    /// Why not.
    pub problems: Vec<ImportProblem>,
    /// What the notice lacks all the same.
    pub lacks: Vec<ImportProblem>,
}

/// The list.
#[component]
pub(super) fn RecallsPage(desk: Desk, recalls: Recalls) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let items = recalls.rows.iter().map(|row| {
        let batches = (!row.batches.is_empty()).then(|| view! { <span class="hint">{words.recall_batches(row.batches.join(", "))}</span> });
        let state = match &row.withdrawn {
            Some(on) => words.desk_recall_withdrawn(words.day(on)),
            None => word(words, "recall-state", row.state),
        };
        let withdraw = row.can_withdraw.then(|| {
            view! {
                <details>
                    <summary>{words.desk_recall_withdraw_ask()}</summary>
                    <p class="hint">{words.desk_recall_withdraw_hint()}</p>
                    {act_on(&context, "/desk/recalls/withdraw", &row.id, words.desk_recall_withdraw())}
                </details>
            }
        });
        view! {
            <li>
                <p><strong>{row.product.clone()}</strong>" "<span class="hint">{words.day(&row.on)}", "{state}", "<span class="code">{row.id.clone()}</span></span></p>
                <p>{row.hazard.clone()}{batches}</p>
                {withdraw}
            </li>
        }
    });
    let list = match recalls.rows.is_empty() {
        true => view! { <p class="empty">{words.desk_recalls_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{items.collect_view()}</ul> }.into_any(),
    };
    view! {
        <section>
            <h1>{words.desk_recalls_title()}</h1>
            <p class="hint">{words.desk_recalls_hint()}</p>
            <p><a class="button primary" href="/desk/recalls/new">{words.desk_recall_new()}</a></p>
            {list}
        </section>
    }
    .into_any()
}

/// Where one is written.
#[component]
pub(super) fn NewRecallPage(
    desk: Desk,
    products: Vec<(String, String)>,
    draft: RecallDraft,
    rehearsed: Option<Rehearsed>,
) -> impl IntoView {
    let words = desk.context.words;
    let told = rehearsed
        .as_ref()
        .map(|rehearsed| rehearsal(&desk, &products, &draft, rehearsed));
    let options = products.iter().map(|(gtin, name)| {
        view! { <option value=gtin.clone() selected=*gtin == draft.gtin>{format!("{name} ({gtin})")}</option> }
    });
    let options = options.collect_view();
    let texts = [
        (
            "hazard",
            words.desk_recall_hazard(),
            words.desk_recall_hazard_hint(),
            &draft.hazard,
            true,
        ),
        (
            "instruction",
            words.desk_recall_instruction(),
            words.desk_recall_instruction_hint(),
            &draft.instruction,
            true,
        ),
        (
            "identification",
            words.desk_recall_identification(),
            words.desk_recall_identification_hint(),
            &draft.identification,
            false,
        ),
    ];
    let texts = texts.map(|(name, label, hint, said, is_needed)| {
        let [en, de] = said;
        view! {
            <fieldset>
                <legend>{label}</legend>
                <p class="hint">{hint}</p>
                <label for=format!("{name}-en")>{words.desk_lists_en()}</label>
                <textarea id=format!("{name}-en") name=format!("{name}_en") rows="2" maxlength="600" required=is_needed lang="en">{en.clone()}</textarea>
                <label for=format!("{name}-de")>{words.desk_lists_de()}</label>
                <textarea id=format!("{name}-de") name=format!("{name}_de") rows="2" maxlength="600" lang="de">{de.clone()}</textarea>
            </fieldset>
        }
    });
    let remedies = ["refund", "repair", "replacement"].map(|id| {
        let is_on = draft.remedies.contains(&id);
        view! { <label><input type="checkbox" name=id checked=is_on />" "{word(words, "remedy", id)}</label> }
    });
    view! {
        <section>
            <h1>{words.desk_recall_new()}</h1>
            {told}
            <p class="hint">{words.desk_recall_new_hint()}</p>
            <form method="post" action="/desk/recalls/new">
                {csrf(&desk.context)}
                <label for="gtin">{words.desk_records_product()}</label>
                <select id="gtin" name="gtin" required>{options}</select>
                <label for="batches">{words.desk_recall_batches()}</label>
                <input id="batches" name="batches" maxlength="2000" value=draft.batches.clone() autocapitalize="none" spellcheck="false" />
                <p class="hint">{words.desk_recall_batches_hint()}</p>
                <label for="from">{words.desk_recall_from()}</label>
                <input id="from" name="from" maxlength="20" value=draft.from.clone() autocapitalize="none" spellcheck="false" />
                <label for="to">{words.desk_recall_to()}</label>
                <input id="to" name="to" maxlength="20" value=draft.to.clone() autocapitalize="none" spellcheck="false" />
                {texts.collect_view()}
                <fieldset>
                    <legend>{words.desk_recall_remedies()}</legend>
                    {remedies.collect_view()}
                </fieldset>
                <label for="phone">{words.desk_recall_phone()}</label>
                <input id="phone" name="phone" type="tel" maxlength="40" value=draft.phone.clone() />
                <label for="url">{words.desk_recall_url()}</label>
                <input id="url" name="url" type="url" maxlength="300" value=draft.url.clone() />
                <button type="submit">{words.desk_recall_look()}</button>
            </form>
        </section>
    }
    .into_any()
}

/// What would be published, or why it can't be.
fn rehearsal(
    desk: &Desk,
    products: &[(String, String)],
    draft: &RecallDraft,
    rehearsed: &Rehearsed,
) -> AnyView {
    let words = desk.context.words;
    if !rehearsed.is_right {
        return view! {
            <div class="alert" role="alert">
                <p><strong>{words.desk_recall_wrong()}</strong></p>
                {problems(words, &rehearsed.problems)}
            </div>
        }
        .into_any();
    }
    let name = products.iter().find(|(gtin, _)| *gtin == draft.gtin);
    let name = name.map_or_else(|| draft.gtin.clone(), |(_, name)| name.clone());
    let mut whom = Vec::new();
    if !draft.batches.trim().is_empty() {
        whom.push(words.recall_batches(&draft.batches));
    }
    if !draft.from.trim().is_empty() {
        whom.push(format!("{} – {}", draft.from, draft.to));
    }
    let whom = match whom.is_empty() {
        true => words.desk_recall_whole().to_owned(),
        false => whom.join("; "),
    };
    let hazard = draft.hazard.iter().find(|said| !said.trim().is_empty());
    let instruction = draft
        .instruction
        .iter()
        .find(|said| !said.trim().is_empty());
    let lacks = problems(words, &rehearsed.lacks).map(|lacks| {
        view! { <p>{words.desk_recall_lacks()}</p>{lacks} }
    });
    view! {
        <div class="recall-rehearsal" role="status">
            <h2>{words.desk_recall_sure()}</h2>
            <p><strong>{name}</strong>" "{whom}</p>
            <p>{hazard.cloned()}</p>
            <p>{instruction.cloned()}</p>
            {lacks}
            <form method="post" action="/desk/recalls/new">
                {csrf(&desk.context)}
                {again(draft)}
                <input type="hidden" name="sure" value="yes" />
                <button type="submit" class="danger">{words.desk_recall_publish()}</button>
            </form>
        </div>
    }
    .into_any()
}

/// The draft once more, hidden.
fn again(draft: &RecallDraft) -> AnyView {
    let hidden = |name: &'static str, value: &str| {
        view! { <input type="hidden" name=name value=value.to_owned() /> }
    };
    let remedies = draft.remedies.iter().map(|id| hidden(id, "on"));
    view! {
        {hidden("id", &draft.id)}
        {hidden("gtin", &draft.gtin)}
        {hidden("batches", &draft.batches)}
        {hidden("from", &draft.from)}
        {hidden("to", &draft.to)}
        {hidden("hazard_en", &draft.hazard[0])}
        {hidden("hazard_de", &draft.hazard[1])}
        {hidden("instruction_en", &draft.instruction[0])}
        {hidden("instruction_de", &draft.instruction[1])}
        {hidden("identification_en", &draft.identification[0])}
        {hidden("identification_de", &draft.identification[1])}
        {hidden("phone", &draft.phone)}
        {hidden("url", &draft.url)}
        {remedies.collect_view()}
    }
    .into_any()
}
