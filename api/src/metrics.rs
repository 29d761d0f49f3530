//! What is counted for whoever watches: routes and statuses, never codes, addresses or people.
//!
//! In the text format of Prometheus (exposition format 0.0.4). Every label has a small, fixed set of
//! values: route templates, methods, statuses and standings.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::http::{Method, StatusCode};
use trace::{Instant, Standing};

/// The upper ends of the histogram's buckets, in seconds.
const BUCKETS: [f64; 14] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
];

/// The route of whatever no route has: files of the app, and nothing.
pub const NO_ROUTE: &str = "other";

/// Everything that is counted; since the process began.
#[derive(Debug)]
pub struct Metrics {
    since: Instant,
    routes: RwLock<HashMap<String, Arc<Route>>>,
    verdicts: [AtomicU64; Standing::ALL.len()],
}

/// By method and status.
type Route = Mutex<BTreeMap<(&'static str, u16), Histogram>>;

#[derive(Debug, Default)]
struct Histogram {
    /// Not yet summed up; the last is for all that took longer.
    counts: [u64; BUCKETS.len() + 1],
    seconds: f64,
}

impl Metrics {
    /// With nothing counted.
    #[must_use]
    pub fn new(since: Instant) -> Metrics {
        Metrics {
            since,
            routes: RwLock::default(),
            verdicts: std::array::from_fn(|_| AtomicU64::new(0)),
        }
    }

    /// Counts an answer.
    pub fn answered(&self, route: &str, method: &Method, status: StatusCode, took: Duration) {
        let route = self.route(route);
        let mut series = route.lock().unwrap_or_else(PoisonError::into_inner);
        let histogram = series
            .entry((method_name(method), status.as_u16()))
            .or_default();
        let seconds = took.as_secs_f64();
        let bucket = BUCKETS.partition_point(|end| *end < seconds);
        histogram.counts[bucket] += 1;
        histogram.seconds += seconds;
    }

    /// Counts a verdict.
    pub fn judged(&self, standing: Standing) {
        let index = Standing::ALL.iter().position(|other| *other == standing);
        if let Some(count) = index.and_then(|index| self.verdicts.get(index)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
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
        writeln!(
            out,
            "# HELP touchstone_info The version that runs.\n\
             # TYPE touchstone_info gauge\n\
             touchstone_info{{version=\"{}\"}} 1\n\
             # HELP process_start_time_seconds When the process began.\n\
             # TYPE process_start_time_seconds gauge\n\
             process_start_time_seconds {}",
            env!("CARGO_PKG_VERSION"),
            self.since.0 / 1000
        )?;
        writeln!(
            out,
            "# HELP touchstone_verdicts_total Verdicts, by standing.\n\
             # TYPE touchstone_verdicts_total counter"
        )?;
        for (standing, count) in Standing::ALL.iter().zip(&self.verdicts) {
            let (name, count) = (standing.name(), count.load(Ordering::Relaxed));
            writeln!(
                out,
                "touchstone_verdicts_total{{standing=\"{name}\"}} {count}"
            )?;
        }
        writeln!(
            out,
            "# HELP touchstone_http_request_duration_seconds From a request's head to its answer's, by route.\n\
             # TYPE touchstone_http_request_duration_seconds histogram"
        )?;
        for (route, series) in self.sorted() {
            let series = series.lock().unwrap_or_else(PoisonError::into_inner);
            for ((method, status), histogram) in series.iter() {
                let labels = format!("route=\"{route}\",method=\"{method}\",status=\"{status}\"");
                histogram.write(out, &labels)?;
            }
        }
        Ok(())
    }

    fn route(&self, route: &str) -> Arc<Route> {
        let known = self
            .routes
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(route)
            .cloned();
        known.unwrap_or_else(|| {
            let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
            routes.entry(route.to_owned()).or_default().clone()
        })
    }

    fn sorted(&self) -> BTreeMap<String, Arc<Route>> {
        let routes = self.routes.read().unwrap_or_else(PoisonError::into_inner);
        routes
            .iter()
            .map(|(route, series)| (route.clone(), series.clone()))
            .collect()
    }
}

impl Histogram {
    fn write(&self, out: &mut String, labels: &str) -> std::fmt::Result {
        const NAME: &str = "touchstone_http_request_duration_seconds";
        let mut sum = 0;
        for (end, count) in BUCKETS.iter().zip(self.counts) {
            sum += count;
            writeln!(out, "{NAME}_bucket{{{labels},le=\"{end}\"}} {sum}")?;
        }
        let all: u64 = self.counts.iter().sum();
        writeln!(out, "{NAME}_bucket{{{labels},le=\"+Inf\"}} {all}")?;
        writeln!(out, "{NAME}_sum{{{labels}}} {}", self.seconds)?;
        writeln!(out, "{NAME}_count{{{labels}}} {all}")
    }
}

/// Anybody may make methods up: those that no route has are one.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_sums_up() {
        let metrics = Metrics::new(Instant(5_000));
        for ms in [0, 1, 2, 30, 20_000] {
            let took = Duration::from_millis(ms);
            metrics.answered("/01/{*rest}", &Method::GET, StatusCode::OK, took);
        }
        let odd = Method::from_bytes(b"EVIL\x21").unwrap();
        metrics.answered(NO_ROUTE, &odd, StatusCode::NOT_FOUND, Duration::ZERO);
        let text = metrics.text();
        let labels = "{route=\"/01/{*rest}\",method=\"GET\",status=\"200\"";
        let check = |line: String| assert!(text.contains(&line), "no `{line}` in\n{text}");
        let name = "touchstone_http_request_duration_seconds";
        check(format!("{name}_bucket{labels},le=\"0.0005\"}} 1\n"));
        check(format!("{name}_bucket{labels},le=\"0.001\"}} 2\n"));
        check(format!("{name}_bucket{labels},le=\"0.05\"}} 4\n"));
        check(format!("{name}_bucket{labels},le=\"10\"}} 4\n"));
        check(format!("{name}_bucket{labels},le=\"+Inf\"}} 5\n"));
        check(format!("{name}_count{labels}}} 5\n"));
        check(format!("{name}_sum{labels}}} 20.033\n"));
        check("process_start_time_seconds 5\n".to_owned());
        assert!(!text.contains("EVIL"), "{text}");
    }
}
