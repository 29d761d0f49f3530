//! What a text says: its elements, and the forms that they can be written in.

use std::{borrow::Cow, ops::Range};

use crate::{Ai, Dictionary, GS, Identity, SymbologyIdentifier, percent};

/// The stem of canonical Digital Links.
pub const CANONICAL_STEM: &str = "https://id.gs1.org";

/// How a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `0109506000134352…`, as a scanner transmits it.
    ElementString,
    /// `(01)09506000134352…`, as people print and type it.
    BracketedElementString,
    /// `https://…/01/09506000134352…`.
    DigitalLink,
    /// `https://…/ARFKk4XBoA`: a Digital Link whose elements, or all but its key, are compressed.
    CompressedDigitalLink,
    /// `urn:epc:id:sgtin:9506000.013435.A1`.
    EpcUrn,
    /// The bare digits of an EAN, UPC or ITF-14 symbol.
    PlainGtin,
    /// Another link.
    OtherUri,
    /// Anything else.
    OtherText,
}

/// An application identifier with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element<'t> {
    /// Which.
    pub ai: Ai,
    /// Its value, decoded.
    pub value: Cow<'t, str>,
    /// Where the value stands: bytes of the text as it was given.
    pub span: Range<usize>,
}

/// A link around its elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'t> {
    /// As it was given, whole.
    pub uri: Cow<'t, str>,
    /// Scheme, host and any path before the primary key, without a closing slash; for a link of
    /// another kind, scheme and host.
    pub stem: Cow<'t, str>,
    /// Query pairs that are no elements, as they are written, in order: `linkType=gs1:pip`.
    pub other_pairs: Vec<Cow<'t, str>>,
    /// What stands behind `#`, as it is written.
    pub fragment: Option<Cow<'t, str>>,
}

impl Link<'_> {
    /// The host that it leads to, without port and user.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let (_, rest) = self.stem.split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?;
        let end = match host.strip_prefix('[') {
            // An IPv6 address has colons of its own.
            Some(_) => host.find(']').map(|at| at + 1),
            None => host.find(':'),
        };
        Some(&host[..end.unwrap_or(host.len())]).filter(|host| !host.is_empty())
    }

    /// The decoded value of a query pair that is no element; empty for a name alone.
    #[must_use]
    pub fn other(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut pairs = self.other_pairs.iter();
        let pair = pairs.find_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (percent::decode(key, true) == name).then_some(value)
        })?;
        Some(percent::decode(pair, true))
    }

    fn into_owned(self) -> Link<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Link {
            uri: owned(self.uri),
            stem: owned(self.stem),
            other_pairs: self.other_pairs.into_iter().map(owned).collect(),
            fragment: self.fragment.map(owned),
        }
    }
}

/// What a scanned text says.
///
/// Values borrow from the text wherever they stand in it as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Message<'t> {
    /// How it was written.
    pub form: Form,
    /// What the reader said of the symbol, or the text itself at its beginning.
    pub symbology: Option<SymbologyIdentifier>,
    /// Its elements, in the order of the text.
    pub elements: Vec<Element<'t>>,
    /// The link around them, where the text is one.
    pub link: Option<Link<'t>>,
    /// The index of the first element of a composite component, which follows a linear symbol.
    pub composite: Option<usize>,
    /// Whether an element string ended with a separator that nothing followed.
    pub has_trailing_separator: bool,
    pub(crate) dictionary: Dictionary,
}

impl<'t> Message<'t> {
    pub(crate) fn new(form: Form, dictionary: &Dictionary) -> Message<'t> {
        Message {
            form,
            symbology: None,
            elements: Vec::new(),
            link: None,
            composite: None,
            has_trailing_separator: false,
            dictionary: dictionary.clone(),
        }
    }

    /// The same message on its own, free of the text.
    #[must_use]
    pub fn into_owned(self) -> Message<'static> {
        let own = |element: Element<'_>| Element {
            ai: element.ai,
            value: Cow::Owned(element.value.into_owned()),
            span: element.span,
        };
        Message {
            form: self.form,
            symbology: self.symbology,
            elements: self.elements.into_iter().map(own).collect(),
            link: self.link.map(Link::into_owned),
            composite: self.composite,
            has_trailing_separator: self.has_trailing_separator,
            dictionary: self.dictionary,
        }
    }

    /// The value of an application identifier, the first where it is there twice.
    #[must_use]
    pub fn value(&self, ai: &str) -> Option<&str> {
        let element = self
            .elements
            .iter()
            .find(|element| element.ai.as_bytes() == ai.as_bytes())?;
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
        self.link.as_ref()?.host()
    }

    /// The data title of one of its elements, by the dictionary that it was read with.
    #[must_use]
    pub fn title(&self, ai: Ai) -> &str {
        self.dictionary.entry(ai).map_or("", |entry| entry.title())
    }

    /// `(01)09506000134352(21)A1`. A `(` in a value is written `\(`.
    #[must_use]
    pub fn bracketed(&self) -> String {
        let mut out = String::new();
        for element in &self.elements {
            out.push('(');
            out.push_str(element.ai.as_str());
            out.push(')');
            for character in element.value.chars() {
                if character == '(' {
                    out.push('\\');
                }
                out.push(character);
            }
        }
        out
    }

    /// The elements as a scanner transmits them, in the order of the text: GS (0x1D) where a
    /// separator is needed, no symbology identifier.
    #[must_use]
    pub fn element_string(&self) -> String {
        self.joined(GS, 0..self.elements.len())
    }

    /// The same with `^` for FNC1, the first one included: `^010950600013435221A1^10L7`, the
    /// notation of GS1's Barcode Syntax Engine.
    #[must_use]
    pub fn unbracketed(&self) -> String {
        format!("^{}", self.joined('^', 0..self.elements.len()))
    }

    pub(crate) fn joined(&self, separator: char, range: Range<usize>) -> String {
        let is_all = range.end == self.elements.len();
        let mut out = String::new();
        let mut needs_separator = false;
        for element in &self.elements[range] {
            if needs_separator {
                out.push(separator);
            }
            out.push_str(element.ai.as_str());
            out.push_str(&element.value);
            needs_separator = !self.is_fixed(element.ai);
        }
        if self.has_trailing_separator && is_all && !out.is_empty() {
            out.push(separator);
        }
        out
    }

    pub(crate) fn is_fixed(&self, ai: Ai) -> bool {
        self.dictionary
            .named(ai.as_str())
            .is_some_and(|(_, entry)| entry.is_fixed)
    }

    /// Human-readable interpretation, a line an element: `(01) 09506000134352`.
    #[must_use]
    pub fn hri(&self) -> Vec<String> {
        self.elements
            .iter()
            .map(|element| format!("({}) {}", element.ai, element.value))
            .collect()
    }

    /// The Digital Link on `stem` (`https://example.com/x`): key and qualifiers in the path, data
    /// attributes in the query, those of predefined length first, then the query pairs that are no
    /// elements, then the fragment.
    ///
    /// `None` without a primary key, and where an element can't stand in a link.
    #[must_use]
    pub fn digital_link(&self, stem: &str) -> Option<String> {
        let mut out = self.elements_as_link(stem)?;
        let Some(link) = &self.link else {
            return Some(out);
        };
        let mut separator = if out.contains('?') { '&' } else { '?' };
        for pair in &link.other_pairs {
            out.push(separator);
            out.push_str(pair);
            separator = '&';
        }
        if let Some(fragment) = &link.fragment {
            out.push('#');
            out.push_str(fragment);
        }
        Some(out)
    }

    /// The Digital Link on `https://id.gs1.org` with nothing but elements in it.
    ///
    /// `None` without a primary key, and where an element can't stand in a link.
    ///
    /// ```
    /// let (message, _) = gs1::parse("https://a.example/x/01/09506000134352?lang=pl&17=271130", None);
    /// assert_eq!(
    ///     message.canonical_digital_link().as_deref(),
    ///     Some("https://id.gs1.org/01/09506000134352?17=271130")
    /// );
    /// ```
    #[must_use]
    pub fn canonical_digital_link(&self) -> Option<String> {
        self.elements_as_link(CANONICAL_STEM)
    }

    fn elements_as_link(&self, stem: &str) -> Option<String> {
        let path = self.path_elements()?;
        let mut out = stem.trim_end_matches('/').to_owned();
        for element in &path {
            out.push('/');
            out.push_str(element.ai.as_str());
            out.push('/');
            percent::encode(&element.value, false, &mut out);
        }
        let mut separator = '?';
        for wants_fixed in [true, false] {
            for (index, element) in self.elements.iter().enumerate() {
                let (_, entry) = self.dictionary.named(element.ai.as_str())?;
                let is_said = |one: &Element<'_>| one.ai == element.ai;
                let is_repeated = self.elements[..index].iter().any(is_said);
                let is_in_path = path.iter().any(|one| is_said(one));
                if entry.is_fixed != wants_fixed || is_in_path || is_repeated {
                    continue;
                }
                if !entry.is_attribute {
                    return None;
                }
                out.push(separator);
                out.push_str(element.ai.as_str());
                out.push('=');
                percent::encode(&element.value, true, &mut out);
                separator = '&';
            }
        }
        Some(out)
    }

    /// The first key, and those of its qualifiers that are there, in the order of a path.
    pub(crate) fn path_elements(&self) -> Option<Vec<&Element<'t>>> {
        let (key, entry) = self.elements.iter().find_map(|element| {
            let entry = self.dictionary.entry(element.ai)?;
            entry.is_key().then_some((element, entry))
        })?;
        let of_row = |row: &mut dyn Iterator<Item = Ai>| -> Vec<&Element<'t>> {
            row.filter_map(|ai| self.elements.iter().find(|element| element.ai == ai))
                .collect()
        };
        let mut best: Vec<&Element<'t>> = Vec::new();
        for mut row in entry.qualifier_rows() {
            let found = of_row(&mut row);
            if found.len() > best.len() {
                best = found;
            }
        }
        best.insert(0, key);
        Some(best)
    }
}
