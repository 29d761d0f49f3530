//! What a linkset says.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::Value;

use super::client::{ORIGIN, Resolver, links};
use crate::{
    schema,
    site::{APPLE, TEA},
};

const DEFAULT: &str = "https://ref.gs1.org/voc/defaultLink";
const MULTI: &str = "https://ref.gs1.org/voc/defaultLinkMulti";

/// At every level, with brand's links and without.
fn paths() -> Vec<String> {
    let mut paths: Vec<String> = [
        "",
        "/10/T1",
        "/21/TEA1",
        "/10/T1/21/TEA2",
        "/22/B",
        "/21/NONE",
    ]
    .iter()
    .map(|rest| format!("/01/{TEA}{rest}"))
    .collect();
    paths.push(format!("/01/{APPLE}"));
    paths.push("/414/9506000900018".to_owned());
    paths.push("/414/9506000900018/254/7".to_owned());
    paths
}

fn anchors(linkset: &Value) -> Vec<String> {
    let objects = linkset["linkset"].as_array().unwrap().iter();
    let anchor = |object: &Value| object["anchor"].as_str().unwrap().to_owned();
    objects.map(anchor).collect()
}

#[tokio::test]
async fn shall_answer_with_a_linkset_and_never_redirect() {
    let resolver = Resolver::new().await;
    let path = format!("/01/{TEA}");
    let check = async |query: &str, accept: &str, kind: &str| {
        let path = format!("{path}{query}");
        let reply = resolver
            .ask(Method::GET, &path, &[("accept", accept)])
            .await;
        assert_eq!(
            reply.is(200).header("content-type"),
            kind,
            "{query} {accept}"
        );
        assert!(reply.json()["linkset"].is_array());
        assert!(reply.header("vary").contains("Accept"));
    };
    check("", "application/linkset+json", "application/linkset+json").await;
    check("?linkType=linkset", "*/*", "application/linkset+json").await;
    check("?linkType=all", "*/*", "application/linkset+json").await;
    check("?linkType=linkset", "text/html", "application/linkset+json").await;
    check("?linkType=linkset", "application/json", "application/json").await;
    check(
        "?linkType=linkset",
        "application/ld+json",
        "application/ld+json",
    )
    .await;
    check(
        "?linkType=linkset",
        "application/json;q=0.5, application/linkset+json",
        "application/linkset+json",
    )
    .await;
}

#[tokio::test]
async fn shall_be_valid_by_the_schema() {
    let resolver = Resolver::new().await;
    let Some(schema) = schema::published("resolver/gs1-linkset-schema.json") else {
        return;
    };
    for path in paths() {
        let linkset = resolver.linkset(&path).await;
        let faults = schema::faults(&schema, &linkset);
        assert_eq!(faults, [] as [String; 0], "{path}: {linkset}");
    }
    let path = format!("/01/{TEA}?linkType=gs1:certificationInfo");
    let choices = resolver.get(&path).await.is(300).json();
    assert_eq!(schema::faults(&schema, &choices), [] as [String; 0]);
}

#[tokio::test]
async fn shall_include_the_links_of_each_level_up_to_the_key() {
    let resolver = Resolver::new().await;
    let kinds = |linkset: &Value, anchor: &str| -> BTreeSet<String> {
        let links = links(linkset).into_iter();
        let own = links.filter(|(own, ..)| *own == format!("{ORIGIN}{anchor}"));
        own.map(|(_, kind, _)| kind.rsplit('/').next().unwrap().to_owned())
            .collect()
    };
    let unit = format!("/01/{TEA}/21/TEA2");
    let batch = format!("/01/{TEA}/10/T1");
    let product = format!("/01/{TEA}");
    let linkset = resolver.linkset(&unit).await;
    assert!(kinds(&linkset, &unit).contains("dpp"));
    // The pack's batch is on record: the code need not say it.
    assert!(kinds(&linkset, &batch).contains("traceability"));
    let of_product = kinds(&linkset, &product);
    for kind in ["pip", "instructions", "support", "homepage", "license"] {
        assert!(of_product.contains(kind), "{kind}");
    }
    assert!(!of_product.contains("dpp"));
    let linkset = resolver.linkset(&product).await;
    assert_eq!(anchors(&linkset), [format!("{ORIGIN}{product}")]);
    let linkset = resolver.linkset(&format!("{product}/21/TEA3")).await;
    assert!(kinds(&linkset, &format!("{product}/21/TEA3")).contains("promotion"));
    let linkset = resolver.linkset(&format!("{product}/22/B/21/TEA1")).await;
    assert!(kinds(&linkset, &format!("{product}/22/B")).contains("whatsInTheBox"));
    let linkset = resolver.linkset("/414/9506000900018/254/7").await;
    assert!(kinds(&linkset, "/414/9506000900018/254/7").contains("openingHoursInfo"));
    assert!(kinds(&linkset, "/414/9506000900018").contains("locationInfo"));
}

#[tokio::test]
async fn the_subject_shall_be_the_uncompressed_uri() {
    let resolver = Resolver::new().await;
    for path in paths() {
        let linkset = resolver.linkset(&path).await;
        assert_eq!(anchors(&linkset)[0], format!("{ORIGIN}{path}"));
    }
    // In one form, however it was asked.
    let linkset = resolver
        .linkset("/01/9506000100012/21/%54EA1/?17=270101")
        .await;
    assert_eq!(anchors(&linkset)[0], format!("{ORIGIN}/01/{TEA}/21/TEA1"));
}

#[tokio::test]
async fn all_links_shall_have_a_target_a_type_and_a_title() {
    let resolver = Resolver::new().await;
    for path in paths() {
        for (_, kind, link) in links(&resolver.linkset(&path).await) {
            let href = link["href"].as_str().unwrap();
            assert!(href.starts_with("https://"), "{href}");
            assert!(!link["title"].as_str().unwrap().is_empty(), "{href}");
            assert!(kind.starts_with("https://ref.gs1.org/voc/") || kind == "license");
            if let Some(media_type) = link["type"].as_str() {
                let known = ["text/html", "application/pdf", "application/json"];
                assert!(known.contains(&media_type), "{media_type}");
            }
        }
    }
}

#[tokio::test]
async fn there_shall_be_one_default_link_without_optional_attributes() {
    let resolver = Resolver::new().await;
    for path in paths() {
        let links = links(&resolver.linkset(&path).await);
        let mut defaults = links.iter().filter(|(_, kind, _)| kind == DEFAULT);
        let (_, _, default) = defaults.next().unwrap_or_else(|| panic!("{path}"));
        assert_eq!(defaults.next(), None, "{path}");
        let names: Vec<&String> = default.as_object().unwrap().keys().collect();
        assert_eq!(names, ["href", "title"], "{path}");
        // And that is where a program that says nothing is sent, or is already.
        let reply = resolver.get(&path).await;
        match reply.status.as_u16() {
            307 => assert_eq!(reply.header("location"), default["href"].as_str().unwrap()),
            _ => assert_eq!(default["href"], format!("{ORIGIN}{path}"), "{path}"),
        }
    }
}

#[tokio::test]
async fn default_links_shall_be_described_by_another_type_too() {
    let resolver = Resolver::new().await;
    for path in paths() {
        let links = links(&resolver.linkset(&path).await);
        let is_default = |kind: &str| [DEFAULT, MULTI].contains(&kind);
        for (_, _, default) in links.iter().filter(|(_, kind, _)| is_default(kind)) {
            let is_described = links
                .iter()
                .any(|(_, kind, link)| !is_default(kind) && link["href"] == default["href"]);
            assert!(is_described, "{path}: {default}");
        }
    }
    let links = links(&resolver.linkset(&format!("/01/{TEA}")).await);
    assert_eq!(links.iter().filter(|(_, kind, _)| kind == MULTI).count(), 2);
}

#[tokio::test]
async fn should_name_the_languages_and_point_to_a_json_ld_context() {
    let resolver = Resolver::new().await;
    let path = format!("/01/{TEA}?linkType=linkset");
    let reply = resolver.get(&path).await;
    let links = links(&reply.json());
    let german = links.iter().find(|(_, _, link)| link["title"] == "Tee");
    assert_eq!(german.unwrap().2["hreflang"], serde_json::json!(["de"]));
    let context = reply.link("http://www.w3.org/ns/json-ld#context").unwrap();
    assert!(
        context.contains("type=\"application/ld+json\""),
        "{context}"
    );
    let description = resolver.get("/.well-known/gs1resolver").await.json();
    let location = description["jsonLdContextLocation"].as_str().unwrap();
    assert!(context.starts_with(&format!("<{location}>")), "{context}");
    let headers = [("accept", "application/ld+json")];
    let reply = resolver.ask(Method::GET, &path, &headers).await;
    assert_eq!(reply.json()["@context"], location);
}

#[tokio::test]
async fn should_expose_the_linkset_in_a_link_header_even_when_redirecting() {
    let resolver = Resolver::new().await;
    for (path, status) in [
        (format!("/01/{TEA}/21/TEA1"), 307),
        (format!("/01/{TEA}/21/TEA1?linkType=gs1:support"), 307),
        (
            format!("/01/{TEA}/21/TEA1?linkType=gs1:certificationInfo"),
            300,
        ),
        (format!("/01/{TEA}/21/TEA1?linkType=gs1:epil"), 404),
        (format!("/01/{TEA}/21/TEA1?linkType=linkset"), 200),
    ] {
        let reply = resolver.get(&path).await;
        let link = reply.is(status).link("linkset").unwrap();
        let start = format!("<{ORIGIN}/01/{TEA}/21/TEA1?linkType=linkset>");
        assert!(link.starts_with(&start), "{link}");
        assert!(link.contains("title=") && link.contains("type=\"application/linkset+json\""));
        let target = link[1..].split('>').next().unwrap();
        let reply = resolver.get(target.strip_prefix(ORIGIN).unwrap()).await;
        assert!(reply.is(200).json()["linkset"].is_array());
    }
}
