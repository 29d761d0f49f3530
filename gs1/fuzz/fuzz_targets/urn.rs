//! EPC URNs.
#![no_main]

#[path = "../../tests/gs1/invariants.rs"]
#[allow(dead_code, reason = "the property tests use more of it")]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    invariants::hold(&gs1::Dictionary::BUILTIN, &format!("urn:epc:{text}"), None);
});
