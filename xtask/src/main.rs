//! The project's own chores: `cargo xtask serve`, `test`, `tidy`, `bench`, `dist`, `upgrade`, `frames`, and what the
//! build itself calls.

mod bench;
mod bench_api;
mod bench_capture;
mod bench_decode;
mod bench_import;
mod bench_offline;
mod bench_page;
mod bench_pedigree;
mod command;
mod dist;
mod frames;
mod fuzz;
mod gen_ai_table;
mod lan;
mod load;
mod parity;
mod postgres;
mod precache;
mod serve;
mod simulate;
mod test;
mod tidy;
mod tools;
mod upgrade;
mod wasm;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "The project's own chores")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Set up what is missing, build, load the demo brand and serve everything.
    Serve(serve::Options),
    /// Set up what is missing and run every test.
    Test(test::Options),
    /// Check the rules that no compiler checks.
    Tidy,
    /// Measure: `size` of what a browser loads, `import` of units, the `offline` pack, `capture` of events, a
    /// `pedigree`, `api` under load, `decode` of made pictures and the photographs of
    /// `TOUCHSTONE_CORPUS`, beside other readers in Chromium, `aim` for how soon a hand that can't see
    /// reads a code by what it is told, `page` for what a phone has of the pages.
    Bench {
        /// What to measure.
        #[arg(value_parser = ["size", "import", "offline", "capture", "pedigree", "api", "decode", "aim", "page"])]
        what: String,
        /// With `aim`: how many poses. With `api`: `--guided`, to build as `dist` does. With `page`: `lighthouse`, `taps` or `memory` alone. With `decode`: `--json`, `--list` for the images with codes that were missed,
        /// `--reader=NAME` for one of the readers, `--rounds=N` for the fastest of N times, and how
        /// names of sets begin; `--native` for ours alone without a browser, with `--frame` for a
        /// camera frame's effort and `--work=N`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    /// Build the server twice, the second time by what it was seen to do under a load; takes long.
    Dist,
    /// See this program and that of an earlier revision take turns on one database, there and back.
    Upgrade(upgrade::Options),
    /// Run the fuzz targets.
    Fuzz(fuzz::Options),
    /// Generate the table of application identifiers from the published dictionary.
    GenAiTable {
        /// The dictionary's file.
        dictionary: PathBuf,
    },
    /// Generate camera videos for the browser tests.
    Frames(frames::Options),
    /// Make a world of packs, people and crime, or measure the judge on many.
    Simulate(simulate::Options),
    /// Write the service worker's list of files; called by Trunk.
    Precache,
}

fn main() -> Result<()> {
    match Arguments::parse().chore {
        Chore::Serve(options) => serve::run(&options),
        Chore::Test(options) => test::run(&options),
        Chore::Tidy => tidy::run(&command::root()),
        Chore::Bench { what, rest } if what == "decode" => bench_decode::run_bench(&rest),
        Chore::Bench { what, rest } if what == "aim" => bench::aim(&rest),
        Chore::Bench { what, rest } if what == "page" => bench_page::run_bench(&rest),
        Chore::Bench { what, rest } if what == "api" => bench_api::run_bench(&rest),
        Chore::Bench { rest, .. } if !rest.is_empty() => {
            anyhow::bail!("only `decode`, `aim`, `api` and `page` take more arguments")
        }
        Chore::Bench { what, .. } if what == "import" => bench_import::run_bench(),
        Chore::Bench { what, .. } if what == "offline" => bench_offline::run_bench(),
        Chore::Bench { what, .. } if what == "capture" => bench_capture::run_bench(),
        Chore::Bench { what, .. } if what == "pedigree" => bench_pedigree::run_bench(),
        Chore::Bench { .. } => bench::size(),
        Chore::GenAiTable { dictionary } => {
            gen_ai_table::run(&dictionary, &command::root().join("gs1/src/table.rs"))
        }
        Chore::Dist => dist::run_dist(),
        Chore::Upgrade(options) => upgrade::run_upgrade(&options),
        Chore::Fuzz(options) => fuzz::run(&options),
        Chore::Frames(options) => frames::run(&options),
        Chore::Simulate(options) => simulate::run(&options),
        Chore::Precache => precache::run(),
    }
}
