//! Service and returns at the desk: what staff decide, and what becomes of the unit.

use api::{access::Act, organisation::Kind, role::Role};
use serde_json::{Value, json};

use crate::{
    reports,
    returns::{BROKEN, decide, kept_photo, open, opened, register, send, settings, text},
    site::{Browser, PILLS, Site, TEA},
    staff::logged,
};

/// The number that the tea has later.
const NEWER: &str = "09506000100067";

async fn answer(browser: &Browser<'_>, serial: &str) -> Value {
    let code = json!({ "code": format!("https://check.example/01/{TEA}/21/{serial}") });
    browser.post("/v1/verify", &code).await.is(200).json()
}

#[tokio::test]
async fn from_the_form_to_the_money() {
    let site = Site::new().await;
    settings(&site).await;
    let browser = site.browser();
    let registration = register(&browser, "TEA1").await;
    let reference = opened(&browser, &registration, &reports::photo()).await;
    // The same form again is the same return.
    let again = send(&browser, &registration, &BROKEN, &reports::photo()).await;
    assert_eq!(
        again.is(303).header("location"),
        format!("/returns/{reference}")
    );
    let page = format!("/returns/{reference}");
    let shown = browser.open(&page).await;
    shown
        .is(200)
        .says("Your request is with Acme")
        .says(&reference)
        .says("It tastes of nothing.")
        .says("Give me my money back")
        .says("Corner Shop");
    let slip = browser.open(&format!("{page}/slip")).await;
    slip.is(200).says("Return slip").says(&reference);
    assert!(slip.text().contains("class=\"symbol\""));
    // Another return of the same pack waits until this one is decided.
    let second = [("reason", "damaged"), ("remedy", "advice")];
    browser
        .open(&format!(
            "/returns/for/{}",
            text(&registration["reference"])
        ))
        .await
        .is(200)
        .says("There is a return of this product already");
    send(&browser, &registration, &second, b"").await.is(409);

    let desk = site.person("acme", Role::ReturnsDesk).await;
    desk.open(&site, "/desk/returns")
        .await
        .is(200)
        .says(&reference);
    // A hand scanner types what the slip says.
    let found = desk
        .open(
            &site,
            &format!("/desk/returns?reference={}", reference.to_lowercase()),
        )
        .await;
    let own = format!("/desk/returns/{reference}");
    assert_eq!(found.is(303).header("location"), own);
    desk.open(&site, &own)
        .await
        .is(200)
        .says("It does not work")
        .says("19 November 2026")
        .says("on their word alone");
    let photo = format!("{own}/photo");
    let picture = desk.open(&site, &photo).await;
    assert_eq!(picture.is(200).header("content-type"), "image/jpeg");
    let stranger = site.person("globex", Role::ReturnsDesk).await;
    stranger.open(&site, &own).await.is(404);
    stranger.open(&site, &photo).await.is(404);
    assert_eq!(
        decide(&site, &stranger, &reference, ("open", "accepted"), &[]).await,
        404
    );
    // Money comes after the thing; what is not accepted is not expected.
    for (from, to) in [
        ("open", "paid"),
        ("open", "received"),
        ("open", "withdrawn"),
    ] {
        assert_eq!(
            decide(
                &site,
                &desk,
                &reference,
                (from, to),
                &[("afterwards", "sellable")]
            )
            .await,
            409,
            "{to}"
        );
    }
    assert_eq!(
        decide(&site, &desk, &reference, ("open", "accepted"), &[]).await,
        303
    );
    assert!(!kept_photo(&site, &reference).await);
    desk.open(&site, &photo).await.is(404);
    browser
        .open(&page)
        .await
        .says("Bring or send the product with the slip.");
    let received = [("message", "On shelf 4.")];
    assert_eq!(
        decide(
            &site,
            &desk,
            &reference,
            ("accepted", "received"),
            &received
        )
        .await,
        303
    );
    browser.open(&page).await.says("On shelf 4.");
    // What is with the brand is not withdrawn any more.
    let csrf = browser.open("/mine").await.field("csrf");
    browser
        .submit(&format!("{page}/withdraw"), &[("csrf", &*csrf)])
        .await
        .is(409);
    // Whether it may be sold again has to be said.
    assert_eq!(
        decide(&site, &desk, &reference, ("received", "paid"), &[]).await,
        422
    );
    let sellable = [("afterwards", "sellable")];
    assert_eq!(
        decide(&site, &desk, &reference, ("received", "paid"), &sellable).await,
        303
    );
    assert_eq!(
        decide(&site, &desk, &reference, ("received", "paid"), &sellable).await,
        409
    );
    browser.open(&page).await.says("your money was paid back");
    assert_eq!(logged(&site, "acme", Act::ClaimDecided), 3);

    // It is nobody's now, its points went back, and whoever gets it next can register it.
    let holder = json!({ "reference": registration["reference"], "code": registration["code"] });
    let after = site
        .post("/v1/registrations/lookup", &holder)
        .await
        .is(200)
        .json();
    assert_eq!(after["state"], "returned");
    assert_eq!(
        (&after["points"], &after["points_waiting"]),
        (&json!(0), &json!(0))
    );
    assert!(
        !browser
            .open(&format!("/01/{TEA}/21/TEA1"))
            .await
            .text()
            .contains("/returns/")
    );
    let next = site.browser();
    let seen = answer(&next, "TEA1").await;
    assert_eq!(seen["verdict"]["standing"], "issued", "{}", seen["verdict"]);
    let stop = seen["journey"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(stop["step"], "receiving", "{stop}");
    assert_eq!(stop["place"], "Corner Shop, Warszawa", "{stop}");
    next.open(&format!("/01/{TEA}/21/TEA1"))
        .await
        .says("Returned");
    assert_eq!(register(&next, "TEA1").await["state"], "held");
}

#[tokio::test]
async fn what_may_not_be_sold_again_says_so() {
    let site = Site::new().await;
    settings(&site).await;
    let browser = site.browser();
    let registration = register(&browser, "TEA2").await;
    let reference = opened(&browser, &registration, b"").await;
    let care = site.person("acme", Role::BrandManager).await;
    for step in [("open", "accepted"), ("accepted", "received")] {
        assert_eq!(decide(&site, &care, &reference, step, &[]).await, 303);
    }
    let no = [("afterwards", "not-sellable")];
    assert_eq!(
        decide(&site, &care, &reference, ("received", "replaced"), &no).await,
        303
    );
    let seen = answer(&site.browser(), "TEA2").await;
    assert_eq!(
        seen["verdict"]["standing"], "blocked",
        "{}",
        seen["verdict"]
    );
    let again = json!({ "path": format!("/01/{TEA}/21/TEA2") });
    site.post("/v1/registrations", &again).await.is(409);
}

#[tokio::test]
async fn a_repair_leaves_it_with_its_holder() {
    let site = Site::new().await;
    settings(&site).await;
    let browser = site.browser();
    let registration = register(&browser, "TEA1").await;
    let reference = opened(&browser, &registration, b"").await;
    let desk = site.person("acme", Role::ReturnsDesk).await;
    // Whoever asks, refuses or advises says so in words.
    for to in ["need-more", "refused", "advised"] {
        assert_eq!(
            decide(&site, &desk, &reference, ("open", to), &[]).await,
            422
        );
    }
    let asks = [("message", "Which batch stands on the tin?")];
    assert_eq!(
        decide(&site, &desk, &reference, ("open", "need-more"), &asks).await,
        303
    );
    let page = format!("/returns/{reference}");
    let shown = browser.open(&page).await;
    shown.says("Which batch stands on the tin?");
    let fields = [
        ("csrf", &*shown.field("csrf")),
        ("reference", ""),
        ("code", ""),
        ("message", "T1, in blue."),
    ];
    let action = format!("{page}/answer");
    browser.submit(&action, &fields).await.is(303);
    browser.submit(&action, &fields).await.is(409);
    desk.open(&site, &format!("/desk/returns/{reference}"))
        .await
        .says("T1, in blue.");
    for step in [
        ("open", "accepted"),
        ("accepted", "received"),
        ("received", "repaired"),
    ] {
        assert_eq!(decide(&site, &desk, &reference, step, &[]).await, 303);
    }
    let holder = json!({ "reference": registration["reference"], "code": registration["code"] });
    let after = site.post("/v1/registrations/lookup", &holder).await.json();
    assert_eq!(after["state"], "held");
    // It may fail again; the old one is not opened again beside the new one.
    let fields = [("reason", "part-missing"), ("remedy", "replacement")];
    open(&browser, &registration, &fields, b"").await.is(303);
    let again = [("message", "A mistake.")];
    assert_eq!(
        decide(&site, &desk, &reference, ("repaired", "open"), &again).await,
        409
    );
}

/// A partner's returns desk takes back what the brand lets it, by the slip that somebody brings.
#[tokio::test]
async fn a_partner_s_returns_desk_judges_what_it_may() {
    let site = Site::new().await;
    settings(&site).await;
    site.admit("corner", Kind::Partner).await;
    let browser = site.browser();
    let registration = register(&browser, "TEA1").await;
    let reference = opened(&browser, &registration, &reports::photo()).await;
    let manager = site.person("acme", Role::BrandManager).await;
    let desk = site.person("corner", Role::ReturnsDesk).await;
    let own = format!("/desk/returns/{reference}");
    let photo = format!("{own}/photo");
    let open = ("open", "accepted");
    let shut = async || {
        desk.open(&site, &own).await.is(404);
        desk.open(&site, &photo).await.is(404);
        assert_eq!(decide(&site, &desk, &reference, open, &[]).await, 404);
    };
    desk.open(&site, "/desk/returns")
        .await
        .is(200)
        .says("No brand lets CORNER tell this yet.");
    shut().await;
    let grant = async |gtin: &str, more: &[(&str, &str)]| {
        let fields = [
            ("authority", "corner"),
            ("depth", "evidence"),
            ("gtin", gtin),
        ];
        let fields = [&fields[..], more].concat();
        let given = manager.submit(&site, "/desk/grants/give", &fields).await;
        given.is(303);
    };
    // However deep it may look, and whatever it may tell of another product.
    grant(TEA, &[]).await;
    grant(PILLS, &[("tells", "yes")]).await;
    shut().await;
    grant(TEA, &[("tells", "yes")]).await;

    // Until its people have worked on it, it is found by its slip alone.
    let list = desk.open(&site, "/desk/returns").await;
    assert!(!list.is(200).text().contains(&reference));
    let found = desk
        .open(&site, &format!("/desk/returns?reference={reference}"))
        .await;
    assert_eq!(found.is(303).header("location"), own);
    let page = desk.open(&site, &own).await;
    page.is(200).says("It does not work").says("Corner Shop");
    assert!(!page.text().contains("jan@person.example"));
    desk.open(&site, &photo).await.is(200);
    assert_eq!(logged(&site, "acme", Act::Looked), 1);
    // Claims, receipts and disputes stay with the brand.
    for path in ["/desk/claims", "/desk/receipts", "/desk/disputes"] {
        desk.open(&site, path).await.is(403);
    }

    assert_eq!(decide(&site, &desk, &reference, open, &[]).await, 303);
    desk.open(&site, "/desk/returns?status=accepted")
        .await
        .is(200)
        .says(&reference);
    // Who may tell of a product may tell of its packs with an older number, and of no others.
    let renumbered = |replaces: &str| {
        format!(
            r#"{{"type":"product","brand":"acme","gtin":"{NEWER}","name":{{"en":"Tea"}},"sector":"food","serials":"declared","replaces":[{replaces}]}}"#
        )
    };
    let listed = async || {
        let list = desk.open(&site, "/desk/returns?status=accepted").await;
        list.is(200).text().contains(&reference)
    };
    let end_all = async || {
        let grants = manager.open(&site, "/desk/grants").await.text();
        for part in grants.split("name=\"id\" value=\"").skip(1) {
            let id = part.split('"').next().unwrap();
            let fields = [("id", id)];
            let ended = manager.submit(&site, "/desk/grants/end", &fields).await;
            ended.is(303);
        }
    };
    end_all().await;
    assert!(!listed().await);
    assert_eq!(site.import(&renumbered("")).await.wrong, 0);
    grant(NEWER, &[("tells", "yes")]).await;
    assert!(!listed().await);
    desk.open(&site, &own).await.is(404);
    let replaces = renumbered(&format!(r#""{TEA}""#));
    assert_eq!(site.import(&replaces).await.wrong, 0);
    assert!(listed().await);
    desk.open(&site, &own).await.is(200);

    let received = ("accepted", "received");
    let said = [("message", "On our shelf.")];
    assert_eq!(decide(&site, &desk, &reference, received, &said).await, 303);
    let now = site.app.clock.now();
    let mails = site.app.store.read(|db| db.due_mail(now)).await.unwrap();
    let said = browser.open(&format!("/returns/{reference}")).await;
    said.is(200).says("CORNER").says("On our shelf.");
    let mail = mails
        .iter()
        .find(|mail| mail.body.contains("On our shelf."));
    assert!(mail.unwrap().body.contains("CORNER writes:"), "{mails:?}");
    // The brand sees which house it was, and no name of its people.
    let seen = manager.open(&site, &own).await;
    seen.is(200).says("CORNER").says("On our shelf.");
    assert!(!seen.text().contains("ReturnsDesk of corner"));
    desk.open(&site, &own).await.says("ReturnsDesk of corner");

    let paid = ("received", "paid");
    let no = [("afterwards", "not-sellable")];
    assert_eq!(decide(&site, &desk, &reference, paid, &no).await, 303);
    let holder = json!({ "reference": registration["reference"], "code": registration["code"] });
    let after = site.post("/v1/registrations/lookup", &holder).await.json();
    assert_eq!(after["state"], "returned");
    let seen = answer(&site.browser(), "TEA1").await;
    assert_eq!(seen["verdict"]["standing"], "blocked");
    assert_eq!(logged(&site, "acme", Act::ClaimDecided), 3);
    assert_eq!(logged(&site, "corner", Act::ClaimDecided), 3);
    // It told the event, and it is the brand's.
    let told = site.app.store.read(|db| {
        let epc = trace::Epc(format!("01/{TEA}/21/TEA1"));
        let (hash, _) = db.events_of("acme", &epc)?.pop().unwrap();
        db.captures_of("acme", &hash)
    });
    let told = told.await.unwrap();
    assert!(told[0].starts_with("by:corner:return:"), "{told:?}");

    // With the leave, what it worked on is gone, too.
    end_all().await;
    let list = desk.open(&site, "/desk/returns?status=paid").await;
    assert!(!list.is(200).text().contains(&reference));
    desk.open(&site, &own).await.is(404);
}
