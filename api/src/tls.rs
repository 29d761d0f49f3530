//! TLS from certificate files: PEM → `rustls::ServerConfig`, and anew when the files change.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use rustls::{
    ServerConfig,
    crypto::ring,
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};

/// Why no connection can be secured with these files.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file can't be read.
    #[error("can't read `{0}`: {1}")]
    File(PathBuf, #[source] io::Error),
    /// There is none, or it is damaged.
    #[error("`{0}` holds no PEM certificates")]
    Certificates(PathBuf),
    /// There is none, or it is damaged.
    #[error("`{0}` holds no PEM private key")]
    Key(PathBuf),
    /// They belong to different certificates.
    #[error("`{certificates}` and `{key}` don't fit together: {source}")]
    Apart {
        /// The file of the chain.
        certificates: PathBuf,
        /// The file of the key.
        key: PathBuf,
        /// What rustls says.
        source: rustls::Error,
    },
}

/// A certificate that follows its files.
#[derive(Debug)]
pub struct Certificate {
    certificates: PathBuf,
    key: PathBuf,
    loaded: RwLock<Loaded>,
}

/// What the files held when they were last good.
#[derive(Debug)]
struct Loaded {
    pem: Pem,
    certified: Arc<CertifiedKey>,
}

/// The two files, as they are.
#[derive(Debug, PartialEq, Eq)]
struct Pem {
    certificates: Vec<u8>,
    key: Vec<u8>,
}

impl Certificate {
    /// Reads both files: the chain, the server's own certificate first, and its private key.
    pub fn read(certificates: &Path, key: &Path) -> Result<Arc<Certificate>, TlsError> {
        let pem = Pem::read(certificates, key)?;
        let certified = pem.certified(certificates, key)?;
        Ok(Arc::new(Certificate {
            certificates: certificates.to_owned(),
            key: key.to_owned(),
            loaded: RwLock::new(Loaded { pem, certified }),
        }))
    }

    /// Looks at the files again; says whether they changed. On an error, such as a chain that is
    /// there before its key, the old one stays in use.
    pub fn reload(&self) -> Result<bool, TlsError> {
        let pem = Pem::read(&self.certificates, &self.key)?;
        if self.loaded().pem == pem {
            return Ok(false);
        }
        let certified = pem.certified(&self.certificates, &self.key)?;
        let mut loaded = self.loaded.write().unwrap_or_else(PoisonError::into_inner);
        *loaded = Loaded { pem, certified };
        Ok(true)
    }

    /// When the server's own certificate ends; `None` where it can't be read.
    #[must_use]
    pub fn end(&self) -> Option<trace::Instant> {
        let loaded = self.loaded();
        let der = loaded.certified.cert.first()?;
        let (_, certificate) = x509_parser::parse_x509_certificate(der).ok()?;
        let seconds = certificate.validity().not_after.timestamp();
        Some(trace::Instant(seconds.saturating_mul(1000)))
    }

    /// TLS 1.2 and 1.3, HTTP/2 and HTTP/1.1; each handshake takes what the files held last.
    pub fn config(self: &Arc<Certificate>) -> Result<Arc<ServerConfig>, rustls::Error> {
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(self.clone());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }

    fn loaded(&self) -> std::sync::RwLockReadGuard<'_, Loaded> {
        // It is replaced whole: a poisoned lock holds a good one.
        self.loaded.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.loaded().certified.clone())
    }
}

impl Pem {
    fn read(certificates: &Path, key: &Path) -> Result<Pem, TlsError> {
        let read =
            |path: &Path| fs::read(path).map_err(|error| TlsError::File(path.to_owned(), error));
        Ok(Pem {
            certificates: read(certificates)?,
            key: read(key)?,
        })
    }

    fn certified(&self, certificates: &Path, key: &Path) -> Result<Arc<CertifiedKey>, TlsError> {
        let chain: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(&self.certificates)
                .collect::<Result<_, _>>()
                .map_err(|_| TlsError::Certificates(certificates.to_owned()))?;
        if chain.is_empty() {
            return Err(TlsError::Certificates(certificates.to_owned()));
        }
        let private =
            PrivateKeyDer::from_pem_slice(&self.key).map_err(|_| TlsError::Key(key.to_owned()))?;
        CertifiedKey::from_der(chain, private, &ring::default_provider())
            .map(Arc::new)
            .map_err(|source| TlsError::Apart {
                certificates: certificates.to_owned(),
                key: key.to_owned(),
                source,
            })
    }
}
