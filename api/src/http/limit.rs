//! Forms from one place: so many, then wait.

use axum::{
    extract::{MatchedPath, Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};

use wire::problem::Problem;

use super::client::Client;
use crate::state::Shared;

/// The problems of a form about a serial that was never issued.
const NOT_ON_RECORD: [&str; 2] = ["/problems/not-on-record", "/problems/no-hidden-code"];

/// What is not a form: look-ups, which are counted where their code is known, and what machines
/// send with a key.
const NO_FORMS: [&str; 3] = ["/v1/verify", "/epcis/", "/v1/number-pools"];

/// Forms of staff: no way to try serials, and not to be shut by somebody beside them who does.
const DESK: &str = "/desk";

/// Counts what changes something, and refuses it where it is too much.
pub async fn forms(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let is_other = route.is_some_and(|route| {
        NO_FORMS
            .iter()
            .any(|start| route.as_str().starts_with(start))
    });
    let is_form = !matches!(*request.method(), Method::GET | Method::HEAD) && !is_other;
    if !is_form {
        return next.run(request).await;
    }
    let is_desk = route.is_some_and(|route| route.as_str().starts_with(DESK));
    let client = request.extensions().get::<Client>().copied();
    let told = match is_desk {
        true => app.limiter.desk_form(client, app.clock.now()),
        false => app.limiter.form(client, app.clock.now()),
    };
    if let Err(error) = told {
        return error.into_response();
    }
    let response = next.run(request).await;
    // A form is a way to try serials, too.
    let problem = response.extensions().get::<Problem>();
    if problem.is_some_and(|problem| NOT_ON_RECORD.contains(&problem.kind.as_str())) {
        app.limiter.failed(client, app.clock.now());
    }
    response
}
