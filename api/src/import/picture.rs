//! A picture of a product or place: file → checked bytes in the store, by digest.

use sha2::{Digest, Sha256};

use super::{Pictures, Problem};
use crate::{
    picture::photo_type,
    store::{self, Change, Tx},
};

/// The largest picture, in bytes: a page must stay light.
const MAX_BYTES: usize = 1024 * 1024;

/// Puts a picture in and returns its digest, or says what is wrong.
pub(super) fn put(
    tx: &Tx<'_>,
    pictures: &Pictures,
    name: &str,
) -> store::Result<Result<String, Problem>> {
    let problem = |what: String, advice: &str| Ok(Err(Problem::new("picture", what, advice)));
    let bytes = match pictures.read(name) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            return problem(
                format!("there is no picture `{name}`"),
                "put it in the folder `pictures` beside the file",
            );
        }
        Err(error) => {
            return problem(
                format!("`{name}` can't be read: {error}"),
                "check its rights",
            );
        }
    };
    Ok(put_bytes(tx, name, &bytes)?.map(|(digest, _)| digest))
}

/// Puts the picture of that name in and returns its digest, or says what is wrong.
pub(super) fn put_bytes(
    tx: &Tx<'_>,
    name: &str,
    bytes: &[u8],
) -> store::Result<Result<(String, Change), Problem>> {
    let problem = |what: String, advice: &str| Ok(Err(Problem::new("picture", what, advice)));
    if bytes.len() > MAX_BYTES {
        return problem(
            format!("`{name}` has {} bytes", bytes.len()),
            "make it smaller than 1 MiB",
        );
    }
    let Some(content_type) = content_type(bytes) else {
        return problem(
            format!("`{name}` is not an SVG, PNG, JPEG or WebP picture"),
            "save it in one of these formats",
        );
    };
    if content_type == "image/svg+xml" && is_active(bytes) {
        return problem(
            format!("`{name}` holds a script or refers to something outside of it"),
            "save it as a plain SVG",
        );
    }
    let digest = crate::random::hex(&Sha256::digest(bytes));
    let change = tx.put_picture(&digest, content_type, bytes)?;
    Ok(Ok((digest, change)))
}

/// By the first bytes, whatever the name says.
fn content_type(bytes: &[u8]) -> Option<&'static str> {
    let is_svg = || {
        let text = std::str::from_utf8(bytes).ok()?;
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let is_svg = text.starts_with("<svg")
            || (text.starts_with("<?xml") || text.starts_with("<!--")) && text.contains("<svg");
        is_svg.then_some("image/svg+xml")
    };
    photo_type(bytes).or_else(is_svg)
}

/// Whether an SVG could do something or load something. It is served with a policy that forbids
/// both; refusing it tells the brand early.
fn is_active(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let has_handler = text.split_whitespace().any(|word| {
        word.strip_prefix("on")
            .and_then(|rest| rest.split_once('='))
            .is_some_and(|(name, _)| name.bytes().all(|byte| byte.is_ascii_alphabetic()))
    });
    has_handler
        || ["<script", "<foreignobject", "javascript:", "<!entity"]
            .iter()
            .any(|sign| text.contains(sign))
        || text
            .split("href=")
            .skip(1)
            .any(|rest| !rest.trim_start_matches(['"', '\'']).starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_content() {
        assert_eq!(content_type(b"<svg xmlns='x'/>"), Some("image/svg+xml"));
        assert_eq!(
            content_type(b"<?xml version='1.0'?>\n<svg/>"),
            Some("image/svg+xml")
        );
        assert_eq!(content_type(b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        assert_eq!(content_type(b"<html>"), None);
        assert_eq!(content_type(b"GIF89a"), None);
    }

    #[test]
    fn active_ones() {
        for text in [
            "<svg><script>1</script></svg>",
            "<svg onload=\"x()\"/>",
            "<svg><image href='https://example.com/x.png'/></svg>",
            "<svg><a href=\"javascript:x\"/></svg>",
        ] {
            assert!(is_active(text.as_bytes()), "{text}");
        }
        assert!(!is_active(
            b"<svg><use href=\"#leaf\"/><path d='M0 0'/></svg>"
        ));
    }
}
