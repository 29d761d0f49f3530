//! Whether a link can be registered, and what it hangs on.
//!
//! This is where an open redirect would begin: what passes here is what people are sent to.

use axum::http::Uri;
use gs1::{CANONICAL_STEM, FaultClass, Gtin, Key};
use wire::import::{Link, SerialRange};

use super::{
    LinkType,
    subject::{Item, Qualifier, company_digits, path_of},
};
use crate::store::{self, Db, Serial};

/// The longest address, in bytes.
const MAX_HREF: usize = 2048;
/// The longest title, in characters.
const MAX_TITLE: usize = 200;
/// The longest name and context, in bytes.
const MAX_WORD: usize = 64;
/// How many languages, and how many contexts, a link may have.
const MAX_WORDS: usize = 250;
/// How many links may hang on one item, ranges of one product counted together.
const MAX_ON_ITEM: i64 = 256;

/// Kinds of media (IANA).
const MEDIA: [&str; 10] = [
    "application",
    "audio",
    "font",
    "haptics",
    "image",
    "message",
    "model",
    "multipart",
    "text",
    "video",
];

const ADVICE_CSET: &str = "use 1 to 20 characters of GS1's character set 82: no spaces, no accents";

/// What is wrong with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which field.
    pub field: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub advice: &'static str,
}

/// What is wrong so far.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, field: &'static str, what: impl Into<String>, advice: &'static str) {
        self.0.push(Fault {
            field,
            what: what.into(),
            advice,
        });
    }

    fn serial(&mut self, field: &'static str, text: &str) {
        if Serial::new(text).is_none() {
            self.add(field, format!("`{text}` is not possible"), ADVICE_CSET);
        }
    }
}

/// What the link hangs on, or everything that is wrong with it.
pub fn check(db: &Db<'_>, link: &Link) -> store::Result<Result<Item, Vec<Fault>>> {
    let mut faults = Faults::default();
    let Some(brand) = db.brand(&link.brand)? else {
        faults.add(
            "brand",
            format!("`{}` is not known here", link.brand),
            "put the brand's record before its links",
        );
        return Ok(Err(faults.0));
    };
    if !is_id(&link.id) {
        faults.add(
            "id",
            format!("`{}` is no name", link.id),
            "use 1 to 64 letters, digits, hyphens, dots and underscores",
        );
    }
    check_kind(&link.link_type, &mut faults);
    if let Err(what) = check_href(&link.href) {
        faults.add(
            "href",
            format!("`{}` {what}", link.href),
            "write where it leads, as https://example.com/manual?lang=en",
        );
    }
    check_title(&link.title, &mut faults);
    check_words(link, &mut faults);
    let item = match (&link.gtin, &link.key) {
        (Some(_), Some(_)) => {
            faults.add("key", "stands beside `gtin`", "write one of the two");
            None
        }
        (Some(gtin), None) => of_product(db, link, gtin, &mut faults)?,
        (None, key) => {
            check_alone(link, &mut faults);
            match key {
                Some(key) => of_key(key, &brand, &mut faults),
                None => Some(Item::of_brand(&brand.id)),
            }
        }
    };
    let Some(item) = item.filter(|_| faults.0.is_empty()) else {
        return Ok(Err(faults.0));
    };
    check_room(db, link, &item, &mut faults)?;
    Ok(match faults.0.is_empty() {
        true => Ok(item),
        false => Err(faults.0),
    })
}

pub(crate) fn is_id(text: &str) -> bool {
    (1..=MAX_WORD).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'))
        && text.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

fn check_kind(text: &str, faults: &mut Faults) {
    match LinkType::parse(text) {
        Some(kind) if kind.is_registrable() => {}
        Some(kind) if kind.is_default() => faults.add(
            "link_type",
            format!("`{text}` says nothing of what is found there"),
            "write what it is, such as gs1:pip, and say `default_link` or `default_link_multi` beside it",
        ),
        _ => faults.add(
            "link_type",
            format!("`{text}` is no link type known here"),
            "write one of the GS1 Web Vocabulary, such as gs1:pip or gs1:instructions, or the full \
             URI of another vocabulary's",
        ),
    }
}

/// Why an address can't be sent to.
pub(crate) fn check_href(text: &str) -> Result<(), &'static str> {
    if text.len() > MAX_HREF {
        return Err("has more than 2048 bytes");
    }
    // Browsers read `\` as `/`, and drop line breaks and tabs: none of them can stand in a URI.
    let is_uri =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    if !text.bytes().all(is_uri) || text.matches('#').count() > 1 {
        return Err("holds a character that no address has; write it percent-encoded");
    }
    let Some(rest) = text.strip_prefix("https://") else {
        return Err("does not begin with https://");
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err("holds a name or password");
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Err("has a port that is none");
    }
    let is_domain = host.split('.').count() > 1
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
        // An address of a network ends with a number.
        && !host
            .rsplit('.')
            .next()
            .is_some_and(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_domain {
        return Err("names no domain");
    }
    text.parse::<Uri>().map(|_| ()).map_err(|_| "is no address")
}

fn check_title(text: &str, faults: &mut Faults) {
    let length = text.chars().count();
    if text.trim().is_empty() || length > MAX_TITLE || text.chars().any(char::is_control) {
        faults.add(
            "title",
            "is empty, longer than 200 characters, or of several lines",
            "write what people read of it, in the language of what is found there",
        );
    }
}

fn check_words(link: &Link, faults: &mut Faults) {
    for language in &link.languages {
        if !is_language(language) {
            faults.add(
                "languages",
                format!("`{language}` is no language as linksets have it"),
                "write two letters, and a country in two where it matters: de, de-AT",
            );
        }
    }
    if let Some(media_type) = &link.media_type
        && !is_media_type(media_type)
    {
        faults.add(
            "media_type",
            format!("`{media_type}` is no media type"),
            "write one that IANA lists, such as text/html or application/pdf",
        );
    }
    for context in &link.context {
        let is_word = (1..=MAX_WORD).contains(&context.len())
            && context.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_word {
            faults.add(
                "context",
                format!("`{context}` is no word"),
                "use 1 to 64 characters of ASCII without blanks",
            );
        }
    }
    if link.languages.len().max(link.context.len()) > MAX_WORDS {
        faults.add(
            "context",
            "has more than 250 words, or `languages` has",
            "make several links of it",
        );
    }
}

fn is_language(text: &str) -> bool {
    let (language, country) = match text.split_once('-') {
        Some((language, country)) => (language, Some(country)),
        None => (text, None),
    };
    let is_two = |text: &str, is_letter: fn(&u8) -> bool| {
        text.len() == 2 && text.as_bytes().iter().all(is_letter)
    };
    is_two(language, u8::is_ascii_lowercase)
        && country.is_none_or(|country| is_two(country, u8::is_ascii_uppercase))
}

fn is_media_type(text: &str) -> bool {
    let is_name = |text: &str| {
        (1..=127).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
            && text.as_bytes()[0].is_ascii_alphanumeric()
    };
    text.split_once('/')
        .is_some_and(|(kind, subtype)| MEDIA.contains(&kind) && is_name(subtype))
}

/// Without a GTIN there is nothing for these to qualify.
fn check_alone(link: &Link, faults: &mut Faults) {
    for (field, is_there) in [
        ("variant", link.variant.is_some()),
        ("batch", link.batch.is_some()),
        ("serial", link.serial.is_some()),
        ("serials", link.serials.is_some()),
    ] {
        if is_there {
            faults.add(field, "is without `gtin`", "write the product's GTIN, too");
        }
    }
}

fn of_product(
    db: &Db<'_>,
    link: &Link,
    gtin: &str,
    faults: &mut Faults,
) -> store::Result<Option<Item>> {
    let gtin: Gtin = match gtin.parse() {
        Ok(gtin) => gtin,
        Err(error) => {
            faults.add(
                "gtin",
                format!("`{gtin}`: {error}"),
                "write 8, 12, 13 or 14 digits as they are on the pack",
            );
            return Ok(None);
        }
    };
    // Another brand's product is told like one that isn't there.
    let product = db.product(&gtin)?;
    let Some(product) = product.filter(|product| product.record.brand == link.brand) else {
        faults.add(
            "gtin",
            format!("the brand has no product `{gtin}` here"),
            "put the product's record first",
        );
        return Ok(None);
    };
    if let Some(batch) = &link.batch
        && db.batch(product.id, batch)?.is_none()
    {
        faults.add(
            "batch",
            format!("`{batch}` is not known here"),
            "put the batch's record first",
        );
    }
    if let Some(variant) = &link.variant {
        faults.serial("variant", variant);
    }
    if let Some(serial) = &link.serial {
        faults.serial("serial", serial);
    }
    if let Some(range) = &link.serials {
        check_range(range, faults);
    }
    let qualifiers = [
        link.variant.as_deref().map(Qualifier::Variant),
        link.batch.as_deref().map(Qualifier::Batch),
        link.serial.as_deref().map(Qualifier::Serial),
    ];
    let mut qualifiers = qualifiers.into_iter().flatten();
    let item = match (qualifiers.next(), &link.serials) {
        (None, Some(_)) => Item::ranges(gtin),
        (qualifier, None) => Item::at(&path_of(gtin, qualifier)),
        (Some(_), Some(_)) => {
            faults.add("serials", "stands beside another one", ONE_OF);
            return Ok(None);
        }
    };
    if qualifiers.next().is_some() {
        faults.add("gtin", "is qualified twice", ONE_OF);
        return Ok(None);
    }
    Ok(Some(item))
}

const ONE_OF: &str = "write one of `variant`, `batch`, `serial` and `serials`: a serial stands for \
    one pack of the product, whatever its batch";

fn check_range(range: &SerialRange, faults: &mut Faults) {
    faults.serial("serials", &range.from);
    faults.serial("serials", &range.to);
    if range.from.len() != range.to.len() || range.from > range.to {
        faults.add(
            "serials",
            format!("`{}` to `{}` is no range", range.from, range.to),
            "write two serials of the same length, the lesser in ASCII first",
        );
    }
}

/// A key that isn't a product's, with its qualifiers: one with the brand's own prefix.
fn of_key(key: &str, brand: &wire::import::Brand, faults: &mut Faults) -> Option<Item> {
    let link = format!("{CANONICAL_STEM}{key}");
    let (message, found) = gs1::parse(&link, None);
    let is_right = found
        .iter()
        .all(|fault| matches!(fault.kind.class(), FaultClass::Association));
    let canonical = message
        .canonical_digital_link()
        .filter(|_| is_right)
        .and_then(|link| link.strip_prefix(CANONICAL_STEM).map(str::to_owned));
    let identity = message.identity();
    let (Some(path), Some(identity)) = (canonical.filter(|path| path == key), identity) else {
        faults.add(
            "key",
            format!("`{key}` is no path of a Digital Link"),
            "write it as /414/9506000900018/254/7, percent-encoded and without a query",
        );
        return None;
    };
    let (ai, value) = match &identity.key {
        Key::Gtin(_) => {
            faults.add("key", "is a product's", "write it as `gtin`");
            return None;
        }
        Key::Sscc(sscc) => ("00", sscc.as_str().to_owned()),
        Key::Other { ai, value } => (ai.as_str(), value.clone()),
    };
    let digits = company_digits(ai, &value);
    if !brand
        .prefixes
        .iter()
        .any(|prefix| digits.starts_with(prefix))
    {
        faults.add(
            "key",
            format!("`{key}` begins with none of the brand's prefixes"),
            "add the GS1 Company Prefix to the brand's record",
        );
        return None;
    }
    Some(Item::at(&path))
}

/// One default an item, and not more links than a linkset can show.
fn check_room(db: &Db<'_>, link: &Link, item: &Item, faults: &mut Faults) -> store::Result<()> {
    let (count, default) = db.links_on(&link.brand, item)?;
    let is_known = db.link(&link.brand, &link.id)?.is_some();
    if count >= MAX_ON_ITEM && !is_known {
        faults.add(
            "id",
            "is one link too many: 256 hang there",
            "remove one that nobody needs",
        );
    }
    if link.default_link
        && !item.is_of_ranges()
        && let Some(other) = default.filter(|other| *other != link.id)
    {
        faults.add(
            "default_link",
            format!("the default link there is `{other}`"),
            "an item has one: take that one back first, or say `default_link_multi`",
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_people_may_be_sent() {
        let check = |text: &str, expected: bool| {
            assert_eq!(check_href(text).is_ok(), expected, "{text}");
        };
        check("https://example.com", true);
        check("https://example.com:8443/a/b?c=d&e=%20#f", true);
        check("https://xn--bcher-kva.example/", true);
        check("http://example.com/", false);
        check("HTTPS://example.com/", false);
        check("https:/example.com/", false);
        check("https:///example.com/", false);
        check("//example.com/", false);
        check("javascript:alert(1)", false);
        check("data:text/html,x", false);
        check("https://user@example.com/", false);
        check("https://user:secret@example.com/", false);
        check("https://example.com\\@other.example/", false);
        check("https://example.com/\r\nSet-Cookie: a", false);
        check("https://example.com/\u{e9}", false);
        check("https://example.com/ x", false);
        check("https://localhost/", false);
        check("https://127.0.0.1/", false);
        check("https://[::1]/", false);
        check("https://2130706433/", false);
        check("https://.example.com/", false);
        check("https://example.com:99999999/", false);
        check("https://example.com/#a#b", false);
        check(&format!("https://example.com/{}", "x".repeat(2048)), false);
    }

    #[test]
    fn words() {
        for (text, expected) in [
            ("de", true),
            ("de-AT", true),
            ("DE", false),
            ("de-at", false),
            ("deu", false),
            ("zh-Hant", false),
        ] {
            assert_eq!(is_language(text), expected, "{text}");
        }
        for (text, expected) in [
            ("text/html", true),
            ("application/ld+json", true),
            ("application/", false),
            ("madeup/x", false),
            ("text/html; charset=utf-8", false),
        ] {
            assert_eq!(is_media_type(text), expected, "{text}");
        }
        for (text, expected) in [("pip-en", true), ("..", false), ("a/b", false), ("", false)] {
            assert_eq!(is_id(text), expected, "{text}");
        }
    }
}
