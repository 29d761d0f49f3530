//! `POST /report` and `/desk/reports`: what people say is wrong, and who sees it.

use api::{access::Act, retention, role::Role};
use axum::{body::Body, http::Method};
use image::{ImageFormat, RgbImage};

use crate::{
    site::{Browser, Reply, Site, TEA},
    staff::logged,
};

const DAY_MS: i64 = 86_400_000;

/// A JPEG larger than what is kept, with something beside the picture, as cameras write it.
pub fn photo() -> Vec<u8> {
    let picture = RgbImage::from_fn(2000, 1000, |x, _| image::Rgb([(x / 8) as u8, 90, 60]));
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Jpeg).unwrap();
    let jpeg = file.into_inner();
    let note = b"GPS 54.5189 18.5305";
    let length = (note.len() + 2) as u16;
    let mut with_note = jpeg[..2].to_vec();
    with_note.extend([0xff, 0xfe]);
    with_note.extend(length.to_be_bytes());
    with_note.extend(note);
    with_note.extend(&jpeg[2..]);
    with_note
}

pub async fn send(browser: &Browser<'_>, fields: &[(&str, &str)], photo: &[u8]) -> Reply {
    send_to(browser, "/report", fields, photo).await
}

/// A form with a photo, to whichever route takes it.
pub async fn send_to(
    browser: &Browser<'_>,
    action: &str,
    fields: &[(&str, &str)],
    photo: &[u8],
) -> Reply {
    send_with(browser, action, fields, photo, &[]).await
}

/// With headers, as a script sends it.
pub async fn send_with(
    browser: &Browser<'_>,
    action: &str,
    fields: &[(&str, &str)],
    photo: &[u8],
    more: &[(&str, &str)],
) -> Reply {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.as_bytes());
    }
    body.extend(
        b"--X\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n",
    );
    body.extend(photo);
    body.extend(b"\r\n--X--\r\n");
    let mut headers = vec![
        ("accept", "text/html"),
        ("content-type", "multipart/form-data; boundary=X"),
    ];
    headers.extend(more);
    let body = Body::from(body);
    browser.send(Method::POST, action, &headers, body).await
}

/// From the pack's own page.
async fn report(site: &Site, fields: &[(&str, &str)], photo: &[u8]) -> Reply {
    let browser = site.browser();
    let page = browser.open(&format!("/01/{TEA}/21/TEA1")).await;
    page.is(200).says("Something is wrong?");
    let (csrf, path) = (page.field("csrf"), page.field("path"));
    let mut all = vec![("csrf", csrf.as_str()), ("path", path.as_str())];
    all.extend(fields);
    send(&browser, &all, photo).await
}

fn reference(done: &Reply) -> String {
    let words = done.words();
    let at = words.find("W-").unwrap_or_else(|| panic!("{words}"));
    words[at..at + 11].to_owned()
}

#[tokio::test]
async fn no_point_is_kept_as_fine_as_it_came() {
    let site = Site::new().await;
    for near in [
        "+52.123456,+13.412345",
        " +52.123456 , 13.412345",
        "5.2123456e1,1.3412345e1",
        "52.123456; 13.412345",
        "52.123456 13.412345",
    ] {
        let fields = [("words", "The seal is grey."), ("near", near)];
        report(&site, &fields, &[]).await.is(200);
        assert!(!site.keeps(b"123456"), "{near}");
    }
}

#[tokio::test]
async fn from_the_pack_to_the_desk() {
    let site = Site::new().await;
    let fields = [
        ("words", "The seal is grey."),
        ("differs", "Seal"),
        ("near", "54.5189,18.5305"),
    ];
    let done = report(&site, &fields, &photo()).await;
    done.is(200)
        .says("Acme has your report")
        .says("No name and no address was kept. Only this browser finds the report again.");
    let reference = reference(&done);

    let quality = site.person("acme", Role::Quality).await;
    quality
        .open(&site, "/desk/reports")
        .await
        .is(200)
        .says(&reference)
        .says("The seal is grey.")
        .says("with a photo");
    let page = format!("/desk/reports/{reference}");
    quality
        .open(&site, &page)
        .await
        .is(200)
        .says("Gdynia, Poland")
        .says("54.50, 18.55")
        .says("The only report about this code");

    // A smaller picture, and nothing of what stood beside it; nor the place as the device had it.
    let kept = quality.open(&site, &format!("{page}/photo")).await;
    assert_eq!(kept.is(200).header("content-type"), "image/jpeg");
    assert_eq!(kept.header("cache-control"), "private, no-store");
    let picture = image::load_from_memory(&kept.bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), (1600, 800));
    assert!(!site.keeps(b"54.5189"));

    // Another brand's people see nothing of it, and an auditor changes nothing.
    let other = site.person("globex", Role::BrandManager).await;
    for path in [page.clone(), format!("{page}/photo")] {
        other.open(&site, &path).await.is(404);
    }
    let close = [
        ("reference", reference.as_str()),
        ("finding", "A wrong ribbon; the pack is ours."),
    ];
    let auditor = site.person("acme", Role::Auditor).await;
    auditor.open(&site, &page).await.is(200);
    let refused = auditor.submit(&site, "/desk/reports/close", &close).await;
    refused.is(403);
    let nothing = [("reference", reference.as_str()), ("finding", " ")];
    let refused = quality.submit(&site, "/desk/reports/close", &nothing).await;
    refused.is(422);
    let closed = quality.submit(&site, "/desk/reports/close", &close).await;
    closed.is(303);
    let again = quality.submit(&site, "/desk/reports/close", &close).await;
    again.is(409);
    assert_eq!(logged(&site, "acme", Act::ReportClosed), 1);
    quality.open(&site, &page).await.says("A wrong ribbon");

    // What is closed is forgotten in the end, the picture too.
    site.pass(401 * DAY_MS);
    let now = site.app.clock.now();
    retention::sweep(&site.app.store, retention::Retention::default(), now)
        .await
        .unwrap();
    let quality = site.sign_in(&quality.id).await;
    quality.open(&site, &page).await.is(404);
    quality.open(&site, &format!("{page}/photo")).await.is(404);
}

#[tokio::test]
async fn the_same_again_is_one_report() {
    let site = Site::new().await;
    let browser = site.browser();
    let page = browser.open(&format!("/01/{TEA}/10/T1")).await;
    let (csrf, path) = (page.field("csrf"), page.field("path"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("path", path.as_str()),
        ("words", "It smells of soap."),
        ("near", "Warszawa"),
    ];
    let first = send(&browser, &fields, b"").await;
    let again = send(&browser, &fields, b"").await;
    assert_eq!(reference(first.is(200)), reference(again.is(200)));
    let manager = site.person("acme", Role::BrandManager).await;
    let page = format!("/desk/reports/{}", reference(&first));
    let shown = manager.open(&site, &page).await;
    shown.is(200).says("Warszawa").says("The only report");
}

#[tokio::test]
async fn what_is_no_report() {
    let site = Site::new().await;
    let said = [("words", "It is wrong.")];
    report(&site, &said, b"no picture").await.is(422);
    report(&site, &[("words", " ")], b"").await.is(422);
    let long = "x".repeat(2001);
    report(&site, &[("words", &long)], b"").await.is(422);
    let browser = site.browser();
    let page = browser.open(&format!("/01/{TEA}")).await;
    let path = page.field("path");
    let forged = [("csrf", "00"), ("path", &*path), ("words", "x")];
    send(&browser, &forged, b"").await.is(403);
    let csrf = page.field("csrf");
    let elsewhere = [
        ("csrf", &*csrf),
        ("path", "/01/09521000000007"),
        ("words", "x"),
    ];
    let refused = send(&browser, &elsewhere, b"").await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
}

#[tokio::test]
async fn a_right_report_earns_points_for_who_asked_and_a_pack_s_once() {
    let site = Site::new().await;
    let rules = api::store::BrandRules {
        report: 20,
        ..api::store::BrandRules::default()
    };
    let put = site
        .app
        .store
        .write(move |tx| tx.put_reward_rules("acme", &rules));
    put.await.unwrap();
    let quality = site.person("acme", Role::Quality).await;
    let account = async |browser: &Browser<'_>| {
        let reply = browser.send(Method::GET, "/v1/rewards", &[], Body::empty());
        let rewards = reply.await.json();
        let waiting = rewards["brands"][0]["waiting"].as_i64().unwrap_or(0);
        (rewards["points"].as_i64().unwrap(), waiting)
    };
    // Two tell the same of one pack, and ask for points; only the first found right earns them.
    for (points, browser) in [(20, site.browser()), (0, site.browser())] {
        let page = browser.open(&format!("/01/{TEA}/21/TEA1")).await;
        let (csrf, path) = (page.field("csrf"), page.field("path"));
        let fields = [
            ("csrf", csrf.as_str()),
            ("path", path.as_str()),
            ("words", "The seal is grey."),
            ("points", "yes"),
        ];
        let done = send(&browser, &fields, &[]).await;
        done.is(200)
            .says("20 points wait until the brand has looked");
        assert_eq!(account(&browser).await, (0, 20));
        let close = [
            ("reference", reference(&done)),
            ("finding", "It is right.".to_owned()),
            ("right", "yes".to_owned()),
        ];
        let close = close
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        quality
            .submit(&site, "/desk/reports/close", &close)
            .await
            .is(303);
        assert_eq!(account(&browser).await, (points, 0));
    }
    // Who asks for none is noted nowhere.
    let done = report(&site, &[("words", "It leaks.")], &[]).await;
    done.is(200).says("No name and no address was kept.");
    let noted = site
        .app
        .store
        .read(|db| db.reward(trace::reward::Act::Report, &reference(&done)));
    assert_eq!(noted.await.unwrap(), None);
}
