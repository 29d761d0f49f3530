//! Units with serials of the brand's own.

use trace::Stage;

use super::{Change, Db, Result, Serial, Tx, serial::shard, value::Row};

/// A unit on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its batch's number.
    pub batch: String,
    /// When it was issued, ISO 8601.
    pub issued_on: Option<String>,
    /// How far it has come, where it is on record for this very unit.
    pub state: Option<UnitState>,
}

/// How far a unit has come, by what was told of it alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitState {
    /// The last stage that it has reached.
    pub stage: Stage,
    /// Whether it holds whatever was told of its range or batch.
    pub is_corrected: bool,
}

/// What is told of units that come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewUnits<'n> {
    /// When they were issued, ISO 8601.
    pub issued_on: Option<&'n str>,
    /// How far they have come; `None` leaves it as it is.
    pub state: Option<UnitState>,
}

/// How many records came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// New ones.
    pub added: usize,
    /// Those that differed.
    pub changed: usize,
    /// Those that were there, just so.
    pub unchanged: usize,
}

impl Tally {
    /// Counts one.
    pub fn count(&mut self, change: Change) {
        match change {
            Change::Added => self.added += 1,
            Change::Changed => self.changed += 1,
            Change::Unchanged => self.unchanged += 1,
        }
    }
}

impl UnitState {
    const CORRECTED: i64 = 4;

    fn from_stored(stored: i64) -> Option<UnitState> {
        let index = usize::try_from(stored % UnitState::CORRECTED).ok()?;
        Some(UnitState {
            stage: *Stage::ALL.get(index)?,
            is_corrected: stored >= UnitState::CORRECTED,
        })
    }

    fn stored(self) -> i64 {
        let corrected = if self.is_corrected {
            UnitState::CORRECTED
        } else {
            0
        };
        self.stage as i64 + corrected
    }

    /// The state after this one and news of it: it never goes back, unless a correction says so.
    #[must_use]
    pub fn after(self, news: UnitState) -> UnitState {
        if news.is_corrected {
            return news;
        }
        UnitState {
            stage: self.stage.max(news.stage),
            is_corrected: self.is_corrected,
        }
    }
}

fn read(row: &Row<'_>) -> Result<Unit> {
    read_after(row.get(0)?, row, 1)
}

/// A unit of a batch, its date and state from a column on.
pub(super) fn read_after(batch: String, row: &Row<'_>, column: usize) -> Result<Unit> {
    let issued_on: Option<String> = row.get(column)?;
    let state: Option<i64> = row.get(column + 1)?;
    Ok(Unit {
        batch,
        issued_on: issued_on.filter(|date| !date.is_empty()),
        state: state.and_then(UnitState::from_stored),
    })
}

impl Db<'_> {
    /// The unit of a product's serial.
    pub fn unit(&self, product: i64, serial: &Serial) -> Result<Option<Unit>> {
        self.row(
            "select batch.number, coalesce(unit.issued_on, batch.issued_on), unit.state
             from unit join batch on batch.id = unit.batch
             where /*pg unit.shard = ?3 and */unit.product = ?1 and unit.serial = ?2",
            (product, serial, shard(product, serial)),
            read,
        )
    }
}

impl Db<'_> {
    /// The next units of a product by serial, some ten thousand, from the first where none is
    /// given; none where that was the last.
    pub fn units_after(
        &self,
        product: i64,
        serial: Option<&Serial>,
    ) -> Result<Vec<(Serial, Unit)>> {
        let lowest = Serial::lowest();
        self.rows(
            "select batch.number, coalesce(unit.issued_on, batch.issued_on), unit.state, unit.serial
             from unit join batch on batch.id = unit.batch
             where unit.product = ?1 and unit.serial > ?2
             order by unit.serial limit 20000",
            (product, serial.unwrap_or(&lowest)),
            |row| Ok((row.get(3)?, read(row)?)),
        )
    }
}

impl Tx<'_> {
    /// Puts units of a batch in. A serial that is known already keeps its row unless batch, date or
    /// state differ.
    pub fn put_units<'s>(
        &self,
        product: i64,
        batch: i64,
        news: NewUnits<'_>,
        serials: impl IntoIterator<Item = &'s Serial>,
    ) -> Result<Tally> {
        let issued_on = self.own_date(batch, news.issued_on.unwrap_or(""))?;
        let state = news.state.map(UnitState::stored);
        let mut tally = Tally::default();
        for serial in serials {
            let added = self.execute(
                "insert into unit (product, serial, batch, issued_on, state/*pg , shard*/)
                 values (?1, ?2, ?3, ?4, ?5/*pg , ?6*/)
                 on conflict (/*pg shard, */product, serial) do nothing",
                (
                    product,
                    serial,
                    batch,
                    issued_on,
                    state,
                    shard(product, serial),
                ),
            )?;
            let change = match added {
                1 => Change::Added,
                _ => self.change_unit(product, batch, issued_on, news.state, serial)?,
            };
            tally.count(change);
        }
        if tally.added + tally.changed > 0 {
            self.put_recall_news(product)?;
        }
        Ok(tally)
    }

    /// What a unit's own row says of its date: nothing where it is that of the batch, which the
    /// first units of a batch decide.
    fn own_date<'d>(&self, batch: i64, date: &'d str) -> Result<Option<&'d str>> {
        self.execute(
            "update batch set issued_on = ?2 where id = ?1 and issued_on is null",
            (batch, date),
        )?;
        let of_batch: Option<Option<String>> = self.row(
            "select issued_on from batch where id = ?1",
            [batch],
            |row| row.get(0),
        )?;
        Ok((of_batch.flatten().as_deref() != Some(date)).then_some(date))
    }

    fn change_unit(
        &self,
        product: i64,
        batch: i64,
        issued_on: Option<&str>,
        news: Option<UnitState>,
        serial: &Serial,
    ) -> Result<Change> {
        let known: Option<Option<i64>> = self.row(
            "select state from unit where /*pg shard = ?3 and */product = ?1 and serial = ?2",
            (product, serial, shard(product, serial)),
            |row| row.get(0),
        )?;
        let known = known.flatten().and_then(UnitState::from_stored);
        let state = match (known, news) {
            (Some(known), Some(news)) => Some(known.after(news)),
            (known, news) => news.or(known),
        };
        let changed = self.execute(
            "update unit set batch = ?3, issued_on = ?4, state = ?5
             where /*pg shard = ?6 and */product = ?1 and serial = ?2
               and (batch <> ?3 or issued_on is distinct from ?4 or state is distinct from ?5)",
            (
                product,
                serial,
                batch,
                issued_on,
                state.map(UnitState::stored),
                shard(product, serial),
            ),
        )?;
        Ok(match changed {
            1 => Change::Changed,
            _ => Change::Unchanged,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_goes_on_and_back_only_by_correction() {
        let at = |stage, is_corrected| UnitState {
            stage,
            is_corrected,
        };
        let check = |known: UnitState, news: UnitState, expected: UnitState| {
            assert_eq!(known.after(news), expected, "{known:?} {news:?}");
        };
        check(
            at(Stage::Printed, false),
            at(Stage::Shipped, false),
            at(Stage::Shipped, false),
        );
        check(
            at(Stage::Shipped, false),
            at(Stage::Printed, false),
            at(Stage::Shipped, false),
        );
        check(
            at(Stage::Shipped, false),
            at(Stage::Printed, true),
            at(Stage::Printed, true),
        );
        check(
            at(Stage::Printed, true),
            at(Stage::Applied, false),
            at(Stage::Applied, true),
        );
        for stage in Stage::ALL {
            for is_corrected in [false, true] {
                let state = at(stage, is_corrected);
                assert_eq!(UnitState::from_stored(state.stored()), Some(state));
            }
        }
    }
}
