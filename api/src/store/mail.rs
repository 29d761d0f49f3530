//! Mail that waits to be sent: it is put here in the transaction of what it tells.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Random.
    pub id: String,
    /// The reference of what it is about.
    pub about: String,
    /// To whom.
    pub recipient: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// When it was written.
    pub made_at: Instant,
    /// How often it was tried.
    pub attempts: u32,
    /// Where its recipient ends such mail with one tap (RFC 8058), where it is such.
    pub unsubscribe: Option<String>,
}

fn read(row: &Row<'_>) -> Result<Mail> {
    Ok(Mail {
        id: row.get(0)?,
        about: row.get(1)?,
        recipient: row.get(2)?,
        subject: row.get(3)?,
        body: row.get(4)?,
        made_at: Instant(row.get(5)?),
        attempts: row.get::<i64>(6)?.try_into().unwrap_or(u32::MAX),
        unsubscribe: row.get(7)?,
    })
}

impl Db<'_> {
    /// Mail that is due, the longest due first; some at a time.
    pub fn due_mail(&self, now: Instant) -> Result<Vec<Mail>> {
        self.rows(
            "select id, about, recipient, subject, body, made_at, attempts, unsubscribe
             from mail where due_at <= ?1 order by due_at, id limit 20",
            [now.0],
            read,
        )
    }

    /// How many mails wait.
    pub fn count_mail(&self) -> Result<u64> {
        let count: Option<i64> = self.row("select count(*) from mail", [], |row| row.get(0))?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }
}

impl Tx<'_> {
    /// Puts a mail where it waits.
    pub fn put_mail(&self, mail: &Mail) -> Result<()> {
        self.execute(
            "insert into mail (id, about, recipient, subject, body, made_at, due_at, attempts,
                 unsubscribe)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?6, 0, ?7)",
            (
                &mail.id,
                &mail.about,
                &mail.recipient,
                &mail.subject,
                &mail.body,
                mail.made_at.0,
                &mail.unsubscribe,
            ),
        )?;
        Ok(())
    }

    /// Takes a mail for one attempt; `false` where another node did.
    pub fn take_mail(&self, mail: &Mail, until: Instant) -> Result<bool> {
        let taken = self.execute(
            "update mail set due_at = ?1, attempts = attempts + 1
             where id = ?2 and attempts = ?3",
            (until.0, &mail.id, i64::from(mail.attempts)),
        )?;
        Ok(taken == 1)
    }

    /// Lets a mail wait until then.
    pub fn postpone_mail(&self, id: &str, due: Instant) -> Result<()> {
        self.execute("update mail set due_at = ?1 where id = ?2", (due.0, id))?;
        Ok(())
    }

    /// Forgets a mail: it was sent, or never will be.
    pub fn drop_mail(&self, id: &str) -> Result<()> {
        self.execute("delete from mail where id = ?1", [id])?;
        Ok(())
    }

    /// Forgets what waits about something.
    pub fn drop_mail_about(&self, about: &str) -> Result<()> {
        self.execute("delete from mail where about = ?1", [about])?;
        Ok(())
    }
}
