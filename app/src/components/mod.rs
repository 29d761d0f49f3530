//! What pages are made of, one component a file.

mod batch_card;
mod claim_form;
mod code_details;
mod journey;
mod main_action;
mod mark;
mod next_steps;
mod places;
mod product_card;
mod product_page;
mod reasons;
mod recall_notice;
mod recycling;
mod registration_form;
mod serial;
mod streak;
mod symbol_list;
mod verdict_card;

pub use batch_card::BatchCard;
pub use claim_form::ClaimForm;
pub use code_details::CodeDetails;
pub use journey::Journey;
pub use main_action::MainAction;
pub use mark::Mark;
pub use next_steps::{MainStep, NextSteps};
pub use places::Places;
pub use product_card::ProductCard;
pub use product_page::ProductPage;
pub use reasons::Reasons;
pub use recall_notice::RecallNotice;
pub use recycling::Recycling;
pub use registration_form::RegistrationForm;
pub use serial::Serial;
pub use streak::Streak;
pub use symbol_list::{Choice, SymbolList};
pub use verdict_card::VerdictCard;
