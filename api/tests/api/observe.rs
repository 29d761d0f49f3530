//! What whoever watches sees, and what nobody does.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    process::{Child, Command, Stdio},
    thread::{self, JoinHandle},
};

use api::http::client::Peer;
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    command::touchstone,
    site::{PROXY, RECORDS, Site, TEA, request},
};

#[tokio::test]
async fn metrics_count_by_route_and_never_by_code() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1");
    site.get(&path, &[("accept", "application/json")]).await;
    site.get("/01/09506000100013", &[]).await.is(400);
    site.get("/nothing/SECRET", &[]).await.is(404);
    let text = site.get("/metrics", &[]).await.is(200).text();
    for line in [
        r#"_count{route="/01/{*rest}",method="GET",status="200"} 1"#,
        r#"_count{route="/01/{*rest}",method="GET",status="400"} 1"#,
        r#"_count{route="other",method="GET",status="404"} 1"#,
        r#"touchstone_verdicts_total{standing="issued"} 1"#,
    ] {
        assert!(text.contains(line), "no `{line}` in\n{text}");
    }
    assert!(!text.contains("TEA1") && !text.contains("SECRET"));
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (_, value) = line.rsplit_once(' ').unwrap();
        assert!(value.parse::<f64>().is_ok(), "{line}");
    }
}

#[tokio::test]
async fn metrics_are_for_the_machine_itself() {
    let site = Site::new().await;
    let proxy = PROXY.split_once('/').unwrap().0;
    let check = async |peer: &str, headers: &[(&str, &str)], expected: u16| {
        let mut request = request(Method::GET, "/metrics", headers, Body::empty());
        let peer = Peer(peer.parse().unwrap());
        request.extensions_mut().insert(peer);
        site.send(request).await.is(expected);
    };
    check("127.0.0.1", &[], 200).await;
    check("::1", &[], 200).await;
    check("198.51.100.7", &[], 404).await;
    check("127.0.0.1", &[("x-forwarded-for", "198.51.100.7")], 404).await;
    check("198.51.100.7", &[("x-forwarded-for", "127.0.0.1")], 404).await;
    check(proxy, &[("x-forwarded-for", "127.0.0.1")], 404).await;
}

#[tokio::test]
async fn a_request_has_one_number_everywhere() {
    let site = Site::new().await;
    let problem = site.get("/01/09506000100013", &[]).await;
    let number = problem.header("x-request-id");
    assert_eq!(problem.json()["instance"], number);
    assert_ne!(
        site.get("/healthz", &[]).await.header("x-request-id"),
        number
    );
    let check = async |peer: &str, sent: &str, is_kept: bool| {
        let headers = [("x-request-id", sent)];
        let mut request = request(Method::GET, "/healthz", &headers, Body::empty());
        let peer = Peer(peer.parse().unwrap());
        request.extensions_mut().insert(peer);
        let reply = site.send(request).await;
        assert_eq!(
            reply.header("x-request-id") == sent,
            is_kept,
            "{peer:?} {sent}"
        );
    };
    check("192.0.2.1", "edge-1234567890", true).await;
    check("192.0.2.1", "short", false).await;
    check("192.0.2.1", "serial=TEA1 <b>", false).await;
    check("192.0.2.2", "edge-1234567890", false).await;
}

/// A server in a process of its own.
pub(crate) struct Server {
    child: Child,
    // Read all the time: a log that nobody reads stops whoever writes it.
    log: Option<JoinHandle<String>>,
    pub(crate) address: SocketAddr,
    // Open as long as the server may print.
    _out: BufReader<std::process::ChildStdout>,
}

impl Server {
    pub(crate) fn start(arguments: &[&str]) -> Server {
        let server = Command::new(env!("CARGO_BIN_EXE_touchstone"));
        Server::start_with(server, arguments)
    }

    /// By a command that takes the server's own as its arguments.
    pub(crate) fn start_by(mut command: Command, arguments: &[&str]) -> Server {
        command.arg(env!("CARGO_BIN_EXE_touchstone"));
        Server::start_with(command, arguments)
    }

    fn start_with(mut command: Command, arguments: &[&str]) -> Server {
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let log = thread::spawn(move || {
            let mut log = String::new();
            stderr.read_to_string(&mut log).unwrap();
            log
        });
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://");
        Server {
            address: address.expect("the server starts").parse().unwrap(),
            child,
            log: Some(log),
            _out: out,
        }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// An answer, head and body.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Ends it as a power cut does.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Ends it as an operator does; what it logged.
    pub(crate) fn end(mut self) -> String {
        let kill = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(kill.unwrap().success());
        let log = self.log.take().unwrap().join().unwrap();
        assert!(self.child.wait().unwrap().success(), "{log}");
        log
    }
}

/// A test that fails leaves no server behind.
impl Drop for Server {
    fn drop(&mut self) {
        // Neither matters where it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_log_tells_nothing_of_people() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("brand.jsonl");
    std::fs::write(&records, RECORDS).unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let import = touchstone(&["import", "--database", &database, records.to_str().unwrap()]);
    assert!(import.status.success());
    let server = Server::start(&[
        "--database",
        &database,
        "--log",
        "json",
        "--log-filter",
        "trace",
        "--log-requests",
        "--trusted-proxy",
        "127.0.0.1",
    ]);
    let from = "X-Forwarded-For: 203.0.113.77\r\nContent-Type: application/json\r\n";
    let path = format!("/01/{TEA}/21/TEA3");
    let page = server.ask("GET", &path, from, "");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    let code = json!({ "code": format!("https://x.example{path}"), "place": {"lat": 54.5189, "lon": 18.5305} });
    server.ask("POST", "/v1/verify", from, &code.to_string());
    let form = json!({ "path": path, "email": "jane.doe@person.example", "shop": "Corner" });
    let registered = server.ask("POST", "/v1/registrations", from, &form.to_string());
    assert!(registered.starts_with("HTTP/1.1 201"), "{registered}");
    let (_, body) = registered.split_once("\r\n\r\n").unwrap();
    let view: Value = serde_json::from_str(body).unwrap();
    server.ask("POST", "/v1/registrations", from, &form.to_string());
    server.ask("GET", "/01/09506000100013/21/TEA3", from, "");
    server.ask(
        "POST",
        "/v1/registrations/lookup",
        from,
        "{\"reference\":\"TEA3\"}",
    );
    let log = server.end();

    let mut requests = 0;
    for line in log.lines() {
        let entry: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}"));
        if entry["target"] == "api::request" {
            requests += 1;
            assert_eq!(entry["id"].as_str().unwrap().len(), 12);
            assert!(entry["route"].is_string() && entry["ms"].is_f64(), "{line}");
        }
    }
    assert_eq!(requests, 6, "{log}");
    let secrets = [
        "TEA3",
        "203.0.113.77",
        "jane.doe",
        "person.example",
        "54.5",
        view["reference"].as_str().unwrap(),
        view["code"].as_str().unwrap(),
    ];
    for secret in secrets {
        assert!(!log.contains(secret), "`{secret}` is in the log:\n{log}");
    }
}

#[test]
fn metrics_have_a_port_of_their_own_where_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap();
    drop(free);
    let server = Server::start(&[
        "--database",
        &database,
        "--metrics-listen",
        &port.to_string(),
    ]);
    let mut watchers = server;
    watchers.address = port;
    let text = watchers.ask("GET", "/metrics", "X-Forwarded-For: 1.2.3.4\r\n", "");
    assert!(text.contains("touchstone_info"), "{text}");
    assert!(watchers.ask("GET", "/readyz", "", "").contains("ready"));
    assert!(watchers.ask("GET", "/", "", "").starts_with("HTTP/1.1 404"));
    watchers.end();
}
