//! `/desk/receipts`: does this receipt show that the pack is its holder's?

use leptos::prelude::*;

use super::{Desk, csrf};

/// A receipt that nobody has decided about.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceiptShown {
    /// The reference of what was registered.
    pub registration: String,
    /// The product's name.
    pub product: String,
    /// AI 21.
    pub serial: String,
    /// RFC 3339.
    pub sent_at: String,
    /// As given, ISO 8601.
    pub bought_on: Option<String>,
    /// As given.
    pub shop: Option<String>,
}

/// Those that are open, the longest first.
#[component]
pub(super) fn ReceiptsPage(desk: Desk, receipts: Vec<ReceiptShown>) -> impl IntoView {
    let words = desk.context.words;
    let rows = receipts.iter().map(|receipt| one(&desk, receipt));
    let list = match receipts.is_empty() {
        true => view! { <p class="empty">{words.desk_receipts_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    view! {
        <section>
            <h1>{words.desk_receipts_title()}</h1>
            <p class="about">{words.desk_receipts_about()}</p>
            {list}
        </section>
    }
    .into_any()
}

fn one(desk: &Desk, receipt: &ReceiptShown) -> AnyView {
    let context = &desk.context;
    let words = context.words;
    let reason = format!("reason-{}", receipt.registration);
    let photo = format!("/desk/receipts/{}/photo", receipt.registration);
    let fact = |label: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{label}</dt><dd>{value}</dd></div> })
    };
    let bought = receipt.bought_on.as_ref().map(|on| words.day(on));
    view! {
        <li>
            <h2>{receipt.product.clone()}" "<bdi class="value">{receipt.serial.clone()}</bdi></h2>
            <p class="hint">{receipt.registration.clone()}", "{words.desk_receipt_sent(words.ago(&receipt.sent_at, &context.now))}</p>
            <p class="report-photo"><a href=photo.clone()><img src=photo.clone() alt=words.desk_receipt_photo() loading="lazy" /></a></p>
            <dl class="desk-facts">
                {fact(words.register_bought_on(), bought)}
                {fact(words.register_shop(), receipt.shop.clone())}
            </dl>
            <form method="post" action="/desk/receipts/decide">
                {csrf(context)}
                <input type="hidden" name="registration" value=receipt.registration.clone() />
                <label for=reason.clone()>{words.desk_receipt_reason()}</label>
                <textarea id=reason name="reason" maxlength="2000" rows="2"></textarea>
                <div class="pack-acts">
                    <button type="submit" name="choice" value="supported" class="primary">{words.desk_receipt_support()}</button>
                    <button type="submit" name="choice" value="refused" class="danger">{words.desk_receipt_refuse()}</button>
                </div>
            </form>
        </li>
    }
    .into_any()
}
