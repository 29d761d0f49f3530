//! Points, in double entry: every movement has two lines that sum to 0.

use trace::Instant;

use super::{Db, Result, Tx};

/// A line of an account with its movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerEntry {
    /// When it was booked.
    pub at: Instant,
    /// What for: the name of an act, of one that was erased (`registration-erased`), or `voucher`.
    pub reason: String,
    /// May be negative.
    pub points: i64,
    /// What it was for: a registration's reference, or a voucher's.
    pub reference: String,
    /// Whose points they are.
    pub brand: String,
}

/// Where points are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account<'a> {
    /// With the brand that gives them; as far below 0 as it gave.
    Brand,
    /// Set aside for people until something is cleared up.
    Held,
    /// With a person.
    Person(&'a str),
    /// Spent on vouchers.
    Vouchers,
}

impl Account<'_> {
    fn id(self, brand: &str) -> String {
        match self {
            Account::Brand => format!("brand:{brand}"),
            Account::Held => format!("held:{brand}"),
            Account::Person(account) => account.to_owned(),
            Account::Vouchers => format!("vouchers:{brand}"),
        }
    }
}

/// Points from one account to another.
#[derive(Clone, Copy, Debug)]
pub struct Movement<'a> {
    /// What for; see [`LedgerEntry::reason`].
    pub reason: &'a str,
    /// What it was for.
    pub reference: &'a str,
    /// Whose points they are.
    pub brand: &'a str,
    /// Where they come from.
    pub from: Account<'a>,
    /// Where they go.
    pub to: Account<'a>,
    /// How many; 0 moves nothing.
    pub points: u32,
}

impl Db<'_> {
    /// The lines of a person's account, newest first.
    pub fn ledger(&self, account: &str) -> Result<Vec<LedgerEntry>> {
        self.rows(
            "select booked_at, reason, points, reference, brand
             from ledger_line join ledger_movement on ledger_movement.id = ledger_line.movement
             where account = ?1
             order by ledger_movement.id desc",
            [account],
            |row| {
                Ok(LedgerEntry {
                    at: Instant(row.get(0)?),
                    reason: row.get(1)?,
                    points: row.get(2)?,
                    reference: row.get(3)?,
                    brand: row.get(4)?,
                })
            },
        )
    }

    /// What is in an account of a brand's points.
    pub fn points_in(&self, account: Account<'_>, brand: &str) -> Result<i64> {
        let sum: Option<i64> = self.row(
            "select cast(coalesce(sum(points), 0) as bigint)
             from ledger_line join ledger_movement on ledger_movement.id = ledger_line.movement
             where account = ?1 and brand = ?2",
            (account.id(brand), brand),
            |row| row.get(0),
        )?;
        Ok(sum.unwrap_or(0))
    }

    /// The sum over every line of every account: 0, or something is wrong.
    pub fn ledger_sum(&self) -> Result<i64> {
        let sum: Option<i64> = self.row(
            "select cast(coalesce(sum(points), 0) as bigint) from ledger_line",
            [],
            |row| row.get(0),
        )?;
        Ok(sum.unwrap_or(0))
    }

    /// How many movements don't sum to 0 over two lines: none, or something is wrong.
    pub fn ledger_slips(&self) -> Result<u32> {
        let count: Option<u32> = self.row(
            "select count(*) from
                 (select movement from ledger_line group by movement
                  having count(*) <> 2 or sum(points) <> 0) as slip",
            [],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Moves points from one account to another.
    pub fn book(&self, now: Instant, movement: &Movement<'_>) -> Result<()> {
        if movement.points == 0 {
            return Ok(());
        }
        let id: Option<i64> = self.row(
            "insert into ledger_movement (booked_at, reason, reference, brand)
             values (?1, ?2, ?3, ?4) returning id",
            (now.0, movement.reason, movement.reference, movement.brand),
            |row| row.get(0),
        )?;
        let points = i64::from(movement.points);
        for (account, points) in [(movement.from, -points), (movement.to, points)] {
            self.execute(
                "insert into ledger_line (movement, account, points) values (?1, ?2, ?3)",
                (id, account.id(movement.brand), points),
            )?;
        }
        Ok(())
    }
}
