//! What the app shows: one view a file, and the signals that they share.

mod aiming;
mod app;
mod history_view;
mod outlines;
mod result_view;
mod scan_view;
mod scanner;
mod state;
mod viewfinder;

pub use app::{App, AppProps};
