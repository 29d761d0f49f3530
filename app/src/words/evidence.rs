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
            .map(|(name, value)| (name, self.evidence(value, now)))
            .collect();
        self.say(&format!("reason-{}", reason.kind), &values)
            .unwrap_or_else(|| reason.kind.clone())
    }

    /// When, where and how it is known, as far as the sentence does not say it: `14 days ago ·
    /// Warehouse West, Poznań`. Empty where there is nothing to add.
    #[must_use]
    pub fn circumstances(self, reason: &Reason, now: &str) -> String {
        let sentence = self
            .find(&format!("reason-{}", reason.kind))
            .unwrap_or_default();
        let holder = reason.evidence.get("holder");
        // A place that bears its holder's name says it already.
        let is_twice = match (reason.evidence.get("place"), holder) {
            (Some(Evidence::Text(place)), Some(Evidence::Text(holder))) => place.contains(holder),
            _ => false,
        };
        let told = ["since", "on", "place", "holder", "source"]
            .iter()
            .filter_map(|name| {
                let value = reason.evidence.get(name)?;
                let is_said =
                    sentence.contains(&format!("{{{name}}}")) || (*name == "holder" && is_twice);
                (!is_said).then(|| self.evidence(value, now))
            });
        told.collect::<Vec<_>>().join(" · ")
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
            Some((last, rest)) if !rest.is_empty() => {
                self.list_and(rest.join(self.locale.comma()), last)
            }
            Some((only, _)) => only.clone(),
            None => String::new(),
        }
    }

    /// What is wrong in a code, with the piece of it that is.
    #[must_use]
    pub fn fault(self, fault: &Fault, text: &str) -> String {
        let [from, to] = fault.span;
        let piece = text.get(from..to).unwrap_or_default();
        let title = match fault.ai.as_deref() {
            None => self.ai_none().to_owned(),
            Some(ai) => self
                .find(&format!("ai-{ai}"))
                .map_or_else(|| self.ai_other(ai), str::to_owned),
        };
        let values = [
            ("text", visible(piece)),
            ("title", title),
            ("others", self.identifiers(&fault.detail)),
            ("part", self.coupon_part(&fault.detail)),
            ("digits", self.any_of(&fault.detail)),
        ];
        self.say(&format!("fault-{}", fault.kind), &values)
            .or_else(|| self.say("fault-other", &values))
            .unwrap_or_default()
    }

    /// `01+21,03` in words: the identifiers that would do, or that are in the way.
    fn identifiers(self, detail: &str) -> String {
        let both = |one: String, two: String| self.list_and(&one, &two);
        let either = |one: String, two: String| self.list_or(&one, &two);
        let group = |group: &str| {
            let ais = group.split('+').map(|ai| format!("({ai})"));
            ais.reduce(both).unwrap_or_default()
        };
        let groups = detail.split(',').map(group);
        groups.reduce(either).unwrap_or_default()
    }

    /// `8,12` in words: numbers of which any would do.
    fn any_of(self, detail: &str) -> String {
        let numbers = detail.split(',').map(str::to_owned);
        let either = numbers.reduce(|one, two| self.list_or(&one, &two));
        either.unwrap_or_default()
    }

    /// What a coupon's part is called.
    fn coupon_part(self, detail: &str) -> String {
        let known = self.find(&format!("coupon-{detail}"));
        known.unwrap_or(detail).to_owned()
    }

    /// The one word of a verdict.
    #[must_use]
    pub fn headline(self, answer: &Answer) -> String {
        self.with_names(&format!("standing-{}", answer.verdict.standing), answer)
    }

    /// The sentence below the word.
    #[must_use]
    pub fn about(self, answer: &Answer) -> String {
        // What a link does is told as it is, instead of what such signs have in common.
        let first = answer.verdict.reasons.first();
        if let Some(reason) = first.filter(|reason| reason.kind == "foreign-link") {
            let values: Vec<(&str, String)> = reason
                .evidence
                .iter()
                .map(|(name, value)| (name, self.evidence(value, "")))
                .collect();
            if let Some(about) = self.say("about-foreign-link", &values) {
                return about;
            }
        }
        if first.is_some_and(|reason| reason.kind == "past-best-before") {
            return self.about_past_best_before().to_owned();
        }
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
            for part in gs1::COUPON_PARTS {
                let id = format!("coupon-{part}");
                assert!(words.find(&id).is_some(), "{id}");
            }
        });
    }

    /// The names in backticks after "Facts:" in the documentation of each kind.
    fn documented() -> Vec<(String, Vec<String>)> {
        let source = include_str!("../../../trace/src/reason.rs");
        let mut docs = String::new();
        let mut kinds = Vec::new();
        for line in source.lines().map(str::trim) {
            if let Some(doc) = line.strip_prefix("///") {
                docs.push_str(doc);
                continue;
            }
            if let Some((_, rest)) = line.split_once(" = \"")
                && let Some((name, _)) = rest.split_once("\", ")
            {
                let facts = docs.split_once("Facts:").map_or("", |(_, facts)| facts);
                // `scope` text (`product`, `batch`): what stands in brackets are values.
                let bare = facts
                    .split('(')
                    .map(|part| part.rsplit(')').next().unwrap_or(""));
                let names = bare.collect::<String>();
                let names = names.split('`').skip(1).step_by(2).map(str::to_owned);
                kinds.push((name.to_owned(), names.collect()));
            }
            docs.clear();
        }
        kinds
    }

    #[test]
    fn sentences_ask_only_for_what_their_kind_has() {
        let documented = documented();
        assert_eq!(documented.len(), trace::ReasonKind::ALL.len());
        all(|words| {
            for (kind, facts) in &documented {
                let pattern = words.find(&format!("reason-{kind}")).unwrap();
                for piece in pattern.split('{').skip(1) {
                    let name = piece.split(['}', '?']).next().unwrap();
                    assert!(
                        facts.contains(&name.to_owned()),
                        "{kind} has no {name}: {facts:?}"
                    );
                }
            }
        });
    }

    #[test]
    fn unit_states_and_materials_have_words() {
        all(|words| {
            for state in trace::UnitState::ALL {
                let blocked = !matches!(state, trace::UnitState::Active | trace::UnitState::Sold);
                let id = format!("reason-unit-{}", state.name());
                assert_eq!(words.find(&id).is_some(), blocked, "{id}");
            }
        });
    }

    #[test]
    fn circumstances_are_what_the_sentence_leaves_out() {
        let check = |kind: &str, evidence: &[(&str, Evidence)], expected: &str| {
            let evidence = evidence.iter().cloned();
            let reason = Reason {
                kind: kind.to_owned(),
                evidence: evidence
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect(),
            };
            let words = Words::new(Locale::En);
            assert_eq!(
                words.circumstances(&reason, "2026-11-24T10:00:00Z"),
                expected,
                "{kind}"
            );
        };
        let since = Evidence::At("2026-11-10T10:00:00Z".to_owned());
        let place = Evidence::Text("Poznań".to_owned());
        let on = Evidence::Date("2026-03-03".to_owned());
        check("unit-stolen", &[], "");
        check(
            "unit-stolen",
            &[("since", since), ("place", place)],
            "14 days ago · Poznań",
        );
        check("recalled", &[("on", on.clone())], "");
        check("issued", &[("on", on)], "3 March 2026");
        let address = Evidence::Source("address".to_owned());
        check(
            "wrong-market",
            &[("source", address)],
            "Place: guessed from the network address, which can be wrong",
        );
    }

    #[test]
    fn a_missing_fact_leaves_a_whole_sentence() {
        let reason = |kind: &str, evidence: &[(&str, Evidence)]| {
            let evidence = evidence.iter().cloned();
            let reason = Reason {
                kind: kind.to_owned(),
                evidence: evidence
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect(),
            };
            Words::new(Locale::En).reason(&reason, "")
        };
        let brand = ("brand", Evidence::Text("Northbeam".to_owned()));
        assert_eq!(
            reason("never-issued", std::slice::from_ref(&brand)),
            "Northbeam has declared all its numbers, and this is none of them."
        );
        let since = ("since", Evidence::Date("2025-01-01".to_owned()));
        assert_eq!(
            reason("never-issued", &[brand, since]),
            "Northbeam has declared all its numbers since 1 January 2025, and this is none of them."
        );
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
            .into_iter()
            .collect(),
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
            detail: String::new(),
        };
        let words = Words::new(Locale::En);
        assert_eq!(
            words.fault(&fault([2, 4]), "ab\u{1d}d"),
            "“␝d” is more than the batch may hold."
        );
        assert_eq!(
            words.fault(&fault([2, 99]), "abcd"),
            "“” is more than the batch may hold."
        );
        let missing = |detail: &str| Fault {
            kind: "missing-association".to_owned(),
            detail: detail.to_owned(),
            ..fault([0, 2])
        };
        assert_eq!(
            words.fault(&missing("01+21,03"), "ab"),
            "With the batch, a pack must carry (01) and (21) or (03) too, in this code or in another."
        );
        let coupon = Fault {
            kind: "coupon-missing".to_owned(),
            detail: "offer-code".to_owned(),
            ..fault([0, 2])
        };
        assert_eq!(
            words.fault(&coupon, "ab"),
            "The coupon's offer code is missing."
        );
    }
}
