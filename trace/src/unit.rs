//! What has become of one unit, by its events.

use crate::{Disposition, Epc, Event, EventKind, Instant, event::BizStep};

/// The state of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum UnitState {
    /// Issued and, as far as the events say, in its trade or with a person.
    #[default]
    Active,
    /// Sold at retail or dispensed to a person who may use it.
    Sold,
    /// Reported stolen.
    Stolen,
    /// Destroyed or disposed of.
    Destroyed,
    /// Declared exported from the market that it was made for.
    Exported,
    /// Used up.
    Consumed,
    /// Taken out of service.
    Decommissioned,
    /// Rejected when it was printed.
    Rejected,
    /// Locked by the brand.
    Locked,
}

impl UnitState {
    /// All of them.
    pub const ALL: [UnitState; 9] = [
        UnitState::Active,
        UnitState::Sold,
        UnitState::Stolen,
        UnitState::Destroyed,
        UnitState::Exported,
        UnitState::Consumed,
        UnitState::Decommissioned,
        UnitState::Rejected,
        UnitState::Locked,
    ];

    /// A stable name in kebab case; the store and locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            UnitState::Active => "active",
            UnitState::Sold => "sold",
            UnitState::Stolen => "stolen",
            UnitState::Destroyed => "destroyed",
            UnitState::Exported => "exported",
            UnitState::Consumed => "consumed",
            UnitState::Decommissioned => "decommissioned",
            UnitState::Rejected => "rejected",
            UnitState::Locked => "locked",
        }
    }

    /// The state of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<UnitState> {
        UnitState::ALL
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// A unit's state with what made it so.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Life {
    /// What it is now.
    pub state: UnitState,
    /// Since when, by the event's own time.
    pub since: Option<Instant>,
    /// The read point or business location of that event, as the event names it.
    pub location: Option<String>,
}

impl Life {
    /// The life of `unit` after one more event that names it; events come in the order of their
    /// event time.
    ///
    /// A disposition says what the unit *is* and wins over the business step, which says what was
    /// *done* (CBV 2.0, sections 7.1 and 7.2). Both are about what a transformation makes: what it
    /// makes that of is used up (EPCIS 2.0, TransformationEvent).
    #[must_use]
    pub fn after(self, event: &Event, unit: &Epc) -> Life {
        let is_used_up = event.kind == EventKind::Transformation
            && event.inputs.contains(unit)
            && !event.outputs.contains(unit);
        let state = match is_used_up {
            true => Some(UnitState::Consumed),
            false => state_by(event),
        };
        match state {
            Some(state) => Life {
                state,
                since: Some(event.time),
                location: event.location().map(str::to_owned),
            },
            None => self,
        }
    }
}

/// The state that an event puts its units in; `None` where it changes nothing.
fn state_by(event: &Event) -> Option<UnitState> {
    let by_disposition = match event.disposition.as_ref().map(Disposition::as_str) {
        Some("stolen") => Some(UnitState::Stolen),
        Some("destroyed" | "disposed") => Some(UnitState::Destroyed),
        Some("retail_sold" | "dispensed") => Some(UnitState::Sold),
        Some("inactive") => Some(UnitState::Decommissioned),
        Some("non_sellable_other" | "unavailable") => Some(UnitState::Locked),
        Some(
            "active"
            | "in_transit"
            | "in_progress"
            | "sellable_accessible"
            | "sellable_not_accessible"
            | "returned"
            | "available"
            | "conformant"
            | "container_closed",
        ) => Some(UnitState::Active),
        _ => None,
    };
    by_disposition.or_else(|| match event.biz_step.as_ref().map(BizStep::as_str) {
        Some("destroying") => Some(UnitState::Destroyed),
        Some("decommissioning") => Some(UnitState::Decommissioned),
        Some("consuming") => Some(UnitState::Consumed),
        Some("retail_selling" | "dispensing") => Some(UnitState::Sold),
        _ => None,
    })
}
