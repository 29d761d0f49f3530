//! A link that pretends to lead to a brand: text + the brands' own domains → whose it is not.
//!
//! Pure, and the same on the phone as on the server: a link that somebody scanned need not leave
//! their phone to be judged. Punycode is RFC 3492.

mod common;
mod punycode;
mod skeleton;

use common::is_common;
use serde::{Deserialize, Serialize};
use skeleton::skeleton;

/// A brand with what its links look like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BrandDomains {
    /// Its name.
    pub name: String,
    /// The domains that it owns, lower case; each stands for what is below it, too.
    pub domains: Vec<String>,
    /// Its GS1 Company Prefixes.
    pub prefixes: Vec<String>,
}

/// The brands here that name their domains: `GET /v1/brands`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BrandList {
    /// By identifier.
    pub brands: Vec<BrandDomains>,
}

/// The shortest name that is looked for in others, in characters; a shorter one is in too many.
const SHORTEST: usize = 4;
/// From this length on, a name with one slip in it counts.
const ONE_SLIP: usize = 6;
/// From this length on, one with two.
const TWO_SLIPS: usize = 10;

/// The host that a browser would go to: that of an `http` or `https` URL, without user and port.
/// `None` where a browser might read the text otherwise than this does.
#[must_use]
pub fn web_host(text: &str) -> Option<String> {
    let host = authority(text)?.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then(|| host.to_owned())
}

/// What stands between the scheme of a web link and its path: user, host and port.
fn authority(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    let is_web = ["http", "https"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    if !is_web || text.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
        return None;
    }
    // A browser takes a backslash for a slash (WHATWG URL, "special" schemes).
    rest.split(['/', '?', '#', '\\']).next()
}

/// Whether a host is one of these domains, or below one.
#[must_use]
pub fn is_of(host: &str, domains: &[String]) -> bool {
    let host = plain(host);
    domains.iter().any(|domain| {
        host.strip_suffix(domain.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// The brand that a web link only seems to lead to: it carries one of its product numbers, or leads
/// to a domain that looks like one of the brand's. `None` for the brand's own links, for those that
/// have nothing to do with any of them, and for what is no web link.
#[must_use]
pub fn pretends<'b>(text: &str, brands: &'b [BrandDomains]) -> Option<&'b BrandDomains> {
    let host = web_host(text)?;
    let user = authority(text)?
        .rsplit_once('@')
        .map_or("", |(user, _)| user);
    if brands.iter().any(|brand| is_of(&host, &brand.domains)) {
        return None;
    }
    let told = || brands.iter().filter(|brand| !brand.domains.is_empty());
    let numbers = product_numbers(text);
    let carries = |brand: &&BrandDomains| {
        let mut prefixes = brand.prefixes.iter();
        prefixes.any(|prefix| numbers.iter().any(|number| number.starts_with(prefix)))
    };
    told()
        .find(carries)
        .or_else(|| told().find(|brand| resembles(&host, &brand.domains)))
        // A name before an @ is none that a browser goes to.
        .or_else(|| told().find(|brand| resembles(user, &brand.domains)))
}

/// The numbers in a text that may be GTINs of 13 or 14 digits by their check digit; without the
/// first of 14, which is what a company prefix begins behind.
fn product_numbers(text: &str) -> Vec<&str> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit());
    let numbers = runs.filter(|run| matches!(run.len(), 13 | 14) && has_check_digit(run));
    numbers.map(|run| &run[run.len() - 13..]).collect()
}

/// GS1's check digit, by weights of three and one from the right. Not `gs1`'s own, whose tables have
/// no place in the browser's main part.
fn has_check_digit(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, digit)| u32::from(digit - b'0') * if index % 2 == 0 { 1 } else { 3 })
        .sum();
    sum.is_multiple_of(10)
}

/// Lower case, without the dot that ends a full name.
fn plain(host: &str) -> String {
    host.trim_end_matches('.').to_lowercase()
}

/// Whether a host looks as if it were one of these domains.
///
/// What somebody registered is compared with what the brand registered; a label below either is
/// anybody's (`shop`, `support`). Below another domain, only the brand's own is none of anybody's:
/// all of it, or its name letter by letter.
fn resembles(host: &str, domains: &[String]) -> bool {
    let host = plain(host);
    let written: Vec<String> = host.split('.').map(punycode::decoded).collect();
    let labels: Vec<String> = written.iter().map(|label| skeleton(label)).collect();
    let own = registered(&host);
    domains.iter().any(|domain| {
        let name_written = domain.split('.').nth(registered(domain)).unwrap_or(domain);
        let name = skeleton(name_written);
        if name.chars().count() < SHORTEST {
            return false;
        }
        let is_word = is_common(name_written);
        let whole: Vec<String> = domain.split('.').map(skeleton).collect();
        let has_whole = whole.len() > 1 && labels.windows(whole.len()).any(|part| part == whole);
        let is_below =
            !is_word && name.chars().count() >= ONE_SLIP && labels[..own].contains(&name);
        let parts = written[own].split('-').chain([written[own].as_str()]);
        let is_registered = parts
            .filter(|part| !is_common(part))
            .any(|part| is_like(&skeleton(part), &name, is_word));
        has_whole || is_below || is_registered
    })
}

/// Which label of a domain its owner registered: the one before what registries sell names under. That
/// is its last label, and the two last where the first of them is one that many countries use so.
fn registered(domain: &str) -> usize {
    const SECOND: [&str; 14] = [
        "ac", "co", "com", "edu", "gob", "gov", "gv", "ltd", "ne", "net", "nom", "or", "org", "plc",
    ];
    let labels: Vec<&str> = domain.split('.').collect();
    let is_second = labels.len() > 2 && SECOND.contains(&labels[labels.len() - 2]);
    labels.len().saturating_sub(if is_second { 3 } else { 2 })
}

/// Whether a label is a name, has it in it, or differs by as many slips as its length bears. A name
/// that is a word of every day is in others by chance.
fn is_like(label: &str, name: &str, is_word: bool) -> bool {
    let length = name.chars().count();
    let allowed = match length {
        TWO_SLIPS.. => 2,
        ONE_SLIP.. => 1,
        _ => 0,
    };
    let has_it = length >= ONE_SLIP && !is_word && label.contains(name);
    has_it || slips(label, name, allowed) <= allowed
}

/// How many letters must be put in, taken out, changed or swapped with their neighbor (optimal
/// string alignment); more than `most` where it is more.
fn slips(one: &str, other: &str, most: usize) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return most + 1;
    }
    let mut rows = vec![(0..=other.len()).collect::<Vec<usize>>()];
    for (row, letter) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        for (col, against) in other.iter().enumerate() {
            let changed = rows[row][col] + usize::from(letter != against);
            let mut least = changed.min(rows[row][col + 1] + 1).min(next[col] + 1);
            let is_swapped =
                row > 0 && col > 0 && one[row - 1] == *against && *letter == other[col - 1];
            if is_swapped {
                least = least.min(rows[row - 1][col - 1] + 1);
            }
            next.push(least);
        }
        rows.push(next);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brands() -> Vec<BrandDomains> {
        let brand = |name: &str, domains: &[&str], prefix: &str| BrandDomains {
            name: name.to_owned(),
            domains: domains.iter().map(|&domain| domain.to_owned()).collect(),
            prefixes: vec![prefix.to_owned()],
        };
        vec![
            brand(
                "Northbeam",
                &["northbeam.example", "shop.beam.co.example"],
                "9506000",
            ),
            brand("Acme", &["customer-support.acmeco.example"], "9507000"),
            brand("Apple", &["apple.example", "orange.example"], "9508000"),
            brand("Untold", &[], "9521000"),
            brand("Tiny", &["abc.example"], "9530000"),
        ]
    }

    #[test]
    fn whose_a_link_pretends_to_be() {
        let check = |text: &str, expected: Option<&str>| {
            let brands = brands();
            let found = pretends(text, &brands).map(|brand| brand.name.as_str());
            assert_eq!(found, expected, "{text}");
        };
        let northbeam = Some("Northbeam");
        // Its own.
        check("https://northbeam.example/a", None);
        check("HTTPS://Help.NorthBeam.example./a", None);
        check("https://shop.beam.co.example", None);
        // Its product numbers elsewhere.
        check("https://shop.example/p?gtin=09506000201016", northbeam);
        check("https://shop.example/9506000201016/buy", northbeam);
        check("https://shop.example/9506000201017/buy", None);
        check("https://shop.example/p?ean=9521000100013", None);
        // Confusable, slipped, extended, below another.
        check("https://n0rthbeam.example", northbeam);
        check("https://northbeam.shop/win", northbeam);
        check("https://northbaem.example", northbeam);
        check("https://nortbeam.example", northbeam);
        check("https://northbeam-check.example/a", northbeam);
        check("https://northbeam.example.evil.test/", northbeam);
        check("https://northbeam.example@evil.test/", northbeam);
        check("https://xn--nrthbeam-n4a.example/", northbeam);
        check("https://n\u{043e}rthbeam.example/", northbeam);
        check("https://northbearn.example/", northbeam);
        check("https://northbeam.evil.test/", northbeam);
        check("https://shop.northbaem.example/", northbeam);
        check("https://bearn.co.example/", northbeam);
        // A label below what is registered is anybody's, and so is a word of every day.
        check("https://customer-support.stranger.example/", None);
        check("https://support.stranger.example/", None);
        check("https://customers-support.example/", None);
        check("https://acmec0.example/", Some("Acme"));
        check("https://northbaem.stranger.example/", None);
        check("https://ample.example/", None);
        check("https://apples.example/", None);
        check("https://orange.shop/", None);
        check("https://orangery.example/", None);
        check("https://orange.stranger.example/", None);
        check("https://0range.shop/", Some("Apple"));
        check("https://orange.example.evil.test/", Some("Apple"));
        // Nothing to do with any of them.
        check("https://example.com/menu?table=7", None);
        check("https://northsea.example/", None);
        check("https://abd.example/", None);
        check("https://a-b-c.example/", None);
        // No web link.
        check("mailto:a@n0rthbeam.example", None);
        check("n0rthbeam.example", None);
    }

    #[test]
    fn hosts_as_a_browser_reads_them() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(web_host(text).as_deref(), expected, "{text}");
        };
        check("https://a.example\\@b.example/", Some("a.example"));
        check("https://a.example@b.example:8080/x", Some("b.example"));
        check("ftp://a.example/", None);
        check("https://a.example/ b", None);
        check("https:///x", None);
    }
}
