//! An error as a page: the thing, the cause, the way on.

use leptos::prelude::*;
use wire::problem::Problem;

use crate::{
    Context,
    components::{MainAction, Streak},
};

/// What went wrong, and a way on.
#[component]
pub fn ProblemPage(problem: Problem, context: Context) -> impl IntoView {
    let words = context.words;
    let reference = problem.instance.clone().map(|instance| {
        view! { <p class="hint">{words.problem_reference(instance)}</p> }
    });
    view! {
        <section class="verdict verdict-unchecked" aria-labelledby="verdict-word">
            <div class="stone"><Streak standing="unchecked".to_owned() /></div>
            <h1 id="verdict-word">{words.problem_title()}</h1>
            <p class="about">{problem.detail.clone()}</p>
            {reference}
            <MainAction href="/scan".to_owned() text=words.home_scan().to_owned() />
        </section>
    }
    .into_any()
}
