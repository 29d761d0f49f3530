//! Stars, words and a photo for a pack; and, asked apart, whether the words may be quoted.

use leptos::prelude::*;
use wire::feedback::Feedback;

use crate::Context;

/// The form, filled in with what this browser said before. It says first where what is wrong goes:
/// nobody guesses from words whether somebody was hurt.
#[component]
pub fn FeedbackForm(
    feedback: Feedback,
    path: String,
    brand: String,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    let own = feedback.own.clone().unwrap_or_default();
    let optional = || view! { <span class="optional">{words.optional()}</span> };
    let stars = (1..=5_u32).map(|stars| {
        view! {
            <label class="star">
                <input type="radio" name="stars" value=stars.to_string() required checked=own.stars == stars />
                <span aria-hidden="true" class="star-mark">"★"</span>
                <span aria-hidden="true">{stars.to_string()}</span>
                <span class="visually-hidden">{words.feedback_stars(stars)}</span>
            </label>
        }
    });
    let points = (feedback.points > 0).then(|| {
        let points = match feedback.is_owner {
            true => words.feedback_points(feedback.points),
            false => words.feedback_points_register(feedback.points),
        };
        view! { <p class="hint">{points}</p> }
    });
    let kept = own.has_photo.then(|| {
        view! {
            <p class="hint">{words.feedback_photo_again()}</p>
            <label class="choice"><input type="checkbox" name="no_photo" value="yes" />{words.feedback_no_photo()}</label>
        }
    });
    let quote = feedback.asks_quote.then(|| {
        view! {
            <fieldset class="feedback-consent">
                <legend>{words.feedback_quote_title(&brand)}" "{optional()}</legend>
                <label class="choice"><input type="checkbox" name="quote" value="yes" checked=own.quote.is_some() aria-describedby="feedback-quote-hint" />{words.feedback_quote_ask(&brand)}</label>
                <p class="hint" id="feedback-quote-hint">{words.feedback_quote_hint()}</p>
            </fieldset>
        }
    });
    let send = match feedback.own {
        Some(_) => words.feedback_send_again(),
        None => words.feedback_send(),
    };
    view! {
        <form class="feedback-form" method="post" action="/feedback" enctype="multipart/form-data" aria-labelledby="feedback-title">
            <p>{words.feedback_why(&brand)}</p>
            <p class="feedback-wrong">{words.feedback_wrong()}" "<a href="#report">{words.feedback_wrong_link()}</a></p>
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="path" value=path />
            <input type="hidden" name="asked_in" value=words.locale.tag() />
            <fieldset>
                <legend>{words.feedback_stars_label()}</legend>
                <div class="star-row">{stars.collect_view()}</div>
            </fieldset>
            <label for="feedback-words">{words.feedback_words()}" "{optional()}</label>
            <textarea id="feedback-words" name="words" rows="3" maxlength="2000" dir="auto">{own.words.clone()}</textarea>
            <label for="feedback-photo">{words.feedback_photo()}" "{optional()}</label>
            <input id="feedback-photo" name="photo" type="file" accept="image/*" aria-describedby="feedback-photo-hint" />
            <p class="hint" id="feedback-photo-hint">{words.feedback_photo_hint(&brand)}</p>
            {kept}
            {quote}
            {points}
            <button type="submit" class="primary">{send}</button>
            <p class="form-result" role="status"></p>
        </form>
    }
    .into_any()
}
