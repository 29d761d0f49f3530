//! `/rewards`: the points of this browser, what waits, and what they were for.

use leptos::prelude::*;
use wire::reward::{BrandPoints, OwnVoucher, RewardEntry, Rewards, VoucherOffer, WaitingPoints};

use crate::{Context, components::Serial};

/// The points.
#[component]
pub fn RewardsPage(context: Context, rewards: Rewards) -> impl IntoView {
    let words = context.words;
    let brands = rewards.brands.iter().map(|brand| of_brand(&context, brand));
    let brands = match rewards.brands.is_empty() {
        true => view! { <p>{words.rewards_empty()}</p> }.into_any(),
        false => brands.collect_view().into_any(),
    };
    let waiting = rewards.waiting.iter().map(|one| waits(&context, one));
    let waiting = (!rewards.waiting.is_empty()).then(|| {
        view! {
            <h2>{words.rewards_waiting_title()}</h2>
            <ul class="ledger">{waiting.collect_view()}</ul>
        }
    });
    let vouchers = rewards.vouchers.iter().map(|one| voucher(&context, one));
    let vouchers = (!rewards.vouchers.is_empty()).then(|| {
        view! {
            <h2>{words.rewards_vouchers_title()}</h2>
            <ul class="vouchers">{vouchers.collect_view()}</ul>
        }
    });
    let entries = rewards.entries.iter().map(|one| entry(&context, one));
    let history = (!rewards.entries.is_empty()).then(|| {
        view! {
            <h2>{words.rewards_history_title()}</h2>
            <ul class="ledger">{entries.collect_view()}</ul>
        }
    });
    view! {
        <section class="mine rewards">
            <h1>{words.rewards_title()}</h1>
            <p>{words.rewards_intro()}</p>
            {vouchers}
            {brands}
            {waiting}
            {history}
            <p class="hint">{words.rewards_fair()}</p>
        </section>
    }
    .into_any()
}

fn of_brand(context: &Context, brand: &BrandPoints) -> AnyView {
    let words = context.words;
    let offers = brand.offers.iter().map(|one| offer(context, one));
    let offers = (!brand.offers.is_empty()).then(|| {
        view! {
            <h3>{words.rewards_offers_title(&brand.name)}</h3>
            <ul class="offers">{offers.collect_view()}</ul>
        }
    });
    let waiting = (brand.waiting > 0)
        .then(|| view! { <p class="hint">{words.rewards_waiting(brand.waiting)}</p> });
    view! {
        <section class="brand-points">
            <h2>{brand.name.clone()}</h2>
            <p class="sum">{words.rewards_sum(brand.points)}</p>
            {waiting}
            {offers}
        </section>
    }
    .into_any()
}

fn offer(context: &Context, offer: &VoucherOffer) -> AnyView {
    let words = context.words;
    let way = match offer.is_affordable {
        false => view! { <p class="hint">{words.rewards_more_needed(offer.points)}</p> }.into_any(),
        true => view! {
            <form method="post" action="/rewards/take">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <input type="hidden" name="kind" value=offer.id.clone() />
                <input type="hidden" name="nth" value=offer.nth.to_string() />
                <button type="submit">{words.rewards_take(offer.points)}</button>
            </form>
        }
        .into_any(),
    };
    view! { <li><p><strong>{offer.name.clone()}</strong></p>{way}</li> }.into_any()
}

fn voucher(context: &Context, voucher: &OwnVoucher) -> AnyView {
    let words = context.words;
    let stands = match &voucher.redeemed_at {
        Some(at) => words.voucher_used(words.ago(at, &context.now)),
        None => words.voucher_until(words.day(&voucher.ends_on)),
    };
    let code = voucher.redeemed_at.is_none().then(|| {
        view! { <p class="voucher-code"><Serial text=voucher.code.clone() /></p> }
    });
    view! {
        <li>
            <p><strong>{voucher.name.clone()}</strong>" "<span class="hint">{voucher.brand.clone()}</span></p>
            {code}
            <p class="hint">{stands}</p>
        </li>
    }
    .into_any()
}

fn waits(context: &Context, one: &WaitingPoints) -> AnyView {
    let words = context.words;
    let why = match &one.why[..] {
        "basis" | "again" if !one.has_hidden => Some(words.waits_receipt()),
        why => words.find(&format!("waits-{why}")),
    };
    let why = why.unwrap_or(words.waits_staff());
    let by_code = matches!(&one.why[..], "basis" | "again" | "network");
    let link = (by_code && one.has_hidden).then(|| {
        let href = format!("{}#reveal", one.path);
        view! { <a class="step" href=href>{words.rewards_to_pack()}</a> }
    });
    view! {
        <li>
            <span><strong>{words.rewards_waiting_line(one.points, &one.product)}</strong></span>
            " " <time datetime=one.at.clone()>{words.ago(&one.at, &context.now)}</time>
            <p class="waits-why">{why}" "<span class="hint">{one.reference.clone()}</span></p>
            {link}
        </li>
    }
    .into_any()
}

fn entry(context: &Context, entry: &RewardEntry) -> AnyView {
    let words = context.words;
    let id = format!("reward-{}", entry.reason);
    let text = words.say(&id, &[("reference", entry.reference.clone())]);
    view! {
        <li>
            <span>{text.unwrap_or_else(|| entry.reason.clone())}</span>
            " " <span class="points-change">{format!("{:+}", entry.points)}</span>
            " " <time datetime=entry.at.clone()>{words.ago(&entry.at, &context.now)}</time>
        </li>
    }
    .into_any()
}
