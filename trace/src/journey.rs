//! The way of a unit from raw material to now: events → `Journey`.
//!
//! The walk asks for events by EPC and follows what they lead to: up through the parents that
//! contained the unit, back through the transformations that made its batch.
//! It is bounded, and says so when it stopped at a bound.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Action, Epc, Event, EventKind, Instant};

/// Events looked at, at the most.
const MAX_EVENTS: usize = 10_000;
/// Steps back through transformations and up through parents, at the most.
const MAX_DEPTH: usize = 16;
/// Silence between two stations that is drawn as a gap, in days.
const GAP_DAYS: i64 = 45;

/// One stop on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    /// The event's identifier.
    pub event: String,
    /// When.
    pub time: Instant,
    /// The offset from UTC there, in minutes.
    pub offset_min: i32,
    /// What was done: the bare CBV name, or the event's kind where it has no business step.
    pub step: String,
    /// What it was thereafter: the bare CBV name.
    pub disposition: Option<String>,
    /// Where: the identifier as the event writes it.
    pub location: Option<String>,
    /// Steps back from the unit: 0 the unit or what contained it, 1 what it was made from, and so on.
    pub depth: usize,
    /// What the station is about, in canonical form.
    pub subject: Epc,
    /// What went in, for a transformation.
    pub inputs: Vec<Epc>,
}

impl Station {
    /// Whether it was sold, or dispensed, to a person there.
    #[must_use]
    pub fn is_sale(&self) -> bool {
        let disposition = self.disposition.as_deref();
        matches!(&self.step[..], "retail_selling" | "dispensing")
            || matches!(disposition, Some("retail_sold" | "dispensed"))
    }
}

/// A stretch of the way about which nothing is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The index of the station before the gap.
    pub after: usize,
    /// How long, in days.
    pub days: i64,
}

/// The whole way, oldest first.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Journey {
    /// The stops.
    pub stations: Vec<Station>,
    /// What is missing between them.
    pub gaps: Vec<Gap>,
    /// Whether the walk stopped at a bound before it was done.
    pub is_cut: bool,
}

impl Journey {
    /// The last station of the unit itself that a trade partner reported, before any report of loss.
    #[must_use]
    pub fn last_legitimate(&self) -> Option<&Station> {
        self.stations.iter().rev().find(|station| {
            station.depth == 0
                && station.location.is_some()
                && !matches!(station.disposition.as_deref(), Some("stolen" | "unknown"))
        })
    }
}

/// What is still to be asked for: an EPC, and from when until when it is our unit's story.
struct Open {
    epc: Epc,
    /// What of ours is inside, where this is a parent: its story ends when that comes out.
    inside: Option<Epc>,
    depth: usize,
    steps: usize,
    from: Instant,
    until: Instant,
}

impl Open {
    /// Whether the event takes what is ours out of this parent.
    ///
    /// An empty list of children empties the parent (EPCIS 2.0 section 7.4.3).
    fn ends_with(&self, event: &Event) -> bool {
        self.inside.as_ref().is_some_and(|inside| {
            event.action == Some(Action::Delete)
                && event.parent.as_ref() == Some(&self.epc)
                && (event.epcs.is_empty() || event.epcs.contains(inside))
        })
    }
}

/// Walks from `unit` (its own EPC, then the classes that it belongs to, such as its batch).
///
/// `events_of` gives every event that names an EPC; the walk sorts them itself.
pub fn journey(start: &[Epc], mut events_of: impl FnMut(&Epc) -> Vec<Event>) -> Journey {
    let mut open: Vec<Open> = start
        .iter()
        .map(|epc| Open {
            epc: epc.clone(),
            inside: None,
            depth: 0,
            steps: 0,
            from: Instant(i64::MIN),
            until: Instant(i64::MAX),
        })
        .collect();
    let mut asked: BTreeSet<(Epc, Instant, Instant)> = BTreeSet::new();
    let mut stations: BTreeMap<(Instant, String), Station> = BTreeMap::new();
    let mut looked_at = 0;
    let mut is_cut = false;

    while let Some(next) = open.pop() {
        if !asked.insert((next.epc.clone(), next.from, next.until)) {
            continue;
        }
        if next.steps > MAX_DEPTH || looked_at >= MAX_EVENTS {
            is_cut = true;
            continue;
        }
        let mut events = events_of(&next.epc);
        looked_at += events.len();
        events.retain(|event| next.from <= event.time && event.time <= next.until);
        events.sort_by_key(|event| event.time);
        for event in &events {
            if is_used_up(event, &next.epc) {
                // What this became is another thing's journey.
                continue;
            }
            let station = station_of(event, &next);
            stations
                .entry((event.time, event.id.clone()))
                .and_modify(|known| known.depth = known.depth.min(next.depth))
                .or_insert(station);
            if next.ends_with(event) {
                break;
            }
            open.extend(leads_to(event, &next));
        }
    }

    let stations: Vec<Station> = stations.into_values().collect();
    let gaps = gaps(&stations);
    Journey {
        stations,
        gaps,
        is_cut,
    }
}

/// Whether the event uses the EPC up as an input.
fn is_used_up(event: &Event, epc: &Epc) -> bool {
    event.inputs.contains(epc)
        || event
            .input_quantities
            .iter()
            .any(|input| input.class == *epc)
}

fn station_of(event: &Event, open: &Open) -> Station {
    let kind = match event.kind {
        EventKind::Object => "object",
        EventKind::Aggregation => "aggregation",
        EventKind::Transaction => "transaction",
        EventKind::Transformation => "transformation",
        EventKind::Association => "association",
    };
    let classes = event.input_quantities.iter().map(|input| &input.class);
    Station {
        event: event.id.clone(),
        time: event.time,
        offset_min: event.offset_min,
        step: event
            .biz_step
            .as_ref()
            .map_or(kind, |step| step.as_str())
            .to_owned(),
        disposition: event
            .disposition
            .as_ref()
            .map(|disposition| disposition.as_str().to_owned()),
        location: event.location().map(str::to_owned),
        depth: open.depth,
        subject: open.epc.clone(),
        inputs: event.inputs.iter().chain(classes).cloned().collect(),
    }
}

/// What an event about `open.epc` leads to: the parent that it went into, and the inputs of what
/// made it.
fn leads_to(event: &Event, open: &Open) -> Vec<Open> {
    match (event.kind, event.action) {
        (EventKind::Aggregation | EventKind::Association, Some(Action::Add)) => {
            let parent = event.parent.iter().filter(|parent| **parent != open.epc);
            let into = parent.map(|parent| Open {
                epc: parent.clone(),
                inside: Some(open.epc.clone()),
                depth: open.depth,
                steps: open.steps + 1,
                from: event.time,
                until: open.until,
            });
            into.collect()
        }
        (EventKind::Transformation, _) => {
            let classes = event.input_quantities.iter().map(|input| &input.class);
            let inputs = event.inputs.iter().chain(classes);
            let from = inputs.map(|input| Open {
                epc: input.clone(),
                inside: None,
                depth: open.depth + 1,
                steps: open.steps + 1,
                from: Instant(i64::MIN),
                until: event.time,
            });
            from.collect()
        }
        _ => Vec::new(),
    }
}

fn gaps(stations: &[Station]) -> Vec<Gap> {
    stations
        .windows(2)
        .enumerate()
        .filter_map(|(after, pair)| {
            let days = (pair[1].time.0 - pair[0].time.0) / 86_400_000;
            (days > GAP_DAYS).then_some(Gap { after, days })
        })
        .collect()
}
