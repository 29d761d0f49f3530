//! From the pure crates' types to those that cross a seam.

use gs1::Date;
use trace::{Instant, PlaceSource};

use crate::answer;

impl From<&trace::Verdict> for answer::Verdict {
    fn from(verdict: &trace::Verdict) -> answer::Verdict {
        answer::Verdict {
            standing: verdict.standing.name().to_owned(),
            also: verdict
                .also
                .iter()
                .map(|standing| standing.name().to_owned())
                .collect(),
            reasons: verdict.reasons.iter().map(answer::Reason::from).collect(),
            steps: verdict
                .steps
                .iter()
                .map(|step| step.name().to_owned())
                .collect(),
            caution: verdict.caution.map(|caution| caution.name().to_owned()),
        }
    }
}

impl From<&trace::Reason> for answer::Reason {
    fn from(reason: &trace::Reason) -> answer::Reason {
        let evidence = reason
            .evidence
            .iter()
            .map(|(name, value)| (*name, answer::Evidence::from(value)))
            .collect();
        answer::Reason {
            kind: reason.kind.name().to_owned(),
            evidence,
        }
    }
}

impl From<&trace::Evidence> for answer::Evidence {
    fn from(evidence: &trace::Evidence) -> answer::Evidence {
        match evidence {
            trace::Evidence::Text(text) => answer::Evidence::Text(text.clone()),
            trace::Evidence::Number(number) => answer::Evidence::Number(*number),
            trace::Evidence::Date(date) => answer::Evidence::Date(date.to_string()),
            trace::Evidence::At(at) => answer::Evidence::At(rfc3339(*at)),
            trace::Evidence::Country(country) => {
                answer::Evidence::Countries(vec![country.to_string()])
            }
            trace::Evidence::Countries(countries) => {
                answer::Evidence::Countries(countries.iter().map(ToString::to_string).collect())
            }
            trace::Evidence::Source(source) => {
                answer::Evidence::Source(source_name(*source).to_owned())
            }
        }
    }
}

/// `device`, `typed` or `address`.
#[must_use]
pub fn source_name(source: PlaceSource) -> &'static str {
    match source {
        PlaceSource::Device => "device",
        PlaceSource::Typed => "typed",
        PlaceSource::Address => "address",
    }
}

/// RFC 3339 in UTC, to the second: `2026-11-24T10:20:30Z`.
#[must_use]
pub fn rfc3339(at: Instant) -> String {
    let date: Date = at.date();
    // Written digit by digit: answers hold thousands of these.
    let mut text = *b"0000-00-00T00:00:00Z";
    let mut put = |from: usize, digits: usize, mut number: u16| {
        for place in (from..from + digits).rev() {
            text[place] = b'0' + (number % 10) as u8;
            number /= 10;
        }
    };
    put(0, 4, date.year);
    put(5, 2, u16::from(date.month));
    put(8, 2, u16::from(date.day));
    let minute = at.0.div_euclid(60_000).rem_euclid(1_440) as u16;
    put(11, 2, minute / 60);
    put(14, 2, minute % 60);
    put(17, 2, at.0.div_euclid(1_000).rem_euclid(60) as u16);
    String::from_utf8_lossy(&text).into_owned()
}

impl From<&gs1::Fault> for answer::Fault {
    fn from(fault: &gs1::Fault) -> answer::Fault {
        answer::Fault {
            kind: fault.kind.name().to_owned(),
            ai: fault.ai.as_ref().map(ToString::to_string),
            span: [fault.span.start, fault.span.end],
            detail: fault.detail.to_string(),
        }
    }
}

/// The elements of a message as they cross a seam.
#[must_use]
pub fn elements(message: &gs1::Message<'_>) -> Vec<answer::Element> {
    message
        .elements
        .iter()
        .map(|element| answer::Element {
            ai: element.ai.to_string(),
            title: message.title(element.ai).to_owned(),
            value: element.value.to_string(),
        })
        .collect()
}

/// `element-string`, `bracketed`, `digital-link`, `compressed-digital-link`, `epc-urn`,
/// `plain-gtin`, `other-uri` or `other-text`.
#[must_use]
pub fn form_name(form: gs1::Form) -> &'static str {
    match form {
        gs1::Form::ElementString => "element-string",
        gs1::Form::BracketedElementString => "bracketed",
        gs1::Form::DigitalLink => "digital-link",
        gs1::Form::CompressedDigitalLink => "compressed-digital-link",
        gs1::Form::EpcUrn => "epc-urn",
        gs1::Form::PlainGtin => "plain-gtin",
        gs1::Form::OtherUri => "other-uri",
        gs1::Form::OtherText => "other-text",
    }
}
