//! `touchstone gs1` and its `compress` and `expand`.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use serde_json::json;

use crate::{
    command::{lines, touchstone},
    site::TEA,
};

#[test]
fn gs1_prints_a_line_a_text() {
    let output = touchstone(&[
        "gs1",
        "--json",
        &format!("(01){TEA}(21)A1"),
        "(01)09506000100013",
    ]);
    assert!(!output.status.success(), "one of them is wrong");
    let lines = lines(&output);
    assert_eq!(
        lines[0],
        json!({
            "in": format!("(01){TEA}(21)A1"),
            "ok": true,
            "form": "bracketed",
            "elements": [
                { "ai": "01", "value": TEA, "title": "GTIN" },
                { "ai": "21", "value": "A1", "title": "SERIAL" },
            ],
            "bracketed": format!("(01){TEA}(21)A1"),
            "element_string": format!("01{TEA}21A1"),
            "scan_data": format!("]d201{TEA}21A1"),
            "hri": [format!("(01) {TEA}"), "(21) A1"],
            "digital_link": format!("https://id.gs1.org/01/{TEA}/21/A1"),
            "faults": [],
        })
    );
    let fault = &lines[1]["faults"][0];
    assert_eq!(fault["kind"], "incorrect-check-digit");
    assert_eq!(fault["span"], json!([17, 18]));
    assert!(
        fault["message"]
            .as_str()
            .unwrap()
            .contains("does not fit the others")
    );
}

#[test]
fn gs1_reads_lines() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(["gs1", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    write!(stdin, "(01){TEA}\n]d201{TEA}21A1\n").unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(lines(&output).len(), 2);
}

#[test]
fn gs1_goes_by_a_published_dictionary() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dictionary.txt");
    std::fs::write(
        &path,
        "01          *?  N14,csum,keyoff1      dlpkey=10|22   # GTIN\n\
         10          ?   X..3                  req=01         # BATCH\n",
    )
    .unwrap();
    let path = path.to_str().unwrap();
    let text = format!("(01){TEA}(10)ABCD");
    assert!(touchstone(&["gs1", &text]).status.success());
    let output = touchstone(&["gs1", "--dictionary", path, &text]);
    assert!(!output.status.success(), "its batches are shorter");
    assert_eq!(lines(&output)[0]["elements"][1]["title"], "BATCH");

    std::fs::write(path, "01 *? N14,csum\nnonsense\n").unwrap();
    let output = touchstone(&["gs1", "--dictionary", path, &text]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("line 2"), "{said}");
}

#[test]
fn gs1_compresses_and_expands_links() {
    let link = format!("https://id.gs1.org/01/{TEA}/10/L1/21/A1");
    let compressed = |flags: &[&str]| {
        let output = touchstone(&[&["gs1", "compress"], flags, &[&link]].concat());
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let plain_key = compressed(&["--plain-key"]);
    assert!(
        plain_key.starts_with(&format!("https://id.gs1.org/01/{TEA}/")),
        "{plain_key}"
    );
    for short in [
        compressed(&[]),
        compressed(&["--no-optimizations"]),
        plain_key,
    ] {
        assert!(short.len() < link.len(), "{short}");
        let output = touchstone(&["gs1", "expand", &short]);
        assert!(output.status.success());
        assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{link}\n"));
    }
}

#[test]
fn what_is_no_link_stays_where_it_was_among_the_lines() {
    let output = touchstone(&[
        "gs1",
        "expand",
        "nonsense",
        &format!("https://id.gs1.org/01/{TEA}"),
    ]);
    assert!(!output.status.success());
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        format!("\nhttps://id.gs1.org/01/{TEA}\n")
    );
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("nonsense: "), "{said}");
}
