//! The lists that inspectors choose from: an organisation's own, or those that every phone has.

use std::collections::BTreeMap;

use app::{Locale, Words};

use crate::store::{self, Db, InspectionTerm, Tx};

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Reasons of findings.
    Reason,
    /// Grounds to release, detain or seize.
    Ground,
}

/// How bad a finding can be, as entries say it.
pub const SEVERITIES: [&str; 3] = ["minor", "major", "critical"];

/// What can become of goods, as entries say it.
pub const DECISIONS: [&str; 3] = ["release", "detain", "seize"];

/// The most terms of one list, those that were taken out included.
pub const MAX_TERMS: usize = 200;

impl List {
    /// Both.
    pub const ALL: [List; 2] = [List::Reason, List::Ground];

    /// As it is stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            List::Reason => "reason",
            List::Ground => "ground",
        }
    }

    /// From its identifier.
    #[must_use]
    pub fn parse(id: &str) -> Option<List> {
        List::ALL.into_iter().find(|list| list.id() == id)
    }

    /// What every phone offers as long as the organisation has no list of its own.
    fn defaults(self) -> Vec<InspectionTerm> {
        let ids: &[&str] = match self {
            List::Reason => &wire::inspect::REASONS,
            List::Ground => &wire::inspect::GROUNDS,
        };
        let term = |(at, id): (usize, &&str)| InspectionTerm {
            list: self.id().to_owned(),
            id: (*id).to_owned(),
            words: Locale::DESK
                .into_iter()
                .filter_map(|locale| {
                    let key = format!("inspection-{}-{id}", self.id());
                    let text = Words::new(locale).find(&key)?;
                    Some((locale.tag().to_owned(), text.to_owned()))
                })
                .collect(),
            severity: None,
            decisions: Vec::new(),
            position: at as i64 + 1,
            removed_at: None,
        };
        ids.iter().enumerate().map(term).collect()
    }
}

/// The terms of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lists {
    reasons: Vec<InspectionTerm>,
    grounds: Vec<InspectionTerm>,
    own: [bool; 2],
}

impl Lists {
    /// Reads them; a list that nobody changed is the one that every phone has.
    pub fn of(db: &Db<'_>, organisation: &str) -> store::Result<Lists> {
        let all = db.inspection_terms(organisation)?;
        let (reasons, grounds): (Vec<_>, Vec<_>) = all
            .into_iter()
            .partition(|term| term.list == List::Reason.id());
        let own = [!reasons.is_empty(), !grounds.is_empty()];
        let or_default = |terms: Vec<InspectionTerm>, list: List| match terms.is_empty() {
            true => list.defaults(),
            false => terms,
        };
        Ok(Lists {
            reasons: or_default(reasons, List::Reason),
            grounds: or_default(grounds, List::Ground),
            own,
        })
    }

    /// Whether the organisation has changed a list.
    #[must_use]
    pub fn is_own(&self, list: List) -> bool {
        match list {
            List::Reason => self.own[0],
            List::Ground => self.own[1],
        }
    }

    /// Every term of a list, those that were taken out too.
    #[must_use]
    pub fn all(&self, list: List) -> &[InspectionTerm] {
        match list {
            List::Reason => &self.reasons,
            List::Ground => &self.grounds,
        }
    }

    /// What is offered.
    pub fn offered(&self, list: List) -> impl Iterator<Item = &InspectionTerm> {
        let terms = self.all(list).iter();
        terms.filter(|term| term.removed_at.is_none())
    }

    /// What people call a term; `None` for one that stands on no list, and never did.
    ///
    /// Phones that have not heard of an organisation's own list yet offer the one that every phone has.
    #[must_use]
    pub fn say(&self, list: List, id: &str, words: Words) -> Option<String> {
        let known = self.all(list).iter().find(|term| term.id == id);
        if let Some(term) = known {
            return Some(called(&term.words, words.locale.tag()).to_owned());
        }
        let defaults = list.defaults();
        let known = defaults.iter().find(|term| term.id == id)?;
        Some(called(&known.words, words.locale.tag()).to_owned())
    }
}

/// Puts the list that every phone has down as the organisation's own, where it has none yet: what is
/// changed thereafter is changed of it.
pub fn settle(tx: &Tx<'_>, organisation: &str, list: List) -> store::Result<()> {
    if !Lists::of(tx, organisation)?.is_own(list) {
        for term in list.defaults() {
            tx.put_inspection_term(organisation, &term)?;
        }
    }
    Ok(())
}

/// The text in a language, or in English, or in whichever there is.
#[must_use]
pub fn called<'t>(words: &'t BTreeMap<String, String>, language: &str) -> &'t str {
    let found = words.get(language).or_else(|| words.get("en"));
    found
        .or_else(|| words.values().next())
        .map_or("", String::as_str)
}
