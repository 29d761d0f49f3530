//! `touchstone label` and `touchstone advise`.

use std::{fs, path::Path};

use serde_json::Value;

use crate::{
    command::{lines, touchstone},
    site::TEA,
};

fn label(format: &str, out: &Path, arguments: &[&str]) -> Result<String, String> {
    let out = out.to_str().unwrap();
    let given = ["label", "--format", format, "--out", out];
    let output = touchstone(&[&given[..], arguments].concat());
    let said = String::from_utf8(output.stderr).unwrap();
    if output.status.success() {
        Ok(said)
    } else {
        Err(said)
    }
}

fn link() -> String {
    format!("https://t.example/01/{TEA}/21/8THHTT32TZ0809ZD")
}

fn element_string() -> String {
    format!("(01){TEA}(17)280110(10)L1(21)8THHTT32TZ0809ZD")
}

#[test]
fn png_labels_say_what_they_were_made_of() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("png");
    let (link, element_string) = (link(), element_string());
    let said = label("png", &out, &[&link, &element_string]).unwrap();
    assert!(
        said.contains("2 labels written and read back, 0 refused"),
        "{said}"
    );
    let files = ["0000001.png", "0000002.png"].map(|name| out.join(name));
    let read = touchstone(&[
        "decode",
        files[0].to_str().unwrap(),
        files[1].to_str().unwrap(),
    ]);
    let symbols: Vec<Value> = lines(&read)
        .into_iter()
        .map(|line| line["symbols"][0].clone())
        .collect();
    assert_eq!(symbols[0]["symbology_identifier"], "]Q1");
    assert_eq!(symbols[0]["text"], link);
    assert_eq!(symbols[1]["symbology_identifier"], "]d2");
    assert_eq!(
        symbols[1]["text"],
        format!("01{TEA}1728011010L1\u{1d}218THHTT32TZ0809ZD")
    );
}

#[test]
fn every_format_is_written_once() {
    let folder = tempfile::tempdir().unwrap();
    for (format, name, begins) in [
        ("svg", "svg", ""),
        ("pdf", "labels.pdf", "%PDF-"),
        ("zpl", "labels.zpl", "^XA"),
    ] {
        let out = folder.path().join(name);
        label(format, &out, &[&element_string()]).unwrap();
        let file = match format {
            "svg" => out.join("0000001.svg"),
            _ => out.clone(),
        };
        let text = String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned();
        assert!(text.starts_with(begins), "{format}");
        let error = label(format, &out, &[&element_string()]).unwrap_err();
        assert!(
            error.contains("labels.") || error.contains("is not empty"),
            "{error}"
        );
    }
    let scale = folder.path().join("scale.pdf");
    label("pdf", &scale, &["--scale-test"]).unwrap();
    assert!(fs::read(scale).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_code_that_is_wrong_is_refused_and_the_others_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("svg");
    let wrong = "(01)09506000100013(21)A1";
    let said = label("svg", &out, &[wrong, &element_string(), "nonsense"]).unwrap_err();
    assert!(
        said.contains(&format!("line 1: {wrong}: The last digit")),
        "{said}"
    );
    assert!(said.contains("line 3: nonsense"), "{said}");
    assert!(
        said.contains("1 labels written and read back, 2 refused"),
        "{said}"
    );
    let files: Vec<_> = fs::read_dir(&out)
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(files, ["0000002.svg"]);
}

#[test]
fn sizes_that_do_not_fit_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("labels.pdf");
    let code = element_string();
    for (arguments, expected) in [
        (&["--module-mm", "0.4"][..], "0.423 mm would be"),
        (
            &["--module-mm", "0.254", "--retail-checkout"],
            "between 0.396 and 0.99 mm",
        ),
        (
            &["--module-mm", "0.931", "--dpi", "600", "--sheet", "a4-5x13"],
            "larger than its place",
        ),
    ] {
        let said = label("pdf", &out, &[arguments, &[&code]].concat()).unwrap_err();
        assert!(said.contains(expected), "{said}");
        let _ = fs::remove_file(&out);
    }
}

#[test]
fn advice_says_why() {
    let advise = |arguments: &[&str]| {
        let output = touchstone(&[&["advise"], arguments].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        (output.status.success(), text)
    };
    let (fits, sticker) = advise(&["--size-mm", "20", "--method", "thermal", "--serial", "16"]);
    assert!(fits);
    assert!(sticker.starts_with("1. QR Code"), "{sticker}");
    assert!(sticker.contains("Any phone's camera opens it"));
    let (fits, inkjet) = advise(&["--size-mm", "12", "--method", "inkjet"]);
    assert!(fits);
    assert!(inkjet.starts_with("1. Data Matrix"), "{inkjet}");
    assert!(inkjet.contains("try it on the real material first"));
    assert!(inkjet.contains("Not QR Code"), "{inkjet}");
    let (fits, nothing) = advise(&["--size-mm", "4", "--method", "inkjet"]);
    assert!(!fits);
    assert!(nothing.contains("It needs"), "{nothing}");
}
