//! Where a resolver sends.

use axum::http::Method;
use serde_json::Value;

use super::client::{ORIGIN, Reply, Resolver, links};
use crate::site::{APPLE, TEA};

async fn ask(resolver: &Resolver, query: &str, headers: &[(&str, &str)]) -> Reply {
    let path = format!("/01/{TEA}{query}");
    resolver.ask(Method::GET, &path, headers).await
}

#[tokio::test]
async fn shall_redirect_to_the_default_link() {
    let resolver = Resolver::new().await;
    let default = "https://acme.example/tea?from=pack#top";
    // At its own level and at every one below.
    for path in [
        "",
        "/10/T1",
        "/21/TEA1",
        "/10/T1/21/TEA2",
        "/22/B",
        "/21/NONE",
    ] {
        ask(&resolver, path, &[]).await.leads_to(default);
    }
    for accept in ["*/*", "image/png", "text/*"] {
        ask(&resolver, "", &[("accept", accept)])
            .await
            .leads_to(default);
    }
    ask(&resolver, "?linkType=gs1:defaultLink", &[])
        .await
        .leads_to("https://acme.example/tea?from=pack&linkType=gs1:defaultLink#top");
    // A place is no product, and our page knows nothing of it: a person is sent on, too.
    for accept in ["*/*", "text/html,*/*;q=0.8"] {
        let reply = resolver
            .ask(
                Method::GET,
                "/414/9506000900018/254/7",
                &[("accept", accept)],
            )
            .await;
        reply.leads_to("https://acme.example/works");
    }
}

#[tokio::test]
async fn a_better_match_comes_before_the_default_link() {
    let resolver = Resolver::new().await;
    let check = async |language: &str, target: &str| {
        let headers = [("accept-language", language)];
        ask(&resolver, "/21/TEA1", &headers).await.leads_to(target);
    };
    check("de-AT, en;q=0.5", "https://acme.example/tee").await;
    check("fr-CA", "https://acme.example/the").await;
    check("pl", "https://acme.example/tea?from=pack#top").await;
}

#[tokio::test]
async fn for_any_request_there_shall_be_a_default_link() {
    let resolver = Resolver::new().await;
    // Without one of the brand's, it is this very page.
    for path in [format!("/01/{APPLE}"), format!("/01/{APPLE}/10/A1")] {
        let reply = resolver.get(&path).await;
        assert!(
            reply
                .is(200)
                .header("content-type")
                .starts_with("text/html")
        );
        let query = format!("{path}?linkType=gs1:defaultLink&x=1");
        let here = format!("{ORIGIN}{path}?x=1");
        resolver.get(&query).await.leads_to(&here);
    }
}

#[tokio::test]
async fn shall_redirect_to_the_requested_link_type() {
    let resolver = Resolver::new().await;
    let wanted = |link: &Value, kind: &str| {
        // The link's own language, media type and context choose it.
        let text = |name: &str| link[name][0].as_str().unwrap_or_default().to_owned();
        let accept = link["type"].as_str().unwrap_or("*/*").to_owned();
        (text("hreflang"), accept, text("context"), kind.to_owned())
    };
    for path in [
        format!("/01/{TEA}/10/T1/21/TEA2"),
        format!("/01/{TEA}/21/TEA3"),
        format!("/01/{TEA}/22/B"),
        format!("/01/{APPLE}"),
        "/414/9506000900018/254/7".to_owned(),
    ] {
        let mut asked = 0;
        for (_, kind, link) in links(&resolver.linkset(&path).await) {
            let (language, accept, context, kind) = wanted(&link, &kind);
            if kind.ends_with("defaultLinkMulti") || kind.ends_with("certificationInfo") {
                continue;
            }
            for kind in [
                kind.clone(),
                kind.replace("https://ref.gs1.org/voc/", "gs1:"),
            ] {
                let path = format!("{path}?linkType={kind}&context={context}");
                let headers = [("accept-language", language.as_str()), ("accept", &accept)];
                let reply = resolver.ask(Method::GET, &path, &headers).await;
                let (href, target) = (link["href"].as_str().unwrap(), reply.is(307));
                let target = target.header("location");
                let (href, _) = href.split_once('#').unwrap_or((href, ""));
                assert!(target.starts_with(href), "{path}: {target}, not {href}");
                asked += 1;
            }
        }
        assert!(asked >= 6, "{path}: {asked}");
    }
}

#[tokio::test]
async fn shall_recognise_the_gs1_web_vocabulary() {
    let resolver = Resolver::new().await;
    for kind in [
        "gs1:support",
        "gs1%3Asupport",
        "https://ref.gs1.org/voc/support",
        "https%3A%2F%2Fref.gs1.org%2Fvoc%2Fsupport",
        "https://gs1.org/voc/support",
        "http://gs1.org/voc/support",
    ] {
        let query = format!("?linkType={kind}");
        let reply = ask(&resolver, &query, &[]).await;
        reply.leads_to(&format!("https://help.acme.example/tea{query}"));
    }
    ask(&resolver, "?linkType=license", &[])
        .await
        .leads_to("https://acme.example/terms?linkType=license");
}

#[tokio::test]
async fn shall_return_404_where_no_link_of_the_type_is_available() {
    let resolver = Resolver::new().await;
    for kind in ["gs1:epil", "gs1:madeUp", "https://schema.org/help", "help"] {
        let reply = ask(&resolver, &format!("?linkType={kind}"), &[]).await;
        assert_eq!(reply.is(404).header("location"), "", "{kind}");
        let page = [("accept", "text/html")];
        ask(&resolver, &format!("?linkType={kind}"), &page)
            .await
            .is(404);
    }
}

#[tokio::test]
async fn shall_pass_on_the_query() {
    let resolver = Resolver::new().await;
    let check = async |query: &str, target: &str| {
        ask(&resolver, query, &[]).await.leads_to(target);
    };
    check("?foo=bar", "https://acme.example/tea?from=pack&foo=bar#top").await;
    check(
        "?17=270101&foo=b%20r&foo=2&flag",
        "https://acme.example/tea?from=pack&17=270101&foo=b%20r&foo=2&flag#top",
    )
    .await;
    check(
        "/21/TEA1?linkType=gs1:support&a=1",
        "https://help.acme.example/tea?linkType=gs1:support&a=1",
    )
    .await;
    // What is compressed with the key is passed on as if it stood in the query.
    let link = format!("{ORIGIN}/01/{TEA}?17=270101&foo=bar");
    let (message, _) = gs1::parse(&link, None);
    let compressed = message.compressed_digital_link(ORIGIN, &gs1::Compression::default());
    let compressed = compressed.unwrap();
    assert!(!compressed.contains("foo"), "{compressed}");
    let reply = resolver.get(compressed.strip_prefix(ORIGIN).unwrap()).await;
    reply.leads_to("https://acme.example/tea?from=pack&17=270101&foo=bar#top");
}

#[tokio::test]
async fn should_choose_by_accept_language() {
    let resolver = Resolver::new().await;
    let check = async |language: &str, target: &str| {
        let headers = [("accept-language", language)];
        let reply = ask(&resolver, "?linkType=gs1:pip", &headers).await;
        let location = reply.is(307).header("location");
        assert!(location.starts_with(target), "{language}: {location}");
    };
    check("de", "https://acme.example/tee?").await;
    check("DE-ch", "https://acme.example/tee?").await;
    check("fr-CA", "https://acme.example/the?").await;
    check("fr;q=0.5, en;q=0.6", "https://acme.example/tea?").await;
    check("*;q=0.9, de;q=0.1", "https://acme.example/tee?").await;
    check("en;q=0, de", "https://acme.example/tee?").await;
}

#[tokio::test]
async fn may_choose_by_accept_and_context() {
    let resolver = Resolver::new().await;
    let check = async |query: &str, accept: &str, target: &str| {
        let reply = ask(&resolver, query, &[("accept", accept)]).await;
        let location = reply.is(307).header("location");
        assert!(location.starts_with(target), "{query} {accept}: {location}");
    };
    let manual = "?linkType=gs1:instructions";
    check(
        manual,
        "application/pdf",
        "https://acme.example/brewing.pdf?",
    )
    .await;
    check(manual, "text/html", "https://acme.example/brewing?").await;
    check(
        manual,
        "application/pdf;q=0.3, text/*;q=0.4",
        "https://acme.example/brewing?",
    )
    .await;
    let shops = "?linkType=gs1:hasRetailers";
    check(shops, "*/*", "https://acme.example/shops?").await;
    check(
        &format!("{shops}&context=PL"),
        "*/*",
        "https://acme.example/shops/pl?",
    )
    .await;
    check(
        &format!("{shops}&context=DE"),
        "*/*",
        "https://acme.example/shops?",
    )
    .await;
}

#[tokio::test]
async fn several_equal_links_are_300_with_what_to_choose_from() {
    let resolver = Resolver::new().await;
    let query = "?linkType=gs1:certificationInfo";
    let reply = ask(&resolver, query, &[]).await;
    assert_eq!(reply.is(300).header("location"), "");
    let titles: Vec<String> = links(&reply.json())
        .iter()
        .map(|(_, _, link)| link["title"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(titles, ["Fair", "Organic"]);
    let reply = ask(&resolver, query, &[("accept", "text/html,*/*;q=0.8")]).await;
    let text = String::from_utf8_lossy(&reply.is(300).bytes).into_owned();
    for part in [
        "href=\"https://certificates.example/1\"",
        "Organic",
        "certificates.example<",
    ] {
        assert!(text.contains(part), "no {part}");
    }
    // Languages that nobody asked for are a choice, too.
    ask(&resolver, "?linkType=gs1:pip", &[]).await.is(300);
}

#[tokio::test]
async fn the_most_special_level_has_the_link() {
    let resolver = Resolver::new().await;
    let check = async |path: &str, target: &str| {
        let reply = ask(&resolver, path, &[]).await;
        let location = reply.is(307).header("location");
        assert!(location.starts_with(target), "{path}: {location}");
    };
    check(
        "/21/TEA2?linkType=gs1:dpp",
        "https://passports.example/tea2?",
    )
    .await;
    check(
        "/21/TEA3?linkType=gs1:promotion",
        "https://acme.example/lottery?",
    )
    .await;
    check(
        "/21/TEA1?linkType=gs1:traceability",
        "https://acme.example/gardens/T1?",
    )
    .await;
    check(
        "/21/TEA1?linkType=gs1:support",
        "https://help.acme.example/tea?",
    )
    .await;
    check("/21/TEA1?linkType=gs1:homepage", "https://acme.example/?").await;
    for path in [
        "/21/TEA1?linkType=gs1:dpp",
        "/21/TEA1?linkType=gs1:promotion",
    ] {
        ask(&resolver, path, &[]).await.is(404);
    }
    // Our page has what the brand has no link for; a program isn't sent on from there.
    let reply = ask(&resolver, "/21/TEA1?linkType=gs1:recallStatus&x=1", &[]).await;
    let target = reply.is(307).header("location").to_owned();
    let target = target.strip_prefix(ORIGIN).unwrap();
    let reply = resolver.get(target).await;
    assert!(
        reply
            .is(200)
            .header("content-type")
            .starts_with("text/html")
    );
}
