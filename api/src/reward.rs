//! Points: what a deed earns by [`trace::reward`], booked and kept.
//!
//! A deed is judged in the transaction that does it. What is held is judged again when its person
//! looks (time has passed, they have proven more) and when staff decide. Whoever adds another kind
//! of deed calls [`ask`] in its transaction and [`give_back`] where it is erased.

mod decided;

use std::net::IpAddr;

use trace::{
    Instant, UnitState,
    reward::{Act, Basis, Deed, History, Reward as Judged, Why, reward},
};

pub use self::decided::{Decision, decide, decide_report};
use crate::{
    error::ApiError,
    known, random,
    registration::code_of_path,
    reveal::network,
    state::App,
    store::{
        self, Account, BrandRules, Db, Evidence, Movement, Registration, Reward, RewardStatus,
        Serial, Tx,
    },
};

const DAY_MS: i64 = 86_400_000;

impl From<Evidence> for Basis {
    fn from(evidence: Evidence) -> Basis {
        match evidence {
            Evidence::Claimed => Basis::Claimed,
            Evidence::Supported => Basis::Supported,
            Evidence::Proven => Basis::Proven,
        }
    }
}

/// A deed, as whoever does it asks for its points.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// What was done.
    pub act: Act,
    /// What it is known by.
    pub reference: &'a str,
    /// Whose product it is about.
    pub brand: &'a str,
    /// The product's number in this database.
    pub product: i64,
    /// The unit that it is about.
    pub serial: Option<&'a Serial>,
    /// Who did it.
    pub account: &'a str,
    /// The network that they came out of, as [`network_of`] has it.
    pub network: &'a str,
    /// What it rests on.
    pub basis: Basis,
    /// What the brand gives for it, in points.
    pub points: u32,
}

/// The network of an address as it is kept: a keyed digest that tells nobody which one it is.
#[must_use]
pub fn network_of(app: &App, address: Option<IpAddr>) -> String {
    let Some(address) = address else {
        return String::new();
    };
    let digest = random::keyed_digest(app.store.secret(), &[b"reward", &network(address)]);
    random::hex(&digest[..16])
}

/// What a brand gives; what the program has where it never said.
pub fn rules_of(db: &Db<'_>, brand: &str) -> store::Result<BrandRules> {
    Ok(db.reward_rules(brand)?.unwrap_or_default())
}

/// Judges a deed, and books what it earns; the same deed again changes nothing. `None` where it
/// earns nothing, with the reason.
pub fn ask(tx: &Tx<'_>, asked: &Asked<'_>, now: Instant) -> store::Result<Result<Reward, Why>> {
    if let Some(known) = tx.reward(asked.act, asked.reference)? {
        return Ok(Ok(known));
    }
    let before = match asked.serial {
        Some(serial) => tx.reward_of_unit(asked.act, asked.product, serial)?,
        None => None,
    };
    let rules = rules_of(tx, asked.brand)?;
    let history = History {
        // What staff refused was somebody's who had no right to it: the next one's is another deed.
        is_rewarded: before.as_ref().is_some_and(|one| {
            !matches!(one.status, RewardStatus::Returned | RewardStatus::Refused)
        }),
        was_taken_back: before.is_some(),
        ..pace(tx, asked.account, asked.network, now)?
    };
    let deed = Deed {
        act: asked.act,
        basis: asked.basis,
        points: asked.points,
    };
    let (status, points) = match reward(deed, &rules.rules, &history) {
        Judged::Granted(points) => (RewardStatus::Granted, points),
        Judged::Held(points, why) => (RewardStatus::Held(why), points),
        Judged::None(why) => return Ok(Err(why)),
    };
    let new = Reward {
        act: asked.act,
        reference: asked.reference.to_owned(),
        brand: asked.brand.to_owned(),
        product: asked.product,
        serial: asked.serial.cloned(),
        account: asked.account.to_owned(),
        network: asked.network.to_owned(),
        basis: asked.basis,
        points,
        status,
        at: now,
        settled_at: (status == RewardStatus::Granted).then_some(now),
    };
    tx.put_reward(&new)?;
    let person = Account::Person(asked.account);
    match status {
        RewardStatus::Granted => {
            book(tx, &new, asked.act.name(), Account::Brand, person, now)?;
            note(tx, &new, points)?;
        }
        _ => {
            let reason = format!("{}-held", asked.act.name());
            book(tx, &new, &reason, Account::Brand, Account::Held, now)?;
        }
    }
    Ok(Ok(new))
}

/// How many came from a person and a network of late.
fn pace(db: &Db<'_>, account: &str, network: &str, now: Instant) -> store::Result<History> {
    let ago = |days: i64| Instant(now.0.saturating_sub(days * DAY_MS));
    Ok(History {
        person_day: db.rewards_granted_to(account, ago(1))?,
        person_month: db.rewards_granted_to(account, ago(30))?,
        network_day: db.rewards_granted_in(network, ago(1))?,
        ..History::default()
    })
}

fn book(
    tx: &Tx<'_>,
    one: &Reward,
    reason: &str,
    from: Account<'_>,
    to: Account<'_>,
    now: Instant,
) -> store::Result<()> {
    let movement = Movement {
        reason,
        reference: &one.reference,
        brand: &one.brand,
        from,
        to,
        points: one.points,
    };
    tx.book(now, &movement)
}

/// A registration says itself what it earned.
fn note(tx: &Tx<'_>, one: &Reward, points: u32) -> store::Result<()> {
    match one.act {
        Act::Registration => tx.note_points(&one.reference, points),
        _ => Ok(()),
    }
}

/// Gives what is held to its person.
fn release(tx: &Tx<'_>, held: Reward, now: Instant) -> store::Result<()> {
    let granted = Reward {
        status: RewardStatus::Granted,
        settled_at: Some(now),
        ..held
    };
    tx.stand(&granted)?;
    let person = Account::Person(&granted.account);
    book(tx, &granted, granted.act.name(), Account::Held, person, now)?;
    note(tx, &granted, granted.points)
}

/// Judges once more what is held.
fn again(tx: &Tx<'_>, held: Reward, now: Instant) -> store::Result<()> {
    let RewardStatus::Held(why) = held.status else {
        return Ok(());
    };
    if !why.may_pass(held.basis) {
        return Ok(());
    }
    let rules = rules_of(tx, &held.brand)?;
    let history = History {
        was_taken_back: why == Why::Again,
        ..pace(tx, &held.account, &held.network, now)?
    };
    let deed = Deed {
        act: held.act,
        basis: held.basis,
        points: held.points,
    };
    match reward(deed, &rules.rules, &history) {
        Judged::Granted(_) => release(tx, held, now),
        Judged::Held(_, other) if other != why => tx.stand(&Reward {
            status: RewardStatus::Held(other),
            ..held
        }),
        Judged::Held(..) | Judged::None(_) => Ok(()),
    }
}

/// Judges once more what an account has waiting: time has passed, or it has proven more.
pub fn settle(tx: &Tx<'_>, account: &str, now: Instant) -> store::Result<()> {
    for one in tx.rewards_of(account)? {
        again(tx, one, now)?;
    }
    Ok(())
}

/// Whether looking again could change anything.
#[must_use]
pub fn may_settle(rewards: &[Reward]) -> bool {
    let may_pass = |one: &Reward| match one.status {
        RewardStatus::Held(why) => why.may_pass(one.basis),
        _ => false,
    };
    rewards.iter().any(may_pass)
}

/// Somebody typed a unit's hidden code: what they wait for on it rests on a proof now. In a
/// household one may type it and another register, so this holds whoever typed it first.
pub fn prove(
    tx: &Tx<'_>,
    product: i64,
    serial: &Serial,
    account: &str,
    now: Instant,
) -> store::Result<()> {
    for act in [Act::Registration, Act::Recycling, Act::Review] {
        let known = tx.reward_of_unit(act, product, serial)?;
        let own = known.filter(|one| one.account == account);
        if let Some(own) = own.filter(|one| matches!(one.status, RewardStatus::Held(_))) {
            let proven = Reward {
                basis: Basis::Proven,
                ..own
            };
            tx.stand(&proven)?;
            again(tx, proven, now)?;
        }
    }
    Ok(())
}

/// A registration gives way to one that rests on more: what it waited for is the other's.
/// What was granted stays: it was earned by the rules as they were.
pub fn displace(tx: &Tx<'_>, registration: &str, now: Instant) -> store::Result<()> {
    match tx.reward(Act::Registration, registration)? {
        Some(one) if matches!(one.status, RewardStatus::Held(_)) => {
            give_back(tx, Act::Registration, registration, now)
        }
        _ => Ok(()),
    }
}

/// Takes a deed back, because its person erases it or a stronger one takes its place. Points that
/// were spent stay spent, and such a unit earns no others.
pub fn give_back(tx: &Tx<'_>, act: Act, reference: &str, now: Instant) -> store::Result<()> {
    let Some(one) = tx.reward(act, reference)? else {
        return Ok(());
    };
    let reason = format!("{}-erased", act.name());
    let person = Account::Person(&one.account);
    let status = match one.status {
        RewardStatus::Held(_) => {
            book(tx, &one, &reason, Account::Held, Account::Brand, now)?;
            RewardStatus::Returned
        }
        RewardStatus::Granted if tx.points_in(person, &one.brand)? >= i64::from(one.points) => {
            book(tx, &one, &reason, person, Account::Brand, now)?;
            RewardStatus::Returned
        }
        RewardStatus::Granted => RewardStatus::Spent,
        other => other,
    };
    tx.stand(&Reward {
        status,
        settled_at: Some(now),
        // Whose it was is nobody's business any more.
        account: String::new(),
        ..one
    })
}

/// What a registration earns.
pub fn ask_for_registration(
    tx: &Tx<'_>,
    brand: &str,
    registration: &Registration,
    points: u32,
    network: &str,
    now: Instant,
) -> store::Result<Result<Reward, Why>> {
    let asked = Asked {
        act: Act::Registration,
        reference: &registration.reference,
        brand,
        product: registration.product,
        serial: Some(&registration.serial),
        account: &registration.account,
        network,
        basis: registration.evidence.into(),
        points,
    };
    ask(tx, &asked, now)
}

/// What a registration of another database had earned there, where nothing tells more of that deed.
pub fn restore_registration(
    tx: &Tx<'_>,
    brand: &str,
    registration: &Registration,
) -> store::Result<()> {
    let is_told = tx
        .reward(Act::Registration, &registration.reference)?
        .is_some();
    if registration.points == 0 || is_told {
        return Ok(());
    }
    let at = registration.registered_at;
    let earned = Reward {
        act: Act::Registration,
        reference: registration.reference.clone(),
        brand: brand.to_owned(),
        product: registration.product,
        serial: Some(registration.serial.clone()),
        account: registration.account.clone(),
        network: String::new(),
        basis: registration.evidence.into(),
        points: registration.points,
        status: RewardStatus::Granted,
        at,
        settled_at: Some(at),
    };
    tx.put_reward(&earned)?;
    let person = Account::Person(&earned.account);
    book(
        tx,
        &earned,
        Act::Registration.name(),
        Account::Brand,
        person,
        at,
    )
}

/// Packs of an account that were given back: an event says that they are destroyed, and nobody
/// earned points for it.
fn given_back(db: &Db<'_>, app: &App, account: &str) -> store::Result<Vec<GivenBack>> {
    let mut back = Vec::new();
    for registration in db.registrations_of(account)? {
        let Some(product) = db.product_record(registration.product)? else {
            continue;
        };
        let points = rules_of(db, &product.brand)?.recycling;
        let is_known = db
            .reward(Act::Recycling, &registration.reference)?
            .is_some();
        let Some(code) = code_of_path(&registration.path).ok() else {
            continue;
        };
        if points == 0 || is_known {
            continue;
        }
        let life = known::look_up(db, &app.issue_key, &code)?.life;
        if life.state == UnitState::Destroyed {
            back.push(GivenBack {
                brand: product.brand,
                registration,
                points,
            });
        }
    }
    Ok(back)
}

struct GivenBack {
    brand: String,
    registration: Registration,
    points: u32,
}

impl GivenBack {
    fn asked(&self) -> Asked<'_> {
        let one = &self.registration;
        Asked {
            act: Act::Recycling,
            reference: &one.reference,
            brand: &self.brand,
            product: one.product,
            serial: Some(&one.serial),
            account: &one.account,
            network: "",
            basis: one.evidence.into(),
            points: self.points,
        }
    }
}

/// What an account has, after what can be settled is.
///
/// # Errors
/// The database failed.
pub async fn of_account(app: &App, account: &str) -> Result<Vec<Reward>, ApiError> {
    let (rewards, back) = app
        .store
        .read(|db| Ok((db.rewards_of(account)?, given_back(db, app, account)?)))
        .await?;
    if !may_settle(&rewards) && back.is_empty() {
        return Ok(rewards);
    }
    let (own, now) = (account.to_owned(), app.clock.now());
    app.store
        .write(move |tx| {
            for one in &back {
                // Where it earns none, that is so the next time, too.
                let _ = ask(tx, &one.asked(), now)?;
            }
            settle(tx, &own, now)
        })
        .await?;
    Ok(app.store.read(|db| db.rewards_of(account)).await?)
}
