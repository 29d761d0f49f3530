//! People who earn points, and farms that want them without having the packs: seed → who got what.
//!
//! The judge is `trace::reward`, and what is kept between two deeds is what the server keeps.
//! A farm is rational: it does what the brand's rules pay for, knows the day of a recorded sale
//! wherever that pays (whoever scans a pack reads it in its journey), and comes before the buyer.

mod books;

use trace::reward::{Basis, Rules};

use self::books::Books;
use crate::{rng::Rng, world::DAY_MS};

/// What a pack's registration earns.
const POINTS: u32 = 50;
/// How long a season is, in days.
const SEASON: f64 = 90.0;

/// The figures that a season is made with; none was tuned on what came out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Season {
    /// Households that register what they buy.
    pub households: u32,
    /// Of these, those that buy 10 to 20 packs on one day.
    pub large: f64,
    /// Households behind a provider's address that hundreds share.
    pub shared_network: f64,
    /// Packs whose hidden code is typed in another browser than the one that registers.
    pub other_browser: f64,
    /// Packs that are registered before the hidden code is typed.
    pub code_later: f64,
    /// Packs that are registered, erased and registered again.
    pub erased: f64,
    /// Packs whose hidden code can't be read: scratched away, wet.
    pub unreadable: f64,
    /// People with such a pack who have its receipt still, and whom staff grant what is held.
    pub receipt: f64,
    /// Packs whose sale a shop records.
    pub recorded: f64,
    /// Devices of the farm, each with a session of its own.
    pub devices: u32,
    /// Networks that they come out of.
    pub networks: u32,
    /// Packs that the farm buys, and tries from every device.
    pub bought: u32,
    /// Codes that it photographed on shelves.
    pub photos: u32,
    /// Codes of a list that leaked: a whole batch, visible codes alone.
    pub leaked: u32,
}

impl Default for Season {
    fn default() -> Season {
        Season {
            households: 4000,
            large: 0.01,
            shared_network: 0.30,
            other_browser: 0.15,
            code_later: 0.50,
            erased: 0.01,
            unreadable: 0.002,
            receipt: 0.60,
            recorded: 0.60,
            devices: 1000,
            networks: 200,
            bought: 10,
            photos: 2000,
            leaked: 5000,
        }
    }
}

/// What came of a season, in points and people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Harvest {
    /// Points of honest people.
    pub honest: u64,
    /// Points of the farm, those of the packs that it bought among them.
    pub farmed: u64,
    /// Honest people.
    pub people: u64,
    /// Of these, those who got less than their packs earn.
    pub losers: u64,
}

impl Harvest {
    /// The farm's share of all points, in percent.
    #[must_use]
    pub fn farmed_percent(&self) -> f64 {
        percent(self.farmed, self.farmed + self.honest)
    }

    /// Honest people who lost nothing, in percent.
    #[must_use]
    pub fn whole_percent(&self) -> f64 {
        100.0 - percent(self.losers, self.people)
    }

    /// Of seasons together.
    #[must_use]
    pub fn and(self, other: Harvest) -> Harvest {
        Harvest {
            honest: self.honest + other.honest,
            farmed: self.farmed + other.farmed,
            people: self.people + other.people,
            losers: self.losers + other.losers,
        }
    }
}

fn percent(part: u64, all: u64) -> f64 {
    match all {
        0 => 0.0,
        all => 100.0 * part as f64 / all as f64,
    }
}

/// Somebody does something.
#[derive(Clone, Copy, Debug)]
struct Step {
    at: i64,
    person: u32,
    network: u32,
    unit: u32,
    deed: Does,
}

#[derive(Clone, Copy, Debug)]
enum Does {
    Register(Basis),
    Prove,
    Erase,
    Look,
    ShowReceipt,
}

/// One season.
#[must_use]
pub fn harvest(seed: u64, season: &Season, rules: &Rules) -> Harvest {
    let mut rng = Rng::new(seed);
    let mut steps = Vec::new();
    let mut shelf = Vec::new();
    let owed = people(&mut rng, season, &mut steps, &mut shelf);
    farm(&mut rng, season, rules, &shelf, &mut steps);
    steps.sort_by_key(|step| step.at);
    let mut books = Books::new(rules);
    for step in &steps {
        books.take(step);
    }
    let mut harvest = Harvest {
        people: u64::from(season.households),
        ..Harvest::default()
    };
    let earned = books.earned();
    let of = |person: u32| earned.get(&person).copied().unwrap_or_default();
    for (person, owed) in (0..season.households).zip(&owed) {
        harvest.honest += of(person);
        harvest.losers += u64::from(of(person) < *owed);
    }
    for device in 0..season.devices {
        harvest.farmed += of(season.households + device);
    }
    harvest
}

/// Households and what each should get; the packs that they bought are on shelves before that.
fn people(
    rng: &mut Rng,
    season: &Season,
    steps: &mut Vec<Step>,
    shelf: &mut Vec<(u32, i64, bool)>,
) -> Vec<u64> {
    let mut unit = 0;
    let mut owed = Vec::new();
    for person in 0..season.households {
        let network = match rng.chance(season.shared_network) {
            true => rng.below(20) as u32,
            false => 1000 + person,
        };
        let packs = match rng.chance(season.large) {
            true => 10 + rng.below(11),
            false => 1 + rng.below(3),
        };
        let day = rng.between(5.0, SEASON);
        let mut last = 0;
        for pack in 0..packs {
            let sold_at = (day * DAY_MS as f64) as i64;
            shelf.push((unit, sold_at, rng.chance(season.recorded)));
            let at = sold_at + 3_600_000 + pack as i64 * 120_000;
            let step = |at, deed| Step {
                at,
                person,
                network,
                unit,
                deed,
            };
            let reads = !rng.chance(season.unreadable);
            let is_later = rng.chance(season.code_later) || rng.chance(season.other_browser);
            match reads && !is_later {
                true => steps.push(step(at, Does::Register(Basis::Proven))),
                false => steps.push(step(at, Does::Register(Basis::Claimed))),
            }
            if reads && is_later {
                // Told that points wait for it, they type it the same evening; where somebody else
                // registered the pack before, they register it now.
                steps.push(step(at + 7_200_000, Does::Prove));
                steps.push(step(at + 7_200_001, Does::Register(Basis::Proven)));
            }
            if !reads && rng.chance(season.receipt) {
                steps.push(step(at + 7 * DAY_MS, Does::ShowReceipt));
            }
            if rng.chance(season.erased) {
                steps.push(step(at + 20_000_000, Does::Erase));
                let again = if reads { Basis::Proven } else { Basis::Claimed };
                steps.push(step(at + 20_100_000, Does::Register(again)));
            }
            last = at;
            unit += 1;
        }
        // They look at their points now and then.
        for days in [2, 4, 31, 62] {
            steps.push(Step {
                at: last + days * DAY_MS,
                person,
                network,
                unit: 0,
                deed: Does::Look,
            });
        }
        owed.push(packs as u64 * u64::from(POINTS));
    }
    owed
}

/// What the farm does, from all its devices.
fn farm(
    rng: &mut Rng,
    season: &Season,
    rules: &Rules,
    shelf: &[(u32, i64, bool)],
    steps: &mut Vec<Step>,
) {
    let first = season.households;
    let farmer = |device: u32| (first + device, 5000 + device % season.networks.max(1));
    let mut unit = shelf.len() as u32;
    let mut add = |at: i64, device: u32, unit: u32, deed: Does| {
        let (person, network) = farmer(device);
        steps.push(Step {
            at,
            person,
            network,
            unit,
            deed,
        });
    };
    let some = |rng: &mut Rng| rng.below(season.devices.max(1) as usize) as u32;
    // Packs that it has: proven once, tried from everywhere.
    for _ in 0..season.bought {
        let at = (rng.between(1.0, SEASON) * DAY_MS as f64) as i64;
        for device in 0..season.devices {
            add(
                at + i64::from(device),
                device,
                unit,
                Does::Register(Basis::Proven),
            );
        }
        unit += 1;
    }
    // Packs on shelves, registered before their buyers come; where a day pays, at the sale.
    for index in rng.choose(season.photos as usize, shelf.len()) {
        let (unit, sold_at, is_recorded) = shelf[index];
        let says_day = rules.from == Basis::Supported && is_recorded;
        let (at, basis) = match says_day {
            true => (sold_at + 60_000, Basis::Supported),
            false => (sold_at - DAY_MS, Basis::Claimed),
        };
        let device = some(rng);
        add(at, device, unit, Does::Register(basis));
        if rng.chance(0.1) {
            // And again, in the hope that something is counted twice.
            add(at + DAY_MS / 4, device, unit, Does::Erase);
            add(at + DAY_MS / 3, some(rng), unit, Does::Register(basis));
        }
    }
    // A batch's list, of packs that nobody has bought yet.
    for _ in 0..season.leaked {
        let at = (rng.between(0.0, SEASON) * DAY_MS as f64) as i64;
        add(at, some(rng), unit, Does::Register(Basis::Claimed));
        unit += 1;
    }
    for device in 0..season.devices {
        for day in (1..150).step_by(7) {
            add(day * DAY_MS, device, 0, Does::Look);
        }
    }
}
