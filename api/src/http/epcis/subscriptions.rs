//! `/epcis/queries/{name}/subscriptions`: webhooks that are told what a query asks for.

use axum::{
    extract::{Path, Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use trace::Instant;
use wire::{convert::rfc3339, problem::Problem};

use super::{answer, insert, json_body, queries};
use crate::{
    clock::parse_rfc3339,
    epcis::{Exception, ExceptionKind},
    error::ApiError,
    http::extract::MAX_BODY,
    key, random,
    scope::Scope,
    state::Shared,
    store::{Outcome, Subscription},
    subscription::{Schedule, Target},
};

/// Subscriptions of one brand, at the most.
const MAX_SUBSCRIPTIONS: i64 = 100;

/// Subscribes a webhook to a query.
#[utoipa::path(
    post, path = "/epcis/queries/{name}/subscriptions", tag = "epcis",
    params(("name" = String, Path, description = "The query's name.")),
    request_body(content = Object, description = "`dest`, an `https` address; `stream: true` or a `schedule`; and `signatureToken`, `reportIfEmpty`, `initialRecordTime` where they are wanted. Messages carry `GS1-Signature: t=SECONDS,hmac-sha256=HEX` over `SECONDS.BODY`.", content_type = "application/json"),
    security(("api_key" = [])),
    responses(
        (status = 201, description = "Subscribed; `Location` names it."),
        (status = 400, description = "`epcisException:ValidationException` or `…SubscriptionControlsException`.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No such query of this brand.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(name): Path<String>,
    request: Request,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    queries::find(&app, &brand, &name).await?;
    let body = json_body(request, MAX_BODY).await?;
    let now = app.clock.now();
    let wanted = Wanted::read(&body, now)?;
    Target::parse(&wanted.dest, app.webhooks).map_err(|error| {
        let detail = format!("Nothing can be sent to this `dest`: {error}.");
        ExceptionKind::Validation.because(detail)
    })?;
    let initial = wanted.initial;
    let position = app
        .store
        .read(|db| db.place_before(&brand, initial))
        .await?;
    let subscription = Subscription {
        id: random::hex(&random::bytes::<16>()?),
        brand,
        query: name.clone(),
        dest: wanted.dest,
        token: wanted.token,
        schedule: wanted.schedule.as_ref().map(Value::to_string),
        reports_empty: wanted.reports_empty,
        created_at: now,
        position,
        due_at: wanted.due,
        attempts: 0,
        notified_at: None,
    };
    let (id, answered) = (subscription.id.clone(), as_answered(&subscription));
    let outcome = app
        .store
        .write_or_undo(move |tx| {
            if tx.count_subscriptions(&subscription.brand)? >= MAX_SUBSCRIPTIONS {
                return Ok(Outcome::Undo(Err(ExceptionKind::SubscriptionControls.because(
                    "A brand may have 100 subscriptions at the most. Delete one that nobody needs.",
                ))));
            }
            tx.put_subscription(&subscription)?;
            Ok(Outcome::Keep(Ok(())))
        })
        .await?;
    outcome?;
    let mut response = answer(StatusCode::CREATED, &answered);
    let location = format!("/epcis/queries/{name}/subscriptions/{id}");
    insert(response.headers_mut(), header::LOCATION, &location);
    Ok(response)
}

/// What a subscriber asks for.
struct Wanted {
    dest: String,
    token: Option<String>,
    schedule: Option<Value>,
    reports_empty: bool,
    initial: Option<Instant>,
    due: Instant,
}

impl Wanted {
    fn read(body: &Value, now: Instant) -> Result<Wanted, Exception> {
        let invalid = |detail: &str| ExceptionKind::Validation.because(detail);
        let controls = |detail: String| ExceptionKind::SubscriptionControls.because(detail);
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        let dest = text("dest").ok_or_else(|| {
            invalid("A subscription needs a `dest`: the address that messages go to.")
        })?;
        let token = match body.get("signatureToken") {
            None | Some(Value::Null) => None,
            Some(Value::String(token)) if (1..=512).contains(&token.len()) => Some(token.clone()),
            Some(_) => {
                return Err(invalid(
                    "A `signatureToken` is a text of 512 bytes at the most.",
                ));
            }
        };
        let initial =
            match body.get("initialRecordTime") {
                None | Some(Value::Null) => None,
                Some(time) => Some(time.as_str().and_then(parse_rfc3339).ok_or_else(|| {
                    invalid("`initialRecordTime` is a date and time with offset.")
                })?),
            };
        let is_stream = body.get("stream") == Some(&Value::Bool(true));
        let schedule = body.get("schedule").filter(|schedule| !schedule.is_null());
        let due = match (schedule, is_stream) {
            (Some(_), true) | (None, false) => {
                let detail =
                    "Say when messages are due: `stream: true`, or a `schedule`, and not both.";
                return Err(controls(detail.to_owned()));
            }
            (None, true) => Instant(0),
            (Some(schedule), false) => {
                let read = Schedule::parse(schedule).map_err(|error| {
                    controls(format!("This schedule can't be followed: {error}."))
                })?;
                read.next(now).ok_or_else(|| {
                    controls("This schedule is never due. Write a day that a month has.".to_owned())
                })?
            }
        };
        Ok(Wanted {
            dest: dest.to_owned(),
            token,
            schedule: schedule.cloned(),
            reports_empty: body.get("reportIfEmpty") == Some(&Value::Bool(true)),
            initial,
            due,
        })
    }
}

/// A subscription as it is told: without what messages are signed with.
fn as_answered(subscription: &Subscription) -> Value {
    let mut answered = json!({
        "subscriptionID": subscription.id,
        "dest": subscription.dest,
        "createdAt": rfc3339(subscription.created_at),
        "reportIfEmpty": subscription.reports_empty,
    });
    let schedule = subscription.schedule.as_ref();
    match schedule.and_then(|schedule| serde_json::from_str(schedule).ok()) {
        Some::<Value>(schedule) => answered["schedule"] = schedule,
        None => answered["stream"] = Value::Bool(true),
    }
    if let Some(at) = subscription.notified_at {
        answered["lastNotifiedAt"] = Value::from(rfc3339(at));
    }
    answered
}

/// The subscriptions to a query.
#[utoipa::path(
    get, path = "/epcis/queries/{name}/subscriptions", tag = "epcis",
    params(("name" = String, Path, description = "The query's name.")),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The subscriptions."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No such query of this brand.", body = Problem),
    ),
)]
pub async fn list(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    queries::find(&app, &brand, &name).await?;
    let found = app.store.read(|db| db.subscriptions(&brand, &name)).await?;
    let body: Vec<Value> = found.iter().map(as_answered).collect();
    Ok(answer(StatusCode::OK, &Value::Array(body)))
}

/// One subscription.
#[utoipa::path(
    get, path = "/epcis/queries/{name}/subscriptions/{id}", tag = "epcis",
    params(
        ("name" = String, Path, description = "The query's name."),
        ("id" = String, Path, description = "The `subscriptionID`."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The subscription."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No such query or subscription of this brand.", body = Problem),
    ),
)]
pub async fn one(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path((name, id)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    let found = app.store.read(|db| db.subscriptions(&brand, &name)).await?;
    let found = found.iter().find(|subscription| subscription.id == id);
    let found = found.ok_or_else(no_such)?;
    Ok(answer(StatusCode::OK, &as_answered(found)))
}

/// Ends a subscription.
#[utoipa::path(
    delete, path = "/epcis/queries/{name}/subscriptions/{id}", tag = "epcis",
    params(
        ("name" = String, Path, description = "The query's name."),
        ("id" = String, Path, description = "The `subscriptionID`."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 204, description = "Ended."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No such query or subscription of this brand.", body = Problem),
    ),
)]
pub async fn remove(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path((name, id)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Query).await?;
    let was_there = app
        .store
        .write(move |tx| tx.remove_subscription(&brand, &name, &id))
        .await?;
    match was_there {
        true => Ok(StatusCode::NO_CONTENT.into_response()),
        false => Err(no_such().into()),
    }
}

fn no_such() -> Exception {
    ExceptionKind::NoSuchName.because("There is no such subscription of this brand's.")
}
