//! `/epcis/events`: single events in, and what was captured out.

use axum::{
    extract::{Path, Query, Request, State},
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use serde_json::Value;
use wire::{convert::rfc3339, problem::Problem};

use super::{MAX_BODY, answer, insert, json_body};
use crate::{
    capture,
    epcis::{
        Context, Exception, ExceptionKind, Format, Incoming, MAX_EPCS, Reading,
        query::{self, Query as EventQuery},
    },
    error::ApiError,
    event_page::{self, Paging, Walk},
    key::{self, Teller},
    random,
    scope::Scope,
    state::{App, Shared},
    store::{Outcome, Stored},
};

/// What the answers to `GET /epcis/events` call their query.
const SIMPLE: &str = "SimpleEventQuery";

/// Captures one event.
#[utoipa::path(
    post, path = "/epcis/events", tag = "epcis",
    request_body(content = Object, description = "One event (EPCIS 2.0 JSON-LD).", content_type = "application/json"),
    security(("api_key" = [])),
    responses(
        (status = 201, description = "Captured, now or before; `Location` names it."),
        (status = 400, description = "`epcisException:ValidationException`, with the places in `errors`.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `capture`.", body = Problem),
        (status = 409, description = "Another event has this identifier.", body = Problem),
        (status = 413, description = "Too large, or more than 25,000 names.", body = Problem),
        (status = 415, description = "Not JSON.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let teller = key::teller(&app, &headers, Scope::Capture).await?;
    let value = json_body(request, MAX_BODY).await?;
    let event =
        Incoming::read(&value, &Context::default(), Reading::Captured, "").map_err(invalid)?;
    if event.epcs.len() > MAX_EPCS {
        let detail =
            format!("An event may name {MAX_EPCS} things at the most. Tell it in several.");
        return Err(ExceptionKind::CaptureLimitExceeded.because(detail).into());
    }
    let now = app.clock.now();
    let id = random::hex(&random::bytes::<16>()?);
    let capture = format!("{}event:{id}", teller.prefix());
    let brand = teller.brand;
    let hash = event.hash;
    let stored = app
        .store
        .write_or_undo(move |tx| {
            Ok(
                match capture::store_one(tx, &brand, &event, &capture, now)? {
                    Ok(stored) => Outcome::Keep(Ok(stored)),
                    Err(faults) => Outcome::Undo(Err(faults)),
                },
            )
        })
        .await?;
    match stored {
        Ok(Stored::Added | Stored::Known) => {}
        Ok(Stored::IdTaken) => return Err(taken().into()),
        Err(faults) if faults.iter().any(|fault| fault.pointer == "/eventID") => {
            return Err(taken().into());
        }
        Err(faults) => return Err(invalid(faults).into()),
    }
    let id = value.get("eventID").and_then(Value::as_str);
    let id = id.map_or_else(|| hash.to_string(), str::to_owned);
    let mut event = value;
    event["eventID"] = Value::from(id.as_str());
    event["recordTime"] = Value::from(rfc3339(now));
    let mut response = answer(StatusCode::CREATED, &event);
    let location = format!("/epcis/events/{}", event_page::segment(&id));
    insert(response.headers_mut(), header::LOCATION, &location);
    Ok(response)
}

fn taken() -> Exception {
    ExceptionKind::ResourceAlreadyExists
        .because("Another event was captured under this `eventID`. Give this one its own, or none.")
}

fn invalid(places: Vec<crate::store::CaptureFault>) -> Exception {
    Exception {
        kind: ExceptionKind::Validation,
        detail: "This is no event that can be captured. Correct the places that are named."
            .to_owned(),
        places,
    }
}

/// The events of the key's brand that a query asks for; by a key that was made for a partner, those
/// that it told.
#[utoipa::path(
    get, path = "/epcis/events", tag = "epcis",
    params(
        ("eventType" = Option<String>, Query, description = "And the other parameters of `SimpleEventQuery` (EPCIS 2.0, section 8.2.7.1); `|` stands between the items of a list."),
        ("orderBy" = Option<String>, Query, description = "`eventTime`, `recordTime`, or the name of an extension with its prefix."),
        ("orderDirection" = Option<String>, Query, description = "`ASC` or `DESC` (default)."),
        ("eventCountLimit" = Option<u64>, Query, description = "At most so many; needs `orderBy`."),
        ("maxEventCount" = Option<u64>, Query, description = "More are refused with `epcisException:QueryTooLargeException`."),
        ("perPage" = Option<u64>, Query, description = "Up to 1,000; 30 where it is missing."),
        ("nextPageToken" = Option<String>, Query, description = "As the `Link` header of the page before has it."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "An EPCISQueryDocument; `Link` names the next page."),
        (status = 400, description = "`epcisException:QueryParameterException`.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 413, description = "`epcisException:QueryTooLargeException` or `…QueryTooComplexException`.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    headers: HeaderMap,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, ApiError> {
    let teller = key::teller(&app, &headers, Scope::Query).await?;
    let (paging, pairs) = Paging::of(pairs)?;
    let query = query::from_pairs(&pairs, &declared(&headers))?;
    let listing = Listing {
        teller: &teller,
        query: &query,
        paging: &paging,
        path: "/epcis/events",
        pairs: &pairs,
        name: SIMPLE,
    };
    page(&app, &headers, &listing).await
}

/// The prefixes that a request declares for its own parameters.
pub(super) fn declared(headers: &HeaderMap) -> Context {
    let mut terms = serde_json::Map::new();
    for value in headers.get_all("gs1-extensions") {
        for pair in value.to_str().unwrap_or("").split(',') {
            if let Some((prefix, namespace)) = pair.trim().split_once('=') {
                terms.insert(prefix.to_owned(), Value::from(namespace));
            }
        }
    }
    Context::of(Some(&Value::Object(terms)))
}

/// Whose events are listed, which, from where on, and under which address.
pub(super) struct Listing<'l> {
    pub(super) teller: &'l Teller,
    pub(super) query: &'l EventQuery,
    pub(super) paging: &'l Paging,
    pub(super) path: &'l str,
    pub(super) pairs: &'l [(String, String)],
    /// The query's name.
    pub(super) name: &'l str,
}

/// The form that a request wants identifiers in.
pub(super) fn format(headers: &HeaderMap) -> Result<Format, ApiError> {
    match headers.get("gs1-epc-format") {
        Some(value) => Ok(Format::of(value.to_str().unwrap_or_default())?),
        None => Ok(Format::default()),
    }
}

/// One page of what a query asks for.
pub(super) async fn page(
    app: &App,
    headers: &HeaderMap,
    listing: &Listing<'_>,
) -> Result<Response, ApiError> {
    let Listing {
        paging,
        path,
        pairs,
        ..
    } = listing;
    let format = format(headers)?;
    let walk = Walk::new(listing.teller, listing.query, paging, path, pairs)?;
    let mut found = app.store.read(|db| walk.page(db)).await??;
    for event in &mut found.events {
        format.apply(event);
    }
    let now = app.clock.now();
    let document = event_page::document(found.events, listing.name, None, now);
    let mut response = answer(StatusCode::OK, &document);
    if let Some(token) = found.next {
        paging.link(&mut response, path, pairs, &token);
    }
    Ok(response)
}

/// An event of the key's brand, and what was declared of it.
#[utoipa::path(
    get, path = "/epcis/events/{id}", tag = "epcis",
    params(("id" = String, Path, description = "Its `eventID` or its event hash, percent-encoded.")),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "An EPCISQueryDocument."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No such event of this brand.", body = Problem),
    ),
)]
pub async fn one(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, ApiError> {
    let teller = key::teller(&app, &headers, Scope::Query).await?;
    let pairs = [("EQ_eventID".to_owned(), id)];
    let query = query::from_pairs(&pairs, &Context::default())?;
    let format = format(&headers)?;
    let walk = Walk::whole(&teller, &query);
    let mut found = app.store.read(|db| walk.page(db)).await??;
    if found.events.is_empty() {
        let detail =
            "There is no such event. Check the identifier, and that it is percent-encoded.";
        return Err(ExceptionKind::NoSuchResource.because(detail).into());
    }
    for event in &mut found.events {
        format.apply(event);
    }
    let document = event_page::document(found.events, SIMPLE, None, app.clock.now());
    Ok(answer(StatusCode::OK, &document))
}
