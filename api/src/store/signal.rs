//! What brands should look into, and the small counts behind it.

use std::collections::BTreeMap;

use trace::{Country, Instant, LotSeen, Signal};

use super::{Change, Db, Result, Tx, value::Row};

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

fn added_or_changed(is_new: bool) -> Change {
    match is_new {
        true => Change::Added,
        false => Change::Changed,
    }
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

    /// What a brand should look into and nobody dismissed, the latest first, behind one that was
    /// seen then.
    pub fn open_signals(
        &self,
        brand: &str,
        behind: (Instant, &str, &str),
        limit: i64,
    ) -> Result<Vec<SignalRow>> {
        let (at, subject, signal) = behind;
        self.rows(
            "select subject, signal, weight, first_at, last_at, dismissed_at from brand_signal
             where brand = ?1 and dismissed_at is null
             and (last_at < ?2 or (last_at = ?2 and (subject, signal) > (?3, ?4)))
             order by last_at desc, subject, signal limit ?5",
            (brand, at.0, subject, signal, limit),
            read,
        )
    }

    /// Where the units of each batch of a product were checked: number, country, units.
    pub fn lots_seen(&self, product: i64) -> Result<Vec<(String, String, u32)>> {
        self.rows(
            "select batch.number, lot_seen.country, lot_seen.units
             from batch join lot_seen on lot_seen.batch = batch.id
             where batch.product = ?1 order by batch.number, lot_seen.country",
            [product],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
    }

    /// How many serials of a product that nobody issued were scanned, by day since 1970.
    pub fn never_issued(&self, product: i64) -> Result<Vec<(i32, u32)>> {
        self.rows(
            "select day, serials from never_issued where product = ?1 order by product, day",
            [product],
            |row| {
                let day: i64 = row.get(0)?;
                Ok((i32::try_from(day).unwrap_or_default(), row.get(1)?))
            },
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

    /// Puts in a signal that was known elsewhere: the earlier first time, the later last one with its
    /// weight, and what was dismissed on either side is dismissed.
    pub fn put_known_signal(&self, brand: &str, row: &SignalRow) -> Result<Change> {
        let known = self.signal(brand, &row.subject, &row.signal)?;
        let is_new = known.is_none();
        let own = known.clone().unwrap_or_else(|| row.clone());
        let later = if own.last_at < row.last_at { row } else { &own };
        let all = SignalRow {
            weight: later.weight,
            first_at: own.first_at.min(row.first_at),
            last_at: later.last_at,
            dismissed_at: own.dismissed_at.or(row.dismissed_at),
            ..own.clone()
        };
        if known.as_ref() == Some(&all) {
            return Ok(Change::Unchanged);
        }
        self.execute(
            "insert into brand_signal
                 (brand, subject, signal, weight, first_at, last_at, dismissed_at, dismissed_by)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, '')
             on conflict (brand, subject, signal) do update
             set weight = excluded.weight, first_at = excluded.first_at,
                 last_at = excluded.last_at, dismissed_at = excluded.dismissed_at",
            (
                brand,
                &all.subject,
                &all.signal,
                i64::from(all.weight),
                all.first_at.0,
                all.last_at.0,
                all.dismissed_at.map(|at| at.0),
            ),
        )?;
        self.change_records()?;
        Ok(added_or_changed(is_new))
    }

    /// Puts in where units of a batch were checked, as it was known elsewhere: the higher counts.
    pub fn put_known_lot(&self, batch: i64, countries: &[(Country, u32)]) -> Result<Change> {
        let known = self.lot_seen(batch)?;
        let is_new = known.0.is_empty();
        let mut is_changed = false;
        for (country, units) in countries {
            let own = known.0.iter().find(|(own, _)| own == country);
            if own.is_some_and(|(_, own)| own >= units) {
                continue;
            }
            is_changed = true;
            self.execute(
                "insert into lot_seen (batch, country, units) values (?1, ?2, ?3)
                 on conflict (batch, country) do update set units = excluded.units",
                (batch, country.as_str(), i64::from(*units)),
            )?;
        }
        if !is_changed {
            return Ok(Change::Unchanged);
        }
        self.change_records()?;
        Ok(added_or_changed(is_new))
    }

    /// Puts in how many serials nobody issued, by day since 1970, as it was known elsewhere: the
    /// higher counts.
    pub fn put_known_never_issued(
        &self,
        product: i64,
        days: &BTreeMap<i64, u32>,
    ) -> Result<Change> {
        let known: BTreeMap<i32, u32> = self.never_issued(product)?.into_iter().collect();
        let mut is_changed = false;
        for (day, serials) in days {
            let own = i32::try_from(*day).ok().and_then(|day| known.get(&day));
            if own.is_some_and(|own| own >= serials) {
                continue;
            }
            is_changed = true;
            self.execute(
                "insert into never_issued (product, day, serials) values (?1, ?2, ?3)
                 on conflict (product, day) do update set serials = excluded.serials",
                (product, *day, i64::from(*serials)),
            )?;
        }
        Ok(match is_changed {
            true => added_or_changed(known.is_empty()),
            false => Change::Unchanged,
        })
    }

    /// Forgets counts of never issued serials from before a day.
    pub fn forget_never_issued(&self, before: i64) -> Result<()> {
        self.execute("delete from never_issued where day < ?1", [before])?;
        Ok(())
    }
}
