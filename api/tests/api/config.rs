//! Settings by flags and environment, and what `doctor` says of them.

use std::{os::unix::fs::PermissionsExt as _, path::Path, process::Command};

use serde_json::Value;

use crate::command::{lines, touchstone};

fn run(arguments: &[&str], variables: &[(&str, &str)]) -> (bool, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(arguments)
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.success(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn settings_are_printed_without_secrets() {
    let (is_fine, printed, _) = run(
        &[
            "serve",
            "--print-config",
            "--smtp-url",
            "smtps://jo:s3cret@mail.example",
            "--trusted-proxy",
            "10.0.0.0/8,192.0.2.1",
        ],
        &[
            ("TOUCHSTONE_MAIL_FROM", "care@brand.example"),
            ("TOUCHSTONE_DEMO", "true"),
        ],
    );
    assert!(is_fine, "{printed}");
    for line in [
        "TOUCHSTONE_SMTP_URL=smtps://jo:***@mail.example",
        "TOUCHSTONE_MAIL_FROM=care@brand.example",
        "TOUCHSTONE_TRUSTED_PROXY=10.0.0.0/8,192.0.2.1",
        "TOUCHSTONE_DEMO=true",
        "#TOUCHSTONE_LISTEN=127.0.0.1:8080",
        "#TOUCHSTONE_LIMIT_GUESSES=20+20/min",
        "#TOUCHSTONE_KEEP_CHECKS=400",
        "#TOUCHSTONE_TLS_CERT=",
    ] {
        let found = printed.lines().any(|printed| printed == line);
        assert!(found, "no `{line}` in\n{printed}");
    }
    assert!(!printed.contains("s3cret"));
}

#[test]
fn what_is_wrong_is_told_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let check = |arguments: &[&str], expected: &str| {
        let all = [
            &["serve", "--listen", "127.0.0.1:0", "--database", &database],
            arguments,
        ]
        .concat();
        let (is_fine, _, said) = run(&all, &[]);
        assert!(!is_fine && said.contains(expected), "{arguments:?}: {said}");
        assert!(!said.contains("s3cret"), "{said}");
    };
    let from = ["--mail-from", "care@brand.example"];
    check(
        &[
            &["--smtp-url", "smtp+plain://jo:s3cret@mail.example"],
            &from[..],
        ]
        .concat(),
        "`localhost` alone",
    );
    check(
        &[&["--smtp-url", "smtps://s3cret@"], &from[..]].concat(),
        "USER:PASSWORD",
    );
    check(
        &["--smtp-url", "smtps://jo:s3cret@mail.example"],
        "--mail-from",
    );
    check(
        &["--smtp-url", "smtps://mail.example", "--mail-from", "care"],
        "no e-mail address",
    );
    check(&["--vapid-key", "/nonexistent"], "the key of push messages");
    check(&["--trusted-proxy", "10.0.0.0/99"], "no block of addresses");
    check(&["--limit-guesses", "plenty"], "no rate");
    check(&["--keep-deliveries", "7"], "--keep-deliveries");
    check(&["--log-filter", "=/="], "no filter");
}

#[test]
fn a_seal_key_is_made_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seal-key");
    let name = path.to_str().unwrap();
    let (is_fine, ..) = run(&["key", "seal", "--out", name], &[]);
    assert!(is_fine);
    let key = std::fs::read_to_string(&path).unwrap();
    assert!(key.starts_with("touchstone_seal_"), "{key}");
    let (is_fine, ..) = run(&["key", "seal", "--out", name], &[]);
    assert!(!is_fine);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), key);
}

#[test]
fn a_vapid_key_is_made_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vapid.pem");
    let name = path.to_str().unwrap();
    let (is_fine, public, _) = run(&["key", "vapid", "--out", name], &[]);
    assert!(is_fine);
    assert_eq!(public.trim().len(), 87);
    let mode = path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    let (is_fine, _, said) = run(&["key", "vapid", "--out", name], &[]);
    assert!(!is_fine && said.contains("can't use"), "{said}");
}

/// What `doctor` says, by check.
fn doctor(database: &Path, arguments: &[&str]) -> (bool, Vec<Value>) {
    let database = format!("sqlite:{}", database.display());
    let all = [&["doctor", "--json", "--database", &database], arguments].concat();
    let output = touchstone(&all);
    (output.status.success(), lines(&output))
}

#[track_caller]
fn state<'f>(findings: &'f [Value], check: &str) -> &'f str {
    let found = findings.iter().find(|finding| finding["check"] == check);
    let finding = found.unwrap_or_else(|| panic!("nothing about {check}: {findings:?}"));
    let state = finding["state"].as_str().unwrap();
    assert_eq!(state == "fine", finding["todo"].is_null(), "{finding}");
    state
}

#[test]
fn doctor_says_what_is_wrong_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.db");
    let (is_fine, findings) = doctor(&path, &[]);
    assert!(!is_fine);
    assert_eq!(state(&findings, "database"), "wrong");

    drop(api::store::Store::open(&path.as_path().into()).unwrap());
    let (is_fine, findings) = doctor(&path, &["--public-origin", "https://check.example"]);
    assert!(is_fine, "{findings:?}");
    for check in [
        "version",
        "integrity",
        "tables",
        "issue key",
        "seal key",
        "clock",
        "origin",
        "mail",
        "push",
        "certificate",
    ] {
        assert_eq!(state(&findings, check), "fine", "{findings:?}");
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (is_fine, findings) = doctor(&path, &[]);
    assert!(is_fine, "warnings do not fail");
    assert_eq!(state(&findings, "database"), "warning");
    assert_eq!(state(&findings, "origin"), "warning");

    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    let smtp = format!("smtp+plain://localhost:{port}");
    let arguments = ["--smtp-url", &smtp, "--mail-from", "care@brand.example"];
    let (is_fine, findings) = doctor(&path, &arguments);
    assert!(
        is_fine && state(&findings, "mail") == "fine",
        "{findings:?}"
    );
    // Nobody listens there.
    let arguments = [
        "--smtp-url",
        "smtp+plain://localhost:1",
        "--mail-from",
        "care@brand.example",
    ];
    let (is_fine, findings) = doctor(&path, &arguments);
    assert!(!is_fine && state(&findings, "mail") == "wrong");
    let (is_fine, findings) = doctor(&path, &["--vapid-key", "/nonexistent"]);
    assert!(!is_fine && state(&findings, "push") == "wrong");
}

/// Every key is held against what the database knows of it, as `serve` does.
#[test]
fn doctor_knows_the_keys_of_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (path, records) = (folder.path().join("t.db"), at("brand.jsonl"));
    std::fs::write(&records, crate::site::RECORDS).unwrap();
    let (database, issue, hidden) = (format!("sqlite:{}", at("t.db")), at("issue"), at("hidden"));
    let run = |arguments: &[&str]| {
        let all = [arguments, &["--database", &database]].concat();
        let output = touchstone(&all);
        assert!(output.status.success(), "{output:?}");
    };
    run(&["import", &records]);
    run(&[
        "issue",
        "--gtin",
        crate::site::TEA,
        "--batch",
        "T1",
        "--count",
        "5",
        "--with-hidden",
        "--hidden-out",
        &at("hidden.csv"),
        "--issue-key",
        &issue,
        "--hidden-key",
        &hidden,
    ]);
    let signing = ["old", "new"].map(at);
    for file in &signing {
        run(&[
            "key",
            "signing",
            "create",
            "--brand",
            "acme",
            "--signing-key",
            file,
        ]);
    }
    let keys = ["--issue-key", &issue, "--hidden-key", &hidden];
    let with = |more: &[&str]| doctor(&path, &[&keys[..], more].concat());
    let (is_fine, findings) = with(&["--signing-key", &signing[0]]);
    assert!(is_fine, "{findings:?}");
    for check in ["issue key", "hidden key", "signing key"] {
        assert_eq!(state(&findings, check), "fine", "{findings:?}");
    }

    // Another's, and none.
    for file in [&issue, &at("nothing")] {
        let (is_fine, findings) = doctor(&path, &["--issue-key", &issue, "--hidden-key", file]);
        assert!(
            !is_fine && state(&findings, "hidden key") == "wrong",
            "{findings:?}"
        );
        let (is_fine, findings) = with(&["--signing-key", file]);
        assert!(!is_fine && state(&findings, "signing key") == "wrong");
    }
    let text = std::fs::read_to_string(&signing[1]).unwrap();
    let (_, digits) = text.trim().rsplit_once('_').unwrap();
    let other: String = digits.chars().rev().collect();
    std::fs::write(at("other"), text.replace(digits, &other)).unwrap();
    let (is_fine, findings) = with(&["--signing-key", &at("other")]);
    assert!(
        !is_fine && state(&findings, "signing key") == "wrong",
        "{findings:?}"
    );
}

/// A clock that is behind what it wrote itself.
#[test]
fn doctor_knows_a_clock_that_went_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.db");
    drop(api::store::Store::open(&path.as_path().into()).unwrap());
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(
            "insert into scan_log (day, seq, checked_at, received_at, session)
             values (99999, 1, 0, 99999 * 86400000, 0)",
        )
        .unwrap();
    let (is_fine, findings) = doctor(&path, &[]);
    assert!(
        !is_fine && state(&findings, "clock") == "wrong",
        "{findings:?}"
    );
}

/// systemd itself reads the units, where it is installed: a setting that it doesn't know is a line
/// that protects nothing.
#[test]
fn systemd_knows_every_line_of_the_units() {
    let Ok(version) = std::process::Command::new("systemd-analyze")
        .arg("--version")
        .output()
    else {
        println!("systemd-analyze is not installed: nothing was verified");
        return;
    };
    assert!(version.status.success());
    let folder = tempfile::tempdir().unwrap();
    let deploy = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy");
    let program = env!("CARGO_BIN_EXE_touchstone");
    let verify = |more: &str| {
        let mut units = Vec::new();
        for entry in std::fs::read_dir(&deploy).unwrap() {
            let from = entry.unwrap().path();
            let is_unit = |kind: &std::ffi::OsStr| kind == "service" || kind == "timer";
            if !from.extension().is_some_and(is_unit) {
                continue;
            }
            // The program and its page are where this machine has them.
            let text = std::fs::read_to_string(&from)
                .unwrap()
                .replace("/usr/bin/touchstone", program);
            let to = folder.path().join(from.file_name().unwrap());
            std::fs::write(
                &to,
                text.replace("[Service]\n", &format!("[Service]\n{more}")),
            )
            .unwrap();
            units.push(to);
        }
        assert!(units.len() >= 3, "{units:?}");
        let output = std::process::Command::new("systemd-analyze")
            .args(["verify", "--man=no", "--recursive-errors=no"])
            .args(&units)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        // What else is on this machine is no fault of ours.
        let name = folder
            .path()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let ours: Vec<String> = said
            .lines()
            .filter(|line| line.contains(&name) || line.contains("touchstone"))
            .map(str::to_owned)
            .collect();
        ours
    };
    assert_eq!(verify(""), Vec::<String>::new());
    let found = verify("ProtectKernelModule=yes\n").join("\n");
    assert!(
        found.contains("ProtectKernelModule"),
        "it does look: {found}"
    );
}

#[test]
fn doctor_knows_when_a_certificate_ends() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.db");
    drop(api::store::Store::open(&path.as_path().into()).unwrap());
    let (file, key) = (folder.path().join("c"), folder.path().join("k"));
    let check = |year: i32, expected: &str| {
        let mut made = rcgen::CertificateParams::new(["localhost".to_owned()]).unwrap();
        made.not_after = rcgen::date_time_ymd(year, 1, 1);
        let pair = rcgen::KeyPair::generate().unwrap();
        std::fs::write(&file, made.self_signed(&pair).unwrap().pem()).unwrap();
        std::fs::write(&key, pair.serialize_pem()).unwrap();
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
        let files = [file.to_str().unwrap(), key.to_str().unwrap()];
        let (_, findings) = doctor(&path, &["--tls-cert", files[0], "--tls-key", files[1]]);
        assert_eq!(state(&findings, "certificate"), expected, "{findings:?}");
    };
    check(2020, "wrong");
    check(2099, "fine");
}

#[test]
fn doctor_reads_every_page() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("t.db"), folder.path().join("copy.db"));
    drop(api::store::Store::open(&path.as_path().into()).unwrap());
    // All of a copy is in one file, and nothing in a log beside it.
    api::store::backup(&path, &copy, false, |_, _| {}).unwrap();
    let mut bytes = std::fs::read(&copy).unwrap();
    bytes[5 * 4096..8 * 4096].fill(0x5a);
    std::fs::write(&copy, bytes).unwrap();
    let (is_fine, findings) = doctor(&copy, &[]);
    assert!(
        !is_fine && state(&findings, "integrity") == "wrong",
        "{findings:?}"
    );
}

/// What `deploy/` and the page about running set is there to be set.
#[test]
fn deployments_set_what_there_is() {
    let (_, settings, _) = run(&["serve", "--print-config"], &[]);
    let known: Vec<&str> = settings
        .lines()
        .filter_map(|line| line.trim_start_matches('#').split_once('='))
        .map(|(name, _)| name)
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for file in [
        "deploy/touchstone.service",
        "deploy/touchstone-backup.service",
        "deploy/Containerfile",
        "docs/running.md",
    ] {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        let is_name = |letter: char| letter.is_ascii_uppercase() || letter == '_';
        let names = text.split("TOUCHSTONE_").skip(1);
        for name in names.map(|rest| rest.split(|letter| !is_name(letter)).next().unwrap()) {
            let name = format!("TOUCHSTONE_{name}");
            assert!(
                name == "TOUCHSTONE_" || known.contains(&name.as_str()),
                "{file}: {name}"
            );
        }
    }
}
