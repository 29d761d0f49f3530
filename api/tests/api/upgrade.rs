//! A database that was lived with, brought up to date from the tables of before, and written to by the
//! program of before: nothing of it is lost.

use std::{fs, path::Path};

use api::{
    export::Options,
    store::{Address, Store},
};
use tempfile::TempDir;

use crate::{
    engine,
    export_kept::{self, Lived, everything},
    export_points::earn,
    reveal,
    rewards::{make_vouchers, offer, take},
    site::Site,
};

const SCHEMA: &str = include_str!("../../src/store/schema.rs");

/// The files of the steps, in their order: the first makes version 1.
fn steps() -> Vec<String> {
    let names = SCHEMA.split("include_str!(\"").skip(1);
    let names = names.map(|rest| rest.split('"').next().unwrap());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    names
        .map(|name| fs::read_to_string(folder.join(name)).unwrap())
        .collect()
}

/// The oldest version whose program works with the tables of now.
fn works_with() -> usize {
    let (_, rest) = SCHEMA.split_once("const WORKS_WITH: i64 = ").unwrap();
    rest.split(';').next().unwrap().parse().unwrap()
}

/// Copies every row of every table that both have, by the columns that both have: what a program that
/// knows no others reads or writes.
fn copy(from: &Address, to: &Address) {
    match (from, to) {
        (Address::Sqlite(from), Address::Sqlite(to)) => copy_file(from, to),
        (Address::Postgres(from), Address::Postgres(to)) => {
            let schema = |url: &str| url.rsplit_once("%3D").unwrap().1.to_owned();
            let (from, into) = (schema(from), schema(to));
            engine::execute(to, &copy_schema(&from, &into));
        }
        other => panic!("{other:?}"),
    }
}

fn copy_file(from: &Path, to: &Path) {
    let connection = rusqlite::Connection::open(to).unwrap();
    let texts = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    connection
        .execute_batch(&format!(
            "pragma foreign_keys = off; attach '{}' as origin",
            from.display()
        ))
        .unwrap();
    let tables = texts(
        "select name from main.sqlite_schema where type = 'table' and name <> 'schema_version'
             and name not like 'sqlite_%'
             and name in (select name from origin.sqlite_schema where type = 'table')",
    );
    assert!(tables.len() > 50, "{tables:?}");
    for table in tables {
        let columns = texts(&format!(
            "select name from pragma_table_info('{table}', 'main')
             where name in (select name from pragma_table_info('{table}', 'origin'))"
        ))
        .join(", ");
        let copy =
            format!("insert into main.{table} ({columns}) select {columns} from origin.{table}");
        connection.execute_batch(&copy).unwrap();
    }
}

fn copy_schema(from: &str, to: &str) -> String {
    format!(
        "do $$ declare one record; begin
             set local session_replication_role = replica;
             for one in
                 select known.table_name as name,
                        string_agg(quote_ident(known.column_name), ', ') as columns,
                        max(case when known.is_identity = 'YES' then known.column_name end) as key
                 from information_schema.columns known
                 join information_schema.columns origin on origin.table_schema = '{from}'
                     and origin.table_name = known.table_name
                     and origin.column_name = known.column_name
                 where known.table_schema = '{to}' and known.table_name <> 'schema_version'
                 group by known.table_name
             loop
                 execute format('insert into {to}.%I (%s) select %s from {from}.%I',
                                one.name, one.columns, one.columns, one.name);
                 if one.key is not null then
                     execute format(
                         'select setval(pg_get_serial_sequence(''{to}.%I'', %L),
                                        coalesce(max(%I), 0) + 1, false) from {to}.%I',
                         one.name, one.key, one.key, one.name);
                 end if;
             end loop;
         end $$"
    )
}

/// Everything that an export has of a database.
fn told(address: &Address) -> String {
    let store = Store::open(address).unwrap();
    let options = Options {
        with_people: true,
        ..Options::default()
    };
    export_kept::written_by(&store, options).0
}

/// A new database with the tables of a version.
fn of_version(folder: &TempDir, version: usize) -> Address {
    let address = engine::address(folder.path());
    Store::make_version(&address, version).unwrap();
    address
}

async fn lived() -> Site {
    let site = Site::new().await;
    Lived::at(&site).await;
    // The hidden codes of before are in a file of that name, which is never written over.
    fs::remove_file(site.folder.path().join("hidden.csv")).unwrap();
    let packs = reveal::issue(&site, 1);
    let person = site.browser();
    earn(&person, &packs[0]).await;
    make_vouchers(&site, "5").await;
    assert_eq!(take(&person, &offer(&person).await).await, 303);
    site
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_was_lived_with_is_brought_up_to_date() {
    let site = lived().await;
    let text = everything(&site);
    for kind in [
        "registration",
        "claim",
        "voucher",
        "checks",
        "reveal",
        "units",
    ] {
        assert!(text.contains(&format!("{{\"type\":\"{kind}\"")), "{kind}");
    }
    // The last before each of the steps that did more than add, the oldest that works with the tables
    // of now, and the one before.
    for version in [works_with() - 1, works_with(), steps().len() - 1] {
        let folder = TempDir::new().unwrap();
        let address = of_version(&folder, version);
        copy(&site.address, &address);
        assert!(Store::open(&address).is_err(), "{version} is too old");
        assert_eq!(Store::migrate(&address).unwrap(), steps().len() - version);
        assert_eq!(told(&address), text, "from version {version}");
        assert_eq!(Store::migrate(&address).unwrap(), 0);
    }
}

/// Nodes are brought up to date one by one, and one goes back: the program of before writes what it
/// knows into the tables of now.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_program_of_before_writes_stands_in_the_tables_of_now() {
    let site = lived().await;
    let text = everything(&site);
    for version in [works_with(), steps().len() - 1] {
        let folders = [TempDir::new().unwrap(), TempDir::new().unwrap()];
        let before = of_version(&folders[0], version);
        copy(&site.address, &before);
        let now = of_version(&folders[1], steps().len());
        copy(&before, &now);
        assert_eq!(told(&now), text, "by version {version}");
    }
}

/// A step that does more than add has to raise [`works_with`], or programs of before that run on break.
#[test]
fn steps_only_add_to_what_programs_of_before_know() {
    let steps = steps();
    assert!(works_with() <= steps.len());
    let code = |step: &str| -> String {
        let lines = step.lines().map(|line| line.split("--").next().unwrap());
        lines.collect::<Vec<_>>().join("\n").to_lowercase()
    };
    let takes_away = |step: &str| {
        code(step).split(';').any(|statement| {
            let words: Vec<&str> = statement.split_whitespace().collect();
            let words = words.strip_prefix(&["/*pg"]).unwrap_or(&words);
            let has = |word: &str| words.contains(&word);
            // Programs of before write no less than it asked for.
            let asks_less = words.get(3..5) == Some(&["drop", "constraint"]);
            words.first() == Some(&"drop")
                || !asks_less
                    && words.starts_with(&["alter", "table"])
                    && (has("drop") || has("rename") || has("not") && !has("default"))
        })
    };
    for (index, step) in steps.iter().enumerate().skip(works_with()) {
        assert!(!takes_away(step), "step {} takes away:\n{step}", index + 1);
    }
    // Such a step is told from others.
    assert!(takes_away(&steps[works_with() - 1]));
}
