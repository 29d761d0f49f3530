//! `POST /scan`: photographs.

use axum::{body::Body, http::Method};
use image::{GrayImage, ImageFormat, Luma, imageops};
use label::{Modules, Request, Symbology, scene::structured_append};

use crate::site::{Browser, Reply, Site, TEA};

/// A symbol as a picture, `scale` pixels a module.
pub fn drawn(symbology: Symbology, gs1: bool, content: &str, scale: u32) -> GrayImage {
    let modules = label::encode(&Request {
        symbology,
        gs1,
        content,
    })
    .unwrap();
    picture_of(&modules, scale)
}

fn picture_of(modules: &Modules, scale: u32) -> GrayImage {
    let (cols, rows) = (modules.cols() as u32 + 8, modules.rows() as u32 + 8);
    GrayImage::from_fn(cols * scale, rows * scale, |x, y| {
        let (col, row) = ((x / scale).wrapping_sub(4), (y / scale).wrapping_sub(4));
        let is_inside = (col as usize) < modules.cols() && (row as usize) < modules.rows();
        let is_dark = is_inside && modules.bit(row as usize, col as usize);
        Luma([if is_dark { 0 } else { 255 }])
    })
}

pub fn png(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn send(browser: &Browser<'_>, token: &str, photo: &[u8]) -> Reply {
    let mut body = format!(
        "--X\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n\
         --X\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\
         Content-Type: image/jpeg\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(photo);
    body.extend_from_slice(b"\r\n--X--\r\n");
    let headers = [
        ("accept", "text/html"),
        ("content-type", "multipart/form-data; boundary=X"),
    ];
    browser
        .send(Method::POST, "/scan", &headers, Body::from(body))
        .await
}

pub async fn scan(site: &Site, photo: &[u8]) -> Reply {
    let browser = site.browser();
    let token = browser.open("/scan").await.field("csrf");
    send(&browser, &token, photo).await
}

#[tokio::test]
async fn one_code_is_answered_in_place() {
    let site = Site::new().await;
    let content = format!("01{TEA}10T1\u{1d}21TEA1");
    let photo = png(&drawn(Symbology::DataMatrix, true, &content, 6));
    let reply = scan(&site, &photo).await;
    reply
        .is(200)
        .says("Issued by Acme")
        .says("This is the first check of this code.");
    let link = format!("https://check.example/01/{TEA}/21/TEA2");
    let photo = png(&drawn(Symbology::QrCode, false, &link, 5));
    scan(&site, &photo).await.is(200).says("Issued by Acme");
}

#[tokio::test]
async fn several_codes_are_a_list() {
    let site = Site::new().await;
    let mut both = GrayImage::from_pixel(700, 360, Luma([255]));
    for (index, serial) in ["TEA1", "TEA2"].iter().enumerate() {
        let link = format!("https://check.example/01/{TEA}/21/{serial}");
        let one = drawn(Symbology::QrCode, false, &link, 6);
        imageops::replace(&mut both, &one, 20 + index as i64 * 340, 20);
    }
    let browser = site.browser();
    let token = browser.open("/scan").await.field("csrf");
    let reply = send(&browser, &token, &png(&both)).await;
    let text = reply.is(200).text();
    let links: Vec<&str> = text
        .split("href=\"/check?code=")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(links.len(), 2, "{text}");
    let path = format!("/check?code={}", links[0].replace("&amp;", "&"));
    browser.follow(&path).await.is(200).says("Issued by Acme");
}

#[tokio::test]
async fn symbols_that_say_something_together_are_one_code() {
    let site = Site::new().await;
    let link = format!("https://check.example/01/{TEA}/21/TEA2");
    let (first, second) = link.split_at(30);
    let symbols = structured_append(&[first, second]).unwrap();
    let mut both = GrayImage::from_pixel(700, 360, Luma([255]));
    for (index, symbol) in symbols.iter().rev().enumerate() {
        imageops::replace(
            &mut both,
            &picture_of(symbol, 6),
            20 + index as i64 * 340,
            20,
        );
    }
    scan(&site, &png(&both))
        .await
        .is(200)
        .says("Issued by Acme");
    let reply = scan(&site, &png(&picture_of(&symbols[0], 6))).await;
    reply
        .is(200)
        .says("This code is one of 2 that say something together. Read by now: 1.");
}

#[tokio::test]
async fn no_code_says_so() {
    let site = Site::new().await;
    let empty = GrayImage::from_pixel(320, 240, Luma([200]));
    let reply = scan(&site, &png(&empty)).await;
    reply
        .is(200)
        .says("There is no code in this photo that we can read.");
    assert!(
        reply.text().contains("type=\"file\""),
        "the way on is on the page"
    );
}

#[tokio::test]
async fn a_code_that_can_not_be_read_says_what_to_do() {
    let site = Site::new().await;
    let link = format!("https://check.example/01/{TEA}/21/TEA2");
    let mut glaring = drawn(Symbology::QrCode, false, &link, 6);
    let middle = glaring.width() / 2;
    let light = GrayImage::from_pixel(100, 100, Luma([255]));
    imageops::replace(
        &mut glaring,
        &light,
        i64::from(middle) - 40,
        i64::from(middle) - 40,
    );
    let reply = scan(&site, &png(&glaring)).await;
    reply
        .is(200)
        .says("Light is reflected on the code in this photo.");
}

#[tokio::test]
async fn what_is_no_picture_says_so() {
    let site = Site::new().await;
    scan(&site, b"not a picture")
        .await
        .is(422)
        .says("no picture of a known format");
    scan(&site, b"\x89PNG\r\n\x1a\n\0\0")
        .await
        .is(422)
        .says("This picture can't be read");
    scan(&site, b"").await.is(422).says("none was sent");
    let whole = png(&drawn(Symbology::QrCode, false, "x", 4));
    scan(&site, &whole[..whole.len() / 2]).await.is(422);
}

/// The size is looked at before a single pixel is unpacked.
#[tokio::test]
async fn a_picture_that_would_swell_is_refused() {
    let site = Site::new().await;
    let bomb = png(&GrayImage::from_pixel(8000, 6000, Luma([255])));
    assert!(
        bomb.len() < 1024 * 1024,
        "{} bytes hold 48 million pixels",
        bomb.len()
    );
    scan(&site, &bomb).await.is(422).says("8000 × 6000 pixels");
}

#[tokio::test]
async fn a_large_body_is_refused() {
    let site = Site::new().await;
    let reply = scan(&site, &vec![0; 13 * 1024 * 1024]).await;
    reply.is(413).says("at most 12288 KB");
}

#[tokio::test]
async fn only_from_our_own_form() {
    let site = Site::new().await;
    let photo = png(&drawn(Symbology::QrCode, false, "x", 4));
    let browser = site.browser();
    browser.open("/scan").await.is(200);
    send(&browser, "", &photo).await.is(403);
    let headers = [("accept", "text/html"), ("content-type", "text/plain")];
    browser
        .send(Method::POST, "/scan", &headers, Body::from("x"))
        .await
        .is(415);
}
