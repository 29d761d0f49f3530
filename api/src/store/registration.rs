//! Registrations: at most one a unit.

use serde::{Deserialize, Serialize};
use trace::Instant;

use super::{
    Db, Result, Serial, Tx,
    db::{from_json, to_json},
    serial::shard,
    value::Row,
};

/// What a person gave with their registration, and can have erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    path: String,
    bought_on: Option<String>,
    shop: Option<String>,
    email: Option<String>,
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
    /// Somebody registered this unit before.
    Taken,
    /// This idempotency key stood for another request before.
    KeyReused,
}

fn read(row: &Row<'_>) -> Result<Registration> {
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
    })
}

impl Db<'_> {
    /// The registration of that reference.
    pub fn registration(&self, reference: &str) -> Result<Option<Registration>> {
        self.row(
            "select reference, code_digest, product, serial, account, registered_at, points, record
             from registration where reference = ?1",
            [reference],
            read,
        )
    }

    /// The next registrations by reference, some thousand, from the first where `after` is empty;
    /// none where that was the last.
    pub fn registrations_after(&self, after: &str) -> Result<Vec<Registration>> {
        self.rows(
            "select reference, code_digest, product, serial, account, registered_at, points, record
             from registration where reference > ?1 order by reference limit 1000",
            [after],
            read,
        )
    }
}

impl Tx<'_> {
    /// Registers a unit that is on record, and books its points from the brand's account.
    pub fn register(&self, brand: &str, new: &Registration) -> Result<NewRegistration> {
        if let Some(known) = self.registration(&new.reference)? {
            let is_same = known.code_digest == new.code_digest
                && known.path == new.path
                && known.bought_on == new.bought_on
                && known.shop == new.shop
                && known.email == new.email;
            return Ok(if is_same {
                NewRegistration::Registered(known)
            } else {
                NewRegistration::KeyReused
            });
        }
        let record = Record {
            path: new.path.clone(),
            bought_on: new.bought_on.clone(),
            shop: new.shop.clone(),
            email: new.email.clone(),
        };
        let added = self.execute(
            "insert into registration
                 (reference, code_digest, product, serial, account, registered_at, points, record
                  /*pg , shard*/)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8/*pg , ?9*/)
             on conflict (/*pg shard, */product, serial) do nothing",
            (
                &new.reference,
                new.code_digest.as_slice(),
                new.product,
                &new.serial,
                &new.account,
                new.registered_at.0,
                new.points,
                to_json("registration", &record)?,
                shard(new.product, &new.serial),
            ),
        )?;
        if added == 0 {
            return Ok(NewRegistration::Taken);
        }
        self.book(
            new.registered_at,
            "registration",
            &new.reference,
            &brand_account(brand),
            &new.account,
            i64::from(new.points),
        )?;
        Ok(NewRegistration::Registered(new.clone()))
    }

    /// Deletes a registration with everything that the person gave, and books its points back.
    pub fn erase_registration(
        &self,
        brand: &str,
        registration: &Registration,
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "delete from registration where reference = ?1",
            [&registration.reference],
        )?;
        self.end_follows_about(&registration.reference)?;
        self.book(
            now,
            "registration-erased",
            &registration.reference,
            &registration.account,
            &brand_account(brand),
            i64::from(registration.points),
        )
    }
}

fn brand_account(brand: &str) -> String {
    format!("brand:{brand}")
}
