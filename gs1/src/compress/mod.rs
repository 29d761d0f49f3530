//! Compressed Digital Links (GS1 Digital Link: Compression): elements ⇄ a path segment of base64url.
//!
//! The bits are read front to back; what a segment holds:
//!
//! ```text
//! ┌ optimization, 8 bits (two hexadecimal digits, one of them A to F) ┐  value … value
//! ├ identifier, 4 bits a digit                                         ┤  value
//! └ F, key length (7 bits), key (6 bits a character)                   ┘  value of another pair
//! ```
//!
//! and at the end up to seven zeros. [`field`] says how a value is written.

mod bits;
mod field;
mod optimization;

use bits::{BitReader, BitWriter};
use field::{Field, fields};
use optimization::{Optimization, Order};

use crate::{
    Ai, Dictionary, Element, Message,
    parse::{MAX_ELEMENTS, is_well_formed},
    percent,
};

/// Whether the key stays readable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum KeyForm {
    /// It is compressed with the rest: `https://id.gs1.org/ARFKk4XBoA`.
    #[default]
    Compressed,
    /// It stands before the compressed rest: `https://id.gs1.org/01/09506000134352/IRiN`.
    Plain,
}

/// How to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Compression {
    /// Whether the key stays readable.
    pub key: KeyForm,
    /// Whether to use the short codes for common sets of identifiers.
    pub is_optimized: bool,
    /// Whether to compress query pairs that are no elements; they stay in the query otherwise, and
    /// where they can't be compressed without a loss.
    pub has_other_pairs: bool,
}

impl Default for Compression {
    fn default() -> Compression {
        Compression {
            key: KeyForm::Compressed,
            is_optimized: true,
            has_other_pairs: true,
        }
    }
}

/// What a compressed segment holds.
pub(crate) struct Expanded {
    pub(crate) elements: Vec<(Ai, String)>,
    /// As a query writes them.
    pub(crate) other_pairs: Vec<String>,
}

/// Reads a segment; `None` unless all of it makes sense, so that other links are not taken for
/// compressed ones. With `needs_key`, a primary key must be among the elements.
pub(crate) fn expand(dictionary: &Dictionary, segment: &str, needs_key: bool) -> Option<Expanded> {
    let bits = bits::from_base64url(segment)?;
    // The published table and GS1's own toolkit order two optimizations differently; a text that
    // makes sense in one order makes none in the other.
    [Order::Toolkit, Order::Published]
        .into_iter()
        .find_map(|order| expand_in(dictionary, &bits, order, needs_key))
}

fn expand_in(
    dictionary: &Dictionary,
    bits: &[bool],
    order: Order,
    needs_key: bool,
) -> Option<Expanded> {
    let mut reader = BitReader::new(bits);
    let mut found = Expanded {
        elements: Vec::new(),
        other_pairs: Vec::new(),
    };
    while !reader.is_at_padding() {
        // Nobody writes an identifier twice: then it is something else. That bounds the number, too.
        let add = |elements: &mut Vec<(Ai, String)>, ai: Ai, value: String| {
            let is_new = elements.iter().all(|(known, _)| *known != ai);
            (is_new && elements.len() < MAX_ELEMENTS).then(|| elements.push((ai, value)))
        };
        let (first, second) = (reader.number(4)?, reader.number(4)?);
        let code = (first << 4 | second) as u8;
        if first == 0xF {
            found.other_pairs.push(other_pair(&mut reader, second)?);
        } else if first <= 9 && second <= 9 {
            let ai = identifier(dictionary, &mut reader, first, second)?;
            let value = value(dictionary, &mut reader, ai)?;
            add(&mut found.elements, ai, value)?;
        } else {
            let optimization = Optimization::find(code)?;
            for ai in optimization.ais(order) {
                let value = value(dictionary, &mut reader, ai)?;
                add(&mut found.elements, ai, value)?;
            }
        }
    }
    let has_key = found
        .elements
        .iter()
        .any(|(ai, _)| dictionary.entry(*ai).is_some_and(|entry| entry.is_key()));
    let is_some = !found.elements.is_empty() || !found.other_pairs.is_empty();
    (is_some && (has_key || !needs_key)).then_some(found)
}

/// The identifier that begins with two digits.
fn identifier(
    dictionary: &Dictionary,
    reader: &mut BitReader<'_>,
    first: u64,
    second: u64,
) -> Option<Ai> {
    let mut digits = format!("{first}{second}");
    let len = dictionary.len_beginning(&digits)?;
    while digits.len() < len {
        let digit = u32::try_from(reader.number(4)?).ok()?;
        digits.push(char::from_digit(digit, 10)?);
    }
    Ai::new(&digits)
}

/// The value of an identifier; `None` where it breaks the dictionary's rules.
fn value(dictionary: &Dictionary, reader: &mut BitReader<'_>, ai: Ai) -> Option<String> {
    let entry = dictionary.entry(ai)?;
    let mut value = String::new();
    for field in fields(entry) {
        field.read(reader, &mut value)?;
    }
    is_well_formed(entry, &value).then_some(value)
}

/// A key and its value that are no element, percent-encoded.
fn other_pair(reader: &mut BitReader<'_>, second: u64) -> Option<String> {
    let len = (second << 3 | reader.number(3)?) as usize;
    let mut key = String::new();
    for _ in 0..len {
        key.push(bits::base64url(reader.number(6)?)?);
    }
    // A number would be an element where it stands in a query.
    if key.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut value = String::new();
    Field::OTHER.read(reader, &mut value)?;
    key.push('=');
    percent::encode(&value, true, &mut key);
    Some(key)
}

impl Message<'_> {
    /// The message as a compressed Digital Link on `stem`.
    ///
    /// Reads back to the same elements; the order of data attributes is not kept.
    /// `None` without a primary key, and where an element can't stand in a link.
    ///
    /// ```
    /// let (message, _) = gs1::parse("(01)09506000134352(21)00012", None);
    /// let link = message
    ///     .compressed_digital_link(gs1::CANONICAL_STEM, &gs1::Compression::default())
    ///     .unwrap();
    /// let (again, faults) = gs1::parse(&link, None);
    /// assert!(faults.is_empty());
    /// assert_eq!(again.value("21"), Some("00012"));
    /// ```
    #[must_use]
    pub fn compressed_digital_link(&self, stem: &str, how: &Compression) -> Option<String> {
        // What can't be a link can't be a compressed one.
        self.canonical_digital_link()?;
        let path = self.path_elements()?;
        let key = path[0];
        let mut out = stem.trim_end_matches('/').to_owned();
        let mut rest: Vec<&Element<'_>> = Vec::new();
        for element in &self.elements {
            if !rest.iter().any(|known| known.ai == element.ai) {
                rest.push(element);
            }
        }
        if how.key == KeyForm::Plain {
            out.push('/');
            out.push_str(key.ai.as_str());
            out.push('/');
            percent::encode(&key.value, false, &mut out);
            rest.retain(|element| element.ai != key.ai);
        }
        let mut writer = BitWriter::default();
        self.write_elements(rest, how.is_optimized, &mut writer)?;
        let mut kept = Vec::new();
        let pairs = self.link.iter().flat_map(|link| &link.other_pairs);
        for pair in pairs {
            if !(how.has_other_pairs && write_other_pair(pair, &mut writer)) {
                kept.push(&**pair);
            }
        }
        if !writer.is_empty() {
            out.push('/');
            writer.into_base64url(&mut out);
        }
        if !kept.is_empty() {
            out.push('?');
            out.push_str(&kept.join("&"));
        }
        if let Some(fragment) = self.link.as_ref().and_then(|link| link.fragment.as_ref()) {
            out.push('#');
            out.push_str(fragment);
        }
        Some(out)
    }

    /// Optimizations first, each as long as one fits, then what is left, in order.
    /// `rest` is in the order of the text.
    fn write_elements(
        &self,
        mut rest: Vec<&Element<'_>>,
        is_optimized: bool,
        writer: &mut BitWriter,
    ) -> Option<()> {
        let is_key = |element: &&Element<'_>| {
            let entry = self.dictionary.entry(element.ai);
            entry.is_some_and(|entry| entry.is_key())
        };
        let key = rest.iter().position(&is_key);
        let first = match key {
            // Of several keys, the one that comes first is the link's.
            Some(at) if rest[at + 1..].iter().any(is_key) => Some(rest.remove(at)),
            _ => None,
        };
        rest.sort_by_key(|element| element.ai);
        if let Some(key) = first {
            self.write_element(key, writer)?;
        }
        let longest = |rest: &[&Element<'_>]| {
            let has = |ai| rest.iter().any(|element| element.ai == ai);
            is_optimized.then(|| Optimization::longest(has)).flatten()
        };
        while let Some(best) = longest(&rest) {
            writer.number(u64::from(best.code), 8);
            for ai in best.ais(Order::Toolkit) {
                let at = rest.iter().position(|element| element.ai == ai)?;
                self.write_value(rest.remove(at), writer)?;
            }
        }
        for element in rest {
            self.write_element(element, writer)?;
        }
        Some(())
    }

    fn write_element(&self, element: &Element<'_>, writer: &mut BitWriter) -> Option<()> {
        for digit in element.ai.as_bytes() {
            writer.number(u64::from(digit - b'0'), 4);
        }
        self.write_value(element, writer)
    }

    fn write_value(&self, element: &Element<'_>, writer: &mut BitWriter) -> Option<()> {
        let entry = self.dictionary.entry(element.ai)?;
        let mut value: &str = &element.value;
        for field in fields(entry) {
            value = field.write(value, writer)?;
        }
        value.is_empty().then_some(())
    }
}

/// `false` where the pair can't be compressed without a loss.
fn write_other_pair(pair: &str, writer: &mut BitWriter) -> bool {
    let Some((key, raw)) = pair.split_once('=') else {
        return false;
    };
    let value = percent::decode(raw, true);
    let mut again = String::new();
    percent::encode(&value, true, &mut again);
    let is_short = (1..=127).contains(&key.len()) && value.len() <= 127;
    if !is_short || again != raw || !value.is_ascii() || bits::from_base64url(key).is_none() {
        return false;
    }
    writer.number(0xF, 4);
    writer.number(key.len() as u64, 7);
    for byte in key.bytes() {
        writer.number(bits::value_of(byte).unwrap_or(0), 6);
    }
    Field::OTHER.write(&value, writer).is_some()
}
