//! `cargo xtask bench pedigree`: a pedigree of 10,000 events over five levels of making, asked for
//! through `GET /v1/pedigree/…` on SQLite, whole and unpacked.

use std::{
    fmt::Write as _,
    fs,
    io::{BufReader, Read as _, Write as _},
    net::TcpStream,
    time::Instant,
};

use anyhow::{Result, bail};

use crate::{
    bench_capture::{RECORDS, capture, key, median, program},
    command::{command, run, target},
    load::Server,
};

/// Levels of making, lots of each, and events in all.
const LEVELS: usize = 5;
const LOTS: usize = 4;
const EVENTS: usize = 10_000;
/// How often it is asked for.
const ROUNDS: usize = 40;
/// In milliseconds, on an idle machine; a busy one is told so, and nothing fails.
const GOAL: f64 = 50.0;

/// Prints how long it takes: the first time, the median, and the slowest.
pub fn run_bench() -> Result<()> {
    run(command("cargo").args(["build", "--quiet", "--release", "-p", "api"]))?;
    let folder = target().join("bench-pedigree");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let database = format!("sqlite:{}", folder.join("bench.db").display());
    let records = folder.join("records.jsonl");
    fs::write(&records, RECORDS)?;
    run(program(&database).arg("import").arg(&records))?;
    let capturing = key(&database, "capture")?;
    let asking = key(&database, "query")?;
    let mut serve = program(&database);
    serve.args(["serve", "--listen", "127.0.0.1:0", "--log-filter", "warn"]);
    let server = Server::start(&mut serve)?;
    let host = server.url().trim_start_matches("http://").to_owned();
    capture(&host, &capturing, &documents())?;
    let path = format!("/v1/pedigree/01/09506000134352/10/{}", lot(LEVELS, 0));
    for (name, bearer) in [("the brand", Some(&asking)), ("everybody", None)] {
        let (first, steps, bytes) = ask(&host, &path, bearer)?;
        if steps != EVENTS {
            bail!("the pedigree has {steps} steps, and not {EVENTS}");
        }
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            times.push(ask(&host, &path, bearer)?.0);
        }
        let middle = median(&mut times);
        let slowest = times.last().copied().unwrap_or_default();
        println!(
            "{EVENTS} events over {LEVELS} levels for {name}: {middle:.1} ms, the first {first:.1}, \
             the slowest {slowest:.1}, goal {GOAL:.0} on an idle machine; {bytes} bytes",
        );
    }
    drop(server);
    fs::remove_dir_all(&folder)?;
    Ok(())
}

/// How long an answer takes in milliseconds, its steps, and its bytes.
fn ask(host: &str, path: &str, bearer: Option<&String>) -> Result<(f64, usize, usize)> {
    let bearer = bearer.map_or_else(String::new, |key| {
        format!("Authorization: Bearer {key}\r\n")
    });
    let mut stream = TcpStream::connect(host)?;
    let began = Instant::now();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\n{bearer}Connection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    BufReader::new(stream).read_to_end(&mut answer)?;
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    let answer = String::from_utf8_lossy(&answer);
    if !answer.starts_with("HTTP/1.1 200") {
        bail!(
            "the server says {}",
            answer.lines().next().unwrap_or_default()
        );
    }
    Ok((took, answer.matches(r#""did":"#).count(), answer.len()))
}

fn lot(level: usize, number: usize) -> String {
    format!("L{level}-{number}")
}

/// Each lot of a level is made of all lots of the one before, and the last level has one lot. In
/// between, each is seen many times, with a sensor's reading.
fn documents() -> Vec<String> {
    let mut events = Vec::new();
    let class = |level, number| {
        format!(
            r#"{{"epcClass":"https://id.gs1.org/01/09506000134352/10/{}","quantity":100,"uom":"KGM"}}"#,
            lot(level, number)
        )
    };
    let lots = |level| if level == LEVELS { 1 } else { LOTS };
    let all: usize = (0..=LEVELS).map(lots).sum();
    let makings: usize = (1..=LEVELS).map(lots).sum();
    for level in 1..=LEVELS {
        for number in 0..lots(level) {
            let inputs: Vec<String> = (0..lots(level - 1))
                .map(|input| class(level - 1, input))
                .collect();
            events.push(format!(
                r#"{{"type":"TransformationEvent","eventTime":"2026-{:02}-28T12:00:{number:02}Z","eventTimeZoneOffset":"+00:00","inputQuantityList":[{}],"outputQuantityList":[{}],"bizStep":"creating_class_instance","bizLocation":{{"id":"urn:epc:id:sgln:9506000.13435.0"}}}}"#,
                level,
                inputs.join(","),
                class(level, number),
            ));
        }
    }
    for event in 0..EVENTS - makings {
        let (which, turn) = (event % all, event / all);
        let (level, number) = (which / LOTS, which % LOTS);
        events.push(format!(
            r#"{{"type":"ObjectEvent","action":"OBSERVE","eventTime":"2026-{:02}-{:02}T{:02}:{:02}:{number:02}Z","eventTimeZoneOffset":"+00:00","quantityList":[{}],"bizStep":"{}","disposition":"in_progress","readPoint":{{"id":"urn:epc:id:sgln:9506000.13435.{}"}},"bizLocation":{{"id":"urn:epc:id:sgln:9506000.13435.0"}},"sensorElementList":[{{"sensorReport":[{{"type":"Temperature","value":{}.5,"uom":"CEL"}}]}}]}}"#,
            level + 1,
            2 + turn / 60 % 24,
            turn / 60 % 24,
            turn % 60,
            class(level, number),
            ["storing", "inspecting", "receiving"][turn % 3],
            turn % 9,
            2 + turn % 5,
        ));
    }
    let documents = events.chunks(1_000).map(|events| {
        let mut document = String::from(
            r#"{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-11-24T12:00:00Z","epcisBody":{"eventList":["#,
        );
        // Writing to a string can't fail.
        let _ = write!(document, "{}]}}}}", events.join(","));
        document
    });
    documents.collect()
}
