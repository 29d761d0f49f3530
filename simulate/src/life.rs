//! What honest people do with honest packs: buy, check, check again, travel, give away.

use trace::{Instant, Place, PlaceSource, Point, Role};

use crate::{
    Parameters,
    land::{EXITS, HOLIDAYS, LANDS},
    rng::Rng,
    world::{Code, DAY_MS, Kind, Look, Lot, PALLETS, Shop, Told, Truth, Unit, What, days_after},
};

/// What rounding to 0.05° adds to a device's accuracy, in meters, as the server has it.
const COARSE_M: f64 = 4_000.0;

/// Makes people, and writes down what they do.
pub(crate) struct Life<'p> {
    pub(crate) rng: Rng,
    pub(crate) parameters: &'p Parameters,
    pub(crate) looks: Vec<Look>,
    pub(crate) events: Vec<Told>,
    sessions: u64,
}

/// How much a person lets the server know of their place.
#[derive(Clone, Copy)]
enum Shows {
    Device,
    Country { exit: Option<usize> },
    Nothing,
}

/// Somebody with a phone.
pub(crate) struct Person {
    home: Shop,
    shows: Shows,
    /// What their clock is ahead, in ms.
    clock_ms: i64,
    session: u64,
}

impl<'p> Life<'p> {
    pub(crate) fn new(rng: Rng, parameters: &'p Parameters) -> Life<'p> {
        Life {
            rng,
            parameters,
            looks: Vec::new(),
            events: Vec::new(),
            sessions: 0,
        }
    }

    fn session(&mut self) -> u64 {
        self.sessions += 1;
        // As a digest would be, but the same for the same seed.
        self.sessions.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// A town of a land.
    pub(crate) fn shop(&mut self, land: usize) -> Shop {
        let towns = LANDS.get(land).map_or(0, |land| land.towns.len());
        Shop {
            land,
            town: self.rng.below(towns),
        }
    }

    pub(crate) fn person(&mut self, home: Shop) -> Person {
        let p = self.parameters;
        let rng = &mut self.rng;
        let shows = if rng.chance(p.device_share) {
            Shows::Device
        } else if rng.chance(p.country_share) {
            let is_wrong = rng.chance(p.wrong_country);
            Shows::Country {
                exit: is_wrong.then(|| rng.pick(EXITS).copied()).flatten(),
            }
        } else {
            Shows::Nothing
        };
        let clock_ms = match (rng.chance(p.wrong_clock), rng.chance(0.2)) {
            (false, _) => rng.between(-5_000.0, 5_000.0),
            (true, false) => rng.between(-600_000.0, 600_000.0),
            (true, true) => rng.between(-1.0, 1.0) * DAY_MS as f64,
        };
        Person {
            home,
            shows,
            clock_ms: clock_ms as i64,
            session: self.session(),
        }
    }

    /// One check, somewhere.
    pub(crate) fn look(&mut self, person: &Person, code: Code, at: Instant, place: Shop) {
        let is_late = self.rng.chance(self.parameters.late);
        let delay = self.rng.between(0.2, 10.0);
        let place = self.place(person.shows, place);
        self.looks.push(Look {
            received_at: if is_late { days_after(at, delay) } else { at },
            scanned_at: is_late.then(|| at.plus_ms(person.clock_ms)),
            code,
            typed: false,
            session: person.session,
            role: Role::Consumer,
            place,
        });
    }

    fn place(&mut self, shows: Shows, at: Shop) -> Option<Place> {
        let land = LANDS.get(at.land)?;
        match shows {
            Shows::Nothing => None,
            Shows::Country { exit } => Some(Place {
                source: PlaceSource::Address,
                country: LANDS.get(exit.unwrap_or(at.land))?.country(),
                point: None,
                accuracy_m: None,
                name: None,
            }),
            Shows::Device => {
                let center = land.point(at.town)?;
                let mut off = || self.rng.between(-0.1, 0.1);
                let point = Point::new(center.lat + off(), center.lon + off())?;
                Some(Place {
                    source: PlaceSource::Device,
                    country: land.country(),
                    point: Some(point.coarse()),
                    accuracy_m: Some(self.rng.log_uniform(10.0, 2_000.0) + COARSE_M),
                    name: Some(land.towns.get(at.town)?.0.to_owned()),
                })
            }
        }
    }

    /// The first visit, and those that follow.
    fn visits(&mut self, mut person: Person, code: Code, first: Instant, shop: Option<Shop>) {
        let mut at = first;
        let mut place = shop.unwrap_or(person.home);
        loop {
            self.look(&person, code, at, place);
            if !self.rng.chance(self.parameters.repeat) {
                return;
            }
            let days = self.rng.wait(15.0);
            at = days_after(at, days);
            place = self.whereabouts(&person, days);
            if self.rng.chance(self.parameters.lost_session) {
                person.session = self.session();
            }
        }
    }

    /// At home, or on a journey, where there was a day to get there.
    fn whereabouts(&mut self, person: &Person, days: f64) -> Shop {
        if !self.rng.chance(self.parameters.journey) || days < 1.0 {
            return person.home;
        }
        let land = self.rng.pick(HOLIDAYS).copied().unwrap_or_default();
        self.shop(land)
    }

    /// Somebody buys a pack near home, and lives with it.
    pub(crate) fn buyer(&mut self, code: Code, shop: Shop, bought_at: Instant, rate: f64) {
        self.buyer_from(shop, code, shop, bought_at, rate);
    }

    /// Somebody from `home` buys a pack, and lives with it.
    fn buyer_from(&mut self, home: Shop, code: Code, shop: Shop, bought_at: Instant, rate: f64) {
        let p = self.parameters;
        if self.rng.chance(rate) {
            let person = self.person(home);
            if self.rng.chance(0.2) {
                // Before paying.
                self.visits(person, code, bought_at.plus_ms(-600_000), Some(shop));
            } else {
                // Whoever comes from far away has to get home first.
                let way = if home == shop { 0.0 } else { 0.5 };
                let days = way + self.rng.wait(2.0);
                let place = self.whereabouts(&person, days);
                self.visits(person, code, days_after(bought_at, days), Some(place));
            }
            if self.rng.chance(p.second_person) {
                let person = self.person(home);
                let first = days_after(bought_at, 0.5 + self.rng.wait(10.0));
                self.visits(person, code, first, None);
            }
        }
        let next = if self.rng.chance(p.resale) {
            // Whoever buys from a stranger looks more closely.
            let is_far = self.rng.chance(0.15);
            Some((is_far, self.rng.between(30.0, 150.0), (3.0 * rate).min(0.6)))
        } else if self.rng.chance(p.gift_abroad) {
            Some((true, self.rng.between(1.0, 40.0), rate))
        } else {
            None
        };
        if let Some((is_abroad, days, rate)) = next {
            let land = match is_abroad {
                true => self.rng.below(LANDS.len()),
                false => home.land,
            };
            let there = self.shop(land);
            let at = days_after(bought_at, days);
            if self.rng.chance(rate) {
                let person = self.person(there);
                self.visits(person, code, at, None);
            }
        }
    }

    /// Everything honest that happens to the units of a lot.
    pub(crate) fn lot(&mut self, lot: usize, made: &Lot, rate: f64, truth: &mut Truth) {
        let p = self.parameters;
        for index in 0..made.size {
            let unit = Unit { lot, index };
            let land = self.rng.pick(&made.markets).copied().unwrap_or_default();
            let shop = self.shop(land);
            let sold_at = days_after(made.shipped_at, 10.0 + self.rng.between(0.0, 120.0));
            // What became of these is told elsewhere.
            if truth.kinds.contains_key(&unit) {
                continue;
            }
            if self.rng.chance(p.demo) {
                truth.kinds.insert(unit, Kind::Demo);
                self.on_display(unit, shop, days_after(made.shipped_at, 12.0));
                continue;
            }
            let before = self.looks.len();
            let home = self.home_of_buyer(made, shop);
            self.buyer_from(home, Code::Unit(unit), shop, sold_at, rate);
            if self.rng.chance(p.published) {
                truth.kinds.insert(unit, Kind::Published);
                self.on_the_internet(unit, land, sold_at);
            } else if self.rng.chance(p.crawled) {
                truth.kinds.insert(unit, Kind::Crawled);
                self.fetched(unit, sold_at);
            }
            if self.rng.chance(p.inspected) {
                self.inspected(unit, shop, sold_at.plus_ms(-DAY_MS));
            }
            // Sales of packs that nobody ever checks change no verdict.
            if self.looks.len() > before {
                self.sale(unit, shop, sold_at);
            }
        }
    }

    /// People from across a border take it home.
    fn home_of_buyer(&mut self, made: &Lot, shop: Shop) -> Shop {
        let is_across = made.is_at_border && self.rng.chance(self.parameters.across_border);
        let neighbors = LANDS.get(shop.land).map_or(&[][..], |land| land.neighbors);
        match self.rng.pick(neighbors).copied() {
            Some(neighbor) if is_across => self.shop(neighbor),
            _ => shop,
        }
    }

    /// A sale, where the shop reports it; now and then the pack comes back and is sold again.
    pub(crate) fn sale(&mut self, unit: Unit, shop: Shop, at: Instant) {
        if !self.rng.chance(self.parameters.reported_sales) {
            return;
        }
        self.tell(What::Sold, unit, shop, at);
        if self.rng.chance(self.parameters.returned) {
            let back = days_after(at, self.rng.between(1.0, 14.0));
            self.tell(What::Returned, unit, shop, back);
            self.tell(What::Sold, unit, shop, days_after(back, 5.0));
        }
    }

    fn tell(&mut self, what: What, unit: Unit, shop: Shop, at: Instant) {
        self.events.push(Told {
            at,
            // Tills send what they sold over night.
            captured_at: days_after(at, self.rng.between(0.0, 1.0)),
            what,
            units: vec![unit],
            shop: Some(shop),
        });
    }

    /// Passers-by scan what lies in the shop; a few look again at home.
    fn on_display(&mut self, unit: Unit, shop: Shop, from: Instant) {
        let count = self.rng.log_uniform(3.0, 60.0) as u32;
        let days = self.rng.between(60.0, 180.0);
        for _ in 0..count {
            let at = days_after(from, self.rng.between(0.0, days));
            let mut person = self.person(shop);
            self.look(&person, Code::Unit(unit), at, shop);
            if self.rng.chance(0.05) {
                if self.rng.chance(self.parameters.lost_session) {
                    person.session = self.session();
                }
                let later = days_after(at, self.rng.wait(3.0));
                self.look(&person, Code::Unit(unit), later, shop);
            }
        }
    }

    fn on_the_internet(&mut self, unit: Unit, land: usize, from: Instant) {
        let count = self.rng.log_uniform(10.0, 200.0) as u32;
        for _ in 0..count {
            let at = days_after(from, self.rng.wait(5.0));
            let land = match self.rng.chance(0.6) {
                true => land,
                false => self.rng.below(LANDS.len()),
            };
            let home = self.shop(land);
            let person = self.person(home);
            self.look(&person, Code::Unit(unit), at, home);
        }
    }

    /// A script, once a week, always from the same network and never with a cookie.
    fn fetched(&mut self, unit: Unit, from: Instant) {
        let count = self.rng.between(5.0, 40.0) as u32;
        let land = self.rng.pick(EXITS).copied().unwrap_or_default();
        let home = self.shop(land);
        let mut person = self.person(home);
        person.shows = Shows::Country { exit: None };
        for week in 0..count {
            person.session = self.session();
            let at = days_after(from, 7.0 * f64::from(week));
            self.look(&person, Code::Unit(unit), at, home);
        }
    }

    fn inspected(&mut self, unit: Unit, shop: Shop, at: Instant) {
        let mut person = self.person(shop);
        person.shows = Shows::Device;
        self.look(&person, Code::Unit(unit), at, shop);
        if let Some(look) = self.looks.last_mut() {
            look.role = Role::Inspector;
        }
    }

    /// Who tries serials, one after the other, with a new session each time.
    pub(crate) fn guesses(&mut self, product: usize, from: Instant, count: u32) {
        let land = self.rng.below(LANDS.len());
        let home = self.shop(land);
        let mut person = self.person(home);
        for number in 0..count {
            person.session = self.session();
            let serial = self.rng.bits() >> 4;
            let code = Code::Invented { product, serial };
            self.look(
                &person,
                code,
                from.plus_ms(i64::from(number) * 30_000),
                home,
            );
        }
    }

    /// Somebody slips while typing a serial.
    pub(crate) fn slip(&mut self, product: usize, land: usize, at: Instant) {
        let home = self.shop(land);
        let person = self.person(home);
        let serial = self.rng.bits() >> 4;
        self.look(&person, Code::Invented { product, serial }, at, home);
        if let Some(look) = self.looks.last_mut() {
            look.typed = true;
        }
    }

    /// The pallet of a unit.
    pub(crate) fn pallet(lot: &Lot, unit: Unit) -> u32 {
        (u64::from(unit.index) * u64::from(PALLETS) / u64::from(lot.size.max(1))) as u32
    }
}
