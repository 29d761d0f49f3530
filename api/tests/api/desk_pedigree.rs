//! `/desk/pedigree`: a brand's staff see more of its way than everybody.

use api::role::Role;

use crate::{
    pedigree::{LEAF, site, story},
    site::TEA,
};

#[tokio::test]
async fn staff_of_the_brand_see_all_of_it() {
    let site = site(story()).await;
    let quality = site.person("acme", Role::Quality).await;
    let unit = format!("01%2F{TEA}%2F21%2FTEA1");
    let page = quality
        .open(&site, &format!("/desk/pedigree?thing={unit}"))
        .await;
    // What people do not see: how much went in.
    page.is(200).says("100 kg");
    let public = site.get(&format!("/pedigree/01/{TEA}/21/TEA1"), &[]).await;
    assert!(!public.is(200).words().contains("100 kg"));
    let typed = format!("(01){LEAF}(10)L1")
        .replace('(', "%28")
        .replace(')', "%29");
    quality
        .open(
            &site,
            &format!("/desk/pedigree?direction=down&thing={typed}"),
        )
        .await
        .is(200)
        .says("What was made of it");
    for (thing, said) in [
        (
            format!("01%2F{TEA}%2F21%2FNEVER"),
            "Nothing of yours is known by that",
        ),
        ("shoe".to_owned(), "That is no identifier"),
        // Nothing of these is known, and each can be read.
        (
            "%2800%29395060001234567894".to_owned(),
            "Nothing of yours is known by that",
        ),
        (
            "urn:epc:id:giai:9506000.A%252FB".to_owned(),
            "Nothing of yours is known by that",
        ),
    ] {
        quality
            .open(&site, &format!("/desk/pedigree?thing={thing}"))
            .await
            .is(200)
            .says(said);
    }
    let other = site.person("globex", Role::Quality).await;
    other
        .open(&site, &format!("/desk/pedigree?thing={unit}"))
        .await
        .is(200)
        .says("Nothing of yours is known by that");
}
