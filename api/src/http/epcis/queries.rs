//! `/epcis/queries`: queries with a name, kept for the key's brand.

use axum::{
    extract::{
        Path, Query, Request, State, WebSocketUpgrade, ws::rejection::WebSocketUpgradeRejection,
    },
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};
use wire::problem::Problem;

use super::{answer, events, insert, json_body, sockets};
use crate::{
    epcis::{Exception, ExceptionKind, query},
    error::ApiError,
    event_page::{self, Paging},
    http::extract::MAX_BODY,
    key::{self, Teller},
    scope::Scope,
    state::{App, Shared},
    store::{EventQuery, Outcome},
};

/// Queries of one brand, at the most.
const MAX_QUERIES: i64 = 1_000;

/// Keeps a query under a name.
#[utoipa::path(
    post, path = "/epcis/queries", tag = "epcis",
    request_body(content = Object, description = "`name`, and the parameters as an object in `query`.", content_type = "application/json"),
    security(("api_key" = [])),
    responses(
        (status = 201, description = "Kept; `Location` names it."),
        (status = 400, description = "`epcisException:ValidationException` or `…QueryParameterException`.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 409, description = "There is a query of this name.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    let body = json_body(request, MAX_BODY).await?;
    let invalid = |detail: &str| ApiError::from(ExceptionKind::Validation.because(detail));
    let name = body
        .get("name")
        .and_then(Value::as_str)
        .filter(|name| is_name(name));
    let name = name.ok_or_else(|| {
        invalid(
            "A query needs a `name` of 1 to 128 letters, digits, dots, hyphens and underscores.",
        )
    })?;
    let wanted = body.get("query").and_then(Value::as_object);
    let wanted =
        wanted.ok_or_else(|| invalid("A query needs its parameters as an object in `query`."))?;
    query::from_json(wanted)?;
    let kept = EventQuery {
        name: name.to_owned(),
        query: Value::Object(wanted.clone()).to_string(),
        created_at: app.clock.now(),
    };
    let outcome = app
        .store
        .write_or_undo(move |tx| {
            if tx.count_event_queries(&brand)? >= MAX_QUERIES {
                return Ok(Outcome::Undo(Err(ExceptionKind::QueryTooComplex.because(
                    "A brand may keep 1,000 queries at the most. Delete one that nobody asks any more.",
                ))));
            }
            Ok(match tx.put_event_query(&brand, &kept)? {
                true => Outcome::Keep(Ok(())),
                false => Outcome::Undo(Err(ExceptionKind::ResourceAlreadyExists.because(
                    "There is a query of this name. Choose another, or delete that one first.",
                ))),
            })
        })
        .await?;
    outcome?;
    let mut response = answer(
        StatusCode::CREATED,
        &json!({ "name": name, "query": wanted }),
    );
    insert(
        response.headers_mut(),
        header::LOCATION,
        &format!("/epcis/queries/{name}"),
    );
    Ok(response)
}

fn is_name(name: &str) -> bool {
    (1..=128).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
        && !name.starts_with('.')
}

/// The brand's queries.
#[utoipa::path(
    get, path = "/epcis/queries", tag = "epcis",
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The queries; `Link` names the next page."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
    ),
)]
pub async fn list(
    State(app): State<Shared>,
    headers: HeaderMap,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    let (paging, _) = Paging::of(pairs)?;
    let after = match &paging.token {
        Some(token) => event_page::name_of(token, "queries")?,
        None => String::new(),
    };
    let limit = paging.per_page;
    let mut queries = app
        .store
        .read(|db| db.event_queries(&brand, &after, limit + 1))
        .await?;
    let is_more = queries.len() > limit;
    queries.truncate(limit);
    let body: Vec<Value> = queries.iter().map(body).collect();
    let mut response = answer(StatusCode::OK, &Value::Array(body));
    if let Some(last) = queries.last().filter(|_| is_more) {
        let token = event_page::name_token(&last.name, "queries");
        paging.link(&mut response, "/epcis/queries", &[], &token);
    }
    Ok(response)
}

fn body(query: &EventQuery) -> Value {
    json!({ "name": query.name, "query": parameters(query) })
}

fn parameters(query: &EventQuery) -> Map<String, Value> {
    // It was an object when it was kept.
    match serde_json::from_str(&query.query) {
        Ok(Value::Object(parameters)) => parameters,
        _ => Map::new(),
    }
}

/// A query of the brand's.
pub(super) async fn find(app: &App, brand: &str, name: &str) -> Result<EventQuery, ApiError> {
    let found = app.store.read(|db| db.event_query(brand, name)).await?;
    found.ok_or_else(|| no_such(name).into())
}

fn no_such(name: &str) -> Exception {
    ExceptionKind::NoSuchName.because(format!(
        "There is no query `{name}`. `GET /epcis/queries` lists those that are."
    ))
}

/// What a query asks for.
#[utoipa::path(
    get, path = "/epcis/queries/{name}", tag = "epcis",
    params(("name" = String, Path, description = "The query's name.")),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The query."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No such query of this brand.", body = Problem),
    ),
)]
pub async fn one(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    let query = find(&app, &brand, &name).await?;
    Ok(answer(StatusCode::OK, &body(&query)))
}

/// Deletes a query and whatever was subscribed to it.
#[utoipa::path(
    delete, path = "/epcis/queries/{name}", tag = "epcis",
    params(("name" = String, Path, description = "The query's name.")),
    security(("api_key" = [])),
    responses(
        (status = 204, description = "Deleted."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No such query of this brand.", body = Problem),
    ),
)]
pub async fn remove(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    find(&app, &brand, &name).await?;
    app.store
        .write(move |tx| {
            tx.remove_subscriptions(&brand, &name)?;
            tx.remove_event_query(&brand, &name)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The events that a query asks for; with `Upgrade: websocket`, those that come from now on.
#[utoipa::path(
    get, path = "/epcis/queries/{name}/events", tag = "epcis",
    params(
        ("name" = String, Path, description = "The query's name."),
        ("stream" = Option<bool>, Query, description = "For a WebSocket: `true` tells each event when it comes; else say when messages are due with `second`, `minute`, `hour`, `dayOfMonth`, `month` or `dayOfWeek`. `reportIfEmpty` and `initialRecordTime` are as for webhooks."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 101, description = "A WebSocket, which is told EPCISQueryDocuments."),
        (status = 200, description = "An EPCISQueryDocument; `Link` names the next page."),
        (status = 400, description = "`epcisException:SubscriptionControlsException` or `…QueryParameterException`.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No such query of this brand.", body = Problem),
        (status = 413, description = "`epcisException:QueryTooLargeException` or `…QueryTooComplexException`.", body = Problem),
    ),
)]
pub async fn events(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(name): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    let kept = find(&app, &brand, &name).await?;
    if sockets::is_wanted(&headers) {
        return sockets::open(app, &headers, brand, name, pairs, upgrade).await;
    }
    let (paging, pairs) = Paging::of(pairs)?;
    if let Some((parameter, _)) = pairs.first() {
        let detail =
            format!("A query with a name takes no `{parameter}`: its parameters are its own.");
        return Err(ExceptionKind::QueryParameter.because(detail).into());
    }
    let query = query::from_json(&parameters(&kept))?;
    let path = format!("/epcis/queries/{name}/events");
    let teller = Teller::brand(brand);
    let listing = events::Listing {
        teller: &teller,
        query: &query,
        paging: &paging,
        path: &path,
        pairs: &pairs,
        name: &name,
    };
    events::page(&app, &headers, &listing).await
}
