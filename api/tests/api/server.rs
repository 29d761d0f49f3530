//! The connection loop, on a free port.

use std::{net::SocketAddr, time::Duration};

use api::server::{Limits, Listener, serve};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
    time::{Instant, timeout},
};

use crate::site::Site;

struct Running {
    address: SocketAddr,
    end: watch::Sender<bool>,
    server: JoinHandle<()>,
    _site: Site,
}

async fn running() -> Running {
    running_for(Duration::from_secs(5)).await
}

/// With a time for those that are busy at the end.
async fn running_for(drain: Duration) -> Running {
    let site = Site::new().await;
    let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = socket.local_addr().unwrap();
    let (end, ended) = watch::channel(false);
    let limits = Limits {
        header: Duration::from_millis(300),
        idle: Duration::from_millis(900),
        drain,
        ..Limits::default()
    };
    let listeners = vec![Listener { socket, tls: None }];
    let server = tokio::spawn(serve(listeners, site.router.clone(), limits, ended));
    Running {
        address,
        end,
        server,
        _site: site,
    }
}

/// Everything until the other side closes.
async fn rest(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    let read = timeout(Duration::from_secs(10), stream.read_to_string(&mut text)).await;
    assert!(read.is_ok(), "still open: {text}");
    text
}

#[tokio::test]
async fn half_a_header_is_closed() {
    let running = running().await;
    let mut streams = Vec::new();
    for _ in 0..50 {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
            .await
            .unwrap();
        streams.push(stream);
    }
    let mut silent = TcpStream::connect(running.address).await.unwrap();
    let start = Instant::now();
    for stream in &mut streams {
        rest(stream).await;
    }
    rest(&mut silent).await;
    assert!(start.elapsed() < Duration::from_secs(8));
}

#[tokio::test]
async fn a_body_that_never_comes_is_closed() {
    let running = running().await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream
        .write_all(
            b"POST /v1/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
              Content-Length: 100\r\n\r\n{",
        )
        .await
        .unwrap();
    rest(&mut stream).await;
}

#[tokio::test]
async fn an_idle_connection_is_closed_and_a_busy_one_kept() {
    let running = running().await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    for _ in 0..2 {
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            .await
            .unwrap();
        let mut buffer = [0; 4096];
        let read = stream.read(&mut buffer).await.unwrap();
        assert!(String::from_utf8_lossy(&buffer[..read]).ends_with("ok\n"));
    }
    assert_eq!(rest(&mut stream).await, "");
}

#[tokio::test]
async fn the_end_lets_the_busy_finish() {
    let running = running().await;
    let mut busy = TcpStream::connect(running.address).await.unwrap();
    busy.write_all(
        b"POST /v1/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
          Content-Length: 13\r\n\r\n{\"code",
    )
    .await
    .unwrap();
    // Its header has been read once another connection, opened later, has had its answer.
    let mut other = TcpStream::connect(running.address).await.unwrap();
    other
        .write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    rest(&mut other).await;
    running.end.send(true).unwrap();
    busy.write_all(b"\":\"x\"} ").await.unwrap();
    let answer = rest(&mut busy).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    timeout(Duration::from_secs(5), running.server)
        .await
        .unwrap()
        .unwrap();
    assert!(
        TcpStream::connect(running.address).await.is_err(),
        "no new ones"
    );
}

#[tokio::test]
async fn the_end_waits_for_nobody_for_ever() {
    let running = running_for(Duration::from_millis(200)).await;
    let mut busy = TcpStream::connect(running.address).await.unwrap();
    busy.write_all(
        b"POST /v1/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
          Content-Length: 13\r\n\r\n{\"code",
    )
    .await
    .unwrap();
    let mut other = TcpStream::connect(running.address).await.unwrap();
    other
        .write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    rest(&mut other).await;
    running.end.send(true).unwrap();
    timeout(Duration::from_millis(700), running.server)
        .await
        .unwrap()
        .unwrap();
}

#[tokio::test]
async fn nonsense_is_answered_with_400() {
    let running = running().await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream
        .write_all(b"\x16\x03\x01\x02\x00nonsense\r\n\r\n")
        .await
        .unwrap();
    let answer = rest(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    let mut long = TcpStream::connect(running.address).await.unwrap();
    let header = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "a".repeat(300_000));
    // It may be closed before all of it is sent.
    let _ = long.write_all(header.as_bytes()).await;
    let mut answer = [0; 12];
    let read = timeout(Duration::from_secs(10), long.read(&mut answer))
        .await
        .unwrap();
    if let Ok(12) = read {
        assert_eq!(&answer, b"HTTP/1.1 431");
    }
}
