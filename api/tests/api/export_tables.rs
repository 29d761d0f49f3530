//! Every table of the schema is in an export, comes about again from what is, or is left out for a
//! reason that docs/import.md gives.

use std::{collections::BTreeSet, fs, path::Path};

use api::store::Store;
use serde_json::json;
use wire::import::Record;

/// What an export does with a table.
enum Goes {
    /// It is in records of these types.
    As(&'static [&'static str]),
    /// It comes about again when records of these types are imported.
    With(&'static [&'static str]),
    /// It stays behind, as docs/import.md says in these words.
    Stays(&'static str),
    /// It is the database's own.
    Own,
}

use Goes::{As, Own, Stays, With};

const TABLES: &[(&str, Goes)] = &[
    ("access_grant", Stays("grants to authorities")),
    ("access_log", Stays("the access log")),
    ("api_key", Stays("API keys")),
    ("batch", As(&["batch", "state"])),
    ("brand", As(&["brand"])),
    ("brand_prefix", With(&["brand"])),
    ("brand_signal", As(&["signal"])),
    ("check_delivery", Stays("digests of what was delivered")),
    ("check_state", As(&["checks"])),
    ("claim", As(&["claim"])),
    (
        "claim_photo",
        Stays("pictures of receipts, returns and reports"),
    ),
    ("claim_step", As(&["claim"])),
    ("dispute", Stays("disputes")),
    ("epcis_capture", Stays("finished capture jobs")),
    ("event", As(&["event"])),
    ("event_account", With(&["event"])),
    ("event_epc", With(&["event"])),
    ("event_error", With(&["event"])),
    ("event_query", Stays("subscriptions to EPCIS queries")),
    (
        "event_subscription",
        Stays("subscriptions to EPCIS queries"),
    ),
    ("event_term", With(&["event"])),
    ("event_value", With(&["event"])),
    ("feedback", Stays("feedback and its sums")),
    ("feedback_photo", Stays("feedback and its sums")),
    ("feedback_sum", Stays("feedback and its sums")),
    ("follow", Stays("wishes to be told of recalls")),
    ("follow_asked", Stays("asked too often")),
    ("follow_told", Stays("wishes to be told of recalls")),
    ("former_registration", As(&["registration"])),
    ("inspection", With(&["inspection-lines"])),
    ("inspection_follow_up", As(&["inspection-follow-up"])),
    ("inspection_line", As(&["inspection-lines"])),
    ("inspection_photo", As(&["inspection-photo-part"])),
    ("inspection_photo_named", With(&["inspection-lines"])),
    ("inspection_photo_part", As(&["inspection-photo-part"])),
    ("inspection_term", As(&["inspection-term"])),
    ("inspector_device", As(&["inspector-device"])),
    ("invite", Stays("invitations")),
    ("issue_range", As(&["issued", "state"])),
    ("keyring_device", Stays("people's own passkeys and devices")),
    (
        "keyring_passkey",
        Stays("people's own passkeys and devices"),
    ),
    ("ledger_line", As(&["points-moved"])),
    ("ledger_movement", As(&["points-moved"])),
    ("link", As(&["link"])),
    ("lot_seen", As(&["lot-seen"])),
    ("mail", Stays("mail and push messages that wait")),
    ("master_data", As(&["master-data"])),
    ("never_issued", As(&["never-issued"])),
    ("number_pool", As(&["number-pool"])),
    ("organisation", Stays("Organisations that are no brand")),
    ("organisation_key", Stays("keys of partners")),
    ("ownership_proof", Stays("links for buyers")),
    ("paper", As(&["certificate", "document"])),
    ("passkey", Stays("members and their passkeys")),
    ("passkey_challenge", Stays("sessions")),
    ("picture", As(&["picture"])),
    ("place", As(&["place"])),
    ("place_material", With(&["place"])),
    ("place_name", With(&["place"])),
    ("place_product", With(&["place"])),
    ("place_return", With(&["place"])),
    ("pool_report", As(&["pool-report"])),
    ("product", As(&["product"])),
    ("product_rule", As(&["recipe", "storage"])),
    ("push", Stays("mail and push messages that wait")),
    ("recall", As(&["recall"])),
    ("recall_news", With(&["recall"])),
    (
        "receipt",
        Stays("pictures of receipts, returns and reports"),
    ),
    ("reference_version", Own),
    ("registration", As(&["registration"])),
    ("report", Stays("what people said of packs: reports")),
    (
        "report_photo",
        Stays("pictures of receipts, returns and reports"),
    ),
    ("reveal", As(&["reveal"])),
    ("reveal_guess", Stays("delivered, guessed")),
    ("reward", As(&["reward"])),
    ("reward_rule", As(&["reward-rules"])),
    ("sale_receipt", Stays("digests of receipts' numbers")),
    ("scan_log", Stays("the log of checks")),
    ("schema_version", Own),
    ("seal_public_key", As(&["seal-public-key"])),
    ("setting", Own),
    ("signing_key", As(&["signing-key"])),
    ("staff", Stays("members and their passkeys")),
    ("staff_session", Stays("sessions")),
    ("suggestion_consent", Stays("consents to suggestions")),
    ("transfer", Stays("transfers")),
    ("unit", As(&["units"])),
    ("unit_report", As(&["unit-reports"])),
    ("voucher", As(&["voucher"])),
    ("voucher_kind", As(&["voucher-kind"])),
];

#[test]
fn every_table_is_exported_or_left_out_for_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    drop(Store::open(&path.as_path().into()).unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    let mut statement = connection
        .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
        .unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    let there: BTreeSet<String> = names.collect::<Result<_, _>>().unwrap();
    let told: BTreeSet<String> = TABLES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(there, told);

    let page = include_str!("../../../docs/import.md");
    let (_, exports) = page.split_once("## Export").unwrap();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export");
    let sources: String = fs::read_dir(sources)
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    for (table, goes) in TABLES {
        match goes {
            As(kinds) | With(kinds) => {
                for kind in *kinds {
                    let made = format!("Record::{}(", variant(kind));
                    assert!(
                        sources.contains(&made),
                        "{table}: no export makes a {made}…)"
                    );
                    let error = serde_json::from_value::<Record>(json!({ "type": kind }));
                    let error = error.unwrap_err().to_string();
                    assert!(!error.contains("unknown variant"), "{table}: {error}");
                }
            }
            Stays(words) => assert!(exports.contains(words), "{table}: `{words}` is not said"),
            Own => {}
        }
    }
}

/// `lot-seen` as the variant is called: `LotSeen`.
fn variant(kind: &str) -> String {
    let words = kind.split('-').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    words.collect()
}
