//! How long inspections are kept and how much of them; and that the key that sealed them can be replaced.

use std::{os::unix::fs::PermissionsExt as _, process::Command, sync::Arc};

use api::{
    inspection::InspectionLimits,
    limit::{Limit, Limiter, Limits, Rate},
    retention::{self, Retention},
    role::Role,
    seal_key::{self, SealKeyFile},
    store::Store,
};
use axum::http::Method;
use evidence::{Digest, ServerKey};
use serde_json::Value;

use crate::{
    engine,
    inspection_desk::visited,
    inspections::{Notebook, photo, sent},
    inspector_devices::Phone,
    site::Site,
    staff::Person,
};

const DAY_MS: i64 = 24 * 3600 * 1000;

async fn swept(site: &Site) -> usize {
    let now = site.app.clock.now();
    let swept = retention::sweep(&site.app.store, Retention::default(), now).await;
    swept.unwrap().inspections
}

#[tokio::test]
async fn what_is_old_is_forgotten_with_its_photographs() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    visited(&site, &anna, &Phone::new(), "(01)09506000100012(21)TEA1").await;
    let said = [("id", "visit-1"), ("state", "open"), ("note", "again")];
    anna.submit(&site, "/desk/inspections/follow-up", &said)
        .await
        .is(303);
    // One of which no part ever came.
    let lost = Digest::of(b"lost").to_string();
    let begin = [("upload-length", "900")];
    photo(&site, &anna, Method::PUT, &lost, &begin, &[])
        .await
        .is(204);
    let counts = || {
        let count = |table: &str| engine::count(&site.address, table);
        [
            count("inspection"),
            count("inspection_line"),
            count("inspection_follow_up"),
            count("inspection_photo"),
            count("inspection_photo_part"),
        ]
    };
    assert_eq!(swept(&site).await, 0);
    assert_eq!(counts(), [1, 4, 1, 2, 1]);
    site.pass(32 * DAY_MS);
    assert_eq!(swept(&site).await, 0);
    assert_eq!(counts(), [1, 4, 1, 1, 1], "what was never sent whole");
    site.pass(3617 * DAY_MS);
    assert_eq!(swept(&site).await, 0);
    site.pass(2 * DAY_MS);
    assert_eq!(swept(&site).await, 1);
    assert_eq!(counts(), [0; 5]);
    assert_eq!(engine::count(&site.address, "inspector_device"), 1);
}

/// Lines say which photographs there are to be; one that none names is nobody's evidence.
#[tokio::test]
async fn photographs_that_no_entry_names_are_forgotten() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let phone = Phone::new();
    visited(&site, &anna, &phone, "(01)09506000100012(21)TEA1").await;
    let picture = [&[0xff, 0xd8, 0xff, 0xe0][..], &[7; 400]].concat();
    let digest = Digest::of(&picture).to_string();
    let put = async |anna: &Person| {
        let begin = [("upload-length", "404")];
        photo(&site, anna, Method::PUT, &digest, &begin, &[])
            .await
            .is(204);
        let part = [
            ("upload-offset", "0"),
            ("content-type", "application/offset+octet-stream"),
        ];
        photo(&site, anna, Method::PATCH, &digest, &part, &picture).await
    };
    put(&anna).await.is(204);
    let photos = || engine::count(&site.address, "inspection_photo");
    site.pass(31 * DAY_MS);
    swept(&site).await;
    assert_eq!(photos(), 2);
    site.pass(DAY_MS);
    swept(&site).await;
    assert_eq!(photos(), 1, "the one that is named stays");
    // A node of an earlier version takes lines and notes nothing: what they say holds.
    let anna = site.sign_in(&anna.id).await;
    put(&anna).await.is(204);
    let mut notebook = Notebook::open(&phone, &anna, "visit-2");
    notebook.find(vec![evidence::Photo {
        sha256: Digest::of(&picture),
        bytes: 404,
        original_sha256: Digest::of(b"original"),
        taken_at: "2026-12-26T09:00:00Z".to_owned(),
    }]);
    sent(&site, &anna, &notebook.lines).await.is(200);
    engine::raw(&site.address, "delete from inspection_photo_named");
    site.pass(40 * DAY_MS);
    swept(&site).await;
    assert_eq!(photos(), 2);
    assert_eq!(engine::count(&site.address, "inspection_photo_named"), 2);
}

/// A server on which photographs may take up so much room.
async fn with_room(photos_mb: u32) -> Site {
    let Site {
        app,
        router,
        folder,
        address,
    } = Site::new().await;
    drop(router);
    let mut app = Arc::into_inner(app).unwrap();
    app.inspection_limits = InspectionLimits { photos_mb };
    let app = Arc::new(app);
    let router = api::router::router(app.clone());
    Site {
        app,
        router,
        folder,
        address,
    }
}

#[tokio::test]
async fn an_organisation_has_so_much_room_for_photographs() {
    let site = with_room(1).await;
    let anna = site.person("acme", Role::Inspector).await;
    let other = site.person("globex", Role::Inspector).await;
    let begin = async |person, name: &[u8], size: &str| {
        let digest = Digest::of(name).to_string();
        let begin = [("upload-length", size)];
        photo(&site, person, Method::PUT, &digest, &begin, &[]).await
    };
    begin(&anna, b"a", "600000").await.is(204);
    let full = begin(&anna, b"b", "600000").await;
    full.is(507);
    assert!(full.text().contains("Nothing on your device is lost"));
    // What has begun goes on, a smaller one fits, and another house has its own room.
    begin(&anna, b"a", "600000").await.is(204);
    begin(&anna, b"b", "400000").await.is(204);
    begin(&anna, b"c", "1").await.is(507);
    begin(&other, b"b", "600000").await.is(204);
}

/// 300 packs in a morning are never too many, and neither is a whole team's day; a machine that never
/// stops is told when to go on.
#[test]
fn sweeps_have_limits_that_people_never_feel() {
    let now = crate::site::moment("2026-11-24T08:00:00Z");
    let limiter = Limiter::new(Limits::default());
    for inspector in 0..100 {
        for sweep in 0..3 {
            let taken = limiter.sweep("acme", 100, now);
            assert!(taken.is_ok(), "{inspector} {sweep}");
        }
    }
    assert!(limiter.sweep("acme", 100, now).is_err());
    assert!(limiter.sweep("globex", 200, now).is_ok());
    // It is back by and by: 50 a second.
    assert!(limiter.sweep("acme", 100, now.plus_days(0)).is_err());
    let later = trace::Instant(now.0 + 2_000);
    assert!(limiter.sweep("acme", 100, later).is_ok());
    assert!(
        limiter.sweep("acme", 1, later).is_err(),
        "all or none, once"
    );

    let small = Limits {
        sweeps: Limit(Some(Rate::per_second(10, 1))),
        ..Limits::default()
    };
    let limiter = Limiter::new(small);
    assert!(limiter.sweep("acme", 6, now).is_ok());
    assert!(limiter.sweep("acme", 6, now).is_err());
    assert!(
        limiter.sweep("acme", 4, now).is_ok(),
        "a refusal took nothing"
    );
    // More than the bucket holds waits for a full one, and is not refused for ever.
    let later = trace::Instant(now.0 + 10_000);
    assert!(limiter.sweep("acme", 200, later).is_ok());
    assert!(Limiter::new(Limits::OFF).sweep("acme", 200, now).is_ok());
}

async fn published(site: &Site) -> Vec<String> {
    let keys = site
        .get("/.well-known/touchstone-seal-keys.json", &[])
        .await
        .is(200)
        .json();
    let keys = keys["keys"].as_array().unwrap().clone();
    let text = |key: &Value| key["public_key"].as_str().unwrap().to_owned();
    keys.iter().map(text).collect()
}

#[tokio::test]
async fn a_key_is_replaced_and_what_it_sealed_holds() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    visited(&site, &anna, &Phone::new(), "(01)09506000100012(21)TEA1").await;
    let report = "/desk/inspections/visit-1/report";
    let old_report = anna.open(&site, report).await.is(200).bytes.clone();
    let first = published(&site).await;
    assert_eq!(first.len(), 1);

    // Another node, whose file is not there yet.
    let store = Store::open(&site.address).unwrap();
    let second = Site::on(site.address.clone(), store);
    let old = SealKeyFile::new(site.folder.path().join("seal-key"));
    let new = SealKeyFile::new(second.folder.path().join("seal-key"));
    let now = site.app.clock.now();
    let (store, from) = (site.app.store.clone(), old.path().to_owned());
    let to = new.path().to_owned();
    let replaced = tokio::task::spawn_blocking(move || {
        let to = SealKeyFile::new(to);
        let replace = || {
            let old = SealKeyFile::new(from.clone());
            seal_key::replace_blocking(&store, &old, &to, now)
        };
        let replaced = replace().unwrap();
        // Once replaced, the old one is none that the database rests on.
        (replaced, replace().unwrap_err().to_string())
    });
    let ((was, is), refused) = replaced.await.unwrap();
    assert!(refused.contains("is not the seal key"), "{refused}");
    assert_eq!([was], first[..]);
    let mode = new.path().metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    // The first node has only the old one: it publishes both, and seals nothing more with what was retired.
    for node in [&second, &site] {
        assert_eq!(published(node).await, [is.clone(), first[0].clone()]);
    }
    anna.open(&site, report).await.is(503);
    // Once its file holds the new one it goes on, without a start.
    std::fs::copy(new.path(), old.path()).unwrap();
    let report_of_first = anna.open(&site, report).await.is(200).bytes.clone();
    let known: Vec<ServerKey> = published(&second)
        .await
        .iter()
        .map(|text| ServerKey::from_text(text).unwrap())
        .collect();
    let new_report = anna.open(&second, report).await.is(200).bytes.clone();
    for report in [&old_report, &new_report, &report_of_first] {
        assert!(evidence::verify(report, &known).is_ok());
    }
    for report in [&new_report, &report_of_first] {
        let retired = [ServerKey::from_text(&first[0]).unwrap()];
        assert!(evidence::verify(report, &retired).is_err());
    }
    assert!(evidence::verify(&old_report, &[ServerKey::from_text(&is).unwrap()]).is_err());
}

#[test]
fn the_command_replaces_it_and_doctor_looks_at_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let database = format!("sqlite:{}", path("t.db").display());
    let touchstone = |arguments: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_touchstone"))
            .args(arguments)
            .args(["--database", &database])
            .output()
            .unwrap();
        let text = [done.stdout, done.stderr].concat();
        (done.status.success(), String::from_utf8(text).unwrap())
    };
    let store = Store::open(&path("t.db").as_path().into()).unwrap();
    let (old, new) = (path("old"), path("new"));
    let [old, new] = [&old, &new].map(|path| path.to_str().unwrap());
    let replace = ["key", "replace-seal", "--seal-key", old, "--to", new];
    let (is_done, said) = touchstone(&replace);
    assert!(
        !is_done && said.contains("rests on no seal key yet"),
        "{said}"
    );

    let key = SealKeyFile::new(path("old"));
    let (known, is_new) = store.read_blocking(|db| key.key_to_make(db)).unwrap();
    assert!(is_new);
    let digest = known.digest();
    let kept = store.write_once_blocking(move |tx| digest.keep(tx).map(api::store::Outcome::Keep));
    kept.unwrap();
    let (_, said) = touchstone(&["doctor", "--seal-key", old]);
    assert!(
        said.contains("seal key") && said.contains("keep a copy"),
        "{said}"
    );
    let (is_done, said) = touchstone(&replace);
    assert!(is_done && said.contains("--seal-key"), "{said}");
    let (is_fine, said) = touchstone(&["doctor", "--seal-key", old]);
    assert!(!is_fine && said.contains("is not the seal key"), "{said}");
    // In place: the file's name stays, and what it held is kept beside it.
    let known = std::fs::read_to_string(new).unwrap();
    let in_place = ["key", "replace-seal", "--seal-key", new];
    let (is_done, said) = touchstone(&in_place);
    assert!(
        is_done && said.contains("seal with it from now on"),
        "{said}"
    );
    assert_ne!(std::fs::read_to_string(new).unwrap(), known);
    let retired = || -> Vec<String> {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.contains(".retired-")).collect()
    };
    let [kept] = &retired()[..] else {
        panic!("{:?}", retired())
    };
    assert_eq!(std::fs::read_to_string(path(kept)).unwrap(), known);
    let (is_fine, said) = touchstone(&["doctor", "--seal-key", new]);
    assert!(is_fine, "{said}");
    // Broken off before the file was in its place: once more finishes it.
    std::fs::rename(new, path("new.next")).unwrap();
    std::fs::copy(path(kept), new).unwrap();
    let (is_fine, _) = touchstone(&["doctor", "--seal-key", new]);
    assert!(!is_fine);
    assert!(touchstone(&in_place).0);
    let (is_fine, said) = touchstone(&["doctor", "--seal-key", new]);
    assert!(is_fine, "{said}");
    assert_eq!(retired().len(), 1);
    std::fs::set_permissions(new, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (is_fine, said) = touchstone(&["doctor", "--seal-key", new]);
    assert!(is_fine && said.contains("chmod 600"), "{said}");
}
