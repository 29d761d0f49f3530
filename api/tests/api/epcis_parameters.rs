//! Every parameter that the published schema of queries has is taken.

use std::{env, fs, path::Path};

use axum::http::Method;
use serde_json::{Map, Value, json};

use crate::{epcis_query::Client, site::Site};

/// A name that a pattern of the schema takes.
fn name_of(pattern: &str) -> String {
    let name = pattern.trim_matches(['^', '$']);
    // In the published schema the backslashes of its patterns are doubled.
    name.replace("\\\\", "\\")
        .replace("[a-z][a-zA-Z0-9]*\\:\\w+", "ex:field")
        .replace("[a-z][a-zA-Z0-9_]+", "owning_party")
        .replace("[A-Z0-9]{2,4}", "KGM")
        .replace("ATTR_\\w+_\\w+", "ATTR_bizLocation_name")
}

/// A value that a parameter takes, by what the schema says of it.
fn value_of(name: &str, rule: &Value) -> Value {
    let kind = |rule: &Value| rule.to_string();
    let one = |rule: &Value| {
        let text = kind(rule);
        match name {
            "eventType" => json!("ObjectEvent"),
            "EQ_action" => json!("ADD"),
            "EQ_bizStep" => json!("shipping"),
            _ if name.contains("isposition") => json!("in_transit"),
            "EQ_errorReason" => json!("did_not_occur"),
            "EQ_type" => json!("gs1:Temperature"),
            "EQ_booleanValue" => json!(true),
            "orderBy" => json!("eventTime"),
            "orderDirection" => json!("ASC"),
            _ if name.starts_with("EXISTS_") => Value::Null,
            _ if text.contains("definitions/time") => json!("2026-11-24T10:20:30Z"),
            _ if text.contains("decimal") || text.contains("number") => json!(2.5),
            _ if text.contains("integer") => json!(3),
            _ => json!("https://id.gs1.org/414/9506000900018"),
        }
    };
    match rule.get("items") {
        Some(items) => json!([one(items)]),
        None => one(rule),
    }
}

#[tokio::test]
async fn a_query_with_each_parameter_of_the_schema_can_be_kept() {
    let Some(folder) = env::var_os("TOUCHSTONE_STANDARDS") else {
        println!("TOUCHSTONE_STANDARDS is not set: the schema's parameters are left out");
        return;
    };
    let schema = Path::new(&folder).join("epcis/query-schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
    let mut rules: Vec<(String, Value)> = Vec::new();
    collect(&schema, &mut rules);
    assert!(rules.len() >= 160, "only {} parameters", rules.len());
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    for (index, (name, rule)) in rules.iter().enumerate() {
        let mut query = Map::new();
        query.insert(
            "@context".to_owned(),
            json!([{ "ex": "https://ns.example.com/" }]),
        );
        if name == "orderDirection" || name == "eventCountLimit" {
            query.insert("orderBy".to_owned(), json!("eventTime"));
        }
        query.insert(name.clone(), value_of(name, rule));
        let kept = json!({ "name": format!("q{index}"), "query": query });
        let reply = acme.send(Method::POST, "/epcis/queries", &kept).await;
        assert_eq!(reply.status, 201, "{name}: {} {kept}", reply.text());
        // As many as there are may be kept at once.
        let path = format!("/epcis/queries/q{index}");
        acme.get(&format!("{path}/events")).await.is(200);
        acme.send(Method::DELETE, &path, &Value::Null).await.is(204);
    }
}

/// The parameters that a schema names, wherever it does.
fn collect(schema: &Value, rules: &mut Vec<(String, Value)>) {
    let Some(fields) = schema.as_object() else {
        return;
    };
    for (name, value) in fields {
        let own = value
            .as_object()
            .filter(|_| name == "properties" || name == "patternProperties");
        let own = own.into_iter().flatten();
        for (pattern, rule) in own.filter(|(pattern, _)| *pattern != "@context") {
            rules.push((name_of(pattern), rule.clone()));
        }
        collect(value, rules);
    }
}
