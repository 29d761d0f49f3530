//! What a request is about, and every level above it: a pack, its batch, its product, its brand.

use gs1::{CANONICAL_STEM, Gtin, Identity, Key};
use wire::import::{Link, Serials, Text};

use crate::{
    code::Code,
    issue_key::IssueKeyFile,
    store::{self, Db, Product, Serial, UnitQuestion},
};

/// What a link hangs on, as the store has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item(String);

impl Item {
    /// From the store.
    #[must_use]
    pub fn stored(text: String) -> Item {
        Item(text)
    }

    /// Everything of a brand's.
    #[must_use]
    pub fn of_brand(id: &str) -> Item {
        Item(format!("brand/{id}"))
    }

    /// What the path of a Digital Link names.
    #[must_use]
    pub fn at(path: &str) -> Item {
        Item(path.trim_start_matches('/').to_owned())
    }

    /// The packs of a product whose serials lie in ranges: no serial is empty.
    #[must_use]
    pub fn ranges(gtin: Gtin) -> Item {
        Item(format!("01/{gtin}/21/"))
    }

    /// The GTIN of the product that it is or is of; empty for anything else.
    #[must_use]
    pub fn product(&self) -> &str {
        let rest = self.0.strip_prefix("01/").unwrap_or_default();
        rest.split('/').next().unwrap_or_default()
    }

    /// Whether it stands for ranges of packs.
    #[must_use]
    pub fn is_of_ranges(&self) -> bool {
        self.0.ends_with("/21/")
    }

    /// Whether it stands for everything of a brand's.
    #[must_use]
    pub fn is_of_brand(&self) -> bool {
        self.0.starts_with("brand/")
    }

    /// As the store has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A qualifier of a product that links hang on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Qualifier<'t> {
    Variant(&'t str),
    Batch(&'t str),
    Serial(&'t str),
}

/// The path of a product, or of what qualifies it.
pub(super) fn path_of(gtin: Gtin, qualifier: Option<Qualifier<'_>>) -> String {
    let mut identity = Identity {
        key: Key::Gtin(gtin),
        variant: None,
        batch: None,
        serial: None,
        expiry: None,
        best_before: None,
        production: None,
    };
    match qualifier {
        Some(Qualifier::Variant(text)) => identity.variant = Some(text.to_owned()),
        Some(Qualifier::Batch(text)) => identity.batch = Some(text.to_owned()),
        Some(Qualifier::Serial(text)) => identity.serial = Some(text.to_owned()),
        None => {}
    }
    identity.digital_link_path()
}

/// A step on the way up, with its links.
#[derive(Clone, Debug)]
pub struct Level {
    /// What its links hang on.
    pub item: Item,
    /// The path under which a linkset shows them.
    pub anchor: String,
    /// Its links, by what the brand calls them.
    pub links: Vec<Link>,
}

/// What of a product a code names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path<'t> {
    pub(super) gtin: Gtin,
    /// The number that the product has today.
    pub(super) current: Option<Gtin>,
    pub(super) variant: Option<&'t str>,
    /// As on record, or else as the code says.
    pub(super) batch: Option<&'t str>,
    pub(super) serial: Option<&'t str>,
}

/// Levels in the making, from the most special on.
#[derive(Debug, Default)]
pub(super) struct Levels(pub(super) Vec<Level>);

impl Levels {
    /// Those of a product.
    pub(super) fn of(path: &Path<'_>, brand: Option<&str>) -> Levels {
        let mut levels = Levels::default();
        if let Some(serial) = path.serial {
            let anchor = path_of(path.gtin, Some(Qualifier::Serial(serial)));
            levels.up(Item::at(&anchor), anchor.clone());
            levels.up(Item::ranges(path.gtin), anchor);
        }
        let qualifiers = [
            path.batch.map(Qualifier::Batch),
            path.variant.map(Qualifier::Variant),
        ];
        let own = path_of(path.gtin, None);
        for qualifier in qualifiers.into_iter().flatten() {
            let anchor = path_of(path.gtin, Some(qualifier));
            levels.up(Item::at(&anchor), anchor);
        }
        levels.up(Item::at(&own), own.clone());
        if let Some(current) = path.current {
            let anchor = path_of(current, None);
            levels.up(Item::at(&anchor), anchor);
        }
        if let Some(brand) = brand {
            levels.up(Item::of_brand(brand), own);
        }
        levels
    }

    fn up(&mut self, item: Item, anchor: String) {
        if self.0.iter().all(|level| level.item != item) {
            self.0.push(Level {
                item,
                anchor,
                links: Vec::new(),
            });
        }
    }

    pub(super) fn items(&self) -> Vec<&Item> {
        self.0.iter().map(|level| &level.item).collect()
    }

    /// Puts links where they hang; those of a range that doesn't hold the serial, nowhere.
    pub(super) fn put(&mut self, links: Vec<store::Link>, serial: Option<&str>) {
        for link in links {
            let range = link.record.serials.as_ref();
            let is_in_range =
                range.is_none_or(|range| serial.is_some_and(|serial| range.holds(serial)));
            let level = self.0.iter_mut().find(|level| level.item == link.item);
            if let Some(level) = level.filter(|_| is_in_range) {
                level.links.push(link.record);
            }
        }
    }
}

/// What a request is about.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Its path, uncompressed, in its canonical form: `/01/09506000134352/10/L7`.
    pub path: String,
    /// Whose it is, where that is known.
    pub brand: Option<String>,
    /// The product's name, where the product is known.
    pub name: Option<Text>,
    /// From the most special to the brand itself.
    pub levels: Vec<Level>,
    /// Whether the code names a serial that its product doesn't have.
    pub is_guess: bool,
}

impl Subject {
    /// Looks up what a code is about, with its links.
    pub fn look_up(
        db: &Db<'_>,
        issue_key: &IssueKeyFile,
        code: &Code,
    ) -> store::Result<Option<Subject>> {
        let Some(identity) = &code.identity else {
            return Ok(None);
        };
        let path = canonical_path(code).unwrap_or_else(|| identity.digital_link_path());
        let mut subject = match identity.gtin() {
            Some(gtin) => of_product(db, issue_key, path, *gtin, identity)?,
            None => of_key(db, path)?,
        };
        if let Some(brand) = &subject.brand {
            let mut levels = Levels(std::mem::take(&mut subject.levels));
            let links = db.links_at(brand, &levels.items())?;
            levels.put(links, identity.serial.as_deref());
            subject.levels = levels.0;
        }
        Ok(Some(subject))
    }

    /// Whether anything is known of it here.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.name.is_some() || self.links().next().is_some()
    }

    /// Every link, those of the most special level first.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.levels.iter().flat_map(|level| &level.links)
    }
}

/// The whole path: also qualifiers that are no part of an identity, such as AI 254.
fn canonical_path(code: &Code) -> Option<String> {
    let link = code.message.canonical_digital_link()?;
    let path = link.strip_prefix(CANONICAL_STEM)?.split('?').next()?;
    Some(path.to_owned())
}

fn of_product(
    db: &Db<'_>,
    issue_key: &IssueKeyFile,
    path: String,
    gtin: Gtin,
    identity: &Identity,
) -> store::Result<Subject> {
    let product = db.product(&gtin)?;
    let digits = gtin.as_str();
    let brand = match &product {
        Some(product) => Some(product.record.brand.clone()),
        None if gtin.is_restricted() => None,
        None => brand_of(db, &digits[1..])?,
    };
    let mut batch = identity.batch.clone();
    let mut is_guess = false;
    if let (Some(product), Some(serial)) = (&product, &identity.serial) {
        let on_record = batch_of_unit(db, issue_key, product, serial)?;
        let is_numbered = product.record.serials != Serials::NotNumbered;
        is_guess = is_numbered && on_record.is_none();
        batch = on_record.or(batch);
    }
    let current = match &product {
        Some(product) => db.current_product(product)?,
        None => None,
    };
    let named = current.as_ref().or(product.as_ref());
    let levels = Levels::of(
        &Path {
            gtin,
            current: current.as_ref().map(|product| product.gtin),
            variant: identity.variant.as_deref(),
            batch: batch.as_deref(),
            serial: identity.serial.as_deref(),
        },
        brand.as_deref(),
    );
    Ok(Subject {
        path,
        name: named.map(|product| product.record.name.clone()),
        brand,
        levels: levels.0,
        is_guess,
    })
}

/// The batch that a unit is of; `None` for a serial that the product doesn't have.
fn batch_of_unit(
    db: &Db<'_>,
    issue_key: &IssueKeyFile,
    product: &Product,
    serial: &str,
) -> store::Result<Option<String>> {
    let Some(packed) = Serial::new(serial) else {
        return Ok(None);
    };
    let question = UnitQuestion {
        product: product.id,
        serial: Some(packed),
        counter: issue_key.counter(db, &product.gtin, serial)?,
        ..UnitQuestion::default()
    };
    let record = db.unit_record(&question)?;
    let unit = record.unit.map(|unit| unit.batch);
    Ok(unit.or(record.range.map(|range| range.batch.clone())))
}

/// Anything else that a key of GS1's names: each qualifier is a level.
fn of_key(db: &Db<'_>, path: String) -> store::Result<Subject> {
    let mut segments = path.trim_start_matches('/').split('/');
    let (ai, value) = (segments.next(), segments.next());
    let digits = company_digits(ai.unwrap_or_default(), value.unwrap_or_default());
    let brand = brand_of(db, digits)?;
    let mut levels = Levels::default();
    let mut rest = path.as_str();
    let mut key = rest;
    while !rest.is_empty() {
        key = rest;
        levels.up(Item::at(rest), rest.to_owned());
        // A pair is two segments.
        let value = rest.rfind('/').unwrap_or(0);
        rest = &rest[..rest[..value].rfind('/').unwrap_or(0)];
    }
    levels.0.truncate(store::MAX_LEVELS - 1);
    if let Some(brand) = &brand {
        levels.up(Item::of_brand(brand), key.to_owned());
    }
    Ok(Subject {
        brand,
        name: None,
        levels: levels.0,
        is_guess: false,
        path,
    })
}

/// A key's value from its GS1 Company Prefix on: some have a digit before it.
pub(super) fn company_digits<'v>(ai: &str, value: &'v str) -> &'v str {
    let leading = usize::from(matches!(ai, "00" | "01" | "8003" | "8006"));
    value.get(leading..).unwrap_or_default()
}

fn brand_of(db: &Db<'_>, digits: &str) -> store::Result<Option<String>> {
    let prefixes = db.prefixes()?;
    let found = prefixes
        .into_iter()
        .find(|(prefix, _)| digits.starts_with(prefix));
    Ok(found.map(|(_, brand)| brand))
}
