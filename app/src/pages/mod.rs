//! Whole pages, one file a route. Each gives the body's content; the server puts the document
//! around it, and the browser mounts the shared ones in place.

mod frame;
mod home;
mod other;

pub use frame::Frame;
pub use home::Home;
pub use other::OtherCode;

#[cfg(not(target_arch = "wasm32"))]
mod compared;
#[cfg(not(target_arch = "wasm32"))]
mod demo;
#[cfg(not(target_arch = "wasm32"))]
pub mod desk;
#[cfg(not(target_arch = "wasm32"))]
mod done;
#[cfg(not(target_arch = "wasm32"))]
mod feedback;
#[cfg(not(target_arch = "wasm32"))]
mod follow;
#[cfg(not(target_arch = "wasm32"))]
mod framed;
#[cfg(not(target_arch = "wasm32"))]
mod keyring;
#[cfg(not(target_arch = "wasm32"))]
mod mine;
#[cfg(not(target_arch = "wasm32"))]
mod ownership;
#[cfg(not(target_arch = "wasm32"))]
mod passkey;
#[cfg(not(target_arch = "wasm32"))]
mod pedigree;
#[cfg(not(target_arch = "wasm32"))]
mod privacy;
#[cfg(not(target_arch = "wasm32"))]
mod problem;
#[cfg(not(target_arch = "wasm32"))]
mod proof;
#[cfg(not(target_arch = "wasm32"))]
mod reported;
#[cfg(not(target_arch = "wasm32"))]
mod returns;
#[cfg(not(target_arch = "wasm32"))]
mod rewards;
#[cfg(not(target_arch = "wasm32"))]
mod scan;
#[cfg(not(target_arch = "wasm32"))]
mod server;
#[cfg(not(target_arch = "wasm32"))]
mod slip;

#[cfg(not(target_arch = "wasm32"))]
pub use {
    compared::ComparedPage,
    demo::{DemoLabel, DemoPage},
    done::{ClaimDone, ContestDone, RegistrationDone, RevealDone},
    feedback::{FeedbackPage, FeedbackPart},
    follow::{FollowPage, FollowState},
    framed::{framed_problem, framed_registered, framed_registration},
    keyring::{Keeping, KeyringDevice, KeyringPage, KeyringPart, KeyringPasskey, KeyringTrouble},
    mine::{BuyerLink, Found, MinePage},
    passkey::Question,
    pedigree::PedigreePage,
    privacy::{Leaving, PrivacyPage, PrivacyPart},
    problem::ProblemPage,
    proof::{AskedFor, ProofPage},
    reported::ReportedPage,
    returns::{ReturnOfferPage, ReturnSlip, ReturnStatus},
    rewards::RewardsPage,
    scan::{ScanFallback, ScanTrouble},
    server::*,
    slip::SlipPage,
};
