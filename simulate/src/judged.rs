//! A world as the judge sees it: checks folded and judged in the order of their arrival, by the
//! functions that the server calls.

use std::collections::{BTreeMap, BTreeSet};

use trace::{
    BatchFacts, Check, CheckState, CodeFacts, Facts, Input, Instant, Life, LotSeen, Place,
    PlaceSource, Policy, ProductFacts, Serials, Signal, Standing, Traded, UnitFacts, UnitState,
    judge, signs,
};

use crate::{
    Code, LANDS, Look, Shop, Told, Unit, What, World,
    world::{DAY_MS, days_after},
};

/// What the judge told of a unit, over all its checks.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// When it was first suspect.
    pub suspect_since: Option<Instant>,
    /// By which signals.
    pub signals: BTreeSet<Signal>,
    /// Whether it was ever blocked.
    pub is_blocked: bool,
    /// How many checks it had.
    pub checks: u32,
}

/// What the judge made of a world.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// By unit; units that nobody checked are not there.
    pub units: BTreeMap<Unit, Account>,
    /// Lots that were found astray, with the time.
    pub lots: BTreeMap<usize, Instant>,
    /// By product and day, serials that nobody issued.
    pub never_issued: BTreeMap<(usize, i64), u32>,
}

struct Known {
    checks: CheckState,
    life: Life,
    trade: Vec<Traded>,
}

/// Feeds a world to the judge.
#[must_use]
pub fn judged(world: &World, policy: &Policy) -> Judged {
    let mut court = Court {
        world,
        policy,
        units: BTreeMap::new(),
        lots: vec![LotSeen::default(); world.lots.len()],
        judged: Judged::default(),
    };
    let mut events = world.events.iter().peekable();
    for look in &world.looks {
        while let Some(event) = events.next_if(|event| event.captured_at <= look.received_at) {
            court.hear(event);
        }
        court.look(look);
    }
    court.judged
}

struct Court<'w> {
    world: &'w World,
    policy: &'w Policy,
    units: BTreeMap<Unit, Known>,
    lots: Vec<LotSeen>,
    judged: Judged,
}

impl Court<'_> {
    fn known(&mut self, unit: Unit) -> &mut Known {
        self.units.entry(unit).or_insert_with(|| Known {
            checks: CheckState::default(),
            life: Life::default(),
            trade: Vec::new(),
        })
    }

    fn hear(&mut self, event: &Told) {
        for unit in &event.units {
            let known = self.known(*unit);
            let state = match event.what {
                What::Sold => UnitState::Sold,
                What::Returned => UnitState::Active,
                What::Stolen => UnitState::Stolen,
            };
            // In the order of their own time, as the server folds them.
            if known.life.since.is_none_or(|since| since <= event.at) {
                known.life = Life {
                    state,
                    since: Some(event.at),
                    location: None,
                };
            }
            known.trade.push(Traded {
                at: event.at,
                is_sale: event.what == What::Sold,
                location: event.shop.map(|shop| format!("{shop:?}")),
                place: event.shop.and_then(place_of),
            });
            known.trade.sort_by_key(|traded| traded.at);
        }
    }

    fn look(&mut self, look: &Look) {
        let unit = match look.code {
            Code::Unit(unit) => unit,
            Code::Invented { product, .. } => {
                // What was typed is asked to be compared first, and says nothing.
                if !look.typed {
                    let day = look.received_at.0.div_euclid(DAY_MS);
                    *self.judged.never_issued.entry((product, day)).or_default() += 1;
                }
                return;
            }
        };
        let check = check_of(look);
        let (world, policy) = (self.world, self.policy);
        let lot = &world.lots[unit.lot];
        let markets = lot.countries();
        let known = self.known(unit);
        let country = known.checks.new_country(&check);
        known.checks = std::mem::take(&mut known.checks).after(&check, policy);
        let (checks, life, trade) = (
            known.checks.clone(),
            known.life.clone(),
            known.trade.clone(),
        );
        if let Some(country) = country {
            let seen = std::mem::take(&mut self.lots[unit.lot]);
            self.lots[unit.lot] = seen.with(country, 1);
        }
        let astray = self.lots[unit.lot].astray(&markets);
        let astray = astray.filter(|_| policy.weigh(Signal::LotAstray, 100) > 0);
        if astray.is_some() {
            let lots = &mut self.judged.lots;
            lots.entry(unit.lot).or_insert(look.received_at);
        }
        let facts = Facts {
            product: Some(ProductFacts {
                brand: world.products[lot.product].brand.to_owned(),
                safety_critical: false,
                serials: Serials::Declared(None),
                is_in_house: false,
            }),
            batch: Some(BatchFacts {
                number: lot.number.clone(),
                expiry: Some(days_after(lot.shipped_at, lot.keeps_days as f64).date()),
                markets,
                astray,
                ..BatchFacts::default()
            }),
            unit: Some(UnitFacts {
                life,
                ..UnitFacts::default()
            }),
            checks,
            place: look.place.clone(),
            trade,
            ..Facts::unknown(Input::Scanned, code_facts(unit))
        };
        let verdict = judge(&facts, policy, look.received_at.date());
        let told = self.judged.units.entry(unit).or_default();
        told.checks += 1;
        told.is_blocked |= verdict.standing == Standing::Blocked;
        let is_suspect =
            verdict.standing == Standing::Suspect || verdict.also.contains(&Standing::Suspect);
        if is_suspect {
            told.suspect_since.get_or_insert(look.received_at);
            let signs = signs(&facts, policy);
            told.signals.extend(signs.iter().map(|sign| sign.signal));
        }
    }
}

fn code_facts(unit: Unit) -> CodeFacts {
    CodeFacts {
        is_identity: true,
        batch: None,
        serial: Some(format!("{}", unit.index)),
        expiry: None,
        best_before: None,
    }
}

/// As the server clamps it.
fn check_of(look: &Look) -> Check {
    let at = look.scanned_at.unwrap_or(look.received_at);
    let oldest = look.received_at.plus_days(-31);
    Check {
        at: at.clamp(oldest, look.received_at),
        role: look.role,
        session: look.session,
        place: look.place.clone(),
    }
}

/// A shop whose place is on record.
fn place_of(shop: Shop) -> Option<Place> {
    let land = LANDS.get(shop.land)?;
    Some(Place {
        source: PlaceSource::Device,
        country: land.country(),
        point: land.point(shop.town),
        accuracy_m: None,
        name: land.towns.get(shop.town).map(|town| town.0.to_owned()),
    })
}
