//! The product page: what both doors lead to.

use leptos::prelude::*;
use wire::answer::Answer;

use super::{
    BatchCard, CodeDetails, CompareForm, FeedbackSection, FollowForm, Journey, Links, MainStep,
    NextSteps, OwnUnitSection, ProductCard, Reasons, RecallNotice, Recycling, RegistrationForm,
    ReportSection, RevealForm, SuggestionSection, TypedSection, VerdictCard,
};
use crate::Context;

/// Everything that an answer says, the most pressing first.
#[component]
pub fn ProductPage(answer: Answer, context: Context) -> impl IntoView {
    let path = answer.code.path.clone().unwrap_or_default();
    let is_recalled = answer
        .recalls
        .iter()
        .any(|recall| recall.certainty == "certain");
    let brand = answer.brand.as_ref().map(|brand| brand.name.clone());
    let brand = brand.unwrap_or_default();
    // What is certain comes first, and of that the newest.
    let mut recalls = answer.recalls.clone();
    recalls.sort_by_key(|recall| recall.certainty != "certain");
    let recalls: Vec<AnyView> = (recalls.into_iter().enumerate())
        .map(|(place, recall)| {
            view! {
                <RecallNotice
                    recall=recall
                    place=place
                    product=answer.product.as_deref().cloned()
                    brand=brand.clone()
                    path=path.clone()
                    context=context.clone()
                />
            }
            .into_any()
        })
        .collect();
    let product = answer.product.as_deref().cloned().map(|product| {
        view! { <ProductCard product=product answer=answer.clone() context=context.clone() /> }
    });
    let compare = answer.product.as_deref().cloned().map(|product| {
        view! { <CompareForm product=product path=path.clone() context=context.clone() /> }
    });
    let batch = (answer.batch.is_some() || answer.unit.is_some()).then(|| {
        view! {
            <BatchCard batch=answer.batch.as_deref().cloned() unit=answer.unit.clone() context=context.clone() />
        }
        .into_any()
    });
    let journey = answer.product.is_some().then(|| {
        view! { <Journey stops=answer.journey.clone() path=path.clone() context=context.clone() /> }
    });
    let recycling = answer
        .product
        .clone()
        .filter(|product| !product.parts.is_empty())
        .map(|product| {
            view! { <Recycling product=(*product).clone() path=path.clone() context=context.clone() /> }
                .into_any()
        });
    let links = (!answer.links.is_empty()).then(|| {
        let brand = answer.brand.as_ref().map(|brand| brand.name.clone());
        view! {
            <Links
                links=answer.links.clone()
                brand=brand.unwrap_or_default()
                context=context.clone()
            />
        }
        .into_any()
    });
    let own = answer
        .own
        .clone()
        .map(|own| view! { <OwnUnitSection own=own context=context.clone() /> }.into_any());
    // Whoever registered it is told so, and asked for nothing but what they could prove now.
    let is_asked = own.is_none() || answer.registration.open;
    let registration = (!is_recalled && is_asked).then(|| {
        view! {
            <RegistrationForm
                registration=answer.registration.clone()
                path=path.clone()
                context=context.clone()
            />
        }
        .into_any()
    });
    let follow = answer.follow.clone().filter(|_| !is_recalled);
    let follow = follow.map(|offer| {
        view! { <FollowForm offer=offer path=path.clone() context=context.clone() /> }.into_any()
    });
    let reveal = answer.hidden.clone().map(|hidden| {
        view! { <RevealForm hidden=hidden path=path.clone() context=context.clone() /> }.into_any()
    });
    let suggestions = answer.suggestions.clone().map(|suggestions| {
        view! {
            <SuggestionSection suggestions=suggestions path=path.clone() context=context.clone() />
        }
        .into_any()
    });
    let said = answer.feedback.clone().zip(answer.brand.as_ref());
    let said = said.map(|(feedback, brand)| {
        view! {
            <FeedbackSection
                feedback=feedback
                path=path.clone()
                brand=brand.name.clone()
                context=context.clone()
            />
        }
        .into_any()
    });
    let report = answer.brand.as_ref().filter(|_| answer.product.is_some()).map(|brand| {
        view! { <ReportSection path=path.clone() brand=brand.name.clone() context=context.clone() /> }
            .into_any()
    });
    // What is wrong with a code comes before why nothing is known of it.
    let code =
        view! { <CodeDetails code=answer.code.clone() context=context.clone() /> }.into_any();
    let (first, last) = match answer.code.faults.is_empty() {
        true => (None, Some(code)),
        false => (Some(code), None),
    };
    // On a desk, a recall notice fills the first column.
    let about = view! { {product} {batch} }.into_any();
    let (beside_reasons, beside_journey) = match answer.recalls.is_empty() {
        true => (Some(about), None),
        false => (None, Some(about)),
    };
    view! {
        // The scanner, which shows this page in place, reads these for its history.
        <article
            class="page"
            data-standing=answer.verdict.standing.clone()
            data-path=path.clone()
            data-name=answer.product.as_ref().map(|product| product.name.clone())
        >
            <VerdictCard answer=answer.clone() context=context.clone() />
            <MainStep answer=answer.clone() context=context.clone() />
            <div class="columns">
                <div class="column">
                    {recalls}
                    {first}
                    <NextSteps answer=answer.clone() context=context.clone() />
                    <Reasons answer=answer.clone() context=context.clone() />
                    <TypedSection answer=answer.clone() path=path.clone() context=context.clone() />
                    {compare}
                    {beside_reasons}
                </div>
                <div class="column">
                    {beside_journey}
                    {links}
                    {journey}
                    {recycling}
                    {reveal}
                    {own}
                    {registration}
                    {said}
                    {suggestions}
                    {report}
                    {follow}
                    {last}
                </div>
            </div>
        </article>
    }
    .into_any()
}
