//! Text as scanned → `Message` + `Fault`s. Which form it is in is seen from the text itself.

mod bracketed;
mod digital_link;
mod ean;
mod element_string;
mod separator;
mod value;

use std::ops::Range;

use crate::{
    Ai, Dictionary, Element, Fault, FaultClass, FaultKind, Form, GS, Message, SymbologyIdentifier,
    associations, dictionary::Entry, epc, symbology::Content,
};
use separator::Separator;

pub(crate) use digital_link::uri_authority;
pub(crate) use value::is_well_formed;

/// The most elements that are read; no pack carries more.
pub(crate) const MAX_ELEMENTS: usize = 64;

/// What readers and keyboards leave around a code: control characters and the byte order mark.
/// Blanks are left, because a blank inside of scanned data is an error in it.
const LEFTOVERS: [char; 8] = [
    '\t', '\n', '\r', '\u{0}', '\u{2}', '\u{3}', '\u{4}', '\u{feff}',
];

/// Reads what was scanned, pasted or typed, with the built-in dictionary. Never fails: what is
/// wrong comes as faults.
///
/// `symbology` is what the decoder reported; an identifier at the start of the text counts where
/// none was. Accepted are element strings with GS (or its common spellings), bracketed element
/// strings, Digital Links on any stem, compressed ones too, EPC URNs, and the bare digits of a GTIN.
/// Spans point into `text` as given.
///
/// ```
/// let (message, faults) = gs1::parse("(01)09506000134352(17)271341", None);
/// assert_eq!(message.value("01"), Some("09506000134352"));
/// assert_eq!(faults[0].kind, gs1::FaultKind::IllegalMonth);
/// assert_eq!(faults[0].span, 24..26);
/// ```
#[must_use]
pub fn parse(text: &str, symbology: Option<SymbologyIdentifier>) -> (Message<'_>, Vec<Fault>) {
    Dictionary::BUILTIN.read(text, symbology)
}

/// The path and query of a request, such as `/01/09506000134352/21/x%2F1`, with the built-in
/// dictionary. Spans point into `path` followed by `?` and `query`.
#[must_use]
pub fn from_path(path: &str, query: Option<&str>) -> (Message<'static>, Vec<Fault>) {
    let text = match query {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let mut reader = Reader::new(&Dictionary::BUILTIN, &text, Form::DigitalLink);
    digital_link::read_path(&mut reader, 0);
    let (message, faults) = reader.finish();
    (message.into_owned(), faults)
}

impl Dictionary {
    /// As [`crate::parse`], with this dictionary.
    #[must_use]
    pub fn read<'t>(
        &self,
        text: &'t str,
        symbology: Option<SymbologyIdentifier>,
    ) -> (Message<'t>, Vec<Fault>) {
        let mut reader = Reader::new(self, text, Form::OtherText);
        reader.read(symbology);
        reader.finish()
    }
}

/// A text while it is read: what was found in it so far.
pub(crate) struct Reader<'t, 'd> {
    pub(crate) dictionary: &'d Dictionary,
    /// As given; all spans point into it.
    text: &'t str,
    pub(crate) message: Message<'t>,
    faults: Vec<Fault>,
}

impl<'t, 'd> Reader<'t, 'd> {
    fn new(dictionary: &'d Dictionary, text: &'t str, form: Form) -> Reader<'t, 'd> {
        Reader {
            dictionary,
            text,
            message: Message::new(form, dictionary),
            faults: Vec::new(),
        }
    }

    /// Sees to what the elements say of each other.
    fn finish(mut self) -> (Message<'t>, Vec<Fault>) {
        let is_whole = !self
            .faults
            .iter()
            .any(|fault| fault.kind.class() == FaultClass::Structure);
        // What is missing from a text that could not be taken apart is not known to be missing.
        if is_whole && !self.message.elements.is_empty() {
            associations::check(&self.message, &mut self.faults);
        }
        (self.message, self.faults)
    }

    pub(crate) fn fault(&mut self, kind: FaultKind, span: Range<usize>) {
        self.faults.push(Fault::new(kind, None, span));
    }

    /// Whether there is room for one more element, which `span` would be about.
    fn has_room(&mut self, span: Range<usize>) -> bool {
        let has_room = self.message.elements.len() < MAX_ELEMENTS;
        if !has_room {
            self.fault(FaultKind::TooManyElements, span);
        }
        has_room
    }

    /// Adds an element whose value stands in the text as it is.
    fn element(&mut self, ai: Ai, entry: &Entry, span: Range<usize>) {
        let value = &self.text[span.clone()];
        value::faults(ai, entry, value, span.start, &mut self.faults);
        self.message.elements.push(Element {
            ai,
            value: value.into(),
            span,
        });
    }

    fn read(&mut self, reported: Option<SymbologyIdentifier>) {
        let trimmed = self.text.trim_start_matches(LEFTOVERS);
        let start = self.text.len() - trimmed.len();
        let (in_text, body) = SymbologyIdentifier::split(trimmed);
        let identifier = in_text.map_or(start..start, |_| start..start + 3);
        let symbology = reported.or(in_text);
        self.message.symbology = symbology;
        let at = identifier.end;
        let end = at + body.trim_end_matches(LEFTOVERS).len();
        let range = at..end;
        let Some(symbology) = symbology else {
            return self.read_bare(range);
        };
        match symbology.content() {
            Some(Content::Elements) => self.read_promised(range),
            Some(Content::Plain) => self.read_plain(range),
            Some(Content::Retail) => ean::read(self, range, symbology),
            None => {
                self.read_plain(range);
                let is_link = matches!(
                    self.message.form,
                    Form::DigitalLink | Form::CompressedDigitalLink
                );
                if !is_link {
                    let fault = Fault {
                        detail: symbology.to_string().into(),
                        ..Fault::new(FaultKind::UnsupportedSymbology, None, identifier)
                    };
                    self.faults.push(fault);
                }
            }
        }
    }

    /// The symbol says that it holds GS1 element strings.
    fn read_promised(&mut self, range: Range<usize>) {
        let body = &self.text[range.clone()];
        self.message.form = Form::ElementString;
        if body.trim_matches(GS).is_empty() {
            return self.fault(FaultKind::Empty, range);
        }
        if uri_authority(body).is_some() {
            digital_link::read(self, range);
            // Nothing but a mode that a link must not be in: what it says is clear.
            return self.fault(FaultKind::LinkInGs1Mode, 0..self.text.len());
        }
        let separator = Separator::promised(body, self.dictionary);
        element_string::read(self, range, separator);
    }

    /// The symbol says that it holds anything but element strings.
    fn read_plain(&mut self, range: Range<usize>) {
        let body = &self.text[range.clone()];
        if uri_authority(body).is_some() {
            digital_link::read(self, range);
        } else if let Some(urn) = epc::from_urn(body) {
            epc::read(self, urn, range);
        }
    }

    /// A text that no symbology identifier came with: pasted, typed, or from a keyboard wedge that
    /// sends none.
    fn read_bare(&mut self, range: Range<usize>) {
        let body = &self.text[range.clone()];
        if body.trim().is_empty() {
            return self.fault(FaultKind::Empty, 0..self.text.len());
        }
        if uri_authority(body).is_some() {
            return digital_link::read(self, range);
        }
        if let Some(urn) = epc::from_urn(body) {
            return epc::read(self, urn, range);
        }
        if has_scheme(body) {
            self.message.form = Form::OtherUri;
            return;
        }
        if let Some(bar) = body.find("|^") {
            return self.read_composite(range.start..range.start + bar, range.end);
        }
        let blanks = body.len() - body.trim_start().len();
        if bracketed::opens(body.trim_start()) {
            return bracketed::read(self, range.start + blanks..range.end);
        }
        let trimmed = range.start + blanks..range.start + body.trim_end().len();
        if ean::is_gtin_like(&self.text[trimmed.clone()]) {
            return ean::read_gtin(self, trimmed);
        }
        if let Some((separator, range)) = Separator::bare(self.text, range.clone(), self.dictionary)
        {
            self.message.form = Form::ElementString;
            return element_string::read(self, range, separator);
        }
        self.fault(FaultKind::NoGs1Data, range);
    }

    /// A linear symbol and its composite component in the notation of GS1's engine:
    /// `2112345678900|^99X`.
    fn read_composite(&mut self, linear: Range<usize>, end: usize) {
        let component = linear.end + 1..end;
        self.read_bare(linear);
        self.message.composite = Some(self.message.elements.len());
        element_string::read(self, component, Separator::Caret);
    }
}

/// `scheme:` and something behind it (RFC 3986, section 3.1), in small letters unless `//` follows:
/// `WIFI:` and `MECARD:` are no schemes.
fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        let is_scheme_byte = |byte: u8| match byte {
            b'A'..=b'Z' => rest.starts_with("//"),
            b'+' | b'-' | b'.' => true,
            _ => byte.is_ascii_alphanumeric(),
        };
        !rest.is_empty()
            && scheme.len() > 1
            && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(is_scheme_byte)
    })
}
