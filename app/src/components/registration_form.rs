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
                <p>{words.register_taken()}</p>
                {(action == "/register").then(|| contest(&path, &context))}
            </section>
        }
        .into_any();
    }
    if !registration.open {
        return ().into_any();
    }
    // Who proves more than whoever holds it displaces them; who can't has staff decide.
    let contested =
        (registration.is_held && action == "/register").then(|| contest(&path, &context));
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
            {contested}
        </section>
    }
    .into_any()
}

/// It is registered to another: the way to the brand's staff.
fn contest(path: &str, context: &Context) -> AnyView {
    let words = context.words;
    view! {
        <details class="more">
            <summary>{words.contest_offer()}</summary>
            <form method="post" action="/register/dispute">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <input type="hidden" name="path" value=path.to_owned() />
                <p>{words.contest_why()}</p>
                <label for="contest-message">{words.dispute_label()}</label>
                <textarea id="contest-message" name="message" rows="4" maxlength="2000" required></textarea>
                <label for="contest-bought-on">{words.register_bought_on()} " " <span class="optional">{words.optional()}</span></label>
                <input id="contest-bought-on" name="bought_on" type="date" />
                <label for="contest-shop">{words.register_shop()} " " <span class="optional">{words.optional()}</span></label>
                <input id="contest-shop" name="shop" maxlength="120" autocomplete="off" />
                <label for="contest-email">{words.contest_email()} " " <span class="optional">{words.optional()}</span></label>
                <input id="contest-email" name="email" type="email" autocomplete="email" maxlength="254" />
                <button type="submit" class="primary">{words.dispute_send()}</button>
                <p class="form-result" role="status"></p>
            </form>
        </details>
    }
    .into_any()
}
