//! What only a database on a server can do: be gone for a while, and be reached over TLS.

use std::{
    fs,
    net::TcpListener,
    process::{Command, Output},
};

use api::store::Store;
use serde_json::json;

use crate::{
    engine::{Postgres, give, schema},
    site::{RECORDS, Site, TEA},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_gone_for_a_while() {
    let postgres = Postgres::start("-c fsync=off").unwrap();
    let address = schema(&postgres.url);
    let site = Site::on(address.clone(), Store::open(&address).unwrap());
    let report = site.import(RECORDS).await;
    assert!(report.is_kept, "{report}");
    let code = json!({ "code": format!("(01){TEA}(21)TEA1") });
    site.post("/v1/verify", &code).await.is(200);

    postgres.stop().unwrap();
    for _ in 0..3 {
        let reply = site.post("/v1/verify", &code).await;
        reply.is(503);
        assert!(reply.headers.contains_key("retry-after"));
    }
    site.get("/readyz", &[]).await.is(503);

    postgres.run().unwrap();
    site.get("/readyz", &[]).await.is(200);
    site.post("/v1/verify", &code).await.is(200);
    let checks = site.app.store.read(|db| db.count_checks()).await.unwrap();
    assert_eq!(checks, 2, "those that were answered");
}

/// A server with a certificate of its own on a port of its own.
struct OverTls {
    _postgres: Postgres,
    url: String,
    folder: tempfile::TempDir,
}

impl OverTls {
    fn start() -> OverTls {
        let folder = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let (cert, key) = (
            folder.path().join("cert.pem"),
            folder.path().join("key.pem"),
        );
        fs::write(&cert, made.cert.pem()).unwrap();
        fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let owner_only = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        fs::set_permissions(&key, owner_only).unwrap();
        for path in [folder.path(), &cert, &key] {
            give(path).unwrap();
        }
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let options = format!(
            "-c fsync=off -c listen_addresses=localhost -c port={port} -c ssl=on \
             -c ssl_cert_file={} -c ssl_key_file={}",
            cert.display(),
            key.display()
        );
        OverTls {
            _postgres: Postgres::start(&options).unwrap(),
            url: format!("postgres://postgres@localhost:{port}/postgres?sslmode=require"),
            folder,
        }
    }

    /// Makes the tables, as a machine that trusts the authorities of a file.
    fn migrate(&self, authorities: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_touchstone"))
            .args(["migrate", "--database", &self.url])
            .env("SSL_CERT_FILE", self.folder.path().join(authorities))
            .output()
            .unwrap()
    }
}

#[test]
fn over_tls_from_whom_this_machine_trusts() {
    let server = OverTls::start();
    let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    fs::write(server.folder.path().join("other.pem"), other.cert.pem()).unwrap();

    let refused = server.migrate("other.pem");
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(!refused.status.success());
    assert!(said.contains("certificate"), "{said}");

    let done = server.migrate("cert.pem");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
}
