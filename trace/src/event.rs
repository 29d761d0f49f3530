//! An EPCIS 2.0 event, as far as journeys and verdicts need it.
//!
//! The names are those of the EPCIS JSON schema in snake case; values of the Core Business
//! Vocabulary are kept as bare names (`shipping`), whatever form the document wrote them in.

use crate::Instant;

/// The five event types of EPCIS 2.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// Something happened to objects.
    Object,
    /// Objects were put into, or taken out of, a parent.
    Aggregation,
    /// Objects were tied to a business transaction.
    Transaction,
    /// Inputs became outputs.
    Transformation,
    /// Objects were tied to a place or asset for longer.
    Association,
}

/// What the event does to its relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Seen; nothing begins or ends.
    Observe,
    /// It begins.
    Add,
    /// It ends.
    Delete,
}

/// An EPC or EPC class in canonical form: the path of its GS1 Digital Link, without stem and
/// leading slash, such as `01/09506000134352/10/L7/21/A1` for a unit or `00/…` for a logistic unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Epc(pub String);

/// How much of an EPC class.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The class: a product or batch.
    pub class: Epc,
    /// How much; `None` where the event doesn't say.
    pub quantity: Option<f64>,
    /// The unit of measure, UN/CEFACT Recommendation 20 (`KGM`); `None` counts pieces.
    pub uom: Option<String>,
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// From the bare name, the CBV URN, or the Web Vocabulary URI.
            #[must_use]
            pub fn new(text: &str) -> $name {
                $name(text.rsplit(['/', ':', '-']).next().unwrap_or(text).to_owned())
            }

            /// The bare name.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

vocabulary! {
    /// What was being done (CBV 2.0 section 7.1), such as `shipping`.
    BizStep
}
vocabulary! {
    /// What the objects are thereafter (CBV 2.0 section 7.2), such as `in_transit`.
    Disposition
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its identifier; the same event has the same one.
    pub id: String,
    /// Its type.
    pub kind: EventKind,
    /// What it does; transformation events have none.
    pub action: Option<Action>,
    /// When it happened.
    pub time: Instant,
    /// The offset from UTC where it happened, in minutes.
    pub offset_min: i32,
    /// Single objects; for a transformation, empty.
    pub epcs: Vec<Epc>,
    /// Classes with amounts; for a transformation, empty.
    pub quantities: Vec<Quantity>,
    /// The containing object of an aggregation or association.
    pub parent: Option<Epc>,
    /// What a transformation used up.
    pub inputs: Vec<Epc>,
    /// The same, by class.
    pub input_quantities: Vec<Quantity>,
    /// What a transformation made.
    pub outputs: Vec<Epc>,
    /// The same, by class.
    pub output_quantities: Vec<Quantity>,
    /// What was being done.
    pub biz_step: Option<BizStep>,
    /// What the objects are thereafter.
    pub disposition: Option<Disposition>,
    /// Where it was read: the identifier as the event writes it.
    pub read_point: Option<String>,
    /// Where the objects are thereafter.
    pub biz_location: Option<String>,
}

impl Event {
    /// The business location, or else the read point.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.biz_location.as_deref().or(self.read_point.as_deref())
    }

    /// Everything that this event names, in any part.
    pub fn everything(&self) -> impl Iterator<Item = &Epc> {
        let classes = [
            &self.quantities,
            &self.input_quantities,
            &self.output_quantities,
        ];
        [&self.epcs, &self.inputs, &self.outputs]
            .into_iter()
            .flatten()
            .chain(
                classes
                    .into_iter()
                    .flatten()
                    .map(|quantity| &quantity.class),
            )
            .chain(&self.parent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vocabulary_is_bare_whatever_it_was_written_as() {
        for text in [
            "shipping",
            "urn:epcglobal:cbv:bizstep:shipping",
            "https://ref.gs1.org/cbv/BizStep-shipping",
            "cbv:BizStep-shipping",
        ] {
            assert_eq!(BizStep::new(text).as_str(), "shipping", "{text}");
        }
    }
}
