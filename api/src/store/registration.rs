//! Registrations: at most one a unit.

use serde::{Deserialize, Serialize};
use trace::Instant;

use super::{
    Db, Ended, Result, Serial, Tx, UnitKey,
    db::{from_json, to_json},
    serial::shard,
    value::Row,
};

/// What a registration rests on, the weakest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The code that is printed on the pack for everyone to see.
    #[default]
    Claimed,
    /// A sale on record that the person knew the day of, or a receipt that staff saw.
    Supported,
    /// The hidden code, revealed by the same person, or what the shop told with its sale.
    Proven,
}

impl Evidence {
    const ALL: [Evidence; 3] = [Evidence::Claimed, Evidence::Supported, Evidence::Proven];

    /// As it crosses the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Claimed => "claimed",
            Evidence::Supported => "supported",
            Evidence::Proven => "proven",
        }
    }

    /// From its name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Evidence> {
        Evidence::ALL.into_iter().find(|one| one.name() == name)
    }

    pub(super) fn number(self) -> i64 {
        self as i64
    }

    pub(super) fn from_number(number: i64) -> Evidence {
        let known = Evidence::ALL.into_iter().find(|one| one.number() == number);
        known.unwrap_or_default()
    }
}

/// What a person gave with their registration, and can have erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) path: String,
    pub(super) bought_on: Option<String>,
    pub(super) shop: Option<String>,
    pub(super) email: Option<String>,
}

/// A registration as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// To be named when asking.
    pub reference: String,
    /// SHA-256 of the code that only the person has.
    pub code_digest: [u8; 32],
    /// The product's number in this database.
    pub product: i64,
    /// The unit's serial.
    pub serial: Serial,
    /// The account that its points are in.
    pub account: String,
    /// When it was registered.
    pub registered_at: Instant,
    /// Points booked for it.
    pub points: u32,
    /// The path of the unit's Digital Link.
    pub path: String,
    /// As given, ISO 8601.
    pub bought_on: Option<String>,
    /// As given.
    pub shop: Option<String>,
    /// As given.
    pub email: Option<String>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Since when its holder reports the unit stolen.
    pub stolen_at: Option<Instant>,
}

/// What became of an attempt to register.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one lives for a moment, on the way to its response"
)]
pub enum NewRegistration {
    /// It is registered now, or was by this very request before.
    Registered(Registration),
    /// It is registered now, and was another's on weaker evidence, who is to be told.
    Displaced(Registration, Registration),
    /// Somebody registered this unit before.
    Taken,
    /// This idempotency key stood for another request before.
    KeyReused,
}

pub(super) fn read(row: &Row<'_>) -> Result<Registration> {
    let record: Record = from_json("registration", &row.get::<String>(7)?)?;
    Ok(Registration {
        reference: row.get(0)?,
        code_digest: row.get(1)?,
        product: row.get(2)?,
        serial: row.get(3)?,
        account: row.get(4)?,
        registered_at: Instant(row.get(5)?),
        points: row.get(6)?,
        path: record.path,
        bought_on: record.bought_on,
        shop: record.shop,
        email: record.email,
        evidence: Evidence::from_number(row.get(8)?),
        stolen_at: row.get::<Option<i64>>(9)?.map(Instant),
    })
}

impl Registration {
    pub(super) fn record(&self) -> Result<String> {
        let record = Record {
            path: self.path.clone(),
            bought_on: self.bought_on.clone(),
            shop: self.shop.clone(),
            email: self.email.clone(),
        };
        to_json("registration", &record)
    }

    /// Whether it says what another one says: the same request, sent again.
    fn is_same(&self, other: &Registration) -> bool {
        self.code_digest == other.code_digest
            && self.path == other.path
            && self.bought_on == other.bought_on
            && self.shop == other.shop
            && self.email == other.email
    }
}

impl Db<'_> {
    /// The registration of that reference.
    pub fn registration(&self, reference: &str) -> Result<Option<Registration>> {
        self.row(
            "select reference, code_digest, product, serial, account, registered_at, points, record,
                    evidence, stolen_at
             from registration where reference = ?1",
            [reference],
            read,
        )
    }

    /// The registration of a unit.
    pub fn registration_of_unit(
        &self,
        product: i64,
        serial: &Serial,
    ) -> Result<Option<Registration>> {
        self.row(
            "select reference, code_digest, product, serial, account, registered_at, points, record,
                    evidence, stolen_at
             from registration where /*pg shard = ?3 and */product = ?1 and serial = ?2",
            (product, serial, shard(product, serial)),
            read,
        )
    }

    /// What an account has registered, the newest first; some hundred at most.
    pub fn registrations_of(&self, account: &str) -> Result<Vec<Registration>> {
        self.rows(
            "select reference, code_digest, product, serial, account, registered_at, points, record,
                    evidence, stolen_at
             from registration where account = ?1
             order by registered_at desc, reference limit 100",
            [account],
            read,
        )
    }

    /// The next registrations by reference, some thousand, from the first where `after` is empty;
    /// none where that was the last.
    pub fn registrations_after(&self, after: &str) -> Result<Vec<Registration>> {
        self.rows(
            "select reference, code_digest, product, serial, account, registered_at, points, record,
                    evidence, stolen_at
             from registration where reference > ?1 order by reference limit 1000",
            [after],
            read,
        )
    }
}

impl Db<'_> {
    /// The units of a product whose holders report them stolen, and have more than their word for it
    /// that these are theirs.
    pub fn stolen_units(&self, product: i64) -> Result<Vec<Serial>> {
        self.rows(
            "select serial from registration
             where product = ?1 and stolen_at is not null and evidence > ?2 order by serial",
            (product, Evidence::Claimed.number()),
            |row| row.get(0),
        )
    }
}

impl Tx<'_> {
    /// Registers a unit that is on record; what it earns is another matter. What is proven by the shop's
    /// sale is so since `sold_at`, and else since the hidden code was revealed.
    pub fn register(
        &self,
        new: &Registration,
        sold_at: Option<Instant>,
    ) -> Result<NewRegistration> {
        if let Some(known) = self.registration(&new.reference)? {
            return Ok(match known.is_same(new) {
                true => NewRegistration::Registered(known),
                false => NewRegistration::KeyReused,
            });
        }
        let mut new = new.clone();
        if new.evidence == Evidence::Proven && self.was_given_since_proven(&new, sold_at)? {
            new.evidence = Evidence::Claimed;
        }
        let holder = self.registration_of_unit(new.product, &new.serial)?;
        if let Some(holder) = &holder {
            // What rests on less gives way to a proof, and to nothing else: the day of a sale can be
            // guessed, and seen in the shop.
            if new.evidence != Evidence::Proven || holder.evidence == Evidence::Proven {
                return Ok(NewRegistration::Taken);
            }
            self.end_registration(holder, new.registered_at, Ended::Displaced)?;
        }
        if !self.put_registration(&new)? {
            return Ok(NewRegistration::Taken);
        }
        Ok(match holder {
            Some(holder) => NewRegistration::Displaced(new, holder),
            None => NewRegistration::Registered(new),
        })
    }

    /// Whether a unit was given to somebody, by its holder or by staff, after it was sold or its hidden
    /// code was revealed: whoever had it then proves nothing by that any more.
    fn was_given_since_proven(&self, new: &Registration, sold_at: Option<Instant>) -> Result<bool> {
        let unit = UnitKey {
            product: new.product,
            serial: new.serial.clone(),
        };
        let proven_at = match sold_at {
            Some(at) => Some(at),
            None => self.reveal(&unit)?.map(|reveal| reveal.first_at),
        };
        let Some(proven_at) = proven_at else {
            return Ok(false);
        };
        let given: Option<i64> = self.row(
            "select ended_at from former_registration
             where product = ?1 and serial = ?2 and why not in ('displaced', 'refused')
             order by ended_at desc limit 1",
            (new.product, &new.serial),
            |row| row.get(0),
        )?;
        Ok(given.is_some_and(|at| at >= proven_at.0))
    }

    /// `false` where the unit has a holder already.
    pub(super) fn put_registration(&self, new: &Registration) -> Result<bool> {
        let added = self.execute(
            "insert into registration
                 (reference, code_digest, product, serial, account, registered_at, points, record,
                  evidence, stolen_at/*pg , shard*/)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10/*pg , ?11*/)
             on conflict (/*pg shard, */product, serial) do nothing",
            (
                &new.reference,
                new.code_digest.as_slice(),
                new.product,
                &new.serial,
                &new.account,
                new.registered_at.0,
                new.points,
                new.record()?,
                new.evidence.number(),
                new.stolen_at.map(|at| at.0),
                shard(new.product, &new.serial),
            ),
        )?;
        Ok(added > 0)
    }

    /// Its holder has shown more than before; less changes nothing.
    pub fn raise_evidence(&self, reference: &str, evidence: Evidence) -> Result<()> {
        self.execute(
            "update registration set evidence = ?2 where reference = ?1 and evidence < ?2",
            (reference, evidence.number()),
        )?;
        Ok(())
    }

    /// Its holder reports the unit stolen, or found again.
    pub fn set_stolen(&self, reference: &str, stolen_at: Option<Instant>) -> Result<()> {
        self.execute(
            "update registration set stolen_at = ?2 where reference = ?1",
            (reference, stolen_at.map(|at| at.0)),
        )?;
        Ok(())
    }

    /// Deletes a registration with everything that the person gave.
    pub fn erase_registration(&self, registration: &Registration) -> Result<()> {
        self.execute(
            "delete from registration where reference = ?1",
            [&registration.reference],
        )?;
        self.erase_ownership(&registration.reference)
    }
}
