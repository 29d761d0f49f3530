//! What people did that earns points, and what a brand gives for it.

use serde::{Deserialize, Serialize};
use trace::{
    Instant,
    reward::{Act, Basis, Rules, Why},
};

use super::{
    Db, Result, Serial, StoreError, Tx,
    db::{from_json, to_json},
    value::Row,
};

/// How a reward stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RewardStatus {
    /// The points are the person's.
    Granted,
    /// The points wait in the brand's account for them.
    Held(Why),
    /// Staff found that it earns none.
    Refused,
    /// The person took it back, and the points with it.
    Returned,
    /// The person took it back when its points were spent.
    Spent,
}

impl RewardStatus {
    /// A stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RewardStatus::Granted => "granted",
            RewardStatus::Held(_) => "held",
            RewardStatus::Refused => "refused",
            RewardStatus::Returned => "returned",
            RewardStatus::Spent => "spent",
        }
    }

    /// What it is held for, by a stable name; empty where it isn't.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            RewardStatus::Held(why) => why.name(),
            _ => "",
        }
    }

    /// By its names; what a later version wrote waits for staff.
    #[must_use]
    pub fn parse(name: &str, why: &str) -> RewardStatus {
        match name {
            "granted" => RewardStatus::Granted,
            "refused" => RewardStatus::Refused,
            "returned" => RewardStatus::Returned,
            "spent" => RewardStatus::Spent,
            _ => RewardStatus::Held(Why::parse(why).unwrap_or(Why::Staff)),
        }
    }
}

/// A deed that earns points, or would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reward {
    /// What was done.
    pub act: Act,
    /// What it is known by: the reference of a registration, report or review.
    pub reference: String,
    /// Whose points they are.
    pub brand: String,
    /// The product's number in this database.
    pub product: i64,
    /// The unit that it is about; `None` where it is about none, or staff have not looked yet.
    pub serial: Option<Serial>,
    /// Whose deed it is; a digest of their session.
    pub account: String,
    /// The network that they came out of; a keyed digest, empty where it is not known.
    pub network: String,
    /// What it rests on.
    pub basis: Basis,
    /// What it earns.
    pub points: u32,
    /// How it stands.
    pub status: RewardStatus,
    /// When it was done.
    pub at: Instant,
    /// When it was granted or refused, or taken back.
    pub settled_at: Option<Instant>,
}

/// What a brand gives: rules and points by act. Points for registering stand with each product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BrandRules {
    /// What a deed must rest on, and how fast.
    pub rules: Rules,
    /// Points for giving a unit back.
    pub recycling: u32,
    /// Points for a report that staff find right.
    pub report: u32,
    /// Points for a review of a unit that the person holds.
    pub review: u32,
}

/// As it is stored.
#[derive(Serialize, Deserialize)]
struct RulesRecord {
    from: String,
    person_a_day: u32,
    person_a_month: u32,
    network_a_day: u32,
    recycling: u32,
    report: u32,
    review: u32,
}

fn basis_number(basis: Basis) -> i64 {
    match basis {
        Basis::Claimed => 0,
        Basis::Supported => 1,
        Basis::Proven => 2,
    }
}

fn read(row: &Row<'_>) -> Result<Reward> {
    let act: String = row.get(0)?;
    let basis: i64 = row.get(7)?;
    let (status, why): (String, String) = (row.get(9)?, row.get(10)?);
    let basis = Basis::ALL
        .into_iter()
        .find(|one| basis_number(*one) == basis);
    Ok(Reward {
        act: Act::parse(&act).ok_or(StoreError::Column {
            column: 0,
            wanted: "act that earns points",
        })?,
        reference: row.get(1)?,
        brand: row.get(2)?,
        product: row.get(3)?,
        serial: row.get(4)?,
        account: row.get(5)?,
        network: row.get(6)?,
        basis: basis.unwrap_or_default(),
        points: row.get(8)?,
        status: RewardStatus::parse(&status, &why),
        at: Instant(row.get(11)?),
        settled_at: row.get::<Option<i64>>(12)?.map(Instant),
    })
}

impl Db<'_> {
    /// The reward of an act with that reference.
    pub fn reward(&self, act: Act, reference: &str) -> Result<Option<Reward>> {
        self.row(
            "select act, reference, brand, product, serial, account, network, basis, points, status,
                    why, at, settled_at
             from reward where act = ?1 and reference = ?2",
            (act.name(), reference),
            read,
        )
    }

    /// The reward of a unit for an act; there is one at the most.
    pub fn reward_of_unit(
        &self,
        act: Act,
        product: i64,
        serial: &Serial,
    ) -> Result<Option<Reward>> {
        self.row(
            "select act, reference, brand, product, serial, account, network, basis, points, status,
                    why, at, settled_at
             from reward where act = ?1 and product = ?2 and serial = ?3",
            (act.name(), product, serial),
            read,
        )
    }

    /// All rewards of an account, the latest first: erasing and settling go through each.
    pub fn rewards_of(&self, account: &str) -> Result<Vec<Reward>> {
        self.rows(
            "select act, reference, brand, product, serial, account, network, basis, points, status,
                    why, at, settled_at
             from reward where account = ?1
             order by at desc, act, reference",
            [account],
            read,
        )
    }

    /// The next deeds of a brand by act and reference, some thousand; none where that was the last.
    pub fn rewards_after(&self, brand: &str, behind: (&str, &str)) -> Result<Vec<Reward>> {
        self.rows(
            "select act, reference, brand, product, serial, account, network, basis, points, status,
                    why, at, settled_at
             from reward
             where brand = ?1 and (act > ?2 or act = ?2 and reference > ?3)
             order by act, reference limit 1000",
            (brand, behind.0, behind.1),
            read,
        )
    }

    /// What waits at a brand, the longest first: some hundred, from the one after `behind`, which is
    /// when that was done and its reference.
    pub fn rewards_held_by(&self, brand: &str, behind: (Instant, &str)) -> Result<Vec<Reward>> {
        let (at, reference) = behind;
        self.rows(
            "select act, reference, brand, product, serial, account, network, basis, points, status,
                    why, at, settled_at
             from reward
             where brand = ?1 and status = 'held' and (at > ?2 or at = ?2 and reference > ?3)
             order by at, reference, act limit 100",
            (brand, at.0, reference),
            read,
        )
    }

    /// How many rewards a person was granted since a moment.
    pub fn rewards_granted_to(&self, account: &str, since: Instant) -> Result<u32> {
        let count: Option<u32> = self.row(
            "select count(*) from reward
             where account = ?1 and status = 'granted' and settled_at > ?2",
            (account, since.0),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }

    /// How many rewards that are not proven were granted out of a network since a moment.
    pub fn rewards_granted_in(&self, network: &str, since: Instant) -> Result<u32> {
        if network.is_empty() {
            return Ok(0);
        }
        let count: Option<u32> = self.row(
            "select count(*) from reward
             where network = ?1 and status = 'granted' and basis < 2 and settled_at > ?2",
            (network, since.0),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }

    /// What a brand gives; `None` for one that never said.
    pub fn reward_rules(&self, brand: &str) -> Result<Option<BrandRules>> {
        let record: Option<String> = self.row(
            "select record from reward_rule where brand = ?1",
            [brand],
            |row| row.get(0),
        )?;
        let Some(record) = record else {
            return Ok(None);
        };
        let record: RulesRecord = from_json("rewards", &record)?;
        Ok(Some(BrandRules {
            rules: Rules {
                from: Basis::parse(&record.from).unwrap_or(Basis::Proven),
                person_a_day: record.person_a_day,
                person_a_month: record.person_a_month,
                network_a_day: record.network_a_day,
            },
            recycling: record.recycling,
            report: record.report,
            review: record.review,
        }))
    }
}

impl Tx<'_> {
    /// Keeps a reward in the place of the one that its unit had, and books nothing.
    pub fn put_reward(&self, new: &Reward) -> Result<()> {
        if let Some(serial) = &new.serial {
            self.execute(
                "delete from reward where act = ?1 and product = ?2 and serial = ?3",
                (new.act.name(), new.product, serial),
            )?;
        }
        self.execute(
            "insert into reward
                 (act, reference, brand, product, serial, account, network, basis, points, status,
                  why, at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            (
                new.act.name(),
                &new.reference,
                &new.brand,
                new.product,
                &new.serial,
                &new.account,
                &new.network,
                basis_number(new.basis),
                new.points,
                new.status.name(),
                new.status.why(),
                new.at.0,
            ),
        )?;
        self.stand(new)
    }

    /// A reward stands otherwise, or rests on more, than it did.
    pub fn stand(&self, reward: &Reward) -> Result<()> {
        self.execute(
            "update reward
             set status = ?3, why = ?4, basis = ?5, settled_at = ?6, serial = ?7, account = ?8
             where act = ?1 and reference = ?2",
            (
                reward.act.name(),
                &reward.reference,
                reward.status.name(),
                reward.status.why(),
                basis_number(reward.basis),
                reward.settled_at.map(|at| at.0),
                &reward.serial,
                &reward.account,
            ),
        )?;
        Ok(())
    }

    /// What a registration earned so far, as its holder is told.
    pub fn note_points(&self, registration: &str, points: u32) -> Result<()> {
        self.execute(
            "update registration set points = ?2 where reference = ?1",
            (registration, points),
        )?;
        Ok(())
    }

    /// Sets what a brand gives.
    pub fn put_reward_rules(&self, brand: &str, rules: &BrandRules) -> Result<()> {
        let record = to_json(
            "rewards",
            &RulesRecord {
                from: rules.rules.from.name().to_owned(),
                person_a_day: rules.rules.person_a_day,
                person_a_month: rules.rules.person_a_month,
                network_a_day: rules.rules.network_a_day,
                recycling: rules.recycling,
                report: rules.report,
                review: rules.review,
            },
        )?;
        self.execute(
            "insert into reward_rule (brand, record) values (?1, ?2)
             on conflict (brand) do update set record = excluded.record",
            (brand, record),
        )?;
        Ok(())
    }

    /// Forgets which networks rewards of before a moment came out of; how many.
    pub fn forget_networks(&self, before: Instant) -> Result<usize> {
        self.execute(
            "update reward set network = '' where at < ?1 and network <> ''",
            [before.0],
        )
    }
}
