//! A PIN that opens the page on a phone that is passed on: stretched (PBKDF2, SHA-256), never kept itself.
//!
//! It keeps the next person from the last one's visits. Whoever takes the phone apart can try all PINs of
//! a few digits; what protects evidence is the signature and the server's witness.

use app::browser::page;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use js_sys::{Array, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::store::{Put, Shelf, Store, StoreError};

/// Under which it is kept.
const NAME: &str = "pin";
/// About a third of a second on a slow phone.
const ROUNDS: u32 = 200_000;
/// Digits or letters, at least.
pub const LEAST: usize = 4;

/// What is kept of a PIN.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    salt: String,
    rounds: u32,
    stretched: String,
    /// Wrong ones since the last right one.
    wrong: u32,
    /// By the phone's clock: before that no further one is tried.
    wait_until_ms: f64,
}

/// What came of trying one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is the one.
    Right,
    /// It is not.
    Wrong,
    /// Too many were; so many seconds are to pass first.
    Wait(u32),
}

/// The PIN of this phone, where it has one.
pub async fn of(store: &Store) -> Option<Pin> {
    store.json(Shelf::Device, NAME).await
}

/// Sets it.
///
/// # Errors
/// [`StoreError`]; then there is none, or the one before.
pub async fn set(store: &Store, pin: &str) -> Result<(), StoreError> {
    let salt = page::unique().unwrap_or_default();
    let none = || StoreError::Broken("no PBKDF2".to_owned());
    let stretched = stretched(pin, &salt, ROUNDS).await.ok_or_else(none)?;
    let kept = Pin {
        salt,
        rounds: ROUNDS,
        stretched,
        wrong: 0,
        wait_until_ms: 0.0,
    };
    store.put(vec![Put::json(Shelf::Device, NAME, &kept)]).await
}

/// Tries one; wrong ones are counted, over restarts too.
pub async fn tried(store: &Store, pin: &str) -> Tried {
    let Some(mut kept) = of(store).await else {
        return Tried::Right;
    };
    let now = page::tick_ms();
    if now < kept.wait_until_ms {
        return Tried::Wait(((kept.wait_until_ms - now) / 1000.0).ceil() as u32);
    }
    let given = stretched(pin, &kept.salt, kept.rounds).await;
    let is_right = given.is_some_and(|given| given == kept.stretched);
    if is_right {
        kept.wrong = 0;
    } else {
        kept.wrong += 1;
        // From the fifth on, twice as long each time.
        let doublings = kept.wrong.saturating_sub(4).min(10);
        if doublings > 0 {
            kept.wait_until_ms = now + 15_000.0 * f64::from(1_u32 << doublings);
        }
    }
    // Where it can't be kept, the next one is tried like this one.
    let _ = store.put(vec![Put::json(Shelf::Device, NAME, &kept)]).await;
    if is_right { Tried::Right } else { Tried::Wrong }
}

async fn stretched(pin: &str, salt: &str, rounds: u32) -> Option<String> {
    let crypto = window().crypto().ok()?;
    let subtle: SubtleCrypto = Reflect::get(&crypto, &"subtle".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let uses = Array::of1(&"deriveBits".into());
    let bytes = Uint8Array::from(pin.as_bytes());
    let key = subtle
        .import_key_with_str("raw", &bytes, "PBKDF2", false, &uses)
        .ok()?;
    let key: CryptoKey = JsFuture::from(key).await.ok()?.dyn_into().ok()?;
    let how = Object::new();
    let salt = Uint8Array::from(salt.as_bytes());
    Reflect::set(&how, &"name".into(), &"PBKDF2".into()).ok()?;
    Reflect::set(&how, &"hash".into(), &"SHA-256".into()).ok()?;
    Reflect::set(&how, &"salt".into(), &salt).ok()?;
    Reflect::set(&how, &"iterations".into(), &rounds.into()).ok()?;
    let bits = subtle.derive_bits_with_object(&how, &key, 256).ok()?;
    let bits = JsFuture::from(bits).await.ok()?;
    Some(STANDARD.encode(Uint8Array::new(&bits).to_vec()))
}
