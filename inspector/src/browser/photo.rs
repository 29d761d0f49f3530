//! A photograph as it is kept: smaller, without what the camera wrote beside it, with the digest of what
//! it was made from.

use evidence::{Digest, Photo};
use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, File, ImageBitmap, ImageEncodeOptions, OffscreenCanvas, OffscreenCanvasRenderingContext2d,
};

use super::journal::Picture;

/// The longer side of what is kept, in pixels: print on a label is readable in it.
const SIDE: f64 = 1600.0;
/// Of JPEG: about 300 KB a picture.
const QUALITY: f64 = 0.8;

/// Makes a picture of a photograph; `None` where the browser can't read it.
pub async fn kept(file: &File) -> Option<Picture> {
    let original = bytes(file).await?;
    let promise = window().create_image_bitmap_with_blob(file).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (SIDE / width.max(height)).min(1.0);
    let size = ((width * scale).round(), (height * scale).round());
    let canvas = OffscreenCanvas::new(size.0 as u32, size.1 as u32).ok()?;
    let context = canvas.get_context("2d").ok()??;
    let context: OffscreenCanvasRenderingContext2d = context.dyn_into().ok()?;
    let drawn =
        context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, size.0, size.1);
    bitmap.close();
    drawn.ok()?;
    let options = ImageEncodeOptions::new();
    options.set_type("image/jpeg");
    options.set_quality(QUALITY);
    let promise = canvas.convert_to_blob_with_options(&options).ok()?;
    let blob: Blob = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let small = bytes(&blob).await?;
    let photo = Photo {
        sha256: Digest::of(&small),
        bytes: small.len() as u64,
        original_sha256: Digest::of(&original),
        taken_at: taken_at(file),
    };
    Some(Picture {
        photo,
        blob: blob.into(),
    })
}

/// A photograph that was just taken has the time of its file.
fn taken_at(file: &File) -> String {
    let date = js_sys::Date::new(&file.last_modified().into());
    date.to_iso_string().into()
}

/// All bytes of a file.
pub async fn bytes(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
