//! What the pages say of feedback, and what they leave out.

use app::Locale;

use crate::{answer, context, feedback, html, text};

fn with(feedback: wire::feedback::Feedback) -> String {
    let answer = wire::answer::Answer {
        feedback: Some(feedback),
        ..answer("issued")
    };
    html(&answer)
}

#[test]
fn every_line_says_its_batch_and_who_it_is_not() {
    let page = text(&with(feedback::about(None)));
    for sentence in [
        "4.2 of 5 stars, from 13 people",
        "4 of them registered the pack. Nobody else is shown to be a buyer.",
        "One is not shown, because its words broke a rule. Its stars count.",
        "Batch C2611, this one · registered owner · got points for writing, whatever the stars",
        "Batch C2504, not this one · not shown to be from a buyer",
        "What it answers was changed since.",
    ] {
        assert!(page.contains(sentence), "no `{sentence}` in {page}");
    }
}

#[test]
fn the_yes_to_being_quoted_is_asked_apart_and_unticked() {
    let page = with(feedback::about(None));
    let at = page.find("name=\"quote\"").unwrap();
    let input = &page[page[..at].rfind('<').unwrap()..];
    let input = &input[..input.find('>').unwrap()];
    assert!(!input.contains("checked"), "{input}");
    // Where it was said, it is shown as said.
    let page = with(feedback::about(Some(feedback::own())));
    let at = page.find("name=\"quote\"").unwrap();
    let input = &page[page[..at].rfind('<').unwrap()..];
    assert!(input[..input.find('>').unwrap()].contains("checked"));
    // What must not be praised is not quoted.
    let about = wire::feedback::Feedback {
        asks_quote: false,
        ..feedback::about(None)
    };
    assert!(!with(about).contains("name=\"quote\""));
}

#[test]
fn the_form_says_first_where_what_is_wrong_goes() {
    let page = with(feedback::about(None));
    let form = &page[page.find("action=\"/feedback\"").unwrap()..];
    let wrong = form.find("href=\"#report\"").unwrap();
    assert!(wrong < form.find("name=\"stars\"").unwrap());
    assert!(page.contains("id=\"report\""));
}

#[test]
fn an_average_is_written_as_the_reader_does() {
    let of = |locale: Locale| {
        let answer = wire::answer::Answer {
            feedback: Some(feedback::about(None)),
            ..answer("issued")
        };
        text(&app::pages::product(&answer, &context(locale), "/").html)
    };
    assert!(of(Locale::De).contains("4,2 von 5 Sternen, von 13 Menschen"));
}
