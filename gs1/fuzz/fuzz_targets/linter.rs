//! Each linter against any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    for linter in gs1::Linter::ALL {
        if let Err(found) = linter.check(text) {
            assert!(
                text.get(found.span.clone()).is_some(),
                "{linter:?} {text:?} {found:?}"
            );
        }
    }
});
