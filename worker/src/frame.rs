//! A transferred picture → luma, by the shortest way that the browser has.

use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ImageBitmap, OffscreenCanvas, OffscreenCanvasRenderingContext2d};
use wire::scan::FrameSource;

/// Luma that the worker owns.
pub struct OwnedLuma {
    /// Row-major.
    pub pixels: Vec<u8>,
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Bytes from row to row.
    pub stride: usize,
}

#[wasm_bindgen]
extern "C" {
    /// `WebCodecs`; web-sys keeps it behind a compiler flag.
    type VideoFrame;

    #[wasm_bindgen(method, getter)]
    fn format(this: &VideoFrame) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = displayWidth)]
    fn display_width(this: &VideoFrame) -> u32;
    #[wasm_bindgen(method, getter, js_name = displayHeight)]
    fn display_height(this: &VideoFrame) -> u32;
    #[wasm_bindgen(method, getter, js_name = codedWidth)]
    fn coded_width(this: &VideoFrame) -> u32;
    #[wasm_bindgen(method, getter, js_name = visibleRect)]
    fn visible_rect(this: &VideoFrame) -> JsValue;
    #[wasm_bindgen(method, catch, js_name = allocationSize)]
    fn allocation_size(this: &VideoFrame) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch, js_name = copyTo)]
    fn copy_to(this: &VideoFrame, into: &Uint8Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method)]
    fn close(this: &VideoFrame);
}

/// The picture's luma; the picture is closed whatever comes of it.
///
/// # Errors
/// For the log, where the browser refuses the picture.
pub async fn luma(
    picture: JsValue,
    source: FrameSource,
    width: u32,
    height: u32,
) -> Result<OwnedLuma, String> {
    let (width, height) = (width as usize, height as usize);
    match source {
        FrameSource::VideoFrame => {
            let frame: VideoFrame = picture.unchecked_into();
            let luma = video_frame(&frame).await;
            frame.close();
            luma
        }
        FrameSource::ImageBitmap => {
            let bitmap: ImageBitmap = picture
                .dyn_into()
                .map_err(|_| "the picture is no ImageBitmap".to_owned())?;
            let luma = drawn(&bitmap, bitmap.width(), bitmap.height());
            bitmap.close();
            luma
        }
        FrameSource::Rgba => Ok(from_rgba(&bytes(&picture)?, width, height)),
        FrameSource::Luma => Ok(OwnedLuma {
            pixels: bytes(&picture)?,
            width,
            height,
            stride: width,
        }),
    }
}

fn bytes(picture: &JsValue) -> Result<Vec<u8>, String> {
    let buffer: &ArrayBuffer = picture
        .dyn_ref()
        .ok_or_else(|| "the picture is no ArrayBuffer".to_owned())?;
    Ok(Uint8Array::new(buffer).to_vec())
}

/// The luma plane of a planar format comes first and is taken as it is.
async fn video_frame(frame: &VideoFrame) -> Result<OwnedLuma, String> {
    let format = frame.format().unwrap_or_default();
    if !matches!(format.as_str(), "I420" | "I420A" | "I422" | "I444" | "NV12") {
        return drawn(
            frame.unchecked_ref(),
            frame.display_width(),
            frame.display_height(),
        );
    }
    let text = |error: JsValue| format!("{error:?}");
    let into = Uint8Array::new_with_length(frame.allocation_size().map_err(text)?);
    let layout = JsFuture::from(frame.copy_to(&into).map_err(text)?)
        .await
        .map_err(text)?;
    let number = |object: &JsValue, name: &str| {
        let value = Reflect::get(object, &JsValue::from_str(name)).ok()?;
        value.as_f64().map(|value| value as usize)
    };
    let plane = Reflect::get_u32(layout.unchecked_ref::<Object>(), 0).map_err(text)?;
    let rect = frame.visible_rect();
    let (Some(offset), Some(stride), Some(width), Some(height)) = (
        number(&plane, "offset"),
        number(&plane, "stride"),
        number(&rect, "width"),
        number(&rect, "height"),
    ) else {
        return Err("the frame's layout is unknown".to_owned());
    };
    let end = offset + stride * height;
    let plane = into.subarray(offset as u32, end.min(into.length() as usize) as u32);
    Ok(OwnedLuma {
        pixels: plane.to_vec(),
        width,
        height,
        stride,
    })
}

/// By drawing it: the way that every browser has.
fn drawn(picture: &JsValue, width: u32, height: u32) -> Result<OwnedLuma, String> {
    let text = |error: JsValue| format!("{error:?}");
    let canvas = OffscreenCanvas::new(width, height).map_err(text)?;
    let context = canvas.get_context("2d").map_err(text)?;
    let context: OffscreenCanvasRenderingContext2d = context
        .and_then(|context| context.dyn_into().ok())
        .ok_or_else(|| "this browser draws nothing in a worker".to_owned())?;
    // An ImageBitmap's method takes a VideoFrame too; only the type of the binding is narrower.
    context
        .draw_image_with_image_bitmap(picture.unchecked_ref(), 0.0, 0.0)
        .map_err(text)?;
    let data = context
        .get_image_data(0.0, 0.0, f64::from(width), f64::from(height))
        .map_err(text)?;
    Ok(from_rgba(&data.data(), width as usize, height as usize))
}

/// ITU-R BT.601 weights, as photographs and video are encoded: .299 R + .587 G + .114 B.
fn from_rgba(rgba: &[u8], width: usize, height: usize) -> OwnedLuma {
    let pixels = rgba.chunks_exact(4).map(|pixel| {
        let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
        ((306 * red + 601 * green + 117 * blue + 512) >> 10) as u8
    });
    OwnedLuma {
        pixels: pixels.collect(),
        width,
        height,
        stride: width,
    }
}
