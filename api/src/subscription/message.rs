//! One message: a document → a signed `POST`, and whether it was taken.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    http::{HeaderName, HeaderValue, Request, StatusCode, header},
};
use http_body_util::Full;
use hyper_util::rt::TokioIo;
use ring::hmac;
use rustls::{ClientConfig, RootCertStore, crypto::ring as provider};
use rustls_pki_types::ServerName;
use serde_json::Value;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::TlsConnector;
use trace::Instant;

use super::target::{Target, TargetError, Targets};
use crate::store::Subscription;

/// From the first packet to the answer's head.
const DEADLINE: Duration = Duration::from_secs(10);

/// Sends messages.
#[derive(Clone)]
pub struct Sender {
    targets: Targets,
    tls: TlsConnector,
}

/// Something to send.
#[derive(Debug)]
pub struct Post<'p> {
    /// Where to.
    pub target: &'p str,
    /// Beside those that every message has.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// What.
    pub body: Bytes,
}

/// An answer's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Whether it was taken.
    pub status: StatusCode,
    /// How long it asks to wait, in seconds.
    pub retry_after: Option<u64>,
}

/// A message that was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// It may not go there.
    #[error("the target can't be used: {0}")]
    Target(#[from] TargetError),
    /// Nobody answered in time.
    #[error("no answer within 10 seconds")]
    Late,
    /// The connection failed.
    #[error("the connection failed: {0}")]
    Connection(String),
    /// The answer was none of success.
    #[error("the answer was {0}")]
    Refused(StatusCode),
}

impl Sender {
    /// With the machine's own trust.
    #[must_use]
    pub fn new(targets: Targets) -> Option<Sender> {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let config = ClientConfig::builder_with_provider(Arc::new(provider::default_provider()))
            .with_safe_default_protocol_versions()
            .ok()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Some(Sender {
            targets,
            tls: TlsConnector::from(Arc::new(config)),
        })
    }

    /// Sends a document to a subscription's target. A redirect is no success and is not followed.
    pub async fn send(
        &self,
        subscription: &Subscription,
        document: &Value,
        now: Instant,
    ) -> Result<(), SendError> {
        let body = document.to_string();
        let mut headers = vec![
            (
                header::CONTENT_TYPE,
                HeaderValue::from_static("application/json"),
            ),
            (
                HeaderName::from_static("gs1-epcis-version"),
                HeaderValue::from_static("2.0.0"),
            ),
        ];
        if let Some(token) = &subscription.token {
            let signed = HeaderValue::from_str(&signature(token, &body, now));
            headers.push((
                HeaderName::from_static("gs1-signature"),
                signed.map_err(connection)?,
            ));
        }
        let post = Post {
            target: &subscription.dest,
            headers,
            body: Bytes::from(body),
        };
        match self.post(post).await?.status {
            status if status.is_success() => Ok(()),
            status => Err(SendError::Refused(status)),
        }
    }

    /// Sends anything, in time. A redirect is an answer and is not followed.
    ///
    /// # Errors
    /// There was no answer.
    pub async fn post(&self, post: Post<'_>) -> Result<Answered, SendError> {
        let answered = tokio::time::timeout(DEADLINE, self.exchange(post)).await;
        answered.map_err(|_| SendError::Late)?
    }

    async fn exchange(&self, post: Post<'_>) -> Result<Answered, SendError> {
        let target = Target::parse(post.target, self.targets)?;
        let address = target.look_up(self.targets).await?;
        let mut request = Request::post(&target.path)
            .header(header::HOST, &target.authority)
            .header(
                header::USER_AGENT,
                concat!("touchstone/", env!("CARGO_PKG_VERSION")),
            );
        for (name, value) in post.headers {
            request = request.header(name, value);
        }
        let request = request.body(Full::new(post.body)).map_err(connection)?;
        let stream = TcpStream::connect(address).await.map_err(connection)?;
        if !target.is_https {
            return answered(stream, request).await;
        }
        let name = ServerName::try_from(target.host).map_err(connection)?;
        let stream = self.tls.connect(name, stream).await.map_err(connection)?;
        answered(stream, request).await
    }
}

async fn answered(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Full<Bytes>>,
) -> Result<Answered, SendError> {
    let (mut sender, connection_) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(connection)?;
    // Ends with the connection, which ends with the sender.
    tokio::spawn(connection_);
    let response = sender.send_request(request).await.map_err(connection)?;
    let retry_after = response.headers().get(header::RETRY_AFTER);
    Ok(Answered {
        status: response.status(),
        retry_after: retry_after.and_then(|value| value.to_str().ok()?.parse().ok()),
    })
}

fn connection(error: impl std::fmt::Display) -> SendError {
    SendError::Connection(error.to_string())
}

/// `t=SECONDS,hmac-sha256=HEX` over `SECONDS.BODY`: the time, so that an old message can't be sent
/// again as a new one.
#[must_use]
pub fn signature(token: &str, body: &str, now: Instant) -> String {
    let seconds = now.0.div_euclid(1_000);
    let key = hmac::Key::new(hmac::HMAC_SHA256, token.as_bytes());
    let signed = hmac::sign(&key, format!("{seconds}.{body}").as_bytes());
    let digest = crate::random::hex(signed.as_ref());
    format!("t={seconds},hmac-sha256={digest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out with `openssl dgst -sha256 -hmac key`.
    #[test]
    fn signatures() {
        assert_eq!(
            signature("key", "{}", Instant(1_764_000_000_999)),
            "t=1764000000,hmac-sha256=135a1a8c79ff2a07661486422c8068924d01c7a70da314a29ce512bc61231899"
        );
    }
}
