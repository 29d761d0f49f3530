//! Where something was seen, and how that is known.

/// An ISO 3166-1 alpha-2 country code in upper case, such as `PL`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// `None` unless `text` is two ASCII letters.
    #[must_use]
    pub fn new(text: &str) -> Option<Country> {
        match text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Country([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII letters get in.
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl std::fmt::Display for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A point on the earth, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Degrees north, −90 to 90.
    pub lat: f64,
    /// Degrees east, −180 to 180.
    pub lon: f64,
}

impl Point {
    /// `None` outside the ranges, or where a coordinate is not a number.
    #[must_use]
    pub fn new(lat: f64, lon: f64) -> Option<Point> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon))
            .then_some(Point { lat, lon })
    }

    /// Great-circle distance in kilometers (haversine, mean earth radius 6371 km).
    #[must_use]
    pub fn distance_km(self, other: Point) -> f64 {
        let (phi1, phi2) = (self.lat.to_radians(), other.lat.to_radians());
        let half_dphi = (phi2 - phi1) / 2.0;
        let half_dlambda = (other.lon - self.lon).to_radians() / 2.0;
        let a = half_dphi.sin().powi(2) + phi1.cos() * phi2.cos() * half_dlambda.sin().powi(2);
        2.0 * 6371.0 * a.sqrt().min(1.0).asin()
    }

    /// Which way another point lies at the start of the shortest path to it, in degrees clockwise
    /// from north, 0 to 360; 0 for the point itself.
    #[must_use]
    pub fn bearing(self, other: Point) -> f64 {
        let (phi1, phi2) = (self.lat.to_radians(), other.lat.to_radians());
        let dlambda = (other.lon - self.lon).to_radians();
        let east = dlambda.sin() * phi2.cos();
        let north = phi1.cos() * phi2.sin() - phi1.sin() * phi2.cos() * dlambda.cos();
        let degrees = east.atan2(north).to_degrees().rem_euclid(360.0);
        if degrees >= 360.0 { 0.0 } else { degrees }
    }

    /// Rounded to 0.05°, about 5 km: what is kept of a consumer's location.
    #[must_use]
    pub fn coarse(self) -> Point {
        let round = |x: f64| (x * 20.0).round() / 20.0;
        Point {
            lat: round(self.lat),
            lon: round(self.lon),
        }
    }
}

/// How a place is known; a signal says so, and trusts it only so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceSource {
    /// The device's own location, given by the person.
    Device,
    /// Typed by the person.
    Typed,
    /// Looked up from the network address; may be a VPN's or a carrier's.
    Address,
}

/// A place as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// How it is known.
    pub source: PlaceSource,
    /// The country, where known.
    pub country: Option<Country>,
    /// The point, where known; already coarse.
    pub point: Option<Point>,
    /// Radius in meters within which the point holds; `None` when not stated.
    pub accuracy_m: Option<f64>,
    /// A name a person knows it by ("Gdynia"), where known.
    pub name: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bearings_match_known_ones() {
        let check = |from: (f64, f64), to: (f64, f64), expected: f64| {
            let [from, to] = [from, to].map(|(lat, lon)| Point::new(lat, lon).unwrap());
            let bearing = from.bearing(to);
            assert!((bearing - expected).abs() < 0.1, "{bearing}");
        };
        check((0.0, 0.0), (1.0, 0.0), 0.0);
        check((0.0, 0.0), (0.0, 1.0), 90.0);
        check((0.0, 0.0), (-1.0, 0.0), 180.0);
        check((0.0, 0.0), (0.0, -1.0), 270.0);
        check((0.0, 179.9), (0.0, -179.9), 90.0);
        // Baghdad to Osaka, from the textbooks.
        check((35.0, 45.0), (35.0, 135.0), 60.2);
        check((52.0, 13.0), (52.0, 13.0), 0.0);
    }

    #[test]
    fn distances_match_known_ones() {
        let warsaw = Point::new(52.2297, 21.0122).unwrap();
        let lisbon = Point::new(38.7223, -9.1393).unwrap();
        let km = warsaw.distance_km(lisbon);
        assert!((2750.0..2770.0).contains(&km), "{km}");
        assert!(warsaw.distance_km(warsaw) < 1e-9);
        let (a, b) = (
            Point::new(0.0, 179.9).unwrap(),
            Point::new(0.0, -179.9).unwrap(),
        );
        assert!(
            a.distance_km(b) < 23.0,
            "over the date line, not around the world"
        );
    }

    #[test]
    fn out_of_range_is_no_point() {
        assert_eq!(Point::new(90.1, 0.0), None);
        assert_eq!(Point::new(f64::NAN, 0.0), None);
        assert_eq!(Point::new(0.0, 180.1), None);
    }

    #[test]
    fn countries_are_two_letters() {
        assert_eq!(Country::new("pl").unwrap().as_str(), "PL");
        assert_eq!(Country::new("POL"), None);
        assert_eq!(Country::new("P1"), None);
    }
}
