//! Building a filter of a million keys, and looking into it, on one core: `cargo bench -p offline`.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use offline::{Filter, Fingerprint, Pack};

const MANY: u64 = 1_000_000;
const SEED: [u8; 16] = [7; 16];
const GTIN: &str = "09506000134352";

fn keys() -> Vec<u64> {
    let key = |number: u64| Pack::key(&SEED, GTIN, &format!("{number:016}"));
    (0..MANY).map(key).collect()
}

fn of_width<F: Fingerprint>(c: &mut Criterion, name: &str) {
    let keys = keys();
    let mut group = c.benchmark_group(name);
    group.sample_size(10);
    group.throughput(Throughput::Elements(MANY));
    group.bench_function("build 1 M", |b| {
        let build = |keys| Filter::<F>::new(keys, 7);
        b.iter_batched(|| keys.clone(), build, BatchSize::LargeInput);
    });
    group.throughput(Throughput::Elements(1));
    let Ok(filter) = Filter::<F>::new(keys, 7) else {
        return;
    };
    let mut number = 0u64;
    group.bench_function("look up", |b| {
        b.iter(|| {
            number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
            filter.contains(black_box(number))
        });
    });
}

fn filters(c: &mut Criterion) {
    of_width::<u8>(c, "8 bits");
    of_width::<u16>(c, "16 bits");
    c.bench_function("key of a serial", |b| {
        b.iter(|| Pack::key(&SEED, GTIN, black_box("86RNP8H9TD8PEF1F")));
    });
}

criterion_group!(benches, filters);
criterion_main!(benches);
