//! Every endpoint, read from where the routes stand, so that none can be forgotten.

use std::{fs, path::Path};

/// The files that may name routes.
const FILES: [&str; 3] = ["src/router.rs", "src/http/desk.rs", "src/http/epcis.rs"];

/// Methods and paths, such as `("GET", "/desk/keys")`.
pub fn all() -> Vec<(&'static str, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut routes = Vec::new();
    for file in FILES {
        let text = fs::read_to_string(root.join(file)).unwrap();
        routes.extend(in_text(&text));
    }
    elsewhere(&root.join("src"), root);
    routes
}

fn in_text(text: &str) -> Vec<(&'static str, String)> {
    let text: String = text.split_whitespace().collect();
    let mut routes = Vec::new();
    for mark in [".route(", "with_limit(", "with_photo("] {
        for (at, _) in text.match_indices(mark) {
            let inside = inside(&text[at + mark.len()..]);
            // The function's own head.
            if inside.starts_with("path:") || inside.starts_with("path,") {
                continue;
            }
            let path = match inside.strip_prefix("&format!(") {
                // The one loop: over the primary keys of Digital Links.
                Some(_) => "/01/{*rest}".to_owned(),
                None => inside.split('"').nth(1).unwrap().to_owned(),
            };
            let before = routes.len();
            for (name, method) in [
                ("get(", "GET"),
                ("post(", "POST"),
                ("put(", "PUT"),
                ("patch(", "PATCH"),
                ("delete(", "DELETE"),
                ("options(", "OPTIONS"),
            ] {
                let is_there = inside.match_indices(name).any(|(at, _)| {
                    // `target(` holds `get(`.
                    !inside[..at].ends_with(|before: char| before.is_ascii_alphanumeric())
                });
                if is_there {
                    routes.push((method, path.clone()));
                }
            }
            assert!(routes.len() > before, "no method of `{path}` could be read");
        }
    }
    routes
}

/// Up to the parenthesis that closes the call.
fn inside(text: &str) -> &str {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return &text[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    panic!("a call that doesn't end: {text}");
}

/// A route in another file would be in no table.
fn elsewhere(folder: &Path, root: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            elsewhere(&path, root);
            continue;
        }
        let name = path.strip_prefix(root).unwrap().to_str().unwrap();
        let is_known = FILES.contains(&name);
        let text = fs::read_to_string(&path).unwrap_or_default();
        let text: String = text.split_whitespace().collect();
        assert!(
            is_known || !text.contains(".route(\""),
            "`{name}` names a route; name the file in this test"
        );
    }
}

#[test]
fn routes_are_read() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let read = in_text(text);
        let read: Vec<_> = read.iter().map(|(m, p)| (*m, p.as_str())).collect();
        assert_eq!(read, expected);
    };
    check(
        ".route(\"/mine\", get(mine::get).post(mine::look_up))",
        &[("GET", "/mine"), ("POST", "/mine")],
    );
    check(
        ".merge(with_limit(\n \"/scan\",\n post(scan::post), MAX))",
        &[("POST", "/scan")],
    );
    check(
        ".route(\"/v1/x\", post(x::post).options(x::preflight))",
        &[("POST", "/v1/x"), ("OPTIONS", "/v1/x")],
    );
    // What is called within is no method.
    check(
        ".route(\"/x\", get(x::get).options(async || resolver::options()))",
        &[("GET", "/x"), ("OPTIONS", "/x")],
    );
    check(
        ".merge(with_photo(\"/report\", post(reports::post)))",
        &[("POST", "/report")],
    );
    assert!(all().contains(&("GET", "/desk/log".to_owned())));
    assert!(all().contains(&("POST", "/epcis/capture".to_owned())));
}
