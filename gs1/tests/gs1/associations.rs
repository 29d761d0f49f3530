//! What elements say of each other, on one carrier and on all of a pack.

use gs1::parse;

/// The kinds and details of the faults that elements have with each other.
fn associations(text: &str) -> Vec<String> {
    let (_, faults) = parse(text, None);
    let said = |fault: &gs1::Fault| {
        let ai = fault.ai.map(|ai| ai.to_string()).unwrap_or_default();
        format!("{} {ai} {}", fault.kind.name(), fault.detail)
    };
    faults.iter().map(said).collect()
}

#[test]
fn what_elements_say_of_each_other() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(associations(text), expected, "{text}");
    };
    let gtin = "(01)09506000134352";
    check("(10)L7", &["missing-association 10 01,02,03,8006,8026"]);
    check(&format!("{gtin}(10)L7"), &[]);
    check(&format!("{gtin}(250)A"), &["missing-association 250 21"]);
    check(
        &format!("{gtin}(7004)12"),
        &["missing-association 7004 01+10"],
    );
    check(&format!("{gtin}(10)L7(7004)12"), &[]);
    check(
        &format!("{gtin}(3920)99"),
        &["missing-association 3920 30,31nn,32nn,35nn,36nn"],
    );
    check(&format!("{gtin}(3920)99(3512)000001"), &[]);
    check(
        &format!("{gtin}(3103)000195(3102)001950"),
        &["excluded-pair 3103 3102", "excluded-pair 3102 3103"],
    );
    check(&format!("{gtin}(21)A(235)B"), &["excluded-pair 21 235"]);
    check(&format!("{gtin}(10)L7(10)L8"), &["repeated-ai 10 "]);
    check(&format!("{gtin}(10)L7(10)L7"), &[]);
    check("(253)9506000134352(8030)abc", &["unsigned-serial 253 "]);
    check("(253)9506000134352A1(8030)abc", &[]);
    check(
        &format!("{gtin}(8030)abc"),
        &["missing-association 8030 00,01+21,253,255,8003,8004,8006+21,8010+8011,8017,8018"],
    );
    // What can't be read may be what is missing.
    check("(10)L7(0l)09506000134352", &["unknown-ai  "]);
}

#[test]
fn the_carriers_of_a_pack_complete_each_other() {
    let read = |text: &'static str| parse(text, None).0;
    let faults = |carriers: &[&gs1::Message<'_>]| -> Vec<String> {
        let faults = gs1::pack_faults(carriers);
        let said = |fault: &gs1::PackFault| {
            let gs1::Fault { kind, ai, .. } = &fault.fault;
            format!("{} {} {:?}", fault.carrier, kind.name(), ai.unwrap())
        };
        faults.iter().map(said).collect()
    };
    let linear = read("]E09506000134352");
    let matrix = read("]d2172711301\u{1d}10L7");
    let dated = read("]d21727113010L7");
    let link = read("https://a.example/01/09506000134352/10/L8");
    let other = read("]d20109506000134369");
    assert_eq!(matrix.elements.len(), 2);
    assert_eq!(faults(&[&linear, &dated]), [""; 0]);
    assert_eq!(
        faults(&[&dated]),
        ["0 missing-association (17)", "0 missing-association (10)"]
    );
    assert_eq!(faults(&[&linear, &dated, &link]), ["2 repeated-ai (10)"]);
    assert_eq!(faults(&[&linear, &other]), ["1 repeated-ai (01)"]);
    assert_eq!(faults(&[]), [""; 0]);
}

#[test]
fn unknown_identifiers_where_they_are_wanted() {
    use gs1::{Dictionary, UnknownAis};
    let text = "https://a.example/01/09506000134352?89=XXX&linkType=all";
    let read = |unknown| {
        let dictionary = Dictionary::BUILTIN.with_unknown(unknown);
        let (message, faults) = dictionary.read(text, None);
        let faults: Vec<&str> = faults.iter().map(|fault| fault.kind.name()).collect();
        format!("{} {}", message.bracketed(), faults.join(" "))
    };
    let gtin = "(01)09506000134352";
    assert_eq!(read(UnknownAis::Refuse), format!("{gtin} unknown-ai"));
    assert_eq!(read(UnknownAis::Keep), format!("{gtin} not-an-attribute"));
    assert_eq!(
        read(UnknownAis::KeepAsAttributes),
        format!("{gtin}(89)XXX ")
    );
}

#[test]
fn more_than_a_pack_carries() {
    let text = "(99)x".repeat(65);
    assert_eq!(associations(&text), ["too-many-elements  "]);
}
