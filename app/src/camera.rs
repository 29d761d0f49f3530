//! Video → `Frame`: the camera, asked for only when the person taps.

use js_sys::{Array, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, File, HtmlVideoElement, ImageBitmap, MediaDeviceInfo, MediaDeviceKind,
    MediaStream, MediaStreamConstraints, MediaStreamTrack,
};
use wire::scan::FrameSource;

use crate::Words;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraError {
    /// The person or the browser's settings refuse.
    Denied,
    /// There is none.
    None,
    /// Another program has it.
    Busy,
    /// It stopped.
    Lost,
    /// The page is not secure, so the browser offers none.
    Insecure,
}

impl CameraError {
    /// The thing, the cause, and the way on.
    pub fn sentence(self, words: Words) -> &'static str {
        match self {
            CameraError::Denied => words.camera_denied(),
            CameraError::None => words.camera_none(),
            CameraError::Busy => words.camera_busy(),
            CameraError::Lost => words.camera_lost(),
            CameraError::Insecure => words.camera_insecure(),
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// `WebCodecs`; web-sys keeps it behind a compiler flag.
    type VideoFrame;

    #[wasm_bindgen(constructor, catch)]
    fn new(video: &HtmlVideoElement) -> Result<VideoFrame, JsValue>;
    #[wasm_bindgen(method, getter, js_name = displayWidth)]
    fn display_width(this: &VideoFrame) -> u32;
    #[wasm_bindgen(method, getter, js_name = displayHeight)]
    fn display_height(this: &VideoFrame) -> u32;

    /// What `VideoFrame` and `ImageBitmap` have in common.
    type Closing;
    #[wasm_bindgen(method)]
    fn close(this: &Closing);
}

/// The zoom of a camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// The least factor.
    pub least: f64,
    /// The greatest factor.
    pub most: f64,
    /// Between two factors.
    pub step: f64,
    /// Now.
    pub factor: f64,
}

/// A picture that can be transferred to the worker.
pub struct Frame {
    /// How it comes.
    pub source: FrameSource,
    /// A `VideoFrame` or an `ImageBitmap`.
    pub picture: JsValue,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Frame {
    /// Gives its memory back where it was not transferred.
    pub fn close(self) {
        self.picture.unchecked_into::<Closing>().close();
    }

    /// A photograph from a file; `None` where the browser can't read it.
    pub async fn of_file(file: &File) -> Option<Frame> {
        let bitmap = window().create_image_bitmap_with_blob(file).ok()?;
        Frame::of_bitmap(bitmap).await
    }

    async fn of_bitmap(promise: Promise) -> Option<Frame> {
        let bitmap: ImageBitmap = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
        let (width, height) = (bitmap.width(), bitmap.height());
        Some(Frame {
            source: FrameSource::ImageBitmap,
            picture: bitmap.into(),
            width,
            height,
        })
    }
}

/// A camera that was given and shows nothing for this long was taken by another program meanwhile.
const FIRST_PICTURE_MS: i32 = 8000;

/// A running camera. Dropping it switches it off.
pub struct Camera {
    video: HtmlVideoElement,
    stream: MediaStream,
    track: MediaStreamTrack,
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        self.video.set_src_object(None);
    }
}

impl Camera {
    /// Asks for the camera and shows it: `device` where it is still there, or else the one at the
    /// back.
    ///
    /// # Errors
    /// [`CameraError`].
    pub async fn start(
        video: HtmlVideoElement,
        device: Option<&str>,
    ) -> Result<Camera, CameraError> {
        let devices = window()
            .navigator()
            .media_devices()
            .map_err(|_| CameraError::Insecure)?;
        let wanted = Object::new();
        let set = |name: &str, value: &JsValue| {
            // Setting a property of a plain object can't fail.
            let _ = Reflect::set(&wanted, &name.into(), value);
        };
        set("width", &ideal(&1280.0.into()));
        set("height", &ideal(&720.0.into()));
        set("facingMode", &ideal(&"environment".into()));
        if let Some(device) = device {
            set("deviceId", &ideal(&device.into()));
        }
        let constraints = MediaStreamConstraints::new();
        constraints.set_video(&wanted);
        let promise = devices
            .get_user_media_with_constraints(&constraints)
            .map_err(|e| kind(&e))?;
        let stream = JsFuture::from(promise)
            .await
            .map_err(|error| kind(&error))?;
        let stream: MediaStream = stream.dyn_into().map_err(|_| CameraError::None)?;
        let track = stream
            .get_video_tracks()
            .get(0)
            .dyn_into()
            .map_err(|_| CameraError::None)?;
        video.set_src_object(Some(&stream));
        let camera = Camera {
            video,
            stream,
            track,
        };
        if let Ok(playing) = camera.video.play() {
            let first = Promise::race(&Array::of2(&playing, &after(FIRST_PICTURE_MS)));
            JsFuture::from(first).await.map_err(|_| CameraError::Lost)?;
        }
        camera.suit_to_codes().await;
        Ok(camera)
    }

    /// Sharp at arm's length, as far as the camera lets itself be told.
    async fn suit_to_codes(&self) {
        let focus = capability(&self.track, "focusMode");
        let modes = focus.map(|modes| Array::from(&modes));
        if modes.is_some_and(|modes| modes.includes(&"continuous".into(), 0)) {
            self.apply("focusMode", &"continuous".into()).await;
        } else if let Some(zoom) = self.zoom()
            && zoom.least <= 1.0
            && zoom.most >= 2.0
        {
            // Phones that don't tell of their focus have main lenses that are blurred nearer than a
            // hand's length: twice as large, the code is read from where it is sharp.
            self.apply("zoom", &2.0.into()).await;
        }
    }

    /// The position in the stream, in seconds; it stands still when the camera does.
    pub fn position(&self) -> f64 {
        self.video.current_time()
    }

    /// Whether the stream has ended: another program took the camera, or it was unplugged.
    pub fn has_ended(&self) -> bool {
        self.track.ready_state() != web_sys::MediaStreamTrackState::Live
    }

    /// What the camera sees now.
    pub async fn frame(&self) -> Option<Frame> {
        if self.video.video_width() == 0 {
            return None;
        }
        if let Ok(frame) = VideoFrame::new(&self.video) {
            let (width, height) = (frame.display_width(), frame.display_height());
            let source = FrameSource::VideoFrame;
            return Some(Frame {
                source,
                picture: frame.into(),
                width,
                height,
            });
        }
        let bitmap = window()
            .create_image_bitmap_with_html_video_element(&self.video)
            .ok()?;
        Frame::of_bitmap(bitmap).await
    }

    /// Whether it has a light.
    pub fn has_torch(&self) -> bool {
        capability(&self.track, "torch").is_some_and(|torch| torch.is_truthy())
    }

    /// Switches the light.
    pub async fn set_torch(&self, is_on: bool) {
        self.apply("torch", &is_on.into()).await;
    }

    /// Its zoom, where it has one.
    pub fn zoom(&self) -> Option<Zoom> {
        let range = capability(&self.track, "zoom")?;
        let number =
            |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok()?.as_f64();
        let (least, most) = (number(&range, "min")?, number(&range, "max")?);
        (most > least).then(|| Zoom {
            least,
            most,
            step: number(&range, "step")
                .filter(|step| *step > 0.0)
                .unwrap_or(0.1),
            factor: number(&self.track.get_settings(), "zoom").unwrap_or(least),
        })
    }

    /// Zooms.
    pub async fn set_zoom(&self, factor: f64) {
        self.apply("zoom", &factor.into()).await;
    }

    /// The other cameras of this device, by identifier; the one in use comes last.
    pub async fn lenses(&self) -> Vec<String> {
        let Ok(devices) = window().navigator().media_devices() else {
            return Vec::new();
        };
        let Ok(promise) = devices.enumerate_devices() else {
            return Vec::new();
        };
        let Ok(list) = JsFuture::from(promise).await else {
            return Vec::new();
        };
        let mut ids: Vec<String> = Array::from(&list)
            .iter()
            .filter_map(|device| device.dyn_into::<MediaDeviceInfo>().ok())
            .filter(|device| device.kind() == MediaDeviceKind::Videoinput)
            .map(|device| device.device_id())
            .collect();
        let settings = self.track.get_settings();
        let current = Reflect::get(&settings, &"deviceId".into())
            .ok()
            .and_then(|id| id.as_string());
        if let Some(at) = ids.iter().position(|id| Some(id) == current.as_ref()) {
            ids.rotate_left(at + 1);
        }
        ids
    }

    async fn apply(&self, name: &str, value: &JsValue) {
        let advanced = Object::new();
        let constraints = Object::new();
        let list = Array::of1(&advanced);
        let is_set = Reflect::set(&advanced, &name.into(), value).is_ok()
            && Reflect::set(&constraints, &"advanced".into(), &list).is_ok();
        let apply = Reflect::get(&self.track, &"applyConstraints".into()).ok();
        if let Some(apply) = apply.and_then(|apply| apply.dyn_into::<js_sys::Function>().ok())
            && is_set
            && let Ok(promise) = apply.call1(&self.track, &constraints)
        {
            // A light that won't switch is no reason to stop.
            let _ = JsFuture::from(Promise::from(promise)).await;
        }
    }
}

/// A promise that is broken after so many milliseconds.
fn after(milliseconds: i32) -> Promise {
    Promise::new(&mut |_, reject| {
        // Fails only in a page that is going away.
        let _ =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, milliseconds);
    })
}

fn ideal(value: &JsValue) -> JsValue {
    let object = Object::new();
    let _ = Reflect::set(&object, &"ideal".into(), value);
    object.into()
}

fn capability(track: &MediaStreamTrack, name: &str) -> Option<JsValue> {
    // Firefox has no `getCapabilities`.
    let read = Reflect::get(track, &"getCapabilities".into()).ok()?;
    let read: js_sys::Function = read.dyn_into().ok()?;
    let value = Reflect::get(&read.call0(track).ok()?, &name.into()).ok()?;
    (!value.is_undefined()).then_some(value)
}

fn kind(error: &JsValue) -> CameraError {
    let name = error
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .unwrap_or_default();
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => CameraError::Denied,
        "NotReadableError" | "AbortError" => CameraError::Busy,
        _ => CameraError::None,
    }
}
