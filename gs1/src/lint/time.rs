//! `hh`, `mi`, `ss`, `hhmi`: hours to 23, minutes and seconds to 59.

use super::Finding;
use crate::FaultKind;

pub(super) fn check(text: &str, most: u8) -> Option<Finding> {
    let value = text.parse::<u8>().ok().filter(|value| *value <= most);
    value
        .is_none()
        .then_some((FaultKind::IllegalTime, 0..text.len()))
}

pub(super) fn check_hhmi(text: &str) -> Option<Finding> {
    let (hours, minutes) = text.split_at_checked(2)?;
    let later = |(kind, span): Finding| (kind, span.start + 2..span.end + 2);
    check(hours, 23).or_else(|| check(minutes, 59).map(later))
}

#[cfg(test)]
mod tests {
    use crate::lint::{Lint, marked};

    #[test]
    fn marks_hours_or_minutes() {
        assert_eq!(marked(Lint::Hhmi, "2359"), "2359");
        assert_eq!(marked(Lint::Hhmi, "2400"), "*24*00");
        assert_eq!(marked(Lint::Hhmi, "2360"), "23*60*");
        assert_eq!(marked(Lint::Ss, "60"), "*60*");
    }
}
