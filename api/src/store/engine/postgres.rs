//! PostgreSQL, or what speaks its wire: many nodes on one database.
//!
//! The store's acts are plain functions, so a statement here blocks its thread while a thread of
//! the engine's own moves the bytes. Connections are few, and nobody waits for one on a thread.

mod pulse;
mod sql;

use std::{
    cell::{Cell as Flag, RefCell},
    collections::HashMap,
    pin::pin,
    sync::Arc,
    thread,
    time::Duration,
};

use bytes::BytesMut;
use futures_util::TryStreamExt as _;
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use tokio::runtime::Runtime;
use tokio_postgres::{
    Client, Config, Statement,
    error::SqlState,
    types::{IsNull, ToSql, Type, to_sql_checked},
};

use tokio_postgres_rustls::MakeRustlsConnect;

use self::pulse::Pulse;
use super::{Connection, Engine};
use crate::store::{
    Result, StoreError,
    value::{Cell, Cells, Row, Value},
};

/// Connections that read at once. More of them would only queue in the database.
const READERS: usize = 16;
/// Threads that count checks, at the most. More of them make smaller groups.
const COUNTERS: usize = 4;
/// How long a new connection may take to come about, in seconds.
const CONNECT_S: u64 = 5;
/// What every connection starts with: no statement runs, and no lock is waited for, without end.
const START: &str = "set statement_timeout = '60s'; \
     set lock_timeout = '10s'; \
     set idle_in_transaction_session_timeout = '120s'; \
     set synchronous_commit = on; \
     set client_min_messages = warning";
/// What a connection that asks for many units at once has beside [`START`]. Its statements are planned
/// once, while a new database's tables are small, and then read all of `check_state` to join it: slower
/// with each check, until the database looks at its tables again. Each row is found by a key.
const BY_KEY: &str = "set enable_seqscan = off; \
     set enable_hashjoin = off; \
     set enable_mergejoin = off";

/// A database on a server.
pub(in crate::store) struct Postgres {
    config: Config,
    tls: MakeRustlsConnect,
    /// What moves the bytes; `None` once this is dropped.
    io: Option<Runtime>,
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(io) = self.io.take() {
            // It may be dropped where nothing may wait.
            io.shutdown_background();
        }
    }
}

impl Postgres {
    /// Reads `postgres://…`; nothing is connected yet.
    pub(in crate::store) fn new(url: &str) -> Result<Postgres> {
        let mut config: Config = url.parse()?;
        config.application_name("touchstone");
        config.connect_timeout(Duration::from_secs(CONNECT_S));
        // A server that fell silent is given up after half a minute, not after hours.
        config.tcp_user_timeout(Duration::from_secs(30));
        config.keepalives_idle(Duration::from_secs(10));
        config.keepalives_interval(Duration::from_secs(5));
        config.keepalives_retries(3);
        let io = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("postgres")
            .enable_all()
            .build()
            .map_err(|error| StoreError::Database(Box::new(error)))?;
        Ok(Postgres {
            config,
            tls: tls()?,
            io: Some(io),
        })
    }
}

impl Engine for Postgres {
    fn connect(&self) -> Result<Box<dyn Connection>> {
        let (config, tls) = (self.config.clone(), self.tls.clone());
        let io = self.io.as_ref().ok_or(StoreError::Writer)?;
        let pulse = Pulse::new();
        let watched = Arc::downgrade(&pulse);
        let connecting = async move {
            let (client, connection) = config.connect(tls).await?;
            let moving = tokio::spawn(async move {
                if let Err(error) = connection.await {
                    tracing::error!(%error, "database.lost: {error}");
                }
            });
            tokio::spawn(pulse::watch(watched, moving.abort_handle(), pulse::EVERY));
            client.batch_execute(START).await?;
            Ok::<Client, tokio_postgres::Error>(client)
        };
        // The connection's own limit is for its first bytes alone.
        let within = Duration::from_secs(2 * CONNECT_S);
        let connecting = io.spawn(async move { tokio::time::timeout(within, connecting).await });
        let broken = |error: Box<dyn std::error::Error + Send + Sync>| StoreError::Database(error);
        let client = pollster::block_on(connecting)
            .map_err(|error| broken(Box::new(error)))?
            .map_err(|error| broken(Box::new(error)))??;
        Ok(Box::new(Open {
            client,
            pulse,
            statements: RefCell::new(HashMap::new()),
            is_forgotten: Flag::new(false),
        }))
    }

    fn connect_for_units(&self) -> Result<Box<dyn Connection>> {
        let connection = self.connect()?;
        connection.batch(BY_KEY)?;
        Ok(connection)
    }

    fn counters(&self) -> usize {
        // While the database is busy with one group, the next is answered and gathered: that is two
        // cores' work.
        let cores = thread::available_parallelism().map_or(1, usize::from);
        (cores / 2).clamp(1, COUNTERS)
    }

    fn readers(&self) -> Option<usize> {
        Some(READERS)
    }

    fn ddl(&self, step: &str) -> String {
        sql::ddl(step)
    }
}

/// TLS where the server offers it, unless `sslmode` says otherwise, to whom an authority vouches for
/// that this machine trusts: those of the system, or of the file that `SSL_CERT_FILE` names.
fn tls() -> Result<MakeRustlsConnect> {
    let mut roots = RootCertStore::empty();
    // Without any, a socket and `sslmode=disable` still connect, and TLS says what it misses.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| StoreError::Database(Box::new(error)))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// A connection with the statements that it has prepared.
struct Open {
    client: Client,
    pulse: Arc<Pulse>,
    statements: RefCell<HashMap<(&'static str, For), Statement>>,
    /// Whether the server knows none of them any more: a pooler in between has put another
    /// connection behind this one.
    is_forgotten: Flag<bool>,
}

/// For how many rows of parameters a statement is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum For {
    One,
    All,
}

impl Open {
    /// What an answer came to, and whether this connection is still what it was.
    fn told<T>(&self, answer: std::result::Result<T, tokio_postgres::Error>) -> Result<T> {
        answer.map_err(|error| {
            if error.code() == Some(&SqlState::INVALID_SQL_STATEMENT_NAME) {
                self.is_forgotten.set(true);
            }
            error.into()
        })
    }

    fn statement(&self, sql: &'static str) -> Result<Statement> {
        self.prepared((sql, For::One), || sql::statement(sql))
    }

    fn statement_for_all(&self, sql: &'static str) -> Result<Statement> {
        self.prepared((sql, For::All), || sql::for_all(sql).unwrap_or_default())
    }

    fn prepared(
        &self,
        key: (&'static str, For),
        text: impl FnOnce() -> String,
    ) -> Result<Statement> {
        if let Some(known) = self.statements.borrow().get(&key) {
            return Ok(known.clone());
        }
        let statement = self.pulse.wait(self.client.prepare(&text()))?;
        self.statements.borrow_mut().insert(key, statement.clone());
        Ok(statement)
    }
}

impl Connection for Open {
    fn rows(
        &self,
        sql: &'static str,
        params: &[Value<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        let statement = self.statement(sql)?;
        let params = params_of(&statement, params);
        let params = params.into_iter().map(|param| param as &dyn ToSql);
        let rows = self.told(self.pulse.wait(self.client.query_raw(&statement, params)))?;
        let mut rows = pin!(rows);
        // As they come: an export reads more than the memory holds.
        while let Some(row) = self.told(self.pulse.wait(rows.try_next()))? {
            if !each(&Row::new(&row))? {
                break;
            }
        }
        Ok(())
    }

    fn execute(&self, sql: &'static str, params: &[Value<'_>]) -> Result<usize> {
        let statement = self.statement(sql)?;
        let params = params_of(&statement, params);
        let changed = self.told(self.pulse.wait(self.client.execute(&statement, &params)))?;
        Ok(usize::try_from(changed).unwrap_or(usize::MAX))
    }

    fn rows_for_each(
        &self,
        sql: &'static str,
        params: &[Vec<Value<'_>>],
        each: &mut dyn FnMut(usize, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let statement = self.statement_for_all(sql)?;
        let columns = columns_of(&statement, params);
        for row in self.told(
            self.pulse
                .wait(self.client.query(&statement, &borrowed(&columns))),
        )? {
            let place: i64 = row.try_get(row.len().saturating_sub(1))?;
            each(
                place.saturating_sub(1).unsigned_abs() as usize,
                &Row::new(&row),
            )?;
        }
        Ok(())
    }

    fn execute_for_each(&self, sql: &'static str, params: &[Vec<Value<'_>>]) -> Result<usize> {
        let statement = self.statement_for_all(sql)?;
        let columns = columns_of(&statement, params);
        let changed = self.told(
            self.pulse
                .wait(self.client.execute(&statement, &borrowed(&columns))),
        )?;
        Ok(usize::try_from(changed).unwrap_or(usize::MAX))
    }

    fn is_remote(&self) -> bool {
        true
    }

    fn batch(&self, sql: &str) -> Result<()> {
        Ok(self.pulse.wait(self.client.batch_execute(sql))?)
    }

    fn prepare(&self, sql: &'static str) -> Result<()> {
        if sql::for_all(sql).is_some() {
            self.statement_for_all(sql)?;
        }
        self.statement(sql).map(drop)
    }

    fn durability(&self) -> Result<String> {
        let mut setting = String::new();
        self.rows("show synchronous_commit", &[], &mut |row| {
            setting = row.get(0)?;
            Ok(false)
        })?;
        Ok(setting)
    }

    fn begin_read(&self) -> Result<()> {
        self.batch("begin isolation level repeatable read read only")
    }

    fn end_read(&self) -> Result<()> {
        self.batch("commit")
    }

    fn begin_write(&self) -> Result<()> {
        self.batch("begin isolation level serializable")
    }

    fn begin_guarded_write(&self) -> Result<()> {
        self.batch("begin isolation level read committed")
    }

    fn tables(&self) -> Result<Vec<String>> {
        let rows = self.pulse.wait(self.client.query(
            "select tablename::text from pg_catalog.pg_tables
             where schemaname = current_schema()",
            &[],
        ))?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    /// The database's own vacuum does it, and its log is the operator's to keep or to forget.
    fn sweep(&self) -> Result<()> {
        Ok(())
    }

    fn is_broken(&self) -> bool {
        self.client.is_closed() || self.is_forgotten.get()
    }
}

/// As many as the statement names: what is only for one engine stands last.
fn params_of<'v>(statement: &Statement, params: &'v [Value<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    let count = statement.params().len();
    params
        .iter()
        .take(count)
        .map(|value| value as &(dyn ToSql + Sync))
        .collect()
}

/// The columns of these rows, as many as the statement names.
fn columns_of<'v>(statement: &Statement, params: &[Vec<Value<'v>>]) -> Vec<Vec<Value<'v>>> {
    let column = |index| {
        let cells = params.iter().map(|row: &Vec<Value<'v>>| row.get(index));
        cells
            .map(|cell| cell.copied().unwrap_or(Value::Null))
            .collect()
    };
    (0..statement.params().len()).map(column).collect()
}

fn borrowed<'v>(columns: &'v [Vec<Value<'v>>]) -> Vec<&'v (dyn ToSql + Sync)> {
    let column = |column: &'v Vec<Value<'v>>| column as &(dyn ToSql + Sync);
    columns.iter().map(column).collect()
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match *self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) | Value::Shard(number) => match *kind {
                Type::INT2 => i16::try_from(number)?.to_sql(kind, out),
                Type::INT4 => i32::try_from(number)?.to_sql(kind, out),
                _ => number.to_sql(kind, out),
            },
            Value::Real(number) => number.to_sql(kind, out),
            // It keeps no U+0000 in a text; nothing that is kept has one.
            Value::Text(text) if text.contains('\0') => {
                text.replace('\0', "\u{fffd}").to_sql(kind, out)
            }
            Value::Text(text) => text.to_sql(kind, out),
            Value::Blob(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(
            *kind,
            Type::INT2
                | Type::INT4
                | Type::INT8
                | Type::FLOAT8
                | Type::TEXT
                | Type::VARCHAR
                | Type::BYTEA
        )
    }

    to_sql_checked!();
}

impl Cells for tokio_postgres::Row {
    fn cell(&self, column: usize) -> Result<Option<Cell<'_>>> {
        let Some(kind) = self.columns().get(column).map(|column| column.type_()) else {
            return Ok(None);
        };
        let cell = match *kind {
            Type::INT8 => self.try_get::<_, Option<i64>>(column)?.map(Cell::Int),
            Type::INT4 => {
                let number: Option<i32> = self.try_get(column)?;
                number.map(|number| Cell::Int(number.into()))
            }
            Type::INT2 => {
                let number: Option<i16> = self.try_get(column)?;
                number.map(|number| Cell::Int(number.into()))
            }
            Type::FLOAT8 => self.try_get::<_, Option<f64>>(column)?.map(Cell::Real),
            Type::TEXT | Type::VARCHAR | Type::NAME => {
                self.try_get::<_, Option<&str>>(column)?.map(Cell::Text)
            }
            Type::BYTEA => self.try_get::<_, Option<&[u8]>>(column)?.map(Cell::Blob),
            _ => return Ok(None),
        };
        Ok(Some(cell.unwrap_or(Cell::Null)))
    }
}

impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> StoreError {
        let conflicts = [
            SqlState::T_R_SERIALIZATION_FAILURE,
            SqlState::T_R_DEADLOCK_DETECTED,
            // How a statement says that it found something else than it was made for.
            SqlState::DIVISION_BY_ZERO,
        ];
        if error.code().is_some_and(|code| conflicts.contains(code)) {
            StoreError::Conflict
        } else {
            StoreError::Database(Box::new(error))
        }
    }
}
