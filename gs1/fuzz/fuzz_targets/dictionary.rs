//! Dictionaries: whatever one is accepted can be gone by.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok((dictionary, _)) = gs1::Dictionary::parse(text) else {
        return;
    };
    // A text of its own identifiers.
    let text: String = dictionary
        .entries()
        .iter()
        .map(|entry| format!("({})1", entry.first()))
        .collect();
    let (message, _) = dictionary.read(&text, None);
    let scan = message.scan_data().unwrap_or_default();
    let _ = dictionary.read(&scan, None);
    if let Some(link) = message.canonical_digital_link() {
        let _ = dictionary.read(&link, None);
    }
});
