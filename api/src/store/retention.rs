//! What is forgotten once it is old enough: in small bites, so that nobody who writes waits long.

use trace::Instant;

use super::{Db, Result, Tx};

impl Db<'_> {
    /// The oldest day of the log of checks, counted from 1970.
    fn first_check(&self) -> Result<Option<i64>> {
        self.row("select day from scan_log order by day limit 1", (), |row| {
            row.get(0)
        })
    }

    /// The latest moment at which a check was received.
    pub fn last_check(&self) -> Result<Option<Instant>> {
        let at: Option<i64> = self.row(
            "select received_at from scan_log order by day desc, seq desc limit 1",
            (),
            |row| row.get(0),
        )?;
        Ok(at.map(Instant))
    }
}

impl Tx<'_> {
    /// Forgets some checks of before a day; how many. 0 where none is left.
    pub fn forget_checks(&self, before_day: i64) -> Result<usize> {
        let Some(day) = self.first_check()? else {
            return Ok(0);
        };
        if day >= before_day {
            return Ok(0);
        }
        self.execute(
            "delete from scan_log where day = ?1 and seq <= (
                 select max(seq) from (
                     select seq from scan_log where day = ?1 order by seq limit 5000
                 ) as bite
             )",
            [day],
        )
    }

    /// Forgets deliveries of offline queues of before a day; how many.
    pub fn forget_deliveries(&self, before_day: i64) -> Result<usize> {
        self.execute("delete from check_delivery where day < ?1", (before_day,))
    }

    /// Forgets capture jobs that were done before a moment; the events stay. How many.
    pub fn forget_captures(&self, before: Instant) -> Result<usize> {
        self.execute(
            "delete from epcis_capture where finished_at < ?1",
            (before.0,),
        )
    }
    /// Forgets disputes that staff decided before then.
    pub fn forget_disputes(&self, before: Instant) -> Result<usize> {
        self.execute("delete from dispute where decided_at < ?1", [before.0])
    }

    /// Forgets registrations that ended before then, with what hangs on them, but those that an open
    /// dispute is about.
    pub fn forget_former_registrations(&self, before: Instant) -> Result<()> {
        let references: Vec<String> = self.rows(
            "select reference from former_registration where ended_at < ?1 and not exists (
                 select 1 from dispute
                 where registration = former_registration.reference and status = 'open'
             )",
            [before.0],
            |row| row.get(0),
        )?;
        for reference in references {
            self.erase_former(&reference)?;
        }
        Ok(())
    }
}
