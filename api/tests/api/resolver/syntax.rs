//! How a resolver is asked, and what it says to what it can't read.

use axum::http::{Method, Version};

use super::client::{ORIGIN, Resolver};
use crate::{
    schema,
    site::{APPLE, TEA},
};

/// `https://check.example/01/09506000100012/10/T1/21/TEA1`, compressed with and without its key.
fn compressed(key: gs1::KeyForm) -> String {
    let link = format!("{ORIGIN}/01/{TEA}/10/T1/21/TEA1");
    let (message, _) = gs1::parse(&link, None);
    let how = gs1::Compression {
        key,
        ..gs1::Compression::default()
    };
    let link = message.compressed_digital_link(ORIGIN, &how).unwrap();
    link.strip_prefix(ORIGIN).unwrap().to_owned()
}

#[tokio::test]
async fn shall_support_get_head_and_options() {
    let resolver = Resolver::new().await;
    let path = format!("/01/{TEA}");
    let get = resolver.get(&path).await;
    get.is(307);
    let head = resolver.ask(Method::HEAD, &path, &[]).await;
    head.is(307);
    assert_eq!(head.header("location"), get.header("location"));
    assert!(head.bytes.is_empty());
    let options = resolver.ask(Method::OPTIONS, &path, &[]).await;
    options.is(204);
    assert_eq!(options.header("allow"), "GET, HEAD, OPTIONS");
    for reply in [&get, &head, &options] {
        assert!(reply.link("linkset").is_some(), "{reply:?}");
    }
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        resolver.ask(method, &path, &[]).await.is(405);
    }
}

#[tokio::test]
async fn shall_support_http_1_1_over_tls() {
    let resolver = Resolver::new().await;
    let reply = resolver.get(&format!("/01/{TEA}")).await;
    assert!(reply.version >= Version::HTTP_11);
    // Whoever came by TLS comes so again.
    assert!(
        reply
            .header("strict-transport-security")
            .contains("max-age")
    );
}

#[tokio::test]
async fn shall_support_cors() {
    let resolver = Resolver::new().await;
    let compressed = compressed(gs1::KeyForm::Compressed);
    let origin = ("origin", "https://elsewhere.example");
    for path in [
        &format!("/01/{TEA}"),
        &format!("/01/{TEA}?linkType=linkset"),
        &format!("/01/{TEA}?linkType=gs1:epil"),
        "/01/09506000100013",
        "/.well-known/gs1resolver",
        &compressed,
    ] {
        let reply = resolver.ask(Method::GET, path, &[origin]).await;
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
        let exposed = reply.header("access-control-expose-headers");
        assert!(exposed.contains("Link"), "{path}");
        let preflight = [origin, ("access-control-request-method", "GET")];
        let reply = resolver.ask(Method::OPTIONS, path, &preflight).await;
        reply.is(204);
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(
            reply.header("access-control-allow-methods"),
            "GET, HEAD, OPTIONS"
        );
        assert!(
            !reply
                .headers
                .contains_key("access-control-allow-credentials")
        );
    }
    // And nothing else of this server.
    for path in ["/", "/v1/links", "/desk/sign-in", "/v1/rewards", "/nothing"] {
        let reply = resolver.ask(Method::GET, path, &[origin]).await;
        assert_eq!(reply.header("access-control-allow-origin"), "", "{path}");
    }
}

#[tokio::test]
async fn shall_decompress_and_should_not_redirect_to_the_uncompressed_uri() {
    let resolver = Resolver::new().await;
    let plain = format!("/01/{TEA}/10/T1/21/TEA1");
    for key in [gs1::KeyForm::Compressed, gs1::KeyForm::Plain] {
        let compressed = compressed(key);
        for query in ["", "?linkType=gs1:support", "?linkType=gs1:homepage&x=1"] {
            let one = resolver.get(&format!("{plain}{query}")).await;
            let other = resolver.get(&format!("{compressed}{query}")).await;
            other.leads_to(one.header("location"));
            assert!(!other.header("location").starts_with(ORIGIN));
        }
        let one = resolver.linkset(&plain).await;
        assert_eq!(resolver.linkset(&compressed).await, one);
        let page = [("accept", "text/html")];
        let reply = resolver.ask(Method::GET, &compressed, &page).await;
        assert!(String::from_utf8_lossy(reply.is(200).bytes.as_slice()).contains("Tea"));
    }
}

#[tokio::test]
async fn shall_expose_the_uncompressed_uri_as_owl_same_as() {
    let resolver = Resolver::new().await;
    let same = format!("<{ORIGIN}/01/{TEA}/10/T1/21/TEA1>");
    for key in [gs1::KeyForm::Compressed, gs1::KeyForm::Plain] {
        let path = compressed(key);
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            let reply = resolver.ask(method, &path, &[]).await;
            let link = reply.link("owl:sameAs").unwrap();
            assert!(link.starts_with(&same), "{link}");
        }
    }
    let reply = resolver.get(&format!("/01/{TEA}")).await;
    assert_eq!(reply.link("owl:sameAs"), None);
}

#[tokio::test]
async fn shall_validate_the_uri_and_report_errors_with_400() {
    let resolver = Resolver::new().await;
    for path in [
        format!("/01/{TEA}/foo"),
        format!("/01/{TEA}/21/TEA1/10/T1"),
        format!("/01/{TEA}/22/"),
        format!("/01/{TEA}/10/{}", "x".repeat(21)),
        format!("/01/{TEA}/21/a%01"),
        format!("/01/{TEA}?17=991399"),
        "/01/09506000100013".to_owned(),
        "/01/abc".to_owned(),
        "/00/106141412345678900".to_owned(),
        "/414/9506000900019".to_owned(),
        format!("/01/{TEA}?linkType=no%20type"),
        format!("/01/{TEA}?linkType="),
        format!("/01/{TEA}?linkType=javascript:alert(1)"),
    ] {
        for accept in ["*/*", "text/html", "application/linkset+json"] {
            let reply = resolver
                .ask(Method::GET, &path, &[("accept", accept)])
                .await;
            assert_eq!(reply.status, 400, "{path}");
            assert_eq!(reply.header("location"), "", "{path}");
        }
    }
}

#[tokio::test]
async fn shall_not_use_200_for_an_error() {
    let resolver = Resolver::new().await;
    for (path, status) in [
        ("/01/09506000134352", 404),
        ("/01/09506000134352?linkType=linkset", 404),
        ("/01/09999990000019?linkType=gs1:pip", 404),
        ("/00/095060000000000015", 404),
        (&format!("/01/{TEA}?linkType=gs1:epil"), 404),
        ("/01/09506000100013", 400),
    ] {
        // Acme's own numbers have Acme's links.
        let is_acme = path.starts_with("/01/0950600013") || path.starts_with("/00/0950600");
        let resolver = match is_acme {
            true => &Resolver::bare().await,
            false => &resolver,
        };
        let reply = resolver.get(path).await;
        assert_eq!(reply.status, status, "{path}");
        assert_eq!(reply.json()["status"], status, "{path}");
    }
}

#[tokio::test]
async fn every_key_and_every_qualifier_shall_be_supported() {
    let resolver = Resolver::new().await;
    for path in [
        "/00/095060000000000015",
        "/01/09506000100012/22/B/10/T1/21/TEA1",
        "/01/09506000100012/235/X",
        "/253/9506000000008",
        "/255/9506000000008",
        "/401/9506000X",
        "/402/95060000000000008",
        "/414/9506000900018/254/7",
        "/414/9506000900018/7040/1ABC",
        "/415/9506000900018/8020/1",
        "/417/9506000900018/7040/1ABC",
        "/8003/09506000000008X",
        "/8004/9506000X/7040/1ABC",
        "/8006/095060001000120101/22/B/10/T1/21/TEA1",
        "/8010/9506000X/8011/1",
        "/8013/1987654Ad4X4bL5ttr2310c2K",
        "/8017/950600000000000002/8019/1",
        "/8018/950600000000000002/8019/1",
    ] {
        let reply = resolver.get(path).await;
        // The example of the standard is no brand's here.
        let expected: &[u16] = match path.starts_with("/8013") {
            true => &[404],
            false => &[200, 307],
        };
        assert!(
            expected.contains(&reply.status.as_u16()),
            "{path}: {} {}",
            reply.status,
            String::from_utf8_lossy(&reply.bytes)
        );
    }
}

#[tokio::test]
async fn gtins_of_every_length_are_read() {
    let resolver = Resolver::new().await;
    for path in ["/01/09506000100012", "/01/9506000100012"] {
        let linkset = resolver.linkset(path).await;
        let anchor = format!("{ORIGIN}/01/{TEA}");
        assert_eq!(linkset["linkset"][0]["anchor"], anchor, "{path}");
    }
    for path in ["/01/614141123452", "/01/00614141123452", "/01/96385074"] {
        let page = [("accept", "text/html")];
        resolver.ask(Method::GET, path, &page).await.is(200);
    }
}

#[tokio::test]
async fn should_tolerate_trailing_slashes() {
    let resolver = Resolver::new().await;
    for path in [
        format!("/01/{TEA}"),
        format!("/01/{TEA}/21/TEA2"),
        compressed(gs1::KeyForm::Compressed),
    ] {
        let one = resolver.get(&path).await;
        let other = resolver.get(&format!("{path}/")).await;
        assert_eq!(one.status, other.status);
        assert_eq!(one.header("location"), other.header("location"));
        assert_eq!(one.link("linkset"), other.link("linkset"));
    }
}

#[tokio::test]
async fn shall_provide_a_description_file() {
    let resolver = Resolver::bare().await;
    let reply = resolver.get("/.well-known/gs1resolver").await;
    let description = reply.is(200).json();
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(description["resolverRoot"], ORIGIN);
    assert_eq!(description["supportedPrimaryKeys"][0], "all");
    assert!(description["jsonLdContextLocation"].is_string());
    if let Some(schema) = schema::published("resolver/description-file-schema.json") {
        assert_eq!(schema::faults(&schema, &description), [] as [String; 0]);
        let known = schema["properties"].as_object().unwrap();
        for name in description.as_object().unwrap().keys() {
            assert!(
                known.contains_key(name),
                "`{name}` is no field of the schema"
            );
        }
    }
}

#[tokio::test]
async fn a_person_s_browser_gets_the_page() {
    let resolver = Resolver::new().await;
    for gtin in [TEA, APPLE] {
        let browser = [
            ("accept", "text/html,application/xhtml+xml,*/*;q=0.8"),
            ("sec-fetch-mode", "navigate"),
        ];
        let path = format!("/01/{gtin}");
        let reply = resolver.ask(Method::GET, &path, &browser).await;
        reply.is(200);
        assert!(reply.header("content-type").starts_with("text/html"));
        assert!(reply.link("linkset").is_some());
    }
}
