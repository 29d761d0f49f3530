//! Checks of one code, folded into a small state: `Check` → `CheckState`.
//!
//! A verdict reads this state and never the log of scans.
//! Order of arrival is not order of time: a phone that was offline sends its checks late.

use crate::{Country, Instant, Place, PlaceSource, Policy, Signal, lot::LOT_SESSIONS};

/// Who checks. Only consumers' checks count towards a consumer's first check and the signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Anybody with a phone.
    Consumer,
    /// A field inspector's sweep.
    Inspector,
    /// A supply-chain partner's desk.
    Trade,
}

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// When it was made, by the device, clamped by the server.
    pub at: Instant,
    /// Who made it.
    pub role: Role,
    /// A digest of the session; equal for the same session.
    pub session: u64,
    /// Where, as far as known.
    pub place: Option<Place>,
}

/// A session shorter than this was one look, in ms: twelve hours.
const ONE_LOOK_MS: u64 = 12 * 3_600_000;

/// One session's latest look at the code.
#[derive(Clone, Debug, PartialEq)]
pub struct Sighting {
    /// When.
    pub at: Instant,
    /// When the session first looked, as far as it is remembered.
    pub since: Instant,
    /// The session's digest.
    pub session: u64,
    /// Where.
    pub place: Option<Place>,
}

impl Sighting {
    /// Whether the session looked again on another day, as people do with what they have at home.
    #[must_use]
    pub fn came_back(&self) -> bool {
        self.since.distance_ms(self.at) >= ONE_LOOK_MS
    }

    /// The same session's looks as one.
    #[must_use]
    fn with(self, other: &Sighting) -> Sighting {
        let since = self.since.min(other.since);
        let latest = if self.at < other.at {
            other.clone()
        } else {
            self
        };
        Sighting { since, ..latest }
    }
}

/// Two sightings too far apart for the time between.
#[derive(Clone, Debug, PartialEq)]
pub struct Travel {
    /// The earlier place's name, or its country.
    pub from: String,
    /// The later place's name, or its country.
    pub to: String,
    /// Between them, in km.
    pub km: f64,
    /// Between them, in ms.
    pub ms: u64,
    /// The weaker of the two sources.
    pub source: PlaceSource,
}

/// How many sessions are remembered one by one; older ones are only counted.
const REMEMBERED: usize = 12;

/// What the checks so far amount to.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CheckState {
    /// Consumers' checks, counted once a session.
    pub sessions: u32,
    /// The earliest consumer's check, by its own time.
    pub first: Option<Sighting>,
    /// The latest sessions, newest last; at most twelve.
    pub recent: Vec<Sighting>,
    /// The fastest impossible travel seen so far.
    pub travel: Option<Travel>,
    /// Inspectors' and partners' checks, apart from the consumers'.
    pub professional: u32,
    /// Sessions that looked again on another day.
    pub returned: u32,
    /// What staff looked into, and found nothing wrong with.
    pub dismissed: Vec<Signal>,
}

impl CheckState {
    /// Whether this session is remembered to have checked the code before.
    #[must_use]
    pub fn knows(&self, session: u64) -> bool {
        self.recent
            .iter()
            .any(|sighting| sighting.session == session)
            || self
                .first
                .as_ref()
                .is_some_and(|first| first.session == session)
    }

    /// The state after one more check.
    #[must_use]
    pub fn after(mut self, check: &Check, policy: &Policy) -> CheckState {
        if check.role != Role::Consumer {
            self.professional = self.professional.saturating_add(1);
            return self;
        }
        let mut sighting = Sighting {
            at: check.at,
            since: check.at,
            session: check.session,
            place: check.place.clone(),
        };
        let fastest = self
            .recent
            .iter()
            // A person who looks twice, from two places, has moved: their phone tells of one unit.
            .filter(|other| other.session != check.session)
            .filter_map(|other| impossible_travel(other, &sighting, policy))
            .chain(self.travel.take())
            .max_by(|a, b| speed(a).total_cmp(&speed(b)));
        self.travel = fastest;

        if !self.knows(check.session) {
            self.sessions = self.sessions.saturating_add(1);
        }
        if self.first.as_ref().is_none_or(|first| check.at < first.at) {
            self.first = Some(sighting.clone());
        }
        let known = |other: &Sighting| other.session == check.session;
        if let Some(index) = self.recent.iter().position(known) {
            let known = self.recent.remove(index);
            let came_back = known.came_back();
            sighting = known.with(&sighting);
            if sighting.came_back() && !came_back {
                self.returned = self.returned.saturating_add(1);
            }
        }
        self.recent.push(sighting);
        self.recent.sort_by_key(|sighting| sighting.at);
        if self.recent.len() > REMEMBERED {
            self.recent.remove(0);
        }
        self
    }

    /// What two accounts of the same unit amount to, such as one from before a move and one from
    /// after it. A session that both saw counts once, and those that neither remembers may be the
    /// same: the higher count counts.
    #[must_use]
    pub fn and(mut self, other: CheckState) -> CheckState {
        self.professional = self.professional.max(other.professional);
        for signal in other.dismissed {
            self.dismiss(signal);
        }
        self.first = [self.first.take(), other.first]
            .into_iter()
            .flatten()
            .min_by_key(|sighting| sighting.at);
        let travels = [self.travel.take(), other.travel];
        self.travel = travels
            .into_iter()
            .flatten()
            .max_by(|a, b| speed(a).total_cmp(&speed(b)));
        for sighting in other.recent {
            let known = self
                .recent
                .iter_mut()
                .find(|known| known.session == sighting.session);
            match known {
                Some(known) => *known = known.clone().with(&sighting),
                None => self.recent.push(sighting),
            }
        }
        self.recent.sort_by_key(|sighting| sighting.at);
        let remembered = u32::try_from(self.recent.len()).unwrap_or(u32::MAX);
        let came_back = self.recent.iter().filter(|seen| seen.came_back()).count();
        let came_back = u32::try_from(came_back).unwrap_or(u32::MAX);
        self.returned = self.returned.max(other.returned).max(came_back);
        self.sessions = self.sessions.max(other.sessions).max(remembered);
        self.recent
            .drain(..self.recent.len().saturating_sub(REMEMBERED));
        self
    }

    /// The same counts and moments, but nothing of who this session was and where: it is called
    /// `stand_in` from now on.
    #[must_use]
    pub fn without(mut self, session: u64, stand_in: u64) -> CheckState {
        let own = self.first.iter_mut().chain(&mut self.recent);
        for sighting in own.filter(|sighting| sighting.session == session) {
            sighting.session = stand_in;
            let Some(place) = sighting.place.take() else {
                continue;
            };
            let (town, country) = (label(&place), place.country);
            for end in self
                .travel
                .iter_mut()
                .flat_map(|way| [&mut way.from, &mut way.to])
            {
                if *end == town {
                    *end = country.map_or(String::new(), |country| country.to_string());
                }
            }
        }
        self
    }

    /// Two sessions are one person's: `session` is called `person` from now on, and both count once
    /// where both are remembered.
    #[must_use]
    pub fn joined(mut self, session: u64, person: u64) -> CheckState {
        if self.knows(session) && self.knows(person) {
            self.sessions = self.sessions.saturating_sub(1).max(1);
        }
        if let Some(first) = self.first.as_mut().filter(|seen| seen.session == session) {
            first.session = person;
        }
        let Some(own) = self.recent.iter().position(|seen| seen.session == session) else {
            return self;
        };
        let mut own = self.recent.remove(own);
        own.session = person;
        if let Some(other) = self.recent.iter().position(|seen| seen.session == person) {
            let other = self.recent.remove(other);
            let before = u32::from(own.came_back()) + u32::from(other.came_back());
            own = own.with(&other);
            self.returned = self.returned.saturating_sub(before) + u32::from(own.came_back());
        }
        self.recent.push(own);
        self.recent.sort_by_key(|sighting| sighting.at);
        self
    }

    /// Staff looked into a signal and found nothing wrong: from now on it weighs nothing here.
    pub fn dismiss(&mut self, signal: Signal) {
        if !self.dismissed.contains(&signal) {
            self.dismissed.push(signal);
            self.dismissed.sort_unstable();
        }
    }

    /// The country of this check, where the unit was not known to be before; what its lot counts.
    /// `None` for a unit that many have checked: its code may be on more packs than one.
    #[must_use]
    pub fn new_country(&self, check: &Check) -> Option<Country> {
        let country = check.place.as_ref()?.country?;
        let was_there = self
            .recent
            .iter()
            .chain(&self.first)
            .any(|seen| seen.place.as_ref().and_then(|place| place.country) == Some(country));
        let counts = check.role == Role::Consumer && self.sessions < LOT_SESSIONS && !was_there;
        counts.then_some(country)
    }

    /// From the first to the latest remembered check, in whole days, rounded up; 0 for none.
    #[must_use]
    pub fn span_days(&self) -> i64 {
        match (&self.first, self.recent.last()) {
            (Some(first), Some(last)) => {
                (first.at.distance_ms(last.at) as f64 / 86_400_000.0).ceil() as i64
            }
            _ => 0,
        }
    }
}

/// In km/h; two sightings at the same moment are a minute apart at the least.
fn speed(travel: &Travel) -> f64 {
    travel.km / (travel.ms.max(60_000) as f64 / 3_600_000.0)
}

fn impossible_travel(a: &Sighting, b: &Sighting, policy: &Policy) -> Option<Travel> {
    too_fast((a.at, a.place.as_ref()?), (b.at, b.place.as_ref()?), policy)
}

/// The way between two places at two moments, in whichever order, where nothing travels that fast.
pub(crate) fn too_fast(
    a: (Instant, &Place),
    b: (Instant, &Place),
    policy: &Policy,
) -> Option<Travel> {
    let ((a_at, place_a), (b_at, place_b)) = (a, b);
    let km = place_a.point?.distance_km(place_b.point?)
        // Each place may be off by its accuracy: only what lies beyond both counts.
        - (place_a.accuracy_m.unwrap_or(0.0) + place_b.accuracy_m.unwrap_or(0.0)) / 1000.0;
    if km < policy.min_travel_km {
        return None;
    }
    let (from, to) = if a_at <= b_at {
        (place_a, place_b)
    } else {
        (place_b, place_a)
    };
    let travel = Travel {
        from: label(from),
        to: label(to),
        km,
        ms: a_at.distance_ms(b_at),
        source: place_a.source.max(place_b.source),
    };
    (speed(&travel) > policy.max_speed_kmh).then_some(travel)
}

fn label(place: &Place) -> String {
    match (&place.name, place.country, place.point) {
        (Some(name), _, _) => name.clone(),
        (None, Some(country), _) => country.to_string(),
        (None, None, Some(point)) => format!("{:.1}°, {:.1}°", point.lat, point.lon),
        (None, None, None) => String::new(),
    }
}
