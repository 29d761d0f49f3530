//! A PostgreSQL of one's own, from Debian's packages, on a socket in a folder of its own.
//!
//! The tests of `api` include this file, too.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

/// Where Linux has files in memory.
const MEMORY: &str = "/dev/shm";

/// In gigabytes: nearly five times what the tests take.
const PLENTY: u64 = 12;

/// What files in memory may take there, in gigabytes; `None` where that can't be found out.
fn gigabytes_of_memory() -> Option<u64> {
    let mut df = Command::new("df");
    let df = df.args(["--output=avail", "--block-size=1G", MEMORY]);
    let said = df.output().ok()?.stdout;
    let allowed: u64 = str::from_utf8(&said)
        .ok()?
        .lines()
        .nth(1)?
        .trim()
        .parse()
        .ok()?;
    let memory = fs::read_to_string("/proc/meminfo").ok()?;
    let line = memory
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let free: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(allowed.min(free >> 20))
}

/// A server that lives as long as this.
pub struct Postgres {
    folder: PathBuf,
    options: String,
    /// Where it listens.
    pub url: String,
}

impl Postgres {
    /// Makes a cluster, and starts it with more of its options, such as `-c fsync=off`.
    pub fn start(options: &str) -> io::Result<Postgres> {
        // Not the folder of temporary files that the environment names: a socket's path is short.
        Postgres::start_in("/tmp", options)
    }

    /// The same in memory, where there is plenty of it: a schema for each of 600 tests is
    /// hundreds of thousands of files, and a disk takes as long to unlink them as the tests take.
    #[allow(dead_code, reason = "a bench measures the disk, too")]
    pub fn start_in_memory(options: &str) -> io::Result<Postgres> {
        let has_plenty = gigabytes_of_memory().is_some_and(|free| free >= PLENTY);
        Postgres::start_in(if has_plenty { MEMORY } else { "/tmp" }, options)
    }

    fn start_in(parent: &str, options: &str) -> io::Result<Postgres> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let folder = PathBuf::from(format!(
            "{parent}/touchstone-pg-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        ));
        fs::create_dir_all(&folder)?;
        give(&folder)?;
        let data = folder.join("data");
        finish(
            program("initdb")?
                .args(["--auth=trust", "--username=postgres", "--encoding=UTF8"])
                .args(["--locale=C.UTF-8", "--no-sync", "--pgdata"])
                .arg(&data),
        )?;
        let server = Postgres {
            options: format!(
                "-k {} -c listen_addresses= -c max_connections=400 {options}",
                folder.display()
            ),
            url: format!(
                "postgres:///postgres?host={}&user=postgres",
                folder.display()
            ),
            folder,
        };
        server.run()?;
        Ok(server)
    }

    /// Starts it again, after [`Postgres::stop`].
    pub fn run(&self) -> io::Result<()> {
        finish(
            program("pg_ctl")?
                .args(["--wait", "--timeout=60", "--silent", "--options"])
                .arg(&self.options)
                .arg("--pgdata")
                .arg(self.folder.join("data"))
                .arg("--log")
                .arg(self.folder.join("log"))
                .arg("start"),
        )
    }

    /// Ends it at once, and every connection with it.
    pub fn stop(&self) -> io::Result<()> {
        finish(
            program("pg_ctl")?
                .args(["--mode=immediate", "--silent", "--pgdata"])
                .arg(self.folder.join("data"))
                .arg("stop"),
        )
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Err(error) = self.stop().and_then(|()| fs::remove_dir_all(&self.folder)) {
            eprintln!("`{}` is left behind: {error}", self.folder.display());
        }
    }
}

/// A program of PostgreSQL, as a user whom it doesn't refuse.
pub fn program(name: &str) -> io::Result<Command> {
    let mut versions: Vec<PathBuf> = match fs::read_dir("/usr/lib/postgresql") {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(_) => Vec::new(),
    };
    versions.sort();
    let path = versions
        .pop()
        .map_or_else(|| name.into(), |version| version.join("bin").join(name));
    if !is_root()? {
        return Ok(Command::new(path));
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid=postgres", "--regid=postgres", "--clear-groups"])
        .arg(path)
        .current_dir("/");
    Ok(command)
}

/// Gives a file to the user whom the programs run as.
pub fn give(path: &Path) -> io::Result<()> {
    if is_root()? {
        finish(Command::new("chown").arg("postgres").arg(path))?;
    }
    Ok(())
}

fn is_root() -> io::Result<bool> {
    let id = Command::new("id").arg("--user").output()?;
    Ok(id.stdout.trim_ascii() == b"0")
}

/// Waits for a program that has nothing to say when it goes well.
fn finish(command: &mut Command) -> io::Result<()> {
    // No pipes: a server that was started would hold their other ends.
    let status = command.stdout(Stdio::null()).status().map_err(|error| {
        let program = command.get_program().display();
        io::Error::new(
            error.kind(),
            format!("`{program}`: {error}; `apt-get install postgresql` has it"),
        )
    })?;
    if status.success() {
        return Ok(());
    }
    Err(io::Error::other(format!("{command:?}: {status}")))
}
