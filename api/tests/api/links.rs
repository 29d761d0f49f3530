//! `/v1/links`, links by import, and links on the page.

use api::{
    import::{Content, Kind, Mode, Options, Pictures, Source},
    scope::Scope,
};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    resolver::LINKS,
    site::{PILLS, Reply, Site, TEA, request},
};

struct Machine<'s> {
    site: &'s Site,
    bearer: String,
}

impl<'s> Machine<'s> {
    async fn new(site: &'s Site, brand: &str) -> Machine<'s> {
        let key = site.key_with(brand, &[Scope::Links]).await;
        Machine {
            site,
            bearer: format!("Bearer {key}"),
        }
    }

    async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Reply {
        let headers = [
            ("authorization", self.bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        self.site.send(request(method, path, &headers, body)).await
    }

    async fn put(&self, id: &str, body: &Value) -> Reply {
        let path = format!("/v1/links/{id}");
        self.ask(Method::PUT, &path, Some(body)).await
    }

    async fn get(&self, path: &str) -> Reply {
        self.ask(Method::GET, path, None).await
    }
}

fn pip() -> Value {
    json!({
        "gtin": TEA,
        "link_type": "gs1:pip",
        "href": "https://acme.example/tea",
        "title": "Tea",
    })
}

/// What the access log says of a brand: acts with what they were done to.
async fn log(site: &Site, brand: &str) -> Vec<(String, String)> {
    let brand = brand.to_owned();
    let lines = site
        .app
        .store
        .read(|db| db.access_log(&brand, i64::MAX, 100))
        .await
        .unwrap();
    let line = |(_, line): (i64, api::store::AccessEntry)| (line.act, line.subject);
    lines.into_iter().map(line).collect()
}

#[tokio::test]
async fn a_link_comes_changes_and_goes() {
    let site = Site::new().await;
    let machine = Machine::new(&site, "acme").await;
    let path = format!("/01/{TEA}?linkType=gs1:pip");
    let leads = async |target: &str| {
        let reply = site.get(&path, &[]).await;
        let location = reply.header("location").to_owned();
        assert!(location.starts_with(target), "{location}");
    };
    let reply = machine.put("pip", &pip()).await;
    assert_eq!(reply.is(201).json()["brand"], "acme");
    leads("https://acme.example/tea?").await;
    machine.put("pip", &pip()).await.is(200);
    let mut other = pip();
    other["href"] = json!("https://acme.example/other");
    machine.put("pip", &other).await.is(200);
    leads("https://acme.example/other?").await;
    let link = machine.get("/v1/links/pip").await.is(200).json();
    assert_eq!(link["href"], other["href"]);
    // It may hang elsewhere the next time.
    other["gtin"] = json!(PILLS);
    machine.put("pip", &other).await.is(200);
    leads("https://check.example/01/").await;
    machine
        .ask(Method::DELETE, "/v1/links/pip", None)
        .await
        .is(204);
    machine
        .ask(Method::DELETE, "/v1/links/pip", None)
        .await
        .is(404);
    machine.get("/v1/links/pip").await.is(404);
    let expected = ["link-removed", "link-put", "link-put", "link-put"];
    let expected: Vec<_> = expected
        .map(|act| (act.to_owned(), "pip".to_owned()))
        .into();
    assert_eq!(log(&site, "acme").await, expected);
    assert_eq!(log(&site, "globex").await, []);
}

#[tokio::test]
async fn links_are_listed_a_page_at_a_time() {
    let site = Site::new().await;
    let machine = Machine::new(&site, "acme").await;
    for number in 0..120 {
        machine.put(&format!("l{number:03}"), &pip()).await.is(201);
    }
    let page = machine.get("/v1/links").await.json();
    assert_eq!(page["links"].as_array().unwrap().len(), 100);
    let next = page["next"].as_str().unwrap();
    assert_eq!(next, "l099");
    let page = machine.get(&format!("/v1/links?after={next}")).await.json();
    assert_eq!(page["links"].as_array().unwrap().len(), 20);
    assert_eq!(page["next"], Value::Null);
}

#[tokio::test]
async fn a_brand_has_its_own_links_and_no_other_s() {
    let site = Site::new().await;
    let acme = Machine::new(&site, "acme").await;
    let globex = Machine::new(&site, "globex").await;
    acme.put("pip", &pip()).await.is(201);
    globex.get("/v1/links/pip").await.is(404);
    assert_eq!(globex.get("/v1/links").await.json()["links"], json!([]));
    globex
        .ask(Method::DELETE, "/v1/links/pip", None)
        .await
        .is(404);
    // Neither on another's product, nor in another's name.
    let refused = globex.put("pip", &pip()).await;
    refused.is(422).says("the brand has no product");
    let mut named = pip();
    named["brand"] = json!("acme");
    globex.put("pip", &named).await.is(422);
    let mut key = pip();
    key["gtin"] = Value::Null;
    key["key"] = json!("/414/9506000900018");
    globex
        .put("pip", &key)
        .await
        .is(422)
        .says("none of the brand's prefixes");
    // The same name for everything of its own is another link.
    let own = json!({"link_type": "gs1:homepage", "href": "https://globex.example/", "title": "x"});
    globex.put("pip", &own).await.is(201);
    assert_eq!(acme.get("/v1/links/pip").await.json()["title"], "Tea");
    let linkset = site.get(&format!("/01/{TEA}?linkType=linkset"), &[]).await;
    assert!(!linkset.text().contains("globex"));
}

#[tokio::test]
async fn what_can_be_no_link_is_told_by_field() {
    let site = Site::new().await;
    let machine = Machine::new(&site, "acme").await;
    let check = async |field: &str, value: Value, says: &str| {
        let mut link = pip();
        link[field] = value;
        let reply = machine.put("x", &link).await;
        reply.is(422).says(&format!("The field `{field}` is wrong"));
        reply.says(says);
    };
    check(
        "href",
        json!("http://acme.example/"),
        "does not begin with https://",
    )
    .await;
    check(
        "href",
        json!("//acme.example/"),
        "does not begin with https://",
    )
    .await;
    check("href", json!("https://a@acme.example/"), "name or password").await;
    check("href", json!("https://acme.example\\@x/"), "character").await;
    check("href", json!("https://10.0.0.1/"), "names no domain").await;
    check("link_type", json!("gs1:piip"), "no link type").await;
    check("link_type", json!("gs1:defaultLink"), "default_link").await;
    check("title", json!(" "), "is empty").await;
    check("languages", json!(["deu"]), "two letters").await;
    check("media_type", json!("html"), "no media type").await;
    check("context", json!(["a b"]), "no word").await;
    check("batch", json!("NONE"), "is not known here").await;
    check("serials", json!({"from": "A2", "to": "A1"}), "is no range").await;
    check(
        "serials",
        json!({"from": "A2", "to": "A100"}),
        "is no range",
    )
    .await;
    check("key", json!("/414/9506000900018"), "stands beside `gtin`").await;
    check(
        "gtin",
        json!("09506000100013"),
        "write 8, 12, 13 or 14 digits",
    )
    .await;
    for (field, value) in [("id", json!("other")), ("brand", json!("globex"))] {
        let mut link = pip();
        link[field] = value;
        machine.put("x", &link).await.is(422);
    }
    let mut link = pip();
    (link["batch"], link["serial"]) = (json!("T1"), json!("TEA1"));
    machine
        .put("x", &link)
        .await
        .is(422)
        .says("is qualified twice");
    let mut alone = pip();
    (alone["gtin"], alone["batch"]) = (Value::Null, json!("T1"));
    machine
        .put("x", &alone)
        .await
        .is(422)
        .says("is without `gtin`");
    for key in [
        "/414/9506000900019",
        "/414/9506000900018?x=1",
        "/01/09506000100012",
        "https://evil.example/414/9506000900018",
        "/414/9506000900018/",
        "@evil.example/414/9506000900018",
        "",
    ] {
        let link =
            json!({"key": key, "link_type": "gs1:pip", "href": "https://a.example/", "title": "x"});
        machine.put("x", &link).await.is(422);
    }
    let mut unknown = pip();
    unknown["colour"] = json!("red");
    machine.put("x", &unknown).await.is(400);
    machine.put("x", &json!([])).await.is(400);
    for id in ["..", "a%20b", &"x".repeat(65)] {
        machine.put(id, &pip()).await.is(422);
    }
    assert_eq!(machine.get("/v1/links").await.json()["links"], json!([]));
    assert_eq!(log(&site, "acme").await, []);
}

#[tokio::test]
async fn an_item_has_one_default_link() {
    let site = Site::new().await;
    let machine = Machine::new(&site, "acme").await;
    let mut link = pip();
    link["default_link"] = json!(true);
    machine.put("one", &link).await.is(201);
    machine.put("one", &link).await.is(200);
    machine
        .put("two", &link)
        .await
        .is(422)
        .says("the default link there is `one`");
    // A batch of it is another item.
    link["batch"] = json!("T1");
    machine.put("two", &link).await.is(201);
}

#[tokio::test]
async fn an_item_has_no_more_links_than_can_be_shown() {
    let site = Site::new().await;
    let line = |number: usize| {
        format!(
            r#"{{"type":"link","brand":"acme","id":"l{number}","gtin":"{TEA}","link_type":"gs1:faqs","href":"https://a.example/{number}","title":"x"}}"#
        )
    };
    let lines: Vec<String> = (0..256).map(line).collect();
    assert!(site.import(&lines.join("\n")).await.problems.is_empty());
    let report = site.import(&line(256)).await;
    assert!(report.to_string().contains("one link too many"), "{report}");
    // One that is there can still be changed.
    let report = site.import(&line(7).replace("\"x\"", "\"y\"")).await;
    assert_eq!((report.changed, report.wrong), (1, 0));
}

#[tokio::test]
async fn the_same_import_twice_changes_nothing() {
    let site = Site::new().await;
    let first = site.import(LINKS).await;
    assert_eq!((first.added, first.wrong), (19, 0), "{first}");
    let second = site.import(LINKS).await;
    assert_eq!((second.unchanged, second.wrong), (19, 0), "{second}");
}

#[tokio::test]
async fn links_come_as_a_table_too() {
    let site = Site::new().await;
    let table = "id,gtin,serials.from,serials.to,link_type,href,title,languages,context,default_link\n\
        home,,,,gs1:homepage,https://acme.example/,Acme,en de,,\n\
        tea,9506000100012,,,gs1:pip,https://acme.example/tea,Tea,en,PL DE,true\n\
        lottery,9506000100012,TEA3,TEA4,gs1:promotion,https://acme.example/l,Lottery,,,\n\
        bad,9506000100012,,,gs1:pip,http://acme.example/,Bad,,,\n";
    let source = Source {
        name: "links.csv".to_owned(),
        content: Content::Text(table.to_owned()),
        pictures: Pictures::Embedded(&[]),
        brand: Some("acme".to_owned()),
    };
    let options = Options {
        kind: Some(Kind::Links),
        ..Options::from(Mode::KeepGood)
    };
    let now = site.app.clock.now();
    let report = api::import::run(&site.app.store, vec![source], options, now)
        .await
        .unwrap();
    assert_eq!((report.added, report.wrong), (3, 1), "{report}");
    assert!(
        report.to_string().contains("links.csv:5: href:"),
        "{report}"
    );
    let machine = Machine::new(&site, "acme").await;
    let link = machine.get("/v1/links/tea").await.json();
    assert_eq!(link["languages"], json!(["en"]));
    assert_eq!(link["context"], json!(["PL", "DE"]));
    assert_eq!(link["default_link"], true);
    let link = machine.get("/v1/links/lottery").await.json();
    assert_eq!(link["serials"], json!({"from": "TEA3", "to": "TEA4"}));
}

#[tokio::test]
async fn the_page_offers_the_brand_s_links_in_the_reader_s_language() {
    let site = Site::new().await;
    assert!(site.import(LINKS).await.problems.is_empty());
    let browser = site.browser();
    let path = format!("/01/{TEA}/21/TEA1");
    let reply = browser.open(&path).await;
    reply
        .is(200)
        .says("More from Acme")
        .says("Brewing acme.example")
        .says("Help with tea help.acme.example")
        .says("The gardens of T1 acme.example");
    let text = reply.text();
    assert!(text.contains("href=\"https://acme.example/tea?from=pack#top\""));
    assert!(!text.contains("https://acme.example/tee"), "not in German");
    // For some, or for programs, or of a type that nothing is known of.
    for other in ["shops/pl", "passports.example", "acme.example/terms"] {
        assert!(!text.contains(other), "{other}");
    }
    let german = browser.open(&format!("{path}?lang=de")).await;
    german.says("Mehr von Acme");
    assert!(german.text().contains("href=\"https://acme.example/tee\""));
    // In a language that it has none in, as all that is said of a product: in English.
    let hindi = browser.open(&format!("{path}?lang=hi")).await;
    assert!(
        hindi
            .text()
            .contains("href=\"https://acme.example/tea?from=pack#top\"")
    );
    assert!(!hindi.text().contains("https://acme.example/tee"));
    // The scanner's door says the same.
    let body = json!({ "code": format!("https://check.example{path}") });
    let answer = site.post("/v1/verify", &body).await.json();
    let titles: Vec<&str> = answer["links"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| link["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles[..2], ["Brewing", "Tea"], "{titles:?}");
    assert_eq!(answer["links"][0]["host"], "acme.example");
    // A brand without links has none.
    let reply = site.browser().open("/01/09506000134352").await;
    assert!(!reply.text().contains("More from"));
}

#[tokio::test]
async fn an_old_number_has_the_links_of_the_new_one() {
    let site = Site::new().await;
    let records = r#"
{"type":"product","brand":"acme","gtin":"09506000100050","name":{"en":"Cup"},"sector":"household","serials":"partial"}
{"type":"product","brand":"acme","gtin":"09506000100005","name":{"en":"Cup"},"sector":"household","serials":"partial","replaces":["09506000100050"]}
{"type":"link","brand":"acme","id":"cup","gtin":"09506000100005","link_type":"gs1:pip","href":"https://acme.example/cup","title":"Cup"}
"#;
    let report = site.import(records).await;
    assert!(report.problems.is_empty(), "{report}");
    let reply = site
        .get("/01/09506000100050/21/X?linkType=gs1:pip", &[])
        .await;
    assert!(
        reply
            .is(307)
            .header("location")
            .starts_with("https://acme.example/cup?")
    );
}

#[tokio::test]
async fn who_guesses_serials_by_links_is_refused_too() {
    let site = Site::new().await;
    let guess = async |number: usize| {
        let path = format!("/01/{TEA}/21/GUESS{number}?linkType=linkset");
        let mut asked = request(Method::GET, &path, &[], Body::empty());
        asked
            .extensions_mut()
            .insert(api::http::client::Peer("203.0.113.9".parse().unwrap()));
        site.send(asked).await.status.as_u16()
    };
    let mut refused = false;
    for number in 0..40 {
        refused |= guess(number).await == 429;
    }
    assert!(refused);
}
