//! Whose a unit is: evidence, displacement, a link for a buyer, transfer, theft, disputes.

use std::sync::Arc;

use api::role::Role;
use serde_json::{Value, json};

use crate::{
    reveal::{self, Pack},
    site::{Browser, Reply, Site, TEA},
};

const DAY_MS: i64 = 86_400_000;

/// A registration's reference and code.
pub struct Keep {
    reference: String,
    code: String,
}

impl Keep {
    pub fn of(view: &Value) -> Keep {
        Keep {
            reference: view["reference"].as_str().unwrap().to_owned(),
            code: view["code"].as_str().unwrap().to_owned(),
        }
    }

    pub fn holder(&self) -> Value {
        json!({ "reference": self.reference, "code": self.code })
    }

    pub async fn seen(&self, site: &Site) -> Value {
        let reply = site.post("/v1/registrations/lookup", &self.holder()).await;
        reply.is(200).json()
    }

    /// Sends a form of `/mine`.
    pub async fn act(&self, site: &Site, path: &str, field: (&str, &str)) -> Reply {
        let browser = site.browser();
        let csrf = browser.open("/mine").await.field("csrf");
        let fields = [
            ("csrf", csrf.as_str()),
            ("reference", &self.reference),
            ("code", &self.code),
            field,
        ];
        browser.submit(path, &fields).await
    }

    /// A link for a buyer, as its path.
    pub async fn link(&self, site: &Site) -> String {
        let reply = self.act(site, "/mine/show", ("choice", "7")).await;
        let text = reply.is(200).text();
        let from = text.find("/proof/").expect("a link");
        text[from..from + "/proof/".len() + 32].to_owned()
    }
}

pub async fn register(browser: &Browser<'_>, path: &str) -> Value {
    let registration = json!({ "path": path, "email": "jan@person.example" });
    let reply = browser.post("/v1/registrations", &registration).await;
    reply.is(201).json()
}

/// Asks for what a link shows, as its page does.
pub async fn take(browser: &Browser<'_>, link: &str) -> Reply {
    let csrf = browser.open(link).await.field("csrf");
    browser.submit(link, &[("csrf", csrf.as_str())]).await
}

/// What the page of a buyer's wish gives to keep.
pub fn kept(reply: &Reply) -> Keep {
    let words = reply.is(200).words();
    let after = |label: &str, len: usize| -> String {
        let at = words.find(label).expect(label) + label.len();
        let letters = words[at..].chars().filter(char::is_ascii_alphanumeric);
        letters.take(len).collect()
    };
    Keep {
        reference: after(" Reference ", 9),
        code: after(" Code ", 16),
    }
}

async fn standing(site: &Site, path: &str) -> (String, Vec<String>) {
    let answer = site
        .get(path, &[("accept", "application/json")])
        .await
        .json();
    let reasons = answer["verdict"]["reasons"].as_array().unwrap().iter();
    let reasons = reasons.map(|reason| reason["kind"].as_str().unwrap().to_owned());
    (
        answer["verdict"]["standing"].as_str().unwrap().to_owned(),
        reasons.collect(),
    )
}

/// How many mails wait that tell of whose something is, and not of following it.
async fn told(site: &Site) -> usize {
    let due = site.app.clock.now().plus_days(400);
    let mails = site.app.store.read(|db| db.due_mail(due)).await.unwrap();
    let told = mails
        .iter()
        .filter(|mail| mail.subject.contains("your registration"));
    told.count()
}

/// How many registrations a unit has, as the store counts them.
pub async fn holders(site: &Site, path: &str) -> usize {
    let all = site.app.store.read(|db| db.registrations_after("")).await;
    let all = all.unwrap();
    all.iter().filter(|one| one.path == path).count()
}

#[tokio::test]
async fn who_reveals_the_hidden_code_displaces_who_only_saw_the_visible_one() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 1);
    let pack: &Pack = &packs[0];
    let stranger = register(&site.browser(), &pack.path()).await;
    assert_eq!(stranger["evidence"], "claimed");
    assert_eq!(
        (&stranger["points"], &stranger["points_waiting"]),
        (&json!(0), &json!(50))
    );
    let stranger = Keep::of(&stranger);

    let owner = site.browser();
    // Nothing that all can see displaces anybody.
    let again = json!({ "path": pack.path() });
    owner.post("/v1/registrations", &again).await.is(409);
    owner.post("/v1/reveal", &pack.right()).await.is(200);
    let page = owner.open(&pack.path()).await;
    page.is(200).says("Register it");
    let own = register(&owner, &pack.path()).await;
    assert_eq!(own["evidence"], "proven");
    assert_eq!(own["points"], 50, "they waited for whoever has the pack");

    assert_eq!(stranger.seen(&site).await["state"], "displaced");
    assert_eq!(holders(&site, &pack.path()).await, 1);
    assert_eq!(told(&site).await, 1);
    assert_eq!(site.app.store.read(|db| db.ledger_sum()).await.unwrap(), 0);
    // And nobody displaces a proof.
    let other = site.browser();
    other.post("/v1/reveal", &pack.right()).await.is(200);
    other.post("/v1/registrations", &again).await.is(409);
}

#[tokio::test]
async fn a_reveal_proves_what_was_registered_before() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 1);
    let browser = site.browser();
    let view = register(&browser, &packs[0].path()).await;
    assert_eq!(view["evidence"], "claimed");
    browser.post("/v1/reveal", &packs[0].right()).await.is(200);
    assert_eq!(Keep::of(&view).seen(&site).await["evidence"], "proven");
}

#[tokio::test]
async fn what_is_not_sold_is_not_registered_where_sales_are_recorded() {
    let site = Site::new().await;
    let brand = json!({ "type": "brand", "id": "acme", "name": "Acme", "prefixes": ["9506000"],
        "registers_sold_only": true });
    let report = site.import(&brand.to_string()).await;
    assert!(report.is_kept, "{report:?}");
    let path = format!("/01/{TEA}/21/TEA1");
    let registration = json!({ "path": path });
    let reply = site.post("/v1/registrations", &registration).await;
    assert_eq!(reply.is(409).json()["type"], "/problems/not-sold");
    let answer = site
        .get(&path, &[("accept", "application/json")])
        .await
        .json();
    assert_eq!(answer["registration"]["open"], false);
    assert_eq!(answer["registration"]["taken"], false);
}

#[tokio::test]
async fn a_unit_passes_to_a_buyer_with_both_sides_willing() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1");
    let seller = Keep::of(&register(&site.browser(), &path).await);
    let link = seller.link(&site).await;
    let buyer = site.browser();
    let page = buyer.open(&link).await;
    page.is(200)
        .says("registered owner of this pack")
        .says("not reported stolen")
        .says("TEA1");
    for secret in ["jan@person.example", &seller.reference, &seller.code] {
        assert!(!page.text().contains(secret), "{secret}");
    }
    let csrf = page.field("csrf");
    let fields = [("csrf", csrf.as_str())];
    let bought = kept(&buyer.submit(&link, &fields).await);
    let again = kept(&buyer.submit(&link, &fields).await);
    assert_eq!(again.reference, bought.reference, "a reload");
    let seen = bought.seen(&site).await;
    assert_eq!(seen["state"], "waiting");
    for field in ["email", "shop", "bought_on"] {
        assert_eq!(seen[field], Value::Null, "{field} is the seller's");
    }
    // Another buyer comes too late for now; the seller still holds it.
    let page = site.browser().open(&link).await;
    page.says("Somebody has asked for it already");
    assert_eq!(seller.seen(&site).await["state"], "held");

    let done = seller.act(&site, "/mine/transfer", ("choice", "yes")).await;
    done.is(200).says("Given to another");
    assert_eq!(bought.seen(&site).await["state"], "held");
    assert_eq!(seller.seen(&site).await["state"], "transferred");
    assert_eq!(holders(&site, &path).await, 1);
    // What the seller could do, they can't any more.
    site.browser().open(&link).await.is(404);
    for (path, choice) in [
        ("/mine/show", "1"),
        ("/mine/transfer", "yes"),
        ("/mine/stolen", "yes"),
    ] {
        seller.act(&site, path, ("choice", choice)).await.is(409);
    }
    // And everybody can have erased what they gave.
    for keep in [&seller, &bought] {
        site.post("/v1/registrations/erase", &keep.holder())
            .await
            .is(204);
        site.post("/v1/registrations/lookup", &keep.holder())
            .await
            .is(404);
    }
    assert!(!site.keeps(b"jan@person.example"));
}

#[tokio::test]
async fn no_answer_is_a_no() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1");
    let seller = Keep::of(&register(&site.browser(), &path).await);
    let link = seller.link(&site).await;
    let first = kept(&take(&site.browser(), &link).await);
    seller
        .act(&site, "/mine/transfer", ("choice", "no"))
        .await
        .is(200);
    assert_eq!(first.seen(&site).await["state"], "not-given");
    let second = kept(&take(&site.browser(), &link).await);
    site.pass(14 * DAY_MS);
    assert_eq!(second.seen(&site).await["state"], "not-given");
    seller
        .act(&site, "/mine/transfer", ("choice", "yes"))
        .await
        .is(409);
    assert_eq!(seller.seen(&site).await["state"], "held");
    // The link was for a week.
    let page = site.browser().open(&link).await;
    page.is(404).says("shows nothing any more");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_sale_and_a_proof_at_once_one_wins() {
    for _ in 0..10 {
        let site = Arc::new(Site::new().await);
        let packs = reveal::issue(&site, 1);
        let path = packs[0].path();
        let seller = Keep::of(&register(&site.browser(), &path).await);
        let link = seller.link(&site).await;
        take(&site.browser(), &link).await.is(200);
        let give = async {
            let reply = seller.act(&site, "/mine/transfer", ("choice", "yes")).await;
            reply.status.as_u16()
        };
        let prove = async {
            let owner = site.browser();
            owner.post("/v1/reveal", &packs[0].right()).await.is(200);
            let registration = json!({ "path": path });
            let reply = owner.post("/v1/registrations", &registration).await;
            reply.status.as_u16()
        };
        // The proof displaces what was claimed, unless the buyer got it after the code was revealed.
        let (given, proven) = tokio::join!(give, prove);
        assert!(
            matches!((given, proven), (200, 409) | (409, 201) | (200, 201)),
            "{given} {proven}"
        );
        assert_eq!(holders(&site, &path).await, 1);
    }
}

#[tokio::test]
async fn a_theft_is_told_and_blocks_only_what_is_backed() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 1);
    let path = packs[0].path();
    let browser = site.browser();
    let owner = Keep::of(&register(&browser, &path).await);
    let link = owner.link(&site).await;
    owner
        .act(&site, "/mine/stolen", ("choice", "yes"))
        .await
        .is(200);
    let (said, reasons) = standing(&site, &path).await;
    assert_eq!(said, "issued");
    assert!(reasons.contains(&"said-stolen".to_owned()), "{reasons:?}");
    site.browser()
        .open(&link)
        .await
        .is(200)
        .says("reported stolen");
    owner
        .act(&site, "/mine/show", ("choice", "1"))
        .await
        .is(409);

    browser.post("/v1/reveal", &packs[0].right()).await.is(200);
    let (blocked, reasons) = standing(&site, &path).await;
    assert_eq!(blocked, "blocked");
    assert!(reasons.contains(&"unit-stolen".to_owned()), "{reasons:?}");
    owner
        .act(&site, "/mine/stolen", ("choice", "no"))
        .await
        .is(200);
    let (found, _) = standing(&site, &path).await;
    assert_eq!(found, "issued");
}

#[tokio::test]
async fn staff_decide_whose_a_unit_is() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 1);
    let path = packs[0].path();
    let first = Keep::of(&register(&site.browser(), &path).await);
    let thief = site.browser();
    thief.post("/v1/reveal", &packs[0].right()).await.is(200);
    let second = Keep::of(&register(&thief, &path).await);

    let why = "I have the receipt; the pack was taken from my bag.";
    first
        .act(&site, "/mine/dispute", ("message", " "))
        .await
        .is(422);
    first
        .act(&site, "/mine/dispute", ("message", why))
        .await
        .is(200);
    first
        .act(&site, "/mine/dispute", ("message", why))
        .await
        .is(409);
    let quality = site.person("acme", Role::Quality).await;
    let list = quality.open(&site, "/desk/disputes").await;
    list.is(200).says(why).says(&first.reference);
    let id = list.field("id");
    let decide = async |choice: &str, reason: &str| {
        let fields = [("id", id.as_str()), ("choice", choice), ("reason", reason)];
        let reply = quality
            .submit(&site, "/desk/disputes/decide", &fields)
            .await;
        reply.status.as_u16()
    };
    assert_eq!(decide("given", "").await, 422, "a reason is needed");
    // Another brand's staff see and decide nothing of it.
    let globex = site.person("globex", Role::Quality).await;
    let fields = [("id", id.as_str()), ("choice", "given"), ("reason", "mine")];
    let reply = globex.submit(&site, "/desk/disputes/decide", &fields).await;
    reply.is(404);
    assert_eq!(decide("given", "The receipt names the serial.").await, 303);
    assert_eq!(
        decide("kept", "Changed my mind.").await,
        409,
        "decided once"
    );

    let seen = first.seen(&site).await;
    assert_eq!(seen["state"], "held");
    assert_eq!(seen["dispute"]["status"], "given");
    assert_eq!(seen["dispute"]["reason"], "The receipt names the serial.");
    assert_eq!(second.seen(&site).await["state"], "decided");
    assert_eq!(holders(&site, &path).await, 1);
    // Who was displaced, and both who are told of the decision.
    assert_eq!(told(&site).await, 3);
    quality
        .open(&site, "/desk/disputes")
        .await
        .says("Nobody disputes anything");
}

#[tokio::test]
async fn a_certificate_is_made_for_the_holder_alone() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1");
    let browser = site.browser();
    let owner = Keep::of(&register(&browser, &path).await);
    let reply = owner.act(&site, "/mine/certificate", ("choice", "")).await;
    assert_eq!(reply.is(200).header("content-type"), "application/pdf");
    assert!(reply.bytes.starts_with(b"%PDF-1.6"));
    let wrong = Keep {
        code: "0000-0000-0000-0000".to_owned(),
        ..Keep::of(&json!({ "reference": owner.reference, "code": "" }))
    };
    wrong
        .act(&site, "/mine/certificate", ("choice", ""))
        .await
        .is(404);
    // What this browser registered stands in its list, and in no other's.
    browser
        .open("/mine")
        .await
        .says("Registered in this browser");
    let other = site.browser().open("/mine").await;
    assert!(!other.words().contains("Registered in this browser"));
}

/// Somebody registers a pack and shows it; the browser asks for it.
pub async fn wait_for(site: &Site, browser: &Browser<'_>, path: &str) {
    let seller = Keep::of(&register(&site.browser(), path).await);
    let link = seller.link(site).await;
    take(browser, &link).await.is(200);
}
