//! What stands around every page: the mark, the way around, the languages.

use leptos::prelude::*;

use crate::{Context, Locale, components::Mark};

/// Header, content, footer. `path` is what the language links lead back to.
#[component]
pub fn Frame(context: Context, path: String, children: Children) -> impl IntoView {
    let words = context.words;
    let languages = Locale::ALL
        .into_iter()
        .map(|locale| {
            let current = (locale == words.locale).then_some("true");
            let separator = if path.contains('?') { '&' } else { '?' };
            let href = format!("{path}{separator}lang={}", locale.tag());
            view! { <li><a href=href lang=locale.tag() hreflang=locale.tag() aria-current=current>{locale.name()}</a></li> }
        })
        .collect_view();
    let current = |link: &str| (path == link).then_some("page");
    view! {
        <a class="skip" href="#content">{words.skip_to_content()}</a>
        <header class="top">
            <a class="mark" href="/" aria-label=words.brand_name()>
                <Mark />
                <span class="mark-name">{words.brand_name()}</span>
            </a>
            <nav aria-label=words.nav_label()>
                <ul>
                    <li><a href="/scan" aria-current=current("/scan")>{words.nav_scan()}</a></li>
                    <li><a href="/history" aria-current=current("/history")>{words.nav_history()}</a></li>
                    <li><a href="/mine" aria-current=current("/mine")>{words.nav_mine()}</a></li>
                </ul>
            </nav>
        </header>
        <p class="stored-copy" role="status">
            {words.stored_copy(words.day(&context.now) + ", " + context.now.get(11..16).unwrap_or("") + " UTC")}
        </p>
        <main id="content" tabindex="-1">{children()}</main>
        <footer class="foot">
            <p>{words.footer_privacy()}</p>
            <p><a href="/privacy">{words.footer_your_data()}</a></p>
            <span hidden data-queue="" data-title=words.queue_title() data-kept=words.queue_kept()
                data-waiting=words.queue_waiting() data-sent=words.queue_sent() data-refused=words.queue_refused()
                data-again=words.queue_again() data-forget=words.queue_forget() data-formreport=words.queue_report()
                data-formclaim=words.queue_claim() data-formregister=words.queue_register()
                data-formfeedback=words.queue_feedback() data-formfollow=words.queue_follow()></span>
            <nav aria-label=words.language_label()><ul class="languages">{languages}</ul></nav>
        </footer>
    }
    .into_any()
}
