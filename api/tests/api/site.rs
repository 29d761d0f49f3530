//! A whole server without a socket, two made-up brands in it, and browsers to visit it with.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use api::{
    clock::{Clock, parse_rfc3339},
    http::client::TrustedProxies,
    import::{self, Content, Mode, Pictures, Report, Source},
    issue_key::{HiddenKeyFile, IssueKeyFile},
    key,
    limit::{Limiter, Limits},
    metrics::Metrics,
    offline_pack::PackSettings,
    organisation::{Kind, Organisation},
    router,
    scope::{Scope, Scopes},
    seal_key::Sealing,
    signing::SigningKeys,
    state::{App, Shared},
    store::{Address, Store},
    subscription::{Sockets, Targets},
    upload,
    vapid::VapidKey,
    web::Web,
};
use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tower::ServiceExt;
use trace::Instant;

use crate::{countries, engine};

/// When every test begins.
pub const NOW: &str = "2026-11-24T12:00:00Z";

/// The one trusted proxy.
pub const PROXY: &str = "192.0.2.1/32";

pub const TEA: &str = "09506000100012";
pub const PILLS: &str = "09506000100029";
pub const APPLE: &str = "09506000100036";
pub const MUG: &str = "09506000100043";

/// Acme sells tea (all serials declared, points, warranty), pills (safety-critical, batch P1
/// recalled), apples (not numbered) and mugs (some serials imported); Globex sells nothing yet.
pub const RECORDS: &str = r#"
{"type":"brand","id":"acme","name":"Acme","prefixes":["9506000"],"contact":{"email":"care@acme.example","phone":"+48 58 000 00 00"}}
{"type":"brand","id":"globex","name":"Globex","prefixes":["9521000"]}
{"type":"place","id":"9506000900018","name":"Acme Works","kind":"plant","town":"Gdynia","country":"PL","lat":54.52,"lon":18.53,"holder":"Acme"}
{"type":"place","id":"9506000900025","name":"Corner Shop","kind":"shop","town":"Warszawa","country":"PL","lat":52.23,"lon":21.01,"accepts":["paper","glass"],"returns":["acme"],"hours":"9-17"}
{"type":"place","id":"9506000900032","name":"Wertstoffhof","kind":"recycling","street":"Weg 1","town":"Berlin","country":"DE","lat":52.52,"lon":13.4,"accepts":["glass","metal"]}
{"type":"product","brand":"acme","gtin":"09506000100012","name":{"en":"Tea","de":"Tee"},"sector":"food","description":{"en":"Black tea.","de":"Schwarzer Tee."},"compare":[{"en":"The seal is green."}],"serials":"declared","warranty_months":24,"registration_points":50,"parts":[{"name":{"en":"Box","de":"Schachtel"},"material":"paper","grams":12.5,"advice":{"en":"Fold it flat.","de":"Flach falten."}},{"name":{"en":"Tin"},"material":"metal","advice":{"en":"Keep it."}}]}
{"type":"product","brand":"acme","gtin":"09506000100029","name":{"en":"Pills"},"sector":"medicine","safety_critical":true,"serials":"declared"}
{"type":"product","brand":"acme","gtin":"09506000100036","name":{"en":"Apple"},"sector":"food","serials":"not-numbered"}
{"type":"product","brand":"acme","gtin":"09506000100043","name":{"en":"Mug"},"sector":"household","serials":"partial"}
{"type":"batch","gtin":"09506000100012","batch":"T1","produced":"2026-01-10","best_before":"2028-01-10","markets":["PL","DE"],"origin":{"en":"Two gardens."}}
{"type":"batch","gtin":"09506000100012","batch":"T0","produced":"2024-01-10","best_before":"2026-01-10"}
{"type":"batch","gtin":"09506000100029","batch":"P1","produced":"2026-01-10","expiry":"2028-06-30"}
{"type":"batch","gtin":"09506000100029","batch":"P2","produced":"2026-01-10","expiry":"2028-06-30"}
{"type":"batch","gtin":"09506000100036","batch":"A1"}
{"type":"batch","gtin":"09506000100043","batch":"M1"}
{"type":"units","gtin":"09506000100012","batch":"T1","issued_on":"2026-01-11","serials":["TEA1","TEA2","TEA3","TEA4"]}
{"type":"units","gtin":"09506000100012","batch":"T0","serials":["OLD1"]}
{"type":"units","gtin":"09506000100029","batch":"P1","serials":["PIL1"]}
{"type":"units","gtin":"09506000100029","batch":"P2","serials":["PIL2"]}
{"type":"units","gtin":"09506000100043","batch":"M1","serials":["MUG1"]}
{"type":"recall","id":"R-2026-1","gtin":"09506000100029","batches":["P1"],"on":"2026-11-01","hazard":{"en":"The blister may hold another dose."},"instruction":{"en":"Stop taking them."},"remedies":["refund","replacement"],"contact":{"phone":"+48 58 111 11 11"}}
"#;

pub struct Site {
    pub app: Shared,
    pub router: api::front::Front,
    pub folder: TempDir,
    pub address: Address,
}

impl Site {
    /// With both brands.
    pub async fn new() -> Site {
        let site = Site::empty();
        let report = site.import(RECORDS).await;
        assert!(report.problems.is_empty(), "{report}");
        site
    }

    /// With nothing in it.
    pub fn empty() -> Site {
        Site::with(None, Web::default())
    }

    pub fn with(labels: Option<Vec<api::demo::Label>>, web: Web) -> Site {
        let folder = TempDir::new().unwrap();
        let address = engine::address(folder.path());
        let store = Store::open(&address).unwrap();
        Site::of(folder, address, store, labels, web)
    }

    /// On a database that is there.
    pub fn on(address: Address, store: Store) -> Site {
        let folder = TempDir::new().unwrap();
        Site::of(folder, address, store, None, Web::default())
    }

    fn of(
        folder: TempDir,
        address: Address,
        store: Store,
        labels: Option<Vec<api::demo::Label>>,
        web: Web,
    ) -> Site {
        let app = Arc::new(App {
            catalog: api::catalog::Catalog::default(),
            links: api::link::Memory::default(),
            accounts: api::pedigree::Memory::default(),
            store,
            issue_key: IssueKeyFile::new(folder.path().join("issue-key")),
            hidden_key: HiddenKeyFile::new(folder.path().join("hidden-key")),
            seal_key: Sealing::new(folder.path().join("seal-key")),
            pack_settings: PackSettings::default(),
            packs: Semaphore::new(1),
            inspection_limits: api::inspection::InspectionLimits::default(),
            signing_keys: SigningKeys(vec![folder.path().join("signing-key")]),
            clock: Clock::at(moment(NOW)),
            public_origin: Some("https://check.example".to_owned()),
            proxies: TrustedProxies(vec![PROXY.parse().unwrap()]),
            countries: Some(api::countries::Countries::read(countries::file()).unwrap()),
            limiter: Limiter::new(Limits::default()),
            watch: api::watch::Watch::default(),
            metrics: Metrics::new(moment(NOW)),
            web,
            labels,
            decoder: PathBuf::from(env!("CARGO_BIN_EXE_touchstone")),
            uploads: Semaphore::new(upload::AT_ONCE),
            sends_mail: true,
            vapid: Some(VapidKey::create(&folder.path().join("vapid.pem")).unwrap()),
            webhooks: Targets::Loopback,
            sockets: Sockets::with_patience(std::time::Duration::from_secs(1)),
        });
        Site {
            router: router::router(app.clone()),
            app,
            address,
            folder,
        }
    }

    pub async fn import(&self, records: &str) -> Report {
        self.import_as(records, Mode::AllOrNothing).await
    }

    pub async fn import_as(&self, records: &str, mode: Mode) -> Report {
        let source = Source {
            name: "test.jsonl".to_owned(),
            content: Content::Text(records.to_owned()),
            pictures: Pictures::Folder(self.folder.path().join("pictures")),
            brand: None,
        };
        import::run(&self.app.store, vec![source], mode, self.app.clock.now())
            .await
            .unwrap()
    }

    /// Whether these bytes lie anywhere in what the store has written.
    pub fn keeps(&self, bytes: &[u8]) -> bool {
        engine::keeps(&self.address, bytes)
    }

    /// Moves the clock.
    pub fn pass(&self, ms: i64) {
        let Clock::Set(at) = &self.app.clock else {
            panic!("the clock of a test can be set");
        };
        at.fetch_add(ms, std::sync::atomic::Ordering::Relaxed);
    }

    pub async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Reply {
            status: parts.status,
            headers: parts.headers,
            bytes: bytes.to_vec(),
        }
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(request(Method::GET, path, headers, Body::empty()))
            .await
    }

    /// As a program without cookies.
    pub async fn post(&self, path: &str, json: &Value) -> Reply {
        let headers = [("content-type", "application/json")];
        let body = Body::from(json.to_string());
        self.send(request(Method::POST, path, &headers, body)).await
    }

    pub async fn key(&self, brand: &str) -> String {
        self.key_with(brand, &[Scope::Capture]).await
    }

    pub async fn key_with(&self, brand: &str, scopes: &[Scope]) -> String {
        let key = key::new().unwrap();
        let scopes: Scopes = scopes.iter().copied().collect();
        let (brand, digest, now) = (brand.to_owned(), key::digest(&key), self.app.clock.now());
        self.app
            .store
            .write(move |tx| tx.put_api_key(&brand, &digest, "", &scopes, now))
            .await
            .unwrap();
        key
    }

    /// A key of any organisation that may have one.
    pub async fn key_of(&self, id: &str, kind: Kind, scopes: &[Scope]) -> String {
        let key = key::new().unwrap();
        let scopes: Scopes = scopes.iter().copied().collect();
        let organisation = Organisation {
            id: id.to_owned(),
            kind,
            name: id.to_uppercase(),
            suspended_at: None,
        };
        let (digest, now) = (key::digest(&key), self.app.clock.now());
        let put = self
            .app
            .store
            .write(move |tx| key::put(tx, &organisation, &digest, "", &scopes, now));
        put.await.unwrap();
        key
    }

    /// Captures events as a brand; the job.
    pub async fn capture(&self, brand: &str, events: Value) -> Value {
        let key = self.key(brand).await;
        let bearer = format!("Bearer {key}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let body = Body::from(document(events).to_string());
        let reply = self
            .send(request(Method::POST, "/epcis/capture", &headers, body))
            .await;
        assert_eq!(reply.status, StatusCode::ACCEPTED, "{}", reply.text());
        let job = reply.headers[header::LOCATION].to_str().unwrap().to_owned();
        self.get(&job, &headers).await.json()
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser {
            site: self,
            cookies: Mutex::new(BTreeMap::new()),
        }
    }
}

/// An EPCIS document around events.
pub fn document(events: Value) -> Value {
    serde_json::json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": NOW,
        "epcisBody": { "eventList": events },
    })
}

/// An observation of one thing.
pub fn observed(epc: &str, time: &str, step: &str, disposition: &str, gln: &str) -> Value {
    serde_json::json!({
        "type": "ObjectEvent",
        "action": "OBSERVE",
        "eventTime": time,
        "eventTimeZoneOffset": "+00:00",
        "epcList": [epc],
        "bizStep": step,
        "disposition": disposition,
        "bizLocation": { "id": format!("https://id.gs1.org/414/{gln}") },
    })
}

pub fn unit(gtin: &str, serial: &str) -> String {
    format!("https://id.gs1.org/01/{gtin}/21/{serial}")
}

pub fn moment(text: &str) -> Instant {
    parse_rfc3339(text).unwrap()
}

pub fn request(method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body).unwrap()
}

#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The text between tags, so that sentences can be looked for whatever stands in them.
    pub fn words(&self) -> String {
        let mut words = String::new();
        let mut is_tag = false;
        for letter in self.text().chars() {
            match letter {
                '<' => is_tag = true,
                '>' => {
                    is_tag = false;
                    words.push(' ');
                }
                _ if is_tag => {}
                _ => words.push(letter),
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub fn says(&self, sentence: &str) -> &Reply {
        let words = self.words();
        assert!(words.contains(sentence), "no `{sentence}` in: {words}");
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Reply {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    /// The value of a hidden field.
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        let text = self.text();
        let mark = format!("name=\"{name}\" value=\"");
        let start = text
            .find(&mark)
            .unwrap_or_else(|| panic!("no field `{name}` in {text}"))
            + mark.len();
        text[start..].split('"').next().unwrap().to_owned()
    }
}

/// A browser without a script: cookies, and the headers that browsers send.
pub struct Browser<'s> {
    site: &'s Site,
    pub cookies: Mutex<BTreeMap<String, String>>,
}

impl Browser<'_> {
    pub async fn open(&self, path: &str) -> Reply {
        self.send(
            Method::GET,
            path,
            &[
                ("accept", "text/html,application/xhtml+xml,*/*;q=0.8"),
                ("sec-fetch-mode", "navigate"),
                ("sec-fetch-site", "none"),
            ],
            Body::empty(),
        )
        .await
    }

    /// A link or form of our own page.
    pub async fn follow(&self, path: &str) -> Reply {
        self.send(
            Method::GET,
            path,
            &[
                ("accept", "text/html,*/*;q=0.8"),
                ("sec-fetch-mode", "navigate"),
                ("sec-fetch-site", "same-origin"),
            ],
            Body::empty(),
        )
        .await
    }

    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.submit_with(path, fields, &[]).await
    }

    /// With headers, as a script sends it.
    pub async fn submit_with(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        more: &[(&str, &str)],
    ) -> Reply {
        let encode = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
                .to_string()
        };
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        let mut headers = vec![
            ("accept", "text/html,*/*;q=0.8"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-site", "same-origin"),
        ];
        headers.extend(more);
        self.send(Method::POST, path, &headers, Body::from(body.join("&")))
            .await
    }

    pub async fn post(&self, path: &str, json: &Value) -> Reply {
        self.json(Method::POST, path, json).await
    }

    pub async fn json(&self, method: Method, path: &str, json: &Value) -> Reply {
        self.send(
            method,
            path,
            &[("content-type", "application/json")],
            Body::from(json.to_string()),
        )
        .await
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Reply {
        let cookies: Vec<String> = {
            let cookies = self.cookies.lock().unwrap();
            cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect()
        };
        let cookies = cookies.join("; ");
        let mut headers = headers.to_vec();
        if !cookies.is_empty() {
            headers.push(("cookie", &cookies));
        }
        let reply = self.site.send(request(method, path, &headers, body)).await;
        let mut jar = self.cookies.lock().unwrap();
        for cookie in reply.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            assert!(
                cookie.contains("HttpOnly; SameSite=Lax; Secure"),
                "{cookie}"
            );
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            jar.insert(name.to_owned(), value.to_owned());
        }
        reply
    }
}
