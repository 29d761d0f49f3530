//! The tables, and the one version of them that this program knows.

use std::path::Path;

use rusqlite::Connection;

use super::{Result, StoreError};

/// What brings the tables of one version to the next: the first of these those of version 1.
const STEPS: &[&str] = &[ISSUE_RANGE, UNIT_STATE, HIDDEN, PROGRESS, SIGNING_KEY];

/// The version that [`TABLES`] makes.
const VERSION: i64 = 1 + STEPS.len() as i64;

/// Makes the tables in an empty file; refuses a file whose tables are not these.
pub(super) fn prepare(connection: &mut Connection, path: &Path) -> Result<()> {
    let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    match version(&tx)? {
        None => {
            tx.execute_batch(TABLES)?;
            tx.execute_batch(&STEPS.concat())?;
            tx.execute(
                "insert into schema_version (version) values (?1)",
                [VERSION],
            )?;
            tx.commit()?;
            Ok(())
        }
        Some(VERSION) => Ok(()),
        Some(found) => Err(refuse(path, found)),
    }
}

/// Brings the tables up to date, all steps or none; how many steps there were.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<usize> {
    prepare(connection, path).or_else(|error| match error {
        StoreError::Schema { found, .. } if (1..VERSION).contains(&found) => Ok(()),
        error => Err(error),
    })?;
    let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let found = version(&tx)?.unwrap_or(VERSION);
    let steps = STEPS
        .get((found - 1) as usize..)
        .ok_or_else(|| refuse(path, found))?;
    for step in steps {
        tx.execute_batch(step)?;
    }
    tx.execute("update schema_version set version = ?1", [VERSION])?;
    tx.commit()?;
    Ok(steps.len())
}

fn refuse(path: &Path, found: i64) -> StoreError {
    StoreError::Schema {
        path: path.to_owned(),
        found,
        known: VERSION,
    }
}

/// The version of the tables; `None` for an empty file, 0 for the tables of another program.
fn version(connection: &Connection) -> Result<Option<i64>> {
    let tables: i64 = connection.query_row(
        "select count(*) from sqlite_schema where name not like 'sqlite_%'",
        [],
        |row| row.get(0),
    )?;
    if tables == 0 {
        return Ok(None);
    }
    let is_versioned: bool = connection.query_row(
        "select exists (select 1 from sqlite_schema where name = 'schema_version')",
        [],
        |row| row.get(0),
    )?;
    if !is_versioned {
        return Ok(Some(0));
    }
    let found = connection.query_row("select max(version) from schema_version", [], |row| {
        row.get(0)
    })?;
    Ok(Some(found))
}

/// Version 1. Dates are ISO 8601 text, moments milliseconds since 1970, records JSON as imported.
///
/// No table holds a standing: a verdict is judged anew from what is here.
const TABLES: &str = "
-- The version of these tables: one row.
create table schema_version (version integer not null) strict;

-- What the server itself remembers: its secret, the demo's day.
create table setting (name text primary key, value blob not null) strict, without rowid;

-- Brands, as imported.
create table brand (id text primary key, record text not null) strict, without rowid;

-- GS1 Company Prefixes and whose they are: a GTIN belongs to the brand of its prefix.
create table brand_prefix (
    prefix text primary key,
    brand text not null references brand (id)
) strict, without rowid;

-- Products, as imported; `picture` is the digest of the picture's bytes.
create table product (
    id integer primary key,
    gtin text not null unique,
    brand text not null references brand (id),
    picture text,
    record text not null
) strict;

-- Batches, as imported.
create table batch (
    id integer primary key,
    product integer not null references product (id),
    number text not null,
    record text not null,
    unique (product, number)
) strict;

-- Units with serials of the brand's own: packed, 25 bytes a row.
-- What became of a unit is in its events, not here.
create table unit (
    product integer not null references product (id),
    serial blob not null,
    batch integer not null references batch (id),
    issued_on text,
    primary key (product, serial)
) strict, without rowid;

-- Pictures of products and places, addressed by the SHA-256 of their bytes.
create table picture (
    digest text primary key,
    content_type text not null,
    bytes blob not null
) strict, without rowid;

-- Places where things are made, kept, sold, recycled or returned, as imported.
create table place (
    id text primary key,
    lat real not null,
    lon real not null,
    picture text,
    record text not null
) strict, without rowid;
create index place_by_point on place (lat, lon);

-- What a place takes: a material for recycling.
create table place_material (
    material text not null,
    place text not null references place (id),
    primary key (material, place)
) strict, without rowid;

-- Whose recalled products a place takes back.
create table place_return (
    brand text not null,
    place text not null references place (id),
    primary key (brand, place)
) strict, without rowid;

-- Recalls of a product, as imported, with the batches and serials that they cover.
create table recall (
    id text primary key,
    product integer not null references product (id),
    record text not null
) strict, without rowid;
create index recall_by_product on recall (product);

-- What the checks of a unit amount to; read by every verdict, so that none reads the log.
create table check_state (
    product integer not null references product (id),
    serial blob not null,
    state text not null,
    primary key (product, serial)
) strict, without rowid;

-- Every counted check, append-only. No address, no session: a digest of the session, and a place
-- rounded to 5 km where the person gave one.
create table scan_log (
    day integer not null,
    seq integer not null,
    checked_at integer not null,
    received_at integer not null,
    gtin text,
    serial text,
    session integer not null,
    lat real,
    lon real,
    country text,
    primary key (day, seq)
) strict, without rowid;

-- Checks that an offline queue has delivered, so that a second delivery counts nothing.
create table check_delivery (id blob primary key, day integer not null) strict, without rowid;

-- EPCIS events as captured, each once: `digest` is over the event's own JSON.
-- `brand` captured it, and only that brand's journeys show it.
create table event (
    seq integer primary key,
    digest text not null,
    brand text not null references brand (id),
    event_id text,
    event_time integer not null,
    record_time integer not null,
    capture text not null,
    body text not null,
    unique (brand, digest)
) strict;
create unique index event_by_id on event (brand, event_id) where event_id is not null;

-- What each event names, in canonical form: how a journey finds its events.
create table event_epc (
    brand text not null,
    epc text not null,
    event integer not null references event (seq),
    primary key (brand, epc, event)
) strict, without rowid;

-- Capture jobs and what became of them.
create table epcis_capture (
    id text primary key,
    brand text not null references brand (id),
    created_at integer not null,
    finished_at integer not null,
    is_success integer not null,
    error_behaviour text not null,
    faults text not null
) strict, without rowid;

-- API keys of brands: the SHA-256 of the key, never the key.
create table api_key (
    digest blob primary key,
    brand text not null references brand (id),
    created_at integer not null,
    revoked_at integer
) strict, without rowid;

-- Registrations: at most one a unit. `code_digest` is the SHA-256 of the code that only the person
-- has; `account` is a digest of their session.
create table registration (
    reference text primary key,
    code_digest blob not null,
    product integer not null,
    serial blob not null,
    account text not null,
    registered_at integer not null,
    points integer not null,
    record text not null,
    unique (product, serial),
    foreign key (product, serial) references unit (product, serial)
) strict, without rowid;

-- Points, in double entry: the lines of a movement sum to 0.
create table ledger_movement (
    id integer primary key,
    booked_at integer not null,
    reason text not null,
    reference text not null
) strict;
create table ledger_line (
    movement integer not null references ledger_movement (id),
    account text not null,
    points integer not null,
    primary key (movement, account)
) strict, without rowid;
create index ledger_line_by_account on ledger_line (account, movement);

-- Claims under a recall; at most one for a unit and recall. `path` is that of the Digital Link.
create table claim (
    reference text primary key,
    code_digest blob not null,
    recall text not null references recall (id),
    path text not null,
    product integer not null references product (id),
    serial blob,
    opened_at integer not null,
    status text not null,
    record text not null
) strict, without rowid;
create unique index claim_by_unit on claim (recall, product, serial) where serial is not null;
";

/// Version 2.
const ISSUE_RANGE: &str = "
-- Serials made with the issue key: the counters from `first` on, `length` of them, in one row
-- whatever their number. The key is not here.
create table issue_range (
    product integer not null references product (id),
    first integer not null,
    length integer not null,
    batch integer not null references batch (id),
    issued_on text not null,
    primary key (product, first)
) strict, without rowid;
";

/// Version 3.
const UNIT_STATE: &str = "
-- The day on which the units of a batch were issued, for those rows of `unit` that have none of
-- their own: a date in each would make a row half as long again. Empty where it is not known; null
-- until the first units come.
alter table batch add column issued_on text;
update batch set issued_on = '';

-- How far a unit has come: 0 allocated, 1 printed, 2 applied, 3 shipped; 4 more where a correction
-- said so; null where nothing was said.
alter table unit add column state integer;
";

/// Version 4.
const HIDDEN: &str = "
-- 1 where each serial of the range has a hidden code; the codes are nowhere.
alter table issue_range add column hidden integer not null default 0;

-- Units whose hidden code was revealed: when first and in which session (a digest), and when last
-- in another session.
create table reveal (
    product integer not null references product (id),
    serial blob not null,
    first_at integer not null,
    session integer not null,
    again_at integer,
    primary key (product, serial)
) strict, without rowid;

-- Wrong guesses at the hidden code of a unit. `lane` is a keyed digest of the unit and of whoever
-- guesses.
create table reveal_guess (
    lane blob primary key,
    wrong integer not null,
    last_at integer not null
) strict, without rowid;
";

/// Version 5.
const PROGRESS: &str = "
-- How far all units of a batch have come, as `unit.state` has it; null where nothing was said.
alter table batch add column state integer;

-- How many counters of a range, from its first on, have been printed, applied and shipped.
alter table issue_range add column printed integer not null default 0;
alter table issue_range add column applied integer not null default 0;
alter table issue_range add column shipped integer not null default 0;
";

/// Version 6.
const SIGNING_KEY: &str = "
-- Public keys that codes are signed with, by the name that codes call them by.
create table signing_key (
    id text primary key,
    brand text not null references brand (id),
    public_key blob not null,
    created_at integer not null,
    revoked_at integer
) strict, without rowid;
create index signing_key_by_brand on signing_key (brand);

-- The key that signed the codes of the range, where one did.
alter table issue_range add column signing_key text;
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_is_brought_up_to_date() {
        let path = Path::new("old.db");
        let mut old = Connection::open_in_memory().unwrap();
        old.execute_batch(TABLES).unwrap();
        old.execute_batch(
            "insert into schema_version (version) values (1);
             insert into brand (id, record) values ('acme', '{}');",
        )
        .unwrap();
        assert!(matches!(
            prepare(&mut old, path),
            Err(StoreError::Schema { found: 1, .. })
        ));
        assert_eq!(migrate(&mut old, path).unwrap(), STEPS.len());
        prepare(&mut old, path).unwrap();
        assert_eq!(migrate(&mut old, path).unwrap(), 0, "once is enough");
        let brands: i64 = old
            .query_row("select count(*) from brand", [], |row| row.get(0))
            .unwrap();
        assert_eq!(brands, 1, "what was there stays");

        let mut new = Connection::open_in_memory().unwrap();
        prepare(&mut new, path).unwrap();
        let tables = |connection: &Connection| -> Vec<String> {
            connection
                .prepare("select sql from sqlite_schema where sql is not null order by name")
                .unwrap()
                .query_map([], |row| row.get(0))
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap()
        };
        assert_eq!(tables(&old), tables(&new));
    }

    #[test]
    fn a_later_file_and_another_program_s_are_left_alone() {
        let path = Path::new("other.db");
        let mut later = Connection::open_in_memory().unwrap();
        prepare(&mut later, path).unwrap();
        later
            .execute("update schema_version set version = version + 1", [])
            .unwrap();
        let mut other = Connection::open_in_memory().unwrap();
        other.execute_batch("create table t (x)").unwrap();
        for connection in [&mut later, &mut other] {
            assert!(matches!(
                migrate(connection, path),
                Err(StoreError::Schema { .. })
            ));
        }
    }
}
