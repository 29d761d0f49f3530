//! Registering in a frame on a brand's own page: the form and its answer, with one way out.

use leptos::prelude::*;
use wire::{answer::Answer, form::RegistrationView, problem::Problem};

use super::{Page, ProblemPage, RegistrationDone};
use crate::{Context, components::RegistrationForm};

/// The form, or why there is none.
#[must_use]
pub fn framed_registration(context: &Context, answer: &Answer, path: &str) -> Page {
    framed(context, path, |context| {
        // Points are for browsers that come again: none are given here.
        let registration = wire::answer::Registration {
            points: 0,
            ..answer.registration.clone()
        };
        if !registration.open && !registration.taken {
            return closed(context);
        }
        view! {
            <RegistrationForm registration=registration path=path.to_owned() context=context.clone()
                action="/frame/register" />
        }
        .into_any()
    })
}

/// After a registration.
#[must_use]
pub fn framed_registered(context: &Context, view: RegistrationView) -> Page {
    let path = view.path.clone();
    framed(context, &path, |context| {
        leptos::view! { <RegistrationDone registration=view keeping=super::Keeping::NotHere context=context.clone() /> }.into_any()
    })
}

/// After a form that was refused; the way on leads to the pack's own page.
#[must_use]
pub fn framed_problem(context: &Context, problem: &Problem, path: &str) -> Page {
    framed(context, path, |context| {
        view! {
            <ProblemPage problem=problem.clone() pack=Some(path.to_owned()) context=context.clone() />
        }
        .into_any()
    })
}

fn closed(context: &Context) -> AnyView {
    let words = context.words;
    view! {
        <section class="register"><h2>{words.register_title()}</h2><p>{words.framed_closed()}</p></section>
    }
    .into_any()
}

fn framed(context: &Context, path: &str, content: impl FnOnce(&Context) -> AnyView) -> Page {
    let words = context.words;
    Owner::new().with(|| {
        let html = view! {
            <main id="content" class="framed" aria-label=words.register_title()>{content(context)}</main>
            <footer class="foot">
                <p><a href=path.to_owned()>{words.framed_pack(words.brand_name())}</a></p>
                <p>{words.footer_privacy()}</p>
            </footer>
        };
        Page {
            title: format!("{} · {}", words.register_title(), words.brand_name()),
            html: html.to_html(),
        }
    })
}
