//! What is known, what the brand does about it, and the form for the rest.

use leptos::prelude::*;
use wire::{
    answer::Contact,
    place::RecyclingPlace,
    returns::{OpenCase, ReturnOffer},
};

use super::facts;
use crate::{
    Context,
    components::{ContactLines, MainAction, NearForm, place_way},
};

/// So many places are shown at once; the others on a tap.
const FEW: usize = 3;

/// The whole page.
#[component]
pub fn ReturnOfferPage(offer: ReturnOffer, is_found: bool, context: Context) -> impl IntoView {
    let words = context.words;
    let picture = offer.picture.clone().map(|src| {
        view! { <img src=src alt="" width="96" height="96" /> }
    });
    let rights = offer.rights.clone().map(|rights| {
        view! {
            <h2>{words.return_rights()}</h2>
            <p>{rights}</p>
        }
    });
    let next = next(&offer, is_found, &context);
    view! {
        <section class="return">
            <h1>{words.return_title()}</h1>
            <div class="recalled-thing">
                {picture}
                <div>
                    <p class="name"><a href=offer.path.clone()>{offer.product.clone()}</a></p>
                    <p>{offer.brand.clone()}</p>
                </div>
            </div>
            <h2>{words.return_known()}</h2>
            {facts::known(&offer, &context)}
            {next}
            {rights}
        </section>
    }
    .into_any()
}

/// What there is already comes first, then a recall, then whether the brand takes anything.
fn next(offer: &ReturnOffer, is_found: bool, context: &Context) -> AnyView {
    let words = context.words;
    if let Some(case) = &offer.case {
        return there_is(case, context);
    }
    if offer.is_recalled {
        return view! {
            <p class="trouble">{words.return_recalled()}</p>
            <MainAction href=format!("{}#claim", offer.path) text=words.return_to_recall().to_owned() />
        }
        .into_any();
    }
    if offer.remedies.is_empty() {
        return none_here(offer, context);
    }
    let text = offer.text.clone().map(|text| view! { <p>{text}</p> });
    view! {
        {text}
        {contact(&offer.contact, offer, context)}
        {near(offer, is_found, context)}
        {form(offer, context)}
    }
    .into_any()
}

fn there_is(case: &OpenCase, context: &Context) -> AnyView {
    let words = context.words;
    let status = words.claim_status(&case.kind, &case.status);
    let text = match (&*case.kind, case.is_own) {
        ("return", _) => words.return_there_is(&case.reference),
        (_, _) => words.return_there_is_claim(&case.reference),
    };
    let way = match (&*case.kind, case.is_own) {
        ("return", true) => view! {
            <MainAction href=format!("/returns/{}", case.reference) text=words.return_to_open().to_owned() />
        }
        .into_any(),
        _ => view! {
            <p>{words.return_look_up()}</p>
            <MainAction href="/mine".to_owned() text=words.mine_look_up().to_owned() />
        }
        .into_any(),
    };
    view! {
        <div class="good">
            <p>{text}</p>
            <p>{status}</p>
        </div>
        {way}
    }
    .into_any()
}

/// The brand takes none: whom to ask instead, as far as that is known.
fn none_here(offer: &ReturnOffer, context: &Context) -> AnyView {
    let words = context.words;
    let shop = offer.shop.clone().map(|shop| {
        view! { <p>{words.return_ask_shop(shop)}</p> }
    });
    let text = offer.text.clone().map(|text| view! { <p>{text}</p> });
    view! {
        <p class="trouble">{words.return_none_here(&offer.brand)}</p>
        {text}
        {shop}
        {contact(&offer.contact, offer, context)}
    }
    .into_any()
}

fn contact(contact: &Contact, offer: &ReturnOffer, context: &Context) -> Option<AnyView> {
    let is_known = *contact != Contact::default();
    is_known.then(|| {
        view! {
            <h2>{context.words.return_service(&offer.brand)}</h2>
            <ContactLines contact=contact.clone() />
        }
        .into_any()
    })
}

/// Asked before the rest: the page comes anew with the nearest places in the form.
fn near(offer: &ReturnOffer, is_found: bool, context: &Context) -> Option<AnyView> {
    let words = context.words;
    let not_found = (!is_found).then(|| {
        view! { <p class="hint" role="status">{words.return_near_unknown()}</p> }
    });
    (!offer.places.is_empty()).then(|| {
        let action = format!("/returns/for/{}#return-places", offer.registration);
        view! {
            <h2 id="return-places">{words.return_near()}</h2>
            <NearForm id="near-return" title="return-places" action=action context=context.clone() />
            {not_found}
        }
        .into_any()
    })
}

fn form(offer: &ReturnOffer, context: &Context) -> AnyView {
    let words = context.words;
    let optional = || view! { <span class="optional">{words.optional()}</span> };
    let choices = |name: &'static str, kind: &str, ids: &[String]| {
        let choices = ids.iter().filter_map(|id| {
            let text = words.find(&format!("{kind}-{id}"))?;
            Some(view! {
                <label class="choice">
                    <input type="radio" name=name value=id.clone() required />
                    <span>{text}</span>
                </label>
            })
        });
        choices.collect_view()
    };
    view! {
        <form class="report" method="post" action="/returns" enctype="multipart/form-data" aria-labelledby="return-form">
            <h2 id="return-form">{words.return_yours()}</h2>
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="registration" value=offer.registration.clone() />
            <fieldset><legend>{words.return_reason()}</legend>{choices("reason", "return-reason", &offer.reasons)}</fieldset>
            <label for="return-words">{words.return_words()}" "{optional()}</label>
            <textarea id="return-words" name="words" rows="3" maxlength="2000" aria-describedby="return-words-hint"></textarea>
            <p class="hint" id="return-words-hint">{words.return_words_hint()}</p>
            <label for="return-photo">{words.return_photo()}" "{optional()}</label>
            <input id="return-photo" name="photo" type="file" accept="image/*" aria-describedby="return-photo-hint" />
            <p class="hint" id="return-photo-hint">{words.return_photo_hint(&offer.brand)}</p>
            <fieldset><legend>{words.claim_remedy()}</legend>{choices("remedy", "return-remedy", &offer.remedies)}</fieldset>
            {places(&offer.places, context)}
            <label for="return-email">{words.claim_email()}" "{optional()}</label>
            <input id="return-email" name="email" type="email" autocomplete="email" maxlength="254" aria-describedby="return-email-hint" />
            <p class="hint" id="return-email-hint">{words.return_email_hint()}</p>
            <button type="submit" class="primary">{words.return_send(&offer.brand)}</button>
            <p class="form-result" role="status"></p>
        </form>
    }
    .into_any()
}

/// Where it will be brought, the nearest first; or nowhere yet.
fn places(places: &[RecyclingPlace], context: &Context) -> Option<AnyView> {
    let words = context.words;
    let choice = |place: &RecyclingPlace| {
        let way = place_way(place, words);
        let way = way.map(|way| view! { <span class="km">{way}</span> });
        let hours = place.hours.as_ref().map(|hours| words.hours(hours));
        view! {
            <label class="choice">
                <input type="radio" name="place" value=place.id.clone() />
                <span>
                    <span class="place-name">{place.name.clone()}" "{way}</span>
                    <span class="hint">{place.address.clone()}</span>
                    {hours.map(|hours| view! { <span class="hint">{hours}</span> })}
                </span>
            </label>
        }
        .into_any()
    };
    // One more is no longer than the way to it.
    let shown = if places.len() > FEW + 1 {
        FEW
    } else {
        places.len()
    };
    let (near, far) = places.split_at(shown);
    let near: Vec<AnyView> = near.iter().map(choice).collect();
    let far: Vec<AnyView> = far.iter().map(choice).collect();
    let far = (!far.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{words.recycling_places_more(far.len())}</summary>
                <div class="choices-more">{far}</div>
            </details>
        }
    });
    (!places.is_empty()).then(|| {
        view! {
            <fieldset class="return-to">
                <legend>{words.return_place()}</legend>
                {near}
                {far}
                <label class="choice">
                    <input type="radio" name="place" value="" checked />
                    <span>{words.return_place_none()}</span>
                </label>
            </fieldset>
        }
        .into_any()
    })
}
