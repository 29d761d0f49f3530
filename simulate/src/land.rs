//! Countries and towns, as far as the worlds reach.

use trace::{Country, Point};

/// A country.
#[derive(Debug)]
pub struct Land {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Its towns: name, degrees north, degrees east.
    pub towns: &'static [(&'static str, f64, f64)],
    /// Countries whose people shop here, by index into [`LANDS`].
    pub neighbors: &'static [usize],
}

impl Land {
    /// As the judge knows it.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        Country::new(self.code)
    }

    /// Where a town is.
    #[must_use]
    pub fn point(&self, town: usize) -> Option<Point> {
        let (_, lat, lon) = self.towns.get(town)?;
        Point::new(*lat, *lon)
    }
}

/// All of them. Brands here make for the first eight; goods go astray to any.
pub const LANDS: &[Land] = &[
    Land {
        code: "PL",
        towns: &[
            ("Warszawa", 52.23, 21.01),
            ("Kraków", 50.06, 19.94),
            ("Gdańsk", 54.35, 18.65),
            ("Poznań", 52.41, 16.93),
            ("Lublin", 51.25, 22.57),
        ],
        neighbors: &[1, 2],
    },
    Land {
        code: "DE",
        towns: &[
            ("Berlin", 52.52, 13.40),
            ("Hamburg", 53.55, 9.99),
            ("München", 48.14, 11.58),
            ("Köln", 50.94, 6.96),
            ("Dresden", 51.05, 13.74),
            ("Freiburg", 48.00, 7.85),
        ],
        neighbors: &[0, 2, 3],
    },
    Land {
        code: "CZ",
        towns: &[
            ("Praha", 50.08, 14.44),
            ("Brno", 49.20, 16.61),
            ("Ostrava", 49.82, 18.26),
        ],
        neighbors: &[0, 1],
    },
    Land {
        code: "FR",
        towns: &[
            ("Paris", 48.86, 2.35),
            ("Lyon", 45.76, 4.84),
            ("Marseille", 43.30, 5.37),
            ("Strasbourg", 48.57, 7.75),
            ("Bordeaux", 44.84, -0.58),
        ],
        neighbors: &[1, 4],
    },
    Land {
        code: "ES",
        towns: &[
            ("Madrid", 40.42, -3.70),
            ("Barcelona", 41.39, 2.17),
            ("Sevilla", 37.39, -5.99),
            ("Bilbao", 43.26, -2.93),
        ],
        neighbors: &[3, 5],
    },
    Land {
        code: "PT",
        towns: &[
            ("Lisboa", 38.72, -9.14),
            ("Porto", 41.16, -8.63),
            ("Faro", 37.02, -7.93),
        ],
        neighbors: &[4],
    },
    Land {
        code: "IT",
        towns: &[
            ("Roma", 41.90, 12.50),
            ("Milano", 45.46, 9.19),
            ("Napoli", 40.85, 14.27),
            ("Torino", 45.07, 7.69),
        ],
        neighbors: &[3],
    },
    Land {
        code: "RO",
        towns: &[
            ("București", 44.43, 26.10),
            ("Cluj", 46.77, 23.59),
            ("Iași", 47.16, 27.59),
        ],
        neighbors: &[9],
    },
    Land {
        code: "TR",
        towns: &[
            ("İstanbul", 41.01, 28.98),
            ("Ankara", 39.93, 32.86),
            ("Antalya", 36.90, 30.70),
        ],
        neighbors: &[],
    },
    Land {
        code: "UA",
        towns: &[
            ("Kyiv", 50.45, 30.52),
            ("Lviv", 49.84, 24.03),
            ("Odesa", 46.48, 30.73),
        ],
        neighbors: &[0, 7],
    },
    Land {
        code: "GB",
        towns: &[
            ("London", 51.51, -0.13),
            ("Manchester", 53.48, -2.24),
            ("Glasgow", 55.86, -4.25),
        ],
        neighbors: &[],
    },
    Land {
        code: "NL",
        towns: &[("Amsterdam", 52.37, 4.90), ("Rotterdam", 51.92, 4.48)],
        neighbors: &[1],
    },
    Land {
        code: "US",
        towns: &[
            ("New York", 40.71, -74.01),
            ("Chicago", 41.88, -87.63),
            ("Los Angeles", 34.05, -118.24),
        ],
        neighbors: &[],
    },
    Land {
        code: "NG",
        towns: &[("Lagos", 6.52, 3.38), ("Abuja", 9.06, 7.49)],
        neighbors: &[],
    },
];

/// Countries that brands make for: the first of [`LANDS`].
pub const MARKETS: usize = 8;

/// Where people spend holidays.
pub const HOLIDAYS: &[usize] = &[3, 4, 5, 6, 8, 10];

/// Where networks that hide an address come out.
pub const EXITS: &[usize] = &[1, 10, 11, 12];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_land_and_town_is_on_earth() {
        for land in LANDS {
            assert!(land.country().is_some());
            assert!((0..land.towns.len()).all(|town| land.point(town).is_some()));
            assert!(land.neighbors.iter().all(|other| *other < LANDS.len()));
        }
        assert!(HOLIDAYS.iter().chain(EXITS).all(|land| *land < LANDS.len()));
    }
}
