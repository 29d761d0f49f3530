//! Where one goes after signing in: to where one came from.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The longest place, in bytes.
const MAX: usize = 512;

/// A place on this server, as a path with its query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next(String);

impl Next {
    /// Takes a path of one's own origin alone: whatever a browser could take for another server's
    /// address, or for the door itself, is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Next> {
        let rest = text.strip_prefix('/')?;
        // Browsers read `//host` and `/\\host` as another host, and leave tabs and line ends out.
        let is_plain = |letter: char| letter.is_ascii_graphic() && letter != '\\';
        let is_path = !rest.starts_with('/') && rest.chars().all(is_plain);
        let path = text.split(['?', '#']).next().unwrap_or_default();
        let is_door = path.starts_with("/desk/sign-") || path.starts_with("/desk/invite/");
        (text.len() <= MAX && is_path && !is_door).then(|| Next(text.to_owned()))
    }

    /// The place.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0
    }

    /// The address of the door that leads there.
    #[must_use]
    pub fn door(&self) -> String {
        let next = utf8_percent_encode(&self.0, NON_ALPHANUMERIC);
        format!("/desk/sign-in?next={next}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, is_taken: bool) {
        assert_eq!(Next::parse(text).is_some(), is_taken, "{text:?}");
    }

    #[test]
    fn only_paths_of_our_own() {
        check("/inspect", true);
        check("/desk/inspections?q=corner%20shop&state=open", true);
        check("/desk", true);
        check("/", true);
        check("", false);
        check("inspect", false);
        check("https://elsewhere.example/", false);
        check("javascript:alert(1)", false);
        check("//elsewhere.example", false);
        check("///elsewhere.example", false);
        check("/\\elsewhere.example", false);
        check("/\t/elsewhere.example", false);
        check("/inspect\r\nLocation: //elsewhere.example", false);
        check("/in spect", false);
        check("/\u{2044}elsewhere.example", false);
        check("/desk/sign-in", false);
        check("/desk/sign-out?x", false);
        check("/desk/invite/abc", false);
        check(&format!("/{}", "a".repeat(512)), false);
    }

    #[test]
    fn the_door_carries_it_whole() {
        let next = Next::parse("/desk/inspections?q=a&b=/c").expect("it is ours");
        let door = next.door();
        assert!(door.is_ascii() && door.matches(['?', '&', '=']).count() == 2);
    }
}
