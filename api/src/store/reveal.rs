//! Hidden codes: which units' were revealed, and who guesses wrong.

use trace::Instant;

use super::{Change, Db, Result, Serial, Tx, UnitKey, value::Row};

/// What became of a unit's hidden code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// When it was first revealed.
    pub first_at: Instant,
    /// In which session; a digest.
    pub session: u64,
    /// When it was last revealed in another session.
    pub again_at: Option<Instant>,
}

/// What a reveal turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revealed {
    /// The first.
    First,
    /// Not the first, and the first was in this session.
    Yours(Instant),
    /// Not the first, and the first was in another session.
    Before(Instant),
}

/// Wrong guesses out of one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Guesses {
    /// How many there were.
    pub wrong: u32,
    /// When the last one came; of no meaning where there was none.
    pub last_at: Instant,
}

impl Reveal {
    /// What two accounts of a unit amount to: the earlier reveal was the first, and the other one
    /// came again unless it was in the same session.
    #[must_use]
    pub fn and(self, other: Reveal) -> Reveal {
        let (first, later) = if (self.first_at, self.session) <= (other.first_at, other.session) {
            (self, other)
        } else {
            (other, self)
        };
        let again_at = (first.session != later.session).then_some(later.first_at);
        Reveal {
            again_at: first.again_at.max(later.again_at).max(again_at),
            ..first
        }
    }
}

fn read(row: &Row<'_>) -> Result<Reveal> {
    Ok(Reveal {
        first_at: Instant(row.get(0)?),
        session: row.get::<i64>(1)?.cast_unsigned(),
        again_at: row.get::<Option<i64>>(2)?.map(Instant),
    })
}

impl Db<'_> {
    /// What became of a unit's hidden code; `None` where nobody revealed it.
    pub fn reveal(&self, unit: &UnitKey) -> Result<Option<Reveal>> {
        self.row(
            "select first_at, session, again_at from reveal
             where /*pg shard = ?3 and */product = ?1 and serial = ?2",
            (unit.product, &unit.serial, unit.shard()),
            read,
        )
    }

    /// Tells of every unit whose hidden code was revealed, by GTIN and serial, until `tell` fails.
    pub fn each_reveal(
        &self,
        mut tell: impl FnMut(&str, &Serial, Reveal) -> Result<()>,
    ) -> Result<()> {
        self.rows(
            "select reveal.first_at, reveal.session, reveal.again_at, product.gtin, reveal.serial
             from product join reveal on reveal.product = product.id
             order by product.gtin, reveal.serial",
            [],
            |row| tell(&row.get::<String>(3)?, &row.get(4)?, read(row)?),
        )
        .map(drop)
    }

    /// The wrong guesses out of a lane.
    pub fn guesses(&self, lane: &[u8; 32]) -> Result<Guesses> {
        let found = self.row(
            "select wrong, last_at from reveal_guess where lane = ?1",
            [lane.as_slice()],
            |row| {
                Ok(Guesses {
                    wrong: row.get(0)?,
                    last_at: Instant(row.get(1)?),
                })
            },
        )?;
        Ok(found.unwrap_or_default())
    }
}

impl Tx<'_> {
    /// Reveals a unit's hidden code. Of any number that come at once, exactly one is the first:
    /// the row itself decides.
    pub fn put_reveal(&self, unit: &UnitKey, session: u64, now: Instant) -> Result<Revealed> {
        let added = self.execute(
            "insert into reveal (product, serial, first_at, session/*pg , shard*/)
             values (?1, ?2, ?3, ?4/*pg , ?5*/)
             on conflict (/*pg shard, */product, serial) do nothing",
            (
                unit.product,
                &unit.serial,
                now.0,
                session.cast_signed(),
                unit.shard(),
            ),
        )?;
        if added == 1 {
            return Ok(Revealed::First);
        }
        // The row is there: it was in the way.
        let Some(known) = self.reveal(unit)? else {
            return Ok(Revealed::Before(now));
        };
        if known.session == session {
            return Ok(Revealed::Yours(known.first_at));
        }
        self.execute(
            "update reveal set again_at = ?3
             where /*pg shard = ?4 and */product = ?1 and serial = ?2",
            (unit.product, &unit.serial, now.0, unit.shard()),
        )?;
        Ok(Revealed::Before(known.first_at))
    }

    /// Adds what is known elsewhere of a unit's reveals to what is known here.
    pub fn put_known_reveal(&self, unit: &UnitKey, reveal: Reveal) -> Result<Change> {
        let known = self.reveal(unit)?;
        let reveal = known.map_or(reveal, |known| known.and(reveal));
        if known == Some(reveal) {
            return Ok(Change::Unchanged);
        }
        self.execute(
            "insert into reveal (product, serial, first_at, session, again_at/*pg , shard*/)
             values (?1, ?2, ?3, ?4, ?5/*pg , ?6*/)
             on conflict (/*pg shard, */product, serial) do update
             set first_at = excluded.first_at, session = excluded.session,
                 again_at = excluded.again_at",
            (
                unit.product,
                &unit.serial,
                reveal.first_at.0,
                reveal.session.cast_signed(),
                reveal.again_at.map(|at| at.0),
                unit.shard(),
            ),
        )?;
        Ok(if known.is_some() {
            Change::Changed
        } else {
            Change::Added
        })
    }

    /// Forgets the lanes out of which nobody has guessed since.
    pub fn forget_guesses(&self, before: Instant) -> Result<usize> {
        self.execute("delete from reveal_guess where last_at < ?1", [before.0])
    }

    /// Counts a wrong guess out of a lane.
    pub fn put_guess(&self, lane: &[u8; 32], now: Instant) -> Result<()> {
        self.execute(
            "insert into reveal_guess (lane, wrong, last_at) values (?1, 1, ?2)
             on conflict (lane) do update
             set wrong = reveal_guess.wrong + 1, last_at = excluded.last_at",
            (lane.as_slice(), now.0),
        )?;
        Ok(())
    }
}
