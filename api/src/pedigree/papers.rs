//! Certificates and documents that hang on what a pedigree shows.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use trace::{Account, Epc, Pedigree};
use wire::pedigree::{Certificate, Document};

use super::{Question, View, rules::product_of};
use crate::{
    answer::picture_path,
    store::{self, Db, PaperFound},
};

/// The papers, and what each hangs on.
#[derive(Default)]
pub(super) struct Papers {
    /// Certificates, each once.
    pub(super) certificates: Vec<Certificate>,
    /// Documents, each once.
    pub(super) documents: Vec<Document>,
    /// By item: indexes of certificates and documents.
    at: BTreeMap<String, (Vec<usize>, Vec<usize>)>,
    /// Whether any hangs on an event, and whether any hangs on a place.
    of_events: bool,
    of_places: bool,
}

impl Papers {
    pub(super) fn read(
        db: &Db<'_>,
        question: &Question,
        pedigree: &Pedigree,
    ) -> store::Result<Papers> {
        let mut items: BTreeSet<String> = BTreeSet::new();
        for thing in &pedigree.things {
            items.insert(thing.epc.0.clone());
            items.insert(product_of(&thing.epc).0);
        }
        let of_events = db.has_papers_of_events(&question.brand)?;
        let places = pedigree.accounts.iter();
        let places: HashSet<&str> = places
            .filter_map(|account| account.event.location())
            .collect();
        items.extend(places.into_iter().map(place_item));
        if of_events {
            items.extend(pedigree.accounts.iter().map(|account| event_item(account)));
        }
        let items: Vec<String> = items.into_iter().collect();
        let mut papers = Papers {
            of_events,
            ..Papers::default()
        };
        for (item, found) in db.papers_at(&question.brand, &items)? {
            let Some(item) = items.get(item) else {
                continue;
            };
            papers.put(item, found, question.view);
        }
        Ok(papers)
    }

    fn put(&mut self, item: &str, found: PaperFound, view: View) {
        self.of_places |= item.starts_with(PLACE);
        match found {
            PaperFound::Certificate(record) => {
                self.certificates.push(Certificate {
                    kind: record.kind,
                    title: record.title,
                    number: record.number,
                    issuer: record.issuer,
                    from: record.from,
                    until: record.until,
                    href: record.href,
                });
                let place = self.certificates.len() - 1;
                self.at.entry(item.to_owned()).or_default().0.push(place);
            }
            PaperFound::Document(record, _) if view == View::Public && !record.public => {}
            PaperFound::Document(record, picture) => {
                let is_picture = picture.is_some();
                let here = picture.as_deref().map(picture_path);
                self.documents.push(Document {
                    kind: record.kind,
                    title: record.title,
                    href: here.or(record.href).unwrap_or_default(),
                    is_picture,
                    language: record.language,
                });
                let place = self.documents.len() - 1;
                self.at.entry(item.to_owned()).or_default().1.push(place);
            }
        }
    }

    fn at(&self, item: &str) -> (&[usize], &[usize]) {
        self.at
            .get(item)
            .map_or((&[], &[]), |(certificates, documents)| {
                (certificates, documents)
            })
    }

    /// The papers of a thing, its product's among them.
    pub(super) fn of_thing(&self, epc: &Epc) -> (Vec<usize>, Vec<usize>) {
        let product = product_of(epc);
        let mut own = (Vec::new(), Vec::new());
        for item in [&epc.0, &product.0] {
            let (certificates, documents) = self.at(item);
            own.0.extend(certificates);
            own.1.extend(documents);
            if *epc == product {
                break;
            }
        }
        own
    }

    /// The papers of a step: of its event, of where it was, and what the event itself names.
    pub(super) fn of_step(&mut self, account: &Account) -> (Vec<usize>, Vec<usize>) {
        let mut own = (Vec::new(), Vec::new());
        let event = self.of_events.then(|| event_item(account));
        let place = account.event.location().filter(|_| self.of_places);
        for item in [event, place.map(place_item)].into_iter().flatten() {
            let (certificates, documents) = self.at(&item);
            own.0.extend(certificates);
            own.1.extend(documents);
        }
        let named = account.more.iter().flat_map(|more| &more.certificates);
        for uri in named {
            let at = self.named(uri);
            if !own.0.contains(&at) {
                own.0.push(at);
            }
        }
        own
    }

    /// A certificate by where it is described; one that is not on record is only that.
    fn named(&mut self, uri: &str) -> usize {
        let known = self
            .certificates
            .iter()
            .position(|known| known.href.as_deref() == Some(uri));
        known.unwrap_or_else(|| {
            self.certificates.push(Certificate {
                kind: String::new(),
                title: uri.to_owned(),
                number: None,
                issuer: None,
                from: None,
                until: None,
                href: uri.starts_with("https://").then(|| uri.to_owned()),
            });
            self.certificates.len() - 1
        })
    }

    /// The certificates of an item, as weighing takes them.
    pub(super) fn certificates_at(&self, item: &str) -> impl Iterator<Item = trace::Certificate> {
        let (certificates, _) = self.at(item);
        certificates.iter().map(|at| {
            let own = &self.certificates[*at];
            let day = |text: &Option<String>| text.as_ref().and_then(|text| text.parse().ok());
            trace::Certificate {
                kind: own.kind.clone(),
                from: day(&own.from),
                until: day(&own.until),
            }
        })
    }
}

/// What papers of a place hang on begins with this.
const PLACE: &str = "place/";

/// What papers of a place hang on.
pub(super) fn place_item(place: &str) -> String {
    [PLACE, place].concat()
}

/// What papers of an event hang on: its hash, without what a declaration adds.
fn event_item(account: &Account) -> String {
    let hash = account.event.id.split('#').next().unwrap_or_default();
    format!("event/{hash}")
}
