//! Claims: under a recall, at most one for a unit and recall; and returns, at most one a unit that
//! nobody has decided about.

use serde::{Deserialize, Serialize};
use trace::Instant;

use crate::claim_status::ClaimKind;

use super::{
    Db, Picture, Result, Serial, Tx,
    db::{from_json, to_json},
    value::Row,
};

/// What a person gave with their claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) remedy: String,
    pub(super) note: Option<String>,
    pub(super) email: Option<String>,
    /// BCP 47; empty for claims of before.
    #[serde(default)]
    pub(super) language: String,
    #[serde(default, rename = "return", skip_serializing_if = "Option::is_none")]
    pub(super) returned: Option<Box<Return>>,
}

/// What a return was opened with: what was known of the unit then, and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Return {
    /// The reference of the unit's registration; empty once that is nobody's business.
    #[serde(default)]
    pub registration: String,
    /// What is wrong: one of `returning::REASONS`.
    pub reason: String,
    /// AI 10 of the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// As it was registered, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bought_on: Option<String>,
    /// As it was registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warranty_until: Option<String>,
    /// The name of the registration's [`super::Evidence`].
    #[serde(default)]
    pub evidence: String,
    /// The identifier of the place that it is brought to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// What a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The recall of that identifier.
    Recall(String),
    /// Its holder's word, and their registration.
    Return(Box<Return>),
}

impl Ground {
    /// Which of the two.
    #[must_use]
    pub fn kind(&self) -> ClaimKind {
        match self {
            Ground::Recall(_) => ClaimKind::Recall,
            Ground::Return(_) => ClaimKind::Return,
        }
    }

    /// The recall's identifier, where it is one.
    #[must_use]
    pub fn recall(&self) -> Option<&str> {
        match self {
            Ground::Recall(recall) => Some(recall),
            Ground::Return(_) => None,
        }
    }

    fn returned(&self) -> Option<&Return> {
        match self {
            Ground::Recall(_) => None,
            Ground::Return(returned) => Some(returned),
        }
    }
}

/// A claim as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// To be named when asking.
    pub reference: String,
    /// SHA-256 of the code that only the person has.
    pub code_digest: [u8; 32],
    /// What it rests on.
    pub ground: Ground,
    /// The path of the Digital Link.
    pub path: String,
    /// The product's number in this database.
    pub product: i64,
    /// The unit's serial, where the code has one.
    pub serial: Option<Serial>,
    /// When it was opened.
    pub opened_at: Instant,
    /// `open` until staff act on it.
    pub status: String,
    /// The remedy asked for.
    pub remedy: String,
    /// As given.
    pub note: Option<String>,
    /// As given.
    pub email: Option<String>,
    /// The language that its holder reads, BCP 47; empty where it isn't known.
    pub language: String,
    /// Whose browser it came from: `Session::for_claims`.
    pub owner: Option<String>,
}

/// Something that became of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimStep {
    /// When.
    pub at: Instant,
    /// How the claim stands since.
    pub status: String,
    /// Who of the brand's staff; empty for the holder.
    pub by_staff: String,
    /// What they said with it; empty for nothing.
    pub message: String,
}

/// What became of an attempt to claim.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one lives for a moment, on the way to its response"
)]
pub enum NewClaim {
    /// It is open now, or was by this very request before.
    Opened(Claim),
    /// There is a claim for this unit and recall, or a return of this unit.
    Taken,
    /// This idempotency key stood for another request before.
    KeyReused,
}

pub(super) fn read(row: &Row<'_>) -> Result<Claim> {
    let record: Record = from_json("claim", &row.get::<String>(8)?)?;
    let recall: Option<String> = row.get(2)?;
    Ok(Claim {
        reference: row.get(0)?,
        code_digest: row.get(1)?,
        ground: match recall {
            Some(recall) => Ground::Recall(recall),
            None => Ground::Return(record.returned.unwrap_or_default()),
        },
        path: row.get(3)?,
        product: row.get(4)?,
        serial: row.get(5)?,
        opened_at: Instant(row.get(6)?),
        status: row.get(7)?,
        remedy: record.remedy,
        note: record.note,
        email: record.email,
        language: record.language,
        owner: row.get(9)?,
    })
}

impl Db<'_> {
    /// The claim of that reference.
    pub fn claim(&self, reference: &str) -> Result<Option<Claim>> {
        self.row(
            "select reference, code_digest, recall, path, product, serial, opened_at, status, record,
                    owner
             from claim where reference = ?1",
            [reference],
            read,
        )
    }

    /// The next claims by reference, some thousand, from the first where `after` is empty; none
    /// where that was the last.
    pub fn claims_after(&self, after: &str) -> Result<Vec<Claim>> {
        self.rows(
            "select reference, code_digest, recall, path, product, serial, opened_at, status, record,
                    owner
             from claim where reference > ?1 order by reference limit 1000",
            [after],
            read,
        )
    }
}

impl Db<'_> {
    /// Claims of a kind about a brand's products that stand so, the longest open first: some
    /// hundred, from the one after `after`, which is when that was opened and its reference.
    pub fn claims_of_brand(
        &self,
        brand: &str,
        kind: ClaimKind,
        status: &str,
        after: (Instant, &str),
    ) -> Result<Vec<Claim>> {
        let (opened, reference) = after;
        self.rows(
            "select reference, code_digest, recall, path, product, serial, opened_at, status,
                    claim.record, owner
             from claim
             where kind = ?5 and status = ?2
                 and (opened_at > ?3 or opened_at = ?3 and reference > ?4)
                 and product in (select id from product where brand = ?1)
             order by opened_at, reference limit 100",
            (brand, status, opened.0, reference, kind.id()),
            read,
        )
    }

    /// How many of a brand's claims of a kind stand so.
    pub fn count_claims(&self, brand: &str, kind: ClaimKind, status: &str) -> Result<u64> {
        let count: Option<i64> = self.row(
            "select count(*) from claim
             where kind = ?3 and status = ?2
                 and product in (select id from product where brand = ?1)",
            (brand, status, kind.id()),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }

    /// Returns that a partner's people have taken steps of and may still, which stand so; in the order and
    /// the portions of [`Db::claims_of_brand`].
    pub fn returns_of_partner(
        &self,
        partner: &str,
        status: &str,
        after: (Instant, &str),
    ) -> Result<Vec<Claim>> {
        let portion = self.portion_of_partner(partner, status, after)?;
        Ok(portion.into_iter().map(|(claim, _)| claim).collect())
    }

    /// How many of [`Db::returns_of_partner`] stand so.
    pub fn count_returns_of_partner(&self, partner: &str, status: &str) -> Result<u64> {
        let first = self.portion_of_partner(partner, status, (Instant(0), ""))?;
        Ok(first.first().map_or(0, |(_, all)| all.unsigned_abs()))
    }

    /// See [`Db::returns_of_partner`]; each with the number of all that come after the same one.
    fn portion_of_partner(
        &self,
        partner: &str,
        status: &str,
        after: (Instant, &str),
    ) -> Result<Vec<(Claim, i64)>> {
        let (opened, reference) = after;
        self.rows(
            "select reference, code_digest, recall, path, product, serial, opened_at, status,
                    claim.record, owner, count(*) over ()
             from claim
             where kind = 'return' and status = ?2
                 and (opened_at > ?3 or opened_at = ?3 and reference > ?4)
                 and reference in (
                     select claim_step.reference from claim_step
                     join staff on staff.id = claim_step.by_staff where staff.organisation = ?1)
                 and product in (
                     with recursive granted (id, successor) as (
                         select product.id, product.successor from product
                         join access_grant on access_grant.brand = product.brand
                             and access_grant.gtin in ('', product.gtin)
                         where authority = ?1 and tells = 1 and ended_at is null
                     ), older (id) as (
                         select id from granted where successor is null
                         union
                         select product.id from product join older on product.successor = older.id
                     )
                     select id from granted union select id from older)
             order by opened_at, reference limit 100",
            (partner, status, opened.0, reference),
            |row| Ok((read(row)?, row.get(10)?)),
        )
    }

    /// All that was claimed about a unit, of either kind, the oldest first.
    pub fn claims_of_unit(&self, product: i64, serial: &Serial) -> Result<Vec<Claim>> {
        self.rows(
            "select reference, code_digest, recall, path, product, serial, opened_at, status, record,
                    owner
             from claim where product = ?1 and serial = ?2 order by opened_at, reference",
            (product, serial),
            read,
        )
    }

    /// The picture that came with a return; `None` once staff have decided.
    pub fn claim_photo(&self, reference: &str) -> Result<Option<Picture>> {
        self.row(
            "select content_type, bytes from claim_photo where reference = ?1",
            [reference],
            |row| {
                Ok(Picture {
                    content_type: row.get(0)?,
                    bytes: row.get(1)?,
                })
            },
        )
    }

    /// What became of a claim, in order.
    pub fn claim_steps(&self, reference: &str) -> Result<Vec<ClaimStep>> {
        self.rows(
            "select at, status, by_staff, message from claim_step
             where reference = ?1 order by seq",
            [reference],
            |row| {
                Ok(ClaimStep {
                    at: Instant(row.get(0)?),
                    status: row.get(1)?,
                    by_staff: row.get(2)?,
                    message: row.get(3)?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Adds a step to a claim, which stands as the step says from then on. `false` where it doesn't
    /// stand as `from` says any more: then nothing is kept.
    pub fn add_claim_step(&self, reference: &str, from: &str, step: &ClaimStep) -> Result<bool> {
        let moved = self.execute(
            "update claim set status = ?1 where reference = ?2 and status = ?3",
            (&step.status, reference, from),
        )?;
        if moved == 0 {
            return Ok(false);
        }
        self.put_claim_step(reference, step)?;
        Ok(true)
    }

    /// Adds a step to a claim that stands as it says already: one that was exported.
    pub fn put_claim_step(&self, reference: &str, step: &ClaimStep) -> Result<()> {
        self.execute(
            "insert into claim_step (reference, seq, at, status, by_staff, message)
             select cast(?1 as text), coalesce(max(seq), 0) + 1, cast(?2 as bigint),
                    cast(?3 as text), cast(?4 as text), cast(?5 as text)
             from claim_step where reference = ?1",
            (
                reference,
                step.at.0,
                &step.status,
                &step.by_staff,
                &step.message,
            ),
        )?;
        Ok(())
    }

    /// Opens a claim.
    pub fn open_claim(&self, new: &Claim) -> Result<NewClaim> {
        if let Some(known) = self.claim(&new.reference)? {
            let is_same = known.code_digest == new.code_digest
                && known.path == new.path
                && known.ground == new.ground
                && known.remedy == new.remedy
                && known.note == new.note
                && known.email == new.email;
            return Ok(if is_same {
                NewClaim::Opened(known)
            } else {
                NewClaim::KeyReused
            });
        }
        let record = Record {
            remedy: new.remedy.clone(),
            note: new.note.clone(),
            email: new.email.clone(),
            language: new.language.clone(),
            returned: new.ground.returned().cloned().map(Box::new),
        };
        let added = self.execute(
            "insert into claim
                 (reference, code_digest, kind, recall, path, product, serial, opened_at, status,
                  record, owner)
             values (?1, ?2, ?11, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             on conflict do nothing",
            (
                &new.reference,
                new.code_digest.as_slice(),
                new.ground.recall(),
                &new.path,
                new.product,
                &new.serial,
                new.opened_at.0,
                &new.status,
                to_json("claim", &record)?,
                &new.owner,
                new.ground.kind().id(),
            ),
        )?;
        Ok(if added == 0 {
            NewClaim::Taken
        } else {
            NewClaim::Opened(new.clone())
        })
    }

    /// Deletes a claim with everything that the person gave.
    pub fn erase_claim(&self, reference: &str) -> Result<()> {
        self.execute("delete from claim_step where reference = ?1", [reference])?;
        self.execute("delete from claim where reference = ?1", [reference])?;
        self.forget_claim_photo(reference)?;
        self.drop_mail_about(reference)?;
        Ok(())
    }

    /// Keeps the picture that came with a return.
    pub fn put_claim_photo(&self, reference: &str, photo: &Picture) -> Result<()> {
        self.execute(
            "insert into claim_photo (reference, content_type, bytes) values (?1, ?2, ?3)
             on conflict (reference) do nothing",
            (reference, &photo.content_type, photo.bytes.as_slice()),
        )?;
        Ok(())
    }

    /// Forgets the picture that came with a return.
    pub fn forget_claim_photo(&self, reference: &str) -> Result<()> {
        self.execute("delete from claim_photo where reference = ?1", [reference])?;
        Ok(())
    }
}
