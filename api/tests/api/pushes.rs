//! Push messages about recalls: a push service on loopback that speaks HTTP, and browsers that
//! decrypt what comes (RFC 8291) and check who sent it (RFC 8292).

use std::sync::{Arc, Mutex};

use api::{push, subscription::Sender};
use axum::http::Method;
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::{
    aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey},
    agreement::{self, ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey},
    hkdf::{HKDF_SHA256, KeyType, Salt},
    rand::SystemRandom,
    signature::{self, ECDSA_P256_SHA256_FIXED},
};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

use crate::{
    follows::{put, recall, tell},
    site::{Browser, Site, TEA},
};

const MINUTE_MS: i64 = 60_000;

/// What it got: the headers, lower case, and the body.
#[derive(Clone, Debug)]
struct Request {
    head: String,
    body: Vec<u8>,
}

impl Request {
    fn header(&self, name: &str) -> &str {
        let start = format!("{name}: ");
        let line = self.head.lines().find(|line| line.starts_with(&start));
        line.map_or("", |line| &line[start.len()..])
    }
}

/// A push service that runs until it is dropped.
struct PushService {
    port: u16,
    requests: Arc<Mutex<Vec<Request>>>,
    says: Arc<Mutex<&'static str>>,
    task: tokio::task::JoinHandle<()>,
}

impl PushService {
    async fn start() -> PushService {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::<Mutex<Vec<Request>>>::default();
        let says = Arc::new(Mutex::new("201 Created\r\n"));
        let (kept, status) = (requests.clone(), says.clone());
        let task = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let mut stream = BufReader::new(stream);
                let mut head = String::new();
                while !head.ends_with("\r\n\r\n") {
                    if stream.read_line(&mut head).await.unwrap() == 0 {
                        break;
                    }
                }
                // Names in lower case; the values keep theirs.
                let lines = head.lines().map(|line| match line.split_once(": ") {
                    Some((name, value)) => format!("{}: {value}\n", name.to_lowercase()),
                    None => format!("{line}\n"),
                });
                let mut request = Request {
                    head: lines.collect(),
                    body: Vec::new(),
                };
                let length = request.header("content-length").parse().unwrap_or(0);
                request.body.resize(length, 0);
                stream.read_exact(&mut request.body).await.unwrap();
                kept.lock().unwrap().push(request);
                let status = *status.lock().unwrap();
                let answer = format!("HTTP/1.1 {status}Content-Length: 0\r\n\r\n");
                stream.get_mut().write_all(answer.as_bytes()).await.unwrap();
            }
        });
        PushService {
            port,
            requests,
            says,
            task,
        }
    }

    /// A status line, and headers behind it.
    fn says(&self, status: &'static str) {
        *self.says.lock().unwrap() = status;
    }

    fn take(&self) -> Vec<Request> {
        std::mem::take(&mut self.requests.lock().unwrap())
    }
}

impl Drop for PushService {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A browser's side of a subscription.
struct Subscription {
    private: EphemeralPrivateKey,
    public: Vec<u8>,
    auth: [u8; 16],
    endpoint: String,
}

impl Subscription {
    fn new(service: &PushService, name: &str) -> Subscription {
        let random = SystemRandom::new();
        let private = EphemeralPrivateKey::generate(&ECDH_P256, &random).unwrap();
        let public = private.compute_public_key().unwrap().as_ref().to_vec();
        Subscription {
            private,
            public,
            auth: *b"sixteen letters.",
            endpoint: format!("http://127.0.0.1:{}/push/{name}", service.port),
        }
    }

    fn wish(&self, serial: &str) -> Value {
        json!({
            "path": format!("/01/{TEA}/21/{serial}"),
            "channel": "push",
            "push": { "endpoint": self.endpoint, "keys": {
                "p256dh": BASE64_URL_SAFE_NO_PAD.encode(&self.public),
                "auth": BASE64_URL_SAFE_NO_PAD.encode(self.auth),
            }},
        })
    }

    /// RFC 8291, section 3.4, and RFC 8188, section 2, as the one who receives.
    fn open(self, body: &[u8]) -> Value {
        let (salt, rest) = body.split_at(16);
        let (size, rest) = rest.split_at(4);
        assert_eq!(size, 4096u32.to_be_bytes());
        let (length, rest) = rest.split_first().unwrap();
        let (sender, sealed) = rest.split_at(usize::from(*length));
        let peer = UnparsedPublicKey::new(&ECDH_P256, sender);
        let (auth, own) = (self.auth, self.public);
        let input = agreement::agree_ephemeral(self.private, &peer, |secret| {
            let info = [b"WebPush: info\0", &own[..], sender].concat();
            derive(&auth, secret, &info, 32)
        })
        .unwrap();
        let key = derive(salt, &input, b"Content-Encoding: aes128gcm\0", 16);
        let nonce = derive(salt, &input, b"Content-Encoding: nonce\0", 12);
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).unwrap());
        let nonce = Nonce::assume_unique_for_key(nonce.try_into().unwrap());
        let mut sealed = sealed.to_vec();
        let plain = key.open_in_place(nonce, Aad::empty(), &mut sealed).unwrap();
        let (last, plain) = plain.split_last().unwrap();
        assert_eq!(*last, 2, "the mark of the last record");
        serde_json::from_slice(plain).unwrap()
    }
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn derive(salt: &[u8], secret: &[u8], info: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    Salt::new(HKDF_SHA256, salt)
        .extract(secret)
        .expand(&[info], Length(length))
        .unwrap()
        .fill(&mut bytes)
        .unwrap();
    bytes
}

/// What is due goes out.
async fn deliver(site: &Site) -> usize {
    let sender = Sender::new(site.app.webhooks).unwrap();
    let key = site.app.vapid.as_ref().unwrap();
    let now = site.app.clock.now();
    push::deliver(&site.app, key, &sender, now).await.unwrap()
}

async fn waiting(site: &Site) -> u64 {
    site.app.store.read(|db| db.count_pushes()).await.unwrap()
}

#[tokio::test]
async fn a_message_that_only_the_browser_reads() {
    let site = Site::new().await;
    let service = PushService::start().await;
    let ada = Subscription::new(&service, "ada");
    let view = site.post("/v1/follows", &ada.wish("TEA1")).await;
    assert_eq!(view.is(201).json()["confirmed"], true);
    put(&site, &recall("R-1", TEA, &["T1"])).await;
    tell(&site).await;
    tell(&site).await;
    assert_eq!(deliver(&site).await, 1);
    assert_eq!(deliver(&site).await, 0, "once");
    let [request] = &service.take()[..] else {
        panic!("one request")
    };
    assert!(request.head.starts_with("POST /push/ada HTTP/1.1"));
    assert_eq!(request.header("content-encoding"), "aes128gcm");
    assert_eq!(request.header("ttl"), "2419200");
    assert_eq!(request.header("urgency"), "high");
    assert!(!request.body.windows(3).any(|letters| letters == b"Tea"));

    // RFC 8292: a token of this server's key for that push service, not for long.
    let said = request.header("authorization");
    let (token, key) = said
        .strip_prefix("vapid t=")
        .unwrap()
        .split_once(", k=")
        .unwrap();
    assert_eq!(Some(key.to_owned()), site.app.push_key());
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let bytes = |text: &str| BASE64_URL_SAFE_NO_PAD.decode(text).unwrap();
    signature::UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, bytes(key))
        .verify(signed.as_bytes(), &bytes(signature))
        .unwrap();
    let (head, claims) = signed.split_once('.').unwrap();
    let head: Value = serde_json::from_slice(&bytes(head)).unwrap();
    assert_eq!(head, json!({ "typ": "JWT", "alg": "ES256" }));
    let claims: Value = serde_json::from_slice(&bytes(claims)).unwrap();
    assert_eq!(claims["aud"], format!("http://127.0.0.1:{}", service.port));
    assert_eq!(claims["sub"], "https://check.example");
    let left = claims["exp"].as_i64().unwrap() - site.app.clock.now().0 / 1000;
    assert!((1..=86_400).contains(&left), "{left} s");

    let message = ada.open(&request.body);
    assert_eq!(message["title"], "Product safety recall: Tea");
    assert_eq!(message["body"], "The tin can cut your hand. Stop using it.");
    assert_eq!(message["path"], format!("/01/{TEA}/21/TEA1"));
}

#[tokio::test]
async fn a_push_service_that_is_busy_and_one_that_knows_nobody() {
    let site = Site::new().await;
    let service = PushService::start().await;
    let ada = Subscription::new(&service, "ada");
    let view = site
        .post("/v1/follows", &ada.wish("TEA1"))
        .await
        .is(201)
        .json();
    let own = view["link"].as_str().unwrap();
    put(&site, &recall("R-1", TEA, &["T1"])).await;
    tell(&site).await;

    // It waits longer each time, and as long as it is asked to.
    service.says("500 Broken\r\n");
    assert_eq!(deliver(&site).await, 0);
    assert_eq!(deliver(&site).await, 0);
    assert_eq!(service.take().len(), 1, "not again at once");
    service.says("429 Slowly\r\nRetry-After: 600\r\n");
    site.pass(MINUTE_MS);
    assert_eq!(deliver(&site).await, 0);
    site.pass(5 * MINUTE_MS);
    assert_eq!(deliver(&site).await, 0);
    assert_eq!(service.take().len(), 1);
    service.says("201 Created\r\n");
    site.pass(5 * MINUTE_MS);
    assert_eq!(deliver(&site).await, 1);
    let [request] = &service.take()[..] else {
        panic!("one request")
    };
    assert_eq!(ada.open(&request.body)["tag"], "R-1");

    // Whoever withdrew the permission is forgotten.
    put(&site, &recall("R-2", TEA, &[])).await;
    tell(&site).await;
    service.says("410 Gone\r\n");
    assert_eq!(deliver(&site).await, 0);
    assert_eq!(waiting(&site).await, 0);
    site.browser().open(own).await.is(404);
    assert!(!site.keeps(b"/push/ada"));

    // And what nobody takes is given up after days.
    let bob = Subscription::new(&service, "bob");
    site.post("/v1/follows", &bob.wish("TEA2")).await.is(201);
    put(&site, &recall("R-3", TEA, &[])).await;
    tell(&site).await;
    service.says("503 Later\r\n");
    deliver(&site).await;
    assert_eq!(waiting(&site).await, 1);
    site.pass(5 * 24 * 60 * MINUTE_MS);
    deliver(&site).await;
    assert_eq!(waiting(&site).await, 0);
}

#[tokio::test]
async fn a_subscription_that_the_browser_changed() {
    let site = Site::new().await;
    let service = PushService::start().await;
    let browser = site.browser();
    // A page of ours begins the session.
    browser.open(&format!("/01/{TEA}/21/TEA1")).await.is(200);
    let old = Subscription::new(&service, "old");
    let first = browser.post("/v1/follows", &old.wish("TEA1")).await;
    browser.post("/v1/follows", &old.wish("TEA2")).await.is(201);
    let new = Subscription::new(&service, "new");
    let put_push = async |browser: &Browser<'_>, push: &Value| {
        let reply = browser.json(Method::PUT, "/v1/follows/push", push).await;
        reply.status
    };
    assert_eq!(put_push(&browser, &new.wish("")["push"]).await, 204);
    // Another browser moves nothing of theirs, and asking again is the same wish.
    let other = Subscription::new(&service, "other").wish("");
    assert_eq!(put_push(&site.browser(), &other["push"]).await, 204);
    let again = browser.post("/v1/follows", &new.wish("TEA1")).await;
    assert_eq!(first.is(201).json()["link"], again.is(201).json()["link"]);
    put(&site, &recall("R-1", TEA, &["T1"])).await;
    tell(&site).await;
    assert_eq!(deliver(&site).await, 2);
    let heads: Vec<String> = service.take().into_iter().map(|one| one.head).collect();
    assert!(
        heads.iter().all(|head| head.starts_with("POST /push/new ")),
        "{heads:?}"
    );
    let mut wrong = new.wish("")["push"].clone();
    wrong["keys"]["auth"] = json!("AAAA");
    assert_eq!(put_push(&browser, &wrong).await, 422);
}

#[tokio::test]
async fn endpoints_are_public_and_keys_are_keys() {
    let site = Site::new().await;
    let service = PushService::start().await;
    let refused = async |change: &dyn Fn(&mut Value)| {
        let mut wish = Subscription::new(&service, "x").wish("TEA1");
        change(&mut wish["push"]);
        let reply = site.post("/v1/follows", &wish).await;
        reply.is(422);
        reply.json()["detail"].as_str().unwrap().to_owned()
    };
    // Even where the machine itself may be written to, for these tests.
    for inside in [
        "https://10.0.0.1/",
        "https://169.254.169.254/",
        "https://[fd00::1]/",
    ] {
        let said = refused(&|push| push["endpoint"] = json!(inside)).await;
        assert!(said.contains("everybody can reach"), "{said}");
    }
    let said = refused(&|push| push["endpoint"] = json!("http://push.example/")).await;
    assert!(said.contains("https://"), "{said}");
    for (name, wrong) in [("p256dh", "AAAA"), ("auth", "AAAA"), ("auth", "!")] {
        let said = refused(&|push| push["keys"][name] = json!(wrong)).await;
        assert!(said.contains("`keys`"), "{said}");
    }
}
