//! Files of SQLite: which are ours, and what is in them; and statements, on both engines.

use std::path::{Path, PathBuf};

use api::store::{Store, StoreError};

use crate::engine::{Postgres, count, schema};

#[test]
fn another_schema_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let check = |sql: &str, expected: &str| {
        let path = folder.path().join(format!("{expected}.db"));
        rusqlite::Connection::open(&path)
            .unwrap()
            .execute_batch(sql)
            .unwrap();
        match Store::open(&path.as_path().into()) {
            Err(StoreError::Schema { found, .. }) => assert_eq!(found.to_string(), expected),
            other => panic!("{other:?}"),
        }
    };
    check("create table other (x)", "0");
    check(
        "create table schema_version (version integer); insert into schema_version values (99)",
        "99",
    );
}

/// The tables of an earlier release, with something in them.
fn of_version_6(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    for step in [
        include_str!("../../src/store/schema/001_tables.sql"),
        include_str!("../../src/store/schema/002_issue_range.sql"),
        include_str!("../../src/store/schema/003_unit_state.sql"),
        include_str!("../../src/store/schema/004_hidden.sql"),
        include_str!("../../src/store/schema/005_progress.sql"),
        include_str!("../../src/store/schema/006_signing_key.sql"),
        "insert into schema_version (version) values (6);
         insert into brand (id, record) values ('acme', '{\"id\":\"acme\",\"name\":\"Acme\",\"prefixes\":[]}');
         insert into place (id, lat, lon, record) values ('9506000900018', 54.5, 18.5, '{
             \"id\":\"9506000900018\",\"name\":\"Acme Works\",\"kind\":\"plant\",
             \"town\":\"GDAŃSK\",\"country\":\"PL\",\"lat\":54.5,\"lon\":18.5}')",
    ] {
        connection.execute_batch(step).unwrap();
    }
}

#[test]
fn an_older_file_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.db");
    of_version_6(&path);
    let address = path.as_path().into();
    match Store::open(&address) {
        Err(StoreError::Schema { found: 6, .. }) => {}
        other => panic!("{other:?}"),
    }
    assert!(Store::migrate(&address).unwrap() > 0);
    assert_eq!(Store::migrate(&address).unwrap(), 0, "once is enough");
    let store = Store::open(&address).unwrap();
    let named = |name: &str| store.read_blocking(|db| db.places_named(name)).unwrap();
    assert_eq!(named("Gdańsk").len(), 1, "what was there is found as now");
    assert!(named("Gdynia").is_empty());
    assert!(
        store
            .read_blocking(|db| db.brand("acme"))
            .unwrap()
            .is_some()
    );

    let new = folder.path().join("new.db");
    drop(Store::open(&new.as_path().into()).unwrap());
    assert_eq!(tables(&path), tables(&new));
}

/// What makes the tables of a file, each with its name and columns.
fn tables(path: &Path) -> Vec<String> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut statement = connection
        .prepare("select sql from sqlite_schema where sql is not null order by name")
        .unwrap();
    let tables = statement.query_map([], |row| row.get(0)).unwrap();
    tables.collect::<Result<_, _>>().unwrap()
}

/// A verdict is judged from facts each time: nothing that is stored could be one.
#[test]
fn no_table_holds_a_standing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    drop(Store::open(&path.as_path().into()).unwrap());
    let tables = tables(&path);
    assert!(tables.len() > 15);
    for sql in tables {
        let columns = sql.to_lowercase();
        assert!(
            !columns.contains("standing") && !columns.contains("verdict"),
            "{sql}"
        );
        // `product` and `batch` are tables, and standings too.
        let standings = trace::Standing::ALL
            .into_iter()
            .filter(|standing| !matches!(standing.name(), "product" | "batch"));
        let words: Vec<&str> = columns
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .collect();
        for standing in standings {
            assert!(!words.contains(&standing.name()), "{sql}");
        }
    }
}

/// How a statement is run; each of these takes it as its first argument.
const CALLS: &[&str] = &[
    ".row(",
    ".rows(",
    ".execute(",
    ".row_for_each(",
    ".rows_for_each(",
    ".execute_for_each(",
];

/// Every source of the store, but those of its engines, which run what they are given.
fn sources() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("store/engine") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found
}

/// Every statement of the store, as it stands in its source.
fn statements() -> Vec<&'static str> {
    let mut found = Vec::new();
    for path in sources() {
        let source = std::fs::read_to_string(&path).unwrap();
        for call in CALLS {
            for (at, _) in source.match_indices(call) {
                let rest = source[at + call.len()..].trim_start();
                if rest.starts_with("sql, params") || rest.starts_with("one, params") {
                    continue;
                }
                let literal = rest.strip_prefix('"').unwrap_or_else(|| {
                    panic!("{}: a statement is a literal: {rest:.60}", path.display())
                });
                let (literal, _) = literal.split_once('"').unwrap();
                found.push(&*literal.to_owned().leak());
            }
        }
    }
    found
}

/// What takes a statement is known to [`statements`]: a new way to run one has to be added there.
#[test]
fn every_way_to_run_a_statement_is_known() {
    let handles = include_str!("../../src/store/db.rs");
    let mut parts: Vec<&str> = handles.split("sql: &'static str").collect();
    parts.pop();
    assert!(parts.len() >= CALLS.len(), "{}", parts.len());
    for before in parts {
        let (_, name) = before.rsplit_once("fn ").unwrap();
        let name: String = name
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        assert!(CALLS.contains(&&*format!(".{name}(")), "{name}");
    }
}

#[test]
fn every_statement_can_be_prepared_on_both_engines() {
    let folder = tempfile::tempdir().unwrap();
    let postgres = Postgres::start("-c fsync=off").unwrap();
    let stores = [
        Store::open(&folder.path().join("new.db").as_path().into()).unwrap(),
        Store::open(&schema(&postgres.url)).unwrap(),
    ];
    let statements = statements();
    assert!(statements.len() > 400, "{}", statements.len());
    let mut wrong = Vec::new();
    for store in &stores {
        for sql in &statements {
            if let Err(error) = store.prepare(sql) {
                wrong.push(format!("{store:?}: {sql}\n{error:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is acknowledged survives a power cut: what a killed process can't show, for the system keeps
/// what it has written.
#[test]
fn whatever_a_database_is_set_to_acknowledged_means_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    let store = Store::open(&path.as_path().into()).unwrap();
    assert_eq!(store.durability().unwrap(), "full");

    let postgres = Postgres::start("-c fsync=off -c synchronous_commit=off").unwrap();
    let address = schema(&postgres.url).to_string();
    for address in [
        address.clone(),
        format!("{address}%20-csynchronous_commit%3Doff"),
    ] {
        let store = Store::open(&address.parse().unwrap()).unwrap();
        assert_eq!(store.durability().unwrap(), "on", "{address}");
    }
}

/// Tables that a line is put into for each check, unit or registration: on PostgreSQL their keys begin
/// with the shard, so that no page is wanted by all.
const HOT: &[&str] = &[
    "check_state",
    "registration",
    "reveal",
    "scan_log",
    "unit",
    "unit_report",
];

/// And in SQLite nothing has a row number beside its key but what is named by one.
#[test]
fn the_keys_of_hot_tables_begin_with_the_shard() {
    let postgres = Postgres::start("-c fsync=off").unwrap();
    let address = schema(&postgres.url);
    drop(Store::open(&address).unwrap());
    let sharded = "(select distinct c.relname from pg_index i
             join pg_class c on c.oid = i.indrelid
             join pg_namespace n on n.oid = c.relnamespace
             join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indisunique and a.attname = 'shard' and n.nspname = current_schema()";
    for table in HOT {
        let one = format!("{sharded} and c.relname = '{table}') as sharded");
        assert_eq!(count(&address, &one), 1, "{table}");
    }
    let all = count(&address, &format!("{sharded}) as sharded"));
    assert_eq!(
        usize::try_from(all),
        Ok(HOT.len()),
        "one is not in this list"
    );

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    drop(Store::open(&path.as_path().into()).unwrap());
    for sql in tables(&path) {
        let is_hot = HOT.iter().any(|table| {
            sql.to_lowercase()
                .starts_with(&format!("create table {table} "))
        });
        assert!(!is_hot || sql.contains("without rowid"), "{sql}");
    }
}
