//! Files of the app, the style sheet, health, and the description of the interface.

use std::fs;

use api::web::Web;

use crate::site::{Site, TEA};

fn with_app() -> (Site, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "index.html",
        "<!DOCTYPE html><html lang=\"en\"><head><title>x</title><script type=\"module\" src=\"/boot.js\"></script></head><body><div id=\"app\"><!--touchstone:body--></div></body></html>",
    );
    write("app-0123456789abcdef.js", "export {}");
    write("app-0123456789abcdef_bg.wasm", "\0asm");
    write("boot.js", "1");
    write("sw.js", "2");
    write("sw-kill.js", "3");
    write("worker.js", "4");
    (Site::with(None, Web::read(folder.path()).unwrap()), folder)
}

#[tokio::test]
async fn the_cache_table() {
    let (site, _folder) = with_app();
    let check = async |path: &str, kind: &str, cache: &str| {
        let reply = site.get(path, &[]).await;
        reply.is(200);
        assert!(reply.header("content-type").starts_with(kind), "{path}");
        assert_eq!(reply.header("cache-control"), cache, "{path}");
    };
    let immutable = "public, max-age=31536000, immutable";
    check("/app-0123456789abcdef.js", "text/javascript", immutable).await;
    check(
        "/app-0123456789abcdef_bg.wasm",
        "application/wasm",
        immutable,
    )
    .await;
    check("/boot.js", "text/javascript", "no-cache").await;
    check("/sw.js", "text/javascript", "no-cache").await;
    check("/worker.js", "text/javascript", "no-cache").await;
    check("/style.css", "text/css", "no-cache").await;
    check("/style.css?v=1", "text/css", immutable).await;
    check("/healthz", "text/plain", "private, no-store").await;
    check("/", "text/html", "private, no-store").await;
    let tag = site.get("/sw.js", &[]).await.header("etag").to_owned();
    site.get("/sw.js", &[("if-none-match", &tag)]).await.is(304);
    site.get("/index.html", &[]).await.is(404);
    site.get("/../Cargo.toml", &[]).await.is(404);
}

#[tokio::test]
async fn scripts_and_styles_are_sent_as_small_as_they_get() {
    let (site, _folder) = with_app();
    let style = site.get("/style.css", &[]).await.text();
    let encoding = async |accepted: &str| {
        let reply = site
            .get("/style.css", &[("accept-encoding", accepted)])
            .await;
        let encoding = reply.header("content-encoding").to_owned();
        (encoding, reply.is(200).bytes.clone())
    };
    let (name, small) = encoding("gzip, deflate, br, zstd").await;
    assert_eq!(name, "br");
    let mut whole = Vec::new();
    brotli::BrotliDecompress(&mut &small[..], &mut whole).unwrap();
    assert_eq!(String::from_utf8(whole).unwrap(), style);
    // What is made for each answer anew takes less time, and gets less small.
    assert!(small.len() < 10 * 1024, "{} bytes", small.len());
    assert_eq!(encoding("gzip, br;q=0").await.0, "gzip");
    assert_eq!(encoding("gzip").await.0, "gzip");
}

#[test]
fn what_came_in_brotli_with_the_app_is_taken_where_it_is_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let small = |bytes: &[u8]| {
        let mut small = Vec::new();
        brotli::BrotliCompress(&mut &bytes[..], &mut small, &Default::default()).unwrap();
        small
    };
    write("same_bg.wasm", b"one program");
    write("same_bg.wasm.br", &small(b"one program"));
    write("other_bg.wasm", b"one program");
    write("other_bg.wasm.br", &small(b"the program of yesterday"));
    write("broken_bg.wasm", b"one program");
    write("broken_bg.wasm.br", b"one program");
    let web = Web::read(folder.path()).unwrap();
    let sent = |name: &str| web.file(name).unwrap().brotli();
    assert_eq!(sent("/same_bg.wasm").unwrap(), small(b"one program"));
    assert_eq!(sent("/other_bg.wasm"), None);
    assert_eq!(sent("/broken_bg.wasm"), None);
    assert!(web.file("/same_bg.wasm.br").is_none());
}

#[tokio::test]
async fn the_app_lives_in_its_own_document() {
    let (site, _folder) = with_app();
    let scan = site.browser().open("/scan").await;
    let text = scan.is(200).text();
    assert!(text.contains("/boot.js"));
    assert!(text.contains("<div id=\"app\"><"), "{text}");
    assert!(text.contains("<title>Scan"), "{text}");
    // A product page doesn't start it.
    let page = site.browser().open(&format!("/01/{TEA}")).await;
    assert!(!page.is(200).text().contains("/boot.js"));
}

#[tokio::test]
async fn the_service_worker_can_be_ended() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("sw.js"), "work").unwrap();
    fs::write(folder.path().join("sw-kill.js"), "end").unwrap();
    let mut web = Web::read(folder.path()).unwrap();
    web.end_service_worker();
    let site = Site::with(None, web);
    assert_eq!(site.get("/sw.js", &[]).await.text(), "end");
    // A page that doesn't know registers none anew.
    let page = site.browser().open("/").await;
    assert!(page.text().contains("<html data-no-service-worker lang="));
}

#[tokio::test]
async fn health() {
    let site = Site::new().await;
    assert_eq!(site.get("/healthz", &[]).await.is(200).text(), "ok\n");
    assert_eq!(site.get("/readyz", &[]).await.is(200).text(), "ready\n");
}

#[tokio::test]
async fn the_interface_is_described() {
    let site = Site::new().await;
    let description = site.get("/openapi.json", &[]).await.json();
    for path in [
        "/v1/verify",
        "/v1/registrations",
        "/v1/registrations/lookup",
        "/v1/registrations/erase",
        "/v1/claims",
        "/v1/recycling",
        "/v1/rewards",
        "/epcis/capture",
        "/epcis/capture/{id}",
    ] {
        assert!(description["paths"][path].is_object(), "{path}");
    }
    let schemas = &description["components"]["schemas"];
    for schema in ["Answer", "Verdict", "VerifyRequest", "Problem"] {
        assert!(schemas[schema].is_object(), "{schema}");
    }
    // Every reference leads somewhere.
    let text = description.to_string();
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(schemas[name].is_object(), "{name}");
    }
}
