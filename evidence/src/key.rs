//! Who signs: a device, and the server.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier as _};

use crate::Digest;

/// Why something is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Of a device.
    #[error(
        "a device's key is a point of the curve P-256, 65 bytes uncompressed, in base64 with padding"
    )]
    Device,
    /// Of the server.
    #[error("the server's key is an Ed25519 public key, 32 bytes in base64 with padding")]
    Server,
}

/// The public key of a device: ECDSA on P-256 (FIPS 186-5), as WebCrypto makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceKey(VerifyingKey);

impl DeviceKey {
    /// From the 65 bytes of the uncompressed point, which `exportKey("raw", …)` gives.
    ///
    /// # Errors
    /// [`KeyError::Device`].
    pub fn from_bytes(bytes: &[u8]) -> Result<DeviceKey, KeyError> {
        if bytes.len() != 65 {
            return Err(KeyError::Device);
        }
        VerifyingKey::from_sec1_bytes(bytes)
            .map(DeviceKey)
            .map_err(|_| KeyError::Device)
    }

    /// From base64.
    ///
    /// # Errors
    /// [`KeyError::Device`].
    pub fn from_text(text: &str) -> Result<DeviceKey, KeyError> {
        DeviceKey::from_bytes(&STANDARD.decode(text).map_err(|_| KeyError::Device)?)
    }

    /// Base64 of the uncompressed point.
    #[must_use]
    pub fn to_text(&self) -> String {
        STANDARD.encode(self.0.to_sec1_point(false).as_bytes())
    }

    /// What entries call the device by: the digest of the uncompressed point.
    #[must_use]
    pub fn id(&self) -> Digest {
        Digest::of(self.0.to_sec1_point(false).as_bytes())
    }

    /// Whether it made this signature: 64 bytes, r ‖ s, over the SHA-256 of these bytes.
    #[must_use]
    pub fn has_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let signature = Signature::from_slice(signature);
        signature.is_ok_and(|signature| self.0.verify(bytes, &signature).is_ok())
    }
}

/// The public key that the server witnesses and seals with: Ed25519 (RFC 8032).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerKey(ed25519_dalek::VerifyingKey);

impl ServerKey {
    /// From its 32 bytes.
    ///
    /// # Errors
    /// [`KeyError::Server`], also for keys that any signature fits.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<ServerKey, KeyError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::Server)?;
        if key.is_weak() {
            return Err(KeyError::Server);
        }
        Ok(ServerKey(key))
    }

    /// From base64.
    ///
    /// # Errors
    /// [`KeyError::Server`].
    pub fn from_text(text: &str) -> Result<ServerKey, KeyError> {
        let bytes = STANDARD.decode(text).map_err(|_| KeyError::Server)?;
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| KeyError::Server)?;
        ServerKey::from_bytes(&bytes)
    }

    /// Base64 of its 32 bytes.
    #[must_use]
    pub fn to_text(&self) -> String {
        STANDARD.encode(self.0.as_bytes())
    }

    /// What seals and witnesses call it by: the digest of its 32 bytes.
    #[must_use]
    pub fn id(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }

    /// Whether it made this signature, 64 bytes; strictly, so that of each there is one spelling.
    #[must_use]
    pub fn has_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let signature = ed25519_dalek::Signature::from_slice(signature);
        signature.is_ok_and(|signature| self.0.verify_strict(bytes, &signature).is_ok())
    }
}
