//! What is new of recalls, and push messages that wait to be sent.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};

/// A product of whose recalls something is new, and how far its follows were gone through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecallNews {
    /// The product's number in this database.
    pub product: i64,
    /// The last follow that was looked at; empty before the first.
    pub passed: String,
    /// Counted up by what is new meanwhile.
    pub version: i64,
}

/// A push message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Push {
    /// Random.
    pub id: String,
    /// For which follow.
    pub follow: String,
    /// About which recall.
    pub recall: String,
    /// What it says, as JSON.
    pub message: String,
    /// When it was written.
    pub made_at: Instant,
    /// How often it was tried.
    pub attempts: u32,
}

fn read(row: &Row<'_>) -> Result<Push> {
    Ok(Push {
        id: row.get(0)?,
        follow: row.get(1)?,
        recall: row.get(2)?,
        message: row.get(3)?,
        made_at: Instant(row.get(4)?),
        attempts: row.get::<i64>(5)?.try_into().unwrap_or(u32::MAX),
    })
}

impl Db<'_> {
    /// What is new, some products at a time.
    pub fn recall_news(&self) -> Result<Vec<RecallNews>> {
        self.rows(
            "select product, passed, version from recall_news order by product limit 10",
            (),
            |row| {
                Ok(RecallNews {
                    product: row.get(0)?,
                    passed: row.get(1)?,
                    version: row.get(2)?,
                })
            },
        )
    }

    /// Push messages that are due, the longest due first; some at a time.
    pub fn due_pushes(&self, now: Instant) -> Result<Vec<Push>> {
        self.rows(
            "select id, follow, recall, message, made_at, attempts
             from push where due_at <= ?1 order by due_at, id limit 64",
            [now.0],
            read,
        )
    }

    /// How many push messages wait.
    pub fn count_pushes(&self) -> Result<u64> {
        let count: Option<i64> = self.row("select count(*) from push", (), |row| row.get(0))?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }
}

impl Tx<'_> {
    /// Notes that a product's recalls, or its units, have changed: where it has recalls, its follows
    /// and those of its older numbers are gone through again.
    pub fn put_recall_news(&self, product: i64) -> Result<()> {
        self.execute(
            "with recursive older (id) as (
                 select id from product where id = ?1
                 union
                 select product.id from product join older on product.successor = older.id
             )
             insert into recall_news (product, passed, version)
             select older.id, '', 1 from older
             where exists (select 1 from recall where recall.product = ?1)
                 and exists (select 1 from follow where follow.product = older.id)
             on conflict (product) do update set passed = '', version = recall_news.version + 1",
            [product],
        )?;
        Ok(())
    }

    /// Has a product's follows gone through again, for one of them that is new.
    pub fn put_recall_news_of(&self, product: i64) -> Result<()> {
        self.execute(
            "insert into recall_news (product, passed, version) values (?1, '', 1)
             on conflict (product) do update set passed = '', version = recall_news.version + 1",
            [product],
        )?;
        Ok(())
    }

    /// Notes how far a product's follows were gone through, unless something is new since.
    pub fn pass_recall_news(&self, news: &RecallNews, passed: &str) -> Result<()> {
        self.execute(
            "update recall_news set passed = ?3 where product = ?1 and version = ?2",
            (news.product, news.version, passed),
        )?;
        Ok(())
    }

    /// Notes that all of a product's follows were gone through, unless something is new since.
    pub fn end_recall_news(&self, news: &RecallNews) -> Result<()> {
        self.execute(
            "delete from recall_news where product = ?1 and version = ?2",
            (news.product, news.version),
        )?;
        Ok(())
    }

    /// Puts a push message where it waits.
    pub fn put_push(&self, push: &Push) -> Result<()> {
        self.execute(
            "insert into push (id, follow, recall, message, made_at, due_at, attempts)
             values (?1, ?2, ?3, ?4, ?5, ?5, 0)",
            (
                &push.id,
                &push.follow,
                &push.recall,
                &push.message,
                push.made_at.0,
            ),
        )?;
        Ok(())
    }

    /// Takes a push message for one attempt; `false` where another node did.
    pub fn take_push(&self, push: &Push, until: Instant) -> Result<bool> {
        let taken = self.execute(
            "update push set due_at = ?1, attempts = attempts + 1
             where id = ?2 and attempts = ?3",
            (until.0, &push.id, i64::from(push.attempts)),
        )?;
        Ok(taken == 1)
    }

    /// Lets a push message wait until then.
    pub fn postpone_push(&self, id: &str, due: Instant) -> Result<()> {
        self.execute("update push set due_at = ?1 where id = ?2", (due.0, id))?;
        Ok(())
    }

    /// Forgets a push message: it was taken, or never will be.
    pub fn drop_push(&self, id: &str) -> Result<()> {
        self.execute("delete from push where id = ?1", [id])?;
        Ok(())
    }
}
