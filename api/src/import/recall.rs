//! A recall: what is wrong with its record, and what its notice lacks of what GPSR (Regulation (EU)
//! 2023/988), Article 36(2), asks for. What it lacks is told and keeps no recall back: a late notice
//! harms more than an incomplete one.

use wire::import::{Days, Recall, Text};

use super::{Problem, problems::Problems, record::Importer};
use crate::store::{self, Change};

/// Remedies of a recall (GPSR, Article 37).
pub(super) const REMEDIES: [&str; 3] = ["refund", "repair", "replacement"];

/// Notices that recalls are taken from.
const SOURCES: [&str; 3] = ["openfda", "cpsc", "safety-gate"];

/// Words that make a danger sound smaller, which Article 36(2)(c) forbids; lower case.
const SOFT: &[&str] = &[
    "voluntary",
    "voluntarily",
    "precaution",
    "discretionary",
    "rare situations",
    "rarely",
    "specific situations",
    "no accidents",
    "no incidents",
    "no injuries",
    "no reported",
    "freiwillig",
    "vorsorglich",
    "vorsichtshalber",
    "in seltenen",
    "in bestimmten",
    "keine unfälle",
    "keine verletzungen",
];

impl Importer<'_, '_> {
    /// Puts a recall in.
    pub(super) fn recall(
        &mut self,
        recall: &Recall,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&recall.gtin, problems)?;
        problems.date("on", Some(&recall.on));
        problems.date("withdrawn", recall.withdrawn.as_ref());
        problems.name("hazard", &recall.hazard);
        problems.name("instruction", &recall.instruction);
        for batch in &recall.batches {
            // A notice names batches that the brand never told us about.
            let is_known = match product {
                Some(product) if recall.notice.is_none() => {
                    self.known_batch(product, batch)?.is_some()
                }
                _ => true,
            };
            if !is_known {
                problems.add(
                    "batches",
                    format!("`{batch}` is not known here"),
                    "put the batch's record first",
                );
            }
        }
        serials(recall, problems);
        days("produced", recall.produced.as_ref(), problems);
        days("expires", recall.expires.as_ref(), problems);
        remedies(recall, problems);
        if let Some(notice) = &recall.notice {
            let is_source = SOURCES.contains(&notice.source.as_str());
            if !is_source || notice.confidence > 100 || notice.reference.is_empty() {
                problems.add(
                    "notice",
                    "is none",
                    "name its source (openfda, cpsc, safety-gate), its reference and a confidence from 0 to 100",
                );
            }
        }
        let Some(product) = product.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        Ok(Some(self.tx.put_recall(product, recall)?))
    }

    /// What the notice lacks.
    pub(super) fn missing(&mut self, recall: &Recall) -> store::Result<Vec<Problem>> {
        let product = match recall.gtin.parse() {
            Ok(gtin) => self.tx.product(&gtin)?,
            Err(_) => None,
        };
        let has_picture = product.is_some_and(|product| product.picture.is_some());
        Ok(missing(recall, has_picture))
    }
}

fn serials(recall: &Recall, problems: &mut Problems) {
    for serial in &recall.serials {
        problems.cset82("serials", serial);
    }
    for range in &recall.serial_ranges {
        problems.cset82("serial_ranges", &range.from);
        problems.cset82("serial_ranges", &range.to);
        if range.from.len() != range.to.len() || range.from > range.to {
            problems.add(
                "serial_ranges",
                format!("`{}` to `{}` is no range", range.from, range.to),
                "give both ends the same length, the lower one first",
            );
        }
    }
}

fn days(field: &str, days: Option<&Days>, problems: &mut Problems) {
    let Some(days) = days else { return };
    let from = problems.date(field, days.from.as_ref());
    let to = problems.date(field, days.to.as_ref());
    let is_open = days.from.is_none() && days.to.is_none();
    if is_open || from.zip(to).is_some_and(|(from, to)| from > to) {
        problems.add(
            field,
            "names no days",
            "write `from`, `to` or both, the earlier one first",
        );
    }
}

fn remedies(recall: &Recall, problems: &mut Problems) {
    if recall.remedies.is_empty() && recall.notice.is_none() {
        problems.add("remedies", "is empty", "offer one remedy at least");
    }
    for remedy in &recall.remedies {
        if !REMEDIES.contains(&remedy.as_str()) {
            let advice = format!("use one of: {}", REMEDIES.join(", "));
            problems.add("remedies", format!("`{remedy}` is no remedy"), &advice);
        }
    }
}

/// What Article 36(2) asks for and the record hasn't.
fn missing(recall: &Recall, has_picture: bool) -> Vec<Problem> {
    let mut missing = Vec::new();
    let mut lacks = |field: &str, what: String, advice: &str| {
        missing.push(Problem::new(field, what, advice));
    };
    if !has_picture {
        lacks(
            "picture",
            "the product has none; a recall notice shows what is recalled (GPSR 36(2)(b))"
                .to_owned(),
            "give the product's record a `picture`",
        );
    }
    let is_part = !recall.batches.is_empty()
        || !recall.serials.is_empty()
        || !recall.serial_ranges.is_empty()
        || recall.produced.is_some()
        || recall.expires.is_some();
    if is_part && recall.identification.is_empty() {
        lacks(
            "identification",
            "nothing says where on the pack to look (GPSR 36(2)(b))".to_owned(),
            "say where its batch, number or date stands",
        );
    }
    if recall.contact.phone.is_none() && recall.contact.url.is_none() {
        lacks(
            "contact",
            "neither a phone number nor a page on the web (GPSR 36(2)(f))".to_owned(),
            "give a free phone number, or a page where people can ask",
        );
    }
    if recall.remedies.is_empty() {
        lacks(
            "remedies",
            "no remedy is offered (GPSR 36(2)(e) and 37)".to_owned(),
            "offer a refund, a repair or a replacement",
        );
    }
    for (language, text) in &recall.hazard {
        let lower = text.to_lowercase();
        for word in SOFT.iter().filter(|word| lower.contains(**word)) {
            lacks(
                "hazard",
                format!("`{word}` makes the danger sound smaller, in `{language}` (GPSR 36(2)(c))"),
                "say what can happen, and nothing of how seldom or how freely",
            );
        }
    }
    for (field, text) in [
        ("instruction", &recall.instruction),
        ("identification", &recall.identification),
    ] {
        for language in untold(&recall.hazard, text) {
            lacks(
                field,
                format!("is not there in `{language}`, in which the hazard is told"),
                "say it in the same languages",
            );
        }
    }
    missing
}

/// Languages of one text that another, which is there, lacks.
fn untold<'t>(told: &'t Text, other: &Text) -> Vec<&'t String> {
    match other.is_empty() {
        true => Vec::new(),
        false => told
            .keys()
            .filter(|language| !other.contains_key(*language))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(record: &str, has_picture: bool, expected: &[&str]) {
        let recall = format!(
            r#"{{"id":"r","gtin":"09506000100012","on":"2026-11-01","instruction":{{"en":"Stop using it."}},"remedies":["refund"],{record}}}"#
        );
        let recall: Recall = serde_json::from_str(&recall).unwrap();
        let fields: Vec<String> = missing(&recall, has_picture)
            .into_iter()
            .map(|problem| problem.field)
            .collect();
        assert_eq!(fields, expected, "{record}");
    }

    #[test]
    fn what_a_notice_lacks() {
        let phone = r#""contact":{"phone":"+48 800 000 000"}"#;
        check(
            &format!(r#""hazard":{{"en":"It can catch fire."}},{phone}"#),
            true,
            &[],
        );
        check(
            r#""hazard":{"en":"It can catch fire."}"#,
            false,
            &["picture", "contact"],
        );
        check(
            &format!(r#""hazard":{{"en":"It can catch fire."}},"batches":["L1"],{phone}"#),
            true,
            &["identification"],
        );
        check(
            &format!(
                r#""hazard":{{"en":"As a precaution. No reported injuries.","de":"Nur in seltenen Fällen."}},{phone}"#
            ),
            true,
            &["hazard", "hazard", "hazard", "instruction"],
        );
    }
}
