//! Reading a right message allocates its result and nothing else.

#![cfg(not(target_arch = "wasm32"))]

use allocation_counter::measure;

/// How many allocations reading a text makes, the result included.
fn count(text: &str) -> u64 {
    let mut count = 0;
    let info = measure(|| {
        let (message, faults) = gs1::parse(text, None);
        assert!(faults.is_empty(), "{text}");
        count = message.elements.len();
    });
    assert!(count > 0, "{text}");
    info.count_total
}

#[test]
fn a_right_message_allocates_its_list_of_elements_only() {
    assert_eq!(count("]d20109506000134352"), 1);
    assert_eq!(
        count("]d201095060001343521727113010C2611\u{1d}21H2K7M9Q4X8B6T3Z1"),
        1
    );
    // Values borrow from the path as they do elsewhere.
    assert_eq!(
        count("https://id.gs1.org/01/09506000134352/10/C2611/21/H2K7?17=271130"),
        1
    );
}
