//! A code that is no product's: says what it is, and whose it is not, and follows nothing by itself.

use leptos::prelude::*;
use wire::{answer::Code, lookalike::web_host};

use crate::{
    Context,
    components::{MainAction, Streak},
};

/// A link with its domain, or a note with its text.
#[component]
pub fn OtherCode(code: Code, host: Option<String>, context: Context) -> impl IntoView {
    let words = context.words;
    let on_the_web = web_host(&code.text);
    let is_web = on_the_web.is_some();
    let host = on_the_web.or(host);
    let standing = match code.pretends {
        Some(_) => "suspect",
        None => "unknown",
    };
    let body = match host.filter(|_| code.form == "other-uri" || code.form == "digital-link") {
        Some(host) => {
            // Whoever was just warned is not invited.
            let class = if code.pretends.is_some() {
                "hint"
            } else {
                "step"
            };
            let open = is_web.then(|| {
                view! {
                    <a class=class href=code.text.clone() rel="noopener noreferrer nofollow" target="_blank">
                        {words.other_uri_open(&host)}
                    </a>
                }
            });
            let (title, text) = match &code.pretends {
                Some(brand) => (
                    words.other_foreign_title(brand),
                    words.other_foreign_text(brand, &host),
                ),
                None => (
                    words.other_uri_title().to_owned(),
                    words.other_uri_text(&host),
                ),
            };
            view! {
                <h1 id="verdict-word">{title}</h1>
                <p class="about">{text}</p>
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
        <section class=format!("verdict verdict-{standing}") aria-labelledby="verdict-word">
            <div class="stone"><Streak standing=standing.to_owned() /></div>
            {body}
            <MainAction href="/scan".to_owned() text=words.result_back().to_owned() />
        </section>
    }
    .into_any()
}
