//! `/desk`: whose is whose, and how long a session lasts.

use api::{
    access::Act,
    organisation::Kind,
    role::Role,
    staff_session::{IDLE_MS, LIFE_MS},
};

use crate::{
    site::{PILLS, Site, TEA},
    staff::logged,
};

async fn site() -> Site {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    site
}

#[tokio::test]
async fn another_organisation_s_things_are_not_there() {
    let site = site().await;
    let acme = site.person("acme", Role::BrandManager).await;
    let globex = site.person("globex", Role::BrandManager).await;
    let colleague = site.person("globex", Role::Quality).await;

    let invited = [("role", "quality"), ("name", "Eve")];
    globex
        .submit(&site, "/desk/members/invite", &invited)
        .await
        .is(200);
    let key = [("name", "line 1"), ("capture", "yes")];
    globex
        .submit(&site, "/desk/keys/create", &key)
        .await
        .is(200);
    let grant = [("authority", "customs"), ("depth", "record"), ("gtin", "")];
    globex
        .submit(&site, "/desk/grants/give", &grant)
        .await
        .is(303);
    let elsewhere = site.sign_in(&globex.id).await;

    let members = globex.open(&site, "/desk/members").await;
    // The last list is that of the invitations.
    let invite = after(&members.text(), "/desk/members/withdraw");
    let key = globex.open(&site, "/desk/keys").await.field("id");
    let grant = globex.open(&site, "/desk/grants").await.field("id");
    let session = globex.open(&site, "/desk/me").await;
    let session = after(&session.text(), "/desk/me/sessions/end");

    let attempts = [
        ("/desk/members/withdraw", &invite),
        ("/desk/members/remove", &colleague.id),
        ("/desk/keys/revoke", &key),
        ("/desk/grants/end", &grant),
        ("/desk/me/sessions/end", &session),
    ];
    for (path, id) in attempts {
        acme.submit(&site, path, &[("id", id)]).await.is(404);
    }
    let role = [("id", colleague.id.as_str()), ("role", "brand-manager")];
    acme.submit(&site, "/desk/members/role", &role)
        .await
        .is(404);
    // Another brand's product can't be granted.
    let tea = [("authority", "customs"), ("depth", "record"), ("gtin", TEA)];
    globex
        .submit(&site, "/desk/grants/give", &tea)
        .await
        .is(404);
    acme.submit(&site, "/desk/grants/give", &tea).await.is(303);

    for page in ["members", "keys", "log"] {
        let text = acme.open(&site, &format!("/desk/{page}")).await.text();
        for secret in [&invite, &key, &colleague.id] {
            assert!(!text.contains(secret.as_str()), "{page}");
        }
        assert!(!text.contains("Eve") && !text.contains("line 1"), "{page}");
    }
    // Nothing of it was done, and its owner can do each.
    colleague.open(&site, "/desk").await.is(200);
    elsewhere.open(&site, "/desk").await.is(200);
    for (path, id) in attempts {
        globex.submit(&site, path, &[("id", id)]).await.is(303);
    }
    colleague.open(&site, "/desk").await.is(303);
    elsewhere.open(&site, "/desk").await.is(303);
}

/// The identifier in the form that leads there.
fn after(text: &str, action: &str) -> String {
    let form = text.split(&format!("action=\"{action}\"")).nth(1).unwrap();
    let id = form.split("name=\"id\" value=\"").nth(1).unwrap();
    id.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_authority_sees_what_it_was_granted_while_it_is() {
    let site = site().await;
    site.admit("police", Kind::Authority).await;
    let brand = site.person("acme", Role::BrandManager).await;
    let customs = site.person("customs", Role::Inspector).await;
    let police = site.person("police", Role::Inspector).await;
    let (tea, pills) = (
        format!("/desk/granted/{TEA}"),
        format!("/desk/granted/{PILLS}"),
    );
    customs.open(&site, &tea).await.is(404);

    let grant = [
        ("authority", "customs"),
        ("depth", "journey"),
        ("gtin", TEA),
    ];
    brand
        .submit(&site, "/desk/grants/give", &grant)
        .await
        .is(303);
    customs.open(&site, &tea).await.is(200).says("Tea");
    customs.open(&site, &pills).await.is(404);
    customs
        .open(&site, "/desk/granted/09506000999999")
        .await
        .is(404);
    customs.open(&site, "/desk/granted/tea").await.is(404);
    police.open(&site, &tea).await.is(404);
    assert_eq!(
        logged(&site, "acme", Act::Looked),
        1,
        "who was refused saw nothing"
    );
    brand
        .open(&site, "/desk/log")
        .await
        .is(200)
        .says("CUSTOMS looked");

    // For the same product there is one grant: the last one.
    let deeper = [
        ("authority", "customs"),
        ("depth", "evidence"),
        ("gtin", TEA),
    ];
    brand
        .submit(&site, "/desk/grants/give", &deeper)
        .await
        .is(303);
    let id = brand.open(&site, "/desk/grants").await.field("id");
    brand
        .submit(&site, "/desk/grants/end", &[("id", &id)])
        .await
        .is(303);
    customs.open(&site, &tea).await.is(404);

    let all = [("authority", "customs"), ("depth", "record"), ("gtin", "")];
    brand.submit(&site, "/desk/grants/give", &all).await.is(303);
    customs.open(&site, &pills).await.is(200).says("Pills");

    // The operator can end all of it.
    let operator = site.person("operator", Role::Operator).await;
    let suspend = [("id", "customs")];
    operator
        .submit(&site, "/desk/organisations/suspend", &suspend)
        .await
        .is(303);
    customs.open(&site, &pills).await.is(303);
    operator
        .submit(&site, "/desk/organisations/resume", &suspend)
        .await
        .is(303);
    customs.open(&site, &pills).await.is(200);
    let brand_s = [("id", "acme")];
    operator
        .submit(&site, "/desk/organisations/suspend", &brand_s)
        .await
        .is(404);
}

#[tokio::test]
async fn a_session_ends_when_it_is_idle_or_old_or_elsewhere_ended() {
    let site = site().await;
    let person = site.person("acme", Role::Quality).await;
    site.pass(IDLE_MS - 1);
    person.open(&site, "/desk").await.is(200);
    site.pass(IDLE_MS - 1);
    person.open(&site, "/desk").await.is(200);
    site.pass(IDLE_MS);
    person.open(&site, "/desk").await.is(303);

    let person = site.sign_in(&person.id).await;
    for _ in 0..LIFE_MS / (IDLE_MS / 2) - 1 {
        site.pass(IDLE_MS / 2);
        person.open(&site, "/desk").await.is(200);
    }
    site.pass(IDLE_MS / 2);
    person.open(&site, "/desk").await.is(303);

    let (here, there) = (
        site.sign_in(&person.id).await,
        site.sign_in(&person.id).await,
    );
    here.submit(&site, "/desk/sign-out", &[]).await.is(303);
    here.open(&site, "/desk").await.is(303);
    there.open(&site, "/desk").await.is(200);
    let again = site.sign_in(&person.id).await;
    there
        .submit(&site, "/desk/sign-out-everywhere", &[])
        .await
        .is(303);
    there.open(&site, "/desk").await.is(303);
    again.open(&site, "/desk").await.is(303);
    assert_eq!(logged(&site, "acme", Act::SignedOutEverywhere), 1);
}

#[tokio::test]
async fn a_role_counts_from_the_next_click_on() {
    let site = site().await;
    let boss = site.person("acme", Role::BrandManager).await;
    let other = site.person("acme", Role::BrandManager).await;
    other.open(&site, "/desk/keys").await.is(200);
    let role = [("id", other.id.as_str()), ("role", "shop")];
    boss.submit(&site, "/desk/members/role", &role)
        .await
        .is(303);
    other.open(&site, "/desk/keys").await.is(403);
    other
        .open(&site, "/desk")
        .await
        .is(200)
        .says("Shop at Acme");
    // Nobody loses the one who could undo it.
    let own = [("id", boss.id.as_str()), ("role", "shop")];
    boss.submit(&site, "/desk/members/role", &own).await.is(422);
    boss.submit(&site, "/desk/members/remove", &own[..1])
        .await
        .is(422);
    let odd = [("id", other.id.as_str()), ("role", "operator")];
    boss.submit(&site, "/desk/members/role", &odd).await.is(422);
    boss.submit(&site, "/desk/members/remove", &role[..1])
        .await
        .is(303);
    other.open(&site, "/desk").await.is(303);
    assert_eq!(logged(&site, "acme", Act::RoleChanged), 1);
    assert_eq!(logged(&site, "acme", Act::Removed), 1);
}

#[tokio::test]
async fn an_invitation_is_looked_at_and_ends() {
    let site = site().await;
    let boss = site.person("acme", Role::BrandManager).await;
    let invite = [("role", "quality"), ("name", "Jan")];
    let made = boss.submit(&site, "/desk/members/invite", &invite).await;
    let text = made.is(200).text();
    let link = text.split("https://check.example").nth(1).unwrap();
    let link = link.split('<').next().unwrap();
    let browser = site.browser();
    // A preview of the link uses nothing up.
    for _ in 0..2 {
        let page = browser.open(link).await;
        page.is(200).says("Acme invites you. Role: Quality.");
        assert!(page.text().contains("value=\"Jan\""));
    }
    let page = browser.open(link).await;
    let (csrf, state) = (page.field("csrf"), page.field("state"));
    let answer = [
        ("csrf", &*csrf),
        ("state", &*state),
        ("name", "Jan"),
        ("answer", "{}"),
    ];
    browser
        .submit(link, &answer)
        .await
        .is(422)
        .says("No passkey was made");
    let forged = [
        ("csrf", "0"),
        ("state", &*state),
        ("name", "Jan"),
        ("answer", "{}"),
    ];
    browser.submit(link, &forged).await.is(403);

    let id = after(
        &boss.open(&site, "/desk/members").await.text(),
        "/desk/members/withdraw",
    );
    boss.submit(&site, "/desk/members/withdraw", &[("id", &id)])
        .await
        .is(303);
    browser
        .open(link)
        .await
        .is(404)
        .says("This invitation counts no more");

    let made = boss
        .submit(&site, "/desk/members/invite", &invite)
        .await
        .text();
    let link = made.split("https://check.example").nth(1).unwrap();
    let link = link.split('<').next().unwrap();
    site.pass(api::invite::LIFE_MS);
    browser.open(link).await.is(404);
    browser.open("/desk/invite/0").await.is(404);
}

#[tokio::test]
async fn nobody_signs_in_with_what_proves_nothing() {
    let site = site().await;
    let browser = site.browser();
    let page = browser.open("/desk/sign-in").await;
    page.is(200).says("Sign in with a passkey");
    let (csrf, state) = (page.field("csrf"), page.field("state"));
    let answer = r#"{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"AAAA","authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA"},"extensions":{}}"#;
    for answer in ["", "{}", answer] {
        let fields = [("csrf", &*csrf), ("state", &*state), ("answer", answer)];
        let reply = browser.submit("/desk/sign-in", &fields).await;
        reply.is(422).says("does not open anything here");
    }
}

#[tokio::test]
async fn keys_are_shown_once_and_open_what_was_ticked() {
    let site = site().await;
    let boss = site.person("acme", Role::BrandManager).await;
    let nothing = [("name", "line 3")];
    boss.submit(&site, "/desk/keys/create", &nothing)
        .await
        .is(422);
    let both = [("name", "line 3"), ("issue", "yes"), ("capture", "yes")];
    let made = boss.submit(&site, "/desk/keys/create", &both).await.text();
    let key = made
        .split("touchstone_")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap();
    let bearer = format!("Bearer touchstone_{key}");
    let headers = [("authorization", bearer.as_str())];
    site.get("/epcis/capture/0", &headers).await.is(404);
    let list = boss.open(&site, "/desk/keys").await;
    assert!(!list.text().contains(key));
    boss.submit(&site, "/desk/keys/revoke", &[("id", &list.field("id"))])
        .await
        .is(303);
    site.get("/epcis/capture/0", &headers).await.is(401);
    assert_eq!(logged(&site, "acme", Act::KeyMade), 1);
    assert_eq!(logged(&site, "acme", Act::KeyRevoked), 1);
}

/// A line that can be changed is no evidence.
#[test]
fn the_access_log_is_only_added_to() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut files = vec![folder];
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(
                std::fs::read_dir(path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for statement in [
            "update access_log",
            "delete from access_log",
            "drop table access_log",
        ] {
            assert!(!text.contains(statement), "{}: {statement}", path.display());
        }
    }
}

#[tokio::test]
async fn whatever_the_desk_leads_to_opens() {
    let site = site().await;
    site.admit("carrier", Kind::Partner).await;
    let organisations = [
        ("acme", Kind::Brand),
        ("carrier", Kind::Partner),
        ("customs", Kind::Authority),
    ];
    for (organisation, kind) in organisations {
        for role in Role::of(kind) {
            let person = site.person(organisation, *role).await;
            let home = person.open(&site, "/desk").await.is(200).text();
            let mut links: Vec<&str> = home
                .split("href=\"")
                .filter_map(|rest| rest.split('"').next())
                .filter(|link| link.starts_with("/desk") || *link == "/inspect")
                .collect();
            links.sort_unstable();
            links.dedup();
            assert!(links.contains(&"/desk/me"), "{organisation}, {role:?}");
            for link in links {
                let reply = person.open(&site, link).await;
                assert_eq!(reply.status, 200, "{organisation}, {role:?}: {link}");
            }
        }
    }
}

/// Whoever is signed in finds something to do.
#[tokio::test]
async fn no_role_stands_before_an_empty_desk() {
    let site = site().await;
    site.admit("carrier", Kind::Partner).await;
    let houses = [
        ("acme", Kind::Brand),
        ("carrier", Kind::Partner),
        ("customs", Kind::Authority),
    ];
    for (house, kind) in houses {
        for role in Role::of(kind) {
            let person = site.person(house, *role).await;
            let home = person.open(&site, "/desk").await;
            let text = home.is(200).text();
            // That to oneself is always there.
            let places = text.matches("class=\"step\"").count();
            assert!(places > 1, "{role:?} of {house}: {places}");
        }
    }
}
