//! The two handles that the rest of the server gets: [`Db`] to read with, [`Tx`] to write with.
//!
//! The connection inside is visible to `store` alone, so no statement can stand anywhere else.

use std::ops::Deref;

use rusqlite::{Connection, Params, Row};

use super::{Result, StoreError};

/// Reads, all in one snapshot.
pub struct Db<'c> {
    connection: &'c Connection,
}

impl<'c> Db<'c> {
    pub(super) fn new(connection: &'c Connection) -> Db<'c> {
        Db { connection }
    }

    /// The first row, or `None`.
    pub(super) fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        match rows.next()? {
            Some(row) => Ok(Some(read(row)?)),
            None => Ok(None),
        }
    }

    /// Every row, in the statement's order.
    pub(super) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<rusqlite::Result<Vec<T>>>()?)
    }
}

/// Writes, and reads what was written.
pub struct Tx<'c> {
    db: Db<'c>,
}

impl<'c> Tx<'c> {
    pub(super) fn new(connection: &'c Connection) -> Tx<'c> {
        Tx {
            db: Db::new(connection),
        }
    }

    /// Rows changed.
    pub(super) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.db.connection.prepare_cached(sql)?.execute(params)?)
    }

    pub(super) fn last_id(&self) -> i64 {
        self.db.connection.last_insert_rowid()
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = Db<'c>;

    fn deref(&self) -> &Db<'c> {
        &self.db
    }
}

/// A record as it is stored.
pub(super) fn to_json<T: serde::Serialize>(table: &'static str, record: &T) -> Result<String> {
    serde_json::to_string(record).map_err(|source| StoreError::Record { table, source })
}

/// A record as it was stored.
pub(super) fn from_json<T: serde::de::DeserializeOwned>(
    table: &'static str,
    record: &str,
) -> Result<T> {
    serde_json::from_str(record).map_err(|source| StoreError::Record { table, source })
}
