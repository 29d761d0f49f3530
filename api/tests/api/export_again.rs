//! What is written, put in elsewhere and written again, is the same: papers in all that they say,
//! returns with their photos' traces, and what registrations were before. And an older export that a
//! newer one follows counts nothing twice.

use api::{
    export::{Options, Part},
    role::Role,
};
use serde_json::{Value, json};

use crate::{
    export_kept::{elsewhere, everything, written},
    export_points::earn,
    ownership::{self, Keep},
    privacy, reports,
    returns::{self, opened},
    reveal,
    rewards::{make_vouchers, offer, points, register, take},
    site::{Browser, Site},
};

/// Leaf that tea is made of, a place and a unit, which the papers are about.
const ABOUT: &str = r#"{"type":"product","brand":"acme","gtin":"09506000100050","name":{"en":"Leaf"},"sector":"food","serials":"not-numbered"}
{"type":"batch","gtin":"09506000100050","batch":"L1","best_before":"2028-01-10"}"#;

/// With all that each of them may say.
const PAPERS: [&str; 5] = [
    r#"{"type":"recipe","gtin":"09506000100012","makes":1.5,"uom":"KGM","inputs":[{"gtin":"09506000100050","quantity":1250.5,"uom":"GRM","certificate":"organic"}],"loss_percent":[10.0,20.5],"tolerance_percent":3.5}"#,
    r#"{"type":"storage","gtin":"09506000100012","measure":"temperature","uom":"CEL","min":-4.5,"max":20.0,"minutes":60}"#,
    r#"{"type":"certificate","brand":"acme","id":"organic","kind":"organic","title":"Organic \"leaf\", größer","gtin":"09506000100050","batch":"L1","number":"PL-EKO-07","issuer":"Ekozorza","from":"2025-01-01","until":"2026-01-09","href":"https://acme.example/organic.pdf"}"#,
    r#"{"type":"document","brand":"acme","id":"lab","kind":"analysis","title":"Laboratory","gtin":"09506000100012","batch":"T1","href":"https://acme.example/lab.pdf","public":true}"#,
    r#"{"type":"document","brand":"acme","id":"note","kind":"delivery-note","title":"Delivery note","place":"9506000900018","href":"https://acme.example/note.pdf"}"#,
];

/// Each line of `text` that begins with a record of such a type, as JSON: in which order fields stand
/// is the writer's.
fn of_type(text: &str, kind: &str) -> Vec<Value> {
    let lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|line| line["type"] == kind).collect()
}

/// Moves everything, and looks whether it is the same there.
async fn moved(text: &str, to: &Site) {
    let report = to.import(text).await;
    assert_eq!((report.wrong, report.changed), (0, 0), "{report}");
    assert_eq!(everything(to), text);
    let again = to.import(text).await;
    assert_eq!((again.added, again.changed), (0, 0), "{again}");
    assert_eq!(everything(to), text);
}

fn as_before<'s>(there: &'s Site, person: &Browser<'_>) -> Browser<'s> {
    let browser = there.browser();
    browser
        .cookies
        .lock()
        .unwrap()
        .clone_from(&person.cookies.lock().unwrap());
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_say_elsewhere_all_that_they_said() {
    let site = Site::new().await;
    let report = site
        .import(&format!("{ABOUT}\n{}", PAPERS.join("\n")))
        .await;
    assert!(report.problems.is_empty(), "{report}");
    let text = everything(&site);
    for paper in PAPERS {
        let paper: Value = serde_json::from_str(paper).unwrap();
        let kind = paper["type"].as_str().unwrap();
        let written = of_type(&text, kind);
        assert!(written.contains(&paper), "{paper} is not in {written:?}");
    }
    let there = elsewhere(&site);
    moved(&text, &there).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn returns_move_as_they_stand() {
    let site = Site::new().await;
    returns::settings(&site).await;
    let person = site.browser();
    let first = returns::register(&person, "TEA1").await;
    let waits = opened(&person, &first, &reports::photo()).await;
    let second = returns::register(&person, "TEA2").await;
    let refused = opened(&person, &second, &[]).await;
    let desk = site.person("acme", Role::ReturnsDesk).await;
    let more = [("message", "It is the tin that is dented.")];
    let step = ("open", "refused");
    assert_eq!(
        returns::decide(&site, &desk, &refused, step, &more).await,
        303
    );

    let text = everything(&site);
    let claims = of_type(&text, "claim");
    let of = |reference: &str| claims.iter().find(|one| one["reference"] == reference);
    for (reference, status) in [(&waits, "open"), (&refused, "refused")] {
        let claim = of(reference).unwrap_or_else(|| panic!("{reference} in {claims:?}"));
        assert_eq!(claim["status"], status, "{claim}");
    }
    let there = elsewhere(&site);
    moved(&text, &there).await;
    // Their holder sees them there, and staff go on with the one that waits.
    let person = as_before(&there, &person);
    let page = person.open(&format!("/returns/{waits}")).await;
    page.is(200)
        .says("Your request is with Acme")
        .says("It tastes of nothing.")
        .says("Corner Shop");
    let page = person.open(&format!("/returns/{refused}")).await;
    page.is(200).says("It is the tin that is dented.");
    let desk = there.person("acme", Role::ReturnsDesk).await;
    let decided = returns::decide(&there, &desk, &waits, step, &more).await;
    assert_eq!(decided, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_registered_before_moves_too() {
    let site = Site::new().await;
    let pack = reveal::issue(&site, 1).remove(0);
    let stranger = ownership::register(&site.browser(), &pack.path()).await;
    let stranger = Keep::of(&stranger);
    let owner = site.browser();
    owner.post("/v1/reveal", &pack.right()).await.is(200);
    let own = Keep::of(&ownership::register(&owner, &pack.path()).await);
    let (before, now) = (stranger.seen(&site).await, own.seen(&site).await);
    assert_eq!(before["state"], "displaced");

    let there = elsewhere(&site);
    moved(&everything(&site), &there).await;
    assert_eq!(stranger.seen(&there).await, before, "as they were told");
    assert_eq!(own.seen(&there).await, now);
    assert_eq!(ownership::holders(&there, &pack.path()).await, 1);
    // Whoever lost it doesn't get it by asking elsewhere.
    let again = json!({ "path": pack.path() });
    there
        .browser()
        .post("/v1/registrations", &again)
        .await
        .is(409);
}

/// A server that runs on while a first export is put in elsewhere, and whose second one follows.
#[tokio::test(flavor = "multi_thread")]
async fn an_older_export_and_then_a_newer_one_book_nothing_twice() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 5);
    let person = site.browser();
    for pack in &packs[..2] {
        earn(&person, pack).await;
    }
    // Waits at first.
    register(&person, &packs[2].path()).await;
    make_vouchers(&site, "5").await;
    assert_eq!(points(&person).await, (100, 50));
    let older = everything(&site);

    // Some is spent, what waited comes, and there is more.
    assert_eq!(take(&person, &offer(&person).await).await, 303);
    person.post("/v1/reveal", &packs[2].right()).await.is(200);
    earn(&person, &packs[3]).await;
    let other = site.browser();
    earn(&other, &packs[4]).await;
    let then = points(&person).await;
    assert_eq!(points(&other).await, (50, 0));
    let newer = everything(&site);

    let there = elsewhere(&site);
    for (name, text) in [("older", &older), ("newer", &newer), ("again", &newer)] {
        let report = there.import(text).await;
        assert_eq!(report.wrong, 0, "{name}: {report}");
        let sums = there
            .app
            .store
            .read(|db| Ok((db.ledger_sum()?, db.ledger_slips()?)));
        assert_eq!(sums.await.unwrap(), (0, 0), "{name}");
    }
    assert_eq!(points(&as_before(&there, &person)).await, then);
    assert_eq!(points(&as_before(&there, &other)).await, (50, 0));
    // The older one once more takes nothing back.
    let report = there.import(&older).await;
    assert_eq!(report.wrong, 0, "{report}");
    assert_eq!(points(&as_before(&there, &person)).await, then);
    // What it comes to is what a database says that only ever saw the newer one.
    let straight = elsewhere(&site);
    assert_eq!(straight.import(&newer).await.wrong, 0);
    for site in [&there, &straight] {
        assert_eq!(points(&as_before(site, &person)).await, then);
    }
    assert_eq!(
        of_type(&everything(&there), "reward"),
        of_type(&newer, "reward")
    );
    assert_eq!(
        of_type(&everything(&there), "voucher"),
        of_type(&newer, "voucher")
    );
}

/// Only records of points, or all but those.
fn parts(site: &Site, parts: &[Part]) -> String {
    let options = Options {
        parts: parts.to_vec(),
        with_people: true,
        ..Options::default()
    };
    written(site, options).0
}

/// As in an export of an earlier release: registrations without points, and all of it later.
#[tokio::test(flavor = "multi_thread")]
async fn points_that_were_made_anew_of_registrations_come_no_second_time() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 2);
    let person = site.browser();
    earn(&person, &packs[0]).await;
    // Waited, and came.
    register(&person, &packs[1].path()).await;
    person.post("/v1/reveal", &packs[1].right()).await.is(200);
    assert_eq!(points(&person).await, (100, 0));
    let all = everything(&site);
    let points_alone = |line: &&str| {
        !["reward", "points-moved"]
            .iter()
            .any(|kind| line.contains(&format!("\"type\":\"{kind}\"")))
    };
    let earlier: Vec<&str> = all.lines().filter(points_alone).collect();
    assert!(earlier.len() < all.lines().count());

    let there = elsewhere(&site);
    for text in [earlier.join("\n").as_str(), &all, &all] {
        let report = there.import(text).await;
        assert_eq!(report.wrong, 0, "{report}");
        assert_eq!(points(&as_before(&there, &person)).await, (100, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_movement_is_known_again_after_its_person_was_brought_together_or_erased() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 2);
    let (person, other) = (site.browser(), site.browser());
    earn(&person, &packs[0]).await;
    earn(&other, &packs[1]).await;
    let all = everything(&site);
    // Registrations that were erased are there again where an older file has them; points are not.
    let is_of_points = |line: &&str| !line.contains("\"type\":\"registration\"");
    let alone = parts(&site, &[Part::Points]);
    let alone: Vec<&str> = alone.lines().filter(is_of_points).collect();
    let alone = alone.join("\n");
    let there = elsewhere(&site);
    assert_eq!(there.import(&all).await.wrong, 0);

    // As a passkey of two devices does it.
    let moved: Vec<String> = of_type(&all, "points-moved")
        .iter()
        .map(|line| line["to"].as_str().unwrap().to_owned())
        .collect();
    let (from, to) = (moved[0].clone(), moved[1].clone());
    let bring = there
        .app
        .store
        .write(move |tx| tx.rename_account(&from, &to));
    bring.await.unwrap();
    let one = as_before(&there, &other);
    assert_eq!(points(&one).await, (100, 0));
    let report = there.import(&alone).await;
    assert_eq!((report.wrong, report.added), (0, 0), "{report}");
    assert_eq!(points(&one).await, (100, 0));

    privacy::erase(&one, &[]).await.is(200);
    let report = there.import(&alone).await;
    assert_eq!((report.wrong, report.added), (0, 0), "{report}");
}
