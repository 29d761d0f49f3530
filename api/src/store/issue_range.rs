//! Serials that were made with the issue key: a row a range, whatever its length.

use issue::MAX_COUNTER;

use super::{Change, Db, Result, Serial, Tx, Unit};

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
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<IssueRange> {
    let (first, count): (i64, i64) = (row.get(0)?, row.get(1)?);
    Ok(IssueRange {
        first: first.cast_unsigned(),
        count: count.cast_unsigned(),
        batch: row.get(2)?,
        issued_on: row.get(3)?,
        has_hidden: row.get::<_, i64>(4)? != 0,
    })
}

impl Db<'_> {
    /// The range that holds a counter of a product; `None` where it was never issued.
    pub fn issue_range(&self, product: i64, counter: u64) -> Result<Option<IssueRange>> {
        let range = self.row(
            "select issue_range.first, issue_range.length, batch.number, issue_range.issued_on,
                    issue_range.hidden
             from issue_range join batch on batch.id = issue_range.batch
             where issue_range.product = ?1 and issue_range.first <= ?2
             order by issue_range.first desc limit 1",
            (product, counter.cast_signed()),
            read,
        )?;
        Ok(range.filter(|range| counter - range.first < range.count))
    }

    /// The ranges of a product, by their first counters.
    pub fn issue_ranges(&self, product: i64) -> Result<Vec<IssueRange>> {
        self.rows(
            "select issue_range.first, issue_range.length, batch.number, issue_range.issued_on,
                    issue_range.hidden
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
            "select coalesce(max(first + length), 0) from issue_range where product = ?1",
            [product],
            |row| row.get(0),
        )?;
        let first = next.unwrap_or(0).cast_unsigned();
        if range.count > MAX_COUNTER - first {
            return Ok(None);
        }
        self.execute(
            "insert into issue_range (product, first, length, batch, issued_on, hidden)
             values (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                product,
                first.cast_signed(),
                range.count.cast_signed(),
                batch,
                &range.issued_on,
                i64::from(range.has_hidden),
            ),
        )?;
        Ok(Some(first))
    }

    /// Puts a range in that was issued elsewhere with this database's key; `None` where it holds
    /// counters of another range.
    pub fn put_issue_range(
        &self,
        product: i64,
        batch: i64,
        range: &IssueRange,
    ) -> Result<Option<Change>> {
        let others = self.issue_ranges(product)?;
        if others.contains(range) {
            return Ok(Some(Change::Unchanged));
        }
        let end = range.first + range.count;
        if others
            .iter()
            .any(|other| other.first < end && range.first < other.first + other.count)
        {
            return Ok(None);
        }
        self.execute(
            "insert into issue_range (product, first, length, batch, issued_on, hidden)
             values (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                product,
                range.first.cast_signed(),
                range.count.cast_signed(),
                batch,
                &range.issued_on,
                i64::from(range.has_hidden),
            ),
        )?;
        Ok(Some(Change::Added))
    }

    /// Remembers which key of that name things here are made with; the first stays.
    pub fn put_key_digest(&self, name: &str, digest: &[u8; 32]) -> Result<()> {
        self.execute(
            "insert into setting (name, value) values (?1, ?2) on conflict (name) do nothing",
            (name, digest.as_slice()),
        )?;
        Ok(())
    }

    /// Gives a unit out of a range a row of its own, for what refers to it.
    pub fn keep_unit(&self, product: i64, serial: &Serial, unit: &Unit) -> Result<()> {
        self.execute(
            "insert into unit (product, serial, batch, issued_on)
             select ?1, ?2, batch.id, ?4 from batch where product = ?1 and number = ?3
             on conflict (product, serial) do nothing",
            (
                product,
                serial,
                &unit.batch,
                unit.issued_on.as_deref().unwrap_or(""),
            ),
        )?;
        Ok(())
    }
}
