//! What elements say of each other: which exclude each other, which must go together, which are
//! repeated, and what a digital signature signs.
//!
//! Source: the `ex` and `req` attributes of the GS1 Barcode Syntax Dictionary, and GS1's Barcode
//! Syntax Engine for repeated identifiers and signatures.

use crate::{Ai, Dictionary, Element, Fault, FaultKind, Message, ai::Pattern};

/// Adds what is wrong with the elements of one message.
pub(crate) fn check(message: &Message<'_>, faults: &mut Vec<Fault>) {
    let elements: &[Element<'_>] = &message.elements;
    for (index, element) in elements.iter().enumerate() {
        for fault in of_one(&message.dictionary, elements, index) {
            // A link's own rule for repeated identifiers has seen to these.
            let is_known =
                |known: &Fault| known.kind == FaultKind::RepeatedAi && known.ai == Some(element.ai);
            if fault.kind != FaultKind::RepeatedAi || !faults.iter().any(is_known) {
                faults.push(fault);
            }
        }
    }
}

/// What is wrong with one element among all of them.
pub(crate) fn of_one<'m>(
    dictionary: &'m Dictionary,
    all: &'m [Element<'m>],
    index: usize,
) -> impl Iterator<Item = Fault> + 'm {
    let element = &all[index];
    let entry = dictionary.entry(element.ai);
    let fault = |kind, detail: String| Fault {
        detail: detail.into(),
        ..Fault::new(kind, Some(element.ai), element.span.clone())
    };
    let excluded = entry.into_iter().flat_map(move |entry| {
        entry.excludes().filter_map(move |pattern| {
            let other = find(all, pattern, element.ai)?;
            Some(fault(FaultKind::ExcludedPair, other.to_string()))
        })
    });
    let missing = entry.into_iter().flat_map(move |entry| {
        entry.requires().filter_map(move |requirement| {
            let is_met = requirement
                .groups()
                .any(|mut group| group.all(|pattern| find(all, pattern, element.ai).is_some()));
            (!is_met).then(|| {
                let detail = requirement.as_str().to_owned();
                fault(FaultKind::MissingAssociation, detail)
            })
        })
    });
    let is_repeated = all[..index]
        .iter()
        .any(|before| before.ai == element.ai && before.value != element.value);
    let repeated = is_repeated.then(|| fault(FaultKind::RepeatedAi, String::new()));
    let unsigned = is_unsigned(dictionary, all, element)
        .then(|| fault(FaultKind::UnsignedSerial, String::new()));
    excluded.chain(missing).chain(repeated).chain(unsigned)
}

/// The first identifier that a pattern matches; an identifier never stands in its own way or for
/// itself.
fn find(elements: &[Element<'_>], pattern: Pattern<'_>, own: Ai) -> Option<Ai> {
    elements
        .iter()
        .map(|element| element.ai)
        .find(|ai| *ai != own && pattern.matches(*ai))
}

/// A signature (8030) signs one thing: a key with a serial component must have it.
fn is_unsigned(dictionary: &Dictionary, all: &[Element<'_>], element: &Element<'_>) -> bool {
    if !matches!(element.ai.as_str(), "253" | "255" | "8003") {
        return false;
    }
    let is_signed = all.iter().any(|element| element.ai.as_str() == "8030");
    let least = dictionary.entry(element.ai).map(|entry| entry.lengths().0);
    is_signed && least == Some(element.value.len())
}
