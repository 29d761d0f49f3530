//! SQLite, embedded: `synchronous=FULL`, write-ahead log, statements kept prepared.

use std::path::{Path, PathBuf};

use rusqlite::{
    Statement,
    types::{ToSqlOutput, ValueRef},
};

use super::{Connection, Engine};
use crate::store::{
    Result, StoreError,
    value::{Cell, Cells, Row, Value},
};

/// How long a connection waits for another process that writes, in seconds.
const PATIENCE_S: u64 = 5;

/// A database file.
#[derive(Debug)]
pub(in crate::store) struct Sqlite {
    path: PathBuf,
}

impl Sqlite {
    /// Looks at nothing yet.
    pub(in crate::store) fn new(path: &Path) -> Sqlite {
        Sqlite {
            path: path.to_owned(),
        }
    }
}

impl Engine for Sqlite {
    fn connect(&self) -> Result<Box<dyn Connection>> {
        let connection = rusqlite::Connection::open(&self.path)?;
        connection.busy_timeout(std::time::Duration::from_secs(PATIENCE_S))?;
        connection.set_prepared_statement_cache_capacity(256);
        // FULL: NORMAL loses acknowledged checks on power loss.
        // secure_delete: what a person had erased is overwritten, not only unlinked.
        connection.execute_batch(
            "pragma journal_mode = wal;
             pragma synchronous = full;
             pragma foreign_keys = on;
             pragma secure_delete = on;",
        )?;
        Ok(Box::new(connection))
    }

    fn readers(&self) -> Option<usize> {
        None
    }

    fn ddl(&self, step: &str) -> String {
        step.to_owned()
    }
}

impl Connection for rusqlite::Connection {
    fn rows(
        &self,
        sql: &'static str,
        params: &[Value<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        let mut statement = self.prepare_cached(sql)?;
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
        let mut statement = self.prepare_cached(sql)?;
        bind(&mut statement, params)?;
        Ok(statement.raw_execute()?)
    }

    fn batch(&self, sql: &str) -> Result<()> {
        Ok(self.execute_batch(sql)?)
    }

    fn prepare(&self, sql: &'static str) -> Result<()> {
        Ok(self.prepare_cached(sql).map(drop)?)
    }

    fn begin_read(&self) -> Result<()> {
        Ok(self.prepare_cached("begin")?.raw_execute().map(drop)?)
    }

    fn end_read(&self) -> Result<()> {
        Ok(self.prepare_cached("commit")?.raw_execute().map(drop)?)
    }

    fn begin_write(&self) -> Result<()> {
        let mut begin = self.prepare_cached("begin immediate")?;
        Ok(begin.raw_execute().map(drop)?)
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
        StoreError::Database(Box::new(error))
    }
}
