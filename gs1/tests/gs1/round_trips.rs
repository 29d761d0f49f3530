//! Each form and back, for any message and any text.

use gs1::{Dictionary, parse};
use proptest::prelude::*;

use crate::{
    generate::{self, Random},
    invariants,
};

/// A message around a key that a link can have, from a seed.
fn identity(seed: u64) -> String {
    let dictionary = Dictionary::BUILTIN;
    let mut random = Random(seed);
    loop {
        let entries: Vec<&gs1::Entry> = dictionary
            .entries()
            .iter()
            .filter(|entry| entry.is_key() || entry.is_attribute())
            .collect();
        let entry = random.pick(&entries);
        let ai = generate::identifier(entry, &mut random);
        let Some(pairs) = generate::message(&dictionary, ai, &mut random) else {
            continue;
        };
        let text = generate::bracketed(&pairs);
        if parse(&text, None).0.canonical_digital_link().is_some() {
            return text;
        }
    }
}

#[test]
fn a_thousand_identities_in_four_compressions() {
    let mut shorter = 0;
    for seed in 0..1000 {
        let text = identity(seed);
        let (message, faults) = parse(&text, None);
        assert_eq!(faults, [], "{text}");
        let plain = message.canonical_digital_link().unwrap();
        for how in invariants::compressions() {
            let stem = gs1::CANONICAL_STEM;
            let link = message.compressed_digital_link(stem, &how).unwrap();
            let (again, faults) = parse(&link, None);
            assert_eq!(faults, [], "{text} {link}");
            assert_eq!(invariants::set(&again), invariants::set(&message), "{link}");
            shorter += u32::from(link.len() < plain.len());
        }
    }
    // It is worth its while: most get shorter.
    assert!(shorter > 3000, "{shorter} of 4000 are shorter");
}

proptest! {
    #[test]
    fn messages_in_every_form(seed: u64) {
        invariants::hold(&Dictionary::BUILTIN, &identity(seed), None);
    }

    #[test]
    fn any_text(text in "\\PC{0,60}") {
        invariants::hold(&Dictionary::BUILTIN, &text, None);
    }

    #[test]
    fn any_scan(digits in "[0-9\\x1d]{0,40}[ -~\\x1d]{0,20}", identifier in "\\][CdQEeJI][0-6]") {
        invariants::hold(&Dictionary::BUILTIN, &format!("{identifier}{digits}"), None);
    }

    #[test]
    fn any_brackets(text in "(\\([0-9]{2,4}\\)[ -~é]{0,20}){1,5}") {
        invariants::hold(&Dictionary::BUILTIN, &text, None);
    }

    #[test]
    fn any_link(path in "(/[0-9]{2,4}/[!-~é]{0,20}){0,4}", query in "([0-9]{2,4}=[!-~]{0,9}&?){0,4}") {
        invariants::hold(&Dictionary::BUILTIN, &format!("https://a.example{path}?{query}"), None);
    }

    #[test]
    fn any_segment(segment in "[A-Za-z0-9_-]{0,40}") {
        invariants::hold(&Dictionary::BUILTIN, &format!("https://a.example/{segment}"), None);
    }

    #[test]
    fn any_dictionary(lines in "([0-9]{2,4} [*?]{0,2} [NXYZ][.]{0,2}[0-9]{1,2}(,[a-z]{2,6})? ?(req|ex|dlpkey)?=?[0-9n+,|]{0,9} # x\n){1,5}") {
        if let Ok((dictionary, _)) = Dictionary::parse(&lines) {
            invariants::hold(&dictionary, "(01)09506000134352(21)A1", None);
        }
    }
}
