//! TLS from certificate files, and behind a proxy.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use api::{
    http::client::Peer,
    server::{Limits, Listener, serve},
    tls::{Certificate, TlsError},
};
use axum::{body::Body, http::Method};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
};

use crate::{
    engine,
    observe::Server,
    site::{Site, request},
};

/// A certificate of its own making for `localhost`; as DER.
fn make(certificates: &Path, key: &Path) -> rustls::pki_types::CertificateDer<'static> {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(certificates, made.cert.pem()).unwrap();
    std::fs::write(key, made.signing_key.serialize_pem()).unwrap();
    made.cert.der().clone()
}

/// What a client that trusts only this certificate is answered.
async fn ask(
    address: std::net::SocketAddr,
    trusted: &rustls::pki_types::CertificateDer<'static>,
) -> std::io::Result<String> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(address).await?;
    let name = "localhost".try_into().unwrap();
    let mut stream = tokio_rustls::TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await?;
    stream
        .write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .await?;
    let mut text = String::new();
    stream.read_to_string(&mut text).await?;
    Ok(text)
}

#[tokio::test]
async fn a_new_certificate_needs_no_restart() {
    let site = Site::new().await;
    let (file, key) = (site.folder.path().join("c"), site.folder.path().join("k"));
    let first = make(&file, &key);
    let certificate = Certificate::read(&file, &key).unwrap();
    let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = socket.local_addr().unwrap();
    let tls = Some(certificate.config().unwrap());
    let (end, ended) = watch::channel(false);
    let server = tokio::spawn(serve(
        vec![Listener { socket, tls }],
        site.router.clone(),
        Limits::default(),
        ended,
    ));
    let answer = ask(address, &first).await.unwrap();
    assert!(answer.contains("strict-transport-security"), "{answer}");
    assert!(!certificate.reload().unwrap(), "nothing changed");

    // The chain is there before its key: the old one stays.
    let old_key = std::fs::read(&key).unwrap();
    let second = make(&file, &key);
    let new_key = std::fs::read(&key).unwrap();
    std::fs::write(&key, old_key).unwrap();
    assert!(matches!(certificate.reload(), Err(TlsError::Apart { .. })));
    ask(address, &first).await.unwrap();
    std::fs::write(&key, "nonsense").unwrap();
    assert!(matches!(certificate.reload(), Err(TlsError::Key(_))));
    ask(address, &first).await.unwrap();

    std::fs::write(&key, new_key).unwrap();
    assert!(certificate.reload().unwrap());
    ask(address, &second).await.unwrap();
    assert!(ask(address, &first).await.is_err(), "the old one is gone");
    end.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(5), server)
        .await
        .unwrap()
        .unwrap();
}

/// The scheme shows in `Strict-Transport-Security`.
#[tokio::test]
async fn only_the_trusted_proxy_says_how_people_came() {
    let site = Site::new().await;
    let is_secure = async |peer: &str, header: (&str, &str)| {
        let mut request = request(Method::GET, "/healthz", &[header], Body::empty());
        let peer = Peer(peer.parse().unwrap());
        request.extensions_mut().insert(peer);
        let reply = site.send(request).await;
        reply.headers.contains_key("strict-transport-security")
    };
    assert!(is_secure("192.0.2.1", ("x-forwarded-proto", "https")).await);
    assert!(is_secure("192.0.2.1", ("forwarded", "for=1.2.3.4;proto=https")).await);
    assert!(!is_secure("192.0.2.1", ("x-forwarded-proto", "http")).await);
    assert!(!is_secure("192.0.2.2", ("x-forwarded-proto", "https")).await);
    assert!(!is_secure("127.0.0.1", ("forwarded", "for=1.2.3.4;proto=https")).await);
}

/// The server itself looks at its files: nobody tells it.
#[tokio::test(flavor = "multi_thread")]
async fn a_running_server_takes_a_new_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let (file, key) = (folder.path().join("c"), folder.path().join("k"));
    let first = make(&file, &key);
    let database = engine::address(folder.path()).to_string();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let path = |path: &Path| path.to_str().unwrap().to_owned();
    let server = Server::start(&[
        "--database",
        &database,
        "--tls-listen",
        &address.to_string(),
        "--tls-cert",
        &path(&file),
        "--tls-key",
        &path(&key),
    ]);
    ask(address, &first).await.unwrap();
    let second = make(&file, &key);
    let began = Instant::now();
    while ask(address, &second).await.is_err() {
        assert!(began.elapsed() < Duration::from_secs(30), "still the old");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(ask(address, &first).await.is_err(), "the old one is gone");
    let log = tokio::task::spawn_blocking(|| server.end()).await.unwrap();
    assert!(log.contains("server.certificate was read again"), "{log}");
}
