//! SQLite, embedded: `synchronous=FULL`, write-ahead log, statements kept prepared.

mod checkpoint;

use std::{
    cell,
    collections::HashMap,
    fs, io,
    ops::Deref,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    sync::{LazyLock, OnceLock, PoisonError, RwLock},
    thread,
    time::{Duration, Instant},
};

use rusqlite::{
    Statement,
    config::DbConfig,
    types::{ToSqlOutput, ValueRef},
};

use self::checkpoint::Checkpointer;
use super::{Connection, Engine};
use crate::store::{
    Result, StoreError,
    value::{Cell, Cells, Row, Value},
};

/// How long reading goes on without a look at whether the file is still there.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// How long a connection waits for another process that writes, in seconds.
const PATIENCE_S: u64 = 5;

/// A database file.
#[derive(Debug)]
pub(in crate::store) struct Sqlite {
    path: PathBuf,
    /// The file that was opened first: device and number.
    file: OnceLock<(u64, u64)>,
    checkpointer: OnceLock<Checkpointer>,
}

impl Sqlite {
    /// Looks at nothing yet.
    pub(in crate::store) fn new(path: &Path) -> Sqlite {
        Sqlite {
            path: path.to_owned(),
            file: OnceLock::new(),
            checkpointer: OnceLock::new(),
        }
    }
}

impl Engine for Sqlite {
    fn connect(&self) -> Result<Box<dyn Connection>> {
        // Only the first may make the file: an empty one in the place of one that is gone would
        // know no serial.
        let mut flags = rusqlite::OpenFlags::default();
        if let Some(known) = self.file.get() {
            is_there(&self.path, *known)?;
            flags.remove(rusqlite::OpenFlags::SQLITE_OPEN_CREATE);
        }
        let connection = rusqlite::Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(Duration::from_secs(PATIENCE_S))?;
        connection.set_prepared_statement_cache_capacity(256);
        // Else a range's bound is looked at when a statement is planned, and each new one has it
        // planned anew.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        settle(&connection)?;
        let file = *self.file.get_or_init(|| {
            // Where the file is gone already, no number fits what will be there.
            file_at(&self.path).unwrap_or_default()
        });
        self.checkpointer
            .get_or_init(|| Checkpointer::start(&self.path));
        Ok(Box::new(Open {
            connection,
            path: self.path.clone(),
            file,
            looked_at: cell::Cell::new(Instant::now()),
        }))
    }

    fn counters(&self) -> usize {
        0
    }

    fn readers(&self) -> Option<usize> {
        None
    }

    fn ddl(&self, step: &str) -> String {
        step.to_owned()
    }
}

/// Sets how the database is kept.
///
/// Nothing waits by itself where several make one at once: who finds it busy with that tries again.
fn settle(connection: &rusqlite::Connection) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(PATIENCE_S);
    loop {
        // FULL: NORMAL loses acknowledged checks on power loss.
        // cache_size: in KiB; pages of units that are asked about stay at hand.
        // secure_delete: what a person had erased is overwritten, not only unlinked.
        // wal_autocheckpoint: see `checkpoint.rs`. journal_size_limit: what the log keeps of the disk
        // once it was larger, in bytes.
        let settled = connection.execute_batch(&format!(
            "pragma journal_mode = wal;
             pragma synchronous = full;
             pragma foreign_keys = on;
             pragma cache_size = -32768;
             pragma secure_delete = on;
             pragma wal_autocheckpoint = {};
             pragma journal_size_limit = 67108864;",
            checkpoint::PAGES
        ));
        match settled.map_err(StoreError::from) {
            Err(error) if error.is_conflict() && Instant::now() < end => {
                thread::park_timeout(Duration::from_millis(5));
            }
            other => return other,
        }
    }
}

/// A connection that knows which file it has open.
///
/// A file that was moved or deleted stays writable to whoever has it open: what is acknowledged
/// then is nowhere. So each transaction begins with a look at what is at the path.
struct Open {
    connection: rusqlite::Connection,
    path: PathBuf,
    file: (u64, u64),
    /// When the file was last seen in its place.
    looked_at: cell::Cell<Instant>,
}

impl Deref for Open {
    type Target = rusqlite::Connection;

    fn deref(&self) -> &rusqlite::Connection {
        &self.connection
    }
}

fn file_at(path: &Path) -> io::Result<(u64, u64)> {
    fs::metadata(path).map(|data| (data.dev(), data.ino()))
}

fn is_there(path: &Path, file: (u64, u64)) -> Result<()> {
    let gone = |why: String| {
        let path = path.display();
        StoreError::Database(
            format!("`{path}` {why}; put the file back, or start the server anew").into(),
        )
    };
    match file_at(path) {
        Ok(found) if found == file => Ok(()),
        Ok(_) => Err(gone("is another file than at the start".to_owned())),
        Err(error) => Err(gone(format!("is gone: {error}"))),
    }
}

impl Connection for Open {
    fn rows(
        &self,
        sql: &'static str,
        params: &[Value<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        let mut statement = self.prepare_cached(text(sql))?;
        bind(&mut statement, params)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            if !each(&Row::new(row))? {
                break;
            }
        }
        Ok(())
    }

    fn execute(&self, sql: &'static str, params: &[Value<'_>]) -> Result<usize> {
        let mut statement = self.prepare_cached(text(sql))?;
        bind(&mut statement, params)?;
        Ok(statement.raw_execute()?)
    }

    fn rows_for_each(
        &self,
        sql: &'static str,
        params: &[Vec<Value<'_>>],
        each: &mut dyn FnMut(usize, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.prepare_cached(text(sql))?;
        for (index, params) in params.iter().enumerate() {
            bind(&mut statement, params)?;
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                each(index, &Row::new(row))?;
            }
        }
        Ok(())
    }

    fn execute_for_each(&self, sql: &'static str, params: &[Vec<Value<'_>>]) -> Result<usize> {
        let mut changed = 0;
        let mut statement = self.prepare_cached(text(sql))?;
        for params in params {
            bind(&mut statement, params)?;
            changed += statement.raw_execute()?;
        }
        Ok(changed)
    }

    fn is_remote(&self) -> bool {
        false
    }

    fn batch(&self, sql: &str) -> Result<()> {
        Ok(self.execute_batch(sql)?)
    }

    fn prepare(&self, sql: &'static str) -> Result<()> {
        Ok(self.prepare_cached(text(sql)).map(drop)?)
    }

    fn durability(&self) -> Result<String> {
        let level: i64 = self
            .connection
            .pragma_query_value(None, "synchronous", |row| row.get(0))?;
        let name = match level {
            0 => "off",
            1 => "normal",
            2 => "full",
            _ => "extra",
        };
        Ok(name.to_owned())
    }

    fn begin_read(&self) -> Result<()> {
        is_there(&self.path, self.file)?;
        Ok(self.prepare_cached("begin")?.raw_execute().map(drop)?)
    }

    fn end_read(&self) -> Result<()> {
        Ok(self.prepare_cached("commit")?.raw_execute().map(drop)?)
    }

    fn begin_write(&self) -> Result<()> {
        is_there(&self.path, self.file)?;
        let mut begin = self.prepare_cached("begin immediate")?;
        Ok(begin.raw_execute().map(drop)?)
    }

    fn may_read(&self) -> Result<()> {
        // What is read out of a file that was moved is still right, so a look now and then does.
        let now = Instant::now();
        if now < self.looked_at.get() + LOOK_EVERY {
            return Ok(());
        }
        is_there(&self.path, self.file)?;
        self.looked_at.set(now);
        Ok(())
    }

    fn tables(&self) -> Result<Vec<String>> {
        let mut statement = self.prepare_cached(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
        )?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    fn sweep(&self) -> Result<()> {
        Ok(self.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?)
    }

    fn is_broken(&self) -> bool {
        // A transaction that could not be ended would swallow what comes next.
        !self.is_autocommit()
    }
}

/// A statement as SQLite gets it: without what is there for PostgreSQL, and without indentation.
///
/// A prepared statement is found by its whole text, and so for each look-up: the shorter, the better.
fn text(sql: &'static str) -> &'static str {
    // There are as many statements as stand in the source, and each stays: so no text is freed.
    static TEXTS: LazyLock<RwLock<HashMap<Place, &'static str>>> = LazyLock::new(RwLock::default);
    let place = (sql.as_ptr().addr(), sql.len());
    // A table of texts is never half-changed: a poisoned lock holds a good one.
    let known = TEXTS.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(text) = known.get(&place) {
        return text;
    }
    drop(known);
    let text: &'static str = Box::leak(without_comments(sql).into_boxed_str());
    let mut texts = TEXTS.write().unwrap_or_else(PoisonError::into_inner);
    texts.entry(place).or_insert(text)
}

/// Where a literal lies, and how long it is.
type Place = (usize, usize);

/// Comments left out, and blanks at the beginnings of lines. No literal of ours holds either.
fn without_comments(sql: &str) -> String {
    let mut out = String::new();
    let mut rest = sql;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines: Vec<&str> = out.lines().map(str::trim).collect();
    lines.join("\n")
}

fn bind(statement: &mut Statement<'_>, params: &[Value<'_>]) -> Result<()> {
    for (index, value) in params.iter().enumerate() {
        let value = match *value {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(number),
            Value::Real(number) => ValueRef::Real(number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
            Value::Shard(_) => continue,
        };
        statement.raw_bind_parameter(index + 1, ToSqlOutput::Borrowed(value))?;
    }
    Ok(())
}

impl Cells for rusqlite::Row<'_> {
    fn cell(&self, column: usize) -> Result<Option<Cell<'_>>> {
        Ok(Some(match self.get_ref(column)? {
            ValueRef::Null => Cell::Null,
            ValueRef::Integer(number) => Cell::Int(number),
            ValueRef::Real(number) => Cell::Real(number),
            ValueRef::Text(text) => Cell::Text(
                std::str::from_utf8(text)
                    .map_err(|error| rusqlite::Error::Utf8Error(column, error))?,
            ),
            ValueRef::Blob(bytes) => Cell::Blob(bytes),
        }))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        // Another process, an import for one, writes for longer than a connection waits.
        if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) {
            return StoreError::Conflict;
        }
        StoreError::Database(Box::new(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_the_other_engine_is_left_out() {
        let sql = "select a/*pg , b*/ from c
             where d = ?1
             /*all
             select 2
             */";
        assert_eq!(without_comments(sql), "select a from c\nwhere d = ?1\n");
        assert_eq!(text(sql), text(sql));
    }
}
