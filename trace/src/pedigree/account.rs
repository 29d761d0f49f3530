//! An event as a pedigree tells it: what journeys need, and what belongs to the step beside that.

use crate::{Action, Disposition, Epc, Event, EventKind, Instant};

/// One event with all that a pedigree shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// What happened.
    pub event: Event,
    /// What few events say; boxed, since most say none of it.
    pub more: Option<Box<More>>,
    /// That it was declared to be an error: it is told, and nothing rests on it.
    pub error: Option<Declaration>,
}

/// What few events say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct More {
    /// What sensors read.
    pub readings: Vec<Reading>,
    /// Documents of business (CBV 2.0 section 8.5), such as an invoice.
    pub transactions: Vec<Named>,
    /// Who gave it away.
    pub sources: Vec<Named>,
    /// Who was to get it.
    pub destinations: Vec<Named>,
    /// Where certificates are described, as URIs.
    pub certificates: Vec<String>,
    /// Dispositions that last from here on.
    pub set: Vec<Disposition>,
    /// Dispositions that end here.
    pub unset: Vec<Disposition>,
    /// What ties several events of one transformation together.
    pub transformation: Option<String>,
}

/// An identifier with what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The bare name of its type: `inv`, `owning_party`; empty where the event gives none.
    pub kind: String,
    /// The identifier as the event writes it.
    pub id: String,
}

/// What a sensor read over a time, or at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The bare name of what was measured, in lower case: `temperature`.
    pub measure: String,
    /// The unit of measure, UN/CEFACT Recommendation 20 (`CEL`); empty where none was given.
    pub uom: String,
    /// When it began.
    pub from: Instant,
    /// When it ended; the same for a moment.
    pub until: Instant,
    /// The lowest value.
    pub min: f64,
    /// The highest value.
    pub max: f64,
    /// Whether the sensor itself raised an alarm.
    pub is_alarm: bool,
}

/// That an event was declared to be an error (EPCIS 2.0 section 7.4.1.2).
#[derive(Clone, Debug, PartialEq)]
pub struct Declaration {
    /// When.
    pub at: Instant,
    /// The bare name of the reason: `did_not_occur`, `incorrect_data`.
    pub reason: Option<String>,
    /// The events that stand in its place.
    pub corrected_by: Vec<String>,
}

/// What an event is to a thing that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It was put into something, taken out or seen in it.
    Child,
    /// Something was put into it.
    Parent,
    /// It was used up.
    Input,
    /// It was made.
    Output,
    /// Anything else.
    Plain,
}

impl Account {
    /// Whether anything may rest on it.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.error.is_none()
    }

    /// The bare name of what was done, or of the event's kind.
    #[must_use]
    pub fn step(&self) -> &str {
        match (&self.event.biz_step, self.event.kind) {
            (Some(step), _) => step.as_str(),
            (None, EventKind::Object) => "object",
            (None, EventKind::Aggregation) => "aggregation",
            (None, EventKind::Transaction) => "transaction",
            (None, EventKind::Transformation) => "transformation",
            (None, EventKind::Association) => "association",
        }
    }

    /// What the objects were thereafter.
    #[must_use]
    pub fn disposition(&self) -> Option<&str> {
        self.event.disposition.as_ref().map(Disposition::as_str)
    }

    /// What was used up, single things and classes.
    pub fn inputs(&self) -> impl Iterator<Item = &Epc> {
        let classes = self.event.input_quantities.iter().map(|class| &class.class);
        self.event.inputs.iter().chain(classes)
    }

    /// What was made, single things and classes.
    pub fn outputs(&self) -> impl Iterator<Item = &Epc> {
        let classes = self
            .event
            .output_quantities
            .iter()
            .map(|class| &class.class);
        self.event.outputs.iter().chain(classes)
    }

    /// What was put into a parent or seen in it, or what happened to it.
    pub fn objects(&self) -> impl Iterator<Item = &Epc> {
        let classes = self.event.quantities.iter().map(|class| &class.class);
        self.event.epcs.iter().chain(classes)
    }

    /// What the event is to a thing that it names.
    pub(super) fn part_of(&self, epc: &Epc) -> Part {
        let is_tie = matches!(
            self.event.kind,
            EventKind::Aggregation | EventKind::Association
        );
        if self.inputs().any(|input| input == epc) {
            Part::Input
        } else if self.outputs().any(|output| output == epc) {
            Part::Output
        } else if self.event.parent.as_ref() == Some(epc) && is_tie {
            Part::Parent
        } else if is_tie {
            Part::Child
        } else {
            Part::Plain
        }
    }

    /// Whether the thing begins here: it was commissioned, harvested, made, or filled.
    pub(super) fn is_birth_of(&self, epc: &Epc) -> bool {
        match self.part_of(epc) {
            Part::Output => true,
            Part::Parent | Part::Plain => self.event.action == Some(Action::Add),
            Part::Child | Part::Input => false,
        }
    }
}
