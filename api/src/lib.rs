//! The server of Touchstone: lookup, pages, events, import; and what the `touchstone` command does.

pub mod answer;
pub mod capture;
pub mod clock;
pub mod code;
pub mod epcis;
pub mod import;
pub mod known;
pub mod place;
pub mod random;
pub mod reference;
pub mod store;
