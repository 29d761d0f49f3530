//! The key that signs push messages (RFC 8292): P-256, in a PKCS #8 PEM file of its own.
//!
//! Browsers bind a subscription to its public key: with a new key every subscription is lost.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use base64::{
    Engine as _,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use rustls_pki_types::{PrivatePkcs8KeyDer, pem::PemObject};
use trace::Instant;

/// How long a token holds, in seconds.
const TOKEN_S: i64 = 12 * 3600;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum VapidError {
    /// It can't be read or made; a file that is there is never written over.
    #[error("can't use `{0}` as the key of push messages: {1}")]
    File(PathBuf, #[source] io::Error),
    /// It holds something else.
    #[error("`{0}` holds no P-256 private key as PKCS #8 PEM; `touchstone key vapid` makes one")]
    Malformed(PathBuf),
    /// The operating system has no random bytes to give.
    #[error("no random bytes for a key of push messages")]
    Random,
}

/// The key.
#[derive(Debug)]
pub struct VapidKey {
    pair: EcdsaKeyPair,
}

impl VapidKey {
    /// Makes a key in a new file that only its owner may read.
    pub fn create(path: &Path) -> Result<VapidKey, VapidError> {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random)
            .map_err(|_| VapidError::Random)?;
        let key = VapidKey::from_der(document.as_ref(), path)?;
        let write = || -> io::Result<()> {
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(path)?;
            file.write_all(pem(document.as_ref()).as_bytes())?;
            file.sync_all()
        };
        write().map_err(|error| VapidError::File(path.to_owned(), error))?;
        Ok(key)
    }

    /// Reads a file.
    pub fn read(path: &Path) -> Result<VapidKey, VapidError> {
        let text = fs::read(path).map_err(|error| VapidError::File(path.to_owned(), error))?;
        let der = PrivatePkcs8KeyDer::from_pem_slice(&text)
            .map_err(|_| VapidError::Malformed(path.to_owned()))?;
        VapidKey::from_der(der.secret_pkcs8_der(), path)
    }

    fn from_der(der: &[u8], path: &Path) -> Result<VapidKey, VapidError> {
        let random = SystemRandom::new();
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der, &random)
            .map(|pair| VapidKey { pair })
            .map_err(|_| VapidError::Malformed(path.to_owned()))
    }

    /// A token that says who sends to a push service (RFC 8292, section 2); `contact` is where its
    /// operator can ask. It holds for twelve hours, and a day is the most that is allowed.
    ///
    /// # Errors
    /// The operating system has no random bytes to give.
    pub fn token(
        &self,
        audience: &str,
        contact: Option<&str>,
        now: Instant,
    ) -> Result<String, VapidError> {
        let mut claims = serde_json::json!({
            "aud": audience,
            "exp": now.0 / 1000 + TOKEN_S,
        });
        // Only what the standard names: a web address or one of mail.
        if let Some(contact) = contact.filter(|contact| contact.starts_with("https://")) {
            claims["sub"] = contact.into();
        }
        let encode = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
        let signed = format!(
            "{}.{}",
            encode(r#"{"typ":"JWT","alg":"ES256"}"#),
            encode(&claims.to_string())
        );
        let signature = self.pair.sign(&SystemRandom::new(), signed.as_bytes());
        let signature = signature.map_err(|_| VapidError::Random)?;
        Ok(format!(
            "{signed}.{}",
            BASE64_URL_SAFE_NO_PAD.encode(signature.as_ref())
        ))
    }

    /// As a browser takes it for `applicationServerKey`: base64url of the uncompressed point.
    #[must_use]
    pub fn public(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.pair.public_key())
    }
}

/// RFC 7468: lines of 64 characters.
fn pem(der: &[u8]) -> String {
    let text = BASE64_STANDARD.encode(der);
    let mut pem = "-----BEGIN PRIVATE KEY-----\n".to_owned();
    for (index, letter) in text.chars().enumerate() {
        if index > 0 && index % 64 == 0 {
            pem.push('\n');
        }
        pem.push(letter);
    }
    pem.push_str("\n-----END PRIVATE KEY-----\n");
    pem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vapid.pem");
        let made = VapidKey::create(&path).unwrap();
        assert_eq!(made.public().len(), 87, "65 bytes");
        assert!(made.public().starts_with('B'), "an uncompressed point");
        assert_eq!(VapidKey::read(&path).unwrap().public(), made.public());
        assert!(matches!(VapidKey::create(&path), Err(VapidError::File(..))));
        assert_eq!(VapidKey::read(&path).unwrap().public(), made.public());
        fs::write(&path, "nonsense").unwrap();
        assert!(matches!(
            VapidKey::read(&path),
            Err(VapidError::Malformed(_))
        ));
    }
}
