//! Pictures for readers elsewhere, and what those read in them.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::{Value, json};

use super::{
    photographs::{self, Read},
    pictures::Picture,
    shot::{Shot, Sum, list, quantile},
};

/// Writes `index.json`, a list of width and height, and the luma of each picture.
pub fn export(folder: &Path, pictures: &[Picture]) {
    fs::create_dir_all(folder).unwrap();
    let mut index = Vec::new();
    for (number, picture) in pictures.iter().enumerate() {
        let pixels = picture.open();
        fs::write(folder.join(format!("{number}.luma")), &pixels.pixels).unwrap();
        index.push(json!({
            "file": picture.truth.file,
            "width": pixels.width,
            "height": pixels.height,
        }));
    }
    fs::write(folder.join("index.json"), Value::from(index).to_string()).unwrap();
}

/// Prints how every reader did, set by set, and below it what each loads.
pub fn score(file: &Path, pictures: &[Picture], flags: &[String]) {
    let result: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let images = result["images"].as_array().unwrap();
    assert_eq!(images.len(), pictures.len(), "other sets were read");
    let names = result["readers"].as_array().unwrap();
    let readers: Vec<&str> = names.iter().map(|name| name.as_str().unwrap()).collect();
    let mut sets: BTreeMap<&str, BTreeMap<&str, Vec<Shot>>> = BTreeMap::new();
    for (picture, image) in pictures.iter().zip(images) {
        for reader in &readers {
            let readers = sets.entry(&picture.truth.set).or_default();
            let shots = readers.entry(reader).or_default();
            shots.push(shot(picture, &image[*reader]));
        }
    }
    let with_code = with_a_code(&sets, &readers);
    if flags.iter().any(|flag| flag == "--json") {
        let sets: BTreeMap<&str, BTreeMap<&str, Value>> = sets
            .iter()
            .map(|(set, shots)| {
                let each = shots.iter();
                (
                    *set,
                    each.map(|(reader, shots)| (*reader, Sum::of(shots).json(shots)))
                        .collect(),
                )
            })
            .collect();
        println!(
            "{}",
            json!({
                "browser": result["browser"],
                "rounds": result["rounds"],
                "payload_bytes_brotli": result["payloads"],
                "with_a_code": with_code.iter().map(WithCode::json).collect::<Vec<Value>>(),
                "sets": sets,
            })
        );
        return;
    }
    print(&sets, &readers, &result);
    println!();
    println!("ms of the frames with a code, a picture's frames by their median");
    println!(
        "{:44}{:>10}{:>8}{:>8}{:>8}{:>12}{:>12}",
        "", "pictures", "median", "p95", "share", "half below", "0.5 at most"
    );
    for line in &with_code {
        println!(
            "{:22}{:22}{:10}{:8.1}{:8.1}{:8.2}{:12.2}{:12.2}",
            line.group,
            line.reader,
            line.pictures,
            line.median_ms,
            line.p95_ms,
            line.share,
            line.median_share,
            line.halved
        );
    }
    println!(
        "share: median beside zxing-wasm's; half below: median of what each picture takes beside zxing-wasm; 0.5 at most: so many of the pictures"
    );
    let with_missed = flags.iter().any(|flag| flag == "--list");
    for (reader, shots) in sets.values().flatten() {
        list(shots.iter(), with_missed, &format!("{reader}: "));
    }
}

/// How long one reader's frames with a code take beside zxing-wasm's, over many sets.
struct WithCode<'a> {
    /// Which sets.
    group: &'static str,
    reader: &'a str,
    pictures: usize,
    /// Half of the pictures have frames that take less, in ms.
    median_ms: f64,
    p95_ms: f64,
    /// The median beside zxing-wasm's.
    share: f64,
    /// The median of what each picture takes beside what it takes zxing-wasm.
    median_share: f64,
    /// The share of the pictures that take at most half of zxing-wasm's time.
    halved: f64,
}

impl WithCode<'_> {
    /// For scripts.
    fn json(&self) -> Value {
        json!({
            "sets": self.group,
            "reader": self.reader,
            "pictures": self.pictures,
            "median_ms": self.median_ms,
            "p95_ms": self.p95_ms,
            "share_of_median": self.share,
            "median_share": self.median_share,
            "at_most_half": self.halved,
        })
    }
}

/// The reader that others are compared with.
const BESIDE: &str = "zxing-wasm";

/// Sets by what they are of, and whether one of that name belongs there.
type Group = (&'static str, fn(&str) -> bool);

const GROUPS: [Group; 3] = [
    ("all sets", |_| true),
    ("made", |set| set.starts_with("made-")),
    ("photographs", |set| !set.starts_with("made-")),
];

/// The frames of all sets in which there is a code. Each picture counts once, with the median of the frames
/// that it took: a picture that is not read would count as often as it is shown. Nothing where
/// zxing-wasm did not take part.
fn with_a_code<'a>(
    sets: &BTreeMap<&str, BTreeMap<&'a str, Vec<Shot>>>,
    readers: &[&'a str],
) -> Vec<WithCode<'a>> {
    if !readers.contains(&BESIDE) {
        return vec![];
    }
    let mut lines = Vec::new();
    for (group, is_of) in GROUPS {
        let times = |reader: &str| -> Vec<f64> {
            let of = sets
                .iter()
                .filter(|(set, _)| !set.starts_with("none-") && is_of(set));
            of.filter_map(|(_, by_reader)| by_reader.get(reader))
                .flatten()
                .map(|shot| quantile(shot.ms.clone(), 0.5))
                .collect()
        };
        let beside = times(BESIDE);
        if beside.is_empty() {
            continue;
        }
        for reader in readers {
            let own = times(reader);
            let shares = own.iter().zip(&beside).map(|(own, beside)| own / beside);
            let shares: Vec<f64> = shares.collect();
            let halved = shares.iter().filter(|share| **share <= 0.5).count();
            let median_ms = quantile(own.clone(), 0.5);
            lines.push(WithCode {
                group,
                reader,
                pictures: own.len(),
                median_ms,
                p95_ms: quantile(own, 0.95),
                share: median_ms / quantile(beside.clone(), 0.5),
                halved: halved as f64 / shares.len() as f64,
                median_share: quantile(shares, 0.5),
            });
        }
    }
    lines
}

fn shot(picture: &Picture, read: &Value) -> Shot {
    let found = read["reads"].as_array().unwrap().iter().map(|one| Read {
        text: one["text"].as_str().unwrap_or_default().to_owned(),
        center: ["x", "y"].map(|axis| one[axis].as_f64().unwrap_or(f64::NAN)),
    });
    let truth = picture.truth.clone();
    Shot {
        score: photographs::score(&truth, &found.collect::<Vec<Read>>()),
        truth,
        ms: serde_json::from_value(read["ms"].clone()).unwrap(),
        is_broken: !read["error"].is_null(),
    }
}

/// A line a set and reader: the readers beside each other would be wider than a terminal.
fn print(sets: &BTreeMap<&str, BTreeMap<&str, Vec<Shot>>>, readers: &[&str], result: &Value) {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    println!(
        "{}, all readers in one worker, on the same pixels",
        text(&result["browser"])
    );
    for (title, cell) in CELLS {
        println!();
        print!("{title:22}");
        for reader in readers {
            print!("{reader:>16}");
        }
        println!();
        for (set, by_reader) in sets {
            print!("{set:22}");
            for reader in readers {
                let sum = by_reader.get(reader).map(|shots| Sum::of(shots));
                print!("{:>16}", sum.map_or(String::new(), |sum| cell(&sum, set)));
            }
            println!();
        }
    }
    println!();
    println!(
        "ms of a look at a symbol that the looks before could not read (the hard mode of a candidate)"
    );
    println!(
        "{:22}{:>8}{:>8}{:>8}{:>8}",
        "", "looks", "median", "p95", "most"
    );
    for reader in readers {
        let looks = hard_looks(sets, reader);
        let at = |share: f64| looks[((looks.len() - 1) as f64 * share).round() as usize];
        if !looks.is_empty() {
            let [median, p95, most] = [0.5, 0.95, 1.0].map(at);
            println!(
                "{reader:22}{:8}{median:8.1}{p95:8.1}{most:8.1}",
                looks.len()
            );
        }
    }
    println!();
    println!("payload, KB of 1024 bytes, brotli, wasm and its script");
    for (reader, bytes) in result["payloads"].as_object().unwrap() {
        println!("{reader:22}{:16.1}", bytes.as_f64().unwrap() / 1024.0);
    }
}

/// What each look took a reader that looks again, where there is a symbol that it has not read: all looks but
/// the first of pictures of up to 640 × 480 pixels that are made around one symbol. Least first.
fn hard_looks(sets: &BTreeMap<&str, BTreeMap<&str, Vec<Shot>>>, reader: &str) -> Vec<f64> {
    let is_hard = |set: &str| {
        let is_large = ["plain-720p", "several", "among-print"];
        set.starts_with("made-") && !is_large.iter().any(|name| set.ends_with(name))
    };
    let hard = sets.iter().filter(|(set, _)| is_hard(set));
    let shots = hard.filter_map(|(_, by_reader)| by_reader.get(reader));
    let mut looks: Vec<f64> = shots
        .flatten()
        .flat_map(|shot| shot.ms.iter().skip(1))
        .copied()
        .collect();
    looks.sort_by(f64::total_cmp);
    looks
}

/// What stands above a table, and how a cell of it is written, given the set's name.
type Cells = (&'static str, fn(&Sum, &str) -> String);

const CELLS: [Cells; 4] = [
    ("images read, %", |sum, set| {
        // There, what is read is false.
        if set.starts_with("none-") {
            return "–".to_owned();
        }
        format!("{:.1}", sum.read_percent())
    }),
    ("codes found, %", |sum, set| {
        if set.starts_with("none-") {
            return "–".to_owned();
        }
        format!("{:.1}", sum.found_percent())
    }),
    ("false reads (broken)", |sum, _| match sum.broken {
        0 => sum.wrong.to_string(),
        broken => format!("{} ({broken})", sum.wrong),
    }),
    ("ms, median / p95", |sum, _| {
        format!("{:.1} / {:.1}", sum.median_ms, sum.p95_ms)
    }),
];
