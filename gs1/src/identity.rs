//! Whom a message names: a primary identification key, and what qualifies a trade item.
//!
//! Qualifiers of other keys, such as the extension of a location (AI 254), and a trade item's
//! third-party serial (AI 235), are elements of the message and no part of its identity.

use crate::{Ai, Dictionary, Element, Gtin, Message, Sscc, percent};

/// The primary identification key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A trade item, AI 01.
    Gtin(Gtin),
    /// A logistic unit, AI 00.
    Sscc(Sscc),
    /// Another key of GS1's.
    Other {
        /// Which.
        ai: Ai,
        /// Its value.
        value: String,
    },
}

/// A key, what qualifies it, and the dates that a pack carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identity {
    /// The primary identification key.
    pub key: Key,
    /// Consumer product variant, AI 22.
    pub variant: Option<String>,
    /// Batch or lot, AI 10.
    pub batch: Option<String>,
    /// Serial, AI 21.
    pub serial: Option<String>,
    /// Expiry, AI 17, YYMMDD as in the code.
    pub expiry: Option<String>,
    /// Best before, AI 15, YYMMDD as in the code.
    pub best_before: Option<String>,
    /// Production date, AI 11, YYMMDD as in the code.
    pub production: Option<String>,
}

impl Identity {
    pub(crate) fn of(message: &Message<'_>) -> Option<Identity> {
        let key = message
            .elements
            .iter()
            .find_map(|element| key_of(&message.dictionary, element))?;
        let value = |ai| {
            message
                .value(ai)
                .filter(|value| !value.is_empty())
                .map(str::to_owned)
        };
        Some(Identity {
            key,
            variant: value("22"),
            batch: value("10"),
            serial: value("21"),
            expiry: value("17"),
            best_before: value("15"),
            production: value("11"),
        })
    }

    /// The trade item, where the key is one.
    #[must_use]
    pub fn gtin(&self) -> Option<&Gtin> {
        match &self.key {
            Key::Gtin(gtin) => Some(gtin),
            Key::Sscc(_) | Key::Other { .. } => None,
        }
    }

    pub(crate) fn key_ai(&self) -> &str {
        match &self.key {
            Key::Gtin(_) => "01",
            Key::Sscc(_) => "00",
            Key::Other { ai, .. } => ai.as_str(),
        }
    }

    /// `/01/09506000134352/10/L7/21/A1`, percent-encoded, qualifiers in the standard's order.
    #[must_use]
    pub fn digital_link_path(&self) -> String {
        // What most of them fit in.
        let mut out = String::with_capacity(64);
        for part in ["/", self.key_ai(), "/"] {
            out.push_str(part);
        }
        match &self.key {
            Key::Gtin(gtin) => out.push_str(gtin.as_str()),
            Key::Sscc(sscc) => out.push_str(sscc.as_str()),
            Key::Other { value, .. } => percent::encode(value, false, &mut out),
        }
        if let Key::Gtin(_) = self.key {
            let qualifiers = [
                ("22", &self.variant),
                ("10", &self.batch),
                ("21", &self.serial),
            ];
            for (ai, value) in qualifiers {
                if let Some(value) = value {
                    out.push('/');
                    out.push_str(ai);
                    out.push('/');
                    percent::encode(value, false, &mut out);
                }
            }
        }
        out
    }
}

/// The key that an element is, where it is one and its check digit is right.
fn key_of(dictionary: &Dictionary, element: &Element<'_>) -> Option<Key> {
    match element.ai.as_bytes() {
        b"01" => element.value.parse().ok().map(Key::Gtin),
        b"00" => element.value.parse().ok().map(Key::Sscc),
        _ => {
            let entry = dictionary.entry(element.ai)?;
            let is_key = entry.is_key() && crate::parse::is_well_formed(entry, &element.value);
            is_key.then(|| Key::Other {
                ai: element.ai,
                value: element.value.to_string(),
            })
        }
    }
}
