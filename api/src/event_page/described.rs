//! What master data says for a query: attributes and places → the identifiers that are meant.

use std::collections::{HashSet, VecDeque};

use crate::{
    epcis::{
        CHILD, Exception, ExceptionKind,
        query::{Query, Wanted},
    },
    store::{self, Db, MasterDatum},
};

/// Attributes that are looked at for one parameter, at the most.
const MAX_LOOKED_AT: usize = 20_000;
/// Identifiers that a page is found by, at the most: each is a place in an index.
pub(super) const MAX_NAMED: usize = 500;

/// A query of a brand, or of a partner with the prefix of its captures, with what master data says put
/// in; a parameter that means more than so many identifiers is refused.
///
/// Who tells for a brand is shown what it told itself, so nothing of what others said counts for it.
pub fn described(
    db: &Db<'_>,
    (brand, told_by): (&str, &str),
    query: &Query,
    most: usize,
) -> store::Result<Result<Query, Exception>> {
    let mut is_too_much = false;
    let resolved = query.resolved(|wanted| {
        let ids = Reader { db, brand, told_by }.named(wanted)?;
        is_too_much |= ids.len() > most;
        Ok(ids)
    })?;
    if is_too_much {
        let detail = format!(
            "By master data, a parameter means more than {most} places, products or words. Ask for \
             fewer."
        );
        return Ok(Err(ExceptionKind::QueryTooComplex.because(detail)));
    }
    Ok(Ok(resolved))
}

struct Reader<'d, 'c> {
    db: &'d Db<'c>,
    brand: &'d str,
    told_by: &'d str,
}

impl Reader<'_, '_> {
    /// The identifiers that are meant, each once.
    fn named(&self, wanted: &Wanted) -> store::Result<Vec<String>> {
        let mut ids = Vec::new();
        match wanted {
            Wanted::Has(attributes) => {
                for attribute in attributes {
                    ids.extend(self.with(attribute)?.into_iter().map(|datum| datum.what));
                }
            }
            Wanted::Is(attribute, values) => {
                let found = self.with(attribute)?.into_iter();
                let is_one = found.filter(|datum| values.contains(&datum.value));
                ids.extend(is_one.map(|datum| datum.what));
            }
            Wanted::Below(roots) => ids = self.below(roots)?,
        }
        ids.sort();
        ids.dedup();
        Ok(ids)
    }

    fn with(&self, attribute: &str) -> store::Result<Vec<MasterDatum>> {
        let mut found = self.db.described_by(self.brand, attribute, MAX_LOOKED_AT)?;
        found.retain(|datum| datum.told_by.starts_with(self.told_by));
        Ok(found)
    }

    /// What is below places, level by level; a circle is walked once.
    fn below(&self, roots: &[String]) -> store::Result<Vec<String>> {
        let mut open: VecDeque<String> = roots.iter().cloned().collect();
        let mut seen: HashSet<String> = roots.iter().cloned().collect();
        let mut below = Vec::new();
        while let Some(id) = open.pop_front() {
            for datum in self.db.described(self.brand, &id)? {
                let is_child = datum.what == CHILD && datum.told_by.starts_with(self.told_by);
                if is_child && seen.insert(datum.value.clone()) {
                    below.push(datum.value.clone());
                    open.push_back(datum.value);
                }
            }
            if below.len() > MAX_LOOKED_AT {
                break;
            }
        }
        Ok(below)
    }
}
