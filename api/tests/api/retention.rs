//! What is forgotten when: each kind of data a day before its time and a day after it.

use api::{
    retention::{self, Retention, Swept},
    store::{Address, Store},
};
use trace::Instant;

use crate::{
    engine::{count, raw},
    site::{NOW, Site, moment},
    store::entry,
};

const DAY: i64 = 86_400_000;

#[tokio::test]
async fn checks_are_forgotten_and_what_they_amount_to_stays() {
    let site = Site::new().await;
    let (store, now) = (&site.app.store, moment(NOW));
    for days in [0, 39, 41, 399, 401, 402] {
        let mut entry = entry(&site, 1, Some([days as u8; 32]));
        entry.received_at = now.plus_days(-days);
        store.count(entry).await.unwrap();
    }
    let swept = retention::sweep(store, Retention::default(), now)
        .await
        .unwrap();
    let expected = Swept {
        checks: 2,
        deliveries: 4,
        captures: 0,
        inspections: 0,
    };
    assert_eq!(swept, expected);
    assert_eq!(store.read_blocking(|db| db.count_checks()).unwrap(), 4);
    let swept = retention::sweep(store, Retention::default(), now)
        .await
        .unwrap();
    assert_eq!(swept, Swept::default());
    // What the checks amount to stays.
    let unit = entry(&site, 1, None).unit.unwrap();
    assert_eq!(
        store
            .read_blocking(|db| db.check_state(&unit))
            .unwrap()
            .sessions,
        1
    );
}

/// What is kept in a table: the row that begins its time at `{at}` (`{day}` in days) is named `{id}`.
struct Kind {
    table: &'static str,
    /// Which rows of it count.
    rows: &'static str,
    insert: &'static str,
    kept_ms: i64,
}

const fn kind(table: &'static str, rows: &'static str, kept_ms: i64, insert: &'static str) -> Kind {
    Kind {
        table,
        rows,
        insert,
        kept_ms,
    }
}

const KINDS: &[Kind] = &[
    kind("never_issued", "1 = 1", 400 * DAY,
        "insert into never_issued (product, day, serials)
         values ((select min(id) from product), {day}, 3)"),
    kind("epcis_capture", "1 = 1", 90 * DAY,
        "insert into epcis_capture
             (id, brand, created_at, finished_at, is_success, error_behaviour, faults)
         values ('{id}', 'acme', 0, {at}, 1, '', '[]')"),
    kind("reveal_guess", "1 = 1", 30 * DAY,
        "insert into reveal_guess (lane, wrong, last_at) values ({blob}, 1, {at})"),
    kind("invite", "ended_at is not null", 30 * DAY,
        "insert into invite
             (digest, organisation, role, name, made_by, made_at, expires_at, ended_at)
         values ({blob}, 'house', 'auditor', '', '', 0, 9000000000000, {at})"),
    kind("invite", "ended_at is null", 30 * DAY,
        "insert into invite
             (digest, organisation, role, name, made_by, made_at, expires_at, ended_at)
         values ({blob}, 'house', 'auditor', '', '', 0, {at}, null)"),
    kind("ownership_proof", "1 = 1", 30 * DAY,
        "insert into ownership_proof (id, registration, made_at, ends_at)
         values ({blob}, 'R', 0, {at})"),
    kind("transfer", "1 = 1", 30 * DAY,
        "insert into transfer
             (reference, code_digest, registration, account, opened_at, ends_at)
         values ('{id}', {blob}, '{id}', 'a', 0, {at})"),
    kind("dispute", "status = 'kept'", 3650 * DAY,
        "insert into dispute (id, registration, product, serial, opened_at, message, status,
             decided_at, by_staff, reason)
         values ('{id}', '{id}', 1, {blob}, 0, '', 'kept', {at}, '', '')"),
    kind("former_registration", "1 = 1", 3650 * DAY,
        "insert into former_registration (reference, code_digest, product, serial, account,
             registered_at, evidence, record, ended_at, why)
         values ('{id}', {blob}, 1, {blob}, 'a', 0, 0, '{}', {at}, 'displaced')"),
    kind("follow_asked", "1 = 1", 2 * DAY,
        "insert into follow_asked (whose, at, follow) values ('w', {at}, '{id}')"),
    kind("follow", "confirmed_at is null", 7 * DAY,
        "insert into follow (id, product, path, channel, target, keys, account, language, about,
             created_at, confirmed_at)
         values ('{id}', (select min(id) from product), '', 'mail', '', '', '', '', '', {at}, null)"),
    kind("staff_session", "1 = 1", 8 * DAY / 24,
        "insert into staff_session (digest, staff, device, began_at, seen_at)
         values ({blob}, 'someone', '', {now} - 86400000, {at})"),
    kind("staff_session", "1 = 1", 7 * DAY,
        "insert into staff_session (digest, staff, device, began_at, seen_at)
         values ({blob}, 'someone', '', {at}, {now})"),
    kind("passkey_challenge", "1 = 1", 0,
        "insert into passkey_challenge (digest, expires_at) values ({blob}, {at})"),
    kind("keyring_device", "1 = 1", 2 * 365 * DAY,
        "insert into keyring_device (digest, owner, root, device, began_at, seen_at)
         values ({blob}, 'o', {blob}, '', 0, {at})"),
    kind("report", "closed_at is not null", 400 * DAY,
        "insert into report (reference, brand, product, path, at, status, closed_at, record)
         values ('{id}', 'acme', (select min(id) from product), '', 0, 'closed', {at}, '{}');
         insert into report_photo (reference, content_type, bytes)
         values ('{id}', 'image/jpeg', {blob})"),
    kind("reward", "network <> ''", 2 * DAY,
        "insert into reward (act, reference, brand, product, account, network, basis, points,
             status, why, at)
         values ('report', '{id}', 'acme', 1, 'a', 'digest', 0, 1, 'granted', '', {at})"),
    kind("inspection_photo", "1 = 1", 31 * DAY,
        "insert into inspection_photo (organisation, sha256, size, received, begun_at, done_at)
         values ('house', {blob}, 2, 1, {at}, null);
         insert into inspection_photo_part (organisation, sha256, at, bytes)
         values ('house', {blob}, 0, {blob})"),
    kind("inspection", "1 = 1", 3650 * DAY,
        "insert into inspection (id, organisation, inspector, purpose, shop, address, opened_at,
             last_at, received_at, heard_at)
         values ('{id}', 'house', '', '', '', '', 0, 0, 0, {at})"),
];

/// What stays, however old: confirmed, open, or of a dispute that is.
const STAYS: &str = "
    insert into follow (id, product, path, channel, target, keys, account, language, about,
        created_at, confirmed_at)
    values ('stays', (select min(id) from product), '', 'link', '', '', '', '', '', 0, 1);
    insert into report (reference, brand, product, path, at, status, closed_at, record)
    values ('stays', 'acme', (select min(id) from product), '', 0, 'open', null, '{}');
    insert into dispute (id, registration, product, serial, opened_at, message, status, decided_at,
        by_staff, reason)
    values ('stays', 'stays', 1, {blob}, 0, '', 'open', null, '', '');
    insert into former_registration (reference, code_digest, product, serial, account,
        registered_at, evidence, record, ended_at, why)
    values ('stays', {blob}, 1, {blob}, 'a', 0, 0, '{}', 0, 'displaced');
    insert into access_log (at, organisation, by_organisation, by_staff, act, subject)
    values (0, 'house', '', '', 'invite', '')";

/// Runs SQL with what is different in each of the two rows of a kind.
fn insert(address: &Address, sql: &str, id: &str, at: i64) {
    let blob = match address {
        Address::Sqlite(_) => format!("cast('{id}' as blob)"),
        Address::Postgres(_) => format!("'{id}'::bytea"),
    };
    let sql = sql
        .replace("{blob}", &blob)
        .replace("{id}", id)
        .replace("{at}", &at.to_string())
        .replace("{day}", &at.div_euclid(DAY).to_string())
        .replace("{now}", &moment(NOW).0.to_string());
    raw(address, &sql);
}

async fn sweep(store: &Store, now: Instant) -> Swept {
    let swept = retention::sweep(store, Retention::default(), now).await;
    swept.unwrap()
}

#[tokio::test]
async fn each_kind_is_forgotten_at_its_time_and_no_sooner() {
    let site = Site::new().await;
    let (store, address, now) = (&site.app.store, &site.address, moment(NOW));
    let house = "insert into organisation (id, kind, name, admitted_at) values ('house', 'authority', '', 0);
         insert into staff (id, organisation, name, role, joined_at) values ('someone', 'house', '', 'auditor', 0)";
    raw(address, house);
    insert(address, STAYS, "stays", 0);
    let stays = [
        ("follow", "confirmed_at is not null"),
        ("report", "closed_at is null"),
        ("dispute", "status = 'open'"),
        ("former_registration", "reference = 'stays'"),
        ("access_log", "at = 0"),
    ];
    for kind in KINDS {
        let of = format!("{} where {}", kind.table, kind.rows);
        let before = count(address, &of);
        insert(address, kind.insert, "old", now.0 - kind.kept_ms - DAY);
        // What ends in hours is a minute before its end; else it is a day.
        let young = if kind.kept_ms < 2 * DAY { 60_000 } else { DAY };
        insert(address, kind.insert, "young", now.0 - kind.kept_ms + young);
        assert_eq!(count(address, &of), before + 2, "{of}");
        sweep(store, now).await;
        assert_eq!(count(address, &of), before + 1, "{of}");
        sweep(store, now.plus_days(4 * 3650)).await;
        assert_eq!(
            count(address, &of) - i64::from(kind.table == "former_registration"),
            0,
            "{of}, much later"
        );
        for (table, rows) in stays {
            let of = format!("{table} where {rows}");
            assert_eq!(count(address, &of), 1, "{of}, after {}", kind.table);
        }
    }
    // And what hangs on them.
    for table in ["report_photo", "inspection_photo_part"] {
        assert_eq!(count(address, table), 0, "{table}");
    }
}

#[tokio::test]
async fn a_process_that_ended_is_no_more_asked_whether_it_can_write() {
    let site = Site::new().await;
    let (store, now) = (&site.app.store, moment(NOW));
    for (node, hours) in [("gone", 25), ("here", 23)] {
        let at = Instant(now.0 - hours * 3_600_000);
        store.write(move |tx| tx.see_ready(node, at)).await.unwrap();
    }
    sweep(store, now).await;
    let seen = |node: &str| store.read_blocking(|db| db.seen_ready(node)).unwrap();
    assert_eq!(seen("gone"), None);
    assert!(seen("here").is_some());
}

/// The rows of a table of Markdown: what, and how long it is kept.
fn rows(text: &str, header: &str) -> Vec<(String, String)> {
    let lines = text
        .lines()
        .map(|line| line.trim_start_matches("//! "))
        .skip_while(|line| !line.starts_with(header))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    lines
        .map(|line| {
            let mut cells = line.split('|').skip(1).map(|cell| cell.trim().to_owned());
            (cells.next().unwrap(), cells.next().unwrap())
        })
        .collect()
}

/// Operators read what the code's own table says, and each default of a setting in it.
#[test]
fn the_page_for_operators_has_the_same_rows() {
    let ours = rows(include_str!("../../src/retention.rs"), "| what |");
    let page = include_str!("../../../docs/running.md");
    assert!(ours.len() > 25);
    assert_eq!(rows(page, "| what | kept for | setting |"), ours);
    let default = Retention::default();
    for (flag, days) in [
        ("--keep-checks", default.keep_checks),
        ("--keep-deliveries", default.keep_deliveries),
        ("--keep-captures", default.keep_captures),
        ("--keep-inspections", default.keep_inspections),
    ] {
        let line = page
            .lines()
            .find(|line| line.ends_with(&format!("| `{flag}` |")));
        let days = match days {
            3650 => "3,650 days".to_owned(),
            days => format!("{days} days"),
        };
        assert!(line.unwrap().contains(&format!("| {days}")), "{flag}");
    }
}
