//! A load on a server: what is put into its database, and what wrk asks it for.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
};

use anyhow::{Context as _, Result, bail};

use crate::command::run;

/// Of the issued serials so many are asked for: a unit is checked a few times, as most are.
const ASKED: usize = 100_000;
/// How many requests are under way at once, one a connection.
pub const CONNECTIONS: u32 = 64;

/// Under the prefix of examples, apart from that of the demo brand.
const GTIN: &str = "09521234543213";
const RECORDS: &str = r#"{"type":"brand","id":"bench","name":"Bench","prefixes":["9521234"]}
{"type":"product","brand":"bench","gtin":"09521234543213","name":{"en":"Bench"},"sector":"food","serials":"declared"}
{"type":"batch","gtin":"09521234543213","batch":"L1","best_before":"2030-01-31"}
"#;

/// A program, and a folder with what it needs to serve.
pub struct Load {
    program: PathBuf,
    folder: PathBuf,
}

impl Load {
    /// Makes the folder anew.
    pub fn new(program: PathBuf, folder: PathBuf) -> Result<Load> {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Ok(Load { program, folder })
    }

    /// The same folder with another program.
    pub fn with(&self, program: PathBuf) -> Load {
        Load {
            program,
            folder: self.folder.clone(),
        }
    }

    /// Where a file of that name is in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The database of one's own.
    pub fn sqlite(&self) -> String {
        format!("sqlite:{}", self.folder.join("load.db").display())
    }

    /// The command on a database, with what it needs in the environment.
    pub fn command(&self, database: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.env("TOUCHSTONE_DATABASE", database);
        for key in ["ISSUE", "HIDDEN", "SEAL"] {
            let file = self.folder.join(format!("{key}-key").to_lowercase());
            command.env(format!("TOUCHSTONE_{key}_KEY"), file);
        }
        command
    }

    /// Whether a line of an export is about a unit that was issued for the load.
    pub fn is_about(line: &str) -> bool {
        line.contains(GTIN)
    }

    /// Puts the records in and issues so many serials; gives some of them, from everywhere among them.
    pub fn fill(&self, database: &str, units: usize) -> Result<Vec<String>> {
        let records = self.folder.join("records.jsonl");
        fs::write(&records, RECORDS)?;
        run(self.command(database).arg("import").arg(&records))?;
        let count = units.to_string();
        let mut issuing = self
            .command(database)
            .args(["issue", "--gtin", GTIN, "--batch", "L1", "--count", &count])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let out = issuing.stdout.take().context("the command's output")?;
        let every = units / ASKED;
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

    /// Serves a database to whoever asks as often as they like.
    pub fn serve(&self, database: &str, more: &[&str]) -> Result<Server> {
        let mut command = self.command(database);
        command.args(["serve", "--listen", "127.0.0.1:0", "--log-filter", "warn"]);
        for limit in ["lookups", "guesses", "forms", "code"] {
            command.arg(format!("--limit-{limit}=off"));
        }
        Server::start(command.args(more))
    }

    /// What wrk asks for.
    pub fn scripts(&self, serials: &[String]) -> Result<Scripts> {
        let script = |name: &str, text: String| -> Result<PathBuf> {
            let path = self.folder.join(format!("{name}.lua"));
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
        let get = |accept: &str| {
            of_each(&format!(
                "local headers = {{['Accept'] = '{accept}'}}\n\
                 return wrk.format('GET', '/01/{GTIN}/21/' .. serial, headers)"
            ))
        };
        Ok(Scripts {
            hello: script(
                "hello",
                format!(
                    "local serials = {{''}}\n\
                     local make = function() return wrk.format() end\n{REQUESTS}"
                ),
            )?,
            check: script(
                "check",
                of_each(&format!(
                    "local headers = {{['Content-Type'] = 'application/json'}}\n\
                     local body = '{{\"code\":\"(01){GTIN}(21)' .. serial .. '\"}}'\n\
                     return wrk.format('POST', '/v1/verify', headers, body)"
                )),
            )?,
            read: script("read", get("application/json"))?,
            page: script("page", get("text/html"))?,
        })
    }
}

/// Files of wrk: what is asked for, again and again.
pub struct Scripts {
    /// The root of a server that knows nothing else.
    pub hello: PathBuf,
    /// A check that is counted.
    pub check: PathBuf,
    /// A look-up that only reads.
    pub read: PathBuf,
    /// The page of a unit.
    pub page: PathBuf,
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

/// What wrk prints in the end, for [`Server::ask`] to read.
const REPORT: &str = "
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('RESULT %d %d %d %d\\n', summary.requests, summary.duration,
    latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
";

/// A server in a process of its own.
pub struct Server {
    process: Child,
    url: String,
}

impl Server {
    /// Starts one and waits until it listens.
    pub fn start(command: &mut Command) -> Result<Server> {
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

    /// A serial that is not on record would be answered faster.
    pub fn knows(&self, serial: &str) -> Result<()> {
        let host = self.url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host)?;
        write!(
            stream,
            "GET /01/{GTIN}/21/{serial} HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\n\
             Connection: close\r\n\r\n"
        )?;
        let mut said = String::new();
        stream.read_to_string(&mut said)?;
        if !said.contains(r#""standing":"issued""#) {
            bail!("{} says {said}", self.url);
        }
        Ok(())
    }

    /// Asks it with wrk for so many seconds; each answer has to be one.
    pub fn ask(&self, script: &Path, seconds: u32) -> Result<Round> {
        let before = self.cpu_us()?;
        let output = Command::new("wrk")
            .args(["--threads", "1", "--connections", &CONNECTIONS.to_string()])
            .args(["--duration", &format!("{seconds}s"), "--script"])
            .arg(script)
            .arg(&self.url)
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
            answers: requests,
            rate: requests / (us / 1e6),
            p99_us,
            cpu_us: (self.cpu_us()? - before) / requests,
        })
    }

    /// Asks it to end, and waits until it has.
    pub fn end(mut self) -> Result<()> {
        let id = self.process.id().to_string();
        run(Command::new("sh").args(["-c", "kill -TERM \"$0\"", &id]))?;
        if !self.process.wait()?.success() {
            bail!("{} did not end well", self.url);
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a round of asking came to.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// Answers.
    pub answers: f64,
    /// Answers a second.
    pub rate: f64,
    /// The 99th percentile of latency, in microseconds.
    pub p99_us: f64,
    /// The server's own processor time an answer, in microseconds.
    pub cpu_us: f64,
}
