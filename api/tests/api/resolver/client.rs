//! A client of its own: a socket, TLS that trusts one certificate, HTTP/1.1.

use std::{net::SocketAddr, sync::Arc};

use api::server::{Limits, Listener, serve};
use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, Version},
};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};

use super::LINKS;
use crate::site::Site;

/// The name in the certificate, and the origin of the site.
const HOST: &str = "check.example";

pub const ORIGIN: &str = "https://check.example";

pub struct Resolver {
    pub site: Site,
    address: SocketAddr,
    tls: tokio_rustls::TlsConnector,
    /// Ends the server when it is dropped.
    _end: watch::Sender<bool>,
}

#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub version: Version,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Resolver {
    /// With Acme's links.
    pub async fn new() -> Resolver {
        let resolver = Resolver::bare().await;
        let report = resolver.site.import(LINKS).await;
        assert!(report.problems.is_empty(), "{report}");
        resolver
    }

    /// Without any.
    pub async fn bare() -> Resolver {
        let site = Site::new().await;
        let made = rcgen::generate_simple_self_signed([HOST.to_owned()]).unwrap();
        let (file, key) = (site.folder.path().join("c"), site.folder.path().join("k"));
        std::fs::write(&file, made.cert.pem()).unwrap();
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let certificate = api::tls::Certificate::read(&file, &key).unwrap();
        let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = socket.local_addr().unwrap();
        let tls = Some(certificate.config().unwrap());
        let (end, ended) = watch::channel(false);
        tokio::spawn(serve(
            vec![Listener { socket, tls }],
            site.router.clone(),
            Limits::default(),
            ended,
        ));
        let mut roots = rustls::RootCertStore::empty();
        roots.add(made.cert.der().clone()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        Resolver {
            site,
            address,
            tls: tokio_rustls::TlsConnector::from(Arc::new(config)),
            _end: end,
        }
    }

    pub async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Reply {
        let stream = TcpStream::connect(self.address).await.unwrap();
        let name = HOST.try_into().unwrap();
        let stream = self.tls.connect(name, stream).await.unwrap();
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
            .await
            .unwrap();
        tokio::spawn(connection);
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", HOST);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        let response = sender.send_request(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Reply {
            status: parts.status,
            version: parts.version,
            headers: parts.headers,
            bytes: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    }

    /// As a program that says nothing of itself.
    pub async fn get(&self, path: &str) -> Reply {
        self.ask(Method::GET, path, &[]).await
    }

    pub async fn linkset(&self, path: &str) -> Value {
        let headers = [("accept", "application/linkset+json")];
        let reply = self.ask(Method::GET, path, &headers).await;
        reply.is(200).json()
    }
}

impl Reply {
    #[track_caller]
    pub fn is(&self, status: u16) -> &Reply {
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.status.as_u16(), status, "{text}");
        self
    }

    /// 307 to there.
    #[track_caller]
    pub fn leads_to(&self, target: &str) -> &Reply {
        self.is(307);
        assert_eq!(self.header("location"), target);
        self
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    /// The `Link` of a relation, with its parameters.
    pub fn link(&self, relation: &str) -> Option<String> {
        let links = self.headers.get_all("link").iter();
        let mut links = links.map(|link| link.to_str().unwrap());
        let relation = format!("rel=\"{relation}\"");
        links
            .find(|link| link.contains(&relation))
            .map(str::to_owned)
    }
}

/// Every link object of a linkset, with the anchor that it stands under and its type.
pub fn links(linkset: &Value) -> Vec<(String, String, Value)> {
    let mut found = Vec::new();
    for object in linkset["linkset"].as_array().unwrap() {
        let anchor = object["anchor"].as_str().unwrap();
        for (kind, links) in object.as_object().unwrap() {
            for link in links.as_array().into_iter().flatten() {
                found.push((anchor.to_owned(), kind.clone(), link.clone()));
            }
        }
    }
    found
}
