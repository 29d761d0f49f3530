//! Who wants to be told of recalls, and what they were told.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};

/// Somebody's wish to be told of recalls of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// Its identifier.
    pub id: String,
    /// The product's number in this database.
    pub product: i64,
    /// The path of the Digital Link.
    pub path: String,
    /// `link`, `mail` or `push`.
    pub channel: String,
    /// The address or endpoint; empty for a link.
    pub target: String,
    /// What push messages are encrypted with, as JSON; empty for the others.
    pub keys: String,
    /// The account of the session that asked.
    pub account: String,
    /// The language of what is told, BCP 47.
    pub language: String,
    /// The registration that it came with; empty without one.
    pub about: String,
    /// Since when.
    pub created_at: Instant,
    /// When whoever has the address said yes; nothing is sent before.
    pub confirmed_at: Option<Instant>,
}

/// That a follow was told of a recall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The recall.
    pub recall: String,
    /// `certain` or `possible`.
    pub certainty: String,
    /// When.
    pub at: Instant,
}

pub(super) fn read(row: &Row<'_>) -> Result<Follow> {
    Ok(Follow {
        id: row.get(0)?,
        product: row.get(1)?,
        path: row.get(2)?,
        channel: row.get(3)?,
        target: row.get(4)?,
        keys: row.get(5)?,
        account: row.get(6)?,
        language: row.get(7)?,
        about: row.get(8)?,
        created_at: Instant(row.get(9)?),
        confirmed_at: row.get::<Option<i64>>(10)?.map(Instant),
    })
}

impl Db<'_> {
    /// The follow of that identifier.
    pub fn follow(&self, id: &str) -> Result<Option<Follow>> {
        self.row(
            "select id, product, path, channel, target, keys, account, language, about, created_at,
                    confirmed_at
             from follow where id = ?1",
            [id],
            read,
        )
    }

    /// The next confirmed follows of a product by identifier, some hundred; none where that was the
    /// last.
    pub fn follows_after(&self, product: i64, id: &str) -> Result<Vec<Follow>> {
        self.rows(
            "select id, product, path, channel, target, keys, account, language, about, created_at,
                    confirmed_at
             from follow where product = ?1 and id > ?2 and confirmed_at is not null
             order by id limit 100",
            (product, id),
            read,
        )
    }

    /// What a session follows, the newest first; some at the most.
    pub fn follows_of_account(&self, account: &str) -> Result<Vec<Follow>> {
        self.rows(
            "select id, product, path, channel, target, keys, account, language, about, created_at,
                    confirmed_at
             from follow where account = ?1 order by created_at desc, id limit 100",
            [account],
            read,
        )
    }

    /// How many mails asked an address since then, which nobody said yes to.
    pub fn count_asked(&self, whose: &str, since: Instant) -> Result<u64> {
        let count: Option<i64> = self.row(
            "select count(*) from follow_asked where whose = ?1 and at >= ?2",
            (whose, since.0),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }

    /// What a follow was told, in the order of recalls.
    pub fn told(&self, follow: &str) -> Result<Vec<Told>> {
        self.rows(
            "select recall, certainty, told_at from follow_told
             where follow = ?1 order by recall, certainty",
            [follow],
            |row| {
                Ok(Told {
                    recall: row.get(0)?,
                    certainty: row.get(1)?,
                    at: Instant(row.get(2)?),
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Puts a follow in; `false` where it is there.
    pub fn put_follow(&self, follow: &Follow) -> Result<bool> {
        let added = self.execute(
            "insert into follow (id, product, path, channel, target, keys, account, language, about,
                 created_at, confirmed_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             on conflict (id) do nothing",
            (
                &follow.id,
                follow.product,
                &follow.path,
                &follow.channel,
                &follow.target,
                &follow.keys,
                &follow.account,
                &follow.language,
                &follow.about,
                follow.created_at.0,
                follow.confirmed_at.map(|at| at.0),
            ),
        )?;
        Ok(added == 1)
    }

    /// Notes where push messages for a follow go now, and what they are encrypted with.
    pub fn redirect_follow(&self, id: &str, target: &str, keys: &str) -> Result<()> {
        self.execute(
            "update follow set target = ?2, keys = ?3 where id = ?1 and channel = 'push'",
            (id, target, keys),
        )?;
        Ok(())
    }

    /// As [`Tx::redirect_follow`], for everything that a session follows by push messages.
    pub fn redirect_pushes(&self, account: &str, target: &str, keys: &str) -> Result<()> {
        self.execute(
            "update follow set target = ?2, keys = ?3 where account = ?1 and channel = 'push'",
            (account, target, keys),
        )?;
        Ok(())
    }

    /// Notes that whoever has the address said yes; `false` where they had, or where it is gone.
    pub fn confirm_follow(&self, id: &str, now: Instant) -> Result<bool> {
        let confirmed = self.execute(
            "update follow set confirmed_at = ?2 where id = ?1 and confirmed_at is null",
            (id, now.0),
        )?;
        self.execute("delete from follow_asked where follow = ?1", [id])?;
        Ok(confirmed == 1)
    }

    /// Notes that an address, by its digest, is asked about a follow.
    pub fn put_asked(&self, whose: &str, follow: &str, now: Instant) -> Result<()> {
        self.execute(
            "insert into follow_asked (whose, at, follow) values (?1, ?2, ?3)
             on conflict (whose, at, follow) do nothing",
            (whose, now.0, follow),
        )?;
        Ok(())
    }

    /// Forgets who was asked before then.
    pub fn forget_asked(&self, before: Instant) -> Result<()> {
        self.execute("delete from follow_asked where at < ?1", [before.0])?;
        Ok(())
    }

    /// Notes that a follow is told of a recall; `false` where it was before.
    pub fn tell_follow(
        &self,
        follow: &str,
        recall: &str,
        certainty: &str,
        now: Instant,
    ) -> Result<bool> {
        let added = self.execute(
            "insert into follow_told (follow, recall, certainty, told_at) values (?1, ?2, ?3, ?4)
             on conflict (follow, recall, certainty) do nothing",
            (follow, recall, certainty, now.0),
        )?;
        Ok(added == 1)
    }

    /// Forgets a follow with all that waits to be sent for it; whether it was there.
    pub fn end_follow(&self, id: &str) -> Result<bool> {
        self.execute("delete from follow_told where follow = ?1", [id])?;
        self.execute("delete from push where follow = ?1", [id])?;
        self.drop_mail_about(id)?;
        let ended = self.execute("delete from follow where id = ?1", [id])?;
        Ok(ended == 1)
    }

    /// Forgets the follows that came with a registration.
    pub fn end_follows_about(&self, about: &str) -> Result<()> {
        let ids: Vec<String> =
            self.rows("select id from follow where about = ?1", [about], |row| {
                row.get(0)
            })?;
        for id in ids {
            self.end_follow(&id)?;
        }
        Ok(())
    }

    /// Forgets what was never confirmed since before a moment.
    pub fn forget_unconfirmed(&self, before: Instant) -> Result<()> {
        let ids: Vec<String> = self.rows(
            "select id from follow where confirmed_at is null and created_at < ?1",
            [before.0],
            |row| row.get(0),
        )?;
        for id in ids {
            self.end_follow(&id)?;
        }
        Ok(())
    }
}
