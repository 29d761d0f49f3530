//! A code that is no product's: says what it is, and follows nothing by itself.

use leptos::prelude::*;
use wire::answer::Code;

use crate::{
    Context,
    components::{MainAction, Streak},
};

/// A link with its domain, or a note with its text.
#[component]
pub fn OtherCode(code: Code, host: Option<String>, context: Context) -> impl IntoView {
    let words = context.words;
    let web_host = host_of(&code.text);
    let is_web = web_host.is_some();
    let host = web_host.or(host);
    let body = match host.filter(|_| code.form == "other-uri" || code.form == "digital-link") {
        Some(host) => {
            let open = is_web.then(|| {
                view! {
                    <a class="step" href=code.text.clone() rel="noopener noreferrer nofollow" target="_blank">
                        {words.other_uri_open(&host)}
                    </a>
                }
            });
            view! {
                <h1 id="verdict-word">{words.other_uri_title()}</h1>
                <p class="about">{words.other_uri_text(&host)}</p>
                <p><bdi class="code-text">{code.text.clone()}</bdi></p>
                {open}
            }
            .into_any()
        }
        None => view! {
            <h1 id="verdict-word">{words.other_text_title()}</h1>
            <p class="about">{words.other_text_text()}</p>
            <p><bdi class="code-text">{code.text.clone()}</bdi></p>
        }
        .into_any(),
    };
    view! {
        <section class="verdict verdict-unknown" aria-labelledby="verdict-word">
            <div class="stone"><Streak standing="unknown".to_owned() /></div>
            {body}
            <MainAction href="/scan".to_owned() text=words.result_back().to_owned() />
        </section>
    }
    .into_any()
}

/// The host that a browser would go to: that of an `http` or `https` URL, without user and port.
/// `None` where a browser might read the text otherwise than this does.
fn host_of(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let is_web = ["http", "https"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    if !is_web || text.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
        return None;
    }
    // A browser takes a backslash for a slash (WHATWG URL, "special" schemes).
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then(|| host.to_owned())
}
