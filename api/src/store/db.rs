//! The two handles that the rest of the server gets: [`Db`] to read with, [`Tx`] to write with.
//!
//! The connection inside is visible to `store` alone, so no statement can stand anywhere else.
//! A statement is written once, in SQL that both engines take: parameters are `?1`, `?2`, …, and
//! what only PostgreSQL gets to see stands in a comment, `/*pg … */`, or, where it runs once for many
//! rows of parameters, in `/*all … */`.

use std::{cell::RefCell, ops::Deref};

use super::{
    Result, StoreError,
    engine::Connection,
    value::{Params, Row, Value},
};

/// Reads, all in one snapshot.
pub struct Db<'c> {
    connection: &'c dyn Connection,
}

impl<'c> Db<'c> {
    pub(super) fn new(connection: &'c dyn Connection) -> Db<'c> {
        Db { connection }
    }

    /// See [`Connection::is_remote`].
    pub(super) fn is_remote(&self) -> bool {
        self.connection.is_remote()
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

    /// The first row for each of several rows of parameters, or `None`; see
    /// [`Connection::rows_for_each`].
    pub(super) fn row_for_each<T>(
        &self,
        sql: &'static str,
        params: &[Vec<Value<'_>>],
        read: impl Fn(usize, &Row<'_>) -> Result<T>,
    ) -> Result<Vec<Option<T>>> {
        let mut found: Vec<Option<T>> = params.iter().map(|_| None).collect();
        self.connection
            .rows_for_each(sql, params, &mut |index, row| {
                if let Some(slot) = found.get_mut(index) {
                    *slot = Some(read(index, row)?);
                }
                Ok(())
            })?;
        Ok(found)
    }

    /// Every row for each of several rows of parameters, with the index of these; see
    /// [`Connection::rows_for_each`].
    pub(super) fn rows_for_each(
        &self,
        sql: &'static str,
        params: &[Vec<Value<'_>>],
        mut each: impl FnMut(usize, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.connection.rows_for_each(sql, params, &mut each)
    }
}

/// Writes, and reads what was written.
pub struct Tx<'c> {
    db: Db<'c>,
    /// What was counted as changed already; see `version.rs`.
    changed: RefCell<Vec<String>>,
}

impl<'c> Tx<'c> {
    pub(super) fn new(connection: &'c dyn Connection) -> Tx<'c> {
        Tx {
            db: Db::new(connection),
            changed: RefCell::default(),
        }
    }

    /// Whether nothing of this scope was changed before; from now on, something was.
    pub(super) fn is_first_change(&self, scope: &str) -> bool {
        let mut changed = self.changed.borrow_mut();
        let is_first = changed.iter().all(|known| known != scope);
        if is_first {
            changed.push(scope.to_owned());
        }
        is_first
    }

    /// Rows changed.
    pub(super) fn execute(&self, sql: &'static str, params: impl Params) -> Result<usize> {
        params.lend(|params| self.db.connection.execute(sql, params))
    }

    /// Rows changed, for several rows of parameters; see [`Connection::rows_for_each`].
    pub(super) fn execute_for_each(
        &self,
        sql: &'static str,
        params: &[Vec<Value<'_>>],
    ) -> Result<usize> {
        match params.is_empty() {
            true => Ok(0),
            false => self.db.connection.execute_for_each(sql, params),
        }
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
