//! Every identifier against the dictionary's own rules: right, shuffled, missing what must go with
//! it, one character wrong, one too many, one too few.
//!
//! With `TOUCHSTONE_STANDARDS`, the published dictionary must make the table that is built in, too.

use std::env;

use gs1::{Ai, Dictionary, FaultKind, parse};

use crate::{
    generate::{self, Pair, Random},
    invariants,
};

/// Rounds over all identifiers; more of them with `TOUCHSTONE_DEEP`.
fn rounds() -> u64 {
    if env::var_os("TOUCHSTONE_DEEP").is_some() {
        200
    } else {
        5
    }
}

/// Calls `act` with messages that are right, each with the identifier that it was made for.
fn each(seed: u64, mut act: impl FnMut(Ai, Vec<Pair>, &mut Random)) {
    let dictionary = Dictionary::BUILTIN;
    let mut random = Random(seed);
    let mut made = 0;
    for _ in 0..rounds() {
        for entry in dictionary.entries() {
            let ai = generate::identifier(entry, &mut random);
            let found = (0..20).find_map(|_| generate::message(&dictionary, ai, &mut random));
            let pairs = found.unwrap_or_else(|| panic!("no message for {ai:?}"));
            act(ai, pairs, &mut random);
            made += 1;
        }
    }
    assert!(made >= 1000);
}

fn texts(pairs: &[Pair]) -> Vec<(String, String)> {
    let text = |(ai, value): &Pair| (ai.to_string(), value.clone());
    pairs.iter().map(text).collect()
}

#[test]
fn right_ones_are_accepted_in_every_form_and_order() {
    each(1, |_, mut pairs, random| {
        for _ in 0..2 {
            let text = generate::bracketed(&pairs);
            let (message, faults) = parse(&text, None);
            assert_eq!(faults, [], "{text}");
            assert_eq!(invariants::pairs(&message), texts(&pairs), "{text}");
            invariants::hold(&Dictionary::BUILTIN, &text, None);
            random.shuffle(&mut pairs);
        }
    });
}

#[test]
fn what_must_go_with_it_is_missed() {
    each(2, |_, pairs, random| {
        let mut rest = pairs;
        let dropped = rest.remove(random.below(rest.len()));
        let text = generate::bracketed(&rest);
        if rest.is_empty() {
            return;
        }
        let (_, faults) = parse(&text, None);
        for (ai, _) in &rest {
            let unmet = generate::unmet_of(&Dictionary::BUILTIN, &rest, *ai);
            let missed = faults
                .iter()
                .find(|fault| fault.kind == FaultKind::MissingAssociation && fault.ai == Some(*ai));
            let missed = missed.map(|fault| fault.detail.to_string());
            assert_eq!(missed, unmet, "{text} without {dropped:?}");
        }
    });
}

/// Changes one value of a message and reads it: the text, where the change is in it, the kinds.
fn changed(
    pairs: &[Pair],
    ai: Ai,
    change: impl FnOnce(&mut String) -> usize,
) -> (String, usize, Vec<gs1::Fault>) {
    let mut pairs = pairs.to_vec();
    // The changed one first, so that its place is known.
    let at = pairs.iter().position(|(known, _)| *known == ai).unwrap();
    pairs.swap(0, at);
    let place = change(&mut pairs[0].1);
    let text = generate::bracketed(&pairs);
    let escapes = pairs[0].1[..place].matches('(').count();
    let place = ai.len() + 2 + place + escapes;
    let faults = parse(&text, None).1;
    (text, place, faults)
}

#[test]
fn one_character_wrong_is_found_where_it_is() {
    each(3, |ai, pairs, random| {
        let (text, place, faults) = changed(&pairs, ai, |value| {
            let at = random.below(value.len());
            value.replace_range(at..=at, "~");
            at
        });
        let kinds = [
            FaultKind::NotADigit,
            FaultKind::NotCset82,
            FaultKind::NotCset39,
            FaultKind::NotCset64,
        ];
        assert!(kinds.contains(&faults[0].kind), "{text} {faults:?}");
        assert_eq!(faults[0].ai, Some(ai), "{text}");
        assert_eq!(faults[0].span, place..place + 1, "{text}");
    });
}

#[test]
fn one_too_many_and_one_too_few_are_found() {
    each(4, |ai, pairs, _| {
        let entry = Dictionary::BUILTIN.entry(ai).unwrap();
        let (least, most) = entry.lengths();
        let (text, place, faults) = changed(&pairs, ai, |value| {
            while value.len() <= most {
                value.push('1');
            }
            most
        });
        let too_long = faults.iter().find(|fault| fault.kind == FaultKind::TooLong);
        let too_long = too_long.unwrap_or_else(|| panic!("{text} {faults:?}"));
        assert_eq!(too_long.span.end - too_long.span.start, 1, "{text}");
        // Brackets that were added are escaped, which moves what follows.
        assert!(too_long.span.start >= place, "{text}");
        if least > 1 {
            let (text, _, faults) = changed(&pairs, ai, |value| {
                value.truncate(least - 1);
                0
            });
            let too_short = faults.iter().any(|fault| fault.kind == FaultKind::TooShort);
            assert!(too_short, "{text} {faults:?}");
        }
    });
}

#[test]
fn a_wrong_check_digit_is_found() {
    each(5, |ai, pairs, _| {
        let entry = Dictionary::BUILTIN.entry(ai).unwrap();
        let mut end = 0;
        for component in entry.components() {
            end += usize::from(component.max);
            if component
                .linters()
                .any(|linter| linter == gs1::Linter::Csum)
            {
                let (text, place, faults) = changed(&pairs, ai, |value| {
                    let digit = value.as_bytes()[end - 1] - b'0';
                    value.replace_range(end - 1..end, &((digit + 1) % 10).to_string());
                    end - 1
                });
                assert_eq!(faults[0].kind, FaultKind::IncorrectCheckDigit, "{text}");
                assert_eq!(faults[0].span, place..place + 1, "{text}");
            }
        }
    });
}

#[test]
fn the_published_dictionary_makes_the_built_in_table() {
    let Some(folder) = env::var_os("TOUCHSTONE_STANDARDS") else {
        println!("TOUCHSTONE_STANDARDS is not set: the published dictionary is left out");
        return;
    };
    let release = Dictionary::BUILTIN.release().to_owned();
    let name = format!("gs1/gs1-syntax-dictionary-{release}.txt");
    let text = std::fs::read_to_string(std::path::Path::new(&folder).join(name)).unwrap();
    let (dictionary, notices) = Dictionary::parse(&text).unwrap();
    assert_eq!(notices, []);
    assert_eq!(dictionary, Dictionary::BUILTIN);
}
