//! TLS from certificate files: PEM → `rustls::ServerConfig`.

use std::{path::Path, sync::Arc};

use anyhow::Context;
use rustls::{ServerConfig, crypto::ring};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};

/// TLS 1.2 and 1.3, HTTP/2 and HTTP/1.1.
pub fn config(certificates: &Path, key: &Path) -> anyhow::Result<Arc<ServerConfig>> {
    let chain = CertificateDer::pem_file_iter(certificates)
        .with_context(|| {
            format!(
                "can't read the certificates in `{}`",
                certificates.display()
            )
        })?
        .collect::<Result<Vec<_>, _>>()
        .with_context(|| format!("`{}` holds no PEM certificates", certificates.display()))?;
    let key = PrivateKeyDer::from_pem_file(key)
        .with_context(|| format!("`{}` holds no PEM private key", key.display()))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .context("the certificate and the key don't fit together")?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
