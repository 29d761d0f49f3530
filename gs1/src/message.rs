//! What a text says: its elements, and the forms that they can be written in.

use std::ops::Range;

use crate::{Ai, GS, Identity, dictionary, percent};

/// How a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `0109506000134352…`, as a scanner transmits it.
    ElementString,
    /// `(01)09506000134352…`, as people print and type it.
    BracketedElementString,
    /// `https://…/01/09506000134352…`.
    DigitalLink,
    /// The bare digits of an EAN, UPC or ITF-14 symbol.
    PlainGtin,
    /// Another link.
    OtherUri,
    /// Anything else.
    OtherText,
}

/// An application identifier with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Which.
    pub ai: Ai,
    /// Its value, decoded.
    pub value: String,
    /// Where the value stands: bytes of the text as it was given.
    pub span: Range<usize>,
}

/// What a scanned text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How it was written.
    pub form: Form,
    /// Its elements, in the order of the text.
    pub elements: Vec<Element>,
    /// For a link: scheme, host and any path before the primary key, without a closing slash.
    pub stem: Option<String>,
    /// Query pairs of a Digital Link that are no elements, decoded, in order.
    pub ignored_query: Vec<(String, String)>,
}

impl Message {
    pub(crate) fn new(form: Form) -> Message {
        Message {
            form,
            elements: Vec::new(),
            stem: None,
            ignored_query: Vec::new(),
        }
    }

    /// The value of an application identifier, the first where it is there twice.
    #[must_use]
    pub fn value(&self, ai: &str) -> Option<&str> {
        let element = self
            .elements
            .iter()
            .find(|element| element.ai.as_str() == ai)?;
        Some(&element.value)
    }

    /// Whom it names; `None` without a primary key with a right check digit.
    #[must_use]
    pub fn identity(&self) -> Option<Identity> {
        Identity::of(self)
    }

    /// For a link: the host it leads to, without port and user.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let (_, rest) = self.stem.as_deref()?.split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?;
        Some(host.split(':').next().unwrap_or(host)).filter(|host| !host.is_empty())
    }

    /// `(01)09506000134352(21)A1`. A `(` in a value is written `\(`.
    #[must_use]
    pub fn bracketed(&self) -> String {
        let mut out = String::new();
        for element in &self.elements {
            out.push('(');
            out.push_str(element.ai.as_str());
            out.push(')');
            out.push_str(&element.value.replace('(', "\\("));
        }
        out
    }

    /// The element string as a scanner transmits it, elements of predefined length first, GS where
    /// a separator is needed; no symbology identifier.
    #[must_use]
    pub fn scan_data(&self) -> String {
        let is_fixed =
            |element: &&Element| dictionary::find(element.ai).is_some_and(|entry| entry.is_fixed);
        let fixed = self.elements.iter().filter(is_fixed);
        let variable = self.elements.iter().filter(|element| !is_fixed(element));
        let mut out = String::new();
        let mut needs_separator = false;
        for element in fixed.chain(variable) {
            if needs_separator {
                out.push(GS);
            }
            out.push_str(element.ai.as_str());
            out.push_str(&element.value);
            needs_separator = !is_fixed(&element);
        }
        out
    }

    /// Human-readable interpretation, a line an element: `(01) 09506000134352`.
    #[must_use]
    pub fn hri(&self) -> Vec<String> {
        self.elements
            .iter()
            .map(|element| format!("({}) {}", element.ai, element.value))
            .collect()
    }

    /// The Digital Link on `stem` (`https://id.gs1.org`): key and qualifiers in the path, data
    /// attributes and other query pairs behind it. `None` without a primary key.
    #[must_use]
    pub fn digital_link(&self, stem: &str) -> Option<String> {
        let identity = self.identity()?;
        let path = identity.digital_link_path();
        let mut out = format!("{}{path}", stem.trim_end_matches('/'));
        let key = identity.key_ai();
        let qualifiers = ["22", "10", "21"];
        let mut separator = '?';
        let attributes = self.elements.iter().filter(|element| {
            let ai = element.ai.as_str();
            ai != key && !(key == "01" && qualifiers.contains(&ai))
        });
        for element in attributes {
            out.push(separator);
            out.push_str(element.ai.as_str());
            out.push('=');
            percent::encode(&element.value, &mut out);
            separator = '&';
        }
        for (name, value) in &self.ignored_query {
            out.push(separator);
            percent::encode(name, &mut out);
            out.push('=');
            percent::encode(value, &mut out);
            separator = '&';
        }
        Some(out)
    }
}
