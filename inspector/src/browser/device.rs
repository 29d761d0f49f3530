//! The device's key: made here, never handed out (WebCrypto, ECDSA P-256, not extractable), kept in the
//! store as the browser keeps such keys.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use evidence::{DeviceKey, Digest};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, CryptoKeyPair, SubtleCrypto};

use super::store::{Put, Shelf, Store, StoreError};

/// Under which the pair is kept.
const PAIR: &str = "pair";

/// This device as a signer.
#[derive(Clone)]
pub struct Device {
    private: CryptoKey,
    /// Its public half.
    pub public: DeviceKey,
}

/// Why there is no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviceError {
    /// The store.
    Store(StoreError),
    /// The browser makes no such keys here; it must be a secure page.
    Crypto,
}

impl Device {
    /// The device's key, made where there is none yet.
    ///
    /// # Errors
    /// [`DeviceError`].
    pub async fn open(store: &Store) -> Result<Device, DeviceError> {
        if let Some(pair) = store.raw(Shelf::Device, PAIR).await
            && let Some(device) = of_pair(&pair).await
        {
            return Ok(device);
        }
        let pair = made().await.ok_or(DeviceError::Crypto)?;
        let device = of_pair(&pair).await.ok_or(DeviceError::Crypto)?;
        store
            .put(vec![Put::raw(Shelf::Device, PAIR, pair)])
            .await
            .map_err(DeviceError::Store)?;
        Ok(device)
    }

    /// What entries call it by.
    pub fn id(&self) -> Digest {
        self.public.id()
    }

    /// The signature over these bytes: 64 bytes, r ‖ s; `None` where the browser refuses.
    pub async fn sign(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let how = algorithm();
        Reflect::set(&how, &"hash".into(), &"SHA-256".into()).ok()?;
        let promise = subtle()?
            .sign_with_object_and_u8_array(&how, &self.private, bytes)
            .ok()?;
        let signature = JsFuture::from(promise).await.ok()?;
        Some(Uint8Array::new(&signature).to_vec())
    }

    /// The same as base64.
    pub async fn signed(&self, text: &str) -> Option<String> {
        let signature = self.sign(text.as_bytes()).await?;
        Some(STANDARD.encode(signature))
    }
}

async fn made() -> Option<JsValue> {
    let uses = Array::of2(&"sign".into(), &"verify".into());
    let promise = subtle()?
        .generate_key_with_object(&algorithm(), false, &uses)
        .ok()?;
    JsFuture::from(promise).await.ok()
}

async fn of_pair(pair: &JsValue) -> Option<Device> {
    let pair: &CryptoKeyPair = pair.unchecked_ref();
    let private = Reflect::get(pair, &"privateKey".into()).ok()?;
    let public: CryptoKey = Reflect::get(pair, &"publicKey".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let promise = subtle()?.export_key("raw", &public).ok()?;
    let raw = Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec();
    Some(Device {
        private: private.dyn_into().ok()?,
        public: DeviceKey::from_bytes(&raw).ok()?,
    })
}

fn algorithm() -> Object {
    let how = Object::new();
    // Setting a property of a plain object can't fail.
    let _ = Reflect::set(&how, &"name".into(), &"ECDSA".into());
    let _ = Reflect::set(&how, &"namedCurve".into(), &"P-256".into());
    how
}

/// `None` on a page that is not secure.
fn subtle() -> Option<SubtleCrypto> {
    let crypto = leptos::prelude::window().crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    subtle.dyn_into().ok()
}
