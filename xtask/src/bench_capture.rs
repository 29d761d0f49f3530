//! `cargo xtask bench capture`: events a second through `POST /epcis/capture`, beside writing the
//! same bytes to a file with an fsync a document.
//!
//! Both are done in turn in each round; a ratio is of the same round, and the medians count.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{BufReader, Write as _},
    net::TcpStream,
    path::Path,
    process::Command,
    time::Instant,
};

use anyhow::{Context as _, Result, bail};

use crate::{
    command::{command, run, target},
    load::Server,
};

const ROUNDS: u64 = 5;
/// Documents of a round, each in a transaction of its own.
const DOCUMENTS: u64 = 20;
/// Events of one document.
const EVENTS: u64 = 1_000;
/// Connections that send them.
const CONNECTIONS: u64 = 4;
/// Events a second on an idle machine; a busy one is told so, and nothing fails.
const GOAL: f64 = 10_000.0;

pub(crate) const RECORDS: &str = r#"{"type":"brand","id":"bench","name":"Bench","prefixes":["9506000"]}
{"type":"product","brand":"bench","gtin":"09506000134352","name":{"en":"Bench"},"sector":"food","serials":"partial"}
"#;

/// Prints a line a round and the medians.
pub fn run_bench() -> Result<()> {
    run(command("cargo").args(["build", "--quiet", "--release", "-p", "api"]))?;
    let folder = target().join("bench-capture");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let database = format!("sqlite:{}", folder.join("bench.db").display());
    let records = folder.join("records.jsonl");
    fs::write(&records, RECORDS)?;
    run(program(&database).arg("import").arg(&records))?;
    let key = key(&database, "capture")?;
    let mut serve = program(&database);
    serve.args(["serve", "--listen", "127.0.0.1:0", "--log-filter", "warn"]);
    let server = Server::start(&mut serve)?;
    let host = server.url().trim_start_matches("http://").to_owned();
    let (mut rates, mut ratios) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let documents: Vec<String> = (0..DOCUMENTS)
            .map(|number| document(round * DOCUMENTS + number))
            .collect();
        let bytes: usize = documents.iter().map(String::len).sum();
        let began = Instant::now();
        capture(&host, &key, &documents)?;
        let captured = began.elapsed().as_secs_f64();
        let written = write(&folder.join("bytes"), &documents)?;
        let rate = (DOCUMENTS * EVENTS) as f64 / captured;
        println!(
            "round {} of {ROUNDS}: {rate:.0} events/s, {:.1} MB/s; the bytes alone {:.1} MB/s",
            round + 1,
            bytes as f64 / captured / 1e6,
            bytes as f64 / written / 1e6,
        );
        rates.push(rate);
        ratios.push(written / captured);
    }
    let bytes = fs::metadata(folder.join("bench.db"))?.len();
    let events = ROUNDS * DOCUMENTS * EVENTS;
    println!(
        "{:.0} events/s, goal {GOAL:.0} on an idle machine; {:.4} of writing the same bytes with \
         fsync; {} bytes an event",
        median(&mut rates),
        median(&mut ratios),
        bytes / events,
    );
    drop(server);
    fs::remove_dir_all(&folder)?;
    Ok(())
}

pub(crate) fn program(database: &str) -> Command {
    let mut command = Command::new(target().join("release/touchstone"));
    command.env("TOUCHSTONE_DATABASE", database);
    command
}

pub(crate) fn key(database: &str, scope: &str) -> Result<String> {
    let output = program(database)
        .args(["key", "create", "--brand", "bench", "--scope", scope])
        .output()?;
    let said = String::from_utf8(output.stdout)?;
    let key = said
        .split_whitespace()
        .find(|word| word.starts_with("touchstone_"));
    Ok(key.context("no key was printed")?.to_owned())
}

/// Events of a packing line: three units, a step, a place and an order each.
fn document(number: u64) -> String {
    let mut out = String::from(
        r#"{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"bench":"https://bench.example/"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-11-24T12:00:00Z","epcisBody":{"eventList":["#,
    );
    for event in 0..EVENTS {
        let event = number * EVENTS + event;
        let comma = if event.is_multiple_of(EVENTS) {
            ""
        } else {
            ","
        };
        let (minute, second) = (event / 60 % 60, event % 60);
        // Writing to a string can't fail.
        let _ = write!(
            out,
            r#"{comma}{{"type":"ObjectEvent","action":"OBSERVE","eventTime":"2026-11-{:02}T{:02}:{minute:02}:{second:02}.000Z","eventTimeZoneOffset":"+00:00","epcList":["https://id.gs1.org/01/09506000134352/21/B{event}A","https://id.gs1.org/01/09506000134352/21/B{event}B","https://id.gs1.org/01/09506000134352/21/B{event}C"],"bizStep":"shipping","disposition":"in_transit","readPoint":{{"id":"urn:epc:id:sgln:9506000.13435.{}"}},"bizLocation":{{"id":"urn:epc:id:sgln:9506000.13435.0"}},"bizTransactionList":[{{"type":"po","bizTransaction":"urn:epcglobal:cbv:bt:9506000134352:{}"}}],"bench:line":"{}"}}"#,
            1 + event / 86_400 % 28,
            event / 3_600 % 24,
            1 + event % 9,
            event / 100,
            event % 7,
        );
    }
    out.push_str("]}}");
    out
}

/// Sends the documents over a few connections, and waits until each is taken.
pub(crate) fn capture(host: &str, key: &str, documents: &[String]) -> Result<()> {
    let each = documents.len().div_ceil(CONNECTIONS as usize);
    std::thread::scope(|scope| {
        let senders: Vec<_> = documents
            .chunks(each)
            .map(|documents| scope.spawn(move || send(host, key, documents)))
            .collect();
        senders
            .into_iter()
            .try_for_each(|sender| match sender.join() {
                Ok(sent) => sent,
                Err(_) => bail!("a sender gave up"),
            })
    })
}

fn send(host: &str, key: &str, documents: &[String]) -> Result<()> {
    let mut stream = TcpStream::connect(host)?;
    let mut answers = BufReader::new(stream.try_clone()?);
    for document in documents {
        write!(
            stream,
            "POST /epcis/capture HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {key}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{document}",
            document.len()
        )?;
        let job = answer(&mut answers, "HTTP/1.1 202")?;
        write!(
            stream,
            "GET {job} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {key}\r\n\r\n"
        )?;
        answer(&mut answers, "HTTP/1.1 200")?;
    }
    Ok(())
}

/// Reads an answer; the `Location` that it names, or nothing.
pub(crate) fn answer(answers: &mut impl std::io::BufRead, expected: &str) -> Result<String> {
    let (mut location, mut length, mut is_first) = (String::new(), 0, true);
    loop {
        let mut line = String::new();
        answers.read_line(&mut line)?;
        if is_first && !line.starts_with(expected) {
            bail!("the server says {line}");
        }
        is_first = false;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(": ").unwrap_or((line, ""));
        match &name.to_ascii_lowercase()[..] {
            "location" => value.clone_into(&mut location),
            "content-length" => length = value.parse()?,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    answers.read_exact(&mut body)?;
    let body = String::from_utf8_lossy(&body);
    if body.contains(r#""success":false"#) {
        bail!("not captured: {body}");
    }
    Ok(location)
}

/// How long it takes to write the same with an fsync a document, in seconds.
fn write(path: &Path, documents: &[String]) -> Result<f64> {
    let began = Instant::now();
    let mut file = File::create(path)?;
    for document in documents {
        file.write_all(document.as_bytes())?;
        file.sync_all()?;
    }
    Ok(began.elapsed().as_secs_f64())
}

pub(crate) fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
