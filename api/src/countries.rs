//! Which country an address is in, by a file that the operator supplies: MaxMind DB 2.0 (`.mmdb`), a
//! binary tree over the bits of addresses with data at its leaves.
//!
//! Only the country is read: `country.iso_code`, or a text under `country` or `country_code`. The file
//! is taken as it is, so every place in it is looked at before it is read.

use std::{fs, io, net::IpAddr, path::Path};

use trace::Country;

/// What the metadata at the file's end begin with.
const MARK: &[u8] = b"\xab\xcd\xefMaxMind.com";
/// Zeros between the tree and the data.
const GAP: usize = 16;
/// How deep data may be nested.
const DEPTH: u8 = 16;

/// Why a file can't be used.
#[derive(Debug, thiserror::Error)]
pub enum CountriesError {
    /// It can't be read.
    #[error("the file of countries can't be read")]
    Io(#[from] io::Error),
    /// It is of another kind, or cut off.
    #[error("the file of countries is no MaxMind DB that is read here: {0}")]
    Format(&'static str),
}

/// The file, whole in memory.
pub struct Countries {
    bytes: Vec<u8>,
    nodes: usize,
    /// In bits: 24, 28 or 32; a node has two.
    record: usize,
    /// Where data begin.
    data: usize,
    /// Where addresses of IPv4 begin in the tree.
    v4: Option<usize>,
    has_v6: bool,
}

impl std::fmt::Debug for Countries {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Countries")
            .field("nodes", &self.nodes)
            .finish_non_exhaustive()
    }
}

impl Countries {
    /// Reads a file.
    ///
    /// # Errors
    /// It can't be read, or is no MaxMind DB.
    pub fn open(path: &Path) -> Result<Countries, CountriesError> {
        Countries::read(fs::read(path)?)
    }

    /// Takes a file's bytes.
    ///
    /// # Errors
    /// They are no MaxMind DB.
    pub fn read(bytes: Vec<u8>) -> Result<Countries, CountriesError> {
        let wrong = CountriesError::Format;
        let mark = bytes.windows(MARK.len()).rposition(|part| part == MARK);
        let mark = mark.ok_or(wrong("it has no metadata"))?;
        let about = Data(&bytes[mark + MARK.len()..]);
        let number = |name: &str| about.field(0, name).and_then(|at| about.number(at));
        let nodes = number("node_count").ok_or(wrong("it doesn't tell its nodes"))?;
        let record = number("record_size").ok_or(wrong("it doesn't tell its records"))?;
        let version = number("ip_version").ok_or(wrong("it doesn't tell its addresses"))?;
        if !matches!(record, 24 | 28 | 32) || !matches!(version, 4 | 6) {
            return Err(wrong("its records or addresses are of an unknown size"));
        }
        let (nodes, record) = (nodes as usize, record as usize);
        let data = nodes
            .checked_mul(record / 4)
            .and_then(|tree| tree.checked_add(GAP))
            .filter(|data| *data <= mark)
            .ok_or(wrong("it is cut off"))?;
        let mut read = Countries {
            bytes,
            nodes,
            record,
            data,
            v4: (version == 4).then_some(0),
            has_v6: version == 6,
        };
        if read.has_v6 {
            // IPv4 stands under ::/96.
            let start = (0..96).try_fold(0, |node, _| read.step(node, false));
            read.v4 = start;
        }
        Ok(read)
    }

    /// The country of an address; `None` where the file tells none.
    #[must_use]
    pub fn of(&self, address: IpAddr) -> Option<Country> {
        let (mut node, bits, count) = match address.to_canonical() {
            IpAddr::V4(v4) => (self.v4?, u128::from(v4.to_bits()) << 96, 32),
            IpAddr::V6(v6) if self.has_v6 => (0, v6.to_bits(), 128),
            IpAddr::V6(_) => return None,
        };
        for bit in 0..count {
            if node >= self.nodes {
                break;
            }
            node = self.step(node, bits >> (127 - bit) & 1 == 1)?;
        }
        // A leaf names a place in the data, counted from the gap before them.
        let at = node.checked_sub(self.nodes)?.checked_sub(GAP)?;
        let data = Data(self.bytes.get(self.data..)?);
        let country = data.field(at, "country");
        let named = country.and_then(|at| data.field(at, "iso_code"));
        let text = named
            .or(country)
            .and_then(|at| data.text(at))
            .or_else(|| data.text(data.field(at, "country_code")?));
        Country::new(text?)
    }

    /// The left or right record of a node; a leaf stays itself.
    fn step(&self, node: usize, is_right: bool) -> Option<usize> {
        if node >= self.nodes {
            return Some(node);
        }
        let size = self.record / 4;
        let bytes = self.bytes.get(node * size..(node + 1) * size)?;
        let number = |bytes: &[u8]| {
            bytes
                .iter()
                .fold(0, |sum, byte| sum << 8 | usize::from(*byte))
        };
        Some(match (self.record, is_right) {
            (28, false) => usize::from(bytes[3] >> 4) << 24 | number(&bytes[..3]),
            (28, true) => usize::from(bytes[3] & 15) << 24 | number(&bytes[4..]),
            (_, false) => number(&bytes[..size / 2]),
            (_, true) => number(&bytes[size / 2..]),
        })
    }
}

/// A section of data; places are counted from its beginning.
#[derive(Clone, Copy)]
struct Data<'b>(&'b [u8]);

const POINTER: u8 = 1;
const TEXT: u8 = 2;
const MAP: u8 = 7;
const LIST: u8 = 11;
const TRUTH: u8 = 14;

/// What stands at a place: its type, its size, and where its content begins.
#[derive(Clone, Copy)]
struct Head {
    kind: u8,
    size: usize,
    at: usize,
}

impl<'b> Data<'b> {
    fn byte(self, at: usize) -> Option<usize> {
        self.0.get(at).copied().map(usize::from)
    }

    /// Big-endian.
    fn sum(self, at: usize, count: usize) -> Option<usize> {
        (0..count).try_fold(0_usize, |sum, place| {
            Some(sum << 8 | self.byte(at.checked_add(place)?)?)
        })
    }

    /// The head at a place, pointers followed once: none points to another.
    fn head(self, at: usize) -> Option<Head> {
        let head = self.own_head(at)?;
        match head.kind {
            POINTER => self.own_head(head.size).filter(|to| to.kind != POINTER),
            _ => Some(head),
        }
    }

    /// The head itself; of a pointer, `size` is where it points.
    fn own_head(self, at: usize) -> Option<Head> {
        let first = self.byte(at)?;
        let (kind, low) = ((first >> 5) as u8, first & 31);
        if kind == POINTER {
            let (bytes, high) = ((low >> 3) + 1, low & 7);
            let rest = self.sum(at + 1, bytes)?;
            let size = match bytes {
                1 => high << 8 | rest,
                2 => (high << 16 | rest) + 2_048,
                3 => (high << 24 | rest) + 526_336,
                _ => rest,
            };
            return Some(Head {
                kind,
                size,
                at: at + 1 + bytes,
            });
        }
        let mut next = at + 1;
        let kind = match kind {
            0 => {
                next += 1;
                u8::try_from(self.byte(at + 1)? + 7).ok()?
            }
            kind => kind,
        };
        let (more, base) = match low {
            29 => (1, 29),
            30 => (2, 285),
            31 => (3, 65_821),
            low => (0, low),
        };
        let size = base + self.sum(next, more)?;
        Some(Head {
            kind,
            size,
            at: next + more,
        })
    }

    /// Behind what stands at a place.
    fn behind(self, at: usize, depth: u8) -> Option<usize> {
        let depth = depth.checked_sub(1)?;
        let head = self.own_head(at)?;
        let items = match head.kind {
            POINTER | TRUTH => return Some(head.at),
            MAP => head.size.checked_mul(2)?,
            LIST => head.size,
            _ => return head.at.checked_add(head.size),
        };
        (0..items).try_fold(head.at, |at, _| self.behind(at, depth))
    }

    /// Where the value of a map's field stands.
    fn field(self, at: usize, name: &str) -> Option<usize> {
        let map = self.head(at).filter(|head| head.kind == MAP)?;
        let mut at = map.at;
        for _ in 0..map.size {
            let value = self.behind(at, DEPTH)?;
            if self.text(at)? == name {
                return Some(value);
            }
            at = self.behind(value, DEPTH)?;
        }
        None
    }

    fn text(self, at: usize) -> Option<&'b str> {
        let head = self.head(at).filter(|head| head.kind == TEXT)?;
        let bytes = self.0.get(head.at..head.at.checked_add(head.size)?)?;
        std::str::from_utf8(bytes).ok()
    }

    /// An unsigned number of 16, 32 or 64 bits.
    fn number(self, at: usize) -> Option<u64> {
        let head = self.head(at)?;
        let is_number = matches!(head.kind, 5 | 6 | 9) && head.size <= 8;
        let sum = is_number.then(|| self.sum(head.at, head.size))??;
        u64::try_from(sum).ok()
    }
}
