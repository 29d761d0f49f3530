//! Number pools, and what production lines reported of their serials.

use trace::Instant;

use super::{Db, Result, Serial, Tx, serial::shard, value::Row};

/// A pool as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPool {
    /// To be named in reports.
    pub id: String,
    /// Whose it is.
    pub brand: String,
    /// The product's number in this database.
    pub product: i64,
    /// The first counter of its range; all of the range is the pool's.
    pub first: u64,
    /// What stands before the path of its links.
    pub stem: String,
    /// The digest of the request that asked for it.
    pub request: [u8; 32],
    /// When it was made.
    pub created_at: Instant,
}

/// What a line can report of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// Printed and good.
    Printed,
    /// Must not be used.
    Rejected,
    /// Packed into something.
    Aggregated,
}

impl ReportKind {
    /// All of them.
    pub const ALL: [ReportKind; 3] = [
        ReportKind::Printed,
        ReportKind::Rejected,
        ReportKind::Aggregated,
    ];

    /// As it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ReportKind::Printed => "printed",
            ReportKind::Rejected => "rejected",
            ReportKind::Aggregated => "aggregated",
        }
    }

    fn from_name(name: &str) -> Option<ReportKind> {
        ReportKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What was reported of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitReport {
    /// Its serial.
    pub serial: Serial,
    /// What.
    pub kind: ReportKind,
    /// When it happened, by the line.
    pub at: Instant,
    /// Why it was rejected, or the EPC of what it was packed into.
    pub detail: Option<String>,
}

/// A report that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolReport {
    /// A digest of the pool and of the report's own key.
    pub id: [u8; 32],
    /// The pool's brand.
    pub brand: String,
    /// The pool.
    pub pool: String,
    /// The digest of what was reported.
    pub request: [u8; 32],
    /// When it came.
    pub received_at: Instant,
}

fn read(row: &Row<'_>) -> Result<NumberPool> {
    Ok(NumberPool {
        id: row.get(0)?,
        brand: row.get(1)?,
        product: row.get(2)?,
        first: row.get::<i64>(3)?.cast_unsigned(),
        stem: row.get(4)?,
        request: row.get(5)?,
        created_at: Instant(row.get(6)?),
    })
}

impl Db<'_> {
    /// A brand's pool.
    pub fn number_pool(&self, brand: &str, id: &str) -> Result<Option<NumberPool>> {
        self.row(
            "select id, brand, product, first, stem, request, created_at from number_pool
             where id = ?1 and brand = ?2",
            (id, brand),
            read,
        )
    }

    /// Anybody's pool of that name.
    pub fn number_pool_named(&self, id: &str) -> Result<Option<NumberPool>> {
        self.row(
            "select id, brand, product, first, stem, request, created_at from number_pool
             where id = ?1",
            [id],
            read,
        )
    }

    /// The next pools by their names, some thousand, from the first where `after` is empty; none
    /// where that was the last.
    pub fn number_pools_after(&self, after: &str) -> Result<Vec<NumberPool>> {
        self.rows(
            "select id, brand, product, first, stem, request, created_at from number_pool
             where id > ?1 order by id limit 1000",
            [after],
            read,
        )
    }

    /// What was reported of a pool's units as a kind, by serial.
    pub fn reports_of_pool(&self, pool: &str, kind: ReportKind) -> Result<Vec<UnitReport>> {
        self.rows(
            "select serial, reported_at, detail from unit_report
             where pool = ?1 and kind = ?2 order by serial",
            (pool, kind.name()),
            |row| {
                Ok(UnitReport {
                    serial: row.get(0)?,
                    kind,
                    at: Instant(row.get(1)?),
                    detail: row.get(2)?,
                })
            },
        )
    }

    /// The next reports that were taken, some thousand, from the first where `after` is empty; none
    /// where that was the last.
    pub fn pool_reports_after(&self, after: &[u8]) -> Result<Vec<PoolReport>> {
        self.rows(
            "select pool_report.id, number_pool.brand, pool_report.pool, pool_report.request,
                    pool_report.received_at
             from pool_report join number_pool on number_pool.id = pool_report.pool
             where pool_report.id > ?1 order by pool_report.id limit 1000",
            [after],
            |row| {
                Ok(PoolReport {
                    id: row.get(0)?,
                    brand: row.get(1)?,
                    pool: row.get(2)?,
                    request: row.get(3)?,
                    received_at: Instant(row.get(4)?),
                })
            },
        )
    }

    /// How many units of a pool were reported as a kind.
    pub fn count_reports(&self, pool: &str, kind: ReportKind) -> Result<u64> {
        let count: Option<i64> = self.row(
            "select count(*) from unit_report where pool = ?1 and kind = ?2",
            (pool, kind.name()),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }

    /// What lines reported of a unit, at most once a kind.
    pub fn unit_reports(&self, product: i64, serial: &Serial) -> Result<Vec<UnitReport>> {
        let rows = self.rows(
            "select kind, reported_at, detail from unit_report
             where /*pg shard = ?3 and */product = ?1 and serial = ?2 order by kind",
            (product, serial, shard(product, serial)),
            |row| {
                Ok((
                    row.get::<String>(0)?,
                    row.get::<i64>(1)?,
                    row.get::<Option<String>>(2)?,
                ))
            },
        )?;
        let reports = rows.into_iter().filter_map(|(kind, at, detail)| {
            Some(UnitReport {
                serial: serial.clone(),
                kind: ReportKind::from_name(&kind)?,
                at: Instant(at),
                detail,
            })
        });
        Ok(reports.collect())
    }

    /// The serials of a product that lines rejected.
    pub fn rejected_units(&self, product: i64) -> Result<Vec<Serial>> {
        self.rows(
            "select serial from unit_report where product = ?1 and kind = 'rejected'
             order by serial",
            [product],
            |row| row.get(0),
        )
    }

    /// The digest of the request that an earlier report came with.
    pub fn pool_report(&self, id: &[u8; 32]) -> Result<Option<[u8; 32]>> {
        self.row(
            "select request from pool_report where id = ?1",
            [id.as_slice()],
            |row| row.get(0),
        )
    }
}

impl Tx<'_> {
    /// Puts a pool in, over a range of that many counters.
    pub fn put_number_pool(&self, pool: &NumberPool) -> Result<()> {
        self.execute(
            "insert into number_pool (id, brand, product, first, stem, request, created_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                &pool.id,
                &pool.brand,
                pool.product,
                pool.first.cast_signed(),
                &pool.stem,
                pool.request.as_slice(),
                pool.created_at.0,
            ),
        )?;
        Ok(())
    }

    /// Remembers that a report was taken.
    pub fn put_pool_report(
        &self,
        id: &[u8; 32],
        pool: &str,
        request: &[u8; 32],
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "insert into pool_report (id, pool, request, received_at) values (?1, ?2, ?3, ?4)",
            (id.as_slice(), pool, request.as_slice(), now.0),
        )?;
        Ok(())
    }

    /// Puts in what was reported of a unit; a later report of the same kind takes the place of an
    /// earlier one.
    pub fn put_unit_report(&self, pool: &NumberPool, report: &UnitReport) -> Result<()> {
        self.execute(
            "insert into unit_report
                 (product, serial, kind, reported_at, pool, detail/*pg , shard*/)
             values (?1, ?2, ?3, ?4, ?5, ?6/*pg , ?7*/)
             on conflict (/*pg shard, */product, serial, kind) do update
             set reported_at = excluded.reported_at, detail = excluded.detail",
            (
                pool.product,
                &report.serial,
                report.kind.name(),
                report.at.0,
                &pool.id,
                &report.detail,
                shard(pool.product, &report.serial),
            ),
        )?;
        Ok(())
    }
}
