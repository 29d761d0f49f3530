//! Something typed that can't be right: what to look at again, and the form with it.

use leptos::prelude::*;
use wire::form::{BatchTyped, Slip, SlipView};

use crate::{
    Context,
    components::{ReportSection, Streak, TypedBefore, TypedForms},
};

/// No verdict: on the first try nothing is called wrong but the typing.
#[component]
pub fn SlipPage(view: SlipView, context: Context) -> impl IntoView {
    let words = context.words;
    let (title, text) = said(&view, &context);
    let is_meant = matches!(view.slip, Slip::DateTwice(_));
    let standing = if is_meant { "mismatch" } else { "unchecked" };
    let groups = match &view.slip {
        Slip::Groups(groups) => Some(shown_groups(groups)),
        _ => None,
    };
    let report = is_meant.then(|| {
        view! { <ReportSection path=view.path.clone() brand=view.brand.clone() context=context.clone() /> }
    });
    let before = before(&view.slip);
    view! {
        <section class=format!("verdict verdict-{standing} slip") aria-labelledby="verdict-word">
            <div class="stone"><Streak standing=standing.to_owned() /></div>
            <h1 id="verdict-word">{title}</h1>
            <p class="about">{text}</p>
            {groups}
            <TypedForms product=view.product.clone() path=view.path.clone() before=before asks_batch=true context=context.clone() />
            {report}
            <p><a class="step" href=view.path.clone()>{words.look_back()}</a></p>
        </section>
    }
    .into_any()
}

fn said(view: &SlipView, context: &Context) -> (String, String) {
    let words = context.words;
    let brand = &view.brand;
    match &view.slip {
        Slip::Groups(groups) => {
            let wrong: Vec<String> = (1..)
                .zip(groups)
                .filter(|(_, (_, is_right))| !is_right)
                .map(|(number, _)| number.to_string())
                .collect();
            let title = match &wrong[..] {
                [one] => words.slip_group(one),
                several => words.slip_groups(several.join(words.locale.comma())),
            };
            (title, words.slip_groups_text().to_owned())
        }
        Slip::Length(_) => (
            words.slip_length().to_owned(),
            words.slip_length_text().to_owned(),
        ),
        Slip::Batch(typed) => (
            words.slip_batch().to_owned(),
            words.slip_batch_text(&typed.batch, brand),
        ),
        Slip::NoDate(typed) => (
            words.slip_no_date().to_owned(),
            words.slip_no_date_text(&typed.date),
        ),
        Slip::Date(typed) => (
            words.slip_date().to_owned(),
            words.slip_date_text(&typed.batch, brand),
        ),
        Slip::DateTwice(typed) => (
            words.slip_date_twice().to_owned(),
            words.slip_date_twice_text(&typed.batch, brand),
        ),
    }
}

/// The wrong ones are marked, and said to be, too.
fn shown_groups(groups: &[(String, bool)]) -> AnyView {
    let groups = groups.iter().map(|(text, is_right)| match is_right {
        true => view! { <span>{text.clone()}</span> }.into_any(),
        false => view! { <mark>{text.clone()}</mark> }.into_any(),
    });
    view! { <p class="groups"><bdi class="value">{groups.collect_view()}</bdi></p> }.into_any()
}

fn before(slip: &Slip) -> TypedBefore {
    let of_batch = |typed: &BatchTyped| TypedBefore {
        batch: typed.clone(),
        serial: String::new(),
    };
    let of_serial = |serial: String| TypedBefore {
        serial,
        ..TypedBefore::default()
    };
    match slip {
        Slip::Groups(groups) => {
            let groups: Vec<&str> = groups.iter().map(|(text, _)| text.as_str()).collect();
            of_serial(groups.join("-"))
        }
        Slip::Length(serial) => of_serial(serial.clone()),
        Slip::Batch(typed) | Slip::NoDate(typed) | Slip::Date(typed) | Slip::DateTwice(typed) => {
            of_batch(typed)
        }
    }
}
