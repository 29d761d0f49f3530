//! Digital Links.
#![no_main]

#[path = "../../tests/gs1/invariants.rs"]
#[allow(dead_code, reason = "the property tests use more of it")]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    for scheme in ["https://a.example", "HTTP://"] {
        invariants::hold(&gs1::Dictionary::BUILTIN, &format!("{scheme}{text}"), None);
    }
});
