//! What does not add up.

use std::{
    borrow::Borrow,
    collections::{BTreeMap, BTreeSet},
};

use gs1::Date;

use super::{
    Content, Dimension, Ingredient, Lot, Recipe, lots,
    makings::{Making, Portion, makings},
    recipe::product_of,
};
use crate::{Account, Epc, Instant};

/// What kind of trouble it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// More was made than the ingredient allows.
    TooMuchMade,
    /// More of the ingredient was used than can have got lost.
    TooMuchLost,
    /// The ingredient is in the recipe, and none was used.
    InputMissing,
    /// Something was used that is not in the recipe.
    NotInRecipe,
    /// More was taken of a lot than there ever was.
    Overdrawn,
    /// A numbered thing was used up twice.
    UsedTwice,
    /// Nobody tells where a lot came from.
    Unproven,
    /// The lot's certificate had run out when it was used, or was not valid yet.
    CertificateExpired,
    /// The recipe asks for a certificate that the lot doesn't have.
    CertificateMissing,
    /// The lot was past its date when it was used.
    InputExpired,
}

impl FindingKind {
    /// All of them.
    pub const ALL: [FindingKind; 10] = [
        FindingKind::TooMuchMade,
        FindingKind::TooMuchLost,
        FindingKind::InputMissing,
        FindingKind::NotInRecipe,
        FindingKind::Overdrawn,
        FindingKind::UsedTwice,
        FindingKind::Unproven,
        FindingKind::CertificateExpired,
        FindingKind::CertificateMissing,
        FindingKind::InputExpired,
    ];

    /// A stable name in kebab case; locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FindingKind::TooMuchMade => "too-much-made",
            FindingKind::TooMuchLost => "too-much-lost",
            FindingKind::InputMissing => "input-missing",
            FindingKind::NotInRecipe => "not-in-recipe",
            FindingKind::Overdrawn => "overdrawn",
            FindingKind::UsedTwice => "used-twice",
            FindingKind::Unproven => "unproven",
            FindingKind::CertificateExpired => "certificate-expired",
            FindingKind::CertificateMissing => "certificate-missing",
            FindingKind::InputExpired => "input-expired",
        }
    }
}

/// The figures of a finding.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// How much there is, was made or taken.
    pub found: Option<f64>,
    /// How much there could have been at the most, or must be at the least.
    pub expected: Option<f64>,
    /// In what both are measured.
    pub dimension: Option<Dimension>,
    /// The kind of certificate.
    pub certificate: Option<String>,
    /// The day until which a certificate or a lot was good.
    pub until: Option<Date>,
}

/// Something that does not add up.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// What was made, and is put in doubt by it.
    pub about: Epc,
    /// The lot or product that went in; `None` where it is about no single one.
    pub input: Option<Epc>,
    /// The account of the transformation.
    pub account: usize,
    /// When that was.
    pub at: Instant,
    /// How much.
    pub figures: Figures,
}

/// A certificate, as far as it bears on a use.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificate {
    /// What it certifies, such as `organic`.
    pub kind: String,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Certificate {
    fn is_valid_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What is on record beside events.
pub trait Rules {
    /// The recipe of a product (`01/GTIN`).
    fn recipe(&self, product: &Epc) -> Option<&Recipe>;
    /// The certificates that cover a thing, by itself, its product, or the places that it was at.
    fn certificates(&self, epc: &Epc) -> Vec<Certificate>;
    /// The last day of a lot.
    fn expiry(&self, epc: &Epc) -> Option<Date>;
}

/// How far what was taken of a lot may be off by measuring where no recipe says so, as a share of 1.
const TOLERANCE: f64 = 0.02;

/// Everything that does not add up in the transformations among accounts, by time.
///
/// Only what is on record is judged: a product without a recipe is weighed by its lots alone.
#[must_use]
pub fn weigh(accounts: &[impl Borrow<Account>], rules: &impl Rules) -> Vec<Finding> {
    let makings = makings(accounts);
    let contents = contents(&makings, rules);
    let books = lots(accounts, |epc| {
        let content = product_of(epc).and_then(|product| contents.get(&product));
        content.copied().unwrap_or_default()
    });
    let told = first_told(accounts, &makings);
    let mut findings = Vec::new();
    for making in &makings {
        by_recipe(making, rules, &mut findings);
        by_papers(making, &told, &books, rules, &mut findings);
    }
    by_books(&makings, &books, rules, &mut findings);
    by_numbers(&makings, &mut findings);
    findings.sort_by_key(|finding| (finding.at, finding.kind, finding.account));
    findings
}

/// How the quantities of products convert: as their own recipes say, or those that take them.
fn contents(makings: &[Making], rules: &impl Rules) -> BTreeMap<Epc, Content> {
    let mut contents = BTreeMap::new();
    let portions = makings
        .iter()
        .flat_map(|making| making.outputs.iter().chain(&making.inputs));
    let mut products: Vec<Epc> = portions
        .filter_map(|portion| product_of(&portion.epc))
        .collect();
    products.sort();
    products.dedup();
    for product in products {
        let Some(recipe) = rules.recipe(&product) else {
            continue;
        };
        for ingredient in &recipe.inputs {
            let taken = ingredient.product.clone();
            contents.entry(taken).or_insert(ingredient.content);
        }
        contents.insert(product, recipe.content);
    }
    contents
}

/// When each numbered thing that was used up is told of first, otherwise than by being used.
fn first_told<'a>(
    accounts: &'a [impl Borrow<Account>],
    makings: &[Making],
) -> BTreeMap<&'a Epc, Instant> {
    let inputs = makings.iter().flat_map(|making| &making.inputs);
    let singles: BTreeSet<&Epc> = inputs
        .filter(|input| input.is_single)
        .map(|input| &input.epc)
        .collect();
    let mut told = BTreeMap::new();
    if singles.is_empty() {
        return told;
    }
    let accounts = accounts.iter().map(Borrow::borrow);
    for account in accounts.filter(|account: &&Account| account.counts()) {
        for epc in account.objects().chain(account.outputs()) {
            if singles.contains(epc) {
                told.entry(epc).or_insert(account.event.time);
            }
        }
    }
    told
}

impl Making {
    /// The lot that the transformation is mostly told by.
    fn about(&self) -> Option<&Epc> {
        let class = self.outputs.iter().find(|output| !output.is_single);
        class.or(self.outputs.first()).map(|output| &output.epc)
    }

    fn finding(&self, kind: FindingKind, about: &Epc, input: Option<&Epc>) -> Finding {
        Finding {
            kind,
            about: about.clone(),
            input: input.cloned(),
            account: self.account,
            at: self.time,
            figures: Figures::default(),
        }
    }
}

/// What of a transformation's outputs has a recipe, and how often that was made.
struct Made<'r> {
    recipe: &'r Recipe,
    about: &'r Epc,
    times: f64,
}

fn by_recipe(making: &Making, rules: &impl Rules, findings: &mut Vec<Finding>) {
    let mut made: Vec<Made<'_>> = Vec::new();
    for output in &making.outputs {
        let Some(recipe) = product_of(&output.epc).and_then(|product| rules.recipe(&product))
        else {
            continue;
        };
        let times = output.amount.and_then(|amount| recipe.times(amount));
        // What was made of nobody knows how much can't be weighed.
        let Some(times) = times else {
            return;
        };
        match made.iter_mut().find(|known| known.recipe == recipe) {
            Some(known) => known.times += times,
            None => made.push(Made {
                recipe,
                about: &output.epc,
                times,
            }),
        }
    }
    let Some(main) = made.first() else {
        return;
    };
    let mut weighed: Vec<&Epc> = Vec::new();
    for ingredient in made.iter().flat_map(|made| &made.recipe.inputs) {
        if !weighed.contains(&&ingredient.product) {
            weighed.push(&ingredient.product);
            findings.extend(by_ingredient(making, ingredient, &made));
        }
    }
    for input in &making.inputs {
        let product = product_of(&input.epc);
        let is_known = product.is_none_or(|product| weighed.contains(&&product));
        if !is_known {
            let kind = FindingKind::NotInRecipe;
            findings.push(making.finding(kind, main.about, Some(&input.epc)));
        }
    }
}

/// Whether the ingredient is as much as what was made needs, with what may get lost of it.
fn by_ingredient(making: &Making, ingredient: &Ingredient, made: &[Made<'_>]) -> Option<Finding> {
    let own: Vec<&Portion> = making
        .inputs
        .iter()
        .filter(|input| product_of(&input.epc).as_ref() == Some(&ingredient.product))
        .collect();
    let with = || {
        made.iter().filter_map(|made| {
            let own = made.recipe.inputs.iter();
            let mut own = own.filter(|known| known.product == ingredient.product);
            Some((made, own.next()?))
        })
    };
    let about = with().next()?.0.about;
    if own.is_empty() {
        let kind = FindingKind::InputMissing;
        return Some(making.finding(kind, about, Some(&ingredient.product)));
    }
    let mut used = 0.0;
    for portion in &own {
        used += ingredient.measured(portion.amount?)?;
    }
    let needed: f64 = with()
        .map(|(made, ingredient)| made.times * ingredient.amount.value)
        .sum();
    let least_lost = with().map(|(made, _)| made.recipe.loss.0);
    let least_lost = least_lost.fold(f64::INFINITY, f64::min);
    let most_lost = with()
        .map(|(made, _)| made.recipe.loss.1)
        .fold(0.0, f64::max);
    let tolerance = with()
        .map(|(made, _)| made.recipe.tolerance)
        .fold(0.0, f64::max);
    // As so much of the ingredient: what must have gone in at the least, and may at the most.
    let least = needed / (1.0 - least_lost) * (1.0 - tolerance);
    let most = needed / (1.0 - most_lost) * (1.0 + tolerance);
    let (kind, expected) = if used < least {
        (FindingKind::TooMuchMade, least)
    } else if used > most {
        (FindingKind::TooMuchLost, most)
    } else {
        return None;
    };
    let input = match &own[..] {
        [one] => &one.epc,
        _ => &ingredient.product,
    };
    Some(Finding {
        figures: Figures {
            found: Some(used),
            expected: Some(expected),
            dimension: Some(ingredient.amount.dimension),
            ..Figures::default()
        },
        ..making.finding(kind, about, Some(input))
    })
}

/// Where the lots of a transformation came from, and with which papers.
fn by_papers(
    making: &Making,
    told: &BTreeMap<&Epc, Instant>,
    books: &[Lot],
    rules: &impl Rules,
    findings: &mut Vec<Finding>,
) {
    let Some(about) = making.about() else {
        return;
    };
    let day = making.time.date();
    let recipe = product_of(about).and_then(|product| rules.recipe(&product));
    for input in &making.inputs {
        let finding = |kind| making.finding(kind, about, Some(&input.epc));
        let is_proven = match input.is_single {
            true => told.get(&input.epc).is_some_and(|at| *at <= making.time),
            false => books
                .binary_search_by(|lot| lot.epc.cmp(&input.epc))
                .is_ok_and(|at| books[at].is_born),
        };
        if !is_proven && recipe.is_some() {
            findings.push(finding(FindingKind::Unproven));
        }
        if let Some(until) = rules.expiry(&input.epc).filter(|until| *until < day) {
            findings.push(Finding {
                figures: Figures {
                    until: Some(until),
                    ..Figures::default()
                },
                ..finding(FindingKind::InputExpired)
            });
        }
        let product = product_of(&input.epc);
        let needed = recipe
            .into_iter()
            .flat_map(|recipe| &recipe.inputs)
            .find(|ingredient| Some(&ingredient.product) == product.as_ref())
            .and_then(|ingredient| ingredient.certificate.as_deref());
        findings.extend(by_certificates(
            needed,
            &rules.certificates(&input.epc),
            day,
            finding,
        ));
    }
}

/// The kinds of certificates that a lot has or must have, and that none of is valid on that day.
fn by_certificates(
    needed: Option<&str>,
    has: &[Certificate],
    day: Date,
    finding: impl Fn(FindingKind) -> Finding,
) -> Vec<Finding> {
    let mut kinds: Vec<&str> = has
        .iter()
        .map(|certificate| &certificate.kind[..])
        .collect();
    kinds.extend(needed);
    kinds.sort_unstable();
    kinds.dedup();
    let troubles = kinds.into_iter().filter_map(|kind| {
        let own: Vec<&Certificate> = has.iter().filter(|own| own.kind == kind).collect();
        if own.iter().any(|certificate| certificate.is_valid_on(day)) {
            return None;
        }
        let trouble = match own.is_empty() {
            true => FindingKind::CertificateMissing,
            false => FindingKind::CertificateExpired,
        };
        Some(Finding {
            figures: Figures {
                certificate: Some(kind.to_owned()),
                until: own.iter().filter_map(|certificate| certificate.until).max(),
                ..Figures::default()
            },
            ..finding(trouble)
        })
    });
    troubles.collect()
}

/// Lots from which more was taken than there was: whatever was made from then on is in doubt.
fn by_books(makings: &[Making], books: &[Lot], rules: &impl Rules, findings: &mut Vec<Finding>) {
    let by_account: BTreeMap<usize, &Making> = makings
        .iter()
        .map(|making| (making.account, making))
        .collect();
    for lot in books {
        let Some(had) = lot.had else {
            continue;
        };
        let mut taken = 0.0;
        for (account, _, amount) in &lot.takings {
            taken += amount;
            let making = by_account.get(account);
            let Some((making, about)) = making.and_then(|making| Some((making, making.about()?)))
            else {
                continue;
            };
            let recipe = product_of(about).and_then(|product| rules.recipe(&product));
            let tolerance = recipe.map_or(TOLERANCE, |recipe| recipe.tolerance);
            if taken <= had * (1.0 + tolerance) {
                continue;
            }
            findings.push(Finding {
                figures: Figures {
                    found: Some(taken),
                    expected: Some(had),
                    dimension: Some(lot.dimension),
                    ..Figures::default()
                },
                ..making.finding(FindingKind::Overdrawn, about, Some(&lot.epc))
            });
        }
    }
}

/// Numbered things that were used up before.
fn by_numbers(makings: &[Making], findings: &mut Vec<Finding>) {
    let mut used: BTreeSet<&Epc> = BTreeSet::new();
    for making in makings {
        for input in making.inputs.iter().filter(|input| input.is_single) {
            let is_again = !used.insert(&input.epc);
            if let Some(about) = making.about().filter(|_| is_again) {
                findings.push(making.finding(FindingKind::UsedTwice, about, Some(&input.epc)));
            }
        }
    }
}
