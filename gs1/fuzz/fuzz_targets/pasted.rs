//! Whatever is pasted, typed, or comes from a keyboard wedge.
#![no_main]

#[path = "../../tests/gs1/invariants.rs"]
#[allow(dead_code, reason = "the property tests use more of it")]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    invariants::hold(&gs1::Dictionary::BUILTIN, text, None);
    let keeping = gs1::Dictionary::BUILTIN.with_unknown(gs1::UnknownAis::KeepAsAttributes);
    invariants::hold(&keeping, text, None);
});
