//! `/desk/disputes`: whose a unit is, where holders disagree.

use leptos::prelude::*;

use super::{Desk, csrf, word};
use crate::Words;

/// A registration, as staff see it: what it rests on, and no name.
#[derive(Clone, Debug, PartialEq)]
pub struct HolderShown {
    /// As its holder has it.
    pub reference: String,
    /// An identifier.
    pub evidence: &'static str,
    /// RFC 3339.
    pub registered_at: String,
    /// As given.
    pub bought_on: Option<String>,
    /// As given.
    pub shop: Option<String>,
}

/// One dispute.
#[derive(Clone, Debug, PartialEq)]
pub struct DisputeShown {
    /// Random.
    pub id: String,
    /// The product's name.
    pub product: String,
    /// AI 21.
    pub serial: String,
    /// RFC 3339.
    pub opened_at: String,
    /// In the person's words.
    pub message: String,
    /// Whoever disputes.
    pub by: Option<HolderShown>,
    /// Whoever holds the unit; `None` for nobody.
    pub holder: Option<HolderShown>,
}

/// Those that are open, the longest first.
#[component]
pub(super) fn DisputesPage(desk: Desk, disputes: Vec<DisputeShown>) -> impl IntoView {
    let words = desk.context.words;
    let rows = disputes.iter().map(|dispute| one(&desk, dispute));
    let list = match disputes.is_empty() {
        true => view! { <p class="empty">{words.desk_disputes_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    view! {
        <section>
            <h1>{words.desk_disputes_title()}</h1>
            <p class="about">{words.desk_disputes_about()}</p>
            {list}
        </section>
    }
    .into_any()
}

fn one(desk: &Desk, dispute: &DisputeShown) -> AnyView {
    let context = &desk.context;
    let words = context.words;
    let holder = |holder: &Option<HolderShown>| match holder {
        None => words.desk_dispute_nobody().to_owned(),
        Some(holder) => told(words, holder, &context.now),
    };
    let reason = format!("reason-{}", dispute.id);
    view! {
        <li>
            <h2>{dispute.product.clone()}" "<span class="value">{dispute.serial.clone()}</span></h2>
            <p class="claim-said">{dispute.message.clone()}</p>
            <p class="hint">{words.mine_opened_at(words.ago(&dispute.opened_at, &context.now))}</p>
            <dl class="desk-facts">
                <div><dt>{words.desk_dispute_by()}</dt><dd>{holder(&dispute.by)}</dd></div>
                <div><dt>{words.desk_dispute_holder()}</dt><dd>{holder(&dispute.holder)}</dd></div>
            </dl>
            <form method="post" action="/desk/disputes/decide">
                {csrf(context)}
                <input type="hidden" name="id" value=dispute.id.clone() />
                <label for=reason.clone()>{words.desk_dispute_reason()}</label>
                <textarea id=reason name="reason" maxlength="2000" rows="3" required></textarea>
                <div class="pack-acts">
                    <button type="submit" name="choice" value="given" class="primary">{words.desk_dispute_give()}</button>
                    <button type="submit" name="choice" value="kept" class="danger">{words.desk_dispute_keep()}</button>
                </div>
            </form>
        </li>
    }
    .into_any()
}

fn told(words: Words, holder: &HolderShown, now: &str) -> String {
    let registered = words.mine_registered_at(words.ago(&holder.registered_at, now));
    let mut told = vec![
        holder.reference.clone(),
        word(words, "desk-evidence", holder.evidence),
        registered,
    ];
    told.extend(holder.bought_on.as_ref().map(|on| words.day(on)));
    told.extend(holder.shop.clone());
    told.join(", ")
}
