//! The crate from outside: pinned values, round trips, odds.

use std::collections::HashSet;

use issue::{
    CounterError, HiddenCode, HiddenIssuer, HiddenKey, IssueKey, Issuer, MAX_COUNTER, Serial,
    base32,
};
use proptest::prelude::*;

const PRODUCT: u64 = 9_506_000_134_352;

/// `start`, `start + 1` and so on.
fn key(start: u8) -> [u8; 32] {
    std::array::from_fn(|i| start + i as u8)
}

fn issuer() -> Issuer {
    Issuer::new(&IssueKey::new(key(0)), PRODUCT)
}

/// Labels are printed: what was issued once must open for ever.
/// The values come from an FF1 that was written from the standard in Python, on OpenSSL's AES.
#[test]
fn serials_stay_as_they_are() {
    for (product, counter, serial) in [
        (PRODUCT, 0, "86RNP8H9TD8PEF1F"),
        (PRODUCT, 1, "2YQ7BA9ACPV8FY6R"),
        (PRODUCT, 12_345_678_901, "8F764JG6PT4YBM6Q"),
        (PRODUCT, MAX_COUNTER - 1, "QD64W8MMDB60N4XK"),
        (0, 0, "8GVA3YQTEQ9Q8EWD"),
        (u64::MAX, 7, "99GYE8VWN7XD84BF"),
    ] {
        let issuer = Issuer::new(&IssueKey::new(key(0)), product);
        assert_eq!(issuer.serial(counter).unwrap().as_str(), serial);
        assert_eq!(issuer.open(&serial.parse().unwrap()), Some(counter));
    }
}

/// The values come from Python's `hmac`.
#[test]
fn hidden_codes_stay_as_they_are() {
    for (product, counter, code) in [
        (PRODUCT, 0, "70HXCX642YQQW"),
        (PRODUCT, 1, "0494Y2MRVC1E9"),
        (PRODUCT, 12_345_678_901, "M6MZHFJAE1BFE"),
        (PRODUCT, MAX_COUNTER - 1, "0V3V1PVJ2K513"),
        (0, 0, "G4S9NKZXVGZ4J"),
        (u64::MAX, u64::MAX, "AMEEXVQJ0Q64W"),
    ] {
        let issuer = HiddenIssuer::new(&HiddenKey::new(key(32)), product);
        assert_eq!(issuer.code(counter).as_str(), code);
        assert!(issuer.is_code(counter, &code.parse().unwrap()));
    }
}

#[test]
fn ranges() {
    let issuer = issuer();
    let one_by_one = |counters: std::ops::Range<u64>| -> Vec<Serial> {
        counters
            .map(|counter| issuer.serial(counter).unwrap())
            .collect()
    };
    for len in [0, 1, 2, 7, 8, 63, 64, 65, 1000] {
        let serials: Vec<Serial> = issuer.serials(5..5 + len).collect();
        assert_eq!(serials, one_by_one(5..5 + len));
    }
    // The last ones, and none after them.
    let all: Vec<Serial> = issuer.serials(MAX_COUNTER - 100..u64::MAX).collect();
    assert_eq!(all, one_by_one(MAX_COUNTER - 100..MAX_COUNTER));
    assert_eq!(issuer.serials(MAX_COUNTER..u64::MAX).next(), None);
    assert_eq!(issuer.serials(u64::MAX - 1..u64::MAX).next(), None);
    #[expect(clippy::reversed_empty_ranges, reason = "such a range holds nothing")]
    let reversed = 7..3;
    assert_eq!(issuer.serials(reversed).next(), None);
    for counter in [MAX_COUNTER, u64::MAX] {
        assert_eq!(issuer.serial(counter), Err(CounterError(counter)));
    }
}

#[test]
fn the_size_hint_is_exact() {
    let issuer = issuer();
    let mut serials = issuer.serials(10..210);
    for left in (0..=200).rev() {
        assert_eq!(serials.size_hint(), (left, Some(left)));
        assert_eq!(serials.next().is_some(), left > 0);
    }
    assert_eq!(serials.next(), None);
}

#[test]
fn all_serials_differ() {
    let serials: HashSet<Serial> = issuer().serials(0..100_000).collect();
    assert_eq!(serials.len(), 100_000);
}

/// Neither product nor key may be another's; of 200,000 tries none opens, with odds of 1 in 2^40 each.
#[test]
fn serials_of_others_do_not_open() {
    let ours = issuer();
    let product = Issuer::new(&IssueKey::new(key(0)), PRODUCT + 1);
    let other_key = Issuer::new(&IssueKey::new(key(1)), PRODUCT);
    for other in [product, other_key] {
        assert!(
            other
                .serials(0..100_000)
                .all(|serial| ours.open(&serial).is_none())
        );
    }
}

#[test]
fn hidden_codes_of_others_are_refused() {
    let codes = |start, product| HiddenIssuer::new(&HiddenKey::new(key(start)), product);
    let ours = codes(0, PRODUCT);
    let code = ours.code(5);
    assert!(ours.is_code(5, &code));
    assert!(!ours.is_code(6, &code));
    assert!(!codes(0, PRODUCT + 1).is_code(5, &code));
    assert!(!codes(1, PRODUCT).is_code(5, &code));
}

#[test]
fn nothing_is_shown() {
    let shown = format!("{:?}", issuer());
    assert_eq!(shown, "Issuer { product: 9506000134352, .. }");
    let hidden = HiddenIssuer::new(&HiddenKey::new(key(0)), 1);
    assert_eq!(format!("{hidden:?}"), "HiddenIssuer { product: 1, .. }");
}

proptest! {
    #[test]
    fn there_and_back(key: [u8; 32], product: u64, counter in 0..MAX_COUNTER) {
        let issuer = Issuer::new(&IssueKey::new(key), product);
        let serial = issuer.serial(counter).unwrap();
        prop_assert_eq!(issuer.open(&serial), Some(counter));
        let text = serial.to_string();
        prop_assert_eq!(text.parse::<Serial>(), Ok(serial));
        prop_assert_eq!(issuer.serials(counter..counter + 1).next(), Some(serial));
    }

    #[test]
    fn other_counters_have_other_serials(
        key: [u8; 32],
        product: u64,
        a in 0..MAX_COUNTER,
        b in 0..MAX_COUNTER,
    ) {
        let issuer = Issuer::new(&IssueKey::new(key), product);
        prop_assert_eq!(issuer.serial(a) == issuer.serial(b), a == b);
    }

    /// Odds of 1 in 2^40 each.
    #[test]
    fn a_random_serial_does_not_open(key: [u8; 32], product: u64, number in 0..1u128 << 80) {
        let text = String::from_utf8(base32::encode::<16>(number).to_vec()).unwrap();
        let issuer = Issuer::new(&IssueKey::new(key), product);
        prop_assert_eq!(issuer.open(&text.parse().unwrap()), None);
    }

    /// What is one character away from a serial that was issued was not issued, either.
    #[test]
    fn a_slip_does_not_open(counter in 0..MAX_COUNTER, at in 0..16usize, value in 0..32usize) {
        let issuer = issuer();
        let serial = issuer.serial(counter).unwrap();
        let mut text = serial.as_str().to_owned();
        text.replace_range(at..=at, &char::from(base32::ALPHABET[value]).to_string());
        let other: Serial = text.parse().unwrap();
        prop_assert_eq!(issuer.open(&other).is_some(), other == serial);
    }

    #[test]
    fn a_serial_with_noise(counter in 0..MAX_COUNTER) {
        let serial = issuer().serial(counter).unwrap();
        let text = serial.as_str();
        let groups = [&text[..4], &text[4..8], &text[8..12], &text[12..]];
        let typed = groups.join("-").to_lowercase().replace('1', "l").replace('0', "O");
        prop_assert_eq!(base32::normalize(&typed).parse(), Ok(serial));
    }

    #[test]
    fn hidden_there_and_back(key: [u8; 32], product: u64, counter: u64) {
        let issuer = HiddenIssuer::new(&HiddenKey::new(key), product);
        let code = issuer.code(counter);
        prop_assert!(issuer.is_code(counter, &code.as_str().parse().unwrap()));
        prop_assert!(!issuer.is_code(counter ^ 1, &code));
    }

    #[test]
    fn any_text_is_survived(text: String) {
        prop_assert!(text.parse::<Serial>().is_err());
        prop_assert!(text.parse::<HiddenCode>().is_err());
    }
}
