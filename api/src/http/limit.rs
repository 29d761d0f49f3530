//! Forms from one place: so many, then wait.

use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    response::Response,
};

use wire::problem::Problem;

use super::client::Client;
use crate::{error::ApiError, state::App};

/// The problems of a form about a serial that was never issued.
const NOT_ON_RECORD: [&str; 2] = ["/problems/not-on-record", "/problems/no-hidden-code"];

/// What is not a form: look-ups, which are counted where their code is known, and what machines
/// send with a key.
const NO_FORMS: [&str; 4] = ["/v1/verify", "/v1/recalled", "/epcis/", "/v1/number-pools"];

/// Forms of staff: no way to try serials, and not to be shut by somebody beside them who does.
const DESK: &str = "/desk";

/// A form that is on its way.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    client: Option<Client>,
}

impl Form {
    /// Counts what changes something; `None` for what changes nothing.
    ///
    /// # Errors
    /// It is too much.
    pub fn admit(app: &App, request: &Request) -> Result<Option<Form>, ApiError> {
        let is_form = !matches!(*request.method(), Method::GET | Method::HEAD);
        let route = request.extensions().get::<MatchedPath>();
        let Some(route) = route.map(MatchedPath::as_str).filter(|_| is_form) else {
            return Ok(None);
        };
        if NO_FORMS.iter().any(|start| route.starts_with(start)) {
            return Ok(None);
        }
        let client = request.extensions().get::<Client>().copied();
        match route.starts_with(DESK) {
            true => app.limiter.desk_form(client, app.clock.now())?,
            false => app.limiter.form(client, app.clock.now())?,
        }
        Ok(Some(Form { client }))
    }

    /// Counts a form that tried a serial, too.
    pub fn answered(self, app: &App, response: &Response) {
        let problem = response.extensions().get::<Problem>();
        if problem.is_some_and(|problem| NOT_ON_RECORD.contains(&problem.kind.as_str())) {
            app.limiter.failed(self.client, app.clock.now());
        }
    }
}
