//! Files of SQLite: which are ours, and what is in them; and statements, on both engines.

use std::path::Path;

use api::store::{Store, StoreError};

use crate::engine::{Postgres, schema};

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

/// Every statement of the store, as it stands in its source.
fn statements() -> Vec<&'static str> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for call in [
            ".row(",
            ".rows(",
            ".execute(",
            ".row_for_each(",
            ".execute_for_each(",
        ] {
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

#[test]
fn every_statement_can_be_prepared_on_both_engines() {
    let folder = tempfile::tempdir().unwrap();
    let postgres = Postgres::start("-c fsync=off").unwrap();
    let stores = [
        Store::open(&folder.path().join("new.db").as_path().into()).unwrap(),
        Store::open(&schema(&postgres.url)).unwrap(),
    ];
    let statements = statements();
    assert!(statements.len() > 50, "{}", statements.len());
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
