//! What sensors told, as a curve with its limits, and the same as a table.

use leptos::prelude::*;
use wire::pedigree::{Exposure, Pedigree};

use super::{number, unit};
use crate::{Context, words::Moment};

/// The drawing's box, in units of a phone's pixels.
const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 190.0;
/// Room at the left for values, and at the bottom for days.
const LEFT: f64 = 44.0;
const BOTTOM: f64 = 26.0;
const TOP: f64 = 12.0;

/// From times and values to places in the drawing.
struct Scale {
    from: f64,
    until: f64,
    low: f64,
    high: f64,
}

impl Scale {
    fn of(curve: &Exposure) -> Option<Scale> {
        let times: Vec<f64> = curve
            .samples
            .iter()
            .flat_map(|sample| [&sample.from, &sample.until])
            .filter_map(|at| Moment::parse(at))
            .map(|moment| moment.0 as f64)
            .collect();
        let values = curve
            .samples
            .iter()
            .flat_map(|sample| [sample.min, sample.max])
            .chain(curve.min)
            .chain(curve.max);
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let from = times.iter().copied().fold(f64::INFINITY, f64::min);
        let until = times.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let margin = ((high - low) * 0.12).max(0.5);
        (from.is_finite() && low.is_finite()).then(|| Scale {
            from,
            until: until.max(from + 3600.0),
            low: low - margin,
            high: high + margin,
        })
    }

    fn x(&self, at: &str) -> f64 {
        let at = Moment::parse(at).map_or(self.from, |moment| moment.0 as f64);
        let share = (at - self.from) / (self.until - self.from);
        tenth(LEFT + share * (WIDTH - LEFT - 8.0))
    }

    fn y(&self, value: f64) -> f64 {
        let share = (self.high - value) / (self.high - self.low);
        tenth(TOP + share * (HEIGHT - TOP - BOTTOM))
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn drawing(curve: &Exposure, index: usize, context: &Context) -> Option<AnyView> {
    let words = context.words;
    let scale = Scale::of(curve)?;
    let uom = unit(words, &curve.uom);
    let (top, bottom) = (
        curve.max.map_or(TOP, |max| scale.y(max)),
        curve.min.map_or(HEIGHT - BOTTOM, |min| scale.y(min)),
    );
    let is_limited = curve.min.is_some() || curve.max.is_some();
    let band = is_limited.then(|| {
        view! { <rect class="band" x=LEFT y=top width=WIDTH - LEFT - 8.0 height=(bottom - top).max(1.0) /> }
    });
    let limits = [curve.max, curve.min].into_iter().flatten().map(|limit| {
        let y = scale.y(limit);
        let text = format!("{} {uom}", number(words, limit));
        view! {
            <line class="limit-line" x1=LEFT y1=y x2=WIDTH - 8.0 y2=y />
            <text x=LEFT - 6.0 y=y + 4.0 text-anchor="end">{text}</text>
        }
    });
    let is_outside = |value: f64| {
        curve.max.is_some_and(|max| value > max) || curve.min.is_some_and(|min| value < min)
    };
    let mut line = String::new();
    let mut marks: Vec<AnyView> = Vec::new();
    for sample in &curve.samples {
        let (x, end) = (scale.x(&sample.from), scale.x(&sample.until));
        let (high, low) = (scale.y(sample.max), scale.y(sample.min));
        let class = match is_outside(sample.max) || is_outside(sample.min) {
            true => "reading is-outside",
            false => "reading",
        };
        if sample.from == sample.until {
            let step = if line.is_empty() { 'M' } else { 'L' };
            line.push_str(&format!("{step}{x} {high}"));
            marks.push(view! { <circle class=class cx=x cy=high r="3" /> }.into_any());
        } else {
            let (width, height) = (tenth((end - x).max(3.0)), tenth((low - high).max(3.0)));
            marks.push(
                view! { <rect class=class x=x y=high width=width height=height rx="2" /> }
                    .into_any(),
            );
        }
    }
    let worst = curve.spells.iter().filter(|spell| spell.is_broken);
    let worst = worst.map(|spell| {
        let (x, y) = (scale.x(&spell.from), scale.y(spell.worst));
        let text = format!("{} {uom}", number(words, spell.worst));
        let (x, anchor) = match x > WIDTH * 0.6 {
            true => (scale.x(&spell.until).min(WIDTH - 10.0), "end"),
            false => (x, "start"),
        };
        let y = if y < 24.0 { y + 16.0 } else { y - 6.0 };
        view! { <text class="worst" x=x y=y text-anchor=anchor>{text}</text> }
    });
    let first = curve.samples.first()?;
    let last = curve.samples.last()?;
    let title = format!("curve-{index}-title");
    let labelled_by = title.clone();
    let said = match curve.is_broken {
        true => words.curve_broken(),
        false if is_limited => words.curve_kept(),
        false => words.curve_unlimited(),
    };
    Some(
        view! {
            <svg class="curve" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-labelledby=labelled_by>
                <title id=title>{said}</title>
                {band}
                {limits.collect_view()}
                <path class="reading-line" d=line />
                {marks}
                {worst.collect_view()}
                <text x=LEFT y=HEIGHT - 6.0>{words.day(&first.from)}</text>
                <text x=WIDTH - 8.0 y=HEIGHT - 6.0 text-anchor="end">{words.day(&last.until)}</text>
            </svg>
        }
        .into_any(),
    )
}

fn table(curve: &Exposure, context: &Context) -> AnyView {
    let words = context.words;
    let uom = unit(words, &curve.uom);
    let minute = |at: &str| {
        let clock = at.get(11..16).unwrap_or_default();
        format!("{}, {clock} UTC", words.day(at))
    };
    let rows = curve.samples.iter().map(|sample| {
        let when = match sample.from == sample.until {
            true => minute(&sample.from),
            false => format!("{} – {}", minute(&sample.from), minute(&sample.until)),
        };
        let value = match sample.min == sample.max {
            true => format!("{} {uom}", number(words, sample.max)),
            false => format!(
                "{} – {} {uom}",
                number(words, sample.min),
                number(words, sample.max)
            ),
        };
        let is_outside = curve.max.is_some_and(|max| sample.max > max)
            || curve.min.is_some_and(|min| sample.min < min);
        let outside = is_outside.then(|| words.curve_outside());
        view! { <tr><td>{when}</td><td>{value}</td><td>{outside}</td></tr> }
    });
    view! {
        <details class="more">
            <summary>{words.curve_table()}</summary>
            <table class="desk-table">
                <thead><tr>
                    <th scope="col">{words.curve_when()}</th>
                    <th scope="col">{words.curve_value()}</th>
                    <th scope="col">{words.curve_limits()}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

/// Each measure with its curve.
#[component]
pub fn Curve(pedigree: Pedigree<'static>, context: Context) -> impl IntoView {
    let words = context.words;
    let curves: Vec<AnyView> = pedigree
        .exposures
        .iter()
        .enumerate()
        .filter_map(|(index, curve)| {
            let drawing = drawing(curve, index, &context)?;
            let measure = words.find(&format!("measure-{}", curve.measure));
            let measure = measure.map_or_else(|| curve.measure.clone(), str::to_owned);
            let said = match curve.is_broken {
                true => view! { <p class="trouble">{words.curve_broken()}</p> }.into_any(),
                false if curve.min.is_some() || curve.max.is_some() => {
                    view! { <p>{words.curve_kept()}</p> }.into_any()
                }
                false => ().into_any(),
            };
            Some(view! { <h3>{measure}</h3> {said} {drawing} {table(curve, &context)} }.into_any())
        })
        .collect();
    if curves.is_empty() {
        return ().into_any();
    }
    view! {
        <section id="curve" aria-labelledby="curve-heading">
            <h2 id="curve-heading">{words.pedigree_kept()}</h2>
            {curves}
        </section>
    }
    .into_any()
}
