//! Records and recalls that a brand sends: over the API and at the desk, and never another's.

use api::{access::Act, role::Role, scope::Scope};
use axum::{
    body::Body,
    http::{Method, Request},
};
use serde_json::{Value, json};

use crate::{
    site::{PILLS, Reply, Site, TEA, request},
    staff::{Person, logged},
};

struct Machine<'s> {
    site: &'s Site,
    bearer: String,
}

impl<'s> Machine<'s> {
    async fn new(site: &'s Site, brand: &str, scopes: &[Scope]) -> Machine<'s> {
        let key = site.key_with(brand, scopes).await;
        let bearer = format!("Bearer {key}");
        Machine { site, bearer }
    }

    async fn send(&self, path: &str, body: &str) -> Reply {
        let headers = [("authorization", self.bearer.as_str())];
        let body = Body::from(body.to_owned());
        self.site
            .send(request(Method::POST, path, &headers, body))
            .await
    }

    async fn put(&self, id: &str, recall: &Value) -> Reply {
        let headers = [
            ("authorization", self.bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let path = format!("/v1/recalls/{id}");
        let body = Body::from(recall.to_string());
        self.site
            .send(request(Method::PUT, &path, &headers, body))
            .await
    }
}

async fn standing(site: &Site, code: &str) -> String {
    let answer = site.post("/v1/verify", &json!({ "code": code })).await;
    let answer = answer.is(200).json();
    answer["verdict"]["standing"].as_str().unwrap().to_owned()
}

fn counts(reply: &Reply) -> [u64; 4] {
    let told = reply.json();
    ["added", "changed", "unchanged", "wrong"].map(|field| told[field].as_u64().unwrap())
}

const JAM: &str = r#"{"type":"product","brand":"acme","gtin":"09506000100098","name":{"en":"Jam"},"sector":"food","serials":"declared"}
{"type":"batch","gtin":"09506000100098","batch":"J1","best_before":"2027-11-24"}
"#;

#[tokio::test]
async fn a_machine_sends_its_brand_s_records() {
    let site = Site::new().await;
    let acme = Machine::new(&site, "acme", &[Scope::Records]).await;
    let reply = acme.send("/v1/imports", JAM).await;
    assert_eq!(counts(reply.is(200)), [2, 0, 0, 0]);
    assert_eq!(logged(&site, "acme", Act::Imported), 1);
    // The same again changes nothing, and is no line of the log.
    let again = acme.send("/v1/imports", JAM).await;
    assert_eq!(counts(again.is(200)), [0, 0, 2, 0]);
    assert_eq!(logged(&site, "acme", Act::Imported), 1);
    let code = "(01)09506000100098(10)J1";
    assert_eq!(standing(&site, code).await, "batch");

    // A table, known by its header.
    let table = "gtin,batch,best_before\n09506000100098,J2,2028-01-31\n";
    let reply = acme.send("/v1/imports", table).await;
    assert_eq!(counts(reply.is(200)), [1, 0, 0, 0]);

    // Units are identities: another scope.
    let units = "gtin,batch,serial\n09506000100098,J1,UNIT1\n";
    let refused = acme.send("/v1/imports?name=units.csv", units).await;
    assert_eq!(counts(refused.is(422)), [0, 0, 0, 1]);
    assert_eq!(
        standing(&site, "(01)09506000100098(21)UNIT1").await,
        "not-issued"
    );
    let line = Machine::new(&site, "acme", &[Scope::Records, Scope::Issue]).await;
    line.send("/v1/imports?name=units.csv", units).await.is(200);
    assert_eq!(
        standing(&site, "(01)09506000100098(21)UNIT1").await,
        "issued"
    );
}

#[tokio::test]
async fn what_is_wrong_is_told_by_line_and_keeps_nothing_back_but_by_choice() {
    let site = Site::new().await;
    let acme = Machine::new(&site, "acme", &[Scope::Records]).await;
    let half = format!(
        "{JAM}{}\n",
        r#"{"type":"batch","gtin":"09506000100099","batch":"J3"}"#
    );
    let reply = acme.send("/v1/imports", &half).await;
    let told = reply.is(422).json();
    assert_eq!(told["kept"], false);
    assert_eq!(told["problems"][0]["line"], 3);
    assert_eq!(told["problems"][0]["field"], "gtin");
    assert_eq!(standing(&site, "(01)09506000100098(10)J1").await, "unknown");

    let reply = acme.send("/v1/imports?mode=keep-good", &half).await;
    assert_eq!(counts(reply.is(200)), [2, 0, 0, 1]);
    assert_eq!(standing(&site, "(01)09506000100098(10)J1").await, "batch");
    assert_eq!(logged(&site, "acme", Act::Imported), 1);

    let latin = Request::post("/v1/imports")
        .header("authorization", &acme.bearer)
        .body(Body::from(b"gtin,batch\n\xe9".to_vec()))
        .unwrap();
    let reply = site.send(latin).await;
    assert!(reply.is(400).text().contains("UTF-8"));
    acme.send("/v1/imports", &"x".repeat(8 * 1024 * 1024 + 1))
        .await
        .is(413);
}

/// Each is refused as a whole, and the word says why.
#[tokio::test]
async fn nobody_tells_of_what_is_another_s() {
    let site = Site::new().await;
    let globex = [Scope::Records, Scope::Recalls, Scope::Issue];
    let globex = Machine::new(&site, "globex", &globex).await;
    let recall = r#""on":"2026-11-24","hazard":{"en":"It breaks."},"instruction":{"en":"Stop."},"remedies":["refund"]"#;
    let records = [
        // Acme's own, by whatever names it.
        (format!(r#"{{"type":"product","brand":"acme","gtin":"{TEA}","name":{{"en":"X"}},"sector":"food","serials":"declared"}}"#), "is not yours"),
        (format!(r#"{{"type":"product","brand":"globex","gtin":"{TEA}","name":{{"en":"X"}},"sector":"food","serials":"declared"}}"#), "is taken"),
        (format!(r#"{{"type":"batch","gtin":"{TEA}","batch":"X1"}}"#), "is not known here"),
        (format!(r#"{{"type":"units","gtin":"{TEA}","batch":"T1","serials":["X1"]}}"#), "is not known here"),
        (format!(r#"{{"type":"state","gtin":"{TEA}","batch":"T1","state":"shipped"}}"#), "is not known here"),
        (format!(r#"{{"type":"recall","id":"X","gtin":"{TEA}",{recall}}}"#), "is not known here"),
        (format!(r#"{{"type":"recall","id":"R-2026-1","gtin":"{PILLS}",{recall}}}"#), "is taken"),
        (format!(r#"{{"type":"storage","gtin":"{TEA}","measure":"Temperature","uom":"CEL"}}"#), "is not known here"),
        (r#"{"type":"brand","id":"acme","name":"Mine","prefixes":["9506000"]}"#.to_owned(), "is not yours"),
        (r#"{"type":"certificate","brand":"acme","id":"c","kind":"organic","title":"C"}"#.to_owned(), "is not yours"),
        // What decides whose a number is, and what brands share.
        (r#"{"type":"brand","id":"globex","name":"Globex","prefixes":["9521000","9506001"]}"#.to_owned(), "differs from what is on record"),
        (r#"{"type":"brand","id":"globex","name":"Globex","prefixes":["9521000"],"domains":["acme.example"]}"#.to_owned(), "differs from what is on record"),
        (r#"{"type":"place","id":"9506000900018","name":"Moved","kind":"plant","town":"Gdynia","country":"PL","lat":1.0,"lon":1.0}"#.to_owned(), "is on record, and differs"),
        (r#"{"type":"place","id":"new","name":"New","kind":"shop","town":"Gdynia","country":"PL","lat":1.0,"lon":1.0,"returns":["acme"]}"#.to_owned(), "names another brand"),
        // What only whoever runs the server restores.
        (r#"{"type":"never-issued","gtin":"09506000100012","on":"2026-11-24","count":1}"#.to_owned(), ""),
        (r#"{"type":"event","brand":"globex","event":{}}"#.to_owned(), "by the command on the server alone"),
    ];
    for (record, why) in &records {
        let reply = globex.send("/v1/imports", record).await;
        let told = reply.is(422).text();
        assert!(told.contains(why), "{record}: {told}");
    }
    let document = json!({ "@context": [], "type": "EPCISDocument", "epcisBody": {} }).to_string();
    let reply = globex.send("/v1/imports", &document).await;
    assert!(reply.is(422).text().contains("POST /epcis/capture"));
    assert_eq!(logged(&site, "globex", Act::Imported), 0);
    assert_eq!(
        standing(&site, &format!("(01){TEA}(10)X1")).await,
        "unknown"
    );
}

#[tokio::test]
async fn a_machine_publishes_a_recall_and_takes_it_back() {
    let site = Site::new().await;
    let acme = Machine::new(&site, "acme", &[Scope::Recalls]).await;
    let code = format!("(01){TEA}(21)TEA1");
    let before = standing(&site, &code).await;
    let mut recall = json!({
        "gtin": TEA,
        "on": "2026-11-24",
        "hazard": {"en": "It may hold glass."},
        "instruction": {"en": "Do not drink it."},
        "remedies": ["refund"],
    });
    let reply = acme.put("tea-1", &recall).await;
    let told = reply.is(201).json();
    assert_eq!(told["recall"]["id"], "tea-1");
    assert!(told["lacks"].to_string().contains("contact"), "{told}");
    assert_eq!(standing(&site, &code).await, "recalled");
    assert_eq!(logged(&site, "acme", Act::RecallPublished), 1);
    acme.put("tea-1", &recall).await.is(200);
    assert_eq!(logged(&site, "acme", Act::RecallPublished), 1);

    recall["withdrawn"] = json!("2026-11-24");
    acme.put("tea-1", &recall).await.is(200);
    assert_eq!(standing(&site, &code).await, before);
    assert_eq!(logged(&site, "acme", Act::RecallWithdrawn), 1);
    let headers = [("authorization", acme.bearer.as_str())];
    let list = site.get("/v1/recalls", &headers).await;
    let list = list.is(200).json();
    let ids: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert!(
        ids.contains(&"tea-1") && ids.contains(&"R-2026-1"),
        "{ids:?}"
    );

    recall["remedies"] = json!(["a hug"]);
    let reply = acme.put("tea-2", &recall).await;
    assert!(reply.is(422).text().contains("is no remedy"));
    let other = Machine::new(&site, "globex", &[Scope::Recalls]).await;
    other.put("tea-1", &recall).await.is(422);
    let records = Machine::new(&site, "acme", &[Scope::Records]).await;
    records.put("tea-3", &recall).await.is(403);
}

async fn quality(site: &Site) -> Person {
    site.person("acme", Role::Quality).await
}

const DRAFT: [(&str, &str); 6] = [
    ("gtin", TEA),
    ("batches", ""),
    ("hazard_en", "It may hold glass."),
    ("instruction_en", "Do not drink it."),
    ("refund", "on"),
    ("phone", "+48 800 000 000"),
];

#[tokio::test]
async fn quality_publishes_a_recall_at_the_desk() {
    let site = Site::new().await;
    let anna = quality(&site).await;
    let code = format!("(01){TEA}(21)TEA1");
    let before = standing(&site, &code).await;
    anna.open(&site, "/desk/recalls")
        .await
        .is(200)
        .says("R-2026-1");
    let page = anna.submit(&site, "/desk/recalls/new", &DRAFT).await;
    page.is(200)
        .says("Publish this?")
        .says("Every pack of this product.")
        .says("It may hold glass.")
        .says("The notice still lacks:");
    assert_eq!(
        standing(&site, &code).await,
        before,
        "nothing was published yet"
    );

    let id = page.field("id");
    let sure = [&DRAFT[..], &[("id", id.as_str()), ("sure", "yes")]].concat();
    anna.submit(&site, "/desk/recalls/new", &sure).await.is(303);
    assert_eq!(standing(&site, &code).await, "recalled");
    // The same tap twice is one recall.
    anna.submit(&site, "/desk/recalls/new", &sure).await.is(303);
    assert_eq!(logged(&site, "acme", Act::RecallPublished), 1);
    anna.open(&site, "/desk/recalls")
        .await
        .says("It may hold glass.");

    // Made up: shown once more, and not published.
    let forged = [&DRAFT[..], &[("id", "globex-1"), ("sure", "yes")]].concat();
    anna.submit(&site, "/desk/recalls/new", &forged)
        .await
        .is(200)
        .says("Publish this?");
    let other = site.person("globex", Role::Quality).await;
    let theirs = other.submit(&site, "/desk/recalls/new", &DRAFT).await;
    theirs.is(200).says("It can’t be published like this.");
    other
        .submit(&site, "/desk/recalls/withdraw", &[("id", &id)])
        .await
        .is(404);
    assert_eq!(standing(&site, &code).await, "recalled");

    anna.submit(&site, "/desk/recalls/withdraw", &[("id", &id)])
        .await
        .is(303);
    anna.submit(&site, "/desk/recalls/withdraw", &[("id", &id)])
        .await
        .is(303);
    assert_eq!(standing(&site, &code).await, before);
    assert_eq!(logged(&site, "acme", Act::RecallWithdrawn), 1);
    let page = anna.open(&site, "/desk/recalls").await;
    page.says("taken back on");
}

/// As a browser sends a file.
fn uploaded(person: &Person, csrf: &str, name: &str, file: &str) -> Request<Body> {
    let boundary = "a-boundary";
    let body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: text/plain\r\n\r\n{file}\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\r\n\
         --{boundary}--\r\n"
    );
    let cookie = person.cookie();
    let kind = format!("multipart/form-data; boundary={boundary}");
    let headers = [("cookie", cookie.as_str()), ("content-type", kind.as_str())];
    request(
        Method::POST,
        "/desk/records/send",
        &headers,
        Body::from(body),
    )
}

#[tokio::test]
async fn a_manager_sends_a_file_at_the_desk() {
    let site = Site::new().await;
    let maria = site.person("acme", Role::BrandManager).await;
    let page = maria.open(&site, "/desk/records").await;
    page.is(200).says(TEA);
    let csrf = page.field("csrf");
    let reply = site.send(uploaded(&maria, &csrf, "jam.jsonl", JAM)).await;
    reply
        .is(200)
        .says("jam.jsonl: all of it is on record.")
        .says("2 new, 0 changed, 0 as before, 0 wrong.")
        .says("Jam");
    let wrong = JAM.replace("2027-11-24", "tomorrow");
    let reply = site
        .send(uploaded(&maria, &csrf, "jam.jsonl", &wrong))
        .await;
    reply
        .is(200)
        .says("jam.jsonl: nothing was kept.")
        .says("Line 2: best_before");
    site.send(uploaded(&maria, "", "jam.jsonl", JAM))
        .await
        .is(403);

    // Pasted; marketing has texts, and neither recalls nor units.
    let mark = site.person("acme", Role::Marketing).await;
    let pasted = [("text", "gtin,batch\n09506000100098,J7\n")];
    let reply = mark.submit(&site, "/desk/records/send", &pasted).await;
    reply.is(200).says("pasted: all of it is on record.");
    let units = [("text", "gtin,batch,serial\n09506000100098,J7,A1\n")];
    let reply = mark.submit(&site, "/desk/records/send", &units).await;
    reply
        .says("pasted: nothing was kept.")
        .says("your role or key");
    mark.submit(&site, "/desk/records/send", &[("text", " \n")])
        .await
        .is(422);
    assert_eq!(logged(&site, "acme", Act::Imported), 2);
}
