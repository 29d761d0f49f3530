//! Exports: everything comes back, and an import of it exports the same bytes.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path, process::Output};

use serde_json::json;

use crate::{
    command::touchstone,
    site::{NOW, RECORDS, TEA, document, observed, unit},
};

const MORE: &str = r#"
{"type":"signing-key","brand":"acme","id":"k1","public_key":"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a","created":"2026-01-02T03:04:05Z","revoked":"2026-02-03T04:05:06.007Z"}
{"type":"place","id":"yard","name":"Yard","kind":"recycling","town":"Berlin","country":"DE","lat":52.5,"lon":13.4,"picture":"leaf.svg"}
{"type":"product","brand":"acme","gtin":"09506000100050","name":{"en":"Cup"},"sector":"household","serials":"partial","picture":"leaf.svg"}
{"type":"product","brand":"acme","gtin":"09506000100005","name":{"en":"Cup"},"sector":"household","serials":"partial","replaces":["09506000100050"]}
{"type":"batch","gtin":"09506000100050","batch":"C1"}
{"type":"units","gtin":"09506000100050","batch":"C1","state":"shipped","serials":["CUP2","CUP1"]}
{"type":"units","gtin":"09506000100050","batch":"C1","issued_on":"2026-01-02","state":"printed","correction":true,"serials":["CUP3"]}
{"type":"link","brand":"acme","id":"home","link_type":"gs1:homepage","href":"https://acme.example/","title":"Acme"}
{"type":"master-data","brand":"acme","told_by":"carrier","id":"urn:x:truck","attributes":[{"name":"urn:epcglobal:cbv:mda:name","value":"Truck 7"}]}
{"type":"link","brand":"acme","id":"cup","gtin":"09506000100050","serials":{"from":"CUP1","to":"CUP2"},"link_type":"gs1:pip","href":"https://acme.example/cup","title":"Cup","languages":["en","de-AT"],"media_type":"text/html","context":["PL"],"default_link":true,"preferred":true}
"#;

const LEAF: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

struct Database {
    folder: tempfile::TempDir,
}

impl Database {
    fn new() -> Database {
        Database {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn run(&self, command: &str, arguments: &[&str]) -> Output {
        let database = format!("sqlite:{}", self.path("t.db"));
        let mut all = vec![command, "--database", &database];
        all.extend(arguments);
        touchstone(&all)
    }

    #[track_caller]
    fn import(&self, path: &str) -> String {
        let output = self.run("import", &["--brand", "acme", path]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{said}");
        said
    }

    fn export(&self, arguments: &[&str]) -> String {
        let output = self.run("export", arguments);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Records, a picture, events, and serials that were issued.
    fn filled() -> Database {
        let database = Database::new();
        let mut events = document(json!([
            observed(
                &unit(TEA, "TEA2"),
                NOW,
                "shipping",
                "in_transit",
                "9506000900018"
            ),
            observed(
                &unit(TEA, "TEA1"),
                "2026-11-23T12:00:00Z",
                "packing",
                "active",
                "9506000900018"
            ),
        ]));
        events["epcisHeader"] = json!({ "epcisMasterData": { "vocabularyList": [{
            "type": "urn:epcglobal:epcis:vtype:BusinessLocation",
            "vocabularyElementList": [{
                "id": "urn:epc:id:sgln:9506000.90001.0",
                "attributes": [
                    { "id": "cbvmda:name", "attribute": "Works" },
                    { "id": "cbvmda:countryCode", "attribute": "DE" },
                ],
                "children": ["urn:x:gate"],
            }],
        }] } });
        fs::create_dir(database.path("pictures")).unwrap();
        for (name, text) in [
            ("brand.jsonl", format!("{RECORDS}{MORE}")),
            ("events.json", events.to_string()),
            ("pictures/leaf.svg", LEAF.to_owned()),
        ] {
            fs::write(database.path(name), text).unwrap();
        }
        database.import(&database.path("brand.jsonl"));
        database.import(&database.path("events.json"));
        let key = database.path("key");
        let issue = [
            "--gtin",
            TEA,
            "--batch",
            "T1",
            "--count",
            "3",
            "--issue-key",
            &key,
        ];
        assert!(database.run("issue", &issue).status.success());
        let states = [
            r#"{"type":"state","gtin":"09506000100012","batch":"T1","state":"printed"}"#,
            r#"{"type":"state","gtin":"09506000100012","batch":"T1","first":0,"count":2,"state":"shipped"}"#,
            r#"{"type":"state","gtin":"09506000100012","batch":"T1","first":0,"state":"printed"}"#,
        ];
        fs::write(database.path("states.jsonl"), states.join("\n")).unwrap();
        database.import(&database.path("states.jsonl"));
        let (secret, codes) = (database.path("hidden-key"), database.path("hidden.csv"));
        let hidden = [
            "--with-hidden",
            "--hidden-key",
            &secret,
            "--hidden-out",
            &codes,
        ];
        let issue = [&issue[..5], &["5"], &issue[6..], &hidden].concat();
        assert!(database.run("issue", &issue).status.success());
        database
    }
}

#[test]
fn an_export_goes_into_an_empty_database_and_comes_out_the_same() {
    let first = Database::filled();
    let text = first.export(&["-"]);
    let second = Database::new();
    let file = second.path("all.jsonl");
    fs::write(&file, &text).unwrap();
    let said = second.import(&file);
    assert!(said.contains(" 3 changed, 0 unchanged, 0 wrong"), "{said}");
    assert_eq!(second.export(&["-"]), text);
    let again = second.import(&file);
    assert!(again.contains(": 0 added, 0 changed"), "{again}");
    assert_eq!(second.export(&["-"]), text);

    let out = second.path("out.jsonl");
    second.export(&[&out, "--with-people"]);
    let mode = fs::metadata(&out).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "it is its owner's alone");
    assert_eq!(fs::read_to_string(&out).unwrap(), text);
    assert!(!Path::new(&format!("{out}.part")).exists());
}

#[test]
fn an_export_holds_what_was_asked_for() {
    let database = Database::filled();
    let types = |arguments: &[&str]| -> Vec<String> {
        let text = database.export(arguments);
        let mut types: Vec<String> = text
            .lines()
            .map(|line| {
                let record: serde_json::Value = serde_json::from_str(line).unwrap();
                record["type"].as_str().unwrap().to_owned()
            })
            .collect();
        types.dedup();
        types
    };
    assert_eq!(
        types(&["-"])[..5],
        ["brand", "signing-key", "brand", "place", "picture"].map(str::to_owned)
    );
    assert_eq!(
        types(&["--kind", "issued,recalls", "-"]),
        ["issued", "state", "issued", "recall"]
    );
    assert_eq!(
        types(&["--kind", "units", "--brand", "globex", "-"]),
        [""; 0]
    );
    assert_eq!(
        types(&["--kind", "brands", "--brand", "globex", "-"]),
        ["brand"]
    );
    let output = database.run("export", &["--brand", "nobody", "-"]);
    assert!(!output.status.success());
    let issued = database.export(&["--kind", "issued", "-"]);
    assert!(
        issued.contains(r#""batch":"T1","first":3,"count":5,"#) && issued.contains("hidden_key"),
        "{issued}"
    );
}

#[test]
fn serials_of_another_key_do_not_come_in() {
    let (first, other) = (Database::filled(), Database::filled());
    let file = other.path("issued.jsonl");
    fs::write(&file, first.export(&["--kind", "issued", "-"])).unwrap();
    let output = other.run("import", &[&file]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains(":1: key: the serials here are of another issue key; a database"),
        "{said}"
    );

    // The same key, and other counters of it.
    let own = other.export(&["--kind", "issued", "-"]);
    fs::write(&file, own.replace("\"first\":3", "\"first\":2")).unwrap();
    let output = other.run("import", &[&file]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains(":4: first: some of these serials were issued here"),
        "{said}"
    );
}
