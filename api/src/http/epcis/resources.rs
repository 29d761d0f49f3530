//! `/epcis/eventTypes`, `/epcis/epcs`, `/epcis/bizSteps`, …: what the events of a brand name.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use wire::problem::Problem;

use super::{answer, events};
use crate::{
    epcis::{Context, ExceptionKind, STANDARD_URL, Word, query, term},
    error::ApiError,
    event_page::{self, Paging},
    key::{self, Teller},
    scope::Scope,
    state::Shared,
};

type Pairs = Vec<(String, String)>;

/// A top-level resource.
#[derive(Clone, Copy, PartialEq)]
enum Resource {
    EventTypes,
    Epcs,
    BizSteps,
    Dispositions,
    ReadPoints,
    BizLocations,
}

impl Resource {
    fn name(self) -> &'static str {
        match self {
            Resource::EventTypes => "eventTypes",
            Resource::Epcs => "epcs",
            Resource::BizSteps => "bizSteps",
            Resource::Dispositions => "dispositions",
            Resource::ReadPoints => "readPoints",
            Resource::BizLocations => "bizLocations",
        }
    }

    /// As events' values are kept.
    fn kind(self) -> &'static str {
        match self {
            Resource::EventTypes => "eventType",
            Resource::Epcs => "epc",
            Resource::BizSteps => "bizStep",
            Resource::Dispositions => "disposition",
            Resource::ReadPoints => "readPoint",
            Resource::BizLocations => "bizLocation",
        }
    }

    /// The parameter that asks for its events.
    fn parameter(self) -> &'static str {
        match self {
            Resource::EventTypes => "eventType",
            Resource::Epcs => "MATCH_anyEPC",
            Resource::BizSteps => "EQ_bizStep",
            Resource::Dispositions => "EQ_disposition",
            Resource::ReadPoints => "EQ_readPoint",
            Resource::BizLocations => "EQ_bizLocation",
        }
    }

    /// A value in the form in which it is kept.
    fn kept(self, value: &str) -> String {
        let context = Context::default();
        match self {
            Resource::EventTypes => value.to_owned(),
            Resource::Epcs => term::thing_of(value),
            Resource::BizSteps => Word::BizStep.bare(value, &context),
            Resource::Dispositions => Word::Disposition.bare(value, &context),
            Resource::ReadPoints | Resource::BizLocations => term::identifier(value),
        }
    }
}

/// What there is below `/epcis`.
pub async fn top(State(app): State<Shared>, headers: HeaderMap) -> Result<Response, ApiError> {
    key::brand(&app, &headers, Scope::Query).await?;
    let members = [
        "capture",
        "events",
        "eventTypes",
        "epcs",
        "bizSteps",
        "bizLocations",
        "readPoints",
        "dispositions",
        "queries",
    ];
    Ok(collection(members.map(Value::from).to_vec()))
}

fn collection(members: Vec<Value>) -> Response {
    let body = json!({ "@context": STANDARD_URL, "type": "Collection", "member": members });
    answer(StatusCode::OK, &body)
}

async fn list(
    app: &Shared,
    headers: &HeaderMap,
    pairs: Pairs,
    resource: Resource,
) -> Result<Response, ApiError> {
    let brand = key::brand(app, headers, Scope::Query).await?;
    let (paging, _) = Paging::of(pairs)?;
    let (limit, name) = (paging.per_page, resource.name());
    let after = match &paging.token {
        Some(token) => event_page::name_of(token, name)?,
        None => String::new(),
    };
    let mut values = app
        .store
        .read(|db| match resource {
            Resource::Epcs => db.event_epcs(&brand, &after, limit + 1),
            _ => db.event_values(&brand, resource.kind(), &after, limit + 1),
        })
        .await?;
    let is_more = values.len() > limit;
    values.truncate(limit);
    let last = values.last().cloned().filter(|_| is_more);
    let members = values.into_iter().map(|value| match resource {
        // Kept without what all links begin with.
        Resource::Epcs if !value.contains(':') => {
            Value::from(format!("https://id.gs1.org/{value}"))
        }
        _ => Value::from(value),
    });
    let mut response = collection(members.collect());
    if let Some(last) = last {
        let token = event_page::name_token(&last, name);
        paging.link(&mut response, &format!("/epcis/{name}"), &[], &token);
    }
    Ok(response)
}

async fn has(
    app: &Shared,
    headers: &HeaderMap,
    value: &str,
    resource: Resource,
) -> Result<String, ApiError> {
    let brand = key::brand(app, headers, Scope::Query).await?;
    let kept = resource.kept(value);
    let is_there = app
        .store
        .read(|db| match resource {
            Resource::Epcs => db.has_event_epc(&brand, &kept),
            _ => db.has_event_value(&brand, resource.kind(), &kept),
        })
        .await?;
    match is_there {
        true => Ok(brand),
        false => Err(ExceptionKind::NoSuchResource
            .because("No event names this. Check it, and that it is percent-encoded.")
            .into()),
    }
}

async fn one(
    app: &Shared,
    headers: &HeaderMap,
    value: &str,
    resource: Resource,
) -> Result<Response, ApiError> {
    has(app, headers, value, resource).await?;
    Ok(collection(vec![Value::from("events")]))
}

async fn its_events(
    app: &Shared,
    headers: &HeaderMap,
    value: &str,
    pairs: Pairs,
    resource: Resource,
) -> Result<Response, ApiError> {
    let brand = has(app, headers, value, resource).await?;
    let (paging, pairs) = Paging::of(pairs)?;
    let mut wanted = pairs.clone();
    wanted.push((resource.parameter().to_owned(), value.to_owned()));
    let query = query::from_pairs(&wanted, &events::declared(headers))?;
    let path = format!(
        "/epcis/{}/{}/events",
        resource.name(),
        event_page::segment(value)
    );
    let teller = Teller::brand(brand);
    let listing = events::Listing {
        teller: &teller,
        query: &query,
        paging: &paging,
        path: &path,
        pairs: &pairs,
        name: "SimpleEventQuery",
    };
    events::page(app, headers, &listing).await
}

macro_rules! resource {
    ($resource:ident: $list:ident $list_path:literal, $one:ident $one_path:literal, $events:ident $events_path:literal) => {
        /// The values that the brand's events have there.
        #[utoipa::path(
            get, path = $list_path, tag = "epcis",
            params(
                ("perPage" = Option<u64>, Query, description = "Up to 1,000; 30 where it is missing."),
                ("nextPageToken" = Option<String>, Query, description = "As the `Link` header of the page before has it."),
            ),
            security(("api_key" = [])),
            responses(
                (status = 200, description = "A Collection; `Link` names the next page."),
                (status = 401, description = "No API key that counts.", body = Problem),
                (status = 403, description = "The key lacks the scope `query`.", body = Problem),
            ),
        )]
        pub async fn $list(
            State(app): State<Shared>,
            headers: HeaderMap,
            Query(pairs): Query<Pairs>,
        ) -> Result<Response, ApiError> {
            list(&app, &headers, pairs, Resource::$resource).await
        }

        /// What there is below one of them.
        #[utoipa::path(
            get, path = $one_path, tag = "epcis",
            params(("value" = String, Path, description = "Percent-encoded.")),
            security(("api_key" = [])),
            responses(
                (status = 200, description = "A Collection with `events`."),
                (status = 401, description = "No API key that counts.", body = Problem),
                (status = 403, description = "The key lacks the scope `query`.", body = Problem),
                (status = 404, description = "No event of this brand has it.", body = Problem),
            ),
        )]
        pub async fn $one(
            State(app): State<Shared>,
            headers: HeaderMap,
            Path(value): Path<String>,
        ) -> Result<Response, ApiError> {
            one(&app, &headers, &value, Resource::$resource).await
        }

        /// The events that have it; the parameters are those of `GET /epcis/events`.
        #[utoipa::path(
            get, path = $events_path, tag = "epcis",
            params(("value" = String, Path, description = "Percent-encoded.")),
            security(("api_key" = [])),
            responses(
                (status = 200, description = "An EPCISQueryDocument; `Link` names the next page."),
                (status = 400, description = "`epcisException:QueryParameterException`.", body = Problem),
                (status = 401, description = "No API key that counts.", body = Problem),
                (status = 403, description = "The key lacks the scope `query`.", body = Problem),
                (status = 404, description = "No event of this brand has it.", body = Problem),
                (status = 413, description = "`epcisException:QueryTooLargeException` or `…QueryTooComplexException`.", body = Problem),
            ),
        )]
        pub async fn $events(
            State(app): State<Shared>,
            headers: HeaderMap,
            Path(value): Path<String>,
            Query(pairs): Query<Pairs>,
        ) -> Result<Response, ApiError> {
            its_events(&app, &headers, &value, pairs, Resource::$resource).await
        }
    };
}

resource!(EventTypes: event_types "/epcis/eventTypes", event_type "/epcis/eventTypes/{value}", event_type_events "/epcis/eventTypes/{value}/events");
resource!(Epcs: epcs "/epcis/epcs", epc "/epcis/epcs/{value}", epc_events "/epcis/epcs/{value}/events");
resource!(BizSteps: biz_steps "/epcis/bizSteps", biz_step "/epcis/bizSteps/{value}", biz_step_events "/epcis/bizSteps/{value}/events");
resource!(Dispositions: dispositions "/epcis/dispositions", disposition "/epcis/dispositions/{value}", disposition_events "/epcis/dispositions/{value}/events");
resource!(ReadPoints: read_points "/epcis/readPoints", read_point "/epcis/readPoints/{value}", read_point_events "/epcis/readPoints/{value}/events");
resource!(BizLocations: biz_locations "/epcis/bizLocations", biz_location "/epcis/bizLocations/{value}", biz_location_events "/epcis/bizLocations/{value}/events");

/// Forgets a token. A token is a place and holds nothing here, so there is nothing to forget.
pub async fn forget_token(
    State(app): State<Shared>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    key::brand(&app, &headers, Scope::Query).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
