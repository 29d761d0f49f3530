//! Kinds with their evidence → sentences.

use wire::answer::{Answer, Evidence, Fault, Reason};

use super::Words;

impl Words {
    /// The sentence of a reason; `now` in RFC 3339. The kind itself where there is no sentence: a
    /// newer server may know more kinds than this page.
    #[must_use]
    pub fn reason(self, reason: &Reason, now: &str) -> String {
        let values: Vec<(&str, String)> = reason
            .evidence
            .iter()
            .map(|(name, value)| (name.as_str(), self.evidence(value, now)))
            .collect();
        self.say(&format!("reason-{}", reason.kind), &values)
            .unwrap_or_else(|| reason.kind.clone())
    }

    /// What the reason can't tell, where there is something to say.
    #[must_use]
    pub fn limit(self, kind: &str) -> Option<&'static str> {
        self.find(&format!("limit-{kind}"))
    }

    fn evidence(self, value: &Evidence, now: &str) -> String {
        match value {
            Evidence::Text(text) => text.clone(),
            Evidence::Number(number) => number.to_string(),
            Evidence::Date(date) => self.day(date),
            Evidence::At(at) => self.ago(at, now),
            Evidence::Countries(codes) => self.countries(codes),
            Evidence::Source(source) => self
                .find(&format!("source-{source}"))
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// The country's name, or its code.
    #[must_use]
    pub fn country(self, code: &str) -> String {
        let name = self.find(&format!("country-{}", code.to_ascii_lowercase()));
        name.map_or_else(|| code.to_owned(), str::to_owned)
    }

    /// `Poland, Germany and Austria`.
    #[must_use]
    pub fn countries(self, codes: &[String]) -> String {
        let names: Vec<String> = codes.iter().map(|code| self.country(code)).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => self.list_and(rest.join(", "), last),
            Some((only, _)) => only.clone(),
            None => String::new(),
        }
    }

    /// What is wrong in a code, with the piece of it that is.
    #[must_use]
    pub fn fault(self, fault: &Fault, text: &str) -> String {
        let [from, to] = fault.span;
        let piece = text.get(from..to).unwrap_or_default();
        let title = fault
            .ai
            .as_deref()
            .map_or_else(String::new, |ai| format!("({ai})"));
        let values = [("text", visible(piece)), ("title", title)];
        self.say(&format!("fault-{}", fault.kind), &values)
            .or_else(|| self.say("fault-other", &values))
            .unwrap_or_default()
    }

    /// The one word of a verdict.
    #[must_use]
    pub fn headline(self, answer: &Answer) -> String {
        self.with_names(&format!("standing-{}", answer.verdict.standing), answer)
    }

    /// The sentence below the word.
    #[must_use]
    pub fn about(self, answer: &Answer) -> String {
        self.with_names(&format!("about-{}", answer.verdict.standing), answer)
    }

    /// A standing's word in the midst of a sentence.
    #[must_use]
    pub fn standing(self, standing: &str, answer: &Answer) -> String {
        self.with_names(&format!("standing-{standing}"), answer)
    }

    /// What to do, in an imperative.
    #[must_use]
    pub fn step(self, step: &str, answer: &Answer) -> String {
        self.with_names(&format!("step-{step}"), answer)
    }

    fn with_names(self, id: &str, answer: &Answer) -> String {
        let name = |name: Option<&String>| name.cloned().unwrap_or_default();
        let values = [
            (
                "brand",
                name(answer.brand.as_ref().map(|brand| &brand.name)),
            ),
            (
                "product",
                name(answer.product.as_ref().map(|product| &product.name)),
            ),
            (
                "batch",
                name(answer.batch.as_ref().map(|batch| &batch.number)),
            ),
        ];
        self.say(id, &values).unwrap_or_else(|| id.to_owned())
    }
}

/// Control characters made visible.
fn visible(text: &str) -> String {
    text.replace('\u{1d}', "␝")
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    fn all(check: impl Fn(Words)) {
        Locale::ALL.map(Words::new).into_iter().for_each(check);
    }

    #[test]
    fn every_kind_has_its_sentence() {
        all(|words| {
            for kind in trace::ReasonKind::ALL {
                assert!(
                    words.find(&format!("reason-{}", kind.name())).is_some(),
                    "{kind:?}"
                );
            }
            for standing in trace::Standing::ALL {
                assert!(
                    words
                        .find(&format!("standing-{}", standing.name()))
                        .is_some()
                );
                assert!(words.find(&format!("about-{}", standing.name())).is_some());
            }
            for step in trace::Step::ALL {
                assert!(
                    words.find(&format!("step-{}", step.name())).is_some(),
                    "{step:?}"
                );
            }
            for caution in trace::Caution::ALL {
                assert!(words.find(&format!("caution-{}", caution.name())).is_some());
            }
            for kind in gs1::FaultKind::ALL {
                assert!(
                    words.find(&format!("fault-{}", kind.name())).is_some(),
                    "{kind:?}"
                );
            }
        });
    }

    #[test]
    fn evidence_is_filled_in_by_name() {
        let reason = Reason {
            kind: "wrong-market".to_owned(),
            evidence: [
                (
                    "intended",
                    Evidence::Countries(vec!["PL".to_owned(), "AT".to_owned()]),
                ),
                ("seen", Evidence::Countries(vec!["DE".to_owned()])),
                ("source", Evidence::Source("device".to_owned())),
            ]
            .map(|(name, value)| (name.to_owned(), value))
            .into(),
        };
        let words = Words::new(Locale::En);
        assert_eq!(
            words.reason(&reason, ""),
            "It was made for Poland and Austria and was checked in Germany."
        );
        let newer = Reason {
            kind: "from-the-future".to_owned(),
            evidence: Default::default(),
        };
        assert_eq!(words.reason(&newer, ""), "from-the-future");
    }

    #[test]
    fn a_fault_shows_its_piece() {
        let fault = |span| Fault {
            kind: "too-long".to_owned(),
            ai: Some("10".to_owned()),
            span,
        };
        let words = Words::new(Locale::En);
        assert_eq!(
            words.fault(&fault([2, 4]), "ab\u{1d}d"),
            "“␝d” is more than (10) may hold."
        );
        assert_eq!(
            words.fault(&fault([2, 99]), "abcd"),
            "“” is more than (10) may hold."
        );
    }
}
