//! Killed in the middle of checks, registrations and imports: nothing that was acknowledged is lost,
//! nothing is there by half, and the next start is quick.

use std::{
    collections::BTreeSet,
    io::{self, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    process::{Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use api::store::{Address, Store, UnitKey};
use serde_json::{Value, json};

use crate::{
    command::touchstone,
    engine,
    observe::Server,
    site::{MUG, RECORDS, TEA},
};

/// How often it is killed.
const CYCLES: u64 = 50;
/// How many ask at once.
const CLIENTS: u64 = 6;
/// Units of a cycle's import: some take so long that the kill comes before their end.
fn size(cycle: u64) -> usize {
    if ends_early(cycle) { 30_000 } else { 3_000 }
}

/// Whether a cycle is killed at its first answer.
fn ends_early(cycle: u64) -> bool {
    cycle % 5 == 1
}

/// What was acknowledged before the kill, over all cycles.
#[derive(Default)]
struct Acknowledged {
    checks: AtomicU64,
    /// Checks that were sent, whatever came of them.
    sent: AtomicU64,
    /// References and codes.
    registrations: Mutex<Vec<(String, String)>>,
}

fn post(address: SocketAddr, path: &str, body: &Value) -> io::Result<(u16, String)> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let body = body.to_string();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer
        .split_once("\r\n\r\n")
        .ok_or(io::ErrorKind::UnexpectedEof)?;
    let status = head.get(9..12).and_then(|status| status.parse().ok());
    let status = status.ok_or(io::ErrorKind::InvalidData)?;
    let length = head.lines().find_map(|line| {
        line.to_lowercase()
            .strip_prefix("content-length: ")?
            .parse()
            .ok()
    });
    // An answer that was cut short acknowledges nothing.
    match length {
        Some(length) if body.len() < length => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok((status, body.to_owned())),
    }
}

fn check(address: SocketAddr, acknowledged: &Acknowledged) -> io::Result<()> {
    acknowledged.sent.fetch_add(1, Ordering::Relaxed);
    let code = json!({ "code": format!("(01){TEA}(21)TEA2") });
    let (status, body) = post(address, "/v1/verify", &code)?;
    assert_eq!(status, 200, "{body}");
    acknowledged.checks.fetch_add(1, Ordering::Relaxed);
    Ok(())
}

fn register(address: SocketAddr, serial: &str, acknowledged: &Acknowledged) -> io::Result<()> {
    let form = json!({ "path": format!("/01/{MUG}/21/{serial}"), "shop": "Corner" });
    let (status, body) = post(address, "/v1/registrations", &form)?;
    assert_eq!(status, 201, "{body}");
    let view: Value = serde_json::from_str(&body).unwrap();
    let text = |field: &str| view[field].as_str().unwrap().to_owned();
    let mut list = acknowledged.registrations.lock().unwrap();
    list.push((text("reference"), text("code")));
    Ok(())
}

/// Serials of a cycle, each for one thing.
fn serial(cycle: u64, of: &str, number: usize) -> String {
    format!("{of}{cycle}-{number}")
}

/// A line of units, as a brand sends them.
fn units(batch: &str, serials: &[String]) -> String {
    let record = json!({ "type": "units", "gtin": MUG, "batch": batch, "serials": serials });
    format!("{record}\n")
}

/// What a cycle imports is a batch of its own.
fn batch(cycle: u64) -> String {
    format!("C{cycle}")
}

#[test]
fn nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let address = engine::address(folder.path());
    let database = address.to_string();
    let records = folder.path().join("records.jsonl");
    let mut text = RECORDS.to_owned();
    for cycle in 0..CYCLES {
        let all: Vec<String> = (0..200).map(|number| serial(cycle, "R", number)).collect();
        text.push_str(&units("M1", &all));
        let record = json!({ "type": "batch", "gtin": MUG, "batch": batch(cycle) });
        text.push_str(&format!("{record}\n"));
    }
    std::fs::write(&records, text).unwrap();
    let file = records.to_str().unwrap();
    let import = touchstone(&["import", "--database", &database, file]);
    assert!(
        import.status.success(),
        "{}",
        String::from_utf8_lossy(&import.stderr)
    );

    let acknowledged = Acknowledged::default();
    let mut imported = BTreeSet::new();
    let mut cut_short = 0;
    let mut slowest = Duration::ZERO;
    for cycle in 0..CYCLES {
        match one_cycle(cycle, &database, folder.path(), &acknowledged) {
            Import::Finished => {
                imported.insert(cycle);
            }
            Import::Killed => cut_short += 1,
        }
        let begun = Instant::now();
        let store = Store::open(&address).unwrap();
        slowest = slowest.max(begun.elapsed());
        judge(&store, &address, cycle, &acknowledged, &imported);
        if cycle % 10 == 1 {
            // What was cut short is completed by the same import once more.
            drop(store);
            let file = folder.path().join("units.jsonl").display().to_string();
            let again = touchstone(&["import", "--database", &database, &file]);
            assert!(again.status.success(), "{again:?}");
            assert_eq!(units_of(&address, cycle), size(cycle));
        }
    }
    // Neither did all of them finish before the kill, nor none.
    assert!(
        imported.len() >= 5 && cut_short >= 5,
        "{} imports finished, {cut_short} were killed",
        imported.len()
    );
    assert!(
        slowest < Duration::from_secs(1),
        "open again after {slowest:?}"
    );
    let checks = acknowledged.checks.load(Ordering::Relaxed);
    let registrations = acknowledged.registrations.lock().unwrap().len();
    assert!(
        checks > CYCLES && registrations > 0,
        "{checks} {registrations}"
    );
    println!(
        "{CYCLES} kills: {checks} checks and {registrations} registrations acknowledged, {} of \
         {CYCLES} imports finished, open again after {slowest:?} at most",
        imported.len()
    );

    // And whoever was told that their registration stands can still find it.
    let server = Server::start(&["--database", &database, "--limit-forms", "off"]);
    for (reference, code) in acknowledged.registrations.lock().unwrap().iter() {
        let holder = json!({ "reference": reference, "code": code });
        let (status, body) = post(server.address, "/v1/registrations/lookup", &holder).unwrap();
        assert_eq!(status, 200, "{body}");
    }
    server.kill();
}

/// What became of a cycle's import.
enum Import {
    /// It said that it was done.
    Finished,
    /// It was still at it.
    Killed,
}

/// Whether an import keeps what is good, part by part, or all or nothing.
fn keeps_good(cycle: u64) -> bool {
    cycle % 2 == 1
}

/// Asks, registers and imports until everything is killed.
fn one_cycle(
    cycle: u64,
    database: &str,
    folder: &std::path::Path,
    acknowledged: &Acknowledged,
) -> Import {
    let off = ["lookups", "guesses", "forms", "code"];
    let off: Vec<String> = off
        .iter()
        .map(|name| format!("--limit-{name}=off"))
        .collect();
    let off: Vec<&str> = off.iter().map(String::as_str).collect();
    let server = Server::start(&[&["--database", database], &off[..]].concat());
    let lines: String = (0..size(cycle))
        .map(|number| serial(cycle, "U", number))
        .collect::<Vec<_>>()
        .chunks(100)
        .map(|serials| units(&batch(cycle), serials))
        .collect();
    let file = folder.join("units.jsonl");
    std::fs::write(&file, lines).unwrap();
    let mut import = Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(["import", "--database", database])
        .args(keeps_good(cycle).then_some("--keep-good"))
        .arg(&file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let is_over = AtomicBool::new(false);
    let (answered, answers) = mpsc::channel();
    thread::scope(|scope| {
        for client in 0..CLIENTS {
            let (is_over, address, answered) = (&is_over, server.address, answered.clone());
            scope.spawn(move || {
                for number in 0.. {
                    if is_over.load(Ordering::Relaxed) {
                        return;
                    }
                    // What fails was killed, and acknowledged nothing.
                    let done = if client == 0 && number < 200 {
                        register(address, &serial(cycle, "R", number), acknowledged)
                    } else {
                        check(address, acknowledged)
                    };
                    if done.is_ok() {
                        // Nobody counts any more once it is killed.
                        let _ = answered.send(());
                    }
                }
            });
        }
        // Another moment each time: at the first answer, or after some dozens.
        let answers_before = match ends_early(cycle) {
            true => 1,
            false => 1 + 7 * cycle % 60,
        };
        for _ in 0..answers_before {
            answers.recv_timeout(Duration::from_secs(30)).unwrap();
        }
        if cycle.is_multiple_of(5) {
            // Killed as soon as it has said so: what it had said has to be there.
            assert!(import.wait().unwrap().success());
        }
        let finished = import.try_wait().unwrap();
        let _ = import.kill();
        server.kill();
        is_over.store(true, Ordering::Relaxed);
        import.wait().unwrap();
        match finished {
            Some(status) => {
                assert!(status.success(), "nobody killed it: {status}");
                Import::Finished
            }
            None => Import::Killed,
        }
    })
}

fn judge(
    store: &Store,
    address: &Address,
    cycle: u64,
    acknowledged: &Acknowledged,
    imported: &BTreeSet<u64>,
) {
    let units = units_of(address, cycle);
    let (checks, state, ledger) = store
        .read_blocking(|db| {
            let tea = db.product(&TEA.parse().unwrap())?.unwrap();
            let unit = UnitKey {
                product: tea.id,
                serial: api::store::Serial::new("TEA2").unwrap(),
            };
            Ok((db.count_checks()?, db.check_state(&unit)?, db.ledger_sum()?))
        })
        .unwrap();
    let told = acknowledged.checks.load(Ordering::Relaxed);
    let sent = acknowledged.sent.load(Ordering::Relaxed);
    assert!(
        (told..=sent).contains(&checks),
        "{told} ≤ {checks} ≤ {sent}"
    );
    assert_eq!(
        u64::from(state.sessions),
        checks,
        "state and log are one act"
    );
    assert_eq!(ledger, 0);
    // A part of `--keep-good` is whole lines, of 100 units each.
    assert!(
        [0, size(cycle)].contains(&units) || keeps_good(cycle) && units.is_multiple_of(100),
        "{units} of {} units of one import",
        size(cycle)
    );
    if imported.contains(&cycle) {
        assert_eq!(units, size(cycle), "the import had said that it was done");
    }
}

/// How many units of a cycle's import are there.
fn units_of(address: &Address, cycle: u64) -> usize {
    let of_batch = format!(
        "unit where batch = (select id from batch where number = '{}')",
        batch(cycle)
    );
    usize::try_from(engine::count(address, &of_batch)).unwrap()
}
