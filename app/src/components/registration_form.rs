//! Registering a purchase, without an account.

use leptos::prelude::*;
use wire::answer::Registration;

use crate::Context;

/// The form where it is open, or why it is not; sent to `action`.
#[component]
pub fn RegistrationForm(
    registration: Registration,
    path: String,
    context: Context,
    #[prop(default = "/register")] action: &'static str,
) -> impl IntoView {
    let words = context.words;
    if registration.taken {
        return view! {
            <section class="register" id="register"><h2>{words.register_title()}</h2>
                <p>{words.register_taken()}</p></section>
        }
        .into_any();
    }
    if !registration.open {
        return ().into_any();
    }
    let points = (registration.points > 0).then(|| {
        view! { <li>{words.register_points(registration.points)}</li> }
    });
    let warranty = registration.warranty_months.map(|months| {
        view! { <li>{words.register_warranty(months)}</li> }
    });
    let receipt = registration.is_sold.then(|| {
        view! {
            <label for="receipt-number">{words.register_receipt()} " " <span class="optional">{words.optional()}</span></label>
            <input id="receipt-number" name="receipt" maxlength="80" autocomplete="off" autocapitalize="characters" aria-describedby="receipt-number-hint" />
            <p class="hint" id="receipt-number-hint">{words.register_receipt_hint()}</p>
        }
    });
    let today = context.now.get(..10).unwrap_or_default().to_owned();
    view! {
        <section class="register" id="register" aria-labelledby="register-title">
            <h2 id="register-title">{words.register_title()}</h2>
            <p>{words.register_why()}</p>
            <ul class="benefits">{points}{warranty}</ul>
            <form class="registration" method="post" action=action target="_self" aria-labelledby="register-title">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <input type="hidden" name="path" value=path />
                <label for="bought-on">{words.register_bought_on()} " " <span class="optional">{words.optional()}</span></label>
                <input id="bought-on" name="bought_on" type="date" max=today />
                <label for="shop">{words.register_shop()} " " <span class="optional">{words.optional()}</span></label>
                <input id="shop" name="shop" maxlength="120" autocomplete="off" />
                {receipt}
                <label for="register-email">{words.register_email()} " " <span class="optional">{words.optional()}</span></label>
                <input id="register-email" name="email" type="email" autocomplete="email" maxlength="254" />
                <button type="submit" class="primary">{words.register_send()}</button>
                <p class="form-result" role="status"></p>
            </form>
        </section>
    }
    .into_any()
}
