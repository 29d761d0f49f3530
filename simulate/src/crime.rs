//! What goes wrong: codes copied, lots led astray, pallets stolen, serials tried.

use trace::Instant;

use crate::{
    Parameters,
    land::{LANDS, MARKETS},
    life::Life,
    rng::Rng,
    world::{
        Campaign, Code, Diversion, Guessing, Kind, Lot, PALLETS, Product, START, Told, Truth, Unit,
        What, days_after,
    },
};

/// Decides which lots and units it happens to.
pub(crate) fn plan(
    rng: &mut Rng,
    parameters: &Parameters,
    products: &[Product],
    lots: &[Lot],
    truth: &mut Truth,
) {
    let bad = rng.choose(
        parameters.diverted_lots + parameters.stolen_lots,
        lots.len(),
    );
    let (diverted, stolen) = bad.split_at(parameters.diverted_lots.min(bad.len()));
    for lot in diverted {
        divert(rng, *lot, &lots[*lot], truth);
    }
    for lot in stolen {
        let pallet = rng.below(PALLETS as usize) as u32;
        mark(*lot, &lots[*lot], &[pallet], Kind::Stolen, truth);
    }
    for number in 0..parameters.campaigns {
        // Each check rate gets as many as another.
        let product = number % products.len();
        let own: Vec<usize> = (0..lots.len())
            .filter(|lot| lots[*lot].product == product && !bad.contains(lot))
            .collect();
        let Some(lot) = rng.pick(&own).copied() else {
            continue;
        };
        let index = rng.below(lots[lot].size as usize) as u32;
        let source = Unit { lot, index };
        let copies = rng.log_uniform(20.0, 5000.0) as u32;
        let campaign = truth.campaigns.len();
        truth.kinds.insert(source, Kind::Cloned(campaign));
        truth.campaigns.push(Campaign {
            source,
            copies,
            expected_checks: f64::from(copies) * products[product].check_rate,
            lands: 1 + rng.below(4),
        });
    }
    for _ in 0..parameters.guessers {
        truth.guessings.push(Guessing {
            product: rng.below(products.len()),
            at: days_after(START, rng.between(60.0, 300.0)),
            serials: rng.between(30.0, 400.0) as u32,
        });
    }
}

/// Two to four pallets go to one country that the lot was not made for.
fn divert(rng: &mut Rng, lot: usize, made: &Lot, truth: &mut Truth) {
    let lands: Vec<usize> = (0..LANDS.len())
        .filter(|land| !made.markets.contains(land))
        .collect();
    let Some(land) = rng.pick(&lands).copied() else {
        return;
    };
    let count = 2 + rng.below(3);
    let chosen = rng.choose(count, PALLETS as usize);
    let pallets: Vec<u32> = chosen.into_iter().map(|pallet| pallet as u32).collect();
    mark(lot, made, &pallets, Kind::Diverted, truth);
    truth.diversions.push(Diversion { lot, pallets, land });
}

fn mark(lot: usize, made: &Lot, pallets: &[u32], kind: Kind, truth: &mut Truth) {
    for index in 0..made.size {
        let unit = Unit { lot, index };
        if pallets.contains(&Life::pallet(made, unit)) {
            truth.kinds.insert(unit, kind);
        }
    }
}

/// Does it.
pub(crate) fn commit(life: &mut Life<'_>, products: &[Product], lots: &[Lot], truth: &mut Truth) {
    for number in 0..truth.campaigns.len() {
        let campaign = truth.campaigns[number].clone();
        let lot = &lots[campaign.source.lot];
        copy(life, lot, products[lot.product].check_rate, &campaign);
    }
    for diversion in &truth.diversions {
        let lot = &lots[diversion.lot];
        let rate = products[lot.product].check_rate;
        for unit in units(truth, diversion.lot, lot) {
            let shop = life.shop(diversion.land);
            let at = days_after(lot.shipped_at, 20.0 + life.rng.between(0.0, 120.0));
            life.buyer(Code::Unit(unit), shop, at, rate);
        }
    }
    for (index, lot) in lots.iter().enumerate() {
        let is_stolen = |unit: &Unit| truth.kinds.get(unit) == Some(&Kind::Stolen);
        let stolen: Vec<Unit> = units(truth, index, lot).filter(is_stolen).collect();
        if !stolen.is_empty() {
            steal(life, lot, products[lot.product].check_rate, stolen);
        }
    }
    for guessing in &truth.guessings {
        life.guesses(guessing.product, guessing.at, guessing.serials);
    }
    slips(life, products, lots);
}

fn units<'t>(truth: &'t Truth, lot: usize, made: &Lot) -> impl Iterator<Item = Unit> + 't {
    (0..made.size)
        .map(move |index| Unit { lot, index })
        .filter(|unit| {
            let kind = truth.kinds.get(unit);
            matches!(kind, Some(Kind::Diverted | Kind::Stolen))
        })
}

/// A genuine pack is bought, and its code printed on many.
fn copy(life: &mut Life<'_>, lot: &Lot, rate: f64, campaign: &Campaign) {
    let code = Code::Unit(campaign.source);
    let home = life.rng.pick(&lot.markets).copied().unwrap_or_default();
    let shop = life.shop(home);
    let bought_at = days_after(lot.shipped_at, 10.0 + life.rng.between(0.0, 60.0));
    life.sale(campaign.source, shop, bought_at);
    if life.rng.chance(0.5) {
        // It was photographed in the shop, and somebody else bought it.
        life.buyer(code, shop, bought_at, rate);
    }
    let mut lands = life.rng.choose(campaign.lands, LANDS.len());
    if life.rng.chance(0.5) {
        lands[0] = home;
    }
    let from = days_after(bought_at, life.rng.between(20.0, 60.0));
    let days = life.rng.between(30.0, 180.0);
    for _ in 0..campaign.copies {
        let land = life.rng.pick(&lands).copied().unwrap_or_default();
        let shop = life.shop(land);
        let at = days_after(from, life.rng.between(0.0, days));
        life.buyer(code, shop, at, rate);
    }
}

/// A pallet is taken on its way, and sold; mostly the theft is reported within days.
fn steal(life: &mut Life<'_>, lot: &Lot, rate: f64, stolen: Vec<Unit>) {
    let at: Instant = days_after(lot.shipped_at, 2.0);
    let land = life.rng.below(MARKETS);
    for unit in &stolen {
        let shop = life.shop(land);
        let sold_at = days_after(at, 10.0 + life.rng.between(0.0, 90.0));
        life.buyer(Code::Unit(*unit), shop, sold_at, rate);
    }
    if life.rng.chance(life.parameters.reported_thefts) {
        life.events.push(Told {
            at,
            captured_at: days_after(at, life.rng.between(1.0, 5.0)),
            what: What::Stolen,
            units: stolen,
            shop: None,
        });
    }
}

/// One of 200 checks is typed, and one of ten of these with a slip.
fn slips(life: &mut Life<'_>, products: &[Product], lots: &[Lot]) {
    for product in 0..products.len() {
        let of_product = |look: &&crate::Look| match look.code {
            Code::Unit(unit) => lots[unit.lot].product == product,
            Code::Invented { .. } => false,
        };
        let checks = life.looks.iter().filter(of_product).count();
        for _ in 0..checks / 2000 {
            let land = life.rng.below(MARKETS);
            let at = days_after(START, life.rng.between(30.0, 300.0));
            life.slip(product, land, at);
        }
    }
}
