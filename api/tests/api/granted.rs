//! What a grant opens, at the desk and to machines, and what stays shut without it.

use api::{access::Act, organisation::Kind, role::Role, scope::Scope};
use serde_json::Value;

use crate::{
    pedigree::{self, story},
    signals::{check_at, write},
    site::{PILLS, Reply, Site, TEA},
    staff::{Person, logged},
};

const PACK: &str = "09506000100012/21/TEA1";

struct Customs {
    site: Site,
    brand: Person,
    officer: Person,
    key: String,
}

impl Customs {
    async fn new() -> Customs {
        let site = pedigree::site(story()).await;
        site.admit("customs", Kind::Authority).await;
        let brand = site.person("acme", Role::BrandManager).await;
        let officer = site.person("customs", Role::Inspector).await;
        let key = site
            .key_of("customs", Kind::Authority, &[Scope::Granted])
            .await;
        Customs {
            site,
            brand,
            officer,
            key,
        }
    }

    async fn granted(depth: &str) -> Customs {
        let customs = Customs::new().await;
        let grant = [("authority", "customs"), ("depth", depth), ("gtin", TEA)];
        let given = customs
            .brand
            .submit(&customs.site, "/desk/grants/give", &grant);
        given.await.is(303);
        customs
    }

    async fn get(&self, path: &str) -> Reply {
        let bearer = format!("Bearer {}", self.key);
        self.site.get(path, &[("authorization", &bearer)]).await
    }

    async fn open(&self, gtin: &str, wanted: &str) -> Reply {
        let path = format!("/desk/granted/{gtin}/look?{wanted}");
        self.officer.open(&self.site, &path).await
    }
}

#[tokio::test]
async fn what_was_not_granted_is_what_everybody_sees_or_not_there() {
    let customs = Customs::new().await;
    customs.get(&format!("/v1/granted/01/{PACK}")).await.is(404);
    customs.open(TEA, "serial=TEA1").await.is(404);
    let path = format!("/v1/pedigree/01/{PACK}");
    let seen = customs.get(&path).await.is(200).json();
    assert_eq!(seen["view"], "public");
    customs.get(&format!("{path}?direction=down")).await.is(404);
    let grants = customs.get("/v1/granted").await.is(200).json();
    assert_eq!(grants["grants"], Value::Array(Vec::new()));
    assert_eq!(logged(&customs.site, "acme", Act::Looked), 0);
}

#[tokio::test]
async fn a_record_says_nothing_of_the_way_or_of_checks() {
    let customs = Customs::granted("record").await;
    let grants = customs.get("/v1/granted").await.is(200).json();
    assert_eq!(grants["grants"][0]["gtin"], TEA);
    assert_eq!(grants["grants"][0]["depth"], "record");

    let look = customs.get(&format!("/v1/granted/01/{PACK}")).await;
    let look = look.is(200).json();
    assert_eq!(look["unit"]["batch"], "T1");
    assert_eq!(look["unit"]["state"], "supplied");
    assert_eq!(look["unit"]["issued_on"], "2026-01-11");
    assert_eq!(look["batch"]["best_before"], "2028-01-10");
    assert_eq!(look["evidence"], Value::Null);
    let path = format!("/v1/pedigree/01/{PACK}");
    assert_eq!(customs.get(&path).await.json()["view"], "public");
    let page = customs.open(TEA, "serial=TEA1").await;
    page.is(200).says("Best before").says("supplied");
    assert!(!page.text().contains("class=\"pedigree\""));
    assert_eq!(logged(&customs.site, "acme", Act::Looked), 2);

    // A batch, a serial that is on no record, another product, and nonsense.
    let batch = customs.open(TEA, "batch=T0").await;
    batch.is(200).says("10 January 2026");
    customs
        .open(TEA, "batch=T9")
        .await
        .is(200)
        .says("No such batch");
    let path = format!("/v1/granted/01/{TEA}/21/NONE1");
    let none = customs.get(&path).await.is(200).json();
    assert_eq!(none["unit"], Value::Null);
    customs.open(TEA, "serial=NONE1").await.says("No such pack");
    customs.open(PILLS, "serial=PIL2").await.is(404);
    let pills = format!("/v1/granted/01/{PILLS}/21/PIL2");
    customs.get(&pills).await.is(404);
    customs.get("/v1/granted/01/12").await.is(400);
    customs.open(TEA, "").await.is(422);
    customs.open(TEA, "serial=a%20b").await.is(422);
}

#[tokio::test]
async fn a_journey_is_the_brand_s_own_view_of_the_way() {
    let customs = Customs::granted("journey").await;
    let path = format!("/v1/pedigree/01/{PACK}");
    let seen = customs.get(&path).await.is(200).json();
    assert_eq!(seen["view"], "full");
    assert!(seen.to_string().contains("KGM"));
    assert_eq!(logged(&customs.site, "acme", Act::Looked), 1);
    customs
        .get(&format!("/v1/pedigree/01/{TEA}/10/T1?direction=both"))
        .await
        .is(200);
    let page = customs.open(TEA, "serial=TEA1").await;
    page.is(200).says("Corner Shop");
    assert!(page.text().contains("class=\"pedigree\""));
    let look = customs.get(&format!("/v1/granted/01/{PACK}")).await.json();
    assert_eq!(look["evidence"], Value::Null);
    // The leaf that it was made of was not granted.
    let leaf = "/v1/pedigree/01/09506000100050/10/L1";
    assert_eq!(customs.get(leaf).await.json()["view"], "public");
}

#[tokio::test]
async fn evidence_is_when_and_about_where() {
    let customs = Customs::granted("evidence").await;
    let site = &customs.site;
    check_at(site, "TEA1", 54.5213, 18.5391, 8).await;
    check_at(site, "TEA1", -33.8612, 151.2034, 9).await;
    write(site).await;
    let look = customs.get(&format!("/v1/granted/01/{PACK}")).await;
    let evidence = &look.is(200).json()["evidence"];
    assert_eq!(evidence["sessions"], 2);
    assert_eq!(evidence["first"]["at"], "2026-11-24T08:00:00Z");
    let recent = evidence["recent"].as_array().unwrap();
    assert_eq!(recent.len(), 2);
    let text = evidence.to_string();
    assert!(
        !text.contains("18.5391") && !text.contains("151.2034"),
        "{text}"
    );
    assert!(recent[1]["lat"].as_f64().unwrap() < -33.0);
    let signals = evidence["signals"].as_array().unwrap();
    assert!(signals.iter().any(|signal| signal["signal"] == "travel"));
    // The product's look tells of its packs.
    let product = customs.get(&format!("/v1/granted/01/{TEA}")).await.json();
    assert_eq!(
        product["evidence"]["signals"][0]["subject"],
        format!("01/{PACK}")
    );
    assert_eq!(product["evidence"]["sessions"], 0);
    let page = customs.open(TEA, "serial=TEA1").await;
    page.is(200).says("In two places at once");
    page.says("People who checked it: 2");

    // It ends from the next look on.
    let id = customs.brand.open(site, "/desk/grants").await.field("id");
    let brand = &customs.brand;
    let ended = brand.submit(site, "/desk/grants/end", &[("id", &id)]).await;
    ended.is(303);
    customs.get(&format!("/v1/granted/01/{PACK}")).await.is(404);
    customs.open(TEA, "serial=TEA1").await.is(404);
}

#[tokio::test]
async fn a_product_s_older_number_is_granted_with_it() {
    let customs = Customs::granted("record").await;
    let old = r#"
{"type":"product","brand":"acme","gtin":"00400000000015","name":{"en":"Old tea"},"sector":"food","serials":"declared"}
{"type":"batch","gtin":"00400000000015","batch":"J1"}
{"type":"units","gtin":"00400000000015","batch":"J1","serials":["OLD9"]}
"#;
    let tea = r#"{"type":"product","brand":"acme","gtin":"09506000100012","name":{"en":"Tea"},"sector":"food","serials":"declared","replaces":["00400000000015"]}"#;
    customs.site.import(old).await;
    let path = "/v1/granted/01/00400000000015/21/OLD9";
    customs.get(path).await.is(404);
    let report = customs.site.import(tea).await;
    assert_eq!(report.wrong, 0, "{report}");
    let look = customs.get(path).await.is(200).json();
    assert_eq!(look["unit"]["batch"], "J1");
}

#[tokio::test]
async fn who_may_follow_sees_how_much_and_where_on_drawings() {
    let customs = Customs::granted("journey").await;
    let page = customs.open(TEA, "serial=TEA1").await;
    let words = page.is(200).words();
    // The whole of the leaf went into the batch, and none is left of it.
    for expected in [
        "0 kg left of 100 kg",
        "How much",
        "On the map",
        "Acme Works, Gdynia, Poland",
        "Corner Shop, Warszawa, Poland",
        "50 km",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    let text = page.text();
    assert_eq!(text.matches(r#"class="bond-amount""#).count(), 1, "{text}");
    // Two places, and the way goes from one to the other and back.
    assert_eq!(text.matches(r#"class="mark-number""#).count(), 2, "{text}");
    assert!(text.contains(r#"class="leg""#), "{text}");

    let page = customs
        .site
        .browser()
        .open(&format!("/pedigree/01/{PACK}"))
        .await;
    let public = page.is(200).text();
    assert!(public.contains("On the map"));
    assert!(!public.contains("100 kg") && !public.contains("How much"));
}
