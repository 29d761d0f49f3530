//! The pages as the server sends them: each a function from data to the body's content.

use leptos::prelude::*;
use wire::answer::Answer;

use super::{
    AskedFor, ClaimDone, ComparedPage, ContestDone, DemoLabel, DemoPage, FeedbackPage,
    FeedbackPart, FollowPage, FollowState, Found, Frame, Home, Keeping, KeyringPage, KeyringPart,
    KeyringTrouble, MinePage, OtherCode, PedigreePage, PrivacyPage, PrivacyPart, ProblemPage,
    ProofPage, RegistrationDone, ReportedPage, ReturnOfferPage, ReturnSlip, ReturnStatus,
    RevealDone, RewardsPage, ScanFallback, ScanTrouble, SlipPage,
};
use crate::{
    Context,
    components::{Choice, LinkChoices, ProductPage, SymbolList},
};

/// A page, ready to be put into a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// For the window and for search engines.
    pub title: String,
    /// The content of `<body>`.
    pub html: String,
}

fn page(context: &Context, path: &str, title: String, content: AnyView) -> Page {
    let title = format!("{title} · {}", context.words.brand_name());
    let html = view! { <Frame context=context.clone() path=path.to_owned()>{content}</Frame> };
    Page {
        title,
        html: html.to_html(),
    }
}

/// Renders outside of any reactive owner's way.
fn render(make: impl FnOnce() -> Page) -> Page {
    Owner::new().with(make)
}

/// The product page of an answer; `path` is the one that the language links lead back to.
#[must_use]
pub fn product(answer: &Answer, context: &Context, path: &str) -> Page {
    render(|| {
        let is_other = wire::answer::is_other(&answer.code.form, &answer.code.faults);
        let content = if is_other {
            view! { <OtherCode code=answer.code.clone() host=None context=context.clone() /> }
                .into_any()
        } else {
            view! { <ProductPage answer=answer.clone() context=context.clone() /> }.into_any()
        };
        page(context, path, context.words.headline(answer), content)
    })
}

/// The pedigree of a thing; `path` is the one that the language links lead back to.
#[must_use]
pub fn pedigree(
    pedigree: &wire::pedigree::Pedigree<'static>,
    context: &Context,
    path: &str,
) -> Page {
    render(|| {
        let content = view! { <PedigreePage pedigree=pedigree.clone() context=context.clone() /> };
        let title = context.words.pedigree_title().to_owned();
        page(context, path, title, content.into_any())
    })
}

macro_rules! server_pages {
    ($($(#[$doc:meta])* fn $name:ident($($argument:ident: $type:ty),*) at $path:expr, $title:expr => $view:expr;)*) => {
        $(
            $(#[$doc])*
                        #[must_use]
            pub fn $name(context: &Context, $($argument: $type),*) -> Page {
                render(|| page(context, $path, $title(context), $view(context).into_any()))
            }
        )*
    };
}

server_pages! {
    /// `/`.
    fn home(has_demo: bool) at "/", |c: &Context| c.words.home_title().to_owned()
        => |c: &Context| view! { <Home context=c.clone() has_demo=has_demo /> };
    /// `/scan` without a script: a photo, or typing.
    fn scan(trouble: Option<ScanTrouble>, typed: String) at "/scan", |c: &Context| c.words.scan_title().to_owned()
        => |c: &Context| view! { <ScanFallback context=c.clone() trouble=trouble typed=typed /> };
    /// Several codes in an uploaded photo.
    fn choices(choices: Vec<Choice>) at "/scan", |c: &Context| c.words.scan_title().to_owned()
        => |c: &Context| view! { <SymbolList context=c.clone() choices=choices /> };
    /// Several links of one type about something of that name.
    fn link_choices(name: String, links: Vec<wire::answer::Link>) at "/", |_: &Context| name.clone()
        => |c: &Context| view! { <LinkChoices context=c.clone() name=name.clone() links=links /> };
    /// `/mine`.
    fn mine(found: Found, about: (Vec<wire::form::RegistrationView>, Vec<wire::form::ClaimView>), rewards: wire::reward::Rewards, follows: Vec<wire::follow::FollowView>, kept: (Vec<wire::feedback::OwnFeedback>, Option<Vec<wire::suggestion::Suggestion>>), keeping: Keeping) at "/mine", |c: &Context| c.words.mine_title().to_owned()
        => |c: &Context| view! { <MinePage context=c.clone() found=found own=about.0 returns=about.1 rewards=rewards follows=follows said=kept.0 suggested=kept.1 keeping=keeping /> };
    /// `/mine/passkeys` and `/mine/open`.
    fn keyring(part: KeyringPart, trouble: Option<KeyringTrouble>) at "/mine", |c: &Context| c.words.keyring_manage().to_owned()
        => |c: &Context| leptos::view! { <KeyringPage context=c.clone() part=part trouble=trouble /> };
    /// `/rewards`.
    fn rewards(rewards: wire::reward::Rewards) at "/rewards", |c: &Context| c.words.rewards_title().to_owned()
        => |c: &Context| leptos::view! { <RewardsPage context=c.clone() rewards=rewards /> };
    /// `/privacy`: what is kept about this browser, and what erasing it does.
    fn privacy(part: PrivacyPart) at "/privacy", |c: &Context| c.words.privacy_title().to_owned()
        => |c: &Context| view! { <PrivacyPage context=c.clone() part=part.clone() /> };
    /// After a registration.
    fn registered(view: wire::form::RegistrationView, keeping: Keeping) at "/mine", |c: &Context| c.words.register_done_title().to_owned()
        => |c: &Context| leptos::view! { <RegistrationDone context=c.clone() registration=view keeping=keeping /> };
    /// `/proof/{token}`: whose a unit is, for a buyer.
    fn proof(view: wire::form::ProofView) at "/mine", |c: &Context| c.words.proof_title().to_owned()
        => |c: &Context| leptos::view! { <ProofPage context=c.clone() proof=view /> };
    /// After a buyer asked for a unit.
    fn asked_for(view: wire::form::RegistrationView) at "/mine", |c: &Context| c.words.asked_for_title().to_owned()
        => |c: &Context| leptos::view! { <AskedFor context=c.clone() registration=view /> };
    /// After somebody disputed a unit that another has registered.
    fn contested(view: wire::form::RegistrationView) at "/mine", |c: &Context| c.words.dispute_title().to_owned()
        => |c: &Context| leptos::view! { <ContestDone context=c.clone() registration=view /> };
    /// After a claim.
    fn claimed(view: wire::form::ClaimView) at "/mine", |c: &Context| c.words.claim_title().to_owned()
        => |c: &Context| leptos::view! { <ClaimDone context=c.clone() claim=view /> };
    /// `/returns/for/{registration}`; whether the place that was typed is one that is known here.
    fn return_offer(offer: wire::returns::ReturnOffer, is_found: bool) at &format!("/returns/for/{}", offer.registration), |c: &Context| c.words.return_title().to_owned()
        => |c: &Context| leptos::view! { <ReturnOfferPage context=c.clone() offer=offer.clone() is_found=is_found /> };
    /// `/returns/{reference}`.
    fn return_status(view: wire::form::ClaimView) at &format!("/returns/{}", view.reference), |c: &Context| c.words.return_status_title(&view.reference)
        => |c: &Context| leptos::view! { <ReturnStatus context=c.clone() view=view.clone() /> };
    /// `/returns/{reference}/slip`, with the reference as an SVG of a Data Matrix.
    fn return_slip(view: wire::form::ClaimView, symbol: String) at &format!("/returns/{}/slip", view.reference), |c: &Context| c.words.return_slip_title().to_owned()
        => |c: &Context| leptos::view! { <ReturnSlip context=c.clone() view=view.clone() symbol=symbol.clone() /> };
    /// After comparing a pack with its picture.
    fn compared(view: wire::form::CompareView) at "/mine", |c: &Context| c.words.look_title().to_owned()
        => |c: &Context| leptos::view! { <ComparedPage context=c.clone() view=view /> };
    /// After a report of what is wrong.
    fn reported(view: wire::form::ReportView) at "/mine", |c: &Context| c.words.report_title().to_owned()
        => |c: &Context| leptos::view! { <ReportedPage context=c.clone() view=view /> };
    /// After feedback was given, or taken back.
    fn feedback(part: FeedbackPart) at "/mine", |c: &Context| c.words.feedback_title().to_owned()
        => |c: &Context| leptos::view! { <FeedbackPage context=c.clone() part=part /> };
    /// Something typed that can't be right.
    fn slip(view: wire::form::SlipView) at "/scan", |c: &Context| c.words.typed_title().to_owned()
        => |c: &Context| leptos::view! { <SlipPage context=c.clone() view=view /> };
    /// After a reveal.
    fn revealed(view: wire::form::RevealView) at "/mine", |c: &Context| c.words.reveal_title().to_owned()
        => |c: &Context| leptos::view! { <RevealDone context=c.clone() reveal=view /> };
    /// Something that is followed, as its private link shows it.
    fn followed(view: wire::follow::FollowView, state: FollowState, address: String) at &view.link, |c: &Context| c.words.follow_page_title().to_owned()
        => |c: &Context| leptos::view! { <FollowPage context=c.clone() follow=view.clone() state=state.clone() address=address.clone() /> };
    /// `/demo`.
    fn demo(labels: Vec<DemoLabel>) at "/demo", |c: &Context| c.words.demo_title().to_owned()
        => |c: &Context| view! { <DemoPage context=c.clone() labels=labels /> };
    /// An error as a page; with the path of the pack whose form was refused.
    fn problem(problem: &wire::problem::Problem, pack: Option<String>) at "/", |c: &Context| c.words.problem_title().to_owned()
        => |c: &Context| view! { <ProblemPage context=c.clone() problem=problem.clone() pack=pack /> };
    /// A code that is no product's: a link or a note.
    fn other(code: wire::answer::Code, host: Option<String>) at "/scan", |c: &Context| c.words.scan_title().to_owned()
        => |c: &Context| view! { <OtherCode context=c.clone() code=code host=host /> };
}
