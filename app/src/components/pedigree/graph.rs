//! What was made of what, as a drawing whose parts are links, and the same as a table.
//!
//! A row of the drawing is a step of making; what went in stands above what came out. Where the reader
//! may see quantities, each line says how much went that way and each box what is left of it.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use wire::pedigree::{Bond, Pedigree, Thing};

use super::{
    amounts::{moved, of_thing},
    called,
};
use crate::{Context, Words};

/// Boxes of a row: as many as a phone shows.
const ACROSS: usize = 2;
/// A box, and the room between boxes, in units of a phone's pixels.
const BOX: (f64, f64) = (162.0, 54.0);
const ROOM: (f64, f64) = (16.0, 40.0);
/// The same height and room where quantities are told.
const TALL: f64 = 72.0;
const TALL_ROOM: f64 = 56.0;
/// A letter of a quantity, and its line, about.
const AMOUNT: (f64, f64) = (6.4, 15.0);
/// Things that are drawn at the most; the table has them all.
const DRAWN: usize = 40;
/// Letters that fit into a box.
const LETTERS: usize = 17;
/// Letters of these that a sign takes.
const SIGN_LETTERS: usize = 3;
/// Letters of a quantity that fit into a box.
const AMOUNT_LETTERS: usize = 23;

/// Where things are drawn.
struct Places {
    /// The left upper corner of each.
    at: BTreeMap<usize, (f64, f64)>,
    /// How high a box is.
    tall: f64,
    /// How high the drawing is.
    height: f64,
}

/// Above what it holds or is made of, below what is made of it.
fn rank(thing: &Thing) -> i32 {
    let within = match &thing.side[..] {
        "class" => -1,
        "container" => 1,
        _ => 0,
    };
    thing.level * 3 + within
}

fn places(pedigree: &Pedigree) -> Places {
    let has_amounts = pedigree.view == "full";
    let (tall, room) = match has_amounts {
        true => (TALL, TALL_ROOM),
        false => (BOX.1, ROOM.1),
    };
    let mut rows: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (index, thing) in pedigree.things.iter().enumerate().take(DRAWN) {
        rows.entry(rank(thing)).or_default().push(index);
    }
    let mut places = BTreeMap::new();
    let mut y = 4.0;
    let width = ACROSS as f64 * (BOX.0 + ROOM.0) - ROOM.0;
    for row in rows.values() {
        for line in row.chunks(ACROSS) {
            let own = line.len() as f64 * (BOX.0 + ROOM.0) - ROOM.0;
            for (column, index) in line.iter().enumerate() {
                let x = (width - own) / 2.0 + column as f64 * (BOX.0 + ROOM.0) + 2.0;
                places.insert(*index, (x, y));
            }
            y += tall + room;
        }
    }
    Places {
        at: places,
        tall,
        height: y - room + 6.0,
    }
}

/// The bonds, each pair once, as words say them.
fn pairs<'p>(pedigree: &'p Pedigree<'_>) -> Vec<&'p Bond> {
    let mut seen = BTreeSet::new();
    let bonds = pedigree.bonds.iter();
    bonds
        .filter(|bond| seen.insert((bond.from, bond.to, bond.kind.clone())))
        .collect()
}

/// From the lower edge of what is above to the upper one of what is below.
fn ends(bond: &Bond, places: &Places) -> Option<[(f64, f64); 2]> {
    let (from, to) = (places.at.get(&bond.from)?, places.at.get(&bond.to)?);
    let (middle, tall) = (BOX.0 / 2.0, places.tall);
    Some(match from.1 <= to.1 {
        true => [(from.0 + middle, from.1 + tall), (to.0 + middle, to.1)],
        false => [(from.0 + middle, from.1), (to.0 + middle, to.1 + tall)],
    })
}

fn edge(bond: &Bond, places: &Places) -> Option<AnyView> {
    let [start, end] = ends(bond, places)?;
    let is_down = start.1 <= end.1;
    let bend = (end.1 - start.1) / 2.0;
    let d = format!(
        "M{} {}C{} {} {} {} {} {}",
        start.0,
        start.1,
        start.0,
        start.1 + bend,
        end.0,
        end.1 - bend,
        end.0,
        end.1,
    );
    let class = format!("bond bond-{}", bond.kind);
    let tip = if is_down { -7.0 } else { 7.0 };
    let arrow = format!("M{} {}l-4 {tip}h8z", end.0, end.1);
    Some(view! { <path class=class d=d /> <path class="tip" d=arrow /> }.into_any())
}

/// How much went along each line, where that covers nothing: neither a box nor another of them.
fn labels(pedigree: &Pedigree, places: &Places, words: Words) -> Vec<AnyView> {
    let mut taken: Vec<[f64; 4]> = places
        .at
        .values()
        .map(|(x, y)| [*x, *y, x + BOX.0, y + places.tall])
        .collect();
    let mut labels = Vec::new();
    for bond in pairs(pedigree) {
        let (Some(ends), Some(text)) = (ends(bond, places), moved(pedigree, bond, words)) else {
            continue;
        };
        let half = text.chars().count() as f64 * AMOUNT.0 / 2.0;
        let ways = [0.5, 0.35, 0.65, 0.2, 0.8];
        let free = ways.iter().find_map(|way| {
            let (x, y) = along(ends, *way);
            let own = [x - half, y - AMOUNT.1 / 2.0, x + half, y + AMOUNT.1 / 2.0];
            let is_free = taken.iter().all(|other| !overlap(&own, other));
            is_free.then_some((x, y, own))
        });
        if let Some((x, y, own)) = free {
            taken.push(own);
            labels.push(
                view! { <text class="bond-amount" x=format!("{x:.1}") y=format!("{:.1}", y + 4.0) text-anchor="middle">{text}</text> }
                    .into_any(),
            );
        }
    }
    labels
}

/// A point of the curve that [`edge`] draws; `way` from 0 to 1.
fn along([start, end]: [(f64, f64); 2], way: f64) -> (f64, f64) {
    let ease = way * way * (3.0 - 2.0 * way);
    let x = start.0 + (end.0 - start.0) * ease;
    // Both of the curve's handles are half of its height away.
    let back = 1.0 - way;
    let y = 1.5 * back * back * way + 1.5 * back * way * way + way.powi(3);
    (x, start.1 + (end.1 - start.1) * y)
}

fn overlap(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// As much of a text as fits.
fn cut(text: &str, letters: usize) -> String {
    match text.chars().count() > letters {
        true => text.chars().take(letters - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

fn troubled(pedigree: &Pedigree, index: usize) -> bool {
    let thing = &pedigree.things[index];
    pedigree.gaps.iter().any(|gap| gap.thing == index)
        || pedigree
            .findings
            .iter()
            .any(|finding| finding.about_path == thing.path)
}

/// Where a box leads: to its part of the page.
fn target(thing: &Thing, index: usize) -> String {
    match &thing.side[..] {
        "source" | "product" | "content" => format!("#thing-{index}"),
        _ => "#journey-title".to_owned(),
    }
}

fn node(pedigree: &Pedigree, index: usize, at: (f64, f64), tall: f64, words: Words) -> AnyView {
    let thing = &pedigree.things[index];
    let is_troubled = troubled(pedigree, index);
    let side = words
        .find(&format!("side-{}", thing.side))
        .unwrap_or_default();
    let name = called(words, thing);
    let doubt = is_troubled.then(|| words.graph_doubt());
    let amount = of_thing(pedigree, thing, words);
    let papers = thing.certificates.len() + thing.documents.len();
    let with_papers = (papers > 0).then(|| words.graph_papers(papers));
    let told = [
        Some(name.clone()),
        Some(side.to_owned()),
        amount.clone(),
        with_papers,
        doubt.map(str::to_owned),
    ];
    let label: Vec<String> = told.into_iter().flatten().collect();
    let label = label.join(words.locale.comma());
    let class = match (is_troubled, &thing.side[..]) {
        (true, _) => "node is-troubled",
        (false, "subject") => "node is-subject",
        (false, _) => "node",
    };
    let plain = thing.name.clone().unwrap_or(name);
    let which = thing.serial.clone().or_else(|| thing.batch.clone());
    let which = which.unwrap_or_else(|| thing.path.trim_start_matches("/00/").to_owned());
    let letters = LETTERS - if is_troubled { SIGN_LETTERS } else { 0 };
    // A sign that is told from others without its color.
    let sign = is_troubled.then(|| {
        let (x, y) = (at.0 + BOX.0 - 16.0, at.1 + 8.0);
        view! {
            <path class="sign" d=format!("M{x} {y}l8 14h-16z") />
            <text class="sign-text" x=x y=y + 12.0 text-anchor="middle">"!"</text>
        }
    });
    // A sheet with a corner turned down, for whatever hangs on it.
    let sheet = (papers > 0).then(|| {
        let (x, y) = (at.0 + BOX.0 - 22.0, at.1 + 29.0);
        view! { <path class="sheet" d=format!("M{x} {y}h8l4 4v12h-12zm8 0v4h4M{} {}h6m-6 4h6", x + 3.0, y + 8.0) /> }
    });
    let amount = amount.map(|amount| {
        view! { <text class="node-amount" x=at.0 + 10.0 y=at.1 + 60.0>{cut(&amount, AMOUNT_LETTERS)}</text> }
    });
    view! {
        <a href=target(thing, index) aria-label=label>
            <rect class=class x=at.0 y=at.1 width=BOX.0 height=tall rx="10" />
            <text class="node-name" x=at.0 + 10.0 y=at.1 + 22.0>{cut(&plain, letters)}</text>
            <text class="node-which" x=at.0 + 10.0 y=at.1 + 41.0>{cut(&which, LETTERS)}</text>
            {amount}
            {sheet}
            {sign}
        </a>
    }
    .into_any()
}

fn drawing(pedigree: &Pedigree, context: &Context) -> AnyView {
    let words = context.words;
    let places = places(pedigree);
    let height = places.height;
    let width = ACROSS as f64 * (BOX.0 + ROOM.0) - ROOM.0 + 4.0;
    let edges: Vec<AnyView> = pairs(pedigree)
        .into_iter()
        .filter_map(|bond| edge(bond, &places))
        .collect();
    let labels = labels(pedigree, &places, words);
    let nodes: Vec<AnyView> = places
        .at
        .iter()
        .map(|(index, at)| node(pedigree, *index, *at, places.tall, words))
        .collect();
    let more = pedigree.things.len().saturating_sub(DRAWN);
    let more = (more > 0).then(|| view! { <p class="hint">{words.graph_more(more)}</p> });
    view! {
        <svg class="graph" viewBox=format!("0 0 {width} {height}") role="group" aria-labelledby="graph-what graph-how">
            <title id="graph-what">{words.graph_title()}</title>
            <desc id="graph-how">{words.graph_how()}</desc>
            {edges}
            {labels}
            {nodes}
        </svg>
        {more}
        <ul class="legend">
            <li><svg viewBox="0 0 34 10" aria-hidden="true"><path class="bond bond-made" d="M1 5h32" /></svg>{words.bond_made()}</li>
            <li><svg viewBox="0 0 34 10" aria-hidden="true"><path class="bond bond-packed" d="M1 5h32" /></svg>{words.bond_packed()}</li>
            <li><svg viewBox="0 0 34 10" aria-hidden="true"><path class="bond bond-member" d="M1 5h32" /></svg>{words.bond_member()}</li>
        </ul>
    }
    .into_any()
}

fn table(pedigree: &Pedigree, context: &Context) -> AnyView {
    let words = context.words;
    let has_amounts = pedigree.view == "full";
    let amounts = has_amounts.then(|| view! { <th scope="col">{words.graph_amount()}</th> });
    let rows = pairs(pedigree).into_iter().filter_map(|bond| {
        let (from, to) = (
            pedigree.things.get(bond.from)?,
            pedigree.things.get(bond.to)?,
        );
        let how = words
            .find(&format!("bond-{}", bond.kind))
            .unwrap_or_default();
        let when = bond.step.and_then(|step| pedigree.steps.get(step));
        let when = when.map(|step| words.day(&step.at)).unwrap_or_default();
        let amount = has_amounts.then(|| {
            view! { <td>{moved(pedigree, bond, words).unwrap_or_default()}</td> }
        });
        Some(view! {
            <tr>
                <td><a href=target(from, bond.from)>{called(words, from)}</a></td>
                <td>{how}</td>
                <td><a href=target(to, bond.to)>{called(words, to)}</a></td>
                {amount}
                <td>{when}</td>
            </tr>
        })
    });
    view! {
        <details class="more">
            <summary>{words.graph_table()}</summary>
            <table class="desk-table">
                <thead><tr>
                    <th scope="col">{words.graph_what()}</th>
                    <th scope="col">{words.graph_bond()}</th>
                    <th scope="col">{words.graph_into()}</th>
                    {amounts}
                    <th scope="col">{words.curve_when()}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

/// The drawing and its table; nothing where there is one thing alone.
#[component]
pub fn Graph(pedigree: Pedigree<'static>, context: Context) -> impl IntoView {
    if pedigree.things.len() < 2 {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="graph-heading">
            <h2 id="graph-heading">{context.words.graph_title()}</h2>
            {drawing(&pedigree, &context)}
            {table(&pedigree, &context)}
        </section>
    }
    .into_any()
}
