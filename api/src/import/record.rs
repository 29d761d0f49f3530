//! One record: `wire::import::Record` → the store, or everything that is wrong with it.

use std::collections::HashMap;

use gs1::{Gln, Gtin};
use trace::{Instant, Point};
use wire::import::{Batch, Brand, Compare, Place, Product, Record, Units};

use super::{
    Problem, Source, faults,
    log::Log,
    picture,
    problems::Problems,
    recall::REMEDIES,
    sender::Sender,
    units::{Told, Waiting},
};
use crate::{
    organisation::{Kind, OPERATOR},
    store::{self, Change, Serial, Tx, UnitState},
    thresholds,
};

/// Puts the records of a source in.
pub(super) struct Importer<'i, 'c> {
    pub(super) tx: &'i Tx<'c>,
    pub(super) source: &'i Source,
    /// Who sends it; `None` for whoever runs the server.
    pub(super) sender: Option<&'i Sender>,
    pub(super) now: Instant,
    pub(super) waiting: Waiting,
    /// Products that were asked for, by GTIN: their numbers in the database.
    products: HashMap<Gtin, i64>,
    /// Batches that were asked for, by product and number: their numbers in the database.
    batches: HashMap<i64, HashMap<String, i64>>,
    /// What the source has told so far.
    pub(super) kept: Kept,
}

/// What a source has told so far that its later records build on, whatever transaction they are in.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    /// Pictures among the records, by name: digests.
    pub(super) named: HashMap<String, String>,
    /// Whose the events of the document are, once somebody asked; `None` inside for nobody's.
    pub(super) events_of: Option<Option<String>>,
}

impl<'i, 'c> Importer<'i, 'c> {
    pub(super) fn new(
        tx: &'i Tx<'c>,
        source: &'i Source,
        sender: Option<&'i Sender>,
        kept: Kept,
        now: Instant,
    ) -> Importer<'i, 'c> {
        Importer {
            tx,
            source,
            sender,
            now,
            waiting: Waiting::default(),
            products: HashMap::new(),
            batches: HashMap::new(),
            kept,
        }
    }

    /// Says that something is wrong in a line.
    pub(super) fn problem(&self, line: usize, problem: Problem, log: &mut Log<'_>) {
        log.problem(&self.source.name, Some(line), problem);
    }

    /// Puts one record in; what is wrong with it goes into the report, and none of it is kept.
    pub(super) fn put(
        &mut self,
        record: Record,
        line: usize,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        let mut problems = Problems::default();
        self.check_sender(&record, &mut problems)?;
        if !problems.0.is_empty() {
            for problem in problems.0 {
                self.problem(line, problem, log);
            }
            return Ok(());
        }
        if let Record::Units(units) = &record {
            self.units(units, line, &mut problems, log)?;
        } else {
            // What waits may be what this record asks for.
            self.flush(log)?;
        }
        let change = match &record {
            Record::Brand(brand) => self.brand(brand, &mut problems)?,
            Record::Product(product) => self.product(product, &mut problems)?,
            Record::Batch(batch) => self.batch(batch, &mut problems)?,
            Record::Units(_) => None,
            Record::Place(place) => self.place(place, &mut problems)?,
            Record::Recall(recall) => self.recall(recall, &mut problems)?,
            Record::SigningKey(key) => self.signing_key(key, &mut problems)?,
            Record::Link(link) => self.link(link, &mut problems)?,
            Record::Recipe(recipe) => self.recipe(recipe, &mut problems)?,
            Record::Storage(storage) => self.storage(storage, &mut problems)?,
            Record::Certificate(paper) => self.certificate(paper, &mut problems)?,
            Record::Document(paper) => self.document(paper, &mut problems)?,
            Record::State(state) => self.state(state, &mut problems)?,
            Record::Picture(picture) => self.named_picture(picture, &mut problems)?,
            Record::Issued(issued) => self.issued(issued, &mut problems)?,
            Record::NumberPool(pool) => self.number_pool(pool, &mut problems)?,
            Record::UnitReports(reports) => {
                self.unit_reports(reports, &mut problems, log)?;
                None
            }
            Record::PoolReport(report) => self.pool_report(report, &mut problems)?,
            Record::Reveal(reveal) => self.reveal(reveal, &mut problems)?,
            Record::Checks(checks) => self.checks(checks, &mut problems)?,
            Record::Signal(seen) => self.signal_seen(seen, &mut problems)?,
            Record::LotSeen(seen) => self.lot_seen(seen, &mut problems)?,
            Record::NeverIssued(never) => self.never_issued(never, &mut problems)?,
            Record::RewardRules(rules) => self.reward_rules(rules, &mut problems)?,
            Record::VoucherKind(kind) => self.voucher_kind(kind, &mut problems)?,
            Record::Reward(reward) => self.reward(reward, &mut problems)?,
            Record::PointsMoved(moved) => self.points_moved(moved, &mut problems)?,
            Record::Voucher(voucher) => self.voucher(voucher, &mut problems)?,
            Record::Registration(registration) => self.registration(registration, &mut problems)?,
            Record::Claim(claim) => self.claim(claim, &mut problems)?,
            Record::SealPublicKey(key) => self.seal_public_key(key, &mut problems)?,
            Record::InspectionTerm(term) => self.inspection_term(term, &mut problems)?,
            Record::InspectorDevice(device) => self.inspector_device(device, &mut problems)?,
            Record::InspectionLines(lines) => self.inspection_lines(lines, &mut problems)?,
            Record::InspectionFollowUp(word) => self.inspection_follow_up(word, &mut problems)?,
            Record::InspectionPhotoPart(part) => self.inspection_photo_part(part, &mut problems)?,
            Record::MasterData(told) => self.master_data(told, &mut problems)?,
            Record::Event(event) => {
                self.event_record(event, line, &mut problems, log)?;
                None
            }
        };
        if let Some(change) = change {
            log.count(change);
        }
        if let (Record::Recall(recall), true) = (&record, problems.0.is_empty()) {
            for lack in self.missing(recall)? {
                log.note(&self.source.name, Some(line), lack);
            }
        }
        for problem in problems.0 {
            self.problem(line, problem, log);
        }
        Ok(())
    }

    fn brand(&self, brand: &Brand, problems: &mut Problems) -> store::Result<Option<Change>> {
        let is_id = !brand.id.is_empty()
            && brand
                .id
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let is_taken = brand.id == OPERATOR
            || self
                .tx
                .organisation(&brand.id)?
                .is_some_and(|known| known.kind != Kind::Brand);
        if is_taken {
            problems.add(
                "id",
                format!("`{}` is the name of another organisation here", brand.id),
                "choose another one",
            );
        }
        if !is_id {
            problems.add(
                "id",
                format!("`{}` is no identifier", brand.id),
                "use lower-case letters, digits and hyphens",
            );
        }
        if brand.name.trim().is_empty() {
            problems.add("name", "is empty", "write the brand's name");
        }
        if let Some(gln) = &brand.gln
            && gln.parse::<Gln>().is_err()
        {
            problems.add(
                "gln",
                format!("`{gln}` is no GLN"),
                "write its 13 digits, the last of them a right check digit",
            );
        }
        for prefix in &brand.prefixes {
            let is_prefix = (4..=12).contains(&prefix.len())
                && prefix.bytes().all(|byte| byte.is_ascii_digit());
            if !is_prefix {
                problems.add(
                    "prefixes",
                    format!("`{prefix}` is no GS1 Company Prefix"),
                    "write its 4 to 12 digits",
                );
            }
            if gs1::is_restricted_prefix(prefix) {
                problems.add(
                    "prefixes",
                    format!("`{prefix}` is of the in-house numbers, which are nobody's"),
                    "leave it out: products may have such numbers without it",
                );
            }
            for (known, owner) in self.tx.prefixes()? {
                let overlaps = known.starts_with(prefix) || prefix.starts_with(&known);
                if overlaps && owner != brand.id {
                    problems.add(
                        "prefixes",
                        format!("`{prefix}` belongs to the brand `{owner}`"),
                        "a prefix has one owner: check the licence",
                    );
                }
            }
        }
        for domain in &brand.domains {
            if !faults::is_domain(domain) {
                problems.add(
                    "domains",
                    format!("`{domain}` is no domain"),
                    "write it in lower case without scheme and path, as northbeam.example; one with \
                     other letters than a to z as xn--…",
                );
            }
        }
        for origin in &brand.origins {
            if !faults::is_origin(origin) {
                problems.add(
                    "origins",
                    format!("`{origin}` is no origin of a page"),
                    "write it as a browser sends it, in lower case and without a path, as \
                     https://shop.northbeam.example",
                );
            }
        }
        for fault in brand.thresholds.iter().flat_map(thresholds::faults) {
            problems.add(fault.field, fault.what, &fault.advice);
        }
        if !problems.0.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.tx.put_brand(brand)?))
    }

    fn product(
        &mut self,
        product: &Product,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let gtin = problems.gtin(&product.gtin);
        problems.name("name", &product.name);
        problems.date("serials_since", product.serials_since.as_ref());
        for part in &product.parts {
            faults::part(part, problems);
        }
        faults::safety(product, problems);
        product
            .returns
            .iter()
            .for_each(|one| faults::returns(one, problems));
        for rule in &product.suggests {
            faults::suggests(rule, problems);
        }
        for part in product.compare.iter().filter_map(Compare::part) {
            faults::look(part, problems);
        }
        match (self.tx.brand(&product.brand)?, gtin) {
            (None, _) => problems.add(
                "brand",
                format!("`{}` is not known here", product.brand),
                "put the brand's record before its products",
            ),
            (Some(brand), Some(gtin)) => {
                let digits = &gtin.as_str()[1..];
                let is_its_own = brand
                    .prefixes
                    .iter()
                    .any(|prefix| digits.starts_with(prefix));
                if gtin.is_restricted() {
                    self.check_in_house(&gtin, product, problems)?;
                } else if !is_its_own {
                    problems.add(
                        "gtin",
                        format!("`{gtin}` begins with none of the brand's prefixes"),
                        "add the GS1 Company Prefix to the brand's record, or take an in-house \
                         number, which begins with 02, 04 or 20 to 29",
                    );
                }
            }
            (Some(_), None) => {}
        }
        let replaced = match gtin {
            Some(gtin) => self.replaced(&gtin, product, problems)?,
            None => Vec::new(),
        };
        let picture = self.picture(product.picture.as_deref(), problems)?;
        let printed = product.printed.as_ref();
        if let Some(printed) = printed {
            faults::printed(printed, problems);
        }
        let printed = printed.and_then(|printed| printed.picture.as_deref());
        let printed = self.picture(printed, problems)?;
        let Some(gtin) = gtin.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        let change = self
            .tx
            .put_product(&gtin, product, picture.as_deref(), printed.as_deref())?;
        if change != Change::Unchanged
            && let Some(id) = self.known_product(&product.gtin, problems)?
        {
            self.tx.put_replaced(id, &replaced)?;
        }
        Ok(Some(change))
    }

    fn batch(&mut self, batch: &Batch, problems: &mut Problems) -> store::Result<Option<Change>> {
        let product = self.known_product(&batch.gtin, problems)?;
        problems.cset82("batch", &batch.batch);
        let produced = problems.date("produced", batch.produced.as_ref());
        for (field, text) in [
            ("expiry", batch.expiry.as_ref()),
            ("best_before", batch.best_before.as_ref()),
        ] {
            let end = problems.date(field, text);
            if produced
                .zip(end)
                .is_some_and(|(produced, end)| end < produced)
            {
                problems.add(
                    field,
                    "lies before the day of production",
                    "check both dates",
                );
            }
        }
        for market in &batch.markets {
            problems.country("markets", market);
        }
        let Some(product) = product.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        Ok(Some(self.tx.put_batch(product, batch)?))
    }

    fn units(
        &mut self,
        units: &Units,
        line: usize,
        problems: &mut Problems,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        let serials: Vec<Serial> = units
            .serials
            .iter()
            .filter_map(|serial| problems.cset82("serials", serial))
            .collect();
        if !problems.0.is_empty() {
            return Ok(());
        }
        let told = Told {
            gtin: &units.gtin,
            batch: &units.batch,
            issued_on: units.issued_on.as_deref(),
            state: units.state.map(|stage| UnitState {
                stage: stage.into(),
                is_corrected: units.correction,
            }),
        };
        for serial in serials {
            self.unit(&told, serial, line, log)?;
        }
        Ok(())
    }

    fn place(&self, place: &Place, problems: &mut Problems) -> store::Result<Option<Change>> {
        let looks_like_gln =
            place.id.len() == 13 && place.id.bytes().all(|byte| byte.is_ascii_digit());
        if place.id.trim().is_empty() {
            problems.add(
                "id",
                "is empty",
                "write a GLN, or an identifier of your own",
            );
        } else if looks_like_gln && place.id.parse::<Gln>().is_err() {
            problems.add(
                "id",
                format!("`{}` has a wrong check digit", place.id),
                "write the GLN as it was issued",
            );
        }
        problems.country("country", &place.country);
        if Point::new(place.lat, place.lon).is_none() {
            problems.add(
                "lat",
                format!("{}, {} is no point on earth", place.lat, place.lon),
                "write degrees north (−90 to 90) and east (−180 to 180)",
            );
        }
        for material in &place.accepts {
            problems.material("accepts", material);
        }
        for brand in &place.returns {
            if self.tx.brand(brand)?.is_none() {
                problems.add(
                    "returns",
                    format!("the brand `{brand}` is not known here"),
                    "put the brand's record first",
                );
            }
        }
        for gtin in &place.return_products {
            problems.gtin_in("return_products", gtin);
        }
        for remedy in &place.remedies {
            if !REMEDIES.contains(&remedy.as_str()) {
                let advice = format!("use some of: {}", REMEDIES.join(", "));
                problems.add(
                    "remedies",
                    format!("`{remedy}` is nothing that a place gives"),
                    &advice,
                );
            }
        }
        let picture = self.picture(place.picture.as_deref(), problems)?;
        if !problems.0.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.tx.put_place(place, picture.as_deref())?))
    }

    pub(super) fn known_product(
        &mut self,
        gtin: &str,
        problems: &mut Problems,
    ) -> store::Result<Option<i64>> {
        let Some(gtin) = problems.gtin(gtin) else {
            return Ok(None);
        };
        if let Some(product) = self.products.get(&gtin) {
            return Ok(Some(*product));
        }
        let found = self.tx.product(&gtin)?;
        // One of another brand's is told as if it were nobody's.
        let found = found.filter(|product| self.sender.is_none_or(|sender| sender.owns(product)));
        let Some(product) = found else {
            problems.add(
                "gtin",
                format!("the product `{gtin}` is not known here"),
                "put the product's record first",
            );
            return Ok(None);
        };
        self.products.insert(gtin, product.id);
        Ok(Some(product.id))
    }

    pub(super) fn known_batch(&mut self, product: i64, number: &str) -> store::Result<Option<i64>> {
        let batches = self.batches.entry(product).or_default();
        if let Some(batch) = batches.get(number) {
            return Ok(Some(*batch));
        }
        let Some(batch) = self.tx.batch(product, number)? else {
            return Ok(None);
        };
        batches.insert(number.to_owned(), batch.id);
        Ok(Some(batch.id))
    }

    pub(super) fn picture(
        &self,
        name: Option<&str>,
        problems: &mut Problems,
    ) -> store::Result<Option<String>> {
        let Some(name) = name else {
            return Ok(None);
        };
        if let Some(digest) = self.kept.named.get(name) {
            return Ok(Some(digest.clone()));
        }
        match picture::put(self.tx, &self.source.pictures, name)? {
            Ok(digest) => Ok(Some(digest)),
            Err(problem) => {
                problems.0.push(problem);
                Ok(None)
            }
        }
    }
}
