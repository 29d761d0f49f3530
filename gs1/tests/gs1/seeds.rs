//! What the fuzz targets begin with, and what broke the crate once: `fuzz/seeds`, a folder a target.

use std::{fs, path::Path};

use gs1::{Dictionary, Linter};

use crate::invariants::hold;

#[test]
fn seeds_and_old_crashes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut count = 0;
    for target in fs::read_dir(&folder).unwrap() {
        let target = target.unwrap().path();
        for seed in fs::read_dir(&target).unwrap() {
            let text = fs::read_to_string(seed.unwrap().path()).unwrap();
            run(target.file_name().unwrap().to_str().unwrap(), &text);
            count += 1;
        }
    }
    assert!(count > 20, "{count} seeds");
}

/// What each target does with its input; see `fuzz/fuzz_targets`.
fn run(target: &str, text: &str) {
    let read = |text: &str| hold(&Dictionary::BUILTIN, text, None);
    match target {
        "scan" => ["]d2", "]E0", "]E4", "]J0"]
            .iter()
            .for_each(|identifier| read(&format!("{identifier}{text}"))),
        "bracketed" => read(&format!("({text}")),
        "digital_link" => read(&format!("https://a.example{text}")),
        "compressed" => read(&format!("https://a.example/{text}")),
        "pasted" => read(text),
        "urn" => read(&format!("urn:epc:{text}")),
        "dictionary" => assert!(Dictionary::parse(text).is_ok()),
        "linter" => Linter::ALL.iter().for_each(|linter| {
            let _ = linter.check(text);
        }),
        other => panic!("no target `{other}`"),
    }
}
