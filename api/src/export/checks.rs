//! What the checks of each unit amount to.

use trace::Place;
use wire::{
    convert::source_name,
    import::{Checks, Record, Seen, Sighting, Travel},
};

use super::{Exporter, Part, Result, kept::moment};
use crate::{random, store::Product};

impl Exporter<'_, '_> {
    /// By GTIN and serial.
    pub(super) fn checks(&mut self, products: &[Product]) -> Result<()> {
        if !self.wants(Part::Checks) {
            return Ok(());
        }
        let db = self.db;
        self.each(products, |tell| {
            db.each_check_state(|gtin, serial, state| {
                tell(gtin, &|| {
                    Record::Checks(Checks {
                        gtin: gtin.to_owned(),
                        serial: serial.text(),
                        sessions: state.sessions,
                        professional: state.professional,
                        first: state.first.as_ref().map(sighting),
                        recent: state.recent.iter().map(sighting).collect(),
                        travel: state.travel.as_ref().map(travel),
                        returned: state.returned,
                        dismissed: state
                            .dismissed
                            .iter()
                            .map(|signal| signal.name().to_owned())
                            .collect(),
                    })
                })
            })
        })
    }
}

fn sighting(sighting: &trace::Sighting) -> Sighting {
    Sighting {
        at: moment(sighting.at),
        since: (sighting.since != sighting.at).then(|| moment(sighting.since)),
        session: random::hex(&sighting.session.to_be_bytes()),
        place: sighting.place.as_ref().map(seen),
    }
}

fn seen(place: &Place) -> Seen {
    Seen {
        source: source_name(place.source).to_owned(),
        country: place.country.map(|country| country.to_string()),
        point: place.point.map(|point| (point.lat, point.lon)),
        accuracy_m: place.accuracy_m,
        name: place.name.clone(),
    }
}

fn travel(travel: &trace::Travel) -> Travel {
    Travel {
        from: travel.from.clone(),
        to: travel.to.clone(),
        km: travel.km,
        ms: travel.ms,
        source: source_name(travel.source).to_owned(),
    }
}
