//! Distances, directions, hours and amounts as people say them.

use super::Words;

/// The days of OpenStreetMap's opening hours, and the message that names each.
const DAYS: [(&str, &str); 7] = [
    ("Mo", "day-mo"),
    ("Tu", "day-tu"),
    ("We", "day-we"),
    ("Th", "day-th"),
    ("Fr", "day-fr"),
    ("Sa", "day-sa"),
    ("Su", "day-su"),
];

impl Words {
    /// `350 m` below a kilometer, `1.5 km` below ten, `12 km` beyond.
    #[must_use]
    pub fn distance(self, km: f64) -> String {
        if km < 1.0 {
            self.place_meters(format!("{:.0}", km * 1000.0))
        } else if km < 10.0 {
            let km = format!("{km:.1}");
            self.place_km(self.decimal(km.trim_end_matches(".0")))
        } else {
            self.place_km(format!("{km:.0}"))
        }
    }

    /// Which way something lies, to an eighth of a turn; `bearing` in degrees clockwise from north.
    #[must_use]
    pub fn direction(self, bearing: u16) -> &'static str {
        let eighth = (bearing + 22) % 360 / 45;
        self.find(&format!("direction-{eighth}"))
            .unwrap_or_default()
    }

    /// Opening hours in OpenStreetMap's notation with days by their names; what is not in that
    /// notation, or says more than days and times, as it stands.
    #[must_use]
    pub fn hours(self, written: &str) -> String {
        let rules = written.split(';').flat_map(rules_of);
        let rules: Option<Vec<String>> = rules.map(|rule| self.rule(&rule)).collect();
        rules.map_or_else(
            || written.to_owned(),
            |rules| rules.join(self.locale.comma()),
        )
    }

    /// A rule such as `Mo-Fr 08:00-12:00,13:00-18:00` or `PH off`; `None` for another.
    fn rule(self, rule: &str) -> Option<String> {
        let rule = rule.trim();
        if rule == "24/7" {
            return Some(self.hours_always().to_owned());
        }
        let (days, times) = match rule.split_once(' ') {
            Some((days, times)) => (days, times.trim()),
            None => ("", rule),
        };
        let days = match days {
            "" => String::new(),
            "PH" => self.hours_holidays().to_owned() + " ",
            days => self.list(days, |day| self.day_name(day))? + " ",
        };
        let times = match times {
            "off" | "closed" => self.hours_closed().to_owned(),
            times => self.list(times, is_time)?,
        };
        Some(days + &times)
    }

    /// Ranges and single ones, each by its name; `None` where one has none.
    fn list(self, text: &str, name: impl Fn(&str) -> Option<String>) -> Option<String> {
        let range = |range: &str| {
            let ends: Option<Vec<String>> = range
                .split(['-', '–'])
                .map(|end| name(end.trim()))
                .collect();
            ends.filter(|ends| ends.len() <= 2)
                .map(|ends| ends.join("–"))
        };
        let ranges: Option<Vec<String>> = text.split(',').map(|one| range(one.trim())).collect();
        ranges.map(|ranges| ranges.join(self.locale.comma()))
    }

    fn day_name(self, day: &str) -> Option<String> {
        let (_, message) = DAYS.iter().find(|(known, _)| *known == day)?;
        self.find(message).map(str::to_owned)
    }

    /// An amount with its currency: `0.25 EUR`.
    #[must_use]
    pub fn amount(self, amount: f64, currency: &str) -> String {
        let amount = self.decimal(&format!("{amount:.2}"));
        format!("{amount}\u{a0}{currency}")
    }

    /// A number with this language's decimal sign.
    pub(crate) fn decimal(self, number: &str) -> String {
        number.replace('.', self.locale.decimal_mark().encode_utf8(&mut [0; 4]))
    }
}

/// Rules that only a comma separates: `Mo-Fr 08:00-18:00, Sa 08:00-14:00`.
fn rules_of(text: &str) -> Vec<String> {
    let mut rules: Vec<String> = Vec::new();
    for part in text.trim().split(", ") {
        match rules.last_mut() {
            // Days before their times, or times after others.
            Some(rule) if !rule.contains(' ') || !part.contains(' ') => {
                rule.push(',');
                rule.push_str(part);
            }
            _ => rules.push(part.to_owned()),
        }
    }
    rules
}

/// The time itself where it is one: `08:00`, or `24:00` at the end.
fn is_time(text: &str) -> Option<String> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |text: &str, most: u32| {
        let is_short =
            (1..=2).contains(&text.len()) && text.bytes().all(|one| one.is_ascii_digit());
        is_short && text.parse::<u32>().is_ok_and(|number| number <= most)
    };
    (number(hours, 26) && minutes.len() == 2 && number(minutes, 59)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    #[test]
    fn hours_in_openstreetmap_s_notation() {
        let check = |written: &str, en: &str, de: &str| {
            assert_eq!(Words::new(Locale::En).hours(written), en);
            assert_eq!(Words::new(Locale::De).hours(written), de);
        };
        check("24/7", "always open", "immer geöffnet");
        check(
            "Mo-Fr 08:00-12:00,13:00-18:00; Sa 9:00-14:00; PH off",
            "Mon–Fri 08:00–12:00, 13:00–18:00, Sat 9:00–14:00, on holidays closed",
            "Mo–Fr 08:00–12:00, 13:00–18:00, Sa 9:00–14:00, an Feiertagen geschlossen",
        );
        check(
            "Mo–Fr 8:00–12:00, 13:00–18:00, Sa 8:00–14:00",
            "Mon–Fri 8:00–12:00, 13:00–18:00, Sat 8:00–14:00",
            "Mo–Fr 8:00–12:00, 13:00–18:00, Sa 8:00–14:00",
        );
        check(
            "Mo, We 10:00-16:00",
            "Mon, Wed 10:00–16:00",
            "Mo, Mi 10:00–16:00",
        );
        check(
            "Mo,We 10:00-16:00",
            "Mon, Wed 10:00–16:00",
            "Mo, Mi 10:00–16:00",
        );
        check("08:00-20:00", "08:00–20:00", "08:00–20:00");
        // What says more, or is written by hand, stays as it is.
        for other in [
            "Seg–Sáb 8:00–20:00",
            "Mo[1] 10:00-12:00",
            "Mar-Oct Sa 10:00-12:00",
            "Mo-We-Fr 10:00-12:00",
            "by appointment",
            "Mo 27:00",
            "Mo 10:60-11:00",
            "",
        ] {
            let expected = other;
            assert_eq!(Words::new(Locale::En).hours(other), expected);
        }
    }

    #[test]
    fn ways() {
        let check = |km: f64, bearing: u16, en: &str, de: &str| {
            let way = |words: Words| words.place_way(words.direction(bearing), words.distance(km));
            assert_eq!(way(Words::new(Locale::En)), en);
            assert_eq!(way(Words::new(Locale::De)), de);
        };
        check(0.3, 0, "300 m north", "300 m nördlich");
        check(2.0, 90, "2 km east", "2 km östlich");
        check(1.5, 337, "1.5 km north-west", "1,5 km nordwestlich");
        check(9.94, 338, "9.9 km north", "9,9 km nördlich");
        check(284.6, 180, "285 km south", "285 km südlich");
        check(12.0, 22, "12 km north", "12 km nördlich");
        check(12.0, 23, "12 km north-east", "12 km nordöstlich");
    }
}
