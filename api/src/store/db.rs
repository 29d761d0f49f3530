//! The two handles that the rest of the server gets: [`Db`] to read with, [`Tx`] to write with.
//!
//! The connection inside is visible to `store` alone, so no statement can stand anywhere else.
//! A statement is written once, in SQL that both engines take: parameters are `?1`, `?2`, …, and
//! what only PostgreSQL gets to see stands in a comment, `/*pg … */`.

use std::ops::Deref;

use super::{
    Result, StoreError,
    engine::Connection,
    value::{Params, Row},
};

/// Reads, all in one snapshot.
pub struct Db<'c> {
    connection: &'c dyn Connection,
}

impl<'c> Db<'c> {
    pub(super) fn new(connection: &'c dyn Connection) -> Db<'c> {
        Db { connection }
    }

    /// The first row, or `None`.
    pub(super) fn row<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut read = Some(read);
        let mut found = None;
        params.lend(|params| {
            self.connection.rows(sql, params, &mut |row| {
                if let Some(read) = read.take() {
                    found = Some(read(row)?);
                }
                Ok(false)
            })
        })?;
        Ok(found)
    }

    /// Every row, in the statement's order.
    pub(super) fn rows<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        params.lend(|params| {
            self.connection.rows(sql, params, &mut |row| {
                found.push(read(row)?);
                Ok(true)
            })
        })?;
        Ok(found)
    }
}

/// Writes, and reads what was written.
pub struct Tx<'c> {
    db: Db<'c>,
}

impl<'c> Tx<'c> {
    pub(super) fn new(connection: &'c dyn Connection) -> Tx<'c> {
        Tx {
            db: Db::new(connection),
        }
    }

    /// Rows changed.
    pub(super) fn execute(&self, sql: &'static str, params: impl Params) -> Result<usize> {
        params.lend(|params| self.db.connection.execute(sql, params))
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
