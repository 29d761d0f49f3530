//! The store's story: what is written is there, once, and a schema that isn't ours is refused.

use api::{
    session::Session,
    store::{CheckEntry, Outcome, Serial, Store, StoreError, UnitKey},
};
use gs1::Gtin;
use trace::{Check, Policy, Role};

use crate::{
    engine,
    site::{NOW, RECORDS, Site, TEA, moment},
};

pub(crate) fn entry(site: &Site, session: u8, delivery: Option<[u8; 32]>) -> CheckEntry {
    let gtin: Gtin = TEA.parse().unwrap();
    let product = site
        .app
        .store
        .read_blocking(|db| db.product(&gtin))
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
        known: None,
        delivery,
        policy: std::sync::Arc::new(Policy::default()),
    }
}

#[tokio::test]
async fn checks_of_many_at_once_are_all_counted() {
    let site = Site::new().await;
    let tasks: Vec<_> = (0..100u8)
        .map(|session| {
            let (store, entry) = (site.app.store.clone(), entry(&site, session, None));
            tokio::spawn(async move { store.count(entry).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let unit = entry(&site, 0, None).unit.unwrap();
    let state = site
        .app
        .store
        .read(|db| db.check_state(&unit))
        .await
        .unwrap();
    assert_eq!(state.sessions, 100);
    assert_eq!(
        site.app.store.read(|db| db.count_checks()).await.unwrap(),
        100
    );
}

#[tokio::test]
async fn a_delivery_counts_once() {
    let site = Site::new().await;
    for _ in 0..3 {
        let entry = entry(&site, 1, Some([9; 32]));
        site.app.store.count(entry).await.unwrap();
    }
    assert_eq!(
        site.app.store.read(|db| db.count_checks()).await.unwrap(),
        1
    );
}

#[tokio::test]
async fn what_is_written_survives() {
    let site = Site::new().await;
    let entry = entry(&site, 1, None);
    let unit = entry.unit.clone().unwrap();
    site.app.store.count(entry).await.unwrap();
    let again = Store::open(&site.address).unwrap();
    let state = again.read(|db| db.check_state(&unit)).await.unwrap();
    assert_eq!(
        state,
        site.app
            .store
            .read(|db| db.check_state(&unit))
            .await
            .unwrap()
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
        assert_eq!(
            store.read(|db| db.moment(name)).await.unwrap(),
            None,
            "{name}"
        );
    }
    assert_eq!(store.read(|db| db.moment("whole")).await.unwrap(), Some(at));
}

/// The tables of the next release, as far as this one can know them: something was added.
fn next_release(site: &Site, works_with: &str) {
    engine::raw(
        &site.address,
        &format!(
            "create table of_the_next_release (a integer);
             alter table product add column of_the_next_release text;
             update schema_version set version = version + 1, works_with = {works_with}"
        ),
    );
}

#[tokio::test]
async fn this_program_works_with_the_tables_of_the_next_release() {
    let site = Site::new().await;
    next_release(&site, "version");
    let back = Store::open(&site.address).unwrap();
    let entry = entry(&site, 1, None);
    back.count(entry).await.unwrap();
    let report = site.import(RECORDS).await;
    assert!(report.problems.is_empty(), "{report:?}");
    assert_eq!(back.read(|db| db.count_checks()).await.unwrap(), 1);
    assert!(
        matches!(
            Store::migrate(&site.address),
            Err(StoreError::Schema { .. })
        ),
        "there is no way to older tables"
    );
}

#[tokio::test]
async fn tables_that_need_a_later_program_are_refused() {
    let site = Site::new().await;
    next_release(&site, "version + 1");
    assert!(matches!(
        Store::open(&site.address),
        Err(StoreError::Schema { .. })
    ));
}

#[test]
fn two_that_make_the_tables_at_once_make_them_once() {
    for _ in 0..8 {
        let folder = tempfile::tempdir().unwrap();
        let address = engine::address(folder.path());
        let start = std::sync::Barrier::new(4);
        std::thread::scope(|scope| {
            let opening: Vec<_> = (0..4)
                .map(|number| {
                    let (address, start) = (&address, &start);
                    scope.spawn(move || {
                        start.wait();
                        match number % 2 {
                            0 => Store::open(address).map(drop),
                            _ => Store::migrate(address).map(drop),
                        }
                    })
                })
                .collect();
            for one in opening {
                one.join().unwrap().unwrap();
            }
        });
        assert_eq!(Store::migrate(&address).unwrap(), 0);
    }
}
