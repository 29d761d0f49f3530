//! `Accept-Language` → the language that is read best of those there are (RFC 9110, section 12.5.4;
//! RFC 4647, section 3.4).

use axum::http::{HeaderMap, header};

/// The most languages that are looked at.
const MAX: usize = 32;

/// What somebody reads, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages(Vec<String>);

impl Languages {
    /// Of a request.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Languages {
        let text = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        Languages::parse(text.unwrap_or_default())
    }

    /// Reads a header's value. `*` stands for no language, and what has no weight is left out.
    #[must_use]
    pub fn parse(text: &str) -> Languages {
        let mut ranges: Vec<(f32, &str)> = text
            .split(',')
            .filter_map(|range| {
                let mut parts = range.split(';').map(str::trim);
                let tag = parts.next().filter(|tag| is_tag(tag))?;
                let quality = parts
                    .find_map(|part| part.strip_prefix("q="))
                    .map_or(Some(1.0), |q| q.parse().ok())?;
                (quality > 0.0).then_some((quality, tag))
            })
            .take(MAX)
            .collect();
        // At the same weight, as they were written.
        ranges.sort_by(|one, other| other.0.total_cmp(&one.0));
        Languages(ranges.into_iter().map(|(_, tag)| tag.to_owned()).collect())
    }

    /// One language, and English where there is nothing in it, as with all texts of products.
    #[must_use]
    pub fn or_english(tag: &str) -> Languages {
        Languages(vec![tag.to_owned(), "en".to_owned()])
    }

    /// The best of some tags: each range is looked up and shortened at its end, `de-AT` to `de`;
    /// where none of them is there, a range also stands for what is longer, `en` for `en-US`.
    #[must_use]
    pub fn best<'t>(&self, tags: &[&'t str]) -> Option<&'t str> {
        let same = |range: &str| tags.iter().find(|tag| tag.eq_ignore_ascii_case(range));
        let looked_up = self
            .0
            .iter()
            .find_map(|range| shortened(range).find_map(same));
        let longer = |range: &String| {
            tags.iter().find(|tag| {
                tag.get(..range.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(range))
                    && tag.as_bytes().get(range.len()) == Some(&b'-')
            })
        };
        looked_up
            .or_else(|| self.0.iter().find_map(longer))
            .copied()
    }
}

/// A range, and what is left of it from step to step; a lone letter goes with what it introduces.
fn shortened(range: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(range), |range| {
        let (mut rest, _) = range.rsplit_once('-')?;
        if let Some((before, last)) = rest.rsplit_once('-')
            && last.len() == 1
        {
            rest = before;
        }
        Some(rest)
    })
}

fn is_tag(tag: &str) -> bool {
    !tag.is_empty()
        && tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_there_is() {
        let check = |accept: &str, tags: &[&str], expected: Option<&str>| {
            assert_eq!(Languages::parse(accept).best(tags), expected, "{accept}");
        };
        check("de", &["en", "de"], Some("de"));
        check("de-AT", &["en", "de"], Some("de"));
        check("de-AT", &["de", "de-AT"], Some("de-AT"));
        check("fr, en;q=0.8, de;q=0.9", &["en", "de"], Some("de"));
        check("fr;q=0.1, en;q=0.8", &["fr", "en"], Some("en"));
        check("de;q=0, en;q=0.1", &["de", "en"], Some("en"));
        check("zh-Hant-x-a-TW", &["zh-Hant"], Some("zh-Hant"));
        check("EN-us", &["en-US"], Some("en-US"));
        check("en", &["en-US"], Some("en-US"));
        check("fr, en", &["en-GB", "fr-FR"], Some("fr-FR"));
        check("*", &["en"], None);
        check("", &["en"], None);
        check("pl", &["en"], None);
        check("en;q=much", &["en"], None);
        check("../../en", &["en"], None);
    }
}
