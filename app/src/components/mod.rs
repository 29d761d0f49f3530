//! What pages are made of, one component a file.
//!
//! The browser needs few of them: what it shows of a product is the server's page, in place.

mod main_action;
mod mark;
mod serial;
mod streak;

pub use main_action::MainAction;
pub use mark::Mark;
pub use serial::Serial;
pub use streak::Streak;

#[cfg(not(target_arch = "wasm32"))]
mod batch_card;
#[cfg(not(target_arch = "wasm32"))]
mod caution;
#[cfg(not(target_arch = "wasm32"))]
mod claim_form;
#[cfg(not(target_arch = "wasm32"))]
mod code_details;
#[cfg(not(target_arch = "wasm32"))]
mod compare;
#[cfg(not(target_arch = "wasm32"))]
mod feedback;
#[cfg(not(target_arch = "wasm32"))]
mod feedback_form;
#[cfg(not(target_arch = "wasm32"))]
mod follow_form;
#[cfg(not(target_arch = "wasm32"))]
mod journey;
#[cfg(not(target_arch = "wasm32"))]
mod links;
#[cfg(not(target_arch = "wasm32"))]
mod near_form;
#[cfg(not(target_arch = "wasm32"))]
mod near_map;
#[cfg(not(target_arch = "wasm32"))]
mod next_steps;
#[cfg(not(target_arch = "wasm32"))]
mod own_unit;
#[cfg(not(target_arch = "wasm32"))]
pub mod pedigree;
#[cfg(not(target_arch = "wasm32"))]
mod places;
#[cfg(not(target_arch = "wasm32"))]
mod product_card;
#[cfg(not(target_arch = "wasm32"))]
mod product_page;
#[cfg(not(target_arch = "wasm32"))]
mod reasons;
#[cfg(not(target_arch = "wasm32"))]
mod recall_notice;
#[cfg(not(target_arch = "wasm32"))]
mod recycling;
#[cfg(not(target_arch = "wasm32"))]
mod registration_form;
#[cfg(not(target_arch = "wasm32"))]
mod report_form;
#[cfg(not(target_arch = "wasm32"))]
mod reveal_form;
#[cfg(not(target_arch = "wasm32"))]
mod suggestions;
#[cfg(not(target_arch = "wasm32"))]
mod symbol_list;
#[cfg(not(target_arch = "wasm32"))]
mod typed_forms;
#[cfg(not(target_arch = "wasm32"))]
mod verdict_card;

#[cfg(not(target_arch = "wasm32"))]
pub use {
    batch_card::BatchCard,
    caution::Caution,
    claim_form::ClaimForm,
    code_details::CodeDetails,
    compare::{CompareForm, MarkedPicture},
    feedback::{FeedbackSection, Stars, answered, own_said},
    feedback_form::FeedbackForm,
    follow_form::FollowForm,
    journey::Journey,
    links::{LinkChoices, Links},
    near_form::NearForm,
    near_map::NearMap,
    next_steps::{MainStep, NextSteps},
    own_unit::OwnUnitSection,
    places::{Places, way as place_way},
    product_card::ProductCard,
    product_page::ProductPage,
    reasons::Reasons,
    recall_notice::{ContactLines, RecallNotice},
    recycling::Recycling,
    registration_form::RegistrationForm,
    report_form::{ReportForm, ReportSection},
    reveal_form::RevealForm,
    suggestions::{SuggestionSection, suggestions_form},
    symbol_list::{Choice, SymbolList},
    typed_forms::{TypedBefore, TypedForms, TypedSection},
    verdict_card::VerdictCard,
};
