//! Links of brands: what a resolver sends to, beside our own page.
//!
//! A record → [`check`] → the store, from an import and from `PUT /v1/links/{id}` alike. A request →
//! [`Subject`], what it is about and each level above it → the links of each level.
//! Where a redirect leads is what a brand registered and nothing else.

mod check;
mod kind;
mod memory;
mod subject;

pub use check::{Fault, check};
pub(crate) use check::{check_href, is_id};
pub use kind::LinkType;
pub use memory::Memory;
pub use subject::{Item, Level, Subject};
