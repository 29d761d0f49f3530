//! Where a redirect leads: a registered address, and behind it the query of the request.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What may not stand in a query as it is (RFC 3986, section 3.4); `%` stays, being written already.
const NOT_IN_QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The address with every pair of the query passed on, before its fragment.
///
/// Only behind a `?` can a request put anything, so host and path stay as they were registered.
#[must_use]
pub fn with_query(href: &str, query: Option<&str>) -> String {
    let Some(query) = query.filter(|query| !query.is_empty()) else {
        return href.to_owned();
    };
    let (address, fragment) = match href.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (href, None),
    };
    let separator = match address.split_once('?') {
        None => "?",
        Some((_, "")) => "",
        Some((_, known)) if known.ends_with('&') => "",
        Some(_) => "&",
    };
    let query = utf8_percent_encode(query, NOT_IN_QUERY);
    let mut out = format!("{address}{separator}{query}");
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

/// A query without the pair that would have this server redirect again.
#[must_use]
pub fn without_link_type(query: Option<&str>) -> Option<String> {
    let rest: Vec<&str> = query?
        .split('&')
        .filter(|pair| pair.split('=').next() != Some("linkType"))
        .collect();
    Some(rest.join("&")).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_passed_on() {
        let check = |href: &str, query: &str, expected: &str| {
            assert_eq!(with_query(href, Some(query)), expected, "{href} {query}");
        };
        check("https://a.example", "x=1&y", "https://a.example?x=1&y");
        check(
            "https://a.example/b?c=d",
            "x=1",
            "https://a.example/b?c=d&x=1",
        );
        check("https://a.example/b?", "x=1", "https://a.example/b?x=1");
        check("https://a.example/b#f", "x=1", "https://a.example/b?x=1#f");
        check(
            "https://a.example/b?c#f",
            "x=1",
            "https://a.example/b?c&x=1#f",
        );
        check(
            "https://a.example/b",
            "x=%20y",
            "https://a.example/b?x=%20y",
        );
        check(
            "https://a.example/b",
            "\"<\\>\u{e9}",
            "https://a.example/b?%22%3C%5C%3E%C3%A9",
        );
        check("https://a.example/b", "", "https://a.example/b");
        assert_eq!(
            with_query("https://a.example/b#f", None),
            "https://a.example/b#f"
        );
    }

    #[test]
    fn no_redirect_to_ourselves_again() {
        let check = |query: &str, expected: Option<&str>| {
            assert_eq!(
                without_link_type(Some(query)).as_deref(),
                expected,
                "{query}"
            );
        };
        check("linkType=gs1:pip", None);
        check("a=1&linkType=gs1:pip&b=2&linkType=x", Some("a=1&b=2"));
        check("linkTypes=1", Some("linkTypes=1"));
    }
}
