//! The demo brand: what each label answers, and that it came about through the doors alone.

use api::{demo, web::Web};
use serde_json::json;

use crate::site::{NOW, Site, moment};

async fn loaded() -> Site {
    let day = moment(NOW);
    let site = Site::with(Some(demo::labels(day).unwrap()), Web::default());
    load(&site).await;
    site
}

async fn load(site: &Site) {
    let now = site.app.clock.now();
    let day = demo::day(&site.app.store, now).await.unwrap();
    demo::load(
        &site.router,
        &site.app.store,
        "https://check.example",
        day,
        now,
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn each_label_answers_what_it_should() {
    let site = loaded().await;
    let labels = site.get("/demo.json", &[]).await.json();
    let labels = labels.as_array().unwrap();
    assert!(labels.len() >= 12);
    let mut wrong = Vec::new();
    for label in labels {
        let identifier = match (label["symbology"].as_str().unwrap(), label["gs1"] == true) {
            ("QrCode", true) => "]Q3",
            ("QrCode", false) => "]Q1",
            (_, true) => "]d2",
            (_, false) => "]d1",
        };
        let question = json!({ "code": label["content"], "symbology_identifier": identifier });
        let reply = site.post("/v1/verify", &question).await;
        let answer = reply.is(200).json();
        if answer["verdict"]["standing"] != label["expect_standing"] {
            wrong.push(format!(
                "{}: {} and not {}: {}",
                label["id"],
                answer["verdict"]["standing"],
                label["expect_standing"],
                answer["verdict"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn loading_twice_changes_nothing() {
    let site = loaded().await;
    let count = |site: &Site| {
        site.app
            .store
            .read_blocking(|db| {
                let said = db.feedback_to("northbeam", "", 0, (trace::Instant(i64::MAX), ""))?;
                let checks = db.count_checks()?;
                Ok((checks, db.count_events("northbeam")?, said))
            })
            .unwrap()
    };
    let before = count(&site);
    assert!(before.0 > 0 && before.1 > 0);
    assert_eq!(before.2.len(), 6);
    assert_eq!(before.2.iter().filter(|one| one.is_owner).count(), 1);
    // Three days later the server starts again.
    site.pass(3 * 86_400_000);
    load(&site).await;
    assert_eq!(count(&site), before);
}

#[tokio::test]
async fn the_page_shows_every_label() {
    let site = loaded().await;
    let reply = site.browser().open("/demo").await;
    let text = reply.is(200).text();
    let labels = site.get("/demo.json", &[]).await.json();
    let labels = labels.as_array().unwrap();
    assert_eq!(text.matches("<svg xmlns").count(), labels.len());
    for label in labels {
        assert!(text.contains(&format!("id=\"{}\"", label["id"].as_str().unwrap())));
        let content = label["content"].as_str().unwrap();
        assert!(!content.contains("{{"), "{content}");
    }
    assert!(text.contains("<title>"));
}

#[tokio::test]
async fn without_the_demo_there_is_none() {
    let site = Site::new().await;
    site.get("/demo", &[]).await.is(404);
    site.get("/demo.json", &[]).await.is(404);
}

/// The loader knows five doors, and none of the ways around them.
#[test]
fn the_loader_uses_the_doors_alone() {
    let source = concat!(
        include_str!("../../src/demo.rs"),
        include_str!("../../src/demo/feedback.rs")
    );
    for door in [
        "import::run",
        "/epcis/capture",
        "/v1/verify",
        "/v1/registrations",
        "/feedback",
    ] {
        assert!(source.contains(door), "{door}");
    }
    let puts: Vec<&str> = source.matches("tx.").collect();
    let allowed = ["tx.put_moment(", "tx.put_api_key(", "tx.revoke_api_key("];
    let known: usize = allowed
        .iter()
        .map(|call| source.matches(call).count())
        .sum();
    assert_eq!(
        puts.len(),
        known,
        "only the day and a key are written directly"
    );
}
