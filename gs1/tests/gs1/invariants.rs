//! What holds for every text: the fuzz targets and the property tests ask the same.

use gs1::{
    CANONICAL_STEM, Carrier, Compression, Dictionary, Fault, KeyForm, Message, SymbologyIdentifier,
};

/// All carriers.
const CARRIERS: [Carrier; 12] = [
    Carrier::Ean13,
    Carrier::Ean8,
    Carrier::UpcA,
    Carrier::UpcE,
    Carrier::Itf14,
    Carrier::Gs1_128,
    Carrier::DataBar,
    Carrier::DataBarLimited,
    Carrier::DataBarExpanded,
    Carrier::DataMatrix,
    Carrier::QrCode,
    Carrier::DotCode,
];

/// The four ways to compress.
pub fn compressions() -> impl Iterator<Item = Compression> {
    [KeyForm::Compressed, KeyForm::Plain]
        .into_iter()
        .flat_map(|key| {
            [true, false].map(|is_optimized| Compression {
                key,
                is_optimized,
                has_other_pairs: is_optimized,
            })
        })
}

/// Identifiers and values, in order.
pub fn pairs(message: &Message<'_>) -> Vec<(String, String)> {
    let pair = |e: &gs1::Element<'_>| (e.ai.to_string(), e.value.to_string());
    message.elements.iter().map(pair).collect()
}

/// Identifiers and values as a set: links keep no order and say nothing twice.
pub fn set(message: &Message<'_>) -> Vec<(String, String)> {
    let mut pairs = pairs(message);
    pairs.sort();
    pairs.dedup();
    pairs
}

/// Reads a text and checks all that must hold of what comes of it.
pub fn hold(dictionary: &Dictionary, text: &str, symbology: Option<SymbologyIdentifier>) {
    let (message, faults) = dictionary.read(text, symbology);
    for fault in &faults {
        assert!(
            text.get(fault.span.clone()).is_some(),
            "{fault:?} in {text:?}"
        );
    }
    for element in &message.elements {
        assert!(
            text.get(element.span.clone()).is_some(),
            "{element:?} in {text:?}"
        );
    }
    // Whatever is wrong, every form can be asked for.
    let _ = (
        message.hri(),
        message.identity(),
        message.host(),
        message.scan_data(),
    );
    for carrier in CARRIERS {
        let _ = message.scan_data_of(carrier);
    }
    for len in 0..14 {
        let _ = message.epc_urn(len);
    }
    let _ = gs1::pack_faults(&[&message, &message]);
    assert_eq!(message.clone().into_owned(), message);
    // Where an identifier that is not in the dictionary ends can't be told in scan data.
    let is_known = |e: &gs1::Element<'_>| dictionary.entry(e.ai).is_some();
    let is_right = faults.is_empty() && message.elements.iter().all(is_known);
    if is_right && !message.elements.is_empty() {
        round_trips(dictionary, &message);
    } else {
        let _ = (
            message.digital_link("https://a.example"),
            message.bracketed(),
        );
        for how in compressions() {
            let _ = message.compressed_digital_link(CANONICAL_STEM, &how);
        }
    }
}

/// A message without a fault reads the same in every form that it can be written in.
fn round_trips(dictionary: &Dictionary, message: &Message<'_>) {
    let expected = pairs(message);
    let ordered = [
        Some(message.bracketed()),
        Some(message.unbracketed()),
        message.scan_data(),
        message.scan_data_of(Carrier::DotCode),
    ];
    for text in ordered.into_iter().flatten() {
        let (again, faults) = dictionary.read(&text, None);
        assert_eq!(faults, [] as [Fault; 0], "{text:?}");
        assert_eq!(pairs(&again), expected, "{text:?}");
    }
    for prefix_len in 6..=12 {
        let Some(urn) = message.epc_urn(prefix_len) else {
            continue;
        };
        // It names the key and one serial; what else the message says is not in it.
        let (again, faults) = dictionary.read(&urn, None);
        assert_eq!(faults, [] as [Fault; 0], "{urn:?}");
        let is_kept = set(&again).iter().all(|pair| expected.contains(pair));
        assert!(is_kept && !again.elements.is_empty(), "{urn:?}");
    }
    let expected = set(message);
    let links = compressions()
        .map(|how| message.compressed_digital_link("https://a.example/x", &how))
        .chain([
            message.canonical_digital_link(),
            message.digital_link("https://a.example/x"),
        ]);
    for link in links.flatten() {
        let (again, faults) = dictionary.read(&link, None);
        assert_eq!(faults, [] as [Fault; 0], "{link:?}");
        assert_eq!(set(&again), expected, "{link:?}");
        assert_eq!(
            again.canonical_digital_link().is_some(),
            message.canonical_digital_link().is_some()
        );
    }
}
