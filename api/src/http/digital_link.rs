//! `GET /01/{gtin}…` and every other GS1 primary key, also compressed: the page of a code, its answer
//! as JSON, its linkset, or a redirect to a link of its brand, by `linkType` and `Accept`.
//!
//! A code that is well-formed and not known here is an answer, too, for who asks for the page or for
//! JSON: status 200 and the verdict *unknown*, so that guessed serials of one product all answer
//! alike. Who asks for its links gets a 404. A code that contradicts itself (a wrong check digit) is
//! a 400 that says so.

use axum::{
    extract::{OriginalUri, State},
    http::{HeaderMap, HeaderValue, Method, Uri, header},
    response::{IntoResponse, Response},
};
use gs1::Form;
use trace::Point;

use super::{
    accept::{self, Offer},
    json,
    resolver::{self, Asked},
    visitor::{Visitor, query_value},
};
use crate::{
    answer::Reader,
    code::{self, Code},
    error::ApiError,
    feedback,
    link::LinkType,
    pages::{self, Document},
    returning,
    session::Session,
    state::{App, Shared},
    suggestion,
    verify::{Counts, Question, verify},
};

/// The answer at a Digital Link.
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, ApiError> {
    let code = read(&visitor, &uri)?;
    if code.is_broken() {
        return Err(ApiError::Code(code.wire().faults));
    }
    let answered = respond(&app, &visitor, &headers, &code, &uri).await;
    let mut response = answered.unwrap_or_else(IntoResponse::into_response);
    resolver::link_headers(response.headers_mut(), &visitor, &code);
    response.headers_mut().insert(
        header::VARY,
        HeaderValue::from_static("Accept, Accept-Language, Cookie"),
    );
    Ok(response)
}

/// What may be asked of a Digital Link.
pub async fn options(visitor: Visitor, OriginalUri(uri): OriginalUri) -> Response {
    let mut response = resolver::options();
    if let Ok(code) = read(&visitor, &uri)
        && !code.is_broken()
    {
        resolver::link_headers(response.headers_mut(), &visitor, &code);
    }
    response
}

/// What no route takes may be a Digital Link whose key is compressed, too: `/ARHKVAdpQg`.
pub async fn compressed(
    app: Shared,
    visitor: Visitor,
    method: &Method,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, ApiError> {
    // One segment: what stands before a key elsewhere is none of ours.
    let segment = uri.path().trim_start_matches('/').trim_end_matches('/');
    let is_long = path_and_query(&uri).len() > code::MAX_BYTES;
    if is_long || segment.contains('/') {
        return Err(ApiError::NotFound);
    }
    let (message, _) = gs1::from_path(uri.path(), None);
    if message.form != Form::CompressedDigitalLink {
        return Err(ApiError::NotFound);
    }
    let uri = OriginalUri(uri);
    let response = match *method {
        Method::GET | Method::HEAD => get(State(app), visitor, headers, uri)
            .await
            .unwrap_or_else(IntoResponse::into_response),
        Method::OPTIONS => options(visitor, uri).await,
        _ => return Err(ApiError::Method),
    };
    Ok(resolver::readable(response, *method == Method::OPTIONS))
}

fn read(visitor: &Visitor, uri: &Uri) -> Result<Code, ApiError> {
    let path_and_query = path_and_query(uri);
    if path_and_query.len() > code::MAX_BYTES {
        return Err(ApiError::Malformed(format!(
            "the link has more than {} bytes",
            code::MAX_BYTES
        )));
    }
    let link = [&*visitor.origin, &path_and_query].concat();
    Ok(Code::read(&link, None, false))
}

fn path_and_query(uri: &Uri) -> String {
    match uri.query() {
        Some(query) => format!("{}?{query}", uri.path()),
        None => uri.path().to_owned(),
    }
}

/// By `linkType`, or else by `Accept`: the table stands in `accept.rs`.
async fn respond(
    app: &App,
    visitor: &Visitor,
    headers: &HeaderMap,
    code: &Code,
    uri: &Uri,
) -> Result<Response, ApiError> {
    let query = uri.query();
    let link = code.message.link.as_ref();
    let wanted = link.and_then(|link| link.other("linkType"));
    // What most requests don't take is boxed: they would carry it along.
    let asked = async || Box::pin(Asked::look_up(app, visitor, headers, code, query)).await;
    let counted = async || {
        let asked = asked().await?;
        asked.count(code)?;
        Ok::<_, ApiError>(asked)
    };
    match wanted.as_deref() {
        Some("linkset" | "all") => return counted().await?.linkset(),
        Some(wanted) => {
            let kind = LinkType::parse(wanted).ok_or_else(|| not_a_type(wanted))?;
            return counted().await?.of_type(&kind);
        }
        None => {}
    }
    if accept::wants_page(headers) {
        let is_product = code.identity.as_ref().is_some_and(|it| it.gtin().is_some());
        // Our page has nothing to say of a place or a pallet, and its brand may have.
        if !is_product && let Some(response) = counted().await?.default_of_key() {
            return Ok(response);
        }
        let path = path_and_query(uri);
        return Box::pin(page(app, visitor, code, &path, query, visitor.navigates)).await;
    }
    match accept::choose(headers) {
        Some(Offer::Linkset) => counted().await?.linkset(),
        Some(Offer::Json) => {
            let (answer, cookie, _) = answer(app, visitor, code, None, visitor.navigates).await?;
            Ok(pages::with_cookies(json::response(&answer), [cookie]))
        }
        Some(Offer::Page) => {
            let asked = asked().await?;
            match asked.default() {
                // The page counts.
                Ok(None) => {}
                Ok(Some(response)) => {
                    asked.count(code)?;
                    return Ok(response);
                }
                Err(error) => {
                    asked.count(code)?;
                    return Err(error);
                }
            }
            let path = path_and_query(uri);
            Box::pin(page(app, visitor, code, &path, query, visitor.navigates)).await
        }
        None => counted().await?.default()?.ok_or(ApiError::NotAcceptable),
    }
}

fn not_a_type(wanted: &str) -> ApiError {
    ApiError::Malformed(format!(
        "`{wanted}` is no type of link; write one as `gs1:pip` or as a full URI, or `linkset` for all"
    ))
}

/// The page about a code; `path` is where its language links lead back to.
pub(crate) async fn page(
    app: &App,
    visitor: &Visitor,
    code: &Code,
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
    let (mut answer, session_cookie, session) = answer(app, visitor, code, point, is_check).await?;
    feedback::show(app, code, session, &mut answer).await?;
    returning::show(app, code, session, &mut answer).await?;
    suggestion::show(app, code, session, point, &mut answer).await?;
    let (context, form_cookie) = pages::context(app, visitor, session, near)?;
    let page = app::pages::product(&answer, &context, &without_language(path));
    let response = pages::document(app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [session_cookie, form_cookie]))
}

/// Answers, and counts where a person checks.
async fn answer(
    app: &App,
    visitor: &Visitor,
    code: &Code,
    near: Option<Point>,
    is_check: bool,
) -> Result<
    (
        Box<wire::answer::Answer>,
        Option<HeaderValue>,
        Option<Session>,
    ),
    ApiError,
> {
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
        origin: &visitor.origin,
        reader: Reader {
            language: visitor.language().to_owned(),
            near,
            country: None,
        },
        counts,
        client: visitor.client,
        staff: visitor.staff,
    };
    let mut answer = verify(app, question).await?;
    resolver::show(app, code, &mut answer).await?;
    Ok((answer, cookie, session))
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
