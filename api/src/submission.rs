//! What registrations and claims have in common: fields that people fill in, and replayed requests.

use crate::{error::ApiError, random};

/// Where a submission's reference and code come from.
#[derive(Clone, Debug)]
pub enum Seed {
    /// The operating system.
    Random,
    /// A key that the sender repeats when it sends the same request again: the same reference and
    /// code come out again, and nothing secret has to be stored for it.
    Key(String),
}

impl Seed {
    /// From the header `Idempotency-Key`: 16 to 128 characters that nobody else could guess.
    pub fn from_header(value: Option<&str>) -> Result<Seed, ApiError> {
        match value {
            None => Ok(Seed::Random),
            Some(key) if (16..=128).contains(&key.len()) => Ok(Seed::Key(key.to_owned())),
            Some(_) => Err(ApiError::Field {
                field: "Idempotency-Key",
                detail: "it must have 16 to 128 random characters".to_owned(),
            }),
        }
    }

    pub(crate) fn bytes(
        &self,
        secret: &[u8; 32],
        purpose: &str,
    ) -> Result<[u8; 32], getrandom::Error> {
        match self {
            Seed::Random => random::bytes(),
            Seed::Key(key) => Ok(random::keyed_digest(
                secret,
                &[b"submission", purpose.as_bytes(), key.as_bytes()],
            )),
        }
    }
}

/// A text of at most so many characters; blank is none.
pub(crate) fn short_text(
    field: &'static str,
    text: Option<&str>,
    max: usize,
) -> Result<Option<String>, ApiError> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    if text.chars().count() > max {
        return Err(ApiError::Field {
            field,
            detail: format!("it has more than {max} characters; shorten it"),
        });
    }
    let has_control = text
        .chars()
        .any(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'));
    if has_control {
        return Err(ApiError::Field {
            field,
            detail: "it holds a character that can't be written".to_owned(),
        });
    }
    Ok(Some(text.to_owned()))
}

/// An e-mail address, as far as that can be told without writing to it; blank is none.
pub(crate) fn email(text: Option<&str>) -> Result<Option<String>, ApiError> {
    let Some(text) = short_text("email", text, 254)? else {
        return Ok(None);
    };
    let is_address = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !host.ends_with('.')
    }) && !text.contains(char::is_whitespace);
    if !is_address {
        return Err(ApiError::Field {
            field: "email",
            detail: "write it like name@example.com, or leave it empty".to_owned(),
        });
    }
    Ok(Some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for text in ["a@b.example", " a.b+c@d-e.example "] {
            assert!(matches!(email(Some(text)), Ok(Some(_))), "{text}");
        }
        for text in [
            "a",
            "a@",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a@b@c.example",
        ] {
            assert!(email(Some(text)).is_err(), "{text}");
        }
        assert!(matches!(email(Some("  ")), Ok(None)));
    }
}
