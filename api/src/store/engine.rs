//! What a database must do for the store; everything else is written once, above it.

pub(super) mod postgres;
pub(super) mod sqlite;

use super::{
    Result,
    value::{Row, Value},
};

/// A way into a database.
pub(super) trait Engine: Send + Sync {
    /// A new connection.
    fn connect(&self) -> Result<Box<dyn Connection>>;

    /// A new connection for statements that look up, by their keys, many units at once.
    fn connect_for_units(&self) -> Result<Box<dyn Connection>> {
        self.connect()
    }

    /// How many threads count checks at once, each on a connection of its own; 0 where only one may
    /// write at a time.
    fn counters(&self) -> usize;

    /// How many connections may read at once; `None` where reading never waits for anybody.
    fn readers(&self) -> Option<usize>;

    /// What makes tables here, of a step that is written for SQLite.
    fn ddl(&self, step: &str) -> String;
}

/// A connection: used by one thread at a time.
pub(super) trait Connection: Send {
    /// Runs a statement, prepared at its first use, and shows its rows until `each` says `false`.
    fn rows(
        &self,
        sql: &'static str,
        params: &[Value<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()>;

    /// Runs a statement, prepared at its first use; how many rows it changed.
    fn execute(&self, sql: &'static str, params: &[Value<'_>]) -> Result<usize>;

    /// Runs a statement for each of several rows of parameters, and shows what comes of it, with the
    /// index of the parameters.
    ///
    /// An engine to which each statement is a journey runs what stands in `/*all … */` once: its
    /// parameters are arrays, one a column, and its rows end with the place of their parameters in
    /// these, counted from 1.
    fn rows_for_each(
        &self,
        sql: &'static str,
        params: &[Vec<Value<'_>>],
        each: &mut dyn FnMut(usize, &Row<'_>) -> Result<()>,
    ) -> Result<()>;

    /// As [`Connection::rows_for_each`], for a statement without rows; how many it changed.
    fn execute_for_each(&self, sql: &'static str, params: &[Vec<Value<'_>>]) -> Result<usize>;

    /// Whether each statement is a journey: what is written together is written by one, which is a
    /// transaction of its own.
    fn is_remote(&self) -> bool;

    /// Runs statements without parameters, as they are.
    fn batch(&self, sql: &str) -> Result<()>;

    /// Prepares a statement, and tells whether it can be.
    fn prepare(&self, sql: &'static str) -> Result<()>;

    /// See [`Store::durability`](crate::store::Store::durability).
    fn durability(&self) -> Result<String>;

    /// Begins to read in one snapshot.
    fn begin_read(&self) -> Result<()>;

    /// Ends it.
    fn end_read(&self) -> Result<()>;

    /// Begins to write, as if nobody else did.
    fn begin_write(&self) -> Result<()>;

    /// Begins to write what each statement guards by itself against others who write.
    fn begin_guarded_write(&self) -> Result<()> {
        self.begin_write()
    }

    /// Whether one statement may read, outside of any snapshot.
    fn may_read(&self) -> Result<()> {
        Ok(())
    }

    /// The names of the tables that are there.
    fn tables(&self) -> Result<Vec<String>>;

    /// Removes what was erased from wherever it may still lie.
    fn sweep(&self) -> Result<()>;

    /// Whether it can't be used any more.
    fn is_broken(&self) -> bool;
}
