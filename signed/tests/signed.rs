//! Sealed codes, and everything that somebody may do to one.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing must fail")]
#![cfg(feature = "sign")]

use gs1::Date;
use signed::{KeyRing, KnownKey, PROFILE, PublicKey, Seal, SealFound, SigningKey, Statement};
use trace::Signature;

const LINK: &str = "https://id.gs1.org/01/09506000134352/10/L1/21/K7M4Q2XT9PWB1234?17=280630";

fn key(seed: u8) -> SigningKey {
    SigningKey::new(&[seed; 32]).unwrap()
}

fn ring(revoked_on: Option<Date>) -> KeyRing {
    KeyRing(vec![KnownKey {
        key: key(7).public().clone(),
        prefixes: vec!["9506000".to_owned()],
        revoked_on,
    }])
}

fn statement(code: &str) -> Statement {
    Statement::of(&gs1::parse(code, None).0).unwrap()
}

fn seal(seed: u8) -> Seal {
    key(seed).seal(&statement(LINK))
}

#[track_caller]
fn check(code: &str, expected: &Signature) {
    let (message, faults) = gs1::parse(code, None);
    assert!(faults.is_empty(), "{code}: {faults:?}");
    assert_eq!(ring(None).judge(&message), *expected, "{code}");
}

fn valid() -> Signature {
    Signature::Valid {
        key: key(7).public().id().to_string(),
    }
}

#[test]
fn the_bytes_are_those_of_the_documentation() {
    let text =
        "touchstone-signed-code-1\n01=09506000134352\n10=L1\n17=280630\n21=K7M4Q2XT9PWB1234\n";
    assert_eq!(statement(LINK).text(), text);
    assert!(text.starts_with(PROFILE));
    let element_string = "(01)09506000134352(17)280630(10)L1(21)K7M4Q2XT9PWB1234";
    assert_eq!(statement(element_string), statement(LINK));
    assert_eq!(statement(LINK).gtin(), "09506000134352");
    let with_variant = "https://id.gs1.org/01/09506000134352/22/2A/10/L1/21/S1?15=280630";
    assert_eq!(
        statement(with_variant).with_serial("S2").text(),
        "touchstone-signed-code-1\n01=09506000134352\n10=L1\n15=280630\n21=S2\n22=2A\n"
    );
    // RFC 8032 signatures are deterministic, so that this one can stand in the documentation.
    assert_eq!(
        seal(7).to_string(),
        include_str!("../../docs/signed-codes.md")
            .lines()
            .find_map(|line| line.strip_prefix("    seal: "))
            .unwrap()
    );
}

#[test]
fn a_sealed_code_is_valid_in_both_forms() {
    let seal = seal(7);
    assert_eq!(seal.to_string().len(), signed::SEAL_LEN);
    assert_eq!(seal.to_string().parse(), Ok(seal));
    check(&format!("{LINK}&sig={seal}"), &valid());
    check(&format!("{LINK}&sig={seal}&lang=de"), &valid());
    check(
        &format!("(01)09506000134352(17)280630(10)L1(21)K7M4Q2XT9PWB1234(99){seal}"),
        &valid(),
    );
    check(LINK, &Signature::Absent);
}

#[test]
fn whatever_is_changed_shows() {
    let seal = seal(7);
    for (from, to) in [
        ("/10/L1", "/10/L2"),
        ("/10/L1", ""),
        ("280630", "290630"),
        ("1234?", "1235?"),
        ("09506000134352", "09506000134369"),
        ("/10/", "/22/2A/10/"),
    ] {
        let code = format!("{LINK}&sig={seal}").replace(from, to);
        check(&code, &Signature::Wrong);
    }
    check(
        &format!("https://id.gs1.org/01/09506000134352/10/L1/21/K7M4Q2XT9PWB1234?sig={seal}"),
        &Signature::Wrong,
    );
    check(
        &format!("https://id.gs1.org/01/09506000134352/10/L1?sig={seal}"),
        &Signature::Wrong,
    );
    let mut bits = seal.signature;
    for at in 0..64 {
        bits[at] ^= 1 << (at % 8);
        let bent = Seal {
            signature: bits,
            ..seal
        };
        check(&format!("{LINK}&sig={bent}"), &Signature::Wrong);
        bits = seal.signature;
    }
}

#[test]
fn what_is_no_seal_is_wrong() {
    let seal = seal(7).to_string();
    let last = if seal.ends_with('A') { "B" } else { "A" };
    for text in [
        "x",
        "",
        &seal[..89],
        &format!("{seal}A"),
        &format!("{}{last}", &seal[..89]),
    ] {
        check(&format!("{LINK}&sig={text}"), &Signature::Wrong);
    }
    let (message, _) = gs1::parse(LINK, None);
    assert_eq!(SealFound::of(&message), SealFound::Absent);
}

#[test]
fn a_key_says_nothing_about_another_s_products() {
    let stranger = seal(8);
    let unknown = Signature::UnknownKey {
        key: stranger.key.to_string(),
    };
    check(&format!("{LINK}&sig={stranger}"), &unknown);
    // A stranger's signature under the brand's own key identifier.
    let forged = Seal {
        key: seal(7).key,
        ..stranger
    };
    check(&format!("{LINK}&sig={forged}"), &Signature::Wrong);
    let other = "https://id.gs1.org/01/09521000000018/21/S1";
    let own = key(7).seal(&statement(other));
    let unknown = Signature::UnknownKey {
        key: own.key.to_string(),
    };
    check(&format!("{other}?sig={own}"), &unknown);
}

#[test]
fn a_revoked_key_is_told() {
    let on = Date {
        year: 2026,
        month: 11,
        day: 24,
    };
    let (seal, code) = (seal(7), format!("{LINK}&sig={}", seal(7)));
    let (message, _) = gs1::parse(&code, None);
    assert_eq!(
        ring(Some(on)).judge(&message),
        Signature::Revoked {
            key: seal.key.to_string(),
            on
        }
    );
    let bent = code.replace("280630", "290630");
    let (message, _) = gs1::parse(&bent, None);
    assert_eq!(ring(Some(on)).judge(&message), Signature::Wrong);
}

#[test]
fn a_key_that_fits_any_signature_is_none() {
    // The neutral element, and a point that is not on the curve.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    assert!(PublicKey::new(&neutral).is_err());
    let mut off = [0; 32];
    off[0] = 2;
    assert!(PublicKey::new(&off).is_err());
}
