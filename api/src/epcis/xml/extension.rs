//! Elements and attributes of other namespaces, kept under their prefixes.

use std::collections::BTreeMap;

use roxmltree::Node;
use serde_json::{Map, Value, json};

use super::{content, elements};

/// Which prefix stands for what.
#[derive(Debug, Default)]
pub(super) struct Namespaces {
    /// By namespace.
    prefixes: BTreeMap<String, String>,
}

impl Namespaces {
    /// The name of an element or attribute: `prefix:local`, or the local name alone where it has no
    /// namespace.
    fn name(&mut self, node: Node<'_, '_>, namespace: Option<&str>, local: &str) -> String {
        let Some(namespace) = namespace else {
            return local.to_owned();
        };
        if let Some(prefix) = self.prefixes.get(namespace) {
            return format!("{prefix}:{local}");
        }
        let own = node.lookup_prefix(namespace).filter(|it| !it.is_empty());
        let own = own.unwrap_or("ext");
        // A prefix may stand for something else in another place.
        let mut prefix = own.to_owned();
        let mut count = 1;
        while self.prefixes.values().any(|known| *known == prefix) {
            count += 1;
            prefix = format!("{own}{count}");
        }
        let name = format!("{prefix}:{local}");
        self.prefixes.insert(namespace.to_owned(), prefix);
        name
    }

    /// The standard's context, with what else prefixes stand for.
    pub(super) fn context(&self, standard: &str) -> Value {
        let own = self
            .prefixes
            .iter()
            .map(|(namespace, prefix)| json!({ prefix: namespace }));
        std::iter::once(json!(standard)).chain(own).collect()
    }
}

/// Whether an element is none of EPCIS.
pub(super) fn is_extension(node: Node<'_, '_>) -> bool {
    node.tag_name()
        .namespace()
        .is_some_and(|namespace| !namespace.starts_with("urn:epcglobal:epcis"))
}

/// Adds an element of another namespace; one that comes again makes a list.
pub(super) fn add(into: &mut Map<String, Value>, node: Node<'_, '_>, names: &mut Namespaces) {
    let tag = node.tag_name();
    let name = names.name(node, tag.namespace(), tag.name());
    let value = value(node, names);
    match into.get_mut(&name) {
        None => {
            into.insert(name, value);
        }
        Some(Value::Array(list)) => list.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
    }
}

/// Attributes of other namespaces, where a caller has taken those of none.
pub(super) fn add_attributes(
    into: &mut Map<String, Value>,
    node: Node<'_, '_>,
    names: &mut Namespaces,
) {
    for attribute in node.attributes() {
        let namespace = attribute.namespace();
        if namespace.is_some_and(|namespace| namespace.ends_with("XMLSchema-instance")) {
            continue;
        }
        if namespace.is_some() {
            let name = names.name(node, namespace, attribute.name());
            into.insert(name, attribute.value().into());
        }
    }
}

/// Text, or what is nested in it.
fn value(node: Node<'_, '_>, names: &mut Namespaces) -> Value {
    let mut nested = Map::new();
    for child in elements(node) {
        add(&mut nested, child, names);
    }
    let text = content(node);
    if nested.is_empty() {
        return text.into();
    }
    if !text.is_empty() {
        nested.insert("@value".to_owned(), text.into());
    }
    Value::Object(nested)
}
