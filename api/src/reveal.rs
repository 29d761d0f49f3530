//! Revealing a unit's hidden code: once for whoever is first, and with a limit to guesses.

use std::{cmp::Ordering, net::IpAddr};

use issue::{HiddenCode, ParseCodeError, base32};
use trace::Instant;
use wire::{
    convert::rfc3339,
    form::{RevealRequest, RevealView},
};

use crate::{
    answer,
    error::ApiError,
    known, random,
    registration::code_of_path,
    reward,
    session::Session,
    state::App,
    store::{self, Evidence, Guesses, Revealed, Tx, UnitKey},
};

/// Wrong guesses at a unit out of one session before it must pause.
const FREE_IN_SESSION: u32 = 10;
/// Wrong guesses at a unit out of one network before it must pause: three sessions' worth.
const FREE_IN_NETWORK: u32 = 30;
/// The first pause, in milliseconds; each further wrong guess doubles it.
const FIRST_PAUSE_MS: i64 = 60_000;
/// The longest pause, in milliseconds.
const LONGEST_PAUSE_MS: i64 = 3_600_000;

/// Who guesses: each has lanes of its own, so that nobody can use up a stranger's.
#[derive(Clone, Debug)]
pub struct Guesser {
    /// The session, which a stranger can make as many of as they like.
    pub session: Session,
    /// The address that the request came from, of which they can't; its network counts. `None`
    /// where it is not known.
    pub address: Option<IpAddr>,
}

/// Where guesses at a unit are counted together.
#[derive(Clone, Copy, Debug)]
struct Lane {
    id: [u8; 32],
    /// Wrong guesses before the first pause.
    free: u32,
}

/// What became of a guess.
enum Guessed {
    /// It was not looked at: this many milliseconds are still to wait.
    Paused(i64),
    /// Not the code; so many may follow before a pause.
    Wrong { left: u32 },
    /// The code.
    Right(Revealed),
}

/// Reveals the hidden code of a unit, or counts a wrong guess.
pub async fn reveal(
    app: &App,
    request: &RevealRequest,
    guesser: &Guesser,
    language: &str,
) -> Result<RevealView, ApiError> {
    let code = code_of_path(&request.path)?;
    let typed = typed(&request.code)?;
    let now = app.clock.now();
    let (known, is_right) = app
        .store
        .read(|db| {
            let known = known::look_up(db, &app.issue_key, &code)?;
            let is_right = match (&known.product, known.hidden_counter()) {
                (Some(product), Some(counter)) => app.hidden_key.key(db)?.map(|key| {
                    let issuer = key.issuer(&product.gtin);
                    issuer.is_code(counter, &typed)
                }),
                _ => None,
            };
            Ok((known, is_right))
        })
        .await?;
    let (Some(unit), Some(is_right)) = (known.unit_key(), is_right) else {
        return Err(ApiError::NoHidden);
    };
    let lanes = lanes(app.store.secret(), &unit, guesser);
    let session = guesser.session.for_reveals();
    let account = guesser.session.account();
    let guessed = app
        .store
        .write(move |tx| {
            let guessed = guess(tx, &unit, &lanes, is_right, session, now)?;
            if let Guessed::Right(Revealed::First | Revealed::Yours(_)) = guessed {
                prove(tx, &unit, &account)?;
            }
            if let Guessed::Right(_) = guessed {
                reward::prove(tx, unit.product, &unit.serial, &account, now)?;
            }
            Ok(guessed)
        })
        .await?;
    let (outcome, first_at) = match guessed {
        Guessed::Paused(ms) => return Err(ApiError::Paused(ms.unsigned_abs().div_ceil(1000))),
        Guessed::Wrong { left } => return Err(ApiError::WrongHidden(left)),
        Guessed::Right(Revealed::First) => ("first", now),
        Guessed::Right(Revealed::Yours(at)) => ("yours", at),
        Guessed::Right(Revealed::Before(at)) => ("before", at),
    };
    let product = known.product.as_ref().map(|product| &product.record);
    Ok(RevealView {
        outcome: outcome.to_owned(),
        first_at: rfc3339(first_at),
        path: code.path().unwrap_or_default(),
        product: product
            .and_then(|product| answer::text(&product.name, language))
            .unwrap_or_default(),
        brand: known
            .brand
            .map(|brand| brand.name.clone())
            .unwrap_or_default(),
    })
}

/// What a person typed, read kindly; a slip is told and costs no guess.
fn typed(text: &str) -> Result<HiddenCode, ApiError> {
    let wrong = |detail: &str| ApiError::Field {
        field: "code",
        detail: detail.to_owned(),
    };
    if text.len() > 100 {
        return Err(wrong("a hidden code has 13 letters and digits"));
    }
    base32::normalize(text)
        .parse()
        .map_err(|error| match error {
            ParseCodeError::Base32(_) => wrong("a hidden code has 13 letters and digits"),
            ParseCodeError::Check => {
                wrong("one of its characters is mistyped; compare each with the pack")
            }
        })
}

/// The lanes that a guess counts in. The digests are keyed and hold the unit, so that they tell
/// nobody which network or session looked at which packs.
fn lanes(secret: &[u8; 32], unit: &UnitKey, guesser: &Guesser) -> [Lane; 2] {
    let product = unit.product.to_be_bytes();
    let serial = unit.serial.text();
    let lane = |kind: &[u8], who: &[u8], free| Lane {
        id: random::keyed_digest(secret, &[b"guess", &product, serial.as_bytes(), kind, who]),
        free,
    };
    let network = guesser.address.map(network).unwrap_or_default();
    [
        lane(b"session", guesser.session.bytes(), FREE_IN_SESSION),
        lane(b"network", &network, FREE_IN_NETWORK),
    ]
}

/// What one subscriber is given, or a provider shares among a few: the first 24 bits of an IPv4
/// address, the first 48 of an IPv6 address.
pub(crate) fn network(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets()[..3].to_vec(),
        IpAddr::V6(address) => address.octets()[..6].to_vec(),
    }
}

/// In one transaction, so that neither a reveal nor a pause can be outrun.
fn guess(
    tx: &Tx<'_>,
    unit: &UnitKey,
    lanes: &[Lane],
    is_right: bool,
    session: u64,
    now: Instant,
) -> store::Result<Guessed> {
    let mut left = u32::MAX;
    for lane in lanes {
        let guesses = tx.guesses(&lane.id)?;
        let wait = pause_ms(guesses.wrong, lane.free) - elapsed_ms(&guesses, now);
        if wait > 0 {
            return Ok(Guessed::Paused(wait));
        }
        left = left.min(lane.free.saturating_sub(guesses.wrong + 1));
    }
    if is_right {
        return Ok(Guessed::Right(tx.put_reveal(unit, session, now)?));
    }
    for lane in lanes {
        tx.put_guess(&lane.id, now)?;
    }
    Ok(Guessed::Wrong { left })
}

/// Whoever registered the unit before they revealed its code has proven now that they hold it.
fn prove(tx: &Tx<'_>, unit: &UnitKey, account: &str) -> store::Result<()> {
    match tx.registration_of_unit(unit.product, &unit.serial)? {
        Some(own) if own.account == account => tx.raise_evidence(&own.reference, Evidence::Proven),
        _ => Ok(()),
    }
}

fn elapsed_ms(guesses: &Guesses, now: Instant) -> i64 {
    now.0.saturating_sub(guesses.last_at.0)
}

/// How long a lane pauses after so many wrong guesses.
fn pause_ms(wrong: u32, free: u32) -> i64 {
    match wrong.cmp(&free) {
        Ordering::Less => 0,
        Ordering::Equal | Ordering::Greater => {
            let doublings = (wrong - free).min(10);
            (FIRST_PAUSE_MS << doublings).min(LONGEST_PAUSE_MS)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_an_hour() {
        let check =
            |wrong, minutes: i64| assert_eq!(pause_ms(wrong, 10), minutes * 60_000, "{wrong}");
        check(0, 0);
        check(9, 0);
        check(10, 1);
        check(11, 2);
        check(15, 32);
        check(16, 60);
        check(u32::MAX, 60);
    }

    #[test]
    fn neighbors_share_a_network() {
        let check = |one: &str, other: &str, is_same| {
            let of = |text: &str| network(text.parse().unwrap());
            assert_eq!(of(one) == of(other), is_same, "{one} {other}");
        };
        check("192.0.2.1", "192.0.2.254", true);
        check("192.0.2.1", "::ffff:192.0.2.9", true);
        check("192.0.2.1", "192.0.3.1", false);
        check("2001:db8:1:2::1", "2001:db8:1:ffff::2", true);
        check("2001:db8:1::1", "2001:db8:2::1", false);
    }

    #[test]
    fn slips_are_told_before_anything_is_counted() {
        let check = |text: &str, expected: &str| match typed(text) {
            Err(ApiError::Field { detail, .. }) => assert!(detail.contains(expected), "{detail}"),
            other => panic!("{text}: {other:?}"),
        };
        check("", "13 letters");
        check("ABC", "13 letters");
        check(&"A".repeat(101), "13 letters");
        check("0000000000001", "mistyped");
        assert!(typed(" oooooo-0000000").is_ok(), "zeros check to zero");
    }
}
