//! Keys that a brand makes for a partner: it tells events, and sees those that it told.

use api::{access::Act, organisation::Kind, role::Role, scope::Scope};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    command::touchstone,
    site::{Reply, Site, TEA, document, observed, request, unit},
    staff::logged,
};

const SHOP: &str = "9506000900025";

struct Carrier {
    site: Site,
    key: String,
}

impl Carrier {
    async fn new() -> Carrier {
        let site = Site::new().await;
        site.admit("carrier", Kind::Partner).await;
        let key = made_for(&site, "carrier", &Scope::FOR_PARTNERS).await;
        Carrier { site, key }
    }

    async fn get(&self, path: &str) -> Reply {
        get(&self.site, &self.key, path).await
    }

    async fn post(&self, path: &str, body: &Value) -> Reply {
        post(&self.site, &self.key, path, body).await
    }

    /// Captures events with the carrier's key; the job.
    async fn tells(&self, events: Value) -> Value {
        let reply = self.post("/epcis/capture", &document(events)).await;
        let location = reply.is(202).header("location").to_owned();
        assert!(location.starts_with("/epcis/capture/by:carrier:"));
        self.get(&location).await.is(200).json()
    }
}

async fn made_for(site: &Site, partner: &str, scopes: &[Scope]) -> String {
    let key = api::key::new().unwrap();
    let (digest, now) = (api::key::digest(&key), site.app.clock.now());
    let (partner, scopes) = (partner.to_owned(), scopes.iter().copied().collect());
    let made = site.app.store.write(move |tx| {
        api::key::put_for_partner(tx, "acme", &partner, &digest, "", &scopes, now)
    });
    assert!(made.await.unwrap());
    key
}

async fn get(site: &Site, key: &str, path: &str) -> Reply {
    let bearer = format!("Bearer {key}");
    site.get(path, &[("authorization", &bearer)]).await
}

async fn post(site: &Site, key: &str, path: &str, body: &Value) -> Reply {
    let bearer = format!("Bearer {key}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let body = Body::from(body.to_string());
    site.send(request(Method::POST, path, &headers, body)).await
}

fn arrived(serial: &str, time: &str) -> Value {
    let epc = unit(TEA, serial);
    observed(&epc, time, "receiving", "in_progress", SHOP)
}

fn count(reply: &Reply) -> usize {
    let events = &reply.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"];
    events.as_array().unwrap().len()
}

#[tokio::test]
async fn it_tells_into_the_brand_s_journeys_and_sees_its_own_alone() {
    let carrier = Carrier::new().await;
    let site = &carrier.site;
    let others = json!([
        arrived("TEA1", "2026-11-01T08:00:00Z"),
        arrived("TEA2", "2026-11-01T09:00:00Z")
    ]);
    let brand_job = site.capture("acme", others).await;
    let job = carrier
        .tells(json!([arrived("TEA1", "2026-11-02T08:00:00Z")]))
        .await;
    assert_eq!(job["success"], true, "{job}");
    let one = arrived("TEA3", "2026-11-03T08:00:00Z");
    carrier.post("/epcis/events", &one).await.is(201);
    let sale = json!({ "codes": [unit(TEA, "TEA4")], "sold_at": "2026-11-04T10:00:00Z" });
    carrier.post("/v1/sales", &sale).await.is(201);

    // All of it is in the brand's journeys, and the brand sees whose it is.
    let page = site
        .get(
            &format!("/01/{TEA}/21/TEA4"),
            &[("accept", "application/json")],
        )
        .await;
    assert!(
        page.json()["journey"]
            .to_string()
            .contains("retail_selling")
    );
    let brand = site.key_with("acme", &[Scope::Query, Scope::Capture]).await;
    assert_eq!(count(&get(site, &brand, "/epcis/events").await), 5);
    let jobs = get(site, &brand, "/epcis/capture").await.is(200).json();
    assert_eq!(jobs.as_array().unwrap().len(), 2, "{jobs}");

    // The carrier sees three, whatever it asks by.
    for (query, expected) in [
        ("", 3),
        ("?orderBy=recordTime", 3),
        ("?orderBy=eventTime&orderDirection=ASC", 3),
        (&format!("?MATCH_epc={}", unit(TEA, "TEA1")), 1),
        (&format!("?MATCH_epc={}", unit(TEA, "TEA2")), 0),
        ("?EQ_bizStep=receiving", 2),
        ("?perPage=2", 2),
    ] {
        let found = carrier.get(&format!("/epcis/events{query}")).await;
        assert_eq!(count(found.is(200)), expected, "{query}");
    }
    let jobs = carrier.get("/epcis/capture").await.is(200).json();
    assert_eq!(jobs.as_array().unwrap().len(), 1, "{jobs}");
    let brand_job = brand_job["captureID"].as_str().unwrap();
    carrier
        .get(&format!("/epcis/capture/{brand_job}"))
        .await
        .is(404);
    // Another partner of the brand sees nothing of it.
    site.admit("carrier-2", Kind::Partner).await;
    let other = made_for(site, "carrier-2", &Scope::FOR_PARTNERS).await;
    assert_eq!(count(&get(site, &other, "/epcis/events").await), 0);
    let path = format!("/epcis/capture/{}", job["captureID"].as_str().unwrap());
    get(site, &other, &path).await.is(404);
}

#[tokio::test]
async fn it_opens_nothing_else_of_the_brand_s() {
    let carrier = Carrier::new().await;
    let site = &carrier.site;
    for path in [
        "/epcis/queries",
        "/epcis/epcs",
        "/epcis/bizSteps",
        "/epcis/queries/x/subscriptions",
        &format!("/v1/pedigree/01/{TEA}/21/TEA1"),
    ] {
        let refused = carrier.get(path).await;
        assert_eq!(
            refused.is(403).json()["type"],
            "/problems/for-partner",
            "{path}"
        );
    }
    // A scope that such a key can't have opens nothing.
    let key = made_for(site, "carrier", &Scope::ALL).await;
    for path in ["/v1/signals", "/v1/links", "/v1/granted"] {
        let refused = get(site, &key, path).await;
        assert_eq!(refused.is(403).json()["type"], "/problems/scope", "{path}");
    }
    let wish = json!({ "gtin": TEA, "batch": "T1", "count": 1 });
    post(site, &key, "/v1/number-pools", &wish).await.is(403);
}

#[tokio::test]
async fn it_declares_no_error_but_its_own() {
    let carrier = Carrier::new().await;
    let id = "urn:uuid:7f1e2a5c-0000-4000-8000-000000000001";
    let mut theirs = arrived("TEA1", "2026-11-01T08:00:00Z");
    theirs["eventID"] = json!(id);
    carrier.site.capture("acme", json!([theirs])).await;
    let wrong = |event: &Value| {
        let mut event = event.clone();
        event["errorDeclaration"] = json!({ "declarationTime": "2026-11-05T08:00:00Z" });
        event
    };
    let job = carrier.tells(json!([wrong(&theirs)])).await;
    assert_eq!(job["success"], false);
    assert!(
        job.to_string()
            .contains("not told with a key of this partner"),
        "{job}"
    );
    let mut own = arrived("TEA2", "2026-11-02T08:00:00Z");
    own["eventID"] = json!("urn:uuid:7f1e2a5c-0000-4000-8000-000000000002");
    assert_eq!(carrier.tells(json!([own])).await["success"], true);
    // Its own identifier on the brand's event.
    let mut mixed = theirs.clone();
    mixed["eventID"] = own["eventID"].clone();
    let job = carrier.tells(json!([wrong(&mixed)])).await;
    assert_eq!(job["success"], false, "{job}");
    let job = carrier.tells(json!([wrong(&own)])).await;
    assert_eq!(job["success"], true, "{job}");
}

#[tokio::test]
async fn a_brand_makes_it_at_the_desk_and_it_ends_with_the_partner() {
    let site = Site::new().await;
    site.admit("carrier", Kind::Partner).await;
    site.admit("customs", Kind::Authority).await;
    let brand = site.person("acme", Role::BrandManager).await;
    brand
        .open(&site, "/desk/keys")
        .await
        .says("Whose machine it is")
        .says("CARRIER");
    let make = async |partner: &str, scope: &str| {
        let fields = [("name", "depot"), ("partner", partner), (scope, "yes")];
        brand.submit(&site, "/desk/keys/create", &fields).await
    };
    make("customs", "capture").await.is(404);
    make("nobody", "capture").await.is(404);
    make("carrier", "issue").await.is(422);
    let made = make("carrier", "query").await;
    let text = made.is(200).says("For CARRIER.").text();
    let start = text.find("touchstone_").unwrap();
    let key = &text[start..start + "touchstone_".len() + 64];
    get(&site, key, "/epcis/events").await.is(200);
    assert_eq!(logged(&site, "acme", Act::KeyMade), 1);
    // The partner's own desk makes none for anybody else.
    let manager = site.person("carrier", Role::Manager).await;
    let fields = [("name", "x"), ("partner", "carrier"), ("capture", "yes")];
    manager
        .submit(&site, "/desk/keys/create", &fields)
        .await
        .is(404);
    let page = manager.open(&site, "/desk/keys").await;
    assert!(!page.is(200).text().contains("depot"));

    let suspend = async |since| {
        let done = site.app.store.write(move |tx| tx.suspend("carrier", since));
        assert!(done.await.unwrap());
    };
    suspend(Some(site.app.clock.now())).await;
    get(&site, key, "/epcis/events").await.is(401);
    suspend(None).await;
    get(&site, key, "/epcis/events").await.is(200);
    let id = brand.open(&site, "/desk/keys").await.field("id");
    brand
        .submit(&site, "/desk/keys/revoke", &[("id", &id)])
        .await
        .is(303);
    get(&site, key, "/epcis/events").await.is(401);
}

#[tokio::test]
async fn the_command_makes_one_too() {
    let site = Site::new().await;
    site.admit("carrier", Kind::Partner).await;
    let database = format!("--database={}", site.address);
    let create = |more: &[&str]| {
        let flags = ["key", "create", "--brand=acme", &database];
        let output = touchstone(&[&flags[..], more].concat());
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        match output.status.success() {
            true => Ok(text(output.stdout).trim().to_owned()),
            false => Err(text(output.stderr)),
        }
    };
    let key = create(&["--partner=carrier", "--scope=query"]).unwrap();
    get(&site, &key, "/epcis/events").await.is(200);
    let error = create(&["--partner=carrier", "--scope=issue"]).unwrap_err();
    assert!(
        error.contains("no key for a partner opens `issue`"),
        "{error}"
    );
    let error = create(&["--partner=nobody"]).unwrap_err();
    assert!(error.contains("no partner `nobody`"), "{error}");
    let error = create(&["--scope=granted"]).unwrap_err();
    assert!(error.contains("no brand's key opens `granted`"), "{error}");
}
