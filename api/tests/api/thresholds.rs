//! `/desk/signals/thresholds`: staff say by what their brand's checks are judged.

use api::{access::Act, organisation::Kind, role::Role};
use serde_json::json;

use crate::{
    signals::write,
    site::{Site, TEA},
    staff::logged,
};

const PATH: &str = "/desk/signals/thresholds";

async fn judged(site: &Site, serial: &str) -> String {
    // What a node remembers of a brand is renewed every half minute at the latest.
    write(site).await;
    let question = json!({ "code": format!("(01){TEA}(21){serial}"), "market": "BR" });
    let answer = site.post("/v1/verify", &question).await.is(200).json();
    answer["verdict"]["standing"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_staff_keep_holds_from_then_on() {
    let site = Site::new().await;
    let quality = site.person("acme", Role::Quality).await;
    let page = quality.open(&site, PATH).await;
    page.is(200).says("Usually 200. From 5 to 100000.");
    quality
        .open(&site, "/desk/signals")
        .await
        .says("Thresholds");
    assert_eq!(judged(&site, "TEA1").await, "issued");

    let reply = quality
        .submit(
            &site,
            PATH,
            &[("reports_sales", "yes"), ("max_sessions", "50")],
        )
        .await;
    assert_eq!(
        reply.is(303).header("location"),
        format!("{PATH}?kept=true")
    );
    assert_eq!(judged(&site, "TEA2").await, "suspect");
    let page = quality.open(&site, &format!("{PATH}?kept=true")).await;
    page.says("Kept.");
    assert!(page.text().contains(r#"value="50""#), "{}", page.text());

    // What is not in the form is as usual again; a comma is a decimal sign.
    let fields = [
        ("reports_sales", "yes"),
        ("max_sessions", ""),
        ("min_travel_km", "120,5"),
        ("scale.wrong-market", "0"),
    ];
    quality.submit(&site, PATH, &fields).await.is(303);
    assert_eq!(judged(&site, "TEA3").await, "issued");
    let brand = site.app.store.read_blocking(|db| db.brand("acme"));
    let own = brand.unwrap().unwrap().thresholds.unwrap();
    assert_eq!(own.max_sessions, None);
    assert_eq!(own.min_travel_km, Some(120.5));
    assert_eq!(own.scale["wrong-market"], 0);

    assert_eq!(logged(&site, "acme", Act::ThresholdsSet), 2);
    let rows = site
        .app
        .store
        .read_blocking(|db| db.access_log("acme", i64::MAX, 10))
        .unwrap();
    let told: Vec<&str> = rows
        .iter()
        .filter(|(_, entry)| entry.act == Act::ThresholdsSet.id())
        .map(|(_, entry)| &entry.subject[..])
        .collect();
    assert_eq!(
        told,
        [
            "max_sessions: 50 → usual, min_travel_km: usual → 120.5, scale.wrong-market: usual → 0",
            "max_sessions: usual → 50, reports_sales: usual → yes",
        ]
    );
    // The same once more changes nothing, and nothing is logged of it.
    quality.submit(&site, PATH, &fields).await.is(303);
    assert_eq!(logged(&site, "acme", Act::ThresholdsSet), 2);
    quality.submit(&site, PATH, &[]).await.is(303);
    let brand = site.app.store.read_blocking(|db| db.brand("acme"));
    assert_eq!(brand.unwrap().unwrap().thresholds, None);
}

#[tokio::test]
async fn what_is_wrong_is_shown_with_what_was_written() {
    let site = Site::new().await;
    let quality = site.person("acme", Role::Quality).await;
    for (name, value) in [
        ("max_speed_kmh", "3"),
        ("max_speed_kmh", "fast"),
        ("max_speed_kmh", "NaN"),
        ("household_sessions", "2.5"),
        ("suspect_from", "1001"),
        ("told_from", "-1"),
        ("scale.travel", "1001"),
        ("watch_markets", "perhaps"),
    ] {
        let reply = quality
            .submit(&site, PATH, &[("burst_from", "9"), (name, value)])
            .await;
        reply.is(422).says("Nothing was kept.");
        let text = reply.text();
        assert!(text.contains(r#"value="9""#), "{name}: {text}");
        if name != "watch_markets" {
            assert_eq!(text.matches(r#"aria-invalid="true""#).count(), 1, "{name}");
            assert!(text.contains(&format!(r#"value="{value}""#)), "{name}");
        }
    }
    let brand = site.app.store.read_blocking(|db| db.brand("acme"));
    assert_eq!(brand.unwrap().unwrap().thresholds, None);
    assert_eq!(logged(&site, "acme", Act::ThresholdsSet), 0);
}

#[tokio::test]
async fn who_may_look_may_not_set() {
    let site = Site::new().await;
    let auditor = site.person("acme", Role::Auditor).await;
    auditor
        .open(&site, PATH)
        .await
        .is(200)
        .says("Whoever may recall may change them.");
    auditor.submit(&site, PATH, &[]).await.is(403);
    site.admit("customs", Kind::Authority).await;
    let inspector = site.person("customs", Role::Inspector).await;
    inspector.open(&site, PATH).await.is(403);
}
