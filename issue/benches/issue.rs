//! Serials and hidden codes a second, on one core: `cargo bench -p issue`.

use aes::Aes256;
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use fpe::ff1::{FF1, FlexibleNumeralString};
use issue::{HiddenIssuer, HiddenKey, IssueKey, Issuer, SERIAL_LEN, Serial};
use std::{hint::black_box, io::Write};

const KEY: [u8; 32] = [7; 32];
const PRODUCT: u64 = 9_506_000_134_352;

/// How many are made in one go.
const MANY: u64 = 10_000;

/// Lines of the file.
const LINES: u64 = 1_000_000;

fn serials(c: &mut Criterion) {
    let issuer = Issuer::new(&IssueKey::new(KEY), PRODUCT);
    let mut group = c.benchmark_group("serials");
    group.throughput(Throughput::Elements(MANY));
    group.bench_function("in batches", |b| {
        b.iter(|| {
            for serial in issuer.serials(black_box(0..MANY)) {
                black_box(serial);
            }
        });
    });
    group.bench_function("one at a time", |b| {
        b.iter(|| {
            for counter in 0..MANY {
                black_box(issuer.serial(black_box(counter)).ok());
            }
        });
    });
    let made: Vec<Serial> = issuer.serials(0..MANY).collect();
    group.bench_function("open", |b| {
        b.iter(|| {
            made.iter()
                .filter_map(|serial| issuer.open(black_box(serial)))
                .sum::<u64>()
        });
    });
    group.finish();
}

/// The same permutation by `fpe`, without the text; a tenth of them, as it is slower.
fn fpe(c: &mut Criterion) {
    let Ok(ff1) = FF1::<Aes256>::new(&KEY, 32) else {
        return;
    };
    let tweak = PRODUCT.to_be_bytes();
    let mut group = c.benchmark_group("fpe");
    group.throughput(Throughput::Elements(MANY / 10));
    group.bench_function("encrypt", |b| {
        let numerals = |counter: u64| -> Vec<u16> {
            (0..16)
                .rev()
                .map(|i| (u128::from(counter) >> (5 * i)) as u16 & 31)
                .collect()
        };
        b.iter(|| {
            for counter in 0..MANY / 10 {
                let text = FlexibleNumeralString::from(numerals(counter));
                black_box(ff1.encrypt(&tweak, &text).ok());
            }
        });
    });
    group.finish();
}

fn hidden(c: &mut Criterion) {
    let issuer = HiddenIssuer::new(&HiddenKey::new(KEY), PRODUCT);
    let mut group = c.benchmark_group("hidden codes");
    group.throughput(Throughput::Elements(MANY));
    group.bench_function("code", |b| {
        b.iter(|| {
            for counter in 0..MANY {
                black_box(issuer.code(black_box(counter)));
            }
        });
    });
    group.finish();
}

fn csv(c: &mut Criterion) {
    let issuer = Issuer::new(&IssueKey::new(KEY), PRODUCT);
    let mut group = c.benchmark_group("end to end");
    group.throughput(Throughput::Elements(LINES));
    group.sample_size(10);
    group.bench_function("a million lines of CSV", |b| {
        // A serial, a comma, up to 6 digits, a line feed.
        let room = || Vec::with_capacity(LINES as usize * (SERIAL_LEN + 8));
        let write = |mut file: Vec<u8>| {
            for (serial, counter) in issuer.serials(0..LINES).zip(0u64..) {
                file.extend_from_slice(serial.as_bytes());
                // A Vec takes everything.
                let _ = writeln!(file, ",{counter}");
            }
            file
        };
        b.iter_batched(room, write, BatchSize::LargeInput);
    });
    group.finish();
}

criterion_group!(benches, serials, fpe, hidden, csv);
criterion_main!(benches);
