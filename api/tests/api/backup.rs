//! Backups under load, putting them back, and what is forgotten.

use std::{
    os::unix::fs::PermissionsExt as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use api::store::{BackupError, Store, backup, check, restore};

use crate::{command::touchstone, observe::Server, site::Site, store::entry};

fn checks(path: &Path) -> u64 {
    let store = Store::open(&path.into()).unwrap();
    store.read_blocking(|db| db.count_checks()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn a_backup_under_load_misses_nothing_that_was_acknowledged() {
    let site = Site::new().await;
    let (acknowledged, is_over) = (
        Arc::new(AtomicU64::new(0)),
        Arc::new(AtomicBool::new(false)),
    );
    let writers: Vec<_> = (0..8u8)
        .map(|session| {
            let (store, entry) = (site.app.store.clone(), entry(&site, session, None));
            let (acknowledged, is_over) = (acknowledged.clone(), is_over.clone());
            tokio::spawn(async move {
                while !is_over.load(Ordering::Relaxed) {
                    let entry = entry.clone();
                    store.count(entry).await.unwrap();
                    acknowledged.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    while acknowledged.load(Ordering::Relaxed) < 200 {
        tokio::task::yield_now().await;
    }
    let database = site.folder.path().join("test.db");
    let file = site.folder.path().join("copy.backup");
    let mut before = 0;
    for round in 0..3 {
        before = acknowledged.load(Ordering::Relaxed);
        let (database, file) = (database.clone(), file.clone());
        tokio::task::spawn_blocking(move || backup(&database, &file, round > 0, |_, _| {}))
            .await
            .unwrap()
            .unwrap();
    }
    let during = acknowledged.load(Ordering::Relaxed);
    is_over.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.unwrap();
    }
    assert!(during > before, "checks were written meanwhile");
    let mode = file.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);

    let restored = site.folder.path().join("restored.db");
    assert_eq!(restore(&file, &restored, false, |_, _| {}).unwrap(), None);
    assert!(checks(&restored) >= before);
    check(&restored).unwrap();
    // Checks and what they amount to are of one moment.
    let unit = entry(&site, 0, None).unit.unwrap();
    let store = Store::open(&restored.as_path().into()).unwrap();
    assert_eq!(store.secret(), site.app.store.secret());
    let sessions = store
        .read_blocking(|db| db.check_state(&unit))
        .unwrap()
        .sessions;
    assert_eq!(sessions, 8);
}

#[tokio::test]
async fn nothing_is_written_over_unasked() {
    let site = Site::new().await;
    let database = site.folder.path().join("test.db");
    let file = site.folder.path().join("copy");
    let quiet = |_, _| {};
    backup(&database, &file, false, quiet).unwrap();
    let again = backup(&database, &file, false, quiet);
    assert!(matches!(again, Err(BackupError::Exists(_))));
    assert!(matches!(
        backup(&file.join("nothing"), &file, true, quiet),
        Err(BackupError::Missing(_))
    ));
    assert!(matches!(
        restore(&file, &database, false, quiet),
        Err(BackupError::Exists(_))
    ));
    // The server of this test has it open.
    assert!(matches!(
        restore(&file, &database, true, quiet),
        Err(BackupError::InUse(_))
    ));
    std::fs::write(&file, vec![0x5a; 40_000]).unwrap();
    let other = site.folder.path().join("other.db");
    assert!(matches!(
        restore(&file, &other, false, quiet),
        Err(BackupError::Damaged { .. })
    ));
    assert!(!other.exists());
    let names: Vec<_> = std::fs::read_dir(site.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("part") || name.contains("restoring"))
        .collect();
    assert!(names.is_empty(), "{names:?}");
}

/// The way of an operator: a server runs, the backup is taken, the server ends, the backup is put
/// back, the old database is kept.
#[test]
fn the_commands_back_up_and_restore() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (database, file) = (format!("sqlite:{}", path("t.db")), path("t.backup"));
    let records = path("brand.jsonl");
    std::fs::write(&records, crate::site::RECORDS).unwrap();
    assert!(
        touchstone(&["import", "--database", &database, &records])
            .status
            .success()
    );
    let server = Server::start(&["--database", &database]);
    let headers = "Content-Type: application/json\r\n";
    let body = r#"{"code":"https://x.example/01/09506000100012/21/TEA1"}"#;
    assert!(
        server
            .ask("POST", "/v1/verify", headers, body)
            .contains("200 OK")
    );
    let made = touchstone(&["backup", "--database", &database, &file]);
    assert!(made.status.success(), "{made:?}");
    server.ask("POST", "/v1/verify", headers, body);
    let refused = touchstone(&["restore", "--database", &database, "--overwrite", &file]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && said.contains("end it first"),
        "{said}"
    );
    server.end();
    let restored = touchstone(&["restore", "--database", &database, "--overwrite", &file]);
    assert!(restored.status.success(), "{restored:?}");
    assert_eq!(checks(Path::new(&path("t.db"))), 1);
    assert_eq!(checks(Path::new(&path("t.db.before-restore"))), 2);
    let elsewhere = touchstone(&["backup", "--database", "postgres://db/t", &path("pg")]);
    let said = String::from_utf8_lossy(&elsewhere.stderr).into_owned();
    assert!(said.contains("pg_dump"), "{said}");
}
