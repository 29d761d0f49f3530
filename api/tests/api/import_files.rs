//! Imports from CSV and EPCIS documents, and what is told of their faults.

use std::{
    fs::File,
    io::{Read as _, Seek as _},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use api::{
    import::{self, Content, Kind, Mode, Options, Pictures, Report, Source},
    store::{Serial, UnitState},
};
use trace::Stage;

use crate::{
    command::touchstone,
    site::{MUG, NOW, Site, TEA, document, observed, unit},
};

const PLACES: &str = "\u{feff}id;name;kind;town;country;lat;lon;accepts\r\n\
    works;Acme Works;plant;Gdynia;PL;54.52;18.53;\r\n\
    yard;\"Yard; the old one\";;Berlin;DE;52.52;13.4;glass metal\r\n";

const BRANDS: &str = "id,name,prefixes,contact.email\n\
    acme,Acme,9506000,care@acme.example\n";

const PRODUCTS: &str = "gtin,name.en,name.de,sector,serials,safety_critical,warranty_months,\
    compare.1,parts.1.name.en,parts.1.material,parts.1.grams,parts.1.advice.en\n\
    09506000100012,Tea,Tee,food,declared,false,24,The seal is green.,Box,paper,12.5,Fold it flat.\n";

const BATCHES: &str = "gtin,batch,produced,best_before,markets,advice.de\n\
    09506000100012,T1,2026-01-10,2028-01-10,PL DE,\"Kühl,\nund trocken.\"\n";

const UNITS: &str = "gtin,batch,serial,issued_on,state\n\
    09506000100012,T1,TEA1,2026-01-11,printed\n\
    09506000100012,T1,TEA2,2026-01-11,\n\
    09506000100012,T1,TEA3,,shipped\n";

const RECALLS: &str = "id,gtin,batches,on,hazard.en,instruction,remedies\n\
    R1,09506000100012,T1,2026-11-01,It is hot.,Stop.,refund repair\n";

const CERTIFICATES: &str = "id,kind,title,gtin,batch,issuer,from,until\n\
    c1,organic,Organic tea,09506000100012,T1,Ekozorza,2026-01-01,2026-12-31\n";
const DOCUMENTS: &str = "id,kind,title,gtin,href,public\n\
    d1,analysis,Laboratory,09506000100012,https://documents.example/1.pdf,true\n";

/// The same in JSON Lines.
const SAME: &str = r#"
{"type":"brand","id":"acme","name":"Acme","prefixes":["9506000"],"contact":{"email":"care@acme.example"}}
{"type":"place","id":"works","name":"Acme Works","kind":"plant","town":"Gdynia","country":"PL","lat":54.52,"lon":18.53}
{"type":"place","id":"yard","name":"Yard; the old one","kind":"recycling","town":"Berlin","country":"DE","lat":52.52,"lon":13.4,"accepts":["glass","metal"]}
{"type":"product","brand":"acme","gtin":"09506000100012","name":{"en":"Tea","de":"Tee"},"sector":"food","serials":"declared","warranty_months":24,"compare":[{"en":"The seal is green."}],"parts":[{"name":{"en":"Box"},"material":"paper","grams":12.5,"advice":{"en":"Fold it flat."}}]}
{"type":"batch","gtin":"09506000100012","batch":"T1","produced":"2026-01-10","best_before":"2028-01-10","markets":["PL","DE"],"advice":{"de":"Kühl,\nund trocken."}}
{"type":"units","gtin":"09506000100012","batch":"T1","issued_on":"2026-01-11","state":"printed","serials":["TEA1"]}
{"type":"units","gtin":"09506000100012","batch":"T1","issued_on":"2026-01-11","serials":["TEA2"]}
{"type":"units","gtin":"09506000100012","batch":"T1","state":"shipped","serials":["TEA3"]}
{"type":"recall","id":"R1","gtin":"09506000100012","batches":["T1"],"on":"2026-11-01","hazard":{"en":"It is hot."},"instruction":{"en":"Stop."},"remedies":["refund","repair"]}
{"type":"certificate","brand":"acme","id":"c1","kind":"organic","title":"Organic tea","gtin":"09506000100012","batch":"T1","issuer":"Ekozorza","from":"2026-01-01","until":"2026-12-31"}
{"type":"document","brand":"acme","id":"d1","kind":"analysis","title":"Laboratory","gtin":"09506000100012","href":"https://documents.example/1.pdf","public":true}
"#;

fn source(site: &Site, name: &str, text: &str) -> Source {
    Source {
        name: name.to_owned(),
        content: Content::Text(text.to_owned()),
        pictures: Pictures::Folder(site.folder.path().join("pictures")),
        brand: Some("acme".to_owned()),
    }
}

async fn import(site: &Site, files: &[(&str, &str)], options: impl Into<Options>) -> Report {
    let sources = files
        .iter()
        .map(|(name, text)| source(site, name, text))
        .collect();
    import::run(&site.app.store, sources, options, site.app.clock.now())
        .await
        .unwrap()
}

fn told(report: &Report) -> Vec<String> {
    report.problems.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn tables_say_the_same_as_json_lines() {
    let site = Site::empty();
    let places = Options {
        kind: Some(Kind::RecyclingPlaces),
        ..Mode::AllOrNothing.into()
    };
    let files = [("places.csv", PLACES)];
    assert_eq!(told(&import(&site, &files, places).await), [""; 0]);
    // None of these names says what the file holds.
    let files = [
        ("1", BRANDS),
        ("2", PRODUCTS),
        ("3", BATCHES),
        ("4", UNITS),
        ("5", RECALLS),
        ("6", CERTIFICATES),
        ("7", DOCUMENTS),
    ];
    let report = import(&site, &files, Mode::AllOrNothing).await;
    assert_eq!(told(&report), [""; 0]);
    assert_eq!((report.lines, report.added), (9, 9));
    let again = import(&site, &files, Mode::AllOrNothing).await;
    assert_eq!((again.added, again.changed, again.unchanged), (0, 0, 9));
    let same = import(&site, &[("8", SAME)], Mode::AllOrNothing).await;
    assert_eq!((same.added, same.changed, same.unchanged), (0, 0, 11));
}

#[tokio::test]
async fn a_table_s_faults_are_told_by_line_and_column() {
    let site = Site::new().await;
    let check = async |text: &str, expected: &[&str]| {
        let report = import(&site, &[("t", text)], Mode::AllOrNothing).await;
        let told = told(&report);
        assert_eq!(told.len(), expected.len(), "{told:?}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "{told}: not {expected}");
        }
        assert!(!report.is_kept);
    };
    check(
        "gtin,batch,serial,colour\n",
        &["t:1: colour: is no column of units; use these: gtin, batch, serial"],
    )
    .await;
    check(
        "gtin,serial\n1,2\n",
        &["t:1: batch: the column is missing; units need it"],
    )
    .await;
    check(
        "gtin,batch,serial,state\n\
         09506000100012,T1,A B,\n\
         09506000100012,T1,A1,lost\n\
         09506000100012,T1\n\
         09506000100012,NO,A1,\n\
         09506000100013,T1,A1,\n",
        &[
            "t:2: serial: `A B` is not possible; use 1 to 20",
            "t:3: state: `lost` is no state of a unit; use one of: allocated, printed",
            "t:4: has 2 cells; the header has 4",
            "t:5: batch: `NO` is not known here",
            "t:6: gtin: `09506000100013`: wrong check digit",
        ],
    )
    .await;
    check(
        "gtin,batch,expiry,markets\n\
         09506000100012,\"L\n1\",2026-13-01,Poland\n\
         09506000100012,L2,,\n\
         09506000100012,,,\n",
        &[
            "t:2: batch: `L\n1` is not possible",
            "t:2: expiry: `2026-13-01`: not a date",
            "t:2: markets: `Poland` is no country",
            "t:5: not a record of batches: missing field `batch`",
        ],
    )
    .await;
    check(
        "gtin,name.en,sector,serials,safety_critical,parts.1.grams\n\
         09506000100012,Tea,food,declared,perhaps,heavy\n",
        &[
            "t:2: safety_critical: `perhaps` is neither true nor false",
            "t:2: parts.1.grams: `heavy` is no number",
        ],
    )
    .await;
}

#[tokio::test]
async fn the_report_is_bounded_and_its_file_is_not() {
    let site = Site::new().await;
    let rows: String = (0..150)
        .map(|number| format!("{TEA},T1,A B{number}\n"))
        .collect();
    let good = (0..9_000).map(|number| format!("{TEA},T1,G{number}\n"));
    let table = format!("gtin,batch,serial\n{rows}{}", good.collect::<String>());
    let mut faults = tempfile::tempfile().unwrap();
    let progress = Arc::new(Mutex::new(Vec::new()));
    let seen = progress.clone();
    let options = Options {
        faults: Some(Arc::new(File::try_clone(&faults).unwrap())),
        progress: Some(Arc::new(move |lines| seen.lock().unwrap().push(lines))),
        ..Options::from(Mode::KeepGood)
    };
    let report = import(&site, &[("t", &table)], options).await;
    assert_eq!((report.wrong, report.problems.len()), (150, 100));
    assert_eq!((report.lines, report.added), (9_150, 9_000));
    assert!(
        report
            .to_string()
            .contains("… and 50 more; `--report FILE`")
    );
    assert_eq!(*progress.lock().unwrap(), [8_192]);
    let mut text = String::new();
    faults.rewind().unwrap();
    faults.read_to_string(&mut text).unwrap();
    assert_eq!(text.lines().count(), 151);
    assert!(text.starts_with("file,line,field,what,advice\nt,2,serial,`A B0` is not possible,"));
}

#[tokio::test]
async fn a_state_never_goes_back_unless_corrected() {
    let site = Site::new().await;
    let check = async |rows: &str, expected: Option<(Stage, bool)>| {
        let table = format!("gtin,batch,serial,state,correction\n{rows}\n");
        let report = import(&site, &[("t", &table)], Mode::AllOrNothing).await;
        assert_eq!(told(&report), [""; 0]);
        let (product, serial) = (TEA.parse().unwrap(), Serial::new("NEW1").unwrap());
        let state = site
            .app
            .store
            .read_blocking(|db| {
                let product = db.product(&product)?.unwrap();
                db.unit(product.id, &serial)
            })
            .unwrap()
            .unwrap()
            .state;
        let expected = expected.map(|(stage, is_corrected)| UnitState {
            stage,
            is_corrected,
        });
        assert_eq!(state, expected, "{rows}");
    };
    let row = |state: &str, correction: &str| format!("{TEA},T1,NEW1,{state},{correction}");
    check(&row("", ""), None).await;
    check(&row("applied", ""), Some((Stage::Applied, false))).await;
    check(&row("printed", ""), Some((Stage::Applied, false))).await;
    check(&row("", ""), Some((Stage::Applied, false))).await;
    check(&row("printed", "true"), Some((Stage::Printed, true))).await;
    check(&row("shipped", "false"), Some((Stage::Shipped, true))).await;
}

#[tokio::test]
async fn dates_of_a_batch_s_units_may_differ() {
    let site = Site::new().await;
    let table = format!(
        "gtin,batch,serial,issued_on\n\
         {MUG},M1,D1,2026-01-01\n{MUG},M1,D2,\n{MUG},M1,D3,2026-01-02\n"
    );
    for _ in 0..2 {
        import(&site, &[("t", &table)], Mode::AllOrNothing).await;
    }
    let date = |serial: &str| {
        let (product, serial) = (MUG.parse().unwrap(), Serial::new(serial).unwrap());
        let unit = site.app.store.read_blocking(|db| {
            let product = db.product(&product)?.unwrap();
            db.unit(product.id, &serial)
        });
        unit.unwrap().unwrap().issued_on
    };
    assert_eq!(date("D1").as_deref(), Some("2026-01-01"));
    assert_eq!(date("D2"), None);
    assert_eq!(date("D3").as_deref(), Some("2026-01-02"));
    assert_eq!(date("MUG1"), None, "it was here before, without a date");
}

#[tokio::test]
async fn documents_go_through_the_door_of_captures() {
    let site = Site::new().await;
    let good = observed(
        &unit(TEA, "TEA1"),
        NOW,
        "shipping",
        "in_transit",
        "9506000900018",
    );
    let other = observed(
        &unit("09521000200012", "X"),
        NOW,
        "shipping",
        "stolen",
        "9506000900018",
    );
    let bad = serde_json::json!({"type": "ObjectEvent"});
    let text = document(serde_json::json!([good, other, bad])).to_string();
    let report = import(&site, &[("e", &text)], Mode::AllOrNothing).await;
    let told = told(&report);
    assert_eq!(
        told[0],
        "e: /epcisBody/eventList/1: `01/09521000200012/21/X` belongs to another brand; correct the event"
    );
    assert!(
        told[1].starts_with("e: /epcisBody/eventList/2/"),
        "{told:?}"
    );
    let report = import(&site, &[("e", &text)], Mode::KeepGood).await;
    assert_eq!((report.lines, report.added), (3, 1));
    let text = document(serde_json::json!([good])).to_string();
    let report = import(&site, &[("e", &text)], Mode::AllOrNothing).await;
    assert_eq!((report.added, report.unchanged, report.wrong), (0, 1, 0));

    let report = import(&site, &[("e.json", "{\"type\": \"x\"")], Mode::AllOrNothing).await;
    assert!(self::told(&report)[0].starts_with("e.json:1: not an EPCIS document in JSON: EOF"));
    let report = import(&site, &[("e.json", "{}")], Mode::AllOrNothing).await;
    assert_eq!(report.wrong, 4);
}

#[test]
fn a_folder_goes_in_in_the_order_of_what_refers_to_what() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("brand")).unwrap();
    for (name, text) in [
        ("a-units.csv", UNITS),
        ("b-batches.csv", BATCHES),
        ("c-products.csv", PRODUCTS),
        ("d-brands.csv", BRANDS),
        ("notes.txt", "not for import"),
    ] {
        std::fs::write(path("brand").join(name), text).unwrap();
    }
    let database = format!("sqlite:{}", path("t.db").display());
    let report = path("faults.csv");
    let import = |brand: &str| {
        touchstone(&[
            "import",
            "--database",
            &database,
            "--brand",
            brand,
            "--report",
            report.to_str().unwrap(),
            path("brand").to_str().unwrap(),
        ])
    };
    let output = import("acme");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert_eq!(
        said,
        "6 lines read: 6 added, 0 changed, 0 unchanged, 0 wrong\n"
    );
    let output = import("nobody");
    assert!(!output.status.success());
    let faults = std::fs::read_to_string(report).unwrap();
    assert!(faults.contains("c-products.csv,2,brand,`nobody` is not known here,"));
}

#[test]
fn a_pipe_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let brand = |id: &str| {
        format!("{{\"type\":\"brand\",\"id\":\"{id}\",\"name\":\"x\",\"prefixes\":[]}}\n")
    };
    let import = |text: String, more: &[&str]| {
        let flags = ["import", "--database", &database];
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_touchstone"))
            .args([&flags[..], more, &["/dev/stdin"]].concat())
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        std::io::Write::write_all(&mut stdin, text.as_bytes()).unwrap();
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        )
    };
    let bad = brand("one") + &brand("Not an id");
    let (is_fine, said) = import(bad.clone(), &[]);
    assert!(!is_fine);
    assert!(said.contains("2 lines read"), "{said}");
    let (is_fine, said) = import(bad, &["--keep-good"]);
    assert!(!is_fine);
    assert!(said.contains("1 added"), "nothing was kept before: {said}");
    let (is_fine, said) = import(brand("one"), &[]);
    assert!(is_fine && said.contains("1 unchanged"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn others_write_while_what_is_good_is_kept() {
    const UNITS: usize = 60_000;
    let site = Arc::new(Site::new().await);
    let rows: String = (0..UNITS)
        .map(|number| match number % 20_000 {
            7 => format!("{TEA},T9,G{number}\n"),
            _ => format!("{TEA},T1,G{number}\n"),
        })
        .collect();
    let table = format!("gtin,batch,serial\n{rows}");
    let files = [("t", table.as_str())];
    let (running, writes) = (Arc::new(AtomicBool::new(true)), site.clone());
    let (until, now) = (running.clone(), site.app.clock.now());
    let writing = tokio::spawn(async move {
        let mut longest = Duration::ZERO;
        let mut count = 0;
        while until.load(Ordering::Relaxed) {
            let began = Instant::now();
            let store = &writes.app.store;
            store
                .write(move |tx| tx.put_moment("test", now))
                .await
                .unwrap();
            longest = longest.max(began.elapsed());
            count += 1;
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        (count, longest)
    });
    let began = Instant::now();
    let report = import(&site, &files, Mode::KeepGood).await;
    let took = began.elapsed();
    running.store(false, Ordering::Relaxed);
    let (count, longest) = writing.await.unwrap();
    println!("{count} writes beside an import of {took:?}; the longest took {longest:?}");
    assert!(count > 10, "{count} writes");
    assert_eq!((report.lines, report.wrong), (UNITS, 3));
    assert_eq!((report.added, report.unchanged), (UNITS - 3, 0));
    let told: Vec<Option<usize>> = report.problems.iter().map(|one| one.line).collect();
    assert_eq!(told, [Some(9), Some(20_009), Some(40_009)]);
    let again = import(&site, &files, Mode::KeepGood).await;
    assert_eq!((again.added, again.changed, again.wrong), (0, 0, 3));
    assert_eq!(again.unchanged, UNITS - 3);
}

#[tokio::test]
async fn what_a_record_named_counts_in_every_part() {
    let site = Site::empty();
    let picture = r#"{"type":"picture","name":"leaf.svg","base64":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="}"#;
    let brand = r#"{"type":"brand","id":"acme","name":"Acme","prefixes":["9506000"]}"#;
    // So much that the parts end between the picture and who needs it.
    let again = format!("{brand}\n").repeat(8_192);
    let product = r#"{"type":"product","brand":"acme","gtin":"09506000100050","name":{"en":"Cup"},"sector":"household","serials":"partial","picture":"leaf.svg"}"#;
    let text = format!("{picture}\n{again}{product}\n");
    let report = import(&site, &[("r.jsonl", &text)], Mode::KeepGood).await;
    assert_eq!(told(&report), [""; 0]);
    assert_eq!((report.lines, report.added), (8_194, 3));
    // An event of nobody is told once, however many parts there are.
    let event = observed(
        &unit(TEA, "TEA1"),
        NOW,
        "shipping",
        "in_transit",
        "9506000900018",
    );
    let site = Site::new().await;
    let events = document(serde_json::json!(vec![event; 8_200])).to_string();
    let mut source = source(&site, "e.json", &events);
    source.brand = None;
    let report = import::run(
        &site.app.store,
        vec![source],
        Mode::KeepGood,
        site.app.clock.now(),
    )
    .await
    .unwrap();
    assert_eq!((report.lines, report.wrong), (8_200, 1));
    assert!(told(&report)[0].contains("it is not said whose events these are"));
}

#[test]
fn standard_input_holds_any_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let check = |input: &str, more: &[&str], expected: &str| {
        let arguments = [&["import", "--database", &database, "-"], more].concat();
        let output = crate::command::told(&arguments, input);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains(expected), "{said}{output:?}");
    };
    check(crate::site::RECORDS, &[], " 0 wrong");
    check(
        &format!("gtin,batch,serial\n{TEA},T1,NEW1\n"),
        &[],
        "1 lines read: 1 added",
    );
    check(
        &format!("gtin;batch;serial\n{TEA};T1;A B\n"),
        &["--kind", "units"],
        "standard input:2: serial: `A B` is not possible",
    );
    let event = observed(
        &unit(TEA, "TEA1"),
        NOW,
        "shipping",
        "in_transit",
        "9506000900018",
    );
    let pretty = serde_json::to_string_pretty(&document(serde_json::json!([event]))).unwrap();
    check(&pretty, &["--brand", "acme"], "1 lines read: 1 added");
    check("", &[], "0 lines read");
}
