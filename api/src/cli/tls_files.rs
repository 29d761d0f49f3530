//! The files of TLS.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use crate::tls::{Certificate, TlsError};

/// The flags of TLS.
#[derive(Debug, clap::Args)]
pub(super) struct TlsFiles {
    /// Where to listen with TLS, too.
    #[arg(
        long,
        env = "TOUCHSTONE_TLS_LISTEN",
        value_name = "ADDR",
        requires_all = ["tls_cert", "tls_key"]
    )]
    tls_listen: Option<SocketAddr>,
    /// The certificate chain, PEM. A file that changes is read again, without a restart.
    #[arg(
        long,
        env = "TOUCHSTONE_TLS_CERT",
        value_name = "FILE",
        requires = "tls_key"
    )]
    tls_cert: Option<PathBuf>,
    /// The certificate's private key, PEM.
    #[arg(
        long,
        env = "TOUCHSTONE_TLS_KEY",
        value_name = "FILE",
        requires = "tls_cert"
    )]
    pub(super) tls_key: Option<PathBuf>,
}

impl TlsFiles {
    /// The certificate, where there is one.
    pub(super) fn certificate(&self) -> Result<Option<Arc<Certificate>>, TlsError> {
        match (&self.tls_cert, &self.tls_key) {
            (Some(certificates), Some(key)) => Certificate::read(certificates, key).map(Some),
            _ => Ok(None),
        }
    }

    /// Where it is served, and the certificate.
    pub(super) fn listen(&self) -> Result<Option<(SocketAddr, Arc<Certificate>)>, TlsError> {
        let certificate = self.certificate()?;
        Ok(self.tls_listen.zip(certificate))
    }
}
