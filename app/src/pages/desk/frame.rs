//! What stands around the desk's pages: the mark, who is here, the way around.

use leptos::prelude::*;

use super::{csrf, word};
use crate::{Context, Locale, Words, components::Mark};

/// Who is here, and what their pages have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// As on every page.
    pub context: Context,
    /// Their name.
    pub person: String,
    /// Whom they work for.
    pub organisation: String,
    /// What that is; an identifier.
    pub kind: &'static str,
    /// What they are there for; an identifier.
    pub role: &'static str,
    /// Where they may go.
    pub links: Vec<Link>,
}

/// A place of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// One's own passkeys and sessions.
    Me,
    /// The people of one's organisation.
    Members,
    /// API keys.
    Keys,
    /// Devices that inspectors sign on.
    Devices,
    /// What inspectors found.
    Inspections,
    /// What inspectors choose from.
    InspectionLists,
    /// Claims under recalls.
    Claims,
    /// Repairs and returns.
    Returns,
    /// Receipts that back registrations.
    Receipts,
    /// Disputes about registrations.
    Disputes,
    /// Products, and files of records.
    Records,
    /// A brand's recalls.
    Recalls,
    /// Notices of authorities that seem to be about a brand's products.
    Notices,
    /// The field inspector's page.
    Inspect,
    /// Single packs, at a pharmacy's desk.
    Packs,
    /// What a shop sells.
    Sales,
    /// What becomes of packs at a processor.
    Processing,
    /// What a brand should look into.
    Signals,
    /// The way of its things, with all that a brand knows.
    Pedigrees,
    /// What people say is wrong.
    Reports,
    /// What people think of packs.
    Feedback,
    /// Points and vouchers.
    Rewards,
    /// Where a shop takes a voucher.
    Vouchers,
    /// What a brand lets authorities see.
    Grants,
    /// What an authority was let see.
    Granted,
    /// Partners and authorities.
    Organisations,
    /// The access log.
    Log,
}

impl Link {
    pub(super) fn path(self) -> &'static str {
        match self {
            Link::Me => "/desk/me",
            Link::Members => "/desk/members",
            Link::Keys => "/desk/keys",
            Link::Devices => "/desk/devices",
            Link::Inspections => "/desk/inspections",
            Link::InspectionLists => "/desk/inspections/lists",
            Link::Claims => "/desk/claims",
            Link::Returns => "/desk/returns",
            Link::Receipts => "/desk/receipts",
            Link::Disputes => "/desk/disputes",
            Link::Records => "/desk/records",
            Link::Recalls => "/desk/recalls",
            Link::Notices => "/desk/notices",
            Link::Inspect => "/inspect",
            Link::Packs => "/desk/packs",
            Link::Sales => "/desk/sales",
            Link::Processing => "/desk/processing",
            Link::Signals => "/desk/signals",
            Link::Pedigrees => "/desk/pedigree",
            Link::Reports => "/desk/reports",
            Link::Feedback => "/desk/feedback",
            Link::Rewards => "/desk/rewards",
            Link::Vouchers => "/desk/vouchers",
            Link::Grants => "/desk/grants",
            Link::Granted => "/desk/granted",
            Link::Organisations => "/desk/organisations",
            Link::Log => "/desk/log",
        }
    }

    pub(super) fn title(self, words: Words) -> &'static str {
        match self {
            Link::Me => words.desk_me_title(),
            Link::Members => words.desk_members_title(),
            Link::Keys => words.desk_keys_title(),
            Link::Devices => words.desk_devices_title(),
            Link::Inspections => words.desk_inspections_title(),
            Link::InspectionLists => words.desk_lists_title(),
            Link::Claims => words.desk_claims_title(),
            Link::Returns => words.desk_returns_title(),
            Link::Receipts => words.desk_receipts_title(),
            Link::Disputes => words.desk_disputes_title(),
            Link::Records => words.desk_records_title(),
            Link::Recalls => words.desk_recalls_title(),
            Link::Notices => words.desk_notices_title(),
            Link::Inspect => words.inspect_title(),
            Link::Packs => words.desk_packs_title(),
            Link::Sales => words.desk_sales_title(),
            Link::Processing => words.desk_processing_title(),
            Link::Signals => words.desk_signals_title(),
            Link::Pedigrees => words.desk_pedigree_title(),
            Link::Reports => words.desk_reports_title(),
            Link::Feedback => words.desk_feedback_title(),
            Link::Rewards => words.desk_rewards_title(),
            Link::Vouchers => words.desk_vouchers_title(),
            Link::Grants => words.desk_grants_title(),
            Link::Granted => words.desk_granted_title(),
            Link::Organisations => words.desk_organisations_title(),
            Link::Log => words.desk_log_title(),
        }
    }

    pub(super) fn about(self, words: Words) -> &'static str {
        match self {
            Link::Me => words.desk_me_about(),
            Link::Members => words.desk_members_about(),
            Link::Keys => words.desk_keys_about(),
            Link::Devices => words.desk_devices_about(),
            Link::Inspections => words.desk_inspections_about(),
            Link::InspectionLists => words.desk_lists_about(),
            Link::Claims => words.desk_claims_about(),
            Link::Returns => words.desk_returns_about(),
            Link::Receipts => words.desk_receipts_about(),
            Link::Disputes => words.desk_disputes_about(),
            Link::Records => words.desk_records_about(),
            Link::Recalls => words.desk_recalls_about(),
            Link::Notices => words.desk_notices_about(),
            Link::Inspect => words.inspect_about(),
            Link::Packs => words.desk_packs_about(),
            Link::Sales => words.desk_sales_about(),
            Link::Processing => words.desk_processing_about(),
            Link::Signals => words.desk_signals_about(),
            Link::Pedigrees => words.desk_pedigree_about(),
            Link::Reports => words.desk_reports_about(),
            Link::Feedback => words.desk_feedback_about(),
            Link::Rewards => words.desk_rewards_about(),
            Link::Vouchers => words.desk_vouchers_about(),
            Link::Grants => words.desk_grants_about(),
            Link::Granted => words.desk_granted_about(),
            Link::Organisations => words.desk_organisations_about(),
            Link::Log => words.desk_log_about(),
        }
    }
}

/// Around the pages of somebody who is signed in.
#[component]
pub(super) fn DeskFrame(desk: Desk, link: Option<Link>, children: Children) -> impl IntoView {
    let words = desk.context.words;
    let links = desk.links.iter().chain([&Link::Me]).map(|to| {
        let current = (link == Some(*to)).then_some("page");
        view! { <li><a href=to.path() aria-current=current>{to.title(words)}</a></li> }
    });
    let links = links.collect_view();
    let path = link.map_or("/desk", Link::path).to_owned();
    view! {
        <a class="skip" href="#content">{words.skip_to_content()}</a>
        <header class="top desk-top">
            <a class="mark" href="/desk" aria-label=words.desk_title()>
                <Mark />
                <span class="mark-name">{words.desk_title()}</span>
            </a>
            <div class="who">
                <p><strong>{desk.person.clone()}</strong>" "<span>{word(words, "role", desk.role)}", "{desk.organisation.clone()}</span></p>
                <form method="post" action="/desk/sign-out">
                    {csrf(&desk.context)}
                    <button type="submit" class="quiet">{words.desk_sign_out()}</button>
                </form>
            </div>
        </header>
        <nav class="desk-nav" aria-label=words.desk_nav_label()><ul>{links}</ul></nav>
        <main id="content" tabindex="-1" class="desk">{children()}</main>
        <footer class="foot"><Languages context=desk.context.clone() path=path /></footer>
    }
    .into_any()
}

/// Around the pages before that.
#[component]
pub(super) fn DoorFrame(context: Context, path: String, children: Children) -> impl IntoView {
    let words = context.words;
    view! {
        <a class="skip" href="#content">{words.skip_to_content()}</a>
        <header class="top">
            <a class="mark" href="/" aria-label=words.brand_name()>
                <Mark />
                <span class="mark-name">{words.brand_name()}</span>
            </a>
        </header>
        <main id="content" tabindex="-1" class="desk">{children()}</main>
        <footer class="foot"><Languages context=context.clone() path=path /></footer>
    }
    .into_any()
}

#[component]
fn Languages(context: Context, path: String) -> impl IntoView {
    let words = context.words;
    let languages = Locale::DESK
        .into_iter()
        .map(|locale| {
            let current = (locale == words.locale).then_some("true");
            let href = format!("{path}?lang={}", locale.tag());
            view! { <li><a href=href lang=locale.tag() hreflang=locale.tag() aria-current=current>{locale.name()}</a></li> }
        })
        .collect_view();
    view! { <nav aria-label=words.language_label()><ul class="languages">{languages}</ul></nav> }
        .into_any()
}
