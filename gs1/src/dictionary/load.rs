//! The published text of a dictionary → [`Dictionary`].
//!
//! A line is `AI[-AI]  [flags]  component…  [attribute…]  # title`; the dictionary's own header
//! describes it. What a newer release adds in flags, attributes and linters is reported, not refused.

use std::{borrow::Cow, fmt, sync::Arc};

use super::{
    CharacterSet, Component, Dictionary, Entry, Index, Loaded, MAX_LINTERS, Source, UnknownAis,
};
use crate::{Ai, ai::Pattern, lint::Linter};

/// Something in a dictionary that this crate doesn't know; it is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The line, counted from one.
    pub line: usize,
    /// What sort of thing.
    pub kind: NoticeKind,
    /// As it is written.
    pub name: String,
}

/// What a [`Notice`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// A linter of a name that this crate doesn't have: it is not run.
    Linter,
    /// A flag.
    Flag,
    /// An attribute.
    Attribute,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Notice { line, kind, name } = self;
        match kind {
            NoticeKind::Linter => {
                write!(f, "line {line}: linter `{name}` is not known and not run")
            }
            NoticeKind::Flag => write!(f, "line {line}: flag `{name}` is not known"),
            NoticeKind::Attribute => write!(f, "line {line}: attribute `{name}` is not known"),
        }
    }
}

/// Why a text is no dictionary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DictionaryError {
    /// A line can't be read.
    #[error("line {line}")]
    Line {
        /// Counted from one.
        line: usize,
        /// What is wrong with it.
        source: LineError,
    },
    /// There is no line in it.
    #[error("the dictionary holds no application identifier")]
    Empty,
    /// Two lines cover the same identifier.
    #[error("application identifier `{0}` is in two lines")]
    Twice(Ai),
    /// Scan data could not be taken apart with such a dictionary.
    #[error("application identifiers `{0}` and `{1}` begin alike and have different lengths")]
    Lengths(Ai, Ai),
}

/// What is wrong with a line of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It doesn't begin with identifiers.
    #[error("`{0}` is no application identifier and no range of them, such as `01` or `3100-3105`")]
    Ais(String),
    /// A range that doesn't stay within one last digit, or runs backwards.
    #[error("`{0}` is no range of identifiers that differ in their last digit")]
    Range(String),
    /// It has no component.
    #[error("there is no component, such as `N14,csum`")]
    NoComponent,
    /// A component can't be read.
    #[error("`{0}` is no component, such as `N14,csum`, `X..20` or `[N4]`")]
    Component(String),
    /// More linters than one component can have here.
    #[error("`{0}` has more linters than a component can have here")]
    Linters(String),
    /// Only the last component may vary, and only optional ones may follow an optional one.
    #[error(
        "`{0}` can't stand where it does: only the last component may vary in length, and nothing mandatory may follow an optional one"
    )]
    Order(String),
    /// `req` or `ex` names something that is no pattern.
    #[error("`{0}` is no application identifier and no pattern of them, such as `01` or `35nn`")]
    Pattern(String),
    /// `dlpkey` names something that is no identifier.
    #[error("`{0}` is no qualifier")]
    Qualifier(String),
}

impl Dictionary {
    /// Reads a published GS1 Barcode Syntax Dictionary.
    ///
    /// # Errors
    /// Says which line can't be read and why.
    pub fn parse(text: &str) -> Result<(Dictionary, Vec<Notice>), DictionaryError> {
        let mut release = String::new();
        let mut entries = Vec::new();
        let mut notices = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let number = index + 1;
            if let Some(name) = line.strip_prefix("# Release:") {
                name.trim().clone_into(&mut release);
            }
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let entry =
                entry(line, number, &mut notices).map_err(|source| DictionaryError::Line {
                    line: number,
                    source,
                })?;
            entries.push(entry);
        }
        if entries.is_empty() {
            return Err(DictionaryError::Empty);
        }
        entries.sort_by_key(|entry| entry.first);
        for pair in entries.windows(2) {
            let (one, two) = (&pair[0], &pair[1]);
            if one.first.prefix() == two.first.prefix() && one.first.len() != two.first.len() {
                return Err(DictionaryError::Lengths(one.first, two.first));
            }
            if two.first <= one.last {
                return Err(DictionaryError::Twice(two.first));
            }
        }
        let index = Index::of(&entries);
        let loaded = Loaded {
            release,
            entries,
            index,
        };
        let dictionary = Dictionary {
            source: Source::Loaded(Arc::new(loaded)),
            unknown: UnknownAis::Refuse,
        };
        Ok((dictionary, notices))
    }
}

fn entry(line: &str, number: usize, notices: &mut Vec<Notice>) -> Result<Entry, LineError> {
    let mut note = |kind, name: &str| {
        notices.push(Notice {
            line: number,
            kind,
            name: name.to_owned(),
        });
    };
    let (body, title) = line.split_once('#').unwrap_or((line, ""));
    let mut fields = body.split_whitespace().peekable();
    let (first, last) = ais(fields.next().unwrap_or_default())?;
    let is_flags = |field: &&str| {
        field.bytes().all(|byte| byte.is_ascii_punctuation()) && !field.starts_with('[')
    };
    let flags = fields.next_if(is_flags).unwrap_or_default();
    for flag in flags.chars().filter(|flag| !matches!(flag, '*' | '?')) {
        note(NoticeKind::Flag, flag.encode_utf8(&mut [0; 4]));
    }

    let mut components: Vec<Component> = Vec::new();
    let (mut requires, mut excludes) = (Vec::new(), Vec::new());
    let mut qualifiers = None;
    for field in fields {
        match field.split_once('=') {
            Some(("req", groups)) => {
                patterns(groups)?;
                requires.push(groups);
            }
            Some(("ex", list)) => {
                patterns(list)?;
                excludes.push(list);
            }
            Some(("dlpkey", rows)) => {
                let wrong = rows.split(['|', ',']).find(|ai| Ai::new(ai).is_none());
                if let Some(wrong) = wrong {
                    return Err(LineError::Qualifier(wrong.to_owned()));
                }
                qualifiers = Some(Cow::Owned(rows.to_owned()));
            }
            None if field == "dlpkey" => qualifiers = Some(Cow::Borrowed("")),
            None if field.starts_with(['N', 'X', 'Y', 'Z', '[']) => {
                let component = component(field, |name| note(NoticeKind::Linter, name))?;
                let is_misplaced = components.last().is_some_and(|before| {
                    !before.is_fixed() || before.is_optional && !component.is_optional
                });
                if is_misplaced {
                    return Err(LineError::Order(field.to_owned()));
                }
                components.push(component);
            }
            _ if components.is_empty() => return Err(LineError::Component(field.to_owned())),
            _ => note(NoticeKind::Attribute, field),
        }
    }
    if components.is_empty() {
        return Err(LineError::NoComponent);
    }
    Ok(Entry {
        first,
        last,
        is_fixed: flags.contains('*'),
        is_attribute: flags.contains('?'),
        components: Cow::Owned(components),
        requires: Cow::Owned(requires.join(" ")),
        excludes: Cow::Owned(excludes.join(",")),
        qualifiers,
        title: Cow::Owned(title.trim().to_owned()),
    })
}

/// `01`, or `3100-3105`.
fn ais(text: &str) -> Result<(Ai, Ai), LineError> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (Some(first), Some(last)) = (Ai::new(first), Ai::new(last)) else {
        return Err(LineError::Ais(text.to_owned()));
    };
    let begin = |ai: Ai| ai.as_bytes()[..ai.len() - 1].to_vec();
    if first.len() != last.len() || begin(first) != begin(last) || last < first {
        return Err(LineError::Range(text.to_owned()));
    }
    Ok((first, last))
}

/// `01+21,03`: every piece must be a pattern.
fn patterns(text: &str) -> Result<(), LineError> {
    match text
        .split([',', '+'])
        .find(|piece| Pattern::new(piece).is_none())
    {
        Some(wrong) => Err(LineError::Pattern(wrong.to_owned())),
        None => Ok(()),
    }
}

/// `N13,csum,gcppos1`, `X..20` or `[X..17]`; the brackets may close behind the linters.
fn component(field: &str, mut unknown: impl FnMut(&str)) -> Result<Component, LineError> {
    let wrong = || LineError::Component(field.to_owned());
    let is_optional = field.starts_with('[');
    let mut words = field.split(',').map(|word| word.trim_matches(['[', ']']));
    let (set, length) = words
        .next()
        .and_then(|spec| spec.split_at_checked(1))
        .ok_or_else(wrong)?;
    let set = match set {
        "N" => CharacterSet::N,
        "X" => CharacterSet::X,
        "Y" => CharacterSet::Y,
        "Z" => CharacterSet::Z,
        _ => return Err(wrong()),
    };
    let (is_exact, length) = match length.strip_prefix("..") {
        Some(length) => (false, length),
        None => (true, length),
    };
    let max: u8 = length.parse().map_err(|_| wrong())?;
    if max == 0 {
        return Err(wrong());
    }
    let mut linters = [None; MAX_LINTERS];
    let mut count = 0;
    for name in words {
        let Some(linter) = Linter::from_name(name) else {
            unknown(name);
            continue;
        };
        let place = linters
            .get_mut(count)
            .ok_or_else(|| LineError::Linters(field.to_owned()))?;
        *place = Some(linter);
        count += 1;
    }
    Ok(Component {
        set,
        min: if is_exact { max } else { 1 },
        max,
        is_optional,
        linters,
    })
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::*;

    fn error(text: &str) -> String {
        let error = Dictionary::parse(text).unwrap_err();
        match error.source() {
            Some(source) => format!("{error}: {source}"),
            None => error.to_string(),
        }
    }

    #[test]
    fn a_line_becomes_an_entry() {
        let text = "# Release: 2031-01-01\n253 *? N13,csum,gcppos1 [X..17] req=01+21,35nn req=37 ex=255 ex=310n dlpkey=22,10|235 # GDTI\n";
        let (dictionary, notices) = Dictionary::parse(text).unwrap();
        assert_eq!(notices, []);
        assert_eq!(dictionary.release(), "2031-01-01");
        let entry = &dictionary.entries()[0];
        assert_eq!(entry.title(), "GDTI");
        assert_eq!(entry.lengths(), (13, 30));
        assert!(entry.is_fixed() && entry.is_attribute() && entry.is_key());
        let requires: Vec<&str> = entry.requires().map(|one| one.as_str()).collect();
        assert_eq!(requires, ["01+21,35nn", "37"]);
        let excludes: Vec<&str> = entry.excludes().map(|one| one.as_str()).collect();
        assert_eq!(excludes, ["255", "310n"]);
        let rows: Vec<Vec<Ai>> = entry.qualifier_rows().map(Iterator::collect).collect();
        assert_eq!(format!("{rows:?}"), "[[(22), (10)], [(235)]]");
        let linters: Vec<Linter> = entry.components()[0].linters().collect();
        assert_eq!(linters, [Linter::Csum, Linter::Gcppos1]);
    }

    #[test]
    fn what_is_new_is_reported() {
        let text = "01 *?! N14,csum,moonphase colour=red # GTIN";
        let (_, notices) = Dictionary::parse(text).unwrap();
        let notices: Vec<String> = notices.iter().map(Notice::to_string).collect();
        assert_eq!(
            notices,
            [
                "line 1: flag `!` is not known",
                "line 1: linter `moonphase` is not known and not run",
                "line 1: attribute `colour=red` is not known",
            ]
        );
    }

    #[test]
    fn what_can_not_be_read_is_refused_with_its_line() {
        let check = |text: &str, expected: &str| assert_eq!(error(text), expected, "{text}");
        check("", "the dictionary holds no application identifier");
        check(
            "# x\n1 N2",
            "line 2: `1` is no application identifier and no range of them, such as `01` or `3100-3105`",
        );
        check(
            "3105-3100 N6",
            "line 1: `3105-3100` is no range of identifiers that differ in their last digit",
        );
        check("01 *?", "line 1: there is no component, such as `N14,csum`");
        check(
            "01 Q14",
            "line 1: `Q14` is no component, such as `N14,csum`, `X..20` or `[N4]`",
        );
        check(
            "01 N..x",
            "line 1: `N..x` is no component, such as `N14,csum`, `X..20` or `[N4]`",
        );
        check(
            "01 N2 req=a",
            "line 1: `a` is no application identifier and no pattern of them, such as `01` or `35nn`",
        );
        check("01 N2 dlpkey=x", "line 1: `x` is no qualifier");
        check(
            "01 N2\n01 N2",
            "application identifier `01` is in two lines",
        );
        check(
            "01 N2\n012 N2",
            "application identifiers `01` and `012` begin alike and have different lengths",
        );
        assert!(error("01 X..2 N2").starts_with("line 1: `N2` can't stand where it does"));
    }
}
