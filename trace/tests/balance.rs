//! 200 seeded cases of mass balance: half of them honest, with loss, noise of measuring and rounding;
//! half adulterated, in four ways. What is found and what is a false alarm is counted.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use std::collections::BTreeMap;

use gs1::Date;
use trace::{
    Account, Action, Amount, Certificate, Content, Dimension, Epc, Event, EventKind, FindingKind,
    Ingredient, Instant, Quantity, Recipe, Rules, weigh,
};

const DAY: i64 = 86_400_000;
const HARVEST: i64 = 20_600;

/// SplitMix64: seeded, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + self.unit() * (high - low)
    }

    /// About normal, by the sum of twelve.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fraud {
    /// More of the product is told to come out than the true ingredient gives.
    Diluted,
    /// A lot whose origin nobody tells goes in beside the true one.
    Unproven,
    /// The same lot is told to have gone into two batches.
    UsedTwice,
    /// The certificate had run out.
    Expired,
}

const FRAUDS: [Fraud; 4] = [
    Fraud::Diluted,
    Fraud::Unproven,
    Fraud::UsedTwice,
    Fraud::Expired,
];

/// What is on record in a case.
#[derive(Default)]
struct Records {
    recipes: BTreeMap<Epc, Recipe>,
    certificates: BTreeMap<Epc, Vec<Certificate>>,
}

impl Rules for Records {
    fn recipe(&self, product: &Epc) -> Option<&Recipe> {
        self.recipes.get(product)
    }

    fn certificates(&self, epc: &Epc) -> Vec<Certificate> {
        self.certificates.get(epc).cloned().unwrap_or_default()
    }

    fn expiry(&self, _: &Epc) -> Option<Date> {
        None
    }
}

fn product(number: usize) -> Epc {
    Epc(format!("01/{number:014}"))
}

fn lot(number: usize, name: &str) -> Epc {
    Epc(format!("01/{number:014}/10/{name}"))
}

fn event(kind: EventKind, day: i64) -> Event {
    Event {
        id: String::new(),
        kind,
        action: (kind == EventKind::Object).then_some(Action::Add),
        time: Instant((HARVEST + day) * DAY),
        offset_min: 0,
        epcs: Vec::new(),
        quantities: Vec::new(),
        parent: None,
        inputs: Vec::new(),
        input_quantities: Vec::new(),
        outputs: Vec::new(),
        output_quantities: Vec::new(),
        biz_step: None,
        disposition: None,
        read_point: None,
        biz_location: None,
    }
}

/// As somebody writes down a quantity: off by the scale, rounded to what the scale shows, in a unit
/// of the place.
fn written(dice: &mut Dice, class: Epc, kg: f64) -> Quantity {
    let weighed = kg * (1.0 + 0.004 * dice.normal());
    let (factor, uom, digits) = match dice.below(4) {
        0 => (1.0, "KGM", 1),
        1 => (1_000.0, "GRM", 0),
        2 => (1e-3, "TNE", 3),
        _ => (1.0 / 0.453_592_37, "LBR", 1),
    };
    let scale = 10f64.powi(digits);
    Quantity {
        class,
        quantity: Some((weighed * factor * scale).round() / scale),
        uom: Some(uom.to_owned()),
    }
}

/// A chain of one to four transformations, from harvested lots to packs.
fn case(seed: u64, fraud: Option<Fraud>) -> (Records, Vec<Account>) {
    let dice = &mut Dice(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let mut records = Records::default();
    let mut events = Vec::new();
    let steps = 1 + dice.below(4);
    let at = dice.below(steps);
    let mut day = 3;
    let mut carried = (lot(1, "RAW"), dice.between(400.0, 6_000.0));
    let mut harvest = event(EventKind::Object, 0);
    harvest.quantities = vec![written(dice, carried.0.clone(), carried.1)];
    events.push(harvest);
    records.certificates.insert(
        carried.0.clone(),
        vec![Certificate {
            kind: "organic".to_owned(),
            from: None,
            until: Some(Instant((HARVEST + 400) * DAY).date()),
        }],
    );
    for step in 0..steps {
        let is_fraud = |kind| fraud == Some(kind) && step == at;
        let (made, side) = (10 + step, 50 + step);
        let low = dice.between(0.0, 0.25);
        let loss = (low, low + dice.between(0.02, 0.08));
        let lost = dice.between(loss.0, loss.1);
        let is_last = step + 1 == steps;
        let share = match dice.below(2) {
            0 => 1.0,
            _ => dice.between(0.4, 0.9),
        };
        let pack_kg = dice.between(0.2, 2.0);
        let other_kg = carried.1 * (1.0 - share) / share;
        let mut making = event(EventKind::Transformation, day);
        making.input_quantities = vec![written(dice, carried.0.clone(), carried.1)];
        if share < 1.0 {
            let other = lot(side, "OTHER");
            let is_told = !is_fraud(Fraud::Unproven);
            if is_told {
                let mut harvest = event(EventKind::Object, 1);
                harvest.quantities = vec![written(dice, other.clone(), other_kg)];
                events.push(harvest);
            }
            making.input_quantities.push(written(dice, other, other_kg));
        }
        let mut kg = (carried.1 + other_kg) * (1.0 - lost);
        if is_fraud(Fraud::Diluted) {
            kg *= 1.0 + dice.between(0.08, 0.6);
        }
        let output = lot(made, "B1");
        let content = Content {
            kg_per_piece: Some(pack_kg),
            ..Content::default()
        };
        let mut inputs = vec![Ingredient {
            product: product(carried.0.0[3..17].parse().unwrap()),
            amount: Amount {
                value: share,
                dimension: Dimension::Mass,
            },
            content: Content::default(),
            certificate: (step == 0).then(|| "organic".to_owned()),
        }];
        if share < 1.0 {
            inputs.push(Ingredient {
                product: product(side),
                amount: Amount {
                    value: 1.0 - share,
                    dimension: Dimension::Mass,
                },
                content: Content::default(),
                certificate: None,
            });
        }
        records.recipes.insert(
            product(made),
            Recipe {
                makes: Amount {
                    value: 1.0,
                    dimension: Dimension::Mass,
                },
                content,
                inputs,
                loss,
                tolerance: 0.02,
            },
        );
        making.output_quantities = vec![match is_last {
            true => Quantity {
                class: output.clone(),
                quantity: Some((kg / pack_kg).floor()),
                uom: None,
            },
            false => written(dice, output.clone(), kg),
        }];
        if is_fraud(Fraud::UsedTwice) {
            let mut again = making.clone();
            again.time = again.time.plus_days(2);
            again.output_quantities[0].class = lot(made, "B2");
            events.push(again);
        }
        // Where everything is of one lot, an unproven one takes the place of a part of it.
        if is_fraud(Fraud::Unproven) && share == 1.0 {
            let part = dice.between(0.2, 0.7);
            let own = &mut making.input_quantities[0];
            own.quantity = own.quantity.map(|quantity| quantity * (1.0 - part));
            let epc = lot(carried.0.0[3..17].parse().unwrap(), "WHENCE");
            let more = written(dice, epc, carried.1 * part);
            making.input_quantities.push(more);
        }
        events.push(making);
        carried = (output, kg);
        day += 5 + dice.below(20) as i64;
    }
    if fraud == Some(Fraud::Expired) {
        let until = HARVEST + 2 - dice.below(30) as i64;
        let own = records.certificates.get_mut(&lot(1, "RAW")).unwrap();
        own[0].until = Some(Instant(until * DAY).date());
    }
    events.sort_by_key(|event| event.time);
    let accounts = events.into_iter().map(|event| Account {
        event,
        more: None,
        error: None,
    });
    (records, accounts.collect())
}

/// Which kind of finding each fraud is to be found by.
fn sign(fraud: Fraud) -> &'static [FindingKind] {
    match fraud {
        Fraud::Diluted => &[FindingKind::TooMuchMade],
        Fraud::Unproven => &[FindingKind::Unproven],
        Fraud::UsedTwice => &[FindingKind::Overdrawn],
        Fraud::Expired => &[FindingKind::CertificateExpired],
    }
}

/// How many of a range of seeds are found, of the adulterated ones, and flagged, of the honest ones.
fn count(seeds: std::ops::Range<u64>) -> (usize, usize, usize, usize) {
    let (mut frauds, mut found, mut honest, mut flagged) = (0, 0, 0, 0);
    for seed in seeds {
        let fraud = (seed % 2 == 1).then(|| FRAUDS[(seed / 2 % 4) as usize]);
        let (records, accounts) = case(seed, fraud);
        let findings = weigh(&accounts, &records);
        match fraud {
            Some(fraud) => {
                frauds += 1;
                let is_found = findings
                    .iter()
                    .any(|finding| sign(fraud).contains(&finding.kind));
                found += usize::from(is_found);
                if !is_found {
                    println!("seed {seed}: {fraud:?} was not found: {findings:?}");
                }
            }
            None => {
                honest += 1;
                flagged += usize::from(!findings.is_empty());
                if !findings.is_empty() {
                    println!("seed {seed}: honest, and flagged: {findings:?}");
                }
            }
        }
    }
    println!("found {found} of {frauds}, flagged {flagged} of {honest} honest ones");
    (found, frauds, flagged, honest)
}

fn check(seeds: std::ops::Range<u64>) {
    let (found, frauds, flagged, honest) = count(seeds);
    assert!(found * 100 >= frauds * 95, "{found} of {frauds}");
    assert!(flagged * 100 <= honest * 2, "{flagged} of {honest}");
}

#[test]
fn two_hundred_cases() {
    check(0..200);
}

/// Seeds that nothing was tuned by.
#[test]
fn two_thousand_others() {
    check(7_000_000..7_002_000);
}
