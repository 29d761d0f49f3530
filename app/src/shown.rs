//! A page of the server's, as the app shows it in place.

/// What the app takes from a page.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Shown {
    /// What stands in `<main>`.
    pub html: String,
    /// For the window.
    pub title: String,
    /// The verdict's standing; empty on a page without a verdict.
    pub standing: String,
    /// The path of the Digital Link, where there is one.
    pub path: Option<String>,
    /// The product's name, where there is one.
    pub name: Option<String>,
}
