//! A date as it is printed on a pack and typed by a person: text → the dates that it may mean.

use gs1::Date;

/// A date, or a month where no day is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedDate {
    year: u16,
    month: u8,
    day: Option<u8>,
}

impl TypedDate {
    /// Every date that a text may mean; none where it is no date. `03/04/2027` means two.
    #[must_use]
    pub fn all(text: &str) -> Vec<TypedDate> {
        let text = text.trim();
        let parts: Vec<&str> = text
            .split(|letter: char| matches!(letter, '.' | '/' | '-') || letter.is_whitespace())
            .filter(|part| !part.is_empty())
            .collect();
        let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !parts.iter().all(is_number) {
            return Vec::new();
        }
        let meant = match parts[..] {
            [year, month, day] if year.len() == 4 => vec![date(year, month, Some(day))],
            [one, two, three] => vec![
                date(three, two, Some(one)),
                date(three, one, Some(two)),
                date(one, two, Some(three)),
            ],
            [year, month] if year.len() == 4 => vec![date(year, month, None)],
            [month, year] => vec![date(year, month, None)],
            [all] if all.len() == 8 => vec![
                date(&all[..4], &all[4..6], Some(&all[6..])),
                date(&all[4..], &all[2..4], Some(&all[..2])),
            ],
            [all] if all.len() == 6 => vec![
                date(&all[..2], &all[2..4], Some(&all[4..])),
                date(&all[4..], &all[2..4], Some(&all[..2])),
                date(&all[2..], &all[..2], None),
            ],
            _ => Vec::new(),
        };
        let mut meant: Vec<TypedDate> = meant.into_iter().flatten().collect();
        meant.sort_unstable_by_key(|date| (date.year, date.month, date.day));
        meant.dedup();
        meant
    }

    /// Whether it is that date, as far as it says.
    #[must_use]
    pub fn is(&self, date: Date) -> bool {
        (self.year, self.month) == (date.year, date.month)
            && self.day.is_none_or(|day| day == date.day)
    }
}

/// Years of two digits are of this century: nobody types the date of a pack of another one.
fn date(year: &str, month: &str, day: Option<&str>) -> Option<TypedDate> {
    let year = match year.len() {
        2 => 2000 + year.parse::<u16>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    let month: u8 = month.parse().ok()?;
    let day: Option<u8> = match day {
        // Day 00 is the month as a whole, as in GS1's six digits.
        Some(day) => Some(day.parse().ok()?).filter(|day| *day > 0),
        None => None,
    };
    Date::new(year, month, day.unwrap_or(1))?;
    Some(TypedDate { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_packs_have_them() {
        let check = |text: &str, expected: &str, other: &str| {
            let meant = TypedDate::all(text);
            let is = |date: &str| {
                meant
                    .iter()
                    .any(|typed| typed.is(date.parse().expect(date)))
            };
            assert!(is(expected), "{text}: {meant:?}");
            assert!(!is(other), "{text}: {meant:?}");
        };
        check("2027-03-14", "2027-03-14", "2027-03-15");
        check("14.03.2027", "2027-03-14", "2027-03-15");
        check(" 14/3/27 ", "2027-03-14", "2027-04-14");
        check("27.03.14", "2027-03-14", "2027-03-15");
        check("27.03.14", "2014-03-27", "2027-03-15");
        check("03/14/2027", "2027-03-14", "2027-03-13");
        check("03/04/2027", "2027-04-03", "2027-05-03");
        check("03/04/2027", "2027-03-04", "2027-05-03");
        check("03/2027", "2027-03-31", "2027-04-01");
        check("2027 03", "2027-03-01", "2027-02-28");
        check("270314", "2027-03-14", "2027-03-15");
        check("270300", "2027-03-31", "2027-04-30");
        check("140327", "2027-03-14", "2027-03-15");
        check("20270314", "2027-03-14", "2027-03-15");
        check("14032027", "2027-03-14", "2027-03-15");
        check("032027", "2027-03-09", "2027-04-09");
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "soon",
            "2027",
            "31.02.2027",
            "13/13/2027",
            "1-2-3-4",
            "½/2027",
        ] {
            assert_eq!(TypedDate::all(text), [], "{text}");
        }
    }
}
