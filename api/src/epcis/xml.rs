//! EPCIS in XML, 2.0 and 1.2 → the same document in JSON-LD, which is read like any other.
//!
//! EPCIS 2.0, section 9 (XML) beside section 10 (JSON-LD); EPCIS 1.2, section 9. What 1.2 nests in
//! `extension` and `baseExtension` stands in the event itself, and what is of no namespace of EPCIS
//! is an extension, kept under its prefix. Of headers, master data is kept.

mod event;
mod extension;
mod header;

use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Value, json};

use super::{Exception, ExceptionKind, STANDARD_URL};
use extension::Namespaces;

/// The namespace of documents begins so, whichever version.
const EPCIS: &str = "urn:epcglobal:epcis:xsd:";
/// That of queries and what they find.
const QUERIES: &str = "urn:epcglobal:epcis-query:xsd:";
/// Nodes of a document at the most: some times what 25,000 names take.
const MAX_NODES: u32 = 1_000_000;

/// The document as JSON-LD; a fault in it is told at the place that it has there.
///
/// # Errors
/// It is no XML, or no EPCIS.
pub fn from_xml(text: &str) -> Result<Value, Exception> {
    from_xml_within(text, MAX_NODES)
}

/// As [`from_xml`], of a document with no more nodes than that.
///
/// # Errors
/// As those.
pub fn from_xml_within(text: &str, nodes: u32) -> Result<Value, Exception> {
    let options = ParsingOptions {
        nodes_limit: nodes,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| {
        let detail =
            format!("This is no XML that is read here: {error}. Correct it and send it again.");
        ExceptionKind::Validation.because(detail)
    })?;
    let root = document.root_element();
    let namespace = root.tag_name().namespace().unwrap_or_default();
    let mut namespaces = Namespaces::default();
    let body = match root.tag_name().name() {
        "EPCISDocument" if namespace.starts_with(EPCIS) => {
            let events = child(root, "EPCISBody").and_then(|body| child(body, "EventList"));
            json!({ "eventList": event::list(events, &mut namespaces)? })
        }
        "EPCISQueryDocument" if namespace.starts_with(QUERIES) => {
            let results = child(root, "EPCISBody").and_then(|body| child(body, "QueryResults"));
            let text = |name| results.and_then(|results| text_of(results, name));
            let list = results
                .and_then(|results| child(results, "resultsBody"))
                .and_then(|body| child(body, "EventList"));
            let mut found = json!({
                "resultsBody": { "eventList": event::list(list, &mut namespaces)? },
            });
            for name in ["queryName", "subscriptionID"] {
                if let Some(text) = text(name) {
                    found[name] = text.into();
                }
            }
            json!({ "queryResults": found })
        }
        name => {
            let detail = format!(
                "The XML begins with `{name}` of `{namespace}`; an EPCISDocument of EPCIS 2.0 or 1.2 \
                 is read here."
            );
            return Err(ExceptionKind::Validation.because(detail));
        }
    };
    let mut read = json!({
        "@context": namespaces.context(STANDARD_URL),
        "type": root.tag_name().name(),
        // The older versions say less, and nothing that means something else.
        "schemaVersion": "2.0",
        "epcisBody": body,
    });
    if let Some(data) = header::master_data(root) {
        read["epcisHeader"] = json!({ "epcisMasterData": data });
    }
    if let Some(created) = root.attribute("creationDate") {
        read["creationDate"] = created.into();
    }
    Ok(read)
}

/// The first child of that name, of whatever namespace: those of EPCIS have none inside.
fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    elements(node).find(|child| child.tag_name().name() == name)
}

fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

/// What stands in an element, comments left out.
fn content(node: Node<'_, '_>) -> String {
    let text: String = node
        .children()
        .filter(|child| child.is_text())
        .filter_map(|child| child.text())
        .collect();
    text.trim().to_owned()
}

fn text_of(node: Node<'_, '_>, name: &str) -> Option<String> {
    child(node, name).map(content)
}
