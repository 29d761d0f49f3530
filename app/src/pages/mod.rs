//! Whole pages, one file a route. Each gives the body's content; the server puts the document
//! around it, and the browser mounts the shared ones in place.

mod demo;
mod done;
mod frame;
mod home;
mod mine;
mod other;
mod problem;
mod scan;

#[cfg(not(target_arch = "wasm32"))]
mod server;

pub use demo::{DemoLabel, DemoPage};
pub use done::{ClaimDone, RegistrationDone};
pub use frame::Frame;
pub use home::Home;
pub use mine::{Found, MinePage};
pub use other::OtherCode;
pub use problem::ProblemPage;
pub use scan::{ScanFallback, ScanTrouble};

#[cfg(not(target_arch = "wasm32"))]
pub use server::*;
