//! The built app: a folder of files, read once, with their types and digests.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use axum::body::Bytes;
use sha2::{Digest, Sha256};

use crate::random;

/// What stands where the page's content goes, in the template.
pub const BODY: &str = "<!--touchstone:body-->";

/// Scripts and style sheets up to this many bytes are sent as small as they get: that takes a tenth of a
/// second, once.
const SMALL: usize = 128 * 1024;

/// One file.
#[derive(Clone, Debug)]
pub struct File {
    /// Its bytes.
    pub bytes: Bytes,
    /// Its media type, by its ending.
    pub content_type: &'static str,
    /// A quoted digest of its bytes (RFC 9110, section 8.8.3).
    pub etag: String,
    /// See [`File::brotli`].
    brotli: Arc<OnceLock<Option<Bytes>>>,
}

/// Everything that is served as it is.
#[derive(Clone, Debug, Default)]
pub struct Web {
    files: BTreeMap<String, File>,
    /// The app's own page, into which content is put.
    pub template: Option<String>,
    /// See [`Web::end_service_worker`].
    is_without_worker: bool,
}

impl Web {
    /// Reads a folder, whole: it holds a few megabytes. `NAME.br` is `NAME` in brotli, made with the app, and
    /// no file of its own; one that holds something else than `NAME` is left out.
    pub fn read(folder: &Path) -> io::Result<Web> {
        let mut web = Web::default();
        let mut folders = vec![PathBuf::new()];
        while let Some(inside) = folders.pop() {
            for entry in std::fs::read_dir(folder.join(&inside))? {
                let entry = entry?;
                let path = inside.join(entry.file_name());
                if entry.file_type()?.is_dir() {
                    folders.push(path);
                    continue;
                }
                let bytes = std::fs::read(entry.path())?;
                let name = path.to_string_lossy().replace('\\', "/");
                if name == "index.html" {
                    web.template = String::from_utf8(bytes).ok();
                    continue;
                }
                web.files
                    .insert(format!("/{name}"), File::new(&name, bytes));
            }
        }
        let (small, files) = web
            .files
            .into_iter()
            .partition::<BTreeMap<_, _>, _>(|(name, _)| name.ends_with(".br"));
        web.files = files;
        for (name, small) in small {
            let whole = name.strip_suffix(".br").and_then(|it| web.files.get(it));
            if !whole.is_some_and(|whole| whole.take_brotli(small.bytes)) {
                tracing::warn!(name, "web.not-the-same: left out; build the app anew");
            }
        }
        Ok(web)
    }

    /// From now on `/sw.js` removes the service worker and what it stored, and pages do the same.
    pub fn end_service_worker(&mut self) {
        self.is_without_worker = true;
        if let Some(end) = self.files.get("/sw-kill.js").cloned() {
            self.files.insert("/sw.js".to_owned(), end);
        }
    }

    /// Whether its service worker was ended.
    #[must_use]
    pub fn is_without_worker(&self) -> bool {
        self.is_without_worker
    }

    /// The file at a path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }
}

impl File {
    /// A file of that name and content.
    #[must_use]
    pub fn new(name: &str, bytes: Vec<u8>) -> File {
        let digest = Sha256::digest(&bytes);
        File {
            content_type: content_type(name),
            etag: format!("\"{}\"", random::hex(&digest[..12])),
            bytes: Bytes::from(bytes),
            brotli: Arc::default(),
        }
    }

    /// Takes the file's bytes in brotli from whoever made them; `false` where they are something else.
    fn take_brotli(&self, small: Bytes) -> bool {
        let mut whole = Vec::with_capacity(self.bytes.len());
        let is_brotli = brotli::BrotliDecompress(&mut &small[..], &mut whole).is_ok();
        is_brotli && whole == self.bytes && self.brotli.set(Some(small)).is_ok()
    }

    /// Its bytes in brotli (RFC 7932) at its best: as they came with the app, or made when first asked for;
    /// `None` for one that came without and is large, or no script or style sheet.
    #[must_use]
    pub fn brotli(&self) -> Option<Bytes> {
        let made = || {
            let is_text = ["text/css", "text/javascript"]
                .iter()
                .any(|kind| self.content_type.starts_with(kind));
            if !is_text || self.bytes.len() > SMALL {
                return None;
            }
            let mut small = Vec::new();
            let best = brotli::enc::BrotliEncoderParams {
                size_hint: self.bytes.len(),
                ..Default::default()
            };
            brotli::BrotliCompress(&mut &self.bytes[..], &mut small, &best).ok()?;
            Some(Bytes::from(small))
        };
        self.brotli.get_or_init(made).clone()
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "jpg" | "jpeg" => "image/jpeg",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
