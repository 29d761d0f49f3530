//! Signed codes: `touchstone key signing`, `touchstone issue --signed`, what the server says of
//! them, and the keys that it publishes.

use serde_json::{Value, json};

use crate::{
    command::touchstone,
    site::{PILLS, Site, TEA},
};

fn file(site: &Site, name: &str) -> String {
    site.folder.path().join(name).display().to_string()
}

pub fn run(site: &Site, arguments: &[&str]) -> Result<Vec<String>, String> {
    let database = format!("--database={}", site.address);
    let output = touchstone(&[arguments, &[&database]].concat());
    if output.status.success() {
        let text = String::from_utf8(output.stdout).unwrap();
        Ok(text.lines().map(str::to_owned).collect())
    } else {
        Err(String::from_utf8(output.stderr).unwrap())
    }
}

/// A new key in a file of that name; its identifier.
pub fn create(site: &Site, name: &str) -> String {
    let key = format!("--signing-key={}", file(site, name));
    let lines = run(site, &["key", "signing", "create", "--brand=acme", &key]);
    lines.unwrap().remove(0)
}

fn issue(site: &Site, key: &str, arguments: &[&str]) -> Result<Vec<String>, String> {
    let files = [
        format!("--issue-key={}", file(site, "issue-key")),
        format!("--signing-key={}", file(site, key)),
    ];
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    run(site, &[&["issue"], &files[..], arguments].concat())
}

const SIGNED_TEA: [&str; 4] = ["--gtin", TEA, "--batch=T1", "--signed"];

/// The answer to a code as our scanner reads it, and what it says of the signature.
pub async fn ask(site: &Site, code: &str) -> (Value, Vec<String>) {
    let symbology = if code.starts_with("http") {
        "]Q1"
    } else {
        "]d2"
    };
    let question = json!({ "code": code, "symbology_identifier": symbology });
    let answer = site.post("/v1/verify", &question).await.is(200).json();
    let reasons = answer["verdict"]["reasons"].as_array().unwrap();
    let kinds = reasons
        .iter()
        .map(|reason| reason["kind"].as_str().unwrap());
    let signatures = kinds.filter(|kind| kind.starts_with("signature-"));
    let signatures = signatures.map(str::to_owned).collect();
    (answer, signatures)
}

#[track_caller]
fn says((answer, signatures): (Value, Vec<String>), standing: &str, signature: &str) {
    assert_eq!(answer["verdict"]["standing"], standing, "{answer}");
    assert_eq!(signatures, [signature]);
}

#[tokio::test]
async fn a_signature_is_judged_with_the_code() {
    let site = Site::new().await;
    let id = create(&site, "key");
    let lines = issue(&site, "key", &[&SIGNED_TEA[..], &["--count=2"]].concat()).unwrap();
    let fields: Vec<&str> = lines[1].split(',').collect();
    let (serial, link, element_string) = (fields[2], fields[3], fields[4]);
    let start = format!("https://id.gs1.org/01/{TEA}/10/T1/21/{serial}?15=280110&sig={id}");
    assert!(link.starts_with(&start), "{link}");
    let start = format!("(01){TEA}(15)280110(10)T1(21){serial}(99){id}");
    assert!(element_string.starts_with(&start), "{element_string}");
    assert_eq!(link.rsplit('=').next(), element_string.rsplit(')').next());

    says(ask(&site, link).await, "issued", "signature-valid");
    let scan = element_string.replace("(01)", "01").replace("(15)", "15");
    let scan = scan.replace("(10)", "10").replace("(21)", "\u{1d}21");
    let scan = scan.replace("(99)", "\u{1d}99");
    says(ask(&site, &scan).await, "issued", "signature-valid");
    let other_date = link.replace("280110", "290110");
    says(ask(&site, &other_date).await, "suspect", "signature-wrong");
    let cut = &link[..link.len() - 1];
    says(ask(&site, cut).await, "suspect", "signature-wrong");
    let other = lines[2].split(',').nth(2).unwrap();
    let swapped = link.replace(serial, other);
    says(ask(&site, &swapped).await, "suspect", "signature-wrong");
    let bare = format!("https://id.gs1.org/01/{TEA}/21/{serial}");
    says(ask(&site, &bare).await, "issued", "signature-missing");
    // Nothing is asked of units whose codes never were signed.
    let (_, none) = ask(&site, &format!("https://id.gs1.org/01/{TEA}/21/TEA1")).await;
    assert!(none.is_empty());

    // The page says it, too, and a forged code of a recalled product hides nothing.
    let path = link.strip_prefix("https://id.gs1.org").unwrap();
    let page = site.browser().open(path).await;
    page.is(200).says("signed exactly what this code says");
    let forged = path.replace("T1", "T0");
    site.browser()
        .open(&forged)
        .await
        .says("does not fit what the code says");
}

fn no_key(said: Result<Vec<String>, String>) {
    let error = said.unwrap_err();
    assert!(error.contains("has no key"), "{error}");
}

#[tokio::test]
async fn keys_are_published_rotated_and_revoked() {
    let site = Site::new().await;
    let keys = async || {
        let reply = site.get("/.well-known/touchstone-keys.json", &[]).await;
        assert_eq!(reply.is(200).header("cache-control"), "public, max-age=300");
        reply.json()["keys"].as_array().unwrap().clone()
    };
    assert!(keys().await.is_empty());
    let old = create(&site, "old");
    let first = issue(&site, "old", &[&SIGNED_TEA[..], &["--count=1"]].concat()).unwrap();
    assert_ne!(create(&site, "new"), old);
    let links = ["--count=1", "--format=links"];
    let second = issue(&site, "new", &[&SIGNED_TEA[..], &links].concat()).unwrap();
    let first_link = first[1].split(',').nth(3).unwrap();
    says(ask(&site, first_link).await, "issued", "signature-valid");
    says(ask(&site, &second[0]).await, "issued", "signature-valid");

    // An outsider verifies with what is published.
    let published = keys().await;
    assert_eq!(published.len(), 2);
    let key = published.iter().find(|key| key["kid"] == *old).unwrap();
    assert_eq!(key["gs1_company_prefixes"], json!(["9506000"]));
    assert_eq!(key["revoked_at"], Value::Null);
    let bytes = signed::base64url::decode(key["x"].as_str().unwrap()).unwrap();
    let ring = signed::KeyRing(vec![signed::KnownKey {
        key: signed::PublicKey::new(&bytes).unwrap(),
        prefixes: vec!["9506000".to_owned()],
        revoked_on: None,
    }]);
    let (message, _) = gs1::parse(first_link, None);
    assert_eq!(
        ring.judge(&message),
        trace::Signature::Valid { key: old.clone() }
    );

    // The same range is printed the same, by the same key alone.
    let again = ["--gtin", TEA, "--batch=T1", "--again=0"];
    assert_eq!(issue(&site, "old", &again).unwrap(), first);
    let error = issue(&site, "new", &again).unwrap_err();
    assert!(
        error.contains(&format!("signed with the key {old}")),
        "{error}"
    );

    let revoke = ["key", "signing", "revoke", "--brand=acme", "--key-id", &old];
    let other = [
        "key",
        "signing",
        "revoke",
        "--brand=globex",
        "--key-id",
        &old,
    ];
    no_key(run(&site, &other));
    run(&site, &revoke).unwrap();
    no_key(run(&site, &revoke));
    // A key's name is base64url, and may begin like an option.
    no_key(run(&site, &[&revoke[..5], &["-ff7xA"]].concat()));
    let list = run(&site, &["key", "signing", "list", "--brand=acme"]).unwrap();
    assert_eq!(
        list.iter().filter(|line| line.contains("revoked")).count(),
        1
    );
    says(ask(&site, first_link).await, "issued", "signature-revoked");
    says(ask(&site, &second[0]).await, "issued", "signature-valid");
    let key = keys()
        .await
        .into_iter()
        .find(|key| key["kid"] == *old)
        .unwrap();
    assert!(key["revoked_at"].is_string());
    let error = issue(&site, "old", &[&SIGNED_TEA[..], &["--count=1"]].concat()).unwrap_err();
    assert!(error.contains("is revoked"), "{error}");

    // Whoever stole the revoked key can't sign over what the new one signed.
    let stolen = api::signing::read(&site.folder.path().join("old")).unwrap();
    let (message, _) = gs1::parse(&second[0], None);
    let seal = stolen.seal(&signed::Statement::of(&message).unwrap());
    let (before, _) = second[0].split_once("sig=").unwrap();
    let forged = format!("{before}sig={seal}");
    says(ask(&site, &forged).await, "suspect", "signature-wrong");
}

#[tokio::test]
async fn what_can_not_be_signed() {
    let site = Site::new().await;
    let count = [&SIGNED_TEA[..], &["--count=1"]].concat();
    let error = issue(&site, "key", &count).unwrap_err();
    assert!(
        error.contains("touchstone key signing create --brand acme"),
        "{error}"
    );
    std::fs::write(file(&site, "key"), "touchstone_signing_00").unwrap();
    let error = issue(&site, "key", &count).unwrap_err();
    assert!(error.contains("holds no signing key"), "{error}");
    let key = format!("--signing-key={}", file(&site, "globex"));
    let create = ["key", "signing", "create", &key];
    run(&site, &[&create[..], &["--brand=globex"]].concat()).unwrap();
    let error = issue(&site, "globex", &count).unwrap_err();
    assert!(error.contains("is none of `acme`"), "{error}");
    let error = run(&site, &[&create[..], &["--brand=nobody"]].concat()).unwrap_err();
    assert!(error.contains("no brand `nobody`"), "{error}");
    let error = run(&site, &[&create[..], &["--brand=acme"]].concat()).unwrap_err();
    assert!(
        error.contains("can't be used as a signing key's file"),
        "{error}"
    );
    // Another brand's signature says nothing about these.
    let stranger = api::signing::read(&site.folder.path().join("globex")).unwrap();
    let link = format!("https://id.gs1.org/01/{PILLS}/21/PIL2");
    let (message, _) = gs1::parse(&link, None);
    let seal = stranger.seal(&signed::Statement::of(&message).unwrap());
    let signed = format!("{link}?sig={seal}");
    says(ask(&site, &signed).await, "issued", "signature-unknown-key");
}

#[test]
fn signed_codes_are_printed_without_their_signature_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let key = signed::SigningKey::new(&[7; 32]).unwrap();
    let code = format!("(01){TEA}(17)280110(10)T1(21)8THHTT32TZ0809ZD");
    let seal = key.seal(&signed::Statement::of(&gs1::parse(&code, None).0).unwrap());
    for (name, code) in [
        ("dm", format!("{code}(99){seal}")),
        (
            "qr",
            format!("https://id.gs1.org/01/{TEA}/10/T1/21/8THHTT32TZ0809ZD?17=280110&sig={seal}"),
        ),
    ] {
        let out = folder.path().join(name);
        let flags = [
            "label",
            "--format=svg",
            "--out",
            out.to_str().unwrap(),
            &code,
        ];
        let output = touchstone(&flags);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let svg = std::fs::read_to_string(out.join("0000001.svg")).unwrap();
        assert!(svg.contains("(21) 8THHTT32TZ0809ZD"));
        assert!(!svg.contains("(99) "));
    }
}
