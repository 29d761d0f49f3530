//! What there is in a world, and what happens there: a seed → [`World`].

use std::collections::BTreeMap;

use gs1::Gtin;
use trace::{Country, Instant, Place, Role};

use crate::{
    Parameters, crime,
    land::{LANDS, MARKETS},
    life::Life,
    rng::Rng,
};

/// Milliseconds of a day.
pub const DAY_MS: i64 = 86_400_000;
/// When every world begins: 2026-01-01T00:00:00Z.
pub const START: Instant = Instant(1_767_225_600_000);
/// Pallets of a lot.
pub const PALLETS: u32 = 4;

/// So many days after `at`.
#[must_use]
pub fn days_after(at: Instant, days: f64) -> Instant {
    at.plus_ms((days * DAY_MS as f64) as i64)
}

/// A product.
#[derive(Clone, Debug)]
pub struct Product {
    /// Whose: `acme` or `brio`.
    pub brand: &'static str,
    /// Its number.
    pub gtin: Gtin,
    /// How many of its buyers check.
    pub check_rate: f64,
}

/// A batch of a product.
#[derive(Clone, Debug)]
pub struct Lot {
    /// The product, by index.
    pub product: usize,
    /// Its number.
    pub number: String,
    /// How many units it has.
    pub size: u32,
    /// The countries that it was made for, by index.
    pub markets: Vec<usize>,
    /// Whether its shops lie at a border.
    pub is_at_border: bool,
    /// When it left the plant.
    pub shipped_at: Instant,
    /// Days until it expires, from then on.
    pub keeps_days: i64,
}

impl Lot {
    /// The countries that it was made for.
    #[must_use]
    pub fn countries(&self) -> Vec<Country> {
        let lands = self.markets.iter().filter_map(|land| LANDS.get(*land));
        lands.filter_map(|land| land.country()).collect()
    }
}

/// A unit: the lot's index, and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    /// The lot, by index.
    pub lot: usize,
    /// Its number in the lot.
    pub index: u32,
}

/// What was scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The code of a unit, whoever printed it.
    Unit(Unit),
    /// A serial of a product that nobody issued.
    Invented {
        /// The product, by index.
        product: usize,
        /// The serial's number.
        serial: u64,
    },
}

/// One check.
#[derive(Clone, Debug)]
pub struct Look {
    /// When it comes to the server.
    pub received_at: Instant,
    /// When it was made by the device's clock, where it comes late.
    pub scanned_at: Option<Instant>,
    /// What was scanned.
    pub code: Code,
    /// Whether it was typed.
    pub typed: bool,
    /// Whose session.
    pub session: u64,
    /// Who.
    pub role: Role,
    /// Where, as far as the server gets to know.
    pub place: Option<Place>,
}

/// A shop: a town of a land.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shop {
    /// The country, by index.
    pub land: usize,
    /// The town, by index.
    pub town: usize,
}

/// What an event tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Sold to a person.
    Sold,
    /// Given back to the shop.
    Returned,
    /// Stolen.
    Stolen,
}

/// An event about units.
#[derive(Clone, Debug)]
pub struct Told {
    /// When it happened.
    pub at: Instant,
    /// When it was captured.
    pub captured_at: Instant,
    /// What.
    pub what: What,
    /// Which units.
    pub units: Vec<Unit>,
    /// Where.
    pub shop: Option<Shop>,
}

/// What a unit is in truth; units that are not listed are plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// On display.
    Demo,
    /// Its code is on the internet.
    Published,
    /// A script fetches its page.
    Crawled,
    /// Its code is on the packs of a campaign.
    Cloned(usize),
    /// Sold in a country that its lot was not made for.
    Diverted,
    /// Stolen.
    Stolen,
}

impl Kind {
    /// Whether a sign of cloning or diversion would be a false alarm.
    #[must_use]
    pub fn is_honest(self) -> bool {
        matches!(self, Kind::Demo | Kind::Published | Kind::Crawled)
    }
}

/// A clone campaign.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// The unit whose code it prints.
    pub source: Unit,
    /// On how many packs.
    pub copies: u32,
    /// The checks that buyers of these packs make first, on average.
    pub expected_checks: f64,
    /// In how many countries it sells.
    pub lands: usize,
}

/// A diverted lot.
#[derive(Clone, Debug)]
pub struct Diversion {
    /// The lot.
    pub lot: usize,
    /// Pallets that went astray.
    pub pallets: Vec<u32>,
    /// Where to, by index.
    pub land: usize,
}

/// A run of guesses at serials.
#[derive(Clone, Debug)]
pub struct Guessing {
    /// The product.
    pub product: usize,
    /// When it began.
    pub at: Instant,
    /// How many serials.
    pub serials: u32,
}

/// What is so, and what nobody tells the judge.
#[derive(Clone, Debug, Default)]
pub struct Truth {
    /// Units that are not plain.
    pub kinds: BTreeMap<Unit, Kind>,
    /// Clone campaigns.
    pub campaigns: Vec<Campaign>,
    /// Diverted lots.
    pub diversions: Vec<Diversion>,
    /// Runs of guesses.
    pub guessings: Vec<Guessing>,
}

/// A year of a few brands.
#[derive(Clone, Debug)]
pub struct World {
    /// What it was made from.
    pub seed: u64,
    /// What is made.
    pub products: Vec<Product>,
    /// In which lots.
    pub lots: Vec<Lot>,
    /// Checks, in the order of their arrival.
    pub looks: Vec<Look>,
    /// Events, in the order of their capture.
    pub events: Vec<Told>,
    /// What is so.
    pub truth: Truth,
}

impl World {
    /// The world of a seed.
    #[must_use]
    pub fn new(seed: u64, parameters: &Parameters) -> World {
        let mut rng = Rng::new(seed);
        let products = products(parameters);
        let lots = lots(&mut rng, parameters, products.len());
        let mut truth = Truth::default();
        crime::plan(&mut rng, parameters, &products, &lots, &mut truth);
        let mut life = Life::new(rng, parameters);
        for (index, lot) in lots.iter().enumerate() {
            let rate = products[lot.product].check_rate;
            life.lot(index, lot, rate, &mut truth);
        }
        crime::commit(&mut life, &products, &lots, &mut truth);
        let (mut looks, mut events) = (life.looks, life.events);
        looks.sort_by_key(|look| (look.received_at, look.session));
        events.sort_by_key(|event| event.captured_at);
        World {
            seed,
            products,
            lots,
            looks,
            events,
            truth,
        }
    }

    /// How many units were made.
    #[must_use]
    pub fn units(&self) -> u64 {
        self.lots.iter().map(|lot| u64::from(lot.size)).sum()
    }

    /// How many of them nothing is wrong with.
    #[must_use]
    pub fn honest_units(&self) -> u64 {
        let crooked = self.truth.kinds.values().filter(|kind| !kind.is_honest());
        self.units() - crooked.count() as u64
    }
}

/// Two brands; each has a product of every check rate.
fn products(parameters: &Parameters) -> Vec<Product> {
    let brands = [("acme", "950610"), ("brio", "950620")];
    let rates = parameters.check_rates.into_iter().enumerate();
    rates
        .flat_map(|(number, check_rate)| {
            brands.iter().filter_map(move |(brand, prefix)| {
                let body = format!("{prefix}{:06}", number + 1);
                Some(Product {
                    brand,
                    gtin: Gtin::complete(&body).ok()?,
                    check_rate,
                })
            })
        })
        .collect()
}

fn lots(rng: &mut Rng, parameters: &Parameters, products: usize) -> Vec<Lot> {
    let mut lots = Vec::new();
    for product in 0..products {
        for number in 0..parameters.lots {
            let count = 1 + rng.below(2);
            lots.push(Lot {
                product,
                number: format!("L{product}{number:02}"),
                size: rng.between(1000.0, 4000.0) as u32,
                markets: rng.choose(count, MARKETS),
                is_at_border: rng.chance(parameters.border_lots),
                shipped_at: days_after(START, rng.between(5.0, 60.0)),
                keeps_days: rng.between(200.0, 700.0) as i64,
            });
        }
    }
    lots
}
