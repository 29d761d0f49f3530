//! Whose request it is, by address: peer and forwarding headers → [`Client`].
//!
//! Anybody can write `X-Forwarded-For`. It is believed from a peer that was named with
//! `--trusted-proxy`, and there only as far as trusted proxies wrote it: read from its right end,
//! the first address that is none of theirs is the client.

use std::{fmt, net::IpAddr, str::FromStr};

use axum::{extract::Request, http::HeaderMap};

use super::visitor::Scheme;
use crate::state::App;

/// The address at the other end of the connection; the server's loop puts it beside each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

/// Who asks. Never logged and never stored: what is limited is counted under a keyed digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// Their address, or that of the last proxy that can be believed.
    pub address: IpAddr,
    /// Whether a proxy stands between.
    pub is_forwarded: bool,
}

/// A block of addresses, such as `10.0.0.0/8` or `2001:db8::/32`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

/// What is wrong with a text that should be a block of addresses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no block of addresses; write it like 10.0.0.0/8, 2001:db8::/32 or 192.0.2.7")]
pub struct NetworkError(String);

impl Network {
    /// Whether an address lies in it.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let shift = 32 - u32::from(self.prefix);
                (own.to_bits() ^ other.to_bits())
                    .checked_shr(shift)
                    .unwrap_or(0)
                    == 0
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let shift = 128 - u32::from(self.prefix);
                (own.to_bits() ^ other.to_bits())
                    .checked_shr(shift)
                    .unwrap_or(0)
                    == 0
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = NetworkError;

    fn from_str(text: &str) -> Result<Network, NetworkError> {
        let wrong = || NetworkError(text.to_owned());
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let bits = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(prefix) => prefix.parse().map_err(|_| wrong())?,
            None => bits,
        };
        if prefix > bits {
            return Err(wrong());
        }
        Ok(Network { address, prefix })
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

/// The proxies whose word is taken.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(pub Vec<Network>);

impl TrustedProxies {
    fn has(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }

    /// Who asks, and how they reached the outermost proxy where a trusted one says so.
    #[must_use]
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> (Client, Option<Scheme>) {
        let own = Client {
            address: peer.to_canonical(),
            is_forwarded: false,
        };
        if !self.has(peer) {
            return (own, None);
        }
        let (old, new) = (x_forwarded(headers), forwarded(headers));
        let address = match (self.outermost(&old.hops), self.outermost(&new.hops)) {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => one.or(other),
        };
        let scheme = match (old.scheme, new.scheme) {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => one.or(other),
        };
        // A proxy writes one of the two headers and may pass the other on as it came. Where they
        // differ, one of them is forged, and the request counts as the proxy's own.
        let client = Client {
            address: address.unwrap_or(own.address),
            is_forwarded: true,
        };
        (client, scheme)
    }

    /// The first address from the right that is no trusted proxy's; where something stands in the
    /// way that is no address, what was reached before it.
    fn outermost(&self, hops: &[Option<IpAddr>]) -> Option<IpAddr> {
        let mut reached = None;
        for hop in hops.iter().rev() {
            let Some(address) = *hop else { break };
            reached = Some(address);
            if !self.has(address) {
                break;
            }
        }
        reached
    }
}

/// What forwarding headers say, left to right; `None` for a hop that gives no address.
#[derive(Default)]
struct Said {
    hops: Vec<Option<IpAddr>>,
    scheme: Option<Scheme>,
}

fn x_forwarded(headers: &HeaderMap) -> Said {
    let last = values(headers, "x-forwarded-proto").last().map(scheme_of);
    Said {
        hops: values(headers, "x-forwarded-for").map(node).collect(),
        scheme: last.flatten(),
    }
}

/// RFC 7239.
fn forwarded(headers: &HeaderMap) -> Said {
    let mut said = Said::default();
    for element in values(headers, "forwarded") {
        let mut hop = None;
        for pair in element.split(';') {
            let Some((name, value)) = pair.trim().split_once('=') else {
                continue;
            };
            let value = value.trim_matches('"');
            if name.eq_ignore_ascii_case("for") {
                hop = node(value);
            } else if name.eq_ignore_ascii_case("proto") {
                said.scheme = scheme_of(value);
            }
        }
        said.hops.push(hop);
    }
    said
}

fn values<'h>(headers: &'h HeaderMap, name: &str) -> impl Iterator<Item = &'h str> {
    headers
        .get_all(name)
        .iter()
        .flat_map(|value| value.to_str().unwrap_or("").split(','))
        .map(str::trim)
}

fn scheme_of(text: &str) -> Option<Scheme> {
    match text {
        _ if text.eq_ignore_ascii_case("https") => Some(Scheme::Https),
        _ if text.eq_ignore_ascii_case("http") => Some(Scheme::Http),
        _ => None,
    }
}

/// An address with or without a port, as either header writes it.
fn node(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return Some(address.to_canonical());
    }
    let host = match text.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?.0,
        None => text.split_once(':')?.0,
    };
    host.parse::<IpAddr>()
        .ok()
        .map(|address| address.to_canonical())
}

/// Puts the [`Client`] beside a request, and the scheme that they used.
pub fn identify(app: &App, request: &mut Request) {
    if let Some(Peer(peer)) = request.extensions().get::<Peer>().copied() {
        let (client, scheme) = app.proxies.client(peer, request.headers());
        let extensions = request.extensions_mut();
        extensions.insert(client);
        if let Some(scheme) = scheme {
            extensions.insert(scheme);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROXIES: &[&str] = &["10.0.0.0/8", "2001:db8::/32"];

    #[track_caller]
    fn check(peer: &str, headers: &[(&'static str, &str)], expected: &str) {
        let proxies = PROXIES.iter().map(|text| text.parse().unwrap());
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        let (client, scheme) =
            TrustedProxies(proxies.collect()).client(peer.parse().unwrap(), &map);
        let scheme = match scheme {
            Some(Scheme::Https) => " https",
            Some(Scheme::Http) => " http",
            None => "",
        };
        assert_eq!(format!("{}{scheme}", client.address), expected);
    }

    #[test]
    fn a_forged_header_changes_nothing() {
        for header in ["x-forwarded-for", "forwarded", "x-forwarded-proto"] {
            for value in ["1.2.3.4", "for=1.2.3.4;proto=https", "https"] {
                check("192.0.2.7", &[(header, value)], "192.0.2.7");
            }
        }
        // What the client wrote itself stands left of what the proxy added.
        check(
            "10.0.0.1",
            &[("x-forwarded-for", "1.2.3.4, 192.0.2.7")],
            "192.0.2.7",
        );
        check(
            "10.0.0.1",
            &[("x-forwarded-for", "10.9.9.9, 192.0.2.7, 10.0.0.2")],
            "192.0.2.7",
        );
        // The proxy writes the one header and passes the other on.
        check(
            "10.0.0.1",
            &[
                ("x-forwarded-for", "192.0.2.7"),
                ("forwarded", "for=1.2.3.4"),
            ],
            "10.0.0.1",
        );
        check(
            "10.0.0.1",
            &[
                ("x-forwarded-for", "192.0.2.7"),
                ("x-forwarded-for", "192.0.2.8"),
            ],
            "192.0.2.8",
        );
    }

    #[test]
    fn a_trusted_proxy_is_believed() {
        check("10.0.0.1", &[], "10.0.0.1");
        check("::ffff:10.0.0.1", &[("x-forwarded-for", "::1")], "::1");
        check(
            "2001:db8::1",
            &[
                ("x-forwarded-for", "192.0.2.7:4711"),
                ("x-forwarded-proto", "https"),
            ],
            "192.0.2.7 https",
        );
        check(
            "10.0.0.1",
            &[(
                "forwarded",
                "for=\"[2001:db9::7]:4711\";proto=https, for=10.0.0.2",
            )],
            "2001:db9::7 https",
        );
        check(
            "10.0.0.1",
            &[("forwarded", "For=192.0.2.7;Proto=http")],
            "192.0.2.7 http",
        );
        check(
            "10.0.0.1",
            &[("x-forwarded-for", "10.0.0.3, 10.0.0.2")],
            "10.0.0.3",
        );
    }

    #[test]
    fn what_is_no_address_ends_the_way() {
        check("10.0.0.1", &[("forwarded", "for=unknown")], "10.0.0.1");
        check(
            "10.0.0.1",
            &[("x-forwarded-for", "192.0.2.7, nonsense, 10.0.0.2")],
            "10.0.0.2",
        );
        check("10.0.0.1", &[("x-forwarded-for", "")], "10.0.0.1");
        check(
            "10.0.0.1",
            &[("forwarded", "for=\"[::1\", for=_hidden")],
            "10.0.0.1",
        );
    }

    #[test]
    fn blocks() {
        let is_in = |network: &str, address: &str| {
            let network: Network = network.parse().unwrap();
            network.contains(address.parse().unwrap())
        };
        assert!(is_in("0.0.0.0/0", "192.0.2.7"));
        assert!(is_in("192.0.2.7", "192.0.2.7"));
        assert!(!is_in("192.0.2.7", "192.0.2.8"));
        assert!(is_in("192.0.2.0/25", "192.0.2.127"));
        assert!(!is_in("192.0.2.0/25", "192.0.2.128"));
        assert!(is_in("::/0", "::1"));
        assert!(!is_in("::/0", "192.0.2.7"));
        assert!(is_in("2001:db8::/48", "2001:db8:0:ffff::1"));
        assert!(!is_in("2001:db8::/48", "2001:db8:1::1"));
        for wrong in ["", "10.0.0.0/33", "10.0.0.0/", "x", "10.0.0.0/-1"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}
