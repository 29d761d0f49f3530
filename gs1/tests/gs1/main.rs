//! The crate as its users meet it.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

mod associations;
mod differential;
mod generate;
mod invariants;
mod links;
mod parse;
mod round_trips;
#[cfg(not(target_arch = "wasm32"))]
mod seeds;
#[cfg(not(target_arch = "wasm32"))]
mod vectors;

use gs1::SymbologyIdentifier;

/// Elements and faults in one line: `01=09506000134352 21=A1 ! incorrect-check-digit "2"`.
fn said(text: &str, symbology: Option<&str>) -> String {
    let symbology = symbology.map(|text| text.parse::<SymbologyIdentifier>().unwrap());
    let (message, faults) = gs1::parse(text, symbology);
    let elements = message
        .elements
        .iter()
        .map(|e| format!("{}={}", e.ai, e.value));
    let faults = faults
        .iter()
        .map(|f| format!("! {} {:?}", f.kind.name(), &text[f.span.clone()]));
    elements.chain(faults).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(said(text, None), expected, "{text:?}");
}
