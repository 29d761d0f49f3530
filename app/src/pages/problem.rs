//! An error as a page: the thing, the cause, the way on.

use leptos::prelude::*;
use wire::problem::Problem;

use crate::{
    Context, Locale, Words,
    components::{MainAction, Streak},
};

/// The sentence in the reader's language. Where the server's own, which is in English, says more,
/// an English reader gets that.
fn sentence(words: Words, problem: &Problem) -> String {
    let kind = problem.kind.rsplit('/').next().unwrap_or_default();
    let says_more = matches!(kind, "field" | "picture" | "body-too-large" | "too-many");
    if says_more && words.locale == Locale::En {
        return problem.detail.clone();
    }
    let own = words.find(&format!("problem-{kind}"));
    own.map_or_else(|| problem.detail.clone(), str::to_owned)
}

/// What went wrong, and a way on: back to the pack whose form it was, or to the scanner.
#[component]
pub fn ProblemPage(problem: Problem, pack: Option<String>, context: Context) -> impl IntoView {
    let words = context.words;
    let (href, way) = match pack {
        Some(path) => (path, words.reveal_back()),
        None => ("/scan".to_owned(), words.home_scan()),
    };
    let reference = problem.instance.clone().map(|instance| {
        view! { <p class="hint">{words.problem_reference(instance)}</p> }
    });
    view! {
        <section class="verdict verdict-unchecked" aria-labelledby="verdict-word">
            <div class="stone"><Streak standing="unchecked".to_owned() /></div>
            <h1 id="verdict-word">{words.problem_title()}</h1>
            <p class="about">{sentence(words, &problem)}</p>
            {reference}
            <MainAction href=href text=way.to_owned() />
        </section>
    }
    .into_any()
}
