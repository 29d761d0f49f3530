//! What the server is asked and told.

use gloo_net::http::{Request, Response};
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wire::inspect::{LineSent, LinesSent, Receipt, SealKeys, SweepAnswer, SweepRequest};

/// How long an answer about packs is waited for.
const PATIENCE_MS: u32 = 8_000;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServerError {
    /// No network, or no server at its end.
    Offline,
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// The server says what is wrong.
    Refused(String),
    /// The server failed, or asks to wait.
    Later,
}

/// `detail` of a problem (RFC 9457).
#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    title: String,
    #[serde(default)]
    detail: String,
}

/// Asks about many codes.
///
/// # Errors
/// [`ServerError`].
pub async fn sweep(request: &SweepRequest) -> Result<SweepAnswer, ServerError> {
    // Somebody stands before the shelf: an answer that takes longer is none.
    let patience = web_sys::AbortSignal::timeout_with_u32(PATIENCE_MS);
    let request = Request::post("/v1/sweep")
        .abort_signal(Some(&patience))
        .json(request);
    json(sent(request).await?).await
}

/// Fetches bytes.
///
/// # Errors
/// [`ServerError`].
pub async fn bytes(path: &str) -> Result<Vec<u8>, ServerError> {
    let response = sent(Request::get(path).build()).await?;
    response.binary().await.map_err(|_| ServerError::Later)
}

/// Asks for something.
///
/// # Errors
/// [`ServerError`].
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ServerError> {
    json(sent(Request::get(path).build()).await?).await
}

/// Says something, and hears something.
///
/// # Errors
/// [`ServerError`].
pub async fn post<T: DeserializeOwned>(
    path: &str,
    body: &impl Serialize,
) -> Result<T, ServerError> {
    let request = Request::post(path).json(body);
    json(sent(request).await?).await
}

/// Hands lines of one chain over, in their order.
///
/// # Errors
/// [`ServerError`].
pub async fn lines(lines: Vec<LineSent>) -> Result<Receipt, ServerError> {
    post("/v1/inspections/entries", &LinesSent { lines }).await
}

/// Begins a picture of so many bytes; gives how much of it the server has already.
///
/// # Errors
/// [`ServerError`].
pub async fn picture_begun(digest: &str, whole: u64) -> Result<u64, ServerError> {
    let request = Request::put(&picture_path(digest))
        .header("upload-length", &whole.to_string())
        .build();
    offset(sent(request).await?)
}

/// Hands a piece of a picture over; gives how much the server has then.
///
/// # Errors
/// [`ServerError`].
pub async fn picture_piece(digest: &str, from: u64, piece: &[u8]) -> Result<u64, ServerError> {
    let request = Request::patch(&picture_path(digest))
        .header("content-type", "application/offset+octet-stream")
        .header("upload-offset", &from.to_string())
        .body(Uint8Array::from(piece));
    let request = request.map_err(|_| ServerError::Later)?;
    let response = request.send().await.map_err(|_| ServerError::Offline)?;
    if response.status() == 409 {
        // Another attempt got further; it says where to go on.
        return offset(response);
    }
    offset(checked(response).await?)
}

fn picture_path(digest: &str) -> String {
    format!("/v1/inspections/photos/{digest}")
}

fn offset(response: Response) -> Result<u64, ServerError> {
    let text = response.headers().get("upload-offset");
    text.and_then(|text| text.parse().ok())
        .ok_or(ServerError::Later)
}

async fn sent(request: Result<Request, gloo_net::Error>) -> Result<Response, ServerError> {
    let request = request.map_err(|_| ServerError::Later)?;
    // A fetch fails as a whole only where no answer came.
    let response = request.send().await.map_err(|_| ServerError::Offline)?;
    checked(response).await
}

async fn checked(response: Response) -> Result<Response, ServerError> {
    match response.status() {
        200..=299 => Ok(response),
        401 => Err(ServerError::SignedOut),
        429 | 500.. => Err(ServerError::Later),
        _ => {
            let problem: Option<Problem> = response.json().await.ok();
            let said = problem.map(|problem| {
                if problem.detail.is_empty() {
                    problem.title
                } else {
                    problem.detail
                }
            });
            Err(ServerError::Refused(said.unwrap_or_default()))
        }
    }
}

async fn json<T: DeserializeOwned>(response: Response) -> Result<T, ServerError> {
    response.json().await.map_err(|_| ServerError::Later)
}

/// The server's keys, in base64.
///
/// # Errors
/// [`ServerError`].
pub async fn keys() -> Result<Vec<String>, ServerError> {
    let keys: SealKeys = get("/.well-known/touchstone-seal-keys.json").await?;
    Ok(keys.keys.into_iter().map(|key| key.public_key).collect())
}
