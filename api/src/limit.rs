//! How much may come from one place, and be asked of one code: request → go on, or wait.
//!
//! Whole crowds share an address: a shop's network, or a carrier that puts thousands of phones
//! behind one. So looking up is all but free, and what is rationed is what a crowd doesn't do:
//! asking for one serial after another that was never issued. DESIGN.md says more.
//!
//! | what | counted by | takes |
//! |---|---|---|
//! | a look-up | address, block, and the unit that is asked about | one, before it |
//! | a guess: a serial that its product doesn't have | address, block | one, once it is known; the same one again is free for an hour |
//! | a form | address, block | one, before it |
//! | a code of a sweep | the inspector's organisation | one, before the sweep |
//!
//! An address is an IPv4 address or an IPv6 network of 64 bits; its block (24 and 48 bits) may do
//! [`BLOCK`] times as much.

mod rate;
mod table;

use std::net::IpAddr;

use trace::Instant;

pub use rate::{Limit, Rate, RateError};
use table::Table;

use crate::{code::Code, error::ApiError, http::client::Client};

/// How much more a block may do than an address.
pub const BLOCK: u32 = 8;
/// How long the same guess is free, in microseconds.
const SAME_GUESS_US: u64 = 3600 * 1_000_000;

/// The limits that an operator sets.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Limits {
    /// Look-ups from one address: so many at once, and so many more in a time.
    #[arg(
        long = "limit-lookups",
        env = "TOUCHSTONE_LIMIT_LOOKUPS",
        default_value_t = Limits::default().lookups,
        value_name = "RATE"
    )]
    pub lookups: Limit,
    /// Serials asked for from one address that their product doesn't have.
    #[arg(
        long = "limit-guesses",
        env = "TOUCHSTONE_LIMIT_GUESSES",
        default_value_t = Limits::default().guesses,
        value_name = "RATE"
    )]
    pub guesses: Limit,
    /// Forms sent from one address.
    #[arg(
        long = "limit-forms",
        env = "TOUCHSTONE_LIMIT_FORMS",
        default_value_t = Limits::default().forms,
        value_name = "RATE"
    )]
    pub forms: Limit,
    /// Look-ups of one unit, from everywhere.
    #[arg(
        long = "limit-code",
        env = "TOUCHSTONE_LIMIT_CODE",
        default_value_t = Limits::default().code,
        value_name = "RATE"
    )]
    pub code: Limit,
    /// Codes that the inspectors of one organisation have judged.
    #[arg(
        long = "limit-sweeps",
        env = "TOUCHSTONE_LIMIT_SWEEPS",
        default_value_t = Limits::default().sweeps,
        value_name = "RATE"
    )]
    pub sweeps: Limit,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            lookups: Limit(Some(Rate::per_second(2000, 100))),
            guesses: Limit(Some(Rate::per_minute(20, 20))),
            forms: Limit(Some(Rate::per_second(300, 2))),
            code: Limit(Some(Rate::per_second(2000, 200))),
            // A hundred inspectors who sweep 300 packs each at once, and 50 a second after that.
            sweeps: Limit(Some(Rate::per_second(30_000, 50))),
        }
    }
}

impl Limits {
    /// None at all.
    pub const OFF: Limits = Limits {
        lookups: Limit(None),
        guesses: Limit(None),
        forms: Limit(None),
        code: Limit(None),
        sweeps: Limit(None),
    };
}

/// What a bucket is for; part of its key.
#[derive(Clone, Copy, Hash)]
enum Kind {
    LookUp,
    Guess,
    Form,
    Code,
    Sweep,
}

/// The limits with what was used of them. In memory, of fixed size, gone with the process.
pub struct Limiter {
    limits: Limits,
    table: Table,
    /// Guesses of the last hour. Apart, since an entry there lasts longer than any bucket.
    guesses: Table,
}

impl Limiter {
    /// With nothing used.
    #[must_use]
    pub fn new(limits: Limits) -> Limiter {
        Limiter {
            limits,
            table: Table::new(),
            guesses: Table::new(),
        }
    }

    /// Before a look-up.
    ///
    /// # Errors
    /// [`ApiError::TooMany`].
    pub fn look_up(
        &self,
        client: Option<Client>,
        code: &Code,
        now: Instant,
    ) -> Result<(), ApiError> {
        let unit = unit(code);
        if let Some(client) = client {
            if unit.is_some() {
                self.may_guess(client, now)?;
            }
            self.take(Kind::LookUp, self.limits.lookups, client, now)?;
        }
        if let (Some(unit), Limit(Some(rate))) = (unit, self.limits.code) {
            let key = self.table.key((Kind::Code, unit));
            self.table.take(key, rate, us(now)).map_err(too_many)?;
        }
        Ok(())
    }

    /// Before a sweep of so many codes, by inspectors of an organisation.
    ///
    /// # Errors
    /// [`ApiError::TooMany`]; nothing was taken then.
    pub fn sweep(&self, organisation: &str, codes: usize, now: Instant) -> Result<(), ApiError> {
        let Limit(Some(rate)) = self.limits.sweeps else {
            return Ok(());
        };
        let key = self.table.key((Kind::Sweep, organisation));
        let count = u32::try_from(codes).unwrap_or(u32::MAX);
        let taken = self.table.take_many(key, rate, count, us(now));
        taken.map_err(too_many)
    }

    /// Before a form.
    ///
    /// # Errors
    /// [`ApiError::TooMany`].
    pub fn form(&self, client: Option<Client>, now: Instant) -> Result<(), ApiError> {
        let Some(client) = client else { return Ok(()) };
        self.may_guess(client, now)?;
        self.take(Kind::Form, self.limits.forms, client, now)
    }

    /// Before a form of the desk, whoever guesses beside it.
    ///
    /// # Errors
    /// [`ApiError::TooMany`].
    pub fn desk_form(&self, client: Option<Client>, now: Instant) -> Result<(), ApiError> {
        match client {
            Some(client) => self.take(Kind::Form, self.limits.forms, client, now),
            None => Ok(()),
        }
    }

    /// After a look-up of a serial which its product doesn't have.
    pub fn guessed(&self, client: Option<Client>, code: &Code, now: Instant) {
        let (Some(Client { address, .. }), Some(unit)) = (client, unit(code)) else {
            return;
        };
        let same = self.guesses.key((Places::of(address).address, unit));
        let until = us(now) + SAME_GUESS_US;
        if !self.guesses.mark(same, until, us(now)) {
            self.failed(client, now);
        }
    }

    /// After a form about such a serial.
    pub fn failed(&self, client: Option<Client>, now: Instant) {
        let (Some(client), Limit(Some(rate))) = (client, self.limits.guesses) else {
            return;
        };
        for (place, rate) in Places::of(client.address).with(rate) {
            let key = self.table.key((Kind::Guess, place));
            self.table.charge(key, rate, us(now));
        }
    }

    /// Refused before the answer, so that whoever guesses learns nothing from being refused.
    fn may_guess(&self, client: Client, now: Instant) -> Result<(), ApiError> {
        let Limit(Some(rate)) = self.limits.guesses else {
            return Ok(());
        };
        for (place, rate) in Places::of(client.address).with(rate) {
            let key = self.table.key((Kind::Guess, place));
            match self.table.wait_us(key, rate, us(now)) {
                0 => {}
                wait => return Err(too_many(wait)),
            }
        }
        Ok(())
    }

    fn take(&self, kind: Kind, limit: Limit, client: Client, now: Instant) -> Result<(), ApiError> {
        let Limit(Some(rate)) = limit else {
            return Ok(());
        };
        for (place, rate) in Places::of(client.address).with(rate) {
            let key = self.table.key((kind, place));
            self.table.take(key, rate, us(now)).map_err(too_many)?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for Limiter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Limiter").field(&self.limits).finish()
    }
}

/// An address and its block, as bits with how many of them count.
struct Places {
    address: (u128, u8),
    block: (u128, u8),
}

impl Places {
    fn of(address: IpAddr) -> Places {
        let cut = |bits: u128, width: u8, count: u8| (bits >> (width - count), count);
        match address.to_canonical() {
            IpAddr::V4(address) => {
                let bits = u128::from(address.to_bits());
                Places {
                    address: cut(bits, 32, 32),
                    block: cut(bits, 32, 24),
                }
            }
            IpAddr::V6(address) => Places {
                address: cut(address.to_bits(), 128, 64),
                block: cut(address.to_bits(), 128, 48),
            },
        }
    }

    fn with(&self, rate: Rate) -> [((u128, u8), Rate); 2] {
        [(self.address, rate), (self.block, rate.times(BLOCK))]
    }
}

/// What names one unit in a code; `None` where it names none.
fn unit(code: &Code) -> Option<(&str, &str)> {
    let identity = code.identity.as_ref()?;
    let serial = identity.serial.as_deref()?;
    Some((identity.gtin()?.as_str(), serial))
}

fn us(now: Instant) -> u64 {
    now.0.unsigned_abs().saturating_mul(1000)
}

fn too_many(wait_us: u64) -> ApiError {
    ApiError::TooMany {
        seconds: wait_us.div_ceil(1_000_000),
    }
}
