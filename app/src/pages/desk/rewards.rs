//! `/desk/rewards`: rules, what waits, vouchers; `/desk/vouchers`: taking one in a shop.

use leptos::prelude::*;

use super::{Desk, choice, csrf, word};
use crate::Context;

/// What a brand gives.
#[derive(Clone, Debug, PartialEq)]
pub struct RulesShown {
    /// What points come from on; an identifier.
    pub from: &'static str,
    /// Of one person in a day.
    pub person_a_day: u32,
    /// In a month.
    pub person_a_month: u32,
    /// Unproven ones out of one network in a day.
    pub network_a_day: u32,
    /// Points for a right report.
    pub report: u32,
    /// Points for giving back.
    pub recycling: u32,
    /// Points for a review.
    pub review: u32,
}

/// Points that wait.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldPoints {
    /// What was done; an identifier.
    pub act: &'static str,
    /// Its reference.
    pub reference: String,
    /// RFC 3339.
    pub at: String,
    /// How many.
    pub points: u32,
    /// What for; an identifier.
    pub why: &'static str,
    /// The product's name.
    pub product: String,
    /// As given.
    pub bought_on: Option<String>,
    /// As given.
    pub shop: Option<String>,
}

/// A kind of voucher.
#[derive(Clone, Debug, PartialEq)]
pub struct VoucherKindShown {
    /// What it is good for.
    pub name: String,
    /// What it costs.
    pub points: u32,
    /// How many there are.
    pub count: u32,
    /// How many were taken.
    pub taken: u32,
    /// How many were redeemed.
    pub redeemed: u32,
    /// Its last day, ISO 8601.
    pub ends_on: String,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct RewardsShown {
    /// The rules.
    pub rules: RulesShown,
    /// The longest first.
    pub held: Vec<HeldPoints>,
    /// What the next page comes behind.
    pub more: Option<String>,
    /// The cheapest first.
    pub kinds: Vec<VoucherKindShown>,
}

/// The rules, what waits, vouchers.
#[component]
pub(super) fn RewardsPage(desk: Desk, shown: RewardsShown) -> impl IntoView {
    let context = &desk.context;
    let words = context.words;
    let held = shown.held.iter().map(|one| waits(context, one));
    let held = match shown.held.is_empty() {
        true => view! { <p class="empty">{words.desk_rewards_held_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{held.collect_view()}</ul> }.into_any(),
    };
    let more = shown.more.as_ref().map(|behind| {
        let href = format!("/desk/rewards?behind={}", behind.replace(' ', "+"));
        view! { <p><a href=href rel="next">{words.desk_rewards_more()}</a></p> }
    });
    view! {
        <section>
            <h1>{words.desk_rewards_title()}</h1>
            <p class="about">{words.desk_rewards_about()}</p>
            <h2>{words.desk_rewards_held_title()}</h2>
            {held}
            {more}
            {kinds(context, &shown.kinds)}
            {rules(context, &shown.rules)}
        </section>
    }
    .into_any()
}

fn waits(context: &Context, one: &HeldPoints) -> AnyView {
    let words = context.words;
    let bought = one.bought_on.as_ref().map(|on| words.day(on));
    let said: Vec<String> = [bought, one.shop.clone()].into_iter().flatten().collect();
    let said = (!said.is_empty()).then(|| view! { <p>{said.join(", ")}</p> });
    view! {
        <li>
            <p><strong>{words.rewards_waiting_line(one.points, &one.product)}</strong></p>
            <p class="hint">{word(words, "deed", one.act)}" "{one.reference.clone()}", "{words.ago(&one.at, &context.now)}". "{word(words, "held", one.why)}</p>
            {said}
            <form class="act" method="post" action="/desk/rewards/decide">
                {csrf(context)}
                <input type="hidden" name="act" value=one.act />
                <input type="hidden" name="reference" value=one.reference.clone() />
                <div class="pack-acts">
                    <button type="submit" name="choice" value="grant">{words.desk_rewards_grant()}</button>
                    <button type="submit" name="choice" value="refuse" class="danger">{words.desk_rewards_refuse()}</button>
                </div>
            </form>
        </li>
    }
    .into_any()
}

fn kinds(context: &Context, kinds: &[VoucherKindShown]) -> AnyView {
    let words = context.words;
    let rows = kinds.iter().map(|kind| {
        let stands = words.desk_vouchers_stand(
            kind.count.to_string(),
            words.day(&kind.ends_on),
            kind.redeemed.to_string(),
            kind.taken.to_string(),
        );
        view! {
            <li>
                <p><strong>{kind.name.clone()}</strong>" "<span class="hint">{words.rewards_sum(kind.points)}</span></p>
                <p class="hint">{stands}</p>
            </li>
        }
    });
    let list =
        (!kinds.is_empty()).then(|| view! { <ul class="desk-list">{rows.collect_view()}</ul> });
    let today = context.now.get(..10).unwrap_or_default().to_owned();
    view! {
        <h2>{words.desk_vouchers_title()}</h2>
        {list}
        <form method="post" action="/desk/rewards/vouchers">
            {csrf(context)}
            <label for="voucher-name">{words.desk_vouchers_name()}</label>
            <input id="voucher-name" name="name" maxlength="80" required />
            {number(words.desk_vouchers_points(), "points", 500)}
            {number(words.desk_vouchers_count(), "count", 100)}
            <label for="ends_on">{words.desk_vouchers_ends()}</label>
            <input id="ends_on" name="ends_on" type="date" min=today required />
            <button type="submit">{words.desk_vouchers_make()}</button>
        </form>
    }
    .into_any()
}

fn number(label: &'static str, name: &'static str, value: u32) -> AnyView {
    view! {
        <label for=name>{label}</label>
        <input id=name name=name type="number" min="0" max="1000000" required value=value.to_string() />
    }
    .into_any()
}

fn rules(context: &Context, rules: &RulesShown) -> AnyView {
    let words = context.words;
    let bases = ["proven", "supported", "claimed"];
    view! {
        <h2>{words.desk_rewards_rules()}</h2>
        <form method="post" action="/desk/rewards/rules">
            {csrf(context)}
            <label for="from">{words.desk_rewards_from()}</label>
            {choice(words, "from", "from", "from", &bases, rules.from)}
            <p class="hint">{words.desk_rewards_from_hint()}</p>
            {number(words.desk_rewards_report(), "report", rules.report)}
            {number(words.desk_rewards_recycling(), "recycling", rules.recycling)}
            {number(words.desk_rewards_review(), "review", rules.review)}
            {number(words.desk_rewards_day(), "person_a_day", rules.person_a_day)}
            {number(words.desk_rewards_month(), "person_a_month", rules.person_a_month)}
            {number(words.desk_rewards_network(), "network_a_day", rules.network_a_day)}
            <button type="submit" class="primary">{words.desk_rewards_save()}</button>
        </form>
    }
    .into_any()
}

/// Where a shop takes a voucher; `redeemed` is what the last one was good for.
#[component]
pub(super) fn VouchersPage(desk: Desk, redeemed: Option<String>) -> impl IntoView {
    let context = &desk.context;
    let words = context.words;
    let done = redeemed.map(
        |name| view! { <p class="good" role="status">{words.desk_voucher_redeemed(name)}</p> },
    );
    view! {
        <section>
            <h1>{words.desk_vouchers_title()}</h1>
            <p class="about">{words.desk_vouchers_about()}</p>
            {done}
            <form method="post" action="/desk/vouchers">
                {csrf(context)}
                <label for="code">{words.code_label()}</label>
                <input id="code" name="code" autocomplete="off" autocapitalize="characters" maxlength="60" required />
                <button type="submit" class="primary">{words.desk_voucher_redeem()}</button>
            </form>
        </section>
    }
    .into_any()
}
