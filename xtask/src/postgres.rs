//! A PostgreSQL of one's own, from Debian's packages, on a socket in a folder of its own.
//!
//! The tests of `api` include this file, too.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

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
        static COUNT: AtomicU32 = AtomicU32::new(0);
        // Not the folder of temporary files that the environment names: a socket's path is short.
        let folder = PathBuf::from(format!(
            "/tmp/touchstone-pg-{}-{}",
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
