//! `touchstone epcis hash`.

use std::{fs, process::Command};

use tempfile::TempDir;

/// What it prints, its lines; and whether it succeeded.
fn hash(arguments: &[&str]) -> (Vec<String>, bool) {
    let output = Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(["epcis", "hash"])
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    (
        said.lines().map(str::to_owned).collect(),
        output.status.success(),
    )
}

#[test]
fn a_line_an_event() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("document.jsonld");
    let file = file.to_str().unwrap();
    // The example of CBV's own explanation, twice, and once as one event alone.
    let event = r#"{"type":"ObjectEvent","eventTime":"2020-03-04T11:00:30.000+01:00",
        "eventTimeZoneOffset":"+01:00","epcList":["urn:epc:id:sscc:4012345.0000000333",
        "urn:epc:id:sscc:4012345.0000000111","urn:epc:id:sscc:4012345.0000000222"],
        "action":"OBSERVE","bizStep":"departing",
        "readPoint":{"id":"urn:epc:id:sgln:4012345.00011.987"}}"#;
    let document = format!(
        r#"{{"@context":[],"type":"EPCISDocument","epcisBody":{{"eventList":[{event},{event}]}}}}"#
    );
    fs::write(file, document).unwrap();
    let (lines, is_fine) = hash(&[file]);
    assert!(
        is_fine && lines.len() == 2 && lines[0] == lines[1],
        "{lines:?}"
    );
    assert!(lines[0].starts_with("ni:///sha-256;") && lines[0].ends_with("?ver=CBV2.0"));
    fs::write(file, event).unwrap();
    assert_eq!(hash(&[file]).0, lines[..1]);
    let (plain, _) = hash(&["--pre-hash", file]);
    assert!(plain[0].starts_with("eventType=ObjectEventeventTime=2020-03-04T10:00:30.000Z"));
    fs::write(file, "{}").unwrap();
    assert!(!hash(&[file]).1);
    assert!(!hash(&["nowhere.json"]).1);
}

/// The published hashes, where the folder of published data is there.
#[test]
fn published_hashes() {
    let Some(folder) = std::env::var_os("TOUCHSTONE_STANDARDS") else {
        println!("TOUCHSTONE_STANDARDS is not set: the published event hashes are left out");
        return;
    };
    let folder = std::path::Path::new(&folder).join("epcis/event-hash");
    let mut documents = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let expected = path.with_extension("hashes");
        if path.extension().is_none_or(|end| end != "jsonld") || !expected.exists() {
            continue;
        }
        let expected = fs::read_to_string(expected).unwrap();
        let expected: Vec<&str> = expected.lines().collect();
        assert_eq!(
            hash(&[path.to_str().unwrap()]).0,
            expected,
            "{}",
            path.display()
        );
        documents += 1;
    }
    assert!(documents >= 2);
}
