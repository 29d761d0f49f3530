//! Linksets (RFC 9264) as GS1's schema has them: an object for each level that has links.

use std::collections::BTreeMap;

use axum::{
    Json,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};
use wire::import::Link;

use super::super::accept;
use crate::link::LinkType;

/// What turns a linkset into JSON-LD.
pub(super) const CONTEXT: &str = "https://ref.gs1.org/standards/resolver/linkset-context";

/// How a linkset can be written, in order of preference.
const FORMATS: [(&str, &str); 3] = [
    ("application", "linkset+json"),
    ("application", "json"),
    ("application", "ld+json"),
];

/// What links are about, with its links by type.
#[derive(Debug)]
struct Object {
    anchor: String,
    description: String,
    links: BTreeMap<String, Vec<Value>>,
}

/// A linkset in the making: objects in the order in which their anchors came.
#[derive(Debug, Default)]
pub struct Linkset(Vec<Object>);

impl Linkset {
    /// Adds what a linkset is about.
    pub fn about(&mut self, anchor: &str, description: impl Into<String>) {
        if self.0.iter().all(|object| object.anchor != anchor) {
            self.0.push(Object {
                anchor: anchor.to_owned(),
                description: description.into(),
                links: BTreeMap::new(),
            });
        }
    }

    /// Adds a link under an anchor that was added.
    pub fn add(&mut self, anchor: &str, kind: &LinkType, link: Value) {
        if let Some(object) = self.0.iter_mut().find(|object| object.anchor == anchor) {
            let links = object.links.entry(kind.as_str().to_owned()).or_default();
            links.push(link);
        }
    }

    /// As JSON; what has no links is left out, but for the first.
    #[must_use]
    pub fn json(self) -> Value {
        let objects = self.0.into_iter().enumerate();
        let objects = objects.filter(|(index, object)| *index == 0 || !object.links.is_empty());
        let objects: Vec<Value> = objects
            .map(|(_, object)| {
                let mut map = Map::new();
                map.insert("anchor".to_owned(), Value::String(object.anchor));
                let description = Value::String(object.description);
                map.insert("itemDescription".to_owned(), description);
                for (kind, links) in object.links {
                    map.insert(kind, Value::Array(links));
                }
                Value::Object(map)
            })
            .collect();
        json!({ "linkset": objects })
    }
}

/// A brand's link as a linkset describes it.
#[must_use]
pub fn described(link: &Link) -> Value {
    let mut value = plain(&link.href, &link.title);
    let list = |words: &[String]| Value::from(words.to_vec());
    if !link.languages.is_empty() {
        value["hreflang"] = list(&link.languages);
    }
    if let Some(media_type) = &link.media_type {
        value["type"] = Value::from(media_type.as_str());
    }
    if !link.context.is_empty() {
        value["context"] = list(&link.context);
    }
    value
}

/// A link with nothing optional: the default link has no more.
#[must_use]
pub fn plain(href: &str, title: &str) -> Value {
    json!({ "href": href, "title": title })
}

/// A linkset in the format that is wanted most; in its own where none of them is.
pub fn response(mut body: Value, headers: &HeaderMap) -> Response {
    let accept = accept::text(headers).unwrap_or("*/*");
    let mut best = (0.0, FORMATS[0]);
    for (kind, subtype) in FORMATS {
        let quality = accept::quality_of(accept, kind, subtype);
        if quality > best.0 {
            best = (quality, (kind, subtype));
        }
    }
    let media_type = match best.1 {
        (_, "ld+json") => {
            body["@context"] = Value::from(CONTEXT);
            "application/ld+json"
        }
        (_, "json") => "application/json",
        _ => "application/linkset+json",
    };
    let mut response = Json(body).into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}
