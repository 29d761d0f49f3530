//! What the app shows: one view a file, and the signals that they share.

mod app;
mod history_view;
mod result_view;
mod scan_view;
mod state;

pub use app::App;
