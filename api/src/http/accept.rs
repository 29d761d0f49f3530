//! What somebody wants to read: `Accept` → the best of what is offered (RFC 9110, section 12.5.1).
//!
//! The table for a Digital Link that asks for no type of link, written before the code:
//!
//! | `Accept` | answer |
//! |---|---|
//! | `text/html`, a browser's list | the page |
//! | none, `*/*`, `text/*` | 307 to the brand's default link, the page where it has none, 404 for what no brand has here |
//! | `application/json`, `application/*` | the answer as JSON |
//! | `application/linkset+json` | the linkset (RFC 9264) |
//! | several | the one with the highest `q`; at equal `q` the one further up here |
//! | only others | 307 to the brand's default link, else 406 |
//!
//! With `linkType`, `Accept` chooses among links of that type, and how a linkset is written.

mod languages;
pub use languages::Languages;

use axum::http::{HeaderMap, header};

/// What is offered at a Digital Link, in order of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// For people.
    Page,
    /// For programs.
    Json,
    /// For resolvers.
    Linkset,
}

const OFFERS: [(Offer, &str, &str); 3] = [
    (Offer::Page, "text", "html"),
    (Offer::Json, "application", "json"),
    (Offer::Linkset, "application", "linkset+json"),
];

/// The best offer; `None` where nothing offered is wanted.
#[must_use]
pub fn choose(headers: &HeaderMap) -> Option<Offer> {
    let Some(accept) = headers.get(header::ACCEPT) else {
        return Some(Offer::Page);
    };
    let accept = accept.to_str().unwrap_or("*/*");
    // What programs send.
    if accept == "application/json" {
        return Some(Offer::Json);
    }
    let mut best: Option<(f32, Offer)> = None;
    for (offer, kind, subtype) in OFFERS {
        let quality = quality_of(accept, kind, subtype);
        if quality > best.map_or(0.0, |(known, _)| known) {
            best = Some((quality, offer));
        }
    }
    best.map(|(_, offer)| offer)
}

/// Whether a person with a browser asks: problems are then shown as a page.
#[must_use]
pub fn wants_page(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    let html = accept.filter(|accept| accept.contains("text/html"));
    html.is_some_and(|accept| {
        quality_of(accept, "text", "html") >= quality_of(accept, "application", "json")
    })
}

/// `Accept`, where there is one that can be read.
#[must_use]
pub fn text(headers: &HeaderMap) -> Option<&str> {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
}

/// The quality of the most specific range that fits; 0 where none does.
#[must_use]
pub fn quality_of(accept: &str, kind: &str, subtype: &str) -> f32 {
    let mut best = (0, 0.0);
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let (Some(name), mut parameters) = (parts.next(), parts) else {
            continue;
        };
        let specificity = match name.split_once('/') {
            Some((k, s)) if k.eq_ignore_ascii_case(kind) && s.eq_ignore_ascii_case(subtype) => 3,
            Some((k, "*")) if k.eq_ignore_ascii_case(kind) => 2,
            Some(("*", "*")) => 1,
            _ => continue,
        };
        let quality = parameters
            .find_map(|parameter| parameter.strip_prefix("q="))
            .and_then(|q| q.parse().ok())
            .unwrap_or(1.0);
        if specificity > best.0 {
            best = (specificity, quality);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accept: &str, expected: Option<Offer>) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().unwrap());
        assert_eq!(choose(&headers), expected, "{accept}");
    }

    #[test]
    fn the_table() {
        assert_eq!(choose(&HeaderMap::new()), Some(Offer::Page));
        check("*/*", Some(Offer::Page));
        check(
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            Some(Offer::Page),
        );
        check("text/*", Some(Offer::Page));
        check("application/json", Some(Offer::Json));
        check("application/*", Some(Offer::Json));
        check("application/json, */*;q=0.1", Some(Offer::Json));
        check("text/html;q=0.5, application/json", Some(Offer::Json));
        check("application/linkset+json", Some(Offer::Linkset));
        check("image/png", None);
        check("text/html;q=0, */*", Some(Offer::Json));
    }

    #[test]
    fn programs_get_no_pages() {
        let mut headers = HeaderMap::new();
        assert!(!wants_page(&headers));
        headers.insert(header::ACCEPT, "*/*".parse().unwrap());
        assert!(!wants_page(&headers));
        headers.insert(header::ACCEPT, "text/html,*/*;q=0.8".parse().unwrap());
        assert!(wants_page(&headers));
    }
}
