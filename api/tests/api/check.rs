//! `GET /check`: typed codes.

use crate::site::{Site, TEA};

#[tokio::test]
async fn typed_on_our_page() {
    let site = Site::new().await;
    let reply = site.browser().follow("/check?code=09506000100012").await;
    reply.is(200).says("Tea");
    let reply = site
        .browser()
        .follow(&format!("/check?code=%2801%29{TEA}%2821%29TEA1"))
        .await;
    reply.is(200).says("Issued by Acme").says("Typed by hand");
    let reply = site
        .browser()
        .follow(&format!("/check?code=(01){TEA}(21)TEA9"))
        .await;
    reply
        .is(200)
        .says("Compare the number with the pack once more");
}

/// A printed link to `/check` must not get the mercy of a typed code.
#[tokio::test]
async fn a_link_is_not_typing() {
    let site = Site::new().await;
    let reply = site
        .browser()
        .open(&format!("/check?code=(01){TEA}(21)TEA9"))
        .await;
    reply.is(200).says("Not issued by Acme");
}

#[tokio::test]
async fn chosen_from_a_photo_is_scanned() {
    let site = Site::new().await;
    let path = format!("/check?code=01{TEA}21TEA9&symbology=%5Dd2");
    site.browser()
        .follow(&path)
        .await
        .is(200)
        .says("Not issued by Acme");
}

#[tokio::test]
async fn slips_are_shown() {
    let site = Site::new().await;
    let reply = site.browser().follow("/check?code=09506000100013").await;
    reply.is(200).says("does not fit the others");
}

#[tokio::test]
async fn nothing_typed_is_the_form_again() {
    let site = Site::new().await;
    let reply = site.browser().follow("/check?code=+").await;
    assert!(reply.is(200).text().contains("action=\"/check\""));
    let long = format!("/check?code={}", "A".repeat(5000));
    site.browser()
        .follow(&long)
        .await
        .is(422)
        .says("more than 4096 bytes");
}

#[tokio::test]
async fn other_codes_are_named_and_not_followed() {
    let site = Site::new().await;
    let reply = site
        .browser()
        .follow("/check?code=https%3A%2F%2Fwww.example.com%2Fmenu")
        .await;
    reply
        .is(200)
        .says("This code is a link")
        .says("www.example.com");
    let reply = site.browser().follow("/check?code=hello+there").await;
    reply
        .is(200)
        .says("This code is a note")
        .says("hello there");
}
