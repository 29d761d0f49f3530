//! What points buy: kinds of vouchers, and those that people took.

use trace::Instant;

use super::{Change, Db, Result, Tx, value::Row};

/// A kind of voucher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherKind {
    /// Random.
    pub id: String,
    /// Whose points it costs.
    pub brand: String,
    /// What it is good for, in the brand's words.
    pub name: String,
    /// What it costs.
    pub points: u32,
    /// How many there are.
    pub count: u32,
    /// How many were taken.
    pub taken: u32,
    /// Until when it can be taken and redeemed.
    pub ends_at: Instant,
    /// When it was made.
    pub made_at: Instant,
}

impl VoucherKind {
    /// The last day on which it is taken, ISO 8601: it ends with that day.
    #[must_use]
    pub fn last_day(&self) -> String {
        self.ends_at.plus_days(-1).date().to_string()
    }
}

/// One that somebody took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    /// SHA-256 of its code.
    pub digest: [u8; 32],
    /// Of which kind.
    pub kind: String,
    /// Which of them, from 1.
    pub number: u32,
    /// Who took it.
    pub account: String,
    /// When.
    pub taken_at: Instant,
    /// When it was redeemed.
    pub redeemed_at: Option<Instant>,
    /// Who redeemed it; empty where nobody has.
    pub redeemed_by: String,
    /// Its code, where it came from another database; one that was taken here has it made anew.
    pub code: Option<String>,
}

fn read_kind(row: &Row<'_>) -> Result<VoucherKind> {
    Ok(VoucherKind {
        id: row.get(0)?,
        brand: row.get(1)?,
        name: row.get(2)?,
        points: row.get(3)?,
        count: row.get(4)?,
        taken: row.get(5)?,
        ends_at: Instant(row.get(6)?),
        made_at: Instant(row.get(7)?),
    })
}

fn read(row: &Row<'_>) -> Result<Voucher> {
    Ok(Voucher {
        digest: row.get(0)?,
        kind: row.get(1)?,
        number: row.get(2)?,
        account: row.get(3)?,
        taken_at: Instant(row.get(4)?),
        redeemed_at: row.get::<Option<i64>>(5)?.map(Instant),
        redeemed_by: row.get(6)?,
        code: row.get(7)?,
    })
}

impl Db<'_> {
    /// A kind of voucher.
    pub fn voucher_kind(&self, id: &str) -> Result<Option<VoucherKind>> {
        self.row(
            "select id, brand, name, points, count, taken, ends_at, made_at
             from voucher_kind where id = ?1",
            [id],
            read_kind,
        )
    }

    /// A brand's kinds that end after a moment, the cheapest first; some hundred at most.
    pub fn voucher_kinds(&self, brand: &str, after: Instant) -> Result<Vec<VoucherKind>> {
        self.rows(
            "select id, brand, name, points, count, taken, ends_at, made_at
             from voucher_kind where brand = ?1 and ends_at > ?2
             order by points, name, id limit 100",
            (brand, after.0),
            read_kind,
        )
    }

    /// All of a brand's kinds, by identifier.
    pub fn all_voucher_kinds(&self, brand: &str) -> Result<Vec<VoucherKind>> {
        self.rows(
            "select id, brand, name, points, count, taken, ends_at, made_at
             from voucher_kind where brand = ?1 order by id",
            [brand],
            read_kind,
        )
    }

    /// The next vouchers of a kind by number, some thousand; none where that was the last.
    pub fn vouchers_after(&self, kind: &str, number: u32) -> Result<Vec<Voucher>> {
        self.rows(
            "select digest, kind, number, account, taken_at, redeemed_at, redeemed_by, code
             from voucher where kind = ?1 and number > ?2 order by number limit 1000",
            (kind, number),
            read,
        )
    }

    /// All that an account took, the latest first.
    pub fn vouchers_of(&self, account: &str) -> Result<Vec<Voucher>> {
        self.rows(
            "select digest, kind, number, account, taken_at, redeemed_at, redeemed_by, code
             from voucher where account = ?1
             order by taken_at desc, kind, number",
            [account],
            read,
        )
    }

    /// The voucher of a code.
    pub fn voucher(&self, digest: &[u8; 32]) -> Result<Option<Voucher>> {
        self.row(
            "select digest, kind, number, account, taken_at, redeemed_at, redeemed_by, code
             from voucher where digest = ?1",
            [digest.as_slice()],
            read,
        )
    }

    /// How many of a kind were redeemed.
    pub fn vouchers_redeemed(&self, kind: &str) -> Result<u32> {
        let count: Option<u32> = self.row(
            "select count(*) from voucher where kind = ?1 and redeemed_at is not null",
            [kind],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Makes a kind of voucher.
    pub fn put_voucher_kind(&self, new: &VoucherKind) -> Result<()> {
        self.execute(
            "insert into voucher_kind (id, brand, name, points, count, taken, ends_at, made_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                &new.id,
                &new.brand,
                &new.name,
                new.points,
                new.count,
                new.taken,
                new.ends_at.0,
                new.made_at.0,
            ),
        )?;
        Ok(())
    }

    /// Takes the next one of a kind; `false` where none is left.
    pub fn put_voucher(&self, new: &Voucher) -> Result<bool> {
        let counted = self.execute(
            "update voucher_kind set taken = ?2 where id = ?1 and taken = ?3 and count > ?3",
            (&new.kind, new.number, new.number.saturating_sub(1)),
        )?;
        if counted == 0 {
            return Ok(false);
        }
        self.execute(
            "insert into voucher (digest, kind, number, account, taken_at, redeemed_by)
             values (?1, ?2, ?3, ?4, ?5, '')",
            (
                new.digest.as_slice(),
                &new.kind,
                new.number,
                &new.account,
                new.taken_at.0,
            ),
        )?;
        Ok(true)
    }

    /// Puts in a kind that another database has; a kind that is here has as many taken as it has in
    /// either.
    pub fn put_known_voucher_kind(&self, new: &VoucherKind) -> Result<Change> {
        match self.voucher_kind(&new.id)? {
            None => {
                self.put_voucher_kind(new)?;
                Ok(Change::Added)
            }
            Some(known) if known.taken < new.taken => {
                self.execute(
                    "update voucher_kind set taken = ?2 where id = ?1",
                    (&new.id, new.taken),
                )?;
                Ok(Change::Changed)
            }
            Some(_) => Ok(Change::Unchanged),
        }
    }

    /// Puts in one that was taken in another database; one that was redeemed in either is redeemed.
    /// `None` where that number of its kind is another's here.
    pub fn put_known_voucher(&self, new: &Voucher) -> Result<Option<Change>> {
        if let Some(known) = self.voucher(&new.digest)? {
            if known.kind != new.kind || known.number != new.number {
                return Ok(None);
            }
            let Some(at) = new.redeemed_at.filter(|_| known.redeemed_at.is_none()) else {
                return Ok(Some(Change::Unchanged));
            };
            self.redeem_voucher(&new.digest, &new.redeemed_by, at)?;
            return Ok(Some(Change::Changed));
        }
        let added = self.execute(
            "insert into voucher
                 (digest, kind, number, account, taken_at, redeemed_at, redeemed_by, code)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             on conflict (kind, number) do nothing",
            (
                new.digest.as_slice(),
                &new.kind,
                new.number,
                &new.account,
                new.taken_at.0,
                new.redeemed_at.map(|at| at.0),
                &new.redeemed_by,
                &new.code,
            ),
        )?;
        Ok((added > 0).then_some(Change::Added))
    }

    /// Nobody finds the vouchers of an account any more; who wrote a code down can redeem it.
    pub fn forget_vouchers(&self, account: &str) -> Result<()> {
        self.execute(
            "update voucher set account = '', code = null where account = ?1",
            [account],
        )?;
        Ok(())
    }

    /// Redeems a voucher; `false` where it was before.
    pub fn redeem_voucher(&self, digest: &[u8; 32], by: &str, now: Instant) -> Result<bool> {
        let redeemed = self.execute(
            "update voucher set redeemed_at = ?2, redeemed_by = ?3
             where digest = ?1 and redeemed_at is null",
            (digest.as_slice(), now.0, by),
        )?;
        Ok(redeemed == 1)
    }
}
