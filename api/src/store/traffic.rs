//! How the writer gets on: what it commits at once, and how long is waited for it. Atomics alone.
//!
//! In the text format of Prometheus, as `metrics.rs` writes it.

use std::{
    fmt::Write as _,
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

/// The upper ends of the buckets of group sizes.
const SIZES: [u64; 9] = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/// The upper ends of the buckets of waits, in microseconds.
const WAITS: [u64; 12] = [
    250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000, 2_500_000, 10_000_000,
];

/// What a transaction of the writer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// Checks, counted together.
    Checks,
    /// Everything else.
    Acts,
}

impl Load {
    const ALL: [Load; 2] = [Load::Checks, Load::Acts];

    fn name(self) -> &'static str {
        match self {
            Load::Checks => "checks",
            Load::Acts => "acts",
        }
    }
}

/// Counted since the store was opened.
#[derive(Debug, Default)]
pub struct Traffic {
    groups: [Histogram<{ SIZES.len() + 1 }>; 2],
    waits: [Histogram<{ WAITS.len() + 1 }>; 2],
}

#[derive(Debug)]
struct Histogram<const BUCKETS: usize> {
    /// Not yet summed up; the last is for all that is more.
    counts: [AtomicU64; BUCKETS],
    sum: AtomicU64,
}

impl<const BUCKETS: usize> Default for Histogram<BUCKETS> {
    fn default() -> Self {
        Histogram {
            counts: std::array::from_fn(|_| AtomicU64::new(0)),
            sum: AtomicU64::new(0),
        }
    }
}

impl<const BUCKETS: usize> Histogram<BUCKETS> {
    fn add(&self, ends: &[u64], value: u64) {
        let bucket = ends.partition_point(|end| *end < value);
        if let Some(count) = self.counts.get(bucket) {
            count.fetch_add(1, Ordering::Relaxed);
            self.sum.fetch_add(value, Ordering::Relaxed);
        }
    }

    /// With values divided by that.
    fn write(
        &self,
        out: &mut String,
        name: &str,
        load: Load,
        ends: &[u64],
        unit: f64,
    ) -> std::fmt::Result {
        let load = load.name();
        let mut sum = 0;
        for (place, count) in self.counts.iter().enumerate() {
            sum += count.load(Ordering::Relaxed);
            match ends.get(place) {
                Some(end) => {
                    let end = *end as f64 / unit;
                    writeln!(out, "{name}_bucket{{load=\"{load}\",le=\"{end}\"}} {sum}")?;
                }
                None => writeln!(out, "{name}_bucket{{load=\"{load}\",le=\"+Inf\"}} {sum}")?,
            }
        }
        let total = self.sum.load(Ordering::Relaxed) as f64 / unit;
        writeln!(out, "{name}_sum{{load=\"{load}\"}} {total}")?;
        writeln!(out, "{name}_count{{load=\"{load}\"}} {sum}")
    }
}

impl Traffic {
    /// Counts a transaction of so many.
    pub(super) fn committed(&self, load: Load, size: usize) {
        self.groups[load as usize].add(&SIZES, size as u64);
    }

    /// Counts one that was answered, from when it was asked.
    pub(super) fn waited(&self, load: Load, since: Instant) {
        let us = u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.waits[load as usize].add(&WAITS, us);
    }

    /// As Prometheus reads it.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string can't fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        const GROUP: &str = "touchstone_writer_group_size";
        const WAIT: &str = "touchstone_writer_wait_seconds";
        writeln!(
            out,
            "# HELP {GROUP} What the writer committed at once.\n# TYPE {GROUP} histogram"
        )?;
        for (load, groups) in Load::ALL.into_iter().zip(&self.groups) {
            groups.write(out, GROUP, load, &SIZES, 1.0)?;
        }
        writeln!(
            out,
            "# HELP {WAIT} From asking the writer to its answer.\n# TYPE {WAIT} histogram"
        )?;
        for (load, waits) in Load::ALL.into_iter().zip(&self.waits) {
            waits.write(out, WAIT, load, &WAITS, 1e6)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_sum_up() {
        let traffic = Traffic::default();
        for size in [1, 1, 3, 256, 300] {
            traffic.committed(Load::Checks, size);
        }
        traffic.committed(Load::Acts, 2);
        let text = traffic.text();
        let check = |line: &str| assert!(text.contains(line), "no `{line}` in\n{text}");
        let name = "touchstone_writer_group_size";
        check(&format!("{name}_bucket{{load=\"checks\",le=\"1\"}} 2\n"));
        check(&format!("{name}_bucket{{load=\"checks\",le=\"4\"}} 3\n"));
        check(&format!("{name}_bucket{{load=\"checks\",le=\"256\"}} 4\n"));
        check(&format!("{name}_bucket{{load=\"checks\",le=\"+Inf\"}} 5\n"));
        check(&format!("{name}_sum{{load=\"checks\"}} 561\n"));
        check(&format!("{name}_count{{load=\"acts\"}} 1\n"));
        check("touchstone_writer_wait_seconds_bucket{load=\"acts\",le=\"0.00025\"} 0\n");
    }
}
