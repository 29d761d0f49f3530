//! `cargo xtask bench api`: what a look-up costs, beside a hello-world of the same framework.
//!
//! All servers run at once and are asked in turn, so what the machine does beside this is shared.
//! A ratio is of the same round; the medians of the rounds count.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
};

use anyhow::{Context as _, Result, bail};

use crate::{
    bench_import::target,
    command::{command, run, step},
    postgres::Postgres,
    tools,
};

/// Serials that are issued, as a range.
const UNITS: u64 = 10_000_000;
/// Of these, so many are asked for: a unit is checked a few times, as most are.
const ASKED: usize = 100_000;
const ROUNDS: usize = 5;
const CONNECTIONS: u32 = 64;
/// How long one server is asked in a round, in seconds.
const SECONDS: u32 = 5;

const GTIN: &str = "09506000134352";
const RECORDS: &str = r#"{"type":"brand","id":"bench","name":"Bench","prefixes":["9506000"]}
{"type":"product","brand":"bench","gtin":"09506000134352","name":{"en":"Bench"},"sector":"food","serials":"declared"}
{"type":"batch","gtin":"09506000134352","batch":"L1","best_before":"2030-01-31"}
"#;

/// A way of asking a server.
struct Subject {
    name: &'static str,
    server: usize,
    script: PathBuf,
    /// Of which subject its rate must be at least how much, in the median of the rounds.
    must: Option<(usize, f64)>,
}

/// What `docs/running.md` has operators set, for a machine of some gigabytes.
const POSTGRES: &str = "-c shared_buffers=512MB -c wal_compression=on -c max_wal_size=4GB \
    -c min_wal_size=1GB -c checkpoint_timeout=15min";

/// So many megabytes go through the log first, and its files are used again: a database that has been
/// running for a while has no new ones to write full of zeros, which every check would wait for.
const LOGGED_BEFORE_MB: u32 = 1100;

/// How much longer than hello's the 99th percentile of latency may be.
const P99_MOST: f64 = 6.0;

/// What a round of one subject came to.
#[derive(Clone, Copy, Debug)]
struct Round {
    /// Answers a second.
    rate: f64,
    /// The 99th percentile of latency, in microseconds.
    p99_us: f64,
    /// The server's own processor time an answer, in microseconds.
    cpu_us: f64,
}

/// Prints a table; fails where a ratio is below what it must be.
pub fn run_bench() -> Result<()> {
    tools::wrk()?;
    tools::postgres()?;
    for package in ["api", "hello"] {
        // One by one: each with the features that it has alone.
        let build = [
            "build",
            "--quiet",
            "--profile",
            "dist",
            "--package",
            package,
        ];
        run(command("cargo").args(build))?;
    }
    let folder = target().join("bench-api");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let postgres = Postgres::start(POSTGRES).context("starting PostgreSQL")?;
    let sqlite = format!("sqlite:{}", folder.join("bench.db").display());
    let serials = step("issuing 10 million serials on each engine", || {
        fill(&folder, &postgres.url)?;
        fill(&folder, &sqlite)
    })?;
    use_log(&postgres)?;
    let servers = [
        Server::start(Command::new(target().join("dist/hello")))?,
        touchstone(&folder, &sqlite)?,
        touchstone(&folder, &postgres.url)?,
    ];
    for server in &servers[1..] {
        knows(server, &serials[0])?;
    }
    let subjects = subjects(&folder, &serials)?;
    // Once around, so that no round is the one that finds everything cold.
    for subject in &subjects {
        ask(&servers[subject.server], &subject.script)?;
    }
    let mut rounds: Vec<Vec<Round>> = Vec::new();
    for round in 0..ROUNDS {
        println!("round {} of {ROUNDS}", round + 1);
        let asked = subjects
            .iter()
            .map(|subject| ask(&servers[subject.server], &subject.script));
        rounds.push(asked.collect::<Result<_>>()?);
    }
    report(&subjects, &rounds)
}

fn use_log(postgres: &Postgres) -> Result<()> {
    let fill = format!(
        "select pg_logical_emit_message(false, 'bench', repeat('x', 1000000))
         from generate_series(1, {LOGGED_BEFORE_MB})"
    );
    let mut psql = Command::new("psql");
    psql.args(["--no-psqlrc", "--quiet", "--output", "/dev/null"])
        .args(["--dbname", &postgres.url]);
    for statement in [fill.as_str(), "checkpoint"] {
        psql.args(["--command", statement]);
    }
    run(&mut psql)
}

fn subjects(folder: &Path, serials: &[String]) -> Result<Vec<Subject>> {
    let script = |name: &str, text: String| -> Result<PathBuf> {
        let path = folder.join(format!("{name}.lua"));
        fs::write(&path, text + REPORT)?;
        Ok(path)
    };
    let list = serials
        .iter()
        .map(|serial| format!("'{serial}'"))
        .collect::<Vec<_>>()
        .join(",");
    let of_each = |request: &str| {
        format!(
            "local serials = {{{list}}}\n\
             local make = function(serial)\n{request}\nend\n{REQUESTS}"
        )
    };
    let hello = script(
        "hello",
        format!(
            "local serials = {{''}}\nlocal make = function() return wrk.format() end\n{REQUESTS}"
        ),
    )?;
    let verify = script(
        "verify",
        of_each(&format!(
            "local headers = {{['Content-Type'] = 'application/json'}}\n\
             local body = '{{\"code\":\"(01){GTIN}(21)' .. serial .. '\"}}'\n\
             return wrk.format('POST', '/v1/verify', headers, body)"
        )),
    )?;
    let read = script(
        "read",
        of_each(&format!(
            "local headers = {{['Accept'] = 'application/json'}}\n\
             return wrk.format('GET', '/01/{GTIN}/21/' .. serial, headers)"
        )),
    )?;
    let subject = |name, server, script: &PathBuf, must: Option<(usize, f64)>| Subject {
        name,
        server,
        script: script.clone(),
        must,
    };
    Ok(vec![
        subject("hello", 0, &hello, None),
        subject("SQLite, check", 1, &verify, Some((0, 0.22))),
        subject("SQLite, read", 1, &read, Some((0, 0.45))),
        subject("PostgreSQL, check", 2, &verify, Some((1, 0.8))),
        subject("PostgreSQL, read", 2, &read, None),
    ])
}

/// Requests are made before the first is sent, and the same for all servers: how fast wrk can write
/// them is not what is measured.
const REQUESTS: &str = "
local requests, next = {}, 0
init = function(args)
  for place, serial in ipairs(serials) do requests[place] = make(serial) end
  next = math.random(#requests)
end
request = function()
  next = next % #requests + 1
  return requests[next]
end
";

/// What wrk prints in the end, for [`ask`] to read.
const REPORT: &str = "
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('RESULT %d %d %d %d\\n', summary.requests, summary.duration,
    latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
";

/// Puts the records in and issues the serials; some of them, from everywhere among them.
fn fill(folder: &Path, database: &str) -> Result<Vec<String>> {
    let records = folder.join("records.jsonl");
    fs::write(&records, RECORDS)?;
    run(program(folder, database).arg("import").arg(&records))?;
    let count = UNITS.to_string();
    let mut issuing = program(folder, database)
        .args(["issue", "--gtin", GTIN, "--batch", "L1", "--count", &count])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let out = issuing.stdout.take().context("the command's output")?;
    let every = UNITS as usize / ASKED;
    let mut serials = Vec::with_capacity(ASKED);
    for line in BufReader::new(out).lines().skip(1).step_by(every) {
        let serial = line?.split(',').nth(2).map(str::to_owned);
        serials.extend(serial);
    }
    if !issuing.wait()?.success() || serials.len() != ASKED {
        bail!("issuing failed");
    }
    Ok(serials)
}

/// The command on a database, with what it needs in the environment.
fn program(folder: &Path, database: &str) -> Command {
    let mut command = Command::new(target().join("dist/touchstone"));
    command
        .env("TOUCHSTONE_DATABASE", database)
        .env("TOUCHSTONE_ISSUE_KEY", folder.join("issue-key"));
    command
}

fn touchstone(folder: &Path, database: &str) -> Result<Server> {
    let mut command = program(folder, database);
    command.args(["serve", "--listen", "127.0.0.1:0", "--log-filter", "warn"]);
    for limit in ["lookups", "guesses", "forms", "code"] {
        command.arg(format!("--limit-{limit}=off"));
    }
    Server::start(command)
}

/// A server in a process of its own.
pub struct Server {
    process: Child,
    url: String,
}

impl Server {
    /// Starts one and waits until it listens.
    pub fn start(mut command: Command) -> Result<Server> {
        let mut process = command.stdout(Stdio::piped()).spawn()?;
        let out = process.stdout.take().context("the server's output")?;
        let mut lines = BufReader::new(out).lines();
        let url = loop {
            let line = lines.next().context("the server says where it is")??;
            if let Some(url) = line.strip_prefix("listening on ") {
                break url.to_owned();
            }
        };
        // It may go on printing.
        thread::spawn(move || lines.for_each(drop));
        Ok(Server { process, url })
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its processor time so far, in microseconds.
    fn cpu_us(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        // The name before may hold anything; user and system time are the 14th and 15th field.
        let (_, fields) = stat.rsplit_once(')').context("no process")?;
        let ticks: Vec<f64> = fields
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse().ok())
            .collect();
        // 100 ticks a second, as Linux has it everywhere.
        Ok(ticks.iter().sum::<f64>() * 10_000.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A serial that is not on record would be answered faster.
fn knows(server: &Server, serial: &str) -> Result<()> {
    let host = server.url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host)?;
    write!(
        stream,
        "GET /01/{GTIN}/21/{serial} HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\n\
         Connection: close\r\n\r\n"
    )?;
    let mut said = String::new();
    stream.read_to_string(&mut said)?;
    if !said.contains(r#""standing":"issued""#) {
        bail!("{} says {said}", server.url);
    }
    Ok(())
}

fn ask(server: &Server, script: &Path) -> Result<Round> {
    let before = server.cpu_us()?;
    let output = Command::new("wrk")
        .args(["--threads", "1", "--connections", &CONNECTIONS.to_string()])
        .args(["--duration", &format!("{SECONDS}s"), "--script"])
        .arg(script)
        .arg(&server.url)
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = said
        .lines()
        .find_map(|line| line.strip_prefix("RESULT "))
        .with_context(|| {
            format!(
                "wrk said: {said}{}",
                String::from_utf8_lossy(&output.stderr)
            )
        })?
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .collect();
    let [requests, us, p99_us, errors] = numbers[..] else {
        bail!("wrk said: {said}");
    };
    if errors > 0.0 || requests == 0.0 {
        bail!("{errors} of {requests} requests failed: {said}");
    }
    Ok(Round {
        rate: requests / (us / 1e6),
        p99_us,
        cpu_us: (server.cpu_us()? - before) / requests,
    })
}

fn report(subjects: &[Subject], rounds: &[Vec<Round>]) -> Result<()> {
    let median = |of: &dyn Fn(&[Round]) -> f64| -> f64 {
        let mut values: Vec<f64> = rounds.iter().map(|round| of(round)).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    println!(
        "{:18} {:>10} {:>8} {:>16} {:>10} {:>10} {:>10}",
        "", "answers/s", "of hello", "must", "p99 µs", "of hello", "CPU µs"
    );
    let mut is_below = false;
    for (index, subject) in subjects.iter().enumerate() {
        let ratio = |of: usize| median(&|round| round[index].rate / round[of].rate);
        let p99 = median(&|round| round[index].p99_us / round[0].p99_us);
        let must = match subject.must {
            Some((0, least)) => format!("{least:.2} of hello"),
            Some((of, least)) => format!("{least:.2} of {:.2}", ratio(0) / ratio(of)),
            None => String::new(),
        };
        println!(
            "{:18} {:10.0} {:8.3} {must:>16} {:10.0} {p99:10.2} {:10.1}",
            subject.name,
            median(&|round| round[index].rate),
            ratio(0),
            median(&|round| round[index].p99_us),
            median(&|round| round[index].cpu_us),
        );
        if let Some((of, least)) = subject.must {
            is_below |= ratio(of) < least || p99 > P99_MOST;
        }
    }
    if is_below {
        bail!("a ratio is not what it must be");
    }
    Ok(())
}
