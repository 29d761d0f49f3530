//! JSON Schema (draft 7), as far as the published schemas use it: a keyword that isn't known here
//! fails, so that nothing passes unread.

use std::path::PathBuf;

use fancy_regex::Regex;
use serde_json::Value;

/// The published data, where `TOUCHSTONE_STANDARDS` names its folder; says so where it doesn't.
pub fn published(path: &str) -> Option<Value> {
    let Ok(folder) = std::env::var("TOUCHSTONE_STANDARDS") else {
        eprintln!("SKIPPED: set TOUCHSTONE_STANDARDS to the folder that holds `{path}`");
        return None;
    };
    let path = PathBuf::from(folder).join(path);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display()));
    Some(serde_json::from_str(&text).unwrap())
}

/// Everything that is wrong, each with its place.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, value, "", &mut faults);
    faults
}

fn check(schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    for (keyword, wanted) in schema.as_object().unwrap() {
        let is_met = match keyword.as_str() {
            "$schema" | "$id" | "@id" | "title" | "name" | "description" | "default" => true,
            "type" => is_of(wanted.as_str().unwrap(), value),
            "enum" => wanted.as_array().unwrap().contains(value),
            "pattern" => value.as_str().is_none_or(|text| matches(wanted, text)),
            "format" => wanted == "uri" && value.as_str().is_none_or(|text| text.contains("://")),
            "required" => value.as_object().is_none_or(|fields| {
                let mut names = wanted.as_array().unwrap().iter();
                names.all(|name| fields.contains_key(name.as_str().unwrap()))
            }),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(wanted, item, &format!("{at}/{index}"), faults);
                }
                true
            }
            "properties" | "patternProperties" => true,
            "additionalProperties" => {
                assert_eq!(*wanted, false, "an unknown form of `{keyword}`");
                true
            }
            _ => panic!("the keyword `{keyword}` is not known here"),
        };
        if !is_met {
            faults.push(format!("{at}: {keyword} {wanted}"));
        }
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        let at = format!("{at}/{name}");
        let own = &schema["properties"][name];
        let patterns = schema["patternProperties"]
            .as_object()
            .into_iter()
            .flatten();
        let by_pattern =
            patterns.filter(|(pattern, _)| matches(&Value::from(pattern.as_str()), name));
        let schemas: Vec<&Value> = by_pattern
            .map(|(_, schema)| schema)
            .chain((!own.is_null()).then_some(own))
            .collect();
        if schemas.is_empty() && schema["additionalProperties"] == false {
            faults.push(format!("{at}: unknown"));
        }
        for schema in schemas {
            check(schema, value, &at, faults);
        }
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        _ => panic!("the type `{kind}` is not known here"),
    }
}

fn matches(pattern: &Value, text: &str) -> bool {
    let pattern = pattern.as_str().unwrap().replace("\\/", "/");
    Regex::new(&pattern).unwrap().is_match(text).unwrap()
}

#[test]
fn the_published_examples() {
    for (schema, example, is_valid) in [
        ("gs1-linkset-schema", "valid-gs1-example", true),
        ("gs1-linkset-schema", "invalid-gs1-example", false),
        ("gs1-linkset-schema", "modelLinkset", true),
        ("linkset-schema", "valid-basic-example", true),
        ("linkset-schema", "invalid-basic-example", false),
    ] {
        let read = |name: &str| published(&format!("resolver/{name}.json"));
        let (Some(schema), Some(example_json)) = (read(schema), read(example)) else {
            return;
        };
        let faults = faults(&schema, &example_json);
        assert_eq!(faults.is_empty(), is_valid, "{example}: {faults:?}");
    }
}
