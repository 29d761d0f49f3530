//! `cargo xtask simulate`: worlds of a seed as files, and what the judge makes of them.

use std::{fs, ops::RangeInclusive, path::PathBuf};

use ::simulate::{Figures, Harvest, Parameters, Season, World, harvest};
use anyhow::{Context as _, Result};
use trace::{
    Policy, Signal,
    reward::{Basis, Rules},
};

use crate::command::root;

/// What to do.
#[derive(clap::Args)]
pub struct Options {
    /// The world's seed.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where the world is written; `target/simulated` where it isn't said.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Measure the judge on many worlds instead of writing one.
    #[arg(long)]
    evaluate: bool,
    /// Measure what farms get of a brand's points, by what the brand's rules ask for.
    #[arg(long, conflicts_with = "evaluate")]
    farms: bool,
    /// The seeds to measure on.
    #[arg(long, default_value = "1..=20", value_parser = seeds, value_name = "FIRST..=LAST")]
    seeds: RangeInclusive<u64>,
    /// Only how good the judge is, without what each signal and each place contributes.
    #[arg(long)]
    brief: bool,
}

fn seeds(text: &str) -> Result<RangeInclusive<u64>> {
    let (first, last) = text.split_once("..=").context("write it as 1..=20")?;
    Ok(first.parse()?..=last.parse()?)
}

pub fn run(options: &Options) -> Result<()> {
    if options.farms {
        farms(options.seeds.clone());
        Ok(())
    } else if options.evaluate {
        evaluate(options.seeds.clone(), options.brief);
        Ok(())
    } else {
        write(options)
    }
}

/// What a server takes, and the truth apart.
fn write(options: &Options) -> Result<()> {
    let out = options.out.clone();
    let out = out.unwrap_or_else(|| root().join("target/simulated"));
    let world = World::new(options.seed, &Parameters::default());
    let written = world.written();
    let events = out.join("events");
    fs::create_dir_all(&events).with_context(|| format!("making `{}`", events.display()))?;
    let put = |name: &str, text: &str| {
        let path = out.join(name);
        fs::write(&path, text).with_context(|| format!("writing `{}`", path.display()))
    };
    put("records.jsonl", &written.records)?;
    put("checks.jsonl", &written.checks)?;
    put("truth.jsonl", &written.truth)?;
    for (number, (brand, document)) in written.documents.iter().enumerate() {
        put(&format!("events/{brand}-{number:03}.jsonld"), document)?;
    }
    println!(
        "{} units, {} checks, {} events of seed {}, in {}",
        world.units(),
        world.looks.len(),
        world.events.len(),
        world.seed,
        out.display()
    );
    Ok(())
}

/// Who gets points that are given for nothing, for what a shop tells, and for hidden codes.
fn farms(seeds: RangeInclusive<u64>) {
    println!("| points from | farms get | honest people who lose nothing |\n|---|---|---|");
    for from in Basis::ALL {
        let rules = Rules {
            from,
            ..Rules::default()
        };
        let seasons = seeds.clone();
        let seasons = seasons.map(|seed| harvest(seed, &Season::default(), &rules));
        let all = seasons.fold(Harvest::default(), Harvest::and);
        println!(
            "| `{}` | {:.2} % | {:.2} % |",
            from.name(),
            all.farmed_percent(),
            all.whole_percent()
        );
    }
}

fn evaluate(seeds: RangeInclusive<u64>, brief: bool) {
    let parameters = Parameters::default();
    let policy = Policy::default();
    let figures =
        |parameters: &Parameters, policy: &Policy| Figures::of(seeds.clone(), parameters, policy);
    let all = figures(&parameters, &policy);
    let (first, last) = (seeds.start(), seeds.end());
    println!("seeds {first} to {last}, {} honest units", all.honest_units);
    println!(
        "  clone campaigns of five expected checks or more: {}",
        all.campaigns
    );
    for (lands, found) in &all.by_lands {
        println!("    that sell in {lands}: {found}");
    }
    let each = all.checks_until_found as f64 / f64::from(all.campaigns.found.max(1));
    println!("    checks until one is found: {each:.1}");
    println!("  smaller campaigns: {}", all.small_campaigns);
    println!("  diverted lots: {}", all.diverted);
    println!(
        "    their units that were checked, told so: {}",
        all.diverted_units
    );
    println!(
        "  stolen units that were checked, told so: {}",
        all.stolen_units
    );
    println!(
        "  runs of guesses: {}; days without one: {}",
        all.guessings, all.false_bursts
    );
    println!("  honest lots called astray: {}", all.honest_lots);
    println!(
        "  false alarms of 10,000 honest units: {:.2}",
        all.false_per_10_000()
    );
    for (kind, count) in &all.false_alarms {
        let kind = kind.map_or("plain".to_owned(), |kind| {
            format!("{kind:?}").to_lowercase()
        });
        println!("    {kind}: {count}");
    }
    if brief {
        return;
    }
    println!(
        "\n| without | campaigns | lots | false | helped | misled |\n|---|---|---|---|---|---|"
    );
    for signal in Signal::ALL {
        let without = figures(&parameters, &policy.clone().without(*signal));
        let count = |counts: &std::collections::BTreeMap<Signal, u32>| {
            counts.get(signal).copied().unwrap_or_default()
        };
        println!(
            "| `{}` {} | {} | {} |",
            signal.name(),
            row(&without),
            count(&all.helped),
            count(&all.misled)
        );
    }
    println!("\n| device's location | campaigns | lots | false |\n|---|---|---|---|");
    for share in [0.0, 0.12, 0.60] {
        let other = figures(&parameters.clone().with_device_share(share), &policy);
        println!("| {:.0} % {} |", 100.0 * share, row(&other));
    }
}

fn row(figures: &Figures) -> String {
    format!(
        "| {:.1} % | {:.1} % | {:.2}",
        figures.campaigns.percent(),
        figures.diverted.percent(),
        figures.false_per_10_000()
    )
}
