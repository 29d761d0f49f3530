//! A pedigree → what is answered of it, to the depth that the reader may see.

use std::borrow::Cow;

use trace::{
    Account, Declaration, Dimension, Disposition, Instant, Named, Pedigree, Quantity, Side, Storage,
};
use wire::{
    convert::rfc3339,
    pedigree::{
        Bond, DeclaredError, Exposure, Finding, Gap, Lot, Quantity as Amount, Sample, Spell, Step,
        Thing, Told,
    },
};

use super::{
    Question, View,
    names::{Names, Parts},
    papers::Papers,
    rules::Records,
};
use crate::store::{self, Db};

/// Puts the answer together.
pub(super) fn answer<'p>(
    db: &Db<'_>,
    question: &Question,
    pedigree: &'p Pedigree,
    brand: String,
    now: Instant,
) -> store::Result<wire::pedigree::Pedigree<'p>> {
    let mut names = Names::new(db, &question.brand, &question.language);
    let mut papers = Papers::read(db, question, pedigree)?;
    let records = Records::read(&mut names, pedigree, &papers)?;
    let is_full = question.view == View::Full;
    let mut answer = wire::pedigree::Pedigree {
        made_at: rfc3339(now),
        language: question.language.clone(),
        path: path_of(&question.thing.0),
        brand,
        view: question.view.name().to_owned(),
        cut: pedigree.cut.map(|cut| cut.name().to_owned()),
        ..wire::pedigree::Pedigree::default()
    };
    let shown = Shown::of(pedigree);
    answer.steps.reserve_exact(pedigree.accounts.len());
    for account in shown.accounts(pedigree) {
        let (certificates, documents) = papers.of_step(account);
        answer.steps.push(Step {
            certificates,
            documents,
            ..step(account, &mut names, is_full)?
        });
    }
    for thing in &pedigree.things {
        let (certificates, documents) = papers.of_thing(&thing.epc);
        answer.things.push(Thing {
            certificates,
            documents,
            ..self::thing(thing, &shown, &mut names)?
        });
    }
    answer.bonds = bonds(pedigree, &shown);
    answer.gaps = gaps(pedigree, &shown, &records, now);
    answer.exposures = exposures(pedigree, &shown, records.storage(&question.thing));
    answer.findings = findings(pedigree, &shown, &records, &mut names, is_full)?;
    if is_full {
        answer.lots = lots(pedigree, &records, &mut names)?;
    }
    answer.places = names.found;
    (answer.certificates, answer.documents) = (papers.certificates, papers.documents);
    Ok(answer)
}

/// The accounts that belong to a story: what was only read for weighing is nobody's to see.
struct Shown {
    /// The place of each account among those shown.
    place: Vec<Option<usize>>,
}

impl Shown {
    fn of(pedigree: &Pedigree) -> Shown {
        let mut is_told = vec![false; pedigree.accounts.len()];
        for telling in pedigree.things.iter().flat_map(|thing| &thing.story) {
            is_told[telling.account] = true;
        }
        let mut next = 0;
        let place = is_told.into_iter().map(|is_told| {
            let place = is_told.then_some(next);
            next += usize::from(is_told);
            place
        });
        Shown {
            place: place.collect(),
        }
    }

    fn accounts<'s, 'p: 's>(
        &'s self,
        pedigree: &'p Pedigree,
    ) -> impl Iterator<Item = &'p Account> + use<'s, 'p> {
        let told = self.place.iter().zip(&pedigree.accounts);
        told.filter_map(|(place, account)| place.map(|_| &**account))
    }

    fn step(&self, account: usize) -> Option<usize> {
        self.place.get(account).copied().flatten()
    }
}

/// A path as a link has it; a URI of another kind as it is.
fn path_of(epc: &str) -> String {
    match epc.as_bytes().first() {
        Some(digit) if digit.is_ascii_digit() => ["/", epc].concat(),
        _ => epc.to_owned(),
    }
}

fn step<'p>(
    account: &'p Account,
    names: &mut Names<'_, '_>,
    is_full: bool,
) -> store::Result<Step<'p>> {
    let place = match account.event.location() {
        Some(location) => Some(names.place(location, is_full)?),
        None => None,
    };
    let words = |words: &'p [Disposition]| {
        let words = words.iter().map(|own| Cow::Borrowed(own.as_str()));
        words.collect()
    };
    let mut step = Step {
        at: rfc3339(account.event.time),
        did: Cow::Borrowed(account.step()),
        disposition: account.disposition().map(Cow::Borrowed),
        place,
        error: account.error.as_ref().map(|error| declared(error, is_full)),
        ..Step::default()
    };
    if let Some(more) = &account.more {
        step.set = words(&more.set);
        step.unset = words(&more.unset);
        if is_full {
            let pairs = |own: &[Named]| {
                let pairs = own.iter().map(|own| (own.kind.clone(), own.id.clone()));
                pairs.collect()
            };
            step.transactions = pairs(&more.transactions);
            step.sources = pairs(&more.sources);
            step.destinations = pairs(&more.destinations);
        }
    }
    if is_full {
        let event = &account.event;
        // What a declaration adds to the hash is ours, not the event's.
        let hash = event.id.split('#').next().unwrap_or_default();
        step.event = Some(Cow::Borrowed(hash));
        let lists = [
            ("in", &event.input_quantities),
            ("out", &event.output_quantities),
            ("of", &event.quantities),
        ];
        let all = lists.iter().map(|(_, list)| list.len()).sum();
        step.quantities.reserve_exact(all);
        for (role, list) in lists {
            step.quantities
                .extend(list.iter().map(|quantity| amount(role, quantity)));
        }
    }
    Ok(step)
}

fn amount<'p>(role: &'static str, quantity: &'p Quantity) -> Amount<'p> {
    Amount {
        role: Cow::Borrowed(role),
        class: path_of(&quantity.class.0),
        quantity: quantity.quantity,
        uom: quantity.uom.as_deref().map(Cow::Borrowed),
    }
}

fn declared(error: &Declaration, is_full: bool) -> DeclaredError {
    DeclaredError {
        at: rfc3339(error.at),
        reason: error.reason.clone(),
        corrected_by: match is_full {
            true => error.corrected_by.clone(),
            false => Vec::new(),
        },
    }
}

fn thing(thing: &trace::Thing, shown: &Shown, names: &mut Names<'_, '_>) -> store::Result<Thing> {
    let parts = Parts::of(&thing.epc);
    let (name, picture) = match &parts {
        Some(parts) => names.name(&parts.gtin)?,
        None => (None, None),
    };
    let parts = parts.unwrap_or_default();
    let told = thing.story.iter().filter_map(|telling| {
        Some(Told {
            step: shown.step(telling.account)?,
            by: telling.by,
        })
    });
    Ok(Thing {
        path: path_of(&thing.epc.0),
        side: thing.side.name().to_owned(),
        level: thing.level,
        name,
        picture,
        batch: parts.batch,
        serial: parts.serial,
        story: told.collect(),
        ..Thing::default()
    })
}

fn bonds(pedigree: &Pedigree, shown: &Shown) -> Vec<Bond> {
    let bonds = pedigree.bonds.iter().map(|bond| Bond {
        from: bond.from,
        to: bond.to,
        kind: bond.kind.name().to_owned(),
        step: bond.account.and_then(|account| shown.step(account)),
        until: bond.until.map(rfc3339),
    });
    bonds.collect()
}

fn gaps(pedigree: &Pedigree, shown: &Shown, records: &Records, now: Instant) -> Vec<Gap> {
    let found = trace::gaps(pedigree, now, |epc| records.needs_inputs(epc));
    let step = |account: Option<usize>| account.and_then(|account| shown.step(account));
    let gaps = found.into_iter().map(|gap| Gap {
        thing: gap.thing,
        kind: gap.kind.name().to_owned(),
        after: step(gap.after),
        before: step(gap.before),
        days: gap.days,
    });
    gaps.collect()
}

fn exposures(pedigree: &Pedigree, shown: &Shown, storage: &[Storage]) -> Vec<Exposure> {
    let way = pedigree.way();
    let curves = trace::exposures(pedigree, &way, storage);
    let curves = curves.into_iter().map(|curve| Exposure {
        is_broken: curve.is_broken(),
        measure: curve.storage.measure,
        uom: curve.storage.uom,
        min: curve.storage.min,
        max: curve.storage.max,
        minutes: curve.storage.minutes,
        samples: curve
            .samples
            .iter()
            .filter_map(|sample| {
                Some(Sample {
                    from: rfc3339(sample.from),
                    until: rfc3339(sample.until),
                    min: sample.min,
                    max: sample.max,
                    step: shown.step(sample.account)?,
                })
            })
            .collect(),
        spells: curve
            .spells
            .iter()
            .map(|spell| Spell {
                from: rfc3339(spell.from),
                until: rfc3339(spell.until),
                minutes: (spell.until.0 - spell.from.0) / 60_000,
                worst: spell.worst,
                is_broken: spell.is_broken,
            })
            .collect(),
    });
    curves.collect()
}

/// The code of the unit that a dimension is summed up in.
fn uom(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Mass => "KGM",
        Dimension::Volume => "LTR",
        Dimension::Length => "MTR",
        Dimension::Area => "MTK",
        Dimension::Count => "H87",
    }
}

/// What does not add up in what this thing was made of, or was made of it: other things that were
/// made of the same lots are not its own affair.
fn findings(
    pedigree: &Pedigree,
    shown: &Shown,
    records: &Records,
    names: &mut Names<'_, '_>,
    is_full: bool,
) -> store::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for finding in trace::weigh(&pedigree.accounts, records) {
        let thing = pedigree.thing(&finding.about);
        let is_its = thing.is_some_and(|thing| pedigree.things[thing].side != Side::Container);
        let step = shown.step(finding.account);
        if !is_its || step.is_none() {
            continue;
        }
        let figures = finding.figures;
        let input = match &finding.input {
            Some(input) => Some(names.called(input)?),
            None => None,
        };
        findings.push(Finding {
            kind: finding.kind.name().to_owned(),
            about: names.called(&finding.about)?,
            about_path: path_of(&finding.about.0),
            input,
            at: rfc3339(finding.at),
            step,
            certificate: figures.certificate,
            until: figures.until.map(|date| date.to_string()),
            found: figures.found.filter(|_| is_full),
            expected: figures.expected.filter(|_| is_full),
            uom: figures
                .dimension
                .filter(|_| is_full)
                .map(|dimension| uom(dimension).to_owned()),
        });
    }
    Ok(findings)
}

fn lots(
    pedigree: &Pedigree,
    records: &Records,
    names: &mut Names<'_, '_>,
) -> store::Result<Vec<Lot>> {
    let mut lots = Vec::new();
    for lot in trace::lots(&pedigree.accounts, |epc| records.content(epc)) {
        if pedigree.thing(&lot.epc).is_none() {
            continue;
        }
        lots.push(Lot {
            path: path_of(&lot.epc.0),
            name: names.called(&lot.epc)?,
            had: lot.had,
            taken: lot.taken,
            uom: uom(lot.dimension).to_owned(),
        });
    }
    Ok(lots)
}
