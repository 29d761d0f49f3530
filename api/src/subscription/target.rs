//! Where a message may go: an address that somebody wrote → one that no inside of ours is behind.
//!
//! The server stands where others can't reach, so what it is made to ask must not be its own
//! neighbors. A name is looked up once a message, every address that it has must be public, and the
//! connection goes to the very address that was looked at.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::http::Uri;

/// Which targets are allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Targets {
    /// `https` to public addresses.
    #[default]
    Public,
    /// Those, and the machine itself, with or without `https`: for tests and tries.
    Loopback,
}

/// A checked address of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Whether it is encrypted.
    pub is_https: bool,
    /// The name or address, as it was written, without brackets.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Host and port as the `Host` header has them.
    pub authority: String,
    /// Path and query.
    pub path: String,
}

/// An address that no message may go to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// It is no address at all, or names a user.
    #[error("it is no web address of the form https://HOST/PATH")]
    Malformed,
    /// It isn't encrypted.
    #[error("it must begin with `https://`")]
    Plain,
    /// It is inside: of this machine, or of a private network.
    #[error("it is no address that everybody can reach")]
    Private,
    /// The name has no address.
    #[error("its name has no address")]
    Unknown,
}

impl Target {
    /// From an address as it was written.
    pub fn parse(text: &str, targets: Targets) -> Result<Target, TargetError> {
        let uri: Uri = text.parse().map_err(|_| TargetError::Malformed)?;
        let authority = uri.authority().ok_or(TargetError::Malformed)?;
        if authority.as_str().contains('@') {
            return Err(TargetError::Malformed);
        }
        let is_https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(TargetError::Malformed),
        };
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let target = Target {
            is_https,
            port: authority
                .port_u16()
                .unwrap_or(if is_https { 443 } else { 80 }),
            authority: authority.to_string(),
            path: uri
                .path_and_query()
                .map_or_else(|| "/".to_owned(), ToString::to_string),
            host,
        };
        match (target.host.parse::<IpAddr>(), targets) {
            (Ok(address), _) => target.check(address, targets)?,
            (Err(_), Targets::Public) if !is_https => return Err(TargetError::Plain),
            // Names that are never public.
            (Err(_), Targets::Public) if is_inside(&target.host) => {
                return Err(TargetError::Private);
            }
            (Err(_), Targets::Loopback) if !is_https && target.host != "localhost" => {
                return Err(TargetError::Plain);
            }
            (Err(_), _) => {}
        }
        Ok(target)
    }

    fn check(&self, address: IpAddr, targets: Targets) -> Result<(), TargetError> {
        let is_loopback = address.to_canonical().is_loopback();
        if is_loopback && targets == Targets::Loopback {
            return Ok(());
        }
        if !is_public(address) {
            return Err(TargetError::Private);
        }
        match self.is_https {
            true => Ok(()),
            false => Err(TargetError::Plain),
        }
    }

    /// The address to connect to; an error where the name has one that is inside.
    pub async fn look_up(&self, targets: Targets) -> Result<SocketAddr, TargetError> {
        let found = tokio::net::lookup_host((self.host.as_str(), self.port)).await;
        let found: Vec<SocketAddr> = found.map_err(|_| TargetError::Unknown)?.collect();
        for address in &found {
            self.check(address.ip(), targets)?;
        }
        found.first().copied().ok_or(TargetError::Unknown)
    }
}

fn is_inside(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let ends = [".localhost", ".local", ".internal", ".home.arpa", ".lan"];
    // A name without a dot is one of the own network.
    host == "localhost" || !host.contains('.') || ends.iter().any(|end| host.ends_with(end))
}

/// Whether an address belongs to the whole internet (the registries of RFC 6890 and its successors).
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_broadcast()
        || address.is_multicast()
        || a == 0
        || a >= 240
        // Between a carrier and its customers.
        || (a == 100 && (64..128).contains(&b))
        || (a, b, c) == (192, 0, 0)
        || (a, b, c) == (192, 88, 99)
        // For measurements inside of networks.
        || (a == 198 && (b == 18 || b == 19)))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let [.., high, low] = address.segments();
    // IPv4 behind a translator.
    if (first, second) == (0x64, 0xff9b) {
        let bytes = (u32::from(high) << 16) | u32::from(low);
        return is_public_v4(Ipv4Addr::from_bits(bytes));
    }
    // Only 2000::/3 is given out; of that, what tunnels and examples use.
    (first & 0xe000) == 0x2000
        && first != 0x2002
        && !(first == 0x2001 && second < 0x200)
        && (first, second) != (0x2001, 0xdb8)
        && !(first == 0x3fff && second < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, targets: Targets, expected: Result<&str, TargetError>) {
        let target = Target::parse(text, targets);
        let target = target.map(|target| format!("{}:{}{}", target.host, target.port, target.path));
        assert_eq!(target, expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn where_a_message_may_go() {
        use TargetError::{Malformed, Plain, Private};
        let public = Targets::Public;
        check("https://a.example/x?y=1", public, Ok("a.example:443/x?y=1"));
        check("https://a.example:8443", public, Ok("a.example:8443/"));
        check("https://9.9.9.9/", public, Ok("9.9.9.9:443/"));
        check("https://[2620:fe::fe]/", public, Ok("2620:fe::fe:443/"));
        check("http://a.example/", public, Err(Plain));
        check("http://9.9.9.9/", public, Err(Plain));
        for inside in [
            "https://127.0.0.1/",
            "https://10.1.2.3/",
            "https://172.16.0.1/",
            "https://192.168.1.1/",
            "https://169.254.169.254/latest",
            "https://100.64.0.1/",
            "https://0.0.0.0/",
            "https://198.18.0.1/",
            "https://224.0.0.1/",
            "https://255.255.255.255/",
            "https://[::1]/",
            "https://[::]/",
            "https://[fd00::1]/",
            "https://[fe80::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[64:ff9b::a00:1]/",
            "https://[2002:a00:1::]/",
            "https://localhost/",
            "https://db/",
            "https://metadata.google.internal/",
            "https://printer.local./",
        ] {
            check(inside, public, Err(Private));
        }
        for wrong in [
            "",
            "a.example",
            "ftp://a.example/",
            "https://",
            "https://u:p@a.example/",
        ] {
            check(wrong, public, Err(Malformed));
        }
    }

    #[test]
    fn the_machine_itself_where_that_is_allowed() {
        use TargetError::{Plain, Private};
        let loopback = Targets::Loopback;
        check("http://127.0.0.1:8080/x", loopback, Ok("127.0.0.1:8080/x"));
        check("http://localhost:8080/x", loopback, Ok("localhost:8080/x"));
        check("https://a.example/", loopback, Ok("a.example:443/"));
        check("http://a.example/", loopback, Err(Plain));
        check("http://10.0.0.1/", loopback, Err(Private));
    }
}
