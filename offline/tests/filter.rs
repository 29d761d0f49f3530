//! What a filter finds, and what it should not.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing must fail")]

use offline::{Filter, FilterError, Fingerprint, Pack};

/// Keys as packs make them, from a number on.
fn keys(from: u64, count: u64) -> Vec<u64> {
    let key = |number: u64| Pack::key(&[3; 16], "09506000134352", &number.to_string());
    (from..from + count).map(key).collect()
}

#[track_caller]
fn check<F: Fingerprint>(count: u64) {
    let known = keys(0, count);
    let filter = Filter::<F>::new(known.clone(), 1).unwrap();
    for key in &known {
        assert!(filter.contains(*key), "{count}: {key}");
    }
    let mut bytes = Vec::new();
    filter.write(&mut bytes);
    assert_eq!(bytes.len(), filter.size_bytes(), "{count}");
    assert_eq!(Filter::<F>::read(&bytes), Ok(filter), "{count}");
}

#[test]
fn every_key_is_found() {
    for count in (0..70).chain([100, 255, 256, 257, 1_000, 3_333, 10_000, 65_536]) {
        check::<u8>(count);
        check::<u16>(count);
    }
}

/// By the binomial law, what is measured lies within five deviations of what is said.
#[track_caller]
fn check_rate<F: Fingerprint>(known: u64, asked: u64) {
    let filter = Filter::<F>::new(keys(0, known), 2).unwrap();
    let others = keys(1 << 40, asked);
    let wrong = others.iter().filter(|key| filter.contains(**key)).count();
    let expected = asked as f64 / f64::from(F::ONE_IN);
    let off = (wrong as f64 - expected).abs();
    assert!(off < 5.0 * expected.sqrt(), "{wrong} of {asked}");
}

#[test]
fn others_are_found_as_rarely_as_is_said() {
    check_rate::<u8>(20_000, 500_000);
    check_rate::<u16>(20_000, 1_000_000);
}

#[test]
fn order_and_repetition_change_nothing() {
    let mut known = keys(0, 5_000);
    let filter = Filter::<u8>::new(known.clone(), 5).unwrap();
    known.reverse();
    known.extend(keys(0, 100));
    assert_eq!(Filter::<u8>::new(known.clone(), 5).unwrap(), filter);
    assert_ne!(Filter::<u8>::new(known, 6).unwrap(), filter);
}

#[test]
fn a_million_fit_into_what_is_promised() {
    // The size follows from the number of keys alone: a filter of few shows the form of many.
    let per_key = |filter: usize, count: u64| filter as f64 / count as f64;
    let eight = Filter::<u8>::new(keys(0, 200_000), 1).unwrap();
    let sixteen = Filter::<u16>::new(keys(0, 200_000), 1).unwrap();
    assert!(per_key(eight.size_bytes(), 200_000) < 1.3);
    assert!(per_key(sixteen.size_bytes(), 200_000) < 2.5);
}

#[test]
fn bytes_that_are_no_filter() {
    let mut bytes = Vec::new();
    Filter::<u16>::new(keys(0, 100), 1)
        .unwrap()
        .write(&mut bytes);
    let check = |bytes: &[u8]| {
        assert_eq!(Filter::<u16>::read(bytes), Err(FilterError::Malformed));
    };
    check(&[]);
    check(&bytes[..15]);
    check(&bytes[..bytes.len() - 1]);
    check(&[&bytes[..], &[0]].concat());
    check(&[&bytes[..], &[0, 0]].concat());
    for (at, value) in [(8, 3), (8, 0), (12, 0), (15, 0xff)] {
        let mut wrong = bytes.clone();
        wrong[at] = value;
        check(&wrong);
    }
}
