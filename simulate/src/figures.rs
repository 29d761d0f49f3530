//! How good the judge is: what it made of worlds, beside what is so.

use std::collections::{BTreeMap, BTreeSet};

use trace::{Policy, Signal};

use crate::{Judged, Kind, Parameters, World, judged, world::DAY_MS};

/// Found of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Found.
    pub found: u32,
    /// Of these.
    pub of: u32,
}

impl Found {
    fn count(&mut self, is_found: bool) {
        self.of += 1;
        self.found += u32::from(is_found);
    }

    /// In percent; 100 of none.
    #[must_use]
    pub fn percent(&self) -> f64 {
        match self.of {
            0 => 100.0,
            of => 100.0 * f64::from(self.found) / f64::from(of),
        }
    }
}

impl std::fmt::Display for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {} ({:.1} %)", self.found, self.of, self.percent())
    }
}

/// Sums over worlds.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Units that nothing is wrong with.
    pub honest_units: u64,
    /// Of these, by what they are, those that were ever suspect.
    pub false_alarms: BTreeMap<Option<Kind>, u32>,
    /// Clone campaigns with five expected checks or more.
    pub campaigns: Found,
    /// The same by the number of countries that they sell in.
    pub by_lands: BTreeMap<usize, Found>,
    /// Clone campaigns with fewer expected checks.
    pub small_campaigns: Found,
    /// Packs' checks of a campaign until it was found, summed over those found.
    pub checks_until_found: u64,
    /// Diverted lots.
    pub diverted: Found,
    /// Units of these that were checked, and told as suspect.
    pub diverted_units: Found,
    /// Lots that nothing is wrong with, called astray.
    pub honest_lots: Found,
    /// Stolen units that were checked, and blocked or suspect.
    pub stolen_units: Found,
    /// Runs of guesses that a burst was seen of.
    pub guessings: Found,
    /// Days of a product without a run, called a burst.
    pub false_bursts: u32,
    /// By signal, campaigns that it helped to find.
    pub helped: BTreeMap<Signal, u32>,
    /// By signal, false alarms that it helped to raise.
    pub misled: BTreeMap<Signal, u32>,
}

impl Figures {
    /// Of the worlds of these seeds.
    pub fn of(
        seeds: impl Iterator<Item = u64>,
        parameters: &Parameters,
        policy: &Policy,
    ) -> Figures {
        let mut figures = Figures::default();
        for seed in seeds {
            let world = World::new(seed, parameters);
            figures.add(&world, &judged(&world, policy), policy);
        }
        figures
    }

    /// False alarms of every 10,000 honest units.
    #[must_use]
    pub fn false_per_10_000(&self) -> f64 {
        let alarms: u32 = self.false_alarms.values().sum();
        10_000.0 * f64::from(alarms) / self.honest_units.max(1) as f64
    }

    /// With one more world.
    pub fn add(&mut self, world: &World, judged: &Judged, policy: &Policy) {
        self.honest_units += world.honest_units();
        for (unit, account) in &judged.units {
            let kind = world.truth.kinds.get(unit).copied();
            let is_suspect = account.suspect_since.is_some();
            match kind {
                Some(Kind::Cloned(_)) => {}
                Some(Kind::Diverted) => self.diverted_units.count(is_suspect),
                Some(Kind::Stolen) => {
                    self.stolen_units.count(is_suspect || account.is_blocked);
                }
                honest if is_suspect => {
                    *self.false_alarms.entry(honest).or_default() += 1;
                    for signal in &account.signals {
                        *self.misled.entry(*signal).or_default() += 1;
                    }
                }
                _ => {}
            }
        }
        self.add_campaigns(world, judged);
        self.add_lots(world, judged);
        self.add_bursts(world, judged, policy);
    }

    fn add_campaigns(&mut self, world: &World, judged: &Judged) {
        for campaign in &world.truth.campaigns {
            let account = judged.units.get(&campaign.source);
            let since = account.and_then(|account| account.suspect_since);
            if campaign.expected_checks < 5.0 {
                self.small_campaigns.count(since.is_some());
                continue;
            }
            self.campaigns.count(since.is_some());
            let by_lands = self.by_lands.entry(campaign.lands).or_default();
            by_lands.count(since.is_some());
            if let (Some(since), Some(account)) = (since, account) {
                for signal in &account.signals {
                    *self.helped.entry(*signal).or_default() += 1;
                }
                let code = crate::Code::Unit(campaign.source);
                let until = world.looks.iter();
                self.checks_until_found += until
                    .filter(|look| look.code == code && look.received_at <= since)
                    .count() as u64;
            }
        }
    }

    fn add_lots(&mut self, world: &World, judged: &Judged) {
        let diverted: BTreeSet<usize> = world.truth.diversions.iter().map(|one| one.lot).collect();
        for lot in 0..world.lots.len() {
            let is_found = judged.lots.contains_key(&lot);
            if diverted.contains(&lot) {
                self.diverted.count(is_found);
            } else if !self.is_stolen(world, lot) {
                self.honest_lots.count(is_found);
            }
        }
    }

    fn is_stolen(&self, world: &World, lot: usize) -> bool {
        let kinds = &world.truth.kinds;
        let mut of_lot = kinds.iter().filter(|(unit, _)| unit.lot == lot);
        of_lot.any(|(_, kind)| *kind == Kind::Stolen)
    }

    fn add_bursts(&mut self, world: &World, judged: &Judged, policy: &Policy) {
        let bursts: BTreeSet<(usize, i64)> = judged
            .never_issued
            .iter()
            .filter(|(_, count)| **count >= policy.burst_from)
            .map(|(day, _)| *day)
            .collect();
        let mut explained = BTreeSet::new();
        for guessing in &world.truth.guessings {
            let day = guessing.at.0.div_euclid(DAY_MS);
            let days = [(guessing.product, day), (guessing.product, day + 1)];
            self.guessings
                .count(days.iter().any(|day| bursts.contains(day)));
            // Guesses that came late are guesses, too.
            explained.extend((0..12).map(|later| (guessing.product, day + later)));
        }
        self.false_bursts += bursts.difference(&explained).count() as u32;
    }
}
