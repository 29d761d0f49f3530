//! The master data of a header, as JSON-LD has it.

use roxmltree::Node;
use serde_json::{Value, json};

use super::{child, content, elements};

/// What `EPCISMasterData` lists; it stands in the header, or in an `extension` of it (EPCIS 1.2).
pub(super) fn master_data(root: Node<'_, '_>) -> Option<Value> {
    let header = child(root, "EPCISHeader")?;
    let extended = || child(child(header, "extension")?, "EPCISMasterData");
    let data = child(header, "EPCISMasterData").or_else(extended)?;
    let vocabularies = child(data, "VocabularyList").into_iter().flat_map(elements);
    let list: Vec<Value> = vocabularies.map(vocabulary).collect();
    Some(json!({ "vocabularyList": list }))
}

fn vocabulary(node: Node<'_, '_>) -> Value {
    let list = child(node, "VocabularyElementList");
    let own: Vec<Value> = list.into_iter().flat_map(elements).map(element).collect();
    json!({
        "type": node.attribute("type"),
        "vocabularyElementList": own,
    })
}

fn element(node: Node<'_, '_>) -> Value {
    let named = |name: &'static str| {
        let own = elements(node);
        own.filter(move |child| child.tag_name().name() == name)
    };
    let attributes: Vec<Value> = named("attribute")
        .map(|attribute| {
            let nested = elements(attribute).next().is_some();
            json!({
                "id": attribute.attribute("id").map(|id| written_out(attribute, id)),
                // What is nested is nothing that can be asked for.
                "attribute": (!nested).then(|| content(attribute)),
            })
        })
        .collect();
    let children = named("children").flat_map(elements);
    let children: Vec<String> = children.map(content).collect();
    json!({
        "id": node.attribute("id"),
        "attributes": attributes,
        "children": children,
    })
}

/// A name with a prefix that the document declares, as a URI.
fn written_out(node: Node<'_, '_>, name: &str) -> String {
    let own = name.split_once(':').and_then(|(prefix, local)| {
        let namespace = node.lookup_namespace_uri(Some(prefix))?;
        Some((namespace, local))
    });
    match own {
        Some((namespace, local)) if namespace.ends_with(['/', '#', ':']) => {
            [namespace, local].concat()
        }
        Some((namespace, local)) => [namespace, ":", local].concat(),
        None => name.to_owned(),
    }
}
