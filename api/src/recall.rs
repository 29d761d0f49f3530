//! Whether a recall covers a code: by product, batch, serials and dates.
//!
//! Each thing that a recall asks for is met, not met, or not said by the code and what is on record
//! of it. One that is not met leaves the code out; where all are met it is covered, and where one is
//! not said it may be: whoever has the pack can look.

use std::sync::Arc;

use gs1::Date;
use wire::import::{Days, Recall};

use crate::code::Code;

/// How sure it is that a recall covers something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It does.
    Certain,
    /// The code doesn't say enough, or the recall was taken from a notice that nobody confirmed.
    Possible,
}

impl Certainty {
    /// As it is stored and told.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Possible => "possible",
        }
    }
}

/// A recall that covers a code, or may.
#[derive(Clone, Debug)]
pub struct Covering {
    /// The recall.
    pub recall: Arc<Recall>,
    /// What it covers: `product`, `batch`, `dates`, `serials`, or `notice` for one that nobody
    /// confirmed.
    pub scope: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
}

/// What a code and its record say of what recalls ask for.
#[derive(Clone, Debug, Default)]
pub struct Said<'s> {
    /// Batches: on record, and of the code.
    pub batches: Vec<&'s str>,
    /// The serial.
    pub serial: Option<&'s str>,
    /// When its batch was produced, as is on record.
    pub produced: Option<Date>,
    /// Its expiry and best-before dates on record.
    pub expires: Vec<Date>,
    /// The production date of the code, YYMMDD.
    pub code_produced: Option<&'s str>,
    /// The expiry and best-before dates of the code, YYMMDD.
    pub code_expires: Vec<&'s str>,
}

/// Whether something that a recall asks for is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Met {
    No,
    Unsaid,
    Yes,
}

impl<'s> Said<'s> {
    /// Of a code, and of its batch where that is on record.
    #[must_use]
    pub fn new(
        code: &'s Code,
        on_record: Option<&'s str>,
        batch: Option<&wire::import::Batch>,
    ) -> Said<'s> {
        let date = |text: Option<&String>| text.and_then(|text| text.parse().ok());
        let of_batch = batch.map(|batch| [&batch.expiry, &batch.best_before]);
        let expires = of_batch.into_iter().flatten();
        let identity = code.identity.as_ref();
        let of_code = identity.map(|identity| [&identity.expiry, &identity.best_before]);
        Said {
            batches: on_record.into_iter().chain(code.batch()).collect(),
            serial: code.serial(),
            produced: batch.and_then(|batch| date(batch.produced.as_ref())),
            expires: expires.filter_map(|text| date(text.as_ref())).collect(),
            code_produced: identity.and_then(|identity| identity.production.as_deref()),
            code_expires: of_code
                .into_iter()
                .flatten()
                .filter_map(|text| text.as_deref())
                .collect(),
        }
    }
}

/// What a recall covers of a code; `None` where it doesn't.
#[must_use]
pub fn covers(recall: &Arc<Recall>, said: &Said<'_>) -> Option<Covering> {
    if recall.is_void() {
        return None;
    }
    let asked = [
        batches(recall, said),
        serials(recall, said),
        produced(recall, said),
        expires(recall, said),
    ];
    let met = asked.into_iter().flatten().min().unwrap_or(Met::Yes);
    let is_confirmed = recall.notice.as_ref().is_none_or(|notice| notice.confirmed);
    let certainty = match met {
        Met::No => return None,
        Met::Yes if is_confirmed => Certainty::Certain,
        _ => Certainty::Possible,
    };
    let [batches, serials, ..] = asked.map(|asked| asked.is_some());
    let scope = match (is_confirmed, serials, batches) {
        (false, ..) => "notice",
        (_, true, _) => "serials",
        (_, _, true) => "batch",
        _ if asked.iter().any(Option::is_some) => "dates",
        _ => "product",
    };
    Some(Covering {
        recall: recall.clone(),
        scope,
        certainty,
    })
}

/// `None` where the recall doesn't ask for it.
fn batches(recall: &Recall, said: &Said<'_>) -> Option<Met> {
    // A notice may name batches that nobody here could tell from its other words.
    let names_more = recall.notice.as_ref().is_some_and(|it| it.names_more);
    if recall.batches.is_empty() {
        return names_more.then_some(Met::Unsaid);
    }
    let is_one = |batch: &&str| recall.batches.iter().any(|known| known == batch);
    Some(match any(&said.batches, is_one) {
        Met::No if names_more => Met::Unsaid,
        met => met,
    })
}

fn serials(recall: &Recall, said: &Said<'_>) -> Option<Met> {
    if recall.serials.is_empty() && recall.serial_ranges.is_empty() {
        return None;
    }
    Some(match said.serial {
        None => Met::Unsaid,
        Some(serial) => {
            let is_one = recall.serials.iter().any(|known| known == serial)
                || recall.serial_ranges.iter().any(|range| range.holds(serial));
            if is_one { Met::Yes } else { Met::No }
        }
    })
}

fn produced(recall: &Recall, said: &Said<'_>) -> Option<Met> {
    let days = recall.produced.as_ref()?;
    let of_code = || of_code_date(recall, said.code_produced?);
    let produced = said.produced.or_else(of_code);
    Some(any(produced.as_slice(), |date| holds(days, *date)))
}

fn expires(recall: &Recall, said: &Said<'_>) -> Option<Met> {
    let days = recall.expires.as_ref()?;
    let of_code = said.code_expires.iter();
    let of_code = of_code.filter_map(|text| of_code_date(recall, text));
    let expires: Vec<Date> = said.expires.iter().copied().chain(of_code).collect();
    Some(any(&expires, |date| holds(days, *date)))
}

/// A code's date has no century: it is the one nearest to the recall.
fn of_code_date(recall: &Recall, yymmdd: &str) -> Option<Date> {
    Date::from_yymmdd(yymmdd, recall.on.parse().ok()?)
}

fn any<T>(said: &[T], is_one: impl Fn(&T) -> bool) -> Met {
    match said {
        [] => Met::Unsaid,
        some if some.iter().any(is_one) => Met::Yes,
        _ => Met::No,
    }
}

/// Both ends belong to it; one that is missing is open. Dates are checked when they are imported.
fn holds(days: &Days, date: Date) -> bool {
    let end = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<Date>().ok());
    end(&days.from).is_none_or(|from| from <= date) && end(&days.to).is_none_or(|to| date <= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECALL: &str = r#""id":"r","gtin":"09506000100012","on":"2026-11-01","hazard":{"en":"x"},"instruction":{"en":"x"},"remedies":["refund"]"#;

    #[track_caller]
    fn check(asks: &str, said: &Said<'_>, expected: Option<(&str, Certainty)>) {
        let recall: Recall = serde_json::from_str(&format!("{{{RECALL}{asks}}}")).unwrap();
        let covering = covers(&Arc::new(recall), said);
        let covering = covering.map(|covering| (covering.scope, covering.certainty));
        assert_eq!(covering, expected, "{asks} {said:?}");
    }

    #[test]
    fn what_a_recall_asks_for() {
        use Certainty::{Certain, Possible};
        let date = |text: &str| text.parse::<Date>().unwrap();
        let nothing = Said::default();
        let l1 = Said {
            batches: vec!["L1"],
            serial: Some("0007"),
            produced: Some(date("2026-03-05")),
            expires: vec![date("2027-03-05")],
            ..Said::default()
        };
        check("", &nothing, Some(("product", Certain)));
        check(r#","batches":["L1"]"#, &nothing, Some(("batch", Possible)));
        check(r#","batches":["L1"]"#, &l1, Some(("batch", Certain)));
        check(r#","batches":["L2"]"#, &l1, None);
        // What the code says is enough where nothing is on record.
        let coded = Said {
            code_produced: Some("260305"),
            code_expires: vec!["270300"],
            ..Said::default()
        };
        let expires = r#","expires":{"from":"2027-03-01","to":"2027-03-31"}"#;
        check(expires, &nothing, Some(("dates", Possible)));
        check(expires, &coded, Some(("dates", Certain)));
        let later = r#","expires":{"from":"2027-04-01"}"#;
        check(later, &coded, None);
        let produced = r#","produced":{"from":"2026-03-01","to":"2026-03-31"}"#;
        check(produced, &coded, Some(("dates", Certain)));
        check(r#","serials":["0007"]"#, &l1, Some(("serials", Certain)));
        check(r#","serials":["0008"]"#, &l1, None);
        check(
            r#","serials":["0008"]"#,
            &nothing,
            Some(("serials", Possible)),
        );
        let range = r#","serial_ranges":[{"from":"0001","to":"0010"}]"#;
        check(range, &l1, Some(("serials", Certain)));
        check(range, &nothing, Some(("serials", Possible)));
        check(
            r#","serial_ranges":[{"from":"0008","to":"0010"}]"#,
            &l1,
            None,
        );
        let march = r#","produced":{"from":"2026-03-01","to":"2026-03-31"}"#;
        check(march, &l1, Some(("dates", Certain)));
        check(march, &nothing, Some(("dates", Possible)));
        check(r#","produced":{"to":"2026-03-04"}"#, &l1, None);
        check(
            r#","expires":{"from":"2027-03-05"}"#,
            &l1,
            Some(("dates", Certain)),
        );
        check(r#","expires":{"to":"2027-01-01"}"#, &l1, None);
        // All that it asks for; one that is not met is enough.
        let both = r#","batches":["L1"],"serials":["0007"]"#;
        check(both, &l1, Some(("serials", Certain)));
        let other = Said {
            serial: Some("0007"),
            ..Said::default()
        };
        check(both, &other, Some(("serials", Possible)));
        check(r#","batches":["L1"],"serials":["0009"]"#, &other, None);
        // What nobody confirmed is never certain.
        let notice =
            r#","notice":{"source":"cpsc","reference":"1","confidence":95,"confirmed":false}"#;
        check(notice, &l1, Some(("notice", Possible)));
        check(&format!(r#"{notice},"batches":["L2"]"#), &l1, None);
        check(
            &notice.replace("false", r#"false,"dismissed":true"#),
            &l1,
            None,
        );
        check(
            &notice.replace("false", "true"),
            &l1,
            Some(("product", Certain)),
        );
    }
}
