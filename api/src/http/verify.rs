//! `POST /v1/verify`: one check of one code.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue},
    response::Response,
};
use gs1::SymbologyIdentifier;
use trace::{Country, Instant, Point};
use wire::{
    answer::Answer,
    problem::Problem,
    verify::{PlaceGiven, VerifyRequest},
};

use super::{
    accept,
    extract::Json,
    json, resolver,
    visitor::{Visitor, cookie},
};
use crate::{
    answer::Reader,
    clock::parse_rfc3339,
    code::{self, Code},
    error::ApiError,
    feedback,
    pages::{self, Document},
    random, returning,
    session::{ERASED_COOKIE, Session, erased_at},
    state::{App, Shared},
    suggestion,
    verify::{Counts, Given, Question, verify},
};

/// Checks a code. Always counts, once a session; a code that can't be right is answered with what
/// is wrong in it. With `Accept: text/html` the answer is the page that shows it.
#[utoipa::path(
    post, path = "/v1/verify", tag = "verify",
    request_body = VerifyRequest,
    responses(
        (status = 200, description = "What is known, and what to do.", body = Answer),
        (status = 400, description = "Not JSON.", body = Problem),
        (status = 413, description = "Larger than 64 KB.", body = Problem),
        (status = 422, description = "A field is wrong.", body = Problem),
        (status = 429, description = "Too many; `Retry-After` says for how long.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Json(request): Json<VerifyRequest>,
) -> Result<Response, ApiError> {
    let code = code_of(&request)?;
    let at = match &request.scanned_at {
        None => None,
        Some(text) => Some(parse_rfc3339(text).ok_or_else(|| {
            field(
                "scanned_at",
                "write a date and time with offset, as 2026-11-24T10:20:30Z",
            )
        })?),
    };
    let given = Given {
        point: request.place.as_ref().map(point_of).transpose()?,
        market: match &request.market {
            None => None,
            Some(text) => Some(
                Country::new(text)
                    .ok_or_else(|| field("market", "write a country in two letters, as PL"))?,
            ),
        },
    };
    let key = headers
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok());
    let delivery = match request.session.as_deref().or(key) {
        Some(id) if id.len() > 128 => {
            return Err(field("session", "it has more than 128 characters"));
        }
        Some(id) => Some(random::digest(&[
            b"delivery",
            id.as_bytes(),
            request.code.as_bytes(),
            request.scanned_at.as_deref().unwrap_or("").as_bytes(),
        ])),
        None => None,
    };
    // What waited for a network while its person erased everything is answered, and not put on record.
    let is_stale = at.is_some_and(|at| visitor.is_signed_out || was_erased_since(&headers, at));
    let (session, set_cookie) = match is_stale {
        true => (visitor.session, None),
        false => {
            let (session, set_cookie) = visitor.session_or_new()?;
            (Some(session), set_cookie)
        }
    };
    let wants_page = accept::wants_page(&headers);
    let near = given.point.map(|(point, _)| point);
    let question = Question {
        code: &code,
        origin: &visitor.origin,
        reader: Reader {
            language: visitor.language().to_owned(),
            near,
            country: None,
        },
        given: Some(given),
        counts: match session {
            Some(session) if !is_stale => Counts::Check {
                session,
                at,
                delivery,
            },
            session => Counts::Not { session },
        },
        client: visitor.client,
        staff: visitor.staff,
    };
    let mut answer = verify(&app, question).await?;
    resolver::show(&app, &code, &mut answer).await?;
    if wants_page {
        // Boxed: most requests would carry it along.
        return Box::pin(page(
            &app, &visitor, &code, near, session, answer, set_cookie,
        ))
        .await;
    }
    Ok(pages::with_cookies(json::response(&answer), [set_cookie]))
}

/// The app shows the very page that the other door leads to.
async fn page(
    app: &App,
    visitor: &Visitor,
    code: &Code,
    near: Option<Point>,
    session: Option<Session>,
    mut answer: Box<Answer>,
    set_cookie: Option<HeaderValue>,
) -> Result<Response, ApiError> {
    feedback::show(app, code, session, &mut answer).await?;
    returning::show(app, code, session, &mut answer).await?;
    suggestion::show(app, code, session, near, &mut answer).await?;
    let (context, form_cookie) = pages::context(app, visitor, session, None)?;
    let path = answer.code.path.as_deref().unwrap_or("/scan");
    let page = app::pages::product(&answer, &context, path);
    let response = pages::document(app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [set_cookie, form_cookie]))
}

fn was_erased_since(headers: &HeaderMap, at: Instant) -> bool {
    let erased = cookie(headers, ERASED_COOKIE).and_then(erased_at);
    erased.is_some_and(|erased| at <= erased)
}

fn code_of(request: &VerifyRequest) -> Result<Code, ApiError> {
    if request.code.len() > code::MAX_BYTES {
        return Err(field(
            "code",
            "it has more than 4096 bytes, which no symbol holds",
        ));
    }
    let symbology = match &request.symbology_identifier {
        None => None,
        Some(text) => Some(text.parse::<SymbologyIdentifier>().map_err(|_| {
            field(
                "symbology_identifier",
                "write it as the decoder reports it, like ]d2",
            )
        })?),
    };
    Ok(Code::read(&request.code, symbology, request.typed))
}

pub(super) fn point_of(place: &PlaceGiven) -> Result<(Point, Option<f64>), ApiError> {
    let point = Point::new(place.lat, place.lon).ok_or_else(|| {
        field(
            "place",
            "degrees north are −90 to 90 and degrees east −180 to 180",
        )
    })?;
    let accuracy = place
        .accuracy_m
        .filter(|meters| meters.is_finite() && *meters >= 0.0);
    Ok((point, accuracy))
}

fn field(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.to_owned(),
    }
}
