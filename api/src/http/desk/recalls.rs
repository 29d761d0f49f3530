//! `/desk/recalls`: a brand's recalls, published in two steps and taken back in one.

use std::collections::BTreeMap;

use app::pages::desk::{RecallDraft, RecallRow, Recalls, Rehearsed};
use axum::{extract::State, response::Response};
use serde::Deserialize;
use wire::{
    answer::Contact,
    import::{Recall, SerialRange, Text},
};

use super::{
    Desk, back,
    sent::{Chosen, Sent},
};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    random,
    role::Permission,
    sent_import,
    state::{App, Shared},
    submission,
};

const PATH: &str = "/desk/recalls";

/// All of them, the newest first.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Recalls)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let mut rows: Vec<RecallRow> = app
        .store
        .read(|db| {
            let recalls = db.recalls_of_brand(brand)?.into_iter();
            let rows = recalls.map(|recall| {
                let product = db.product_record(recall.product)?;
                let name = product.and_then(|product| text(&product.name, language));
                Ok(row(recall.record, name, language))
            });
            rows.collect()
        })
        .await?;
    rows.sort_by(|one, other| other.on.cmp(&one.on));
    let page = app::pages::desk::recalls(&desk.view(&app)?, Recalls { rows });
    Ok(desk.show(&app, &page))
}

fn row(recall: Recall, product: Option<String>, language: &str) -> RecallRow {
    let is_open = recall
        .notice
        .as_ref()
        .is_some_and(|notice| !notice.confirmed && !notice.dismissed);
    RecallRow {
        product: product.unwrap_or_else(|| recall.gtin.clone()),
        hazard: text(&recall.hazard, language).unwrap_or_default(),
        state: match (recall.is_void(), is_open) {
            (true, _) => "void",
            (false, true) => "open",
            (false, false) => "published",
        },
        can_withdraw: !recall.is_void() && recall.notice.is_none(),
        id: recall.id,
        on: recall.on,
        batches: recall.batches,
        withdrawn: recall.withdrawn,
    }
}

/// Where one is written.
pub async fn new(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Recalls)?;
    write(&app, &desk, RecallDraft::default(), None).await
}

/// A recall as the form has it.
#[derive(Debug, Deserialize)]
pub struct Form {
    /// Empty until it was rehearsed.
    #[serde(default)]
    id: String,
    gtin: String,
    #[serde(default)]
    batches: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    hazard_en: String,
    #[serde(default)]
    hazard_de: String,
    instruction_en: String,
    #[serde(default)]
    instruction_de: String,
    #[serde(default)]
    identification_en: String,
    #[serde(default)]
    identification_de: String,
    #[serde(default)]
    refund: String,
    #[serde(default)]
    repair: String,
    #[serde(default)]
    replacement: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    url: String,
    /// Whether what stands on the page is to be published.
    #[serde(default)]
    sure: String,
}

impl Form {
    fn draft(&self, id: String) -> RecallDraft {
        let offers = [
            ("refund", &self.refund),
            ("repair", &self.repair),
            ("replacement", &self.replacement),
        ];
        let offered = offers.into_iter().filter(|(_, is_on)| !is_on.is_empty());
        RecallDraft {
            id,
            gtin: self.gtin.clone(),
            batches: self.batches.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            hazard: [self.hazard_en.clone(), self.hazard_de.clone()],
            instruction: [self.instruction_en.clone(), self.instruction_de.clone()],
            identification: [
                self.identification_en.clone(),
                self.identification_de.clone(),
            ],
            remedies: offered.map(|(remedy, _)| remedy).collect(),
            phone: self.phone.clone(),
            url: self.url.clone(),
        }
    }

    fn recall(&self, id: &str, on: String) -> Result<Recall, ApiError> {
        let words = |field, [en, de]: [&str; 2]| -> Result<Text, ApiError> {
            let mut words = BTreeMap::new();
            for (tag, said) in [("en", en), ("de", de)] {
                if let Some(said) = submission::short_text(field, Some(said), 600)? {
                    words.insert(tag.to_owned(), said);
                }
            }
            Ok(words)
        };
        let between = |letter: char| letter == ',' || letter == ';' || letter.is_whitespace();
        let batches = self
            .batches
            .split(between)
            .filter(|batch| !batch.is_empty());
        let (from, to) = (self.from.trim(), self.to.trim());
        let ranges = (!from.is_empty() || !to.is_empty()).then(|| SerialRange {
            from: from.to_owned(),
            to: to.to_owned(),
        });
        let contact = |said: &str| Some(said.trim().to_owned()).filter(|said| !said.is_empty());
        let draft = self.draft(String::new());
        Ok(Recall {
            id: id.to_owned(),
            gtin: self.gtin.trim().to_owned(),
            batches: batches.map(str::to_owned).collect(),
            serials: Vec::new(),
            on,
            hazard: words("hazard", [&self.hazard_en, &self.hazard_de])?,
            instruction: words("instruction", [&self.instruction_en, &self.instruction_de])?,
            remedies: draft.remedies.iter().map(|&id| id.to_owned()).collect(),
            contact: Contact {
                phone: contact(&self.phone),
                url: contact(&self.url),
                ..Contact::default()
            },
            serial_ranges: ranges.into_iter().collect(),
            produced: None,
            expires: None,
            number: None,
            identification: words(
                "identification",
                [&self.identification_en, &self.identification_de],
            )?,
            sold: Text::new(),
            notice: None,
            withdrawn: None,
        })
    }
}

/// Shows what would be published and what it lacks; publishes it where that page was sent.
pub async fn publish(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Form>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Recalls)?;
    let brand = desk.brand()?.to_owned();
    let (now, today) = (app.clock.now(), app.clock.today().to_string());
    let is_id = |id: &str| {
        id.strip_prefix(&format!("{brand}-"))
            .is_some_and(|rest| rest.len() == 21 && rest.is_ascii())
    };
    let id = match is_id(&form.id) {
        true => form.id.clone(),
        // Made before it is published, so that the same tap twice is one recall.
        false => format!("{brand}-{today}-{}", random::hex(&random::bytes::<5>()?)),
    };
    let recall = form.recall(&id, today)?;
    let entry = desk.entry(Act::RecallPublished, &id, now);
    let is_sure = form.sure == "yes" && is_id(&form.id);
    let report = sent_import::publish(&app, &brand, recall, entry, !is_sure).await?;
    if report.is_kept && is_sure {
        return Ok(back(PATH));
    }
    let rehearsed = Rehearsed {
        is_right: report.is_kept,
        problems: sent_import::problems(&report.problems),
        lacks: sent_import::problems(&report.notes),
    };
    write(&app, &desk, form.draft(id), Some(rehearsed)).await
}

async fn write(
    app: &App,
    desk: &Desk,
    draft: RecallDraft,
    rehearsed: Option<Rehearsed>,
) -> Result<Response, ApiError> {
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let products = app.store.read(|db| db.products_of(brand)).await?;
    let products = products.into_iter().map(|product| {
        let name = text(&product.record.name, language).unwrap_or_default();
        (product.gtin.to_string(), name)
    });
    let page = app::pages::desk::new_recall(&desk.view(app)?, products.collect(), draft, rehearsed);
    Ok(desk.show(app, &page))
}

/// Takes one back: it covers nothing from now on, and stays on the list.
pub async fn withdraw(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Recalls)?;
    let brand = desk.brand()?.to_owned();
    let id = form.id.clone();
    let known = app
        .store
        .read(|db| {
            let Some(known) = db.recall(&id)? else {
                return Ok(None);
            };
            let product = db.product_record(known.product)?;
            Ok(product
                .filter(|product| product.brand == brand)
                .map(|_| known.record))
        })
        .await?;
    // What an authority said is decided about where notices are.
    let known = known.filter(|recall| recall.notice.is_none());
    let mut recall = known.ok_or(ApiError::NotFound)?;
    if recall.withdrawn.is_none() {
        recall.withdrawn = Some(app.clock.today().to_string());
        let entry = desk.entry(Act::RecallWithdrawn, &recall.id, app.clock.now());
        let report = sent_import::publish(&app, &brand, recall, entry, false).await?;
        if let Some(problem) = report.problems.first() {
            return Err(ApiError::Field {
                field: "id",
                detail: problem.to_string(),
            });
        }
    }
    Ok(back(PATH))
}
