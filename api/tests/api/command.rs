//! The `touchstone` command.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Output, Stdio},
};

use label::{Request, Symbology};
use serde_json::{Value, json};

use crate::site::{RECORDS, TEA};

pub(crate) fn touchstone(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(arguments)
        .output()
        .unwrap()
}

/// As [`touchstone`], with something on standard input.
pub(crate) fn told(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    child.wait_with_output().unwrap()
}

pub(crate) fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn draw(path: &Path, symbology: Symbology, content: &str) {
    let gs1 = symbology == Symbology::DataMatrix;
    let modules = label::encode(&Request {
        symbology,
        gs1,
        content,
    })
    .unwrap();
    let (cols, rows) = (modules.cols() as u32 + 8, modules.rows() as u32 + 8);
    let picture = image::GrayImage::from_fn(cols * 5, rows * 5, |x, y| {
        let (col, row) = (
            (x / 5).wrapping_sub(4) as usize,
            (y / 5).wrapping_sub(4) as usize,
        );
        let is_dark = col < modules.cols() && row < modules.rows() && modules.bit(row, col);
        image::Luma([if is_dark { 0 } else { 255 }])
    });
    picture.save(path).unwrap();
}

#[test]
fn decode_prints_a_line_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (qr, matrix, none) = (
        folder.path().join("qr.png"),
        folder.path().join("matrix.png"),
        folder.path().join("none.png"),
    );
    draw(
        &qr,
        Symbology::QrCode,
        "https://check.example/01/09506000100012",
    );
    draw(
        &matrix,
        Symbology::DataMatrix,
        "010950600010001210T1\u{1d}21TEA1",
    );
    image::GrayImage::from_pixel(100, 80, image::Luma([255]))
        .save(&none)
        .unwrap();
    let paths = [&qr, &matrix, &none].map(|path| path.to_str().unwrap());
    let output = touchstone(&["decode", paths[0], paths[1], paths[2]]);
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines[0]["file"], paths[0]);
    assert!(lines[0]["ms"].as_f64().unwrap() >= 0.0);
    let symbol = &lines[0]["symbols"][0];
    assert_eq!(symbol["symbology"], "QRCode");
    assert_eq!(symbol["symbology_identifier"], "]Q1");
    assert_eq!(symbol["text"], "https://check.example/01/09506000100012");
    assert_eq!(symbol["corners"].as_array().unwrap().len(), 4);
    assert_eq!(
        (&symbol["inverted"], &symbol["mirrored"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(symbol["confidence"], 1.0, "nothing had to be mended");
    assert_eq!(symbol["modules"], json!([29, 29]));
    assert_eq!(symbol["part"], json!(null));
    let symbol = &lines[1]["symbols"][0];
    assert_eq!(symbol["symbology_identifier"], "]d2");
    assert_eq!(symbol["text"], "010950600010001210T1\u{1d}21TEA1");
    assert!(
        symbol["bytes"]
            .as_str()
            .unwrap()
            .ends_with("1d323154454131")
    );
    assert_eq!(
        lines[2],
        json!({ "file": paths[2], "width": 100, "height": 80, "ms": lines[2]["ms"], "symbols": [] })
    );
    let small = touchstone(&["decode", "--frame", "64x48", paths[2]]);
    assert_eq!(self::lines(&small)[0]["width"], 60);
}

#[test]
fn decode_says_why_a_code_in_view_can_not_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("glare.png");
    draw(
        &path,
        Symbology::QrCode,
        "https://check.example/01/09506000100012",
    );
    let mut picture = image::open(&path).unwrap().to_luma8();
    // Data alone: what tells that it is a QR Code stays in view.
    let hidden = image::GrayImage::from_pixel(55, 55, image::Luma([255]));
    image::imageops::replace(&mut picture, &hidden, 65, 65);
    picture.save(&path).unwrap();
    let output = touchstone(&["decode", path.to_str().unwrap()]);
    let line = &lines(&output)[0];
    assert_eq!(line["symbols"], json!([]));
    let unread = &line["unread"][0];
    assert_eq!(unread["symbology"], "QRCode");
    assert_eq!(unread["trouble"], "glare");
    assert_eq!(unread["corners"].as_array().unwrap().len(), 4);
}

#[test]
fn decode_says_what_it_can_not_read() {
    let output = touchstone(&["decode", "/nonexistent.png"]);
    assert!(!output.status.success());
    assert!(lines(&output)[0]["error"].is_string());
    assert!(
        !touchstone(&["decode", "--frame", "wide", "x.png"])
            .status
            .success()
    );
}

#[test]
fn import_key_serve_and_end() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("brand.jsonl");
    std::fs::write(&records, RECORDS).unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let import = |expected: &str| {
        let output = touchstone(&["import", "--database", &database, records.to_str().unwrap()]);
        assert!(output.status.success());
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains(expected), "{said}");
    };
    import("0 changed, 0 unchanged, 0 wrong");
    import("0 added, 0 changed");
    let key = touchstone(&["key", "create", "--database", &database, "--brand", "acme"]);
    assert!(String::from_utf8_lossy(&key.stdout).starts_with("touchstone_"));
    let nobody = touchstone(&[
        "key",
        "create",
        "--database",
        &database,
        "--brand",
        "nobody",
    ]);
    assert!(!nobody.status.success());

    let mut server = Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(["serve", "--listen", "127.0.0.1:0", "--database", &database])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(server.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("listening on http://").unwrap();
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET /01/{TEA}/21/TEA1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut page = String::new();
    std::io::Read::read_to_string(&mut stream, &mut page).unwrap();
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("Issued by Acme"));

    let terminated = Command::new("kill")
        .arg(server.id().to_string())
        .status()
        .unwrap();
    assert!(terminated.success());
    assert!(server.wait().unwrap().success());
    let mut more = String::new();
    out.read_line(&mut more).unwrap();
    assert_eq!(more, "", "exactly one line");
}

#[test]
fn other_databases_are_named() {
    let output = touchstone(&["serve", "--database", "oracle:x"]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("write `sqlite:PATH`"), "{said}");
}

#[test]
fn a_bad_import_fails_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("bad.jsonl");
    std::fs::write(&records, "\nnonsense\n").unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let output = touchstone(&["import", "--database", &database, records.to_str().unwrap()]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("bad.jsonl:2: not a record"), "{said}");
    assert!(said.contains("nothing was kept"), "{said}");
}
