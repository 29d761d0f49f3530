//! The page: its time, its address, its title, and what a screen reader hears.

use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FocusOptions, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollToOptions};

use crate::{Context, Locale, Words, shown::Shown};

/// Where the app is mounted.
pub fn root() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// Now, RFC 3339 in UTC.
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Milliseconds since 1970; for spans of time only.
pub fn tick_ms() -> f64 {
    js_sys::Date::now()
}

/// The language that the server chose for this document.
pub fn words() -> Words {
    let lang = document()
        .document_element()
        .and_then(|root| root.get_attribute("lang"));
    Words::new(
        lang.as_deref()
            .and_then(Locale::from_tag)
            .unwrap_or(Locale::En),
    )
}

/// What the shared components need.
pub fn context() -> Context {
    Context {
        words: words(),
        now: now(),
        csrf: String::new(),
        near: None,
    }
}

/// The path of the address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Puts a path into the address without leaving the page.
pub fn push(path: &str) {
    if let Ok(history) = window().history() {
        // Fails only for another origin.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(path));
    }
    scroll_up();
}

/// To the top of the page, at once.
pub fn scroll_up() {
    let options = ScrollToOptions::new();
    options.set_top(0.0);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// Loads the address anew.
pub fn reload() {
    // Fails only where the page is going away already.
    let _ = window().location().reload();
}

/// What the server put into the page before the app took it over.
pub struct Served {
    /// The token against forged forms; empty where the page came from the store.
    pub csrf: String,
    /// Whether there are demo labels here.
    pub has_demo: bool,
    /// The code that a quick person typed already.
    pub typed: String,
    /// The photo that they chose already.
    pub photo: Option<File>,
}

/// Reads what the server's page says, before it is replaced.
pub fn served(root: &HtmlElement) -> Served {
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    let csrf = find("input[name=csrf]").and_then(|field| field.get_attribute("value"));
    let field = |selector: &str| find(selector)?.dyn_into::<HtmlInputElement>().ok();
    Served {
        typed: field("#code")
            .map(|field| field.value())
            .unwrap_or_default(),
        photo: field("#photo").and_then(|field| field.files()?.get(0)),
        csrf: csrf.unwrap_or_default(),
        has_demo: find("a[href=\"/demo\"]").is_some(),
    }
}

/// What has the focus, told so that its like is found in a page that is made anew.
pub struct Focus {
    /// Matches it, and perhaps others.
    selector: String,
    /// Which of those it is, from 0.
    nth: u32,
    /// Where the caret stands in what is typed, in UTF-16 units.
    caret: Option<u32>,
}

impl Focus {
    /// What has the focus below `root`; `None` where nothing has, or it has neither id, address nor name.
    pub fn within(root: &HtmlElement) -> Option<Self> {
        let active = document().active_element()?;
        let attribute = ["id", "href", "name"]
            .into_iter()
            .find(|name| active.has_attribute(name))?;
        // As a quoted text: a value may hold anything.
        let value = js_sys::JSON::stringify(&active.get_attribute(attribute)?.into()).ok()?;
        let selector = format!("{}[{attribute}={value}]", active.local_name());
        let alike = root.query_selector_all(&selector).ok()?;
        let nth = (0..alike.length()).find(|&at| {
            alike
                .item(at)
                .is_some_and(|it| it.is_same_node(Some(&active)))
        })?;
        let field = active.dyn_into::<HtmlInputElement>().ok();
        let caret = field.and_then(|field| field.selection_end().ok()?);
        Some(Self {
            selector,
            nth,
            caret,
        })
    }

    /// Puts the focus on the like of it below `root`, and leaves the page where it is scrolled.
    pub fn give_back(&self, root: &HtmlElement) {
        let alike = root.query_selector_all(&self.selector).ok();
        let element = alike.and_then(|alike| alike.item(self.nth));
        let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        // Both fail only for what can't have the focus, or a caret, where there is nothing to do.
        let stay = FocusOptions::new();
        stay.set_prevent_scroll(true);
        let _ = element.focus_with_options(&stay);
        if let (Ok(field), Some(at)) = (element.dyn_into::<HtmlInputElement>(), self.caret) {
            let _ = field.set_selection_range(at, at);
        }
    }
}

/// What the app takes from a page of the server's; `None` for something that is none.
pub fn shown_in(html: &str) -> Option<Shown> {
    let parser = web_sys::DomParser::new().ok()?;
    let kind = web_sys::SupportedType::TextHtml;
    let page = parser.parse_from_string(html, kind).ok()?;
    let content = page.get_element_by_id("content")?;
    let article = content.query_selector("[data-standing]").ok().flatten();
    let data = |name: &str| {
        let value = article.as_ref()?.get_attribute(name)?;
        (!value.is_empty()).then_some(value)
    };
    Some(Shown {
        html: content.inner_html(),
        title: page.title(),
        standing: data("data-standing").unwrap_or_default(),
        path: data("data-path"),
        name: data("data-name"),
    })
}

/// The sentence of a problem's page.
pub fn problem_in(html: &str) -> Option<String> {
    let holder = document().create_element("div").ok()?;
    holder.set_inner_html(html);
    holder.query_selector(".about").ok()??.text_content()
}

/// A number as text, written by the browser: Rust's own writer weighs 10 KB of tables.
pub fn number(value: f64) -> String {
    js_sys::Number::from(value)
        .to_string_with_radix(10)
        .map(String::from)
        .unwrap_or_default()
}

/// Names the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Whether the browser believes that it has no network.
pub fn is_offline() -> bool {
    !window().navigator().on_line()
}

/// Whether the person asked the browser to load as little as it can.
pub fn saves_data() -> bool {
    let connection = js_sys::Reflect::get(&window().navigator(), &"connection".into());
    let wish = connection.and_then(|it| js_sys::Reflect::get(&it, &"saveData".into()));
    // Most browsers don't tell.
    wish.is_ok_and(|wish| wish.is_truthy())
}

/// Whether the page is in front of a person.
pub fn is_visible() -> bool {
    document().visibility_state() == web_sys::VisibilityState::Visible
}

/// Moves the reader's place to the heading, so that a screen reader begins there.
pub fn focus_heading() {
    // After the view was drawn.
    request_animation_frame(|| {
        let heading = document().query_selector("#content h1").ok().flatten();
        let heading = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
        if let Some(heading) = heading {
            // A heading takes the focus only when told so; fails only for a name that is no name.
            let _ = heading.set_attribute("tabindex", "-1");
            let _ = heading.focus();
        }
    });
}

/// A random name, for what must be told apart from everything else; `None` in an old browser.
pub fn unique() -> Option<String> {
    let crypto = js_sys::Reflect::get(&window(), &"crypto".into()).ok()?;
    let make = js_sys::Reflect::get(&crypto, &"randomUUID".into()).ok()?;
    let make: js_sys::Function = make.dyn_into().ok()?;
    make.call0(&crypto).ok()?.as_string()
}

/// Whether the camera may be used without asking again.
pub async fn is_camera_granted() -> bool {
    async fn state() -> Option<JsValue> {
        let permissions =
            js_sys::Reflect::get(&window().navigator(), &"permissions".into()).ok()?;
        let query = js_sys::Reflect::get(&permissions, &"query".into()).ok()?;
        let query: js_sys::Function = query.dyn_into().ok()?;
        let name = js_sys::Object::new();
        js_sys::Reflect::set(&name, &"name".into(), &"camera".into()).ok()?;
        let promise = js_sys::Promise::resolve(&query.call1(&permissions, &name).ok()?);
        let status = JsFuture::from(promise).await.ok()?;
        js_sys::Reflect::get(&status, &"state".into()).ok()
    }
    state().await.is_some_and(|state| state == "granted")
}

/// A short buzz where the device can.
pub fn buzz() {
    let navigator = window().navigator();
    let vibrate = js_sys::Reflect::get(&navigator, &"vibrate".into()).ok();
    if let Some(vibrate) = vibrate.and_then(|value| value.dyn_into::<js_sys::Function>().ok()) {
        let _ = vibrate.call1(&navigator, &JsValue::from_f64(60.0));
    }
}

/// The text that the person copied; `None` where they or the browser refuse.
pub async fn pasted() -> Option<String> {
    let text = JsFuture::from(window().navigator().clipboard().read_text())
        .await
        .ok()?;
    text.as_string()
}

/// Tells the scripts beside the app that a page of a pack is in place.
pub fn announce() {
    if let Ok(event) = web_sys::Event::new("touchstone:page") {
        // It is cancelled by nobody.
        let _ = document().dispatch_event(&event);
    }
}
