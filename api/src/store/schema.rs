//! The tables: one file a step, and the versions that this program can work with.
//!
//! A step only adds, or raises `WORKS_WITH`, so the program of one release before still works with the tables of the next:
//! `works_with` names the oldest version of the program that does. That is how nodes are brought up
//! to date one by one, and how one goes back.

use super::{
    Address, Result, Store, StoreError, Tx, engine::Connection, engine::Engine, engine_of,
    event_query, inspection_photo, pedigree, place,
};

/// What brings the tables of one version to the next.
struct Step {
    sql: &'static str,
    /// What SQL alone can't do.
    then: Option<fn(&Tx<'_>) -> Result<()>>,
}

const fn step(sql: &'static str) -> Step {
    Step { sql, then: None }
}

/// Every step from an empty database on.
const STEPS: &[Step] = &[
    step(include_str!("schema/001_tables.sql")),
    step(include_str!("schema/002_issue_range.sql")),
    step(include_str!("schema/003_unit_state.sql")),
    step(include_str!("schema/004_hidden.sql")),
    step(include_str!("schema/005_progress.sql")),
    step(include_str!("schema/006_signing_key.sql")),
    Step {
        sql: include_str!("schema/007_place_name.sql"),
        then: Some(place::name_all),
    },
    step(include_str!("schema/008_successor.sql")),
    step(include_str!("schema/009_number_pool.sql")),
    step(include_str!("schema/010_people.sql")),
    step(include_str!("schema/011_indexes.sql")),
    step(include_str!("schema/012_reference_version.sql")),
    step(include_str!("schema/013_event_error.sql")),
    Step {
        sql: include_str!("schema/014_event_index.sql"),
        then: Some(event_query::index_all),
    },
    step(include_str!("schema/015_subscription.sql")),
    step(include_str!("schema/016_link.sql")),
    step(include_str!("schema/017_claim_step.sql")),
    Step {
        sql: include_str!("schema/018_pedigree.sql"),
        then: Some(pedigree::tell_all),
    },
    step(include_str!("schema/019_signal.sql")),
    step(include_str!("schema/020_organisation_key.sql")),
    step(include_str!("schema/021_partner_key.sql")),
    step(include_str!("schema/022_report.sql")),
    step(include_str!("schema/023_follow.sql")),
    step(include_str!("schema/024_ownership.sql")),
    step(include_str!("schema/025_printed.sql")),
    step(include_str!("schema/026_reward.sql")),
    step(include_str!("schema/027_person.sql")),
    step(include_str!("schema/028_voucher.sql")),
    step(include_str!("schema/029_place_index.sql")),
    step(include_str!("schema/030_follow_asked.sql")),
    step(include_str!("schema/031_feedback.sql")),
    step(include_str!("schema/032_suggestion.sql")),
    step(include_str!("schema/033_receipt.sql")),
    step(include_str!("schema/035_keyring.sql")),
    step(include_str!("schema/036_return.sql")),
    step(include_str!("schema/037_place_product.sql")),
    step(include_str!("schema/038_sale_receipt.sql")),
    step(include_str!("schema/039_inspector.sql")),
    step(include_str!("schema/040_inspection.sql")),
    step(include_str!("schema/041_inspection_follow_up.sql")),
    step(include_str!("schema/042_inspection_term.sql")),
    step(include_str!("schema/043_seal_public_key.sql")),
    step(include_str!("schema/044_master_data.sql")),
    Step {
        sql: include_str!("schema/045_inspection_photo_named.sql"),
        then: Some(inspection_photo::name_all),
    },
    step(include_str!("schema/046_moved_points.sql")),
    step(include_str!("schema/047_check_state_room.sql")),
    step(include_str!("schema/048_points_for.sql")),
    step(include_str!("schema/049_grant_tells.sql")),
    step(include_str!("schema/050_check_state_product.sql")),
    step(include_str!("schema/051_event_count.sql")),
];

/// The version that all steps make.
const VERSION: i64 = STEPS.len() as i64;

/// The oldest version of the program that works with these tables. What made its tables, or any
/// before, may have done more than add: 036 made `claim` anew, with a `recall` that a return has not,
/// and a program of before that can't read such a claim.
const WORKS_WITH: i64 = 35;

/// Versions up to this one don't say what works with them.
const LAST_UNSAID: i64 = 6;

/// Makes the tables in an empty database; refuses one whose tables are not these, or later ones
/// that this version works with.
pub(super) fn prepare(engine: &dyn Engine, connection: &dyn Connection, name: &str) -> Result<()> {
    match version(connection)? {
        None => migrate(engine, connection, name).map(drop),
        Some(found) if found.works_here() => Ok(()),
        Some(found) => Err(refuse(name, found.version)),
    }
}

/// Brings the tables up to date, all steps or none; how many steps there were.
///
/// Where another node does the same at the same time, one of them does it.
pub(super) fn migrate(
    engine: &dyn Engine,
    connection: &dyn Connection,
    name: &str,
) -> Result<usize> {
    loop {
        let before = steps_from(version(connection)?.as_ref(), name)?;
        if before.is_empty() {
            return Ok(0);
        }
        connection.begin_write()?;
        match in_transaction(engine, connection, name) {
            Ok(count) => return Ok(count),
            // What another node has done meanwhile is in the way of doing it again.
            Err(error) => {
                connection.batch("rollback")?;
                if steps_from(version(connection)?.as_ref(), name)?.len() == before.len() {
                    return Err(error);
                }
            }
        }
    }
}

impl Store {
    /// Makes the tables of an earlier version in an empty database, as a test of upgrades has them.
    #[doc(hidden)]
    pub fn make_version(address: &Address, version: usize) -> Result<()> {
        let engine = engine_of(address)?;
        let connection = engine.connect()?;
        let steps = STEPS.get(..version).unwrap_or(STEPS);
        connection.begin_write()?;
        run(&*engine, &*connection, steps, steps.len() as i64)?;
        connection.batch("commit")
    }
}

/// What is missing in tables of a version.
fn steps_from(found: Option<&Found>, name: &str) -> Result<&'static [Step]> {
    let version = match found {
        None => 0,
        Some(found) if (1..=VERSION).contains(&found.version) => found.version,
        Some(found) => return Err(refuse(name, found.version)),
    };
    Ok(STEPS.get(version as usize..).unwrap_or_default())
}

/// Looks anew: what was found before the transaction began may be so no more.
fn in_transaction(engine: &dyn Engine, connection: &dyn Connection, name: &str) -> Result<usize> {
    let steps = steps_from(version(connection)?.as_ref(), name)?;
    if !steps.is_empty() {
        run(engine, connection, steps, VERSION)?;
    }
    connection.batch("commit")?;
    Ok(steps.len())
}

/// Runs steps, and says what version came of them. The connection of a failure is dropped, and the
/// transaction with it.
fn run(
    engine: &dyn Engine,
    connection: &dyn Connection,
    steps: &[Step],
    version: i64,
) -> Result<()> {
    let tx = Tx::new(connection);
    for step in steps {
        connection.batch(&engine.ddl(step.sql))?;
        if let Some(then) = step.then {
            then(&tx)?;
        }
    }
    tx.execute("delete from schema_version", [])?;
    tx.execute(
        "insert into schema_version (version, works_with) values (?1, ?2)",
        (version, WORKS_WITH),
    )?;
    Ok(())
}

fn refuse(name: &str, found: i64) -> StoreError {
    StoreError::Schema {
        database: name.to_owned(),
        found,
        known: VERSION,
    }
}

/// What tables say of themselves.
struct Found {
    version: i64,
    works_with: i64,
}

impl Found {
    fn works_here(&self) -> bool {
        self.version == VERSION || self.version > VERSION && self.works_with <= VERSION
    }
}

/// The version of the tables; `None` for an empty database, 0 for the tables of another program.
fn version(connection: &dyn Connection) -> Result<Option<Found>> {
    let tables = connection.tables()?;
    if tables.is_empty() {
        return Ok(None);
    }
    if !tables.iter().any(|table| table == "schema_version") {
        return Ok(Some(Found {
            version: 0,
            works_with: i64::MAX,
        }));
    }
    let tx = Tx::new(connection);
    let found = tx.row("select max(version) from schema_version", [], |row| {
        row.get::<Option<i64>>(0)
    })?;
    let version = found.flatten().unwrap_or(0);
    let works_with = if version > LAST_UNSAID {
        // Where even this column is missing, the tables are not ours.
        tx.row("select works_with from schema_version", [], |row| {
            row.get(0)
        })
        .unwrap_or(None)
    } else {
        None
    };
    Ok(Some(Found {
        version,
        works_with: works_with.unwrap_or(i64::MAX),
    }))
}
