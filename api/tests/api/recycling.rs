//! `GET /v1/recycling`.

use serde_json::Value;

use crate::site::{Site, TEA};

fn names(answer: &Value) -> Vec<&str> {
    let places = answer["places"].as_array().unwrap();
    places
        .iter()
        .map(|place| place["name"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn nearest_first() {
    let site = Site::new().await;
    let ask = async |query: &str| {
        let reply = site.get(&format!("/v1/recycling?{query}"), &[]).await;
        reply.is(200).json()
    };
    let near_berlin = ask("lat=52.5&lon=13.3&material=glass").await;
    assert_eq!(names(&near_berlin), ["Wertstoffhof", "Corner Shop"]);
    assert_eq!(near_berlin["places"][0]["km"], 7.1);
    assert_eq!(near_berlin["places"][0]["address"], "Weg 1, Berlin");
    let by_town = ask("near=WARSZAWA&material=glass").await;
    assert_eq!(names(&by_town), ["Corner Shop", "Wertstoffhof"]);
    assert_eq!(by_town["near"], "Warszawa");
    assert_eq!(
        names(&ask("near=Atlantis&material=glass").await),
        Vec::<&str>::new()
    );
    assert_eq!(
        names(&ask(&format!("gtin={TEA}")).await),
        ["Corner Shop", "Wertstoffhof"]
    );
    assert_eq!(names(&ask("material=gold").await), Vec::<&str>::new());
    assert_eq!(names(&ask("").await).len(), 2);
}

#[tokio::test]
async fn wrong_questions() {
    let site = Site::new().await;
    for (query, status) in [
        ("lat=91&lon=0", 422),
        ("lat=5", 422),
        ("lat=x&lon=0", 400),
        ("gtin=123", 422),
        ("lat=NaN&lon=0", 422),
    ] {
        site.get(&format!("/v1/recycling?{query}"), &[])
            .await
            .is(status);
    }
}
