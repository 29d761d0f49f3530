//! `Identity` → page: asking the server about a code, and sending what a form holds.
//!
//! The answer is the very page that the other door leads to, rendered once and by the server.

use gloo_net::http::{Request, RequestBuilder, Response};
use wire::{
    lookalike::BrandList,
    recalled::{RecalledAnswer, RecalledRequest},
    verify::CodeCheck,
};

use crate::{
    Words,
    browser::{forms::Fields, page},
    shown::Shown,
};

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum LookupError {
    /// No network, or no server at its end.
    Offline,
    /// The server says what is wrong with what was sent.
    Refused(String),
    /// The server asks to wait, and says so.
    TooMany(String),
    /// The server failed.
    Broken,
}

impl LookupError {
    /// The thing, the cause, and the way on.
    pub fn sentence(&self, words: Words) -> String {
        match self {
            LookupError::Offline if page::is_offline() => words.offline().to_owned(),
            LookupError::Offline => words.unreachable().to_owned(),
            LookupError::Refused(detail) | LookupError::TooMany(detail) => words.refused(detail),
            LookupError::Broken => words.broken().to_owned(),
        }
    }
}

/// Asks what is known of a code.
///
/// # Errors
/// [`LookupError`]; that a code is not known is an answer.
pub async fn verify(request: &CodeCheck) -> Result<Shown, LookupError> {
    let request = post("/v1/verify").json(request);
    shown(request).await
}

/// Where brands' own links lead; `None` where nobody can be asked just now.
pub async fn brands() -> Option<BrandList> {
    let response = Request::get("/v1/brands").send().await.ok()?;
    serde_json::from_str(&response.text().await.ok()?).ok()
}

/// Which of some codes a recall covers; `None` where nobody can be asked just now.
pub async fn recalled(request: &RecalledRequest) -> Option<RecalledAnswer> {
    let request = Request::post("/v1/recalled").json(request).ok()?;
    let response = request.send().await.ok().filter(Response::ok)?;
    serde_json::from_str(&response.text().await.ok()?).ok()
}

/// Sends a form's fields, as the browser itself would.
///
/// # Errors
/// [`LookupError`].
pub async fn submit(action: &str, fields: Fields) -> Result<Shown, LookupError> {
    let request = match fields {
        Fields::Text(text) => post(action)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(text),
        // The browser names the type itself, with what separates the parts.
        Fields::Files(data) => post(action).body(data),
    };
    shown(request).await
}

fn post(url: &str) -> RequestBuilder {
    Request::post(url).header("accept", "text/html")
}

async fn shown(request: Result<Request, gloo_net::Error>) -> Result<Shown, LookupError> {
    let request = request.map_err(|_| LookupError::Broken)?;
    // A fetch fails as a whole only where no answer came.
    let response = request.send().await.map_err(|_| LookupError::Offline)?;
    let page = read(&response).await;
    match response.status() {
        200..=299 => page.ok_or(LookupError::Broken),
        429 => {
            let detail = page.and_then(|page| page::problem_in(&page.html));
            Err(detail.map_or(LookupError::Broken, LookupError::TooMany))
        }
        400..=499 => {
            let detail = page.and_then(|page| page::problem_in(&page.html));
            Err(detail.map_or(LookupError::Broken, LookupError::Refused))
        }
        _ => Err(LookupError::Broken),
    }
}

async fn read(response: &Response) -> Option<Shown> {
    page::shown_in(&response.text().await.ok()?)
}
