//! When the disk is full, a page is damaged, or the file is gone: a right answer or a clear 503,
//! never a wrong verdict, and no restart to get well again.

use std::{fs, path::Path, process::Command};

use api::store::{Store, backup};
use serde_json::Value;

use crate::{
    command::touchstone,
    observe::Server,
    site::{MUG, PILLS, RECORDS, Site, TEA, observed, unit},
};

const JSON: &str = "Accept: application/json\r\n";

/// Codes, and what is true of them.
const TRUTH: &[(&str, &str, &str)] = &[
    (TEA, "TEA1", "issued"),
    (TEA, "TEA4", "blocked"),
    (TEA, "OLD1", "expired"),
    (TEA, "FAKE", "not-issued"),
    (PILLS, "PIL1", "recalled"),
    (PILLS, "PIL2", "issued"),
    (MUG, "MUG1", "issued"),
    (MUG, "MUG9", "unknown"),
];

fn check_of(server: &Server, serial: &str) -> String {
    let body = format!("{{\"code\":\"https://x.example/01/{TEA}/21/{serial}\"}}");
    server.ask(
        "POST",
        "/v1/verify",
        "Content-Type: application/json\r\n",
        &body,
    )
}

#[track_caller]
fn is(answer: &str, status: &str) -> bool {
    let is_503 = answer.starts_with("HTTP/1.1 503");
    assert!(
        is_503 || answer.starts_with("HTTP/1.1 200"),
        "neither fine nor a clear 503: {answer}"
    );
    if is_503 {
        assert!(answer.contains("retry-after: "), "{answer}");
    }
    answer.starts_with(&format!("HTTP/1.1 {status}"))
}

/// Files may not grow beyond a size, which is what a full disk does to a database. The server's own
/// limit is set from outside while it runs.
fn limit_files(pid: u32, bytes: Option<u64>) {
    let pid = rustix::process::Pid::from_raw(pid as i32).unwrap();
    let limit = rustix::process::Rlimit {
        current: bytes,
        maximum: None,
    };
    rustix::process::prlimit(Some(pid), rustix::process::Resource::Fsize, limit).unwrap();
}

#[test]
fn a_full_disk_refuses_checks_and_answers_questions() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.db");
    let database = format!("sqlite:{}", path.display());
    let records = folder.path().join("brand.jsonl");
    fs::write(&records, RECORDS).unwrap();
    let import = touchstone(&["import", "--database", &database, records.to_str().unwrap()]);
    assert!(import.status.success());
    // A write beyond the limit fails instead of ending the process.
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]);
    let server = Server::start_by(shell, &["--database", &database]);
    let mut acknowledged = 0;
    for _ in 0..5 {
        acknowledged += u64::from(is(&check_of(&server, "TEA1"), "200"));
    }
    assert_eq!(acknowledged, 5);

    for _ in 0..2 {
        let log = folder.path().join("t.db-wal");
        limit_files(server.id(), Some(log.metadata().unwrap().len() + 10_000));
        let mut refused = 0;
        for _ in 0..60 {
            match is(&check_of(&server, "TEA1"), "200") {
                true => acknowledged += 1,
                false => refused += 1,
            }
        }
        assert!(refused > 0, "the disk is full");
        assert!(is(&server.ask("GET", "/readyz", "", ""), "503"));
        assert!(is(&server.ask("GET", "/healthz", "", ""), "200"));
        for (gtin, serial, standing) in [(TEA, "TEA1", "issued"), (PILLS, "PIL1", "recalled")] {
            let answer = server.ask("GET", &format!("/01/{gtin}/21/{serial}"), JSON, "");
            assert!(is(&answer, "200"), "reading goes on: {answer}");
            assert!(
                answer.contains(&format!("\"standing\":\"{standing}\"")),
                "{answer}"
            );
        }
        limit_files(server.id(), None);
        assert!(is(&server.ask("GET", "/readyz", "", ""), "200"));
        for _ in 0..3 {
            assert!(is(&check_of(&server, "TEA1"), "200"), "well again");
            acknowledged += 1;
        }
    }
    let log = server.end();
    assert!(!log.contains("panicked"), "{log}");
    assert!(log.contains("store.failed"), "it is told: {log}");
    api::store::check(&path).unwrap();
    let store = Store::open(&path.as_path().into()).unwrap();
    let checks = store.read_blocking(|db| db.count_checks()).unwrap();
    assert_eq!(checks, acknowledged);
}

/// A small generator: the same damage at each run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

fn damage(bytes: &mut [u8], random: &mut Random) {
    let pages = bytes.len() as u64 / 4096;
    for _ in 0..1 + random.next() % 6 {
        let page = (1 + random.next() % (pages - 1)) as usize * 4096;
        let is_blank = random.next().is_multiple_of(4);
        for byte in &mut bytes[page..page + 4096] {
            *byte = if is_blank { 0 } else { random.next() as u8 };
        }
    }
}

/// Every answer is right, or a 503; counts what was answered.
async fn ask_all(site: &Site) -> usize {
    let mut answered = 0;
    for (gtin, serial, standing) in TRUTH {
        let path = format!("/01/{gtin}/21/{serial}");
        let reply = site.get(&path, &[("accept", "application/json")]).await;
        match reply.status.as_u16() {
            200 => {
                assert_eq!(
                    reply.json()["verdict"]["standing"],
                    **standing,
                    "{gtin} {serial}"
                );
                answered += 1;
            }
            503 => assert!(!reply.header("retry-after").is_empty()),
            _ => panic!("{serial}: {}", reply.text()),
        }
    }
    answered
}

#[tokio::test]
async fn a_damaged_page_never_makes_a_wrong_verdict() {
    let site = Site::new().await;
    let mut stolen = observed(
        &unit(TEA, "TEA4"),
        "2026-11-01T10:00:00Z",
        "inspecting",
        "stolen",
        "9506000900018",
    );
    // Long enough for pages of its own, which have no structure that could be checked.
    stolen["https://example.com/note"] = Value::from("x".repeat(20_000));
    let job = site.capture("acme", Value::from(vec![stolen])).await;
    assert_eq!(job["success"], true, "{job}");
    assert_eq!(ask_all(&site).await, TRUTH.len());
    let copy = site.folder.path().join("copy.db");
    backup(&site.folder.path().join("test.db"), &copy, false, |_, _| {}).unwrap();
    let whole = fs::read(&copy).unwrap();
    let (mut opened, mut answered, mut refused) = (0, 0, 0);
    for seed in 1..=80u64 {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut bytes = whole.clone();
        damage(&mut bytes, &mut random);
        let path = site.folder.path().join(format!("damaged-{seed}.db"));
        fs::write(&path, bytes).unwrap();
        // Where it can't even be opened, the server says so and doesn't start.
        let address = path.as_path().into();
        let Ok(store) = Store::open(&address) else {
            continue;
        };
        opened += 1;
        let fine = ask_all(&Site::on(address, store)).await;
        answered += fine;
        refused += TRUTH.len() - fine;
    }
    assert!(
        opened > 20 && answered > 100 && refused > 100,
        "{opened} {answered} {refused}"
    );
}

/// Gone and back again, or another file in its place.
#[test]
fn a_file_that_is_gone_is_told_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.db");
    let database = format!("sqlite:{}", path.display());
    let records = folder.path().join("brand.jsonl");
    fs::write(&records, RECORDS).unwrap();
    let import = touchstone(&["import", "--database", &database, records.to_str().unwrap()]);
    assert!(import.status.success());
    let server = Server::start(&["--database", &database]);
    assert!(is(&check_of(&server, "TEA1"), "200"));
    let moved = |from: &str, to: &str| {
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::rename(
                folder.path().join(format!("{from}{ending}")),
                folder.path().join(format!("{to}{ending}")),
            );
        }
    };
    moved("t.db", "elsewhere");
    for _ in 0..3 {
        let answer = check_of(&server, "TEA1");
        assert!(
            is(&answer, "503"),
            "nothing is acknowledged into the void: {answer}"
        );
        is(
            &server.ask("GET", &format!("/01/{TEA}/21/TEA1"), JSON, ""),
            "503",
        );
    }
    assert!(!Path::new(&path).exists(), "and no empty one is made");
    moved("elsewhere", "t.db");
    let answer = check_of(&server, "TEA1");
    assert!(is(&answer, "200"), "{answer}");
    assert!(answer.contains("\"standing\":\"issued\""), "{answer}");
    assert!(!server.end().contains("panicked"));
}
