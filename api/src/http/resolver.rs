//! What a GS1-conformant resolver says of itself and of a code: `/.well-known/gs1resolver` and
//! linksets (RFC 9264).

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::visitor::Visitor;
use crate::{
    answer,
    code::Code,
    error::ApiError,
    known,
    state::{App, Shared},
};

/// GS1 Web Vocabulary link types.
const VOC: &str = "https://ref.gs1.org/voc/";

/// `GET /.well-known/gs1resolver`.
pub async fn description(State(_): State<Shared>, visitor: Visitor) -> Response {
    let body = json!({
        "name": visitor.words.brand_name(),
        "resolverRoot": visitor.origin,
        "supportedPrimaryKeys": ["all"],
        "supportedLinkTypes": [{
            "namespace": VOC,
            "prefix": "gs1:",
            "linkTypes": ["gs1:pip", "gs1:recallStatus", "gs1:registerProduct"],
        }],
        "linkTypeDefaultCanBeLinkset": false,
    });
    with_cors(Json(body).into_response())
}

/// The links of a code: its page here, and what that page is good for.
pub(crate) async fn linkset(
    app: &App,
    visitor: &Visitor,
    code: &Code,
) -> Result<Response, ApiError> {
    let known = app
        .store
        .read(|db| known::look_up(db, &app.issue_key, code))
        .await?;
    let path = code.path().ok_or(ApiError::NotFound)?;
    let anchor = format!("{}{path}", visitor.origin);
    let language = visitor.language();
    let title = known
        .product
        .as_ref()
        .and_then(|product| answer::text(&product.record.name, language))
        .unwrap_or_else(|| anchor.clone());
    let link = |fragment: &str| {
        json!([{
            "href": format!("{anchor}{fragment}"),
            "title": title,
            "type": "text/html",
            "hreflang": ["en", "de"],
        }])
    };
    let mut links = serde_json::Map::new();
    links.insert("anchor".to_owned(), Value::String(anchor.clone()));
    links.insert(
        format!("{VOC}defaultLink"),
        json!([{ "href": anchor, "title": title }]),
    );
    links.insert(format!("{VOC}pip"), link(""));
    if !known.recalls.is_empty() {
        links.insert(format!("{VOC}recallStatus"), link("#claim"));
    }
    let body = json!({ "linkset": [links] });
    let mut response = Json(body).into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/linkset+json"),
    );
    Ok(with_cors(response))
}

/// Anybody's page may read what a resolver says.
fn with_cors(mut response: Response) -> Response {
    response.headers_mut().insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    response
}
