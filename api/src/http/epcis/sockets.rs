//! `GET /epcis/queries/{name}/events` with `Upgrade: websocket`: a subscription for as long as the
//! socket is open.

use axum::{
    extract::{WebSocketUpgrade, ws::rejection::WebSocketUpgradeRejection},
    http::{HeaderMap, header},
    response::Response,
};
use serde_json::{Map, Value};
use trace::Instant;

use crate::{
    clock::parse_rfc3339,
    epcis::{Exception, ExceptionKind},
    error::ApiError,
    key, random,
    state::Shared,
    subscription::{Schedule, Seat, Wish, tell},
};

/// The largest message that is taken: nothing that could be said here is longer.
const MAX_MESSAGE: usize = 4 * 1024;

/// Parameters of a schedule.
const FIELDS: [&str; 6] = [
    "second",
    "minute",
    "hour",
    "dayOfMonth",
    "month",
    "dayOfWeek",
];

/// Whether a socket is asked for.
pub(super) fn is_wanted(headers: &HeaderMap) -> bool {
    let upgrade = headers
        .get(header::UPGRADE)
        .and_then(|value| value.to_str().ok());
    upgrade.is_some_and(|value| value.eq_ignore_ascii_case("websocket"))
}

/// Opens a socket for a query that is there, with a key that may ask.
pub(super) async fn open(
    app: Shared,
    headers: &HeaderMap,
    brand: String,
    name: String,
    pairs: Vec<(String, String)>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, ApiError> {
    let wanted = Wanted::read(&pairs)?;
    let upgrade = upgrade.map_err(|error| {
        let detail = format!("This connection can't become a WebSocket: {error}.");
        ExceptionKind::Validation.because(detail)
    })?;
    let initial = wanted.initial;
    let position = app
        .store
        .read(|db| db.place_before(&brand, initial))
        .await?;
    let wish = Wish {
        query: name,
        key: key::presented(headers)?,
        schedule: wanted.schedule,
        reports_empty: wanted.reports_empty,
        format: super::events::format(headers)?,
        position,
        id: random::hex(&random::bytes::<16>()?),
    };
    let seat = Seat::take(&app, &brand).ok_or_else(|| {
        ExceptionKind::SubscriptionControls.because(
            "Too many WebSockets are open here. Close one that nobody needs, or subscribe a webhook.",
        )
    })?;
    let upgrade = upgrade.max_message_size(MAX_MESSAGE);
    Ok(upgrade.on_upgrade(move |socket| tell(socket, seat, wish)))
}

/// What a subscriber asks for.
struct Wanted {
    schedule: Option<Schedule>,
    reports_empty: bool,
    initial: Option<Instant>,
}

impl Wanted {
    fn read(pairs: &[(String, String)]) -> Result<Wanted, Exception> {
        let controls = |detail: String| ExceptionKind::SubscriptionControls.because(detail);
        let (mut fields, mut is_stream, mut reports_empty, mut initial) =
            (Map::new(), false, false, None);
        for (name, value) in pairs {
            match &name[..] {
                "stream" => is_stream = flag(name, value)?,
                "reportIfEmpty" => reports_empty = flag(name, value)?,
                "initialRecordTime" => {
                    let time = parse_rfc3339(value).ok_or_else(|| {
                        let detail = "`initialRecordTime` is a date and time with offset.";
                        ExceptionKind::Validation.because(detail)
                    })?;
                    initial = Some(time);
                }
                field if FIELDS.contains(&field) => {
                    fields.insert(name.clone(), Value::from(value.clone()));
                }
                _ => {
                    let detail = format!(
                        "A WebSocket takes no `{name}`: say `stream=true` or when messages are due."
                    );
                    return Err(ExceptionKind::QueryParameter.because(detail));
                }
            }
        }
        if is_stream != fields.is_empty() {
            let detail = "Say when messages are due: `stream=true`, or a schedule such as \
                          `hour=1&minute=5`, and not both.";
            return Err(controls(detail.to_owned()));
        }
        let schedule =
            match is_stream {
                true => None,
                false => Some(Schedule::parse(&Value::Object(fields)).map_err(|error| {
                    controls(format!("This schedule can't be followed: {error}."))
                })?),
            };
        Ok(Wanted {
            schedule,
            reports_empty,
            initial,
        })
    }
}

fn flag(name: &str, value: &str) -> Result<bool, Exception> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(ExceptionKind::QueryParameter.because(format!("`{name}` is `true` or `false`."))),
    }
}
