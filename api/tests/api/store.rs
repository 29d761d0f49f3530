//! The store's story: what is written is there, once, and a schema that isn't ours is refused.

use api::{
    session::Session,
    store::{CheckEntry, Outcome, Serial, Store, StoreError, UnitKey},
};
use gs1::Gtin;
use trace::{Check, Policy, Role};

use crate::site::{NOW, Site, TEA, moment};

pub(crate) fn entry(site: &Site, session: u8, delivery: Option<[u8; 32]>) -> CheckEntry {
    let gtin: Gtin = TEA.parse().unwrap();
    let product = site
        .app
        .store
        .read(|db| db.product(&gtin))
        .unwrap()
        .unwrap();
    CheckEntry {
        check: Check {
            at: moment(NOW),
            role: Role::Consumer,
            session: Session::from_bytes([session; 16]).for_checks(),
            place: None,
        },
        received_at: moment(NOW),
        gtin: Some(TEA.to_owned()),
        serial: Some("TEA1".to_owned()),
        unit: Some(UnitKey {
            product: product.id,
            serial: Serial::new("TEA1").unwrap(),
        }),
        delivery,
    }
}

#[tokio::test]
async fn checks_of_many_at_once_are_all_counted() {
    let site = Site::new().await;
    let tasks: Vec<_> = (0..100u8)
        .map(|session| {
            let (store, entry) = (site.app.store.clone(), entry(&site, session, None));
            tokio::spawn(async move {
                store
                    .write(move |tx| tx.record_check(&entry, &Policy::default()))
                    .await
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let unit = entry(&site, 0, None).unit.unwrap();
    let state = site.app.store.read(|db| db.check_state(&unit)).unwrap();
    assert_eq!(state.sessions, 100);
    assert_eq!(site.app.store.read(|db| db.count_checks()).unwrap(), 100);
}

#[tokio::test]
async fn a_delivery_counts_once() {
    let site = Site::new().await;
    for _ in 0..3 {
        let entry = entry(&site, 1, Some([9; 32]));
        site.app
            .store
            .write(move |tx| tx.record_check(&entry, &Policy::default()))
            .await
            .unwrap();
    }
    assert_eq!(site.app.store.read(|db| db.count_checks()).unwrap(), 1);
}

#[tokio::test]
async fn what_is_written_survives() {
    let site = Site::new().await;
    let entry = entry(&site, 1, None);
    let unit = entry.unit.clone().unwrap();
    site.app
        .store
        .write(move |tx| tx.record_check(&entry, &Policy::default()))
        .await
        .unwrap();
    let again = Store::open(&site.folder.path().join("test.db")).unwrap();
    let state = again.read(|db| db.check_state(&unit)).unwrap();
    assert_eq!(
        state,
        site.app.store.read(|db| db.check_state(&unit)).unwrap()
    );
    assert_eq!(state.sessions, 1);
    assert_eq!(again.secret(), site.app.store.secret());
}

#[tokio::test]
async fn an_act_that_fails_takes_nothing_with_it() {
    let site = Site::new().await;
    let store = &site.app.store;
    let at = moment(NOW);
    let failing = store.write(move |tx| {
        tx.put_moment("half", at)?;
        Err::<(), _>(StoreError::Writer)
    });
    let undone = store.write_or_undo(move |tx| {
        tx.put_moment("undone", at)?;
        Ok(Outcome::Undo(()))
    });
    let panicking = store.write(move |tx| -> Result<(), StoreError> {
        tx.put_moment("panicked", at)?;
        panic!("on purpose");
    });
    let fine = store.write(move |tx| tx.put_moment("whole", at));
    let (failing, undone, panicking, fine) = tokio::join!(failing, undone, panicking, fine);
    assert!(failing.is_err());
    assert!(undone.is_ok());
    assert!(matches!(panicking, Err(StoreError::Writer)));
    assert!(fine.is_ok());
    for name in ["half", "undone", "panicked"] {
        assert_eq!(store.read(|db| db.moment(name)).unwrap(), None, "{name}");
    }
    assert_eq!(store.read(|db| db.moment("whole")).unwrap(), Some(at));
}

#[test]
fn another_schema_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let check = |sql: &str, expected: &str| {
        let path = folder.path().join(format!("{expected}.db"));
        rusqlite::Connection::open(&path)
            .unwrap()
            .execute_batch(sql)
            .unwrap();
        match Store::open(&path) {
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

/// A verdict is judged from facts each time: nothing that is stored could be one.
#[test]
fn no_table_holds_a_standing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    drop(Store::open(&path).unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    let mut statement = connection
        .prepare("select sql from sqlite_schema where sql is not null")
        .unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
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
