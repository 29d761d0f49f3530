//! What people scan, paste and type, and what comes of it.

use gs1::{Form, parse};

use crate::{check, said};

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
    // A value may hold these characters, too.
    check("]d2010950600013435210A(GS)B", "01=09506000134352 10=A(GS)B");
    check(
        "]d2010950600013435210A(GS)21B(GS)",
        "01=09506000134352 10=A 21=B",
    );
    check(
        "]d2010950600013435210AB\u{1d}\u{1d}17271231",
        "01=09506000134352 10=AB 17=271231 ! empty-element \"\\u{1d}\"",
    );
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
    check("]d2", "! empty \"\"");
    check("]d2\u{1d}", "! empty \"\\u{1d}\"");
    check("]d210", "! empty-value \"10\"");
}

#[test]
fn bracketed() {
    check(
        "(01)09506000134352(21)A1(10)L7",
        "01=09506000134352 21=A1 10=L7",
    );
    check(r"(01)09506000134352(10)A\(1)", "01=09506000134352 10=A(1)");
    check(
        r"(01)09506000134352(10)A\(1)é",
        "01=09506000134352 10=A(1)é ! not-cset-82 \"é\"",
    );
    check(
        "(01)09506000134352(ab)A1",
        "01=09506000134352 ! unknown-ai \"ab\"",
    );
    check(
        "(01)09506000134352(21",
        "01=09506000134352 ! unbalanced-brackets \"(21\"",
    );
    check(
        "(01)09506000134352(21)(10)L7",
        "01=09506000134352 10=L7 ! empty-value \"21\"",
    );
    check("[01]09506000134352[21]A1", "01=09506000134352 21=A1");
    check("（01）09506000134352（21）A1", "01=09506000134352 21=A1");
}

#[test]
fn blanks_between_brackets() {
    // As packs print it.
    check("(01) 09506000134352 (21) A1", "01=09506000134352 21=A1");
    check("  (01)09506000134352\n(21)A1\n", "01=09506000134352 21=A1");
    // No value of this length can end with one.
    check(
        "(01)09506000134352 (21)A1 (10)L7",
        "01=09506000134352 21=A1 10=L7",
    );
    // It could be a slip in the value.
    check(
        "(21)A1 (01)09506000134352",
        "21=A1  01=09506000134352 ! not-cset-82 \" \"",
    );
}

#[test]
fn separators_as_they_are_pasted_and_typed() {
    let expected = "01=09506000134352 21=A1 10=L7";
    for spelling in [
        "{GS}", "<GS>", "[GS]", "␝", "\\x1d", "\\u001d", "&#29;", "^]", "{FNC1}", "↔", "|", "~",
        "#", "@", "¬", "\t",
    ] {
        let text = format!("010950600013435221A1{spelling}10L7");
        assert_eq!(said(&text, None), expected, "{spelling}");
    }
    check("]d2010950600013435221A1<GS>10L7", expected);
    check("{GS}010950600013435221A1{GS}10L7{GS}", expected);
    check("è010950600013435221A1è10L7", expected);
    check("^010950600013435221A1^10L7", expected);
    check("\u{2}010950600013435221A1\u{1d}10L7\r\n", expected);
    check("\u{feff}]Q3010950600013435221A1\u{1d}10L7\u{4}", expected);
    // Behind an identifier of a symbology, only what means GS is one.
    check(
        "]d2010950600013435221A1|10L7",
        "01=09506000134352 21=A1|10L7 ! not-cset-82 \"|\"",
    );
    // Where nothing known follows, it is a slip.
    check(
        "010950600013435221A|1",
        "01=09506000134352 21=A|1 ! not-cset-82 \"|\"",
    );
}

#[test]
fn digits_of_a_retail_symbol() {
    check("9506000134352", "01=09506000134352");
    check("]E09506000134352", "01=09506000134352");
    check("]E496385074", "01=00000096385074");
    check("]I119506000134359", "01=19506000134359");
    check("]E0614141007349", "01=00614141007349");
    // UPC-E, as some readers leave it.
    check("]E004252614", "01=00042100005264");
    check("04252614", "01=00042100005264");
    // Eight digits that are an EAN-8 and a UPC-E: the symbology tells which.
    check("]E001000009", "01=00010000000009");
    check("]E401000009", "01=00000001000009");
    check("01000009", "01=00000001000009");
    check(
        "]E404252614",
        "01=00000004252614 ! incorrect-check-digit \"4\"",
    );
    check(
        "9506000134353",
        "01=09506000134353 ! incorrect-check-digit \"3\"",
    );
    check("]E095060001343", "! not-a-gtin \"95060001343\"");
    check("]E0950600013435x", "! not-a-gtin \"x\"");
    check("]E4", "! empty \"\"");
    check(
        "]E09506000134352|]e010L7\u{1d}17271130",
        "01=09506000134352 10=L7 17=271130",
    );
    check("9506000134352|^10L7", "01=09506000134352 10=L7");
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
    assert_eq!(form("mailto:a@example.com"), Form::OtherUri);
    assert_eq!(said("hello", Some("]d2")), "! unknown-ai \"hell\"");
    assert_eq!(said("hello", None), "! no-gs1-data \"hello\"");
    // A symbol of plain data promised nothing.
    assert_eq!(said("hello", Some("]d1")), "");
    check("]d1hello", "");
    check("]X0hello", "! unsupported-symbology \"]X0\"");
    // An EPC URN is read from any symbol that holds plain data.
    check(
        "]Q1urn:epc:id:sgtin:9506000.013435.A1",
        "01=09506000134352 21=A1",
    );
    check(
        "]d2https://a.example/01/09506000134352",
        "01=09506000134352 ! link-in-gs1-mode \"]d2https://a.example/01/09506000134352\"",
    );
    // A link is read whatever carries it.
    check(
        "]Q2https://a.example/01/09506000134352",
        "01=09506000134352",
    );
}

#[test]
fn forms_of_one_identity() {
    let (message, faults) = parse("]d2010950600013435221A/1\u{1d}17270131", None);
    assert!(faults.is_empty());
    assert_eq!(message.bracketed(), "(01)09506000134352(21)A/1(17)270131");
    assert_eq!(
        message.scan_data().as_deref(),
        Some("]d2010950600013435221A/1\u{1d}17270131")
    );
    assert_eq!(message.unbracketed(), "^010950600013435221A/1^17270131");
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

#[test]
fn a_character_of_several_bytes_is_one_fault() {
    check(
        "(01)é9506000134352",
        "01=é9506000134352 ! not-a-digit \"é\"",
    );
    check(
        "]d201095060001343é217271231",
        "01=095060001343é2 17=271231 ! not-a-digit \"é\"",
    );
    check(
        "(01)09506000134352(7040)é",
        "01=09506000134352 7040=é ! not-a-digit \"é\"",
    );
}

#[test]
fn what_is_too_short_is_shown_whole() {
    check(
        "(01)09506000134352(8008)2701012",
        "01=09506000134352 8008=2701012 ! too-short \"2701012\"",
    );
    check(
        "(01)09506000134352()X",
        "01=09506000134352 ! empty-element \"\"",
    );
}

#[test]
fn a_code_stays_in_its_kind_of_symbol() {
    for text in ["]I109506000134352", "]E00000096385074", "]E496385074"] {
        let (message, _) = parse(text, None);
        assert_eq!(message.scan_data().as_deref(), Some(text));
    }
}

#[test]
fn urns_name_something() {
    for text in [
        "urn:epc:id:giai:9506000.",
        "urn:epc:id:cpi:9506000..5",
        "urn:epc:id:sgtin:9506000.013435.A/B",
        "urn:epc:id:sgtin:9506000.013435.A%2",
    ] {
        check(text, &format!("! malformed-urn \"{text}\""));
    }
    check(
        "urn:epc:id:sgtin:9506000.013435.A%2FB",
        "01=09506000134352 21=A/B",
    );
}
