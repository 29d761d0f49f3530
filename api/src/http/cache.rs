//! Who may keep what for how long: one table.
//!
//! | what | `Cache-Control` |
//! |---|---|
//! | pages, forms, `/v1`, `/epcis`, everything else | `private, no-store` |
//! | files with a digest in their name, `/pictures/DIGEST`, `/style.css?v=DIGEST` | `public, max-age=31536000, immutable` |
//! | `/sw.js`, `/boot.js`, `/page.js`, the worker's files, `/style.css`, other files of the app | `no-cache` (with an `ETag`) |
//! | `/.well-known/gs1resolver`, `/.well-known/touchstone-keys.json`, `/.well-known/touchstone-seal-keys.json`, `/openapi.json` | `public, max-age=300` |

use axum::{
    http::{HeaderValue, Uri, header},
    response::Response,
};

const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");
const SHORT: HeaderValue = HeaderValue::from_static("public, max-age=300");
const PRIVATE: HeaderValue = HeaderValue::from_static("private, no-store");

/// Sets `Cache-Control` by the table.
pub fn put(asked: &Uri, response: &mut Response) {
    let is_fine = response.status().is_success() || response.status().as_u16() == 304;
    let has_version = asked.query().is_some_and(|query| query.starts_with("v="));
    let is_file = response.extensions().get::<FromFile>().is_some();
    let value = match is_fine {
        true => class(asked.path(), has_version, is_file),
        false => PRIVATE,
    };
    response.headers_mut().insert(header::CACHE_CONTROL, value);
}

/// Marks a response that came from a file of the app.
#[derive(Clone, Copy, Debug)]
pub struct FromFile;

fn class(path: &str, has_version: bool, is_file: bool) -> HeaderValue {
    match path {
        _ if path.starts_with("/pictures/") => IMMUTABLE,
        "/style.css" if has_version => IMMUTABLE,
        "/style.css" => REVALIDATE,
        "/.well-known/gs1resolver"
        | "/.well-known/touchstone-keys.json"
        | "/.well-known/touchstone-seal-keys.json"
        | "/openapi.json" => SHORT,
        _ if is_file && has_digest(path) => IMMUTABLE,
        _ if is_file => REVALIDATE,
        _ => PRIVATE,
    }
}

/// Whether the name holds a digest of at least 12 hexadecimal digits, as the build gives them.
fn has_digest(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split(['-', '_', '.'])
        .any(|part| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table() {
        assert_eq!(class("/01/09506000134352", false, false), PRIVATE);
        assert_eq!(class("/v1/verify", false, false), PRIVATE);
        assert_eq!(
            class("/app-0123456789abcdef_bg.wasm", false, true),
            IMMUTABLE
        );
        assert_eq!(class("/sw.js", false, true), REVALIDATE);
        assert_eq!(class("/worker.js", false, true), REVALIDATE);
        assert_eq!(class("/style.css", true, false), IMMUTABLE);
        assert_eq!(class("/style.css", false, false), REVALIDATE);
        assert_eq!(class("/pictures/abc", false, false), IMMUTABLE);
    }
}
