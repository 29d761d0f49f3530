//! `/scan` without a script: a photograph that the server reads, or typing.

use leptos::prelude::*;
use wire::scan::{Part, Trouble};

use crate::{Context, scan};

/// Why there is no answer yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanTrouble {
    /// No code in the photograph.
    NoCode,
    /// One of several that say something together, and not all of them.
    Part(Part),
    /// A code that can't be read, and what is in the way.
    Unreadable(Option<Trouble>),
}

/// The two forms.
#[component]
pub fn ScanFallback(
    context: Context,
    trouble: Option<ScanTrouble>,
    typed: String,
) -> impl IntoView {
    let words = context.words;
    let trouble = trouble.map(|trouble| {
        let text = match trouble {
            ScanTrouble::NoCode => words.scan_no_code().to_owned(),
            ScanTrouble::Part(part) => words.scan_part(part.count, part.read),
            ScanTrouble::Unreadable(trouble) => scan::unread(words, trouble).to_owned(),
        };
        view! { <p class="trouble" role="alert">{text}</p> }
    });
    view! {
        <section class="scan-fallback">
            <h1>{words.scan_title()}</h1>
            {trouble}
            <form class="photo" method="post" action="/scan" enctype="multipart/form-data">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <label for="photo">{words.scan_photo_label()}</label>
                <input id="photo" name="photo" type="file" accept="image/*" capture="environment" required />
                <button type="submit" class="primary">{words.scan_photo_send()}</button>
            </form>
            <form class="typed" method="get" action="/check" role="search">
                <label for="code">{words.scan_type_label()}</label>
                <input id="code" name="code" maxlength="4096" autocomplete="off" autocapitalize="off"
                    spellcheck="false" aria-describedby="code-hint" value=typed required />
                <p id="code-hint" class="hint">{words.scan_type_hint()}</p>
                <button type="submit">{words.scan_type_send()}</button>
            </form>
        </section>
    }
    .into_any()
}
