//! Where it was: a map of our own, with nothing on it but the places that events tell and straight lines
//! between them, and the same as a list.

use std::collections::BTreeMap;

use leptos::prelude::*;
use wire::pedigree::{Pedigree, Thing};

use super::story::place;
use crate::{Context, Words, components::near_map::beside};

/// The drawing's width, and the least and the greatest height of what is on it.
const WIDTH: f64 = 320.0;
const HEIGHT: (f64, f64) = (120.0, 320.0);
/// What is left free around it, and below it for the scale.
const EDGE: f64 = 22.0;
const FOOT: f64 = 26.0;
/// The radius of a place's mark.
const MARK: f64 = 9.0;
/// Places that are drawn at the most; the list has them all.
const DRAWN: usize = 40;
const KM_PER_DEGREE: f64 = 111.32;
/// Places that are all within so many km make no map.
const LEAST_KM: f64 = 1.0;

/// A place that something was told of.
#[derive(Clone, Debug, PartialEq)]
struct Stop {
    /// Its index among the pedigree's places.
    place: usize,
    /// The first step there.
    step: usize,
    /// Where it is drawn.
    at: (f64, f64),
}

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
struct Drawing {
    /// By the time of what was told first.
    stops: Vec<Stop>,
    height: f64,
    km_per_pixel: f64,
}

/// The places with a point that the pedigree's steps tell of, by the first of them.
fn told(pedigree: &Pedigree) -> Vec<(usize, usize, [f64; 2])> {
    let mut known = BTreeMap::new();
    for (step, own) in pedigree.steps.iter().enumerate() {
        if let (Some(place), None) = (own.place, &own.error) {
            known.entry(place).or_insert(step);
        }
    }
    let mut told: Vec<(usize, usize, [f64; 2])> = known
        .into_iter()
        .filter_map(|(place, step)| Some((place, step, pedigree.places.get(place)?.point?)))
        .collect();
    told.sort_by_key(|(_, step, _)| *step);
    told.truncate(DRAWN);
    told
}

/// `None` where there is nothing to show: one place, or several at one.
fn drawing(told: &[(usize, usize, [f64; 2])]) -> Option<Drawing> {
    let (_, _, first) = told.first()?;
    // The shorter way around the world.
    let east =
        |point: &[f64; 2]| first[1] + (point[1] - first[1] + 540.0).rem_euclid(360.0) - 180.0;
    let bounds = |values: Vec<f64>| {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        (low, high)
    };
    let (south, north) = bounds(told.iter().map(|(.., point)| point[0]).collect());
    let (west, east_end) = bounds(told.iter().map(|(.., point)| east(point)).collect());
    let narrow = ((south + north) / 2.0).to_radians().cos().max(0.1);
    let (wide, high) = ((east_end - west) * narrow, north - south);
    if wide.max(high) * KM_PER_DEGREE < LEAST_KM {
        return None;
    }
    let room = (WIDTH - 2.0 * EDGE, HEIGHT.1 - 2.0 * EDGE);
    // In pixels a degree of latitude.
    let scale = (room.0 / wide.max(f64::EPSILON)).min(room.1 / high.max(f64::EPSILON));
    let height = (high * scale + 2.0 * EDGE).max(HEIGHT.0);
    let free = ((WIDTH - wide * scale) / 2.0, (height - high * scale) / 2.0);
    let stops = told.iter().map(|(place, step, point)| Stop {
        place: *place,
        step: *step,
        at: (
            free.0 + (east(point) - west) * narrow * scale,
            free.1 + (north - point[0]) * scale,
        ),
    });
    Some(Drawing {
        stops: stops.collect(),
        height,
        km_per_pixel: KM_PER_DEGREE / scale,
    })
}

/// Where the numbers stand: at their places, or beside them where another is there already.
fn marks(drawing: &Drawing) -> Vec<(f64, f64)> {
    let mut marks: Vec<(f64, f64)> = Vec::new();
    for stop in &drawing.stops {
        let is_free = |(x, y): &(f64, f64)| {
            let is_inside =
                (MARK..=WIDTH - MARK).contains(x) && (MARK..=drawing.height - MARK).contains(y);
            is_inside
                && marks
                    .iter()
                    .all(|mark| (mark.0 - x).hypot(mark.1 - y) >= 2.0 * MARK + 1.0)
        };
        let free = beside(stop.at).find(is_free);
        marks.push(free.unwrap_or(stop.at));
    }
    marks
}

/// A way from place to place; whether it is that of the first thing, and of its batch.
fn legs(pedigree: &Pedigree, drawing: &Drawing) -> Vec<((usize, usize), bool)> {
    let place_of: BTreeMap<usize, usize> = drawing
        .stops
        .iter()
        .enumerate()
        .map(|(index, stop)| (stop.place, index))
        .collect();
    let is_own = |thing: &Thing| matches!(&thing.side[..], "subject" | "class");
    let mut own: Vec<usize> = Vec::new();
    let mut ways = Vec::new();
    for thing in &pedigree.things {
        let steps = thing.story.iter().map(|told| told.step);
        match is_own(thing) {
            true => own.extend(steps),
            false => ways.push((steps.collect::<Vec<_>>(), false)),
        }
    }
    own.sort_unstable();
    ways.push((own, true));
    let mut legs: BTreeMap<(usize, usize), bool> = BTreeMap::new();
    for (steps, is_own) in ways {
        let steps = steps.into_iter().filter_map(|at| pedigree.steps.get(at));
        let stops = steps
            .filter(|step| step.error.is_none())
            .filter_map(|step| place_of.get(&step.place?).copied());
        let mut stops: Vec<usize> = stops.collect();
        stops.dedup();
        for pair in stops.windows(2) {
            *legs.entry((pair[0], pair[1])).or_default() |= is_own;
        }
    }
    legs.into_iter().collect()
}

fn leg(drawing: &Drawing, (from, to): (usize, usize), is_own: bool) -> Option<AnyView> {
    let (from, to) = (drawing.stops.get(from)?.at, drawing.stops.get(to)?.at);
    let class = if is_own { "leg" } else { "leg is-source" };
    let d = format!("M{:.1} {:.1}L{:.1} {:.1}", from.0, from.1, to.0, to.1);
    // An arrow at the middle says which way.
    let turn = (to.1 - from.1).atan2(to.0 - from.0).to_degrees();
    let (x, y) = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    let arrow = (length > 3.0 * MARK).then(|| {
        let place = format!("translate({x:.1} {y:.1}) rotate({turn:.0})");
        view! { <path class="leg-tip" transform=place d="M5 0L-4-4.5V4.5Z" /> }
    });
    Some(view! { <path class=class d=d /> {arrow} }.into_any())
}

fn mark(number: usize, stop: &Stop, (x, y): (f64, f64)) -> AnyView {
    let lead = ((x, y) != stop.at).then(|| {
        let d = format!("M{:.1} {:.1}L{x:.1} {y:.1}", stop.at.0, stop.at.1);
        view! { <path class="lead" d=d /> }
    });
    let (x, y) = (format!("{x:.1}"), format!("{y:.1}"));
    view! {
        {lead}
        <circle class="mark" cx=x.clone() cy=y.clone() r=MARK />
        <text class="mark-number" x=x y=y dy="3.4">{number.to_string()}</text>
    }
    .into_any()
}

/// How long the scale's bar is, in km: a round number, and no more than a third of the width.
fn scale(km_per_pixel: f64) -> f64 {
    let most = km_per_pixel * WIDTH / 3.0;
    let power = 10f64.powf(most.log10().floor());
    let steps = [5.0, 2.0, 1.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|step| *step <= most)
        .unwrap_or(power)
}

fn list(pedigree: &Pedigree, drawing: &Drawing, words: Words) -> AnyView {
    let stops = drawing.stops.iter().map(|stop| {
        let name = pedigree.places.get(stop.place);
        let name = name.map(|own| place(words, own)).unwrap_or_default();
        let since = pedigree
            .steps
            .get(stop.step)
            .map(|step| words.day(&step.at));
        view! { <li>{name}" "<span class="hint">{since}</span></li> }
    });
    view! { <ol class="route-stops">{stops.collect_view()}</ol> }.into_any()
}

/// The map and its list; nothing where no two places are known.
#[component]
pub fn Route(pedigree: Pedigree<'static>, context: Context) -> impl IntoView {
    let words = context.words;
    let Some(drawing) = drawing(&told(&pedigree)) else {
        return ().into_any();
    };
    let ways = legs(&pedigree, &drawing);
    // Thin lines lie below the thick ones.
    let (own, others): (Vec<_>, Vec<_>) = ways.into_iter().partition(|(_, is_own)| *is_own);
    let has_others = !others.is_empty();
    let lines: Vec<AnyView> = others
        .into_iter()
        .chain(own)
        .filter_map(|(ends, is_own)| leg(&drawing, ends, is_own))
        .collect();
    let marks: Vec<AnyView> = drawing
        .stops
        .iter()
        .zip(marks(&drawing))
        .enumerate()
        .map(|(index, (stop, at))| mark(index + 1, stop, at))
        .collect();
    let km = scale(drawing.km_per_pixel);
    let (bar, foot) = (km / drawing.km_per_pixel, drawing.height + FOOT / 2.0);
    let others = has_others.then(|| {
        view! { <li><svg viewBox="0 0 34 10" aria-hidden="true"><path class="leg is-source" d="M1 5h32" /></svg>{words.side_source()}</li> }
    });
    view! {
        <section aria-labelledby="route-heading">
            <h2 id="route-heading">{words.route_title()}</h2>
            <figure class="near-map route">
                <svg viewBox=format!("0 0 {WIDTH} {:.0}", drawing.height + FOOT) role="img"
                    aria-label=words.route_label(drawing.stops.len())>
                    {lines}
                    {marks}
                    <path class="scale" d=format!("M{EDGE} {:.1}v4h{bar:.1}v-4", foot - 2.0) />
                    <text class="scale-km" x=format!("{:.1}", EDGE + bar + 6.0) y=format!("{:.1}", foot + 4.0)>{words.distance(km)}</text>
                    <text class="north" x=WIDTH - EDGE y=format!("{:.1}", foot + 4.0)>{words.map_north()}" ↑"</text>
                </svg>
                <figcaption>{words.route_caption()}</figcaption>
            </figure>
            <ul class="legend">
                <li><svg viewBox="0 0 34 10" aria-hidden="true"><path class="leg" d="M1 5h32" /></svg>{words.route_own()}</li>
                {others}
            </ul>
            {list(&pedigree, &drawing, words)}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(points: &[[f64; 2]]) -> Vec<(usize, usize, [f64; 2])> {
        let points = points.iter().enumerate();
        points.map(|(at, point)| (at, at, *point)).collect()
    }

    #[test]
    fn places_that_are_one_make_no_map() {
        assert_eq!(drawing(&[]), None);
        assert_eq!(drawing(&places(&[[54.1, 22.9]])), None);
        assert_eq!(drawing(&places(&[[54.1, 22.9], [54.101, 22.901]])), None);
    }

    #[test]
    fn what_is_drawn_keeps_its_distances_and_stays_inside() {
        // Gdynia, Rotterdam, Lisbon; and the two sides of the date line.
        for points in [
            &[[54.52, 18.53], [51.95, 4.14], [38.72, -9.14]][..],
            &[[-18.1, 178.4], [-13.8, -171.8]],
            &[[10.0, 20.0], [50.0, 20.0]],
            &[[50.0, 8.0], [50.0, 9.0]],
        ] {
            let drawing = drawing(&places(points)).unwrap();
            assert!(drawing.height <= HEIGHT.1 + 0.1, "{drawing:?}");
            for stop in &drawing.stops {
                let (x, y) = stop.at;
                assert!(
                    (EDGE - 0.1..=WIDTH - EDGE + 0.1).contains(&x),
                    "{drawing:?}"
                );
                assert!((EDGE - 0.1..=drawing.height - EDGE + 0.1).contains(&y));
            }
        }
        let flat = drawing(&places(&[[50.0, 8.0], [50.0, 9.0]])).unwrap();
        let pixels = flat.stops[1].at.0 - flat.stops[0].at.0;
        let km = pixels * flat.km_per_pixel;
        // A degree of longitude at 50° north.
        assert!((km - 71.55).abs() < 0.2, "{km}");
        let line = drawing(&places(&[[-18.1, 178.4], [-13.8, -171.8]])).unwrap();
        assert!(line.stops[1].at.0 > line.stops[0].at.0);
    }

    #[test]
    fn no_number_covers_another() {
        let corner = [[50.0, 8.0]; 8];
        let far = [[52.0, 13.0]];
        let points: Vec<[f64; 2]> = corner.into_iter().chain(far).collect();
        let marks = marks(&drawing(&places(&points)).unwrap());
        for (index, one) in marks.iter().enumerate() {
            for other in &marks[index + 1..] {
                assert!((one.0 - other.0).hypot(one.1 - other.1) >= 2.0 * MARK);
            }
        }
    }

    #[test]
    fn the_scale_is_round() {
        let check = |km_per_pixel: f64, expected: f64| {
            assert!(
                (scale(km_per_pixel) - expected).abs() < 1e-9,
                "{km_per_pixel}"
            );
        };
        check(1.0, 100.0);
        check(0.05, 5.0);
        check(30.0, 2000.0);
        check(0.01, 1.0);
    }
}
