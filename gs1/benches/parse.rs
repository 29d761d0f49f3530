//! Nanoseconds a message: `cargo bench -p gs1`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gs1::{Compression, Dictionary};
use std::hint::black_box;

/// GTIN, batch, expiry and serial, as a scanner transmits them.
const SCAN: &str = "]d201095060001343521727113010C2611\u{1d}21H2K7M9Q4X8B6T3Z1";

fn parse(c: &mut Criterion) {
    let forms = [
        ("scan", SCAN),
        (
            "bracketed",
            "(01)09506000134352(17)271130(10)C2611(21)H2K7M9Q4X8B6T3Z1",
        ),
        (
            "digital link",
            "https://id.gs1.org/01/09506000134352/10/C2611/21/H2K7M9Q4X8B6T3Z1?17=271130",
        ),
        ("plain GTIN", "9506000134352"),
        ("no GS1 data", "https://example.com/shop?id=1"),
        ("a wrong check digit", "]d201095060001343531727113010C2611"),
    ];
    let mut group = c.benchmark_group("parse and validate");
    group.throughput(Throughput::Elements(1));
    for (name, text) in forms {
        group.bench_function(name, |b| b.iter(|| gs1::parse(black_box(text), None)));
    }
    group.finish();
}

fn convert(c: &mut Criterion) {
    let (message, _) = gs1::parse(SCAN, None);
    let mut group = c.benchmark_group("convert");
    group.bench_function("bracketed", |b| b.iter(|| message.bracketed()));
    group.bench_function("digital link", |b| {
        b.iter(|| message.canonical_digital_link());
    });
    let how = Compression::default();
    group.bench_function("compress", |b| {
        b.iter(|| message.compressed_digital_link(gs1::CANONICAL_STEM, &how));
    });
    let compressed = message.compressed_digital_link(gs1::CANONICAL_STEM, &how);
    let compressed = compressed.unwrap_or_default();
    group.bench_function("expand", |b| {
        b.iter(|| gs1::parse(black_box(&compressed), None));
    });
    group.finish();
}

fn load(c: &mut Criterion) {
    let line = "{ai} *? N14,csum,gcppos2 ex=255,37 dlpkey=22,10,21|235 # GTIN\n";
    let text: String = (10..100)
        .map(|ai| line.replace("{ai}", &ai.to_string()))
        .collect();
    c.bench_function("load a dictionary of 90 lines", |b| {
        b.iter(|| Dictionary::parse(black_box(&text)));
    });
}

criterion_group!(benches, parse, convert, load);
criterion_main!(benches);
