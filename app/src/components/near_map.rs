//! A map of our own: the person in the middle, and places around by direction and distance.

use leptos::prelude::*;
use wire::place::RecyclingPlace;

use crate::Context;

/// Half of the drawing's side.
const HALF: f64 = 100.0;
/// The outer ring's radius.
const RING: f64 = 80.0;
/// Where places that are further away stand.
const EDGE: f64 = 90.0;
/// The radius of a place's mark.
const MARK: f64 = 7.5;
/// A place so many times as far as the nearest stands at the edge.
const MUCH_FURTHER: f64 = 4.0;

/// A place as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    /// Where it is.
    at: (f64, f64),
    /// Where its number stands: there, or beside another.
    label: (f64, f64),
    /// Degrees clockwise from north, where it is further away than the outer ring.
    beyond: Option<f64>,
}

/// The picture with a sentence about it; the numbers are those of the list, which says the same in
/// words. Nothing where no distance is known.
#[component]
pub fn NearMap(places: Vec<RecyclingPlace>, context: Context) -> impl IntoView {
    let words = context.words;
    let ways: Vec<(f64, f64)> = places
        .iter()
        .filter_map(|place| Some((place.km?, f64::from(place.bearing?))))
        .collect();
    let reach = reach(&ways)?;
    let marks = marks(&ways, reach);
    let is_any_beyond = marks.iter().any(|mark| mark.beyond.is_some());
    let rings = [(RING / 2.0, reach / 2.0), (RING, reach)].map(|(radius, km)| {
        view! {
            <circle class="ring" r=radius />
            <text class="ring-km" y=radius dy="3">{words.distance(km)}</text>
        }
        .into_any()
    });
    let drawn = marks.iter().enumerate();
    let drawn = drawn
        .map(|(index, mark)| draw(index + 1, mark))
        .collect_view();
    let side = 2.0 * HALF;
    let caption = words.map_caption(words.distance(reach));
    // Their licence (ODbL) asks for it.
    let is_osm = places.iter().any(|place| place.id.starts_with("osm/"));
    let source = is_osm.then(|| format!(" {}", words.map_osm()));
    let beyond = is_any_beyond.then(|| format!(" {}", words.map_beyond()));
    Some(
        view! {
            <figure class="near-map">
                <svg viewBox=format!("-{HALF} -{HALF} {side} {side}") role="img"
                    aria-label=words.map_label(marks.len())>
                    {rings.collect_view()}
                    <path class="cross" d="M0-5V5M-5 0H5" />
                    <text class="north" y=-RING dy="-4">{words.map_north()}</text>
                    {drawn}
                </svg>
                <figcaption>{caption}{beyond}{source}</figcaption>
            </figure>
        }
        .into_any(),
    )
}

fn draw(number: usize, mark: &Mark) -> AnyView {
    let (x, y) = mark.label;
    let line = (mark.label != mark.at).then(|| {
        let d = format!("M{:.1} {:.1}L{x:.1} {y:.1}", mark.at.0, mark.at.1);
        view! {
            <path class="lead" d=d />
            <circle class="dot" cx=format!("{:.1}", mark.at.0) cy=format!("{:.1}", mark.at.1) r="2" />
        }
        .into_any()
    });
    let arrow = mark.beyond.map(|bearing| {
        let turn = format!("translate({x:.1} {y:.1}) rotate({bearing:.0})");
        view! { <path class="beyond" transform=turn d="M-5-8L0-14L5-8Z" /> }.into_any()
    });
    let (x, y) = (format!("{x:.1}"), format!("{y:.1}"));
    view! {
        {line}
        {arrow}
        <circle class="mark" cx=x.clone() cy=y.clone() r=MARK />
        <text class="mark-number" x=x y=y dy="3.4">{number.to_string()}</text>
    }
    .into_any()
}

/// How far the outer ring is, in km: around all that are not much further than the nearest.
fn reach(ways: &[(f64, f64)]) -> Option<f64> {
    let nearest = ways.iter().map(|(km, _)| *km).min_by(f64::total_cmp)?;
    let most = nearest.max(0.5) * MUCH_FURTHER;
    let near = ways.iter().map(|(km, _)| *km).filter(|km| *km <= most);
    let furthest = near.max_by(f64::total_cmp)?;
    let steps = (-1..4).flat_map(|power| [5.0, 10.0, 20.0].map(|step| step * 10f64.powi(power)));
    let mut steps = steps.skip_while(|step| *step < furthest);
    steps.next()
}

/// Where places are drawn, and their numbers, none of them over another.
fn marks(ways: &[(f64, f64)], reach: f64) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (km, bearing) in ways {
        let is_beyond = *km > reach;
        let radius = if is_beyond {
            EDGE - MARK
        } else {
            km / reach * RING
        };
        let at = point(radius, *bearing);
        let is_free = |label: &(f64, f64)| {
            let (x, y) = *label;
            let is_inside = x.hypot(y) <= EDGE;
            let gap = |mark: &Mark| (mark.label.0 - x).hypot(mark.label.1 - y);
            is_inside && x.hypot(y) >= MARK && marks.iter().all(|mark| gap(mark) >= 2.0 * MARK)
        };
        let label = beside(at).find(is_free).unwrap_or(at);
        marks.push(Mark {
            at: if is_beyond { label } else { at },
            label,
            beyond: is_beyond.then_some(*bearing),
        });
    }
    marks
}

/// The point itself, and points around it, the nearest first.
pub(super) fn beside(at: (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    let around = (1..=12).flat_map(move |ring| {
        (0..12).map(move |step| {
            let (x, y) = point(f64::from(ring) * 9.0, f64::from(step) * 30.0);
            (at.0 + x, at.1 + y)
        })
    });
    std::iter::once(at).chain(around)
}

fn point(radius: f64, bearing: f64) -> (f64, f64) {
    let (east, north) = bearing.to_radians().sin_cos();
    (radius * east, -radius * north)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outer_ring_is_around_what_is_near() {
        let check = |kms: &[f64], expected: Option<f64>| {
            let ways: Vec<(f64, f64)> = kms.iter().map(|km| (*km, 0.0)).collect();
            assert_eq!(reach(&ways), expected, "{kms:?}");
        };
        check(&[], None);
        check(&[0.0], Some(0.5));
        check(&[0.3, 0.8, 1.9], Some(2.0));
        check(&[0.5, 1.2, 20.0, 285.0], Some(2.0));
        check(&[7.1, 28.0, 29.0], Some(50.0));
        check(&[517.0], Some(1000.0));
    }

    #[test]
    fn no_number_covers_another() {
        // Twelve places at one corner, three at another, and some far away in the same direction.
        let corner = [(0.4, 45.0); 12];
        let far = [(30.0, 200.0), (31.0, 200.0), (32.0, 203.0)];
        let ways: Vec<(f64, f64)> = corner.into_iter().chain(far).collect();
        let marks = marks(&ways, 0.5);
        for (index, one) in marks.iter().enumerate() {
            for other in &marks[index + 1..] {
                let gap = (one.label.0 - other.label.0).hypot(one.label.1 - other.label.1);
                assert!(gap >= 2.0 * MARK, "{one:?} {other:?}");
            }
            assert!(one.label.0.hypot(one.label.1) <= EDGE);
        }
        assert_eq!(marks.iter().filter(|mark| mark.beyond.is_some()).count(), 3);
        let (x, y) = marks[0].at;
        assert!((x - 45.25).abs() < 0.1 && (y + 45.25).abs() < 0.1);
    }
}
