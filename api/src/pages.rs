//! The document around the app's pages.
//!
//! A page that is read (a product, a form's answer) carries no WebAssembly: a style sheet, and one
//! small script that it works without. A page on which the app lives is the app's own document with
//! the same content inside, for readers without a script.

use std::sync::LazyLock;

use app::{Context, Words, components, pages::Page};
use axum::{
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use leptos::prelude::*;
use wire::{convert::rfc3339, problem::Problem};

use crate::{
    csrf::{self, Binding},
    error::ApiError,
    http::visitor::Visitor,
    session::Session,
    state::App,
    web::{self, File},
};

/// The style sheet with its digest.
pub static STYLE: LazyLock<File> =
    LazyLock::new(|| File::new("style.css", app::STYLE.as_bytes().to_vec()));

/// Which document goes around a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Read as it is.
    Light,
    /// The app starts in it.
    App,
    /// The inspector's page starts in it, with a bundle of its own.
    Inspector,
    /// In a frame on another site's page: without a script, and its links lead out of the frame.
    Framed,
}

/// What a page needs beside its data, and the cookies that it must set for its forms to work.
pub fn context(
    app: &App,
    visitor: &Visitor,
    session: Option<Session>,
    near: Option<String>,
) -> Result<(Context, Option<HeaderValue>), ApiError> {
    let (binding, cookie) = visitor.form_binding(session)?;
    Ok((bound(app, visitor, &binding, near)?, cookie))
}

/// As [`context`], for a page where somebody signs in.
pub fn desk_context(
    app: &App,
    visitor: &Visitor,
) -> Result<(Context, Option<HeaderValue>), ApiError> {
    let (binding, cookie) = visitor.desk_binding()?;
    Ok((bound(app, visitor, &binding, None)?, cookie))
}

fn bound(
    app: &App,
    visitor: &Visitor,
    binding: &Binding,
    near: Option<String>,
) -> Result<Context, ApiError> {
    Ok(Context {
        words: visitor.words,
        now: rfc3339(app.clock.now()),
        csrf: csrf::token(app.store.secret(), binding)?,
        near,
    })
}

/// The page in its document.
#[must_use]
pub fn document(app: &App, words: Words, page: &Page, document: Document) -> Response {
    let html = match (&app.web.template, document) {
        (Some(template), Document::App) => in_template(template, words, page),
        (_, Document::Framed) => framed(words, page),
        (_, Document::Inspector) => light(words, page, INSPECTOR),
        _ => light(words, page, LIGHT),
    };
    let html = match app.web.is_without_worker() {
        true => html.replacen("<html", "<html data-no-service-worker", 1),
        false => html,
    };
    Html(html).into_response()
}

/// A response with cookies to set.
#[must_use]
pub fn with_cookies(
    mut response: Response,
    cookies: impl IntoIterator<Item = Option<HeaderValue>>,
) -> Response {
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A problem as a page; where a code is the problem, what is wrong with it; where a pack's form was
/// refused, the way back to it.
#[must_use]
pub fn problem(
    app: &App,
    visitor: &Visitor,
    path: &str,
    problem: &Problem,
    pack: Option<String>,
) -> Response {
    let context = Context {
        words: visitor.words,
        now: rfc3339(app.clock.now()),
        csrf: String::new(),
        near: None,
    };
    let page = if problem.faults.is_empty() {
        app::pages::problem(&context, problem, pack)
    } else {
        code_problem(&context, &visitor.origin, path, problem)
    };
    document(app, visitor.words, &page, Document::Light)
}

fn code_problem(context: &Context, origin: &str, path: &str, problem: &Problem) -> Page {
    let code = crate::code::Code::read(&format!("{origin}{path}"), None, false).wire();
    let words = context.words;
    let (context, problem, path) = (context.clone(), problem.clone(), path.to_owned());
    let html = Owner::new().with(move || {
        view! {
            <app::pages::Frame context=context.clone() path=path>
                <app::pages::ProblemPage problem=problem pack=None context=context.clone() />
                <components::CodeDetails code=code context=context.clone() />
            </app::pages::Frame>
        }
        .to_html()
    });
    Page {
        title: format!("{} · {}", words.problem_title(), words.brand_name()),
        html,
    }
}

fn in_template(template: &str, words: Words, page: &Page) -> String {
    let html = template.replacen(web::BODY, &page.html, 1);
    let html = replace_between(&html, "<html", ">", &html_attributes(words));
    replace_between(&html, "<title>", "</title>", &escape(&page.title))
}

fn html_attributes(words: Words) -> String {
    format!(
        " lang=\"{}\" dir=\"{}\"",
        words.locale.tag(),
        words.locale.direction()
    )
}

/// What stands between two marks, replaced; the text as it is where a mark is missing.
fn replace_between(text: &str, from: &str, to: &str, with: &str) -> String {
    let Some(start) = text.find(from).map(|at| at + from.len()) else {
        return text.to_owned();
    };
    let Some(end) = text[start..].find(to).map(|at| at + start) else {
        return text.to_owned();
    };
    format!("{}{with}{}", &text[..start], &text[end..])
}

/// What a page that is read brings along beside its style.
const LIGHT: &str = "<script src=\"/page.js\" type=\"module\"></script>";
/// What the inspector's page brings along.
const INSPECTOR: &str = "<link rel=\"stylesheet\" href=\"/inspect.css\">\n\
    <script src=\"/inspect.js\" type=\"module\"></script>";

fn light(words: Words, page: &Page, extra: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html{attributes}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"theme-color\" content=\"#192220\">\n\
         <title>{title}</title>\n\
         <meta name=\"description\" content=\"{title}. {tagline}\">\n\
         <link rel=\"stylesheet\" href=\"/style.css?v={style}\">\n\
         <link rel=\"manifest\" href=\"/manifest.webmanifest\">\n\
         <link rel=\"icon\" href=\"/icons/icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"apple-touch-icon\" href=\"/icons/apple-touch-icon.png\">\n\
         {extra}\n\
         </head>\n<body>\n{body}\n</body>\n</html>\n",
        attributes = html_attributes(words),
        title = escape(&page.title),
        tagline = escape(words.tagline()),
        style = STYLE.etag.trim_matches('"'),
        body = page.html,
    )
}

fn framed(words: Words, page: &Page) -> String {
    format!(
        "<!DOCTYPE html>\n<html{attributes}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <base target=\"_blank\">\n\
         <title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/style.css?v={style}\">\n\
         </head>\n<body>\n{body}\n</body>\n</html>\n",
        attributes = html_attributes(words),
        title = escape(&page.title),
        style = STYLE.etag.trim_matches('"'),
        body = page.html,
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The inspector's page before its bundle has started, and without a script.
#[must_use]
pub fn inspector(context: &Context) -> Page {
    let words = context.words.of_desk();
    let html = Owner::new().with(|| {
        view! {
            <div id="app">
                <main id="content">
                    <h1>{words.inspect_title()}</h1>
                    <noscript><p>{words.inspect_needs_script()}</p></noscript>
                    <p><a href="/desk">{words.inspect_desk()}</a></p>
                </main>
            </div>
        }
        .to_html()
    });
    Page {
        title: format!("{} · {}", words.inspect_title(), words.brand_name()),
        html,
    }
}

/// `/history` without a script: what would be here, and that it never leaves the device.
#[must_use]
pub fn history(context: &Context) -> Page {
    let words = context.words;
    let html = Owner::new().with(|| {
        view! {
            <app::pages::Frame context=context.clone() path="/history".to_owned()>
                <section class="history">
                    <h1>{words.history_title()}</h1>
                    <p>{words.history_private()}</p>
                    <a class="main-action" href="/scan">{words.home_scan()}</a>
                </section>
            </app::pages::Frame>
        }
        .to_html()
    });
    Page {
        title: format!("{} · {}", words.history_title(), words.brand_name()),
        html,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_in() {
        let template = "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head>\
            <body><!--touchstone:body--></body></html>";
        let page = Page {
            title: "A < B".to_owned(),
            html: "<main></main>".to_owned(),
        };
        let words = Words::choose(Some("de"), None);
        assert_eq!(
            in_template(template, words, &page),
            "<!DOCTYPE html><html lang=\"de\" dir=\"ltr\"><head><title>A &lt; B</title></head>\
            <body><main></main></body></html>"
        );
    }
}
