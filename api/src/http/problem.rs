//! Problems as whoever asked can read them: a page for a browser, RFC 9457 JSON for a program.

use axum::{
    Json,
    extract::Request,
    http::{HeaderValue, Uri, header},
    response::{IntoResponse, Response},
};
use wire::problem::Problem;

use super::{accept, observe::RequestId, visitor::Visitor};
use crate::{error::ApiError, pages, state::App};

/// Who would read a problem, if there were one.
#[derive(Debug)]
pub struct Asker {
    visitor: Visitor,
    wants_page: bool,
    path: Uri,
    id: Option<RequestId>,
}

impl Asker {
    /// By their request.
    pub fn of(app: &App, request: Request) -> (Asker, Request) {
        let (mut parts, body) = request.into_parts();
        let visitor = Visitor::of(&mut parts, app);
        let asker = Asker {
            visitor,
            wants_page: accept::wants_page(&parts.headers),
            path: parts.uri.clone(),
            id: parts.extensions.get::<RequestId>().cloned(),
        };
        (asker, Request::from_parts(parts, body))
    }
}

/// The pack whose form was refused, for the page that says so.
#[derive(Clone, Debug)]
struct Pack(String);

/// The refusal of a form on a pack's page, which leads back there.
pub fn of_form(error: ApiError, path: &str) -> Response {
    let mut response = error.into_response();
    // What a form says is anybody's; only a way on this server is one.
    if path.starts_with("/01/") {
        response.extensions_mut().insert(Pack(path.to_owned()));
    }
    response
}

/// Writes the body of a problem that came from inside.
pub fn render(app: &App, asker: Asker, response: Response) -> Response {
    let Asker {
        visitor,
        wants_page,
        path,
        id,
    } = asker;
    let Some(mut problem) = response.extensions().get::<Problem>().cloned() else {
        return response;
    };
    problem.instance = id.map(|RequestId(id)| id.to_string());
    tracing::info!(
        status = problem.status,
        kind = problem.kind,
        "request.refused with {}: {}",
        problem.status,
        problem.kind
    );
    let mut headers = response.headers().clone();
    headers.remove(header::CONTENT_TYPE);
    headers.remove(header::CONTENT_LENGTH);
    if problem.status == 503 {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    if problem.kind.ends_with("/unauthorized") {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    let status = response.status();
    let path = path.path_and_query().map_or("/", |path| path.as_str());
    let mut rendered = if wants_page {
        let pack = response.extensions().get::<Pack>().cloned();
        let pack = pack.map(|Pack(path)| path);
        pages::problem(app, &visitor, path, &problem, pack).into_response()
    } else {
        let json = HeaderValue::from_static("application/problem+json");
        ([(header::CONTENT_TYPE, json)], Json(&problem)).into_response()
    };
    *rendered.status_mut() = status;
    for (name, value) in &headers {
        rendered.headers_mut().append(name, value.clone());
    }
    rendered
}

/// Nothing is here.
pub async fn not_found() -> ApiError {
    ApiError::NotFound
}

/// Not in this way.
pub async fn wrong_method() -> ApiError {
    ApiError::Method
}
