//! `GET /v1/offline-pack`: what is in it, who gets it, and that the rule says of it what is true.

use api::{access::Act, organisation::Kind, role::Role, scope::Scope};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use offline::{Asked, Doubt, Numbered, OfflineAnswer, Pack, PackKey, Word, judge};
use serde_json::json;
use trace::Signature;

use crate::{
    number_pools::Line,
    site::{MUG, PILLS, Reply, Site, TEA, observed, unit},
    staff::{Person, logged},
};

const EIGHT: Word = Word::ListedAsIssued { one_in: 256 };

/// The pack of a reply, by the key that the server publishes.
pub async fn opened(site: &Site, reply: &Reply) -> Pack {
    let keys = site
        .get("/.well-known/touchstone-seal-keys.json", &[])
        .await;
    let keys = keys.is(200).json();
    let key = keys["keys"][0]["public_key"].as_str().unwrap();
    let key = BASE64_STANDARD.decode(key).unwrap().try_into().unwrap();
    Pack::open(&reply.is(200).bytes, &[PackKey::new(&key).unwrap()]).unwrap()
}

fn asked(pack: &Pack, code: &str) -> (Vec<Word>, Vec<Doubt>) {
    let (message, _) = gs1::parse(code, None);
    let identity = message.identity().unwrap();
    let today = "2026-11-24".parse().unwrap();
    let asked = Asked::of(&identity, today).unwrap();
    let answer: OfflineAnswer<'_> = judge(
        pack,
        &asked,
        &Signature::Absent,
        today,
        pack.made_at,
        Some(*b"FR"),
    );
    (answer.words, answer.doubts)
}

pub async fn taken(site: &Site, person: &Person, query: &str) -> Reply {
    person.open(site, &format!("/v1/offline-pack{query}")).await
}

#[tokio::test]
async fn what_is_in_it() {
    let site = Site::new().await;
    let inspector = site.person("acme", Role::Inspector).await;
    let line = Line::new(&site, "acme").await;
    let order = json!({ "gtin": TEA, "batch": "T1", "count": 5 });
    let pool = line
        .post("/v1/number-pools", "the-pool-of-this-test", &order)
        .await;
    let issued: Vec<String> = pool.is(201).json()["codes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| code["serial"].as_str().unwrap().to_owned())
        .collect();
    let report = json!({ "rejected": [{ "serial": issued[4] }] });
    let reports = format!("{}/reports", pool.header("location"));
    line.post(&reports, "the-report-of-this-test", &report)
        .await
        .is(200);
    let at = |disposition: &str, serial: &str, time: &str| {
        observed(
            &unit(TEA, serial),
            time,
            "inspecting",
            disposition,
            "9506000900025",
        )
    };
    let events = json!([
        at("stolen", "TEA2", "2026-11-01T10:00:00Z"),
        at("stolen", "TEA3", "2026-11-01T10:00:00Z"),
        // It was found again.
        at("sellable_accessible", "TEA3", "2026-11-02T10:00:00Z"),
        at("destroyed", "NONE1", "2026-11-01T10:00:00Z"),
    ]);
    site.capture("acme", events).await;

    let reply = taken(&site, &inspector, "").await;
    assert_eq!(reply.header("content-type"), "application/octet-stream");
    assert_eq!(
        reply.header("touchstone-pack-made-at"),
        "2026-11-24T12:00:00Z"
    );
    assert_eq!(
        reply.header("touchstone-pack-valid-until"),
        "2026-11-25T12:00:00Z"
    );
    assert_eq!(reply.header("touchstone-pack-products"), "4");
    assert_eq!(reply.header("touchstone-pack-serials"), "13");
    assert_eq!(
        reply.header("touchstone-pack-bytes"),
        reply.bytes.len().to_string()
    );
    assert_eq!(reply.header("cache-control"), "private, no-store");
    let pack = opened(&site, &reply).await;
    assert_eq!(pack.brands[0].name, "Acme");
    assert_eq!(pack.product(MUG).unwrap().numbered, Numbered::Partial);

    let market = || Doubt::OtherMarket(vec![*b"PL", *b"DE"]);
    for serial in ["TEA1", "TEA3", "TEA4", "OLD1", &issued[0], &issued[3]] {
        let said = asked(&pack, &format!("(01){TEA}(10)T1(21){serial}"));
        assert_eq!(said, (vec![EIGHT], vec![market()]), "{serial}");
    }
    for (serial, state) in [("TEA2", "stolen"), (&issued[4], "rejected")] {
        let (words, _) = asked(&pack, &format!("(01){TEA}(10)T1(21){serial}"));
        assert_eq!(words, [Word::BlockedAsOf, EIGHT], "{serial}");
        let blocked = &pack.product(TEA).unwrap().blocked;
        let blocked = blocked.iter().find(|blocked| blocked.serial == serial);
        assert_eq!(blocked.unwrap().state, state);
    }
    let recalled = Word::RecalledAsOf { is_certain: true };
    let sixteen = Word::ListedAsIssued { one_in: 65_536 };
    let (words, doubts) = asked(&pack, &format!("(01){PILLS}(10)P1(21)PIL1"));
    assert_eq!((words, doubts), (vec![recalled, sixteen], vec![]));
    let (words, _) = asked(&pack, &format!("(01){PILLS}(10)P2(21)PIL2"));
    assert_eq!(words, [sixteen]);
    // One in 256 that was never issued is listed all the same: not all of four are.
    let never = ["NONE1", "NONE2", "NONE3", "NONE4"];
    let never = never.map(|serial| asked(&pack, &format!("(01){MUG}(21){serial}")));
    assert!(never.contains(&(vec![Word::NotListed], vec![Doubt::ListIsPartial])));
}

/// Its name stays while nothing changes, and half of its time is left.
#[tokio::test]
async fn a_pack_that_is_still_right_is_not_sent_again() {
    let site = Site::new().await;
    let inspector = site.person("acme", Role::Inspector).await;
    let first = taken(&site, &inspector, "").await;
    let etag = first.is(200).header("etag").to_owned();
    let again = async || {
        let cookie = inspector.cookie();
        let headers = [("cookie", cookie.as_str()), ("if-none-match", &etag)];
        site.get("/v1/offline-pack", &headers).await
    };
    again().await.is(304);
    let new = r#"{"type":"units","gtin":"09506000100012","batch":"T1","serials":["TEA9"]}"#;
    site.import(new).await;
    let changed = again().await;
    assert_ne!(changed.is(200).header("etag"), etag);
    let pack = opened(&site, &changed).await;
    assert_ne!(
        pack.seed,
        opened(&site, &first).await.seed,
        "no two have a seed"
    );
    assert_eq!(asked(&pack, &format!("(01){TEA}(21)TEA9")).0, [EIGHT]);
    let other = taken(&site, &inspector, &format!("?gtin={TEA}")).await;
    assert_ne!(other.is(200).header("etag"), changed.header("etag"));
    assert_eq!(opened(&site, &other).await.products.len(), 1);
}

#[tokio::test]
async fn everybody_gets_what_they_may_see() {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    site.admit("carrier", Kind::Partner).await;
    let brand = site.person("acme", Role::BrandManager).await;
    let officer = site.person("customs", Role::Inspector).await;
    let of_acme = site.person("acme", Role::Inspector).await;
    let of_globex = site.person("globex", Role::Inspector).await;
    let of_carrier = site.person("carrier", Role::Inspector).await;
    let tea = format!("?gtin={TEA}");

    taken(&site, &of_acme, "?brand=globex").await.is(404);
    taken(&site, &of_acme, "?gtin=12").await.is(422);
    taken(&site, &of_globex, &tea).await.is(404);
    taken(&site, &of_globex, "").await.is(404);
    taken(&site, &of_carrier, &tea).await.is(404);
    taken(&site, &officer, &tea).await.is(404);
    taken(&site, &officer, "").await.is(404);
    taken(&site, &brand, &tea).await.is(403);
    site.get("/v1/offline-pack", &[]).await.is(401);

    let grant = [("authority", "customs"), ("depth", "record"), ("gtin", TEA)];
    brand
        .submit(&site, "/desk/grants/give", &grant)
        .await
        .is(303);
    for query in ["", "?brand=acme", &tea] {
        let pack = opened(&site, &taken(&site, &officer, query).await).await;
        assert_eq!(pack.products.len(), 1, "{query}");
        assert_eq!(pack.products[0].gtin, TEA);
    }
    taken(&site, &officer, &format!("?gtin={TEA},{PILLS}"))
        .await
        .is(404);
    taken(&site, &officer, "?brand=globex").await.is(404);
    assert_eq!(logged(&site, "acme", Act::Looked), 3);

    // A partner's inspectors go out for the brand, as far as it lets them.
    let grant = [("authority", "carrier"), ("depth", "record"), ("gtin", TEA)];
    brand
        .submit(&site, "/desk/grants/give", &grant)
        .await
        .is(303);
    let pack = opened(&site, &taken(&site, &of_carrier, "").await).await;
    assert_eq!(pack.products.len(), 1);
    taken(&site, &of_carrier, &format!("?gtin={PILLS}"))
        .await
        .is(404);
    let me = of_carrier.open(&site, "/v1/inspector").await.is(200).json();
    assert_eq!(me["brands"][0][0], "acme");
    assert_eq!(logged(&site, "acme", Act::Looked), 4);
}

/// A machine's pack is the one that an inspector of its organisation gets, and its look is logged alike.
#[tokio::test]
async fn machines_take_it_with_a_key() {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    let brand = site.person("acme", Role::BrandManager).await;
    let with = async |key: &str, query: &str| {
        let bearer = format!("Bearer {key}");
        let path = format!("/v1/offline-pack{query}");
        site.get(&path, &[("authorization", &bearer)]).await
    };
    let own = site.key_with("acme", &[Scope::OfflinePack]).await;
    let pack = opened(&site, &with(&own, &format!("?gtin={TEA},{PILLS}")).await).await;
    assert_eq!(pack.products.len(), 2);
    with(&own, "?brand=globex").await.is(404);
    let other = site.key_with("acme", &[Scope::Capture]).await;
    with(&other, "").await.is(403);
    with("nothing", "").await.is(401);
    assert_eq!(logged(&site, "acme", Act::Looked), 0);

    let customs = site
        .key_of("customs", Kind::Authority, &[Scope::OfflinePack])
        .await;
    with(&customs, "").await.is(404);
    let grant = [("authority", "customs"), ("depth", "record"), ("gtin", TEA)];
    let given = brand.submit(&site, "/desk/grants/give", &grant).await;
    given.is(303);
    let pack = opened(&site, &with(&customs, "").await).await;
    assert_eq!(pack.products.len(), 1);
    with(&customs, &format!("?gtin={PILLS}")).await.is(404);
    assert_eq!(logged(&site, "acme", Act::Looked), 1);
}

/// What a recall says of batches and serials is judged as the server has it, where the code says it.
#[tokio::test]
async fn recalls_of_batches_and_serial_ranges_are_exact() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let recalls = format!(
        r#"{{"type":"recall","id":"R-B","gtin":"{TEA}","batches":["T1"],"on":"2026-11-01","hazard":{{"en":"Glass."}},"instruction":{{"en":"Stop."}},"remedies":["refund"],"contact":{{"phone":"1"}}}}
{{"type":"recall","id":"R-S","gtin":"{MUG}","serial_ranges":[{{"from":"MUG100","to":"MUG199"}}],"on":"2026-11-01","hazard":{{"en":"Cracks."}},"instruction":{{"en":"Stop."}},"remedies":["refund"],"contact":{{"phone":"1"}}}}
"#
    );
    let report = site.import(&recalls).await;
    assert!(report.problems.is_empty(), "{report}");
    let pack = opened(&site, &taken(&site, &anna, "").await).await;
    let recalled = |code: &str| {
        let (words, _) = asked(&pack, code);
        words.iter().find_map(|word| match word {
            Word::RecalledAsOf { is_certain } => Some(*is_certain),
            _ => None,
        })
    };
    for (code, expected) in [
        (format!("(01){TEA}(10)T1(21)TEA1"), Some(true)),
        (format!("(01){TEA}(10)T0(21)OLD1"), None),
        // Which serial is of which batch is not in the pack.
        (format!("(01){TEA}(21)TEA1"), Some(false)),
        (format!("(01){MUG}(21)MUG100"), Some(true)),
        (format!("(01){MUG}(10)M1(21)MUG199"), Some(true)),
        (format!("(01){MUG}(21)MUG200"), None),
        (format!("(01){MUG}(21)MUG1"), None),
        (format!("(01){MUG}(10)M1"), Some(false)),
    ] {
        assert_eq!(recalled(&code), expected, "{code}");
    }
}
