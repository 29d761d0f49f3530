//! `POST /feedback` and `/desk/feedback`: what people think of packs, and what becomes of it.

use api::{access::Act, role::Role, store::FeedbackSums};
use serde_json::{Value, json};

use crate::{
    reports,
    site::{Browser, PILLS, Reply, Site, TEA},
    staff::logged,
};

pub fn tea(serial: &str) -> String {
    format!("/01/{TEA}/21/{serial}")
}

/// From the pack's own page.
pub async fn give(browser: &Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    with_photo(browser, path, fields, &[]).await
}

async fn with_photo(
    browser: &Browser<'_>,
    path: &str,
    fields: &[(&str, &str)],
    photo: &[u8],
) -> Reply {
    let page = browser.open(path).await;
    let (csrf, path) = (page.is(200).field("csrf"), page.field("path"));
    let mut all = vec![("csrf", csrf.as_str()), ("path", path.as_str())];
    all.extend(fields);
    reports::send_to(browser, "/feedback", &all, photo).await
}

/// Of a form that the page has.
pub async fn press(browser: &Browser<'_>, action: &str, reference: &str) -> Reply {
    let csrf = browser.open("/mine").await.field("csrf");
    let fields = [("csrf", &*csrf), ("reference", reference)];
    browser.submit(action, &fields).await
}

/// The reference of the one feedback that a browser gave.
pub async fn own(browser: &Browser<'_>) -> Value {
    let csrf = browser.open("/privacy").await.field("csrf");
    let reply = browser.submit("/privacy/export", &[("csrf", &*csrf)]).await;
    let all = reply.is(200).json();
    assert_eq!(all["feedback"].as_array().unwrap().len(), 1, "{all}");
    all["feedback"][0].clone()
}

pub async fn reference(browser: &Browser<'_>) -> String {
    own(browser).await["reference"].as_str().unwrap().to_owned()
}

pub async fn sums(site: &Site) -> FeedbackSums {
    let read = site.app.store.read(|db| {
        let product = db.product(&TEA.parse().unwrap())?.unwrap();
        db.feedback_sums(product.id)
    });
    read.await.unwrap()
}

#[track_caller]
pub fn lacks(reply: &Reply, sentence: &str) {
    let words = reply.words();
    assert!(!words.contains(sentence), "`{sentence}` in: {words}");
}

#[tokio::test]
async fn from_the_pack_to_the_desk_and_back() {
    let site = Site::new().await;
    let (author, reader) = (site.browser(), site.browser());
    let page = reader.open(&tea("TEA1")).await;
    page.is(200)
        .says("Nobody has said anything about it yet.")
        .says("Tell it under “Something is wrong?”");
    let fields = [("stars", "4"), ("words", "Strong, and a bit bitter.")];
    let done = with_photo(&author, &tea("TEA1"), &fields, &reports::photo()).await;
    done.is(200)
        .says("your words are on the page of this pack")
        .says("you are not shown to be a buyer");
    assert!(!site.keeps(b"54.5189"), "what the camera wrote");
    let reference = reference(&author).await;

    // Others see the words with their batch, and not the photo that nobody has looked at.
    let page = reader.open(&tea("TEA2")).await;
    page.is(200)
        .says("4.0 of 5 stars, from one person")
        .says("Strong, and a bit bitter.")
        .says("Batch T1, this one · not shown to be from a buyer");
    let of_other_batch = reader.open(&tea("OLD1")).await;
    of_other_batch.says("Batch T1, not this one");
    let picture = format!("/feedback/{reference}/photo");
    assert!(!page.text().contains(&picture));
    reader.open(&picture).await.is(404);
    assert_eq!(
        author.open(&picture).await.is(200).header("content-type"),
        "image/jpeg"
    );

    let marketing = site.person("acme", Role::Marketing).await;
    let list = marketing.open(&site, "/desk/feedback").await;
    list.is(200).says(&reference).says("with a photo");
    for (query, is_there) in [
        ("batch=T1", true),
        ("batch=T0", false),
        ("batch=T1&stars=4", true),
        ("stars=1", false),
    ] {
        let list = marketing
            .open(&site, &format!("/desk/feedback?{query}"))
            .await;
        assert_eq!(
            list.is(200).words().contains(&reference),
            is_there,
            "{query}"
        );
    }
    let desk = format!("/desk/feedback/{reference}");
    let about = |more: &[(&'static str, &'static str)]| {
        let mut fields = vec![("reference", reference.clone())];
        fields.extend(
            more.iter()
                .map(|(name, value)| (*name, (*value).to_owned())),
        );
        fields
    };
    let act = async |action: &str, more: &[(&'static str, &'static str)]| {
        let fields = about(more);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        marketing.submit(&site, action, &fields).await
    };
    let photo = act("/desk/feedback/photo", &[("show", "yes")]).await;
    assert_eq!(photo.is(303).header("location"), desk);
    reader.open(&picture).await.is(200);
    act("/desk/feedback/answer", &[("answer", "  ")])
        .await
        .is(422);
    act(
        "/desk/feedback/answer",
        &[("answer", "Two minutes are enough.")],
    )
    .await
    .is(303);
    for page in [
        reader.open(&tea("TEA2")).await,
        author.open(&tea("TEA1")).await,
        author.open("/mine").await,
    ] {
        page.is(200)
            .says("Acme answers")
            .says("Two minutes are enough.");
    }
    assert_eq!(logged(&site, "acme", Act::FeedbackAnswered), 1);
    assert_eq!(logged(&site, "acme", Act::FeedbackPhoto), 1);

    // Another brand's people see nothing of it and change nothing.
    let other = site.person("globex", Role::BrandManager).await;
    for path in [desk.clone(), format!("{desk}/photo")] {
        other.open(&site, &path).await.is(404);
    }
    let fields = [("reference", reference.as_str()), ("why", "spam")];
    other
        .submit(&site, "/desk/feedback/hide", &fields)
        .await
        .is(404);
    // And stars alone are no words to be read.
    site.pass(60_000);
    give(&reader, &tea("TEA2"), &[("stars", "1")])
        .await
        .is(200)
        .says("Your stars count.");
    site.browser()
        .open(&tea("TEA3"))
        .await
        .says("2.5 of 5 stars, from 2 people");
}

#[tokio::test]
async fn hiding_is_told_and_betters_no_average() {
    let site = Site::new().await;
    let (author, reader) = (site.browser(), site.browser());
    let fields = [("stars", "1"), ("words", "Only a fool drinks this.")];
    give(&author, &tea("TEA1"), &fields).await.is(200);
    let reference = reference(&author).await;
    let manager = site.person("acme", Role::BrandManager).await;
    let hide = async |why: &str| {
        let fields = [
            ("reference", reference.as_str()),
            ("why", why),
            ("note", "Write it without that word."),
        ];
        manager.submit(&site, "/desk/feedback/hide", &fields).await
    };
    hide("not liked").await.is(422);
    hide("insult").await.is(303);
    let page = reader.open(&tea("TEA1")).await;
    lacks(&page, "Only a fool");
    page.says("1.0 of 5 stars, from one person")
        .says("One is not shown, because its words broke a rule. Its stars count.");
    for page in [author.open(&tea("TEA1")).await, author.open("/mine").await] {
        page.says("Acme hid your words")
            .says("they insult somebody.")
            .says("Write it without that word.")
            .says("Your stars count on.");
    }
    // Changed words stay hidden until somebody has looked.
    let changed = [("stars", "2"), ("words", "I don't like it.")];
    give(&author, &tea("TEA1"), &changed)
        .await
        .is(200)
        .says("can show them again");
    lacks(&reader.open(&tea("TEA1")).await, "I don't like it.");
    let chosen = [("reference", reference.as_str())];
    let show = manager.submit(&site, "/desk/feedback/show", &chosen).await;
    show.is(303);
    reader.open(&tea("TEA1")).await.says("I don't like it.");

    hide("spam").await.is(303);
    let page = reader.open(&tea("TEA1")).await;
    page.says("Nobody has said anything about it yet.");
    author
        .open(&tea("TEA1"))
        .await
        .says("Your stars do not count.")
        .says(&reference);
    assert_eq!(sums(&site).await, FeedbackSums::default());
    assert_eq!(logged(&site, "acme", Act::FeedbackHidden), 2);
    assert_eq!(logged(&site, "acme", Act::FeedbackShown), 1);
}

#[tokio::test]
async fn one_of_a_browser_and_pack_which_its_author_changes_and_erases() {
    let site = Site::new().await;
    let (author, stranger) = (site.browser(), site.browser());
    give(&author, &tea("TEA1"), &[("stars", "2"), ("words", "Dull.")])
        .await
        .is(200);
    let first = own(&author).await;
    assert_eq!(first["changed_at"], Value::Null);
    // The same pack by a longer link; the same twice changes nothing.
    let longer = format!("/01/{TEA}/10/T1/21/TEA1");
    for _ in 0..2 {
        let fields = [("stars", "5"), ("words", "It grew on me.")];
        with_photo(&author, &longer, &fields, &reports::photo())
            .await
            .is(200);
    }
    let second = own(&author).await;
    assert_eq!(second["reference"], first["reference"]);
    assert_eq!(second["at"], first["at"]);
    assert_eq!(
        (&second["stars"], &second["has_photo"]),
        (&json!(5), &json!(true))
    );
    assert_eq!(sums(&site).await.stars, [0, 0, 0, 0, 1]);
    let page = author.open(&tea("TEA1")).await;
    page.says("It grew on me.").says("Save the change");

    // What was kept stays unless it is taken away.
    let fields = [("stars", "5"), ("words", "It grew on me.")];
    give(&author, &tea("TEA1"), &fields).await.is(200);
    assert_eq!(own(&author).await["has_photo"], true);
    let fields = [
        ("stars", "5"),
        ("words", "It grew on me."),
        ("no_photo", "yes"),
    ];
    give(&author, &tea("TEA1"), &fields).await.is(200);
    assert_eq!(own(&author).await["has_photo"], false);

    // An answer to other words says so.
    let reference = reference(&author).await;
    let marketing = site.person("acme", Role::Marketing).await;
    let fields = [("reference", reference.as_str()), ("answer", "Thank you.")];
    let answered = marketing
        .submit(&site, "/desk/feedback/answer", &fields)
        .await;
    answered.is(303);
    lacks(
        &stranger.open(&tea("TEA2")).await,
        "What it answers was changed since.",
    );
    site.pass(1000);
    let fields = [("stars", "1"), ("words", "I take it back.")];
    give(&author, &tea("TEA1"), &fields).await.is(200);
    let page = stranger.open(&tea("TEA2")).await;
    page.says("What it answers was changed since.");

    // Only its author erases it, and nothing is left.
    for action in ["/feedback/erase", "/feedback/unquote"] {
        stranger.open(&tea("TEA2")).await.is(200);
        press(&stranger, action, &reference).await.is(404);
    }
    press(&author, "/feedback/erase", &reference)
        .await
        .is(200)
        .says("is gone and is not counted any more");
    assert_eq!(sums(&site).await, FeedbackSums::default());
    assert!(!site.keeps(b"I take it back."));
    press(&author, "/feedback/erase", &reference).await.is(404);
}

#[tokio::test]
async fn nobody_is_asked_about_a_pack_in_trouble() {
    let site = Site::new().await;
    let (before, browser) = (site.browser(), site.browser());
    let fields = [("stars", "5"), ("words", "Works.")];
    give(&before, &format!("/01/{PILLS}/21/PIL2"), &fields)
        .await
        .is(200);
    for path in [
        // Recalled, never issued, without a batch, and not here at all.
        format!("/01/{PILLS}/21/PIL1"),
        format!("/01/{PILLS}/10/P1"),
        format!("/01/{TEA}/21/NONE"),
        format!("/01/{TEA}"),
        "/01/09521000000001/10/X".to_owned(),
    ] {
        let page = browser.open(&path).await;
        lacks(&page, "Say what you think of it");
        let tea = browser.open(&tea("TEA1")).await;
        let all = [
            ("csrf", &*tea.field("csrf")),
            ("path", &*path),
            ("stars", "5"),
        ];
        let refused = reports::send_to(&browser, "/feedback", &all, &[]).await;
        assert!(
            matches!(refused.status.as_u16(), 404 | 409),
            "{path}: {}",
            refused.status
        );
    }
    assert_eq!(sums(&site).await, FeedbackSums::default());
    // What was said before a recall is its author's still: to be seen and erased, not counted there.
    let recall = format!(
        r#"{{"type":"recall","id":"R-2","gtin":"{PILLS}","batches":["P2"],"on":"2026-11-24","hazard":{{"en":"It may be weak."}},"instruction":{{"en":"Stop."}},"remedies":["refund"],"contact":{{"phone":"+48 1"}}}}"#
    );
    assert!(site.import(&recall).await.problems.is_empty());
    let page = before.open(&format!("/01/{PILLS}/21/PIL2")).await;
    page.says("What you said").says("Works.").says("Erase it");
    lacks(&page, "of 5 stars, from");
    lacks(&page, "Save the change");
}

#[tokio::test]
async fn what_is_no_feedback() {
    let site = Site::new().await;
    let browser = site.browser();
    for stars in ["", "0", "6", "five", "-1"] {
        give(&browser, &tea("TEA1"), &[("stars", stars)])
            .await
            .is(422);
    }
    let long = "x".repeat(2001);
    give(&browser, &tea("TEA1"), &[("stars", "1"), ("words", &long)])
        .await
        .is(422);
    with_photo(&browser, &tea("TEA1"), &[("stars", "1")], b"no picture")
        .await
        .is(422);
    let path = tea("TEA1");
    let forged = [("csrf", "00"), ("path", &*path), ("stars", "5")];
    reports::send_to(&browser, "/feedback", &forged, &[])
        .await
        .is(403);
    assert_eq!(sums(&site).await, FeedbackSums::default());
}

#[tokio::test]
async fn a_batch_without_serials_is_said_to_be_shown_by_nobody() {
    let site = Site::new().await;
    let browser = site.browser();
    let path = format!("/01/{TEA}/10/T1");
    let fields = [("stars", "3"), ("words", "From the batch alone.")];
    give(&browser, &path, &fields).await.is(200);
    let page = site.browser().open(&tea("TEA1")).await;
    page.says("From the batch alone.")
        .says("Batch T1, this one · not shown to be from a buyer")
        .says("None of them registered the pack");
}

#[tokio::test]
async fn of_many_at_once_none_is_lost_and_one_browser_writes_no_more_than_thirty() {
    let site = Site::new().await;
    let serials: Vec<String> = (0..31).map(|nth| format!("\"MANY{nth}\"")).collect();
    let units = format!(
        r#"{{"type":"units","gtin":"{TEA}","batch":"T1","serials":[{}]}}"#,
        serials.join(",")
    );
    assert!(site.import(&units).await.problems.is_empty());
    let (one, two, three, four) = (
        site.browser(),
        site.browser(),
        site.browser(),
        site.browser(),
    );
    let paths = [tea("TEA1"), tea("TEA2"), tea("TEA3"), tea("TEA4")];
    let stars = [
        [("stars", "1")],
        [("stars", "2")],
        [("stars", "4")],
        [("stars", "5")],
    ];
    let sent = tokio::join!(
        give(&one, &paths[0], &stars[0]),
        give(&two, &paths[1], &stars[1]),
        give(&three, &paths[2], &stars[2]),
        give(&four, &paths[3], &stars[3]),
    );
    for reply in [sent.0, sent.1, sent.2, sent.3] {
        reply.is(200);
    }
    assert_eq!(sums(&site).await.stars, [1, 1, 0, 1, 1]);
    let browser = site.browser();
    for nth in 0..30 {
        give(&browser, &tea(&format!("MANY{nth}")), &[("stars", "5")])
            .await
            .is(200);
    }
    let more = give(&browser, &tea("MANY30"), &[("stars", "5")]).await;
    more.is(429);
    // What is there can be changed all the same.
    give(&browser, &tea("MANY0"), &[("stars", "1")])
        .await
        .is(200);
    assert_eq!(sums(&site).await.stars, [2, 1, 0, 1, 30]);
}

/// What waited for a network and comes twice changes nothing: not what was thought later, and not for a
/// browser that got no cookie with the first answer.
#[tokio::test]
async fn what_comes_twice_changes_nothing() {
    let site = Site::new().await;
    let path = tea("TEA1");
    let say = async |browser: &Browser<'_>, stars: &str, key: &str| {
        let csrf = browser.open("/mine").await.field("csrf");
        let fields = [("csrf", &*csrf), ("path", &path), ("stars", stars)];
        let key = [("idempotency-key", key)];
        reports::send_with(browser, "/feedback", &fields, &[], &key).await
    };
    let (first, second) = ("the-first-of-two-forms", "the-second-of-two-forms");
    let browser = site.browser();
    say(&browser, "2", first).await.is(200);
    say(&browser, "2", first).await.is(200);
    assert_eq!(sums(&site).await.stars, [0, 1, 0, 0, 0]);
    say(&browser, "5", second).await.is(200);
    assert_eq!(sums(&site).await.stars, [0, 0, 0, 0, 1]);
    say(&browser, "2", first).await.is(200);
    assert_eq!(sums(&site).await.stars, [0, 0, 0, 0, 1]);
    // The answer got lost with its cookie.
    say(&site.browser(), "2", first).await.is(200);
    assert_eq!(sums(&site).await.stars, [0, 0, 0, 0, 1]);
    // Another pack's is another request.
    let csrf = browser.open("/mine").await.field("csrf");
    let other = tea("TEA2");
    let fields = [("csrf", &*csrf), ("path", &other), ("stars", "1")];
    let key = [("idempotency-key", first)];
    let reused = reports::send_with(&browser, "/feedback", &fields, &[], &key).await;
    assert!(
        matches!(reused.status.as_u16(), 409 | 422),
        "{}",
        reused.status
    );
    assert_eq!(sums(&site).await.stars, [0, 0, 0, 0, 1]);
    say(&site.browser(), "3", "short").await.is(422);
}
