//! Serials that were made with the issue key: a row a range, whatever its length.

use issue::MAX_COUNTER;
use trace::Stage;

use super::{
    Change, Db, Result, Serial, Tx, Unit,
    serial::shard,
    value::{Row, Value},
};

/// Counters whose serials were issued together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueRange {
    /// The first of them.
    pub first: u64,
    /// How many there are.
    pub count: u64,
    /// Their batch's number.
    pub batch: String,
    /// When they were issued, ISO 8601.
    pub issued_on: String,
    /// Whether each of them has a hidden code, too.
    pub has_hidden: bool,
    /// The key that their codes are signed with, where they are.
    pub signing_key: Option<String>,
    /// How far they have come.
    pub reached: Reached,
}

/// How many counters of a range, from its first on, have come how far; never more than before that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Printed.
    pub printed: u64,
    /// Applied.
    pub applied: u64,
    /// Shipped.
    pub shipped: u64,
}

impl Reached {
    /// After news that the first `count` have come to a stage. A correction says that no more have.
    #[must_use]
    pub fn after(self, stage: Stage, count: u64, is_correction: bool) -> Reached {
        let news = |of: Stage, known: u64| match (of <= stage, is_correction) {
            (true, true) if of == stage => count,
            (true, _) => known.max(count),
            (false, true) => known.min(count),
            (false, false) => known,
        };
        Reached {
            printed: news(Stage::Printed, self.printed),
            applied: news(Stage::Applied, self.applied),
            shipped: news(Stage::Shipped, self.shipped),
        }
    }

    /// How many have come to a stage, where that is more than have come further.
    pub fn stages(self) -> impl Iterator<Item = (Stage, u64)> {
        [
            (Stage::Printed, self.printed, self.applied),
            (Stage::Applied, self.applied, self.shipped),
            (Stage::Shipped, self.shipped, 0),
        ]
        .into_iter()
        .filter(|(_, count, further)| count > further)
        .map(|(stage, count, _)| (stage, count))
    }
}

impl IssueRange {
    /// Whether a counter is one of its.
    #[must_use]
    pub fn holds(&self, counter: u64) -> bool {
        counter
            .checked_sub(self.first)
            .is_some_and(|place| place < self.count)
    }

    /// How far one of its counters has come.
    #[must_use]
    pub fn stage(&self, counter: u64) -> Stage {
        let place = counter.saturating_sub(self.first);
        let Reached {
            printed,
            applied,
            shipped,
        } = self.reached;
        match place {
            _ if place < shipped => Stage::Shipped,
            _ if place < applied => Stage::Applied,
            _ if place < printed => Stage::Printed,
            _ => Stage::Allocated,
        }
    }
}

fn read(row: &Row<'_>) -> Result<IssueRange> {
    let count = |column: usize| -> Result<u64> { Ok(row.get::<i64>(column)?.cast_unsigned()) };
    Ok(IssueRange {
        first: count(0)?,
        count: count(1)?,
        batch: row.get(2)?,
        issued_on: row.get(3)?,
        has_hidden: count(4)? != 0,
        reached: Reached {
            printed: count(5)?,
            applied: count(6)?,
            shipped: count(7)?,
        },
        signing_key: row.get(8)?,
    })
}

impl Db<'_> {
    /// The range that holds a counter of a product; `None` where it was never issued.
    pub fn issue_range(&self, product: i64, counter: u64) -> Result<Option<IssueRange>> {
        let range = self.range_up_to(product, counter)?;
        Ok(range.filter(|range| range.holds(counter)))
    }

    /// The last range of a product that begins at a counter or before it.
    fn range_up_to(&self, product: i64, counter: u64) -> Result<Option<IssueRange>> {
        let mut ranges = self.ranges_up_to(&[(product, counter)])?;
        Ok(ranges.pop().flatten())
    }

    /// For several counters, each with its product.
    pub(super) fn ranges_up_to(&self, counters: &[(i64, u64)]) -> Result<Vec<Option<IssueRange>>> {
        let params = counters.iter().map(|(product, counter)| {
            vec![Value::Int(*product), Value::Int(counter.cast_signed())]
        });
        self.row_for_each(
            "select issue_range.first, issue_range.length, batch.number, issue_range.issued_on,
                    issue_range.hidden, issue_range.printed, issue_range.applied,
                    issue_range.shipped, issue_range.signing_key
             from issue_range join batch on batch.id = issue_range.batch
             where issue_range.product = ?1 and issue_range.first <= ?2
             order by issue_range.first desc limit 1
             /*all
             select part.*, asked.place
             from unnest(cast(?1 as bigint[]), cast(?2 as bigint[]))
                 with ordinality as asked (product, counter, place)
             join lateral (
                 select issue_range.first, issue_range.length, batch.number,
                        issue_range.issued_on, issue_range.hidden, issue_range.printed,
                        issue_range.applied, issue_range.shipped, issue_range.signing_key
                 from issue_range join batch on batch.id = issue_range.batch
                 where issue_range.product = asked.product and issue_range.first <= asked.counter
                 order by issue_range.first desc limit 1
             ) as part on true
             */",
            &params.collect::<Vec<_>>(),
            |_, row| read(row),
        )
    }

    /// The ranges of a product, by their first counters.
    pub fn issue_ranges(&self, product: i64) -> Result<Vec<IssueRange>> {
        self.rows(
            "select issue_range.first, issue_range.length, batch.number, issue_range.issued_on,
                    issue_range.hidden, issue_range.printed, issue_range.applied,
                    issue_range.shipped, issue_range.signing_key
             from issue_range join batch on batch.id = issue_range.batch
             where issue_range.product = ?1
             order by issue_range.first",
            [product],
            read,
        )
    }

    /// The digest of the key of that name that things here were made with; `None` before the first.
    pub fn key_digest(&self, name: &str) -> Result<Option<[u8; 32]>> {
        self.row("select value from setting where name = ?1", [name], |row| {
            row.get(0)
        })
    }
}

impl Tx<'_> {
    /// Takes the next counters of a product for a range, whose `first` is not looked at; `None`
    /// where so many are not left.
    pub fn issue(&self, product: i64, batch: i64, range: &IssueRange) -> Result<Option<u64>> {
        let next: Option<i64> = self.row(
            "select first + length from issue_range where product = ?1
             order by first desc limit 1",
            [product],
            |row| row.get(0),
        )?;
        let first = next.unwrap_or(0).cast_unsigned();
        if range.count > MAX_COUNTER - first {
            return Ok(None);
        }
        self.put_range(product, batch, first, range)?;
        Ok(Some(first))
    }

    fn put_range(&self, product: i64, batch: i64, first: u64, range: &IssueRange) -> Result<()> {
        self.execute(
            "insert into issue_range
                 (product, first, length, batch, issued_on, hidden, signing_key)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                product,
                first.cast_signed(),
                range.count.cast_signed(),
                batch,
                &range.issued_on,
                i64::from(range.has_hidden),
                &range.signing_key,
            ),
        )?;
        Ok(())
    }

    /// Puts a range in that was issued elsewhere with this database's key; `None` where it holds
    /// counters of another range.
    pub fn put_issue_range(
        &self,
        product: i64,
        batch: i64,
        range: &IssueRange,
    ) -> Result<Option<Change>> {
        // Ranges lie apart, so the last one that begins before this one's end is the only one that
        // can be in its way.
        let end = range.first + range.count;
        let other = self.range_up_to(product, end.saturating_sub(1))?;
        let other = other.filter(|other| range.first < other.first + other.count);
        if let Some(other) = other {
            let reached = other.reached;
            let same = IssueRange {
                reached,
                ..range.clone()
            };
            return Ok((other == same).then_some(Change::Unchanged));
        }
        self.put_range(product, batch, range.first, range)?;
        Ok(Some(Change::Added))
    }

    /// Remembers which key of that name things here are made with; the first stays.
    pub fn put_key_digest(&self, name: &str, digest: &[u8; 32]) -> Result<()> {
        self.change_records()?;
        self.execute(
            "insert into setting (name, value) values (?1, ?2) on conflict (name) do nothing",
            (name, digest.as_slice()),
        )?;
        Ok(())
    }

    /// Notes how far the first `count` of a range have come; `None` where no range of the batch
    /// begins there, or it has not so many.
    pub fn put_range_stage(
        &self,
        product: i64,
        batch: &str,
        first: u64,
        count: Option<u64>,
        stage: Stage,
        is_correction: bool,
    ) -> Result<Option<Change>> {
        let range = self
            .issue_range(product, first)?
            .filter(|range| range.first == first && range.batch == batch);
        let Some(range) = range.filter(|range| count.is_none_or(|count| count <= range.count))
        else {
            return Ok(None);
        };
        let count = count.unwrap_or(range.count);
        let reached = range.reached.after(stage, count, is_correction);
        if reached == range.reached {
            return Ok(Some(Change::Unchanged));
        }
        // Nodes remember ranges.
        self.change_records()?;
        self.execute(
            "update issue_range set printed = ?3, applied = ?4, shipped = ?5
             where product = ?1 and first = ?2",
            (
                product,
                first.cast_signed(),
                reached.printed.cast_signed(),
                reached.applied.cast_signed(),
                reached.shipped.cast_signed(),
            ),
        )?;
        Ok(Some(Change::Changed))
    }

    /// Gives a unit out of a range a row of its own, for what refers to it.
    pub fn keep_unit(&self, product: i64, serial: &Serial, unit: &Unit) -> Result<()> {
        self.execute(
            "insert into unit (product, serial, batch, issued_on/*pg , shard*/)
             select batch.product, ?2, batch.id, ?4/*pg , ?5*/
             from batch where product = ?1 and number = ?3
             on conflict (/*pg shard, */product, serial) do nothing",
            (
                product,
                serial,
                &unit.batch,
                unit.issued_on.as_deref().unwrap_or(""),
                shard(product, serial),
            ),
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_goes_on_and_back_only_by_correction() {
        let of = |[printed, applied, shipped]: [u64; 3]| Reached {
            printed,
            applied,
            shipped,
        };
        let check = |known, stage, count, is_correction, expected| {
            let reached = of(known).after(stage, count, is_correction);
            assert_eq!(reached, of(expected), "{known:?} {stage:?} {count}");
        };
        check([0, 0, 0], Stage::Printed, 5, false, [5, 0, 0]);
        check([5, 0, 0], Stage::Shipped, 3, false, [5, 3, 3]);
        check([5, 3, 3], Stage::Printed, 4, false, [5, 3, 3]);
        check([5, 3, 3], Stage::Applied, 1, true, [5, 1, 1]);
        check([5, 3, 3], Stage::Shipped, 4, true, [5, 4, 4]);
        check([5, 3, 3], Stage::Allocated, 2, true, [2, 2, 2]);
        check([5, 3, 3], Stage::Allocated, 9, false, [5, 3, 3]);
    }
}
