//! What the documents of authorities look like, as far as it is read here.
//!
//! | source | document | a notice |
//! |---|---|---|
//! | openFDA | `{"results": […]}` of `/food/enforcement`, `/drug/enforcement`, `/device/enforcement` | `recall_number`, `reason_for_recall`, `recall_initiation_date`, `product_description`, `code_info`, `recalling_firm`, `openfda` |
//! | CPSC | `[…]` of the Recall Retrieval Web Services | `RecallNumber`, `RecallDate`, `Title`, `Products`, `ProductUPCs`, `Hazards`, `Remedies`, `RemedyOptions`, `Manufacturers`, `Importers`, `URL` |
//! | Safety Gate | `{"notifications": […]}`, the weekly report's elements | `caseNumber`, `date`, `brand`, `name`, `product`, `type_numberOfModel`, `batchNumber_barcode`, `danger`, `measures`, `reference` |

use serde_json::Value;

/// What is read of a notice, whosever it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notice {
    /// `openfda`, `cpsc` or `safety-gate`.
    pub(crate) source: &'static str,
    /// Its number there.
    pub(crate) reference: String,
    /// Where it can be read.
    pub(crate) url: Option<String>,
    /// When it was published, ISO 8601.
    pub(crate) on: String,
    /// Whose products it is about.
    pub(crate) whose: String,
    /// Which products.
    pub(crate) what: String,
    /// Batches, dates and models.
    pub(crate) codes: String,
    /// Numbers of products.
    pub(crate) numbers: String,
    /// The danger.
    pub(crate) hazard: String,
    /// What to do.
    pub(crate) instruction: Option<String>,
    /// `refund`, `repair`, `replacement`.
    pub(crate) remedies: Vec<String>,
    /// Where and when it was sold.
    pub(crate) sold: Option<String>,
}

/// Whether the beginning of a file is one of these documents.
pub(crate) fn is_document(head: &[u8]) -> bool {
    let has = |sign: &str| {
        head.windows(sign.len())
            .any(|window| window == sign.as_bytes())
    };
    [
        ["\"recall_number\"", "\"reason_for_recall\""],
        ["\"RecallNumber\"", "\"RecallDate\""],
        ["\"batchNumber_barcode\"", "\"notifications\""],
    ]
    .iter()
    .any(|signs| signs.iter().all(|sign| has(sign)))
}

/// Every notice of a document; `None` for one that lacks a number, a date or a danger.
pub(super) fn notices(document: &Value) -> Vec<Option<Notice>> {
    let list = |name: &str| document[name].as_array().cloned();
    let all = list("results")
        .or_else(|| list("notifications"))
        .or_else(|| document.as_array().cloned())
        .unwrap_or_default();
    all.iter().map(notice).collect()
}

fn notice(value: &Value) -> Option<Notice> {
    let notice = if value["recall_number"].is_string() {
        openfda(value)?
    } else if value["RecallNumber"].is_string() {
        cpsc(value)?
    } else {
        safety_gate(value)?
    };
    let is_whole = !notice.reference.is_empty() && !notice.hazard.is_empty();
    is_whole.then_some(notice)
}

fn openfda(value: &Value) -> Option<Notice> {
    let names = [
        &value["openfda"]["brand_name"],
        &value["openfda"]["manufacturer_name"],
    ];
    Some(Notice {
        source: "openfda",
        reference: text(&value["recall_number"]),
        url: None,
        on: date(&text(&value["recall_initiation_date"]))
            .or_else(|| date(&text(&value["report_date"])))?,
        whose: joined([
            text(&value["recalling_firm"]),
            text(&value["product_description"]),
            names.map(every).join(" "),
        ]),
        what: text(&value["product_description"]),
        codes: joined([text(&value["code_info"]), text(&value["more_code_info"])]),
        numbers: every(&value["openfda"]["upc"]),
        hazard: text(&value["reason_for_recall"]),
        instruction: None,
        remedies: Vec::new(),
        sold: some(text(&value["distribution_pattern"])),
    })
}

fn cpsc(value: &Value) -> Option<Notice> {
    let all = |list: &str, field: &str| {
        let items = value[list].as_array().cloned().unwrap_or_default();
        joined(items.iter().map(|item| text(&item[field])))
    };
    let options = all("RemedyOptions", "Option").to_lowercase();
    let remedies = [
        ("refund", "refund"),
        ("repair", "repair"),
        ("replace", "replacement"),
    ];
    Some(Notice {
        source: "cpsc",
        reference: text(&value["RecallNumber"]),
        url: some(text(&value["URL"])).filter(|url| url.starts_with("https://")),
        on: date(&text(&value["RecallDate"]))?,
        whose: joined([
            text(&value["Title"]),
            all("Manufacturers", "Name"),
            all("Importers", "Name"),
            all("Distributors", "Name"),
        ]),
        what: joined([all("Products", "Name"), text(&value["Title"])]),
        codes: joined([all("Products", "Model"), text(&value["Description"])]),
        numbers: all("ProductUPCs", "UPC"),
        hazard: all("Hazards", "Name"),
        instruction: some(all("Remedies", "Name")),
        remedies: remedies
            .into_iter()
            .filter(|(sign, _)| options.contains(sign))
            .map(|(_, remedy)| remedy.to_owned())
            .collect(),
        sold: some(all("Retailers", "Name")),
    })
}

fn safety_gate(value: &Value) -> Option<Notice> {
    let reference = some(text(&value["caseNumber"])).or_else(|| some(text(&value["reference"])));
    Some(Notice {
        source: "safety-gate",
        reference: reference?,
        url: some(text(&value["reference"])).filter(|url| url.starts_with("https://")),
        on: date(&text(&value["date"]))?,
        whose: text(&value["brand"]),
        what: joined([text(&value["product"]), text(&value["name"])]),
        codes: joined([
            text(&value["type_numberOfModel"]),
            text(&value["batchNumber_barcode"]),
        ]),
        numbers: text(&value["batchNumber_barcode"]),
        hazard: text(&value["danger"]),
        instruction: None,
        remedies: Vec::new(),
        sold: None,
    })
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

fn every(value: &Value) -> String {
    let items = value.as_array().cloned().unwrap_or_default();
    joined(items.iter().map(text))
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("; ")
}

/// `20260304`, `2026-03-04`, `2026-03-04T00:00:00` or `04/03/2026`, the day first, as ISO 8601.
fn date(text: &str) -> Option<String> {
    let iso = match text.as_bytes() {
        [_, _, b'/', _, _, b'/', ..] if text.len() == 10 => {
            format!("{}-{}-{}", &text[6..10], &text[3..5], &text[..2])
        }
        [.., _] if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])
        }
        _ => text.get(..10)?.to_owned(),
    };
    iso.parse::<gs1::Date>().ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_authorities_write_them() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        };
        check("20260304", Some("2026-03-04"));
        check("2026-03-04T00:00:00", Some("2026-03-04"));
        check("04/03/2026", Some("2026-03-04"));
        check("2026-13-04", None);
        check("soon", None);
        check("", None);
    }
}
