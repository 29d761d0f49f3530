//! What a visit comes to: its entries → packs by answer, findings by reason, counts by product, batch and
//! date, and in whose hands what was taken is. What was withdrawn counts for nothing.

use std::collections::BTreeMap;

use app::pages::desk::{CountedShown, CustodyShown, InspectionTotals, TallyShown};
use evidence::{Act, CustodyKind, Entry};

use crate::{
    inspection_list::List,
    inspection_report::entries,
    inspection_said::{Lexicon, kind},
    store::InspectionLine,
};

/// Goes through the entries of an inspection, all of its devices' together.
#[must_use]
pub fn totals(lines: &[InspectionLine], lexicon: &Lexicon) -> InspectionTotals {
    let mut read: Vec<(&InspectionLine, Entry)> = entries(lines)
        .filter(|(line, _)| !lexicon.is_withdrawn(line))
        .collect();
    // By the devices' clocks; the order of a chain holds where two entries have one time.
    read.sort_by(|(_, a), (_, b)| a.at.cmp(&b.at).then(a.sequence.cmp(&b.sequence)));
    let mut judged: BTreeMap<&str, &str> = BTreeMap::new();
    let mut found: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let mut counted: BTreeMap<CountKey<'_>, CountedShown> = BTreeMap::new();
    let mut custody: BTreeMap<&str, CustodyShown> = BTreeMap::new();
    for (_, entry) in &read {
        match &entry.act {
            // The last word about a pack holds.
            Act::Checked(now) | Act::Rechecked { now, .. } => {
                judged.insert(&now.code, &now.answer);
            }
            Act::Found(finding) => {
                let (times, packs) = found.entry(&finding.reason).or_default();
                *times += 1;
                *packs += u64::from(finding.quantity);
            }
            Act::Counted(of) => {
                let key = (of.gtin.as_str(), of.expiry.as_deref(), of.lot.as_deref());
                let row = counted.entry(key).or_insert_with(|| CountedShown {
                    product: lexicon.product(&of.gtin),
                    batch: of.lot.clone().unwrap_or_default(),
                    expiry: of.expiry.clone().unwrap_or_default(),
                    packs: 0,
                    is_expired: false,
                    behind: 0,
                });
                row.packs += u64::from(of.quantity);
                if of.out_of_order {
                    row.behind += u64::from(of.quantity);
                }
                // Dates of ISO 8601 are in the order of their texts; the last day itself is a good one.
                let day = entry.at.get(..10).unwrap_or_default();
                row.is_expired |= of.expiry.as_deref().is_some_and(|expiry| expiry < day);
            }
            Act::Custody(of) => {
                let row = custody.entry(&of.seal).or_insert_with(|| CustodyShown {
                    seal: of.seal.clone(),
                    what: String::new(),
                    packs: 0,
                    hands: Vec::new(),
                    is_broken: false,
                });
                // Who hands something on should be who had it.
                row.is_broken |= row.hands.last().is_some_and(|(_, to)| *to != of.from);
                if row.hands.is_empty() {
                    row.hands.push((String::new(), of.from.clone()));
                    // Nothing can be handed on that was never taken.
                    row.is_broken |= of.what == CustodyKind::HandOver;
                }
                row.hands.push((entry.at.clone(), of.to.clone()));
                if of.what != CustodyKind::HandOver {
                    let word = format!("inspection-entry-{}", kind(&entry.act));
                    let word = lexicon.words().find(&word);
                    row.what = word.unwrap_or_default().to_owned();
                    row.packs = u64::from(of.quantity);
                }
            }
            _ => {}
        }
    }
    let mut answers: BTreeMap<&str, u64> = BTreeMap::new();
    for answer in judged.into_values() {
        *answers.entry(answer).or_default() += 1;
    }
    InspectionTotals {
        answers: answers
            .into_iter()
            .map(|(answer, packs)| TallyShown {
                name: lexicon.answer(answer),
                times: packs,
                packs,
            })
            .collect(),
        findings: found
            .into_iter()
            .map(|(reason, (times, packs))| TallyShown {
                name: lexicon.term(List::Reason, reason, &mut Vec::new()),
                times,
                packs,
            })
            .collect(),
        counted: counted.into_values().collect(),
        custody: custody.into_values().collect(),
    }
}

/// GTIN, expiry, batch: what expires first stands first, and what has no date before all.
type CountKey<'e> = (&'e str, Option<&'e str>, Option<&'e str>);
