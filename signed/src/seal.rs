//! Key identifier and signature, as they stand in a code.

use std::{fmt, str::FromStr};

use gs1::Message;

use crate::{KeyId, base64url};

/// Where a seal stands in a Digital Link: a query parameter of ours, as GS1 Digital Link URI Syntax
/// allows any that is no number.
pub const PARAMETER: &str = "sig";

/// Where a seal stands in an element string: one of the identifiers for a company's own data.
pub const AI: &str = "99";

/// Characters of a seal: 4 of the key's identifier, 86 of the signature.
pub const SEAL_LEN: usize = 90;

/// A signature with the name of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Which key made it, as the code says.
    pub key: KeyId,
    /// The 64 bytes of RFC 8032.
    pub signature: [u8; 64],
}

/// What a code has for a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealFound {
    /// None.
    Absent,
    /// Something that is none in its place.
    Malformed,
    /// One.
    Seal(Seal),
}

impl SealFound {
    /// Looks where a seal may stand.
    #[must_use]
    pub fn of(message: &Message<'_>) -> SealFound {
        let in_link = message
            .link
            .as_ref()
            .and_then(|link| link.other(PARAMETER))
            .map(|text| text.into_owned());
        // Where both are there, the link's own counts.
        let text = in_link.or_else(|| message.value(AI).map(str::to_owned));
        match text.as_deref().map(str::parse) {
            None => SealFound::Absent,
            Some(Err(SealError)) => SealFound::Malformed,
            Some(Ok(seal)) => SealFound::Seal(seal),
        }
    }
}

/// A text that is no seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a seal has 90 letters, digits, hyphens and underscores")]
pub struct SealError;

impl FromStr for Seal {
    type Err = SealError;

    fn from_str(text: &str) -> Result<Seal, SealError> {
        let (key, signature) = text.split_at_checked(4).ok_or(SealError)?;
        Ok(Seal {
            key: key.parse().map_err(|_| SealError)?,
            signature: base64url::decode(signature).ok_or(SealError)?,
        })
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.key, base64url::encode(&self.signature))
    }
}
