//! Whether a recall covers a pack, as the server has it, by what the code says and the offline pack
//! has of its batch.
//!
//! Each thing that a recall asks for is met, not met, or not said. One that is not met leaves the
//! pack out; where one is not said it may be covered.

use gs1::Date;

use crate::{Asked, Batch, Days, Recall};

/// Whether something that a recall asks for is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Met {
    No,
    Unsaid,
    Yes,
}

/// Whether it covers for certain; `None` where it doesn't.
pub fn covers(recall: &Recall, asked: &Asked<'_>, batch: Option<&Batch>) -> Option<bool> {
    let mut batches: Vec<&str> = asked.batch.into_iter().collect();
    batches.extend(batch.map(|batch| batch.number.as_str()));
    let all = [
        of_batches(recall, &batches),
        of_serials(recall, asked.serial),
        recall.produced.map(|days| {
            let on_record = batch.and_then(|batch| batch.produced);
            holds_any(days, on_record.or(asked.produced).as_slice())
        }),
        recall.expires.map(|days| {
            let of_batch = batch.map(|batch| [batch.expiry, batch.best_before]);
            let of_code = [asked.expiry, asked.best_before];
            let dates = of_batch.into_iter().flatten().chain(of_code).flatten();
            holds_any(days, &dates.collect::<Vec<Date>>())
        }),
    ];
    match all.into_iter().flatten().min().unwrap_or(Met::Yes) {
        Met::No => None,
        Met::Unsaid => Some(false),
        Met::Yes => Some(recall.is_confirmed),
    }
}

/// `None` where the recall doesn't ask for it.
fn of_batches(recall: &Recall, batches: &[&str]) -> Option<Met> {
    if recall.batches.is_empty() {
        return recall.names_more.then_some(Met::Unsaid);
    }
    let is_one = |batch: &&str| recall.batches.iter().any(|known| known == batch);
    Some(match any(batches, is_one) {
        Met::No if recall.names_more => Met::Unsaid,
        met => met,
    })
}

fn of_serials(recall: &Recall, serial: Option<&str>) -> Option<Met> {
    if recall.serials.is_empty() && recall.ranges.is_empty() {
        return None;
    }
    let is_one = |serial: &str| {
        let in_range = recall.ranges.iter().any(|range| {
            serial.len() == range.from.len()
                && (range.from.as_str()..=range.to.as_str()).contains(&serial)
        });
        in_range || recall.serials.iter().any(|known| known == serial)
    };
    Some(match serial {
        None => Met::Unsaid,
        Some(serial) if is_one(serial) => Met::Yes,
        Some(_) => Met::No,
    })
}

fn holds_any(days: Days, dates: &[Date]) -> Met {
    any(dates, |date| {
        days.from.is_none_or(|from| from <= *date) && days.to.is_none_or(|to| *date <= to)
    })
}

fn any<T>(said: &[T], is_one: impl Fn(&T) -> bool) -> Met {
    match said {
        [] => Met::Unsaid,
        some if some.iter().any(is_one) => Met::Yes,
        _ => Met::No,
    }
}
