//! Where a product is brought: places that take all of a brand's, some of its products, or other brands',
//! and what they give for it.

use api::import::{self, Content, Kind, Mode, Options, Pictures, Source};
use serde_json::{Value, json};

use crate::{
    export_kept,
    site::{PILLS, Site, TEA},
};

/// A place in Gdynia with what it says of returns.
fn place(id: &str, says: Value) -> String {
    let mut record = json!({
        "type": "place", "id": id, "name": format!("Place {id}"), "kind": "shop", "town": "Gdynia",
        "country": "PL", "lat": 54.52, "lon": 18.53,
    });
    let says = says.as_object().unwrap().clone();
    record.as_object_mut().unwrap().extend(says);
    record.to_string()
}

/// The places of the recall of the pills, each with what it gives.
async fn places(site: &Site) -> Vec<(String, Vec<String>)> {
    let path = format!("/01/{PILLS}/21/PIL1");
    let answer = site.get(&path, &[("accept", "application/json")]).await;
    let answer = answer.is(200).json();
    let places = answer["recalls"][0]["return_places"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let remedies = |place: &Value| match place["remedies"].as_array() {
        Some(remedies) => remedies.iter().map(text).collect(),
        None => Vec::new(),
    };
    places
        .iter()
        .map(|place| (text(&place["id"]), remedies(place)))
        .collect()
}

fn some(list: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let owned = |remedies: &[&str]| remedies.iter().map(|one| (*one).to_owned()).collect();
    list.iter()
        .map(|(id, remedies)| ((*id).to_owned(), owned(remedies)))
        .collect()
}

/// The shop of the records, which takes all of Acme's.
const CORNER: (&str, &[&str]) = ("9506000900025", &[]);

#[tokio::test]
async fn a_recall_names_the_places_that_take_this_product_and_give_what_it_offers() {
    let site = Site::new().await;
    assert_eq!(places(&site).await, some(&[CORNER]));
    // The recall offers money or another pack.
    let lines = [
        place("pills", json!({"return_products": [PILLS]})),
        place("tea", json!({"return_products": [TEA]})),
        place("other", json!({"returns": ["globex"]})),
        place(
            "mender",
            json!({"returns": ["acme"], "remedies": ["repair"]}),
        ),
        place(
            "desk",
            json!({"return_products": [TEA, PILLS], "remedies": ["repair", "refund"]}),
        ),
    ];
    let report = site.import(&lines.join("\n")).await;
    assert!(report.problems.is_empty(), "{report}");
    let expected = [CORNER, ("desk", &["refund"][..]), ("pills", &[])];
    assert_eq!(places(&site).await, some(&expected));
    let page = site.browser().open(&format!("/01/{PILLS}/21/PIL1")).await;
    page.is(200)
        .says("Place desk")
        .says("Here you can get your money back.");
    let words = page.words();
    assert!(
        !words.contains("Place tea") && !words.contains("Place mender"),
        "{words}"
    );

    // A new record takes the place of the old one.
    let report = site
        .import(&place("desk", json!({"return_products": [TEA]})))
        .await;
    assert!(report.problems.is_empty(), "{report}");
    assert_eq!(places(&site).await, some(&[CORNER, ("pills", &[])]));
}

#[tokio::test]
async fn a_table_says_the_same() {
    let site = Site::new().await;
    let table = format!(
        "id,name,town,country,lat,lon,return_products,remedies\n\
         till,Till,Gdynia,PL,54.52,18.53,{TEA} {PILLS},refund replacement\n"
    );
    let source = Source {
        name: "places.csv".to_owned(),
        content: Content::Text(table),
        pictures: Pictures::Embedded(&[]),
        brand: None,
    };
    let options = Options {
        kind: Some(Kind::ReturnPoints),
        ..Options::from(Mode::AllOrNothing)
    };
    let now = site.app.clock.now();
    let report = import::run(&site.app.store, vec![source], options, now)
        .await
        .unwrap();
    assert!(report.problems.is_empty(), "{report}");
    let till = ("till", &["refund", "replacement"][..]);
    assert_eq!(places(&site).await, some(&[CORNER, till]));
}

#[tokio::test]
async fn what_is_wrong_is_told() {
    let site = Site::new().await;
    let lines = [
        place("slip", json!({"return_products": ["09506000100011"]})),
        place("gift", json!({"returns": ["acme"], "remedies": ["gift"]})),
    ];
    for (line, field) in lines.iter().zip(["return_products", "remedies"]) {
        let report = site.import_as(line, Mode::AllOrNothing).await.to_string();
        assert!(report.contains(field), "{report}");
    }
}

#[tokio::test]
async fn an_export_has_it() {
    let site = Site::new().await;
    let said = place(
        "desk",
        json!({"returns": ["globex"], "return_products": [PILLS, "09521000000018"], "remedies": ["refund"]}),
    );
    site.import(&said).await;
    let whole = export_kept::written(&site, api::export::Options::default()).0;
    let line = |text: &str| -> Value {
        let line = text.lines().find(|line| line.contains("\"id\":\"desk\""));
        serde_json::from_str(line.expect("the place")).unwrap()
    };
    assert_eq!(
        line(&whole)["return_products"],
        json!([PILLS, "09521000000018"])
    );
    assert_eq!(line(&whole)["remedies"], json!(["refund"]));
    // Of one brand, what others sell is left out.
    let of_one = api::export::Options {
        brand: Some("acme".to_owned()),
        ..api::export::Options::default()
    };
    let own = export_kept::written(&site, of_one).0;
    assert_eq!(line(&own)["return_products"], json!([PILLS]));
    assert_eq!(line(&own)["returns"], json!([]));
}
