//! `GET /01/{gtin}…` and every other GS1 primary key: the page of a code, its answer as JSON, or its
//! linkset, by `Accept`.
//!
//! A code that is well-formed and not known here is an answer, too: status 200 and the verdict
//! *unknown*, so that guessed serials of one product all answer alike. A code that contradicts
//! itself (a wrong check digit) is a 400 that says so.

use axum::{
    Json,
    extract::{OriginalUri, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use trace::Point;

use super::{
    accept::{self, Offer},
    resolver,
    visitor::{Visitor, query_value},
};
use crate::{
    answer::Reader,
    code::{self, Code},
    error::ApiError,
    pages::{self, Document},
    session::Session,
    state::{App, Shared},
    verify::{Counts, Question, verify},
};

/// The answer at a Digital Link.
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, ApiError> {
    let query = uri.query();
    let path_and_query = match query {
        Some(query) => format!("{}?{query}", uri.path()),
        None => uri.path().to_owned(),
    };
    if path_and_query.len() > code::MAX_BYTES {
        return Err(ApiError::Malformed(format!(
            "the link has more than {} bytes",
            code::MAX_BYTES
        )));
    }
    let code = Code::read(&format!("{}{path_and_query}", visitor.origin), None, false);
    if code.is_broken() {
        return Err(ApiError::Code(code.wire().faults));
    }
    let offer = match query_value(query, "linkType") {
        Some("linkset" | "all") => Offer::Linkset,
        _ => accept::choose(&headers).ok_or(ApiError::NotAcceptable)?,
    };
    let mut response = match offer {
        Offer::Linkset => resolver::linkset(&app, &visitor, &code).await?,
        Offer::Json => {
            let (answer, cookie, _) = answer(&app, &visitor, code, None, visitor.navigates).await?;
            pages::with_cookies(Json(answer).into_response(), [cookie])
        }
        Offer::Page => {
            page(
                &app,
                &visitor,
                code,
                &path_and_query,
                query,
                visitor.navigates,
            )
            .await?
        }
    };
    response.headers_mut().insert(
        header::VARY,
        HeaderValue::from_static("Accept, Accept-Language, Cookie"),
    );
    Ok(response)
}

/// The page about a code; `path` is where its language links lead back to.
pub(crate) async fn page(
    app: &App,
    visitor: &Visitor,
    code: Code,
    path: &str,
    query: Option<&str>,
    is_check: bool,
) -> Result<Response, ApiError> {
    let near = query_value(query, "near").map(decoded);
    let near = near.filter(|near| !near.trim().is_empty());
    let point = match &near {
        Some(near) => super::recycling::point_named(app, near).await?,
        None => None,
    };
    let (answer, session_cookie, session) = answer(app, visitor, code, point, is_check).await?;
    let (context, form_cookie) = pages::context(app, visitor, session, near)?;
    let page = app::pages::product(&answer, &context, &without_language(path));
    let response = pages::document(app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [session_cookie, form_cookie]))
}

/// Answers, and counts where a person checks.
async fn answer(
    app: &App,
    visitor: &Visitor,
    code: Code,
    near: Option<Point>,
    is_check: bool,
) -> Result<(wire::answer::Answer, Option<HeaderValue>, Option<Session>), ApiError> {
    let (counts, cookie, session) = if is_check {
        let (session, cookie) = visitor.session_or_new()?;
        let counts = Counts::Check {
            session,
            at: None,
            delivery: None,
        };
        (counts, cookie, Some(session))
    } else {
        let session = visitor.session;
        (Counts::Not { session }, None, session)
    };
    let question = Question {
        code,
        given: None,
        reader: Reader {
            language: visitor.language().to_owned(),
            near,
        },
        counts,
        client: visitor.client,
    };
    Ok((verify(app, question).await?, cookie, session))
}

pub(crate) fn decoded(value: &str) -> String {
    let spaced = value.replace('+', " ");
    percent_encoding::percent_decode_str(&spaced)
        .decode_utf8_lossy()
        .into_owned()
}

/// The language links add their own.
fn without_language(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let rest: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.starts_with("lang="))
        .collect();
    if rest.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", rest.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_links_do_not_pile_up() {
        assert_eq!(without_language("/a?lang=de"), "/a");
        assert_eq!(
            without_language("/a?17=270101&lang=de&x=1"),
            "/a?17=270101&x=1"
        );
        assert_eq!(without_language("/a"), "/a");
    }
}
