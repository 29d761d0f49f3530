//! What brands should look into, and the small counts behind it.

use trace::{Country, Instant, LotSeen, Signal};

use super::{Db, Result, Tx, value::Row};

/// The name of a burst among signals, of a product.
pub const BURST: &str = "burst";

/// Something to look into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalRow {
    /// A path of GS1's: a unit, a batch or a product.
    pub subject: String,
    /// The signal's name, or [`BURST`].
    pub signal: String,
    /// What it weighs; of a batch its units there, of a burst its serials.
    pub weight: u32,
    /// When it was first seen.
    pub first_at: Instant,
    /// When it was last seen.
    pub last_at: Instant,
    /// When staff found nothing wrong.
    pub dismissed_at: Option<Instant>,
}

fn read(row: &Row<'_>) -> Result<SignalRow> {
    Ok(SignalRow {
        subject: row.get(0)?,
        signal: row.get(1)?,
        weight: u32::try_from(row.get::<i64>(2)?).unwrap_or(u32::MAX),
        first_at: Instant(row.get(3)?),
        last_at: Instant(row.get(4)?),
        dismissed_at: row.get::<Option<i64>>(5)?.map(Instant),
    })
}

impl Db<'_> {
    /// Where the units of a batch were checked.
    pub fn lot_seen(&self, batch: i64) -> Result<LotSeen> {
        let rows: Vec<(String, i64)> = self.rows(
            "select country, units from lot_seen where batch = ?1 order by country",
            [batch],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let counts = rows.into_iter().filter_map(|(country, units)| {
            let units = u32::try_from(units).unwrap_or(u32::MAX);
            Some((Country::new(&country)?, units))
        });
        Ok(LotSeen(counts.collect()))
    }

    /// What staff dismissed of a batch.
    pub fn dismissed(&self, brand: &str, subject: &str) -> Result<Vec<Signal>> {
        let names: Vec<String> = self.rows(
            "select signal from brand_signal
             where brand = ?1 and subject = ?2 and dismissed_at is not null
             order by signal",
            (brand, subject),
            |row| row.get(0),
        )?;
        let signals = names.iter().filter_map(|name| Signal::from_name(name));
        Ok(signals.collect())
    }

    /// What a brand should look into and nobody dismissed, the latest first.
    pub fn open_signals(&self, brand: &str, limit: i64) -> Result<Vec<SignalRow>> {
        self.rows(
            "select subject, signal, weight, first_at, last_at, dismissed_at from brand_signal
             where brand = ?1 and dismissed_at is null
             order by last_at desc, subject, signal limit ?2",
            (brand, limit),
            read,
        )
    }

    /// A brand's signals about a subject and what is below it, dismissed ones too.
    pub fn signals_about(&self, brand: &str, subject: &str, limit: i64) -> Result<Vec<SignalRow>> {
        let below = format!("{subject}/");
        let length = below.chars().count() as i64;
        self.rows(
            "select subject, signal, weight, first_at, last_at, dismissed_at from brand_signal
             where brand = ?1 and (subject = ?2 or substr(subject, 1, ?4) = ?3)
             order by subject, signal limit ?5",
            (brand, subject, &below, length, limit),
            read,
        )
    }

    /// All of a brand's signals, dismissed ones too, after a subject and a name.
    pub fn signals_after(
        &self,
        brand: &str,
        after: (&str, &str),
        limit: i64,
    ) -> Result<Vec<SignalRow>> {
        self.rows(
            "select subject, signal, weight, first_at, last_at, dismissed_at from brand_signal
             where brand = ?1 and (subject > ?2 or (subject = ?2 and signal > ?3))
             order by subject, signal limit ?4",
            (brand, after.0, after.1, limit),
            read,
        )
    }

    /// One of them.
    pub fn signal(&self, brand: &str, subject: &str, name: &str) -> Result<Option<SignalRow>> {
        self.row(
            "select subject, signal, weight, first_at, last_at, dismissed_at from brand_signal
             where brand = ?1 and subject = ?2 and signal = ?3",
            (brand, subject, name),
            read,
        )
    }
}

impl Tx<'_> {
    /// Counts units of a batch that were checked in a country.
    pub fn count_lot(&self, batch: i64, country: Country, units: u32) -> Result<()> {
        self.execute(
            "insert into lot_seen (batch, country, units) values (?1, ?2, ?3)
             on conflict (batch, country) do update
             set units = lot_seen.units + excluded.units",
            (batch, country.as_str(), i64::from(units)),
        )?;
        Ok(())
    }

    /// Counts serials of a product that nobody issued; how many there were on that day.
    pub fn count_never_issued(&self, product: i64, day: i64, serials: u32) -> Result<u32> {
        let all: Option<i64> = self.row(
            "insert into never_issued (product, day, serials) values (?1, ?2, ?3)
             on conflict (product, day) do update
             set serials = never_issued.serials + excluded.serials
             returning serials",
            (product, day, i64::from(serials)),
            |row| row.get(0),
        )?;
        Ok(u32::try_from(all.unwrap_or_default()).unwrap_or(u32::MAX))
    }

    /// Notes a signal for a brand. One that was dismissed stays so; a burst on a later day is
    /// another one.
    pub fn put_signal(
        &self,
        brand: &str,
        subject: &str,
        name: &str,
        weight: u32,
        at: Instant,
    ) -> Result<()> {
        self.execute(
            "insert into brand_signal
                 (brand, subject, signal, weight, first_at, last_at, dismissed_at, dismissed_by)
             values (?1, ?2, ?3, ?4, ?5, ?5, null, '')
             on conflict (brand, subject, signal) do update
             set weight = excluded.weight, last_at = excluded.last_at",
            (brand, subject, name, i64::from(weight), at.0),
        )?;
        if name == BURST {
            self.execute(
                "update brand_signal set dismissed_at = null, dismissed_by = '', first_at = ?4
                 where brand = ?1 and subject = ?2 and signal = ?3 and dismissed_at < ?5",
                (brand, subject, name, at.0, at.plus_days(-1).0),
            )?;
        }
        Ok(())
    }

    /// Staff found nothing wrong; whether there was such a signal.
    pub fn dismiss_signal(
        &self,
        brand: &str,
        subject: &str,
        name: &str,
        by: &str,
        at: Instant,
    ) -> Result<bool> {
        let changed = self.execute(
            "update brand_signal set dismissed_at = ?4, dismissed_by = ?5
             where brand = ?1 and subject = ?2 and signal = ?3",
            (brand, subject, name, at.0, by),
        )?;
        if changed > 0 {
            // A batch's is remembered with it.
            self.change_records()?;
        }
        Ok(changed > 0)
    }

    /// Forgets counts of never issued serials from before a day.
    pub fn forget_never_issued(&self, before: i64) -> Result<()> {
        self.execute("delete from never_issued where day < ?1", [before])?;
        Ok(())
    }
}
