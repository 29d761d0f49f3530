//! What devices wrote down: taken once, in order, witnessed; photographs that go on where they broke off.

use api::role::Role;
use axum::{body::Body, http::Method};
use evidence::{
    Act, Digest, Entry, FORMAT, Finding, Line, Photo, ServerKey, Severity, Shop, Witness,
};
use serde_json::{Value, json};

use crate::{
    inspector_devices::{Phone, send},
    site::{Reply, Site, request},
    staff::Person,
};

const ENTRIES: &str = "/v1/inspections/entries";

/// An inspection on a phone that writes down what happens.
pub struct Notebook<'p> {
    phone: &'p Phone,
    inspector: String,
    inspection: String,
    pub lines: Vec<Line>,
}

impl<'p> Notebook<'p> {
    pub fn open(phone: &'p Phone, inspector: &Person, inspection: &str) -> Notebook<'p> {
        let mut notebook = Notebook {
            phone,
            inspector: inspector.id.clone(),
            inspection: inspection.to_owned(),
            lines: Vec::new(),
        };
        notebook.write(Act::Opened {
            purpose: "routine".to_owned(),
            shop: Shop {
                name: "Corner Shop".to_owned(),
                address: "Main Street 1".to_owned(),
                gln: None,
            },
            team: Vec::new(),
            consignment: None,
            after: None,
        });
        notebook
    }

    pub fn write(&mut self, act: Act) {
        let entry = Entry {
            format: FORMAT.to_owned(),
            inspection: self.inspection.clone(),
            device: self.phone.id(),
            sequence: self.lines.len() as u64 + 1,
            previous: self.lines.last().map(Line::digest),
            at: format!("2026-11-24T09:{:02}:00.000Z", self.lines.len()),
            ahead_ms: Some(12),
            inspector: self.inspector.clone(),
            place: Some(evidence::Place {
                latitude: 52.23,
                longitude: 21.01,
                accuracy_m: 12.0,
                age_ms: 900,
            }),
            act,
        };
        let entry = serde_json::to_string(&entry).unwrap();
        let signature = self.phone.sign(&entry);
        self.lines.push(Line { entry, signature });
    }

    pub fn find(&mut self, photos: Vec<Photo>) {
        self.write(Act::Found(Finding {
            code: None,
            reason: "opened".to_owned(),
            severity: Severity::Major,
            quantity: 3,
            note: String::new(),
            photos,
        }));
    }
}

pub async fn sent(site: &Site, person: &Person, lines: &[Line]) -> Reply {
    send(site, person, ENTRIES, &json!({ "lines": lines })).await
}

async fn heads(site: &Site, person: &Person, phone: &Phone) -> Value {
    let path = format!("{ENTRIES}/{}", phone.id());
    person.open(site, &path).await.is(200).json()
}

#[tokio::test]
async fn a_chain_is_kept_once_and_in_order() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let phone = Phone::new();
    let mut notebook = Notebook::open(&phone, &anna, "visit-1");
    for _ in 0..4 {
        notebook.find(Vec::new());
    }
    let lines = notebook.lines.clone();
    sent(&site, &anna, &lines).await.is(404);
    phone.register(&site, &anna, "Phone 7").await.is(200);
    assert_eq!(heads(&site, &anna, &phone).await["heads"], json!([]));

    // Some are missing.
    let gap = sent(&site, &anna, &lines[1..3]).await;
    gap.is(409);
    assert!(
        gap.text().contains("line 1 should come next"),
        "{}",
        gap.text()
    );

    let first = sent(&site, &anna, &lines[..2]).await.is(200).json();
    assert_eq!(first["head"]["sequence"], 2);
    assert_eq!(first["head"]["digest"], lines[1].digest().to_string());
    let keys = site
        .get("/.well-known/touchstone-seal-keys.json", &[])
        .await
        .json();
    let key = ServerKey::from_text(keys["keys"][0]["public_key"].as_str().unwrap()).unwrap();
    let witness: Witness = serde_json::from_value(first["witness"].clone()).unwrap();
    let statement = witness.verified(&[key]).unwrap();
    assert_eq!(statement.sequence, 2);
    assert_eq!(statement.digest, lines[1].digest());
    assert_eq!(statement.device, phone.id());
    assert_eq!(statement.received_at, "2026-11-24T12:00:00Z");

    // The answer got lost, and an hour later it is sent again.
    site.pass(3_600_000);
    let again = sent(&site, &anna, &lines[..2]).await.is(200).json();
    assert_eq!(again["witness"], first["witness"]);
    let all = sent(&site, &anna, &lines).await.is(200).json();
    assert_eq!(all["head"]["sequence"], 5);
    assert!(
        all["witness"]["statement"]
            .as_str()
            .unwrap()
            .contains("13:00:00Z")
    );
    let head = &heads(&site, &anna, &phone).await["heads"][0];
    assert_eq!(head["inspection"], "visit-1");
    assert_eq!(
        (&head["sequence"], &head["digest"]),
        (&json!(5), &all["head"]["digest"])
    );
    let kept = site
        .app
        .store
        .read_blocking(|db| db.inspection_lines("visit-1"))
        .unwrap();
    let texts: Vec<&str> = kept.iter().map(|line| line.entry.as_str()).collect();
    let sent: Vec<&str> = lines.iter().map(|line| line.entry.as_str()).collect();
    assert_eq!(texts, sent, "byte by byte");
    let told = site
        .app
        .store
        .read_blocking(|db| db.inspection("visit-1"))
        .unwrap()
        .unwrap();
    assert_eq!((told.findings, told.shop.as_str()), (4, "Corner Shop"));
}

#[tokio::test]
async fn what_was_changed_is_refused() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let phone = Phone::new();
    phone.register(&site, &anna, "Phone 7").await.is(200);
    let mut notebook = Notebook::open(&phone, &anna, "visit-1");
    notebook.find(Vec::new());
    notebook.find(Vec::new());
    let lines = notebook.lines.clone();
    sent(&site, &anna, &lines[..2]).await.is(200);

    let mut changed = lines[2].clone();
    changed.entry = changed.entry.replace("\"quantity\":3", "\"quantity\":4");
    let reply = sent(&site, &anna, &[changed]).await;
    assert!(
        reply.is(422).text().contains("not the device"),
        "{}",
        reply.text()
    );

    // Another story on the same phone, from the beginning on.
    let mut other = Notebook::open(&phone, &anna, "visit-1");
    other.write(Act::Closed {
        note: String::new(),
    });
    let fork = sent(&site, &anna, &other.lines[1..]).await;
    assert!(fork.is(409).text().contains("line 2 is here already"));
    // One that doesn't begin with its opening, and one of another house.
    let mut headless = Notebook::open(&phone, &anna, "visit-2");
    headless.lines.clear();
    headless.find(Vec::new());
    sent(&site, &anna, &headless.lines).await.is(409);
    let stranger = site.person("globex", Role::Inspector).await;
    sent(&site, &stranger, &lines).await.is(404);
    let strange_phone = Phone::new();
    strange_phone
        .register(&site, &stranger, "Theirs")
        .await
        .is(200);
    let theirs = Notebook::open(&strange_phone, &stranger, "visit-1");
    sent(&site, &stranger, &theirs.lines).await.is(409);
    // Two phones of one house have a chain each.
    let second = Phone::new();
    second.register(&site, &anna, "Phone 8").await.is(200);
    let beside = Notebook::open(&second, &anna, "visit-1");
    sent(&site, &anna, &beside.lines).await.is(200);

    sent(&site, &anna, &lines).await.is(200);
    assert_eq!(heads(&site, &anna, &phone).await["heads"][0]["sequence"], 3);
    send(&site, &anna, ENTRIES, &json!({ "lines": [] }))
        .await
        .is(422);
}

/// Who ended a visit by mistake takes that back, and goes on.
#[tokio::test]
async fn a_visit_that_ended_by_mistake_goes_on() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let phone = Phone::new();
    phone.register(&site, &anna, "Phone 7").await.is(200);
    let is_closed = || {
        let read = site
            .app
            .store
            .read_blocking(|db| Ok(db.inspection("visit-1")?.unwrap().is_closed));
        read.unwrap()
    };
    let mut notebook = Notebook::open(&phone, &anna, "visit-1");
    notebook.find(Vec::new());
    let finding = notebook.lines[1].digest();
    notebook.write(Act::Closed {
        note: String::new(),
    });
    let end = notebook.lines[2].digest();
    sent(&site, &anna, &notebook.lines).await.is(200);
    assert!(is_closed());
    notebook.write(Act::Withdrawn { of: finding });
    sent(&site, &anna, &notebook.lines).await.is(200);
    assert!(is_closed(), "a finding that was a mistake is no end");
    notebook.write(Act::Withdrawn { of: end });
    notebook.find(Vec::new());
    sent(&site, &anna, &notebook.lines).await.is(200);
    assert!(!is_closed());
    // Both in one sending, too.
    notebook.write(Act::Closed {
        note: String::new(),
    });
    let end = notebook.lines.last().unwrap().digest();
    notebook.write(Act::Withdrawn { of: end });
    sent(&site, &anna, &notebook.lines).await.is(200);
    assert!(!is_closed());
}

/// What a locked phone has is taken, and marked; it learns that it is locked.
#[tokio::test]
async fn a_locked_device_sends_what_it_has() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let lead = site.person("acme", Role::BrandManager).await;
    let phone = Phone::new();
    phone.register(&site, &anna, "Phone 7").await.is(200);
    let mut notebook = Notebook::open(&phone, &anna, "visit-1");
    notebook.find(Vec::new());
    sent(&site, &anna, &notebook.lines[..1]).await.is(200);
    let id = phone.id().to_string();
    lead.submit(&site, "/desk/devices/lock", &[("id", &id)])
        .await
        .is(303);

    let late = sent(&site, &anna, &notebook.lines).await.is(200).json();
    assert_eq!(late["locked_at"], "2026-11-24T12:00:00Z");
    assert_eq!(
        heads(&site, &anna, &phone).await["locked_at"],
        "2026-11-24T12:00:00Z"
    );
    let kept = site
        .app
        .store
        .read_blocking(|db| db.inspection_lines("visit-1"))
        .unwrap();
    let marks: Vec<bool> = kept.iter().map(|line| line.after_lock).collect();
    assert_eq!(marks, [false, true]);
}

pub async fn photo(
    site: &Site,
    person: &Person,
    method: Method,
    digest: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Reply {
    let cookie = person.cookie();
    let headers = [&[("cookie", cookie.as_str())], headers].concat();
    let path = format!("/v1/inspections/photos/{digest}");
    let body = Body::from(body.to_vec());
    site.send(request(method, &path, &headers, body)).await
}

#[tokio::test]
async fn a_photograph_goes_on_where_it_broke_off() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let other = site.person("globex", Role::Inspector).await;
    let mut picture = vec![0xff, 0xd8, 0xff, 0xe0];
    picture.extend((0..5_000u32).flat_map(u32::to_le_bytes));
    let digest = Digest::of(&picture).to_string();
    let size = picture.len().to_string();
    let begin = [("upload-length", size.as_str())];
    let part = |at: &'static str| {
        [
            ("upload-offset", at),
            ("content-type", "application/offset+octet-stream"),
        ]
    };
    let head = async || photo(&site, &anna, Method::HEAD, &digest, &[], &[]).await;

    head().await.is(404);
    photo(&site, &anna, Method::PATCH, &digest, &part("0"), &picture)
        .await
        .is(404);
    for _ in 0..2 {
        let begun = photo(&site, &anna, Method::PUT, &digest, &begin, &[]).await;
        assert_eq!(begun.is(204).header("upload-offset"), "0");
    }
    photo(
        &site,
        &anna,
        Method::PUT,
        &digest,
        &[("upload-length", "7")],
        &[],
    )
    .await
    .is(422);
    photo(
        &site,
        &anna,
        Method::PUT,
        &digest,
        &[("upload-length", "9000000")],
        &[],
    )
    .await
    .is(422);
    let first = photo(
        &site,
        &anna,
        Method::PATCH,
        &digest,
        &part("0"),
        &picture[..9_000],
    )
    .await;
    assert_eq!(first.is(204).header("upload-offset"), "9000");
    // The answer got lost.
    let again = photo(
        &site,
        &anna,
        Method::PATCH,
        &digest,
        &part("0"),
        &picture[..9_000],
    )
    .await;
    assert_eq!(again.is(409).header("upload-offset"), "9000");
    let state = head().await;
    assert_eq!(state.is(204).header("upload-offset"), "9000");
    assert_eq!(state.header("upload-length"), size);
    photo(&site, &other, Method::HEAD, &digest, &[], &[])
        .await
        .is(404);
    let rest = photo(
        &site,
        &anna,
        Method::PATCH,
        &digest,
        &part("9000"),
        &picture[9_000..],
    )
    .await;
    assert_eq!(rest.is(204).header("upload-offset"), size);
    let whole = photo(&site, &anna, Method::GET, &digest, &[], &[]).await;
    assert_eq!(whole.is(200).bytes, picture);
    assert_eq!(whole.header("content-type"), "image/jpeg");
    assert_eq!(head().await.is(200).header("upload-offset"), size);
    photo(&site, &other, Method::GET, &digest, &[], &[])
        .await
        .is(404);

    // One byte is another: it is forgotten whole, and can begin anew.
    let mut changed = picture.clone();
    changed[17_000] ^= 1;
    let wrong = Digest::of(b"something else").to_string();
    photo(&site, &anna, Method::PUT, &wrong, &begin, &[])
        .await
        .is(204);
    let refused = photo(&site, &anna, Method::PATCH, &wrong, &part("0"), &changed).await;
    assert!(refused.is(422).text().contains("not what its name says"));
    photo(&site, &anna, Method::HEAD, &wrong, &[], &[])
        .await
        .is(404);
}
