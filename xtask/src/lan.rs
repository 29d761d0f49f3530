//! HTTPS for phones on the same network: a certificate authority of this machine's own.

use std::{
    env, fs,
    io::{Read as _, Write as _},
    net::{IpAddr, TcpListener},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context as _, Result};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, SanType,
};

/// Where the phone fetches the authority's certificate from.
const PORT: u16 = 8081;

/// The files that the server needs, and the certificate that a phone must trust.
pub struct Trust {
    /// PEM.
    pub certificate: PathBuf,
    /// PEM, readable by the owner alone.
    pub key: PathBuf,
    /// PEM.
    authority: String,
}

/// Makes the authority once, and a certificate for this address each time.
pub fn certificates(address: IpAddr) -> Result<Trust> {
    let folder = folder()?;
    fs::create_dir_all(&folder)?;
    let (authority_path, key_path) = (folder.join("authority.pem"), folder.join("authority.key"));
    if !authority_path.exists() {
        let key = KeyPair::generate()?;
        let certificate = authority()?.self_signed(&key)?;
        write_private(&key_path, &key.serialize_pem())?;
        fs::write(&authority_path, certificate.pem())?;
        println!("  made a certificate authority in {}", folder.display());
    }
    let pem = fs::read_to_string(&authority_path)?;
    let key = KeyPair::from_pem(&fs::read_to_string(&key_path)?)?;
    let issuer = Issuer::from_ca_cert_pem(&pem, key)?;

    let leaf_key = KeyPair::generate()?;
    let leaf = leaf(address)?.signed_by(&leaf_key, &issuer)?;
    let trust = Trust {
        certificate: folder.join("server.pem"),
        key: folder.join("server.key"),
        authority: pem,
    };
    fs::write(&trust.certificate, leaf.pem() + &trust.authority)?;
    write_private(&trust.key, &leaf_key.serialize_pem())?;
    Ok(trust)
}

fn authority() -> Result<CertificateParams> {
    let mut parameters = CertificateParams::new(Vec::new())?;
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, "Touchstone on this machine");
    parameters.distinguished_name = name;
    parameters.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    Ok(parameters)
}

/// iOS refuses certificates for more than 825 days; rcgen's default runs much longer.
fn leaf(address: IpAddr) -> Result<CertificateParams> {
    let mut parameters = CertificateParams::new(vec!["localhost".to_owned()])?;
    parameters
        .subject_alt_names
        .push(SanType::IpAddress(address));
    parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let year = this_year();
    parameters.not_before = rcgen::date_time_ymd(year, 1, 1);
    parameters.not_after = rcgen::date_time_ymd(year + 2, 1, 1);
    Ok(parameters)
}

/// Of the system's clock; a mean year is exact enough to choose January the first.
fn this_year() -> i32 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    1970 + since.map_or(0, |since| (since.as_secs() / 31_556_952) as i32)
}

fn folder() -> Result<PathBuf> {
    let data = env::var_os("XDG_DATA_HOME").map(PathBuf::from);
    let home = env::var_os("HOME").map(|home| Path::new(&home).join(".local/share"));
    let data = data
        .or(home)
        .context("neither XDG_DATA_HOME nor HOME is set")?;
    Ok(data.join("touchstone/lan"))
}

fn write_private(path: &Path, text: &str) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("writing {}", path.display()))?;
    file.write_all(text.as_bytes())?;
    Ok(())
}

/// Offers the authority's certificate over plain HTTP, and tells how to trust it.
pub fn offer(trust: &Trust, address: IpAddr) -> Result<String> {
    let listener = TcpListener::bind(("0.0.0.0", PORT))
        .with_context(|| format!("port {PORT} is needed to offer the certificate"))?;
    let certificate = trust.authority.clone();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = [0; 1024];
            // Whatever is asked for, the certificate is the answer.
            let _ = stream.read(&mut request);
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: application/x-x509-ca-cert\r\n\
                 Content-Disposition: attachment; filename=\"touchstone-authority.crt\"\r\n\
                 Content-Length: {}\r\nConnection: close\r\n\r\n",
                certificate.len()
            );
            let _ = stream.write_all(head.as_bytes());
            let _ = stream.write_all(certificate.as_bytes());
        }
    });
    Ok(format!(
        "\n  Once per phone, so that it trusts this page:\n\
         \n    1. Open  http://{address}:{PORT}/authority.crt  on the phone and allow the download.\n\
         \n    iPhone   2. Settings → General → VPN & Device Management → install the profile.\
         \n             3. Settings → General → About → Certificate Trust Settings → switch it on.\n\
         \n    Android  2. Settings → Security → Encryption & credentials → Install a certificate\
         \n                → CA certificate → choose the download.\n\
         \n  The authority's key stays on this machine; remove the certificate when you are done.\n"
    ))
}
