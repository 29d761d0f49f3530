//! How a unit passes from one holder to another: registrations that ended, links that show a buyer
//! who holds it, transfers, and disputes. A unit has one holder at any time: its registration.

use trace::Instant;

use super::{
    Db, Evidence, Registration, Result, Serial, Tx, db::from_json, registration::Record, value::Row,
};

/// Why a registration ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Somebody registered the unit who could prove that they hold it.
    Displaced,
    /// Its holder gave the unit to another.
    Transferred,
    /// Staff decided so.
    Decided,
    /// The unit was brought back, and paid back or replaced.
    Returned,
    /// It never was one: another held the unit, and whoever wanted it disputes that.
    Refused,
}

impl Ended {
    /// From its name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Ended> {
        let all = [
            Ended::Displaced,
            Ended::Transferred,
            Ended::Decided,
            Ended::Returned,
            Ended::Refused,
        ];
        all.into_iter().find(|one| one.name() == name)
    }

    /// As it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Ended::Displaced => "displaced",
            Ended::Transferred => "transferred",
            Ended::Decided => "decided",
            Ended::Returned => "returned",
            Ended::Refused => "refused",
        }
    }
}

/// A registration that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// As it was.
    pub registration: Registration,
    /// When it ended.
    pub ended_at: Instant,
    /// The name of an [`Ended`].
    pub why: String,
}

/// A unit on its way to another holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// What the buyer's registration will be called.
    pub reference: String,
    /// SHA-256 of the code that only the buyer has.
    pub code_digest: [u8; 32],
    /// The seller's registration.
    pub registration: String,
    /// The buyer's account.
    pub account: String,
    /// When the buyer asked for it.
    pub opened_at: Instant,
    /// From when on it counts as refused.
    pub ends_at: Instant,
}

/// What holders disagree about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// Random.
    pub id: String,
    /// The registration of whoever disputes, present or former.
    pub registration: String,
    /// The product's number in this database.
    pub product: i64,
    /// The unit's serial.
    pub serial: Serial,
    /// When it was opened.
    pub opened_at: Instant,
    /// In the person's words.
    pub message: String,
    /// `open`, `kept` or `given`.
    pub status: String,
    /// When staff decided.
    pub decided_at: Option<Instant>,
    /// Who of them; empty before.
    pub by_staff: String,
    /// Why they decided so, in their words.
    pub reason: String,
}

pub(super) fn read_former(row: &Row<'_>) -> Result<Former> {
    let record: Record = from_json("registration", &row.get::<String>(6)?)?;
    Ok(Former {
        registration: Registration {
            reference: row.get(0)?,
            code_digest: row.get(1)?,
            product: row.get(2)?,
            serial: row.get(3)?,
            account: row.get(4)?,
            registered_at: Instant(row.get(5)?),
            points: 0,
            path: record.path,
            bought_on: record.bought_on,
            shop: record.shop,
            email: record.email,
            evidence: Evidence::from_number(row.get(7)?),
            stolen_at: None,
        },
        ended_at: Instant(row.get(8)?),
        why: row.get(9)?,
    })
}

pub(super) fn read_transfer(row: &Row<'_>) -> Result<Transfer> {
    Ok(Transfer {
        reference: row.get(0)?,
        code_digest: row.get(1)?,
        registration: row.get(2)?,
        account: row.get(3)?,
        opened_at: Instant(row.get(4)?),
        ends_at: Instant(row.get(5)?),
    })
}

fn read_dispute(row: &Row<'_>) -> Result<Dispute> {
    Ok(Dispute {
        id: row.get(0)?,
        registration: row.get(1)?,
        product: row.get(2)?,
        serial: row.get(3)?,
        opened_at: Instant(row.get(4)?),
        message: row.get(5)?,
        status: row.get(6)?,
        decided_at: row.get::<Option<i64>>(7)?.map(Instant),
        by_staff: row.get(8)?,
        reason: row.get(9)?,
    })
}

impl Db<'_> {
    /// The registration of that reference, where it ended.
    pub fn former_registration(&self, reference: &str) -> Result<Option<Former>> {
        self.row(
            "select reference, code_digest, product, serial, account, registered_at, record,
                    evidence, ended_at, why
             from former_registration where reference = ?1",
            [reference],
            read_former,
        )
    }

    /// The next registrations that ended, by reference, some thousand; none where that was the last.
    pub fn former_registrations_after(&self, after: &str) -> Result<Vec<Former>> {
        self.rows(
            "select reference, code_digest, product, serial, account, registered_at, record,
                    evidence, ended_at, why
             from former_registration where reference > ?1 order by reference limit 1000",
            [after],
            read_former,
        )
    }

    /// The registration that a link shows, and when the link ends.
    pub fn ownership_proof(&self, id: &[u8; 32]) -> Result<Option<(String, Instant)>> {
        self.row(
            "select registration, ends_at from ownership_proof where id = ?1",
            [id.as_slice()],
            |row| Ok((row.get(0)?, Instant(row.get(1)?))),
        )
    }

    /// The transfer that a buyer has the reference of.
    pub fn transfer(&self, reference: &str) -> Result<Option<Transfer>> {
        self.row(
            "select reference, code_digest, registration, account, opened_at, ends_at
             from transfer where reference = ?1",
            [reference],
            read_transfer,
        )
    }

    /// The transfer of a seller's registration.
    pub fn transfer_of(&self, registration: &str) -> Result<Option<Transfer>> {
        self.row(
            "select reference, code_digest, registration, account, opened_at, ends_at
             from transfer where registration = ?1",
            [registration],
            read_transfer,
        )
    }

    /// Whether whoever wants a unit that another holds disputes that already.
    pub fn has_open_contest(&self, wish: &Registration) -> Result<bool> {
        let found: Option<i64> = self.row(
            "select count(*) from former_registration
             join dispute on dispute.registration = former_registration.reference
             where former_registration.product = ?1 and former_registration.serial = ?2
                 and former_registration.account = ?3 and dispute.status = 'open'",
            (wish.product, &wish.serial, &wish.account),
            |row| row.get(0),
        )?;
        Ok(found.is_some_and(|count| count > 0))
    }

    /// A dispute.
    pub fn dispute(&self, id: &str) -> Result<Option<Dispute>> {
        self.row(
            "select id, registration, product, serial, opened_at, message, status, decided_at,
                    by_staff, reason
             from dispute where id = ?1",
            [id],
            read_dispute,
        )
    }

    /// What the holder of a registration disputed last.
    pub fn dispute_of(&self, registration: &str) -> Result<Option<Dispute>> {
        self.row(
            "select id, registration, product, serial, opened_at, message, status, decided_at,
                    by_staff, reason
             from dispute where registration = ?1 order by opened_at desc, id limit 1",
            [registration],
            read_dispute,
        )
    }

    /// Disputes about a brand's products, the longest open first; some hundred.
    pub fn disputes_of_brand(&self, brand: &str, status: &str) -> Result<Vec<Dispute>> {
        self.rows(
            "select id, registration, product, serial, opened_at, message, status, decided_at,
                    by_staff, reason
             from dispute
             where status = ?2 and product in (select id from product where brand = ?1)
             order by opened_at, id limit 100",
            (brand, status),
            read_dispute,
        )
    }
}

impl Tx<'_> {
    /// Ends a registration that isn't erased; what hung on it ends, too.
    pub fn end_registration(
        &self,
        registration: &Registration,
        now: Instant,
        why: Ended,
    ) -> Result<()> {
        self.execute(
            "delete from registration where reference = ?1",
            [&registration.reference],
        )?;
        // Whoever waits for a unit that its holder lost is told where they look.
        if why != Ended::Transferred {
            self.execute(
                "update transfer set ends_at = ?2 where registration = ?1 and ends_at > ?2",
                (&registration.reference, now.0),
            )?;
        }
        self.drop_offers(&registration.reference, why == Ended::Transferred)?;
        self.put_former(registration, now, why)
    }

    /// Keeps a registration that ended.
    pub fn put_former(&self, registration: &Registration, at: Instant, why: Ended) -> Result<()> {
        self.execute(
            "insert into former_registration
                 (reference, code_digest, product, serial, account, registered_at, evidence, record,
                  ended_at, why)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             on conflict (reference) do update set
                 registered_at = excluded.registered_at, evidence = excluded.evidence,
                 record = excluded.record, ended_at = excluded.ended_at, why = excluded.why",
            (
                &registration.reference,
                registration.code_digest.as_slice(),
                registration.product,
                &registration.serial,
                &registration.account,
                registration.registered_at.0,
                registration.evidence.number(),
                registration.record()?,
                at.0,
                why.name(),
            ),
        )?;
        Ok(())
    }

    /// Makes one that ended the unit's registration again, in the place of the one that is.
    pub fn restore_registration(&self, former: &Former, now: Instant) -> Result<bool> {
        let one = &former.registration;
        if let Some(holder) = self.registration_of_unit(one.product, &one.serial)? {
            self.end_registration(&holder, now, Ended::Decided)?;
        }
        self.execute(
            "delete from former_registration where reference = ?1",
            [&one.reference],
        )?;
        self.put_registration(one)
    }

    /// Erases one that ended, with everything that the person gave.
    pub fn erase_former(&self, reference: &str) -> Result<()> {
        self.execute(
            "delete from former_registration where reference = ?1",
            [reference],
        )?;
        self.erase_ownership(reference)
    }

    /// Erases what hangs on a registration.
    pub(super) fn erase_ownership(&self, registration: &str) -> Result<()> {
        self.drop_offers(registration, true)?;
        self.forget_receipt(registration)?;
        self.execute(
            "delete from dispute where registration = ?1",
            [registration],
        )?;
        self.end_follows_about(registration)?;
        self.drop_mail_about(registration)
    }

    /// Links, and with them the wish of a buyer where that is not to be told how it ended.
    fn drop_offers(&self, registration: &str, with_wish: bool) -> Result<()> {
        self.execute(
            "delete from ownership_proof where registration = ?1",
            [registration],
        )?;
        if with_wish {
            self.execute(
                "delete from transfer where registration = ?1",
                [registration],
            )?;
        }
        Ok(())
    }

    /// Keeps a link that shows a buyer who holds a unit; those that ended go.
    pub fn put_ownership_proof(
        &self,
        id: &[u8; 32],
        registration: &str,
        now: Instant,
        ends_at: Instant,
    ) -> Result<()> {
        self.execute(
            "delete from ownership_proof where registration = ?1 and ends_at <= ?2",
            (registration, now.0),
        )?;
        self.execute(
            "insert into ownership_proof (id, registration, made_at, ends_at)
             values (?1, ?2, ?3, ?4)",
            (id.as_slice(), registration, now.0, ends_at.0),
        )?;
        Ok(())
    }

    /// Opens a transfer; `false` where another buyer waits for an answer.
    pub fn open_transfer(&self, new: &Transfer) -> Result<bool> {
        self.execute(
            "delete from transfer where registration = ?1 and ends_at <= ?2",
            (&new.registration, new.opened_at.0),
        )?;
        let added = self.execute(
            "insert into transfer
                 (reference, code_digest, registration, account, opened_at, ends_at)
             values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict (registration) do nothing",
            (
                &new.reference,
                new.code_digest.as_slice(),
                &new.registration,
                &new.account,
                new.opened_at.0,
                new.ends_at.0,
            ),
        )?;
        Ok(added > 0)
    }

    /// A transfer that its seller doesn't want: it ends now, and its buyer can see so.
    pub fn refuse_transfer(&self, reference: &str, now: Instant) -> Result<()> {
        self.execute(
            "update transfer set ends_at = ?2 where reference = ?1 and ends_at > ?2",
            (reference, now.0),
        )?;
        Ok(())
    }

    /// Forgets links and transfers that ended before then.
    pub fn forget_offers(&self, before: Instant) -> Result<()> {
        self.execute("delete from ownership_proof where ends_at < ?1", [before.0])?;
        self.execute("delete from transfer where ends_at < ?1", [before.0])?;
        Ok(())
    }

    /// A transfer that its buyer doesn't want any more.
    pub fn drop_transfer(&self, reference: &str) -> Result<()> {
        self.execute("delete from transfer where reference = ?1", [reference])?;
        Ok(())
    }

    /// Makes the buyer of a transfer the unit's holder.
    pub fn complete_transfer(
        &self,
        seller: &Registration,
        transfer: &Transfer,
        now: Instant,
    ) -> Result<()> {
        self.end_registration(seller, now, Ended::Transferred)?;
        self.put_registration(&Registration {
            reference: transfer.reference.clone(),
            code_digest: transfer.code_digest,
            product: seller.product,
            serial: seller.serial.clone(),
            account: transfer.account.clone(),
            registered_at: now,
            points: 0,
            path: seller.path.clone(),
            // The warranty goes with the unit; where it was bought, and by whom, does not.
            bought_on: seller.bought_on.clone(),
            shop: None,
            email: None,
            evidence: seller.evidence,
            stolen_at: None,
        })?;
        Ok(())
    }

    /// Opens a dispute; `false` where the person has one open.
    pub fn open_dispute(&self, new: &Dispute) -> Result<bool> {
        let added = self.execute(
            "insert into dispute
                 (id, registration, product, serial, opened_at, message, status, decided_at,
                  by_staff, reason)
             values (?1, ?2, ?3, ?4, ?5, ?6, 'open', null, '', '')
             on conflict (registration) where status = 'open' do nothing",
            (
                &new.id,
                &new.registration,
                new.product,
                &new.serial,
                new.opened_at.0,
                &new.message,
            ),
        )?;
        Ok(added > 0)
    }

    /// Staff decide; `false` where somebody did before.
    pub fn decide_dispute(
        &self,
        id: &str,
        status: &str,
        staff: &str,
        reason: &str,
        now: Instant,
    ) -> Result<bool> {
        let decided = self.execute(
            "update dispute set status = ?2, decided_at = ?3, by_staff = ?4, reason = ?5
             where id = ?1 and status = 'open'",
            (id, status, now.0, staff, reason),
        )?;
        Ok(decided > 0)
    }
}
