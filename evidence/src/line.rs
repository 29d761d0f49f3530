//! An entry as it was signed.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};

use crate::{DeviceKey, Digest, Entry, FORMAT};

/// An entry as it was signed, and the signature; a line of a chain's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The JSON of an [`Entry`], exactly as it was signed.
    pub entry: String,
    /// The device's signature over the UTF-8 bytes of `entry`: base64 of 64 bytes, r ‖ s.
    pub signature: String,
}

/// Why a line does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It is not the JSON of a line, spelled as this program spells it.
    #[error("this is no line of a chain, or it was written anew by another program")]
    Shape,
    /// The text that was signed is not that of an entry.
    #[error("the signed text is no entry: {0}")]
    Entry(String),
    /// It is an entry of a later version.
    #[error("the entry is of the format {0:?}, and this program reads `{FORMAT}`: update it")]
    Format(String),
    /// The signature is not this device's.
    #[error("the signature is not the device's: the line was changed, or another device wrote it")]
    Signature,
    /// The key is another device's.
    #[error("the entry names another device than the key's")]
    Device,
}

impl Line {
    /// Reads a line of a file, without its line break.
    ///
    /// # Errors
    /// [`LineError::Shape`], also where the same content is spelled otherwise: then something other than
    /// a device and this program has written it.
    pub fn from_text(text: &str) -> Result<Line, LineError> {
        let line: Line = serde_json::from_str(text).map_err(|_| LineError::Shape)?;
        if line.to_text() != text {
            return Err(LineError::Shape);
        }
        Ok(line)
    }

    /// As it is written into a file, without a line break.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Two texts are always written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What the next entry calls it by.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(self.entry.as_bytes())
    }

    /// What it says, whoever signed it.
    ///
    /// # Errors
    /// [`LineError::Entry`], [`LineError::Format`].
    pub fn read(&self) -> Result<Entry, LineError> {
        #[derive(Deserialize)]
        struct Versioned {
            format: String,
        }
        let said = |error: serde_json::Error| LineError::Entry(error.to_string());
        let versioned: Versioned = serde_json::from_str(&self.entry).map_err(said)?;
        if versioned.format != FORMAT {
            return Err(LineError::Format(versioned.format));
        }
        serde_json::from_str(&self.entry).map_err(said)
    }

    /// What it says, where this device has signed it.
    ///
    /// # Errors
    /// [`LineError`].
    pub fn verified(&self, key: &DeviceKey) -> Result<Entry, LineError> {
        let signature = STANDARD
            .decode(&self.signature)
            .map_err(|_| LineError::Signature)?;
        if !key.has_signed(self.entry.as_bytes(), &signature) {
            return Err(LineError::Signature);
        }
        let entry = self.read()?;
        if entry.device != key.id() {
            return Err(LineError::Device);
        }
        Ok(entry)
    }
}
