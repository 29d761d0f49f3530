//! The short codes for common sets of identifiers (GS1 Digital Link: Compression, table of
//! optimizations).

use crate::Ai;

/// A code of eight bits and the identifiers whose values follow it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Optimization {
    /// Two hexadecimal digits, one of them A to F.
    pub(super) code: u8,
    /// In the order of the published table.
    ais: &'static [&'static str],
}

/// In which order the values follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The published table's.
    Published,
    /// Sorted as texts, as GS1's own toolkit writes and reads them; it differs for 1A and 9D.
    Toolkit,
}

impl Optimization {
    pub(super) fn find(code: u8) -> Option<&'static Optimization> {
        OPTIMIZATIONS.iter().find(|one| one.code == code)
    }

    /// The one that saves most of those whose identifiers are all there: the longest; of several,
    /// the first, as GS1's toolkit has it.
    pub(super) fn longest(has: impl Fn(Ai) -> bool) -> Option<&'static Optimization> {
        let fitting = OPTIMIZATIONS
            .iter()
            .filter(|one| one.ais(Order::Published).into_iter().all(&has));
        fitting.rev().max_by_key(|one| one.len())
    }

    pub(super) fn ais(&self, order: Order) -> Vec<Ai> {
        let mut ais: Vec<Ai> = self.ais.iter().filter_map(|ai| Ai::new(ai)).collect();
        if order == Order::Toolkit {
            ais.sort_unstable();
        }
        ais
    }

    /// Digits of its identifiers.
    pub(super) fn len(&self) -> usize {
        self.ais.iter().map(|ai| ai.len()).sum()
    }
}

const fn one(code: u8, ais: &'static [&'static str]) -> Optimization {
    Optimization { code, ais }
}

pub(super) const OPTIMIZATIONS: [Optimization; 52] = [
    one(0x0A, &["01", "22"]),
    one(0x0B, &["01", "10"]),
    one(0x0C, &["01", "21"]),
    one(0x0D, &["01", "17"]),
    one(0x0E, &["01", "7003"]),
    one(0x0F, &["01", "30"]),
    one(0x1A, &["01", "10", "21", "17"]),
    one(0x1B, &["01", "15"]),
    one(0x1C, &["01", "11"]),
    one(0x1D, &["01", "16"]),
    one(0x1E, &["01", "91"]),
    one(0x1F, &["01", "10", "15"]),
    one(0x2A, &["01", "3100"]),
    one(0x2B, &["01", "3101"]),
    one(0x2C, &["01", "3102"]),
    one(0x2D, &["01", "3103"]),
    one(0x2E, &["01", "3104"]),
    one(0x2F, &["01", "3105"]),
    one(0x3A, &["01", "3200"]),
    one(0x3B, &["01", "3201"]),
    one(0x3C, &["01", "3202"]),
    one(0x3D, &["01", "3203"]),
    one(0x3E, &["01", "3204"]),
    one(0x3F, &["01", "3205"]),
    one(0x9A, &["8010", "8011"]),
    one(0x9B, &["8017", "8019"]),
    one(0x9C, &["8018", "8019"]),
    one(0x9D, &["414", "254"]),
    one(0xA0, &["01", "3920"]),
    one(0xA1, &["01", "3921"]),
    one(0xA2, &["01", "3922"]),
    one(0xA3, &["01", "3923"]),
    one(0xA4, &["01", "3924"]),
    one(0xA5, &["01", "3925"]),
    one(0xA6, &["01", "3926"]),
    one(0xA7, &["01", "3927"]),
    one(0xA8, &["01", "3928"]),
    one(0xA9, &["01", "3929"]),
    one(0xC0, &["255", "3900"]),
    one(0xC1, &["255", "3901"]),
    one(0xC2, &["255", "3902"]),
    one(0xC3, &["255", "3903"]),
    one(0xC4, &["255", "3904"]),
    one(0xC5, &["255", "3905"]),
    one(0xC6, &["255", "3906"]),
    one(0xC7, &["255", "3907"]),
    one(0xC8, &["255", "3908"]),
    one(0xC9, &["255", "3909"]),
    one(0xCA, &["255", "3940"]),
    one(0xCB, &["255", "3941"]),
    one(0xCC, &["255", "3942"]),
    one(0xCD, &["255", "3943"]),
];
