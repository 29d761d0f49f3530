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

/// A movement as another database has it, its accounts by their names there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Moved {
    /// When it was booked.
    pub at: Instant,
    /// What for; see [`LedgerEntry::reason`].
    pub reason: String,
    /// What it was for; empty where that was erased.
    pub reference: String,
    /// Whose points they are.
    pub brand: String,
    /// The account that they left.
    pub from: String,
    /// The account that has them now.
    pub to: String,
    /// How many.
    pub points: u32,
}

impl Moved {
    /// The same of anybody.
    #[must_use]
    pub fn of_anybody(&self) -> Moved {
        Moved {
            from: kind_of(&self.from).to_owned(),
            to: kind_of(&self.to).to_owned(),
            ..self.clone()
        }
    }
}

/// An account by its name, a person's without the name.
fn kind_of(account: &str) -> &str {
    match account.starts_with(PERSONS) {
        true => PERSONS,
        false => account,
    }
}

/// How persons' accounts begin; stands for all of them.
pub const PERSONS: &str = "person:";

impl Db<'_> {
    /// The next movements of a brand's points in the order in which they were booked, each with its
    /// number; some thousand, none where that was the last.
    pub fn movements_after(&self, brand: &str, number: i64) -> Result<Vec<(i64, Moved)>> {
        self.rows(
            "select id, booked_at, reason, reference, brand, origin.account, target.account,
                    target.points
             from ledger_movement
             join ledger_line as origin on origin.movement = id and origin.points < 0
             join ledger_line as target on target.movement = id and target.points > 0
             where brand = ?1 and id > ?2
             order by id limit 1000",
            (brand, number),
            |row| {
                let moved = Moved {
                    at: Instant(row.get(1)?),
                    reason: row.get(2)?,
                    reference: row.get(3)?,
                    brand: row.get(4)?,
                    from: row.get(5)?,
                    to: row.get(6)?,
                    points: row.get(7)?,
                };
                Ok((row.get(0)?, moved))
            },
        )
    }

    /// How many movements are the same as this, whoever the person is: accounts of one are brought
    /// together, and one that erased everything has neither name nor reference left.
    pub fn movements_like(&self, moved: &Moved) -> Result<u32> {
        let count: Option<u32> = self.row(
            "select count(*)
             from ledger_movement
             join ledger_line as origin on origin.movement = id and origin.points < 0
             join ledger_line as target on target.movement = id and target.points > 0
             where booked_at = ?1 and reason = ?2 and reference in (?3, '') and brand = ?4
                 and (origin.account = ?5 or ?5 = 'person:' and origin.account like 'person:%')
                 and (target.account = ?6 or ?6 = 'person:' and target.account like 'person:%')
                 and target.points = ?7",
            (
                moved.at.0,
                &moved.reason,
                &moved.reference,
                &moved.brand,
                kind_of(&moved.from),
                kind_of(&moved.to),
                moved.points,
            ),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }

    /// What is in accounts for the reference of a movement: in that of one name, or in those of all persons
    /// where it is [`PERSONS`].
    pub fn points_for(&self, moved: &Moved, account: &str) -> Result<i64> {
        let sum: Option<i64> = self.row(
            "select cast(coalesce(sum(points), 0) as bigint)
             from ledger_line
             where (account = ?1 or ?1 = 'person:' and account like 'person:%')
                 and movement in (
                     select id from ledger_movement where reference = ?3 and brand = ?2)",
            (account, &moved.brand, &moved.reference),
            |row| row.get(0),
        )?;
        Ok(sum.unwrap_or(0))
    }

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
        self.book_again(&Moved {
            at: now,
            reason: movement.reason.to_owned(),
            reference: movement.reference.to_owned(),
            brand: movement.brand.to_owned(),
            from: movement.from.id(movement.brand),
            to: movement.to.id(movement.brand),
            points: movement.points,
        })
    }

    /// Books what another database has booked.
    pub fn book_again(&self, moved: &Moved) -> Result<()> {
        if moved.points == 0 {
            return Ok(());
        }
        let id: Option<i64> = self.row(
            "insert into ledger_movement (booked_at, reason, reference, brand)
             values (?1, ?2, ?3, ?4) returning id",
            (moved.at.0, &moved.reason, &moved.reference, &moved.brand),
            |row| row.get(0),
        )?;
        let points = i64::from(moved.points);
        for (account, points) in [(&moved.from, -points), (&moved.to, points)] {
            self.execute(
                "insert into ledger_line (movement, account, points) values (?1, ?2, ?3)",
                (id, account, points),
            )?;
        }
        Ok(())
    }
}
