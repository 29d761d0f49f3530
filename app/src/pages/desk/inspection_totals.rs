//! What a visit comes to, as tables.

use leptos::prelude::*;

use crate::Words;

/// What the entries of a visit come to.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct InspectionTotals {
    /// Packs by what was last said of them.
    pub answers: Vec<TallyShown>,
    /// Findings by reason.
    pub findings: Vec<TallyShown>,
    /// By product, the first to expire first.
    pub counted: Vec<CountedShown>,
    /// By the number of its bag or seal.
    pub custody: Vec<CustodyShown>,
}

/// So many of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct TallyShown {
    /// In words.
    pub name: String,
    /// Entries.
    pub times: u64,
    /// Packs.
    pub packs: u64,
}

/// Packs of a product, batch and date.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedShown {
    /// Its name, or its GTIN.
    pub product: String,
    /// Empty where batches were not told apart.
    pub batch: String,
    /// ISO 8601; empty where it was not read.
    pub expiry: String,
    /// How many.
    pub packs: u64,
    /// Whether they had expired on the day on which they were counted.
    pub is_expired: bool,
    /// How many of them stood behind packs that expire later.
    pub behind: u64,
}

/// Something that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct CustodyShown {
    /// The number on the bag or seal.
    pub seal: String,
    /// Seized, or a sample; empty where it was only handed on here.
    pub what: String,
    /// How many packs are in it.
    pub packs: u64,
    /// From whom it was taken, then into whose hands it came, each with its time (RFC 3339).
    pub hands: Vec<(String, String)>,
    /// Whether somebody handed it on who didn't have it by the entries.
    pub is_broken: bool,
}

impl InspectionTotals {
    /// Each table in words: its title, its head, its rows, and a line below it, where there is one; tables
    /// without rows are left out.
    #[must_use]
    pub fn tables(&self, words: Words) -> Vec<TotalsTable> {
        let tally = |rows: &[TallyShown], has_times: bool| -> Vec<Vec<String>> {
            rows.iter()
                .map(|row| match has_times {
                    true => vec![
                        row.name.clone(),
                        row.times.to_string(),
                        row.packs.to_string(),
                    ],
                    false => vec![row.name.clone(), row.packs.to_string()],
                })
                .collect()
        };
        let packs = words.inspection_total_packs().to_owned();
        let counted: u64 = self.counted.iter().map(|row| row.packs).sum();
        let expired = self.counted.iter().filter(|row| row.is_expired);
        let expired: u64 = expired.map(|row| row.packs).sum();
        let behind: u64 = self.counted.iter().map(|row| row.behind).sum();
        let tables = [
            TotalsTable {
                title: words.inspection_total_answers(),
                head: vec![words.inspection_total_answer().to_owned(), packs.clone()],
                rows: tally(&self.answers, false),
                below: None,
            },
            TotalsTable {
                title: words.inspection_total_findings(),
                head: vec![
                    words.inspection_total_reason().to_owned(),
                    words.inspection_total_times().to_owned(),
                    packs.clone(),
                ],
                rows: tally(&self.findings, true),
                below: None,
            },
            TotalsTable {
                title: words.inspection_total_counted(),
                head: vec![
                    words.inspection_total_product().to_owned(),
                    words.inspection_total_batch().to_owned(),
                    words.inspection_total_expiry().to_owned(),
                    packs.clone(),
                    words.inspection_total_remark().to_owned(),
                ],
                rows: self.counted.iter().map(|row| row.cells(words)).collect(),
                below: Some(words.inspection_total_sum(
                    behind.to_string(),
                    expired.to_string(),
                    counted.to_string(),
                )),
            },
            TotalsTable {
                title: words.inspection_total_custody(),
                head: vec![
                    words.inspection_total_seal().to_owned(),
                    words.inspection_total_what().to_owned(),
                    packs,
                    words.inspection_total_hands().to_owned(),
                    words.inspection_total_remark().to_owned(),
                ],
                rows: self.custody.iter().map(|row| row.cells(words)).collect(),
                below: None,
            },
        ];
        tables
            .into_iter()
            .filter(|table| !table.rows.is_empty())
            .collect()
    }
}

/// A table in words.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalsTable {
    /// What it is about.
    pub title: &'static str,
    /// What its columns are.
    pub head: Vec<String>,
    /// As long as the head each.
    pub rows: Vec<Vec<String>>,
    /// What it comes to.
    pub below: Option<String>,
}

impl CountedShown {
    fn cells(&self, words: Words) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.is_expired {
            remarks.push(words.inspection_total_expired());
        }
        if self.behind > 0 {
            remarks.push(words.inspection_said_out_of_order());
        }
        vec![
            self.product.clone(),
            self.batch.clone(),
            self.expiry.clone(),
            self.packs.to_string(),
            remarks.join(", "),
        ]
    }
}

impl CustodyShown {
    fn cells(&self, words: Words) -> Vec<String> {
        let hands = self.hands.iter().map(|(at, hands)| match at.get(..16) {
            Some(at) => format!("{hands} ({})", at.replace('T', " ")),
            None => hands.clone(),
        });
        vec![
            self.seal.clone(),
            self.what.clone(),
            self.packs.to_string(),
            hands.collect::<Vec<String>>().join(" → "),
            match self.is_broken {
                true => words.inspection_total_custody_gap().to_owned(),
                false => String::new(),
            },
        ]
    }
}

/// The tables of a visit.
pub(super) fn tables(words: Words, totals: &InspectionTotals) -> AnyView {
    let tables = totals.tables(words).into_iter().map(|table| {
        let names = table.head.clone();
        let head = table.head.into_iter();
        let head = head.map(|cell| view! { <th scope="col">{cell}</th> });
        let rows = table.rows.into_iter().map(|row| {
            // On a phone the head is not seen, and each cell says what it is.
            let cells = row.into_iter().zip(&names).map(|(cell, name)| {
                let name = (!cell.is_empty()).then(|| name.clone());
                view! { <td data-head=name>{cell}</td> }
            });
            view! { <tr>{cells.collect_view()}</tr> }
        });
        let below = table.below.map(|below| view! { <p>{below}</p> });
        view! {
            <table class="desk-table totals">
                <caption>{table.title}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {below}
        }
    });
    tables.collect_view().into_any()
}
