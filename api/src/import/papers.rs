//! What brands put on record for pedigrees: recipes, how products are kept, certificates, documents.

use trace::Uom;
use wire::import::{Certificate, Content, Document, Recipe, Storage};

use super::{problems::Problems, record::Importer};
use crate::{
    code::batch_epc,
    link,
    store::{self, Change, Paper, PaperKind},
};

const ADVICE_SCOPE: &str = "write `gtin`, with `batch` or without, or one of the others";

impl Importer<'_, '_> {
    pub(super) fn recipe(
        &mut self,
        recipe: &Recipe,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&recipe.gtin, problems)?;
        check_amount("makes", recipe.makes, problems);
        check_uom("uom", recipe.uom.as_deref(), problems);
        check_content("content", &recipe.content, problems);
        let [from, to] = recipe.loss_percent;
        if !(0.0..100.0).contains(&from) || !(from..100.0).contains(&to) {
            problems.add(
                "loss_percent",
                format!("{from} to {to} is no range of losses"),
                "write the least and the most that gets lost, from 0 to less than 100",
            );
        }
        if !(0.0..50.0).contains(&recipe.tolerance_percent) {
            problems.add(
                "tolerance_percent",
                format!("{} is no tolerance", recipe.tolerance_percent),
                "write how far measured quantities may be off, from 0 to less than 50",
            );
        }
        if recipe.inputs.is_empty() {
            problems.add("inputs", "is empty", "write what the product is made of");
        }
        for input in &recipe.inputs {
            problems.gtin(&input.gtin);
            check_amount("inputs.quantity", input.quantity, problems);
            check_uom("inputs.uom", input.uom.as_deref(), problems);
            check_content("inputs.content", &input.content, problems);
            if let Some(kind) = &input.certificate {
                check_word("inputs.certificate", kind, problems);
            }
        }
        let Some(product) = product.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        Ok(Some(self.tx.put_recipe(product, recipe)?))
    }

    pub(super) fn storage(
        &mut self,
        storage: &Storage,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&storage.gtin, problems)?;
        check_word("measure", &storage.measure, problems);
        if storage.uom.trim().is_empty() {
            problems.add("uom", "is empty", "write the unit of the limits, as `CEL`");
        }
        let is_range = match (storage.min, storage.max) {
            (Some(min), Some(max)) => min <= max,
            (None, None) => false,
            (min, max) => min.or(max).is_some_and(f64::is_finite),
        };
        if !is_range {
            problems.add(
                "min",
                "and `max` are no limits",
                "write the least, the most, or both",
            );
        }
        let Some(product) = product.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        Ok(Some(self.tx.put_storage(product, storage)?))
    }

    pub(super) fn certificate(
        &mut self,
        certificate: &Certificate,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        self.check_paper(&certificate.brand, &certificate.id, problems)?;
        check_word("kind", &certificate.kind, problems);
        check_title(&certificate.title, problems);
        let from = problems.date("from", certificate.from.as_ref());
        let until = problems.date("until", certificate.until.as_ref());
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            problems.add("until", "lies before `from`", "check both days");
        }
        check_href(certificate.href.as_deref(), problems);
        let item = self.item(
            &certificate.brand,
            certificate.gtin.as_deref(),
            certificate.batch.as_deref(),
            &[("place", certificate.place.as_deref())],
            problems,
        )?;
        let Some(item) = item.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        let paper = Paper {
            brand: &certificate.brand,
            kind: PaperKind::Certificate,
            id: &certificate.id,
            item: &item,
            picture: None,
        };
        Ok(Some(self.tx.put_paper(&paper, certificate)?))
    }

    pub(super) fn document(
        &mut self,
        document: &Document,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        self.check_paper(&document.brand, &document.id, problems)?;
        check_word("kind", &document.kind, problems);
        check_title(&document.title, problems);
        check_href(document.href.as_deref(), problems);
        if document.href.is_some() == document.picture.is_some() {
            problems.add(
                "href",
                "and `picture` are both there, or both missing",
                "write where it is, or the name of a picture in the folder `pictures`",
            );
        }
        let others = [
            ("place", document.place.as_deref()),
            ("event", document.event.as_deref()),
        ];
        let item = self.item(
            &document.brand,
            document.gtin.as_deref(),
            document.batch.as_deref(),
            &others,
            problems,
        )?;
        let picture = self.picture(document.picture.as_deref(), problems)?;
        let Some(item) = item.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        let paper = Paper {
            brand: &document.brand,
            kind: PaperKind::Document,
            id: &document.id,
            item: &item,
            picture: picture.as_deref(),
        };
        Ok(Some(self.tx.put_paper(&paper, document)?))
    }

    fn check_paper(&self, brand: &str, id: &str, problems: &mut Problems) -> store::Result<()> {
        if self.tx.brand(brand)?.is_none() {
            problems.add(
                "brand",
                format!("`{brand}` is not known here"),
                "put the brand's record first",
            );
        }
        if !link::is_id(id) {
            problems.add(
                "id",
                format!("`{id}` is no name"),
                "use 1 to 64 letters, digits, hyphens, dots and underscores",
            );
        }
        Ok(())
    }

    /// What a paper hangs on: exactly one thing.
    fn item(
        &mut self,
        brand: &str,
        gtin: Option<&str>,
        batch: Option<&str>,
        others: &[(&'static str, Option<&str>)],
        problems: &mut Problems,
    ) -> store::Result<Option<String>> {
        let mut items = Vec::new();
        for (kind, id) in others {
            items.extend(id.map(|id| format!("{kind}/{id}")));
        }
        let Some(gtin) = gtin else {
            if batch.is_some() {
                problems.add("batch", "stands without `gtin`", ADVICE_SCOPE);
            }
            if items.len() != 1 {
                problems.add(
                    "gtin",
                    "and what else it may be for don't name one thing",
                    ADVICE_SCOPE,
                );
            }
            return Ok(items.pop());
        };
        if !items.is_empty() {
            problems.add("gtin", "stands beside another thing", ADVICE_SCOPE);
        }
        let Some(gtin) = problems.gtin(gtin) else {
            return Ok(None);
        };
        let owner = self.tx.product(&gtin)?.map(|product| product.record.brand);
        if owner.as_deref() != Some(brand) {
            problems.add(
                "gtin",
                format!("`{gtin}` is no product of the brand here"),
                "put the product's record first",
            );
        }
        if let Some(batch) = batch {
            problems.cset82("batch", batch);
        }
        Ok(Some(match batch {
            Some(batch) => batch_epc(gtin, batch).0,
            None => format!("01/{gtin}"),
        }))
    }
}

fn check_amount(field: &str, amount: f64, problems: &mut Problems) {
    if !amount.is_finite() || amount <= 0.0 {
        problems.add(
            field,
            format!("{amount} is no quantity"),
            "write more than 0",
        );
    }
}

fn check_uom(field: &str, code: Option<&str>, problems: &mut Problems) {
    if let Some(code) = code.filter(|code| Uom::new(code).is_none()) {
        problems.add(
            field,
            format!("`{code}` is no unit known here"),
            "use a code of UN/CEFACT Recommendation 20, as KGM, GRM, LTR, MLT, H87",
        );
    }
}

fn check_content(field: &str, content: &Content, problems: &mut Problems) {
    let own = [
        content.kg_per_piece,
        content.litres_per_piece,
        content.kg_per_litre,
    ];
    for amount in own.into_iter().flatten() {
        check_amount(field, amount, problems);
    }
}

fn check_word(field: &str, word: &str, problems: &mut Problems) {
    let is_word = (1..=40).contains(&word.len())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !is_word {
        problems.add(
            field,
            format!("`{word}` is no word for it"),
            "use lower-case letters, digits and hyphens",
        );
    }
}

fn check_title(title: &str, problems: &mut Problems) {
    if title.trim().is_empty() || title.len() > 200 {
        problems.add(
            "title",
            "is empty, or longer than 200 bytes",
            "write what people read of it",
        );
    }
}

fn check_href(href: Option<&str>, problems: &mut Problems) {
    if let Some(href) = href
        && let Err(what) = link::check_href(href)
    {
        problems.add(
            "href",
            format!("`{href}` {what}"),
            "write where it is, as https://example.com/certificate.pdf",
        );
    }
}
