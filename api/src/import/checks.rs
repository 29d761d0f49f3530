//! What the checks of a unit amount to, on its way back in.

use trace::{CheckState, Country, Place, PlaceSource, Point, Signal};
use wire::{
    convert::source_name,
    import::{Checks, Seen, Sighting, Travel},
};

use super::{problems::Problems, record::Importer};
use crate::store::{self, Change, UnitKey};

impl Importer<'_, '_> {
    pub(super) fn checks(
        &mut self,
        checks: &Checks,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&checks.gtin, problems)?;
        let serial = problems.cset82("serial", &checks.serial);
        let first = checks.first.as_ref();
        let state = CheckState {
            sessions: checks.sessions,
            first: first.and_then(|first| self.sighting("first", first, problems)),
            recent: checks
                .recent
                .iter()
                .filter_map(|recent| self.sighting("recent", recent, problems))
                .collect(),
            travel: checks
                .travel
                .as_ref()
                .and_then(|travel| problems.travel(travel)),
            professional: checks.professional,
            returned: checks.returned,
            dismissed: checks
                .dismissed
                .iter()
                .filter_map(|name| problems.signal("dismissed", name))
                .collect(),
        };
        let (Some(product), Some(serial), true) = (product, serial, problems.0.is_empty()) else {
            return Ok(None);
        };
        let unit = UnitKey { product, serial };
        self.tx.put_known_checks(&unit, state).map(Some)
    }

    fn sighting(
        &self,
        field: &str,
        sighting: &Sighting,
        problems: &mut Problems,
    ) -> Option<trace::Sighting> {
        let at = self.moment(field, &sighting.at, problems);
        let since = match &sighting.since {
            Some(since) => self.moment(field, since, problems),
            None => at,
        };
        let session = problems.digest(field, &sighting.session);
        let place = match &sighting.place {
            Some(seen) => Some(problems.place(field, seen)?),
            None => None,
        };
        Some(trace::Sighting {
            at: at?,
            since: since?,
            session: u64::from_be_bytes(session?),
            place,
        })
    }
}

impl Problems {
    fn place(&mut self, field: &str, seen: &Seen) -> Option<Place> {
        let source = self.source(field, &seen.source)?;
        if let Some(country) = &seen.country {
            self.country(field, country);
        }
        let point = seen.point.map(|(lat, lon)| Point::new(lat, lon));
        if point == Some(None) {
            self.add(
                field,
                "is no point on earth",
                "take the record as it was exported",
            );
        }
        Some(Place {
            source,
            country: seen.country.as_deref().and_then(Country::new),
            point: point.flatten(),
            accuracy_m: seen.accuracy_m,
            name: seen.name.clone(),
        })
    }

    fn travel(&mut self, travel: &Travel) -> Option<trace::Travel> {
        Some(trace::Travel {
            source: self.source("travel", &travel.source)?,
            from: travel.from.clone(),
            to: travel.to.clone(),
            km: travel.km,
            ms: travel.ms,
        })
    }

    pub(super) fn signal(&mut self, field: &str, name: &str) -> Option<Signal> {
        let signal = Signal::from_name(name);
        if signal.is_none() {
            let names: Vec<&str> = Signal::ALL.iter().map(|signal| signal.name()).collect();
            let names = names.join("`, `");
            self.add(
                field,
                format!("there is no signal `{name}`"),
                &format!("write one of `{names}`"),
            );
        }
        signal
    }

    fn source(&mut self, field: &str, name: &str) -> Option<PlaceSource> {
        let sources = [
            PlaceSource::Device,
            PlaceSource::Typed,
            PlaceSource::Address,
        ];
        let source = sources.into_iter().find(|one| source_name(*one) == name);
        if source.is_none() {
            self.add(
                field,
                format!("a place can't be known by `{name}`"),
                "take the record as it was exported",
            );
        }
        source
    }
}
