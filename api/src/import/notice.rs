//! Notices of authorities in an import: a document of openFDA's enforcement reports, of CPSC's recalls
//! or of Safety Gate's weekly report → recalls of the products here that they seem to be about.
//!
//! None of these names products as we do, so each notice is weighed against each product, and what
//! comes of it covers nothing for certain before somebody of the brand has said that it does.

mod shape;

use std::{collections::BTreeSet, io::Read as _};

use app::words::{Locale, Words};
use gs1::Gtin;
use serde_json::Value;
use wire::import::{Notice as Source, Recall, Text};

use super::{
    Problem,
    log::Log,
    piece::{Piece, Shape, Sink},
    problems::Problems,
    record::Importer,
};
use crate::store::{self, Product};

pub(super) use shape::{Notice, is_document};

/// The largest document that is read, in bytes.
const MAX_DOCUMENT: u64 = 256 * 1024 * 1024;

/// From which confidence on a notice is kept for a product.
const KEPT: u32 = 50;
/// What the notice naming the product's number is worth, of 100.
const BY_GTIN: u32 = 70;
/// What its naming the brand is worth.
const BY_BRAND: u32 = 25;
/// What its having every word of the product's name is worth; fewer words are worth less.
const BY_NAME: u32 = 35;
/// How much of a product's name it must have for that to count, in percent.
const NAME_PERCENT: u32 = 60;
/// What its naming a batch of the product's is worth.
const BY_BATCH: u32 = 20;
/// A notice alone is never sure.
const MOST: u32 = 95;

/// Reads a document whole: an authority's answer is a page of some hundred notices.
pub(super) fn read(reader: Box<dyn std::io::BufRead>, sink: &mut dyn Sink) -> store::Result<()> {
    sink.begin(Shape::Notices);
    let mut text = String::new();
    let fault = |what: String, advice: &str| Piece::Fault(None, Problem::new("", what, advice));
    if let Err(error) = reader.take(MAX_DOCUMENT).read_to_string(&mut text) {
        return sink.take(fault(format!("can't be read: {error}"), "check the file"));
    }
    let document: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(document) => document,
        Err(error) => {
            let what = format!("is no JSON document: {error}");
            return sink.take(fault(what, "fetch it again, whole"));
        }
    };
    for (index, notice) in shape::notices(&document).into_iter().enumerate() {
        sink.take(match notice {
            Some(notice) => Piece::Notice(index + 1, Box::new(notice)),
            None => Piece::Fault(
                Some(index + 1),
                Problem::new(
                    "",
                    "has no number, no date or no danger",
                    "take it out, or fetch it again",
                ),
            ),
        })?;
    }
    Ok(())
}

/// Puts a notice in as a recall of each product that it seems to be about.
pub(super) fn put(
    importer: &mut Importer<'_, '_>,
    number: usize,
    notice: &Notice,
    log: &mut Log<'_>,
) -> store::Result<()> {
    log.line();
    importer.flush(log)?;
    for product in candidates(importer, notice)? {
        let Some(fit) = fit(importer, notice, &product)? else {
            continue;
        };
        let recall = recall(notice, &product, fit);
        let mut problems = Problems::default();
        if let Some(change) = importer.recall(&recall, &mut problems)? {
            log.count(change);
        }
        for problem in problems.0 {
            importer.problem(number, problem, log);
        }
    }
    Ok(())
}

/// The products whose numbers the notice names, and those of the brands that it names.
fn candidates(importer: &Importer<'_, '_>, notice: &Notice) -> store::Result<Vec<Product>> {
    let mut found: Vec<Product> = Vec::new();
    for gtin in gtins(notice) {
        found.extend(importer.tx.product(&gtin)?);
    }
    for brand in importer.tx.brands()? {
        if !has_phrase(&notice.whose, &brand.name) {
            continue;
        }
        for product in importer.tx.products_of(&brand.id)? {
            if found.iter().all(|known| known.id != product.id) {
                found.push(product);
            }
        }
    }
    Ok(found)
}

/// How well a notice fits a product.
#[derive(Debug)]
struct Fit {
    confidence: u32,
    grounds: Vec<String>,
    batches: Vec<String>,
    names_more: bool,
}

/// `None` where it hardly does.
fn fit(
    importer: &Importer<'_, '_>,
    notice: &Notice,
    product: &Product,
) -> store::Result<Option<Fit>> {
    let brand = importer.tx.brand(&product.record.brand)?;
    let is_gtin = gtins(notice).contains(&product.gtin);
    let is_brand = brand.is_some_and(|brand| has_phrase(&notice.whose, &brand.name));
    let names = product.record.name.values();
    let shared = names.map(|name| shared_percent(name, &notice.what)).max();
    let shared = shared.unwrap_or(0);
    let batches = batches(importer, notice, product)?;
    let mut fit = Fit {
        confidence: 0,
        grounds: Vec::new(),
        batches: Vec::new(),
        names_more: names_more(notice, &batches),
    };
    let mut counts = |is_so: bool, name: &str, worth: u32| {
        if is_so {
            fit.confidence += worth;
            fit.grounds.push(name.to_owned());
        }
    };
    counts(is_gtin, "gtin", BY_GTIN);
    counts(is_brand, "brand", BY_BRAND);
    counts(shared >= NAME_PERCENT, "name", BY_NAME * shared / 100);
    counts(!batches.is_empty(), "batch", BY_BATCH);
    fit.batches = batches;
    fit.confidence = fit.confidence.min(MOST);
    Ok((fit.confidence >= KEPT).then_some(fit))
}

/// The product's batches that the notice names as a word of their own.
fn batches(
    importer: &Importer<'_, '_>,
    notice: &Notice,
    product: &Product,
) -> store::Result<Vec<String>> {
    let mut found = Vec::new();
    for word in words(&notice.codes) {
        // Short numbers are counts and dates as often as batches.
        if word.len() >= 4
            && let Some(batch) = importer.tx.batch(product.id, &word)?
            && !found.contains(&batch.record.batch)
        {
            found.push(batch.record.batch);
        }
    }
    Ok(found)
}

/// Whether the notice names what may be batches beside those: words with a digit in them that are no
/// date and no part of a product's number, and letters that stand behind "lot" or "batch". One too
/// many makes a code *possibly recalled*, one too few would leave a pack out.
fn names_more(notice: &Notice, batches: &[String]) -> bool {
    // What others than openFDA have there may be models, of which every piece is meant.
    let text = notice.codes.to_lowercase();
    if notice.source != "openfda" && !["lot", "batch"].iter().any(|word| text.contains(word)) {
        return false;
    }
    let gtins = gtins(notice);
    let is_more = |before: &str, word: &str| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        // Behind a day or a month: `01/2028`, `Jan 2028`.
        let is_year = word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && (before.len() <= 2 || months().any(|month| before.starts_with(month)));
        // A long group of digits of a product's number, as it may be printed in groups.
        let is_of_gtin = || word.len() > 4 && gtins.iter().any(|gtin| gtin.as_str().contains(word));
        let is_date = word.parse::<gs1::Date>().is_ok();
        let follows_lot = ["lot", "batch"].iter().any(|lot| before.starts_with(lot));
        let is_code = match word.bytes().any(|byte| byte.is_ascii_digit()) {
            true => !is_date && !(is_number && (word.len() <= 2 || is_year || is_of_gtin())),
            false => follows_lot && word.len() >= 2 && word.bytes().all(|b| b.is_ascii_uppercase()),
        };
        is_code && batches.iter().all(|batch| batch != word)
    };
    let words: Vec<String> = words(&notice.codes).collect();
    words.iter().enumerate().any(|(index, word)| {
        let before = index.checked_sub(1).and_then(|before| words.get(before));
        let before = before.map(|before| before.to_lowercase());
        is_more(before.as_deref().unwrap_or("before"), word)
    })
}

/// As notices in English shorten them.
fn months() -> impl Iterator<Item = &'static str> {
    "jan feb mar apr may jun jul aug sep oct nov dec".split(' ')
}

fn recall(notice: &Notice, product: &Product, fit: Fit) -> Recall {
    let own = |text: &str| Text::from([("en".to_owned(), text.to_owned())]);
    let instruction = match &notice.instruction {
        Some(text) => own(text),
        None => Locale::ALL
            .into_iter()
            .map(|locale| {
                let sentence = Words::new(locale).notice_instruction();
                (locale.tag().to_owned(), sentence.to_owned())
            })
            .collect(),
    };
    Recall {
        withdrawn: None,
        id: format!("{}-{}-{}", notice.source, notice.reference, product.gtin),
        gtin: product.gtin.to_string(),
        batches: fit.batches,
        serials: Vec::new(),
        on: notice.on.clone(),
        hazard: own(&notice.hazard),
        instruction,
        remedies: notice.remedies.clone(),
        contact: wire::answer::Contact {
            url: notice.url.clone(),
            ..wire::answer::Contact::default()
        },
        serial_ranges: Vec::new(),
        produced: None,
        expires: None,
        number: Some(notice.reference.clone()),
        identification: match notice.codes.trim() {
            "" => Text::new(),
            codes => own(codes),
        },
        sold: notice.sold.as_deref().map(own).unwrap_or_default(),
        notice: Some(Source {
            source: notice.source.to_owned(),
            reference: notice.reference.clone(),
            url: notice.url.clone(),
            confidence: u8::try_from(fit.confidence).unwrap_or(100),
            grounds: fit.grounds,
            names_more: fit.names_more,
            confirmed: false,
            dismissed: false,
        }),
    }
}

/// Numbers of products in the text: 8, 12, 13 or 14 digits with a right check digit, however they are
/// grouped.
fn gtins(notice: &Notice) -> BTreeSet<Gtin> {
    let mut found = BTreeSet::new();
    let text = format!("{}\n{}\n{}", notice.numbers, notice.codes, notice.what);
    let is_part = |letter: char| letter.is_ascii_digit() || letter == ' ' || letter == '-';
    for run in text.split(|letter: char| !is_part(letter)) {
        let groups: Vec<String> = run
            .split([' ', '-'])
            .filter(|group| !group.is_empty())
            .map(str::to_owned)
            .collect();
        // One group alone, or neighbors together: `0 12345 67890 5`.
        for first in 0..groups.len() {
            let mut number = String::new();
            for group in &groups[first..] {
                number.push_str(group);
                if number.len() > 14 {
                    break;
                }
                if matches!(number.len(), 8 | 12 | 13 | 14)
                    && let Ok(gtin) = number.parse()
                {
                    found.insert(gtin);
                }
            }
        }
    }
    found
}

/// Words of letters and digits, as they are written.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '-')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
}

fn lower_words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether the words of a name stand together in a text.
fn has_phrase(text: &str, name: &str) -> bool {
    let (text, name) = (lower_words(text), lower_words(name));
    !name.is_empty() && text.windows(name.len()).any(|window| window == name)
}

/// How many of a name's words a text has, in percent.
fn shared_percent(name: &str, text: &str) -> u32 {
    let (name, text) = (lower_words(name), lower_words(text));
    let shared = name.iter().filter(|word| text.contains(word)).count();
    match name.len() {
        0 => 0,
        all => u32::try_from(100 * shared / all).unwrap_or(100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_products() {
        let check = |text: &str, expected: &[&str]| {
            let notice = Notice {
                numbers: text.to_owned(),
                ..Notice::default()
            };
            let found: Vec<String> = gtins(&notice).iter().map(ToString::to_string).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("UPC 0 12345 67890 5, best by 2026", &["00012345678905"]);
        check("Lot 012345678905", &["00012345678905"]);
        check("09506000100012", &["09506000100012"]);
        check("012345678904", &[]);
        check("Lots: 15280 and 16118", &[]);
    }

    #[test]
    fn batches_that_are_not_on_record() {
        let check = |source: &'static str, codes: &str, expected: bool| {
            let notice = Notice {
                source,
                codes: codes.to_owned(),
                numbers: "UPC 0 12345 67890 5".to_owned(),
                ..Notice::default()
            };
            let known = ["L1234".to_owned(), "T0".to_owned()];
            assert_eq!(names_more(&notice, &known), expected, "{codes}");
        };
        check("openfda", "Lots L1234, T0", false);
        check("openfda", "Lots L1234, T12", true);
        check("openfda", "Lots L1234, 2041", true);
        check("openfda", "Lot L1234, best by 01/2028 or Feb 2028", false);
        check("openfda", "L1234, use by 2028-01-31, 12 tins", false);
        check("openfda", "UPC 0 12345 67890 5, lot L1234", false);
        check("openfda", "UPC 0 12345 67890 5, lot 5678", true);
        check("openfda", "Lot QRST", true);
        check("openfda", "All lots", false);
        check("openfda", "", false);
        check("cpsc", "Model EM-10", false);
        check("cpsc", "Model EM-10, batch 7781", true);
    }

    #[test]
    fn names_and_words() {
        assert!(has_phrase("ACME Foods, Inc.", "Acme"));
        assert!(has_phrase("by Blue River Co", "blue river"));
        assert!(!has_phrase("Acmeville", "Acme"));
        assert!(!has_phrase("anything", ""));
        assert_eq!(
            shared_percent("Ember 10 power bank", "Power Bank, Ember"),
            75
        );
        assert_eq!(shared_percent("Tea", "Coffee"), 0);
    }
}
