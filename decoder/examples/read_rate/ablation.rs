//! What each stage of the search earns: the same pictures without it.

use std::time::Instant;

use decoder::{Effort, Options, Stage, leave_out};

use super::{
    photographs::{self, Photograph, Truth},
    pictures::Picture,
};

/// Pictures read and symbols found without one stage.
#[derive(Clone)]
struct Row {
    read: Vec<bool>,
    codes: usize,
    wrong: usize,
    /// Of each picture, the mean.
    ms: f64,
}

/// Prints, for each stage, what is read without it at the effort of a photograph or a frame, and what that
/// takes; of one stage where `only` names it. `+` are pictures that are read by it alone, `-` those that are
/// read where it does not spend the work.
pub fn run(pictures: &[Picture], effort: Effort, only: &str) {
    let opened: Vec<(&Truth, Photograph)> = (pictures.iter())
        .map(|picture| (&picture.truth, picture.open()))
        .collect();
    println!(
        "{:12} {:>8} {:>8} {:>8} {:>8}",
        "without", "images", "codes", "false", "ms each"
    );
    let all = row(&opened, effort, None);
    print("nothing", &all);
    let is_wanted = |stage: &Stage| only.is_empty() || format!("{stage:?}") == only;
    for stage in Stage::ALL.into_iter().filter(is_wanted) {
        let without = row(&opened, effort, Some(stage));
        print(&format!("{stage:?}"), &without);
        let both = all.read.iter().zip(&without.read).zip(&opened);
        for ((with, without), (truth, _)) in both {
            match (with, without) {
                (true, false) => println!("    + {}", truth.file),
                (false, true) => println!("    - {}", truth.file),
                _ => {}
            }
        }
    }
}

fn row(opened: &[(&Truth, Photograph)], effort: Effort, stage: Option<Stage>) -> Row {
    leave_out(stage);
    let options = Options {
        effort,
        ..Options::default()
    };
    let start = Instant::now();
    let mut row = Row {
        read: Vec::new(),
        codes: 0,
        wrong: 0,
        ms: 0.0,
    };
    for (truth, photograph) in opened {
        let score = photographs::score(truth, &photographs::reads(&photograph.scan(&options)));
        row.read.push(score.is_read);
        row.codes += score.codes;
        row.wrong += score.wrong.len();
    }
    leave_out(None);
    row.ms = start.elapsed().as_secs_f64() * 1000.0 / opened.len().max(1) as f64;
    row
}

fn print(name: &str, row: &Row) {
    let read = row.read.iter().filter(|is_read| **is_read).count();
    println!(
        "{name:12} {read:8} {:8} {:8} {:8.1}",
        row.codes, row.wrong, row.ms
    );
}
