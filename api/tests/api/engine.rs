//! The same tests on both engines: on SQLite, unless `TOUCHSTONE_TEST_POSTGRES` names a server.
//!
//! One of the tests starts a PostgreSQL of its own and runs all the others again on it.

use std::{
    fs,
    path::Path,
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

use api::store::Address;

#[path = "../../../xtask/src/postgres.rs"]
mod postgres;
pub use postgres::{Postgres, give, program};

/// A libpq URL of a server, where everything may be made and dropped.
const SERVER: &str = "TOUCHSTONE_TEST_POSTGRES";

/// Modules whose tests keep nothing in a store of their own.
const WITHOUT_STORE: &[&str] = &[
    "backup::",
    "config::",
    "command::",
    "epcis_hash::",
    "fault::",
    "files::",
    "gs1::",
    "label::",
    "postgres::",
    "scan::",
    "schema::",
    "engine::",
    "sqlite::",
];

/// The server that the tests run on, where it isn't SQLite.
pub fn server() -> Option<String> {
    std::env::var(SERVER).ok()
}

/// A new, empty database for one test.
pub fn address(folder: &Path) -> Address {
    match server() {
        None => folder.join("test.db").as_path().into(),
        Some(server) => schema(&server),
    }
}

/// A new, empty schema on a server.
pub fn schema(server: &str) -> Address {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!(
        "t{}_{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    );
    execute(server, &format!("create schema {name}"));
    format!("{server}&options=-csearch_path%3D{name}")
        .parse()
        .unwrap()
}

/// Runs SQL on a server, past the store.
pub fn execute(server: &str, sql: &str) {
    let (server, sql) = (server.to_owned(), sql.to_owned());
    // A thread of its own: the caller's may belong to a runtime.
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(&server, tokio_postgres::NoTls)
                .await
                .unwrap();
            tokio::spawn(connection);
            client.batch_execute(&sql).await.unwrap();
        });
    })
    .join()
    .unwrap();
}

/// Runs SQL in a database, past the store.
pub fn raw(address: &Address, sql: &str) {
    match address {
        Address::Sqlite(path) => rusqlite::Connection::open(path)
            .unwrap()
            .execute_batch(sql)
            .unwrap(),
        Address::Postgres(url) => execute(url, sql),
    }
}

/// How many rows a table holds, or a part of it.
pub fn count(address: &Address, table: &str) -> i64 {
    let sql = format!("select count(*) from {table}");
    match address {
        Address::Sqlite(path) => rusqlite::Connection::open(path)
            .unwrap()
            .query_row(&sql, [], |row| row.get(0))
            .unwrap(),
        Address::Postgres(url) => {
            let url = url.clone();
            thread::spawn(move || counted(&url, &sql)).join().unwrap()
        }
    }
}

fn counted(server: &str, sql: &str) -> i64 {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(server, tokio_postgres::NoTls)
            .await
            .unwrap();
        tokio::spawn(connection);
        client.query_one(sql, &[]).await.unwrap().get(0)
    })
}

/// Whether these bytes lie anywhere in the files of a database, or in a dump of it.
pub fn keeps(address: &Address, bytes: &[u8]) -> bool {
    Everything::of(address).keeps(bytes)
}

/// Every byte of a database: its files, or a dump of every table.
pub struct Everything(Vec<u8>);

impl Everything {
    pub fn of(address: &Address) -> Everything {
        let bytes = match address {
            Address::Sqlite(path) => ["", "-wal"]
                .iter()
                .flat_map(|suffix| {
                    let mut file = path.clone().into_os_string();
                    file.push(suffix);
                    fs::read(file).unwrap()
                })
                .collect(),
            Address::Postgres(url) => {
                let (_, schema) = url.split_once("search_path%3D").unwrap();
                let dump = program("pg_dump")
                    .unwrap()
                    .args(["--inserts", "--schema", schema, "--dbname"])
                    .arg(url)
                    .output()
                    .unwrap();
                assert!(
                    dump.status.success(),
                    "{}",
                    String::from_utf8_lossy(&dump.stderr)
                );
                dump.stdout
            }
        };
        Everything(bytes)
    }

    /// As they are, or as a dump writes them.
    pub fn keeps(&self, bytes: &[u8]) -> bool {
        let holds = |bytes: &[u8]| self.0.windows(bytes.len()).any(|window| window == bytes);
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        holds(bytes) || holds(hex.as_bytes())
    }
}

#[test]
fn the_same_story_on_postgresql() {
    if server().is_some() {
        return;
    }
    let postgres = Postgres::start_in_memory("-c fsync=off").unwrap();
    let mut again = Command::new(std::env::current_exe().unwrap());
    again.env(SERVER, &postgres.url);
    for module in WITHOUT_STORE {
        again.args(["--skip", module]);
    }
    let output = again.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    // At least as many as there are files of them.
    let passed = said.matches("... ok").count();
    assert!(passed > 80, "only {passed} tests ran:\n{said}");
    println!("{passed} tests passed on PostgreSQL");
}
