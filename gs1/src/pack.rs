//! All carriers of one pack: a linear code and a 2D code, or several 2D codes.

use crate::{Dictionary, Element, Fault, FaultClass, FaultKind, Message, associations};

/// A fault of one of a pack's carriers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    /// Which carrier, counted from zero; the fault's span points into its text.
    pub carrier: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What the carriers of one pack say of each other.
///
/// GS1 judges associations over everything that marks an item: what one code lacks, another may
/// hold, and what each says rightly alone, they may contradict together.
///
/// ```
/// let (linear, _) = gs1::parse("]E09506000134352", None);
/// let (matrix, faults) = gs1::parse("]d21727113010L7", None);
/// assert_eq!(faults[0].kind, gs1::FaultKind::MissingAssociation);
/// assert_eq!(gs1::pack_faults(&[&linear, &matrix]), []);
/// ```
///
/// Gives the faults of [`FaultClass::Association`] only; the others are each carrier's own.
/// The rules are those of the first message's dictionary.
#[must_use]
pub fn pack_faults(carriers: &[&Message<'_>]) -> Vec<PackFault> {
    let Some(first) = carriers.first() else {
        return Vec::new();
    };
    let dictionary: &Dictionary = &first.dictionary;
    let mut owners = Vec::new();
    let mut all: Vec<Element<'_>> = Vec::new();
    for (carrier, message) in carriers.iter().enumerate() {
        for element in &message.elements {
            owners.push(carrier);
            all.push(Element {
                ai: element.ai,
                value: (&*element.value).into(),
                span: element.span.clone(),
            });
        }
    }
    let mut faults = Vec::new();
    for (index, carrier) in owners.iter().enumerate() {
        for fault in associations::of_one(dictionary, &all, index) {
            debug_assert!(fault.kind.class() == FaultClass::Association);
            // The same element on two carriers has the same fault twice: once is enough.
            let is_known = |known: &PackFault| {
                fault.kind != FaultKind::RepeatedAi
                    && (known.fault.kind, known.fault.ai) == (fault.kind, fault.ai)
                    && known.fault.detail == fault.detail
            };
            if !faults.iter().any(is_known) {
                faults.push(PackFault {
                    carrier: *carrier,
                    fault,
                });
            }
        }
    }
    faults
}
