//! The desk's pages: each a function from data to the body's content.
//!
//! Every act is a form. Roles, acts, depths and scopes come as identifiers; their words are here.

mod claims;
mod devices;
mod disputes;
mod feedback;
mod frame;
mod granted;
mod grants;
mod handling;
mod home;
mod inspection_findings;
mod inspection_lists;
mod inspection_totals;
mod inspections;
mod invite;
mod keys;
mod log;
mod look;
mod me;
mod members;
mod notices;
mod organisations;
mod packs;
mod pedigree;
mod recalls;
mod receipts;
mod records;
mod reports;
mod rewards;
mod sign_in;
mod signals;
mod thresholds;

pub use claims::{ClaimRow, ClaimShown, Claims, ReturnShown, Taken};
pub use devices::DeviceRow;
pub use disputes::{DisputeShown, HolderShown};
pub use feedback::{FeedbackFilter, FeedbackRow, FeedbackShown, Feedbacks};
pub use frame::{Desk, Link};
pub use granted::{GrantedProduct, GrantedRow};
pub use grants::{Authority, Given, Grants};
pub use handling::{Handling, HandlingLeave, PackHandled, PacksHandled};
pub use inspection_findings::{FindingRow, Findings};
pub use inspection_lists::{InspectionList, InspectionTermShown};
pub use inspection_totals::{
    CountedShown, CustodyShown, InspectionTotals, TallyShown, TotalsTable,
};
pub use inspections::{
    ChainShown, EntryShown, FollowShown, InspectionFilter, InspectionRow, InspectionShown,
};
pub use invite::Invited;
pub use keys::{Key, Keys};
pub use log::LogLine;
pub use look::GrantedLook;
pub use me::{Me, Passkey, Session};
pub use members::{Member, Members, OpenInvite};
pub use notices::NoticeRow;
pub use organisations::{Admitted, Organisations};
pub use packs::{Came, Packs};
pub use pedigree::{DIRECTIONS, PedigreeShown};
pub use recalls::{RecallDraft, RecallRow, Recalls, Rehearsed};
pub use receipts::ReceiptShown;
pub use records::{ProductRow, RecordsSent, RecordsShown};
pub use reports::{ReportRow, ReportShown, Reports};
pub use rewards::{HeldPoints, RewardsShown, RulesShown, VoucherKindShown};
pub use sign_in::{Question, Trouble};
pub use signals::{SignalSeen, Signals};
pub use thresholds::{NumberShown, SwitchShown, ThresholdsShown};

use leptos::prelude::*;

use self::{
    claims::{ClaimPage, ClaimsPage},
    devices::DevicesPage,
    disputes::DisputesPage,
    feedback::{FeedbackPage, FeedbacksPage},
    frame::{DeskFrame, DoorFrame},
    granted::{GrantedPage, GrantedProductPage},
    grants::GrantsPage,
    handling::{ProcessingPage, SalesPage},
    home::HomePage,
    inspection_findings::InspectionFindingsPage,
    inspection_lists::InspectionListsPage,
    inspections::{InspectionPage, InspectionsPage},
    invite::{InvitePage, NoInvitePage},
    keys::KeysPage,
    log::LogPage,
    look::GrantedLookPage,
    me::MePage,
    members::MembersPage,
    notices::NoticesPage,
    organisations::OrganisationsPage,
    packs::PacksPage,
    pedigree::PedigreePage,
    recalls::{NewRecallPage, RecallsPage},
    receipts::ReceiptsPage,
    records::RecordsPage,
    reports::{ReportPage, ReportsPage},
    rewards::{RewardsPage, VouchersPage},
    sign_in::SignInPage,
    signals::SignalsPage,
    thresholds::ThresholdsPage,
};
use super::Page;
use crate::{Context, Words};

/// A page before anybody is signed in.
fn door(context: &Context, path: &str, title: &str, content: impl FnOnce() -> AnyView) -> Page {
    let html = Owner::new().with(|| {
        let content = content();
        view! { <DoorFrame context=context.clone() path=path.to_owned()>{content}</DoorFrame> }
            .to_html()
    });
    titled(context.words, title, html)
}

/// A page of somebody who is signed in.
fn inside(desk: &Desk, link: Option<Link>, title: &str, content: impl FnOnce() -> AnyView) -> Page {
    let html = Owner::new().with(|| {
        let content = content();
        view! { <DeskFrame desk=desk.clone() link=link>{content}</DeskFrame> }.to_html()
    });
    titled(desk.context.words, title, html)
}

fn titled(words: Words, title: &str, html: String) -> Page {
    Page {
        title: format!("{title} · {}", words.brand_name()),
        html,
    }
}

/// `/desk/sign-in`; `next` is where one goes then.
#[must_use]
pub fn sign_in(
    context: &Context,
    question: Question,
    next: Option<String>,
    trouble: Option<Trouble>,
) -> Page {
    door(
        context,
        "/desk/sign-in",
        context.words.desk_sign_in(),
        || {
            view! { <SignInPage context=context.clone() question=question next=next trouble=trouble /> }
                .into_any()
        },
    )
}

/// `/desk/invite/{token}`.
#[must_use]
pub fn invite(
    context: &Context,
    invited: Invited,
    question: Question,
    trouble: Option<Trouble>,
) -> Page {
    let path = format!("/desk/invite/{}", invited.token);
    door(context, &path, context.words.desk_invite_title(), || {
        view! {
            <InvitePage context=context.clone() invited=invited question=question trouble=trouble />
        }
        .into_any()
    })
}

/// An invitation that counts no more, or never did.
#[must_use]
pub fn no_invite(context: &Context) -> Page {
    let title = context.words.desk_no_invite_title();
    door(context, "/desk/sign-in", title, || {
        view! { <NoInvitePage context=context.clone() /> }.into_any()
    })
}

/// `/desk`.
#[must_use]
pub fn home(desk: &Desk) -> Page {
    inside(desk, None, desk.context.words.desk_title(), || {
        view! { <HomePage desk=desk.clone() /> }.into_any()
    })
}

macro_rules! desk_pages {
    ($($(#[$doc:meta])* fn $name:ident($($argument:ident: $type:ty),*) is $link:expr, $title:ident, $page:ident;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name(desk: &Desk, $($argument: $type),*) -> Page {
                inside(desk, Some($link), desk.context.words.$title(), || {
                    view! { <$page desk=desk.clone() $($argument=$argument)* /> }.into_any()
                })
            }
        )*
    };
}

desk_pages! {
    /// `/desk/me`.
    fn me(me: Me) is Link::Me, desk_me_title, MePage;
    /// `/desk/members`.
    fn members(members: Members) is Link::Members, desk_members_title, MembersPage;
    /// `/desk/keys`.
    fn keys(keys: Keys) is Link::Keys, desk_keys_title, KeysPage;
    /// `/desk/devices`.
    fn devices(devices: Vec<DeviceRow>) is Link::Devices, desk_devices_title, DevicesPage;
    /// `/desk/inspections`; `older` is the address of the next page.
    fn inspections(rows: Vec<InspectionRow>, older: Option<String>, filter: InspectionFilter) is Link::Inspections, desk_inspections_title, InspectionsPage;
    /// `/desk/inspections/findings`.
    fn inspection_findings(findings: Findings) is Link::Inspections, desk_findings_title, InspectionFindingsPage;
    /// `/desk/inspections/{id}`.
    fn inspection(shown: InspectionShown) is Link::Inspections, desk_inspections_title, InspectionPage;
    /// `/desk/inspections/lists`; `is_kept` once one of them was changed.
    fn inspection_lists(lists: Vec<InspectionList>, is_kept: bool) is Link::InspectionLists, desk_lists_title, InspectionListsPage;
    /// `/desk/grants`.
    fn grants(grants: Grants) is Link::Grants, desk_grants_title, GrantsPage;
    /// `/desk/granted`.
    fn granted(rows: Vec<GrantedRow>) is Link::Granted, desk_granted_title, GrantedPage;
    /// `/desk/granted/{gtin}`.
    fn granted_product(product: GrantedProduct) is Link::Granted, desk_granted_title, GrantedProductPage;
    /// `/desk/granted/{gtin}/look`.
    fn granted_look(shown: GrantedLook) is Link::Granted, desk_granted_title, GrantedLookPage;
    /// `/desk/log`; `next` is where the next page begins.
    fn log(lines: Vec<LogLine>, next: Option<i64>) is Link::Log, desk_log_title, LogPage;
    /// `/desk/claims`.
    fn claims(claims: Claims) is Link::Claims, desk_claims_title, ClaimsPage;
    /// `/desk/claims/{reference}`.
    fn claim(claim: ClaimShown) is Link::Claims, desk_claims_title, ClaimPage;
    /// `/desk/returns`.
    fn returns(claims: Claims) is Link::Returns, desk_returns_title, ClaimsPage;
    /// `/desk/returns/{reference}`.
    fn one_return(claim: ClaimShown) is Link::Returns, desk_returns_title, ClaimPage;
    /// `/desk/receipts`.
    fn receipts(receipts: Vec<ReceiptShown>) is Link::Receipts, desk_receipts_title, ReceiptsPage;
    /// `/desk/disputes`.
    fn disputes(disputes: Vec<DisputeShown>) is Link::Disputes, desk_disputes_title, DisputesPage;
    /// `/desk/notices`.
    fn notices(rows: Vec<NoticeRow>) is Link::Notices, desk_notices_title, NoticesPage;
    /// `/desk/records`.
    fn records(shown: RecordsShown) is Link::Records, desk_records_title, RecordsPage;
    /// `/desk/recalls`.
    fn recalls(recalls: Recalls) is Link::Recalls, desk_recalls_title, RecallsPage;
    /// `/desk/recalls/new`: products are GTINs and names.
    fn new_recall(products: Vec<(String, String)>, draft: RecallDraft, rehearsed: Option<Rehearsed>) is Link::Recalls, desk_recall_new, NewRecallPage;
    /// `/desk/packs`.
    fn packs(packs: Packs) is Link::Packs, desk_packs_title, PacksPage;
    /// `/desk/sales`.
    fn sales(page: Handling) is Link::Sales, desk_sales_title, SalesPage;
    /// `/desk/processing`.
    fn processing(page: Handling) is Link::Processing, desk_processing_title, ProcessingPage;
    /// `/desk/pedigree`.
    fn pedigree(shown: PedigreeShown) is Link::Pedigrees, desk_pedigree_title, PedigreePage;
    /// `/desk/reports`.
    fn reports(reports: Reports) is Link::Reports, desk_reports_title, ReportsPage;
    /// `/desk/reports/{reference}`.
    fn report(report: ReportShown) is Link::Reports, desk_reports_title, ReportPage;
    /// `/desk/feedback`.
    fn feedbacks(feedbacks: Feedbacks) is Link::Feedback, desk_feedback_title, FeedbacksPage;
    /// `/desk/feedback/{reference}`.
    fn feedback(feedback: FeedbackShown) is Link::Feedback, desk_feedback_title, FeedbackPage;
    /// `/desk/rewards`.
    fn rewards(shown: RewardsShown) is Link::Rewards, desk_rewards_title, RewardsPage;
    /// `/desk/vouchers`.
    fn vouchers(redeemed: Option<String>) is Link::Vouchers, desk_vouchers_title, VouchersPage;
    /// `/desk/signals`.
    fn signals(signals: Signals) is Link::Signals, desk_signals_title, SignalsPage;
    /// `/desk/signals/thresholds`.
    fn thresholds(shown: ThresholdsShown) is Link::Signals, desk_thresholds_title, ThresholdsPage;
    /// `/desk/organisations`.
    fn organisations(organisations: Organisations) is Link::Organisations, desk_organisations_title, OrganisationsPage;
}

/// The word for an identifier, or the identifier itself where a later version wrote it.
fn word(words: Words, kind: &str, id: &str) -> String {
    words
        .find(&format!("{kind}-{id}"))
        .map_or_else(|| id.to_owned(), str::to_owned)
}

/// What every form carries.
fn csrf(context: &Context) -> AnyView {
    view! { <input type="hidden" name="csrf" value=context.csrf.clone() /> }.into_any()
}

/// A form of one button about one thing of a list.
fn act_on(context: &Context, action: &'static str, id: &str, text: &'static str) -> AnyView {
    view! {
        <form class="act" method="post" action=action>
            {csrf(context)}
            <input type="hidden" name="id" value=id.to_owned() />
            <button type="submit" class="danger">{text}</button>
        </form>
    }
    .into_any()
}

/// A choice among identifiers, with their words.
fn choice(
    words: Words,
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    ids: &[&'static str],
    chosen: &str,
) -> AnyView {
    let options = ids
        .iter()
        .map(|option| {
            view! { <option value=*option selected=*option == chosen>{word(words, kind, option)}</option> }
        })
        .collect_view();
    view! { <select id=id name=name>{options}</select> }.into_any()
}

/// Something that is shown once, to be copied.
fn secret(text: &str, hint: &'static str) -> AnyView {
    view! {
        <div class="good secret" role="status">
            <p>{hint}</p>
            <p class="value">{text.to_owned()}</p>
        </div>
    }
    .into_any()
}
