//! Element strings behind each symbology identifier.
#![no_main]

#[path = "../../tests/gs1/invariants.rs"]
#[allow(dead_code, reason = "the property tests use more of it")]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    for identifier in ["]d2", "]Q3", "]C1", "]e0", "]E0", "]E4", "]J0"] {
        let text = format!("{identifier}{text}");
        invariants::hold(&gs1::Dictionary::BUILTIN, &text, None);
    }
});
