//! `Identity` → `Record`: asking the server about a code, and sending what a form holds.

use gloo_net::http::{Request, Response};
use serde::{Serialize, de::DeserializeOwned};
use wire::{
    answer::Answer,
    form::{ClaimRequest, ClaimView, RegistrationRequest, RegistrationView},
    problem::Problem,
    verify::VerifyRequest,
};

use crate::Words;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum LookupError {
    /// No network, or no server at its end.
    Offline,
    /// The server says what is wrong with what was sent.
    Refused(String),
    /// The server failed.
    Broken,
}

impl LookupError {
    /// The thing, the cause, and the way on.
    pub fn sentence(&self, words: Words) -> String {
        match self {
            LookupError::Offline => words.offline().to_owned(),
            LookupError::Refused(detail) => words.refused(detail),
            LookupError::Broken => words.broken().to_owned(),
        }
    }
}

/// Asks what is known of a code.
///
/// # Errors
/// [`LookupError`]; that a code is not known is an answer.
pub async fn verify(request: &VerifyRequest) -> Result<Answer, LookupError> {
    post("/v1/verify", request).await
}

/// Registers a unit.
///
/// # Errors
/// [`LookupError`].
pub async fn register(request: &RegistrationRequest) -> Result<RegistrationView, LookupError> {
    post("/v1/registrations", request).await
}

/// Opens a claim.
///
/// # Errors
/// [`LookupError`].
pub async fn claim(request: &ClaimRequest) -> Result<ClaimView, LookupError> {
    post("/v1/claims", request).await
}

async fn post<T: DeserializeOwned>(url: &str, body: &impl Serialize) -> Result<T, LookupError> {
    let request = Request::post(url)
        .header("accept", "application/json")
        .json(body);
    let request = request.map_err(|_| LookupError::Broken)?;
    // A fetch fails as a whole only where no answer came.
    let response = request.send().await.map_err(|_| LookupError::Offline)?;
    if response.ok() {
        return response.json().await.map_err(|_| LookupError::Broken);
    }
    Err(refusal(&response).await)
}

async fn refusal(response: &Response) -> LookupError {
    match response.json::<Problem>().await {
        Ok(problem) if response.status() < 500 => LookupError::Refused(problem.detail),
        _ => LookupError::Broken,
    }
}
