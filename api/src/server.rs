//! The connection loop: sockets → the router, with the timeouts that `axum::serve` lacks.
//!
//! A connection that sends no whole header in time is closed, and so is one on which nothing moves;
//! on a signal no new ones are taken, and those that are busy may finish.

use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{extract::Request, response::Response};
use hyper::{body::Incoming, server::conn, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    time::{Instant, Sleep, sleep},
};
use tokio_rustls::TlsAcceptor;
use tower::{Service, ServiceExt as _};

use crate::http::{client::Peer, visitor::Scheme};

/// How long connections may take, and how many there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For a request's header, from the first byte or the end of the last answer.
    pub header: Duration,
    /// Without a byte in either direction.
    pub idle: Duration,
    /// For a TLS handshake.
    pub handshake: Duration,
    /// For those that are busy when the server ends.
    pub drain: Duration,
    /// Connections at once.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            header: Duration::from_secs(10),
            idle: Duration::from_secs(100),
            handshake: Duration::from_secs(10),
            drain: Duration::from_secs(10),
            connections: 10_000,
        }
    }
}

/// Where to listen.
#[derive(Debug)]
pub struct Listener {
    /// The socket.
    pub socket: TcpListener,
    /// With TLS, or plain.
    pub tls: Option<Arc<rustls::ServerConfig>>,
}

/// Serves until `ended` turns true, and then until those that are busy are done or out of time.
pub async fn serve<S: Answers>(
    listeners: Vec<Listener>,
    router: S,
    limits: Limits,
    ended: watch::Receiver<bool>,
) {
    let slots = Arc::new(Semaphore::new(limits.connections));
    let loops: Vec<_> = listeners
        .into_iter()
        .map(|listener| {
            let server = Server {
                router: router.clone(),
                limits,
                slots: slots.clone(),
            };
            tokio::spawn(server.accept(listener, ended.clone()))
        })
        .collect();
    for one in loops {
        if let Err(error) = one.await {
            tracing::error!(%error, "server.loop died: {error}");
        }
    }
}

/// What answers requests: the front, or a router.
pub trait Answers:
    Service<Request, Response = Response, Error = Infallible, Future: Send> + Clone + Send + 'static
{
}

impl<S> Answers for S where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send>
        + Clone
        + Send
        + 'static
{
}

struct Server<S> {
    router: S,
    limits: Limits,
    slots: Arc<Semaphore>,
}

impl<S: Answers> Server<S> {
    async fn accept(self, listener: Listener, mut ended: watch::Receiver<bool>) {
        let graceful = GracefulShutdown::new();
        let acceptor = listener.tls.map(TlsAcceptor::from);
        loop {
            let slot = tokio::select! {
                _ = ended.wait_for(|is_ended| *is_ended) => break,
                slot = self.slots.clone().acquire_owned() => slot,
            };
            let Ok(slot) = slot else { break };
            let accepted = tokio::select! {
                _ = ended.wait_for(|is_ended| *is_ended) => break,
                accepted = listener.socket.accept() => accepted,
            };
            let (stream, from) = match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, mostly: taking a breath lets some close.
                    tracing::warn!(%error, "server.accept failed: {error}");
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            };
            let connection = Connection {
                router: self.router.clone(),
                limits: self.limits,
                peer: Peer(from.ip()),
                watcher: graceful.watcher(),
                ended: ended.clone(),
            };
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                connection.run(stream, acceptor).await;
                drop(slot);
            });
        }
        drop(listener.socket);
        if tokio::time::timeout(self.limits.drain, graceful.shutdown())
            .await
            .is_err()
        {
            tracing::warn!("server.drain ran out of time");
        }
    }
}

struct Connection<S> {
    router: S,
    limits: Limits,
    peer: Peer,
    watcher: hyper_util::server::graceful::Watcher,
    ended: watch::Receiver<bool>,
}

impl<A: Answers> Connection<A> {
    async fn run(self, stream: TcpStream, acceptor: Option<TlsAcceptor>) {
        // Small answers leave at once; where that can't be set, they leave a little later.
        let _ = stream.set_nodelay(true);
        let stream = WithIdleLimit::new(stream, self.limits.idle);
        let Some(acceptor) = acceptor else {
            return self.http1(stream, Scheme::Http).await;
        };
        let handshake = tokio::time::timeout(self.limits.handshake, acceptor.accept(stream));
        // A client that doesn't trust the certificate, or speaks something else, is its own affair.
        let Ok(Ok(stream)) = handshake.await else {
            return;
        };
        if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
            self.http2(stream).await;
        } else {
            self.http1(stream, Scheme::Https).await;
        }
    }

    async fn http1<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
        self,
        stream: S,
        scheme: Scheme,
    ) {
        let (router, peer, mut ended) = (self.router, self.peer, self.ended);
        let service = service_fn(move |request| call(router.clone(), request, peer, scheme));
        let connection = conn::http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.header)
            .max_headers(64)
            .max_buf_size(64 * 1024)
            .serve_connection(TokioIo::new(stream), service)
            .with_upgrades();
        let mut connection = std::pin::pin!(connection);
        // A watcher can't watch what may become a WebSocket; while it is there, the end waits.
        let _counted = self.watcher;
        let done = tokio::select! {
            done = connection.as_mut() => done,
            () = until(&mut ended) => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = done {
            tracing::debug!(%error, "connection.ended: {error}");
        }
    }

    async fn http2<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(self, stream: S) {
        let (router, peer) = (self.router, self.peer);
        let service = service_fn(move |request| call(router.clone(), request, peer, Scheme::Https));
        let connection = conn::http2::Builder::new(TokioExecutor::new())
            .timer(TokioTimer::new())
            .keep_alive_interval(self.limits.header * 2)
            .keep_alive_timeout(self.limits.header)
            .max_concurrent_streams(100)
            .max_header_list_size(32 * 1024)
            .serve_connection(TokioIo::new(stream), service);
        if let Err(error) = self.watcher.watch(connection).await {
            tracing::debug!(%error, "connection.ended: {error}");
        }
    }
}

/// Waits until the server ends.
async fn until(ended: &mut watch::Receiver<bool>) {
    // Where nobody is left who could say so, it has.
    let _ = ended.wait_for(|is_ended| *is_ended).await;
}

async fn call<S: Answers>(
    router: S,
    request: Request<Incoming>,
    peer: Peer,
    scheme: Scheme,
) -> Result<Response, Infallible> {
    let mut request = request.map(axum::body::Body::new);
    request.extensions_mut().insert(peer);
    request.extensions_mut().insert(scheme);
    router.oneshot(request).await
}

/// A stream that fails once nothing has moved on it for a while.
struct WithIdleLimit<S> {
    stream: S,
    limit: Duration,
    moved_at: Instant,
    /// Ends no later than the limit is reached. A timer that is set anew at each byte costs more
    /// than the byte.
    idle: Pin<Box<Sleep>>,
}

impl<S> WithIdleLimit<S> {
    fn new(stream: S, limit: Duration) -> WithIdleLimit<S> {
        WithIdleLimit {
            stream,
            limit,
            moved_at: Instant::now(),
            idle: Box::pin(sleep(limit)),
        }
    }

    /// Passes on what the stream said; silence counts towards the limit.
    fn or_idle<T>(
        &mut self,
        context: &mut Context<'_>,
        polled: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if polled.is_ready() {
            self.moved_at = Instant::now();
            return polled;
        }
        while self.idle.as_mut().poll(context).is_ready() {
            let end = self.moved_at + self.limit;
            if end <= Instant::now() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            self.idle.as_mut().reset(end);
        }
        Poll::Pending
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for WithIdleLimit<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        self.or_idle(context, polled)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for WithIdleLimit<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.or_idle(context, polled)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// A listening socket's address as a link.
pub fn link(scheme: &str, address: SocketAddr) -> String {
    format!("{scheme}://{address}")
}
