//! `GET /v1/recycling`, what a product's page says of its parts, and OpenStreetMap's points.

use api::import::{self, Content, Mode, Options, Pictures, Report, Source};
use serde_json::{Value, json};

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
    assert_eq!(near_berlin["places"][0]["bearing"], 72);
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

/// A box of which one gets something back in Germany.
fn boxed() -> String {
    json!({
        "type": "product", "brand": "acme", "gtin": "09506000100098", "name": {"en": "Juice"},
        "sector": "food", "serials": "not-numbered",
        "parts": [
            {"name": {"en": "Bottle"}, "material": "glass", "advice": {"en": "To the glass bank."},
             "local": [
                {"country": "DE", "advice": {"en": "Back to the shop."},
                 "deposit": {"amount": 0.15, "currency": "EUR", "scheme": "Mehrweg"}},
                {"country": "SE", "deposit": {"amount": 2.0, "currency": "SEK"}},
             ]},
            {"name": {"en": "Label"}, "material": "paper", "advice": {"en": "Pull it off."}},
        ],
    })
    .to_string()
}

#[tokio::test]
async fn what_to_do_with_a_part_depends_on_where_one_is() {
    let site = Site::new().await;
    let report = site.import(&boxed()).await;
    assert!(report.problems.is_empty(), "{report}");
    let page = async |query: &str| {
        site.browser()
            .open(&format!("/01/09506000100098{query}"))
            .await
    };
    page("")
        .await
        .is(200)
        .says("To the glass bank.")
        .says("Deposit in Germany: 0.15 EUR back (Mehrweg).")
        .says("Deposit in Sweden: 2.00 SEK back.");
    let berlin = page("?near=Berlin").await;
    berlin
        .is(200)
        .says("Back to the shop.")
        .says("Deposit: 0.15 EUR back (Mehrweg).")
        .says("Wertstoffhof")
        // Paper goes to Warsaw, which is far away.
        .says("517 km east");
    let text = berlin.text();
    assert!(text.contains("Map of the places listed below: 2 of them"));
    assert!(!text.contains("SEK") && !text.contains("To the glass bank."));
    let warsaw = page("?near=warszawa").await.text();
    assert!(warsaw.contains("To the glass bank.") && !warsaw.contains("Deposit"));

    for (wrong, says) in [
        (json!({"country": "XX1"}), "is no country"),
        (
            json!({"country": "DE", "deposit": {"amount": 0.0, "currency": "EUR"}}),
            "is no amount",
        ),
        (
            json!({"country": "DE", "deposit": {"amount": 1.0, "currency": "euro"}}),
            "is no currency",
        ),
    ] {
        let mut record: Value = serde_json::from_str(&boxed()).unwrap();
        record["parts"][0]["local"][0] = wrong;
        let report = site.import(&record.to_string()).await;
        assert!(report.to_string().contains(says), "{report}");
    }
}

async fn import_features(site: &Site, document: &Value) -> Report {
    import_text(site, document.to_string()).await
}

async fn import_text(site: &Site, document: String) -> Report {
    let source = Source {
        name: "points.geojson".to_owned(),
        content: Content::Text(document),
        pictures: Pictures::Embedded(&[]),
        brand: None,
    };
    let options = Options::from(Mode::AllOrNothing);
    import::run(&site.app.store, vec![source], options, site.app.clock.now())
        .await
        .unwrap()
}

fn feature(id: &str, lon: f64, lat: f64, tags: &Value) -> Value {
    let mut properties = json!({"amenity": "recycling", "@id": id});
    let all = properties.as_object_mut().unwrap();
    all.extend(tags.as_object().unwrap().clone());
    json!({
        "type": "Feature", "id": id, "properties": properties,
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
    })
}

#[tokio::test]
async fn openstreetmap_s_points() {
    let site = Site::new().await;
    let glass = json!({
        "recycling:glass_bottles": "yes", "recycling:cans": "yes", "recycling:clothes": "yes",
        "opening_hours": "Mo-Sa 07:00-19:00", "operator": "BSR",
        "addr:street": "Hauptstraße", "addr:housenumber": "7", "addr:city": "Berlin",
    });
    let area = json!({
        "type": "Feature", "properties": {
            "amenity": "recycling", "recycling_type": "centre", "@id": "way/2", "name": "Recyclinghof",
            "recycling:paper": "yes", "addr:city": "Potsdam", "addr:country": "DE",
        },
        "geometry": {"type": "Polygon", "coordinates": [
            [[13.0, 52.4], [13.02, 52.4], [13.02, 52.42], [13.0, 52.42], [13.0, 52.4]],
        ]},
    });
    let bench = json!({
        "type": "Feature", "properties": {"amenity": "bench"},
        "geometry": {"type": "Point", "coordinates": [13.4, 52.5]},
    });
    let clothes = feature("node/3", 13.4, 52.5, &json!({"recycling:clothes": "yes"}));
    let collection = json!({
        "type": "FeatureCollection", "country": "DE", "generator": "overpass-turbo",
        "features": [feature("node/1", 13.41, 52.521, &glass), area, bench, clothes],
    });
    let report = import_features(&site, &collection).await;
    assert!(report.is_kept, "{report}");
    assert_eq!((report.added, report.wrong), (2, 0), "{report}");
    let said = report.to_string();
    assert!(
        said.contains("note: points.geojson:4: recycling: `node/3`"),
        "{said}"
    );
    let again = import_features(&site, &collection).await;
    assert_eq!(
        (again.added, again.changed, again.unchanged),
        (0, 0, 2),
        "{again}"
    );

    let ask = async |query: &str| {
        let reply = site.get(&format!("/v1/recycling?{query}"), &[]).await;
        reply.is(200).json()
    };
    let found = ask("lat=52.521&lon=13.41&material=metal").await;
    let first = &found["places"][0];
    assert_eq!(first["id"], "osm/node/1");
    assert_eq!((&first["km"], &first["name"]), (&json!(0.0), &json!("BSR")));
    assert_eq!(first["address"], "Hauptstraße 7, Berlin");
    assert_eq!(first["country"], "DE");
    assert_eq!(first["accepts"], json!(["glass", "metal"]));
    let paper = ask("near=Potsdam&material=paper").await;
    assert_eq!(names(&paper)[0], "Recyclinghof");
    assert_eq!(paper["places"][0]["point"], json!([52.41, 13.01]));
    site.browser()
        .open(&format!("/01/{TEA}?near=Potsdam"))
        .await
        .is(200)
        .says("With places from OpenStreetMap");

    // What is wrong is told by feature, and where nothing says the country.
    let sea = feature("node/4", -30.0, 40.0, &glass);
    let mut nowhere = feature("node/5", 13.4, 52.5, &glass);
    nowhere["geometry"] = json!(null);
    let mut nameless = feature("", 13.4, 52.5, &glass);
    nameless["properties"]["@id"] = json!("");
    let wrong = json!({"type": "FeatureCollection", "features": [sea, nowhere, nameless, 7]});
    let said = import_features(&site, &wrong).await.to_string();
    for part in [
        "points.geojson:1: country: `` is no country",
        "points.geojson:2: geometry: of `node/5` has no points",
        "points.geojson:3: id: has none",
        "points.geojson:4: type: is no `Feature`",
    ] {
        assert!(said.contains(part), "no `{part}` in {said}");
    }
    let sea = feature("node/4", -30.0, 40.0, &glass);
    // What holds for all of them stands in front of them.
    let told = format!(
        r#"{{"type": "FeatureCollection", "country": "PT", "town": "Horta", "features": [{sea}]}}"#
    );
    assert_eq!(import_text(&site, told).await.added, 1);
    assert_eq!(ask("lat=40&lon=-30").await["places"][0]["country"], "PT");
    let broken = "{\"type\":\"FeatureCollection\",\n\"features\":[{".to_owned();
    let report = import_text(&site, broken).await;
    assert!(
        report.to_string().contains("points.geojson:2: not GeoJSON"),
        "{report}"
    );
}
