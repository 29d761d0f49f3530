//! What is drawn: a part of the page a file.

mod consignment_view;
mod custody;
mod finding;
mod lock_view;
mod offline_view;
mod pack_details;
mod page_frame;
mod queue_view;
mod sweep_view;
mod time;
mod verify_view;
mod viewfinder;
mod visit_view;

pub use page_frame::Inspect;
