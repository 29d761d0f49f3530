//! Everything that is kept about one browser, found by digests of its session.

use trace::{Instant, Point};

use super::{
    Claim, Db, Follow, Former, Registration, Report, Result, Serial, Transfer, claim, follow,
    ownership, registration, report, value::Row,
};

/// A check in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCheck {
    /// The day that it stands at, counted from 1970.
    pub day: i64,
    /// Its place in that day.
    pub seq: i64,
    /// When it was made.
    pub at: Instant,
    /// What the code named.
    pub gtin: Option<String>,
    /// What the code named.
    pub serial: Option<String>,
    /// Where, to about 5 km.
    pub point: Option<Point>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

fn read_check(row: &Row<'_>) -> Result<OwnCheck> {
    let (lat, lon): (Option<f64>, Option<f64>) = (row.get(5)?, row.get(6)?);
    Ok(OwnCheck {
        day: row.get(0)?,
        seq: row.get(1)?,
        at: Instant(row.get(2)?),
        gtin: row.get(3)?,
        serial: row.get(4)?,
        point: lat.zip(lon).map(|(lat, lon)| Point { lat, lon }),
        country: row.get(7)?,
    })
}

impl Db<'_> {
    /// What an account has registered and holds, the newest first.
    pub fn all_registrations_of(&self, account: &str) -> Result<Vec<Registration>> {
        self.rows(
            "select reference, code_digest, product, serial, account, registered_at, points, record,
                    evidence, stolen_at
             from registration where account = ?1 order by registered_at desc, reference",
            [account],
            registration::read,
        )
    }

    /// What an account held before.
    pub fn former_registrations_of(&self, account: &str) -> Result<Vec<Former>> {
        self.rows(
            "select reference, code_digest, product, serial, account, registered_at, record,
                    evidence, ended_at, why
             from former_registration where account = ?1 order by reference",
            [account],
            ownership::read_former,
        )
    }

    /// What an account waits for as a buyer.
    pub fn transfers_to(&self, account: &str) -> Result<Vec<Transfer>> {
        self.rows(
            "select reference, code_digest, registration, account, opened_at, ends_at
             from transfer where account = ?1 order by reference",
            [account],
            ownership::read_transfer,
        )
    }

    /// Whatever an account follows, the newest first.
    pub fn all_follows_of(&self, account: &str) -> Result<Vec<Follow>> {
        self.rows(
            "select id, product, path, channel, target, keys, account, language, about, created_at,
                    confirmed_at
             from follow where account = ?1 order by created_at desc, id",
            [account],
            follow::read,
        )
    }

    /// The claims of an owner.
    pub fn claims_of(&self, owner: &str) -> Result<Vec<Claim>> {
        self.rows(
            "select reference, code_digest, recall, path, product, serial, opened_at, status, record,
                    owner
             from claim where owner = ?1 order by opened_at, reference",
            [owner],
            claim::read,
        )
    }

    /// The reports of an owner.
    pub fn reports_by(&self, owner: &str) -> Result<Vec<Report>> {
        self.rows(
            "select reference, brand, product, path, at, status, record, owner
             from report where owner = ?1 order by at, reference",
            [owner],
            report::read,
        )
    }

    /// The units whose hidden code a session revealed first: GTIN, serial, and when.
    pub fn reveals_of(&self, session: u64) -> Result<Vec<(String, String, Instant)>> {
        self.rows(
            "select product.gtin, reveal.serial, reveal.first_at
             from reveal join product on product.id = reveal.product
             where reveal.session = ?1 order by reveal.first_at, product.gtin, reveal.serial",
            [session.cast_signed()],
            |row| {
                let serial: Serial = row.get(1)?;
                Ok((row.get(0)?, serial.text(), Instant(row.get(2)?)))
            },
        )
    }

    /// The first and the last day of the log of checks, counted from 1970.
    pub fn days_of_checks(&self) -> Result<Option<(i64, i64)>> {
        let first = self.row("select day from scan_log order by day limit 1", (), |row| {
            row.get(0)
        })?;
        let last = self.row(
            "select day from scan_log order by day desc limit 1",
            (),
            |row| row.get(0),
        )?;
        Ok(first.zip(last))
    }

    /// A session's checks of a day. The log has no index of sessions, which every check would pay
    /// for: this reads the day.
    pub fn checks_of(&self, day: i64, session: u64) -> Result<Vec<OwnCheck>> {
        self.rows(
            "select day, seq, checked_at, gtin, serial, lat, lon, country
             from scan_log where day = ?1 and session = ?2 order by seq",
            (day, session.cast_signed()),
            read_check,
        )
    }
}
