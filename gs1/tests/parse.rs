//! What people scan, paste and type, and what comes of it.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use gs1::{Form, SymbologyIdentifier, parse};

/// Elements and faults in one line: `01=09506000134352 21=A1 ! incorrect-check-digit "2"`.
fn said(text: &str, symbology: Option<&str>) -> String {
    let symbology = symbology.map(|text| text.parse::<SymbologyIdentifier>().unwrap());
    let (message, faults) = parse(text, symbology);
    let elements = message
        .elements
        .iter()
        .map(|e| format!("{}={}", e.ai, e.value));
    let faults = faults
        .iter()
        .map(|f| format!("! {} {:?}", f.kind.name(), &text[f.span.clone()]));
    elements.chain(faults).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(said(text, None), expected, "{text:?}");
}

#[test]
fn element_strings() {
    check(
        "]d20109506000134352210A1\u{1d}10L7",
        "01=09506000134352 21=0A1 10=L7",
    );
    check("]d2\u{1d}010950600013435221A1", "01=09506000134352 21=A1");
    check(
        "]Q30109506000134352172701311 0L7",
        "01=09506000134352 17=270131 ! unknown-ai \"1 0L\"",
    );
    check(
        "010950600013435221A1{GS}10L7",
        "01=09506000134352 21=A1 10=L7",
    );
    check(
        "010950600013435221A1<GS>10L7",
        "01=09506000134352 21=A1 10=L7",
    );
    check("010950600013435221A1␝10L7", "01=09506000134352 21=A1 10=L7");
    check("010950600013435221A1\u{1d}", "01=09506000134352 21=A1");
    check("]C100106141412345678908", "00=106141412345678908");
}

#[test]
fn faults_say_where() {
    check(
        "]d2010950600013435321A1",
        "01=09506000134353 21=A1 ! incorrect-check-digit \"3\"",
    );
    check(
        "]d2010950600013435",
        "01=0950600013435 ! too-short \"0950600013435\"",
    );
    check(
        "]d2010950600013435217271341",
        "01=09506000134352 17=271341 ! illegal-month \"13\"",
    );
    check(
        "]d201095060001343522112345678901234567890123",
        "01=09506000134352 21=12345678901234567890123 ! too-long \"123\"",
    );
    check(
        "]d2010950600013435221A^1",
        "01=09506000134352 21=A^1 ! not-cset-82 \"^\"",
    );
    check(
        "]d2010950600013435210L7\u{1d}10L8",
        "01=09506000134352 10=L7 10=L8 ! repeated-ai \"L8\"",
    );
    check(
        "010950600013435221é{GS}10L€",
        "01=09506000134352 21=é 10=L€ ! not-cset-82 \"é\" ! not-cset-82 \"€\"",
    );
    check("", "! empty \"\"");
    check("]d2", "! empty \"]d2\"");
}

#[test]
fn bracketed() {
    check(
        "(01)09506000134352(21)A1(10)L7",
        "01=09506000134352 21=A1 10=L7",
    );
    check("(01) 09506000134352 (21) A1", "01=09506000134352 21=A1");
    check(r"(01)09506000134352(10)A\(1)", "01=09506000134352 10=A(1)");
    check(
        "(01)09506000134352(ab)A1",
        "01=09506000134352 ! unknown-ai \"ab\"",
    );
    check(
        "(01)09506000134352(21",
        "01=09506000134352 ! unbalanced-brackets \"(21\"",
    );
}

#[test]
fn digital_links() {
    check(
        "https://id.gs1.org/01/09506000134352/21/A1",
        "01=09506000134352 21=A1",
    );
    check(
        "HTTPS://EXAMPLE.COM/01/09506000134352/10/L7/21/A1?17=270131",
        "01=09506000134352 10=L7 21=A1 17=270131",
    );
    check(
        "https://a.example/some/path/01/9506000134352/",
        "01=09506000134352",
    );
    check(
        "https://a.example/01/09506000134352/21/x%2Fy%25",
        "01=09506000134352 21=x/y%",
    );
    check(
        "https://a.example/01/09506000134352/21/A1/10/L7",
        "01=09506000134352 21=A1 10=L7 ! qualifier-order \"21/A1/10\"",
    );
    check(
        "https://a.example/01/09506000134353",
        "01=09506000134353 ! incorrect-check-digit \"3\"",
    );
    check(
        "https://a.example/01/09506000134352?21=A1",
        "01=09506000134352 ! not-an-attribute \"21\"",
    );
    check(
        "https://a.example/01/09506000134352/21/%zz",
        "01=09506000134352 21=%zz ! bad-percent-encoding \"%zz\"",
    );
    check("https://a.example/", "");
    let (message, _) = parse(
        "https://a.example/p/01/09506000134352?linkType=gs1:pip&x=1+2",
        None,
    );
    assert_eq!(message.form, Form::DigitalLink);
    assert_eq!(message.stem.as_deref(), Some("https://a.example/p"));
    assert_eq!(message.host(), Some("a.example"));
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        message.ignored_query,
        [pair("linkType", "gs1:pip"), pair("x", "1 2")]
    );
}

#[test]
fn digits_of_a_retail_symbol() {
    check("9506000134352", "01=09506000134352");
    check("]E09506000134352", "01=09506000134352");
    check("]E496385074", "01=00000096385074");
    check(
        "9506000134353",
        "01=09506000134353 ! incorrect-check-digit \"3\"",
    );
}

#[test]
fn what_is_no_gs1() {
    let form = |text: &str| parse(text, None).0.form;
    assert_eq!(form("hello"), Form::OtherText);
    assert_eq!(form("WIFI:S:home;T:WPA;P:secret;;"), Form::OtherText);
    assert_eq!(form("https://example.com/shop?id=1"), Form::OtherUri);
    assert_eq!(form("bitcoin://x"), Form::OtherUri);
    assert_eq!(form("10 green bottles"), Form::OtherText);
    assert_eq!(form("2026"), Form::OtherText);
    assert_eq!(said("hello", Some("]d2")), "! unknown-ai \"hell\"");
}

#[test]
fn forms_of_one_identity() {
    let (message, faults) = parse("]d2010950600013435221A/1\u{1d}17270131", None);
    assert!(faults.is_empty());
    assert_eq!(message.bracketed(), "(01)09506000134352(21)A/1(17)270131");
    assert_eq!(message.scan_data(), "01095060001343521727013121A/1");
    assert_eq!(message.hri()[1], "(21) A/1");
    assert_eq!(
        message.digital_link("https://id.gs1.org").as_deref(),
        Some("https://id.gs1.org/01/09506000134352/21/A%2F1?17=270131")
    );
    let identity = message.identity().unwrap();
    assert_eq!(identity.serial.as_deref(), Some("A/1"));
    let (again, faults) = gs1::from_path(&identity.digital_link_path(), None);
    assert!(faults.is_empty());
    assert_eq!(again.identity().unwrap().serial, identity.serial);
}

#[test]
fn a_faulty_serial_leaves_the_identity_and_a_wrong_gtin_takes_it() {
    assert!(
        parse("(01)09506000134352(21)A^1", None)
            .0
            .identity()
            .is_some()
    );
    assert!(
        parse("(01)09506000134353(21)A1", None)
            .0
            .identity()
            .is_none()
    );
    assert!(parse("hello", None).0.identity().is_none());
}
