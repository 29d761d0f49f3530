//! Path segments of compressed Digital Links, alone and behind a key.
#![no_main]

#[path = "../../tests/gs1/invariants.rs"]
#[allow(dead_code, reason = "the property tests use more of it")]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    for stem in ["https://a.example/", "https://a.example/01/09506000134352/"] {
        invariants::hold(&gs1::Dictionary::BUILTIN, &format!("{stem}{text}"), None);
    }
});
