//! Copies of a SQLite database: taken while it is written to, and put back.
//!
//! A copy is taken page by page inside of one read transaction, so it shows one moment, and nobody
//! who writes meanwhile waits. It stands under another name until it was checked.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};

/// Pages between two reports of progress: 4 MB.
const PAGES: i32 = 1024;

/// Why a copy was not taken, or not put back. What was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// It would be written over.
    #[error("`{0}` is there already; choose another name, or add --overwrite")]
    Exists(PathBuf),
    /// There is nothing to copy.
    #[error("there is no database `{0}`")]
    Missing(PathBuf),
    /// It is no database, or a damaged one.
    #[error("`{path}` is no sound database: {found}")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What SQLite found first.
        found: String,
    },
    /// Somebody has it open.
    #[error("a server or another program uses `{0}`; end it first")]
    InUse(PathBuf),
    /// The database can't be read, or the copy not written.
    #[error("copying the database failed")]
    Database(#[from] rusqlite::Error),
    /// The file system.
    #[error("`{0}`: {1}")]
    File(PathBuf, #[source] io::Error),
}

type Result<T> = std::result::Result<T, BackupError>;

/// Copies a database that may be in use into a new file, which only its owner may read; checks the
/// copy before it gets its name. Tells of progress as pages done and pages in all.
pub fn backup(
    database: &Path,
    to: &Path,
    overwrite: bool,
    progress: impl FnMut(u32, u32),
) -> Result<()> {
    if !database.is_file() {
        return Err(BackupError::Missing(database.to_owned()));
    }
    if to.exists() && !overwrite {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let part = beside(to, ".part");
    copy(database, &part, progress)?;
    check(&part)?;
    swap(&part, to)
}

/// Puts a copy in the place of a database that nobody uses. Where there is one, it is kept beside
/// it under the name that is returned.
pub fn restore(
    from: &Path,
    database: &Path,
    overwrite: bool,
    progress: impl FnMut(u32, u32),
) -> Result<Option<PathBuf>> {
    check(from)?;
    let is_there = database.exists();
    if is_there && !overwrite {
        return Err(BackupError::Exists(database.to_owned()));
    }
    let part = beside(database, ".restoring");
    copy(from, &part, progress)?;
    check(&part)?;
    let old = beside(database, ".before-restore");
    if is_there && is_used(database) {
        remove(&part)?;
        return Err(BackupError::InUse(database.to_owned()));
    }
    // A log that is left belongs to the old file, whatever is wrong with that, and even where that
    // file is gone: SQLite would play it into the new one. So the logs go first.
    for ending in ["-wal", "-shm", "-journal", ""] {
        let (one, other) = (beside(database, ending), beside(&old, ending));
        match fs::rename(&one, &other) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(BackupError::File(one, error));
            }
            Err(_) => remove(&other)?,
            Ok(()) => {}
        }
    }
    swap(&part, database)?;
    Ok(is_there.then_some(old))
}

/// Reads every page of a database, and complains of the first that is damaged.
pub fn check(path: &Path) -> Result<()> {
    let damaged = |found: String| BackupError::Damaged {
        path: path.to_owned(),
        found,
    };
    if !path.is_file() {
        return Err(BackupError::Missing(path.to_owned()));
    }
    let look = || -> rusqlite::Result<String> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.query_row("pragma integrity_check(1)", [], |row| row.get(0))
    };
    match look() {
        Ok(found) if found == "ok" => Ok(()),
        Ok(found) => Err(damaged(found)),
        Err(error) => Err(damaged(error.to_string())),
    }
}

fn copy(from: &Path, to: &Path, mut progress: impl FnMut(u32, u32)) -> Result<()> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        remove(&beside(to, ending))?;
    }
    // What it holds is for its owner alone, from its first byte on.
    private(to).map_err(|error| BackupError::File(to.to_owned(), error))?;
    let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut target = Connection::open(to)?;
    // One snapshot: without it, a copy would begin anew at each write of somebody else.
    source.execute_batch("begin; select count(*) from sqlite_schema;")?;
    {
        let backup = Backup::new(&source, &mut target)?;
        while backup.step(PAGES)? != StepResult::Done {
            let now = backup.progress();
            let all = now.pagecount.unsigned_abs();
            progress(all - now.remaining.unsigned_abs().min(all), all);
        }
    }
    source.execute_batch("commit")?;
    // One file, with nothing beside it.
    target.execute_batch("pragma journal_mode = delete;")?;
    drop(target);
    let file = File::open(to).and_then(|file| file.sync_all());
    file.map_err(|error| BackupError::File(to.to_owned(), error))
}

fn private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map(drop)
}

/// Whether anybody has the file open: only then can its log not be put away.
fn is_used(path: &Path) -> bool {
    let Ok(connection) = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
    else {
        return false;
    };
    let mode: rusqlite::Result<String> =
        connection.query_row("pragma journal_mode = delete", [], |row| row.get(0));
    match mode {
        Ok(mode) => mode == "wal",
        Err(error) => matches!(
            error.sqlite_error_code(),
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
        ),
    }
}

/// Gives a file its name, and has the folder remember it.
fn swap(part: &Path, to: &Path) -> Result<()> {
    let failed = |error| BackupError::File(to.to_owned(), error);
    fs::rename(part, to).map_err(failed)?;
    let folder = match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(failed)
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(BackupError::File(path.to_owned(), error))
        }
        _ => Ok(()),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
