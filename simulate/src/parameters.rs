//! The figures that a world is made with, each with where it comes from.
//!
//! They were set before the judge was measured on them, and are not what it is tuned by.

/// How a world is.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// How many of the buyers check, one product after the other: the rates of the task, from
    /// hardly anybody to a campaign that asks for it.
    pub check_rates: [f64; 3],
    /// People who give their device's location: 12 % of all.
    pub device_share: f64,
    /// Of those who don't, people whose country is known: 70 of 88, so 70 % of all by default.
    pub country_share: f64,
    /// People whose country is known, and wrong: a VPN, or a carrier's gateway abroad.
    pub wrong_country: f64,
    /// Repeat visits at which the session is lost: another browser, cleared storage.
    pub lost_session: f64,
    /// Whoever checked checks once more, again and again, this often.
    pub repeat: f64,
    /// Households in which a second person checks the pack, too.
    pub second_person: f64,
    /// Visits made on a journey abroad.
    pub journey: f64,
    /// Checks that wait for a network, and arrive up to ten days later.
    pub late: f64,
    /// Devices whose clock is wrong; most by minutes, some by up to a day.
    pub wrong_clock: f64,
    /// Packs that are sold on, a month or more later, mostly in the same country.
    pub resale: f64,
    /// Packs that are given to somebody in another country.
    pub gift_abroad: f64,
    /// Packs of a border lot that are bought by people from across the border.
    pub across_border: f64,
    /// Lots whose shops lie at a border.
    pub border_lots: f64,
    /// Packs on display in a shop, which passers-by check for months.
    pub demo: f64,
    /// Packs whose code somebody put on the internet.
    pub published: f64,
    /// Packs whose page a script fetches again and again, without a cookie.
    pub crawled: f64,
    /// Packs that an inspector sweeps.
    pub inspected: f64,
    /// Sales that shops report.
    pub reported_sales: f64,
    /// Reported sales whose pack came back and was sold again.
    pub returned: f64,
    /// Lots of each product.
    pub lots: usize,
    /// Clone campaigns in a world; each prints one genuine code on many packs.
    pub campaigns: usize,
    /// Lots that are diverted, in whole pallets.
    pub diverted_lots: usize,
    /// Lots of which a pallet is stolen.
    pub stolen_lots: usize,
    /// Thefts that are reported.
    pub reported_thefts: f64,
    /// Programs that try serials.
    pub guessers: usize,
}

impl Default for Parameters {
    fn default() -> Parameters {
        Parameters {
            check_rates: [0.01, 0.05, 0.20],
            device_share: 0.12,
            country_share: 70.0 / 88.0,
            wrong_country: 0.05,
            lost_session: 0.30,
            repeat: 0.40,
            second_person: 0.15,
            journey: 0.03,
            late: 0.03,
            wrong_clock: 0.05,
            resale: 0.02,
            gift_abroad: 0.01,
            across_border: 0.08,
            border_lots: 0.25,
            demo: 0.0004,
            published: 0.00001,
            crawled: 0.00002,
            inspected: 0.001,
            reported_sales: 0.60,
            returned: 0.02,
            lots: 8,
            campaigns: 16,
            diverted_lots: 3,
            stolen_lots: 1,
            reported_thefts: 0.8,
            guessers: 3,
        }
    }
}

impl Parameters {
    /// The same with another share of people who give their device's location; the others keep
    /// their proportions.
    #[must_use]
    pub fn with_device_share(self, device_share: f64) -> Parameters {
        Parameters {
            device_share,
            ..self
        }
    }
}
