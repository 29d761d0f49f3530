//! What the server saw, and when: the times that don't rest on a device's clock.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};

use crate::{Digest, ServerKey};

/// What a witness's statement begins with.
const FORMAT: &str = "touchstone-witness-1";

/// That the server had a line at a time. It covers all lines before it, which the line's digest does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// `touchstone-witness-1`.
    pub format: String,
    /// The inspection.
    pub inspection: String,
    /// The device.
    pub device: Digest,
    /// The line's number.
    pub sequence: u64,
    /// The line's digest.
    pub digest: Digest,
    /// When the server had it, by its clock: RFC 3339 in UTC.
    pub received_at: String,
}

/// A statement as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// The JSON of a [`Statement`], exactly as it was signed.
    pub statement: String,
    /// [`ServerKey::id`].
    pub key: Digest,
    /// Base64 of the 64 bytes of the server's signature over the bytes of `statement`.
    pub signature: String,
}

/// Why a witness proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WitnessError {
    /// It is not the JSON of one, spelled as this program spells it.
    #[error("this is no statement of a witness")]
    Shape,
    /// A key that is not known here.
    #[error("the statement is signed by the unknown key {0}")]
    Key(Digest),
    /// It was changed.
    #[error("the signature is not the server's: the statement was changed")]
    Signature,
}

impl Statement {
    /// Of a line.
    #[must_use]
    pub fn new(
        inspection: String,
        device: Digest,
        sequence: u64,
        digest: Digest,
        received_at: String,
    ) -> Statement {
        Statement {
            format: FORMAT.to_owned(),
            inspection,
            device,
            sequence,
            digest,
            received_at,
        }
    }
}

impl Witness {
    /// Reads a line of a file, without its line break.
    ///
    /// # Errors
    /// [`WitnessError::Shape`].
    pub fn from_text(text: &str) -> Result<Witness, WitnessError> {
        let witness: Witness = serde_json::from_str(text).map_err(|_| WitnessError::Shape)?;
        if witness.to_text() != text {
            return Err(WitnessError::Shape);
        }
        Ok(witness)
    }

    /// As it is written into a file, without a line break.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Texts and a digest are always written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What it says, where one of these keys has signed it.
    ///
    /// # Errors
    /// [`WitnessError`].
    pub fn verified(&self, keys: &[ServerKey]) -> Result<Statement, WitnessError> {
        let key = keys.iter().find(|key| key.id() == self.key);
        let key = key.ok_or(WitnessError::Key(self.key))?;
        let signature = STANDARD
            .decode(&self.signature)
            .map_err(|_| WitnessError::Signature)?;
        if !key.has_signed(self.statement.as_bytes(), &signature) {
            return Err(WitnessError::Signature);
        }
        let statement: Statement =
            serde_json::from_str(&self.statement).map_err(|_| WitnessError::Shape)?;
        if statement.format != FORMAT {
            return Err(WitnessError::Shape);
        }
        Ok(statement)
    }
}
