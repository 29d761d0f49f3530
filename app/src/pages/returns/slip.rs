//! The slip that is packed with a return: to print, or to show on the phone.

use leptos::prelude::*;
use wire::form::ClaimView;

use super::facts::{batch, fact, number};
use crate::{Context, components::Serial};

/// `symbol` is an SVG of the reference as a Data Matrix.
#[component]
pub fn ReturnSlip(view: ClaimView, symbol: String, context: Context) -> impl IntoView {
    let words = context.words;
    let say = |kind: &str, id: &str| words.find(&format!("{kind}-{id}")).map(str::to_owned);
    let returned = view.returned.clone();
    let facts = returned.as_ref().map(|returned| {
        let bought = returned.bought_on.as_ref().map(|on| words.day(on));
        let warranty = returned.warranty_until.as_ref().map(|on| words.day(on));
        view! {
            <dl class="known">
                {fact(words.return_slip_product(), Some(format!("{}, {}", view.product, view.brand)))}
                {number(words.return_serial(), Some(returned.serial.clone()))}
                {batch(words.return_batch(), returned.batch.clone())}
                {fact(words.return_reason(), say("return-reason", &returned.reason))}
                {fact(words.return_wish(), say("return-remedy", &view.remedy))}
                {fact(words.register_bought_on(), bought)}
                {fact(words.register_shop(), returned.shop.clone())}
                {fact(words.return_warranty(), warranty)}
            </dl>
        }
        .into_any()
    });
    let place = returned.and_then(|returned| returned.place);
    let place = match place {
        Some(place) => view! {
            <h2>{words.return_slip_to()}</h2>
            <address>
                <p class="name">{place.name.clone()}</p>
                <p>{place.address.clone()}</p>
                {place.hours.as_ref().map(|hours| view! { <p class="hours">{words.hours(hours)}</p> })}
            </address>
        }
        .into_any(),
        None => view! { <p>{words.return_slip_nowhere(&view.brand)}</p> }.into_any(),
    };
    view! {
        <section class="return return-slip">
            <h1>{words.return_slip_title()}</h1>
            <p class="no-print">{words.return_slip_how()}</p>
            <div class="slip-head">
                <div class="slip-symbol" inner_html=symbol></div>
                <div>
                    <p class="hint">{words.reference_label()}</p>
                    <p class="slip-reference"><Serial text=view.reference.clone() /></p>
                </div>
            </div>
            {place}
            {facts}
            <p class="no-print"><a class="step" href=format!("/returns/{}", view.reference)>{words.return_slip_back()}</a></p>
        </section>
    }
    .into_any()
}
