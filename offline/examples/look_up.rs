//! What a phone does with a pack, as wasm: it opens one and judges serials by it. Built and measured
//! by `cargo xtask bench offline`, with `look_up.mjs` around it.

#![cfg(target_arch = "wasm32")]
#![allow(
    unsafe_code,
    reason = "functions that wasm exports need their own names"
)]

mod world;

use std::cell::RefCell;

use offline::{Asked, Pack, PackKey, Word, judge};
use trace::Signature;
use world::{GTIN, serial};

thread_local! {
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static PACK: RefCell<Option<Pack>> = const { RefCell::new(None) };
}

/// Room for so many bytes, which the caller fills: the key's 32, and the pack behind them.
#[unsafe(no_mangle)]
pub extern "C" fn room(len: usize) -> *mut u8 {
    BYTES.with_borrow_mut(|bytes| {
        *bytes = vec![0; len];
        bytes.as_mut_ptr()
    })
}

/// Whether the pack opens.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> bool {
    let pack = BYTES.with_borrow(|bytes| {
        let (key, pack) = bytes.split_at_checked(32)?;
        let key = PackKey::new(key.try_into().ok()?)?;
        Pack::open(pack, &[key]).ok()
    });
    PACK.replace(pack);
    PACK.with_borrow(Option::is_some)
}

/// How many of so many serials, from a number on, are said to be listed.
#[unsafe(no_mangle)]
pub extern "C" fn listed(first: u64, count: u32) -> u32 {
    PACK.with_borrow(|pack| {
        let Some(pack) = pack else { return 0 };
        let today = gs1::Date::from_days(20_000);
        let numbers = first..first + u64::from(count);
        let is_listed = |number: &u64| {
            let serial = serial(*number);
            let asked = Asked {
                gtin: GTIN,
                serial: Some(&serial),
                ..Asked::default()
            };
            let answer = judge(pack, &asked, &Signature::Absent, today, 0, None);
            matches!(answer.words[..], [Word::ListedAsIssued { .. }])
        };
        numbers.filter(is_listed).count() as u32
    })
}
