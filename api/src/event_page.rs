//! Pages of events: a query and a place → the next events that it asks for, and the place behind
//! them.

mod described;
mod document;
mod ordered;
mod paging;
mod source;
mod walk;

pub use described::described;
pub use document::{answered, document, segment};
pub use paging::{Paging, name_of, name_token};
pub use walk::{Found, Walk};
