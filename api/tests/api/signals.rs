//! What a brand should look into, what staff dismiss, a brand's own thresholds, and who checks.

use api::{access::Act, role::Role, scope::Scope};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    site::{Reply, Site, TEA, observed, request, unit},
    staff::logged,
};

/// Where and when somebody with a session of their own checks.
async fn check(site: &Site, serial: &str, market: &str) -> Value {
    let question = json!({ "code": format!("(01){TEA}(21){serial}"), "market": market });
    site.post("/v1/verify", &question).await.is(200).json()
}

pub async fn check_at(site: &Site, serial: &str, lat: f64, lon: f64, hour: u32) -> Value {
    let question = json!({
        "code": format!("(01){TEA}(21){serial}"),
        "scanned_at": format!("2026-11-24T{hour:02}:00:00Z"),
        "place": { "lat": lat, "lon": lon, "accuracy_m": 50.0 },
    });
    site.post("/v1/verify", &question).await.is(200).json()
}

fn kinds(answer: &Value) -> Vec<&str> {
    let reasons = answer["verdict"]["reasons"].as_array().unwrap();
    let kinds = reasons
        .iter()
        .map(|reason| reason["kind"].as_str().unwrap());
    kinds.collect()
}

/// Writes what was noted, as the server does every half minute, and lets memory run out.
pub async fn write(site: &Site) {
    let now = site.app.clock.now();
    site.app.watch.write(&site.app.store, now).await.unwrap();
}

async fn ask(site: &Site, method: Method, path: &str, body: Option<Value>) -> Reply {
    ask_as(site, "acme", method, path, body).await
}

async fn ask_as(
    site: &Site,
    brand: &str,
    method: Method,
    path: &str,
    body: Option<Value>,
) -> Reply {
    let key = site.key_with(brand, &[Scope::Signals]).await;
    let bearer = format!("Bearer {key}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    site.send(request(method, path, &headers, body)).await
}

async fn signals(site: &Site) -> Vec<(String, String)> {
    let list = ask(site, Method::GET, "/v1/signals", None).await.json();
    let signals = list["signals"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    signals
        .map(|signal| (text(&signal["subject"]), text(&signal["signal"])))
        .collect()
}

async fn dismiss(site: &Site, subject: &str, signal: &str) -> Reply {
    let body = json!({ "subject": subject, "signal": signal });
    ask(site, Method::POST, "/v1/signals/dismissals", Some(body)).await
}

#[tokio::test]
async fn what_was_dismissed_weighs_nothing_and_hides_nothing_else() {
    let site = Site::new().await;
    check_at(&site, "TEA1", 54.5, 18.54, 8).await;
    let answer = check_at(&site, "TEA1", -33.86, 151.2, 9).await;
    assert_eq!(answer["verdict"]["standing"], "suspect");
    write(&site).await;
    let subject = format!("01/{TEA}/21/TEA1");
    assert!(
        signals(&site)
            .await
            .contains(&(subject.clone(), "travel".to_owned()))
    );

    dismiss(&site, &subject, "two-places").await.is(404);
    dismiss(&site, &format!("01/{TEA}/21/TEA2"), "travel")
        .await
        .is(404);
    dismiss(&site, &subject, "travel").await.is(204);
    assert_eq!(logged(&site, "acme", Act::SignalDismissed), 1);
    let answer = check_at(&site, "TEA1", -33.86, 151.2, 10).await;
    assert_eq!(answer["verdict"]["standing"], "issued");
    assert!(!kinds(&answer).contains(&"impossible-travel"));

    // The trade sells it in two shops.
    let sold = |gln, time| {
        observed(
            &unit(TEA, "TEA1"),
            time,
            "retail_selling",
            "retail_sold",
            gln,
        )
    };
    let events = json!([
        sold("9506000900018", "2026-11-01T08:00:00Z"),
        sold("9506000900025", "2026-11-02T08:00:00Z"),
    ]);
    assert_eq!(site.capture("acme", events).await["success"], true);
    let answer = check_at(&site, "TEA1", 54.5, 18.54, 11).await;
    assert_eq!(answer["verdict"]["standing"], "suspect");
    assert_eq!(kinds(&answer)[0], "two-places");
}

#[tokio::test]
async fn a_batch_astray_is_found_by_its_units() {
    let site = Site::new().await;
    let serials: Vec<String> = (0..12).map(|number| format!("STRAY{number}")).collect();
    let units = json!({ "type": "units", "gtin": TEA, "batch": "T1", "serials": serials });
    assert!(site.import(&units.to_string()).await.is_kept);
    for serial in &serials[..9] {
        let answer = check(&site, serial, "BR").await;
        assert_eq!(answer["verdict"]["standing"], "issued");
        // Again, and again: a unit counts once.
        check(&site, serial, "BR").await;
    }
    check(&site, "TEA2", "PL").await;
    write(&site).await;
    let subject = format!("01/{TEA}/10/T1");
    assert_eq!(
        signals(&site).await,
        [(subject.clone(), "lot-astray".to_owned())]
    );
    // Another node, or this one once it has forgotten.
    let node = Site::on(site.address.clone(), site.app.store.clone());
    let answer = check(&node, "STRAY9", "BR").await;
    assert_eq!(answer["verdict"]["standing"], "suspect");
    assert_eq!(kinds(&answer)[0], "lot-astray");
    let evidence = &answer["verdict"]["reasons"][0]["evidence"];
    assert_eq!(evidence["units"]["number"], 9);
    assert_eq!(evidence["of"]["number"], 10);
    let answer = check(&node, "STRAY10", "PL").await;
    assert_eq!(answer["verdict"]["standing"], "issued");

    let quality = site.person("acme", Role::Quality).await;
    quality
        .open(&site, "/desk/signals")
        .await
        .is(200)
        .says("Batch astray");
    let fields = [("subject", &subject[..]), ("signal", "lot-astray")];
    let inspector = site.person("acme", Role::Inspector).await;
    inspector
        .submit(&site, "/desk/signals/dismiss", &fields)
        .await
        .is(403);
    quality
        .submit(&site, "/desk/signals/dismiss", &fields)
        .await
        .is(303);
    quality
        .open(&site, "/desk/signals")
        .await
        .is(200)
        .says("Nothing looks wrong");
    let answer = check(&node, "STRAY11", "BR").await;
    assert_eq!(answer["verdict"]["standing"], "issued");
}

#[tokio::test]
async fn serials_that_nobody_issued_make_a_burst() {
    let site = Site::new().await;
    let brand = json!({
        "type": "brand", "id": "acme", "name": "Acme", "prefixes": ["9506000"],
        "thresholds": { "burst_from": 5 },
    });
    assert!(site.import(&brand.to_string()).await.is_kept);
    let guess = async |number: u32| {
        let question = json!({ "code": format!("(01){TEA}(21)GUESS{number}") });
        site.post("/v1/verify", &question).await.is(200);
    };
    for number in 0..4 {
        guess(number).await;
        guess(number).await;
        write(&site).await;
    }
    assert_eq!(signals(&site).await, []);
    guess(4).await;
    write(&site).await;
    let subject = format!("01/{TEA}");
    assert_eq!(
        signals(&site).await,
        [(subject.clone(), "burst".to_owned())]
    );
    dismiss(&site, &subject, "burst").await.is(204);
    let open = async || {
        let open = site
            .app
            .store
            .read(|db| db.open_signals("acme", (trace::Instant(i64::MAX), "", ""), 10));
        open.await.unwrap().len()
    };
    guess(5).await;
    write(&site).await;
    assert_eq!(open().await, 0, "the same burst");
    site.pass(2 * 86_400_000);
    for number in 0..5 {
        guess(number).await;
    }
    write(&site).await;
    assert_eq!(open().await, 1, "another day, another burst");
}

#[tokio::test]
async fn a_brand_has_thresholds_of_its_own() {
    let site = Site::new().await;
    let brand = |thresholds: Value| {
        json!({
            "type": "brand", "id": "acme", "name": "Acme", "prefixes": ["9506000"],
            "thresholds": thresholds,
        })
        .to_string()
    };
    let wrong = brand(json!({ "max_speed_kmh": 3, "scale": { "luck": 100 } }));
    let report = site.import(&wrong).await;
    assert!(!report.is_kept);
    let report = report.to_string();
    assert!(report.contains("thresholds.max_speed_kmh"), "{report}");
    assert!(report.contains("there is no signal `luck`"), "{report}");

    let told = check(&site, "TEA1", "BR").await;
    assert_eq!(told["verdict"]["standing"], "issued");
    assert!(
        site.import(&brand(json!({ "reports_sales": true })))
            .await
            .is_kept
    );
    let told = check(&site, "TEA2", "BR").await;
    assert_eq!(told["verdict"]["standing"], "suspect");
    let silent = brand(json!({ "reports_sales": true, "scale": { "wrong-market": 0 } }));
    assert!(site.import(&silent).await.is_kept);
    let told = check(&site, "TEA3", "BR").await;
    assert_eq!(told["verdict"]["standing"], "issued");
    assert!(!kinds(&told).contains(&"wrong-market"));
}

#[tokio::test]
async fn staff_at_work_burn_no_first_check() {
    let site = Site::new().await;
    let inspector = site.person("acme", Role::Inspector).await;
    let cookie = inspector.cookie();
    let question = json!({ "code": format!("(01){TEA}(21)TEA1") });
    let headers = [
        ("cookie", cookie.as_str()),
        ("content-type", "application/json"),
    ];
    for _ in 0..2 {
        let body = Body::from(question.to_string());
        let sent = request(Method::POST, "/v1/verify", &headers, body);
        site.send(sent).await.is(200);
    }
    let answer = site.post("/v1/verify", &question).await.json();
    assert!(kinds(&answer).contains(&"first-check"));
}

/// Neither sees what the other should look into, nor says that it is nothing.
#[tokio::test]
async fn another_brand_s_signals_are_not_there() {
    let site = Site::new().await;
    check_at(&site, "TEA1", 54.5, 18.54, 8).await;
    check_at(&site, "TEA1", -33.86, 151.2, 9).await;
    write(&site).await;
    let subject = format!("01/{TEA}/21/TEA1");
    let body = json!({ "subject": subject, "signal": "travel" });
    let theirs = ask_as(&site, "globex", Method::GET, "/v1/signals", None).await;
    assert_eq!(theirs.is(200).json()["signals"], json!([]));
    let path = "/v1/signals/dismissals";
    ask_as(&site, "globex", Method::POST, path, Some(body))
        .await
        .is(404);

    let stranger = site.person("globex", Role::Quality).await;
    let page = stranger.open(&site, "/desk/signals").await;
    page.is(200).says("Nothing looks wrong");
    let fields = [("subject", &subject[..]), ("signal", "travel")];
    stranger
        .submit(&site, "/desk/signals/dismiss", &fields)
        .await
        .is(404);
    for brand in ["acme", "globex"] {
        assert_eq!(logged(&site, brand, Act::SignalDismissed), 0, "{brand}");
    }
    let answer = check_at(&site, "TEA1", -33.86, 151.2, 10).await;
    assert_eq!(answer["verdict"]["standing"], "suspect");
    let fine = site.person("acme", Role::Quality).await;
    fine.submit(&site, "/desk/signals/dismiss", &fields)
        .await
        .is(303);
}
