//! What the holder of a registration sees and does: how it stands, showing it to a buyer, answering
//! one, a theft, a dispute.

use leptos::prelude::*;
use wire::form::{DisputeView, ReceiptView, RegistrationView};

use super::mine::BuyerLink;
use crate::{Context, Words};

/// How a registration stands, and on what it rests.
pub(super) fn standing(view: &RegistrationView, context: &Context) -> AnyView {
    let words = context.words;
    let evidence = words.find(&format!("evidence-{}", view.evidence));
    let has_none = ["waiting", "not-given", "lost", "refused"].contains(&view.state.as_str());
    let evidence = evidence.filter(|_| !has_none);
    let at = view.state_at.as_deref().unwrap_or_default();
    let state = match view.state.as_str() {
        "held" => None,
        "waiting" => Some(words.owner_waiting(words.day(at))),
        "not-given" => Some(words.owner_not_given().to_owned()),
        "lost" => Some(words.owner_lost().to_owned()),
        "refused" => Some(words.owner_refused().to_owned()),
        "displaced" => Some(words.owner_displaced(words.ago(at, &context.now))),
        "returned" => Some(words.owner_returned(words.ago(at, &context.now))),
        "transferred" => Some(words.owner_transferred(words.ago(at, &context.now))),
        _ => Some(words.owner_decided(words.ago(at, &context.now))),
    };
    let stolen = view.stolen_at.as_ref().map(|at| {
        view! { <p class="trouble">{words.owner_stolen_since(words.ago(at, &context.now))}</p> }
    });
    view! {
        {state.map(|state| view! { <p class="status">{state}</p> })}
        {stolen}
        {evidence.map(|evidence| view! { <p class="hint">{evidence}</p> })}
        {view.receipt.as_ref().map(|receipt| receipt_facts(receipt, view, context))}
        {view.dispute.as_ref().map(|dispute| dispute_facts(dispute, context))}
    }
    .into_any()
}

fn receipt_facts(receipt: &ReceiptView, view: &RegistrationView, context: &Context) -> AnyView {
    let words = context.words;
    let text = match receipt.status.as_str() {
        "open" => words.receipt_open(&view.brand, words.ago(&receipt.sent_at, &context.now)),
        "supported" => words.receipt_supported(&view.brand),
        _ => words.receipt_refused(&view.brand),
    };
    let reason = Some(receipt.reason.clone()).filter(|reason| !reason.is_empty());
    view! {
        <p class="hint">{text}</p>
        {reason.map(|reason| view! { <p class="claim-said">{reason}</p> })}
    }
    .into_any()
}

fn dispute_facts(dispute: &DisputeView, context: &Context) -> AnyView {
    let words = context.words;
    let status = words.find(&format!("dispute-is-{}", dispute.status));
    let reason = Some(dispute.reason.clone()).filter(|reason| !reason.is_empty());
    view! {
        <h3>{words.dispute_title()}</h3>
        <p><strong>{status}</strong>" "<span class="hint">{words.mine_opened_at(words.ago(&dispute.opened_at, &context.now))}</span></p>
        <p class="claim-said">{dispute.message.clone()}</p>
        {reason.map(|reason| view! { <p class="claim-said">{reason}</p> })}
    }
    .into_any()
}

/// What can be done about it.
pub(super) fn acts(
    context: &Context,
    view: &RegistrationView,
    code: &str,
    link: Option<BuyerLink>,
) -> AnyView {
    let has_open = view
        .dispute
        .as_ref()
        .is_some_and(|dispute| dispute.status == "open");
    // What ended is open to its code alone.
    let is_open = view.state == "held" || !code.is_empty();
    let may_dispute = is_open
        && !has_open
        && !matches!(
            view.state.as_str(),
            "waiting" | "not-given" | "lost" | "returned"
        );
    let form = Form {
        context,
        view,
        code,
    };
    let dispute = may_dispute.then(|| form.dispute());
    if view.state != "held" {
        return dispute.into_any();
    }
    let is_stolen = view.stolen_at.is_some();
    let buyer = view
        .buyer_waits_until
        .as_ref()
        .map(|until| form.answer(until, is_stolen));
    let link = link.map(|link| shown(context, &link));
    let show = (!is_stolen).then(|| form.show());
    let receipt = form.receipt();
    view! {
        {link}
        {buyer}
        {receipt}
        {form.service()}
        {form.certificate()}
        {show}
        {form.theft(is_stolen)}
        {dispute}
    }
    .into_any()
}

fn shown(context: &Context, link: &BuyerLink) -> AnyView {
    let words = context.words;
    view! {
        <div class="good" role="status">
            <p>{words.proof_made(words.day(&link.ends_at))}</p>
            <p class="value"><a href=link.url.clone()>{link.url.clone()}</a></p>
        </div>
    }
    .into_any()
}

/// The forms about one registration; without a code, for the session that it is kept under.
struct Form<'a> {
    context: &'a Context,
    view: &'a RegistrationView,
    code: &'a str,
}

impl Form<'_> {
    fn words(&self) -> Words {
        self.context.words
    }

    /// What every form carries.
    fn hidden(&self) -> AnyView {
        hidden(self.context, &self.view.reference, self.code)
    }

    fn certificate(&self) -> AnyView {
        view! {
            <form method="post" action="/mine/certificate">
                {self.hidden()}
                <button type="submit">{self.words().certificate_get()}</button>
            </form>
        }
        .into_any()
    }

    /// A repair or return, on pages of its own.
    fn service(&self) -> AnyView {
        if self.code.is_empty() {
            let href = format!("/returns/for/{}", self.view.reference);
            return view! { <p><a class="step" href=href>{self.words().own_return()}</a></p> }
                .into_any();
        }
        view! {
            <form method="post" action="/mine/return">
                {self.hidden()}
                <button type="submit">{self.words().own_return()}</button>
            </form>
        }
        .into_any()
    }

    /// For what rests on the holder's word alone, once; again where it was refused.
    fn receipt(&self) -> Option<AnyView> {
        let words = self.words();
        let is_open = self.view.evidence == "claimed";
        let status = self.view.receipt.as_ref().map(|one| one.status.as_str());
        if !is_open || status.is_some_and(|status| status != "refused") {
            return None;
        }
        let form = view! {
            <details class="more">
                <summary>{words.receipt_offer()}</summary>
                <form class="report" method="post" action="/mine/receipt" enctype="multipart/form-data">
                    {self.hidden()}
                    <p>{words.receipt_why(&self.view.brand)}</p>
                    <label for="receipt-photo">{words.receipt_photo()}</label>
                    <input id="receipt-photo" name="photo" type="file" accept="image/*" required aria-describedby="receipt-hint" />
                    <p class="hint" id="receipt-hint">{words.receipt_hint()}</p>
                    <button type="submit" class="primary">{words.receipt_send()}</button>
                </form>
            </details>
        };
        Some(form.into_any())
    }

    fn show(&self) -> AnyView {
        let words = self.words();
        view! {
            <details class="more">
                <summary>{words.proof_offer()}</summary>
                <form method="post" action="/mine/show">
                    {self.hidden()}
                    <p>{words.proof_why()}</p>
                    <label for="show-days">{words.proof_days()}</label>
                    <select id="show-days" name="choice">
                        <option value="1">{words.proof_days_1()}</option>
                        <option value="7" selected=true>{words.proof_days_7()}</option>
                        <option value="30">{words.proof_days_30()}</option>
                    </select>
                    <button type="submit" class="primary">{words.proof_make()}</button>
                </form>
            </details>
        }
        .into_any()
    }

    fn answer(&self, until: &str, is_stolen: bool) -> AnyView {
        let words = self.words();
        let give = (!is_stolen).then(|| {
            view! { <button type="submit" name="choice" value="yes" class="primary">{words.transfer_give()}</button> }
        });
        view! {
            <form method="post" action="/mine/transfer">
                {self.hidden()}
                <h3>{words.transfer_title()}</h3>
                <p>{words.transfer_why(words.day(until))}</p>
                {give}
                <button type="submit" name="choice" value="no">{words.transfer_refuse()}</button>
            </form>
        }
        .into_any()
    }

    fn theft(&self, is_stolen: bool) -> AnyView {
        let words = self.words();
        if is_stolen {
            return view! {
                <form method="post" action="/mine/stolen">
                    {self.hidden()}
                    <button type="submit" name="choice" value="no">{words.theft_over()}</button>
                </form>
            }
            .into_any();
        }
        view! {
            <details class="more">
                <summary>{words.theft_offer()}</summary>
                <form method="post" action="/mine/stolen">
                    {self.hidden()}
                    <p>{words.theft_why()}</p>
                    <button type="submit" name="choice" value="yes" class="danger">{words.theft_report()}</button>
                </form>
            </details>
        }
        .into_any()
    }

    fn dispute(&self) -> AnyView {
        let words = self.words();
        view! {
            <details class="more">
                <summary>{words.dispute_offer()}</summary>
                <form method="post" action="/mine/dispute">
                    {self.hidden()}
                    <label for="dispute">{words.dispute_label()}</label>
                    <textarea id="dispute" name="message" rows="4" maxlength="2000" required></textarea>
                    <button type="submit" class="primary">{words.dispute_send()}</button>
                </form>
            </details>
        }
        .into_any()
    }
}

/// What a form about a registration carries; no code where the session opens it.
pub(super) fn hidden(context: &Context, reference: &str, code: &str) -> AnyView {
    let code = Some(code.to_owned()).filter(|code| !code.is_empty());
    view! {
        <input type="hidden" name="csrf" value=context.csrf.clone() />
        <input type="hidden" name="reference" value=reference.to_owned() />
        {code.map(|code| view! { <input type="hidden" name="code" value=code /> })}
    }
    .into_any()
}

/// What this browser has registered, or the person on any of their devices; nothing where that is
/// nothing.
pub(super) fn own_list(
    context: &Context,
    own: &[RegistrationView],
    on_all_devices: bool,
) -> Option<AnyView> {
    let words = context.words;
    let title = match on_all_devices {
        true => words.keyring_own(),
        false => words.own_title(),
    };
    let (own, asked): (Vec<&RegistrationView>, Vec<&RegistrationView>) =
        own.iter().partition(|view| view.state == "held");
    let rows = own.iter().map(|view| {
        let recall = view.recall.as_deref().map(|certainty| {
            let said = match certainty {
                "certain" => words.own_recalled(),
                _ => words.own_maybe_recalled(),
            };
            view! { <p class="trouble"><a href=format!("{}#recall", view.path)>{said}</a></p> }
        });
        let warranty = view.warranty_until.as_ref();
        let warranty = warranty.map(|on| words.warranty_until(words.day(on)));
        let when = words.mine_registered_at(words.ago(&view.registered_at, &context.now));
        view! {
            <li>
                {recall}
                <a class="step" href=view.path.clone()>{view.product.clone()}</a>
                " "<span class="hint">{view.reference.clone()}", "{when}</span>
                {warranty.map(|warranty| view! { " "<span class="hint">{warranty}</span> })}
                <a class="step" href=format!("/mine/registrations/{}", view.reference) aria-label=format!("{}: {}", words.own_manage(), view.product)>{words.own_manage()}</a>
                " "
                <a class="step" href=format!("/returns/for/{}", view.reference) aria-label=format!("{}: {}", words.own_return(), view.product)>{words.own_return()}</a>
            </li>
        }
    });
    let rows = rows.collect_view();
    let wishes = asked.iter().map(|view| {
        view! {
            <li>
                <a class="step" href=view.path.clone()>{view.product.clone()}</a>
                " "<span class="hint">{view.reference.clone()}</span>
                {standing(view, context)}
            </li>
        }
    });
    let wishes = wishes.collect_view();
    let has_own = !own.is_empty();
    let has_wishes = !asked.is_empty();
    (has_own || has_wishes).then(|| {
        view! {
            {has_own.then(|| view! { <h2>{title}</h2><ul class="facts">{rows}</ul> })}
            {has_wishes.then(|| view! { <h2>{words.own_asked_title()}</h2><ul class="facts">{wishes}</ul> })}
        }
        .into_any()
    })
}
