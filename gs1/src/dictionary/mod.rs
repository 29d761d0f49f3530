//! The rules of each application identifier: the built-in table, or a dictionary loaded at run time.
//!
//! Source: GS1 Barcode Syntax Dictionary. An entry covers a range of identifiers that differ in
//! their last digit only.

mod load;
mod unknown;

use std::{borrow::Cow, fmt, sync::Arc};

pub use load::{DictionaryError, LineError, Notice, NoticeKind};
pub use unknown::UnknownAis;

use crate::{
    Ai,
    ai::Pattern,
    lint::Linter,
    table::{INDEX, RELEASE, TABLE},
};

/// What a component's characters may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CharacterSet {
    /// Digits.
    N,
    /// Character set 82.
    X,
    /// Character set 39.
    Y,
    /// Character set 64, base64url.
    Z,
}

/// The most linters of one component.
pub(crate) const MAX_LINTERS: usize = 3;

/// A part of a value; only the last one of an entry may vary in length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Component {
    /// What its characters may be.
    pub set: CharacterSet,
    /// Characters, at the least; where the component is optional, once it is there.
    pub min: u8,
    /// Characters, at the most.
    pub max: u8,
    /// Whether the value may end before it.
    pub is_optional: bool,
    pub(crate) linters: [Option<Linter>; MAX_LINTERS],
}

impl Component {
    /// Further checks, in order.
    pub fn linters(&self) -> impl Iterator<Item = Linter> + '_ {
        self.linters.iter().copied().flatten()
    }

    /// Whether its length is always the same.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.min == self.max
    }
}

/// One line of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub(crate) first: Ai,
    pub(crate) last: Ai,
    pub(crate) is_fixed: bool,
    pub(crate) is_attribute: bool,
    pub(crate) components: Cow<'static, [Component]>,
    /// `01+21,03 416`: each word must hold; in a word, one of the groups between commas.
    pub(crate) requires: Cow<'static, str>,
    /// `255,310n`
    pub(crate) excludes: Cow<'static, str>,
    /// `22,10,21|235`
    pub(crate) qualifiers: Option<Cow<'static, str>>,
    pub(crate) title: Cow<'static, str>,
}

/// Groups of identifiers of which one group must be there whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement<'d>(&'d str);

impl<'d> Requirement<'d> {
    /// The groups; all patterns of a group must be matched.
    pub fn groups(&self) -> impl Iterator<Item = impl Iterator<Item = Pattern<'d>>> {
        self.0.split(',').map(|group| group.split('+').map(Pattern))
    }

    /// As the dictionary writes it: `01+21,03`.
    #[must_use]
    pub fn as_str(&self) -> &'d str {
        self.0
    }
}

impl Entry {
    /// The first identifier of the range.
    #[must_use]
    pub fn first(&self) -> Ai {
        self.first
    }

    /// The last one; the same where it is no range.
    #[must_use]
    pub fn last(&self) -> Ai {
        self.last
    }

    /// Whether its length is predefined, so that no separator follows.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.is_fixed
    }

    /// Whether it may be a data attribute of a Digital Link.
    #[must_use]
    pub fn is_attribute(&self) -> bool {
        self.is_attribute
    }

    /// The parts of its value, in order.
    #[must_use]
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// What must be on the pack with it; all of them.
    pub fn requires(&self) -> impl Iterator<Item = Requirement<'_>> {
        self.requires.split_ascii_whitespace().map(Requirement)
    }

    /// What must not be on the pack with it.
    pub fn excludes(&self) -> impl Iterator<Item = Pattern<'_>> {
        self.excludes
            .split(',')
            .filter(|pattern| !pattern.is_empty())
            .map(Pattern)
    }

    /// Whether it is a primary identification key of Digital Links.
    #[must_use]
    pub fn is_key(&self) -> bool {
        self.qualifiers.is_some()
    }

    /// For a key: the rows of qualifiers that it may have, each in order, each qualifier optional.
    pub fn qualifier_rows(&self) -> impl Iterator<Item = impl Iterator<Item = Ai>> {
        let rows = self.qualifiers.iter().flat_map(|rows| rows.split('|'));
        rows.map(|row| row.split(',').filter_map(Ai::new))
    }

    /// The data title, such as `BATCH/LOT`.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Bytes of the whole value: the least and the most.
    #[must_use]
    pub fn lengths(&self) -> (usize, usize) {
        let mut lengths = (0, 0);
        for component in self.components.iter() {
            if !component.is_optional {
                lengths.0 += usize::from(component.min);
            }
            lengths.1 += usize::from(component.max);
        }
        lengths
    }

    fn covers(&self, ai: Ai) -> bool {
        self.first <= ai && ai <= self.last && self.first.len() == ai.len()
    }
}

/// Where the entries that cover identifiers of each two-digit prefix begin and end.
pub(crate) struct Index {
    starts: [u16; 100],
    ends: [u16; 100],
}

impl Index {
    /// `entries` are in order.
    pub(crate) const fn of(entries: &[Entry]) -> Index {
        let mut index = Index {
            starts: [0; 100],
            ends: [0; 100],
        };
        let (mut start, mut end) = (0, 0);
        let mut prefix = 0;
        while prefix < 100 {
            while start < entries.len() && entries[start].last.prefix() < prefix {
                start += 1;
            }
            while end < entries.len() && entries[end].first.prefix() <= prefix {
                end += 1;
            }
            index.starts[prefix] = start as u16;
            index.ends[prefix] = end as u16;
            prefix += 1;
        }
        index
    }

    fn range(&self, prefix: usize) -> std::ops::Range<usize> {
        usize::from(self.starts[prefix])..usize::from(self.ends[prefix])
    }
}

/// A dictionary that was loaded.
struct Loaded {
    release: String,
    entries: Vec<Entry>,
    index: Index,
}

#[derive(Clone)]
enum Source {
    Builtin,
    Loaded(Arc<Loaded>),
}

/// A GS1 Barcode Syntax Dictionary: which application identifiers there are, and their rules.
///
/// The default is the built-in one. Cloning is cheap.
///
/// ```
/// let published = "99  ?  X..90  # INTERNAL\n8899  N4,csum,moonphase  req=99  # NEW";
/// let (dictionary, notices) = gs1::Dictionary::parse(published).unwrap();
/// assert_eq!(notices[0].to_string(), "line 2: linter `moonphase` is not known and not run");
/// let (message, faults) = dictionary.read("(8899)1236(99)x", None);
/// assert!(faults.is_empty());
/// assert_eq!(message.elements.len(), 2);
/// ```
#[derive(Clone)]
pub struct Dictionary {
    source: Source,
    unknown: UnknownAis,
}

impl Default for Dictionary {
    fn default() -> Dictionary {
        Dictionary::BUILTIN
    }
}

impl Dictionary {
    /// The one that this crate was built with; see [`Self::release`].
    pub const BUILTIN: Dictionary = Dictionary {
        source: Source::Builtin,
        unknown: UnknownAis::Refuse,
    };

    /// The release that the dictionary names of itself, such as `2026-01-27`; empty without one.
    #[must_use]
    pub fn release(&self) -> &str {
        match &self.source {
            Source::Builtin => RELEASE,
            Source::Loaded(loaded) => &loaded.release,
        }
    }

    /// Its lines, in order of their identifiers.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.source {
            Source::Builtin => TABLE,
            Source::Loaded(loaded) => &loaded.entries,
        }
    }

    fn index(&self) -> &Index {
        match &self.source {
            Source::Builtin => &INDEX,
            Source::Loaded(loaded) => &loaded.index,
        }
    }

    /// The entry of an identifier.
    #[must_use]
    pub fn entry(&self, ai: Ai) -> Option<&Entry> {
        let range = self.index().range(ai.prefix());
        self.entries()[range].iter().find(|entry| entry.covers(ai))
    }

    /// The identifier that is written out as `text`, and its rules.
    pub(crate) fn named(&self, text: &str) -> Option<(Ai, &Entry)> {
        let ai = Ai::new(text)?;
        let entry = self.entry(ai).or_else(|| self.unknown_named(ai))?;
        Some((ai, entry))
    }

    /// The identifier that an element string goes on with, and its rules.
    ///
    /// All identifiers that begin with the same two digits have the same length.
    pub(crate) fn at_start(&self, text: &[u8]) -> Option<(Ai, &Entry)> {
        let [tens, units, ..] = text else { return None };
        if !tens.is_ascii_digit() || !units.is_ascii_digit() {
            return None;
        }
        let prefix = usize::from(tens - b'0') * 10 + usize::from(units - b'0');
        let entries = &self.entries()[self.index().range(prefix)];
        let len = entries.first()?.first.len();
        let ai = Ai::new(std::str::from_utf8(text.get(..len)?).ok()?)?;
        let known = entries.iter().find(|entry| entry.covers(ai));
        Some((ai, known.or_else(|| self.unknown_named(ai))?))
    }

    /// The length of the identifiers that begin with these two digits; `None` where there are none.
    fn len_of_prefix(&self, prefix: usize) -> Option<usize> {
        let range = self.index().range(prefix);
        Some(self.entries().get(range)?.first()?.first.len())
    }

    /// The length of the identifiers that begin with two digits.
    pub(crate) fn len_beginning(&self, digits: &str) -> Option<usize> {
        self.len_of_prefix(Ai::new(digits)?.prefix())
    }

    pub(crate) fn builtin_title(ai: Ai) -> &'static str {
        let entries = &TABLE[INDEX.range(ai.prefix())];
        match entries.iter().find(|entry| entry.covers(ai)) {
            Some(Entry {
                title: Cow::Borrowed(title),
                ..
            }) => title,
            _ => "",
        }
    }
}

impl PartialEq for Dictionary {
    fn eq(&self, other: &Dictionary) -> bool {
        let is_same = match (&self.source, &other.source) {
            (Source::Builtin, Source::Builtin) => true,
            (Source::Loaded(one), Source::Loaded(two)) if Arc::ptr_eq(one, two) => true,
            _ => self.release() == other.release() && self.entries() == other.entries(),
        };
        is_same && self.unknown == other.unknown
    }
}

impl Eq for Dictionary {}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary")
            .field("release", &self.release())
            .field("entries", &self.entries().len())
            .field("unknown", &self.unknown)
            .finish()
    }
}

/// The notation of the generated table.
pub(crate) mod notation {
    use std::borrow::Cow;

    use super::{CharacterSet, Component, Entry, MAX_LINTERS};
    use crate::{Ai, lint::Linter};

    /// A component of `len` characters.
    pub(crate) const fn exactly<const N: usize>(
        set: CharacterSet,
        len: u8,
        linters: [Linter; N],
    ) -> Component {
        between(set, len, len, linters)
    }

    /// A component of one to `max` characters.
    pub(crate) const fn up_to<const N: usize>(
        set: CharacterSet,
        max: u8,
        linters: [Linter; N],
    ) -> Component {
        between(set, 1, max, linters)
    }

    const fn between<const N: usize>(
        set: CharacterSet,
        min: u8,
        max: u8,
        linters: [Linter; N],
    ) -> Component {
        let mut all = [None; MAX_LINTERS];
        let mut at = 0;
        while at < N {
            all[at] = Some(linters[at]);
            at += 1;
        }
        Component {
            set,
            min,
            max,
            is_optional: false,
            linters: all,
        }
    }

    /// A component that may be left out.
    pub(crate) const fn optional(component: Component) -> Component {
        Component {
            is_optional: true,
            ..component
        }
    }

    /// A line: identifiers, flags (`*` predefined length, `?` data attribute), components,
    /// requirements, exclusions, qualifiers of a key, title.
    #[allow(
        clippy::too_many_arguments,
        reason = "a row of a table has that many columns"
    )]
    pub(crate) const fn row(
        first: &str,
        last: &str,
        flags: &str,
        components: &'static [Component],
        requires: &'static str,
        excludes: &'static str,
        qualifiers: Option<&'static str>,
        title: &'static str,
    ) -> Entry {
        Entry {
            first: Ai::literal(first),
            last: Ai::literal(last),
            is_fixed: has(flags, b'*'),
            is_attribute: has(flags, b'?'),
            components: Cow::Borrowed(components),
            requires: Cow::Borrowed(requires),
            excludes: Cow::Borrowed(excludes),
            qualifiers: match qualifiers {
                Some(rows) => Some(Cow::Borrowed(rows)),
                None => None,
            },
            title: Cow::Borrowed(title),
        }
    }

    const fn has(flags: &str, wanted: u8) -> bool {
        let flags = flags.as_bytes();
        let mut at = 0;
        while at < flags.len() {
            if flags[at] == wanted {
                return true;
            }
            at += 1;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_sorted() {
        let count: usize = TABLE
            .iter()
            .map(|entry| {
                let number = |ai: Ai| ai.as_str().parse::<usize>().unwrap();
                number(entry.last) - number(entry.first) + 1
            })
            .sum();
        assert_eq!(count, 541);
        for pair in TABLE.windows(2) {
            assert!(pair[0].last < pair[1].first, "{:?}", pair[1].first);
        }
    }

    #[test]
    fn two_digits_decide_the_length() {
        for pair in TABLE.windows(2) {
            if pair[0].first.prefix() == pair[1].first.prefix() {
                assert_eq!(pair[0].first.len(), pair[1].first.len());
            }
        }
    }

    #[test]
    fn found_by_range() {
        let title = |text: &str| {
            Dictionary::BUILTIN
                .entry(Ai::literal(text))
                .map(Entry::title)
        };
        assert_eq!(title("01"), Some("GTIN"));
        assert_eq!(title("3103"), Some("NET WEIGHT (kg)"));
        assert_eq!(title("3106"), None);
        assert_eq!(title("310"), None);
        assert_eq!(title("04"), None);
        assert_eq!(title("93"), Some("INTERNAL"));
        assert_eq!(title("99"), Some("INTERNAL"));
    }
}
