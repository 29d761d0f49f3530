//! `touchstone doctor`: a line for each thing that a server needs, with what to do where it is wrong.

use std::{
    fmt,
    net::{TcpStream, ToSocketAddrs as _},
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::ExitCode,
    time::Duration,
};

use serde::Serialize;

use super::{
    Database, HiddenKey, IssueKey, SealKeyAt, SigningKeysAt, notify::Notify, tls_files::TlsFiles,
};
use crate::{clock::Clock, signing, store};

/// This much free space is a warning, and this much too little, in bytes.
const LITTLE: u64 = 2 << 30;
const TOO_LITTLE: u64 = 200 << 20;
/// A certificate that ends in so many days should have been renewed.
const RENEW_DAYS: i64 = 14;
/// The clock can't be before this version was made: 2026-11-01, in milliseconds since 1970.
const MADE: i64 = 1_793_491_200_000;
/// How long the mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The flags of `doctor`: those of `serve` that name something outside of it.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Writes a JSON line each.
    #[arg(long)]
    json: bool,
    /// The origin that people reach the server at, such as `https://example.com`.
    #[arg(long, env = "TOUCHSTONE_PUBLIC_ORIGIN", value_name = "ORIGIN")]
    public_origin: Option<String>,
    #[command(flatten)]
    tls: TlsFiles,
    #[command(flatten)]
    notify: Notify,
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    issue_key: IssueKey,
    #[command(flatten)]
    hidden_key: HiddenKey,
    #[command(flatten)]
    seal_key: SealKeyAt,
    #[command(flatten)]
    signing: SigningKeysAt,
}

/// What was found of one thing.
#[derive(Debug, Serialize)]
struct Finding {
    check: &'static str,
    state: State,
    says: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    todo: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Fine,
    /// It runs, and will not for long, or not for everything.
    Warning,
    Wrong,
}

impl Finding {
    fn fine(check: &'static str, says: impl Into<String>) -> Finding {
        Finding {
            check,
            state: State::Fine,
            says: says.into(),
            todo: None,
        }
    }

    fn warning(check: &'static str, says: impl Into<String>, todo: &str) -> Finding {
        Finding {
            check,
            state: State::Warning,
            says: says.into(),
            todo: Some(todo.to_owned()),
        }
    }

    fn wrong(check: &'static str, says: impl Into<String>, todo: &str) -> Finding {
        Finding {
            state: State::Wrong,
            ..Finding::warning(check, says, todo)
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Fine => "fine",
            State::Warning => "warning",
            State::Wrong => "WRONG",
        };
        write!(f, "{state:8} {:12} {}", self.check, self.says)?;
        match &self.todo {
            Some(todo) => write!(f, ": {todo}"),
            None => Ok(()),
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut findings = vec![Finding::fine("version", env!("CARGO_PKG_VERSION"))];
    findings.extend(database(arguments));
    findings.push(clock(arguments));
    findings.extend(origin(arguments));
    findings.push(certificate(arguments));
    findings.push(mail(arguments));
    findings.push(push(arguments));
    for finding in &findings {
        match arguments.json {
            true => println!("{}", serde_json::to_string(finding)?),
            false => println!("{finding}"),
        }
    }
    let is_wrong = findings.iter().any(|one| one.state == State::Wrong);
    Ok(match is_wrong {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    })
}

/// The database with the disk that it is on, and the keys that its serials were made with.
fn database(arguments: &Arguments) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Ok(path) = arguments.database.file("") {
        if !path.exists() {
            return vec![Finding::wrong(
                "database",
                format!("`{}` is not there", path.display()),
                "name it with --database; `serve` and `import` make a new one",
            )];
        }
        findings.push(private("database", &path));
        findings.push(disk(&path));
        if let Err(error) = store::check(&path) {
            let todo = "end the server, and put a backup back with `touchstone restore`";
            findings.push(Finding::wrong("integrity", error.to_string(), todo));
            return findings;
        }
        findings.push(Finding::fine("integrity", "every page was read"));
    }
    let store = match arguments.database.open() {
        Ok(store) => store,
        Err(error) => {
            let todo =
                "see that it can be reached; `touchstone migrate` brings an older one up to date";
            findings.push(Finding::wrong("tables", format!("{error:#}"), todo));
            return findings;
        }
    };
    findings.push(Finding::fine("tables", "of this version"));
    let todo = "name the key's file, or put it back from where keys are backed up";
    let issue_key = arguments.issue_key.file();
    findings.push(
        match store.read_blocking(|db| issue_key.key(db).map(|key| key.is_some())) {
            Ok(true) => private("issue key", &arguments.issue_key.issue_key),
            Ok(false) => Finding::fine("issue key", "none is needed: no serials were issued here"),
            Err(error) => Finding::wrong("issue key", error.to_string(), todo),
        },
    );
    let seal_key = arguments.seal_key.file();
    findings.push(
        match store.read_blocking(|db| seal_key.key(db).map(|key| key.is_some())) {
            Ok(true) => match private("seal key", seal_key.path()) {
                finding if finding.state == State::Fine => Finding::fine(
                    "seal key",
                    format!(
                        "{}; keep a copy of it apart from the database: without it no report can be \
                         sealed and no line witnessed",
                        finding.says
                    ),
                ),
                finding => finding,
            },
            Ok(false) => Finding::fine("seal key", "none is needed: nothing was sealed here"),
            Err(error) => Finding::wrong(
                "seal key",
                error.to_string(),
                "name the key's file with --seal-key, or put it back from where keys are backed up; \
                 `touchstone key replace-seal` needs the old one, too",
            ),
        },
    );
    let hidden_key = arguments.hidden_key.file();
    findings.push(
        match store.read_blocking(|db| hidden_key.key(db).map(|key| key.is_some())) {
            Ok(true) => private("hidden key", hidden_key.path()),
            Ok(false) => Finding::fine("hidden key", "none is needed: no hidden codes were made"),
            Err(error) => Finding::wrong("hidden key", error.to_string(), todo),
        },
    );
    for path in &arguments.signing.signing_keys {
        findings.push(signing_key(path, &store));
    }
    findings
}

/// Whether a private key is one whose public half this database shows, and counts.
fn signing_key(path: &Path, store: &store::Store) -> Finding {
    const CHECK: &str = "signing key";
    let name = path.display();
    let held = match signing::read(path) {
        Ok(held) => held.public().bytes(),
        Err(error) => {
            let todo = "name the right file, or put it back from where keys are backed up";
            return Finding::wrong(CHECK, error.to_string(), todo);
        }
    };
    let known = store.read_blocking(|db| {
        for brand in db.brands_with_signing_keys()? {
            let keys = db.signing_keys(&brand)?;
            if let Some(key) = keys.into_iter().find(|key| key.public_key == held) {
                return Ok(Some(key));
            }
        }
        Ok(None)
    });
    match known {
        Ok(Some(key)) if key.revoked_at.is_none() => private(CHECK, path),
        Ok(Some(key)) => Finding::warning(
            CHECK,
            format!(
                "`{name}` is `{}` of {}, which was revoked",
                key.id, key.brand
            ),
            "make another with `touchstone key signing create`, and name that",
        ),
        Ok(None) => Finding::wrong(
            CHECK,
            format!("`{name}` is the key of no brand here: what it signs is called unknown"),
            "name the file that `touchstone key signing create` made with this database",
        ),
        Err(error) => Finding::wrong(CHECK, error.to_string(), "see what is said of the database"),
    }
}

/// Whether a file is its owner's alone.
fn private(check: &'static str, path: &Path) -> Finding {
    let name = path.display();
    match std::fs::metadata(path).map(|data| data.permissions().mode() & 0o777) {
        Ok(mode) if mode & 0o077 == 0 => Finding::fine(check, format!("`{name}` ({mode:03o})")),
        Ok(mode) => Finding::warning(
            check,
            format!("others can reach `{name}` ({mode:03o})"),
            &format!("chmod 600 {name}"),
        ),
        Err(error) => Finding::wrong(
            check,
            format!("`{name}`: {error}"),
            "name the right file, and see who owns it",
        ),
    }
}

fn disk(database: &Path) -> Finding {
    let folder = match database.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let free = match rustix::fs::statvfs(folder) {
        Ok(disk) => disk.f_bavail * disk.f_frsize,
        Err(error) => {
            let says = format!("`{}`: {error}", folder.display());
            return Finding::warning("disk", says, "see that the folder can be read");
        }
    };
    let says = format!("{:.1} GB are free", free as f64 / 1e9);
    let todo = "make room, or move the database to a larger disk";
    match free {
        _ if free < TOO_LITTLE => Finding::wrong("disk", says, todo),
        _ if free < LITTLE => Finding::warning("disk", says, todo),
        _ => Finding::fine("disk", says),
    }
}

/// A clock that is behind makes checks look as if they came before those of yesterday.
fn clock(arguments: &Arguments) -> Finding {
    let now = Clock::System.now();
    let last = match arguments.database.file("") {
        Ok(path) if !path.exists() => None,
        _ => arguments
            .database
            .open()
            .ok()
            .and_then(|store| store.read_blocking(|db| db.last_check()).ok().flatten()),
    };
    let says = wire::convert::rfc3339(now);
    let todo = "set the clock, and have it kept by NTP";
    if now.0 < MADE {
        return Finding::wrong("clock", format!("{says} is before this version"), todo);
    }
    match last {
        Some(last) if last.0 > now.0 + 60_000 => {
            let last = wire::convert::rfc3339(last);
            let says = format!("it is {says}, and the latest check came at {last}");
            Finding::wrong("clock", says, todo)
        }
        _ => Finding::fine("clock", says),
    }
}

fn origin(arguments: &Arguments) -> Option<Finding> {
    let todo = "set --public-origin to the https:// address that codes lead to";
    Some(match arguments.public_origin.as_deref() {
        Some(origin) if origin.starts_with("https://") => Finding::fine("origin", origin),
        Some(origin) => Finding::warning("origin", format!("`{origin}` is not secure"), todo),
        None => Finding::warning("origin", "each request's own `Host` is believed", todo),
    })
}

fn certificate(arguments: &Arguments) -> Finding {
    let certificate = match arguments.tls.certificate() {
        Ok(Some(certificate)) => certificate,
        Ok(None) => return Finding::fine("certificate", "none: a proxy secures connections"),
        Err(error) => {
            let todo = "put a chain and its key there, as PEM";
            return Finding::wrong("certificate", error.to_string(), todo);
        }
    };
    let Some(end) = certificate.end() else {
        let todo = "put a certificate there that can be read";
        return Finding::wrong("certificate", "its end can't be read", todo);
    };
    let days = (end.0 - Clock::System.now().0).div_euclid(86_400_000);
    let says = format!("it ends on {}, in {days} days", end.date());
    let todo = "renew it; the server reads the new files by itself";
    let key = arguments.tls.tls_key.as_deref();
    match days {
        ..0 => Finding::wrong("certificate", says, todo),
        0..RENEW_DAYS => Finding::warning("certificate", says, todo),
        _ => match key.map(|key| private("certificate", key)) {
            Some(finding) if finding.state != State::Fine => finding,
            _ => Finding::fine("certificate", says),
        },
    }
}

fn mail(arguments: &Arguments) -> Finding {
    let smtp = match arguments.notify.smtp() {
        Ok(Some(smtp)) => smtp,
        Ok(None) => return Finding::fine("mail", "none is sent"),
        Err(error) => return Finding::wrong("mail", format!("{error:#}"), "correct --smtp-url"),
    };
    let says = format!("{}:{}", smtp.host, smtp.port);
    let reached = (smtp.host.as_str(), smtp.port)
        .to_socket_addrs()
        .and_then(|mut addresses| {
            let first = addresses.next();
            first.ok_or_else(|| std::io::Error::other("the name has no address"))
        })
        .and_then(|address| TcpStream::connect_timeout(&address, PATIENCE));
    match reached {
        Ok(_) => Finding::fine("mail", format!("{says} answers")),
        Err(error) => Finding::wrong(
            "mail",
            format!("{says} can't be reached: {error}"),
            "correct --smtp-url, or open the way to it",
        ),
    }
}

fn push(arguments: &Arguments) -> Finding {
    match (arguments.notify.vapid(), &arguments.notify.vapid_key) {
        (Ok(Some(_)), Some(path)) => private("push", path),
        (Ok(_), _) => Finding::fine("push", "no messages are sent"),
        (Err(error), _) => Finding::wrong(
            "push",
            format!("{error:#}"),
            "put the key back; with a new one every subscription is lost",
        ),
    }
}
