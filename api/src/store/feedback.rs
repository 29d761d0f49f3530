//! What people think of packs, and how many gave a product how many stars.

use serde::{Deserialize, Serialize};
use trace::Instant;

use super::{
    Db, Result, StoreError, Tx,
    db::{from_json, to_json},
    picture::Picture,
    value::Row,
};

/// Why something is hidden that is about no pack at all: it counts no more.
pub const SPAM: &str = "spam";

/// What a person said, and what became of it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct FeedbackRecord {
    /// The path of the Digital Link that it was written at.
    pub path: String,
    /// In their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The language that they read, BCP 47.
    #[serde(default)]
    pub language: String,
    /// When the words or the stars were changed last, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<i64>,
    /// Their yes to being quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// What the brand answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<FeedbackAnswer>,
    /// Why nobody else sees the words, where staff hid them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<FeedbackHidden>,
    /// Whether staff looked at the photo and show it.
    #[serde(default)]
    pub photo_shown: bool,
    /// Whether points were given for it, or wait.
    #[serde(default)]
    pub for_points: bool,
    /// Which requests said this, the newest last, as digests of the keys that they came with: one of them
    /// sent again changes nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<String>,
}

/// A yes to being quoted in advertising.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// When it was said, in milliseconds since 1970.
    pub at: i64,
    /// What was asked, as it was shown.
    pub text: String,
    /// In which language, BCP 47.
    pub language: String,
}

/// An answer of a brand's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeedbackAnswer {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// What it says.
    pub text: String,
}

/// What staff hid, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeedbackHidden {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The reason's identifier; [`SPAM`] takes it out of the sums.
    pub why: String,
    /// What its author is told beside it; empty for nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What somebody thinks of a pack, as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// To be named when asking.
    pub reference: String,
    /// Whose browser it came from: `Session::for_feedback`.
    pub owner: String,
    /// Which pack: `01/GTIN/21/SERIAL`, or `01/GTIN/10/BATCH`.
    pub pack: String,
    /// Whose product it is about.
    pub brand: String,
    /// The product's number in this database.
    pub product: i64,
    /// The batch's number on the pack.
    pub batch: String,
    /// 1 to 5.
    pub stars: u32,
    /// Whether whoever wrote had registered the unit.
    pub is_owner: bool,
    /// When it was first written.
    pub at: Instant,
    /// The rest.
    pub record: FeedbackRecord,
}

impl Feedback {
    /// Whether others see words of it.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.record.words.is_some() && self.record.hidden.is_none()
    }

    /// Whether its words may be quoted.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.is_shown() && self.record.quote.is_some()
    }

    /// What it adds to the sums.
    fn weight(&self) -> FeedbackSums {
        let mut sums = FeedbackSums::default();
        let hidden = self.record.hidden.as_ref();
        if hidden.is_some_and(|hidden| hidden.why == SPAM) {
            return sums;
        }
        if let Some(stars) = (self.stars as usize).checked_sub(1)
            && let Some(count) = sums.stars.get_mut(stars)
        {
            *count = 1;
        }
        sums.hidden = i64::from(hidden.is_some());
        sums.owners = i64::from(self.is_owner);
        sums
    }
}

/// How many gave how many stars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeedbackSums {
    /// One star first.
    pub stars: [i64; 5],
    /// Of these, how many have words that staff hid.
    pub hidden: i64,
    /// Of these, how many had registered the unit.
    pub owners: i64,
}

impl FeedbackSums {
    fn minus(self, other: FeedbackSums) -> FeedbackSums {
        FeedbackSums {
            stars: std::array::from_fn(|index| self.stars[index] - other.stars[index]),
            hidden: self.hidden - other.hidden,
            owners: self.owners - other.owners,
        }
    }
}

fn read(row: &Row<'_>) -> Result<Feedback> {
    Ok(Feedback {
        reference: row.get(0)?,
        owner: row.get(1)?,
        pack: row.get(2)?,
        brand: row.get(3)?,
        product: row.get(4)?,
        batch: row.get(5)?,
        stars: row.get(6)?,
        is_owner: row.get::<i64>(7)? == 1,
        at: Instant(row.get(8)?),
        record: from_json("feedback", &row.get::<String>(9)?)?,
    })
}

impl Db<'_> {
    /// The feedback of that reference.
    pub fn feedback(&self, reference: &str) -> Result<Option<Feedback>> {
        self.row(
            "select reference, owner, pack, brand, product, batch, stars, is_owner, at, record
             from feedback where reference = ?1",
            [reference],
            read,
        )
    }

    /// What a browser said of a pack.
    pub fn feedback_of(&self, owner: &str, pack: &str) -> Result<Option<Feedback>> {
        self.row(
            "select reference, owner, pack, brand, product, batch, stars, is_owner, at, record
             from feedback where owner = ?1 and pack = ?2",
            (owner, pack),
            read,
        )
    }

    /// Whatever a browser said, the newest first.
    pub fn feedback_by(&self, owner: &str) -> Result<Vec<Feedback>> {
        self.rows(
            "select reference, owner, pack, brand, product, batch, stars, is_owner, at, record
             from feedback where owner = ?1 order by at desc, reference",
            [owner],
            read,
        )
    }

    /// What was said of a unit by whoever had registered it.
    pub fn feedback_of_owners(&self, product: i64, pack: &str) -> Result<Vec<Feedback>> {
        self.rows(
            "select reference, owner, pack, brand, product, batch, stars, is_owner, at, record
             from feedback where product = ?1 and pack = ?2 and is_owner = 1 order by reference",
            (product, pack),
            read,
        )
    }

    /// How many a browser wrote since a moment.
    pub fn count_feedback_by(&self, owner: &str, since: Instant) -> Result<u32> {
        let count: Option<u32> = self.row(
            "select count(*) from feedback where owner = ?1 and at > ?2",
            (owner, since.0),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }

    /// What others read of a batch, the newest first; some at most.
    pub fn feedback_of_batch(&self, product: i64, batch: &str) -> Result<Vec<Feedback>> {
        self.rows(
            "select reference, owner, pack, brand, product, batch, stars, is_owner, at, record
             from feedback where product = ?1 and batch = ?2 and shown = 1
             order by at desc, reference desc limit 6",
            (product, batch),
            read,
        )
    }

    /// What others read of a product, the newest first, this batch's too; some at most.
    pub fn feedback_of_product(&self, product: i64) -> Result<Vec<Feedback>> {
        self.rows(
            "select reference, owner, pack, brand, product, batch, stars, is_owner, at, record
             from feedback where product = ?1 and shown = 1
             order by at desc, reference desc limit 12",
            [product],
            read,
        )
    }

    /// How many gave a product how many stars.
    pub fn feedback_sums(&self, product: i64) -> Result<FeedbackSums> {
        let sums = self.row(
            "select one, two, three, four, five, hidden, owners
             from feedback_sum where product = ?1",
            [product],
            |row| {
                Ok(FeedbackSums {
                    stars: [
                        row.get(0)?,
                        row.get(1)?,
                        row.get(2)?,
                        row.get(3)?,
                        row.get(4)?,
                    ],
                    hidden: row.get(5)?,
                    owners: row.get(6)?,
                })
            },
        )?;
        Ok(sums.unwrap_or_default())
    }

    /// What a brand's packs are thought of, the latest first: some hundred, from the one before
    /// `behind`, which is when that came and its reference. An empty batch and no stars are all.
    pub fn feedback_to(
        &self,
        brand: &str,
        batch: &str,
        stars: u32,
        behind: (Instant, &str),
    ) -> Result<Vec<Feedback>> {
        let (at, reference) = behind;
        self.rows(
            "select reference, owner, pack, brand, product, batch, stars, is_owner, at, record
             from feedback
             where brand = ?1 and (?2 = '' or batch = ?2) and (?3 = 0 or stars = ?3)
                 and (at < ?4 or at = ?4 and reference < ?5)
             order by at desc, reference desc limit 100",
            (brand, batch, stars, at.0, reference),
            read,
        )
    }

    /// What of a brand's packs may be quoted: some hundred by reference, from the one after.
    pub fn quotes_after(&self, brand: &str, after: &str) -> Result<Vec<Feedback>> {
        self.rows(
            "select reference, owner, pack, brand, product, batch, stars, is_owner, at, record
             from feedback where brand = ?1 and quoted = 1 and reference > ?2
             order by reference limit 100",
            (brand, after),
            read,
        )
    }

    /// The picture that came with one.
    pub fn feedback_photo(&self, reference: &str) -> Result<Option<Picture>> {
        self.row(
            "select content_type, bytes from feedback_photo where reference = ?1",
            [reference],
            |row| {
                Ok(Picture {
                    content_type: row.get(0)?,
                    bytes: row.get(1)?,
                })
            },
        )
    }

    /// Whether a picture came with one.
    pub fn has_feedback_photo(&self, reference: &str) -> Result<bool> {
        let count: Option<i64> = self.row(
            "select count(*) from feedback_photo where reference = ?1",
            [reference],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0) > 0)
    }
}

impl Tx<'_> {
    /// Keeps what a browser says of a pack, in the place of what it said before, and the sums in
    /// step.
    ///
    /// # Errors
    /// `Conflict` where the same browser said something of the pack at the same time.
    pub fn put_feedback(&self, new: &Feedback) -> Result<()> {
        let before = self.feedback_of(&new.owner, &new.pack)?;
        let record = to_json("feedback", &new.record)?;
        match &before {
            None => {
                let added = self.execute(
                    "insert into feedback
                         (reference, owner, pack, brand, product, batch, stars, is_owner, shown,
                          quoted, at, record)
                     values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                     on conflict (owner, pack) do nothing",
                    (
                        &new.reference,
                        &new.owner,
                        &new.pack,
                        &new.brand,
                        new.product,
                        &new.batch,
                        new.stars,
                        new.is_owner,
                        new.is_shown(),
                        new.is_quoted(),
                        new.at.0,
                        record,
                    ),
                )?;
                if added == 0 {
                    return Err(StoreError::Conflict);
                }
            }
            Some(before) => {
                self.execute(
                    "update feedback
                     set batch = ?2, stars = ?3, is_owner = ?4, shown = ?5, quoted = ?6, record = ?7
                     where reference = ?1",
                    (
                        &before.reference,
                        &new.batch,
                        new.stars,
                        new.is_owner,
                        new.is_shown(),
                        new.is_quoted(),
                        record,
                    ),
                )?;
            }
        }
        let before = before.map(|before| before.weight()).unwrap_or_default();
        self.add_up(new.product, new.weight().minus(before))
    }

    /// Erases it, with its picture.
    pub fn erase_feedback(&self, one: &Feedback) -> Result<()> {
        self.put_feedback_photo(&one.reference, None)?;
        let erased = self.execute(
            "delete from feedback where reference = ?1",
            [&one.reference],
        )?;
        match erased {
            0 => Ok(()),
            _ => self.add_up(one.product, FeedbackSums::default().minus(one.weight())),
        }
    }

    fn add_up(&self, product: i64, more: FeedbackSums) -> Result<()> {
        if more == FeedbackSums::default() {
            return Ok(());
        }
        let [one, two, three, four, five] = more.stars;
        self.execute(
            "insert into feedback_sum (product, one, two, three, four, five, hidden, owners)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             on conflict (product) do update set
                 one = feedback_sum.one + excluded.one,
                 two = feedback_sum.two + excluded.two,
                 three = feedback_sum.three + excluded.three,
                 four = feedback_sum.four + excluded.four,
                 five = feedback_sum.five + excluded.five,
                 hidden = feedback_sum.hidden + excluded.hidden,
                 owners = feedback_sum.owners + excluded.owners",
            (
                product,
                one,
                two,
                three,
                four,
                five,
                more.hidden,
                more.owners,
            ),
        )?;
        Ok(())
    }

    /// Keeps the picture that came with one in the place of the one before, or takes it away.
    pub fn put_feedback_photo(&self, reference: &str, photo: Option<&Picture>) -> Result<()> {
        self.execute(
            "delete from feedback_photo where reference = ?1",
            [reference],
        )?;
        if let Some(photo) = photo {
            self.execute(
                "insert into feedback_photo (reference, content_type, bytes) values (?1, ?2, ?3)",
                (reference, &photo.content_type, photo.bytes.as_slice()),
            )?;
        }
        Ok(())
    }
}
